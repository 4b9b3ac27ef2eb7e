"""Corrections of who is one person, as rows and for people."""

from typing import Annotated

from dipcli.records import Record
from dipcli.views.labels import label
from dipcli.views.screen import Cell, Grid, Row


class CorrectionRow(Record):
    """``dip.correction/1``: two persons of an archive that are one, or some forms of one that are another."""

    number: Annotated[int, "what --undo takes"]
    kind: Annotated[str, "merge or split"]
    person: str
    person_number: Annotated[int, "the person's number in the archive"]
    other: str
    other_number: int
    made: Annotated[str, "when, ISO 8601"]


def corrections_grid(rows: list[CorrectionRow], lang: str) -> Grid:
    """Number, the other, is or is not, the person, when."""
    shown = (
        Row((Cell(str(r.number), "dim"), Cell(r.other), Cell(label(r.kind, lang), "dim"), Cell(r.person, "strong"), Cell(r.made, "dim")))
        for r in rows
    )  # fmt: skip
    return Grid(tuple(shown), "rllll", indent=1)
