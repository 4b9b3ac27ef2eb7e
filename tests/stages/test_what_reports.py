"""Words that report, and the same words where nobody speaks: each case with its counter-example."""

import pytest

from dipcli.model import Report
from tests.stages.reports import Read


def reported(report: Report) -> list[tuple[str, str]]:
    """(cue, content) of every statement in text order, parts of a content joined by …"""
    text = report.article.text
    return [
        (text[s.cue.span.start : s.cue.span.end] if s.cue else "", " … ".join(text[c.start : c.end] for c in s.content))
        for s in report.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأشار اللاعب سامر النجار بيده إلى الجمهور.", [], id="a gesture",
        ),
        pytest.param(
            "وأشار اللاعب سامر النجار إلى الجمهور الذي حضر.", [("وأشار", "الجمهور الذي حضر")], id="no gesture",
        ),
        pytest.param("كشف النقاب أمس عن مساع جديدة للصلح.", [], id="what is unveiled by nobody"),
        pytest.param(
            "وكشف الوزير سامر النجار النقاب عن خطة جديدة.", [("وكشف", "خطة جديدة")], id="who unveils",
        ),
        pytest.param(
            "ونفى النائب سامر النجار الذي اعتبر من المتشددين أن يكون قد عطل الاتفاق.", [("ونفى", "يكون قد عطل الاتفاق")],
            id="counted among others",
        ),
        pytest.param("وفي المدن القديمة، تعلمنا منذ الصغر أن الثقة أساس التجارة.", [], id="what we learned"),
        pytest.param("والحق أني لا أنكر أن القراءة متعة.", [], id="what I do not deny"),
        pytest.param("ويجوز البيع إذا ما رأى مدير السوق أنه ضروري.", [], id="a condition stressed by ما"),
        pytest.param("وتشير أنباء إلى أن الوفد وصل سرا.", [], id="rumours"),
        pytest.param(
            "وتشير أنباء وكالة الأفق إلى أن الوفد وصل سرا.", [("وتشير", "الوفد وصل سرا")], id="news with an owner",
        ),
        pytest.param("وارتفع عدد الزوار في الصيف، مما يؤكد أن الحملة نجحت.", [], id="the fact just told"),
        pytest.param("كما تبين له أن الوثيقة مزورة.", [], id="it turned out"),
        pytest.param(
            "وقال المندوب سامر النجار إنه كان يتمنى أن تستمر المحادثات.", [("وقال", "إنه كان يتمنى أن تستمر المحادثات")],
            id="his own wish",
        ),
        pytest.param(
            "وأضاف الوزير سامر النجار أن مشاركة الوفود تدل على الثقة، وتؤكد مكانة المعرض.",
            [("وأضاف", "مشاركة الوفود تدل على الثقة، وتؤكد مكانة المعرض")], id="the second verb of a thing",
        ),
        pytest.param(
            "وأكدت الوزيرة ليلى الحمدان أن الحكومة الكينية ملتزمة بدعم المزارعين.",
            [("وأكدت", "الحكومة الكينية ملتزمة بدعم المزارعين")], id="a predicate",
        ),
        pytest.param(
            "وقال المندوب سامر النجار إنه لا يستطيع أن يقدم وعدا بأن الميناء سيفتح.",
            [("وقال", "إنه لا يستطيع أن يقدم وعدا بأن الميناء سيفتح")], id="an accusative noun",
        ),
        pytest.param(
            "وحذر الوزير سامر النجار من كتب ورسائل تحض على العنف.", [("وحذر", "كتب ورسائل تحض على العنف")],
            id="the clause of an indefinite noun",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن موقف الحكومة «يعبر عن رفضها لأي تصعيد في المنطقة».",
            [("وقال", "موقف الحكومة «يعبر عن رفضها لأي تصعيد في المنطقة»")], id="a thing of theirs before quoted words",
        ),
        pytest.param("ووُصفت هذه المحادثات بأنها الأخيرة.", [], id="a passive with its vowel"),
        pytest.param(
            "ويعد المنتخب من أبرز الفرق الأفريقية.", [], id="an elative",
        ),
        pytest.param("ولكل منهم فكرة أو رأي يعلم أنه صائب.", [], id="an opinion"),
        pytest.param("وعرض فيلم قصير بعنوان «هذه هي قريتنا»، تحدث عن الصيد.", [], id="a title"),
        pytest.param(
            "وأعلنت الهيئة العامة للنقل (هعن)، تأجيل الرحلات.", [("وأعلنت", "تأجيل الرحلات")], id="a short name in brackets",
        ),
        pytest.param(
            "وذكر التقرير أن الوزير طلب عدم ذكر اسمه.", [("وذكر", "الوزير طلب عدم ذكر اسمه")], id="a noun behind عدم",
        ),
    ],
)  # fmt: skip
def test_nobody_speaks(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأطلق الجيش صاروخا في خطوة اعتبرها وزير الدفاع الكيني سامر النجار «خطيرة».", [("اعتبرها", "خطيرة")],
            id="a verb of judging with its pronoun",
        ),
        pytest.param(
            "وأطلق الجيش صاروخا في خطوة وصفها وزير الدفاع الكيني سامر النجار بالخطيرة.", [("وصفها", "بالخطيرة")],
            id="a verb that is spelled like a verbal noun",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن الخطة جاهزة. ومضى يقول إن العمل يبدأ غدا.",
            [("وقال", "الخطة جاهزة"), ("ومضى", "العمل يبدأ غدا")], id="he went on to say",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن الخطة جاهزة. وتابع موضحا أن العمل يبدأ غدا.",
            [("وقال", "الخطة جاهزة"), ("وتابع", "العمل يبدأ غدا")], id="a cue of two words",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن الخطة جاهزة، موضحا أن العمل يبدأ غدا.",
            [("وقال", "الخطة جاهزة"), ("موضحا", "العمل يبدأ غدا")], id="a participle of its own",
        ),
        pytest.param(
            "ووفقا للمصادر، قد يسعى الدائنون إلى حل وسط.", [("ووفقا", "قد يسعى الدائنون إلى حل وسط")], id="sources with the article",
        ),
        pytest.param(
            "ووفقا للمجلس الاستشاري، فإن الديون في ازدياد.", [("ووفقا", "الديون في ازدياد")], id="a body with the article",
        ),
        pytest.param(
            "وعاد الوفد إلى العاصمة في المساء، طبقا للمصادر الكينية، فإن الجولة لم تنجح.", [("طبقا", "الجولة لم تنجح")],
            id="what ف takes up",
        ),
        pytest.param(
            "وحسب مداخلة الوزير سامر النجار، ليس للحكومة نية في رفع الرسوم.", [("وحسب", "ليس للحكومة نية في رفع الرسوم")],
            id="whose words they are",
        ),
        pytest.param("ووفق خطط التنمية، ترتفع الميزانية في العام المقبل.", [], id="what is gone by"),
        pytest.param(
            "أزمة الحليب: الوزير يعد بالحل\n\nنيروبي - أغلقت المتاجر أبوابها اليوم.", [], id="a label before a colon",
        ),
    ],
)  # fmt: skip
def test_somebody_speaks(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


def test_told_again_by_who_spoke(read: Read) -> None:
    """A tail that names the speaker again is no second report; one that names another is."""
    again = read("وقال الوزير سامر النجار إن الاتفاق خطأ كبير، بحسب ما ذكر النجار.")
    assert [s.cue.lemma for s in again.statements if s.cue] == ["قال"]
    other = read("وانهار الجسر القديم في القرية صباح اليوم، بحسب ما ذكر الوزير سامر النجار.")
    assert [s.cue.lemma for s in other.statements if s.cue] == ["ذكر"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وأثار القرار غضب الهيئة الكينية للنقل. ودافع عنه النائب سامر النجار الذي طالب بالتعاقد مع شركة أخرى.",
            [("طالب", "بالتعاقد مع شركة أخرى")], id="a person, with a noun phrase",
        ),
        pytest.param(
            "وحظي المعرض باهتمام الأحزاب الكينية التي اعتبرت الزيارة دليلا على الصداقة.",
            [("اعتبرت", "الزيارة دليلا على الصداقة")], id="bodies that no table names",
        ),
        pytest.param(
            "ووصل المسؤولون الأوروبيون الذين أعلنوا عزمهم على زيارة العاصمة.", [("أعلنوا", "عزمهم على زيارة العاصمة")],
            id="people in the plural",
        ),
        pytest.param("وتوقفت المحادثات مع النادي الذي أعرب مدربه عن استغرابه.", [], id="a subject with the pronoun"),
        pytest.param("وناقش المجلس الخطة التي أعلن عنها الوزير سامر النجار أمس.", [], id="a pronoun that resumes"),
        pytest.param("وجرح جنود من الجيش الكيني الذي اتهم بعدم حماية السكان.", [], id="a passive"),
        pytest.param(
            "وقد استقبلت العاصمة ميثاق منظمة الصحة العالمية الذي دعا إلى توزيع اللقاح.", [], id="a thing that owns the name",
        ),
    ],
)  # fmt: skip
def test_relative_clauses(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وقال المحلل سامر النجار: «سيتراجع السعر، لأن كمال العلمي أكد أن السوق راكدة».",
            [("وقال", "سيتراجع السعر، لأن كمال العلمي أكد أن السوق راكدة"), ("أكد", "السوق راكدة")],
            id="another who is named in a quotation",
        ),
        pytest.param(
            "وقال المحلل سامر النجار: «سيتراجع السعر، وأعتقد أن السوق راكدة».",
            [("وقال", "سيتراجع السعر، وأعتقد أن السوق راكدة")], id="the speaker's own verb in a quotation",
        ),
        pytest.param(
            "وأوضح السفير سامر النجار أن بلاده ترى أن الميناء آمن.",
            [("وأوضح", "بلاده ترى أن الميناء آمن"), ("ترى", "الميناء آمن")], id="his country",
        ),
        pytest.param(
            "وقالت صحيفة الأفق إن الجانب الكيني يقترح «العمل على تعزيز الاستقرار في المنطقة».",
            [
                ("وقالت", "الجانب الكيني يقترح «العمل على تعزيز الاستقرار في المنطقة»"),
                ("يقترح", "العمل على تعزيز الاستقرار في المنطقة"),
            ],
            id="a side and its own words",
        ),
        pytest.param(
            "وجاء ذلك إثر إعلان اليابان، أنها ستشارك في المعرض.", [("إعلان", "أنها ستشارك في المعرض")],
            id="a verbal noun before a comma",
        ),
        pytest.param(
            "وأوضح إعلان الرباط أن القمة ستعقد في الربيع.", [("وأوضح", "القمة ستعقد في الربيع")], id="a declaration",
        ),
        pytest.param(
            "وتم التأكيد خلال المشاورات على متانة العلاقات.", [("التأكيد", "متانة العلاقات")], id="a setting in between",
        ),
        pytest.param(
            "وقالت كينيا وأوغندا إنهما مستعدتان. وكانت الدولتان قد أعلنتا أنهما ستشاركان.",
            [("وقالت", "إنهما مستعدتان"), ("أعلنتا", "أنهما ستشاركان")], id="a dual without its two names",
        ),
        pytest.param(
            "القمة تنتهي بلا بيان والعلمي: لن نوقع أي اتفاق\n\nنيروبي - قال الوزير كمال العلمي إن القمة فشلت.",
            [("", "لن نوقع أي اتفاق"), ("قال", "القمة فشلت")], id="a speaker joined to a clause in a headline",
        ),
    ],
)  # fmt: skip
def test_reports_in_reports(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("وعلمت «الأفق» أن الوفد وصل سرا.", [("وعلمت", "الوفد وصل سرا")], id="a paper learns"),
        pytest.param("وعندما علم الوزير سامر النجار أن الوفد وصل عاد إلى المدينة.", [], id="a person learns"),
        pytest.param("ولم يعد بمقدور النادي أن يدفع الرواتب لأنه «خسر» كثيرا من المال.", [], id="no longer"),
        pytest.param(
            "ويعد السفير سامر النجار أن الاتفاق خطوة أولى.", [("ويعد", "الاتفاق خطوة أولى")], id="who considers",
        ),
        pytest.param("ويعد الحي الأكثر تضررا في المدينة، ويبدو أن السكان رحلوا.", [], id="what is considered"),
        pytest.param("وغادر الطالب البلاد عقب أن احتجزته الشرطة في المطار.", [], id="after"),
        pytest.param("وما زاد من قناعتها أنها نجحت في المرة الأولى.", [], id="what grew"),
        pytest.param("وعلى المدارس تعليم الشباب وتحذيرهم من الغلو.", [], id="a pronoun that is the object"),
    ],
)  # fmt: skip
def test_words_that_are_oftener_others(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وحذر الوزير سامر النجار مما وصفه بالتصعيد الخطير.",
            [("وحذر", "مما وصفه بالتصعيد الخطير"), ("وصفه", "بالتصعيد الخطير")], id="a preposition with ما",
        ),
        pytest.param(
            "وحذر الوزير سامر النجار من الفوضى، مما أثار الجدل.", [("وحذر", "الفوضى، مما أثار الجدل")], id="the outcome",
        ),
        pytest.param(
            "ولا تحرز المحادثات في جنيف أي تقدم، حسب ما أعلنت الخارجية الكينية التي اعتبرت أن ذلك خطير.",
            [("أعلنت", "ولا تحرز المحادثات في جنيف أي تقدم"), ("اعتبرت", "ذلك خطير")],
            id="a relative behind who told the clause before",
        ),
        pytest.param(
            "وقال النجار «إنها ظاهرة عالمية» في مقابلة أمس.", [("وقال", "إنها ظاهرة عالمية")], id="a short clause in marks",
        ),
        pytest.param(
            "والمهندس سامر النجار قال أشعر بالحزن وأنا أغادر المدينة.", [("قال", "أشعر بالحزن وأنا أغادر المدينة")],
            id="the first person behind a subject and its verb",
        ),
        pytest.param(
            "وفي ذات السياق أفادت مصادر ميدانية في الساحل أن الميناء أغلق.", [("أفادت", "الميناء أغلق")], id="the same context",
        ),
        pytest.param(
            "وأصدرت الوزارة بيانا أوضحت فيه تسجيل حالات جديدة.", [("أوضحت", "تسجيل حالات جديدة")], id="a statement's own verb",
        ),
        pytest.param(
            "وأوضح الوزير سامر النجار إلى أن الأسعار ثابتة.", [("وأوضح", "الأسعار ثابتة")], id="one preposition too many",
        ),
        pytest.param("ولكن سامر النجار يقدر على أن يستعمل حقه.", [], id="to be able to"),
        pytest.param(
            "وأعلنت وسائل إعلام كينية نبأ وفاة الفنان.", [("وأعلنت", "وفاة الفنان")], id="an object behind an unnamed subject",
        ),
        pytest.param("وأوضح ذلك مدير الأمن سامر النجار.", [], id="a pointing word"),
        pytest.param("وتلقت الغرفة بلاغا يفيد بوقوع حادث.", [], id="a paper that tells"),
    ],
)  # fmt: skip
def test_further_openings(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected
