"""Speakers whose name stands at the end of a long subject, behind an aside, or under عن of what a paper passes on."""

import pytest

from tests.stages.reports import Read, said, source_of


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("أكد طبيب المنتخب الكيني رودريجو لاسمار أن اللاعب بخير.", "بخير", "رودريجو لاسمار"),
        ("وحذرت مقررة الأمم المتحدة المعنية بالحق في السكن هلال العمري من أزمة كبرى.", "أزمة", "هلال العمري"),
        ("دعا خطيب صلاة الجمعة في محافظة كربلاء عبدالمهدي الوائلي إلى ترميم الجسر.", "ترميم", "عبدالمهدي الوائلي"),
        ("وأضاف مدافعه الألماني بير ميرتيساكر أن الفريق جاهز.", "جاهز", "بير ميرتيساكر"),
        ("نقلت صحيفة «الأفق» عن بدر جاموس، عضو مجلس النواب، قوله إن الجسر سليم.", "الجسر سليم", "بدر جاموس"),
        ("أعلن حزب الشعب الديموقراطي أن الاتفاق قريب.", "الاتفاق قريب", "حزب الشعب الديموقراطي"),
        ("ومضى سالم العمري في الدفاع عن القرار على يد اللجنة والوزارة، بقوله إن الوضع صعب.", "الوضع صعب", "سالم العمري"),
        ("قال سالم العمري إن كينيا، وهي من خمس دول مجاورة، أبلغت اللجنة أن الجسر سليم.", "الجسر سليم", "كينيا"),
        ("نقلت الوكالة عن سالم العمري قوله، إن الجسر سليم.", "الجسر سليم", "سالم العمري"),
    ],
)  # fmt: skip
def test_who_says_it(read: Read, text: str, words: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, words)) == source


def test_the_nationality_before_the_name_is_kept(read: Read) -> None:
    report = read("وأضاف مدافعه الألماني بير ميرتيساكر أن الفريق جاهز.")
    assert [e.country for e in report.entities if e.name == "بير ميرتيساكر"] == ["DE"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن نادي الأفق الرياضي سالم العمري مدربا جديدا.", "نادي الأفق الرياضي"),
        ("وجاء ذلك عقب مقتل قائده، سالم العمري، في حملة.", "مقتل"),
        ("واتفق الطرفان بعد لقائه بوزير الخارجية الإيطالي سالم العمري على الموعد.", "لقائه"),
    ],
)
def test_no_name_is_joined_to_what_is_no_bearer(read: Read, text: str, name: str) -> None:
    report = read(text)
    mentions = [report.article.text[m.span.start : m.span.end] for e in report.entities for m in e.mentions]
    assert not any(name in m and "سالم" in m for m in mentions)


def test_a_denial_ends_where_he_describes_it(read: Read) -> None:
    report = read("وجاء ذلك بعد نفي سالم العمري للتقارير عن الجسر، إذ وصفها بأنها باطلة.")
    contents = [report.article.text[c.start : c.end] for s in report.statements for c in s.content]
    assert not any("إذ" in c for c in contents)


def test_a_team_is_no_rank(read: Read) -> None:
    report = read("وقال إداري الفريق الأولمبي سالم العمري إن الجسر سليم. وحضر مدرب الفريق فهد الشهري.")
    assert {(e.name, e.office) for e in report.entities if e.kind == "person"} == {
        ("سالم العمري", None),
        ("فهد الشهري", None),
    }


def test_a_rank_stays_one(read: Read) -> None:
    report = read("وقال الفريق الركن سالم العمري إن الجسر سليم.")
    assert [e.office for e in report.entities if e.name == "سالم العمري"] == ["الفريق الركن"]


def test_a_branch_that_a_body_acts_by_is_nobody(read: Read) -> None:
    report = read("وكانت الهيئة العامة للسياحة ممثلة بفرع نجران، كرمت أحد الملاك. وقدم شكره.")
    assert not any("ممثلة" in e.name for e in report.entities)


def test_a_name_alone_between_the_verbs(read: Read) -> None:
    report = read("وصل الوفد أمس. وكان ألارديزي قد أعلن أن المباراة صعبة.")
    assert source_of(report, said(report, "صعبة")) == "ألارديزي"
