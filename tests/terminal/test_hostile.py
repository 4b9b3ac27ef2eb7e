"""Hostile text in a cell: the terminal stays as it was, and so does everything outside the cell."""

import io
import unicodedata

import pytest
from rich.console import Console
from rich.table import Table

from dipcli.terminal.modes import Mode, ordered, reserved
from dipcli.terminal.renderable import BidiText
from dipcli.views.screen import Block, Cell, Grid, Heading, Paragraph, Row
from tests.terminal.emulator import Kind, Terminal
from tests.terminal.hostile import corpus
from tests.terminal.screens import printed

CORPUS = corpus()
TERMINALS: tuple[tuple[Mode, Kind], ...] = (
    ("visual", "grid"), ("bdsm", "implicit"), ("lro", "implicit"), ("words", "by_run"), ("records", "first_strong"), ("logical", "grid"),
)  # fmt: skip
BESIDE = "beside"


def grid(text: str) -> Grid:
    """A cell with the text between two that are known, in the middle of three rows."""
    known = Row((Cell("before"), Cell("قال الوزير"), Cell(BESIDE)))
    return Grid((known, Row((Cell("before"), Cell(text, "mark"), Cell(BESIDE))), known), "lll", ("", "", "n"))


def test_there_are_many() -> None:
    assert len(CORPUS) >= 300


@pytest.mark.parametrize(("mode", "kind"), TERMINALS)
@pytest.mark.parametrize("boxes", [False, True])
def test_a_hostile_cell_stays_in_its_cell(mode: Mode, kind: Kind, boxes: bool) -> None:
    for text in CORPUS[:: 5 if boxes else 1]:
        out = printed((grid(text),), mode, width=80 + reserved(mode), boxes=boxes, color=True)
        terminal = Terminal(kind, 83).feed(out)
        assert not terminal.disturbed, ascii(text)
        assert terminal.style == "", ascii(text)
        assert terminal.reorders
        seen = terminal.shown()
        if mode == "records":
            continue
        places = [row.index(BESIDE) for row in seen if BESIDE in row]
        # The column is where the widest cell puts it, on the first line of each row.
        assert len(places) == 3, ascii(text)
        assert len(set(places)) == 1, ascii(text)
        for n, row in enumerate(seen):
            if BESIDE in row:
                start = row.index("before")
                cells = terminal.rows[n]
                assert not any(c.style for c in cells[start : start + 6]), ascii(text)
        if boxes and mode != "records":
            bars = [[i for i, c in enumerate(row) if c == "│"] for row in seen if "│" in row]
            assert all(b == bars[0] for b in bars), ascii(text)


@pytest.mark.parametrize(("mode", "kind"), TERMINALS)
def test_hostile_text_in_paragraphs(mode: Mode, kind: Kind) -> None:
    blocks: list[Block] = []
    for text in CORPUS:
        blocks += [
            Paragraph((Cell("label "), Cell(text, "dim", isolate=True), Cell(" end")), 1, ui=True),
            Paragraph((Cell("قال "), Cell(text, "said")), 3, hang=2, margin=((Cell(text[:20], isolate=True),),)),
            Heading(text),
        ]
    terminal = Terminal(kind, 80).feed(printed(tuple(blocks), mode, color=True))
    assert not terminal.disturbed
    assert terminal.style == ""
    assert max(map(len, terminal.rows)) <= 80
    # Whatever a text holds, the labels of its own line stand where they did.
    if mode not in ("records", "logical"):
        assert sum(row.startswith(" label") for row in terminal.shown()) == len(CORPUS)


@pytest.mark.parametrize(("mode", "kind"), [t for t in TERMINALS if t[0] not in ("records", "logical")])
def test_hostile_text_in_the_table_of_another_program(mode: Mode, kind: Kind) -> None:
    for text in CORPUS:
        if any(unicodedata.category(c) == "Mc" for c in text):
            continue  # Rich gives the spacing vowels of Indic scripts no column, terminals one
        console = Console(file=io.StringIO(), width=60, color_system=None, legacy_windows=False)
        table = Table()
        table.add_column("a")
        table.add_column("b")
        table.add_row(BidiText(text, mode), BidiText("قال", mode))
        with ordered(console.file, mode):
            console.print(table)
        terminal = Terminal(kind, 60).feed(console.file.getvalue())  # type: ignore[attr-defined]
        assert not terminal.disturbed, ascii(text)
        bars = [[i for i, c in enumerate(row) if c in "│┃"] for row in terminal.shown() if "│" in row or "┃" in row]
        assert all(b == bars[0] for b in bars), ascii(text)
