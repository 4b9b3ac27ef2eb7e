"""Reports that stand where no rule of the common frames reaches them, each with a sentence that looks like them."""

import pytest

from tests.stages.reports import Read
from tests.stages.test_what_reports import reported


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وقال الوزير سامر النجار إن السد آمن. لكنه في المقابل أكد أن الطريق مغلق.",
            [("وقال", "السد آمن"), ("أكد", "الطريق مغلق")], id="but he, past a phrase",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن السد آمن. لكنه نفى ضلوعه في الصفقة.",
            [("وقال", "السد آمن"), ("نفى", "ضلوعه في الصفقة")], id="but he, with an object",
        ),
        pytest.param("والغريب أنه في الصيف أعلن عن أن السباق ألغي.", [], id="impersonal, past a phrase"),
        pytest.param(
            "وكان الوزير سامر النجار قد عبر مؤخرا عن عدم رضاه.", [("عبر", "عدم رضاه")], id="the verb that is spelled like across",
        ),
        pytest.param("وكان الوزير سامر النجار قد عبر الجسر سيرا.", [], id="to cross"),
        pytest.param(
            "وقال المتحدث إن المنظمة الدولية لا تزال تدعو إلى الصلح.",
            [("وقال", "المنظمة الدولية لا تزال تدعو إلى الصلح"), ("تدعو", "الصلح")], id="still calls for",
        ),
        pytest.param("ولا تزال الظروف الصعبة تدعو إلى القلق.", [], id="still gives cause"),
        pytest.param(
            "وأكد الرئيسان متانة العلاقات كما أكدا سعيهما لتطويرها.",
            [("وأكد", "متانة العلاقات"), ("أكدا", "سعيهما لتطويرها")], id="a dual with its object",
        ),
        pytest.param(
            "وكانت الحكومة الكينية أعلنت، في وقت سابق، رفضها أي وصاية.", [("أعلنت", "رفضها أي وصاية")],
            id="an aside before the object",
        ),
        pytest.param(
            "وأعلنت الحكومة الكينية أمس «تمسكها بالحوار الوطني الشامل».", [("وأعلنت", "تمسكها بالحوار الوطني الشامل")],
            id="a noun phrase in marks",
        ),
        pytest.param(
            "وقال السفير سامر النجار إن الحوار «سيبدأ غدا»، مجددًا التزامه بتحقيق السلام.",
            [("وقال", "الحوار «سيبدأ غدا»"), ("مجددًا", "التزامه بتحقيق السلام")], id="a noun in ال that is no article",
        ),
        pytest.param(
            "وتقدم الجيش في القرية التي أعلنت الحكومة تحريرها بالكامل.", [("أعلنت", "تحريرها بالكامل")],
            id="in a relative clause with an object",
        ),
        pytest.param("وزار الوفد القرية التي تبديها الصورة خضراء.", [], id="no object in a relative clause"),
        pytest.param(
            "ولاحظ السفير سامر النجار أن الوفد وصل متأخرا.", [("ولاحظ", "الوفد وصل متأخرا")], id="to remark",
        ),
        pytest.param("وقد لاحظ الزبائن أن الجهاز معطل.", [], id="to notice"),
        pytest.param(
            "وندد الوزير سامر النجار بالذين يعطلون العمل.", [("وندد", "بالذين يعطلون العمل")], id="a relative as object",
        ),
        pytest.param(
            "وحرص الوزير سامر النجار على التأكيد: «إننا سنقف مع المزارعين».",
            [("التأكيد", "إننا سنقف مع المزارعين")], id="a verbal noun that is cared for",
        ),
        pytest.param("واتفق الحاضرون على التأكيد.", [], id="a verbal noun alone"),
        pytest.param(
            "وأشاد الوزير سامر النجار بالخطة، مبديا شكوكه في نجاحها.",
            [("وأشاد", "بالخطة"), ("مبديا", "شكوكه في نجاحها")], id="doubts",
        ),
        pytest.param(
            "ووفقا لتقديرات البنك الدولي تمثل الصادرات نصف الدخل.", [("ووفقا", "تمثل الصادرات نصف الدخل")],
            id="a verb right behind its source",
        ),
        pytest.param(
            "ووفقا للبيانات التي قامت الوزارة بجمعها فإن المحصول قليل هذا العام.", [("ووفقا", "المحصول قليل هذا العام")], id="a relative behind its source",
        ),
        pytest.param(
            "ووفقا لبيان للوزارة أشاد الوزير سامر النجار بالخطة.", [("أشاد", "بالخطة")], id="it passes on what he said",
        ),
        pytest.param(
            "ولم يوضح البيان ما هي الجهات المانحة.", [("يوضح", "ما هي الجهات المانحة")], id="a question that is left open",
        ),
        pytest.param("ولم يوضح الوزير سامر النجار.", [], id="nothing that is left open"),
        pytest.param(
            "وجاء في استطلاع للرأي أجراه مركز الأفق للدراسات أن نصف السكان يؤيدون الخطة.",
            [("وجاء", "نصف السكان يؤيدون الخطة")], id="a survey",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن السد آمن. وقال يجب أن نستعد للفيضان.",
            [("وقال", "السد آمن"), ("وقال", "يجب أن نستعد للفيضان")], id="an impersonal verb behind he said",
        ),
        pytest.param(
            "ونفى الوزير سامر النجار ما أعلنته المعارضة الكينية من أن السد متصدع.",
            [("ونفى", "ما أعلنته المعارضة الكينية من أن السد متصدع"), ("أعلنته", "السد متصدع")], id="what they announced",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن القرية مهجورة، ودلل على أنها قديمة بالإشارة إلى سوقها.",
            [("وقال", "القرية مهجورة"), ("ودلل", "أنها قديمة بالإشارة إلى سوقها")], id="a complementiser with its pronoun",
        ),
        pytest.param("ودلل الجد على حفيده بالهدايا.", [], id="no complementiser"),
        pytest.param(
            "لكن سكانا في القرية قالوا إن المياه مقطوعة.", [("قالوا", "المياه مقطوعة")], id="people in the accusative",
        ),
        pytest.param(
            "وذكر التقرير أن منظمات حقوق الإنسان انتقدت الملاحقة القضائية.",
            [("وذكر", "منظمات حقوق الإنسان انتقدت الملاحقة القضائية"), ("انتقدت", "الملاحقة القضائية")],
            id="bodies that criticise something",
        ),
        pytest.param(
            "والتقى الوزير سامر النجار نظيره الكيني حازم العمري مؤكدين أهمية العمل المشترك.",
            [("مؤكدين", "أهمية العمل المشترك")], id="both who met",
        ),
        pytest.param(
            "وأكد الوزير سامر النجار دعم بلاده للخطة مجددا رفضه للوصاية.",
            [("وأكد", "دعم بلاده للخطة"), ("مجددا", "رفضه للوصاية")], id="renewing, without a comma",
        ),
        pytest.param(
            "وأكد الوزير سامر النجار مجددا رفضه للوصاية.", [("وأكد", "رفضه للوصاية")], id="again",
        ),
        pytest.param(
            "وزار الوفد القرية التي كشفت هيئات دولية عن وقوع جفاف فيها.", [("كشفت", "وقوع جفاف فيها")],
            id="a relative clause with its pronoun at the end",
        ),
        pytest.param(
            "وأكد الدكتور سامر النجار رئيس لجنة متابعة أسعار البنزين والديزل أن الآلية عادلة.", [("وأكد", "الآلية عادلة")],
            id="a title behind its holder's name",
        ),
        pytest.param(
            "وأكد الدكتور سامر النجار وكيل وزارة الطاقة ورئيس لجنة متابعة أسعار البنزين أن الآلية عادلة.",
            [("وأكد", "الآلية عادلة")], id="two titles behind their holder's name",
        ),
        pytest.param(
            "وكلف الوزير سامر النجار رئيس لجنة متابعة أسعار البنزين أن يحضر.", [], id="a title behind a name that says nothing",
        ),
        pytest.param(
            "وتحدث السكان عن المناهج الجديدة، والتي يقولون إنها صعبة.", [("يقولون", "إنها صعبة")],
            id="what they say of it in a relative clause",
        ),
        pytest.param("وزار الوفد القرية التي اعتبرت الأكثر جفافا.", [], id="a relative clause in the passive"),
        pytest.param(
            "ونسب إلى الوزير سامر النجار أنه قبل العرض.", [("ونسب", "أنه قبل العرض")], id="what is attributed to him",
        ),
        pytest.param(
            "وأوضح الوزير سامر النجار أنه طلب من السكان تأجيل السفر.",
            [("وأوضح", "أنه طلب من السكان تأجيل السفر"), ("طلب", "تأجيل السفر")], id="what he did, told behind a pronoun",
        ),
        pytest.param(
            "وقال الوزير سامر النجار لقد وصل الوفد إلى القرية.", [("وقال", "لقد وصل الوفد إلى القرية")], id="speech without marks",
        ),
        pytest.param(
            "استقبلت القرية عددا كبيرا من الزوار على ما أعلن مسؤولون كينيون.",
            [("أعلن", "استقبلت القرية عددا كبيرا من الزوار")], id="on what they announced, without a comma",
        ),
        pytest.param(
            "وأوضح الوزير سامر النجار أن كينيا طلبت رسميا من تونس تأجيل اللقاء. وانتقد بشدة تونس التي ترفض اللقاء.",
            [
                ("وأوضح", "كينيا طلبت رسميا من تونس تأجيل اللقاء"), ("طلبت", "تأجيل اللقاء"),
                ("وانتقد", "تونس التي ترفض اللقاء"),
            ],
            id="adverbs between a verb and what it governs",
        ),
        pytest.param(
            "وهبط السعر إلى النصف، بحسب تأكيدات المدير سامر النجار.", [("بحسب", "وهبط السعر إلى النصف")], id="by his assurances",
        ),
    ],
)  # fmt: skip
def test_found(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وحذر الوزير سامر النجار من الجفاف في حال لم تلتزم الشركات بوقف الضخ.",
            [("وحذر", "الجفاف في حال لم تلتزم الشركات بوقف الضخ")], id="in a condition",
        ),
        pytest.param("ولم تلتزم الشركات الكينية بوقف الضخ.", [("تلتزم", "بوقف الضخ")], id="not in a condition"),
        pytest.param(
            "وأكد الوزير سامر النجار أن على الزوار ألا يتوقعوا فتح المتحف.",
            [("وأكد", "على الزوار ألا يتوقعوا فتح المتحف")], id="what they are asked not to do",
        ),
        pytest.param(
            "وقال مراقبون إن السكان يأملون أن تفتح المدرسة.", [("وقال", "السكان يأملون أن تفتح المدرسة")], id="what others hope",
        ),
        pytest.param("وجاء القرار بعد اعتراف كينيا بسيادة جارتها على الجزيرة.", [], id="what a state recognises"),
        pytest.param(
            "وجاء القرار بعد اعتراف كينيا بإغلاق الميناء.", [("اعتراف", "بإغلاق الميناء")], id="what a state admits",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إن الشرطة هددت صاحب القاعة مما حدا بالمعارضة إلى الرحيل.",
            [("وقال", "الشرطة هددت صاحب القاعة مما حدا بالمعارضة إلى الرحيل")], id="what came of it",
        ),
        pytest.param(
            "وأبلغ الوزير سامر النجار الزوار آخر المواعيد، الأمر الذي جعلهم يؤجلون السفر.", [], id="what that came of",
        ),
        pytest.param(
            "وقال الوزير سامر النجار إنه طلب مشروع.", [("وقال", "إنه طلب مشروع")], id="a noun that is spelled like a deed",
        ),
        pytest.param("وفرضت كينيا عقوبات مشددة على الشركات.", [], id="an adjective of a plural"),
        pytest.param("واختار المجلس مرشحين مقترحين لتولي المنصب.", [], id="an adjective of people"),
        pytest.param(
            "وقال الوزير سامر النجار إن الجفاف يهدد القرية بأسرها.", [("وقال", "الجفاف يهدد القرية بأسرها")], id="all of it",
        ),
        pytest.param("اعترف الأردن أمس بالمجلس الانتقالي.", [], id="a body that a state recognises"),
        pytest.param(
            "ونقلت وكالة الأنباء الكينية نقلا عن مصدر مجهول أن البناء انتهى.", [("ونقلت", "البناء انتهى")], id="once",
        ),
        pytest.param('وزادت حصيلة الحادث على 120 قتيلا، كما قيل في «لجان المدينة».', [], id="what grows"),
        pytest.param("وفيما تردد أن السد متصدع، غادر السكان القرية.", [], id="a rumour"),
        pytest.param("وانتهى ما وصف بعملية البحث عن المركب.", [], id="what is called"),
        pytest.param(
            "وانتقد النائب سامر النجار ما وصفه بعملية التضليل.",
            [("وانتقد", "ما وصفه بعملية التضليل"), ("وصفه", "بعملية التضليل")], id="what he calls",
        ),
    ],
)  # fmt: skip
def test_says_nothing(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(read(text)) == expected


def test_a_headline_names_its_speaker_in_marks(read: Read) -> None:
    body = "\n\nقال الوزير سامر النجار اليوم إن الاتفاق جيد للبلاد. وأكد النجار أن البناء سيبدأ غدا في القرية.\n"
    assert reported(read('"النجار": الاتفاق لن يوقف البناء' + body))[0] == ("", "الاتفاق لن يوقف البناء")
    assert reported(read('"الواحة": افتتاح المعرض الأول' + body))[0] == ("قال", "الاتفاق جيد للبلاد")
