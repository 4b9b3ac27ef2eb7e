"""An article cut where its statements begin and end: what a page needs to mark them."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from dipcli.model import Report, Span, Statement


class Piece(NamedTuple):
    """A run of one line; ``statement`` is the id of the innermost that it is said in, ``cue``: it says so."""

    text: str
    statement: str = ""
    cue: bool = False


class Line(NamedTuple):
    """A line of the article from 1; ``opens`` are the statements whose line it is; ``dim``: a caption."""

    number: int
    pieces: tuple[Piece, ...]
    opens: tuple[str, ...] = ()
    dim: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    statement: str = ""
    cue: bool = False


def marked_lines(report: Report, statements: list[Statement]) -> Iterator[Line]:
    """Lines with something on them, in order, with the marks of these statements."""
    marks = sorted(_marks(statements), key=lambda m: (m.start, -m.end))
    captions = [n.span for n in report.notes if n.reason == "caption_skipped" and n.span]
    opens: dict[int, list[str]] = {}
    for s in statements:
        opens.setdefault(s.line, []).append(s.id)
    start, at = 0, 0
    active: list[_Mark] = []
    for number, line in enumerate(report.article.text.split("\n"), 1):
        end = start + len(line)
        while at < len(marks) and marks[at].start < end:
            active.append(marks[at])
            at += 1
        active = [m for m in active if m.end > start]
        if line.strip():
            pieces = tuple(_pieces(report.article.text, start, end, active))
            yield Line(number, pieces, tuple(opens.get(number, ())), _is_caption(captions, start, end))
        start = end + 1


def _is_caption(captions: list[Span], start: int, end: int) -> bool:
    return any(c.start <= start and end <= c.end + 1 for c in captions)


def _marks(statements: list[Statement]) -> Iterator[_Mark]:
    for s in statements:
        yield from (_Mark(c.start, c.end, statement=s.id) for c in s.content)
        if s.cue:
            yield _Mark(s.cue.span.start, s.cue.span.end, cue=True)


def _pieces(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[Piece]:
    """Runs between the edges of the marks; ``marks`` are outer before inner ones."""
    edges = sorted({start, end, *(max(m.start, start) for m in marks), *(min(m.end, end) for m in marks)})
    waiting = list(reversed(marks))
    inside: list[_Mark] = []
    for a, b in itertools.pairwise(edges):
        inside = [m for m in inside if m.end > a]
        while waiting and waiting[-1].start <= a:
            inside.append(waiting.pop())
        said = next((m.statement for m in reversed(inside) if m.statement), "")
        yield Piece(text[a:b], said, any(m.cue for m in inside))
