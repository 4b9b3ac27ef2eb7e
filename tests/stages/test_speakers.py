"""Who speaks, where grammar and not a list decides: each case with the reading that must not be taken."""

import pytest

from dipcli.model import Report
from tests.stages.reports import Read, said, source_of


def speaker(report: Report, content: str) -> str | None:
    """Name of the first source of that statement."""
    return source_of(report, said(report, content))


INTRODUCED = "وصل وزير النقل التونسي سامر النجار إلى الرباط أمس. "
TWO = "التقى وزير النقل التونسي سامر النجار نظيره المغربي حازم العلمي. "


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        pytest.param(INTRODUCED + 'وقال "النجار" إن الخط الجديد جاهز.', "الخط الجديد", "سامر النجار", id="name in quotation marks"),
        pytest.param(
            INTRODUCED + "وقال النجار إن الخط جاهز. وحث وسائل الإعلام على نقل الحقيقة كما هي.",
            "نقل الحقيقة", "سامر النجار", id="object alone after a verb that needs one",
        ),
        pytest.param(
            INTRODUCED + "وقال النجار إن الخط جاهز. وأوضح في رده على أحد أسئلة الحاضرين أن الرحلات تبدأ غدا.",
            "الرحلات تبدأ", "سامر النجار", id="genitive of a quantifier under a preposition",
        ),
        pytest.param(
            INTRODUCED + "وبالنسبة للدور الفرنسي للمنطقة قال النجار إن بلاده ترحب به.",
            "بلاده ترحب", "سامر النجار", id="topic under a preposition",
        ),
        pytest.param(
            "نفت الحكومة السودانية وجود خلاف. وقالت الخرطوم إن المباحثات مستمرة.",
            "المباحثات مستمرة", "الحكومة السودانية", id="government and capital are one",
        ),
        pytest.param(
            "التقى برلمانيون مصريون أمس في القاهرة. وقال البرلمانيون المصريون إن الاتفاق مرفوض.",
            "الاتفاق مرفوض", "برلمانيون مصريون", id="a group by its noun",
        ),
        pytest.param(
            TWO + "وقال الوزير المغربي إن الميناء جاهز.", "الميناء جاهز", "حازم العلمي", id="title and nationality of the counterpart",
        ),
        pytest.param(
            "هنأ خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز الرئيس عبدالله يامين رئيس جمهورية المالديف. "
            "وأعرب خادم الحرمين الشريفين عن أطيب التمنيات لشعب المالديف.",
            "أطيب التمنيات", "سلمان بن عبدالعزيز", id="the same title before another of its class",
        ),
        pytest.param(
            "وكان الأمير قد استقبل سمو ولي العهد الشيخ فهد بن راشد ومعالي وزير المالية سالم الهنائي. "
            "وقال معاليه إن الموازنة جاهزة.",
            "الموازنة جاهزة", "سالم الهنائي", id="an honorific of ministers is not a prince's",
        ),
        pytest.param(
            "وقال النائب الليبرالي سامر النجار إن المشروع سيسقط.", "المشروع سيسقط", "سامر النجار", id="a party's adjective before a name",
        ),
        pytest.param(
            "قال محافظ جنوب سيناء اللواء سامر النجار إن الطريق جاهز.", "الطريق جاهز", "سامر النجار", id="an office over a place",
        ),
        pytest.param(
            "وبحث النجار مع نظيره المغربي تمتين العلاقات. وقال وزير النقل التونسي سامر النجار إن الخط جاهز.",
            "الخط جاهز", "سامر النجار", id="a masdar is no name",
        ),
        pytest.param(
            INTRODUCED + "وكشف النجار أن الوزير حازم العلمي تحدث إلى المبعوث وأبلغه بأن الاتفاق قريب.",
            "الاتفاق قريب", "حازم العلمي", id="a verb to somebody of the clause that is reported",
        ),
        pytest.param(
            INTRODUCED + "وقال النجار إن الخط جاهز. وعندما سأله صحفي عن التكلفة، اعتبر أن السؤال سابق لأوانه.",
            "السؤال سابق", "سامر النجار", id="the subject of a clause of time",
        ),
        pytest.param(
            INTRODUCED + "وأقر النجار بوجود تأخير لكنه ذكر المجلس بأن الحكومة جديدة.",
            "الحكومة جديدة", "سامر النجار", id="a pronoun before the verb is its subject",
        ),
        pytest.param(
            "قال القائم بأعمال السفير المغربي حازم العلمي إن الخط جاهز.", "الخط جاهز", "حازم العلمي", id="acting",
        ),
        pytest.param(
            "تلقى الأمير فهد بن راشد اتصالا هاتفيا من الرئيس ماهر السعدي أدان فيه الهجوم على المسجد.",
            "الهجوم على المسجد", "ماهر السعدي", id="a clause about the call",
        ),
        pytest.param(
            "بدوره عبر النائب سامر النجار عن تقدير بلاده للوساطة.", "تقدير بلاده", "سامر النجار", id="a verb spelled like a preposition",
        ),
        pytest.param(
            "من جانبه قال وزير النقل التونسي سامر النجار نحن مستعدون للتعاون.", "نحن مستعدون", "سامر النجار", id="no complementiser before we",
        ),
    ],
)  # fmt: skip
def test_the_speaker(read: Read, text: str, content: str, who: str) -> None:
    assert speaker(read(text), content) == who


def test_a_masdar_after_a_nationality_is_no_person(read: Read) -> None:
    report = read("بحث وزير النقل التونسي سامر النجار مع نظيره المغربي تمتين العلاقات بين البلدين.")
    assert all("تمتين" not in e.name for e in report.entities)


def test_an_office_is_no_part_of_the_name_before_it(read: Read) -> None:
    report = read(
        "استقبل الأمير فهد بن راشد ولي العهد أمس وزير النقل التونسي سامر النجار. وقال فهد بن راشد إن بلاده ترحب به."
    )
    assert {e.name for e in report.entities if e.kind == "person"} == {"فهد بن راشد", "سامر النجار"}


def test_two_numbers_of_days_are_no_person(read: Read) -> None:
    report = read("يجتمع مستشارو الأمن الوطني يومي الـ23 والـ24 من الشهر. وقال سامر النجار إن المواعيد ثابتة.")
    assert all("يومي" not in e.name for e in report.entities)


@pytest.mark.parametrize(
    "text",
    [
        "ردت المحكمة على طلب موريتانيا تعيين قاض لها.",
        "سلم السفيران رسميا طلب الانضمام إلى الحلف.",
        "وكان طلب إيران المدعوم من جهات عدة موضع خلاف.",
    ],
)
def test_a_noun_spelled_like_a_verb_reports_nothing(read: Read, text: str) -> None:
    assert not [s for s in read(text).statements if s.cue and s.cue.lemma == "طلب"]


def test_a_letter_like_the_one_before_goes_to_the_same_recipient(read: Read) -> None:
    report = read(
        "بعث الملك ناصر بن راشد برقية تهنئة إلى الرئيس ماهر السعدي بمناسبة العيد الوطني. "
        "كما بعث ولي العهد الأمير فهد بن راشد برقية مماثلة."
    )
    names = {e.id: e.name for e in report.entities}
    letters = {(names[m.from_[0]], names[m.to[0]]) for m in report.messages}
    assert letters == {("ناصر بن راشد", "ماهر السعدي"), ("فهد بن راشد", "ماهر السعدي")}


def test_a_noun_phrase_ends_where_the_narrator_goes_on(read: Read) -> None:
    report = read("هنأ الملك ناصر بن راشد الرئيس ماهر السعدي بذكرى الاستقلال، وتبادل معه الرأي حول الملاحة.")
    text = report.article.text
    contents = [text[c.start : c.end] for s in report.statements for c in s.content]
    assert "بذكرى الاستقلال" in contents


def test_an_agency_that_passes_on_what_a_speaker_said_is_no_source(read: Read) -> None:
    report = read("قال وزير النقل التونسي سامر النجار إن الخط جاهز، وفق ما نقلته وكالة رويترز.")
    assert [speaker(report, "الخط جاهز")] == ["سامر النجار"]
    assert len(report.statements) == 1


def test_a_body_that_alone_vouches_is_the_source(read: Read) -> None:
    report = read("ارتفع عدد القتلى إلى خمسين شخصا، وفق وكالة رويترز.")
    assert speaker(report, "ارتفع عدد القتلى") == "وكالة رويترز"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قالت وزيرة الصيد والموانئ نجلاء نويرة إن الرسوم الجديدة مؤقتة.", "نجلاء نويرة"),
        ("يقيم المصرف في بغداد. وقال مديره العام الأسبق عبد الهادي صادق إن الأرصدة قليلة.", "عبد الهادي صادق"),
        ("قال القيادي في ائتلاف القوى الوطنية سامر العمري إن الحل قريب.", "سامر العمري"),
        ("وقال فرحان حق الناطق باسم الأمم المتحدة إن الهدنة صامدة.", "فرحان حق"),
    ],
)
def test_where_a_name_begins(read: Read, text: str, name: str) -> None:
    assert name in {e.name for e in read(text).entities}


@pytest.mark.parametrize(
    ("text", "not_a_name"),
    [
        ("وصل حاكم ولاية نيو جيرسي إلى العاصمة. وقال إن الزيارة قصيرة.", "نيو جيرسي"),
        ("دعا الرئيس إلى فتح خط جوي مباشر بين البلدين. وقال الرئيس إن الخط مهم.", "جوي مباشر"),
        ("أقام الجيش سياجا أمنيا حول المدينة. وقال الجيش إن السياج مؤقت.", "سياجا أمنيا"),
        (
            "دان الرئيس الروسي فلاديمير بوتين الهجوم. وقال الرئيس الروسي فلاديمير بوتين دان الهجوم.",
            "فلاديمير بوتين دان",
        ),
    ],
)
def test_what_is_no_name(read: Read, text: str, not_a_name: str) -> None:
    assert not_a_name not in {e.name for e in read(text).entities}


def test_a_first_syllable_that_is_spelled_like_a_particle(read: Read) -> None:
    text = "وذكر الوزير الكوري الجنوبي ها جين-سوك أن المصنع مفتوح."
    (entity,) = read(text).entities
    assert (entity.name, entity.country) == ("ها جين-سوك", "KR")


def test_a_title_after_the_day_of_the_week(read: Read) -> None:
    text = "وصل اليوم الخميس الرئيس الغاني كوامي نانا إلى تونس."
    entity = next(e for e in read(text).entities if e.name == "كوامي نانا")
    assert (entity.office, entity.country) == ("الرئيس", "GH")


def test_a_name_that_several_countries_share_and_which_of_them(read: Read) -> None:
    text = "زار وزير الخارجية المغربي سامي الخطيب لاهاي. واعتبرت المملكة الهولندية أن الخطة جدية."
    report = read(text)
    (source,) = report.statements[0].sources
    assert next(e.country for e in report.entities if e.id == source.entity) == "NL"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وأعرب سموه الكريم عن شكره.", ["سموه"]),
        ("وأدلى الوزير بتصريح إعلامي مقتضب عقب لقائه نظيره الإيطالي.", ["الوزير", "نظيره الإيطالي"]),
        ("وعملت فرنسا كوسيط متكتم بين الجانبين.", []),
        ("قال الوزير ردا على سؤال إن الحوار مستمر.", ["الوزير"]),
    ],
)
def test_an_adjective_behind_a_form_of_address_is_no_name(read: Read, text: str, names: list[str]) -> None:
    assert [e.name for e in read(text).entities if e.kind == "person"] == names


def test_a_headline_behind_its_section_has_its_subject_before_the_verb(read: Read) -> None:
    text = "شؤون دولية / الملك ناصر بن راشد يهنئ الرئيس التونسي ماهر السعدي بذكرى الاستقلال\n\nالرباط 12 مارس 2021"
    report = read(text)
    (statement,) = report.statements
    assert source_of(report, statement) == "ناصر بن راشد"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A country before the verb that does not agree with it is no topic.
        (
            "وصل الوزير الغاني كوامي نانا إلى برلين. وبخصوص انضمام السويد وفنلندا، قال نانا إنه تحدث مع الجميع.",
            "كوامي نانا",
        ),
        ("وأكد البيان الرئاسي الغاني أن الزيارة ناجحة.", "البيان الرئاسي الغاني"),
    ],
)
def test_the_subject_behind_the_verb(read: Read, text: str, source: str) -> None:
    report = read(text)
    (statement,) = report.statements
    assert source_of(report, statement) == source


@pytest.mark.parametrize(("text", "name"), [
    ("وقالت المتحدثة لبنى العلي إن الوزيرة هناء الدقاق ترى أن الجسر ضرورة، وتأمل أن يبدأ العمل.", "هناء الدقاق"),
    ("وتقول المتحدثة لبنى العلي إن الوزيرة هناء الدقاق ترى أن الجسر ضرورة، وتضيف أن العمل بدأ.", "لبنى العلي"),
])  # fmt: skip
def test_a_second_verb_of_the_present_goes_on_the_one_inside_what_was_said(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert source_of(report, report.statements[-1]) == name


def test_who_is_asked_speaks_next(read: Read) -> None:
    report = read(
        "قال الرئيس سامي العمري إن الجسر جاهز.\nوسألته صحيفة الأفق عما إذا كان النفق سيفتح قريبا، فقال إن الموعد قريب."
        " ولفت إلى أن العمل مستمر."
    )
    assert [source_of(report, s) for s in report.statements[2:]] == ["سامي العمري"] * 2
    (asked,) = report.statements[1].addressees
    assert asked.entity == report.statements[0].sources[0].entity


SAID = "قال وزير النقل التونسي سامر النجار إن الخط جاهز. "


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        pytest.param(
            SAID + "وتدير شركة نورفيك للشحن مرافق في الصين وأوروبا، وتقول إن لديها مئة عميل.",
            "لديها مئة", "شركة نورفيك", id="a noun behind a verb that is no report",
        ),
        pytest.param(
            SAID + "وكان داسوكا اجتمع مع اللاعبين قبل الحصة وطالبهم بمضاعفة الجهود.",
            "مضاعفة الجهود", "داسوكا", id="an unknown name behind kana",
        ),
        pytest.param(
            SAID + "وتعكف الوزارة على فصل المحررين وكتاب العدل والمسجلين، مشيرة إلى أن العمل مستمر.",
            "العمل مستمر", "الوزارة", id="those of a list under a preposition do not speak",
        ),
        pytest.param(
            SAID + "وردا على سؤال عن تعيين رئيس للجنة الطرق، قال: سيعين رئيس قريبا.",
            "سيعين رئيس", "سامر النجار", id="nobody of the question speaks",
        ),
        pytest.param(
            SAID + "واستمر تنظيم «داعش» في نشر التسجيلات، وهدد بقطع الطرق.",
            "بقطع الطرق", "داعش", id="the name of the body of which the noun tells",
        ),
        pytest.param(
            SAID + "أما المعارضة التونسية، فتقول إنها ستراقب الأشغال.",
            "ستراقب الأشغال", "المعارضة التونسية", id="a topic that no table knows",
        ),
        pytest.param(
            SAID + "وأشادت وزيرة الأشغال هند العلمي بالمدير كمال الرامي الذي زار الميناء وأكد أن الرصيف سالم.",
            "الرصيف سالم", "كمال الرامي", id="the second verb of a relative clause",
        ),
        pytest.param(
            "قال المدير فهد الساري إن الحزب انقسم، وإن الأعضاء غاضبون، ومنهم النائب كمال الرامي إذ قال إن الوقت ضاع.",
            "الوقت ضاع", "كمال الرامي", id="who is named right before",
        ),
        pytest.param(
            SAID + "وقام فيه المدير كمال الرامي بجولة في الميناء، حيث قال إن الرصيف سالم.",
            "الرصيف سالم", "كمال الرامي", id="who acts in the clause before",
        ),
        pytest.param(
            "قال المتحدث سامر النجار إن العرض جيد، وهو ما رفضه الأب، مبينا أن ابنه سيسافر.",
            "ابنه سيسافر", "الأب", id="who refuses what was said",
        ),
        pytest.param(
            "أفاد المصدر بأن الوزيرين التقيا أمس، مؤكدين أن الخط جاهز.", "الخط جاهز", "الوزيرين", id="a dual is not one speaker's",
        ),
        pytest.param(
            "وفي ختام مناقشة هذه الرسالة هنأت هند العلمي، سفيرة المغرب في صوفيا، الباحث بنجاحه.",
            "بنجاحه", "هند العلمي", id="a noun of the opening phrase is no subject",
        ),
        pytest.param(
            "فيما أكد أحد المسؤولين أن القرار صدر أمس.", "القرار صدر", "أحد المسؤولين", id="one of several",
        ),
        pytest.param(
            SAID + "وتتابع منظمة العون الدولية عن كثب هذا الملف. وجاء في بيان لها: «نرحب بالاتفاق بين الطرفين».",
            "نرحب بالاتفاق", "منظمة العون الدولية", id="the paper of whom its pronoun resumes",
        ),
        pytest.param(
            "بعث الملك ناصر بن راشد برقية تعزية إلى الرئيس ماهر السعدي. وقال السعدي إن الفقيد كان أخا. "
            "ومما جاء في البرقية: «تلقينا ببالغ الأسى نبأ وفاة الفقيد».",
            "ببالغ الأسى", "ناصر بن راشد", id="the sender of the letter",
        ),
        pytest.param(
            "وأوضح بلاغ توصلت به صحيفة «الأفق» أن الطرفين بحثا الديون.", "بحثا الديون", "بلاغ", id="who receives a paper",
        ),
        pytest.param(
            "كشفت دراسة أجراها مركز الأفق للدراسات أن الأسعار ارتفعت.", "الأسعار ارتفعت", "مركز الأفق", id="who makes a study",
        ),
        pytest.param(
            "صدر أمس بيان بمناسبة زيارة الأمير فهد بن راشد إلى تونس، جاء فيه: «إن العلاقات راسخة بين البلدين».",
            "العلاقات راسخة", "بيان", id="the paper that the pronoun resumes",
        ),
        pytest.param(
            "كتب الوزير سامر النجار خطاب تهنئة جاء فيه: «يسعدني أن أهنئكم».", "يسعدني", "سامر النجار", id="a letter is its writer's",
        ),
        pytest.param(
            "قالت وزيرة النقل هند العلمي إن الخط جاهز. كما شكرت البنك الدولي على دعمه للمشروع.",
            "دعمه للمشروع", "هند العلمي", id="who is thanked does not speak",
        ),
        pytest.param(
            "قالت النائبة هند العلمي إن الخط جاهز. ونقلت صحيفة «الأفق» عن المدير سامر النجار قوله إن الجسر سينهار. "
            "وأضافت أن اللجنة ستجتمع غدا.",
            "اللجنة ستجتمع", "صحيفة «الأفق»", id="the paper that relays goes on",
        ),
        pytest.param(
            "ودفع ذلك وزير الخارجية التونسي آنذاك سامر النجار إلى وصف الاتفاق بأنه هزيمة.",
            "بأنه هزيمة", "سامر النجار", id="what is described does not speak",
        ),
        pytest.param(
            'قالت إدارة النادي إن الملف مغلق. وكانت "الرياضية" قد أشارت إلى أن الوزارة لم ترد.',
            "الوزارة لم ترد", "الرياضية", id="a paper in marks between kana and its verb",
        ),
        pytest.param(
            'أبلغ "الأفق" مسؤول في وزارة العدل أن النظام جاهز.', "النظام جاهز", "مسؤول في وزارة العدل", id="a paper that is told",
        ),
        pytest.param(
            "قال رئيس المفوضية كمال الرامي إن الحل وسط. لكن بيان قمة المناخ أصر على أن الموعد ثابت.",
            "الموعد ثابت", "بيان", id="the statement of a gathering",
        ),
        pytest.param(
            "وأشاد المدير سامر النجار بالوزير كمال الرامي الذي جلس قربه وقال له إن الخط جاهز.",
            "الخط جاهز", "سامر النجار", id="the pronoun is the antecedent's",
        ),
        pytest.param(
            'وخاطب "النجار" وزير الأشغال قائلا إن الوقت ينفد. وأعلن الوزير سامر النجار أن الخط جاهز.',
            "الخط جاهز", "سامر النجار", id="a person in marks speaks",
        ),
        pytest.param(
            "أقر المدير سامر النجار أن الأسباب كثيرة، بينما أظهر رئيس الواحة مرونة في حديثه، ووعد بأن تحل الخلافات قريبا.",
            "تحل الخلافات", "رئيس الواحة", id="a clause of its own",
        ),
        pytest.param(
            "قالت وزيرة النقل هند العلمي إن الخط جاهز. المصادر الدبلوماسية التي تحدثت إليها الصحيفة ناقشت الظروف التي ينشدها "
            "الغرب، وقالت إن الوقت ضيق.",
            "الوقت ضيق", "المصادر الدبلوماسية", id="a topic with its relative",
        ),
        pytest.param(
            SAID + "وكان أحد المواطنين قد صور الحادث بهاتفه، وقال إن الشارع مظلم.",
            "الشارع مظلم", "أحد المواطنين", id="one of several acts",
        ),
        pytest.param(
            SAID + "وتضمن المقال رأيا للرئيس السابق، واختتمه الوزير فهد الساري بقوله: «لا أدري ماذا سيحدث».",
            "ماذا سيحدث", "فهد الساري", id="the verb to which the words belong",
        ),
        pytest.param(
            "وأعلنت الوزيرة هند العلمي أن الرئيس ماهر السعدي فاز، في حين رفض منافسه النائب كمال الرامي النتيجة، معلنا عزمه الطعن فيها.",
            "عزمه الطعن", "كمال الرامي", id="a participle that agrees with the clause of its own alone",
        ),
        pytest.param(
            "قال الوزير سامر النجار إن الخط جاهز، فيما يواصل الجيش عملياته في الشمال، وشدد على أن المعبر مفتوح.",
            "المعبر مفتوح", "سامر النجار", id="a present clause in between",
        ),
        pytest.param(
            "وقال البيت الأبيض إن الوزير كمال الرامي عرض دعما للتحقيق، وندد بمقتل الصحفي.",
            "بمقتل الصحفي", "كمال الرامي", id="who judges in a body's report",
        ),
        pytest.param(
            "وقال البيت الأبيض إن الوزير كمال الرامي عرض دعما للتحقيق، وأكد أن الملف مفتوح.",
            "الملف مفتوح", "البيت الأبيض", id="who affirms goes on",
        ),
        pytest.param(
            SAID + "ووجه الأمير رسالة إلى الرئيس ماهر السعدي، والفريق أول كمال الرامي القائد العام قائلا إن الذكرى عزيزة.",
            "الذكرى عزيزة", "الأمير", id="one more of those under a preposition",
        ),
        pytest.param(
            "نشرت الصحف مقالا لوزير الخارجية التونسي سامر النجار بعنوان «الجار»، يحث فيه دول الخليج على العمل مع تونس.",
            "العمل مع تونس", "سامر النجار", id="who has written what the pronoun resumes",
        ),
        pytest.param(
            "ونقل سامر النجار، وهو شقيق أحد الركاب، عن موظفة في الشركة قولها إن القائمة لن تنشر اليوم.",
            "القائمة لن تنشر", "موظفة", id="an actor without a name who is relayed",
        ),
        pytest.param(
            "أجابت الوزيرة هند العلمي بأن الحكومة ستجتمع، فيما اكتفى الوزير كمال الرامي بالقول إن موقف بلاده معروف.",
            "موقف بلاده", "كمال الرامي", id="who acts right before the words",
        ),
        pytest.param(
            "وقال المدير فهد الساري إن السد ممتلئ. لكن الوزير سامر النجار الذي زار المدينة وبارك الاتفاق تحرك أمس. "
            "وقال في خطبته إن الخط جاهز.",
            "الخط جاهز", "سامر النجار", id="the topic with a relative speaks on",
        ),
        pytest.param(
            "قال النائب كمال الرامي إن اللجنة ستجتمع. وقالت النائبة هند العلمي إن الوقت ضيق، وأضافت أن اللجنة مقسمة.",
            "اللجنة مقسمة", "هند العلمي", id="the running speaker without an actor between",
        ),
    ],
)  # fmt: skip
def test_the_speaker_whom_the_verb_leaves_out(read: Read, text: str, content: str, who: str) -> None:
    assert speaker(read(text), content) == who


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("قطر والأردن يدينان الهجوم على المسجد", "الهجوم", {"قطر", "الأردن"}),
        (
            "استقبل وزير الخارجية التونسي سامر النجار نظيره المغربي حازم العلمي. وقال النجار إن الخط جاهز. "
            "وأكد البيان المشترك أن البلدين سيفتحان خطا جديدا.",
            "سيفتحان خطا",
            {"سامر النجار", "حازم العلمي"},
        ),
        (
            "التقى وزير الخارجية التونسي سامر النجار نظيره المغربي حازم العلمي. وقال المتحدث كمال الرامي إن اللقاء مثمر. "
            "كما تم التأكيد على مواصلة التشاور بين البلدين.",
            "مواصلة التشاور",
            {"سامر النجار", "حازم العلمي"},
        ),
    ],
)
def test_both_speak(read: Read, text: str, content: str, who: set[str]) -> None:
    report = read(text)
    names = {e.id: e.name for e in report.entities}
    assert {names[s.entity] for s in said(report, content).sources if s.entity} == who


def test_the_state_of_a_place_does_not_speak_in_a_paper_named_for_it(read: Read) -> None:
    report = read("وأوضح إعلان القاهرة أن الطرفين يتعاونان.")
    assert source_of(report, said(report, "الطرفين يتعاونان")) == "إعلان"
    assert (
        source_of(
            read("وأوضحت القاهرة أن الطرفين يتعاونان."), said(read("وأوضحت القاهرة أن الطرفين يتعاونان."), "الطرفين")
        )
        == "القاهرة"
    )


def test_all_who_are_thanked_are_spoken_to(read: Read) -> None:
    report = read(SAID + "كما شكر رئيس الإقليم وشعب الإقليم لاستقبالهم النازحين.")
    assert source_of(report, said(report, "النازحين")) == "سامر النجار"


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        pytest.param(
            "أقر مجلس الأمن أمس قرارا بشأن الممرات البحرية. وقال وزير النقل التونسي سامر النجار إن بلاده ترحب به. "
            "ويطالب القرار بفتح الموانئ.",
            "بفتح الموانئ", "مجلس الأمن", id="a resolution is of the body that passed it",
        ),
        pytest.param(
            "أقر مجلس الأمن أمس قرارا. وقال وزير النقل التونسي سامر النجار في بيان إن الميناء جاهز. وأكد البيان أن الرحلات تبدأ غدا.",
            "الرحلات تبدأ", "سامر النجار", id="a statement is of him who gave it",
        ),
        pytest.param(
            "أعلنت وزارة النقل التونسية أن تركيا تدين الإضراب، كما تدعو إلى افتتاح الخط قريبا.",
            "افتتاح الخط", "تركيا", id="likewise in the present: of whom is told",
        ),
        pytest.param(
            "أعلنت وزارة النقل التونسية أن تركيا تدين الإضراب، كما دعت إلى افتتاح الخط قريبا.",
            "افتتاح الخط", "وزارة النقل التونسية", id="likewise in the past: who reports",
        ),
        pytest.param(
            INTRODUCED + "وقال النجار إن المدير يمضي معظم وقته في الميناء، لكنه نفى أن يكون الخط متوقفا.",
            "يكون الخط", "سامر النجار", id="the pronoun of but is the subject",
        ),
        pytest.param(
            "وكان شباب البلدة قد نشروا عريضة الشهر الماضي، أعلنوا فيها رفض المشروع.",
            "رفض المشروع", "شباب البلدة", id="a broken plural of people acts in the plural",
        ),
        pytest.param(
            'ونسبت وكالة رويترز إلى دبلوماسي تونسي، طلب عدم ذكر اسمه، قوله: "السد ممتلئ".',
            "السد ممتلئ", "دبلوماسي تونسي", id="to whom the words are ascribed",
        ),
        pytest.param(
            "ورأت وزارة النقل التونسية أن الأمر واضح، مطالبة شركة الملاحة بإعادة الرسوم.",
            "بإعادة الرسوم", "وزارة النقل التونسية", id="a participle spelled like a verbal noun goes on the feminine verb",
        ),
        pytest.param(
            "ورأى المدير سامر النجار أن الأمر واضح، ورفض مطالبة تونس بإعادة الرسوم.",
            "بإعادة الرسوم", "تونس", id="the verbal noun with its speaker",
        ),
        pytest.param(
            "وفور صدور بيان وزراء خارجية الاتحاد الأوروبي، أدان وزير النقل التونسي سامر النجار الإضراب.",
            "الإضراب", "سامر النجار", id="whose statement came first is not the topic",
        ),
        pytest.param(
            "ولفت المدير سامر النجار إلى أن الإدارة التونسية أبلغته أنها راضية وأنها قالت «لن نؤجل الموعد».",
            "لن نؤجل", "الإدارة التونسية", id="a second clause with the pronoun of whom is told",
        ),
        pytest.param(
            "ودافعت وزارة النقل التونسية في بيان لها عن خططها. وقال المتحدث باسم الوزارة سامر النجار إن الأمر واضح. "
            "وتابع البيان أن الرسوم عادلة. وذكر أن الموانئ مفتوحة.",
            "الموانئ مفتوحة", "سامر النجار", id="what a document goes on to say",
        ),
        pytest.param(
            "نشرت وزارة النقل التونسية بيانا أمس. واتهم البيان صراحة شركة الملاحة بإخفاء الأرقام.",
            "شركة الملاحة", "وزارة النقل التونسية", id="the object behind a definite document is no issuer",
        ),
        pytest.param(
            "ذكر بيان لوزارة النقل المغربية أن الخط نهائي. كما قررت تونس إغلاق الميناء. وأوضح بيان بثته وكالة الأنباء التونسية أن القرار مؤقت.",
            "القرار مؤقت", "تونس", id="who acted before a statement that an agency only spread",
        ),
        pytest.param(
            "وبدورها قررت الحكومة اليمنية إغلاق المعبر واتهمت المهربين بتخريبه.",
            "المهربين", "الحكومة اليمنية", id="a feminine word for a masculine state",
        ),
        pytest.param(
            "وبشأن الملف مع (تونس) الذي طال بحثه، لم تنشر مصادر ليبية موعدا، وأبدت خشيتها من التأجيل.",
            "خشيتها من التأجيل", "مصادر ليبية", id="a state in brackets under a preposition",
        ),
        pytest.param("وقال عريقات إن الموعد قريب.", "الموعد قريب", "عريقات", id="a name alone before the clause"),
        pytest.param(
            "وقال سامر النجار إن الموعد قريب. وأكد صراحة أن الخط جاهز.", "الخط جاهز", "سامر النجار", id="an adverb before the clause",
        ),
        pytest.param(
            "وكان مدير المصنع سامر النجار هدد بالإغلاق، ودعا المضربين إلى أن يعودوا غدا.",
            "يعودوا غدا", "سامر النجار", id="no nominative in ين",
        ),
        pytest.param("ودعا المضربون إلى لقاء عاجل.", "لقاء عاجل", "المضربون", id="the nominative in ون"),
        pytest.param(
            "أشارت المفوضية العليا لشؤون اللاجئين إلى نقص الخيام. وذكرت المفوضية أن الشتاء قريب.",
            "الشتاء قريب", "المفوضية العليا لشؤون اللاجئين", id="the head alone resumes the body",
        ),
        pytest.param(
            "قال مراقبون إن الطريق طويل. ودعا وزير النقل التونسي سامر النجار إلى الصبر. وأكد هؤلاء أن الموسم مضمون.",
            "الموسم مضمون", "مراقبون", id="these are the group that spoke before",
        ),
        pytest.param("لفت سامر النجار نظر الحكومة إلى خطر الفيضان.", "خطر الفيضان", "سامر النجار", id="whose attention is drawn"),
        pytest.param("لكن حماس قالت إن المعبر مفتوح.", "المعبر مفتوح", "حماس", id="a movement by a common word"),
        pytest.param(
            "وقال سامر النجار إن حماس الجماهير كبير.", "حماس الجماهير", "سامر النجار", id="the common word",
        ),
        pytest.param(
            "توقفت الحركة في المرفأ أمس حسب لجان المتابعة المحلية.", "توقفت الحركة", "لجان المتابعة المحلية", id="committees",
        ),
    ],
)  # fmt: skip
def test_who_passes_goes_on_and_acts(read: Read, text: str, content: str, who: str) -> None:
    assert speaker(read(text), content) == who


def test_states_that_spoke_together(read: Read) -> None:
    report = read(
        "أدانت تونس وليبيا والجزائر الهجوم. وأكدت الدول الثلاث أن الحدود ستبقى مفتوحة. وأكدت الدول العربية أن الاتفاق قائم."
    )
    names = {e.id: e.name for e in report.entities}
    assert [names[x.entity or ""] for x in said(report, "الحدود ستبقى").sources] == ["تونس", "ليبيا", "الجزائر"]
    assert [names[x.entity or ""] for x in said(report, "الاتفاق قائم").sources] == ["الدول العربية"]


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة أربعة شبان متهمين بالسرقة.",
        "وتحدث شهود عن غرق اثنين على الأقل خلال العاصفة.",
    ],
)
def test_who_is_accused_or_counted_says_nothing(read: Read, text: str) -> None:
    assert not any(s.cue is not None and s.cue.lemma in ("اتهم", "أثنى") for s in read(text).statements)


def test_who_accuses_speaks(read: Read) -> None:
    report = read("قال نواب المعارضة إن الميزانية ناقصة، متهمين الوزير سامر النجار بالتقصير.")
    assert "اتهم" in {s.cue.lemma for s in report.statements if s.cue is not None}


@pytest.mark.parametrize(("told", "source"), [
    ("وتابعت مبتسمة إن الصيف قريب.", "سلمى النجار"),
    ("وتابعت ضاحكة: «الصيف قريب».", "سلمى النجار"),
    ("وقالت متظاهرة غاضبة إن الصيف قريب.", "متظاهرة غاضبة"),
])  # fmt: skip
def test_how_somebody_speaks_is_nobody(read: Read, told: str, source: str) -> None:
    report = read(f"قالت السفيرة سلمى النجار إن الوفد وصل. {told}")
    assert source_of(report, said(report, "الصيف قريب")) == source


@pytest.mark.parametrize(("text", "source", "to"), [
    ("كينيا بلد كبير. وأكد الرئيس الكيني سامر النجار أن بلاده تواصل حث الأردن وتونس على الحوار.", "كينيا", ["الأردن", "تونس"]),
    ("واستمر الوزير سامر النجار في حث تونس على الحوار.", "سامر النجار", ["تونس"]),
    ("وقال الوزير سامر النجار إن كينيا تواصل دعوة تونس إلى الحوار.", "كينيا", ["تونس"]),
])  # fmt: skip
def test_who_goes_on_urging_and_whom(read: Read, text: str, source: str, to: list[str]) -> None:
    report = read(text)
    statement = said(report, "الحوار")
    names = {e.id: e.name for e in report.entities}
    assert (source_of(report, statement), [names[a.entity or ""] for a in statement.addressees]) == (source, to)


@pytest.mark.parametrize(("told", "source"), [
    ("أما إسماعيل فقال إن الصيف قريب.", "إسماعيل"),
    ("أما إسماعيل، الذي وصلت بعثته أمس، فقال إن الصيف قريب.", "إسماعيل"),
    ("أما غدا فقال إن الصيف قريب.", "سامر النجار"),
    ("وأوضح بأن الصيف قريب.", "سامر النجار"),
])  # fmt: skip
def test_a_name_set_in_front_and_a_particle_that_is_no_name(read: Read, told: str, source: str) -> None:
    report = read(f"زار بان كي مون المدينة. وقال الوزير سامر النجار إن الأمر مهم. {told}")
    assert source_of(report, said(report, "الصيف قريب")) == source
