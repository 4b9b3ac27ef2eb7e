"""Speakers that are a group or a body, ahead of the verb, joined by و, in quotation marks, or told again; more of names."""

import pytest

from tests.stages.reports import Read, addressees_of, said, source_of

SPOKE = "قال المدير سالم العمري إن الطريق مغلق. "


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # groups ahead of their verb, with what they are of
        ("لكن ناشطين من المعارضة الكينية قالوا إن هناك استياء.", "هناك استياء", "ناشطين من المعارضة الكينية"),
        ("إلا أن مصدرا في وزارة الصحة قال إن الماء مقطوع.", "الماء مقطوع", "مصدرا في وزارة الصحة"),
        ("أهالي الناصرة يطالبون بفتح الطريق", "بفتح الطريق", "أهالي الناصرة"),
        ("أوضح مسؤول يمني في محافظة عدن، أمس، أن الماء مقطوع.", "الماء مقطوع", "مسؤول يمني"),
        ("وذكر مواطن عدني في سوق المكلا، أنه بدأ العمل.", "بدأ العمل", "مواطن عدني"),
        # bodies: what they are for, names in marks, told again in marks
        (
            "الهيئة الدائمة المستقلة لحقوق الطفل تدعو إلى رفض العنف",
            "رفض العنف",
            "الهيئة الدائمة المستقلة لحقوق الطفل",
        ),
        (
            "أكدت اللجنة الوطنية للحوار أن العمل بدأ. وأعربت «اللجنة» عن قلقها من التأخير.",
            "قلقها من التأخير",
            "اللجنة الوطنية للحوار",
        ),
        (
            "وقالت غرفة عمليات معركة «فجر النهر» في بيان: «تقدمنا كثيرا».",
            "تقدمنا كثيرا",
            "غرفة عمليات معركة «فجر النهر»",
        ),
        ("وقال مصدر «لن نعود إلى المدينة».", "لن نعود", "مصدر"),
        # papers: by whom they are issued, and not what they speak of
        (
            "واتهم البيان الصادر أمس عن وزارة الدفاع الكينية الجيران بالتدخل.",
            "بالتدخل",
            "وزارة الدفاع الكينية",
        ),
        (
            "صدر التقرير عن البنك المركزي الكيني. وأكد التقرير ارتفاع العمليات عبر الشبكة الكينية للدفع.",
            "ارتفاع العمليات",
            "البنك المركزي الكيني",
        ),
        ("وأبرز تقرير «ساما» جهود المؤسسة.", "جهود المؤسسة", "ساما"),
        # states whose name is masculine go on speaking so
        ("رحب العراق بالإصلاحات. ودعا إلى التنفيذ السريع.", "التنفيذ السريع", "العراق"),
        ("رحب التكتل الأوروبي بالإصلاحات، كما دعا إلى التنفيذ السريع.", "التنفيذ السريع", "التكتل الأوروبي"),
        # titles with adjectives that have a complement; of what was and what is; general presidents
        (
            "قال خطيب مسجد البلدة التابع لحركة النهر سالم العمري إن الحل قريب.",
            "الحل قريب",
            "سالم العمري",
        ),
        ("قال مدير المركز التابع لوزارة الصحة سالم العمري إن الحل قريب.", "الحل قريب", "سالم العمري"),
        ("وعبر الرئيس السابق وعضو الشرف الحالي أحمد الهواري عن ثقته بالمدير.", "ثقته بالمدير", "أحمد الهواري"),
        # names
        ("وقال سالم نجيب بيدار، المتحدث باسم الشرطة إن السوق مغلقة.", "السوق مغلقة", "سالم نجيب بيدار"),
        ("وقالت الدكتورة أميرة المباركي إن العمل بدأ.", "العمل بدأ", "أميرة المباركي"),
        ("وقال صاحب السمو أمير الكويت إن العمل بدأ.", "العمل بدأ", "صاحب السمو أمير الكويت"),
        ("وقال مدير مدرسة الفاروق بحي النزهة إن العمل بدأ.", "العمل بدأ", "مدير مدرسة الفاروق"),
        # who made the picture or wrote the text says nothing
        (SPOKE + "تصوير: ماجد الحلبي ـ «الأفق» وأوضح أن الأسعار زادت.", "الأسعار زادت", "سالم العمري"),
    ],
)
def test_who_says_it(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


@pytest.mark.parametrize(
    ("text", "content", "sources"),
    [
        ("وأوضح كل من سالم الجابري وفهد الشهري، أنه جرى البيع.", "جرى البيع", ["سالم الجابري", "فهد الشهري"]),
        (
            "قال سالم الجابري وفهد الشهري إن البيع بدأ، مشيرين إلى أن السوق مغلقة.",
            "السوق مغلقة",
            ["سالم الجابري", "فهد الشهري"],
        ),
        ("قالت وزارة الصحة ومنظمة أطباء البحر إن العمل بدأ.", "العمل بدأ", ["وزارة الصحة", "منظمة أطباء البحر"]),
        ("وأكد الوزير سالم الجابري وعادل في الطريق أن السوق مغلقة.", "السوق مغلقة", ["سالم الجابري"]),
    ],
)
def test_all_who_say_it(read: Read, text: str, content: str, sources: list[str]) -> None:
    report = read(text)
    names = {e.id: e.name for e in report.entities}
    assert [names.get(s.entity or "") for s in said(report, content).sources] == sources


def test_two_bodies_are_asked(read: Read) -> None:
    report = read("وطالب النائب سالم العمري وزارة التجارة والغرفة التجارية بتكثيف الرقابة.")
    assert addressees_of(report, said(report, "بتكثيف الرقابة")) == ["وزارة التجارة", "الغرفة التجارية"]


def test_offices_with_what_they_are_over(read: Read) -> None:
    report = read(
        "وبين الرئيس العام لرعاية الشباب سالم العمري أنه جرى التشاور. وقال الرئيس العام لرعاية الشباب إنه متفائل."
    )
    assert [e.office for e in report.entities] == ["الرئيس العام لرعاية الشباب"]


@pytest.mark.parametrize(
    "text",
    [
        "خطورة الألعاب تزيد، الأمر الذي دعا البائع أن يخفيها.",
        "زادت الحوادث، وهو ما دعا الوزارة إلى إغلاق الطريق.",
    ],
)
def test_what_made_somebody_act_is_no_report(read: Read, text: str) -> None:
    assert read(text).statements == ()


def test_what_somebody_called_for_is_one(read: Read) -> None:
    report = read("وقال المدير إن الحوار ضروري، وهو ما دعا إليه الوزير سالم العمري.")
    assert any(e.name == "سالم العمري" for e in report.entities)


def test_the_narrator_goes_on_behind_a_clause_of_time(read: Read) -> None:
    report = read("منذ أن أعلن الاتحاد الكيني نقل المباراة إلى لندن، انتشرت عروض الشركات.")
    statement = said(report, "نقل المباراة")
    assert report.article.text[statement.content[0].start : statement.content[0].end] == "نقل المباراة إلى لندن"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "وأشاد الوزير سالم العمري بالاجتماع قائلا كان اجتماعا مفيدا للجميع.",
            "كان اجتماعا مفيدا للجميع",
            "سالم العمري",
        ),
        ("ورحب المدير بالضيوف، قائلا سنعمل معكم في المدينة.", "سنعمل معكم", "المدير"),
        (SPOKE + "وأشار مستطردا بالقول كنا نعبره كل يوم.", "كنا نعبره", "سالم العمري"),
        ("ورحب المدير بالضيوف، قائلا في كلمته إن المدينة تفرح بكم.", "المدينة تفرح بكم", "المدير"),
        ("وتفاعل الزوار مع المهرجان، معبرين عن فخرهم به.", "فخرهم", "الزوار"),
        ("ووقف الطلاب أمام الوزارة، مطالبين بفتح الجامعة.", "بفتح الجامعة", "الطلاب"),
    ],
)
def test_what_is_said_right_behind_and_by_those_who_act(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("وقال الوزير إن الشعب الكيني يستنكر هذه الأفعال، ويؤكد وقوفه إلى جانب تونس.", "وقوفه", "الشعب الكيني"),
        ("وقال الوزير إن كينيا تدعم الاتفاق وتؤكد ضرورة احترامه.", "ضرورة احترامه", "كينيا"),
        ("وقال الوزير إن الخطة نجحت، ويؤكد أن العمل مستمر.", "العمل مستمر", "الوزير"),
        ("أكد مصدر في مكتب التربية والتعليم أن المدارس مفتوحة.", "المدارس مفتوحة", "مصدر في مكتب التربية والتعليم"),
        (
            "وقالت ميوكو ساكاشيتا المتحدثة باسم إحدى جماعات البيئة إن التسرب كبير.",
            "التسرب كبير",
            "ميوكو ساكاشيتا",
        ),
    ],
)
def test_second_verbs_inside_what_is_said(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


@pytest.mark.parametrize(
    "text",
    [
        "وأكدت الوزارة أن هذه التصريحات لا تخدم السلام، وتؤكد ضعف أصحابها.",
        "وقال سالم العمري إن الإنجاز يعد درسا للجميع، ويؤكد أن الوطن بخير.",
    ],
)
def test_the_verb_of_a_thing_says_nothing(read: Read, text: str) -> None:
    (statement,) = read(text).statements
    assert text[statement.content[0].end :] == "."


def test_what_had_been_said_before_was_not_said_in_the_meeting(read: Read) -> None:
    report = read(
        "التقى رئيس الوزراء سليم الهواري وزير الدفاع الكيني أشرف العلمي في تونس.\n"
        "وكان الهواري أعلن الشهر الماضي أن الخطة جاهزة، مضيفا أن العمل مستمر.\nوقال الهواري إن اللقاء مفيد."
    )
    told = [addressees_of(report, said(report, c)) for c in ("الخطة جاهزة", "العمل مستمر")]
    assert told == [[], []]


@pytest.mark.parametrize(
    ("speaker", "country"),
    [
        ("مصدر مصري", "EG"),
        ("الوفد الطبي التونسي", "TN"),
        ("مسؤولون أتراك", "TR"),
        ("الصحف الأوروبية", None),
        ("الصحف الكينية والتونسية", None),
        ("أعضاء الوفد البرلماني التونسي", "TN"),
        ("أعضاء الوفد الذي وصل أمس", None),
        ("مصدر مسؤول في الخارجية العمانية", "OM"),
        ("مسؤول بالبيت الأبيض", "US"),
        ("مصدر في الشركة", None),
    ],
)
def test_a_nationality_tells_the_country_of_whom_no_table_lists(read: Read, speaker: str, country: str | None) -> None:
    report = read(f"أوضح {speaker}، أن الزيارة مهمة.")
    (entity,) = (e for e in report.entities if e.id == report.statements[0].sources[0].entity)
    assert (entity.name, entity.country) == (speaker.removesuffix(" الذي وصل أمس"), country)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("وعلمت «عكاظ» أن الطريق مغلق.", "okaz"),
        ('وقالت "الرياض" إن الطريق مغلق.', "al-riyadh"),
        ("وقالت الرياض إن الطريق مغلق.", "saudi-arabia"),
        ('قالت صحيفة الوطن المصرية إن الماء مقطوع. وذكرت "الوطن" أن الطريق مغلق.', "al-watan-eg"),
    ],
)
def test_a_paper_by_its_name_in_quotation_marks(read: Read, text: str, medium: str) -> None:
    (source,) = said(read(text), "الطريق مغلق").sources
    assert source.entity == medium


def test_the_same_speaker_behind_a_preposition_is_looked_for_before_and_not_behind(read: Read) -> None:
    report = read(
        "نقلت الوكالة عن الناطق باسم قيادة الجيش الكيني قوله إن الجنود بخير.\n"
        "ونقلت عن المتحدث ذاته قوله إن الطريق مغلق.\nوقال المتحدث باسم الخارجية الأميركية نيد برايس إن بلاده تتابع."
    )
    assert source_of(report, said(report, "الطريق مغلق")) == "الناطق باسم قيادة الجيش الكيني"


def test_the_city_where_a_minister_is_is_no_part_of_his_title(read: Read) -> None:
    report = read("وقال وزير الخارجية الكيني في القاهرة إن الطريق مغلق.")
    assert source_of(report, said(report, "الطريق مغلق")) == "وزير الخارجية الكيني"


@pytest.mark.parametrize("marks", ["«»", "“”", '""'])
def test_a_body_by_what_its_noun_is_of(read: Read, marks: str) -> None:
    headline = f"{marks[0]}العدل{marks[1]} تعلن حاجتها إلى مترجمين"
    report = read(f"{headline}\n\nأعلنت وزارة العدل أمس حاجتها إلى عشرين مترجما.")
    assert [source_of(report, s) for s in report.statements] == ["وزارة العدل", "وزارة العدل"]


def test_what_no_body_is_of_stays_unknown(read: Read) -> None:
    report = read("«السلام» تعلن حاجتها إلى مترجمين\n\nأعلنت وزارة العدل أمس حاجتها إلى عشرين مترجما.")
    assert "وزارة العدل" not in [source_of(report, s) for s in report.statements[:1]]


@pytest.mark.parametrize("who", ["مختصين", "مستثمرين", "مزارعين", "اقتصاديين", "مختصين تونسيين"])
def test_people_of_a_calling_before_their_verb(read: Read, who: str) -> None:
    report = read(f"وعليه فإن {who} حذروا من الهجرة.")
    assert [source_of(report, s) for s in report.statements] == [who]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("وصدر تقرير عن الغرفة التجارية بصنعاء التي قالت إن الخسائر كبيرة.", "الخسائر كبيرة", "الغرفة التجارية"),
        ("وانتقد الوزير تقرير مصلحة الجمارك الذي أشار إلى أن الواردات زادت.", "الواردات زادت", "مصلحة الجمارك"),
        ("دعا خبيران عقاريان وزارة الإسكان إلى بناء المساكن.", "بناء المساكن", "خبيران عقاريان"),
    ],
)
def test_whose_clause_it_is(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_a_body_that_is_told_of_does_not_speak(read: Read) -> None:
    assert not read("ويدير مصرف المرجان الذي أعلن عن افتتاحه قبل شهرين خبير سابق.").statements
