"""Pages of any blocks: within their width, every letter there, columns apart, in every mode and from both sides."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipcli.terminal.modes import MODES, Mode
from dipcli.views.screen import Block, Cell, Flow, Gap, Grid, Heading, Paragraph, Row
from tests.terminal.emulator import Kind, Terminal
from tests.terminal.screens import printed

_TEXT = st.text("ابجدلآ abc«(12)»،. ", max_size=40)
_CELL = st.builds(Cell, _TEXT, st.sampled_from(["", "dim", "leader1 strong"]), isolate=st.booleans())
_CELLS = st.lists(_CELL, max_size=4).map(tuple)
_PARAGRAPH = st.builds(
    Paragraph, _CELLS, indent=st.integers(1, 6), hang=st.integers(0, 4), margin=st.lists(_CELLS, max_size=2).map(tuple),
    margin_from=st.sampled_from([0, 80]), ui=st.booleans(),
)  # fmt: skip
_ROW = st.builds(Row, st.lists(_CELL, min_size=3, max_size=3).map(tuple), st.lists(_PARAGRAPH, max_size=1).map(tuple))
_GRID = st.builds(
    Grid, st.lists(_ROW, max_size=3).map(tuple), st.just("lrl"), st.sampled_from([(), ("", "عدد", "what")]), st.integers(1, 4),
    st.sampled_from(["", "TITLE"]),
)  # fmt: skip
_FLOW = st.builds(Flow, st.lists(_CELLS, max_size=5).map(tuple), st.integers(1, 4))
_BLOCKS = st.lists(_PARAGRAPH | _GRID | _FLOW | st.builds(Heading, _TEXT) | st.just(Gap()), max_size=3).map(tuple)
_MIXED = re.compile("[abchpwtTILE][^ ]*[\u0620-\u06ff\ufef5-\ufefc]|[\u0620-\u06ff\ufef5-\ufefc][^ ]*[abchpwtTILE]")
_SHOWN_BY: dict[Mode, Kind] = {
    "visual": "grid", "bdsm": "implicit", "lro": "broken", "konsole": "grid", "words": "by_run", "records": "first_strong", "logical": "grid",
}  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_BLOCKS, st.integers(25, 110), st.sampled_from(["en", "ar"]), st.booleans(), st.booleans())
@pytest.mark.parametrize("mode", MODES)
def test_any_page_keeps_to_its_width(
    mode: Mode, blocks: tuple[Block, ...], width: int, lang: str, boxes: bool, color: bool
) -> None:
    terminal = Terminal(_SHOWN_BY[mode], width)
    terminal.feed(printed(blocks, mode, width=width, lang=lang, boxes=boxes, color=color))
    assert not terminal.disturbed
    assert terminal.style == ""
    for row, controls in zip(terminal.rows, terminal.controls, strict=True):
        assert len(row) + controls <= width


@settings(max_examples=60, deadline=None)
@given(_BLOCKS, st.integers(60, 100), st.sampled_from(["en", "ar"]), st.booleans())
def test_every_terminal_shows_the_same(blocks: tuple[Block, ...], width: int, lang: str, boxes: bool) -> None:
    seen = Terminal("grid", width).feed(printed(blocks, "visual", width=width, lang=lang, boxes=boxes)).shown()
    assert (
        Terminal("implicit", width).feed(printed(blocks, "bdsm", width=width, lang=lang, boxes=boxes)).shown() == seen
    )
    # A word of letters of both directions cannot be given to a terminal that turns whole words.
    if not any(_MIXED.search(row) for row in seen):
        assert (
            Terminal("by_run", width).feed(printed(blocks, "words", width=width, lang=lang, boxes=boxes)).shown()
            == seen
        )
    text = printed(blocks, "lro", width=width, lang=lang, boxes=boxes)
    assert Terminal("grid", width).feed(text).shown() == Terminal("implicit", width).feed(text).shown()
    assert Terminal("grid", width).feed(text).shown() == Terminal("broken", width).feed(text).shown()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(_TEXT.filter(str.strip), min_size=3, max_size=3), min_size=2, max_size=4),
    st.sampled_from(["en", "ar"]),
)
def test_columns_are_apart_on_every_row(texts: list[list[str]], lang: str) -> None:
    grid = Grid(tuple(Row(tuple(map(Cell, row))) for row in texts), "lll")
    rows = Terminal("grid").feed(printed((grid,), "visual", width=100, lang=lang)).rows[:-1]
    filled = {i for row in rows for i, cell in enumerate(row) if cell.text != " "}
    gaps = [i for i in range(min(filled), max(filled)) if i not in filled and i + 1 not in filled]
    assert len(gaps) >= 2
