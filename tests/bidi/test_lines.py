"""Lines: widths, breaks, truncation, and what a line says of itself."""

import pytest

from dipcli.bidi import Setting, fit, set_line, set_lines, truncate, width, wrap

RAW = Setting(order="logical", shape=False, mirror=False)


def texts(text: str, columns: int, setting: Setting = RAW) -> list[str]:
    return [line.text for line in set_lines(text, columns, setting)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("a\tb\x1b", 2),
        ("“é” —", 5),
        ("e\u0301", 1),
        ("漢字", 4),
        ("ＡＢ", 4),
        ("سلام", 3),
        ("لأن لآل إلا", 8),
        ("سَلَام", 3),
        ("ل\u200cا", 2),
        ("\u200f\u2067نعم\u2069", 3),
        ("한글", 4),
        ("\u1112\u1161\u11ab", 2),
        ("👍🏽", 4),
        ("\u06dd", 1),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
    assert set_line(text).width == columns


def test_width_of_raw_letters() -> None:
    assert width("سلام لا", shape=False) == 7
    assert set_line("سلام لا", RAW).width == 7


def test_lines_end_at_spaces() -> None:
    assert texts("one two three", 7) == ["one two", "three"]
    assert texts("one two three", 8) == ["one two", "three"]
    assert texts("one  two   three  ", 5) == ["one", "two", "three"]
    assert texts("زار الوفد القاهرة", 10) == ["زار الوفد", "القاهرة"]


def test_a_space_that_does_not_break() -> None:
    assert texts("a 5\u00a0km", 5) == ["a", "5\u00a0km"]


def test_a_longer_word_is_broken() -> None:
    assert texts("a abcdefgh", 3) == ["a", "abc", "def", "gh"]
    assert texts("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]
    assert texts("漢字漢", 3) == ["漢", "字", "漢"]
    assert texts("漢字", 1) == ["漢", "字"], "a cluster that is too wide stands alone"
    assert texts("abc", 0) == ["a", "b", "c"]
    assert texts("👩\u200d🚀👩\u200d🚀", 5) == ["👩\u200d🚀", "👩\u200d🚀"]


def test_lam_alef_is_not_broken() -> None:
    assert [line.width for line in set_lines("لالالا", 2)] == [2, 1]
    assert wrap("لالالا", 2) == [(0, 4), (4, 6)]


def test_spaces_at_the_beginning() -> None:
    assert texts("  a b", 5) == ["  a b"]
    assert texts("     a", 3) == ["a"]
    assert texts("   ", 2) == [""]


def test_a_broken_word_keeps_its_forms() -> None:
    first, second = set_lines("ببب", 2)
    assert (first.text, second.text) == ("\ufe92\ufe91", "\ufe90")


def test_paragraphs_have_their_own_level() -> None:
    lines = set_lines("نعم\nyes\n\nلا", 10)
    assert [line.level for line in lines] == [1, 0, 0, 1]
    assert [(line.start, line.end) for line in lines] == [(0, 3), (4, 7), (8, 8), (9, 11)]
    assert list(lines[3].sources) == [9]
    assert set_lines("", 10) == [set_line("")]


def test_levels_of_the_paragraph_hold_in_each_line() -> None:
    """The Latin name is not taken for the beginning of a left-to-right line."""
    lines = set_lines("التقى الوفد Paul (وفده)", 12, Setting(shape=False))
    assert [line.text for line in lines] == ["دفولا ىقتلا", "(هدفو) Paul"]
    assert [line.level for line in lines] == [1, 1]


def test_base() -> None:
    assert set_line("abc نعم", Setting(base="rtl")).level == 1
    assert set_line("نعم abc", Setting(base="ltr")).level == 0
    assert set_line("abc", Setting(base="rtl")).level == 1


def test_what_needs_no_reordering_says_so() -> None:
    assert not set_line("abc — 漢").bidi
    assert not set_line("abc", Setting(base="rtl")).bidi
    for text, setting in (("نعم", Setting()), ("a ٣", Setting()), ("a.", Setting(base="rtl"))):
        assert set_line(text, setting).bidi, text
    assert [line.bidi for line in set_lines("abc نعم", 3)] == [False, True]
    assert [line.bidi for line in set_lines("a\nabc نعم", 3)] == [False, False, True]


def test_sources_carry_a_payload() -> None:
    line = set_line("قال Paul (نعم)", Setting(shape=False))
    assert "".join("قال Paul (نعم)"[at] for at in line.sources) == ")معن( Paul لاق"
    assert set_line("لا").sources[0] == 0


def test_formatting_is_gone_where_it_has_done_its_work() -> None:
    text = "نعم\u200f (\u2066abc\u2069)"
    assert set_line(text, Setting(shape=False)).text == "(abc) معن"
    assert set_line(text, RAW).text == text


def test_logical_order_with_mirrors() -> None:
    line = set_line("قال (نعم) و«لا» ≤ (abc)", Setting(order="logical", shape=False))
    assert line.text == "قال )نعم( و»لا« ≥ )abc("
    assert list(line.sources) == list(range(23))
    assert set_line("(abc) نعم", Setting(order="logical")).text[:5] == "(abc)"


def _as_shown(text: str) -> str:
    """What a display shows that sets each space-free run in the direction of its first letter of a script."""
    from dipcli.bidi import mirrored

    def shown(run: str) -> str:
        first = next((c for c in run if c.isalpha() or c == "٪"), "")
        return mirrored(run[::-1]) if first > "\u0590" else run

    return " ".join(shown(run) for run in text.split(" "))


@pytest.mark.parametrize(
    "text",
    [
        "زادت 30% (هذا) العام، ٣٠٪ نعم",
        "قال Paul (Martin) نعم: 5.",
        "the سلام (word) is",
        "الـCNN قالت",
        "(نعم) «لا»",
        "1990-1995 عام",
    ],
)
def test_words(text: str) -> None:
    line = set_line(text, Setting(order="words", shape=False))
    assert _as_shown(line.text) == set_line(text, Setting(shape=False)).text
    assert sorted(line.sources) == list(range(len(text)))


def test_words_keep_marks_with_their_base() -> None:
    assert set_line("كَتَبَ", Setting(order="words", shape=False)).text == "كَتَبَ"
    assert list(set_line("كَتَبَ", Setting(order="words")).sources) == list(range(6))


def test_fit() -> None:
    assert fit("abc", 2) == 2
    assert fit("abc", 9) == 3
    assert fit("سلام", 2) == 3
    assert fit("سلام", 2, shape=False) == 2
    assert fit("e\u0301e\u0301", 1) == 2
    assert fit("漢", 1) == 0


def test_truncate() -> None:
    assert truncate("abcdef", 6) == "abcdef"
    assert truncate("abcdef", 4) == "abc…"
    assert truncate("abc def", 5) == "abc…"
    assert truncate("abc def ghi", 9) == "abc def…"
    assert truncate("abc def ghi", 7, whole_words=True) == "abc…"
    assert truncate("abc def ghi", 8, whole_words=True) == "abc def…"
    assert truncate("abcdefghi", 4, whole_words=True) == "abc…"
    assert truncate("سلام عليكم", 5) == "سلام…"
    assert truncate("abc", 0) == ""
    assert truncate("abcdef", 2, ellipsis="...") == ".."
    assert truncate("سلام", 3) == "سلام"
    assert truncate("سلام", 3, shape=False) == "سل…"


def test_truncated_text_ends_on_the_left() -> None:
    cut = truncate("التقى الوفد Paul Martin", 18)
    assert set_line(cut, Setting(base="rtl", shape=False)).text == "…Paul دفولا ىقتلا"
