"""Bodies that no table names, where they speak: their extent, their short form, what is none."""

import pytest

from tests.stages.reports import Read, source_of

BODIES = [
    ("وقالت شركة نيوميد إن الإنتاج زاد.", "شركة نيوميد"),
    ("وأعلن معهد الإعلام الأردني تخصيص منحة.", "معهد الإعلام الأردني"),
    ("وذكرت وكالة أنباء دوجان أن الطريق مقطوع.", "وكالة أنباء دوجان"),
    ("وأعلن مكتب رئيس الوزراء الرواندي أن السفارة ستفتح.", "مكتب رئيس الوزراء الرواندي"),
    ("وقال معهد العلوم والأمن الدولي إن الموقع خال.", "معهد العلوم والأمن الدولي"),
    ("واتهمت حكومة كييف روسيا بارتكاب أعمال وحشية.", "حكومة كييف"),
    ("وجاء في بيان لشركة الأفق للطيران أن الرحلات عادت.", "شركة الأفق للطيران"),
    ("وأكد مجلس إدارة الشركة أهمية التعاون.", "مجلس إدارة الشركة"),
    ("وقالت لجنة مكسيكية مستقلة إنها وجدت عيوبا.", "لجنة مكسيكية مستقلة"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_a_body_is_told_by_its_head_noun(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert [source_of(report, s) for s in report.statements] == [name]


def test_its_head_alone_stands_for_it_further_down(read: Read) -> None:
    report = read("وقالت شركة نيوميد إن الإنتاج زاد.\n\nوأضافت الشركة أن السعر ثابت.\n")
    assert [source_of(report, s) for s in report.statements] == ["شركة نيوميد", "شركة نيوميد"]


@pytest.mark.parametrize("text", ["ودعا المجلس الاتحاد الأوروبي إلى الحوار.", "وأعلنت الحركة تعيين قائد جديد."])
def test_what_follows_a_head_with_the_article_is_its_object(read: Read, text: str) -> None:
    report = read(text)
    assert {source_of(report, s) for s in report.statements} <= {"المجلس", "الحركة"}
