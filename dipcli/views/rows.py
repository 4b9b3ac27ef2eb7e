"""Flat rows of statements, messages, leaders, themes and summaries, names resolved: what jq and a spreadsheet want."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dipcli.model import Report, Statement
from dipcli.query import Match, Query, matching_statements
from dipcli.views.names import Directory


class StatementRow(NamedTuple):
    """``dip.statement/1``. ``matches`` are half-open offsets into ``text``."""

    file: str
    line: int
    id: str
    published: str | None
    speaker: str | None
    speaker_en: str | None
    speaker_id: str | None
    office: str | None
    country: str | None
    to: list[str]
    to_en: list[str | None]
    medium: str | None
    occasion: str | None
    status: str
    form: str
    speech_act: str | None
    themes: list[str]
    text: str
    cue: str | None
    confidence: float
    article: str
    matches: list[list[int]]


class MessageRow(NamedTuple):
    """``dip.message/1``."""

    file: str
    line: int
    id: str
    published: str | None
    kind: str
    from_: list[str]
    from_en: list[str | None]
    to: list[str]
    to_en: list[str | None]
    occasion: str | None
    occasion_kind: str | None
    points: list[str]
    themes: list[str]
    article: str


class LeaderRow(NamedTuple):
    """``dip.leader/1``: counts over all that was read."""

    name: str
    name_en: str | None
    id: str
    office: str | None
    office_en: str | None
    country: str | None
    named: int
    said: int
    to: list[str]
    themes: list[str]
    articles: int
    first: str | None
    last: str | None


class ThemeRow(NamedTuple):
    """``dip.theme/1``: counts over all that was read."""

    theme: str
    label_ar: str
    label_en: str
    statements: int
    articles: int
    leaders: list[str]


class SummaryRow(NamedTuple):
    """``dip.summary/1``: one article, its tables nested."""

    file: str
    published: str | None
    title: str | None
    summary: str
    leaders: list[dict[str, Any]]
    messages: list[dict[str, Any]]
    themes: list[dict[str, Any]]


def content_text(report: Report, statement: Statement) -> str:
    """What was said, spans joined by a line break."""
    text = report.article.text
    return "\n".join(text[c.start : c.end] for c in statement.content)


def title_of(report: Report) -> str | None:
    """The article's title from its container, else its headline."""
    if report.article.title:
        return report.article.title
    if report.headline:
        return report.article.text[report.headline.start : report.headline.end].strip()
    return None


def article_key(report: Report) -> str:
    """Id of the article, as in the report."""
    from dipcli.outputs.wire import article_id

    return article_id(report.article.text)


def statement_rows(report: Report, query: Query, key: str) -> Iterator[StatementRow]:
    """Rows of the statements that the query lets through."""
    names = Directory(report)
    occasions = {m.id: m.occasion for m in report.messages}
    text = report.article.text
    for statement, match in matching_statements(report, query):
        yield _statement_row(report, statement, match, names, occasions, text, key)


def _statement_row(
    report: Report, s: Statement, match: Match, names: Directory, occasions: dict[str, Any], text: str, key: str
) -> StatementRow:
    source = s.sources[0] if s.sources else None
    entity = names.get(source.entity) if source else None
    occasion = occasions.get(s.message) if s.message else None
    return StatementRow(
        file=report.article.source, line=s.line, id=s.id, published=report.article.published,
        speaker=" و".join(n for x in s.sources if (n := names.name(x.entity))) or None,
        speaker_en=entity.name_en if entity else None, speaker_id=source.entity if source else None,
        office=entity.office if entity else None, country=entity.country if entity else None,
        to=[n for a in s.addressees if (n := names.name(a.entity))], to_en=[names.name_en(a.entity) for a in s.addressees],
        medium=s.medium.kind if s.medium else None,
        occasion=text[occasion.span.start : occasion.span.end] if occasion else None,
        status=s.status, form=s.form, speech_act=s.speech_act, themes=list(s.themes), text=content_text(report, s),
        cue=text[s.cue.span.start : s.cue.span.end] if s.cue else None, confidence=s.confidence, article=key,
        matches=[list(m) for m in match.offsets],
    )  # fmt: skip


def message_rows(report: Report, query: Query, key: str) -> Iterator[MessageRow]:
    """Rows of the messages that the query lets through (sides, themes, dates)."""
    names = Directory(report)
    text = report.article.text
    by_id = {s.id: s for s in report.statements}
    for m in report.messages:
        if not query.keeps_message(report, m):
            continue
        line = text.count("\n", 0, m.evidence.start) + 1
        yield MessageRow(
            file=report.article.source, line=line, id=m.id, published=report.article.published, kind=m.kind,
            from_=[n for e in m.from_ if (n := names.name(e))], from_en=[names.name_en(e) for e in m.from_],
            to=[n for e in m.to if (n := names.name(e))], to_en=[names.name_en(e) for e in m.to],
            occasion=text[m.occasion.span.start : m.occasion.span.end] if m.occasion else None,
            occasion_kind=m.occasion.kind if m.occasion else None,
            points=[content_text(report, by_id[i]) for i in m.statements if i in by_id], themes=list(m.themes), article=key,
        )  # fmt: skip


class LeaderCount:
    """Counts leaders over reports. Known people are one by their id; others by name, office and country."""

    def __init__(self) -> None:
        self._order: list[str] = []
        self._rows: dict[str, dict[str, Any]] = {}

    def add(self, report: Report, query: Query) -> None:
        """Count one report."""
        names = Directory(report)
        said: Counter[str] = Counter()
        to: dict[str, Counter[str]] = {}
        themes: dict[str, Counter[str]] = {}
        for s, _ in matching_statements(report, query):
            for x in s.sources:
                if x.entity:
                    said[x.entity] += 1
                    to.setdefault(x.entity, Counter()).update(n for a in s.addressees if (n := names.name(a.entity)))
                    themes.setdefault(x.entity, Counter()).update(s.themes)
        for e in report.entities:
            if e.kind != "person" or not (e.office or e.known or said[e.id]):
                continue
            if query.by and not query.names_entity(query.by, e):
                continue
            self._count(report, e, said[e.id], to.get(e.id, Counter()), themes.get(e.id, Counter()))

    def _count(self, report: Report, e: Any, said: int, to: Counter[str], themes: Counter[str]) -> None:
        key = e.id if e.known else f"{e.name}|{e.office}|{e.country}"
        row = self._rows.get(key)
        if row is None:
            self._order.append(key)
            row = self._rows[key] = {
                "entity": e,
                "named": 0,
                "said": 0,
                "to": Counter(),
                "themes": Counter(),
                "articles": 0,
                "dates": [],
            }
        if len(e.name) > len(row["entity"].name) or (e.office and not row["entity"].office):
            row["entity"] = e
        row["named"] += sum(1 for m in e.mentions if "." not in m.rule)
        row["said"] += said
        row["to"].update(to)
        row["themes"].update(themes)
        row["articles"] += 1
        if report.article.published:
            row["dates"].append(report.article.published)

    def rows(self) -> list[LeaderRow]:
        """Most statements first, then most named, then order of appearance."""
        keys = sorted(
            self._order, key=lambda k: (-self._rows[k]["said"], -self._rows[k]["named"], self._order.index(k))
        )
        return [self._row(self._rows[k]) for k in keys]

    @staticmethod
    def _row(r: dict[str, Any]) -> LeaderRow:
        e = r["entity"]
        return LeaderRow(
            name=e.name, name_en=e.name_en, id=e.id, office=e.office, office_en=e.office_en, country=e.country,
            named=r["named"], said=r["said"], to=_counted(r["to"]), themes=_counted(r["themes"]), articles=r["articles"],
            first=min(r["dates"], default=None), last=max(r["dates"], default=None),
        )  # fmt: skip


def _counted(counter: Counter[str]) -> list[str]:
    return [f"{k} × {n}" for k, n in sorted(counter.items(), key=lambda x: (-x[1], x[0]))]


class ThemeCount:
    """Counts themes over reports."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Any]] = {}

    def add(self, report: Report, query: Query) -> None:
        """Count one report."""
        names = Directory(report)
        counts: Counter[str] = Counter()
        who: dict[str, Counter[str]] = {}
        for s, _ in matching_statements(report, query):
            for t in s.themes:
                counts[t] += 1
                who.setdefault(t, Counter()).update(n for x in s.sources if (n := names.name(x.entity)))
        for hit in report.themes:
            if (query.about and hit.id not in query.about) or (not hit.main and not counts[hit.id]):
                continue
            row = self._rows.setdefault(hit.id, {"hit": hit, "statements": 0, "articles": 0, "leaders": Counter()})
            row["statements"] += counts[hit.id]
            row["articles"] += 1
            row["leaders"].update(who.get(hit.id, Counter()))

    def rows(self) -> list[ThemeRow]:
        """Most statements first, then most articles, then id."""
        rows = sorted(self._rows.values(), key=lambda r: (-r["statements"], -r["articles"], r["hit"].id))
        return [
            ThemeRow(
                theme=r["hit"].id, label_ar=r["hit"].label_ar, label_en=r["hit"].label_en, statements=r["statements"],
                articles=r["articles"], leaders=_counted(r["leaders"]),
            )
            for r in rows
        ]  # fmt: skip


def summary_row(report: Report, key: str, encode: Any) -> SummaryRow:
    """One article: its summary and its tables. ``encode`` turns a row into a dict (the wire's)."""
    query = Query()
    leaders, themes = LeaderCount(), ThemeCount()
    leaders.add(report, query)
    themes.add(report, query)
    return SummaryRow(
        file=report.article.source, published=report.article.published, title=title_of(report), summary=report.summary.text,
        leaders=[encode(r) for r in leaders.rows()], messages=[encode(r) for r in message_rows(report, query, key)],
        themes=[encode(r) for r in themes.rows()],
    )  # fmt: skip


def all_statement_rows(reports: Iterable[Report], query: Query) -> Iterator[StatementRow]:
    """Rows of many reports in input order."""
    for report in reports:
        yield from statement_rows(report, query, article_key(report))
