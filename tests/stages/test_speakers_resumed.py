"""Speakers told of again by another word, by what they count, and by whose mouth."""

import pytest

from dipcli.model import Report
from tests.stages.reports import Read


def _who(report: Report, cue: str) -> str | None:
    names = {e.id: e.name for e in report.entities}
    statement = next(
        s for s in report.statements if s.cue and report.article.text[s.cue.span.start : s.cue.span.end] == cue
    )
    source = statement.sources[0].entity
    return names[source] if source else None


@pytest.mark.parametrize(("text", "cue", "who"), [
    ("تفيد تقديرات صندوق النقد الدولي بأن الجسر سليم.", "تفيد", "صندوق النقد الدولي"),
    ("نزح ألف صياد حسب أرقام الأمم المتحدة.", "حسب", "الأمم المتحدة"),
    ("أكدت كينيا أن الجسر سليم. جاء ذلك على لسان السفيرة مليحة الحلبي في الندوة. وأوضحت أن الطريق مغلق.",
     "وأوضحت", "مليحة الحلبي"),
    ("قال سالم العمري، أستاذ الهندسة بجامعة النيل، إن الجسر سليم. وزار الوزير فهد النجار الميناء. "
     "وأبرز الأستاذ الجامعي أن الطريق مغلق.", "وأبرز", "سالم العمري"),
    ("قال الوزير سالم العمري إن الجسر سليم. وعن التعاون مع كينيا ضد «القراصنة»، قال: «سنحاول ذلك غدا».",
     "قال", "سالم العمري"),
    ("وقال نائب مدير المرفأ، الدكتور سالم العمري لـ«الأفق»: «الجسر سليم». وأوضح العمري أن الطريق مغلق.",
     "وقال", "سالم العمري"),
    ("قال سالم العمري إن الجسر سليم. وحول الاتفاق بين كينيا والدول الغربية، ذكر أن الطريق مغلق.", "ذكر", "سالم العمري"),
    ("قال سالم العمري إن الجسر سليم. وأكد لجميع القوى الإقليمية أن الطريق مغلق.", "وأكد", "سالم العمري"),
    ("أفادت الوكالة الوطنية للبحث والإنقاذ بأن الطريق مغلق.", "أفادت", "الوكالة الوطنية للبحث والإنقاذ"),
    ("أفادت الوكالة الوطنية للإعلام بأن الطريق مغلق.", "أفادت", "الوكالة الوطنية للإعلام"),
    ("وقال الباحث السياسي فراس العمري إن الجسر سليم.", "وقال", "فراس العمري"),
])  # fmt: skip
def test_who_is_meant(read: Read, text: str, cue: str, who: str) -> None:
    assert _who(read(text), cue) == who


def test_bearing_is_no_charge(read: Read) -> None:
    report = read("وقال الوزير سالم العمري إن البيان كان واضحا بخصوص عدم تحملها مسؤولية الجسر.")
    assert len(report.statements) == 1


@pytest.mark.parametrize(("text", "office"), [
    ("سالم العمري، أستاذ العلوم البحرية بجامعة النيل بالخرطوم، قال إن الجسر سليم.",
     "أستاذ العلوم البحرية بجامعة النيل بالخرطوم"),
    ("دعا سالم العمري، رئيس لجنة الميناء، الوزير لزيارة المدينة. وقال إن الجسر سليم.", "رئيس لجنة الميناء"),
])  # fmt: skip
def test_an_office_behind_the_name(read: Read, text: str, office: str) -> None:
    assert office in [e.office for e in read(text).entities if e.name == "سالم العمري"]


def test_another_man_of_a_known_family(read: Read) -> None:
    report = read("وعلق الباحث شاهو القرة داغي على الخبر. وأضاف القرة داغي أن الجسر سليم.")
    assert [e.country for e in report.entities if e.name == "شاهو القرة داغي"] == [None]


def test_a_ruler_before_a_guest_is_not_the_guest(read: Read) -> None:
    report = read("استقبل رئيس مجلس الوزراء حاكم دبي الرئيس الكيني جون دالتون أمس. وقال دالتون إن الجسر سليم.")
    assert [e.office for e in report.entities if e.name == "جون دالتون"] == ["الرئيس"]


@pytest.mark.parametrize(("text", "name"), [
    ("وقال مدير إدارة أوروبا ألفريد كاماني إن الجسر سليم.", "ألفريد كاماني"),
    ("وقال رئيس شركة تسلاف جون دالتون إن الجسر سليم.", "جون دالتون"),
    ("استقبل النقيب منصور بن جزاء الحربي. وقال النقيب منصور بن جزاء الحربي إن الجسر سليم.", "منصور بن جزاء الحربي"),
    ("وحضر الأستاذ محمد محمد بن سالم. وقال محمد محمد بن سالم إن الجسر سليم.", "محمد محمد بن سالم"),
])  # fmt: skip
def test_where_the_name_begins_and_ends(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


@pytest.mark.parametrize("noun", ["صديقتي", "والدتي"])
def test_to_me_is_no_name(read: Read, noun: str) -> None:
    report = read(f"قالت لي {noun} إن الطريق مغلق.")
    assert len(report.statements) == 1
    assert not report.entities


def test_the_president_and_the_government_are_two(read: Read) -> None:
    report = read("قال الرئيس الكيني سالم العمري إن الجسر سليم. وقدم الشكر للرئيس والحكومة الكينية على الجسر.")
    assert not any(
        "الحكومة" in report.article.text[m.span.start : m.span.end]
        for e in report.entities
        if e.name == "سالم العمري"
        for m in e.mentions
    )
