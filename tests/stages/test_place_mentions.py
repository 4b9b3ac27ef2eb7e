"""Cities and seas are no mentions of states; names of places and families are nobody of the article."""

import pytest

from dipcli.model import Report
from tests.stages.reports import Read


def _told(report: Report, country: str) -> list[str]:
    entity = next(e for e in report.entities if e.kind == "country" and e.country == country)
    return [report.article.text[m.span.start - 3 : m.span.end] for m in entity.mentions]


@pytest.mark.parametrize(("text", "country", "count"), [
    ("وقعت الوثيقة في باريس. وقالت فرنسا إن الجسر سليم.", "FR", 1),
    ("أبحرت السفن في بحر الصين. وقالت الصين إن الجسر سليم.", "CN", 1),
    ("هبطت الطائرة في مطار بيروت. وقال لبنان إن الجسر سليم.", "LB", 1),
    ("عقد اجتماع اللجنة المشتركة السعودية الكينية أمس. وقالت السعودية إن الجسر سليم.", "SA", 1),
    ("اتفقت موسكو مع كينيا. وقالت روسيا إن الجسر سليم.", "RU", 2),
    ("هاجم الجنود مركزا تركيا عند الحدود. وقالت تركيا إن الجسر سليم.", "TR", 1),
])  # fmt: skip
def test_how_often_the_state_is_meant(read: Read, text: str, country: str, count: int) -> None:
    assert len(_told(read(text), country)) == count


@pytest.mark.parametrize(("text", "names"), [
    ("وقال مسؤول كيني إن الحفل أقيم في خان شيخون.", ["مسؤول كيني"]),
    ("وقال مسؤول كيني إن المواطنين في أيد أمينة.", ["مسؤول كيني"]),
    ("وقال مسؤول كيني إنها بداية لنزاع دبلوماسي طويل.", ["مسؤول كيني"]),
    ("وقال مسؤول كيني إن النائب سالم العمري الملقب بالأسد سيحضر.", ["مسؤول كيني", "سالم العمري"]),
])  # fmt: skip
def test_nobody_is_named_there(read: Read, text: str, names: list[str]) -> None:
    assert sorted(e.name for e in read(text).entities if e.kind in ("person", "unnamed")) == sorted(names)


def test_a_family_and_a_university_are_not_the_man(read: Read) -> None:
    report = read("وقال سالم العمري إن الجسر سليم. وشكرت أسرة العمري المهندسين في جامعة العمري.")
    person = next(e for e in report.entities if e.name == "سالم العمري")
    assert len(person.mentions) == 1


@pytest.mark.parametrize("text", [
    "وقال الملك محمد السادس إن الجسر سليم. وأضاف أن السلاح يهدد سيادته.",
    "وقال الملك محمد السادس إن الجسر سليم. وأشاد بدعم كينيا لسيادته على صحرائه.",
])  # fmt: skip
def test_sovereignty_is_no_honorific(read: Read, text: str) -> None:
    person = next(e for e in read(text).entities if e.id == "mohammed-vi")
    assert all("سياد" not in read(text).article.text[m.span.start : m.span.end] for m in person.mentions)
