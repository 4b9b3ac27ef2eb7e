"""All forms of a word, and none of another."""

import re
from pathlib import Path

import pytest

from dipcli.text.forms import fold_keeping, forms_of, spellings_of

_SAME = [
    ("رئيس", "والرئيسان"), ("رئيس", "رؤسائهم"), ("رؤساء", "للرئيس"), ("والرئيس", "الرئيس"), ("الرئيسين", "رئيسنا"),
    ("تعاون", "وبتعاونهما"), ("تعاون", "تعاونًا"), ("علاقة", "علاقاتهما"), ("علاقات", "العلاقة"),
    ("علاقاتهما", "علاقتنا"), ("مسؤولين", "المسؤولة"), ("مسؤول", "مسؤولو"), ("لقاء", "بلقائه"), ("لقاء", "اللقاءات"),
    ("مستوى", "مستواها"), ("بلد", "البلدين"), ("بلد", "بلديهما"), ("بلاد", "البلدان"), ("وزارة", "لوزارتهم"),
    ("وزارة", "وزاره"), ("حق", "حقوقهم"), ("لجنة", "للجنة"), ("ألماني", "والألمانية"), ("مشروع", "مشروعات"),
    ("قوة", "القوات"), ("وزير", "وزيرا"), ("ولاية", "الولايات"), ("دولتين", "الدول"), ("مفاوضات", "للمفاوضات"),
    ("سَفير", "السفراء"), ("مسؤول", "المسئولين"), ("لاعب", "لاعبي"), ("دبلوماسي", "دبلوماسيو"), ("بلد", "بلادي"), ("الحدود", "حدودنا"), ("اتفاق", "الاتفاقات"),
]  # fmt: skip
_OTHER = [
    ("دول", "الدولي"), ("دور", "دورة"), ("عمل", "العملة"), ("حرب", "الحربي"), ("لبنان", "لبن"), ("بحر", "البحرين"),
    ("قانون", "قان"), ("تعاون", "تعا"), ("مال", "المالك"), ("رئيس", "الرئيسي"), ("شرط", "الشرطة"),
    ("مكتب", "المكتبة"), ("سلم", "سلمان"), ("وطن", "الوطني"), ("اقتصاد", "الاقتصادية"), ("جمع", "الجمعة"), ("لبنان", "لبناني"), ("اقتصاد", "اقتصادي"), ("رئيس", "الرئيسة"), ("شعب", "شعبان"),
    ("والدة", "دة"), ("ولد", "لد"), ("وزير", "زير"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "written"), _SAME)
def test_forms_of_a_word(word: str, written: str) -> None:
    assert fold_keeping(written).text in spellings_of(word)


@pytest.mark.parametrize(("word", "written"), _OTHER)
def test_other_words(word: str, written: str) -> None:
    assert fold_keeping(written).text not in spellings_of(word)


def test_a_word_of_another_script_has_itself_alone() -> None:
    assert spellings_of("Tokayev") == {"tokayev"}
    assert spellings_of("2022") == {"2022"}


def test_every_listed_noun_finds_its_plurals_and_they_find_it() -> None:
    path = Path(__file__).parents[2] / "dipcli/text/plurals.tsv"
    rows = [
        x.split("\t") for x in path.read_text(encoding="utf-8").splitlines() if x and not x.startswith(("#", "word"))
    ]
    assert len(rows) > 200
    assert len({r[0] for r in rows}) == len(rows), "a word that stands twice"
    for word, further, never in rows:
        for other in filter(None, further.split("; ")):
            assert fold_keeping(other).text in spellings_of(word), (word, other)
            assert fold_keeping(word).text in spellings_of(other), (word, other)
        for other in filter(None, never.split("; ")):
            assert fold_keeping(other).text not in spellings_of(word), (word, other)


def test_no_pronoun_stands_behind_an_article() -> None:
    for word in ("رئيس", "علاقة", "لقاء", "حدود"):
        assert not [f for f in forms_of(word).definite if re.search("(ها|هم|نا|كم)$", f)]
