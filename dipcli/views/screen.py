"""What a screen is made of, before anything is known of the terminal: headings, paragraphs, grids of cells."""

from collections.abc import Iterable, Iterator
from typing import Literal

from dipcli.records import Record

LEADER_COLOURS = 8


class Cell(Record):
    """A run of text with the names of its styles (``dim``, ``strong``, ``mark``, ``said``, ``leader0`` … ``leader7``).

    ``only="plain"`` stands where nothing can be styled (a mark that otherwise a style makes), so that nothing is ever
    said by colour alone. ``isolate``: a name or value on a line of several, whose direction is its own and leaves the
    order of the others alone.
    """

    text: str
    style: str = ""
    only: Literal["", "plain"] = ""
    isolate: bool = False


class Heading(Record):
    """The name of a section."""

    text: str


class Paragraph(Record):
    """Running text; ``indent`` and ``hang`` (more indent from the second line on) in columns.

    ``margin`` stands at the end of its lines, one entry a line from the first (place, id); where the screen is narrower
    than ``margin_from`` each is a line of its own ahead of the text. ``ui``: a line in the language of the labels, which
    has their direction; else the first letter says in which direction it runs.
    """

    cells: tuple[Cell, ...]
    indent: int = 0
    hang: int = 0
    margin: tuple[tuple[Cell, ...], ...] = ()
    margin_from: int = 0
    ui: bool = False


class Flow(Record):
    """Items side by side, as many as fit on a line; none is broken in two."""

    items: tuple[tuple[Cell, ...], ...]
    indent: int = 0


class Row(Record):
    """Cells of one line of a grid, and lines of running text that belong under it."""

    cells: tuple[Cell, ...]
    under: tuple[Paragraph, ...] = ()


class Grid(Record):
    """Rows in columns; ``align`` has ``l`` or ``r`` a column. A narrow screen shows each row as a record instead.

    ``title`` stands on the line of the heads, before the rows' own indent.
    """

    rows: tuple[Row, ...]
    align: str
    heads: tuple[str, ...] = ()
    indent: int = 3
    title: str = ""


class Gap(Record):
    """An empty line."""


Block = Heading | Paragraph | Flow | Grid | Gap


class Palette:
    """A colour a leader, the same over the whole output: eight, given in order of appearance."""

    def __init__(self) -> None:
        self._styles: dict[str, str] = {}

    def of(self, entity_id: str | None) -> str:
        """Name of the style of an entity; that of an open source is ``dim``."""
        if entity_id is None:
            return "dim"
        style = self._styles.get(entity_id)
        if style is None:
            style = self._styles[entity_id] = f"leader{len(self._styles) % LEADER_COLOURS}"
        return style


def joined(parts: Iterable[str], by: str, style: str = "") -> Iterator[Cell]:
    """Parts with ``by`` between them, each part in its own direction."""
    for n, part in enumerate(parts):
        if n:
            yield Cell(by, style)
        yield Cell(part, style, isolate=True)


def bar(count: int, most: int, width: int = 12) -> str:
    """A bar beside its number; empty for none."""
    return "▇" * max(1, round(width * count / most)) if count else ""


def flat(text: str) -> str:
    """Text on one line, single spaces."""
    return " ".join(text.split())


def head(text: str, most: int) -> str:
    """At most so many code points, an ellipsis behind them, cut between words where one ends in the last fifth."""
    if len(text) <= most:
        return text
    space = text.rfind(" ", most - most // 5, most - 1)
    return text[: most - 2 if space < 0 else space] + " …"


def cut(text: str, words: int) -> str:
    """At most so many words, an ellipsis behind them; for list views only."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
