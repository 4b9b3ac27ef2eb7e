"""Speakers that are counted or accuse, asides set with signs that stand for others, and quotations never closed."""

import pytest

from tests.stages.reports import Read, addressees_of, said, source_of
from tests.stages.test_frames import contents


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # so many of them
        ("طلبت ثمان من الدول الكبرى تأجيل الاقتراع على النص.", "تأجيل الاقتراع", "ثمان من الدول الكبرى"),
        ("وقال اثنان من النواب إن الجلسة طالت.", "الجلسة طالت", "اثنان من النواب"),
        ("واستنكرت 12 دولة الهجوم على السفينة.", "الهجوم على السفينة", "12 دولة"),
        ("ورحب 9 أحزاب بالقرار.", "بالقرار", "9 أحزاب"),
        # who accuses, and not who is accused
        ("وأقفلت البلدية التي ورثت الديون مكاتبها متهمة الشركة بإخفاء العقود.", "الشركة بإخفاء العقود", "البلدية"),
        ("وردت النقابة على الوزارة، متهمة إياها بإخفاء العقود.", "بإخفاء العقود", "النقابة"),
        # a source with a clause of its own; one of those
        ("وبحسب مسؤول في البلدية رفض ذكر اسمه فإن الجسر سيهدم في الربيع.", "الجسر سيهدم", "مسؤول في البلدية"),
        ("وبحسب أحد الحاضرين فإن الجلسة طالت حتى الفجر.", "الجلسة طالت", "أحد الحاضرين"),
        ("ووفقا لمعلومات نشرتها وكالة «الأفق» أمس، فإن الأسعار هبطت في السوق.", "الأسعار هبطت", "وكالة «الأفق»"),
        # the paper that was told stands before the clause
        ("برز إعلان مصدر أمني إلى صحيفة «الأفق» أن المعبر أقفل.", "المعبر أقفل", "مصدر أمني"),
        # two for a dual
        ("يذكر أنه سبق لكينيا وتونس أن أكدتا في بيان أن الخط سيمد.", "الخط سيمد", "كينيا"),
        # played down
        ("وقلل المدير أنور الساعدي من تأثير الإضراب على الرحلات.", "تأثير الإضراب على الرحلات", "أنور الساعدي"),
        # two dots for a comma, a tatweel for a dash, a blessing between dashes
        ("وقال أنور الساعدي ـ رئيس البلدية.. إن الجسر سيهدم.", "الجسر سيهدم", "أنور الساعدي"),
        ("ونوه الأمير سالم بن راشد ـ حفظه الله ـ بما تحقق من عمل.", "بما تحقق من عمل", "سالم بن راشد"),
        # what the verb needs is no genitive
        (
            "وقدم الوزير أنور الساعدي في مستهل الجلسة التهنئة لملك الأردن بالعيد.",
            "التهنئة لملك الأردن بالعيد",
            "أنور الساعدي",
        ),
    ],
)
def test_who_says_it(read: Read, text: str, content: str, source: str) -> None:
    report = read(text)
    assert source_of(report, said(report, content)) == source


def test_two_dots_end_a_sentence_before_another_clause(read: Read) -> None:
    report = read("وقال أنور الساعدي إن البلاد تغيرت.. إنها اليوم للجميع.")
    assert contents(report) == ["البلاد تغيرت"]


def test_a_quotation_that_was_never_closed_ends_at_the_next(read: Read) -> None:
    report = read(
        'وقال الوزير أنور الساعدي " إن العمل في الميناء بدأ، والسفن تصل تباعا، مضيفا " أننا نحتاج إلى رصيف آخر "، '
        "وأشار إلى قلة الرافعات."
    )
    assert contents(report) == [
        "العمل في الميناء بدأ، والسفن تصل تباعا",
        "أننا نحتاج إلى رصيف آخر",
        "قلة الرافعات",
    ]


@pytest.mark.parametrize(
    ("text", "source", "addressees"),
    [
        # people with what they are of are spoken to, and the public is not
        ("وأبلغ الوزير أنور الساعدي في وقت سابق زعماء الحلف أن الخطة جاهزة.", "أنور الساعدي", ["زعماء الحلف"]),
        ("ودعا الوزير أنور الساعدي سكان المدينة إلى الهدوء.", "أنور الساعدي", []),
        # a masculine body is the object of a verb in the feminine
        ("قالت النقابة إن الحوار بدأ. كما طالبت البرلمان بإقرار القانون.", "النقابة", ["البرلمان"]),
        # whom one calls on stands behind an aside that tells of a letter to another
        (
            "دعت الخارجية الكينية -أمس في رسالة إلى الأمين العام للأمم المتحدة- إثيوبيا إلى وقف البناء.",
            "الخارجية الكينية",
            ["إثيوبيا"],
        ),
        # a plural that has kept its ن has no genitive
        ("ويتهم معارضون العمري بإخفاء العقود.", "معارضون", []),
        # a body told by whose it is
        ("زار الرئيس أنور الساعدي المصنع. وتعهدت إدارته بزيادة الأجور.", "إدارته", []),
        # short forms of Mauritanian names
        ("زار المبعوث سالم ولد الشيخ أحمد المدينة. وقال ولد الشيخ إن الهدنة باقية.", "سالم ولد الشيخ أحمد", []),
    ],
)
def test_who_says_it_to_whom(read: Read, text: str, source: str, addressees: list[str]) -> None:
    report = read(text)
    last = report.statements[-1]
    assert source_of(report, last) == source
    assert addressees_of(report, last) == addressees


def test_a_pronoun_behind_the_paper_tells_whose_words_are_passed_on(read: Read) -> None:
    report = read(
        "وقال الوزير أنور الساعدي إن الجسر جاهز. ونقل التلفزيون عنه قوله إن العمل انتهى. وأضاف أن الطريق مفتوح."
    )
    assert {source_of(report, s) for s in report.statements} == {"أنور الساعدي"}
