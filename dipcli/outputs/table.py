"""Screens on a terminal by Rich: blocks of the views set into lines of a width.

Text is never markup: only ``Text`` objects are made of it, cleaned of controls. ``CellSetter`` is the seam for setting
right-to-left text: it alone measures and wraps what stands in one cell or paragraph.
"""

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from dipcli.outputs.visible import visible
from dipcli.views.screen import Block, Cell, Flow, Gap, Grid, Heading, Paragraph, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 100
NARROWEST = 20
# Under this width the columns of a grid become records, one line a value.
RECORDS_UNDER = 60
_GAP = 2
_LEAST_COLUMN = 12
# A column is not cut below its longest word, as far as that is no longer than this.
_LONGEST_WORD = 24

# Eight colours that people with the common kinds of colour blindness tell apart, readable on dark and on light.
_STYLES = {
    "dim": "dim", "strong": "bold", "mark": "bold reverse", "said": "underline",
    "leader0": "color(32)", "leader1": "color(166)", "leader2": "color(36)", "leader3": "color(168)", "leader4": "color(172)",
    "leader5": "color(74)", "leader6": "color(133)", "leader7": "color(101)",
}  # fmt: skip


class CellSetter:
    """Measures and wraps the text of one cell or paragraph, in logical order."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def width(self, text: Text) -> int:
        """Columns that the text takes on one line."""
        return text.cell_len

    def lines(self, text: Text, width: int) -> list[Text]:
        """The text in lines of at most ``width`` columns; a longer word is broken."""
        lines = list(text.wrap(self._console, max(width, 1), overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines or [Text()]


class Screen:
    """Prints blocks to a stream at a width; without ``color`` plain text, marks instead of styles."""

    def __init__(self, out: IO[str], *, width: int, color: bool) -> None:
        self.width = max(min(width, WIDEST), NARROWEST)
        self._styled = color
        self._console = Console(
            file=out, width=self.width, force_terminal=color, no_color=not color, highlight=False, markup=False, emoji=False,
            legacy_windows=False, color_system="256" if color else None,
        )  # fmt: skip
        self._set = CellSetter(self._console)

    def show(self, blocks: Iterable[Block]) -> None:
        """Print the blocks in order, each as soon as it is there."""
        for block in blocks:
            for line in self._lines(block):
                line.rstrip()
                self._console.print(line, soft_wrap=True)

    def _lines(self, block: Block) -> Iterator[Text]:
        if isinstance(block, Gap):
            yield Text()
        elif isinstance(block, Heading):
            yield _indented(self._text((Cell(block.text, "strong"),)), 1)
        elif isinstance(block, Paragraph):
            yield from self._paragraph(block)
        elif isinstance(block, Flow):
            yield from self._flow(block)
        else:
            yield from self._grid(block)

    def _text(self, cells: Iterable[Cell]) -> Text:
        text = Text()
        for c in cells:
            if c.only != "plain":
                text.append(visible(c.text), style=self._style(c.style))
            elif not self._styled:
                text.append(c.text)
        return text

    def _style(self, names: str) -> str:
        return " ".join(_STYLES[n] for n in names.split()) if self._styled else ""

    # -- paragraphs ----------------------------------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph) -> Iterator[Text]:
        text = self._text(block.cells)
        margin = [self._text((m,)) for m in block.margin]
        beside = max((self._set.width(m) for m in margin), default=-_GAP)
        if margin and (self.width < block.margin_from or beside > self.width // 2):
            for m in margin:
                yield from (_indented(line, block.indent) for line in self._set.lines(m, self.width - block.indent))
            margin, beside = [], -_GAP
        room = self.width - block.indent - block.hang - beside - _GAP
        lines = self._set.lines(text, room)
        for n in range(max(len(lines), len(margin))):
            line = _indented(lines[n] if n < len(lines) else Text(), block.indent + (block.hang if n else 0))
            if n < len(margin):
                line.append(" " * max(self.width - self._set.width(line) - self._set.width(margin[n]), 1))
                line.append_text(margin[n])
            yield line

    def _flow(self, block: Flow) -> Iterator[Text]:
        line = Text()
        for cells in block.items:
            item = self._text(cells)
            if line.plain and block.indent + self._set.width(line) + 3 + self._set.width(item) > self.width:
                yield _indented(line, block.indent)
                line = Text()
            if line.plain:
                line.append("   ")
            line.append_text(item)
        yield _indented(line, block.indent)

    # -- grids ---------------------------------------------------------------------------------------------------------

    def _grid(self, block: Grid) -> Iterator[Text]:
        if self.width < RECORDS_UNDER:
            yield from self._records(block)
            return
        heads = [self._text((Cell(h, "dim"),)) for h in block.heads]
        rows = [[self._text((c,)) for c in row.cells] for row in block.rows]
        widths = self._widths([heads, *rows] if heads else rows, block)
        if heads:
            yield from self._heads(block, heads, widths)
        for row, cells in zip(block.rows, rows, strict=True):
            yield from self._row(cells, widths, block)
            yield from self._under(row)

    def _widths(self, rows: "Sequence[Sequence[Text]]", block: Grid) -> list[int]:
        """Natural widths, the widest left-aligned columns cut down until the row fits."""
        widths = [max((self._set.width(r[n]) for r in rows), default=0) for n in range(len(block.align))]
        room = self.width - block.indent - sum(_GAP for w in widths if w) + _GAP
        longest = [max(_LEAST_COLUMN, *(self._longest_word(r[n]) for r in rows)) for n in range(len(widths))]
        left = [n for n, a in enumerate(block.align) if a == "l"]
        # Words stay whole where there is room for that.
        for least in (longest, [_LEAST_COLUMN] * len(widths)):
            while sum(widths) > room:
                widest = max(left, key=lambda n: widths[n] - least[n], default=None)
                if widest is None or widths[widest] <= least[widest]:
                    break
                widths[widest] -= min(sum(widths) - room, widths[widest] - least[widest], max(widths[widest] // 4, 1))
        return widths

    def _longest_word(self, text: Text) -> int:
        return min(max((self._set.width(w) for w in text.split(" ")), default=0), _LONGEST_WORD)

    def _heads(self, block: Grid, heads: list[Text], widths: list[int]) -> Iterator[Text]:
        line = next(iter(self._row(heads, widths, block)))
        title = self._text((Cell(block.title, "strong"),))
        room = len(line.plain) - len(line.plain.lstrip())
        if title.plain and self._set.width(title) + 1 < room:
            rest = line[self._set.width(title) + 1 :]
            line = _indented(title, 1)
            line.append_text(rest)
        elif title.plain:
            yield _indented(title, 1)
        yield line

    def _row(self, cells: "Sequence[Text]", widths: list[int], block: Grid) -> Iterator[Text]:
        lines = [self._set.lines(c, w) for c, w in zip(cells, widths, strict=True)]
        for n in range(max(len(x) for x in lines)):
            out = Text(" " * block.indent)
            for own, width, align in zip(lines, widths, block.align, strict=True):
                if not width:
                    continue
                cell = own[n] if n < len(own) else Text()
                pad = " " * (width - self._set.width(cell))
                for part in (pad, cell) if align == "r" else (cell, pad):
                    out.append_text(part) if isinstance(part, Text) else out.append(part)
                out.append(" " * _GAP)
            yield out

    def _under(self, row: Row) -> Iterator[Text]:
        for paragraph in row.under:
            yield from self._paragraph(paragraph)

    def _records(self, block: Grid) -> Iterator[Text]:
        """Each row as lines: what has no head as running text, what has one as ``head value``."""
        if block.title:
            yield _indented(self._text((Cell(block.title, "strong"),)), 1)
        heads = block.heads or ("",) * len(block.align)
        for row in block.rows:
            bare = [c for c, h in zip(row.cells, heads, strict=True) if not h and c.text]
            named = [(h, c) for c, h in zip(row.cells, heads, strict=True) if h and c.text]
            first = [x for c in bare for x in (Cell("  "), c)][1:]
            yield from self._paragraph(Paragraph(tuple(first), block.indent, hang=2))
            for head, cell in named:
                yield from self._paragraph(Paragraph((Cell(f"{head} ", "dim"), cell), block.indent + 2, hang=2))
            yield from self._under(row)


def _indented(text: Text, columns: int) -> Text:
    out = Text(" " * columns)
    out.append_text(text)
    return out
