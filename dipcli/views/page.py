"""What a page shows of many reports: everything in the words of the labels, nothing of how it is set."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dipcli.model import Message, Report, Statement
from dipcli.query import Aliases, Selection, Spelling
from dipcli.views.called import Called
from dipcli.views.explain import reasons_of
from dipcli.views.labels import counted, label
from dipcli.views.leaders import LeaderCount
from dipcli.views.marked import blocks, marked_lines
from dipcli.views.messages import main_points, occasion_words
from dipcli.views.names import Directory, World, line_of, office_words, one_line, place, short_of
from dipcli.views.network import Edge, NetworkCount
from dipcli.views.page_records import Choice, Choices, Leader, Paper, Said, Sent, SummaryLine, Who
from dipcli.views.people import People
from dipcli.views.screen import Palette, flat, head
from dipcli.views.statements import content_text, facts_of
from dipcli.views.summary import title_of
from dipcli.views.themes import ThemeCount, ThemeRow
from dipcli.views.timeline import TimelineCount
from dipcli.views.trends import TrendCount

_POINTS = 2
# Code points of what stands on the page in whole elsewhere. A newspaper's longest are under half of it.
_LONGEST_TITLE, _LONGEST_POINT, _LONGEST_SENTENCE = 300, 1_000, 1_500


class Collector:
    """Takes what a query keeps of report after report; its fields are what the page shows.

    The reports themselves are not kept: an archive may hand in thousands.
    """

    def __init__(self, lang: str, world: World, aliases: Aliases, spelling: Spelling) -> None:
        self.lang, self.spelling = lang, spelling
        self.rules = ""
        self.people = People()
        self.leaders, self.themes = LeaderCount(), ThemeCount()
        self.network, self.timeline, self.trends = NetworkCount(self.people), TimelineCount(), TrendCount(self.people)
        self.statements: list[Said] = []
        self.messages: list[Sent] = []
        self.papers: list[Paper] = []
        self._world = world
        self.palette = Palette()
        self._called = Called(aliases)

    # -- one report ----------------------------------------------------------------------------------------------------

    def read(self, selections: Iterable[Selection]) -> Iterator[tuple[Paper, list[Said]]]:
        """Take report after report; each article that has something on the page, with its statements."""
        for selection in selections:
            before = len(self.statements)
            paper = self.add(selection)
            if paper is not None:
                yield paper, self.statements[before:]

    def add(self, selection: Selection) -> Paper | None:
        """Take one report; None when the query leaves it out (its date, or nothing in it is kept)."""
        kept, messages = selection.statements(), selection.messages()
        if not selection.dated or (not selection.query.is_empty() and not kept and not messages):
            return None
        report = selection.report
        for count in (self.leaders, self.themes, self.network, self.timeline, self.trends):
            count.add(selection)
        numbers = self.people.numbers(selection)
        sent = {m.id: len(self.messages) + n for n, m in enumerate(messages)}
        ids: dict[str, int] = {}
        profiles = self._profiles(report, [s for s, _ in kept])
        for s, _ in kept:
            ids[s.id] = len(self.statements)
            self.statements.append(self._said(report, s, numbers, sent, profiles))
        for m in messages:
            self.messages.append(self._sent(report, m, numbers, ids))
        paper = self._paper(report, [s for s, _ in kept], messages)
        self.papers.append(paper._replace(lines=()))
        self.rules = report.rules.version
        return paper

    def _profiles(self, report: Report, statements: list[Statement]) -> dict[str, int]:
        """Those who speak or are spoken to, for the filters by name."""
        wanted = {x.entity for s in statements for x in s.sources} | {
            a.entity for s in statements for a in s.addressees
        }
        return {e.id: self._called.add(report, e) for e in report.entities if e.id in wanted}

    def _said(
        self, report: Report, s: Statement, numbers: dict[str, int], sent: dict[str, int], profiles: dict[str, int]
    ) -> Said:
        lang = self.lang
        names = Directory(report)
        return Said(
            number=len(self.statements), id=s.id, article=len(self.papers), line=s.line, place=place(report, s.line),
            date=report.article.published, speakers=self._whos(names, [x.entity for x in s.sources], numbers),
            to=self._whos(names, [a.entity for a in s.addressees], numbers), medium=s.medium.kind if s.medium else None,
            status=s.status, themes=s.themes, message=sent.get(s.message, -1) if s.message else -1, facts=tuple(facts_of(s, lang)),
            stretches=tuple(
                tuple(report.article.text[a:b] for a, b in blocks(report.article.text, c.start, c.end)) for c in s.content
            ),
            reasons=tuple(reasons_of(report, s, lang)),
            rule=f"{s.rule} · {s.sieve}",
            called=tuple(profiles[x.entity] for x in s.sources if x.entity),
            called_to=tuple(profiles[a.entity] for a in s.addressees),
        )  # fmt: skip

    def _sent(self, report: Report, m: Message, numbers: dict[str, int], ids: dict[str, int]) -> Sent:
        names = Directory(report)
        line = line_of(report, m.evidence)
        points = [s for s in main_points(report, m, _POINTS) if s.id in ids]
        return Sent(
            number=len(self.messages), kind=m.kind, date=report.article.published,
            from_=self._whos(names, m.from_, numbers), to=self._whos(names, m.to, numbers),
            occasion=occasion_words(m, self.lang),
            article=len(self.papers), line=line, place=place(report, line),
            statements=sum(1 for s in m.statements if s in ids),
            points=tuple((ids[s.id], head(flat(content_text(report, s)), _LONGEST_POINT)) for s in points),
            pairs=tuple((numbers[a], numbers[b]) for a in m.from_ for b in m.to),
        )  # fmt: skip

    def _whos(
        self, names: Directory, ids: "tuple[str, ...] | list[str | None]", numbers: dict[str, int]
    ) -> tuple[Who, ...]:
        return tuple(
            Who(
                number=numbers[i], short=names.short(i, self.lang), name=names.name(i) or "", style=self.palette.of(str(numbers[i]))
            )
            if i in numbers
            else Who(number=-1, short=label("unknown", self.lang), name=label("unknown", self.lang), style="dim")
            for i in ids
        )  # fmt: skip

    def _paper(self, report: Report, statements: list[Statement], messages: list[Message]) -> Paper:
        lang, article = self.lang, report.article
        notes = tuple(label(n.reason, lang) for n in report.notes if n.reason in ("no_arabic", "no_statements"))
        sent = {m.id for m in messages}
        heard = any(s.message in sent for s in statements)
        return Paper(
            number=len(self.papers), title=head(flat(title_of(report) or article.source), _LONGEST_TITLE), source=article.source,
            date=article.published, messages=len(messages), statements=len(statements), heard=heard, summary=tuple(_summary(report)), notes=notes,
            lines=tuple(marked_lines(report, statements))
        )  # fmt: skip

    # -- over all ------------------------------------------------------------------------------------------------------

    def who(self, number: int) -> Who:
        """The party of a number."""
        e = self.people[number]
        return Who(
            number=number, short=short_of(e, self.lang), name=one_line(e.name), style=self.palette.of(str(number))
        )

    def leader_lines(self) -> list[Leader]:
        """The rows of ``dip leaders``, with what was said to each."""
        told = Counter(n for s in self.statements for n in {w.number for w in s.to})
        out = []
        for entity, row in self.leaders.leaders():
            number = self.people.number(entity)
            office = office_words(row.office, row.office_en, self._world.country(row.country, self.lang), self.lang)
            english = row.name_en or "" if self.lang != "ar" else ""
            out.append(Leader(self.who(number), row.name, english, office, row.said, told[number]))
        return out

    def theme_rows(self) -> list[ThemeRow]:
        """The rows of ``dip themes``."""
        return self.themes.rows()

    def theme(self, theme: str) -> str:
        """Label of a theme."""
        return self._world.theme(theme, self.lang)

    def edges(self) -> list[Edge]:
        """Who addressed whom."""
        return self.network.edges(self.lang)

    def choices(self) -> Choices:
        """What the filters by name offer, each answering as the command does."""
        by, kept_by = self._choices([s.speakers for s in self.statements], [s.called for s in self.statements])
        to, kept_to = self._choices([s.to for s in self.statements], [s.called_to for s in self.statements])
        return Choices(by=by, kept_by=kept_by, to=to, kept_to=kept_to)

    def _choices(
        self, whos: list[tuple[Who, ...]], profiles: list[tuple[int, ...]]
    ) -> tuple[list[Choice], list[tuple[int, ...]]]:
        numbers = sorted({w.number for row in whos for w in row if w.number >= 0})
        named: dict[int, list[int]] = {}
        for number in numbers:
            for profile in self._called.find(one_line(self.people[number].name)):
                named.setdefault(profile, []).append(number)
        kept = [tuple(sorted({n for p in row for n in named.get(p, ())})) for row in profiles]
        counts = Counter(n for row in kept for n in row)
        choices = [Choice(str(n), one_line(self.people[n].name), counts[n]) for n in numbers]
        return sorted(choices, key=lambda c: (-c.statements, c.label)), kept

    def values(self, kind: str) -> list[Choice]:
        """Choices of ``theme``, ``medium`` or ``status``, most statements first."""
        counts: Counter[str] = Counter()
        for s in self.statements:
            counts.update(s.themes if kind == "theme" else [s.status] if kind == "status" else filter(None, [s.medium]))
        words = self.theme if kind == "theme" else lambda value: label(value, self.lang)
        return [Choice(v, words(v), n) for v, n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))]

    def totals(self) -> list[tuple[str, str]]:
        """Counts of the whole, each with what it is a count of."""
        lang = self.lang
        return [
            ("articles", counted(len(self.papers), "article", lang)),
            ("leaders", counted(len(self.leaders), "leader", lang)),
            ("messages", counted(len(self.messages), "message", lang)),
            ("statements", counted(len(self.statements), "statement", lang)),
        ]

    def dates(self) -> tuple[str, str] | None:
        """The first and the last date."""
        found = sorted(p.date for p in self.papers if p.date)
        return (found[0], found[-1]) if found else None


def _summary(report: Report) -> Iterator[SummaryLine]:
    names, text = Directory(report), report.article.text
    for s in report.summary.sentences:
        before = ""
        if s.labelled and s.speaker:
            # Read with the article's words: Arabic whatever the language of the page.
            to = " و".join(names.short(t, "ar") for t in s.to)
            before = f"[{names.short(s.speaker, 'ar')}{' إلى ' + to if to else ''}]"
        yield SummaryLine(before, head(flat(text[s.span.start : s.span.end]), _LONGEST_SENTENCE))
