"""Where an office ends and its holder's name begins, what is nobody's name, whose country an office has."""

import pytest

from tests.stages.reports import Read


def _people(read: Read, text: str) -> list[tuple[str, str | None]]:
    return [(e.name, e.office) for e in read(text).entities if e.kind == "person" or e.office]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وقال حاكم زيلكانسك سيرغي كوفالين إن الجسر مغلق.", "سيرغي كوفالين", "حاكم زيلكانسك"),
    ("وقال رئيس الإدارة المدنية لمنطقة زيلكانسك بيتر كوفالين إن المخزن فارغ.", "بيتر كوفالين", "رئيس الإدارة المدنية لمنطقة زيلكانسك"),
    ("وقال قائد شرطة كابل عبد الرحمن نديمي إن الطريق آمن.", "عبد الرحمن نديمي", "قائد شرطة كابل"),
    ("وذكر مدير فريق \"رواد النهر\" محمد الحلبي أن الماء يكفي.", "محمد الحلبي", "مدير فريق \"رواد النهر\""),
    ("وبين مدير عام جمعية كفى الدكتور سالم العمري أن الدورة مجانية.", "سالم العمري", "مدير عام جمعية كفى"),
    ("وقال نديم سوينغ، المدير العام لـ«المنظمة العربية للبريد»، إن الطوابع نفدت.", "نديم سوينغ", "المدير العام لـ«المنظمة العربية للبريد»"),
    ("وقال جو ستورمك، نائب المدير التنفيذي لقسم الأنهار والبحيرات في المعهد: «نحن نراقب».", "جو ستورمك",
     "نائب المدير التنفيذي لقسم الأنهار والبحيرات في المعهد"),
    ("وأوضح الناطق الإعلامي المكلف باسم الإطفاء بمنطقة القصيم، النقيب رامي العوفي، أن الحريق أخمد.", "رامي العوفي",
     "الناطق الإعلامي المكلف باسم الإطفاء بمنطقة القصيم"),
    ("وأعلن رئيس الحكومة المكلف سالم العمري أن القائمة جاهزة.", "سالم العمري", "رئيس الحكومة"),
    ("وقالت المقررة الخاصة للأمم المتحدة في الصحراء المحتلة ليندا كوفالين إن المعبر مغلق.", "ليندا كوفالين",
     "المقررة الخاصة للأمم المتحدة في الصحراء المحتلة"),
    ("وقال نائب رئيس الوزراء ووزير المالية سالم العمري إن الميزانية جاهزة.", "سالم العمري", "نائب رئيس الوزراء ووزير المالية"),
    ("وأوضح رئيس نادي أبها الأدبي الدكتور أحمد الحلبي أن الأمسية تأجلت.", "أحمد الحلبي", "رئيس نادي أبها الأدبي"),
    ("وأكد رئيس جمعية سيلكانت الخيرية نديم العمري أن القافلة وصلت.", "نديم العمري", "رئيس جمعية سيلكانت الخيرية"),
    ("وقال القيادي في الحركة ورئيس الأمانة العامة للجبهة سالم الحلبي إن الجلسة انتهت.", "سالم الحلبي",
     "القيادي في الحركة ورئيس الأمانة العامة للجبهة"),
    ("وأعلن المتحدث الرئاسي أول من أمس أن الموعد تأجل.", "المتحدث الرئاسي", "المتحدث الرئاسي"),
])  # fmt: skip
def test_an_office_and_its_holder(read: Read, text: str, name: str, office: str) -> None:
    assert _people(read, text) == [(name, office)]


@pytest.mark.parametrize(("text", "name"), [
    ("وقال لارس فيلدن، عضو المجلس، إن السوق راكدة.", "لارس فيلدن"),
    ("وجه الدكتور مصطفى بلجون بإصلاح الجسر.", "مصطفى بلجون"),
    ("وقال يحيى سعود، النائب في البرلمان، إن القانون قديم.", "يحيى سعود"),
    ("وكشف عدنان حزام، الناطق باسم الشركة، أن الخط عاد.", "عدنان حزام"),
    ("وسمى أوباما لورا هولدغيت، مستشارة له.", "لورا هولدغيت"),
])  # fmt: skip
def test_where_a_name_ends(read: Read, text: str, name: str) -> None:
    assert name in [e.name for e in read(text).entities]


@pytest.mark.parametrize("text", [
    "وأكدت أن اللوحة تحمل صبغة تاريخية.",
    "ووعد النادي بتوفير راتب شهر كامل.",
    "وكانت بشرى سارة لأهل القرية.",
    "وفاز الفريق على بوروسيا دورتموند أمس.",
    "واختار الطريق عن طيب خاطر.",
    "وأقيم الحفل في فندق كارلتون سيلفر.",
    "ودفع رسوم عفش زائد في المطار.",
    "واصطحب بيتر حفيدته إلى السوق.",
    "وقدم الحل بشكل صارم المرجعيات كلها.",
    "وخلق جيل معتزٌ بلغته.",
    "وأحدثوا تحرشا في السوق.",
    "وجاء رمضان شهر الصيام.",
])  # fmt: skip
def test_words_and_things_are_nobody(read: Read, text: str) -> None:
    assert _people(read, text) == []


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("وقال وزراء خارجية الدول الصديقة إن الحل قريب.", "وزراء خارجية الدول الصديقة", "group"),
    ("وقال عدد من سكان القرية إن الماء انقطع.", "عدد من سكان القرية", "group"),
    ("وحذر القادة الصناعيون من نقص الغاز.", "القادة الصناعيون", "group"),
    ("وقالت المؤسسة العربية لضمان القروض إن العجز كبير.", "المؤسسة العربية لضمان القروض", "organisation"),
    ("وقالت اللجنة الثورية التابعة للمتمردين الحوثيين إن الهدنة انتهت.", "اللجنة الثورية التابعة للمتمردين الحوثيين", "organisation"),
    ("ووفقا لجمعية الصيادين العامة، انخفض عدد القوارب في البحر هذا العام كثيرا.", "جمعية الصيادين العامة", "organisation"),
])  # fmt: skip
def test_a_head_with_whose_it_is(read: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(e.name, e.kind) for e in read(text).entities]


def test_a_body_that_tells_an_agency_is_whole_before_it(read: Read) -> None:
    report = read("وقالت اللجنة المركزية لوكالة الأنباء إن الفرز انتهى.")
    assert [e.name for e in report.entities if e.kind == "organisation"][:1] == ["اللجنة المركزية"]


def test_the_day_before_yesterday_says_nothing(read: Read) -> None:
    report = read("وأعلن سالم العمري، حسب ما قال أول من أمس، أن الورشة تفتح. وقال أمس الأول إن العمل جار.")
    assert [e.name for e in report.entities] == ["سالم العمري"]


def test_who_speaks_to_whom_in_a_headline(read: Read) -> None:
    report = read("العمري للبرلمان: الميزانية جاهزة وتكفي العام كله\n\nقال الوزير سالم العمري إن الميزانية تكفي.")
    assert [e.name for e in report.entities if e.kind != "country"] == ["سالم العمري"]


@pytest.mark.parametrize(("text", "country"), [
    ("وأوضح المدير المالي للشركة سالم العمري أن الأرباح زادت.", None),
    ("وقال وزير الخارجية المالي سالم كيتا إن الحدود آمنة.", "ML"),
    ("وقال أمير منطقة القصيم سالم العمري إن الموسم جيد.", "SA"),
    ("وقال مدير المصنع سالم العمري إن الإنتاج زاد كبيرا.", None),
    ("وصل وزير الدفاع سالم العمري للأردن. وقال وزير الدفاع إن الزيارة مهمة.", None),
    ("وقال المبعوث الدولي سالم العمري إن الطريق طويل.", "UN"),
    ("وقال الرئيس أردوغان إن الجسر جاهز.", "TR"),
])  # fmt: skip
def test_the_country_of_an_office(read: Read, text: str, country: str | None) -> None:
    assert [e.country for e in read(text).entities if e.kind == "person"] == [country]


def test_amman_or_oman_is_what_the_article_speaks_of(read: Read) -> None:
    jordan = read("وأعلن الأردن أن الخط عاد. وقالت عمان إن العمل جار.")
    assert [e.id for e in jordan.entities] == ["jordan"]
    assert [e.id for e in read("وقالت عمان إن العمل جار.").entities] == ["oman"]


def test_a_land_as_much_spoken_of_as_another_decides_for_who_is_near_it(read: Read) -> None:
    text = "وزار الوفد كينيا وتشاد. وقالت كينيا إن الخط جاهز في كينيا. وقالت تشاد إن النهر فاض في تشاد. وأكد وزير النقل سالم العمري أن الجسر قديم."
    assert [e.country for e in read(text).entities if e.name == "سالم العمري"] == ["TD"]


def test_a_title_of_another_land_behind_a_known_name(read: Read) -> None:
    report = read("وحمل أردوغان السفير الياباني رسالة إلى طوكيو.")
    assert "JP" not in [e.country for e in report.entities if e.id == "recep-tayyip-erdogan"]


def test_a_surname_like_a_nationality(read: Read) -> None:
    report = read("وقال اللواء سامي التركي إن العمل جار. وأكد اللواء التركي أن الطريق آمن.")
    assert [(e.name, e.country) for e in report.entities if e.kind == "person"] == [("سامي التركي", None)]
    assert [e.country for e in read("وقال اللواء التركي إن الطريق آمن.").entities] == ["TR"]


def test_sovereignty_and_a_medal_are_nobody(read: Read) -> None:
    report = read("وقلد وزير الحرس الوطني وسام الملك عبد العزيز للجنود. وقال الوزير إن استقلال البلاد وسيادتها مصونان.")
    forms = [report.article.text[m.span.start : m.span.end] for e in report.entities for m in e.mentions]
    assert "سيادتها" not in forms
    assert "وسام" not in [e.name for e in report.entities]


@pytest.mark.parametrize("text", [
    "وتعود الأسعار إلى مادون سعر البيع.",
    "وهي معلومات يحتاجها الخطيب.",
    "وهذه مطارات كردستان أنسب من غيرها.",
    "ولا خلاف في العدل واقتصار الحكم على الكفاءة.",
    "وتوجه العمال إلى المستودعات بحي السلام.",
    "وخسر الفريق أمام بايرن ميونيخ صفر - 1.",
])  # fmt: skip
def test_two_words_of_the_language_are_nobody(read: Read, text: str) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == []


@pytest.mark.parametrize(("text", "names"), [
    ("دان الأمين العام للأمم المتحدة القتل. وأعرب بان كي مون عن تعازيه.", ["بان كي مون"]),
    ("وقال سالم العمري المدير التنفيذي للجنة إن الخط جاهز. وقال مدير اللجنة إن العمل جار.", ["سالم العمري"]),
    ("وقال سالم العمري إن الموقف مهم. وقال المتدخل إن القرار جيد.", ["سالم العمري"]),
    ("قالت شركة جي إس إنرجي إنها ستورد الخام. وقالت جي إس إنرجي إن الشحنة الأولى جاهزة.", ["شركة جي إس إنرجي"]),
    (
        "وقال المشرف على الشؤون الأكاديمية إن العام جيد. وقال المشرف على سنة الامتياز سالم العمري إن الخط جاهز.",
        ["سالم العمري", "المشرف على الشؤون الأكاديمية"],
    ),
])  # fmt: skip
def test_who_is_told_again(read: Read, text: str, names: list[str]) -> None:
    assert sorted(e.name for e in read(text).entities) == sorted(names)


def test_the_minister_of_the_country_named_before(read: Read) -> None:
    text = "وجاء إعلان فنلندا بعد اجتماع بمشاركة وزير خارجيتها. وقال وزير الخارجية التركي سالم العمري إن الحلف قوي."
    minister = next(e for e in read(text).entities if e.name == "سالم العمري")
    assert text.index("وزير خارجيتها") not in [m.span.start for m in minister.mentions]


@pytest.mark.parametrize(("text", "names"), [
    ("مسؤول أمريكي: الخليج مهم\n\nأكد سامي العمري المبعوث الأمريكي أن الخليج مهم. وقال وزير الخارجية الأمريكي جون كيري إن العمل جار.", 1),
    ("وزير: الإنتاج زاد\n\nقال وزير الصناعة الإيراني سالم العمري إن الإنتاج زاد.", 1),
    ("مسؤول أممي يحذر من الحرب\n\nأكد نائب الأمين العام للأمم المتحدة سامي العمري أن الحرب طويلة.", 1),
    ("محلل سعودي: السوق قوية\n\nقالت داليا العيش إن السوق قوية.", 0),
    ("وزير سويدي: الخط جاهز\n\nقال الرئيس الأمريكي باراك أوباما إن الخط جاهز.", 0),
])  # fmt: skip
def test_an_office_in_a_headline_is_whoever_speaks_below(read: Read, text: str, names: int) -> None:
    first = [e for e in read(text).entities if any(m.span.start == 0 for m in e.mentions)]
    assert [e.kind == "person" for e in first] == [bool(names)]


def test_an_envoy_of_a_body_is_not_of_the_state_that_he_is_sent_to(read: Read) -> None:
    report = read(
        "رد الوزير على مقترح المبعوث الدولي سالم ولد الشيخ. وقال المبعوث الدولي لليمن إنه ناقش الأمر. وأضاف المبعوث الأممي أن الخط سيفتح."
    )
    assert {s.sources[0].entity for s in report.statements} == {"salm-wld-alshykh"}
    envoy = next(e for e in report.entities if e.kind == "person" and e.office == "المبعوث الدولي")
    assert envoy.country == "UN"


def test_an_ambassador_is_of_who_sends_him(read: Read) -> None:
    text = "وقال سفير خادم الحرمين الشريفين لدى أستراليا سالم الحلبي إن الخط سيفتح."
    assert [e.country for e in read(text).entities if e.kind == "person"] == ["SA"]
    text = "وقال السفير الدائم للمغرب لدى الاتحاد الإفريقي واللجنة التابعة للأمم المتحدة سالم الحلبي إن الخط سيفتح."
    assert [e.country for e in read(text).entities if e.office] == ["MA"]


def test_a_spokesman_is_of_the_country_of_whom_he_speaks_for(read: Read) -> None:
    report = read("زار أوباما المدينة أمس. وقال المتحدث باسم نتنياهو إن اللقاء مهم.")
    assert {e.name: e.country for e in report.entities}["المتحدث باسم نتنياهو"] == "IL"


def test_a_ruling_family_is_no_office(read: Read) -> None:
    text = "وقال الأمير سالم جميل من الأسرة الكينية الحاكمة إن الوفد وصل."
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [("سالم جميل", "الأمير")]


def test_who_is_known_tells_the_home_of_an_office(read: Read) -> None:
    report = read(
        "أقال دونالد ترامب مستشاره أمس. وقال ترامب إن الأمر مهم. وانتظر ترامب رد روسيا. وقالت وزيرة العدل سلمى النجار إن ترامب غاضب."
    )
    assert {e.name: e.country for e in report.entities}["سلمى النجار"] == "US"
