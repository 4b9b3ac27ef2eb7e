"""What kind of entity, and of what country, of whom no table knows."""

import pytest

from tests.stages.reports import Read


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("وأكد الجانبان أن الجسر سليم.", "الجانبان", "group"),
    ("ويرى محللون أن الجسر سليم.", "محللون", "group"),
    ("وقال مسؤولو الشركة إن الجسر سليم.", "مسؤولو الشركة", "group"),
    ("وقالت الشركة إن الجسر سليم.", "الشركة", "organisation"),
    ("وأكد مكتب العمري أن الجسر سليم.", "مكتب العمري", "organisation"),
    ("وقالت مصادر إن الجسر سليم.", "مصادر", "unnamed"),
    ("وقال مصدر إن الجسر سليم.", "مصدر", "unnamed"),
    ("وقال المتحدث باسم الميناء إن الجسر سليم.", "المتحدث باسم الميناء", "unnamed"),
    ("وقال وزير النقل الكيني إن الجسر سليم.", "وزير النقل الكيني", "person"),
])  # fmt: skip
def test_the_kind(read: Read, text: str, name: str, kind: str) -> None:
    assert [(e.name, e.kind) for e in read(text).entities] == [(name, kind)]


@pytest.mark.parametrize(("text", "name", "country"), [
    ("قال الطالب الأميركي أوتو دالتون إن الجسر سليم.", "أوتو دالتون", "US"),
    ("أكد الحارس الأرجنتيني خوان كاريثو أن الجسر سليم.", "خوان كاريثو", "AR"),
    ("قال مدرب المنتخب السعودي خوان كاريثو إن الجسر سليم.", "خوان كاريثو", None),
    ("وقالت حكومة كييف إن الجسر سليم.", "حكومة كييف", "UA"),
    ("وقالت المفوضية الأوروبية إن الجسر سليم.", "المفوضية الأوروبية", "EU"),
    ("حسبما ذكرت قناة «الساحل» الإخبارية الكينية أمس، فإن الجسر سليم.", "قناة «الساحل» الإخبارية الكينية", "KE"),
])  # fmt: skip
def test_the_country(read: Read, text: str, name: str, country: str | None) -> None:
    assert (name, country) in [(e.name, e.country) for e in read(text).entities]


def test_an_office_with_the_country_of_who_runs_it(read: Read) -> None:
    report = read("وقال مكتب دالتون إن الجسر سليم. وقال الرئيس الكيني جون دالتون إن الطريق مغلق.")
    assert ("مكتب دالتون", "KE") in [(e.name, e.country) for e in report.entities]


def test_the_kingdom_beside_another_is_not_that_one(read: Read) -> None:
    report = read("اتفقت المملكة والأردن على إصلاح الجسر. وقالت السعودية إن الجسر سليم. وقال الأردن إن الطريق مغلق.")
    told = {e.country: {report.article.text[m.span.start : m.span.end] for m in e.mentions} for e in report.entities}
    assert "المملكة" in told["SA"]
    assert "المملكة" not in told["JO"]


@pytest.mark.parametrize(("text", "name"), [
    ("وأفادت مصادر في المقاومة بأن الجسر سليم.", "مصادر في المقاومة"),
    ("وكشفت مصادر وزارة الدفاع الكينية أن الجسر سليم.", "مصادر وزارة الدفاع الكينية"),
    ("وكشفت مصادر الصحيفة أن الجسر سليم.", "مصادر"),
    ("ونقلت الصحيفة عن دبلوماسي كيني بارز في الاتحاد الأوروبي قوله إن الجسر سليم.",
     "دبلوماسي كيني بارز في الاتحاد الأوروبي"),
    ("وقالت منظمة النجدة لحقوق الصيادين إن الجسر سليم.", "منظمة النجدة لحقوق الصيادين"),
    ("ووفقا لفريق الإحصاء، انخفض عدد السفن هذا العام كثيرا.", "فريق الإحصاء"),
    ("وأعلنت «المقاومة الجنوبية» أن الجسر سليم.", "المقاومة الجنوبية"),
])  # fmt: skip
def test_the_whole_of_a_source(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


@pytest.mark.parametrize("text", [
    "أفصحت الشركة الكينية للصناعات الأساسية «كيناس» عن خطتها. وبينت «كيناس» أن الجسر سليم.",
    "وأكد الجانبان أن الجسر سليم. وشدد الطرفان على أن الطريق مغلق.",
    "وقال المتظاهرون إن الجسر سليم. غير أن المتظاهرين أكدوا أن الطريق مغلق. وقال المتظاهرون إن الباب مفتوح.",
    "كشف المتحدث باسم الميناء عن عطل في الجسر. وأوضح سالم الأحمدي لـ «الأفق» أن الطريق مغلق.",
])  # fmt: skip
def test_one_and_the_same(read: Read, text: str) -> None:
    assert len({s.sources[0].entity for s in read(text).statements}) == 1


def test_the_name_in_the_next_sentence_is_another_with_an_office_of_his_own(read: Read) -> None:
    report = read("كشف المتحدث باسم الميناء عن عطل في الجسر. وأوضح النائب سالم الأحمدي أن الطريق مغلق.")
    assert len({s.sources[0].entity for s in report.statements}) == 2
