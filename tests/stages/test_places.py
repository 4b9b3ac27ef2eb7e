"""Places whose name is another word too, and the countries that offices are of."""

import pytest

from tests.stages.reports import Read


@pytest.mark.parametrize(("text", "country"), [
    ("وقال مدير النادي وائل الدقاق إن الفريق بذل جهدا كبيرا.", None),  # بيرا
    ("وقال مدير النادي وائل الدقاق، لافتا إلى أن الفريق جاهز: نبدأ غدا.", None),  # إفتا
    ("وشرح مدير النادي وائل الدقاق كيف يعمل الفريق، مؤكدا أن الباب مفتوح.", None),  # Kyiv
    ("وقال مدير النادي وائل الدقاق إن مدارس البنين جاهزة.", None),
    ("وقال مدير المستشفى وائل الدقاق إن قسم العيون جاهز.", None),
    ("وقال المحلل المالي وائل الدقاق إن الأسهم ارتفعت.", None),
    ("وقال الرئيس المالي وائل الدقاق إن باماكو هادئة.", "ML"),
    ("وقال رئيس بنين وائل الدقاق إن الأسواق مفتوحة.", "BJ"),
    ("وقال وزير النقل وائل الدقاق في سيول إن العمل في سيول مستمر.", "KR"),
    ("وقال وزير النقل وائل الدقاق إن أنقرة كبيرة وطرق أنقرة جاهزة.", "TR"),
])  # fmt: skip
def test_the_country_of_an_office_is_no_other_word(read: Read, text: str, country: str | None) -> None:
    assert [e.country for e in read(text).entities if e.kind == "person"] == [country]


def test_who_is_told_of_in_another_scene_is_of_its_country(read: Read) -> None:
    report = read(
        "قال وزير النقل التونسي وائل الدقاق في تونس إن الجسر جاهز. وأكد والي تونس سمير اللطيف أن الطريق مفتوح."
        " أما في كينيا فقال وزير النقل زياد الوكيل إن الجسر مغلق."
    )
    assert {e.name: e.country for e in report.entities if e.kind == "person"}["زياد الوكيل"] == "KE"
