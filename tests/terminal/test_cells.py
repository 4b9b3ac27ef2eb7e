"""Cells: styles, alignment, isolation, ellipsis; and the renderable in tables of other programs."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dipcli.bidi import paragraph_level
from dipcli.terminal.cells import CellSetter, SetLine
from dipcli.terminal.modes import MODES, Mode, ordered
from dipcli.terminal.renderable import BidiText
from dipcli.terminal.safe import safe
from tests.conftest import ROOT
from tests.terminal.emulator import Kind, Terminal, columns_of

SENTENCE = "قال الوزير (أمس) إن 12 اتفاقا لا تزال قائمة مع UNESCO"


def setter(mode: Mode = "visual") -> CellSetter:
    return CellSetter(Console(file=io.StringIO(), color_system="256"), mode)


def text_of(line: SetLine) -> str:
    return "".join(s.text for s in line.segments)


def seen(line: SetLine, kind: Kind = "grid") -> str:
    terminal = Terminal(kind).feed(" " + line.before + text_of(line) + line.after)
    return terminal.shown()[0][1:]


# -- styles ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
def test_styles_stay_with_their_letters(mode: Mode) -> None:
    text = Text("أكد (الوزير) أن 12 بندا")
    for start, end, style in ((0, 3, "bold"), (4, 12, "red"), (5, 11, "underline"), (16, 18, "italic")):
        text.stylize(style, start, end)
    styled = {str(s.style): s.text for s in setter(mode).lines(text, 60)[0].segments}
    letters = {"bold": "دكأ", "red": "()", "red underline": "ريزولا", "underline red": "ريزولا", "italic": "12"}
    for style, shown in styled.items():
        if style in letters:
            plain = "".join(sorted(Terminal("grid").feed(shown).shown()[0]))
            assert plain in ("".join(sorted(letters[style])), "(", ")", "()"), (mode, style)


def test_styles_stay_in_their_columns_where_runs_are_turned() -> None:
    text = Text("«الحوار».")
    text.stylize("underline", 1, 7)
    line = setter("words").lines(text, 40)[0]
    at, marked = 0, []
    for segment in line.segments:
        marked += [at + i for i in range(len(segment.text)) if segment.style and segment.style.underline]
        at += len(segment.text)
    assert seen(line, "by_run") == ".«راوحلا»"
    assert marked == [2, 3, 4, 5, 6, 7]


def test_runs_break_where_the_font_does() -> None:
    text = Text("وأضاف")
    text.stylize("bold", 1, 5)
    line = setter("words").lines(text, 40)[0]
    bold = ["1" if s.style and s.style.bold else "0" for s in line.segments]
    printed = "".join(f"\x1b[{b}m{s.text}\x1b[0m" for b, s in zip(bold, line.segments, strict=True))
    assert Terminal("by_run").feed(printed).shown() == ["فاضأو"]


# -- widths ------------------------------------------------------------------------------------------------------------

_TEXT = st.text("ابلاآدمن \u064e\u0651ab1٣()«»،.漢-\u200d\u200c", max_size=40)


@given(_TEXT, st.integers(1, 30), st.sampled_from(tuple(MODES)))
def test_widths_are_those_of_the_terminal(raw: str, columns: int, mode: Mode) -> None:
    own, raw = setter(mode), safe(raw)
    for line in own.lines(Text(raw), columns):
        assert line.width == sum(map(columns_of, text_of(line)))
        assert line.width <= max(columns, 2)
    assert own.width(Text(raw)) >= max(line.width for line in own.lines(Text(raw), 1000))


@given(_TEXT, st.integers(1, 30), st.sampled_from(tuple(MODES)))
def test_rich_measures_the_same(raw: str, columns: int, mode: Mode) -> None:
    for line in setter(mode).lines(Text(safe(raw)), columns):
        assert sum(s.cell_length for s in line.segments) == line.width


# -- ellipsis and isolation --------------------------------------------------------------------------------------------


def test_an_ellipsis_stands_at_the_logical_end() -> None:
    line = setter().cut(Text(SENTENCE), 20)
    assert line.width <= 20
    assert line.rtl
    assert seen(line).startswith("…")
    assert seen(line).endswith("لاق")
    latin = setter().cut(Text("a long sentence in English"), 10)
    assert seen(latin).endswith("…")
    assert seen(setter().cut(Text("قصير"), 20)) == "ريصق"


def test_an_isolated_name_leaves_the_order_of_others_alone() -> None:
    own = setter()
    both = Text.assemble(own.isolated(Text("سلمى")), " → ", own.isolated(Text(" هند ")), "3")
    assert seen(own.lines(both, 40, "ltr")[0]) == "ىملس →  دنه 3"
    without = own.lines(Text("سلمى → هند 3"), 40, "ltr")[0]
    assert seen(without) == "3 دنه → ىملس"
    assert own.isolated(Text("  ")).plain == "  "
    assert setter("logical").isolated(Text("هند")).plain == "هند"


def test_marks_in_the_text_are_not_printed_where_nothing_needs_them() -> None:
    raw = Text("\u200fabc\u200e قال\u061c")
    for mode in ("logical", "records", "visual", "words"):
        assert not any(c in text_of(setter(mode).lines(raw, 40)[0]) for c in "\u200e\u200f\u061c")


@pytest.mark.parametrize("columns", [17, 18, 19, 20])
def test_lines_of_records_begin_as_their_paragraph_does(columns: int) -> None:
    text = Text("قال الوزير إن UNESCO ستشارك في المؤتمر المقبل")
    wrapped = setter("logical").lines(text, 16)
    assert any(paragraph_level(text_of(x)) == 0 for x in wrapped), "or the example shows nothing"
    assert all(paragraph_level(text_of(x)) == 1 for x in setter("records").lines(text, columns))


# -- the renderable ----------------------------------------------------------------------------------------------------

PAIRS: tuple[tuple[Mode, Kind], ...] = (
    ("visual", "grid"),
    ("bdsm", "implicit"),
    ("lro", "implicit"),
    ("words", "by_run"),
)


@pytest.mark.parametrize(("mode", "kind"), PAIRS)
def test_a_table_of_another_program(mode: Mode, kind: Kind) -> None:
    console = Console(file=io.StringIO(), width=80, color_system=None, legacy_windows=False)
    table = Table(title="T", show_lines=True)
    for n in range(3):
        table.add_column(str(n), justify="left")
    for words in ("لا إله", "مُحَمَّدٌ", "[bold]a[/bold]"):
        table.add_row(
            BidiText(words, mode),
            BidiText(SENTENCE, mode),
            BidiText(SENTENCE, mode, overflow="ellipsis", justify="center"),
        )
    with ordered(console.file, mode):
        console.print(table)
    rows = Terminal(kind, 80).feed(console.file.getvalue()).shown()  # type: ignore[attr-defined]
    bars = [[i for i, c in enumerate(row) if c in "│┃"] for row in rows if "│" in row or "┃" in row]
    assert len(bars[0]) == 4
    assert all(b == bars[0] for b in bars)
    text = "\n".join(rows)
    assert "[bold]a[/bold]" in text
    assert "لاق" in text
    assert "…" in text


@pytest.mark.parametrize(("justify", "start"), [("auto", 17), ("left", 0), ("right", 17), ("center", 8)])
def test_alignment(justify: str, start: int) -> None:
    console = Console(file=io.StringIO(), width=20, color_system=None)
    console.print(BidiText(Text("سلام", style=Style(bold=True)), "visual", justify=justify))  # type: ignore[arg-type]
    row = console.file.getvalue().rstrip("\n")  # type: ignore[attr-defined]
    assert len(row) == 20
    assert len(row) - len(row.lstrip()) == start


def test_paragraphs_are_lines_of_their_own() -> None:
    console = Console(file=io.StringIO(), width=20, color_system=None)
    console.print(BidiText("سلام\nabc", "visual"))
    first, second = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert first.startswith("    ")
    assert second.startswith("abc")


def test_the_example_of_the_docs_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs/terminals.md").read_text(encoding="utf-8")
    (example,) = re.findall("```python\n(.*?)```", text, re.DOTALL)
    exec(compile(example, "docs/terminals.md", "exec"), {})
    assert "لا سلام إلا بالحوار (المادة 12)" in capsys.readouterr().out
