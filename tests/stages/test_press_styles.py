"""How papers and agencies of different countries report: who speaks and what is said, each with its counter-case."""

import pytest

from dipcli.model import Report
from tests.stages.reports import Read, said, source_of

CAME = "وصل وزير النقل التونسي سامر شكري إلى الرباط أمس. "


def rows(report: Report) -> list[tuple[str | None, str]]:
    """First source and content of each statement, in text order."""
    text = report.article.text
    return [(source_of(report, s), " … ".join(text[c.start : c.end] for c in s.content)) for s in report.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            CAME + "وكان شكري قد أشاد بالميناء الجديد.", [("سامر شكري", "بالميناء الجديد")], id="a surname that is a common word, before its verb",
        ),
        pytest.param(
            "أعلن الحزب الدستوري الحر اليوم الأربعاء أنه سيقاطع الاقتراع.", [("الحزب الدستوري الحر", "أنه سيقاطع الاقتراع")],
            id="adjectives of a body before the complementiser",
        ),
        pytest.param(
            "أدانت الوزارة الحملة على الصيادين.", [("الوزارة", "الحملة على الصيادين")], id="a definite object is no adjective",
        ),
        pytest.param(
            "أكدت ذات المصادر أن الجسر سليم.", [("المصادر", "الجسر سليم")], id="ذات before the subject",
        ),
        pytest.param(
            "وقال الخبير رامي الهادي إن الخط جاهز. وأشار وزير النقل سامر شكري إلى الكلفة. وأضاف المتحدث ذاته أن السعر مناسب.",
            [("رامي الهادي", "الخط جاهز"), ("سامر شكري", "الكلفة"), ("سامر شكري", "السعر مناسب")], id="المتحدث ذاته is the last speaker",
        ),
        pytest.param(
            "ويتهم منتقدون الرئيس رامي الهادي بتأجيل الاقتراع، في حين يؤكد الأخير أن الموعد قائم.",
            [("منتقدون", "الرئيس رامي الهادي بتأجيل الاقتراع"), ("رامي الهادي", "الموعد قائم")], id="no genitive behind ون; الأخير",
        ),
        pytest.param(
            "وارتفع عدد الرحلات، إذ أكد مدير الميناء رامي الهادي أن السفن تصل يوميا.", [("رامي الهادي", "السفن تصل يوميا")], id="إذ before a verb",
        ),
        pytest.param(
            "وأفاد مصدر ملاحي، لم يذكر اسمه، بأن المرفأ خال.", [("مصدر ملاحي", "المرفأ خال")], id="a source without a name",
        ),
        pytest.param(
            "ووصلت السفينة الأولى إلى الميناء، على ما ذكر مصدر في الشرطة.", [("مصدر في الشرطة", "ووصلت السفينة الأولى إلى الميناء")],
            id="على ما behind a comma",
        ),
        pytest.param(
            "وشدد الوزير سامر شكري على ما أنجزه العمال.", [("سامر شكري", "ما أنجزه العمال")], id="على ما as the object",
        ),
        pytest.param(
            "وأوضح الوزير سامر شكري أن تصديق البلاد على اتفاق البحار، الذي وقع في يونيو، يؤكد رغبتها في التعاون.",
            [("سامر شكري", "تصديق البلاد على اتفاق البحار، الذي وقع في يونيو، يؤكد رغبتها في التعاون")], id="a thing as the subject",
        ),
        pytest.param(
            "ويرصد البرنامج حياة مهنية قائمة على العمل وحده.", [], id="ة is no pronoun",
        ),
        pytest.param(
            "وواصلت اللجنة اجتماعاتها أمس، واستقبل المدير الوفد قائلا إن العمل طويل.", [("المدير", "العمل طويل")],
            id="و and a verb begin another clause",
        ),
        pytest.param(
            "وأكد الوزير سامر شكري، في لقاء عقده أمس، وحضره السفراء، أن الخط جاهز.", [("سامر شكري", "الخط جاهز")],
            id="and a relative clause may go on with و",
        ),
        pytest.param(
            "وقال المتحدث رامي الهادي إن تركيا تدين الحادث، داعية إلى تحقيق سريع.",
            [("رامي الهادي", "تركيا تدين الحادث"), ("تركيا", "الحادث"), ("تركيا", "تحقيق سريع")], id="a feminine participle in a man's report",
        ),
        pytest.param(
            "وقال الوزير سامر شكري إن المملكة المغربية تدين هذا الحادث.", [("سامر شكري", "المملكة المغربية تدين هذا الحادث"), ("المملكة المغربية", "هذا الحادث")],
            id="a feminine head of a masculine country",
        ),
        pytest.param(
            "وأشار التقرير إلى ضعف الطرق.", [("التقرير", "ضعف الطرق")], id="a preposition is no adjective of a document",
        ),
        pytest.param(
            CAME + "وقال شكري إن الميناء سيتسع. وأوضح بيان المنظمة أن العمل بدأ.",
            [("سامر شكري", "الميناء سيتسع"), ("المنظمة", "العمل بدأ")], id="a statement of a body in the genitive",
        ),
        pytest.param(
            "ونقلت وكالة الأفق عن مصدر مطلع أن الجسر سليم.", [("مصدر مطلع", "الجسر سليم")], id="who is passed on, not who passes on",
        ),
        pytest.param(
            "وأضاف الوزير سامر شكري قوله إن الجسر سليم.", [("سامر شكري", "الجسر سليم")], id="قوله only takes the verb up",
        ),
        pytest.param(
            "وقال الوزير سامر شكري إن الوفد زار المنطقة التي وصفها بالواعدة.",
            [("سامر شكري", "الوفد زار المنطقة التي وصفها بالواعدة"), ("سامر شكري", "بالواعدة")], id="a name given by who speaks",
        ),
        pytest.param(
            "ووصل العمال إلى الجسر الذي تعهد الوزير سامر شكري ببنائه قبل عام.", [("سامر شكري", "ببنائه قبل عام")], id="a pronoun that stands for the antecedent",
        ),
        pytest.param(
            'وبحسب "الأفق"، فإن الجسر سليم تماما.', [("الأفق", "الجسر سليم تماما")], id="a paper in marks",
        ),
        pytest.param(
            "من جانبه، أبرز السفير سامر شكري، في كلمته، أهمية الميناء.", [("سامر شكري", "أهمية الميناء")], id="أبرز and what is expressed",
        ),
        pytest.param(
            "وقال الوزير سامر شكري إن الجسر سليم، على حد تعبيره.", [("سامر شكري", "الجسر سليم")], id="according to himself",
        ),
        pytest.param(
            "وقال الوزير سامر شكري: إن الجسر سليم.", [("سامر شكري", "الجسر سليم")], id="a complementiser behind a colon",
        ),
        pytest.param(
            "وكشف الوزير سامر شكري أن الجسر سليم، إلا أنه اعتبر أن الطريق ضيق.",
            [("سامر شكري", "الجسر سليم"), ("سامر شكري", "الطريق ضيق")], id="إلا أنه before a report",
        ),
        pytest.param(
            "ودعا الوزير سامر شكري إلى توسيع الجسر، كما زار الميناء.", [("سامر شكري", "توسيع الجسر")], id="كما and another deed",
        ),
        pytest.param(
            "ودعت الوزيرة هند العلمي إلى الصبر، أما الوزير سامر شكري فقال إن الطريق ضيق.",
            [("هند العلمي", "الصبر"), ("سامر شكري", "الطريق ضيق")], id="a topic with أما",
        ),
        pytest.param(
            "وقال الوزير سامر شكري للقناة: (سنفتح الجسر قبل الشتاء بإذن الله). وهذا ما ننتظره.",
            [("سامر شكري", "سنفتح الجسر قبل الشتاء بإذن الله")], id="brackets for marks",
        ),
        pytest.param(
            "وأوضح المتحدث الرسمي للمركز رأفت العلمي، أن الرحلة بدأت. وأضاف المتحدث الرسمي أن الباب مفتوح.",
            [("رأفت العلمي", "الرحلة بدأت"), ("رأفت العلمي", "الباب مفتوح")], id="an office, what it is at, and its holder",
        ),
        pytest.param(
            "وأكد الوزير سامر شكري -الذي التقى أمس عددا من السفراء- أن الخط جاهز.", [("سامر شكري", "الخط جاهز")], id="an aside in dashes",
        ),
        pytest.param(
            "وأكد الوزير سامر شكري في مؤتمر صحفي عقده أمس مع نظيره، أن الخط جاهز.", [("سامر شكري", "الخط جاهز")],
            id="a clause of an indefinite noun",
        ),
        pytest.param(
            "وشدد الوزير سامر شكري، خلال حلوله ضيفا على الجامعة، على أن الخط جاهز.", [("سامر شكري", "الخط جاهز")],
            id="an aside with the cue's own preposition",
        ),
        pytest.param(
            "وأدانت الرياض بأشد العبارات الهجوم على القافلة.", [("الرياض", "الهجوم على القافلة")], id="an adverb of strength",
        ),
        pytest.param(
            CAME + "وقال شكري إن الخط جاهز. وطالب المجتمع الدولي بدعمه.", [("سامر شكري", "الخط جاهز"), ("سامر شكري", "بدعمه")],
            id="everybody is spoken to",
        ),
        pytest.param(
            "ودانت الوزارة عدم فتح الطريق.", [("الوزارة", "عدم فتح الطريق")], id="عدم is part of what is said",
        ),
        pytest.param(
            "واتهم البيان الصادر عن الوزارة الشركة بالتأخير.", [("الوزارة", "الشركة بالتأخير")], id="who issued a statement",
        ),
        pytest.param(
            "ونقلت وكالة الأفق عن مصدر مطلع قوله إن الخط جاهز.", [("مصدر مطلع", "الخط جاهز")], id="قوله is his who stands under عن",
        ),
        pytest.param(
            "وأعرب الوزير سامر شكري عن اعتزازه بالمشروع وشكره للعمال.", [("سامر شكري", "اعتزازه بالمشروع وشكره للعمال")],
            id="a second noun of what one cue reports",
        ),
        pytest.param(
            "وقال الوزير سامر شكري إن هذه فرضية مستبعدة في الظروف القائمة.", [("سامر شكري", "هذه فرضية مستبعدة في الظروف القائمة")],
            id="an adjective spelled like a participle that reports",
        ),
        pytest.param(
            "وقال المتحدث رامي الهادي إن الوزير سامر شكري زار الميناء، وأنه طالب بالتحقيق.",
            [("رامي الهادي", "الوزير سامر شكري زار الميناء، وأنه طالب بالتحقيق"), ("سامر شكري", "بالتحقيق")], id="وأنه goes on the clause",
        ),
        pytest.param(
            CAME + "وقال شكري إن الخط جاهز. وعن الكلفة أجاب: لم نحددها بعد.", [("سامر شكري", "الخط جاهز"), ("سامر شكري", "لم نحددها بعد")],
            id="a phrase before a verb without a subject",
        ),
        pytest.param(
            CAME + "وقال شكري إن الخط جاهز. وفي عرض الافتتاح ظهر قطار.", [("سامر شكري", "الخط جاهز")], id="a noun behind a preposition",
        ),
        pytest.param(
            "وفي تصريح سابق للوزير سامر شكري قال إن الخط جاهز.", [("سامر شكري", "الخط جاهز")], id="whose words they are",
        ),
        pytest.param(
            "وأعرب عدد من زوار المعرض عن سعادتهم بالافتتاح.", [("عدد من زوار المعرض", "سعادتهم بالافتتاح")], id="how many speak",
        ),
        pytest.param(
            "وأشاد الوزير سامر شكري بالميناء بوصفه «بوابة كبيرة».", [("سامر شكري", "بالميناء بوصفه «بوابة كبيرة»")], id="بوصفه: as",
        ),
        pytest.param(
            "وقال الوزير سامر شكري إن بلاده تعترف بليبيا.", [("سامر شكري", "بلاده تعترف بليبيا")], id="to recognise a state",
        ),
        pytest.param(
            "وقال الوزير سامر شكري إنه سبق أن دعا المدير إلى الاستقالة.",
            [("سامر شكري", "إنه سبق أن دعا المدير إلى الاستقالة"), ("سامر شكري", "الاستقالة")], id="سبق أن with the speaker's pronoun",
        ),
        pytest.param("وأبرز لاعبي الفريق سامر شكري.", [], id="the elative"),
    ],
)  # fmt: skip
def test_who_says_what(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(read(text)) == expected


def test_a_straight_mark_that_was_never_closed(read: Read) -> None:
    report = read('وقال الوزير سامر شكري "لدينا خطة واضحة. وأوضح أن الجانب المغربي "كان على علم بها" منذ الصيف.')
    assert (
        source_of(report, said(report, "لدينا خطة")) == source_of(report, said(report, "الجانب المغربي")) == "سامر شكري"
    )


def test_a_pair_of_straight_marks_within_another(read: Read) -> None:
    report = read('وقال الوزير سامر شكري "سنبني محطة "النور" قبل الشتاء" ثم غادر.')
    assert rows(report) == [("سامر شكري", 'سنبني محطة "النور" قبل الشتاء')]
