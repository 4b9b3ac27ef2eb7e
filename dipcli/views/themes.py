"""Themes: who spoke about each, how often and in which statements, counted over all that was read."""

from collections import Counter
from typing import Annotated

from dipcli.model import ThemeHit
from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.labels import label
from dipcli.views.leaders import counts
from dipcli.views.leaders_screen import times
from dipcli.views.names import Directory, place
from dipcli.views.screen import Cell, Grid, Paragraph, Row, bar, cut, joined
from dipcli.views.statements import content_text

_SHOWN, _WORDS, _SPEAKERS = 3, 14, 4


class ThemeRow(Record):
    """``dip.theme/1``: a theme over all that was read, or with ``--per-article`` over one article."""

    theme: Annotated[str, "theme id"]
    label_ar: str
    label_en: str
    statements: int
    articles: int
    leaders: Annotated[list[str], "name × count of who spoke about it"]


class _Tally:
    """What is counted of one theme; ``first`` holds the first statements, for people."""

    __slots__ = ("articles", "first", "hit", "speakers", "statements")

    def __init__(self, hit: ThemeHit) -> None:
        self.hit = hit
        self.statements = self.articles = 0
        self.speakers: Counter[str] = Counter()
        self.first: list[tuple[str, tuple[str, str]]] = []


class ThemeCount:
    """Counts themes over reports."""

    def __init__(self) -> None:
        self._tallies: dict[str, _Tally] = {}

    def add(self, selection: Selection) -> None:
        """Count one report, as far as the query keeps it."""
        if not selection.dated:
            return
        query, report = selection.query, selection.report
        names = Directory(report)
        for hit in report.themes:
            if query.about and hit.id not in query.about:
                continue
            own = [s for s, _ in selection.statements() if hit.id in s.themes]
            if not own and (not hit.main or not query._replace(about=(), since=None, until=None).is_empty()):
                continue
            total = self._tallies.setdefault(hit.id, _Tally(hit))
            total.articles += 1
            total.statements += len(own)
            for s in own:
                total.speakers.update(n for x in s.sources if (n := names.name(x.entity)))
                if len(total.first) < _SHOWN:
                    total.first.append((cut(content_text(report, s), _WORDS), (place(report, s.line), s.id)))

    def rows(self) -> list[ThemeRow]:
        """Most statements first, then most articles, then by id."""
        return [_row(t) for t in self._ordered()]

    def grid(self, lang: str, *, title: str = "") -> Grid:
        """Theme, bar beside its number, articles; below who spoke about it and its first statements."""
        ordered = self._ordered()
        most = max((t.statements for t in ordered), default=1)
        rows = []
        for t in ordered:
            name = t.hit.label_ar if lang == "ar" else t.hit.label_en
            cells = (
                Cell(name, "strong"),
                Cell(bar(t.statements, most), "dim"),
                Cell(str(t.statements)),
                Cell(str(t.articles)),
            )
            rows.append(Row(cells, tuple(_details(t, lang))))
        return Grid(tuple(rows), "llrr", ("", "", label("statements", lang), label("articles", lang)), 1, title)

    def _ordered(self) -> list[_Tally]:
        return sorted(self._tallies.values(), key=lambda t: (-t.statements, -t.articles, t.hit.id))


def _row(t: _Tally) -> ThemeRow:
    return ThemeRow(
        theme=t.hit.id, label_ar=t.hit.label_ar, label_en=t.hit.label_en, statements=t.statements, articles=t.articles,
        leaders=counts(t.speakers),
    )  # fmt: skip


def _details(t: _Tally, lang: str) -> list[Paragraph]:
    out = []
    if t.speakers:
        out.append(Paragraph(tuple(times(counts(t.speakers)[:_SPEAKERS], lang)), 3, ui=True))
    for text, where in t.first:
        margin = (tuple(joined(where, "  ", "dim")),)
        out.append(Paragraph((Cell("· "), Cell(text)), 3, hang=2, margin=margin))
    return out
