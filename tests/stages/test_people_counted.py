"""People who speak with their number, and who is told again by the plural with the article."""

import pytest

from tests.stages.reports import Read, said, source_of

NINE = "طالب نحو ثلاثين عالما كينيا الحكومة بالحوار. وأكد العلماء أن الوضع صعب."


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("قال ثلاثة مسؤولين كينيين إن الحل قريب. وأضاف المسؤولون أن الوفد سافر.", "الوفد سافر", "ثلاثة مسؤولين كينيين"),
        ("وطالب 40 نائبا جمهوريا الحكومة بالتحقيق. وقال النواب إن الأمر عاجل.", "الأمر عاجل", "40 نائبا جمهوريا"),
        ("ودعا أكثر من 20 خبيرا إلى الحوار. وقال الخبراء إن الأمر عاجل.", "الأمر عاجل", "أكثر من 20 خبيرا"),
        ("قال عدد من الخبراء إن القرار خطأ. وأكد الخبراء أن الوضع صعب.", "الوضع صعب", "عدد من الخبراء"),
        (NINE, "الوضع صعب", "نحو ثلاثين عالما كينيا"),
        ("قال برلمانيون كينيون إن القرار خطأ. وأكد النواب أن الوضع صعب.", "الوضع صعب", "برلمانيون كينيون"),
        ("قال مسؤول كيني إن القرار خطأ. وأكد المسؤولون أن الوضع صعب.", "الوضع صعب", "المسؤولون"),
        ("قال خبير كيني إن القرار خطأ. وأكد العلماء أن الوضع صعب.", "الوضع صعب", "العلماء"),
        ("وأكد الوزير كمال العلمي أن ثلاثة أيام تكفي. وقال الخبراء إن الأمر عاجل.", "الأمر عاجل", "الخبراء"),
    ],
)  # fmt: skip
def test_the_plural_points_back(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_days_are_no_people(read: Read) -> None:
    report = read("قال الوزير كمال العلمي إن العمل بدأ، وأكد خمسة أيام من العمل.")
    assert not any("أيام" in e.name for e in report.entities)


def test_another_paper_leaves_the_statement_its_own(read: Read) -> None:
    text = (
        "قدم الجيش الكيني مذكرة إلى بعثة الأمم المتحدة. وأوضح بيان صادر عن مكتب الشؤون العامة أن المذكرة تطلب الحوار."
        " وأكد البيان أن الحدود هادئة."
    )
    report = read(text)
    assert source_of(report, said(report, "الحدود هادئة")) == "مكتب الشؤون العامة"
