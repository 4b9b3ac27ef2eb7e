"""Who is one and who is not: where names end, who is unnamed, what a source is called a second time."""

import pytest

from tests.stages.reports import Read, said, source_of


def _names(read: Read, text: str, kind: str = "person") -> list[str]:
    return [e.name for e in read(text).entities if e.kind == kind]


@pytest.mark.parametrize(("text", "name"), [
    ("وعرض الضيف على الرئيس الأميركي أوباما مشروع السد.", "أوباما"),
    ("والتقى الزائر الرئيس جو بايدن عودة إلى الملف القديم.", "جو بايدن"),
    ("واستقبل الوفد الملك سلمان الداعمة سياسته للسلام.", "سلمان"),
    ("وقال وزير الخارجية سالم المعلوي وأطلعه على النتائج.", "سالم المعلوي"),
])  # fmt: skip
def test_a_known_name_and_a_name_end_before_other_words(read: Read, text: str, name: str) -> None:
    assert name in _names(read, text)


@pytest.mark.parametrize("text", [
    "وبلغ السعر 12 مليونا و14 مليون يورو في العام.",
    "وتعد المدينة أكبر دليل على التعافي.",
    "وبحث الجانبان فتح سفارتيهما في العاصمتين.",
    "وارتفعت الأسهم في وول ستريت أمس.",
    "وتملك الشركة زونيكس وهوربلو للساعات.",
    "وتنطلق الجولة الأولى من دوري سالم جميل غدا.",
    "ودرس الطالب بجامعة القاضي نديم سنتين.",
    "وهما شهران يشهدان تدفقا كبيرا للسياح.",
])  # fmt: skip
def test_words_that_are_nobody(read: Read, text: str) -> None:
    assert _names(read, text) == []


@pytest.mark.parametrize(("text", "name"), [
    ("وقال أكبر صالحي إن المفاوضات مستمرة.", "أكبر صالحي"),
    ("وقالت ليلى وهبي إن المعرض يفتح غدا.", "ليلى وهبي"),
    ("وأعلن سفير المملكة أحمد بن عبد العزيز قطان أن الرحلات عادت.", "أحمد بن عبد العزيز قطان"),
])  # fmt: skip
def test_names_that_look_like_words(read: Read, text: str, name: str) -> None:
    assert _names(read, text) == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("أكد مصدر في الجمارك أن الشحنة ضبطت. وأضاف المصدر أن التحقيق جار.", "مصدر في الجمارك"),
    ("وذكر مصدر بوزارة الصحة المغربية أن اللقاح وصل. وأضاف المصدر أنه آمن.", "مصدر بوزارة الصحة المغربية"),
    ("ولكن مصدرا باكستانيا قال إن الخبر صحيح. وأضاف المصدر أن الجلسة انتهت.", "مصدرا باكستانيا"),
    ("قال محللون إن الباب مفتوح. ويرى المحللون أن الوضع صعب. وتوقع بعض المحللين أن يتحسن.", "محللون"),
])  # fmt: skip
def test_an_unnamed_source_with_its_body_and_told_again(read: Read, text: str, name: str) -> None:
    report = read(text)
    assert [e.name for e in report.entities if e.kind in ("unnamed", "group")] == [name]
    assert len({s.entity for x in report.statements for s in x.sources}) == 1


def test_a_source_in_a_town_or_in_a_statement_is_not_in_a_body(read: Read) -> None:
    assert _names(read, "وقال مصدر في تصريح إن الجلسة انتهت.", "unnamed") == ["مصدر"]


def test_another_one_is_not_the_one_before(read: Read) -> None:
    text = "قال دبلوماسي إن الحل بعيد. وصرح دبلوماسي آخر بأن الحل قريب."
    assert _names(read, text, "unnamed") == ["دبلوماسي", "دبلوماسي آخر"]


def test_an_adjective_is_nobody(read: Read) -> None:
    report = read("وقال نديم سالمي إن التقارب الدبلوماسي مفيد. وطالب بتحديد المسؤول عن القتل.")
    assert [len([m for m in e.mentions if "." not in m.rule]) for e in report.entities if e.kind == "person"] == [1]


def test_known_bodies_and_countries_have_the_id_of_the_tables(read: Read) -> None:
    report = read(
        "وأعلنت الأمم المتحدة أن القافلة وصلت. وقالت طهران إنها ترحب. وذكرت وزارة الخارجية الروسية أنها تدرس."
    )
    ids = {e.id: e.known for e in report.entities}
    assert ids == {"un": True, "iran": True, "ministry-foreign-affairs-ru": True}


@pytest.mark.parametrize(("text", "name", "office"), [
    ("أكد المشرف العام على إدارة الكرة بالنادي الأزرق مازن دفتري أن الملف أغلق.", "مازن دفتري",
     "المشرف العام على إدارة الكرة بالنادي الأزرق"),
    ("وأكد عمدة هذه المقاطعة أوليه سينغوفين أن القوات تقدمت.", "أوليه سينغوفين", "عمدة هذه المقاطعة"),
    ("وقال رئيس مجلس النواب، الجمهوري جون بارنز تعهده قديم.", "جون بارنز", "رئيس مجلس النواب"),
])  # fmt: skip
def test_an_office_with_what_it_is_over(read: Read, text: str, name: str, office: str) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


@pytest.mark.parametrize("text", [
    "وقال نادر الحداد، مستشار الرئيس النيجيري محمدو بخاري، إن الخط مهم.",
    "وقال مستشار الرئيس النيجيري محمدو بخاري إن الخط مهم.",
])  # fmt: skip
def test_the_name_behind_an_adviser_may_be_the_presidents(read: Read, text: str) -> None:
    report = read(text)
    offices = {e.id: e.office for e in report.entities if e.kind == "person"}
    assert offices["muhammadu-buhari"] == "الرئيس"
    assert report.statements[0].sources[0].entity != "muhammadu-buhari"


def test_an_adviser_with_a_name_of_his_own_keeps_it(read: Read) -> None:
    report = read("وقال مستشار الرئيس النيجيري سالم كوفاندي إن الخط مهم.")
    assert [(e.name, e.office) for e in report.entities if e.kind == "person"] == [("سالم كوفاندي", "مستشار الرئيس")]


def test_a_surname_and_what_its_bearer_speaks_of(read: Read) -> None:
    report = read("وأكد سامي روغوفين أن المدينة هادئة. وأكد روغوفين عودة الكهرباء إلى الأحياء.")
    assert [e.name for e in report.entities if e.kind == "person"] == ["سامي روغوفين"]


def test_who_is_called_by_a_word_that_also_is_a_body(read: Read) -> None:
    report = read("وقال رئيس جنوب السودان سلفا كير ميارديت إن السلام قريب. وقال كير إن الحرب انتهت.")
    assert {s.sources[0].entity for s in report.statements} == {"salva-kiir"}
    assert _names(read, "وقالت منظمة كير إن القافلة وصلت.", "organisation")


def test_the_official_is_who_was_told_last(read: Read) -> None:
    report = read(
        "وقال الوزير لوران سابين إن الاتفاق قوي. وقال دبلوماسي غربي كبير إن الآلية تكفي. وقال المسؤول إن الطموح كبير."
    )
    assert report.statements[1].sources[0].entity == report.statements[2].sources[0].entity


@pytest.mark.parametrize(("text", "ids"), [
    ("وقال الجيش إن القوات انسحبت. وأعلنت أوكرانيا أنها انتصرت. وقال الجيش الأوكراني إن القتال توقف.", ["ukrainian-army"]),
    ("قال مجلس النواب اللبناني إن القانون أقر. وقال مجلس النواب إن الجلسة انتهت.", ["lebanon-parliament"]),
    ("وقال مجلس النواب إن الجلسة انتهت.", ["house-representatives"]),
    ("وأكدت الرئاسة الفرنسية أن الاتصال جرى. وقال قصر الإليزيه إن الحل قريب.", ["french-presidency"]),
])  # fmt: skip
def test_bodies_that_many_states_have(read: Read, text: str, ids: list[str]) -> None:
    assert [e.id for e in read(text).entities if e.kind == "organisation"] == ids


def test_a_court_without_its_state_is_the_one_told_last(read: Read) -> None:
    text = "قالت المحكمة العليا المصرية إن الحكم نهائي. وقالت المحكمة العليا الهندية إن الحكم قديم. وقالت المحكمة العليا إن الجلسة مغلقة."
    assert _names(read, text, "organisation") == ["المحكمة العليا المصرية", "المحكمة العليا الهندية"]


def test_a_statement_stands_for_who_issued_it(read: Read) -> None:
    report = read(
        "وأفاد بيان للرئاسة الكينية أن الخط مهم. وأضاف البيان أن الرئيس كينياتا زار الميناء. وأضاف أن العمل بدأ."
    )
    assert [s.sources[0].entity for s in report.statements] == ["presidency-republic-ke"] * 3


def test_two_sources_of_one_nationality(read: Read) -> None:
    assert _names(read, "قال مصدران أمنيان أمريكيان إن القائد زار المدينة.", "unnamed") == ["مصدران أمنيان أمريكيان"]


@pytest.mark.parametrize(("text", "name", "office"), [
    ("وقال الأمين العام لحزب العمال سالم جميل إن الاتفاق قريب.", "سالم جميل", "الأمين العام لحزب العمال"),
    ("وقالت أم سالم إن البيت احترق.", "أم سالم", None),
    ("سامي الحلبي قال إن الحل قريب.", "سامي الحلبي", None),
    ("ووجه الوزير سامي الحلبي تحذيرا من عواقب التأخير.", "سامي الحلبي", "الوزير"),
    ("وزار باراك اوباما كينيا أمس.", "باراك اوباما", None),
])  # fmt: skip
def test_a_party_a_mother_a_topic_and_a_country(read: Read, text: str, name: str, office: str | None) -> None:
    assert [(e.name, e.office) for e in read(text).entities if e.kind == "person"] == [(name, office)]


def test_or_is_no_mother(read: Read) -> None:
    assert _names(read, "وسألت هل يصل سالم غدا أم سامي بعده.") == []


@pytest.mark.parametrize(("text", "name", "office", "country"), [
    ("وأعلن الفرنسي ميشال دوبريه أن الخزانة فارغة.", "ميشال دوبريه", None, "FR"),
    ("وقال الأمين العام لحلف شمال الأطلسي (ناتو) لارس هوفنستد إن الحلف قوي.", "لارس هوفنستد",
     "الأمين العام لحلف شمال الأطلسي", None),
    ("وأكد الرئيس نادر المعيني رئيس الجمهورية اليمنية أن الحل قريب.", "نادر المعيني", "الرئيس", "YE"),
    ("وقال وزير الخزانة الأمريكي جاك لو إن الاتفاق جيد.", "جاك لو", "وزير الخزانة", "US"),
])  # fmt: skip
def test_a_nationality_a_bracket_an_office_told_twice(
    read: Read, text: str, name: str, office: str | None, country: str | None
) -> None:
    told = [(e.name, e.office, e.country) for e in read(text).entities if e.kind == "person"]
    assert told == [(name, office, country)]


def test_two_presidents_and_their_states(read: Read) -> None:
    report = read("والتقى الرئيسان الكيني سالم العمري والتشادي ماهر السعدي. وقال الرئيسان إن الحدود آمنة.")
    assert {(e.name, e.country) for e in report.entities if e.name and e.kind == "person"} >= {
        ("سالم العمري", "KE"), ("ماهر السعدي", "TD"),
    }  # fmt: skip


def test_a_nationality_behind_a_noun_is_an_adjective(read: Read) -> None:
    report = read("وقال الوزير إن السوق الفرنسي سالم جميل المنظر.")
    assert "FR" not in [e.country for e in report.entities if e.kind == "person"]


def test_a_spokesman_and_the_minister_behind_him(read: Read) -> None:
    report = read("وأكد متحدث باسم وزير الخارجية النمساوي سيباستيان كورتس أن المناورات انتهت.")
    assert {(e.name, e.office) for e in report.entities} == {
        ("سيباستيان كورتس", "وزير الخارجية"), ("متحدث باسم وزير الخارجية النمساوي", None),
    }  # fmt: skip


def test_a_participle_behind_a_known_name(read: Read) -> None:
    assert _names(read, "وعزل الرئيس السابق محمد مرسي المنتمي لجماعة صغيرة.") == ["محمد مرسي"]


def test_the_surname_of_somebody_else_behind_a_known_name(read: Read) -> None:
    text = "وقال سالم كوران إن العيد قريب. وهنأ الرئيس الصيني هو جين تاو كوران بالعيد."
    assert set(_names(read, text)) == {"سالم كوران", "هو جين تاو"}


def test_the_president_elect_is_not_the_king(read: Read) -> None:
    report = read("وهنأ الملك سالم الحسني الرئيس المنتخب جوكو سابين. وقال الرئيس المنتخب إن الطريق طويل.")
    assert report.statements[-1].sources[0].entity == next(e.id for e in report.entities if e.name == "جوكو سابين")


def test_a_ministry_without_its_state_is_the_one_before(read: Read) -> None:
    report = read(
        "وقالت وزارة الخارجية الأميركية إن الحوار مفيد. وذكرت وزارة الخارجية أن الموعد قريب. وردت وزارة الخارجية الروسية بأنها ترحب."
    )
    said = [s.sources[0].entity for s in report.statements]
    assert said[0] == said[1] != said[2]


def test_a_name_that_begins_like_a_verb_with_fa(read: Read) -> None:
    assert "فيصل بن تركي" in _names(read, "وقالت الكاتبة إنها شكرت فيصل بن تركي على المنحة.")


def test_who_is_named_behind_what_he_is(read: Read) -> None:
    report = read("وأكد ضيف المدينة الرئيس الجزائري نادر المعيني أن الطريق مفتوح. وقال المعيني إن العمل بدأ.")
    assert [e.name for e in report.entities if e.kind == "person"] == ["نادر المعيني"]
    assert len({s.sources[0].entity for s in report.statements}) == 1


def test_the_brother_of_the_president_is_another(read: Read) -> None:
    report = read("وقال شقيق الرئيس سالم الملحمي إن العمل نافع.")
    assert report.statements[0].sources[0].entity != next(e.id for e in report.entities if e.kind == "person")


def test_how_many_with_those_who_are_counted(read: Read) -> None:
    assert _names(read, "وأعرب عديد من الشركات الغربية عن اهتمامه بالسوق.", "group") == ["عديد من الشركات الغربية"]


def test_a_month_and_verbs_of_many_are_nobody(read: Read) -> None:
    assert _names(read, "وبعد شهر رمضان المبارك يلعبن دورا كبيرا.") == []
    assert _names(read, "وقال رمضان شلحي إن الصوم نافع.") == ["رمضان شلحي"]


def test_a_bodys_head_after_its_name(read: Read) -> None:
    text = "وقالت المفوضية الأوروبية إن الخطة جاهزة. وأضافت المفوضية أن العمل بدأ."
    assert [e.id for e in read(text).entities] == ["eu-commission"]


@pytest.mark.parametrize(("text", "names"), [
    ("وأوضح سالم الملحمي تفاعلا مع الدعوات أن الملف مفتوح.", ["سالم الملحمي"]),
    ("ونقل السفير إلى الشيخ محمد بن زايد التعازي.", ["محمد بن زايد", "السفير"]),
    ("وقال إن خاطفيه سيعدمونه غدا.", []),
    ("وقصفت القوات ويلمانا وكورسانا وبيلدانا.", []),
    ("ويحتاج العمل إلى تحسين جودة الهواء.", []),
    ("وترحم على المغفور له بإذن الله تعالى أمس.", []),
])  # fmt: skip
def test_what_stands_behind_or_looks_like_a_name(read: Read, text: str, names: list[str]) -> None:
    assert {e.name for e in read(text).entities if e.kind == "person"} <= set(names)
    assert names[:1] == _names(read, text)[:1]


def test_a_surname_before_an_adjective_of_something_else(read: Read) -> None:
    text = "وأكد سامي روغوفين أن المدينة هادئة. وحضر حلقة روغوفين الختامية جمهور كبير."
    assert _names(read, text) == ["سامي روغوفين"]


def test_a_coalition_of_another_country(read: Read) -> None:
    report = read("وأعلنت قوات التحالف التزامها بالهدنة التي طلبها الرئيس اليمني. وقالت قوات التحالف إنها ثابتة.")
    assert "coalition-forces-iraq" not in [e.id for e in report.entities]


def test_a_surname_of_the_article_is_no_country_in_it(read: Read) -> None:
    report = read("قال الرئيس رافاييل كوريا إن الجسر جاهز. وأكد كوريا أن العمل مستمر.")
    assert {source_of(report, s) for s in report.statements} == {"رافاييل كوريا"}
    assert [e.kind for e in report.entities] == ["person"]


@pytest.mark.parametrize(("text", "words", "source"), [
    ("وأكد الجانب التركي أن المحادثات ستستأنف. وقال وزير الصحة إن تركيا ملتزمة.", "المحادثات ستستأنف", ["turkey"]),
    ("وقال الوزير الكيني سالم جميل إن الأمر انتهى. وأضاف الجانب الكيني أنه مستعد.", "أنه مستعد", ["kenya"]),
    ("وأكد الجانب الآخر أن المحادثات ستستأنف.", "المحادثات ستستأنف", ["aljanb-alakhr"]),
    ("زار وفد من كينيا الأردن. وأكد الجانبان الكيني والأردني أن الخط سيفتح.", "الخط سيفتح", ["kenya", "jordan"]),
    (
        "التقى وزير الصحة الكيني سامح جميل نظيره الأردني فؤاد النجار. وقال المتحدث باسم الخارجية الأردنية أحمد الحلبي إن اللقاء "
        "مهم. وأكد الجانبان الكيني والأردني أن الخط سيفتح.",
        "الخط سيفتح", ["samh-jmyl", "fwad-alnjar"],
    ),
    (
        "وقال المتحدث باسم الخارجية الكينية أحمد الحلبي إن اللقاء مهم. وأكد الجانبان الكيني والأردني أن الخط سيفتح.",
        "الخط سيفتح", ["aljanban-alkyny-walardny"],
    ),
])  # fmt: skip
def test_a_side_is_its_state_and_two_are_those_of_one_office(
    read: Read, text: str, words: str, source: list[str]
) -> None:
    assert [s.entity for s in said(read(text), words).sources] == source


@pytest.mark.parametrize(("text", "name", "office"), [
    ('وقال وزير الصحة "سامر النجار" إن الأمر مهم.', "سامر النجار", "وزير الصحة"),
    ("وقال رئيس نادي الهواة «سامر النجار» إن الأمر مهم.", "سامر النجار", "رئيس نادي الهواة"),
    ("وأكد الأمير تركي النجار أن الأمر مهم.", "تركي النجار", "الأمير"),
])  # fmt: skip
def test_a_name_in_marks_and_a_given_name_that_is_a_nationality(read: Read, text: str, name: str, office: str) -> None:
    (person,) = (e for e in read(text).entities if e.kind == "person")
    assert (person.name, person.office, person.country) == (name, office, None)


@pytest.mark.parametrize(("text", "sources"), [
    ("وقال مراسل القناة في نيروبي، سامر النجار، إن الوفد وصل.", ["samr-alnjar"]),
    ("وتتهم السعودية، والبحرين، ومصر، الحكومة الكينية بعرقلة الحوار.", ["saudi-arabia", "bahrain", "egypt"]),
    ("قال الوزير سامر النجار إن الوفد وصل. وقال ردا على سؤال عما إذا كانت السعودية مستعدة للعمل، إن الأمر مهم.", ["samr-alnjar"]),
    ("قالت الوزيرة سلمى النجار إن الوفد وصل. وقالت مخاطبة جمعا من الطلاب إن الأمر مهم.", ["slmy-alnjar"]),
])  # fmt: skip
def test_who_speaks_between_commas_and_who_does_not(read: Read, text: str, sources: list[str]) -> None:
    assert [s.entity for s in read(text).statements[-1].sources] == sources


def test_a_meeting_is_no_part_of_the_name_of_who_holds_it(read: Read) -> None:
    assert _names(read, "وعقد الوزير سامر جميل لقاء مع وفد البنك أمس.") == ["سامر جميل"]
    assert _names(read, "وقالت الوزيرة لقاء النجار إن الوفد وصل.") == ["لقاء النجار"]


def test_the_source_is_who_kept_his_name(read: Read) -> None:
    report = read("وقال أحد الوسطاء إن الحركة انسحبت. وأضاف المصدر أن الحكومة باقية.")
    assert report.statements[0].sources[0].entity == report.statements[1].sources[0].entity
    report = read("وقال الوزير سامر النجار إن الحركة انسحبت. وأضاف المصدر أن الحكومة باقية.")
    assert report.statements[0].sources[0].entity != report.statements[1].sources[0].entity
