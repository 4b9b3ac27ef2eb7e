"""Screens on a terminal by Rich: blocks of the views set into rows of a width.

Text is never markup: only ``Text`` objects are made of it, cleaned of what could disturb the terminal. ``CellSetter`` sets
right-to-left text: it alone measures, wraps and orders what stands in one cell or paragraph. Columns are counted from the
side where the page begins: the left, or with Arabic labels the right, in the modes that place text by its direction.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import IO

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from dipcli.outputs.grid import Columns, place_columns
from dipcli.terminal.cells import CellSetter, Direction, SetLine
from dipcli.terminal.modes import Mode, drawn, reserved
from dipcli.terminal.rows import Piece, Rows
from dipcli.terminal.safe import safe
from dipcli.views.screen import Block, Cell, Flow, Gap, Grid, Heading, Paragraph

WIDEST = 100
NARROWEST = 20
# Under this width the columns of a grid become records, one line a value.
RECORDS_UNDER = 60
_LEAST_BESIDE = 4  # columns that a paragraph needs beside its margin: the widest letter takes two
_GAP = 2
_BETWEEN_ITEMS = 3
_TURNED = str.maketrans("→←", "←→")
_SEPARATORS = " ·,،"

# Eight colours that people with the common kinds of colour blindness tell apart, readable on dark and on light.
_STYLES = {
    "dim": "dim", "strong": "bold", "mark": "bold reverse", "said": "underline",
    "leader0": "color(32)", "leader1": "color(166)", "leader2": "color(36)", "leader3": "color(168)", "leader4": "color(172)",
    "leader5": "color(74)", "leader6": "color(133)", "leader7": "color(101)",
}  # fmt: skip


class _Console(Console):
    """Rich ends the process with status 1 when the reader is gone; here the caller decides."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Screen:
    """Prints blocks to a stream at a width; without ``color`` plain text, marks instead of styles.

    ``mode`` is what the terminal needs for right-to-left text, without ``vowels`` it gets no vowel signs; ``lang`` is the
    language of the labels; with ``boxes`` grids have borders.
    """

    def __init__(
        self, out: IO[str], *, width: int, color: bool, mode: Mode = "logical", vowels: bool = True, lang: str = "en",
        boxes: bool = False,
    ) -> None:  # fmt: skip
        self._columns_there = width
        self.width = max(min(width - reserved(mode), WIDEST), NARROWEST)
        self._styled = color
        self._console = _Console(
            file=out, width=self.width, force_terminal=color, no_color=not color, highlight=False, markup=False, emoji=False,
            legacy_windows=False, color_system="256" if color else None,
        )  # fmt: skip
        self._mode: Mode = mode
        self._set = CellSetter(self._console, mode, vowels=vowels)
        self._base: Direction = "rtl" if lang == "ar" else "ltr"
        self._mirrored = self._set.places and lang == "ar"
        # Text that is aligned to the far side leaves the last column free, as the near side does by its indent.
        self._room = self.width - self._set.places
        self._one_field_a_line = mode == "records"
        self._boxes = boxes and not self._one_field_a_line

    def show(self, blocks: Iterable[Block]) -> None:
        """Print the blocks in order, each as soon as it is there."""
        for block in blocks:
            rows = Rows(self._rows(block), width=self.width, mirrored=self._mirrored, mode=self._mode)
            self._console.print(rows, soft_wrap=True, end="")

    def _rows(self, block: Block) -> Iterator[list[Piece]]:
        if isinstance(block, Gap):
            yield []
        elif isinstance(block, Heading):
            yield from self._paragraph(Paragraph((Cell(block.text, "strong"),), 1, ui=True))
        elif isinstance(block, Paragraph):
            yield from self._paragraph(block)
        elif isinstance(block, Flow):
            yield from self._flow(block)
        elif self._columns_there < RECORDS_UNDER or self._one_field_a_line:
            yield from self._records(block)
        else:
            yield from self._grid(block, self._boxes)

    def _text(self, cells: Iterable[Cell]) -> Text:
        text = Text()
        for c in cells:
            if c.only != "plain" or not self._styled:
                own = Text(drawn(self._mode, safe(c.text).replace("\n", " ")), self._style(c.style))
                text.append_text(self._set.isolated(own) if c.isolate else own)
        return text

    def _style(self, names: str) -> str:
        return " ".join(_STYLES[n] for n in names.split()) if self._styled else ""

    # -- paragraphs ----------------------------------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, room: int = 0) -> Iterator[list[Piece]]:
        """Rows of a paragraph; it stands between its indent and ``room``, the whole page's if none is given."""
        room = room or self._room
        margin = [self._text(m) for m in block.margin]
        beside = max((self._set.width(m) for m in margin), default=-_GAP)
        narrow = beside > self.width // 2 or room - block.indent - block.hang - beside - _GAP < _LEAST_BESIDE
        if margin and (self._columns_there < block.margin_from or narrow or self._one_field_a_line):
            for m in block.margin:
                yield from self._paragraph(Paragraph(m, block.indent, ui=True), room)
            margin, beside = [], -_GAP
        columns = room - block.indent - beside - _GAP
        rows = [row for cells in self._fields(block) for row in self._field(cells, block, columns)]
        for n in range(max(len(rows), len(margin))):
            row = rows[n] if n < len(rows) else []
            if n < len(margin):
                line = self._set.lines(margin[n], room, self._base)[0]
                row.append(Piece(room - line.width, line))
            yield row

    def _fields(self, block: Paragraph) -> list[list[Cell]]:
        """What goes on a line together: all, unless the terminal would reorder a line of both directions as a whole.

        Names of the direction that is not the page's then have lines of their own, whose arrows point their way.
        """
        if not (self._one_field_a_line and block.ui):
            return [list(block.cells)]
        fields = []
        for far, group in groupby(zip(self._far(block.cells), block.cells, strict=True), key=itemgetter(0)):
            cells = [c for _, c in group]
            cells[0] = cells[0]._replace(text=cells[0].text.lstrip(_SEPARATORS))
            if any(c.text.strip() for c in cells):
                fields.append([c._replace(text=c.text.translate(_TURNED)) for c in cells] if far else cells)
        return fields

    def _far(self, cells: Sequence[Cell]) -> list[bool]:
        """Which cells stand on lines of the other direction: names of it, counts after them and what joins them."""
        far: list[bool | None] = [
            None
            if not any(x.isalpha() for x in c.text)
            else c.isolate and self._set.mixes(self._text((c,)), self._base)
            for c in cells
        ]
        for n, cell in enumerate(cells):
            if far[n] is None:
                following = next((f for f in far[n:] if f is not None), False)
                before = n == 0 or far[n - 1] is True
                far[n] = before and (following or (n > 0 and any(x.isdigit() for x in cell.text)))
        return [bool(f) for f in far]

    def _field(self, cells: list[Cell], block: Paragraph, columns: int) -> Iterator[list[Piece]]:
        """Lines in a block of ``columns``, each at the side on which its paragraph begins."""
        lines = self._set.lines(self._text(cells), columns - block.hang, self._base if block.ui else "auto")
        for n, line in enumerate(lines):
            indent = block.hang if n else 0
            if self._set.places and line.rtl != self._mirrored:
                indent = columns - line.width - indent
            yield [Piece(block.indent + indent, line)]

    def _at(self, column: int, lines: Iterable[SetLine]) -> Iterator[list[Piece]]:
        return ([Piece(column, line)] for line in lines)

    def _flow(self, block: Flow) -> Iterator[list[Piece]]:
        row: list[Piece] = []
        at = block.indent
        for cells in block.items:
            for n, line in enumerate(self._set.lines(self._text(cells), self._room - block.indent, self._base)):
                if row and (n or at + line.width > self._room):
                    yield row
                    row, at = [], block.indent
                row.append(Piece(at, line))
                at += line.width + _BETWEEN_ITEMS
        yield row

    # -- grids ---------------------------------------------------------------------------------------------------------

    def _grid(self, block: Grid, boxed: bool) -> Iterator[list[Piece]]:
        heads = [self._text((Cell(h, "dim"),)) for h in block.heads]
        rows = [[self._text((c,)) for c in row.cells] for row in block.rows]
        columns = self._columns(block, [heads, *rows] if heads else rows, boxed)
        if columns.end > self._room:
            yield from self._grid(block, boxed=False) if boxed else self._records(block)
            return
        head = list(columns.rows(self._lines(heads, columns, self._base))) if heads else []
        if boxed:
            yield from self._titled(block.title, [])
            yield from self._boxed(block, rows, head, columns)
            return
        yield from self._titled(block.title, head)
        for row, cells in zip(block.rows, rows, strict=True):
            yield from columns.rows(self._lines(cells, columns))
            for paragraph in row.under:
                yield from self._paragraph(paragraph)

    def _columns(self, block: Grid, rows: Sequence[Sequence[Text]], boxed: bool) -> Columns:
        numbers = range(len(block.align))
        return place_columns(
            [max((self._set.width(r[n]) for r in rows), default=0) for n in numbers],
            [max((self._set.width(w) for r in rows for w in r[n].split(" ")), default=0) for n in numbers],
            block.align, indent=block.indent, room=self._room, mirrored=self._mirrored, boxed=boxed,
            fill=boxed and any(row.under for row in block.rows),
        )  # fmt: skip

    def _lines(self, cells: Sequence[Text], columns: Columns, base: Direction = "auto") -> list[list[SetLine]]:
        return [self._set.lines(c, width, base) for c, width in zip(cells, columns.widths, strict=True)]

    def _titled(self, title: str, head: list[list[Piece]]) -> Iterator[list[Piece]]:
        """The title on the line of the heads where it has room there, else on its own."""
        if title:
            line = self._set.lines(self._text((Cell(title, "strong"),)), self._room, self._base)[0]
            free = min((p.column for p in head[0] if p.line.width), default=0) if head else 0
            if line.width + 1 < free:
                head[0].append(Piece(1, line))
            else:
                yield [Piece(1, line)]
        yield from head

    def _boxed(
        self, block: Grid, rows: Sequence[Sequence[Text]], head: list[list[Piece]], columns: Columns
    ) -> Iterator[list[Piece]]:
        bar = self._drawn("│")
        borders = [Piece(at, bar) for at in columns.borders()]
        ends = [borders[0], borders[-1]]

        def rule(ends: str, inner: str) -> list[Piece]:
            return [Piece(columns.start, self._drawn(columns.rule(ends, inner)))]

        yield rule("┌┐", "┬")
        if head:
            yield from ([*row, *borders] for row in head)
            yield rule("├┤", "┼")
        for row, cells in zip(block.rows, rows, strict=True):
            yield from ([*pieces, *borders] for pieces in columns.rows(self._lines(cells, columns)))
            for paragraph in row.under:
                inside = paragraph._replace(indent=columns.start + paragraph.indent)
                yield from ([*pieces, *ends] for pieces in self._paragraph(inside, columns.end - 2))
        yield rule("└┘", "┴")

    def _drawn(self, text: str) -> SetLine:
        return SetLine((Segment(drawn(self._mode, text), self._console.get_style(self._style("dim"))),), len(text))

    def _records(self, block: Grid) -> Iterator[list[Piece]]:
        """Each row as lines: what has no head as running text, what has one as ``head value``."""
        if block.title:
            yield from self._rows(Heading(block.title))
        heads = block.heads or ("",) * len(block.align)
        for row in block.rows:
            bare = [c for c, h in zip(row.cells, heads, strict=True) if not h and c.text]
            named = [(h, c) for c, h in zip(row.cells, heads, strict=True) if h and c.text]
            first = [x for c in bare for x in (Cell("  "), c._replace(isolate=True))][1:]
            yield from self._paragraph(Paragraph(tuple(first), block.indent, hang=2, ui=True))
            for head, cell in named:
                cells = (Cell(f"{head} ", "dim"), cell._replace(isolate=True))
                yield from self._paragraph(Paragraph(cells, block.indent + 2, hang=2, ui=True))
            for paragraph in row.under:
                yield from self._paragraph(paragraph)
