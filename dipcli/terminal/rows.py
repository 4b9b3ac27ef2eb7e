"""A row of a page: lines of cells at their columns, counted from the side where reading begins."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from dipcli.records import Record
from dipcli.terminal.cells import SetLine
from dipcli.terminal.modes import OVERRIDE, Mode, opening
from dipcli.terminal.overrides import overridden


class Piece(Record):
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

    def _segments(self, row: list[Piece]) -> list[Segment]:
        at, segments = 0, []
        for column, line in sorted((self._from_left(p) for p in row if p.line.segments), key=lambda p: p.column):
            segments += [Segment(" " * (column - at) + line.before), *line.segments, Segment(line.after)]
            at = column + line.width
        if self._mode != "lro":
            return segments
        framed = overridden(segments)
        return [Segment(opening(self._mode)), *framed] if any(s.text == OVERRIDE for s in framed) else framed

    def _from_left(self, piece: Piece) -> Piece:
        return Piece(self._width - piece.column - piece.line.width, piece.line) if self._mirrored else piece
