"""The words of an office, as far as the article tells it."""

from collections.abc import Callable

import pytest

from dipcli.model import Report

Read = Callable[..., Report]


@pytest.mark.parametrize(("text", "office"), [
    ("قال مدير الإدارة العامة للجسور فهد النجار إن الطريق مغلق.", "مدير الإدارة العامة للجسور"),
    ("قال رئيس الجهاز الفني فهد النجار إن الطريق مغلق.", "رئيس الجهاز الفني"),
    ("قال طارق العمري، المساعد الخاص لرئيس الوزراء الكيني للشؤون البحرية، إن الطريق مغلق.",
     "المساعد الخاص لرئيس الوزراء الكيني للشؤون البحرية"),
    ("قال نائب وزير الخارجية الكيني للشؤون البحرية فهد النجار إن الطريق مغلق.", "نائب وزير الخارجية للشؤون البحرية"),
    ("قال رئيس الاتحاد الكيني لكرة الطاولة فهد النجار إن الطريق مغلق.", "رئيس الاتحاد الكيني لكرة الطاولة"),
    ("قال القيادي الحوثي حمد البخاري إن الطريق مغلق.", "القيادي الحوثي"),
    ("قال عضو الهيئة السياسية للائتلاف الكيني المعارض المهندس فاروق العمري إن الطريق مغلق.",
     "عضو الهيئة السياسية للائتلاف الكيني المعارض"),
    # Nationality, what he was and who acts for him are told apart, and so is a rank before the name.
    ("قال وزير الخارجية الكيني فهد النجار إن الطريق مغلق.", "وزير الخارجية"),
    ("قال وزير الخارجية الكيني بالوكالة فهد النجار إن الطريق مغلق.", "وزير الخارجية"),
    ("قال وزير خارجية كينيا فهد النجار إن الطريق مغلق.", "وزير خارجية"),
    ("قال المدير العام للمرور العميد فهد النجار إن الطريق مغلق.", "المدير العام للمرور"),
    ("قال الرئيس الباجي قائد السبسي إن الطريق مغلق.", "الرئيس"),
    ("قال السفير الكيني في بغداد فهد النجار إن الطريق مغلق.", "السفير الكيني في بغداد"),
    ("قال السفير الأردني لدى كندا وكوبا فهد النجار إن الطريق مغلق.", "السفير الأردني لدى كندا وكوبا"),
    ("قال رئيس جمهورية المالديف فهد النجار إن الطريق مغلق.", "رئيس جمهورية المالديف"),
    ("قال رئيس جمهورية مصر العربية فهد النجار إن الطريق مغلق.", "رئيس جمهورية مصر العربية"),
    ("قال رئيس وزراء كينيا السابق فهد النجار إن الطريق مغلق.", "رئيس وزراء كينيا السابق"),
    # What a form of address says he is, where nothing else tells it.
    ("قال فخامة الرئيس فهد النجار إن الطريق مغلق.", "الرئيس"),
    ("قال دولة رئيس الوزراء فهد النجار إن الطريق مغلق.", "رئيس الوزراء"),
    ("قال فخامة الرئيس فهد النجار، رئيس جمهورية كينيا، إن الطريق مغلق.", "رئيس جمهورية كينيا"),
])  # fmt: skip
def test_the_office(read: Read, text: str, office: str) -> None:
    assert [e.office for e in read(text).entities if e.kind == "person"] == [office]


@pytest.mark.parametrize(("text", "name", "office"), [
    # The rules know that he held the first office too.
    ("أشاد بزيارة ولي ولي العهد ووزير الدفاع محمد بن سلمان لكينيا. وقال ولي ولي العهد إن الطريق مغلق.",
     "محمد بن سلمان", "ولي ولي العهد ووزير الدفاع"),
    # The nationality alone stands for the office with it.
    ("بحث سالم العمري مع وزير الخارجية السعودي عادل الجبير والكيني إيفان ديكسون الملف. وقال ديكسون إن الطريق مغلق.",
     "إيفان ديكسون", "وزير الخارجية"),
    ("التقى سالم العمري في الرباط بنظيريه، الأميركي جون دالتون والسعودي عادل الجبير. وقال دالتون إن الطريق مغلق.",
     "جون دالتون", None),
])  # fmt: skip
def test_whose_office_it_is(read: Read, text: str, name: str, office: str | None) -> None:
    assert (name, office) in [(e.name, e.office) for e in read(text).entities]


def test_the_crown_prince_is_not_his_deputy(read: Read) -> None:
    report = read("حضر ولي العهد الاجتماع. وقال الأمير محمد بن سلمان ولي ولي العهد إن الطريق مغلق.")
    person = next(e for e in report.entities if e.id == "mohammed-bin-salman")
    assert "ولي العهد" not in [report.article.text[m.span.start : m.span.end] for m in person.mentions]


def test_who_is_in_office_is_not_the_former_one(read: Read) -> None:
    report = read("انقلب الرئيس الكيني المخلوع سالم العمري على الاتفاق. وقال الرئيس الكيني إن الطريق مغلق.")
    sources = [s.entity for s in report.statements[-1].sources]
    assert sources
    assert sources != [e.id for e in report.entities if e.name == "سالم العمري"]
