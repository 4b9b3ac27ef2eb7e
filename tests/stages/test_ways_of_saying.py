"""Verbs that only tell how somebody comes to say something, and phrases of repeating, showing and quoting."""

import pytest

from tests.stages.reports import Read, addressees_of, said, source_of
from tests.stages.test_frames import contents


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # the subject stands between the verb of repeating and its noun
        ("وأعاد الوزير سالم العمري التأكيد على أن الحدود آمنة.", "الحدود آمنة", "سالم العمري"),
        ("وأعاد الوزير سالم العمري خلال اللقاء التأكيد على دعم الحوار.", "دعم الحوار", "سالم العمري"),
        ("وأعاد الوزير سالم العمري تأكيد دعم بلاده للحوار.", "تأكيد دعم بلاده للحوار", "سالم العمري"),
        # a verb of going, caring, hastening or not hesitating before a verbal noun of saying
        ("وذهب الوزير سالم العمري إلى القول إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        ("وذهب الوزير سالم العمري إلى حد القول إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        ("ولم يتردد الوزير سالم العمري في القول إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        ("وقال أنور الساعدي إن بلاده مستعدة. وسارع الوزير سالم العمري إلى التأكيد أن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        ("وقال أنور الساعدي إن بلاده مستعدة. وسارعت الحكومة إلى التأكيد أن المحادثات فشلت.", "المحادثات فشلت", "الحكومة"),
        ("وعاد الوزير سالم العمري ليؤكد أن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # what is shown
        ("وأبدى الوزير سالم العمري أسفه على الحادث.", "أسفه على الحادث", "سالم العمري"),
        ("ولم يخف الوزير سالم العمري قلقه من تدهور الحال.", "قلقه من تدهور الحال", "سالم العمري"),
        # whose view, whose mouth, whose turn
        ("وفي نظر الوزير سالم العمري فإن المحادثات فشلت الأسبوع الماضي.", "المحادثات فشلت", "سالم العمري"),
        ("وجاء على لسان الوزير سالم العمري أن المحادثات فشلت الأسبوع الماضي.", "المحادثات فشلت", "سالم العمري"),
        ("وبدوره، الوزير سالم العمري قال إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # what is stressed is a thing with its relative clause
        ("وأبرز الوزير سالم العمري الزخم الذي أضفته الزيارة.", "الزخم الذي أضفته الزيارة", "سالم العمري"),
        # who is somebody's brother or colleague goes by his own name
        ("وقال أنور الساعدي إن الحوار مهم. واعتبر زميله سالم العمري أن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        ("وقالت الوزيرة سلمى حيار إن الحوار مهم. وقالت شقيقتها ليلى حيار إن المحادثات فشلت.", "المحادثات فشلت", "ليلى حيار"),
        ("وقال أنور الساعدي إن الحوار مهم. وقال نائبه سالم العمري إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # behind a noun with the article stands its object, and no second subject
        ("وطالبت المعارضة الحكومة بفتح حوار جدي.", "بفتح حوار", "المعارضة"),
        # what follows كما and its verb; متابعا before marks; a body behind ب; several fields of one office
        ("وكما يقول سالم العمري رئيس الجمعية فإن المحادثات فشلت تماما.", "المحادثات فشلت", "سالم العمري"),
        ("وقال الوزير سالم العمري إن الخطة جاهزة، متابعا: «المحادثات فشلت تماما».", "المحادثات فشلت", "سالم العمري"),
        ("وقالت وزيرة الابتكار والعلوم والتكنولوجيا سلمى حيار إن المحادثات فشلت.", "المحادثات فشلت", "سلمى حيار"),
        ("وقال المهندس سالم العمري أمين صندوق الجمعية إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # in his view, of whom spoke before
        ("قال سالم العمري إن الحوار مهم. وبرأيه، فإن المحادثات فشلت تماما.", "المحادثات فشلت", "سالم العمري"),
        ("قال سالم العمري إن الحوار مهم. ومن وجهة نظره، فإن المحادثات فشلت تماما.", "المحادثات فشلت", "سالم العمري"),
        # so many who told an agency; an expert with his field and its land
        ("ونقلت وكالة رويترز عن ثلاثة مصادر مطلعة قولها إن المحادثات فشلت.", "المحادثات فشلت", "مصادر مطلعة"),
        ("ورأى الخبير في الشأن الإيراني سالم العمري، في حديث للأفق، أن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # an army is masculine, though the table has it as armed forces
        ("قال سالم العمري إن الحوار واجب. وأعلن الجيش المصري أنه انسحب. وأضاف أن المحادثات فشلت.", "المحادثات فشلت", "الجيش المصري"),
        ("وقال مستشار الوزير لشؤون الانتخابات اللواء سالم العمري إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # relative adjectives belong to the subject, the noun behind them is the object
        ("ووصف الوفد البرلماني التونسي الزيارة بأنها ناجحة.", "الزيارة بأنها ناجحة", "الوفد البرلماني التونسي"),
        # all of them, before their verb
        ("كل الوزراء قالوا إن المحادثات فشلت تماما.", "المحادثات فشلت", "الوزراء"),
        ("وقال المكلف بالإعلام في الرئاسة سالم العمري إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        # two offices of one name
        (
            "وأوضح رئيس قسم التوعية الصحية بإدارة الصحة والمشرف على البرنامج الدكتور سالم العمري أن المحادثات فشلت.",
            "المحادثات فشلت",
            "سالم العمري",
        ),
        # a minister who is a woman is not the man named later
        ("وقالت الوزيرة إن المحادثات فشلت. وقال الوزير سالم العمري إن الحوار واجب.", "المحادثات فشلت", "الوزيرة"),
        # an office behind the comma that ends at the verb; a name in ف; a paper that is feminine
        ("وذكرت الصحيفة أن سالم العمري، وزير النقل والتجهير قال إن المحادثات فشلت.", "المحادثات فشلت", "سالم العمري"),
        ("وأكد السيناتور كارلوس فيانا أن المحادثات فشلت.", "المحادثات فشلت", "كارلوس فيانا"),
        ("ونشرت الوزارة دراسة عن المياه. وأفادت الدراسة بأن العمل جار. وأضافت أن المحادثات فشلت.", "المحادثات فشلت", "الوزارة"),
    ],
)  # fmt: skip
def test_who_says_it(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_a_setting_before_what_is_stressed(read: Read) -> None:
    assert contents(read("وجرى خلال اللقاء التشديد على أهمية الحوار.")) == ["أهمية الحوار"]


@pytest.mark.parametrize("text", [
    "سافر الوزير سالم العمري إلى تونس ليؤكد أن المحادثات فشلت.",
    "وأعاد الوزير سالم العمري دعم المزارعين إلى الموازنة.",
    "وأخذت اللجنة برأيهم في التصويت.",
    "بعث الملك برقيتي تهنئة للرئيس بمناسبة العيد.",
    "عندما يرى المواطنون أن الحكومة تعمل لمصلحتهم يصبح الأمر أسهل.",
    "ولا يخفى على أحد أن المحادثات فشلت.",
    "ودفع ذلك الوزير سالم العمري إلى الخروج.",
])  # fmt: skip
def test_nothing_is_said(read: Read, text: str) -> None:
    assert contents(read(text)) == []


def test_whom_he_addresses(read: Read) -> None:
    report = read("وقال سالم العمري مخاطبا الوزيرة سلمى حيار: «أنت الوزيرة الوحيدة التي ترفض الحوار».")
    statement = said(report, "أنت الوزيرة")
    assert source_of(report, statement) == "سالم العمري"
    assert addressees_of(report, statement) == ["سلمى حيار"]


@pytest.mark.parametrize(("text", "content"), [
    ("وأفاد التقرير بأن النسبة بلغت 63.3 في المائة، و24.6 في المائة في الريف.", "النسبة بلغت 63.3 في المائة، و24.6 في المائة في الريف"),
    ("وأفاد التقرير بأن النمو قدر بـ10.8 في المائة في الريف.", "النمو قدر بـ10.8 في المائة في الريف"),
    ("وبينت الصحيفة أنه لم يكن مستغربا أن تنتفض المدينة.", "أنه لم يكن مستغربا أن تنتفض المدينة"),
])  # fmt: skip
def test_what_does_not_end_it(read: Read, text: str, content: str) -> None:
    assert content in contents(read(text))


@pytest.mark.parametrize(("text", "name"), [
    ("وقال مسؤول للصحيفة إن القرار لم يتخذ بعد.", "مسؤول"),
    ("وقال متحدث باسم قوات الإنقاذ لوكالة الأنباء إن القرار لم يتخذ بعد.", "متحدث باسم قوات الإنقاذ"),
])  # fmt: skip
def test_to_the_press_is_no_part_of_the_office(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert source_of(report, said(report, "القرار")) == name


def test_whom_a_body_calls_on(read: Read) -> None:
    report = read("ودعت الجمعية السلطات إلى فتح حوار جدي.")
    statement = said(report, "فتح حوار")
    assert (source_of(report, statement), addressees_of(report, statement)) == ("الجمعية", ["السلطات"])


@pytest.mark.parametrize("text", ["واستخلص مبكرا أن المحادثات فشلت.", "وأوضح تفصيلا أن المحادثات فشلت."])
def test_how_it_was_said_is_nobody(read: Read, text: str) -> None:
    report = read(text)
    assert source_of(report, said(report, "المحادثات فشلت")) is None


def test_names_in_a_list(read: Read) -> None:
    report = read("وضبطت الشرطة سالم العمري (تونسي)، وإدريس أحمد صالح (صومالي)، وشامل محمد رسول (كيني).")
    names = {e.name for e in report.entities if e.kind == "person"}
    assert names == {"سالم العمري", "إدريس أحمد صالح", "شامل محمد رسول"}


def test_a_state_goes_by_its_own_name(read: Read) -> None:
    report = read("افتتح في برازيليا معرض عن التاريخ. وقالت البرازيل إنها مستعدة للحوار.")
    assert [e.name for e in report.entities if e.kind == "country"] == ["البرازيل"]


@pytest.mark.parametrize(("text", "office"), [
    ("قال سالم العمري، رئيس لجنة البناء بجمعية شباب الأعمال، «إن الخطة جاهزة للعمل».", "رئيس لجنة البناء بجمعية شباب الأعمال"),
    ("وقال «سالم العمري»، سفير تركيا في روما، إن بلاده مستعدة.", "سفير"),
])  # fmt: skip
def test_an_office_up_to_the_comma(read: Read, text: str, office: str) -> None:
    assert [e.office for e in read(text).entities if e.kind == "person"] == [office]


def test_the_whole_of_what_a_relative_tells(read: Read) -> None:
    report = read("وتراقب الحكومة حزمة خفض النفقات التي تطالب بها الجهات المانحة الدولية.")
    assert contents(report) == ["حزمة خفض النفقات"]


def test_who_only_passes_it_on_is_no_source(read: Read) -> None:
    report = read("وحسب فضائية «الأفق»، قال الوزير سالم العمري: إن المحادثات فشلت تماما.")
    assert [source_of(report, s) for s in report.statements] == ["سالم العمري"]
