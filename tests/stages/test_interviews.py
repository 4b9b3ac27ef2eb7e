"""Interviews: questions and answers in lines of their own, and speech that no mark or particle opens."""

import pytest

from tests.stages.reports import Read, said, source_of

LEAD = "أكد وزير النقل التونسي سامر النجار أن الخط سيفتح في الصيف. وأضاف أن العمل بدأ."


def interview(question: str, answer: str, answers: int = 3) -> str:
    asked = "متى تفتحون الخط؟", "كم عدد العربات؟", "من يمول المشروع؟"
    told = "الخط يفتح في يوليو", "لدينا عشر عربات جديدة", "تموله الدولة من ميزانيتها"
    pairs = zip(asked, told, strict=True)
    return "\n".join([LEAD, *(f"{question}{q}\n{answer}{a}." for q, a in list(pairs)[:answers])])


@pytest.mark.parametrize(("question", "answer"), [("• ", "•• "), ("* ", "- "), ("", "ـ "), ("- ", "- ")])
def test_an_answer_is_of_who_spoke_before_the_questions(read: Read, question: str, answer: str) -> None:
    report = read(interview(question, answer))
    statement = said(report, "لدينا عشر عربات جديدة")
    assert source_of(report, statement) == "سامر النجار"
    assert statement.cue is None
    assert statement.sieve == "source_of_an_answer"
    assert len(report.statements) == 5


@pytest.mark.parametrize(
    "text",
    [
        interview("• ", "•• ", answers=2),  # two may be how a writer goes on
        interview("", ""),  # without a mark a question may be the writer's own
        "\n".join([LEAD, *["- متى تفتحون الخط؟"] * 4]),  # nothing but questions
    ],
)
def test_what_is_no_interview(read: Read, text: str) -> None:
    assert all(s.sieve != "source_of_an_answer" for s in read(text).statements)


def test_answers_of_nobody_are_left_out(read: Read) -> None:
    text = interview("• ", "•• ").replace(LEAD, "الخط الجديد قيد البناء.")
    assert not read(text).statements


def test_an_answer_of_several_paragraphs_is_one(read: Read) -> None:
    text = interview("• ", "•• ").replace(
        "لدينا عشر عربات جديدة.", "لدينا عشر عربات جديدة.\nوسنشتري غيرها في العام المقبل."
    )
    report = read(text)
    content = said(report, "لدينا عشر عربات").content
    assert [report.article.text[c.start : c.end] for c in content] == [
        "لدينا عشر عربات جديدة",
        "وسنشتري غيرها في العام المقبل",
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("وقال سعيد الأحمري سيظل الوطن عزيزا مهما حدث.", "سعيد الأحمري", "سيظل الوطن عزيزا مهما حدث"),
        ("وقال سعيد الأحمري الحمد لله على السلامة.", "سعيد الأحمري", "الحمد لله على السلامة"),
        ("وقال خالد الشهري أعزي أسر الضحايا في مصابهم.", "خالد الشهري", "أعزي أسر الضحايا"),
    ],
)
def test_a_verb_right_behind_who_says_it_is_said(read: Read, text: str, source: str, content: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


@pytest.mark.parametrize(
    "text",
    [
        "طائرة تونسية تقل وزير النقل سامر النجار تهبط في الميناء.",
        "وقال مسؤول طلب عدم نشر اسمه.",
    ],
)
def test_a_verb_that_is_not_said(read: Read, text: str) -> None:
    assert not read(text).statements


def test_a_word_ends_with_its_ta_marbuta(read: Read) -> None:
    report = read("وكرمت القيادةوقال سامر النجار إن الحفل ناجح.")
    statement = said(report, "الحفل ناجح")
    assert statement.cue is not None
    assert report.article.text[statement.cue.span.start : statement.cue.span.end] == "وقال"
    assert source_of(report, statement) == "سامر النجار"
