"""A row of a page: lines of cells at their columns, counted from the side where reading begins."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from dipcli.terminal.cells import SetLine


class Piece(NamedTuple):
    """A line of a cell and the column at which it begins, from the page's side of beginning."""

    column: int
    line: SetLine


class Rows:
    """Rows, each of pieces that do not overlap, as a Rich renderable.

    ``width`` is the page's in columns; a mirrored page begins at its right side.
    """

    def __init__(self, rows: Iterable[list[Piece]], *, width: int, mirrored: bool) -> None:
        self._rows = rows
        self._width = width
        self._mirrored = mirrored

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for row in self._rows:
            yield from self._segments(row)
            yield Segment.line()

    def _segments(self, row: list[Piece]) -> Iterator[Segment]:
        at = 0
        for column, line in sorted(map(self._from_left, row), key=lambda p: p[0]):
            if line.segments:
                yield Segment(" " * (column - at))
                yield from line.segments
                at = column + line.width

    def _from_left(self, piece: Piece) -> Piece:
        return Piece(self._width - piece.column - piece.line.width, piece.line) if self._mirrored else piece
