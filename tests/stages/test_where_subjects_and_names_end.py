"""Where the name of a speaker ends, and the object behind it begins."""

import pytest

from tests.stages.reports import Read, said, source_of

XI = "قال الرئيس الصيني شي جين بينغ إن الجسر سليم. "


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("وقال مسؤول كيني إن الماء عذب. وسبق لماهر السعدي أن قال مرارا إن الجسر سليم.", "الجسر سليم", "ماهر السعدي"),
        ("قال ماهر السعدي إن الماء عذب. وقال مسؤول كيني إن الطريق آمن. وسبق للسعدي وأن أكد أن الجسر سليم.", "الجسر سليم", "ماهر السعدي"),
        ("وختمت الصحيفة بأن هناء السعدي ترى أن الجسر سليم.", "الجسر سليم", "هناء السعدي"),
        ("وقال المجلس الأعلى للثقافة إن الجسر سليم.", "الجسر سليم", "المجلس الأعلى للثقافة"),
        ("وصفت إمارة منطقة عسير ناقلي الأخشاب المقطوعة بالمخالفين.", "بالمخالفين", "إمارة منطقة عسير"),
        ("واعترف عدد من المقبوض عليهم بأنهم كسروا الباب.", "كسروا الباب", "عدد من المقبوض عليهم"),
        ("وناشد سالم العمري الوزير علاج ابنه في الخارج.", "علاج ابنه في الخارج", "سالم العمري"),
        ("أعلنت شركة فيسبوك أنها بنت مقرا. وقالت فيسبوك إن الجسر سليم.", "الجسر سليم", "شركة فيسبوك"),
        (XI + "وحول جهود الرئيس شي المضنية، قال الرئيس شي إن الماء عذب.", "الماء عذب", "شي جين بينغ"),
    ],
)  # fmt: skip
def test_who_speaks(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("قالت وزيرة الصناعة والطاقة نائلة العمري إن الجسر سليم.", "نائلة العمري", "وزيرة الصناعة والطاقة"),
        ("أعلن رئيس الوزراء الياباني شينزو آبي في تموز أن الجسر سليم.", "شينزو آبي", "رئيس الوزراء"),
        ("وقال الأمير محمد بن سلمان إن الجسر سليم، مؤكدا سموه في حينه أن الماء عذب.", "محمد بن سلمان", "الأمير"),
    ],
)
def test_name_and_office(read: Read, text: str, name: str, office: str) -> None:
    report = read(text)
    (one,) = (e for e in report.entities if e.name == name)
    assert one.office == office
    assert not any("في" in report.article.text[m.span.start : m.span.end].split() for m in one.mentions)


def test_a_sign_says_and_points_not(read: Read) -> None:
    report = read("وقال سالم العمري إن الماء عذب. وعلى الباب طاولة تحمل لافتة تقول: «الجسر سليم».")
    assert [s.cue.lemma for s in report.statements if s.cue] == ["قال"]
