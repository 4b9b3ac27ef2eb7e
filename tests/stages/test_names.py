"""Where a name begins and ends: words that no list has as names, families, fathers, foreign names."""

import pytest

from tests.stages.reports import Read, source_of

NAMES = [
    ("أشار الدكتور حافظ مغربي رئيس قسم البلاغة إلى أن النص قديم.", "حافظ مغربي"),
    ("يقول الفنان سعيد العلوي إنه يجمع بين لونين.", "سعيد العلوي"),
    ("رأى وزير الري السوداني المهندس طلال باحميد أن السد آمن.", "طلال باحميد"),
    ("وقال الدكتور مصطفى بلجون مدير المستشفى إن الحالات مستقرة.", "مصطفى بلجون"),
    ("وذكر رئيس البلدية المهندس عصام الملا، أن الطريق سيفتح.", "عصام الملا"),
    ("وقال مدير التحرير مارتن بارون إن الجلسات سرية.", "مارتن بارون"),
    ("قال عضو الأمانة العامة إلياس الزغبي إن الوضع خطير.", "إلياس الزغبي"),
    ("يقول كارل بوبر إن الأقليات متسامحة.", "كارل بوبر"),
    ("وقال ويليام لايسي سوينغ، المدير العام للمنظمة، إن الوضع سيئ.", "ويليام لايسي سوينغ"),
    ("واستقبل وكيل الإمارة عبدالله بن مجدوع القرني والوفد المرافق.", "عبدالله بن مجدوع القرني"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_family_name_that_no_list_has_belongs_to_the_name(read: Read, text: str, name: str) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("أكد الملك سلمان الموقف العربي من القضية.", "سلمان"),
    ("ودعا الرئيس المصري عبد الفتاح السيسي الشعب إلى الهدوء.", "عبد الفتاح السيسي"),
    ("وقال الوزير شكري ضرورة أن يتوقف القتال.", "شكري"),
    ("وقال الشيخ أحمد سيذهب الوفد غدا إلى المدينة.", "أحمد"),
    ("واستقبل الوزير محمد السفير الفرنسي.", "محمد"),
])  # fmt: skip
def test_what_is_said_or_done_is_no_family_name(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وأوضح المتحدث الإعلامي لجوازات المنطقة النقيب سامي العتيبي أن الحملة مستمرة.", "سامي العتيبي", "المتحدث الإعلامي لجوازات المنطقة"),
    ("وأكد مدير بنك التسليف والادخار الدكتور إبراهيم الحنيشل أن القروض زادت.", "إبراهيم الحنيشل", "مدير بنك التسليف والادخار"),
    ("وقال المسؤول الانفصالي ألكسندر زاخارتشنكو إن القتال توقف.", "ألكسندر زاخارتشنكو", "المسؤول الانفصالي"),
    ("وقال الرئيس الإقليمي لجزر الكناريا أنخيل فيكتور توريس إن الحدود آمنة.", "أنخيل فيكتور توريس", "الرئيس الإقليمي لجزر الكناريا"),
    ("وقال وزير الدولة الغاني للموارد المائية، كويامبا مانسو، إن السد ممتلئ.", "كويامبا مانسو", "وزير الدولة الغاني للموارد المائية"),
    ("وقال المتحدث باسمه سامي العتيبي إن الرد قريب.", "سامي العتيبي", "المتحدث"),
])  # fmt: skip
def test_a_name_behind_a_long_title(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


def test_the_object_behind_a_title_is_no_holder_of_it(read: Read) -> None:
    report = read("وأكد مدير الإعلام بمطار الملك فهد أن الرحلات عادت.")
    assert "فهد" not in [e.name for e in report.entities if e.office and "مدير" in e.office]


@pytest.mark.parametrize("text", ["وقال مسؤول أميركي رفيع إن الأمر صعب.", "وصرح مندوب ثان بأن الاجتماع ألغي."])
def test_an_adjective_behind_an_indefinite_title_is_no_name(read: Read, text: str) -> None:
    assert [e.kind for e in read(text).entities] == ["unnamed"]


def test_who_is_told_by_his_function_first_is_named_below(read: Read) -> None:
    report = read(
        "متحدث باسم الجيش: العملية انتهت\n\nقال متحدث باسم الجيش إن العملية انتهت.\n\n"
        "وأضاف المتحدث باسم الجيش سامي العتيبي أن القوات عادت.\n"
    )
    speakers = {source_of(report, s) for s in report.statements}
    assert speakers == {"سامي العتيبي"}


def test_an_official_of_a_country_is_the_one_of_it_who_is_named(read: Read) -> None:
    report = read(
        "استبعد مسؤول تجاري هندي كبير رفع الرسوم.\n\n"
        "ونفى راجيش باتيل الملحق التجاري بالسفارة الهندية بالقاهرة وجود خلاف.\n"
    )
    assert {source_of(report, s) for s in report.statements} == {"راجيش باتيل"}
    assert [e.country for e in report.entities if e.kind == "person"] == ["IN"]


@pytest.mark.parametrize("text", [
    "ووصل الوفد إلى مطار الملك خالد الدولي.",
    "ووقع الحادث في شارع سامي العمري.",
    "وبدأت الندوة في مسجد الإمام الصادق.",
])  # fmt: skip
def test_who_gave_a_place_its_name_is_nobody_of_the_article(read: Read, text: str) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == []


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وذكر مدير مركز الملك فهد الثقافي سعيد العلوي أن المعرض مفتوح.", "سعيد العلوي", "مدير مركز الملك فهد الثقافي"),
    ("وأشاد أمير منطقة عسير الأمير فيصل بن خالد بالجهود.", "فيصل بن خالد", "أمير منطقة عسير"),
    ("وقال حاكم ولاية نيو جيرسي كريس كريستي إن الجسر آمن.", "كريس كريستي", "حاكم ولاية نيو جيرسي"),
    ("ونبه وزير الخارجية الألماني يوهان - بيتر هولتسمان إلى خطر التأخير.", "يوهان - بيتر هولتسمان", "وزير الخارجية"),
    ("وافتتح رئيس الوزراء الياباني هيروشي آبي، معرضا للزهور.", "هيروشي آبي", "رئيس الوزراء"),
    ("وأوضح الفريق سامي العمري أن المعركة انتهت.", "سامي العمري", "الفريق"),
])  # fmt: skip
def test_places_and_foreign_names_within_titles_and_names(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


@pytest.mark.parametrize("text", ["ومن المقرر أن يزور الوفد القاهرة.", "وأبدى الفريق قناعته بأهمية الحوار."])
def test_titles_that_are_mostly_something_else_need_a_name(read: Read, text: str) -> None:
    assert [e.kind for e in read(text).entities if e.kind == "person"] == []


@pytest.mark.parametrize(("text", "name"), [
    ("واستدعى رئيس ديوان المستشارية ألتماير السفير أمس.", "ألتماير"),
    ("واستقبله السفير الأمريكي جون بي. إمرسون في المطار.", "جون بي. إمرسون"),
    ("وأعرب مساعد وزير الخارجية إدوارد ووكر اليوم عن تفاؤله.", "إدوارد ووكر"),
    ("وحضر الحفل الفريق أول ركن عبد الجليل الشهوان رئيس أركان الدفاع.", "عبد الجليل الشهوان"),
])  # fmt: skip
def test_names_that_look_like_an_article_a_particle_or_a_conjunction(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


def test_a_rare_word_is_the_surname_of_somebody_of_the_article(read: Read) -> None:
    report = read("وقال وزير الخارجية سامي ظريف إن الحوار مفيد.\n\nومن المقرر أن يزور ظريف القاهرة. وهذا أمر ظريف.\n")
    minister = next(e for e in report.entities if e.name == "سامي ظريف")
    forms = [report.article.text[m.span.start : m.span.end] for m in minister.mentions]
    assert forms.count("ظريف") == 1


def test_a_name_under_a_preposition(read: Read) -> None:
    report = read("وعبر الوزير عن تعازيه لفرانسوا ديلون وزير الثقافة.")
    assert "فرانسوا ديلون" in [e.name for e in report.entities]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وقالت رئيسة وزرائها تيريزا ماي إن الاتفاق قريب.", "تيريزا ماي", "رئيسة وزرائها"),
    ("وقال الرئيس السابق للمخابرات السعودية تركي الفيصل إن الأمر خطير.", "تركي الفيصل", "الرئيس السابق للمخابرات"),
    ("وقال أمير حسين موسوي، مدير المركز، إن الوضع جيد.", "أمير حسين موسوي", "مدير المركز"),
    ("وأكد أمير قطر الشيخ تميم بن حمد أن الحوار مهم.", "تميم بن حمد", "أمير قطر"),
])  # fmt: skip
def test_offices_of_theirs_of_former_times_and_first_names(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


def test_the_head_of_another_state_is_somebody_else(read: Read) -> None:
    report = read("وسيزور الرئيس المكسيكي ترامب في واشنطن. وقال الرئيس الأميركي ترامب إن الجدار سيبنى.")
    assert [(e.name, e.country) for e in report.entities if e.kind == "person"] == [("ترامب", "US")]


def test_a_member_of_the_party_of_somebody_is_not_he(read: Read) -> None:
    report = read("وأكد عضو بحزب المخلوع علي صالح أن المعركة مستمرة.")
    assert [e.kind for e in report.entities] == ["unnamed"]


@pytest.mark.parametrize(("text", "names"), [
    ("وعبر السفير سامي العمري عن سعادته بالفوز.", {"سامي العمري"}),
    ("واستقبل أمير قطر الوزير الفرنسي سامي دوران الذي هنأه.", {"سامي دوران"}),
    ("ورأى الشيخ راشد بن فهد آل سالم ولي العهد أن الأمر جيد.", {"راشد بن فهد آل سالم"}),
])  # fmt: skip
def test_titles_that_are_somebody_elses_or_none(read: Read, text: str, names: set[str]) -> None:
    assert {e.name for e in read(text).entities if e.kind == "person" and e.name not in ("أمير قطر",)} == names
