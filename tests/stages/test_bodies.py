"""Bodies that no table names, where they speak: their extent, their short form, what is none."""

import pytest

from tests.stages.reports import Read, source_of

BODIES = [
    ("وذكرت شركة زيفيكو أن المناقصة ألغيت.", "شركة زيفيكو"),
    ("وأعلن معهد الملاحة العماني افتتاح مرسى.", "معهد الملاحة العماني"),
    ("وأفادت وكالة أنباء زيلكان بأن النفق مغلق.", "وكالة أنباء زيلكان"),
    ("وأكد مكتب رئيس البرلمان الغيني أن الجلسة ستبث.", "مكتب رئيس البرلمان الغيني"),
    ("ورأى مركز الملاحة والأمن الإقليمي أن المضيق هادئ.", "مركز الملاحة والأمن الإقليمي"),
    ("واتهمت حكومة بلغراد كرواتيا بعرقلة القطار.", "حكومة بلغراد"),
    ("وورد في تقرير لشركة المرجان للملاحة أن السفن أبحرت.", "شركة المرجان للملاحة"),
    ("وأكد مجلس إدارة النادي جاهزية المدرج.", "مجلس إدارة النادي"),
    ("وذكرت لجنة كندية محايدة أنها فحصت الوقود.", "لجنة كندية محايدة"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_a_body_is_told_by_its_head_noun(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert [source_of(report, s) for s in report.statements] == [name]


def test_its_head_alone_stands_for_it_further_down(read: Read) -> None:
    report = read("وذكرت شركة زيفيكو أن المناقصة ألغيت.\n\nوأضافت الشركة أن العقد قائم.\n")
    assert [source_of(report, s) for s in report.statements] == ["شركة زيفيكو", "شركة زيفيكو"]


@pytest.mark.parametrize("text", ["ودعا المجلس الجامعة العربية إلى التحكيم.", "وأعلنت الجبهة اختيار ناطق آخر."])
def test_what_follows_a_head_with_the_article_is_its_object(read: Read, text: str) -> None:
    report = read(text)
    assert {source_of(report, s) for s in report.statements} <= {"المجلس", "الجبهة"}


def test_a_body_of_a_state_is_not_the_minister_of_that_state(read: Read) -> None:
    report = read("قال وزير الطاقة الكيني وائل الدقاق إن الغاز كاف. وكان البرلمان الكيني دعا الحكومة لوقف الاستيراد.")
    assert source_of(report, report.statements[1]) == "البرلمان الكيني"
