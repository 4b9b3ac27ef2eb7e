"""Contacts and addressees, where grammar decides: each case beside the reading that must not be taken."""

import sys
from types import FrameType
from typing import Any

import pytest

from dipcli.model import Report
from dipcli.stages.messages import Linker
from tests.stages.reports import Read, addressees_of, said


def told(report: Report) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Kind and both sides, by name, of every message."""
    names = {e.id: e.name for e in report.entities}
    return {(m.kind, tuple(names[x] for x in m.from_), tuple(names[x] for x in m.to)) for m in report.messages}


def addressed(report: Report, content: str) -> list[str]:
    """Names of those to whom it is said."""
    return addressees_of(report, said(report, content))


NAJJAR, ALAMI, SAADI = "سامر النجار", "حازم العلمي", "ماهر السعدي"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "وصل وزير النقل التونسي سامر النجار إلى الرباط حيث التقى نظيره المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="subject dropped after حيث",
        ),
        pytest.param(
            "قال المتحدث إن المبعوث التونسي سامر النجار الذي التقى الوزير المغربي حازم العلمي عاد إلى بلاده.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="subject before a relative",
        ),
        pytest.param(
            "وكان الأمير قد استقبل في قصره بالعاصمة مساء أمس وزير النقل التونسي سامر النجار.",
            ("meeting", ("الأمير",), (NAJJAR,)), id="object behind a place with a pronoun",
        ),
        pytest.param(
            "بحث وزير النقل التونسي سامر النجار ملف الموانئ مع نظيره المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="genitive of the topic is no subject",
        ),
        pytest.param(
            "وجمع اللقاء بين وزير النقل التونسي سامر النجار ونظيره المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="both sides under بين",
        ),
        pytest.param(
            "قال وزير النقل التونسي سامر النجار، خلال لقائه مساء السبت بمقر الجامعة بطلبة الكلية، إن الخط جاهز.",
            ("meeting", (NAJJAR,), ("طلبة الكلية",)), id="people whom no table names",
        ),
        pytest.param(
            "استقبل وزير النقل التونسي سامر النجار وفدا مغربيا برئاسة الوزير حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a delegation by who leads it",
        ),
        pytest.param(
            "قال وزير النقل التونسي سامر النجار في اجتماع للجنة النقل البحري إن الخط جاهز.",
            ("meeting", (NAJJAR,), ("لجنة النقل البحري",)), id="meeting of a body",
        ),
        pytest.param(
            "وقال سامر النجار إن النتائج مثمرة، مشيدا بالمباحثات التي أجراها مع حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="verb with the pronoun of its noun",
        ),
        pytest.param(
            "توجه الرئيس ماهر السعدي برسالة إلى الوزير سامر النجار.",
            ("letter", (SAADI,), (NAJJAR,)), id="توجه with a letter",
        ),
        pytest.param(
            "هنأ الرئيس ماهر السعدي في اتصال هاتفي الوزير سامر النجار بنجاح المؤتمر.",
            ("call", (SAADI,), (NAJJAR,)), id="who is congratulated in a call",
        ),
        pytest.param(
            "أشاد الوزير بنتائج زيارة الرئيس التونسي ماهر السعدي إلى كينيا.",
            ("visit", (SAADI,), ("كينيا",)), id="a visit by its noun",
        ),
        pytest.param(
            "قال وزير النقل التونسي سامر النجار على إثر لقاء جمعه في القاعة مع نظيره المغربي حازم العلمي إن الخط جاهز.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a pronoun on the verb that joins",
        ),
        pytest.param(
            "جمع لقاء في الدوحة الوزير التونسي سامر النجار بنظيره الروسي حازم العلمي والكيني ماهر السعدي.",
            ("meeting", (NAJJAR,), (ALAMI, SAADI)), id="an office that goes for two",
        ),
        pytest.param(
            "عقد الوزير سامر النجار اجتماعا مع نظيريه الروسي حازم العلمي والكيني ماهر السعدي.",
            ("meeting", (NAJJAR,), (ALAMI, SAADI)), id="a dual title with both names",
        ),
        pytest.param(
            "أوضح أن الاجتماع الذي جرى أمس بين سامر النجار، رئيس حكومة تونس، والوزير حازم العلمي مثمر.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="between, with an apposition",
        ),
        pytest.param(
            "أعلن المتحدث إثر اللقاء الذي ضم الوزير الكيني حازم العلمي ووزراء خارجية دول الخليج أن الخط جاهز.",
            ("meeting", (ALAMI,), ("وزراء خارجية دول الخليج",)), id="a person and a group joined",
        ),
        pytest.param(
            "استقبل الرئيس ماهر السعدي وزير المالية حازم العلمي، إلى جانب وزير البلديات سامر النجار.",
            ("meeting", (SAADI,), (ALAMI, NAJJAR)), id="beside",
        ),
        pytest.param(
            "استقبل الرئيس ماهر السعدي الوزير حازم العلمي.\nكما استقبل السفير سامر النجار.",
            ("meeting", (SAADI,), (NAJJAR,)), id="the same host again",
        ),
        pytest.param(
            "استقبل الرئيس ماهر السعدي في القصر وفدا من حزب العمل الإسرائيلي.",
            ("meeting", (SAADI,), ("حزب العمل الإسرائيلي",)), id="a delegation by the body that sent it",
        ),
        pytest.param(
            "وقالت الحركة إن وفدا من حركة حماس برئاسة ماهر السعدي، التقى الوزير حازم العلمي في الدوحة.",
            ("meeting", (SAADI,), (ALAMI,)), id="a delegation before its verb",
        ),
        pytest.param(
            "استقبل الرئيس ماهر السعدي صباح الثلاثاء عددا من أعضاء الوفد.",
            ("meeting", (SAADI,), ("أعضاء الوفد",)), id="a number of known people",
        ),
        pytest.param(
            "وبدأ حازم العلمي نهاره بلقاء الأمير ناصر بن راشد وماهر السعدي.",
            ("meeting", (ALAMI,), ("ناصر بن راشد", SAADI)), id="whom the subject meets",
        ),
        pytest.param(
            "أكد حازم العلمي في تصريح عقب استقباله من قبل رئيس الجمهورية ماهر السعدي أن الخط جاهز.",
            ("meeting", (ALAMI,), (SAADI,)), id="received by",
        ),
        pytest.param(
            "ودعا الوزير سامر النجار نظيره البريطاني حازم العلمي، خلال جلسة عمل انعقدت أمس، إلى دعم الاستثمار.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="who is spoken to in a meeting",
        ),
        pytest.param(
            "أنهى الرئيسان التونسي ماهر السعدي والمغربي حازم العلمي اتصالا هاتفيا في ظل الحرب مع كينيا.",
            ("call", (SAADI,), (ALAMI,)), id="people do not ring a country",
        ),
        pytest.param(
            "والتقى الرئيس ماهر السعدي السفير سامر النجار، الذي سلم السعدي رسالة خطية من الملك ناصر بن راشد.",
            ("letter", ("ناصر بن راشد",), (SAADI,)), id="a letter that another hands over",
        ),
        pytest.param(
            "قال سامر النجار في ندوة مع الوزير حازم العلمي عقب مباحثاتهما إن الخط جاهز.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="the talks of the two",
        ),
        pytest.param(
            "وأضاف سامر النجار أنه جمعته اليوم مكالمة هاتفية مع حازم العلمي.", ("call", (NAJJAR,), (ALAMI,)), id="a call that joins",
        ),
        pytest.param(
            "وصل الرئيس ماهر السعدي إلى نيروبي والتقى عددا من ممثلي الحكومة اليمنية.",
            ("meeting", (SAADI,), ("ممثلي الحكومة اليمنية",)), id="so many of them",
        ),
        pytest.param(
            "توجه الرئيس ماهر السعدي إلى القصر حيث التقى الوزير سامر النجار، ونائب المستشار حازم العلمي.",
            ("meeting", (SAADI,), (NAJJAR, ALAMI)), id="two behind حيث",
        ),
        pytest.param(
            "شكل التعاون محور مباحثات، أجراها، الثلاثاء، سفير المغرب لدى كينيا، سامر النجار، مع الوزير حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="between commas",
        ),
        pytest.param(
            "تباحث الرئيس ماهر السعدي هاتفيا مع الوزير سامر النجار.", ("call", (SAADI,), (NAJJAR,)), id="talks by telephone",
        ),
        pytest.param(
            "وتلقى الأمير ناصر بن راشد رسائل من الوزير سامر النجار ومن الرئيس ماهر السعدي.",
            ("letter", (SAADI,), ("ناصر بن راشد",)), id="from one and from another",
        ),
        pytest.param(
            "واستلم الرئيس ماهر السعدي رسالة خطية من الوزير سامر النجار.", ("letter", (NAJJAR,), (SAADI,)), id="received",
        ),
        pytest.param(
            "وهنأ الرئيس ماهر السعدي الوزير سامر النجار بالخطوة خلال اتصال هاتفي.", ("call", (SAADI,), (NAJJAR,)), id="behind what for",
        ),
        pytest.param(
            "أجرى الوزير سامر النجار مشاورات مع نائب رئيس الوزراء ووزير الخارجية حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a deputy of two offices",
        ),
        pytest.param(
            "وصل الأمير ناصر بن راشد إلى عمان. وكان في استقبال الأمير لدى وصوله وزير النقل حازم العلمي.",
            ("meeting", (ALAMI,), ("ناصر بن راشد",)), id="who welcomes",
        ),
        pytest.param(
            "استقبل الأمير طارق بن سعد أمير منطقة الساحل صباح أمس، مدير الأمن العام الفريق سامر النجار.",
            ("meeting", ("طارق بن سعد",), (NAJJAR,)), id="an office behind its holder is no object",
        ),
        pytest.param(
            "نقل الوزير إلى الرئيس ماهر السعدي رسالة صداقة ومودة من أخيه الملك ناصر بن راشد.",
            ("letter", ("ناصر بن راشد",), (SAADI,)), id="from his brother",
        ),
        pytest.param(
            "وأجرى الملك ناصر بن راشد اتصالا هاتفيا بشقيقه الأمير حازم العلمي.", ("call", ("ناصر بن راشد",), (ALAMI,)), id="his brother",
        ),
        pytest.param(
            "ترأس الوزير سامر النجار ونظيره المغربي حازم العلمي جلسة المباحثات.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="both in the chair",
        ),
        pytest.param(
            "قدم السفير التونسي سامر النجار أوراق اعتماده إلى الرئيس ماهر السعدي.", ("meeting", (NAJJAR,), (SAADI,)), id="credentials",
        ),
        pytest.param(
            "تسلم الرئيس ماهر السعدي أوراق اعتماد السفير التونسي سامر النجار.",
            ("meeting", (SAADI,), (NAJJAR,)), id="credentials received",
        ),
        pytest.param(
            "اتفق الرئيس ماهر السعدي مع نظيره الكيني حازم العلمي، خلال اتصال هاتفي، على التعاون.",
            ("call", (SAADI,), (ALAMI,)), id="what was agreed in a call",
        ),
        pytest.param(
            "قام الوزير التونسي سامر النجار بزيارة إلى المغرب أمس.", ("visit", (NAJJAR,), ("المغرب",)), id="a light verb",
        ),
        pytest.param(
            "جاءت زيارة الوزير التونسي سامر النجار للكويت وقطر متأخرة.", ("visit", (NAJJAR,), ("قطر",)), id="two hosts",
        ),
        pytest.param(
            "بدأت أمس في الرباط جولة المفاوضات بين الوزير التونسي سامر النجار والوزير المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a round of talks between two",
        ),
        pytest.param(
            "جرت في الرباط أمس محادثات بين حكومة تونس والبنك الدولي.", ("meeting", ("حكومة تونس",), ("البنك الدولي",)),
            id="talks between bodies",
        ),
        pytest.param(
            "قال المتحدث إن الرئيس التونسي سامر النجار ناقش هاتفيا الأوضاع في المنطقة مع الرئيس المغربي حازم العلمي.",
            ("call", (NAJJAR,), (ALAMI,)), id="a noun behind a verb with its subject before it is the object",
        ),
        pytest.param(
            "وأشار الوزير التونسي سامر النجار إلى أنه أجرى لقاء ثنائيا جمعه مع الوزير المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a contact with its adjective before its relative",
        ),
        pytest.param(
            "وقال الوزير التونسي سامر النجار إن الوزير المغربي حازم العلمي اجتمع معه أمس.", ("meeting", (ALAMI,), (NAJJAR,)),
            id="the speaker is the other side",
        ),
        pytest.param(
            "أعلن المتحدث أن الوزير سيشرح الرسالة الموجهة من الرئيس التونسي سامر النجار إلى الملك حازم العلمي.",
            ("letter", (NAJJAR,), (ALAMI,)), id="a letter that was sent and will be explained",
        ),
        pytest.param(
            "أكد الرئيس التونسي سامر النجار أن الملك ماهر السعدي كان صديقا، وذلك في برقية إلى الأمير حازم العلمي.",
            ("cable", (NAJJAR,), (ALAMI,)), id="a cable of who speaks, not of whom he speaks",
        ),
        pytest.param(
            "سامر النجار يلتقي حازم العلمي وماهر السعدي\n\nأعلنت الوزارة جدول الأعمال.", ("meeting", (NAJJAR,), (ALAMI, SAADI)),
            id="two who are met by the subject of a headline",
        ),
        pytest.param(
            "أعلن الوزير التونسي سامر النجار أنه اتفق مع نظيره المغربي حازم العلمي، خلال المحادثات التي جمعت بينهما، على خط جديد.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="talks that joined the two of them",
        ),
        pytest.param(
            "ذكر ماهر السعدي مسائل بحثها سامر النجار وزير النقل مع حازم العلمي وزير المالية خلال اجتماعهما الأخير.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="their meeting, told by a third",
        ),
        pytest.param(
            "صدر البيان بعد الاجتماع الذي كان بين سامر النجار، رئيس حكومة تونس، والملك حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="an office between commas",
        ),
        pytest.param(
            "جرت محادثات في الرباط أمس، بين الوزير التونسي سامر النجار والوزير المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a comma ahead of the two",
        ),
        pytest.param(
            "استهل وزير النقل التونسي سامر النجار جولته بالاجتماع بالملك حازم العلمي.", ("meeting", (NAJJAR,), (ALAMI,)),
            id="a journey that begins with a meeting",
        ),
        pytest.param(
            "تناول السفير نتائج الزيارة التاريخية للأمير سامر النجار إلى كينيا.", ("visit", (NAJJAR,), ("كينيا",)),
            id="a visit with its guest behind ل",
        ),
        pytest.param(
            "سيزور الوزير التونسي سامر النجار كينيا قريبا. وأثمرت الزيارة التي قام بها سامر النجار لكينيا العام الماضي اتفاقا.",
            ("visit", (NAJJAR,), ("كينيا",)), id="a visit that was made before the next",
        ),
        pytest.param(
            "أعلن المتحدث أن زيارة وفد الشركة برئاسة سامر النجار، رئيس المكتب السياسي، إلى كينيا كانت قصيرة.",
            ("visit", (NAJJAR,), ("كينيا",)), id="a delegation with its leader's office between commas",
        ),
        pytest.param(
            "أكد الباحث أن زيارة سامر النجار لكينيا سيكون لها أثر كبير.", ("visit", (NAJJAR,), ("كينيا",)), id="a visit that will have effects",
        ),
        pytest.param(
            "وعن المباحثات التي أجراها في الرباط مع الوزير المغربي حازم العلمي أوضح سامر النجار أنها كانت مفيدة.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="who is named after his talks",
        ),
        pytest.param(
            "ونقلت الرئاسة التونسية عن سامر النجار قوله إن الملك ماهر السعدي كان صديقا، وذلك في برقية إلى الأمير حازم العلمي.",
            ("cable", (NAJJAR,), (ALAMI,)), id="a cable of who is quoted by an agency",
        ),
        pytest.param(
            "أعرب الملك سامر النجار في برقية إلى الرئيس حازم العلمي عن ألمه، فيما أبلغه ماهر السعدي في مكالمة هاتفية أن المساعدات في الطريق.",
            ("call", (SAADI,), (ALAMI,)), id="whom the pronoun on the verb means rang",
        ),
        pytest.param(
            "هنأ الرئيس التونسي سامر النجار في مكالمة هاتفية أخاه الملك حازم العلمي.", ("call", (NAJJAR,), (ALAMI,)), id="a brother by courtesy",
        ),
        pytest.param(
            "قال المتحدث إن الوزير التونسي سامر النجار تحدث أمس مع نظيره المغربي حازم العلمي.",
            ("call", (NAJJAR,), (ALAMI,)), id="who speaks with another",
        ),
        pytest.param(
            "طالب الوزير التونسي سامر النجار نظيره المغربي حازم العلمي بفتح الحدود، في أول اتصال هاتفي بينهما.",
            ("call", (NAJJAR,), (ALAMI,)), id="the first call between the two",
        ),
        pytest.param(
            "كما التقى الوزير سامر النجار كلا من السفير حازم العلمي والرئيس ماهر السعدي.",
            ("meeting", (NAJJAR,), (ALAMI, SAADI)), id="each of them as object",
        ),
        pytest.param(
            "واجتمع الوزير سامر النجار على هامش القمة بكل من السفير حازم العلمي والرئيس ماهر السعدي.",
            ("meeting", (NAJJAR,), (ALAMI, SAADI)), id="each of them under a preposition",
        ),
        pytest.param(
            "تسلم الوزير ماهر السعدي نسخة من أوراق اعتماد السفير التونسي سامر النجار.",
            ("meeting", (SAADI,), (NAJJAR,)), id="a copy of credentials",
        ),
        pytest.param(
            "ويبدأ الرئيس التونسي سامر النجار اليوم زيارة رسمية إلى كينيا.", ("visit", (NAJJAR,), ("كينيا",)), id="a visit that begins",
        ),
        pytest.param(
            "وكانت آخر زيارة للوزير التونسي سامر النجار إلى كينيا قصيرة.", ("visit", (NAJJAR,), ("كينيا",)),
            id="an indefinite visit with its guest behind ل",
        ),
        pytest.param(
            "أخبار اليوم\n\nبرز الرئيس التونسي سامر النجار خلال زيارة نهاية الأسبوع الماضي إلى كينيا.",
            ("visit", (NAJJAR,), ("كينيا",)), id="a verb that reads like a noun opens a paragraph; a visit with its time",
        ),
        pytest.param("كتب الرئيس سامر النجار رسالة إلى الملك حازم العلمي.", ("letter", (NAJJAR,), (ALAMI,)), id="who writes a letter"),
        pytest.param(
            "تشاور الوزير سامر النجار مع نظيره المغربي حازم العلمي بشأن الحدود.", ("meeting", (NAJJAR,), (ALAMI,)), id="consultations",
        ),
        pytest.param(
            "استقبل الرئيس ماهر السعدي، أمس، المستشار الملكي والسفير التونسي سامر النجار.",
            ("meeting", (SAADI,), ("المستشار", NAJJAR)), id="a title longer than the tables know it",
        ),
        pytest.param(
            "كان التعاون محور المباحثات التي أجراها أمس الرئيس سامر النجار، ونائب مدير البنك حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="two subjects with a comma between",
        ),
        pytest.param("تونس تستدعي السفير المغربي حازم العلمي.", ("meeting", ("تونس",), (ALAMI,)), id="a state summons an ambassador"),
        pytest.param(
            "كانت المباحثات التي شهدتها العاصمة الكينية نيروبي بين الوزير التونسي سامر النجار ونظيره المغربي حازم العلمي مثمرة.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a place that saw the talks",
        ),
        pytest.param(
            "أكد المتحدث أهمية المباحثات التي جرت بين اللجنة العليا للسدود والبنك الدولي أمس.",
            ("meeting", ("اللجنة العليا للسدود",), ("البنك الدولي",)), id="talks of bodies that took place, behind another noun",
        ),
        pytest.param(
            "أشار المدير إلى النتيجة الإيجابية للمحادثات التي جرت بين الوزير سامر النجار والسفير حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a noun of contact under ل and the article",
        ),
        pytest.param(
            "كانت المباحثات التي جرت أمس بين وزراء خارجية دول الخليج مع الوزير الكيني حازم العلمي مثمرة.",
            ("meeting", ("وزراء خارجية دول الخليج",), (ALAMI,)), id="between the ones with the other",
        ),
        pytest.param(
            "تحسنت علاقات الرئيس التونسي سامر النجار ورئيس الوزراء المغربي حازم العلمي. والتقى الاثنان في مدريد.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="the two of the sentence before",
        ),
        pytest.param(
            "وكانت رئيسة المنظمة ليلى بنعمر، والرئيس الدولي للجمعية ماهر السعدي، قد التقيا أمس بالوزير حازم العلمي.",
            ("meeting", ("ليلى بنعمر", SAADI), (ALAMI,)), id="a dual verb behind two subjects with commas",
        ),
        pytest.param(
            "وأجرى الملك سامر النجار اتصالا هاتفيا بشقيق الشاعرة ليلى بنعمر.",
            ("call", (NAJJAR,), ("شقيق الشاعرة ليلى بنعمر",)), id="somebody told by whose brother he is",
        ),
        pytest.param(
            "استدعت وزارة الخارجية التونسية السفير اليوناني حازم العلمي، وسلمته مذكرة احتجاج رسمية.",
            ("letter", ("وزارة الخارجية التونسية",), (ALAMI,)), id="a note handed to who was summoned",
        ),
        pytest.param(
            "انتقد الكاتب سامر النجار الخطة في رسالة له وجهها إلى الوزير حازم العلمي.", ("letter", (NAJJAR,), (ALAMI,)),
            id="a letter with whose it is before its verb",
        ),
        pytest.param(
            "وقالت عدة جمعيات حقوقية في رسالة إلى الرئيس سامر النجار إن التحقيق ضروري.",
            ("letter", ("جمعيات حقوقية",), (NAJJAR,)), id="a letter of people that are no mention",
        ),
        pytest.param(
            "استقبل الوزير خالد السعدي ذوي شهداء الواجب من حراس الميناء، النقيب سامر النجار والرقيب سعد العلمي.",
            ("meeting", ("خالد السعدي",), ("ذوي شهداء الواجب",)), id="guests before the names of others",
        ),
        pytest.param(
            "وبعث سامر النجار برسالة إلى الملك حازم العلمي وولي عهده الأمير ماهر السعدي.", ("letter", (NAJJAR,), (SAADI,)),
            id="an office with whose it is before a name on the list",
        ),
        pytest.param(
            "وبعث سامر النجار برسالة إلى رئيسة البرلمان ليلى بنعمر، ونائبتها التي ترأس لجنة المالية سلمى السعدي.",
            ("letter", (NAJJAR,), ("سلمى السعدي",)), id="an office with a relative clause before a name on the list",
        ),
        pytest.param(
            "زار الوزير سامر النجار كينيا. وجاء القرار بعد زيارة قام بها إلى جانب الوزير ماهر السعدي إلى كينيا التقى فيها الرئيس حازم العلمي.",
            ("meeting", (NAJJAR, SAADI), (ALAMI,)), id="a meeting on a visit that two made",
        ),
        pytest.param(
            "قال الناشط سامر النجار إن الوزير حازم العلمي سيستقيل، مضيفا أن لقاء جمعه به أمس كان مفيدا.",
            ("meeting", (ALAMI,), (NAJJAR,)), id="two pronouns of one meeting",
        ),
        pytest.param(
            "تأتي هذه المقابلة خلال زيارة سامر النجار إلى كينيا حيث التقى الوزير حازم العلمي.", ("meeting", (NAJJAR,), (ALAMI,)),
            id="whom the guest of a visit met there",
        ),
        pytest.param(
            "أعلنت الوزارة أن الوزير التونسي سامر النجار سيزور كينيا لبحث الملف مع نظيره الكيني حازم العلمي.\n"
            "وكان الوزيران التقيا في قطر خلال اجتماع ثلاثي مع نظيرهما اليوناني ماهر السعدي.",
            ("meeting", (NAJJAR, ALAMI), (SAADI,)), id="two ministers who were named right before",
        ),
        pytest.param(
            "أكد الوزير التونسي سامر النجار ونظيره الكيني حازم العلمي عمق العلاقات.\nوالتقى الوزيران في نيروبي أمس.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="two ministers who met each other",
        ),
        pytest.param(
            "كشف عن مذكرة سرية كان بعث بها القنصل سامر النجار، الثلاثاء الماضي، إلى وزارة الخارجية التونسية.",
            ("letter", (NAJJAR,), ("وزارة الخارجية التونسية",)), id="a note that had been sent",
        ),
        pytest.param(
            "جاء ذلك في مؤتمر صحفي مشترك للوزير التونسي سامر النجار مع نظيره المغربي حازم العلمي، عقب لقاء عقداه في القصر.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="a meeting that both held",
        ),
        pytest.param(
            "أكد الوزير سامر هادي أن الخط جاهز. واستعرض هادي مع السفير حازم العلمي أوضاع المنطقة.",
            ("meeting", ("سامر هادي",), (ALAMI,)), id="a surname that is a word, behind a verb of meeting",
        ),
        pytest.param("وصل الرئيس التونسي سامر النجار أمس إلى كينيا.", ("visit", (NAJJAR,), ("كينيا",)), id="who arrives in a country"),
    ],
)  # fmt: skip
def test_a_contact(read: Read, text: str, message: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert message in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("أعلن المتحدث أن الوزير سامر النجار سيلتقي نظيره المغربي حازم العلمي.", id="future verb"),
        pytest.param("يعتزم الوزير سامر النجار عقد لقاء مع الوزير حازم العلمي.", id="planned"),
        pytest.param("نفى الوزير سامر النجار عقد أي لقاء مع الوزير حازم العلمي.", id="denied"),
        pytest.param("طلب الوزير سامر النجار لقاء مع الوزير حازم العلمي.", id="asked for"),
        pytest.param("تناولت الندوة العلاقات بين تونس والمغرب خلال المباحثات الأخيرة.", id="relations between countries"),
        pytest.param("دعا الوزير سامر النجار إلى إحياء المفاوضات بين تونس والمغرب.", id="talks to be revived"),
        pytest.param("استقبل الوزير سامر النجار وفدا من رجال الأعمال.", id="nobody in particular"),
        pytest.param("زار الرئيس التونسي ماهر السعدي تونس العاصمة.", id="one's own country"),
        pytest.param("قال الوزير سامر النجار لصحيفة حازم العلمي في مقابلة نشرت أمس إن الخط جاهز.", id="an interview"),
        pytest.param("أجرت قناة العربية لقاء مع الوزير سامر النجار.", id="a station that interviews"),
        pytest.param("وصل الوزير سامر النجار إلى المطار للقاء الوزير المغربي حازم العلمي.", id="what he came for"),
        pytest.param("أضاف المتحدث أن محادثات سامر النجار مع حازم العلمي ستركز على الموانئ.", id="a future verb behind the sides"),
        pytest.param("واستعرض اللقاء العلاقات الثنائية بين تونس والمغرب.", id="relations between the two"),
        pytest.param("بعد عودة الاتصالات بين تونس والمغرب تعد الوزارة خطة.", id="contacts of countries are no call"),
        pytest.param("التقى الوزير سامر النجار عددا من المسؤولين في العاصمة.", id="a number of nobody in particular"),
        pytest.param(
            "سيزور الوزير التونسي سامر النجار المغرب الأسبوع المقبل. وتأتي زيارة سامر النجار للمغرب في إطار جولة.",
            id="a visit that is planned elsewhere",
        ),
        pytest.param("دعت الوزارة الوزير سامر النجار والوزير حازم العلمي إلى عقد مباحثات.", id="held is a noun here"),
        pytest.param("وصل سامر النجار إلى المطار بهدف عقد اجتماع مع الوزير حازم العلمي.", id="a meeting that he came for"),
        pytest.param("جرت محادثات في الرباط بشأن اتفاق بين الوزير سامر النجار والوزير حازم العلمي.", id="the agreement is between them"),
        pytest.param("استقبل الوزير سامر النجار أمس، وفدا من الطلبة في مقر تابع للوزير حازم العلمي.", id="guests nobody names"),
        pytest.param("استدعت وزارة الخارجية التونسية السفير التونسي سامر النجار للتشاور.", id="called home"),
        pytest.param("أعلنت الوزارة أن الوزير التونسي سامر النجار سيصل إلى كينيا في زيارة رسمية.", id="a visit to come"),
        pytest.param("أعلن المتحدث أن زيارة سامر النجار إلى كينيا ستكون قصيرة.", id="a visit that will be short"),
        pytest.param("أعلن المتحدث أن زيارة سامر النجار إلى كينيا يوم الاثنين ستبحث ملف الموانئ.", id="a visit that will deal with something"),
        pytest.param("يشارك الوزير سامر النجار في اجتماع لجامعة الدول العربية.", id="taking part is no contact with who holds it"),
        pytest.param("قال المحافظ سامر النجار إن وفدا من صندوق النقد الدولي يؤدي زيارة إلى كينيا.", id="a delegation with its subject before the verb"),
        pytest.param("في اجتماعات صندوق النقد الدولي والبنك الدولي دعا سامر النجار إلى الحذر.", id="what two bodies hold together"),
        pytest.param("أوصى المدرب بالتعاقد مع سامر النجار وحازم العلمي ولا يزال يتباحث مع الإدارة.", id="one acts, of two named before"),
        pytest.param("أعلنت الوزارة أن تونس استقبلت حازم العلمي.", id="a state receives nobody"),
        pytest.param("رفع الوزير سامر النجار خلال الاستقبال تعازيه للملك حازم العلمي.", id="condolences during a reception"),
        pytest.param("تحدث الوزير سامر النجار عن علاقته مع الرئيس حازم العلمي.", id="with belongs to what is spoken of"),
        pytest.param("ويلتقي الوزير سامر النجار في وقت لاحق الوزير حازم العلمي.", id="later today"),
        pytest.param(
            "الوزير سامر النجار يلتقي الوزير حازم العلمي\n\nأعلنت الوزارة أن الوزير سامر النجار سيلتقي غدا الوزير حازم العلمي.",
            id="a meeting of the headline that the text plans",
        ),
        pytest.param("قال الوزير سامر النجار إن شركة الموانئ تتباحث مع الوزير حازم العلمي.", id="subject that is no mention"),
        pytest.param("ووصل الوزير سامر النجار أمس للاجتماع بنظيره المغربي حازم العلمي.", id="a meeting that he came for, with the article"),
        pytest.param("جاء القرار بعد رسائل كثيرة وجهتها تونس إلى روما.", id="messages of states are signs"),
        pytest.param(
            "جاء الاتفاق بعد لقاء عقده من نظيريه الروسي حازم العلمي والكيني ماهر السعدي.", id="counterparts are one side",
        ),
        pytest.param(
            "وكانت رئيسة المنظمة ليلى بنعمر، والرئيس الدولي للجمعية ماهر السعدي، قد التقيا أمس بنافي رانسي.",
            id="two who met somebody unknown have not met each other",
        ),
        pytest.param("يقوم الوزير التونسي سامر النجار بزيارة إلى كينيا خلال أيام.", id="a visit within days"),
        pytest.param("ناقش الوزير في الكويت الملفات الساخنة خاصة الأزمة اليمنية والعراق وسوريا.", id="what was talked about"),
        pytest.param(
            "أكد الوزير التونسي سامر النجار ونظيره الكيني حازم العلمي عمق العلاقات.\nوالتقى الوزيران عددا من الطلبة في الجامعة.",
            id="two who met others",
        ),
        pytest.param(
            "أعلنت الوزارة أن الوزير سامر النجار سيغادر إلى كينيا في زيارة عمل يلتقي خلالها بالرئيس حازم العلمي.", id="a meeting on a visit to come",
        ),
        pytest.param(
            "التقى السفير سامر النجار أمس مع أكثر من 30 مشرعا، وذلك على خلفية أزمة أحدثها خطاب حازم العلمي.", id="people that nobody names",
        ),
        pytest.param("أكد المدير سامر النجار، خلال اجتماعه بمشرفي التشغيل بالمنطقة أن العمل جاهز.", id="a region is where they met"),
        pytest.param("عاد الرئيس التونسي سامر النجار، ووصل الرئيس التونسي سامر النجار أمس إلى تونس.", id="who comes home"),
    ],
)  # fmt: skip
def test_no_contact(read: Read, text: str) -> None:
    assert told(read(text)) == set()


MET = "التقى وزير النقل التونسي سامر النجار أمس نظيره المغربي حازم العلمي. "


@pytest.mark.parametrize(
    ("text", "content", "to"),
    [
        pytest.param(MET + "وأكد النجار أن الخط جاهز.", "الخط جاهز", [ALAMI], id="within the meeting"),
        pytest.param(MET + "وأكد النجار في مؤتمر صحفي أن الخط جاهز.", "الخط جاهز", [], id="to the press"),
        pytest.param(
            MET + "وأكد النجار في تصريح صحفي أن الخط جاهز. وأضاف أن الرحلات تبدأ غدا.", "الرحلات تبدأ", [], id="the press goes on",
        ),
        pytest.param(
            MET + "وأكد النجار في تصريح صحفي أن الخط جاهز. وأضاف خلال اللقاء أن الرحلات تبدأ غدا.", "الرحلات تبدأ", [ALAMI],
            id="back in the meeting",
        ),
        pytest.param("قال سامر النجار عقب لقائه حازم العلمي إن الخط جاهز.", "الخط جاهز", [], id="after the meeting"),
        pytest.param(
            "قال سامر النجار إن الخط جاهز. وقال النجار إنه التقى حازم العلمي أمس. وأضاف أن الرحلات تبدأ غدا.", "الرحلات تبدأ", [],
            id="a meeting that the speaker himself tells of",
        ),
        pytest.param(
            "وأكد سامر النجار -الذي التقى أمس الوزير حازم العلمي- أن الخط جاهز.", "الخط جاهز", [], id="a parenthesis on who speaks",
        ),
        pytest.param(MET + "\nإلى ذلك، قال النجار إن الميزانية جاهزة.", "الميزانية جاهزة", [], id="another matter"),
        pytest.param(
            "أكد سامر النجار أن الخط جاهز. وأشار النجار خلال استقباله حازم العلمي إلى أن الرحلات تبدأ غدا.", "الخط جاهز", [ALAMI],
            id="ahead of its meeting",
        ),
        pytest.param(
            "أكد الوزير سامر النجار أن الخط جاهز.\nجاء ذلك خلال استقبال الوزير سامر النجار للوزير حازم العلمي.", "الخط جاهز", [ALAMI],
            id="what came about in a meeting",
        ),
        pytest.param(
            "قال سامر النجار أمام مجلس الأمن الدولي إن الخط جاهز. وأضاف أن الرحلات تبدأ غدا.", "الرحلات تبدأ", ["مجلس الأمن الدولي"],
            id="before a body",
        ),
        pytest.param("قال سامر النجار أمام المنتدى الاقتصادي العالمي إن الخط جاهز.", "الخط جاهز", [], id="before a public"),
        pytest.param("طلبت تونس من البنك الدولي مساعدة عاجلة.", "مساعدة عاجلة", ["البنك الدولي"], id="who is asked for a thing"),
        pytest.param("اقترحت تونس على كينيا عقد اجتماع للوزراء.", "عقد اجتماع", ["كينيا"], id="to whom a thing is proposed"),
        pytest.param(
            MET + "وقال النجار إنه بحث مع حازم العلمي ملف الموانئ، مؤكدا أن الخط جاهز.", "الخط جاهز", [], id="who tells of a talk tells others",
        ),
        pytest.param(
            "تلقى الوزير التونسي سامر النجار اتصالين هاتفيين من الوزير المغربي حازم العلمي والرئيس ماهر السعدي. "
            "وأكد النجار أن الخط جاهز.", "الخط جاهز", [ALAMI, SAADI], id="two who rang, told as one",
        ),
        pytest.param(
            "بعث الرئيس سامر النجار رسالة إلى الملك حازم العلمي. وأعلن البنك سعرا.\nواقترح سامر النجار في ختام رسالته أن تبدأ الرحلات غدا.",
            "الرحلات غدا", [ALAMI], id="at the end of a letter is in it",
        ),
        pytest.param("قدم الرئيس سامر النجار لأخيه الملك حازم العلمي تعازيه الحارة.", "تعازيه", [ALAMI], id="a brother by courtesy"),
        pytest.param("أعرب سامر النجار عن شكره للوزير حازم العلمي على دعمه.", "شكره", [ALAMI], id="who is thanked"),
        pytest.param("قال عضو الهيئة السياسية لمنظمة التعاون الإسلامي إن الخط جاهز.", "الخط جاهز", [], id="a body that belongs to the office"),
        pytest.param("أكدت الأمانة العامة لمنظمة التعاون الإسلامي أن الخط جاهز.", "الخط جاهز", [], id="a body and its organ"),
        pytest.param("قالت المصادر المؤيدة لإسرائيل إن الخط جاهز.", "الخط جاهز", [], id="a country under an adjective"),
        pytest.param("انعقد البرلمان الأوروبي. وقالت النقابة للبرلمان الأوروبي إن الخط جاهز.", "الخط جاهز", ["البرلمان الأوروبي"], id="a body spoken to"),
        pytest.param(
            "قال سامر النجار في مهلة مدتها ستون يوما أمام الكونغرس إن الخط جاهز.", "الخط جاهز", [], id="before belongs to a noun",
        ),
        pytest.param("قال سامر النجار أمام المسؤولين إن الخط جاهز.", "الخط جاهز", [], id="before nobody in particular"),
        pytest.param("قال سامر النجار لراديو فرنسا إن الخط جاهز.", "الخط جاهز", [], id="a radio"),
        pytest.param("قال سامر النجار لوكالة رويترز إن الخط جاهز.", "الخط جاهز", [], id="an agency"),
        pytest.param(MET + "وأكد النجار لـ«الخليج الجديد» أن الخط جاهز.", "الخط جاهز", [], id="to a paper in quotation marks"),
        pytest.param(MET + "وأكد النجار لإذاعة تونس أن الخط جاهز.", "الخط جاهز", [], id="to a station"),
        pytest.param(MET + "وأكد النجار بعد انتهاء المباحثات أن الخط جاهز.", "الخط جاهز", [], id="after the end of the talks"),
        pytest.param(MET + "وبحسب بيان للرئاسة أكد النجار أن الخط جاهز.", "الخط جاهز", [ALAMI], id="a statement that tells of the meeting"),
        pytest.param(
            MET + "وقال النجار في تصريح صحفي إن الرحلات تبدأ غدا. ومن جانبه، قال العلمي إن الخط جاهز.", "الخط جاهز", [],
            id="the other one to the press too",
        ),
        pytest.param(
            MET + "وقالت المعارضة إن الأسعار مرتفعة. وكان البرلمان قد أقر الميزانية. وارتفعت الأسعار أمس. وشهدت المدن مسيرات. "
            "وقال النجار إن الخط جاهز.", "الخط جاهز", [], id="long after the meeting",
        ),
        pytest.param(
            "النجار: المطار جاهز\n\n" + MET + "وقال النجار في مؤتمر صحفي إن الخط جاهز.", "المطار جاهز", [], id="a headline of what the press was told",
        ),
        pytest.param(
            "سامر النجار يلتقي حازم العلمي ويؤكد أن المطار جاهز\n\nقال النجار في مؤتمر صحفي إن الخط جاهز.", "المطار جاهز", [ALAMI],
            id="a headline that tells of both",
        ),
        pytest.param(
            "أكد الوزير سامر النجار أن الخط جاهز.\nوجاءت تصريحات الوزير خلال استقبال الوزير سامر النجار للوزير حازم العلمي.", "الخط جاهز",
            [ALAMI], id="where his words came",
        ),
        pytest.param(
            "أكد الوزير سامر النجار أن الخط جاهز.\nوجاء ذلك بعد محادثات أجراها الوزير سامر النجار مع الوزير حازم العلمي.", "الخط جاهز", [],
            id="what came about after a meeting",
        ),
        pytest.param(
            "قال سامر النجار في إحاطة لمجلس الأمن الدولي إن الخط جاهز.", "الخط جاهز", ["مجلس الأمن الدولي"], id="a briefing for a body",
        ),
        pytest.param(
            "قال سامر النجار إن الخط جاهز.\nوأضاف النجار، بعد أن التقى الوزير حازم العلمي، أن الرحلات تبدأ غدا.", "الرحلات تبدأ", [],
            id="after he had met him",
        ),
        pytest.param(
            MET + "وأكد النجار أن الأسعار ثابتة. وأشار إلى أنه اجتمع مع الرئيس ماهر السعدي وأن الخط جاهز.", "الخط جاهز", [],
            id="who tells of another meeting tells others",
        ),
        pytest.param(
            MET + "وقال النجار في تصريح صحفي إن الرحلات تبدأ غدا. وأضاف أن الأسعار ثابتة. ومن جانبه، قال العلمي إن الخط جاهز.", "الخط جاهز",
            [], id="the other one to the press after more was said",
        ),
        pytest.param(
            MET + "وثمن النجار خلال اللقاء وفقا لوكالة الأنباء التونسية دعم المغرب.", "دعم المغرب", [ALAMI], id="an agency that tells of the meeting",
        ),
        pytest.param(
            "قال سامر النجار أمام لجنة الشؤون البحرية التابعة لمجلس النواب إن الخط جاهز.", "الخط جاهز",
            ["لجنة الشؤون البحرية التابعة لمجلس النواب"], id="a committee with the body it belongs to",
        ),
        pytest.param("ندد سامر النجار بتجارب كينيا الأخيرة، ودعاها إلى الحوار.", "الحوار", ["كينيا"], id="a state by a pronoun"),
        pytest.param("طالب حزب اليسار الكيني المعارض بعقد جلسة.", "بعقد جلسة", [], id="an adjective of who speaks"),
        pytest.param("جلس حازم العلمي بجانبه. وقال له سامر النجار إن الخط جاهز.", "الخط جاهز", [ALAMI], id="a pronoun"),
        pytest.param("ندد سامر النجار بالهجوم خلال لقائه الوزير حازم العلمي.", "بالهجوم", [ALAMI], id="where a noun phrase was said, behind it"),
        pytest.param("قال سامر النجار إنه ندد بالهجوم بعد لقائه الوزير حازم العلمي.", "بالهجوم", [], id="after the meeting, behind it"),
        pytest.param(
            "وقال الوزير سامر النجار، ردا على أسئلة النائبة ليلى بنعمر، إن الخط جاهز.", "الخط جاهز", ["ليلى بنعمر"], id="who asked",
        ),
        pytest.param("وقال الوزير سامر النجار ردا على سؤال للصحفية ليلى بنعمر إن الخط جاهز.", "الخط جاهز", [], id="a journalist who asked"),
        pytest.param("جددت الوزارة مطالبتها كينيا بنشر التقرير.", "بنشر التقرير", ["كينيا"], id="the object of a demand in the content"),
        pytest.param("وقرر الوزراء أمس مطالبة البنك الدولي بنشر التقرير.", "بنشر التقرير", ["البنك الدولي"], id="whom they decided to call on"),
        pytest.param("وأيد الوزراء أمس مطالبة البنك الدولي بنشر التقرير.", "بنشر التقرير", [], id="a demand of another"),
        pytest.param("عبر الضيوف عن بالغ شكرهم وتقديرهم لسمو الأمير سامر النجار.", "شكرهم", [NAJJAR], id="whom several thank"),
        pytest.param("أعرب سامر النجار عن تقديره لجهود الوزير حازم العلمي.", "تقديره", [], id="efforts are no addressee"),
        pytest.param("نقل السفير سامر النجار تحيات الملك إلى أخيهما الرئيس حازم العلمي.", "تحيات", [ALAMI], id="to whom greetings are brought"),
        pytest.param(
            "وأعرب سامر النجار عن الشكر والتقدير للرئيس حازم العلمي، ولرئيس الوزراء ماهر السعدي، على الدعم.", "الشكر", [ALAMI, SAADI],
            id="two who are thanked, each under its own preposition",
        ),
        pytest.param("طالبت شبكة الأفق الإعلامية وكالة رويترز للأنباء بحذف الخبر.", "بحذف الخبر", ["وكالة رويترز للأنباء"], id="a medium called on"),
        pytest.param("دعا الوزير سامر النجار «المجلس الأهلي» إلى قبول الاتفاق.", "قبول الاتفاق", ["المجلس الأهلي"], id="a name in marks"),
        pytest.param("وطالب النائب سامر النجار هيئة السدود الوطنية بفتح الطريق.", "بفتح الطريق", ["هيئة السدود الوطنية"], id="a body no table names"),
        pytest.param("وطالب النائب سامر النجار الجهات الأمنية بفتح الطريق.", "بفتح الطريق", [], id="a public"),
        pytest.param("هنأ سامر النجار، الشعب الكيني والوزير حازم العلمي، على افتتاح القناة.", "افتتاح القناة", [ALAMI], id="beside a public"),
        pytest.param("ووجه الوزير سامر النجار تحذيرا إلى كينيا من أي تأخير.", "أي تأخير", ["كينيا"], id="whom a warning is directed to"),
        pytest.param(
            "تعرض الوزير سامر النجار لانتقادات أمام البرلمان الأوروبي حيث قال الأعضاء إن الخطة فاشلة.", "الخطة فاشلة", [], id="members of the body",
        ),
        pytest.param(
            "بعث الملك سامر النجار برقية إلى الرئيس حازم العلمي. وقالت الوزارة إن الأسعار ثابتة. وقال البنك إن السوق هادئة. "
            "وارتفعت الأسعار أمس. وانخفضت الحرارة. وقال النجار إن الخط جاهز.", "الخط جاهز", [ALAMI], id="in an article on a cable",
        ),
        pytest.param(MET + "وقال العلمي في وقت سابق السبت إنه سيزور كينيا.", "سيزور كينيا", [], id="said earlier"),
        pytest.param(MET + "وأكد العلمي في حديث له أثناء اللقاء أن الخط جاهز.", "الخط جاهز", [NAJJAR], id="words during the meeting"),
        pytest.param(MET + "وفي ختام اللقاء، أكد العلمي أن الخط جاهز.", "الخط جاهز", [NAJJAR], id="last words of the meeting"),
        pytest.param(
            "استدعت وزارة الخارجية التونسية السفير اليوناني حازم العلمي. وقالت وزارة الخارجية إن الخط جاهز.", "الخط جاهز", [],
            id="what a ministry tells all after a summons",
        ),
        pytest.param(
            "استدعت وزارة الخارجية التونسية السفير اليوناني حازم العلمي وأبلغته أن الخط جاهز.", "الخط جاهز", [ALAMI], id="what it tells him",
        ),
        pytest.param(
            "النجار: وجودنا في كينيا يفيد المنطقة\n\n" + MET + "وأكد النجار أن الخط جاهز. "
            "وقال النجار في مؤتمر صحفي إن وجود بلاده في كينيا يفيد المنطقة.", "يفيد المنطقة", [], id="the press was told the headline's words",
        ),
        pytest.param(
            MET + "وذكر المتحدث ماهر السعدي أن الأسعار ثابتة. وأضاف السعدي أن النجار أشاد بقناة كينيا، منوها بدعم المغرب.", "بدعم المغرب", [ALAMI],
            id="what a spokesman tells of the meeting",
        ),
    ],
)  # fmt: skip
def test_the_addressee(read: Read, text: str, content: str, to: list[str]) -> None:
    assert addressed(read(text), content) == to


def test_talks_in_a_call_are_no_meeting(read: Read) -> None:
    report = read("تحدث الرئيسان ماهر السعدي وحازم العلمي هاتفيا. وبحث ماهر السعدي مع حازم العلمي ملف الموانئ.")
    assert [m.kind for m in report.messages] == ["call"]


def test_a_visit_with_a_meeting_is_the_meeting(read: Read) -> None:
    report = read("زار الرئيس الكيني ماهر السعدي المغرب أمس. والتقى ماهر السعدي الوزير المغربي حازم العلمي.")
    assert [m.kind for m in report.messages] == ["meeting"]


def test_letters_to_two_are_in_the_headline_addressed_to_both(read: Read) -> None:
    report = read(
        "القيادة تهنئ بالعيد الوطني\n\n"
        "بعث الملك ناصر بن راشد برقية تهنئة إلى الرئيس ماهر السعدي. وبعث الملك ناصر بن راشد برقية تهنئة إلى الرئيس حازم العلمي."
    )
    assert addressed(report, "بالعيد الوطني") == [SAADI, ALAMI]


def test_two_offices_of_one_sender_are_one_sender(read: Read) -> None:
    report = read(
        "بعث الشيخ خالد بن خليفة رئيس مجلس الوزراء ووزير الداخلية برقية تهنئة إلى الرئيس ماهر السعدي بمناسبة العيد الوطني."
    )
    assert [m.kind for m in report.messages] == ["cable"]


def test_two_ministers_are_those_of_the_contact_before(read: Read) -> None:
    report = read(MET + "والتقى الوزيران في الرباط الرئيس ماهر السعدي.")
    assert ("meeting", (NAJJAR, ALAMI), (SAADI,)) in told(report)


def test_a_cable_is_no_letter(read: Read) -> None:
    text = "بعث الرئيس التونسي ماهر السعدي برقية تهنئة إلى الملك المغربي ناصر بن راشد، أكد فيها أن الصداقة باقية."
    report = read(text)
    assert [m.kind for m in report.messages] == ["cable"]
    assert [s.medium.kind for s in report.statements if s.medium] == ["cable"]


def test_who_rang_is_told_by_the_body_where_the_headline_does_not(read: Read) -> None:
    text = (
        "وزير الخارجية المصري يبحث هاتفيا مع نظيره الإيطالي ملف الطاقة\n\n"
        "تلقى وزير الخارجية المصري سامي الخطيب اتصالا هاتفيا من نظيره الإيطالي ماركو بيلي."
    )
    report = read(text)
    names = {e.id: e.name for e in report.entities}
    (call,) = report.messages
    assert ([names[e] for e in call.from_], [names[e] for e in call.to]) == (["ماركو بيلي"], ["سامي الخطيب"])


def test_who_is_told_by_his_office_is_the_one_whom_the_other_telling_names(read: Read) -> None:
    report = read(
        "التقى الوزير التونسي سامر النجار نظيره الكيني ماهر السعدي.\n"
        "وقال حازم العلمي إن لقاء سامر النجار مع نظيره الكيني كان مفيدا."
    )
    assert told(report) == {("meeting", (NAJJAR,), (SAADI,))}


def test_who_is_told_by_the_office_of_another_country_is_another(read: Read) -> None:
    report = read(
        "التقى الوزير التونسي سامر النجار الرئيس الكيني ماهر السعدي.\nكما التقى سامر النجار السفير الفرنسي في تونس."
    )
    assert len(report.messages) == 2


def test_a_group_in_the_headline_is_those_who_are_told_one_by_one(read: Read) -> None:
    report = read(
        "قادة المغرب يهاتفون سامر النجار\n\nتلقى الوزير سامر النجار اتصالا هاتفيا من الرئيس حازم العلمي.\n"
        "كما تلقى سامر النجار اتصالا هاتفيا من الرئيس ماهر السعدي."
    )
    assert told(report) == {("call", (ALAMI,), (NAJJAR,)), ("call", (SAADI,), (NAJJAR,))}


def test_talks_that_are_needed_are_none_yet(read: Read) -> None:
    text = "شدد الرئيس التونسي ماهر السعدي خلال الجلسة على ضرورة التفاوض مع الملك المغربي ناصر بن راشد."
    assert read(text).messages == ()


def test_an_article_of_eight_times_the_length_takes_no_more_steps_for_each_word(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal steps
        steps += event == "call"

    def counted(linker: Linker, *told: Any) -> Any:
        sys.setprofile(count)
        try:
            return link(linker, *told)
        finally:
            sys.setprofile(None)

    link = Linker.link
    monkeypatch.setattr(Linker, "link", counted)
    story = (
        f"التقى وزير النقل التونسي {NAJJAR} نظيره المغربي {ALAMI} في الرباط.\n"
        f"وقال {NAJJAR} إن الميناء جاهز.\nوأكد {ALAMI} أن الخط مفتوح.\n"
    )
    read(story * 10)
    few, steps = steps, 0
    read(story * 80)
    assert few
    assert steps < 10 * few
