"""Of what an unnamed speaker is, clauses on what was just told, objects that are pronouns, titles before states."""

import pytest

from tests.stages.reports import Read, addressees_of, said, source_of
from tests.stages.test_frames import contents


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # of what somebody is, up to the clause; not where it was said
        ("وقال مسؤول من حركة حماس إن الحوار تعثر.", "الحوار تعثر", "مسؤول من حركة حماس"),
        ("وقال مسؤولون في هلمند إن الجسر انهار.", "الجسر انهار", "مسؤولون في هلمند"),
        ("وقال مسؤول في الحركة إن الحوار تعثر.", "الحوار تعثر", "مسؤول في الحركة"),
        ("وقالت مصادر من داخل الحزب إن الحوار تعثر.", "الحوار تعثر", "مصادر من داخل الحزب"),
        ("وقال قيادي في «حركة السلام» إن الحوار تعثر.", "الحوار تعثر", "قيادي في «حركة السلام»"),
        # names of letters and the dots between them are a name, and end no sentence
        ("وقالت قناة «بي. بي. سي.» إن الحوار تعثر.", "الحوار تعثر", "قناة «بي. بي. سي.»"),
        ('وقال الكاتب أنور الساعدي إن مسحا أجرته محطة "سي.إن. إن" تأخر.', "تأخر", "أنور الساعدي"),
        ("وقال مسؤول في لقاء مع الصحافة إن الحوار تعثر.", "الحوار تعثر", "مسؤول"),
        ("وقال مسؤول في بيان إن الحوار تعثر.", "الحوار تعثر", "مسؤول"),
        ("وقالت الهيئة العليا للانتخابات إن الموعد لم يتغير.", "الموعد لم يتغير", "الهيئة العليا للانتخابات"),
        # an office over several things, and the body that it is in
        (
            "دعا مدير العمليات البحرية في الأمم المتحدة إلى مضاعفة الجهد.",
            "مضاعفة الجهد",
            "مدير العمليات البحرية في الأمم المتحدة",
        ),
        # who speaks of what was just told
        ("وأفيد بأن السفينة غرقت قرب الساحل، وهو ما نفته كينيا.", "السفينة غرقت قرب الساحل", "كينيا"),
        ("وأفيد بأن السفينة غرقت قرب الساحل، الأمر الذي أكده الوزير أنور الساعدي.", "السفينة غرقت", "أنور الساعدي"),
        ("وطالب النواب بخفض الضرائب على الفقراء، وهو ما شدد عليه أنور الساعدي.", "طالب النواب بخفض", "أنور الساعدي"),
        # with a pronoun for its object a verb has the noun behind it for its subject
        ("ووصفها الوزير أنور الساعدي بأنها خطة ناقصة.", "بأنها خطة ناقصة", "أنور الساعدي"),
        ("ووصفته المتحدثة بالخطوة المهمة.", "بالخطوة المهمة", "المتحدثة"),
        # behind its subject وصف is the verb, with one word too
        ("وكان الوزير أنور الساعدي قد وصف القرار بالخاطئ.", "القرار بالخاطئ", "أنور الساعدي"),
        ("ورفض الوزير أنور الساعدي وصف الرئيس بالكاذب.", "الرئيس بالكاذب", "أنور الساعدي"),
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
    assert addressees_of(report, said(report, content)) == addressees


@pytest.mark.parametrize(
    ("text", "source", "addressees"),
    [
        # one word for a body, between the subject and what is called for
        ("وطالب الوزير أنور الساعدي البرلمان بالمصادقة.", "أنور الساعدي", ["البرلمان"]),
        ("ودعا النواب الحكومة إلى الحوار.", "النواب", ["الحكومة"]),
        # behind an office without the article a name is the object
        ("واتهم نائب فرنسي إيمانويل ماكرون بالكذب.", "نائب فرنسي", []),
        ("ودعا رئيس وزراء فرنسا مانويل فالس إيران إلى الحوار.", "مانويل فالس", ["إيران"]),
    ],
)
def test_who_calls_on_whom(read: Read, text: str, source: str, addressees: list[str]) -> None:
    report = read(text)
    last = report.statements[-1]
    assert source_of(report, last) == source
    assert addressees_of(report, last) == addressees


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("الخرطوم - قال المجلس العسكري إن الحوار مستمر.", "sudan-tmc"),
        ("نايبيداو - قال المجلس العسكري في ميانمار إن الحوار مستمر.", None),
        ("أعرب المركز العربي لصون البحار عن قلقه من الصيد.", None),
    ],
)
def test_bodies_that_several_states_have(read: Read, text: str, body: str | None) -> None:
    report = read(text)
    source = report.statements[0].sources[0].entity
    assert (source == body) is (body is not None)
    assert source not in {"sudan-tmc", "arab-center-doha"} - {body}


def test_when_and_why_is_no_part_of_those_who_were_met(read: Read) -> None:
    report = read(
        "والتقى الوزير أنور الساعدي مع أعضاء البرلمان في القصر الملكي في الأسابيع الماضية في محاولة لكسب أصواتهم."
    )
    names = {e.id: e.name for e in report.entities}
    assert [names[x] for x in report.messages[0].to] == ["أعضاء البرلمان في القصر الملكي"]


def test_one_word_names_of_bodies(read: Read) -> None:
    report = read("عقد الاتحاد الأوروبي اجتماعا مع أوبك في فيينا.")
    assert [(m.kind, m.from_, m.to) for m in report.messages] == [("meeting", ("eu",), ("opec",))]
