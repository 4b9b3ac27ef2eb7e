"""Themes and speakers by month: how many statements of dated articles."""

from collections import Counter
from typing import Annotated

from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.labels import label
from dipcli.views.names import one_line
from dipcli.views.people import People
from dipcli.views.screen import Cell, Grid, Row

_SPARKS = " ▁▂▃▄▅▆▇"
_BARS_SHOWN = 24


class TrendRow(Record):
    """``dip.trend/1``: a theme or a speaker in a month."""

    month: Annotated[str, "YYYY-MM; a year where the articles tell no month"]
    kind: Annotated[str, "theme or leader"]
    id: str
    name: Annotated[str, "label of the theme, or name, in Arabic"]
    name_en: str | None
    statements: int


class Trend(Record):
    """What is counted: a theme or a speaker, and its statements by month, months in order."""

    kind: str
    id: str
    name: str
    name_en: str | None
    months: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Statements in all months."""
        return sum(n for _, n in self.months)


class TrendCount:
    """Counts statements of dated articles by month; ``undated`` counts those of others."""

    def __init__(self, people: People | None = None) -> None:
        self._people = People() if people is None else people
        self._labels: dict[str, tuple[str, str]] = {}
        self._themes: dict[str, Counter[str]] = {}
        self._speakers: dict[int, Counter[str]] = {}
        self.undated = 0

    def add(self, selection: Selection) -> None:
        """Count one report, as far as the query keeps it."""
        report = selection.report
        kept = selection.statements()
        if not kept:
            return  # what the article calls people is not asked for
        if not report.article.published:
            self.undated += len(kept)
            return
        numbers = self._people.numbers(selection)
        month = report.article.published[:7]
        for t in report.themes:
            self._labels.setdefault(t.id, (t.label_ar, t.label_en))
        for s, _ in kept:
            for theme in s.themes:
                self._themes.setdefault(theme, Counter())[month] += 1
            for number in {numbers[x.entity] for x in s.sources if x.entity in numbers}:
                if self._people[number].kind == "person":
                    self._speakers.setdefault(number, Counter())[month] += 1

    def trends(self, kind: str) -> list[Trend]:
        """Themes (``theme``) or speakers (``leader``), most statements first, then in order of appearance."""
        made = [self._theme(t) for t in self._themes] if kind == "theme" else [self._speaker(n) for n in self._speakers]
        return sorted(made, key=lambda t: -t.total)

    def _theme(self, theme: str) -> Trend:
        ar, en = self._labels.get(theme, (theme, theme))
        return Trend("theme", theme, ar, en, tuple(sorted(self._themes[theme].items())))

    def _speaker(self, number: int) -> Trend:
        e = self._people[number]
        return Trend("leader", e.id, one_line(e.name), e.name_en, tuple(sorted(self._speakers[number].items())))

    def rows(self) -> list[TrendRow]:
        """Themes, then speakers: each with its months in order."""
        return [
            TrendRow(month=month, kind=t.kind, id=t.id, name=t.name, name_en=t.name_en, statements=n)
            for kind in ("theme", "leader")
            for t in self.trends(kind)
            for month, n in t.months
        ]

    def grid(self, kind: str, lang: str) -> Grid:
        """Name, a bar a month (of more than two years a bar a year), statements."""
        title = label("themes" if kind == "theme" else "leaders", lang)
        return trends_grid(self.trends(kind), lang, title=title, head=label("statements", lang))


def trends_grid(trends: list[Trend], lang: str, *, title: str, head: str, each: bool = False) -> Grid:
    """Name, a bar a month (of more than two years a bar a year), the total under ``head``.

    Bars are as high as they are beside those of all rows; with ``each`` beside those of their own row.
    """
    times, found = by_time(trends, _BARS_SHOWN)
    counts = {(row, time): n for row, time, n in found}
    highest = max(counts.values(), default=1)
    rows = []
    for row, t in enumerate(trends):
        own = [counts.get((row, time), 0) for time in times]
        bars = "".join(_spark(n, max(own) if each else highest) for n in own)
        name = t.name if lang == "ar" else t.name_en or t.name
        # Bars have no direction of their own: isolated they stand from left to right, and time runs the way people read.
        bars = bars[::-1] if lang == "ar" else bars
        rows.append(Row((Cell(name), Cell(bars, "dim", isolate=True), Cell(str(t.total)))))
    span = " – ".join((times[0], times[-1])) if len(times) > 1 else "".join(times)
    return Grid(tuple(rows), "llr", ("", span, head), 1, title)


def _spark(n: int, most: int) -> str:
    return _SPARKS[max(1, round(n * (len(_SPARKS) - 1) / most))] if n else _SPARKS[0]


def months_of(trends: list[Trend]) -> list[str]:
    """Every month from the first to the last that is counted; where only a year is known, it stands by itself."""
    found = sorted({m for t in trends for m, _ in t.months})
    whole = [m for m in found if len(m) == 7]
    if not whole:
        return found
    first, last = whole[0], whole[-1]
    span = [
        f"{n // 12:04}-{n % 12 + 1:02}"
        for n in range(int(first[:4]) * 12 + int(first[5:]) - 1, int(last[:4]) * 12 + int(last[5:]))
    ]
    return sorted({*span, *found})


def by_time(trends: list[Trend], most: int) -> tuple[list[str], list[tuple[int, str, int]]]:
    """The times in order, and (row, time, count): months, or years where there are more than ``most`` months."""
    times = months_of(trends)
    if len(times) <= most:
        return times, [(n, time, count) for n, t in enumerate(trends) for time, count in t.months]
    years: Counter[tuple[int, str]] = Counter()
    for n, t in enumerate(trends):
        for month, count in t.months:
            years[(n, month[:4])] += count
    first, last = int(times[0][:4]), int(times[-1][:4])
    return [f"{y:04}" for y in range(first, last + 1)], [(n, year, count) for (n, year), count in years.items()]
