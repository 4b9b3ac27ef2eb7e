"""Where what is said begins behind a subject in construct, and verbal nouns that are denied."""

import pytest

from tests.stages.reports import Read, said, source_of


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("استنكر أبناء منطقة عسير التفجير.", "أبناء منطقة عسير", "التفجير"),
        ("واستنكر أعضاء الحزب التفجير الإرهابي.", "أعضاء الحزب", "التفجير الإرهابي"),
        ("وتوقع التقرير تباطؤ معدل النمو.", "التقرير", "تباطؤ معدل النمو"),
        ("وتوقعت الوزيرة زيادة الأسعار.", "الوزيرة", "زيادة الأسعار"),
        ("وتوقع البنك عجز الميزانية.", "البنك", "عجز الميزانية"),
        ("وانتقد رئيس الحزب عدم دعوة النواب إلى الاجتماع.", "رئيس الحزب", "عدم دعوة النواب إلى الاجتماع"),
    ],
)
def test_the_object_behind_its_subject(read: Read, text: str, source: str, content: str) -> None:
    report = read(text)
    assert len(report.statements) == 1
    assert source_of(report, said(report, content)) == source


def test_a_dropped_subject_before_what_is_denied(read: Read) -> None:
    report = read("وقال سالم العمري إن الطريق مفتوح. كما انتقد عدم دعوة حكومته إلى الاجتماع.")
    assert source_of(report, said(report, "عدم دعوة حكومته إلى الاجتماع")) == "سالم العمري"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("واستنكرت لجنة الشؤون الخارجية التابعة للبرلمان التفجير.", "لجنة الشؤون الخارجية التابعة للبرلمان", "التفجير"),
        ("وأكدت إدارة الدراسات المرورية أن الموعد قائم.", "إدارة الدراسات المرورية", "الموعد قائم"),
    ],
)
def test_adjectives_stay_with_their_noun(read: Read, text: str, source: str, content: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال سامر النجار: تأثرنا كثيرا بالمشاهد. وعن أبرز الذكريات قال: هي جميلة.", "تأثرنا كثيرا بالمشاهد"),
        ("وقال سامر النجار: تأثرنا كثيرا بالمشاهد. من جهته قال وائل الخطيب إنها جميلة.", "تأثرنا كثيرا بالمشاهد"),
        ("وأكد سامر النجار أنه يرفض المشروع؛ لكنه قال إن الباب مفتوح.", "أنه يرفض المشروع"),
        ("ورحب سامر النجار بانضمام الدول إلى الاتفاق، إشارة إلى تصريحات تونسية.", "بانضمام الدول إلى الاتفاق"),
    ],
)
def test_what_opens_the_next_report_is_its_own(read: Read, text: str, content: str) -> None:
    report = read(text)
    first = report.statements[0].content[-1]
    assert report.article.text[first.start : first.end] == content
