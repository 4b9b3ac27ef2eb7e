"""Who is set in front, named behind what he is, or by a word that is mostly another; papers told of again."""

import pytest

from tests.stages.reports import Read, said, source_of

BEFORE = "قالت هدى السعدي إن الماء عذب. "


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (BEFORE + "أما رعد جاسم (36 سنة) الموظف في شركة النفط، فقال إن الجسر سليم.", "رعد جاسم"),
        (BEFORE + "أما المعارضة الكينية، فتقول إن الجسر سليم.", "المعارضة الكينية"),
        (BEFORE + "وقال المواطن خالد في حديثه إن الجسر سليم.", "خالد"),
        (BEFORE + "وذكر البائع طاهر البحراني والد الطفلين أن الجسر سليم.", "طاهر البحراني"),
        ("حضر أحمد الخميس أمين عام الاتحاد، والوفد. وقال الخميس إن الجسر سليم.", "أحمد الخميس"),
        (BEFORE + "وقال سالم العمري الخميس إن الجسر سليم.", "سالم العمري"),
        ("أعلن مارتن بارون أن الماء عذب. وقال بارون إن الجسر سليم.", "مارتن بارون"),
        ("قالت الأمانة العامة لهيئة كبار العلماء إن الجسر سليم.", "الأمانة العامة لهيئة كبار العلماء"),
        ("أعرب الطفل أحمد الحسن ذو التسع سنوات عن أمله. وقال أحمد الحسن إن الجسر سليم.", "أحمد الحسن"),
        ("كشفت الهيئة الكينية في تقريرها أن الماء عذب وفقا لإحصاءات الربع الأول. وأشار التقرير إلى أن الجسر سليم.", "الهيئة الكينية"),
        ("أصدر المركز الكيني تقريرا. وقالت نتائج الاستبيان إن الماء عذب. وأضاف التقرير أن الجسر سليم.", "المركز الكيني"),
        ("قال سالم العمري إن الماء عذب حيث قال تعالى: (ولا تعتدوا). وأضاف أن الجسر سليم.", "سالم العمري"),
    ],
)  # fmt: skip
def test_who_speaks(read: Read, text: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, "الجسر سليم")) == source


@pytest.mark.parametrize(
    "text",
    [
        "وفي حال دعا الرئيس الكيني إلى استفتاء، سيكون الأمر صعبا.",
        "وهذا ما يؤكد مدى حرصه على الجسر.",
        "ويجب التفريق بين ضعف الذاكرة البسيط وبين النسيان الشديد حيث أن المرضى كثر.",
    ],
)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert read(text).statements == ()


def test_what_he_feels_and_has_is_no_form_of_address(read: Read) -> None:
    report = read("وعبر الأمير سالم العمري عن بالغ سعادته. وقال الرئيس ماهر السعدي إن لبنان القوي بدولته باق.")
    mentions = [report.article.text[m.span.start : m.span.end] for e in report.entities for m in e.mentions]
    assert "سعادته" not in mentions
    assert "دولته" not in mentions
