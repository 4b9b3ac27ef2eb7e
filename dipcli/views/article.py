"""``dip read``: the article as it stands, statements marked, speakers in the margin."""

import itertools
from collections.abc import Iterator

from dipcli.model import Report, Statement
from dipcli.records import Record
from dipcli.views.labels import comma
from dipcli.views.names import Directory, arrow
from dipcli.views.screen import Block, Cell, Gap, Palette, Paragraph, joined

_MARGIN_FROM = 80


def article_screen(report: Report, lang: str, palette: Palette) -> Iterator[Block]:
    """Line by line; what a statement says in its speaker's style, its cue strong, captions dim."""
    names = Directory(report)
    captions = [n.span for n in report.notes if n.reason == "caption_skipped" and n.span]
    start = 0
    for number, line in enumerate(report.article.text.split("\n"), 1):
        end = start + len(line)
        if not line.strip():
            yield Gap()
        else:
            here = [s for s in report.statements if s.line == number or _touches(s, start, end)]
            dim = any(c.start <= start and end <= c.end + 1 for c in captions)
            margin = tuple(tuple(_margin(s, names, lang, palette)) for s in here if s.line == number)
            yield Paragraph(
                tuple(_cells(report, start, end, here, palette, dim)), 1, margin=margin, margin_from=_MARGIN_FROM
            )
        start = end + 1


def _touches(s: Statement, start: int, end: int) -> bool:
    return any(c.start < end and c.end > start for c in s.content)


def _margin(s: Statement, names: Directory, lang: str, palette: Palette) -> Iterator[Cell]:
    style = palette.of(s.sources[0].entity if s.sources else None)
    yield Cell(s.id, style, isolate=True)
    yield Cell(" ", style)
    yield from joined([names.short(x.entity, lang) for x in s.sources], comma(lang), style)
    if s.addressees:
        yield Cell(f" {arrow(lang)} ", style)
        yield from joined([names.short(a.entity, lang) for a in s.addressees], comma(lang), style)


def _cells(report: Report, start: int, end: int, here: list[Statement], palette: Palette, dim: bool) -> Iterator[Cell]:
    marks = list(_marks(start, end, here, palette))
    edges = sorted({start, end, *(m.start for m in marks), *(m.end for m in marks)})
    for a, b in itertools.pairwise(edges):
        style = "dim" if dim else ""
        for m in marks:
            if m.start <= a and b <= m.end:
                style = m.style
            if m.start == a and m.statement:
                yield Cell("‹", only="plain")
                yield Cell(m.statement, only="plain", isolate=True)
                yield Cell(": ", only="plain")
        yield Cell(report.article.text[a:b], style)
        yield from (Cell("›", only="plain") for m in marks if m.end == b and m.statement)


class _Mark(Record):
    """A stretch of a line in a style; ``statement`` is the id where it is what somebody said."""

    start: int
    end: int
    style: str
    statement: str = ""


def _marks(start: int, end: int, here: list[Statement], palette: Palette) -> Iterator[_Mark]:
    """What is said, outer stretches before inner ones, then the cues."""
    said = []
    for s in here:
        style = "said " + palette.of(s.sources[0].entity if s.sources else None)
        said += [
            _Mark(max(c.start, start), min(c.end, end), style, s.id)
            for c in s.content
            if c.start < end and c.end > start
        ]
    yield from sorted(said, key=lambda m: (m.start, -m.end))
    for s in here:
        if s.cue and start <= s.cue.span.start < end:
            yield _Mark(s.cue.span.start, min(s.cue.span.end, end), "strong")
