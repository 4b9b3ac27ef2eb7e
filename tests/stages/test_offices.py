"""Which office of a person is shown, in which words, and whom it serves."""

import pytest

from dipcli.model import Article, Entity
from dipcli.pipeline import parse
from dipcli.rules.load import Rules


def _person(rules: Rules, text: str, name: str) -> Entity:
    return next(e for e in parse(Article(text=text), rules).entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("وقال المتحدث باسم الرئاسة السفير وائل الخطيب إن الزيارة قائمة.", "المتحدث باسم الرئاسة"),
        ("وقال السفير وائل الخطيب إن الزيارة قائمة.", "السفير"),
        ("وقال العميد وائل الخطيب، قائد حرس الحدود، إن المعبر آمن.", "قائد حرس الحدود"),
        ("وأكد نائب رئيس مجلس الوزراء وزير الداخلية وائل الخطيب أن المعبر آمن.", "نائب رئيس مجلس الوزراء وزير الداخلية"),
        ("وقال الوزير وائل الخطيب إن المعبر آمن.\nوأضاف وزير الخارجية وائل الخطيب أن الوفد وصل.", "وزير الخارجية"),
        ("وقال الرئيس الغاني السابق وائل الخطيب إن المعبر آمن.", "الرئيس السابق"),
        ("وقال السفير الغاني لدى تونس وائل الخطيب إن المعبر آمن.", "السفير لدى تونس"),
        ("وتسلم الملف القائد العام للجيش وائل الخطيب.", "القائد العام للجيش"),
        ("وسلم الرسالة للقائد العام للجيش وائل الخطيب.", "القائد العام للجيش"),
    ],
)  # fmt: skip
def test_office(rules: Rules, text: str, office: str) -> None:
    assert _person(rules, text, "وائل الخطيب").office == office


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("وقال الناطق باسم الأمم المتحدة وائل الخطيب إن الهدنة صامدة في اليمن.", "UN"),
        ("وقال السفير الغاني لدى الأمم المتحدة وائل الخطيب إن الهدنة صامدة.", "GH"),
        ("وقال سفير خادم الحرمين الشريفين لدى تونس وائل الخطيب إن المعرض ناجح.", "SA"),
        (
            "وأكد وزير الدفاع التونسي أن الميناء آمن.\nوقال الأمين العام لحلف شمال الأطلسي وائل الخطيب إن الحلف باق.",
            None,
        ),
    ],
)
def test_country(rules: Rules, text: str, country: str | None) -> None:
    assert _person(rules, text, "وائل الخطيب").country == country
