"""Arabic letters in their forms, and the way back to the source."""

import unicodedata

import pytest

from dipcli.bidi import Setting, Shaped, set_line, shape

ISOLATED_LAM_ALEF, FINAL_LAM_ALEF = "\ufefb", "\ufefc"


def forms(text: str) -> list[str]:
    """The form of each character of the shaped text, or the character itself."""
    return [unicodedata.decomposition(c).split()[0].strip("<>") if c > "\ufb4f" else c for c in shape(text).text]


def test_four_forms() -> None:
    assert forms("ببب") == ["initial", "medial", "final"]
    assert forms("ب") == ["isolated"]
    assert forms("دار") == ["isolated", "isolated", "isolated"]
    assert forms("بدب") == ["initial", "final", "isolated"]
    assert forms("كتاب") == ["initial", "medial", "final", "isolated"]


def test_hamza_alone_joins_nothing() -> None:
    assert forms("جاء") == ["initial", "final", "ء"]
    assert forms("شيء") == ["initial", "final", "ء"]


@pytest.mark.parametrize(
    ("letters", "source"),
    [("لا", "\u0627"), ("لأ", "\u0623"), ("لإ", "\u0625"), ("لآ", "\u0622")],
)
def test_lam_alef(letters: str, source: str) -> None:
    shaped = shape(letters)
    assert unicodedata.decomposition(shaped.text) == f"<isolated> 0644 {ord(source):04X}"
    assert list(shaped.sources) == [0]
    joined = shape(f"ب{letters}")
    assert unicodedata.decomposition(joined.text[1]) == f"<final> 0644 {ord(source):04X}"
    assert list(joined.sources) == [0, 1]


def test_marks_of_lam_alef_follow_the_ligature() -> None:
    shaped = shape("س\u0644\u064e\u0627\u0653م")
    assert shaped.text[1:4] == FINAL_LAM_ALEF + "\u064e\u0653"
    assert list(shaped.sources) == [0, 1, 2, 4, 5]


def test_only_the_mandatory_ligatures() -> None:
    assert len(shape("الله").text) == 4
    assert shape("مُحَمَّد").text.count("\u0651") == 1
    assert shape("لمح").sources == range(3)


def test_marks_do_not_part_letters() -> None:
    assert forms("بَبِبّ") == ["initial", "َ", "medial", "ِ", "final", "ّ"]


def test_tatweel_joins_and_stays() -> None:
    assert forms("بـب") == ["initial", "ـ", "final"]
    assert forms("دـد") == ["isolated", "ـ", "final"]
    assert forms("ـ") == ["ـ"]


def test_zwnj_parts_and_goes() -> None:
    text = "می\u200cرود"
    shaped = shape(text)
    assert forms(text) == ["initial", "final", "isolated", "isolated", "isolated"]
    assert list(shaped.sources) == [0, 1, 3, 4, 5]
    assert shape("ل\u200cا").text == "\ufedd\ufe8d"


def test_zwj_joins_and_goes() -> None:
    assert forms("ه\u200d") == ["initial"]
    assert forms("\u200dه\u200d") == ["medial"]
    assert list(shape("\u200dه\u200d").sources) == [1]
    assert forms("ل\u200dا") == ["initial", "final"], "joined, and by the joiner no ligature"


def test_joiners_beside_other_scripts_stay() -> None:
    for text in ("क\u094d\u200dष", "👩\u200d🚀", "a\u200cb"):
        shaped = shape(text)
        assert (shaped.text, list(shaped.sources)) == (text, list(range(len(text))))


def test_letters_do_not_join_across_embeddings() -> None:
    assert forms("ب\u202bب\u202c") == ["isolated", "\u202b", "isolated", "\u202c"]
    assert forms("ب\u2067ب\u2069") == ["isolated", "\u2067", "isolated", "\u2069"]


def test_persian_and_urdu_letters() -> None:
    assert forms("پچژگک") == ["initial", "medial", "final", "initial", "final"]
    assert forms("ٹڈڑں") == ["initial", "final", "isolated", "isolated"]
    assert forms("ہھے") == ["initial", "medial", "final"]
    assert forms("ییی") == ["initial", "medial", "final"]


def test_letters_without_forms_join_their_neighbours() -> None:
    """Kurdish reh with small v, right-joining, and Maghribi feh with its dot below, dual-joining."""
    assert forms("بڕب") == ["initial", "ڕ", "isolated"]
    assert forms("بڢب") == ["initial", "ڢ", "final"]


def test_other_scripts_stay() -> None:
    for text in ("abc", "שלום", "ܫܠܡܐ", "漢字"):
        assert shape(text) == Shaped(text, range(len(text)))


def test_tashkeel_left_out() -> None:
    line = set_line("مُحَمَّدٌ لَآ", Setting(tashkeel=False))
    assert line.text == set_line("محمد لآ").text
    assert [line.sources[0], line.sources[-1]] == [10, 0]
    assert "\u0654" in set_line("ا\u0654", Setting(tashkeel=False)).text, "hamza above makes another letter"


def test_unshaped() -> None:
    line = set_line("سلام", Setting(shape=False))
    assert (line.text, line.width) == ("مالس", 4)
    assert set_line("سلام").width == 3
