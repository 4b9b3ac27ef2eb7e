"""The summary: whole sentences, the event first, each main speaker's point, labels where the speaker is not told."""

from dipcli.model import Report
from tests.stages.reports import Read

ARTICLE = """وزير الطاقة العماني يبحث الربط الكهربائي مع نظيره العراقي

بحث وزير الطاقة العماني سالم الهنائي مع نظيره العراقي حيدر الجبوري في مسقط مشروع الربط الكهربائي بين البلدين.
وكان الوزيران قد التقيا في بغداد العام الماضي على هامش معرض للصناعة.
أي أقل بثلاث مرات من العام الذي سبقه في قطاع الغاز وحده.
وقال الهنائي إن نقل الكهرباء عبر الخط الجديد سيبدأ في الربيع المقبل بتمويل من صندوقين في المنطقة.
وأضاف أن الشركات العمانية مستعدة لتدريب المهندسين العراقيين على تشغيل المحطات الجديدة.
من جهته، أكد الجبوري أن العراق يريد ربطا كهربائيا مع جميع جيرانه قبل نهاية العقد الحالي.
مشيرا إلى أن بلاده تدرس عروضا أخرى من شركات آسيوية في القطاع نفسه.
"""


def sentences(report: Report) -> list[str]:
    text = report.article.text
    return [text[s.span.start : s.span.end] for s in report.summary.sentences]


def test_the_event_comes_first_and_each_speaker_has_a_point(read: Read) -> None:
    told = sentences(read(ARTICLE))
    assert told[0].startswith("بحث وزير الطاقة")
    assert any("الهنائي إن نقل الكهرباء" in s for s in told)
    assert any("الجبوري أن العراق" in s for s in told)


def test_no_fragment_is_chosen(read: Read) -> None:
    told = sentences(read(ARTICLE))
    assert not any(s.startswith(("أي أقل", "مشيرا", "وكان الوزيران")) for s in told)


def test_sentences_are_whole_and_in_the_order_of_the_article(read: Read) -> None:
    report = read(ARTICLE)
    spans = [s.span for s in report.summary.sentences]
    assert spans == sorted(spans)
    lines = ARTICLE.split("\n")
    assert all(s in lines for s in sentences(report))


def test_a_dropped_speaker_is_labelled(read: Read) -> None:
    report = read(
        "زيارة\n\nاستقبل الرئيس التونسي ماهر السعدي اليوم وفدا من رجال الأعمال في قصر الرئاسة بالعاصمة.\n"
        "وأضاف أن تونس تستعد لافتتاح المنطقة الصناعية الجديدة في مدينة صفاقس قبل نهاية السنة.\n"
    )
    labelled = [s for s in report.summary.sentences if s.labelled]
    assert len(labelled) == 1
    assert "[ماهر السعدي] وأضاف" in report.summary.text


def test_a_title_alone_needs_no_label_after_the_name(read: Read) -> None:
    report = read(
        "لقاء\n\nالتقى السفير القطري لدى الأردن سعود المناعي أمس عددا من طلبة الجامعات في مدينة إربد.\n"
        "وقال السفير إن المنح الدراسية التي تقدمها بلاده ستزيد إلى مئتي منحة في العام الدراسي المقبل.\n"
    )
    assert "وقال السفير" in report.summary.text
    assert not any(s.labelled for s in report.summary.sentences)


def test_a_title_alone_is_labelled_where_no_sentence_names_him(read: Read) -> None:
    report = read(
        "لقاء\n\nزار السفير القطري لدى الأردن أمس مدينة إربد وجلس إلى عدد من طلبة الجامعات.\n"
        "وقال السفير إن المنح الدراسية التي تقدمها بلاده ستزيد إلى مئتي منحة في العام الدراسي المقبل.\n"
        "وكان السفير القطري لدى الأردن سعود المناعي وصل إلى عمان في الربيع:\n"
    )
    assert "المناعي] وقال السفير" in report.summary.text


def test_an_article_without_body_has_an_empty_summary(read: Read) -> None:
    assert read("").summary.sentences == ()


def test_one_sentence_is_its_own_summary(read: Read) -> None:
    report = read("قال وزير النقل المغربي إن الميناء سيفتح غدا.")
    assert sentences(report) == ["قال وزير النقل المغربي إن الميناء سيفتح غدا."]


MEETING = """وزيرا الطاقة في عمان والعراق يبحثان الربط الكهربائي

بحث وزير الطاقة العماني سالم الهنائي مع نظيره العراقي حيدر الجبوري في مسقط مشروع الربط الكهربائي بين البلدين.
وقال الهنائي إن نقل الكهرباء عبر الخط الجديد بين عمان والعراق سيبدأ في الربيع المقبل بتمويل من صندوقين.
وأضاف أن الشركات العمانية مستعدة لتدريب المهندسين على تشغيل المحطات الجديدة في الجنوب.
وأكد الجبوري أن العراق يريد ربطا كهربائيا مع جميع جيرانه قبل نهاية العقد الحالي.
رابط الخبر في الموقع للمزيد من الأخبار والصور والتعليقات من قراء الصفحة.
"""


def test_the_lead_goes_on_and_the_other_side_is_heard(read: Read) -> None:
    told = sentences(read(MEETING))
    assert told[1].startswith("وقال الهنائي")
    assert any(s.startswith("وأكد الجبوري") for s in told)


def test_what_a_web_page_leaves_is_no_sentence(read: Read) -> None:
    assert not any("رابط الخبر" in s for s in sentences(read(MEETING.replace("الحالي.\n", "الحالي. "))))


def test_a_sentence_broken_off_at_a_particle_is_not_chosen(read: Read) -> None:
    text = MEETING.replace("بتمويل من صندوقين.", "بتمويل من.")
    assert not any(s.endswith("بتمويل من.") for s in sentences(read(text)))
