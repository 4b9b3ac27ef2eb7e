"""A row of a page: lines of cells at their columns, counted from the side where reading begins."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from dipcli.terminal.cells import SetLine
from dipcli.terminal.modes import Mode, opening


class Piece(NamedTuple):
    """A line of a cell and the column at which it begins, from the page's side of beginning."""

    column: int
    line: SetLine


class Rows:
    """Rows, each of pieces that do not overlap, as a Rich renderable.

    ``width`` is the page's in columns; a mirrored page begins at its right side.
    """

    def __init__(self, rows: Iterable[list[Piece]], *, width: int, mirrored: bool, mode: Mode) -> None:
        self._rows = rows
        self._width = width
        self._mirrored = mirrored
        self._mode: Mode = mode

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for row in self._rows:
            yield from self._segments(row)
            yield Segment.line()

    def _segments(self, row: list[Piece]) -> Iterator[Segment]:
        pieces = sorted((self._from_left(p) for p in row if p.line.segments), key=lambda p: p.column)
        if self._mode == "lro":
            pieces = _in_one_frame(pieces)
        if any(p.line.before for p in pieces):
            yield Segment(opening(self._mode))
        at = 0
        for column, line in pieces:
            yield Segment(" " * (column - at) + line.before)
            yield from line.segments
            yield Segment(line.after)
            at = column + line.width

    def _from_left(self, piece: Piece) -> Piece:
        return Piece(self._width - piece.column - piece.line.width, piece.line) if self._mirrored else piece


def _in_one_frame(pieces: list[Piece]) -> list[Piece]:
    """Pieces of a row of which only the first that needs controls has those before, and the last those after."""
    framed = [n for n, p in enumerate(pieces) if p.line.before]
    return [
        p._replace(
            line=p.line._replace(
                before=p.line.before if n == framed[0] else "", after=p.line.after if n == framed[-1] else ""
            )
        )
        if p.line.before
        else p
        for n, p in enumerate(pieces)
    ]
