"""An article cut where its statements begin and end: what a page needs to mark them."""

import itertools
import unicodedata
from collections.abc import Iterator

from dipcli.model import Report, Span, Statement
from dipcli.records import Record

BLOCK = 4_000
"""A line of more code points is cut at a space into blocks: what sets text measures a whole paragraph at once."""


class Piece(Record):
    """A run of one block of a line; ``statement`` is the id of the innermost that it is said in, ``cue``: it says so."""

    text: str
    statement: str = ""
    cue: bool = False


class Line(Record):
    """A line of the article from 1; ``opens`` are the statements whose line it is; ``dim``: a caption.

    ``blocks`` are its pieces, in one block unless the line is very long.
    """

    number: int
    blocks: tuple[tuple[Piece, ...], ...]
    opens: tuple[str, ...] = ()
    dim: bool = False


class _Mark(Record):
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
            cut = tuple(
                tuple(_pieces(report.article.text, a, b, [m for m in active if m.start < b and m.end > a]))
                for a, b in blocks(report.article.text, start, end)
            )
            yield Line(number, cut, tuple(opens.get(number, ())), _is_caption(captions, start, end))
        start = end + 1


def blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch from ``start`` to ``end`` in blocks of at most about ``BLOCK`` code points, one behind the other."""
    while end - start > BLOCK:
        cut = text.rfind(" ", start, start + BLOCK) + 1 or _between_letters(text, start + BLOCK)
        yield start, cut
        start = cut
    yield start, end


def _between_letters(text: str, at: int) -> int:
    """Not ahead of a sign on the letter before; of signs without end, some."""
    return next((i for i in range(at, at + 100) if not unicodedata.combining(text[i : i + 1] or " ")), at)


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
