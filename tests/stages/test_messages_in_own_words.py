"""Contacts told by pronouns, passives and bodies named again, each beside the reading that must not be taken."""

import pytest

from tests.stages.reports import Read
from tests.stages.test_messages import told

NAJJAR, ALAMI, SALWA = "سامر النجار", "حازم العلمي", "سلوى النجار"
MINISTRY = "وزارة الخارجية المغربية"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            'قال وزير النقل التونسي سامر النجار: "لقد التقيت في باريس الوزير المغربي حازم العلمي وكان ودودا".',
            ("meeting", (NAJJAR,), (ALAMI,)), id="first person in a quotation",
        ),
        pytest.param(
            'قال وزير النقل التونسي سامر النجار للصحفيين "اجتمعت أمس مع الوزير المغربي حازم العلمي".',
            ("meeting", (NAJJAR,), (ALAMI,)), id="first person spelled like the feminine",
        ),
        pytest.param(
            'قال وزير النقل التونسي سامر النجار: "تلقيت أمس اتصالا هاتفيا من الوزير المغربي حازم العلمي".',
            ("call", (ALAMI,), (NAJJAR,)), id="a call that the speaker took",
        ),
        pytest.param(
            "وخلال اتصال هاتفي تلقاه من الوزير المغربي حازم العلمي، أكد الوزير التونسي سامر النجار أهمية الخط.",
            ("call", (ALAMI,), (NAJJAR,)), id="a call that somebody named later took",
        ),
        pytest.param(
            "وسلم الوزير التونسي سامر النجار السفير المغربي رسالة خطية إلى الوزير المغربي حازم العلمي.",
            ("letter", (NAJJAR,), (ALAMI,)), id="a letter handed to who carries it",
        ),
        pytest.param(
            "وصفت وزيرة النقل التونسية سلوى النجار الخط بالمفيد. وتابعت أن الوزير المغربي حازم العلمي اتصل بها مرتين.",
            ("call", (ALAMI,), (SALWA,)), id="the speaker by a pronoun, carried from the sentence before",
        ),
        pytest.param(
            "كشف وزير النقل التونسي سامر النجار أن الخط مفيد. وأضاف أن الوزير المغربي حازم العلمي قال له في أول لقاء بينهما إن العمل بدأ.",
            ("meeting", (ALAMI,), (NAJJAR,)), id="between him who speaks and the one named",
        ),
        pytest.param(
            "وقال وزير النقل التونسي سامر النجار إن لقاء جرى بينه وبين نظيره المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="between him and another",
        ),
        pytest.param(
            "وجاءت تصريحات وزير النقل التونسي سامر النجار خلال لقائه بمقر بعثة تونس لدى الأمم المتحدة، وزير النقل المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="where they met stands before the object",
        ),
        pytest.param(
            "عقد في أنقرة الاجتماع الأول للجنة المشتركة التونسية المغربية. وقالت تونس إن المغرب شريك.",
            ("meeting", ("تونس",), ("المغرب",)), id="a joint committee",
        ),
        pytest.param(
            "تم استدعاء السفير السويدي سامر النجار أمس إلى وزارة الخارجية المغربية.",
            ("meeting", (MINISTRY,), (NAJJAR,)), id="summoned to a ministry",
        ),
        pytest.param(
            "وقالت وزارة الخارجية المغربية إنه جرى استدعاء القائم بالأعمال السويدي سامر النجار.",
            ("meeting", (MINISTRY,), (NAJJAR,)), id="summoned by the ministry that tells of it",
        ),
        pytest.param(
            "وقامت وزارة الخارجية المغربية باستدعاء السفير السويدي سامر النجار.",
            ("meeting", (MINISTRY,), (NAJJAR,)), id="what the ministry did",
        ),
        pytest.param(
            "استُقبل وزير النقل التونسي سامر النجار من قبل نظيره المغربي حازم العلمي.",
            ("meeting", (ALAMI,), (NAJJAR,)), id="a passive with its agent",
        ),
        pytest.param(
            "وصل وزير النقل التونسي سامر النجار إلى الرباط واستُقبل من طرف الوزير المغربي حازم العلمي.",
            ("meeting", (ALAMI,), (NAJJAR,)), id="a passive whose subject stands before",
        ),
        pytest.param(
            "وصل وفد من البرلمان الأوروبي إلى الرباط. والتقى الوفد وزير النقل المغربي حازم العلمي.",
            ("meeting", ("البرلمان الأوروبي",), (ALAMI,)), id="the delegation of a body, told again",
        ),
        pytest.param(
            "وصل وفد تونسي برئاسة سامر النجار إلى الرباط. واستقبل وزير النقل المغربي حازم العلمي الوفد في مكتبه.",
            ("meeting", (ALAMI,), (NAJJAR,)), id="a delegation that somebody leads, told again",
        ),
        pytest.param(
            "استقبل الوزير سامر النجار وجميع النواب رئيس الحزب حازم العلمي.",
            ("meeting", (NAJJAR, "النواب"), (ALAMI,)), id="he and all of them, and then a name",
        ),
        pytest.param(
            "ونوه وزير النقل التونسي سامر النجار بالاجتماعات الموسعة مع الوزير المغربي حازم العلمي التي تناولت النقل.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="he praises his meetings with another",
        ),
        pytest.param(
            "وكشف الوزير سامر النجار عن لقاء مع الوزير المغربي حازم العلمي.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="he tells of a meeting with another",
        ),
        pytest.param(
            "رد الرئيس التونسي سامر النجار على رسالة الوزير المغربي حازم العلمي.",
            ("letter", (ALAMI,), (NAJJAR,)), id="who answers a letter got it",
        ),
        pytest.param(
            "وفي ردها على رسالة الوزير المغربي حازم العلمي، قالت الرئيسة سلوى النجار إن الخط جاهز.",
            ("letter", (ALAMI,), (SALWA,)), id="in her answer to a letter",
        ),
        pytest.param(
            "ترأس الوزير سامر النجار مع نظيره المغربي حازم العلمي الدورة الثالثة للجنة المشتركة.",
            ("meeting", (NAJJAR,), (ALAMI,)), id="in the chair with another",
        ),
    ],
)  # fmt: skip
def test_a_contact(read: Read, text: str, message: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert message in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('قال وزير النقل التونسي سامر النجار: "ما التقيت الوزير المغربي حازم العلمي".', id="denied"),
        pytest.param('"لقد التقيت في باريس الوزير المغربي حازم العلمي".', id="nobody speaks"),
        pytest.param(
            'قال وزير النقل التونسي سامر النجار: "ناقشت الصحف مع القراء ما يريده الوزير المغربي حازم العلمي".',
            id="she and not I",
        ),
        pytest.param(
            "قال وزير النقل التونسي سامر النجار إن الخط جاهز. وأضاف أن الوزير المغربي حازم العلمي اتصل بها مرتين.",
            id="a pronoun of another gender",
        ),
        pytest.param(
            "وقال وزير النقل التونسي سامر النجار إن الخلاف بينه وبين نظيره المغربي حازم العلمي قديم.", id="a quarrel"
        ),
        pytest.param(
            "وقالت تونس إن الاجتماع المقبل للجنة المشتركة التونسية المغربية سيعقد في الرباط. وقال المغرب إنه جاهز.",
            id="a committee that will meet",
        ),
        pytest.param("وطالب نواب المعارضة باستدعاء السفير السويدي سامر النجار.", id="asked for"),
        pytest.param(
            "وقررت وزارة الخارجية المغربية استدعاء السفير المغربي سامر النجار للتشاور.", id="an envoy called home"
        ),
        pytest.param("استُقبل الخبر بالفرح من قبل الوزير سامر النجار.", id="news received"),
        pytest.param("وطالب الوزير سامر النجار باللقاء مع الوزير المغربي حازم العلمي.", id="a meeting asked for"),
        pytest.param("وأعلن الوزير سامر النجار عن لقاء قريب مع الوزير المغربي حازم العلمي.", id="a meeting to come"),
        pytest.param(
            "رد الرئيس التونسي سامر النجار على رسالة الوزير المغربي حازم العلمي إلى المجتمعين.", id="written to others"
        ),
    ],
)
def test_no_contact(read: Read, text: str) -> None:
    assert told(read(text)) == set()
