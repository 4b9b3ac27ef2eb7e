"""The medium of a statement: where its sentence tells it, where somebody goes on speaking, where nothing tells it."""

from dipcli.model import Statement
from tests.stages.reports import Read


def _statements(read: Read, text: str) -> tuple[Statement, ...]:
    return read(text).statements


def _kinds(read: Read, text: str) -> list[str | None]:
    return [s.medium.kind if s.medium else None for s in _statements(read, text)]


def test_who_goes_on_speaking_does_so_in_the_same_medium(read: Read) -> None:
    text = "قالت وزيرة التعليم ليلى الحداد في مؤتمر صحفي إن العام الدراسي بدأ، مشيرة إلى أن الكتب وصلت.\nوأضافت أن النقل مجاني."
    assert _kinds(read, text) == ["press_conference"] * 3


def test_somebody_else_does_not(read: Read) -> None:
    text = (
        "قالت وزيرة التعليم ليلى الحداد في مؤتمر صحفي إن المدارس جاهزة.\nوأكد وزير النقل سامي الخطيب أن الحافلات تكفي."
    )
    assert _kinds(read, text) == ["press_conference", None]


def test_a_medium_within_what_is_said_is_not_that_of_the_statement(read: Read) -> None:
    assert _kinds(read, "قال وزير النقل سامي الخطيب إن الرئيس الفرنسي أعلن في بيان أن الرحلات ألغيت.") == [
        None,
        "written_statement",
    ]


def test_the_words_of_the_medium_are_its_span(read: Read) -> None:
    text = "قال وزير النقل سامي الخطيب خلال مقابلته التلفزيونية مع القناة الأولى إن الجسر مفتوح."
    (statement,) = _statements(read, text)
    assert statement.medium is not None
    assert statement.medium.span is not None
    assert text[statement.medium.span.start : statement.medium.span.end] == "مقابلته"


def test_what_is_said_after_a_meeting_is_not_said_in_it(read: Read) -> None:
    assert _kinds(read, "قال وزير النقل سامي الخطيب عقب اجتماع الحكومة إن الجسر مفتوح.") == [None]
