"""The order in which lines are seen, on sentences of our own; always runs."""

import pytest

from dipcli.bidi import (
    Setting,
    bidi_class,
    embedding_levels,
    has_rtl,
    level_runs,
    line_levels,
    mirrored,
    paragraph_level,
    paragraphs,
    set_line,
    visual_order,
)
from dipcli.bidi.columns import clusters, kinds

PLAIN = Setting(shape=False)
LTR = PLAIN._replace(base="ltr")
RTL = PLAIN._replace(base="rtl")


def seen(*parts: str) -> str:
    """What is seen from left to right: the parts in this order, those with Arabic or Hebrew letters reversed."""
    return "".join(
        part[::-1] if any("\u05d0" <= c <= "\u06ff" and c not in "٠١٢٣٤٥٦٧٨٩" for c in part) else part for part in parts
    )


CASES = {
    "letters": ("وصل الوفد مساء", PLAIN, seen("وصل الوفد مساء")),
    "number at the end": ("عقدت الجلسة عام 2015", PLAIN, seen("2015", "عقدت الجلسة عام ")),
    "number within": ("وقع 12 وزيرا البيان", PLAIN, seen(" وزيرا البيان", "12", "وقع ")),
    "percent after Arabic": ("زادت الصادرات 30% هذا العام", PLAIN, seen(" هذا العام", "%", "30", "زادت الصادرات ")),
    "Arabic-Indic percent": ("زادت الصادرات ٣٠٪ هذا العام", PLAIN, seen(" هذا العام", "٪", "٣٠", "زادت الصادرات ")),
    "decimal comma": ("بلغت الكلفة 4,5 مليون", PLAIN, seen(" مليون", "4,5", "بلغت الكلفة ")),
    "currency before Arabic": ("30$ دفعها", PLAIN, seen(" دفعها", "30$")),
    "date with slashes": ("في 12/05/2015 غادر", PLAIN, seen(" غادر", "12/05/2015", "في ")),
    "range of Arabic numbers": ("من ١٩٩٠-١٩٩٥ حكم", PLAIN, seen(" حكم", "١٩٩٥", "-", "١٩٩٠", "من ")),
    "minus": ("الحرارة -5 ليلا", PLAIN, seen(" ليلا", "5", "-", "الحرارة ")),
    "round brackets": ("اليوم (الاثنين) غادر", PLAIN, seen(" غادر", "(", "الاثنين", ")", "اليوم ")),
    "brackets around Latin": ("الحزب (ABC) فاز", PLAIN, seen(" فاز", "(ABC)", "الحزب ")),
    "nested brackets": ("نص (أول [ثان] ثالث)", PLAIN, seen("(", " ثالث", "[", "ثان", "]", "أول ", ")", "نص ")),
    "guillemets": ("قال «نعم» وخرج", PLAIN, seen(" وخرج", "«", "نعم", "»", "قال ")),
    "curly quotes have no mirror": ("قال “نعم” وخرج", PLAIN, seen(" وخرج", "”", "نعم", "“", "قال ")),
    "Latin within": ("زار Paul Martin القاهرة", PLAIN, seen(" القاهرة", "Paul Martin", "زار ")),
    "Latin with a number": ("اقتنى Falcon 9 أمس", PLAIN, seen(" أمس", "Falcon 9", "اقتنى ")),
    "full stop after Latin": ("زار القاهرة Paul.", PLAIN, seen(".", "Paul", "زار القاهرة ")),
    "Arabic within English": ("The word سلام means peace.", PLAIN, seen("The word ", "سلام", " means peace.")),
    "Arabic in English brackets": ("peace (سلام) now", PLAIN, seen("peace (", "سلام", ") now")),
    "two Arabic words and a comma in English": ("a سلام, وعدل b", PLAIN, seen("a ", "سلام, وعدل", " b")),
    "Arabic paragraph that begins with Latin": ("NATO وافق", RTL, seen(" وافق", "NATO")),
    "the same, taken as English": ("NATO وافق", PLAIN, seen("NATO ", "وافق")),
    "English in a right-to-left paragraph": ("Hello (x).", RTL, ".Hello (x)"),
    "Hebrew": ("שלום (עולם)", PLAIN, seen("(", "עולם", ")", "שלום ")),
    "isolate keeps a name whole": ("قال \u2066Paul (x)!\u2069 نعم", PLAIN, seen(" نعم", "Paul (x)!", "قال ")),
    "override": ("a \u202eabc\u202c b", PLAIN, "a cba b"),
    "mark of direction": ("شركة ABC!\u200e نجحت", PLAIN, seen(" نجحت", "ABC!", "شركة ")),
    "marks follow their base": ("كَتَبَ", PLAIN, "بَتَكَ"),
    "marks follow their base in Hebrew": ("\u05e9\u05b8\u05c1\u05d1", PLAIN, "\u05d1\u05e9\u05b8\u05c1"),
    "ellipsis at the logical end": ("بدأ الاجتماع…", PLAIN, seen("…", "بدأ الاجتماع")),
    "trailing space": ("نعم ", PLAIN, seen(" ", "نعم")),
    "trailing space in English": ("a نعم ", LTR, seen("a ", "نعم", " ")),
    "emoji with modifier": ("نعم 👍🏽 شكرا", PLAIN, seen(" شكرا", "👍🏽", "نعم ")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_order(name: str) -> None:
    text, setting, expected = CASES[name]
    assert set_line(text, setting).text == expected


def test_paragraph_level() -> None:
    assert paragraph_level("123 نعم abc") == 1
    assert paragraph_level("123 abc نعم") == 0
    assert paragraph_level("123 …") == 0
    assert paragraph_level("\u2066abc\u2069 نعم") == 1, "an isolate is passed over"
    assert paragraph_level("\u2066abc نعم") == 0, "without its end to the end of the paragraph"


def test_paragraphs() -> None:
    text = "a\nb\r\n\u2029c"
    assert [text[start:end] for start, end in paragraphs(text)] == ["a", "b", "", "c"]
    assert paragraphs("") == [(0, 0)]


def test_levels_and_runs() -> None:
    levels = embedding_levels("قال Paul")
    assert levels == bytes([1, 1, 1, 1, 2, 2, 2, 2])
    assert [tuple(run) for run in level_runs(levels)] == [(0, 4, 1), (4, 8, 2)]
    assert visual_order(levels) == [4, 5, 6, 7, 3, 2, 1, 0]
    assert visual_order(b"") == []


def test_white_space_at_the_end_of_a_line_is_reset() -> None:
    text = "a نعم نعم"
    levels = embedding_levels(text)
    assert levels[5] == 1
    assert line_levels(text, levels, 0, 0, 6) == bytes([0, 0, 1, 1, 1, 0])
    assert line_levels("ا\tب", embedding_levels("ا\tب", 0), 0, 0, 3) == bytes([1, 0, 1]), "segment separators are too"


def test_depth_is_bounded() -> None:
    assert embedding_levels("\u202b\u202a" * 100 + "ا")[-1] == 125
    assert embedding_levels("\u2067\u2066" * 100 + "ا")[-1] == 125
    assert embedding_levels("\u202b" * 200 + "a")[-1] == 126


def test_a_separator_ends_embeddings_and_isolates() -> None:
    assert embedding_levels("\u2066ا\na\u2069", 0) == bytes([0, 3, 0, 0, 0])
    assert embedding_levels("\u202eab\nab", 0)[1:] == bytes([1, 1, 0, 0, 0])


def test_more_brackets_than_the_stack_holds_do_not_pair() -> None:
    within, beyond = ("a" + "(" * n + "b" + ")" * n for n in (63, 64))
    # In a right-to-left paragraph, brackets that pair around Latin after Latin are Latin too; a bracket alone is not.
    assert embedding_levels(within, 1)[-1] == 2
    assert embedding_levels(beyond, 1)[-1] == 1


def test_canonical_equivalents_of_brackets_pair() -> None:
    assert embedding_levels("a\u3008b\u232a", 1)[-1] == 2
    assert embedding_levels("a\u3008b)", 1)[-1] == 1


def test_mirrored() -> None:
    assert mirrored("(«a») ≤ “b”") == ")»a«( ≥ “b”"


def test_class_of_a_code_point_without_a_character() -> None:
    assert bidi_class("\u05ff") == "R"
    assert bidi_class("\ufdd0") == "BN"
    assert bidi_class("\U00010d3f") == "AL"
    assert bidi_class("\u0378") == "L"


def test_has_rtl() -> None:
    assert not has_rtl("Plain “text” — 漢字 1.5%")
    for text in ("نعم", "שלום", "٣", "\u200f", "\u202e", "\U0001e900"):
        assert has_rtl(f"a {text}"), text


def test_a_joiner_binds_symbols_alone() -> None:
    assert list(clusters(kinds("👩‍🚀"))) == [(0, 3)]
    assert list(clusters(kinds("آ‍漢"))) == [(0, 2), (2, 3)]
