"""Contacts told by pronouns and in the first person, each beside the reading that must not be taken."""

import pytest

from tests.stages.reports import Read
from tests.stages.test_messages import told

NAJJAR, ALAMI, SALWA = "سامر النجار", "حازم العلمي", "سلوى النجار"


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
            "وصفت وزيرة النقل التونسية سلوى النجار الخط بالمفيد. وتابعت أن الوزير المغربي حازم العلمي اتصل بها مرتين.",
            ("call", (ALAMI,), (SALWA,)), id="the speaker by a pronoun, carried from the sentence before",
        ),
        pytest.param(
            "كشف وزير النقل التونسي سامر النجار أن الخط مفيد. وأضاف أن الوزير المغربي حازم العلمي قال له في أول لقاء بينهما إن العمل بدأ.",
            ("meeting", (ALAMI,), (NAJJAR,)), id="between him who speaks and the one named",
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
    ],
)
def test_no_contact(read: Read, text: str) -> None:
    assert told(read(text)) == set()
