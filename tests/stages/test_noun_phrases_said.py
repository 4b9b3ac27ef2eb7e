"""Noun phrases that are said: disclosed, felt, praised, behind long subjects and whom one tells."""

import pytest

from tests.stages.reports import Read, said, source_of


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("كشفت مصادر دبلوماسية تونسية تفاصيل الاتفاق الجديد.", "مصادر دبلوماسية تونسية", "تفاصيل الاتفاق الجديد"),
        ("كشفت مصادر دبلوماسية تونسية لـ«عكاظ» تفاصيل الاتفاق الجديد.", "مصادر دبلوماسية تونسية", "تفاصيل الاتفاق الجديد"),
        ("وأكدت مصادر طبية لـ «عكاظ» توقف المستشفى.", "مصادر طبية", "توقف المستشفى"),
        ("كشفت مصادر أمنية في المديرية قيام التنظيم بنهب المخازن.", "مصادر أمنية في المديرية", "قيام التنظيم بنهب المخازن"),
        ("وأبدى الوزير سالم العمري، لدى زيارته المجلس، عميق حزنه.", "سالم العمري", "عميق حزنه"),
        ("من جهته، أشاد مدير الفريق فهد المفرج بانضباطية اللاعبين.", "فهد المفرج", "بانضباطية اللاعبين"),
        ("استنكر دبلوماسيون عرب ومصريون مزاعم الوزير.", "دبلوماسيون عرب ومصريون", "مزاعم الوزير"),
    ],
)  # fmt: skip
def test_what_is_said_is_a_noun_phrase(read: Read, text: str, source: str, content: str) -> None:
    report = read(text)
    first = report.statements[0].content[0]
    assert report.article.text[first.start : first.end] == content
    assert source_of(report, said(report, content)) == source


def test_two_groups_stay_two(read: Read) -> None:
    report = read("نقلت الوكالة عن مسؤولين تونسيين ودبلوماسيين دوليين أن الطريق مفتوح.")
    names = {e.id: e.name for e in report.entities}
    assert [names[s.entity or ""] for s in report.statements[0].sources] == ["مسؤولين تونسيين", "دبلوماسيين دوليين"]


def test_the_phrase_on_a_matter_names_no_speaker(read: Read) -> None:
    report = read(
        "وقال سالم العمري إن الحرب انتهت. وحول رؤيته لأسباب التسليم لكينيا وليس الاتحاد السوفييتي، قال: «لم يثق القادة بأحد»."
    )
    assert [source_of(report, s) for s in report.statements] == ["سالم العمري", "سالم العمري"]


def test_what_is_uncovered_is_not_said(read: Read) -> None:
    assert not read("كشف الحارس باب المخزن.").statements
