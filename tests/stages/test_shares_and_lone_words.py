"""Who speaks as a share of people, as so many of them, or by one word that is also spelled like a verb."""

import pytest

from tests.stages.reports import Read, said, source_of

BEFORE = "قال سالم العمري إن الجسر سليم. "


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("وقال 87 في المئة من السكان إنهم راضون.", "87 في المئة من السكان"),
        ("وقال 60.5 بالمئة من سكان المدينة إنهم راضون.", "60.5 بالمئة من سكان المدينة"),
        ("بينما يرى 29 في المئة فقط أنهم راضون.", "29 في المئة فقط"),
        ("وقال 70% منهم إنهم راضون.", "70% منهم"),
        ("وقال أكثر من نصف المشاركين إنهم راضون.", "أكثر من نصف المشاركين"),
        ("ويرى بعضهم أنهم راضون.", "بعضهم"),
        ("وقال معظمهم إنهم راضون.", "معظمهم"),
        ("وأكد كلاهما أنهم راضون.", "كلاهما"),
        ("وقال ثلاثة من كبار القادة إنهم راضون.", "ثلاثة من كبار القادة"),
        ("وقال مور إنهم راضون.", "مور"),
        ("وقالت وجنات: «إنهم راضون».", "وجنات"),
        ("وقال إنهم راضون.", "سالم العمري"),
    ],
)
def test_who_speaks(read: Read, sentence: str, source: str) -> None:
    report = read(BEFORE + sentence)
    assert source_of(report, said(report, "راضون")) == source


@pytest.mark.parametrize(
    "sentence",
    ["وطالب بخفض 30 في المئة من الرسوم.", "وأعلنت الشركة زيادة نسبتها 75 بالمئة.", "وقال يجب أن نكون راضين."],
)
def test_a_share_of_things_speaks_not(read: Read, sentence: str) -> None:
    assert {e.name for e in read(BEFORE + sentence).entities} <= {"سالم العمري", "الشركة"}


def test_the_surname_that_somebody_known_has_too(read: Read) -> None:
    """A word that speaks alone ends the name before it, though it reads as a verb or is another's surname."""
    report = read("وصل الخبير جيفري مور أمس إلى المدينة. وقال مور إن الجسر سليم.")
    assert source_of(report, said(report, "الجسر سليم")) == "جيفري مور"


def test_each_of_two_bodies(read: Read) -> None:
    report = read("أعلن كل من «اللجنة الوطنية» و«الحركة الشعبية» أن الجسر سليم.")
    assert said(report, "الجسر سليم")
