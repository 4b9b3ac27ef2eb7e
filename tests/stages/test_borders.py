"""Where a title, a name and a group of people end: one person behind commas and brackets, those counted."""

import pytest

from tests.stages.reports import Read, source_of


def _people(read: Read, text: str) -> list[tuple[str, str | None]]:
    return [(e.name, e.office) for e in read(text).entities if e.kind == "person"]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وأكد الخبير في شؤون الموانئ، نديم الدقاق، أن السفن تأخرت.", "نديم الدقاق", "الخبير في شؤون الموانئ"),
    ("وقال نديم الدقاق، الخبير في شؤون الموانئ، إن السفن تأخرت.", "نديم الدقاق", "الخبير في شؤون الموانئ"),
    ("وقال المسؤول عن المخازن نديم الدقاق إن القمح يكفي.", "نديم الدقاق", "المسؤول عن المخازن"),
    ("وأوضح أستاذ الاقتصاد بجامعة الواحة د. نديم باعشن أنه يؤيد العقد.", "نديم باعشن", "أستاذ الاقتصاد بجامعة الواحة"),
    ("وأوضح أمين منطقة الواحة بالإنابة المهندس نديم الدقاق أن الطريق مفتوح.", "نديم الدقاق", "أمين منطقة الواحة بالإنابة"),
    ("وقالت نائبة وزير الزراعة لورا هولدن إن الرد قادم.", "لورا هولدن", "نائبة وزير الزراعة"),
])  # fmt: skip
def test_a_post_with_its_field_and_the_name_are_one_person(read: Read, text: str, name: str, office: str) -> None:
    assert _people(read, text) == [(name, office)]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("كشف الرئيس العام للمتاحف، رئيس لجنة التراث الأمير ماجد بن حازم أن الملعب جاهز.", "ماجد بن حازم",
     "الرئيس العام للمتاحف، رئيس لجنة التراث"),
    ("وكان نائب رئيس الوزراء، وزير الدفاع حازم العمري قد صرح بأن الطريق مفتوح.", "حازم العمري", "نائب رئيس الوزراء، وزير الدفاع"),
    ("وأكد حازم العمري، مدير المصرف، عضو لجنة الموانئ، أن الأرباح كبيرة.", "حازم العمري", "مدير المصرف، عضو لجنة الموانئ"),
    ("وأوضح المستشار القانوني والمحامي حازم العمري أن العقد باطل.", "حازم العمري", "المستشار القانوني والمحامي"),
    ("وأشار ريمون فاسيو (Raymond Vassio)، المدير العام للوكالة الهولندية للتنمية، إلى أن القرض صغير.", "ريمون فاسيو",
     "المدير العام للوكالة الهولندية للتنمية"),
    ("وقال ستيفن هوبر -وهو الخبير المالي لدى هيئة الأسواق- إن السعر عادل.", "ستيفن هوبر", "الخبير المالي لدى هيئة الأسواق"),
    ("وأوضحت وزيرة التضامن، عواطف هيلال، أن الدعم كبير.", "عواطف هيلال", "وزيرة التضامن"),
    ("أكدت مينا فيردوفا، المتحدثة باسم المفوضية، أن الخطة قائمة.", "مينا فيردوفا", "المتحدثة باسم المفوضية"),
])  # fmt: skip
def test_titles_between_commas_and_brackets_are_of_one_person(read: Read, text: str, name: str, office: str) -> None:
    report = read(text)
    assert [(e.name, e.office) for e in report.entities if e.kind == "person"] == [(name, office)]
    assert {source_of(report, s) for s in report.statements} == {name}


def test_a_second_title_of_another_state_is_another_person(read: Read) -> None:
    report = read("أكد الرئيس الكيني، وزير الخارجية الياباني هيروشي موراساكا، أن الزيارة ناجحة.")
    assert "وزير الخارجية" not in {e.office for e in report.entities if e.country == "KE"}


@pytest.mark.parametrize(("text", "office"), [
    ("وخلال زيارة وزير الخارجية إلى تونس فتحت الحدود، وأكد وزير الخارجية أن الجسر جاهز.", "وزير الخارجية"),
    ("وأكد حازم العمري، ولي عهد أبو ظبي، أن السلام ممكن.", "ولي عهد أبو ظبي"),
])  # fmt: skip
def test_a_title_has_its_seat_and_not_where_he_goes(read: Read, text: str, office: str) -> None:
    assert [e.office for e in read(text).entities if e.kind == "person"] == [office]


def test_an_envoy_is_sent_somewhere(read: Read) -> None:
    report = read("وصل المبعوث الخاص إلى ليبيا يان هولدن أمس، وقال يان هولدن إن الحوار مستمر.")
    assert [(e.name, e.office) for e in report.entities if e.kind == "person"] == [
        ("يان هولدن", "المبعوث الخاص إلى ليبيا")
    ]


def test_a_prince_whose_name_is_a_title(read: Read) -> None:
    assert _people(read, "أكد الأمير سلطان بن حازم أن الطريق مفتوح.") == [("سلطان بن حازم", "الأمير")]


@pytest.mark.parametrize(("text", "speaker"), [
    ("أكد عدد من زعماء حزب المرجان أنهم سيقاطعون الجلسة.", "عدد من زعماء حزب المرجان"),
    ("وانتقد الكثير من المزارعين القرار.", "الكثير من المزارعين"),
    ("وأعرب عدد من المحللين السياسيين اليونانيين عن قلقهم.", "عدد من المحللين السياسيين اليونانيين"),
    ("وتوقعت مجموعة من 9 خبراء اقتصاديين تراجع الأسعار.", "مجموعة من 9 خبراء اقتصاديين"),
    ("وأبدى البعض استياءهم من القرار.", "البعض"),
])  # fmt: skip
def test_those_counted_speak_as_one_group(read: Read, text: str, speaker: str) -> None:
    report = read(text)
    assert [source_of(report, s) for s in report.statements] == [speaker]


def test_a_country_behind_a_body_with_the_article_is_another(read: Read) -> None:
    report = read("وطالب الأزهر إيران بوقف الحملة.")
    assert {e.kind for e in report.entities} == {"organisation", "country"}
    assert [source_of(report, s) for s in report.statements] == ["الأزهر"]


def test_what_a_prince_expresses_is_no_name_of_his(read: Read) -> None:
    report = read("قدم الأمير حازم تعازيه «لأسر الضحايا».")
    assert "حازم" in {e.name for e in report.entities}


@pytest.mark.parametrize(("text", "name", "office"), [
    ("أوضح المشرف على المعرض «الدكتور حازم العمري» أن الزوار كثر.", "حازم العمري", "المشرف على المعرض"),
    ("أفاد مدير مستشفى الملك فهد حازم العمري بأن الجراحة نجحت.", "حازم العمري", "مدير مستشفى الملك فهد"),
    ("وقال عضو الهيئة السياسية في ائتلاف المرجان حازم العمري إن الحل قريب.", "حازم العمري", "عضو الهيئة السياسية في ائتلاف المرجان"),
    ("وقال هوبنكر الرئيس التنفيذي لمجموعة «المرجان» إن السوق هادئ.", "هوبنكر", "الرئيس التنفيذي لمجموعة «المرجان»"),
    ("نديم الأندلسي، الباحث في الشؤون البحرية، شدد على أن الخلاف قديم.", "نديم الأندلسي", "الباحث في الشؤون البحرية"),
    ("وأكد المحلل العسكري والخبير الاستراتيجي اللواء حازم العمري أن الجبهة هادئة.", "حازم العمري",
     "المحلل العسكري والخبير الاستراتيجي"),
    ("وطلب السناتور عن نيويورك مارك هولدن تأجيل الجلسة.", "مارك هولدن", "السناتور عن نيويورك"),
])  # fmt: skip
def test_what_an_office_is_over_ends_before_its_holder(read: Read, text: str, name: str, office: str) -> None:
    assert _people(read, text) == [(name, office)]


@pytest.mark.parametrize(("text", "speaker"), [
    ("حذر قادة اليابان والهند وأستراليا من التصعيد.", "قادة اليابان والهند وأستراليا"),
    ("أكد وزراء خارجية مصر والأردن أن الحل سياسي.", "وزراء خارجية مصر والأردن"),
    ("عبر ذوو الضحايا عن شكرهم للجنة.", "ذوو الضحايا"),
    ("دانت دول عربية وجهات دولية اقتحام القرية.", "دول عربية وجهات دولية"),
    ("وقالت جماعات مسلحة إن الهدنة انتهت.", "جماعات مسلحة"),
    ("دانت منظمات دولية عملية القصف.", "منظمات دولية"),
    ("وأرجعت الشؤون الصحية في الواحة ذلك إلى ركود الهواء.", "الشؤون الصحية"),
])  # fmt: skip
def test_a_group_is_told_by_its_whole_noun_phrase(read: Read, text: str, speaker: str) -> None:
    report = read(text)
    assert [source_of(report, s) for s in report.statements] == [speaker]


@pytest.mark.parametrize("text", [
    "أحسن الله قبوله ورحم شهداءنا.",
    "وتزايدت المخاوف على سلامة ثاني أكبر اقتصاد.",
    "وصولا لقضاء عادل وناجز في البلاد.",
    "وأخذ جزائهم القانوني في المحكمة.",
    "وعرض فيلم قصير عن الميناء.",
    "وطالت فترة صدام تسيبراس مع الدائنين.",
    "لديها مصلحة سياسية هائلة في العقد.",
    "والمدمرة البحرية «آرليغ هوبكنز» غادرت الميناء.",
    "وفق المهلة الزمنية المقررة أسعارا أعلى.",
    "وسيحمل وسام الملك فهد من الدرجة الثالثة.",
])  # fmt: skip
def test_words_things_and_prayers_are_nobody(read: Read, text: str) -> None:
    assert not [e.name for e in read(text).entities if e.kind == "person"]


@pytest.mark.parametrize("text", ["وقال وزير العمل إن الأجور ثابتة. وقالت وزارة العمل الأمريكية إن الأجور ترتفع."])
def test_a_nationality_spelled_otherwise_is_one_in_the_feminine_too(read: Read, text: str) -> None:
    assert [e.country for e in read(text).entities if e.kind == "organisation"] == ["US"]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وقال جيف وايات المدير العام للتخزين إن المخزن كبير.", "جيف وايات", "المدير العام للتخزين"),
    ("واعتبر لو جيوي وزير المالية الصيني أن النمو جيد.", "لو جيوي", "وزير المالية"),
    ("وقال ممثل الاتحاد الأوروبي في القدس سفين كون فون برغدورف إن الرواية غير دقيقة.", "سفين كون فون برغدورف",
     "ممثل الاتحاد الأوروبي في القدس"),
    ("لورا هولدن مديرة إدارة التوعية ب«تعليم الواحة» أكدت أن المدارس جاهزة.", "لورا هولدن", "مديرة إدارة التوعية ب«تعليم الواحة»"),
    ("وقال نديم الدقاق المدير العام للتخزين في شركة المرجان في مقابلة حديثة إن المخزن كبير.", "نديم الدقاق",
     "المدير العام للتخزين في شركة المرجان"),
    ("يصف النازح المقيم في ريف المدينة، نديم العساف، حاله بأنها صعبة.", "نديم العساف", None),
])  # fmt: skip
def test_names_that_are_spelled_like_words(read: Read, text: str, name: str, office: str | None) -> None:
    assert _people(read, text) == [(name, office)]


@pytest.mark.parametrize(("text", "speaker"), [
    ("وقال أحد القياديين إن الحوار قريب.", "أحد القياديين"),
    ("وقالت إحدى مرتادات الشاطئ إن الرمل نظيف.", "إحدى مرتادات الشاطئ"),
    ("وقال مسؤول دفاعي إن الحرب انتهت.", "مسؤول دفاعي"),
    ("وفسر الوسط الرياضي الحركة بأنها عادية.", "الوسط الرياضي"),
    ("ودعا وزراء خارجية لجنة مبادرة الواحة العربية إلى الحوار.", "وزراء خارجية لجنة مبادرة الواحة العربية"),
])  # fmt: skip
def test_one_of_several_and_nobody_behind_him(read: Read, text: str, speaker: str) -> None:
    report = read(text)
    assert [source_of(report, s) for s in report.statements] == [speaker]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وقال المدير التنفيذي للجنة سامي الدقاق إن الموعد قريب.", "سامي الدقاق", "المدير التنفيذي للجنة"),
    ("وأكد مدير مختبر الدراسات الدستورية وتحليل الأزمات بجامعة الواحة نديم الدقاق أن الحل قريب.", "نديم الدقاق",
     "مدير مختبر الدراسات الدستورية وتحليل الأزمات بجامعة الواحة"),
    ("وأعرب منسق الأمم المتحدة المعني بملف المياه، توماس فيردلاند، عن قلقه.", "توماس فيردلاند",
     "منسق الأمم المتحدة المعني بملف المياه"),
])  # fmt: skip
def test_an_office_goes_on_over_all_that_it_is_over(read: Read, text: str, name: str, office: str) -> None:
    assert _people(read, text) == [(name, office)]


def test_who_chairs_a_body_is_no_head_of_state(read: Read) -> None:
    report = read("وقال الرئيس الجمهوري للجنة الموازنة إن المال قليل.")
    assert [e.leader for e in report.entities if e.kind == "person"] == [False]


def test_who_attended_is_not_addressed(read: Read) -> None:
    report = read("وأكد الوزير أهمية اللقاء الذي حضره معالي وزير التعليم.")
    assert not [
        m for e in report.entities for m in e.mentions if "حضره" in report.article.text[m.span.start : m.span.end]
    ]


def test_authorities_are_told_by_their_adjective(read: Read) -> None:
    report = read("وحذرت السلطات الصحية من الجرعات الكبيرة.")
    assert [source_of(report, s) for s in report.statements] == ["السلطات الصحية"]


def test_a_name_in_one_word_with_bank_is_a_firm(read: Read) -> None:
    report = read("وقال نوردلاندبنك إنه رفع الفائدة.")
    assert [(e.kind, e.name) for e in report.entities] == [("organisation", "نوردلاندبنك")]


def test_what_people_were_made_is_no_name(read: Read) -> None:
    report = read("وعين الاتحاد نديم الدقاق وبدر الجبيري منسقين للنواحي.")
    assert "بدر الجبيري" in {e.name for e in report.entities}


def test_a_second_title_and_the_name_before_what_is_praised(read: Read) -> None:
    report = read("وأشاد النائب الأول لرئيس مجلس الشعب، رئيس لجنة العلاقات الدكتور نديم الدقاق بالموقف.")
    assert [source_of(report, s) for s in report.statements] == ["نديم الدقاق"]
