"""Of what an unnamed speaker is, clauses on what was just told, objects that are pronouns, titles before states."""

import pytest

from tests.stages.reports import Read, said, source_of
from tests.stages.test_frames import contents


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # of what somebody is, up to the clause; not where it was said
        ("وقال مسؤول من حركة حماس إن الحوار تعثر.", "الحوار تعثر", "مسؤول من حركة حماس"),
        ("وقال مسؤولون في هلمند إن الجسر انهار.", "الجسر انهار", "مسؤولون في هلمند"),
        ("وقال مسؤول في الحركة إن الحوار تعثر.", "الحوار تعثر", "مسؤول في الحركة"),
        ("وقالت مصادر من داخل الحزب إن الحوار تعثر.", "الحوار تعثر", "مصادر من داخل الحزب"),
        ("وقال مسؤول في لقاء مع الصحافة إن الحوار تعثر.", "الحوار تعثر", "مسؤول"),
        ("وقال مسؤول في بيان إن الحوار تعثر.", "الحوار تعثر", "مسؤول"),
        ("وقالت الهيئة العليا للانتخابات إن الموعد لم يتغير.", "الموعد لم يتغير", "الهيئة العليا للانتخابات"),
        # who speaks of what was just told
        ("وأفيد بأن السفينة غرقت قرب الساحل، وهو ما نفته كينيا.", "السفينة غرقت قرب الساحل", "كينيا"),
        ("وأفيد بأن السفينة غرقت قرب الساحل، الأمر الذي أكده الوزير أنور الساعدي.", "السفينة غرقت", "أنور الساعدي"),
        ("وطالب النواب بخفض الضرائب على الفقراء، وهو ما شدد عليه أنور الساعدي.", "طالب النواب بخفض", "أنور الساعدي"),
        # with a pronoun for its object a verb has the noun behind it for its subject
        ("ووصفها الوزير أنور الساعدي بأنها خطة ناقصة.", "بأنها خطة ناقصة", "أنور الساعدي"),
        ("ووصفته المتحدثة بالخطوة المهمة.", "بالخطوة المهمة", "المتحدثة"),
        # a title with the article heads no construct: the state is the object
        (
            "قال الوزير أنور الساعدي إن الهدنة هشة. وحذر الوزير إسرائيل من خرق الاتفاق.",
            "خرق الاتفاق",
            "أنور الساعدي",
        ),
        ("واتهم الرئيس سوريا بإيواء المتمردين.", "سوريا بإيواء المتمردين", "الرئيس"),
    ],
)
def test_who_says_it(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_what_the_findings_of_a_study_confirm_is_no_speech(read: Read) -> None:
    assert not read("وارتفع منسوب البحر قرب الساحل، وهو ما أكدته القياسات الأخيرة.").statements


def test_the_remark_of_another_ends_what_is_said(read: Read) -> None:
    report = read("وأضاف الناطق أن السفينة غرقت قرب الساحل، الأمر الذي نفاه الوزير أنور الساعدي.")
    assert contents(report) == ["السفينة غرقت قرب الساحل", "السفينة غرقت قرب الساحل"]


@pytest.mark.parametrize(
    ("text", "content", "addressees"),
    [
        # the object's pronoun as a word of its own
        ("طالبت بريطانيا روسيا بالانسحاب، داعية إياها إلى وقف النار.", "وقف النار", ["روسيا"]),
        ("طالب الوزير أنور الساعدي نظيره الكيني سامي كامو بالرد، داعيا إياه إلى الحوار.", "الحوار", ["سامي كامو"]),
        ("وانتقد السفير ألمانيا، واصفا إياها بأنها منحازة.", "بأنها منحازة", []),
        # who wrote is answered
        (
            "وفي رده على رسالة الوزير أنور الساعدي، قال الملك محمد السادس إن الصلة متينة.",
            "الصلة متينة",
            ["أنور الساعدي"],
        ),
    ],
)
def test_to_whom(read: Read, text: str, content: str, addressees: list[str]) -> None:
    report = read(text)
    names = {e.id: e.name for e in report.entities}
    assert [names[x.entity] for x in said(report, content).addressees] == addressees
