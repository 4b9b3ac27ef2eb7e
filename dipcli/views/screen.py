"""What a screen is made of, before anything is known of the terminal: headings, paragraphs, grids of cells."""

from typing import NamedTuple


class Cell(NamedTuple):
    """A run of text with the name of its style (``dim``, ``strong``, ``mark``, ``leader0`` … ``leader7``)."""

    text: str
    style: str = ""


class Heading(NamedTuple):
    """The name of a section."""

    text: str


class Paragraph(NamedTuple):
    """Running text; ``indent`` in columns; ``margin`` stands at its end on the first line (place and id)."""

    cells: tuple[Cell, ...]
    indent: int = 0
    margin: str = ""


class Grid(NamedTuple):
    """Rows of cells under optional column heads; ``align`` has ``l`` or ``r`` a column."""

    rows: tuple[tuple[Cell, ...], ...]
    align: str
    heads: tuple[str, ...] = ()
    indent: int = 3


class Gap(NamedTuple):
    """An empty line."""


Block = Heading | Paragraph | Grid | Gap


def leader_styles(ids: list[str]) -> dict[str, str]:
    """A colour a leader, the same over the whole output: eight, in order of appearance."""
    return {entity: f"leader{n % 8}" for n, entity in enumerate(dict.fromkeys(ids))}
