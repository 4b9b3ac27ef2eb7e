"""Screens on a terminal by Rich. Text is never markup: only ``Text`` objects are handed over, cleaned of controls."""

from collections.abc import Iterable
from typing import IO, Any

from dipcli.views.screen import Block, Cell, Gap, Grid, Heading, Paragraph

_STYLES = {
    "dim": "dim", "strong": "bold", "mark": "bold reverse", "open": "underline",
    "leader0": "blue", "leader1": "dark_orange", "leader2": "green", "leader3": "magenta", "leader4": "cyan", "leader5": "yellow",
    "leader6": "red", "leader7": "bright_black",
}  # fmt: skip
WIDEST = 100


class Screen:
    """Prints blocks to a stream at a width; ``color`` False prints plain text."""

    def __init__(self, out: IO[str], *, width: int, color: bool, terminal: bool) -> None:
        from rich.console import Console

        self.width = min(width, WIDEST)
        self._console = Console(
            file=out, width=self.width, force_terminal=terminal and color, no_color=not color, highlight=False, markup=False,
            emoji=False, legacy_windows=False, color_system="auto" if color else None, soft_wrap=False,
        )  # fmt: skip

    def show(self, blocks: Iterable[Block]) -> None:
        """Print the blocks in order."""
        for block in blocks:
            self._one(block)

    def _one(self, block: Block) -> None:
        from rich.padding import Padding

        if isinstance(block, Gap):
            self._console.print()
        elif isinstance(block, Heading):
            self._console.print(Padding(self._text((Cell(block.text, "strong"),)), (0, 0, 0, 1)))
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Grid):
            self._grid(block)

    def _paragraph(self, block: Paragraph) -> None:
        from rich.padding import Padding

        text = self._text(block.cells)
        if not block.margin:
            self._console.print(Padding(text, (0, 0, 0, block.indent)))
            return
        from rich.table import Table

        grid = Table.grid(expand=True, padding=(0, 1))
        grid.add_column(ratio=1)
        grid.add_column(justify="right", no_wrap=True)
        grid.add_row(text, self._text((Cell(block.margin, "dim"),)))
        self._console.print(Padding(grid, (0, 0, 0, block.indent)))

    def _grid(self, block: Grid) -> None:
        from rich.padding import Padding
        from rich.table import Table

        grid = Table.grid(padding=(0, 2))
        for a in block.align:
            grid.add_column(justify="right" if a == "r" else "left")
        if any(block.heads):
            grid.add_row(*(self._text((Cell(h, "dim"),)) for h in block.heads))
        for row in block.rows:
            grid.add_row(*(self._text((c,)) for c in row))
        self._console.print(Padding(grid, (0, 0, 0, block.indent)))

    @staticmethod
    def _text(cells: Iterable[Cell]) -> Any:
        from rich.text import Text

        text = Text()
        for c in cells:
            style = " ".join(_STYLES.get(s, "underline" if s == "said" else "") for s in c.style.split())
            text.append(visible(c.text), style=style.strip() or None)
        return text


def visible(text: str) -> str:
    """Control characters made visible: nothing in an article may move the cursor or recolour the screen."""
    return "".join(c if c.isprintable() or c in "\n\u200c\u200d" else _picture(c) for c in text)


def _picture(c: str) -> str:
    code = ord(c)
    if code == 9:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if c.isspace():
        return " "
    if c in "\u00ad\ufeff\u200b":
        return ""
    return "\ufffd" if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 else f"<U+{code:04X}>"
