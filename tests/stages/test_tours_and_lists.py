"""Tours of several states, and those who are listed by their states."""

import pytest

from tests.stages.reports import Read
from tests.stages.test_messages import told

NAJJAR = "سامر النجار"


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("بدأ وزير النقل التونسي سامر النجار أمس جولة تشمل الأردن ومصر.", ["الأردن", "مصر"]),
        ("بدأ وزير النقل التونسي سامر النجار جولة يزور فيها أربع دول تبدأ بالكويت ثم قطر والعراق.", ["الكويت", "قطر", "العراق"]),
        ("اختتم وزير النقل التونسي سامر النجار جولة أفريقية شملت كينيا وأوغندا.", ["كينيا", "أوغندا"]),
        ("بدأ وزير النقل التونسي سامر النجار جولة في المصنع الجديد.", []),
        ("يبدأ وزير النقل التونسي سامر النجار جولة ستشمل الأردن ومصر.", []),
        ("انتهت جولة المفاوضات التي تشمل الأردن ومصر.", []),
        ("طلب وزير النقل التونسي سامر النجار تأجيل جولة تشمل الأردن ومصر.", []),
    ],
)  # fmt: skip
def test_a_tour_is_a_visit_to_each_state(read: Read, text: str, hosts: list[str]) -> None:
    assert told(read(text)) == {("visit", (NAJJAR,), (host,)) for host in hosts}


def test_ambassadors_by_their_states_are_each_of_them(read: Read) -> None:
    report = read(
        "استقبل الرئيس التونسي سامر النجار سفراء اليابان وغانا.\nوقال السفير الياباني إن الخط مفيد."
        "\nوقال السفير الغاني إن الميناء مفيد.\nواجتمع وزير النقل التونسي حازم العلمي بالسفراء كل على حدة."
    )
    assert told(report) == {
        ("meeting", (NAJJAR,), ("السفير الياباني", "السفير الغاني")),
        ("meeting", ("حازم العلمي",), ("السفير الياباني",)),
        ("meeting", ("حازم العلمي",), ("السفير الغاني",)),
    }


def test_two_to_whom_one_letter_goes_stay_two(read: Read) -> None:
    report = read(
        "بعث الوزير سالم العمري رسالة إلى مفوض الأمم المتحدة وائل الخطيب، والرئيس الدوري لمجلس الغرف. وقال إن الطريق مفتوح."
    )
    assert told(report) == {
        ("letter", ("سالم العمري",), ("وائل الخطيب",)),
        ("letter", ("سالم العمري",), ("الرئيس الدوري لمجلس الغرف",)),
    }
