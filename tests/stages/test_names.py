"""Where a name begins and ends: words that no list has as names, families, fathers, foreign names."""

import pytest

from tests.stages.reports import Read, source_of

NAMES = [
    ("ولفت الأستاذ رياض تونسي عميد معهد الخطوط إلى أن الورق يدوم.", "رياض تونسي"),
    ("وذكر المطرب نبيل الحربي أنه صنع العود بيده.", "نبيل الحربي"),
    ("وتوقع وزير الكهرباء اليمني المهندس هشام باسلوم أن تنتهي الصيانة.", "هشام باسلوم"),
    ("وأعلن الدكتور أنور بلخروف عميد الكلية أن الدروس عادت.", "أنور بلخروف"),
    ("وأوضح مدير المصنع المهندس زياد الوكيل، أن الأفران بردت.", "زياد الوكيل"),
    ("وكشف مدير الإنتاج فيليب كونت أن المشاهد صورت ليلا.", "فيليب كونت"),
    ("وصرحت مديرة الإدارة العامة إلهام النجدي بأن النصاب اكتمل.", "إلهام النجدي"),
    ("يقول لوكاس فالدمير إن الأنهار معلمة صبورة.", "لوكاس فالدمير"),
    ("وأوضح غريغور هولبيك ستيغل، الأمين العام للرابطة، أن المخزون يكفي.", "غريغور هولبيك ستيغل"),
    ("وودع أمين المدينة عبدالرحمن بن مهيلان العقبي والضيوف معه.", "عبدالرحمن بن مهيلان العقبي"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_family_name_that_no_list_has_belongs_to_the_name(read: Read, text: str, name: str) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("أكد الملك سلمان الموقف العربي من القضية.", "سلمان"),
    ("وحث الرئيس التونسي قيس سعيد الشباب على القراءة.", "قيس سعيد"),
    ("وأكد الوزير فهمي أهمية أن تفتح المعابر.", "فهمي"),
    ("وقال الشيخ يوسف ستعود القافلة مساء من الواحة.", "يوسف"),
    ("وودع الوزير يوسف القنصل الإيطالي.", "يوسف"),
])  # fmt: skip
def test_what_is_said_or_done_is_no_family_name(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وبين المتحدث الرسمي لمرور العاصمة الرائد وائل الدقاق أن الإشارات تعمل.", "وائل الدقاق", "المتحدث الرسمي لمرور العاصمة"),
    ("وكشف مدير صندوق الحرف والصناعات الدكتور نبيل القطيشي أن الطلبات تضاعفت.", "نبيل القطيشي", "مدير صندوق الحرف والصناعات"),
    ("وأعلن القيادي الانفصالي ألكسندر كوفالدنكو أن المعبر مغلق.", "ألكسندر كوفالدنكو", "القيادي الانفصالي"),
    ("وذكر الرئيس الإقليمي لجزر المرجان فيكتور لوكاس مورينتا أن الرياح هدأت.", "فيكتور لوكاس مورينتا", "الرئيس الإقليمي لجزر المرجان"),
    ("ورأى وزير الدولة الكيني للثروة السمكية، موانغا توروني، أن البحيرة نظيفة.", "موانغا توروني", "وزير الدولة الكيني للثروة السمكية"),
    ("وذكر الناطق باسمها وائل الدقاق أن الجواب جاهز.", "وائل الدقاق", "الناطق"),
])  # fmt: skip
def test_a_name_behind_a_long_title(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


def test_the_object_behind_a_title_is_no_holder_of_it(read: Read) -> None:
    report = read("وذكر مدير الصيانة بجسر الملك حسين أن المسار مفتوح.")
    assert "حسين" not in [e.name for e in report.entities if e.office and "مدير" in e.office]


@pytest.mark.parametrize("text", ["وأفاد مسؤول أوروبي بارز بأن الحل بعيد.", "وأعلن مندوب ثالث أن الجلسة قصيرة."])
def test_an_adjective_behind_an_indefinite_title_is_no_name(read: Read, text: str) -> None:
    assert [e.kind for e in read(text).entities] == ["unnamed"]


def test_who_is_told_by_his_function_first_is_named_below(read: Read) -> None:
    report = read(
        "متحدث باسم الشرطة: الجسر سليم\n\nذكر متحدث باسم الشرطة أن الجسر سليم.\n\n"
        "وأضاف المتحدث باسم الشرطة وائل الدقاق أن السير طبيعي.\n"
    )
    speakers = {source_of(report, s) for s in report.statements}
    assert speakers == {"وائل الدقاق"}


def test_an_official_of_a_country_is_the_one_of_it_who_is_named(read: Read) -> None:
    report = read(
        "استبعد مسؤول ثقافي ياباني كبير إلغاء المعرض.\n\n"
        "ونفى هيروشي موراساكا الملحق الثقافي بالسفارة اليابانية بالرباط ضياع اللوحات.\n"
    )
    assert {source_of(report, s) for s in report.statements} == {"هيروشي موراساكا"}
    assert [e.country for e in report.entities if e.kind == "person"] == ["JP"]


@pytest.mark.parametrize("text", [
    "وهبطت الطائرة في مطار الملك حسين القديم.",
    "وتجمع المحتفلون في ميدان وائل الدقاق.",
    "وانتهت المحاضرة في جامع الإمام الهادي.",
])  # fmt: skip
def test_who_gave_a_place_its_name_is_nobody_of_the_article(read: Read, text: str) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == []


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وأعلن مدير متحف الملك حسين البحري نبيل الحربي أن القوارب رممت.", "نبيل الحربي", "مدير متحف الملك حسين البحري"),
    ("ونوه أمير منطقة حائل الأمير ماجد بن عادل بالمتطوعين.", "ماجد بن عادل", "أمير منطقة حائل"),
    ("وأكد حاكم ولاية نيو هامبشاير لوكاس هولبيك أن الآبار امتلأت.", "لوكاس هولبيك", "حاكم ولاية نيو هامبشاير"),
    ("ونبه وزير الخارجية الألماني يوهان - بيتر هولتسمان إلى خطر التأخير.", "يوهان - بيتر هولتسمان", "وزير الخارجية"),
    ("وافتتح رئيس الوزراء الياباني هيروشي آبي، معرضا للزهور.", "هيروشي آبي", "رئيس الوزراء"),
    ("وأضاف الفريق وائل الدقاق أن الخندق ضيق.", "وائل الدقاق", "الفريق"),
])  # fmt: skip
def test_places_and_foreign_names_within_titles_and_names(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


@pytest.mark.parametrize("text", ["ومن المقرر أن تختتم الدورة غدا.", "وأظهر الفريق حماسته للمباراة."])
def test_titles_that_are_mostly_something_else_need_a_name(read: Read, text: str) -> None:
    assert [e.kind for e in read(text).entities if e.kind == "person"] == []


@pytest.mark.parametrize(("text", "name"), [
    ("وطمأن رئيس ديوان الرئاسة ألتهوفر الموظفين أمس.", "ألتهوفر"),
    ("ورافقها القنصل الأميركي روبرت جي. هولبيك إلى الميناء.", "روبرت جي. هولبيك"),
    ("وأبدى نائب وزير التجارة غريغور ويلسون أمس ارتياحه.", "غريغور ويلسون"),
    ("وعاين الثكنة الفريق أول ركن عبد الحكيم الصفران قائد سلاح الهندسة.", "عبد الحكيم الصفران"),
])  # fmt: skip
def test_names_that_look_like_an_article_a_particle_or_a_conjunction(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


def test_a_rare_word_is_the_surname_of_somebody_of_the_article(read: Read) -> None:
    report = read("وأكد وزير المالية وائل بديع أن القرض صغير.\n\nوغدا يصل بديع إلى عمان. وهذا لحن بديع.\n")
    minister = next(e for e in report.entities if e.name == "وائل بديع")
    forms = [report.article.text[m.span.start : m.span.end] for m in minister.mentions]
    assert forms.count("بديع") == 1


def test_a_name_under_a_preposition(read: Read) -> None:
    report = read("ووجهت السفيرة شكرها لفيكتور برانغر مدير المتحف.")
    assert "فيكتور برانغر" in [e.name for e in report.entities]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("ورأت رئيسة وزرائها كارولين هولبيك أن الوقت كاف.", "كارولين هولبيك", "رئيسة وزرائها"),
    ("وأضاف القائد السابق للبحرية السعودية تركي الدقاق أن الموج عال.", "تركي الدقاق", "القائد السابق للبحرية"),
    ("ورأى أمير قاسم شيروداني، مدير المرصد، أن الغيم كثيف.", "أمير قاسم شيروداني", "مدير المرصد"),
    ("وبين أمير الكويت الشيخ مشعل الأحمد أن الميناء يتسع للسفن.", "مشعل الأحمد", "أمير الكويت"),
])  # fmt: skip
def test_offices_of_theirs_of_former_times_and_first_names(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


def test_the_head_of_another_state_is_somebody_else(read: Read) -> None:
    report = read("وسيقابل الرئيس البرازيلي ماكرون في مرسيليا. وقال الرئيس الفرنسي ماكرون إن الغابات تحترق.")
    assert [(e.name, e.country) for e in report.entities if e.kind == "person"] == [("ماكرون", "FR")]


def test_a_member_of_the_party_of_somebody_is_not_he(read: Read) -> None:
    report = read("وأعلن عضو بحزب المخلوع نبيل الحربي أن الخزنة فارغة.")
    assert [e.kind for e in report.entities] == ["unnamed"]


@pytest.mark.parametrize(("text", "names"), [
    ("وأعرب القنصل وائل الدقاق عن سعادته باللقاء.", {"وائل الدقاق"}),
    ("وصافح أمير قطر السفير البلجيكي لوكاس بارون الذي شكره.", {"لوكاس بارون"}),
    ("وأكد الشيخ ناصر بن حمود آل عامر ولي العهد أن المحصول وفير.", {"ناصر بن حمود آل عامر"}),
])  # fmt: skip
def test_titles_that_are_somebody_elses_or_none(read: Read, text: str, names: set[str]) -> None:
    assert {e.name for e in read(text).entities if e.kind == "person" and e.name not in ("أمير قطر",)} == names


@pytest.mark.parametrize(
    "text", ["واختتم الملك سلمان كلمته بأن الباب مفتوح.", "وقال الملك سلمان خلال زيارته إن الباب مفتوح."]
)
def test_a_noun_with_whose_it_is_belongs_to_no_name(read: Read, text: str) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == ["سلمان"]


def test_a_name_under_a_preposition_is_whom_the_title_speaks_to(read: Read) -> None:
    report = read("وأعرب الملك للشيخ محمد بن زايد آل نهيان عن شكره.")
    forms = {report.article.text[m.span.start : m.span.end] for e in report.entities for m in e.mentions}
    assert "الملك" in forms
    assert not any(f.startswith("الملك ل") for f in forms)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت الوزارة إن الرئيس سالم العمري كلف وزير النقل بمتابعة الأشغال.", "سالم العمري"),
        ("وقال الوزير إن الرئيس سامر النجار سبق وأن زار المدينة.", "سامر النجار"),
        ("وقال رئيس المؤتمر عبد اللطيف المكي إن الأعمال انتهت.", "عبد اللطيف المكي"),
        ("وقال وزير الصحة طالب النجار إن اللقاح متوفر.", "طالب النجار"),
    ],
)
def test_a_verb_behind_a_name_is_none_of_it(read: Read, text: str, name: str) -> None:
    assert name in {e.name for e in read(text).entities}


def test_a_verb_that_is_a_given_name_too_takes_its_object(read: Read) -> None:
    report = read("وقالت الوكالة إن وزير الصحة التونسي طالب السفير الليبي بتوضيح الأمر.")
    assert "طالب" not in {e.name for e in report.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت وزيرة البيئة لوريتا لينش خلال الافتتاح إن البحيرة نظيفة.", "لوريتا لينش"),
        ("وقال وزير الصناعة التونسي محمد رضا نعمت زاده لصحيفة محلية إن المصنع جاهز.", "محمد رضا نعمت زاده"),
        ("وقال المحلل المستقل روس نورمان إن الأسعار ثابتة.", "روس نورمان"),
        ("وأكد المبعوث الأممي كوفي أنان أن الخطة قائمة.", "كوفي أنان"),
    ],
)
def test_words_that_only_a_name_can_be(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert source_of(report, report.statements[0]) == name


@pytest.mark.parametrize(
    "text",
    [
        "وأكد الوزير التونسي حرص بلاده على السلام.",
        "وقال الوزير الأول أمس مساء إن الطريق سالكة.",
        "وأبلغ الوزير التونسي نواب كتلته أن الطريق سالكة.",
        "وقال مدير القسم الحادي عشر سامر النجار إن الطريق سالكة.",
    ],
)
def test_words_behind_a_title_that_are_no_name(read: Read, text: str) -> None:
    names = {e.name for e in read(text).entities}
    assert not names & {"حرص بلاده", "أمس مساء", "نواب كتلته", "عشر سامر النجار"}
