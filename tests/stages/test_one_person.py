"""Which mentions are one person or one body, and which are not."""

import pytest

from tests.stages.reports import Read, said, source_of


@pytest.mark.parametrize(("text", "bearer"), [
    ("قال رئيس هيئة ميناء المرسى سالم بوعزة إن العمل جار. وأضاف رئيس الميناء أن السفن وصلت.", "سالم بوعزة"),
    ("أمير الوادي: الحفل ناجح\n\nأكد الأمير سلطان بن ماجد أمير منطقة الوادي أن الحفل ناجح.", "سلطان بن ماجد"),
])  # fmt: skip
def test_a_title_cut_short_is_its_bearers(read: Read, text: str, bearer: str) -> None:
    report = read(text)
    assert {source_of(report, s) for s in report.statements} == {bearer}


def test_a_title_with_other_words_is_another_bearers(read: Read) -> None:
    report = read("قال رئيس هيئة ميناء المرسى سالم بوعزة إن العمل جار. وأضاف رئيس البلدية أن السفن وصلت.")
    assert source_of(report, said(report, "السفن")) == "رئيس البلدية"


def test_the_king_is_who_is_called_so(read: Read) -> None:
    text = (
        "الملك يعزي ولي العهد\n\nبعث الملك محمد السادس برقية تعزية إلى الشيخ ناصر بن خليفة آل راشد رئيس الدولة."
        " وقال الملك إن المصاب جلل."
    )
    report = read(text)
    assert source_of(report, said(report, "المصاب")) == "محمد السادس"


def test_no_title_alone_means_the_dead_beside_the_living(read: Read) -> None:
    text = "أكد الملك {} سيف بن حمود أن العهد باق. وفي عهد الملك الراحل ماجد بن حمود توسعت المدن. وأضاف الملك أن العمل مستمر."
    report = read(text.format("الحالي"))
    assert source_of(report, said(report, "العمل")) == "سيف بن حمود"
    alone = read("توسعت المدن في عهد الملك الراحل ماجد بن حمود. وقال الملك حينها إن البناء واجب.")
    assert source_of(alone, said(alone, "البناء")) == "ماجد بن حمود"


@pytest.mark.parametrize(("text", "names"), [
    ("وأشاد الأمير خالد بن سعود بالعمل. وقال الملك سعود إن الجد واجب.", {"خالد بن سعود", "سعود"}),
    ("وأثنى زايد بن سالم آل حمود على الشيخ سالم آل حمود.", {"زايد بن سالم آل حمود", "سالم آل حمود"}),
    ("قال الوزير رشيد بن خالفة إن العرض جيد. وأضاف الوزير خالفة أن البيع تم.", {"رشيد بن خالفة"}),
])  # fmt: skip
def test_a_father_is_another_man(read: Read, text: str, names: set[str]) -> None:
    assert {e.name for e in read(text).entities if e.kind == "person"} == names


def test_a_known_first_name_with_another_father(read: Read) -> None:
    report = read("قال الأمير عبدالله بن مساعد إن الدوري جيد.")
    assert [e.known for e in report.entities] == [False]
    assert [e.id for e in read("قال الملك عبدالله بن عبدالعزيز إن الحج ميسر.").entities] == ["abdullah-bin-abdulaziz"]


def test_a_family_name_with_its_link(read: Read) -> None:
    report = read("بن مسلط: الموسم ناجح\n\nأكد رئيس النادي طارق بن مسلط أن الموسم ناجح.")
    assert {source_of(report, s) for s in report.statements} == {"طارق بن مسلط"}


def test_a_first_name_with_another_family_name(read: Read) -> None:
    apart = read("قال سامي محمد العتيقي إن العرض جيد. وأوضح المصور محمد باسلوم أن البث بدأ.")
    assert len({source_of(apart, s) for s in apart.statements}) == 2
    one = read("قال الوزير محمد العتيقي إن العرض جيد. وأوضح الوزير محمد أن البث بدأ.")
    assert {source_of(one, s) for s in one.statements} == {"محمد العتيقي"}


def test_two_counterparts_have_the_office(read: Read) -> None:
    text = "اجتمع وزير الخارجية المصري سالم كريم مع نظيريه الروسي إيفان بتروف والأميركي جون دالتون."
    offices = {e.name: e.office_id for e in read(text).entities}
    assert offices == dict.fromkeys(("سالم كريم", "إيفان بتروف", "جون دالتون"), "foreign_minister")


@pytest.mark.parametrize(("text", "source"), [
    ("ارتفعت أسهم شركة المرجان للملاحة. وأوضحت الشركة أن أرباحها زادت.", "شركة المرجان للملاحة"),
    ("وتراجعت أعداد المستفيدين بحسب وزارة الشؤون البلدية. وذكرت هذه الوزارة أن العمل جار.", "وزارة الشؤون البلدية"),
    ("وقال المواطن سالم الجهني إن الشارع ضيق. وأضاف المواطن أن الحفر كثيرة.", "سالم الجهني"),
    ("ويقود الفريق المدرب المغربي كمال زروق. وقال المدرب إن الفوز قريب.", "كمال زروق"),
    ("وتروي ليلى العمراني، عمة الطفل، ما جرى. وتقول العمة إن الطفل بخير.", "ليلى العمراني"),
    (
        "قال ممثل الاتحاد الأوروبي يان ديفريس إن اللقاء مهم، وأشاد بالصحفية نادية سليم. وأضاف المسؤول الأوروبي أن الأمر صعب.",
        "يان ديفريس",
    ),
])  # fmt: skip
def test_a_noun_with_the_article_points_back(read: Read, text: str, source: str) -> None:
    report = read(text)
    assert source_of(report, report.statements[-1]) == source


def test_a_noun_with_the_article_and_nobody_before(read: Read) -> None:
    report = read(
        "وزار الوفد عمة نادية سليم. وارتفعت الأسعار. وتقول العمة إن الطفل بخير. وأوضحت الشركة أن أرباحها زادت."
    )
    assert [source_of(report, s) for s in report.statements] == ["العمة", "الشركة"]


def test_a_ministry_is_of_the_place_told_or_taken_for_granted(read: Read) -> None:
    text = "ففي قطر، أدانت وزارة الخارجية الهجوم. وفي الأردن، أكدت وزارة الخارجية رفضها له."
    assert [s.sources[0].entity for s in read(text).statements] == [
        "ministry-foreign-affairs-qa",
        "ministry-foreign-affairs-jo",
    ]
    home = "قال وزير العدل المغربي سعيد بناني إن القانون جاهز. وأوضحت وزارة الداخلية أن التطبيق قريب."
    assert read(home).statements[-1].sources[0].entity == "ministry-interior-ma"


@pytest.mark.parametrize(("text", "names"), [
    ("ويرى أحد المسؤولين أن الأمر صعب. وأكد المسؤولون أنهم عائدون.", ["أحد المسؤولين", "المسؤولون"]),
    ("وقالت إحدى الناشطات إن الوضع خطير.", ["إحدى الناشطات"]),
    ("وقام أحد وزراء الحكومة بجولة، واصفا إياها بالناجحة.", ["أحد وزراء الحكومة"]),
])  # fmt: skip
def test_one_of_many_is_not_the_many(read: Read, text: str, names: list[str]) -> None:
    report = read(text)
    assert [source_of(report, s) for s in report.statements] == names


def test_peoples_and_their_press_are_no_person(read: Read) -> None:
    text = "وصل الوزير الكيني سامي أومونغا إلى المطار. وكان الإعلام الكيني قد أشار إلى أن الزيارة مهمة."
    assert source_of(read(text), read(text).statements[-1]) == "الإعلام الكيني"
    called = read("قال الوزير الكيني سامي أومونغا إن الخبر كاذب. ودعا الإعلام الكيني إلى تحري الدقة.")
    assert {source_of(called, s) for s in called.statements} == {"سامي أومونغا"}


@pytest.mark.parametrize(("text", "source"), [
    ("الأزهر يبدي انزعاجه من القرار\n\nأعرب الأزهر عن أسفه لما جرى.", "al-azhar"),
    ("قالت منظمة أنصار السلام في بيروت (إيباس) إنها ترفض. وأكدت إيباس أنها ستعود.", "mnzmh-ansar-alslam"),
    ("وأعلنت جماعة الحوثيين أنها مستعدة. وأكد الحوثيون أنهم باقون.", "ansar-allah"),
])  # fmt: skip
def test_a_body_by_other_words_of_the_article(read: Read, text: str, source: str) -> None:
    assert {s.sources[0].entity for s in read(text).statements} == {source}


def test_who_leads_a_delegation_is_of_its_nationality(read: Read) -> None:
    text = "وفي الرياض، استقبل الأمير السعودي سلطان بن ماجد الوفد البحريني برئاسة الشيخ حمود آل راشد."
    assert {e.name: e.country for e in read(text).entities if e.kind == "person"}["حمود آل راشد"] == "BH"


@pytest.mark.parametrize(("text", "name"), [
    ("قال رئيس الصندوق المكلف بالتنمية، سامي العمري، إن العرض جيد. وأضاف أن العمل بدأ.", "سامي العمري"),
    ("وأوضح المتحدث الرسمي لهيئة الإنقاذ بالواحة عماد الزيدي أن الفرق وصلت.", "عماد الزيدي"),
    ("وقال الوزير، خلال لقائه بالعاصمة سامي العمري، إن العرض جيد.", "الوزير"),
    ("وقال الوزير إن العاصمة هادئة، سامي العمري، والمدينة.", "الوزير"),
])  # fmt: skip
def test_a_name_behind_words_of_its_title(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert {source_of(report, s) for s in report.statements} == {name}


def test_who_ruled_is_no_chief_of_staff(read: Read) -> None:
    text = "وفر الرئيس المخلوع. وقال رئيس هيئة الأركان اللواء سامر الدقاق إن القوات دفعت الخصوم للأمام وأدت مهامها."
    report = read(text)
    forms = {e.name: {report.article.text[m.span.start : m.span.end] for m in e.mentions} for e in report.entities}
    assert not any("المخلوع" in f for f in forms["سامر الدقاق"])
    assert not any("للأمام" in f for form in forms.values() for f in form)


def test_a_family_name_that_is_a_title(read: Read) -> None:
    report = read("قال الصحفي سالم المختار إن البث بدأ. وأضاف المختار أن الصورة واضحة.")
    assert {source_of(report, s) for s in report.statements} == {"سالم المختار"}


def test_a_writer_serves_no_state_that_the_article_takes_for_granted(read: Read) -> None:
    text = "قال وزير العدل المغربي سعيد بناني إن القانون جاهز في المغرب. وقال الكاتب سالم المختار إن النص جيد. وقال الوزير ماجد زروق إن العمل بدأ."
    assert {e.name: e.country for e in read(text).entities} == {
        "سعيد بناني": "MA",
        "سالم المختار": None,
        "ماجد زروق": "MA",
    }


def test_a_side_of_a_meeting_is_whom_the_text_turns_out_to_mean(read: Read) -> None:
    text = (
        "من جهة أخرى جدد ميلان فيدروف الأمين العام للعلاقات الخارجية استعداد بلاده للمساهمة في جهود الإغاثة. "
        "وعبر المسؤول الأوروبي، خلال لقائه رياض الخطيب وزير الخارجية الأردني والوفد المرافق له، عن سعادته بفتح المعابر."
    )
    report = read(text)
    names = {e.id: e.name for e in report.entities}
    sides = [{names[x] for x in (*m.from_, *m.to)} for m in report.messages]
    assert sides == [{"ميلان فيدروف", "رياض الخطيب"}]
