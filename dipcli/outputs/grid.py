"""Columns of a grid: how wide each is, where it stands, and the lines of a box around them."""

from collections.abc import Iterator, Sequence

from dipcli.records import Record
from dipcli.terminal.cells import SetLine
from dipcli.terminal.rows import Piece

LEAST_COLUMN = 12
# A column is not cut below its longest word, as far as that is no longer than this.
LONGEST_WORD = 24
_GAP = 2
# What a box puts before, between and after columns: a border with a space on its inner sides.
_EDGE, _BORDER = 2, 3


class Columns(Record):
    """Where the columns of a grid stand, counted from the side where the page begins.

    ``align`` has ``l`` for a column of text, which stands at the side on which it begins, and ``r`` for one of numbers,
    whose digits are flush right whatever the page's direction. A column without text has no width and no place.
    """

    starts: tuple[int, ...]
    widths: tuple[int, ...]
    align: str
    mirrored: bool
    boxed: bool

    @property
    def start(self) -> int:
        """First column of the grid, its border included."""
        return self.starts[0] - _EDGE * self.boxed if self.starts else 0

    @property
    def end(self) -> int:
        """One after the last column of the grid, its border included."""
        ends = [start + width for start, width in zip(self.starts, self.widths, strict=True) if width]
        return max(ends, default=self.start) + _EDGE * self.boxed

    def rows(self, cells: Sequence[Sequence[SetLine]]) -> Iterator[list[Piece]]:
        """Lines of the cells of one row, side by side."""
        for n in range(max(map(len, cells), default=0)):
            yield [
                Piece(self._place(lines[n], start, width, align), lines[n])
                for lines, start, width, align in zip(cells, self.starts, self.widths, self.align, strict=True)
                if n < len(lines) and width
            ]

    def _place(self, line: SetLine, start: int, width: int, align: str) -> int:
        right = line.rtl or align == "r"
        return start if right == self.mirrored else start + width - line.width

    def borders(self) -> list[int]:
        """Columns in which a box has a vertical line."""
        inner = [start - _EDGE for start, width in zip(self.starts, self.widths, strict=True) if width]
        return [*inner, self.end - 1]

    def rule(self, ends: str, inner: str) -> str:
        """A horizontal line of the box, from left to right: its two ends, and what stands where it meets a border."""
        borders = [b - self.start for b in self.borders()]
        line = ["─"] * (borders[-1] + 1)
        for b in borders[1:-1]:
            line[b] = inner
        drawn = "".join(line[1:-1])
        return ends[0] + (drawn[::-1] if self.mirrored else drawn) + ends[1]


def place_columns(
    natural: Sequence[int],
    words: Sequence[int],
    align: str,
    *,
    indent: int,
    room: int,
    mirrored: bool,
    boxed: bool,
    fill: bool,
) -> Columns:
    """Columns that stand between ``indent`` and ``room``; see ``column_widths``. ``fill``: the last of text takes what is left."""
    between = _BORDER if boxed else _GAP
    first = indent + (_EDGE if boxed else 0)
    shown = sum(1 for w in natural if w)
    room -= first + between * (shown - 1) + _EDGE * boxed
    widths = column_widths(natural, words, align, room)
    if fill:
        widths[align.rindex("l")] += max(room - sum(widths), 0)
    starts, at = [], first
    for width in widths:
        starts.append(at)
        at += width + between if width else 0
    return Columns(tuple(starts), tuple(widths), align, mirrored, boxed)


def column_widths(natural: Sequence[int], words: Sequence[int], align: str, room: int) -> list[int]:
    """Widths of columns that together take at most ``room`` where that can be; the widest of text are cut down.

    ``natural`` are the widths that they would like, ``words`` those of their longest words.
    """
    widths = list(natural)
    longest = [max(LEAST_COLUMN, min(w, LONGEST_WORD)) for w in words]
    text = [n for n, a in enumerate(align) if a == "l"]
    # Words stay whole where there is room for that.
    for least in (longest, [LEAST_COLUMN] * len(widths)):
        while sum(widths) > room:
            widest = max(text, key=lambda n: widths[n] - least[n], default=None)
            if widest is None or widths[widest] <= least[widest]:
                break
            widths[widest] -= min(sum(widths) - room, widths[widest] - least[widest], max(widths[widest] // 4, 1))
    return widths
