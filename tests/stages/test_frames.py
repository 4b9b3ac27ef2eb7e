"""Where contents begin and end, and which words open a report: each case with the reading that must not be taken."""

import pytest

from dipcli.model import Report
from tests.stages.reports import Read


def contents(report: Report) -> list[str]:
    """Contents in text order, parts of one joined by …"""
    text = report.article.text
    return [" … ".join(text[c.start : c.end] for c in s.content) for s in report.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ورحب الوزير سامر النجار بالعرض لكنه لم يزر الموقع.", ["بالعرض"], id="a noun phrase ends at لكنه",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن العرض جيد لكنه يحتاج وقتا.", ["العرض جيد لكنه يحتاج وقتا"],
            id="لكنه goes on inside a clause",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن العرض جيد لكنه أوضح أن الوقت ضيق.", ["العرض جيد", "الوقت ضيق"], id="a report behind لكنه",
        ),
        pytest.param(
            "وأعلنت الوزارة فتح الميناء الجديد، في حين زار الوفد المطار.", ["فتح الميناء الجديد"], id="في حين and the narrator",
        ),
        pytest.param(
            "وقالت الوزيرة ليلى الحمدان إن الجسر آمن، ثم أعلنت تأجيل الافتتاح.", ["الجسر آمن", "تأجيل الافتتاح"], id="ثم before a report",
        ),
        pytest.param(
            "وحذر الوزير سامر النجار من «كارثة بيئية» بعد تسرب النفط من الخزان.", ["كارثة بيئية"],
            id="marks around the noun phrase",
        ),
        pytest.param(
            "وحذر الوزير سامر النجار من «كارثة» في الميناء القديم.", ["«كارثة» في الميناء القديم"], id="a phrase that goes on behind its marks",
        ),
        pytest.param(
            "وبعد وعود باريس بدعم المزارعين، وصلت القافلة الأولى إلى القرية.", ["بدعم المزارعين"],
            id="a verbal noun ends where the main clause begins",
        ),
    ],
)  # fmt: skip
def test_content_ends(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


def test_colon_ends_before_talk_of_the_words(read: Read) -> None:
    report = read("وأضاف الوزير سامر النجار: سنكمل الجسر هذا العام. وتأتي هذه التصريحات بعد توقف الأشغال.")
    assert contents(report) == ["سنكمل الجسر هذا العام"]
    report = read("وأضاف الوزير سامر النجار: سنكمل الجسر هذا العام. ونريد أن نفتحه قبل الشتاء.")
    assert contents(report) == ["سنكمل الجسر هذا العام. ونريد أن نفتحه قبل الشتاء"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ورحب الوزير سامر النجار بهذه المبادرة.", ["بهذه المبادرة"], id="demonstrative with its noun"),
        pytest.param(
            "ورحب الوزير سامر النجار بهذه المناسبة بالضيوف.", ["بالضيوف"], id="بهذه المناسبة is an adverb",
        ),
        pytest.param("واستبعد الوزير سامر النجار ذلك.", ["ذلك"], id="demonstrative alone"),
        pytest.param("وأكد الوزير سامر النجار ذلك الاتفاق.", ["الاتفاق"], id="demonstrative before its noun"),
        pytest.param(
            "وأعربت الوزيرة ليلى الحمدان عن أسفها، مشيرة إلى أن الطريق مغلق.", ["أسفها", "الطريق مغلق"],
            id="a participle spelled like a rank",
        ),
        pytest.param(
            "وفي هذا السياق عبر الوزير سامر النجار عن قلقه.", ["قلقه"], id="عبر behind an adjunct of setting",
        ),
    ],
)  # fmt: skip
def test_content_begins(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "أغلقت المدارس أبوابها أمس، وفق ما أعلنت وزارة التربية في بيان مقتضب.", ["أغلقت المدارس أبوابها أمس"],
            id="وفق ما with its adjuncts",
        ),
        pytest.param(
            "ووفقا لما أعلنته وزارة التربية، فإن المدارس ستفتح غدا صباحا.", ["المدارس ستفتح غدا صباحا"], id="وفقا لما ahead",
        ),
        pytest.param(
            "وصلت السفينة إلى الميناء ليلا، تضيف الوزارة.", ["وصلت السفينة إلى الميناء ليلا"], id="verb and subject at the end",
        ),
        pytest.param(
            "وصلت السفينة، بحسب مصادر أمنية، إلى الميناء ليلا.", ["وصلت السفينة … إلى الميناء ليلا"], id="source in the middle",
        ),
        pytest.param(
            "وصلت السفينة إلى الميناء، بحسب مصادر أمنية، ونقل الجرحى إلى المستشفى.", ["وصلت السفينة إلى الميناء"],
            id="source before a new clause",
        ),
    ],
)  # fmt: skip
def test_parentheses(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وتم التأكيد على ضرورة فتح الميناء، مع التشديد على سلامة العمال.", ["ضرورة فتح الميناء", "سلامة العمال"],
            id="verbal nouns with the article after تم and مع",
        ),
        pytest.param("وصدر القرار للتأكيد على وحدة الصف.", [], id="a purpose is no report"),
        pytest.param(
            "وأشار الوزير سامر النجار إلى مطالبة المغرب بفتح الحدود.", ["مطالبة المغرب بفتح الحدود", "بفتح الحدود"],
            id="a verbal noun with its own speaker inside a report",
        ),
        pytest.param(
            "وأعرب الوزير سامر النجار عن تقديره لدور الجيران.", ["تقديره لدور الجيران"], id="what is expressed is no second report",
        ),
        pytest.param(
            "وجاء القرار بعد ترحيب الحكومة الانتقالية بالوساطة.", ["بالوساطة"], id="a speaker that no table names",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن الطريق جاهز، مجددا شكره للعمال.", ["الطريق جاهز", "شكره للعمال"], id="مجددا as a participle",
        ),
        pytest.param("وعاد الوزير سامر النجار مجددا إلى بلاده.", [], id="مجددا as an adverb"),
    ],
)  # fmt: skip
def test_verbal_nouns(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


BODY = "\nوصلت السفينة إلى الميناء صباح أمس."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        pytest.param("القيادة الكويتية تهنئ رئيس كوت ديفوار بمناسبة العيد الوطني", ["بمناسبة العيد الوطني"], id="occasion"),
        pytest.param("المغرب يهنئ كوت ديفوار", ["كوت ديفوار"], id="no occasion: who is greeted"),
        pytest.param("الجزائر تنفي «وساطة مصرية» في الملف", ["«وساطة مصرية» في الملف"], id="an object in marks"),
        pytest.param("«لن نغلق الميناء أمام الصيادين هذا العام»", ["لن نغلق الميناء أمام الصيادين هذا العام"], id="all in marks"),
        pytest.param("نطالب بفتح الميناء أمام الصيادين", ["نطالب بفتح الميناء أمام الصيادين"], id="first person"),
        pytest.param("نادي الميناء أمام فريق الصيادين", [], id="a noun in ن"),
        pytest.param("النجار: لولا العمال لسقط الجسر كله!", ["لولا العمال لسقط الجسر كله"], id="exclamation"),
    ],
)  # fmt: skip
def test_headlines(read: Read, headline: str, expected: list[str]) -> None:
    assert contents(read(headline + BODY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("وشكر المتطوعين الذين ساعدوا القرية.", ["المتطوعين الذين ساعدوا القرية"], id="who is thanked, no subject"),
        pytest.param("وهنأ الحاضرين بعيد الفطر.", ["بعيد الفطر"], id="بعيد of a feast"),
        pytest.param("ورفض الوزير سامر النجار الخوض في التفاصيل.", ["الخوض في التفاصيل"], id="refusal to go into it"),
        pytest.param("ووصف الجسر بالتاريخي.", ["الجسر بالتاريخي"], id="an object alone is what is described"),
        pytest.param(
            "وقال المتحدث إن الوزير رد بأن الطريق مغلق.", ["الوزير رد بأن الطريق مغلق", "بأن الطريق مغلق"],
            id="a verb spelled like a noun before its clause",
        ),
    ],
)  # fmt: skip
def test_objects(read: Read, text: str, expected: list[str]) -> None:
    found = [c.removeprefix("بأن ") if c == "بأن الطريق مغلق" else c for c in contents(read(text))]
    assert found == [c.removeprefix("بأن ") if c == "بأن الطريق مغلق" else c for c in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("وانتقد الوزير سامر النجار ما وصفه بـ«الصمت».", ["ما وصفه بـ«الصمت»", "بـ«الصمت»"], id="ما وصفه and marks"),
        pytest.param("وبعد وصفه الجسر بالخطر، عاد إلى مكتبه.", [], id="the verbal noun without its speaker's clause"),
        pytest.param("واستنكر الوزير سامر النجار ما سماه «الصمت».", ["ما سماه «الصمت»", "الصمت"], id="ما سماه and marks"),
        pytest.param(
            "ونفى الوزير سامر النجار ما نشرته الصحف. ونفى ما أوردته صحيفة الأفق عن إغلاق الميناء.",
            ["ما نشرته الصحف", "ما أوردته صحيفة الأفق عن إغلاق الميناء", "إغلاق الميناء"], id="what a paper wrote of",
        ),
        pytest.param(
            "ورد الوزير سامر النجار في بيان شاكرا «الرفيق حازم»، وواعدا بزيارة القرية.", ["الرفيق حازم", "بزيارة القرية"],
            id="who is thanked, in marks",
        ),
        pytest.param(
            "وأضاف البيان أن الوزير سامر النجار «يأمل أن تنتهي الأزمة».",
            ["الوزير سامر النجار «يأمل أن تنتهي الأزمة»", "تنتهي الأزمة"], id="marks that begin at a verb",
        ),
        pytest.param(
            "واستقبل الوزير سامر النجار الذي اتهم إيران بعرقلة الحل.", ["إيران بعرقلة الحل"], id="the object of a relative's verb",
        ),
        pytest.param("وقال الوزير سامر النجار لا خلاف على الحدود.", ["لا خلاف على الحدود"], id="قال and a negation"),
        pytest.param("ولم يعط الوزير سامر النجار المباراة أهمية.", [], id="a negated deed"),
        pytest.param("ووصل الوزيران متمنيين للضيوف إقامة طيبة.", ["للضيوف إقامة طيبة"], id="dual of a defective participle"),
    ],
)  # fmt: skip
def test_relatives_and_participles(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وجرى النقاش بين الوزير سامر النجار والوفد حول تقسيم الأرض.", id="بين"),
        pytest.param("وغادر الوزير سامر النجار دون أن يلتقي الوفد.", id="دون أن"),
        pytest.param("الجزائر توقع اتفاقية للنقل البحري", id="توقع, to sign"),
        pytest.param("وزار الوزير سامر النجار عدة مدن بينها صفاقس.", id="بينها"),
    ],
)
def test_homographs(read: Read, text: str) -> None:
    assert contents(read(text + BODY)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ونفى الوزير سامر النجار، الذي اعتبر من المتشددين، أن يغلق الميناء.", ["يغلق الميناء"],
            id="a relative between commas leaves the clause to its verb",
        ),
        pytest.param("وما قدمه الوزير سامر النجار من دعم كبير.", [], id="what was given, not said"),
        pytest.param(
            "وجدد الوزير سامر النجار دعوة المغرب إلى فتح الحدود.", ["دعوة المغرب إلى فتح الحدود"],
            id="the genitive of دعوة is who is called on",
        ),
        pytest.param(
            "وأبدى الوزير سامر النجار قلقه حيال الغارات وقد تمتد إلى الجنوب.", ["قلقه حيال الغارات وقد تمتد إلى الجنوب"],
            id="وقد with the imperfect goes on",
        ),
        pytest.param(
            "وأعلن محمود عباس «أبو مازن» حالة الطوارئ.", ["حالة الطوارئ"], id="a nickname in marks",
        ),
    ],
)  # fmt: skip
def test_not_taken(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


def test_principal_and_spokesman(read: Read) -> None:
    report = read("وقال المتحدث إن الوزير سامر النجار أكد أهمية الجسر، مشددا على سلامة العمال.")
    assert contents(report)[0] == "الوزير سامر النجار أكد أهمية الجسر، مشددا على سلامة العمال"
    report = read("وقال المتحدث إن الوزير سامر النجار أكد أهمية الجسر، مضيفا أن العمل بدأ.")
    assert contents(report)[0] == "الوزير سامر النجار أكد أهمية الجسر"


def test_paper_and_its_source(read: Read) -> None:
    report = read("وذكرت صحيفة الأفق استنادا إلى مصادر أمنية أن الميناء أغلق ليلا.")
    assert contents(report) == ["الميناء أغلق ليلا", "الميناء أغلق ليلا"]
    report = read("وأغلق الميناء ليلا استنادا إلى مصادر أمنية.")
    assert contents(report) == ["وأغلق الميناء ليلا"]


def test_a_purpose_is_part_of_what_is_said(read: Read) -> None:
    report = read("وأعلنت الوزارة فتح الجسر، وذلك لتخفيف الزحام.")
    assert contents(report) == ["فتح الجسر، وذلك لتخفيف الزحام"]
    report = read("وأعلنت الوزارة فتح الجسر، وذلك خلال لقاء مع السكان.")
    assert contents(report) == ["فتح الجسر"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("واستمرت الهدنة التي دعت إليها تونس أسبوعا.", ["الهدنة"], id="what was called for"),
        pytest.param("وبدأت خطة السلام التي اقترحتها تونس أمس.", ["خطة السلام"], id="a construct that was proposed"),
        pytest.param("ووصلت المساعدات التي قدمتها تونس أمس.", [], id="what was given"),
        pytest.param("وزار الوفد القاعدة التي كشفت عنها تونس أمس.", [], id="what was uncovered"),
    ],
)
def test_content_before_its_relative(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


def test_no_circumstance_under_a_preposition(read: Read) -> None:
    report = read("وأعربت الوزيرة ليلى الحمدان عن أمله في أن تنجح الجولة.")
    assert contents(report) == ["أمله في أن تنجح الجولة"]
    report = read("وغادرت الوزيرة ليلى الحمدان آملة أن تنجح الجولة.")
    assert contents(report) == ["تنجح الجولة"]


def test_words_in_a_document_and_offered(read: Read) -> None:
    report = read("وقرأ النائب البيان الذي تعهدت فيه تونس بفتح الحدود.")
    assert contents(report) == ["بفتح الحدود"]
    report = read("واستهل الوزير سامر النجار كلمته بتقديم التعازي لأسر الضحايا.")
    assert contents(report) == ["التعازي لأسر الضحايا"]
    report = read("واستهل الوزير سامر النجار زيارته بتقديم المساعدات للقرية.")
    assert contents(report) == []


def test_words_that_fold_alike(read: Read) -> None:
    assert contents(read("وجمع المعهد خبراء بطريقة مهنية ومن ثم نشر الأرقام والجداول الأخيرة.")) == []
    assert contents(read("وهذه عاقبة الجهل ونفي ما سواه من آراء.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name in marks is said by nobody
        (
            "وأكد المدير أن مبادرة «قلوب خضراء» تعتبر الأولى في المنطقة.",
            ["مبادرة «قلوب خضراء» تعتبر الأولى في المنطقة"],
        ),
        ("وشرح المدير برامج مثل «واحة» و«نبع».", []),
        ("وذكرت وكالة الأنباء العربية «سونا».", []),
        ("وقالت غرفة عمليات معركة «لهيب الوادي» في بيان: «لن نتراجع عن مطالبنا».", ["لن نتراجع عن مطالبنا"]),
        ("وأكد المدير خلال ورشة ضمن برامج «اصنع مهارة» مساء أمس أن الإقبال كبير.", ["الإقبال كبير"]),
        # one word may be all that is said
        ("قال الوزير حازم العمري «نعم».", ["نعم"]),
        ("وهتف المتظاهرون «ارحل».", ["ارحل"]),
        # a formula of background is the narrator's
        ("يذكر أن المدينة شهدت انفجارات، بحسب تقارير إعلامية.", ["المدينة شهدت انفجارات"]),
        ("ويذكر أنه توفي أمس، بحسب المستشفى المركزي.", ["أنه توفي أمس"]),
        ("يذكر أن المدينة شهدت انفجارات.", []),
    ],
)
def test_names_in_marks_and_formulas(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected


@pytest.mark.parametrize(("text", "content"), [
    ('وأشارت مصادر مطلعة في تصريحات إلى "الأفق" إلى أن الوزير جاهز.', "الوزير جاهز"),
    ("وأشار الوزير في زيارة إلى الميناء إلى أن الجسر جاهز.", "الجسر جاهز"),
    ("ودعا الوزير في كلمة إلى المشاركين إلى الحوار.", "الحوار"),
    ("وأشار الوزير في كلمته إلى الجهود المبذولة.", "الجهود المبذولة"),
])  # fmt: skip
def test_a_preposition_of_the_noun_before_opens_nothing(read: Read, text: str, content: str) -> None:
    assert contents(read(text))[:1] == [content]
