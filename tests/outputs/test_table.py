"""Screens: text is never markup and never a command to the terminal; lines keep to the width."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from dipcli.outputs.cells import without_controls
from dipcli.outputs.table import Screen
from dipcli.views.screen import Block, Cell, Flow, Gap, Grid, Heading, Palette, Paragraph, Row, bar, cut


def shown(*blocks: Block, width: int = 80, color: bool = False) -> str:
    """What a screen prints."""
    out = io.StringIO()
    Screen(out, width=width, color=color).show(blocks)
    return out.getvalue()


def one(text: str, **options: object) -> Paragraph:
    """A paragraph of one cell."""
    return Paragraph((Cell(text),), **options)  # type: ignore[arg-type]


# -- text --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/]", "[link=file:///]x[/link]", ":smile:", "\\[x]", "{x}"])
@pytest.mark.parametrize("color", [False, True])
def test_markup_is_only_text(text: str, color: bool) -> None:
    assert text in shown(one(text), color=color)


@given(st.text())
def test_nothing_of_a_text_disturbs_the_terminal(text: str) -> None:
    printed = shown(one(text), Heading(text), Grid((Row((Cell(text), Cell(text))),), "lr"), width=60)
    assert all(c.isprintable() or c in "\n\u200c\u200d" for c in printed)


@given(st.text())
def test_a_table_of_plain_text_keeps_lines_and_loses_controls(text: str) -> None:
    cleaned = without_controls(text)
    assert cleaned.count("\n") == text.count("\n")
    cleaned.encode("utf-8")  # no lone surrogate is left
    assert not any(c in cleaned for c in "\x00\x07\x1b\x7f\x80\x9b\x9f")


# -- width -------------------------------------------------------------------------------------------------------------

_WORDS = st.text("ابجد abcd漢,.،", max_size=60)
_CELLS = st.builds(Cell, _WORDS, st.sampled_from(["", "dim", "strong", "leader3 strong", "mark"]))
_PARAGRAPHS = st.builds(
    Paragraph,
    st.lists(_CELLS, max_size=3).map(tuple),
    indent=st.integers(0, 6),
    hang=st.integers(0, 4),
    margin=st.lists(_CELLS.map(lambda c: (c,)), max_size=2).map(tuple),
    margin_from=st.sampled_from([0, 80]),
)
_GRIDS = st.lists(st.lists(_CELLS, min_size=3, max_size=3), max_size=3).map(
    lambda rows: Grid(tuple(Row(tuple(r)) for r in rows), "llr", ("", "head", "n"), title="TITLE")
)
_FLOWS = st.lists(st.lists(st.builds(Cell, st.text("اب c", max_size=8)), max_size=2).map(tuple), max_size=6).map(
    lambda items: Flow(tuple(items), 3)
)


@example([Paragraph((Cell("漢 a"),), indent=6, hang=4, margin=((Cell("aaaaaaa"),),), margin_from=0)], 20)
@given(st.lists(_PARAGRAPHS | _GRIDS | _FLOWS, max_size=3), st.integers(20, 110))
def test_no_line_is_wider_than_the_screen(blocks: list[Block], width: int) -> None:
    for line in shown(*blocks, width=width).splitlines():
        assert cell_len(line) <= min(width, 100)
        assert line == line.rstrip()


@given(_PARAGRAPHS, st.integers(20, 100))
def test_no_letter_is_lost(block: Paragraph, width: int) -> None:
    printed = shown(block, width=width)
    for cell in (*block.cells, *(c for m in block.margin for c in m)):
        for word in cell.text.split():
            assert all(printed.count(c) >= word.count(c) for c in set(word))


def test_wide_terminals_get_lines_of_a_hundred() -> None:
    assert max(map(len, shown(one("كلمة " * 100), width=200).splitlines())) <= 100


def test_a_margin_stands_at_the_end_of_its_line_or_ahead_of_the_text() -> None:
    block = one("كلمة", margin=((Cell("x:1"),),), margin_from=80)
    assert shown(block, width=80) == f"كلمة{' ' * 73}x:1\n"
    assert shown(block, width=79) == "x:1\nكلمة\n"


def test_columns_become_records_on_a_narrow_screen() -> None:
    grid = Grid((Row((Cell("Xi"), Cell("3")), (one("under"),)),), "lr", ("", "said"))
    assert shown(grid, width=60) == "       said\n   Xi     3\nunder\n"
    assert shown(grid, width=59) == "   Xi\n     said 3\nunder\n"


def test_items_of_a_flow_are_not_broken() -> None:
    lines = shown(Flow(tuple((Cell(f"{n}" * 8),) for n in range(6)), 3), width=30).splitlines()
    assert lines == ["   00000000   11111111", "   22222222   33333333", "   44444444   55555555"]


# -- style -------------------------------------------------------------------------------------------------------------


def test_marks_stand_where_there_are_no_styles() -> None:
    cells = (Cell("‹", only="plain"), Cell("x", "mark"), Cell("›", only="plain"))
    assert shown(Paragraph(cells)) == "‹x›\n"
    styled = shown(Paragraph(cells), color=True)
    assert "‹" not in styled
    assert "\x1b[" in styled


def test_every_style_that_views_use_is_there() -> None:
    palette = Palette()
    names = [palette.of(f"e{n}") for n in range(9)]
    assert len(set(names)) == 8
    assert names[0] == names[8] == palette.of("e0")
    assert palette.of(None) == "dim"
    for style in (*names, "dim", "strong", "mark", "said leader0"):
        assert "\x1b[" in shown(Paragraph((Cell("x", style),)), color=True)


def test_an_empty_line_is_empty() -> None:
    assert shown(Gap(), Gap()) == "\n\n"


def test_bars_stand_for_their_number() -> None:
    assert [bar(n, 12, 12) for n in (0, 1, 6, 12)] == ["", "▇", "▇" * 6, "▇" * 12]
    assert bar(1, 1000) == "▇", "one is never nothing"


def test_cut_at_a_word() -> None:
    assert cut("a b\nc", 3) == "a b c"
    assert cut("a b c d", 3) == "a b c …"
