"""``dip read``: the article as it stands, statements marked, speakers in the margin."""

import itertools
from collections.abc import Iterator

from dipcli.model import Report, Statement
from dipcli.views.names import Directory, arrow
from dipcli.views.screen import Block, Cell, Gap, Paragraph, leader_styles


def article_screen(report: Report, lang: str) -> Iterator[Block]:
    """Line by line; what a statement says in its speaker's style, its cue strong, captions dim."""
    text = report.article.text
    names = Directory(report)
    styles = leader_styles([x.entity for s in report.statements for x in s.sources if x.entity])
    captions = [n.span for n in report.notes if n.reason == "caption_skipped" and n.span]
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        if not line.strip():
            yield Gap()
        else:
            here = [
                s
                for s in report.statements
                if s.line == number or any(c.start < end and c.end > start for c in s.content)
            ]
            first = [s for s in here if s.line == number]
            for s in first:
                yield Paragraph(
                    (
                        Cell(
                            _margin(s, names, lang),
                            styles.get(s.sources[0].entity or "", "dim") if s.sources else "dim",
                        ),
                    ),
                    1,
                )
            dim = any(c.start <= start and end <= c.end + 1 for c in captions)
            yield Paragraph(tuple(_cells(text, start, end, here, styles, dim)), 3)
        start = end + 1


def _margin(s: Statement, names: Directory, lang: str) -> str:
    who = ", ".join(names.short(x.entity, lang) for x in s.sources)
    to = ", ".join(names.short(a.entity, lang) for a in s.addressees)
    return f"{s.id} {who}" + (f" {arrow(lang)} {to}" if to else "")


def _cells(text: str, start: int, end: int, here: list[Statement], styles: dict[str, str], dim: bool) -> list[Cell]:
    marks: list[tuple[int, int, str]] = []
    for s in here:
        style = styles.get(s.sources[0].entity or "", "open") if s.sources else "open"
        marks += [
            (max(c.start, start), min(c.end, end), "said " + style)
            for c in s.content
            if c.start < end and c.end > start
        ]
    for s in here:
        if s.cue and start <= s.cue.span.start < end:
            marks.append((s.cue.span.start, s.cue.span.end, "strong"))
    edges = sorted({start, end, *(m[0] for m in marks), *(m[1] for m in marks)})
    out: list[Cell] = []
    for a, b in itertools.pairwise(edges):
        style = "dim" if dim else ""
        for lo, hi, s_style in marks:
            if lo <= a and b <= hi:
                style = s_style
        out.append(Cell(text[a:b], style))
    return out
