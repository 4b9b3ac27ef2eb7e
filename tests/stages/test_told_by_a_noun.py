"""Speakers told again by a noun with the article, and papers told by whose they are."""

import pytest

from tests.stages.reports import Read, said, source_of
from tests.stages.test_frames import contents


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # who spoke last, and no victim or minister of whom was spoken
        (
            "أصيبت المصورة هدى سالم في نيروبي. وذكر المتحدث باسم وزارة الداخلية الكينية أن التحقيق في إصابة هدى سالم "
            "بدأ. وأضاف المسؤول الكيني أن النتائج قريبة.",
            "النتائج قريبة",
            "المتحدث باسم وزارة الداخلية الكينية",
        ),
        (
            "وقال كامل الحداد، الاختصاصي في شؤون الطاقة، إن السعر سيرتفع. وأشار إلى تصريح الوزير جون كيري. "
            "وأضاف الخبير أن الطلب زاد.",
            "الطلب زاد",
            "كامل الحداد",
        ),
        ("قال منير الحداد إن ما كتبه سالم العمري خطأ. وأردف المتحدث أن الأمر واضح.", "الأمر واضح", "منير الحداد"),
        # a man has spoken since; another woman has
        (
            "قالت كاتبة المقال ليلى الحداد إن الوضع صعب. وقال سالم العمري إن السوق ضعيف. وأضافت الكاتبة أن الحل بعيد.",
            "الحل بعيد",
            "ليلى الحداد",
        ),
        (
            "قالت كاتبة المقال ليلى الحداد إن الوضع صعب. وقالت الكاتبة إن السوق ضعيف. وأضافت سلمى الساعدي أن الدين كبير. "
            "وذكرت الكاتبة أن الحل بعيد.",
            "الحل بعيد",
            "ليلى الحداد",
        ),
        # two words for him who speaks for one ministry
        (
            "قال المتحدث باسم وزارة الخارجية الكينية سالم العمري إن الوفد وصل. وقال الناطق باسم الخارجية الكينية إن "
            "الوفد عاد.",
            "الوفد عاد",
            "سالم العمري",
        ),
        # what he is stands behind his name
        (
            "وأورد سالم الحداد، خبير اقتصادي متتبع لشؤون النقل، أن السوق ضعيف. واستطرد المتحدث أن الأزمة ستمر.",
            "الأزمة ستمر",
            "سالم الحداد",
        ),
        # papers
        (
            "قالت وزارة النقل الكينية إن الجسر آمن. وأفاد تقرير للوزارة بأن العمل بدأ.",
            "العمل بدأ",
            "وزارة النقل الكينية",
        ),
        ("وسألت النائبة وزارة المالية عن الدين. وأكد جواب الوزارة أن الدين انخفض.", "الدين انخفض", "وزارة المالية"),
        # a ruler of a town that no table knows, and what he tells
        ("أعلن حاكم خيرنوفسك مقتل مدنيين.", "مقتل مدنيين", "حاكم خيرنوفسك"),
    ],
)
def test_told_again_by_a_noun(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_of_two_companies_neither_is_meant(read: Read) -> None:
    report = read("وقعت شركة المرجان للملاحة مذكرة مع شركة الأفق للنقل. وأفاد بيان للشركة بأن العمل بدأ.")
    assert source_of(report, said(report, "العمل بدأ")) == "بيان"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # words that no list knows between a verb of saying and what is said
        ('قال كامر "سيبقى بعض هؤلاء هنا". وأضاف أن الأمر صعب.', "الأمر صعب", "كامر"),
        ('وقالت ساريت ميكالي المتحدثة باسم المركز: "لم يحدث شيء هنا".', "لم يحدث شيء", "ساريت ميكالي"),
        # a surname in marks
        (
            'أوضح عواد بن عيد البلوي أن العزاء مستمر. وقدم "البلوي" تعازي الوزارة، مثمنا دور الحرس.',
            "دور الحرس",
            "عواد بن عيد البلوي",
        ),
        # how many
        ("وعبر أكثر من مصدر مهني للصحيفة عن القلق.", "القلق", "أكثر من مصدر مهني"),
        ("وقال 56 من أعضاء المجلس إن الوقت حان.", "الوقت حان", "56 من أعضاء المجلس"),
        ("وباستثناء كينيا لم تعلن أي من الدول عن موقفها.", "موقفها", "أي من الدول"),
        # nothing but the subject stands between كان and قد
        (
            "وكان منفذ الهجوم رودريك تارنتو قد عبر عن اعتزازه بما فعل.",
            "اعتزازه بما فعل",
            "رودريك تارنتو",
        ),
        # the subject behind the verb, and not what is told of in front
        (
            "وحول زيارة الوفد، وأعضاء المكتب السياسي للحركة، أكد وزير الخارجية الكيني أن الزيارة ناجحة.",
            "الزيارة ناجحة",
            "وزير الخارجية الكيني",
        ),
        # a body whose noun is spelled like a verbal noun
        ("ستستقيل الحكومة، ولم تستبعد المعارضة ذلك.", "ذلك", "المعارضة"),
        # who acts behind a clause of time
        (
            "وبعد أن تحدث السفير نادر الحداد، رفع الوزير سالم العمري العلم، مؤكدا أن المدينة آمنة.",
            "المدينة آمنة",
            "سالم العمري",
        ),
        # people behind the paper that passes their words on
        ("ونقلت إذاعة الأفق عن المصادر القول إن المجموعة كبيرة.", "المجموعة كبيرة", "المصادر"),
    ],
)
def test_subjects_that_no_table_knows(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_what_is_governed_is_no_subject(read: Read) -> None:
    report = read("كلف الوزير سالم العمري لجنة. وأكد للمعارضة أن الخطة جاهزة.")
    assert source_of(report, said(report, "الخطة جاهزة")) == "سالم العمري"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # a name goes on up to what is said
        ("ذكر موريس جانتيير أن العمال جاهزون.", "العمال جاهزون", "موريس جانتيير"),
        ("قال الزبير بوحلوت، خبير في النقل، إن السوق ضعيف.", "السوق ضعيف", "الزبير بوحلوت"),
        ("قال آلين ماك كويد، كبير المهندسين في المصنع، إن السوق ضعيف.", "السوق ضعيف", "آلين ماك كويد"),
        (
            "قال المهندس سعد هايل السرور رئيس مجلس المدينة إن الأمن مستتب. وأكد السرور تضامن السكان مع جيرانهم.",
            "تضامن السكان",
            "سعد هايل السرور",
        ),
        # the preposition that the verb governs, inside the marks
        ('وندد العمري في خطابه "بالضغط المتزايد" الذي تمارسه الدول، مشددا على الحل.', "الحل", "العمري"),
        (
            'ورحبت الوزيرة هالة سالم بالاتفاق، مشيدة "بجو الحرية" الذي جرت فيه المفاوضات.',
            "بجو الحرية",
            "هالة سالم",
        ),
        # one with several offices
        (
            "وأكد سالم شكري المتحدث الإعلامي وعضو المكتب السياسي لاتحاد العمال, ان القانون ضروري. وقال إن الوقت حان.",
            "الوقت حان",
            "سالم شكري",
        ),
        (
            "ويرى الدبلوماسي والرئيس السابق لمعهد العالم العربي، سالم بوشارب، أن الوقت حان.",
            "الوقت حان",
            "سالم بوشارب",
        ),
        # of two of one family name the one whom the verb means
        (
            "زارت هيلاري كلينتون المدينة. وأشار محتجون إلى الرئيس بيل كلينتون. وقالت كلينتون إن الطريق طويل.",
            "الطريق طويل",
            "هيلاري كلينتون",
        ),
        # what came next
        ("وقال الوزير سالم العمري إن العمل بدأ، ليخلص إلى أن البلاد آمنة.", "البلاد آمنة", "سالم العمري"),
        # who hastens to warn warns; those who meet speak; what stands in the paper
        ("وسارعت واشنطن إلى تحذير كينيا من إغلاق المعبر.", "إغلاق المعبر", "واشنطن"),
        (
            "ودعا اجتماع وزاري للاتحاد الإفريقي الوزير سالم العمري إلى التنحي.",
            "التنحي",
            "اجتماع وزاري للاتحاد الإفريقي",
        ),
        ("وورد ضمن البلاغ أن الأمين العام سيزور المدينة.", "سيزور المدينة", "البلاغ"),
    ],
)
def test_names_and_who_acts(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_a_joint_paper_is_of_both_whose_it_is(read: Read) -> None:
    report = read(
        "جاء ذلك في بيان مشترك للرئيس سالم العمري ورئيسة المفوضية هالة سالم. وقال البيان إن العمل بدأ. وأوضح أن الخط جاهز."
    )
    names = {e.id: e.name for e in report.entities}
    assert [[names[x.entity] for x in s.sources if x.entity] for s in report.statements] == [
        ["سالم العمري", "هالة سالم"]
    ] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ends where the main clause begins, where the narrator tells when it was, before what came next
        (
            "وبعدما ذكر بالزيارة الناجحة للوفد، رحب الوزير سالم العمري بالاتفاق.",
            ["بالزيارة الناجحة للوفد", "بالاتفاق"],
        ),
        ("وأدان الوزير سالم العمري الهجوم في الوقت الذي يستعد فيه الجيش للانسحاب.", ["الهجوم"]),
        ("دعا الوزير سالم العمري إلى الهدوء، وذلك قبل 24 ساعة من الاقتراع.", ["الهدوء"]),
        ("وقال الوزير سالم العمري إن العمل بدأ، ليضيف أن الخط جاهز.", ["العمل بدأ", "الخط جاهز"]),
        # two apostrophes around all of it
        ("وأوضح الوزير سالم العمري أن ''العمال في صحة جيدة''.", ["العمال في صحة جيدة"]),
    ],
)
def test_where_it_ends(read: Read, text: str, expected: list[str]) -> None:
    assert contents(read(text)) == expected
