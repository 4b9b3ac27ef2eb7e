"""What passed between parties and when: each dated message as a row in the order of its date."""

from collections import Counter
from typing import Annotated, get_args

from dipcli.model import MessageKind
from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.labels import counted, label
from dipcli.views.names import Directory, arrow, line_of
from dipcli.views.screen import Cell, Grid, Row
from dipcli.views.trends import Trend, trends_grid


class TimelineRow(Record):
    """``dip.timeline/1``: a message of a dated article."""

    date: Annotated[str, "of the article: ISO 8601, a month or a year where no more is known"]
    kind: str
    from_: list[str]
    from_en: list[str | None]
    to: list[str]
    to_en: list[str | None]
    occasion_kind: str | None
    statements: Annotated[int, "made in it"]
    file: str
    line: int
    id: str


class TimelineCount:
    """Collects the messages of dated articles; ``undated`` counts those of others."""

    def __init__(self) -> None:
        self._rows: list[TimelineRow] = []
        self._said: Counter[str] = Counter()
        self.undated = 0

    def add(self, selection: Selection) -> None:
        """Take one report's messages, as far as the query keeps them."""
        report, names = selection.report, Directory(selection.report)
        kept = selection.messages()
        date = report.article.published
        if not date:
            self.undated += len(kept)
            return
        said = {s.id for s, _ in selection.statements()}
        self._said[date[:7]] += len(said)
        for m in kept:
            self._rows.append(
                TimelineRow(
                    date=date, kind=m.kind, from_=[n for e in m.from_ if (n := names.name(e))],
                    from_en=[names.name_en(e) for e in m.from_], to=[n for e in m.to if (n := names.name(e))],
                    to_en=[names.name_en(e) for e in m.to], occasion_kind=m.occasion.kind if m.occasion else None,
                    statements=len(said.intersection(m.statements)), file=report.article.source,
                    line=line_of(report, m.evidence), id=m.id,
                )
            )  # fmt: skip

    def rows(self) -> list[TimelineRow]:
        """By date, within a date in input order."""
        return sorted(self._rows, key=lambda r: r.date)

    def by_month(self, lang: str) -> Grid:
        """How many of each kind passed by month, and how many statements there were: a line of bars each."""
        trends = []
        for kind in get_args(MessageKind):
            months = Counter(r.date[:7] for r in self._rows if r.kind == kind)
            if months:
                trends.append(_trend(kind, kind, months))
        if self._said.total():
            trends.append(_trend("statement", "statements", +self._said))
        return trends_grid(trends, lang, title="", head="", each=True)

    def grid(self, lang: str) -> Grid:
        """Date, kind, from, to, statements; a date stands once."""
        rows, last = [], ""
        for r in self.rows():
            cells = (
                Cell(r.date if r.date != last else "", "strong"),
                Cell(label(r.kind, lang), "dim"),
                Cell(_names(r.from_, r.from_en, lang)),
                Cell(arrow(lang), "dim"),
                Cell(_names(r.to, r.to_en, lang)),
                Cell(counted(r.statements, "statement", lang) if r.statements else "", "dim"),
            )
            rows.append(Row(cells))
            last = r.date
        return Grid(tuple(rows), "llllll", indent=1)


def _trend(key: str, words: str, months: Counter[str]) -> Trend:
    return Trend("kind", key, label(words, "ar"), label(words, "en"), tuple(sorted(months.items())))


def _names(names: list[str], english: list[str | None], lang: str) -> str:
    from dipcli.views.labels import listed

    if lang == "ar" or len(names) != len(english):
        return listed(names, lang)
    return listed([en or name for name, en in zip(names, english, strict=True)], lang)
