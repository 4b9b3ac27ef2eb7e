"""Verbs, adverbs and epithets are no part of a name, and some titles are."""

import pytest

from tests.stages.reports import Read


@pytest.mark.parametrize(("text", "name"), [
    ("أوضح السفير أن وزير الخارجية سيرغي لافروف سيلتقي غدا في المدينة نظيره.", "سيرغي لافروف"),
    ("وصرح وزير الخارجية الكيني إيفان دالتون بدوره: «آمل أن يفتح الجسر».", "إيفان دالتون"),
    ("وقال بن كاردين أكبر عضو في اللجنة إن الجسر سليم.", "بن كاردين"),
    ("قال النائب سالم الأمير إن الجسر سليم.", "سالم الأمير"),
    ("حضر الحفل م. إبراهيم السلطان ووكيل الأمانة. وقال السلطان إن الجسر سليم.", "إبراهيم السلطان"),
    ("وقال وزير الداخلية كريم سنجاري إن الجسر سليم.", "كريم سنجاري"),
    ("قال الرئيس الأميركي جو بايدن وشي جين بينغ إن الجسر سليم.", "شي جين بينغ"),
    ("قال سالم العمري وجو بايدن إن الجسر سليم.", "جو بايدن"),
    ("وزار حفيد الملك عبدالعزيز بن عبدالرحمن طيب الله ثراه. وقال الملك عبدالعزيز إن الجسر سليم.",
     "عبدالعزيز بن عبدالرحمن"),
])  # fmt: skip
def test_the_name(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


def test_the_title_that_is_a_surname_is_no_office(read: Read) -> None:
    report = read("حضر الحفل م. إبراهيم السلطان ووكيل الأمانة. وقال السلطان إن الجسر سليم.")
    assert [e.office for e in report.entities if e.name == "إبراهيم السلطان"] == [None]


def test_a_given_name_in_brackets(read: Read) -> None:
    report = read("وقال الرئيس بوتين إن الجسر سليم. وتحدث عن الرئيس (فلاديمير) بوتين وزير كيني.")
    assert [e.id for e in report.entities if e.country == "RU"] == ["vladimir-putin"]


def test_papers_of_a_land_are_not_its_minister(read: Read) -> None:
    report = read("قال رئيس الوزراء البريطاني ديفيد كاميرون إن الجسر سليم. واتهمت الصحف البريطانية كينيا بالإهمال.")
    assert len({s.sources[0].entity for s in report.statements}) == 2


def test_a_title_over_a_state_is_no_name(read: Read) -> None:
    report = read("كما يلتقي الوزير الكيني أمير دولة قطر تميم بن حمد اليوم.")
    assert len(report.messages) == 1
    assert "tamim-bin-hamad" in [e.id for e in report.entities]
    assert "أمير" not in [e.name for e in report.entities]


def test_whose_name_a_charity_bears(read: Read) -> None:
    report = read("وقال الوزير سالم العمري إن جمعية الأمير فهد بن سلطان الخيرية سليمة.")
    assert [e.name for e in report.entities] == ["سالم العمري"]
