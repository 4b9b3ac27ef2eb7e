"""Who is asked: behind an adverb of manner, under ل behind a verbal noun, with a word of honour before his title."""

import pytest

from tests.stages.reports import Read, addressees_of, said, source_of


@pytest.mark.parametrize(
    ("text", "content", "to"),
    [
        ("دعا الرئيس سليم الهواري بشكل صريح تونس إلى فتح الحدود.", "فتح الحدود", ["تونس"]),
        ("جاء القرار ردا على دعوة الرئيس سليم الهواري للكونغرس إلى وقف الدعم.", "وقف الدعم", ["الكونغرس"]),
        ("جاء القرار ردا على دعوة تونس للجزائر إلى وقف القتال.", "وقف القتال", ["الجزائر"]),
        ("جاء القرار بعد دعوة تونس لوقف القتال.", "لوقف القتال", []),
        ("رفع المدير سالم العمري خالص التعازي لمقام الملك سلمان بن عبدالعزيز.", "خالص التعازي", ["سلمان بن عبدالعزيز"]),
    ],
)
def test_who_is_asked(read: Read, text: str, content: str, to: list[str]) -> None:
    report = read(text)
    assert [x.removeprefix("ل") for x in addressees_of(report, said(report, content))] == to


def test_an_adverb_of_manner_is_not_what_is_said(read: Read) -> None:
    text = "ونفت تونس بشكل قاطع أي تورط."
    (statement,) = read(text).statements
    assert [text[c.start : c.end] for c in statement.content] == ["أي تورط"]


def test_an_embassy_is_of_whoever_sent_it(read: Read) -> None:
    report = read("أوضحت سفارة خادم الحرمين الشريفين لدى ماليزيا أن الدوام يبدأ غدا.")
    assert [e.country for e in report.entities if "سفارة" in e.name] == ["SA"]


def test_a_minister_without_a_land_is_not_the_foreign_one_named_later(read: Read) -> None:
    report = read(
        "تونس - وكالات\nقالت وزيرة السياحة التونسية سلمى العمري إن الموسم جيد.\n"
        "وأكد رئيس الحكومة التونسية سامي كامو أن العمل مستمر، وأشاد البرلمان التونسي بذلك.\n"
        "وأعلن وزير الخارجية أن الطريق مفتوح.\nوالتقى وزير الخارجية البلجيكي أمس في بروكسل."
    )
    (source,) = said(report, "الطريق مفتوح").sources
    assert next(e.country for e in report.entities if e.id == source.entity) != "BE"


def test_who_tells_reporters_in_answer_to_a_speech_tells_them(read: Read) -> None:
    report = read("وأبلغ الوزير سالم العمري الصحفيين ردا على خطاب الرئيس سليم الهواري أن القرار خطأ.")
    assert addressees_of(report, said(report, "القرار خطأ")) == []


def test_whom_a_station_quotes_speaks_though_no_table_has_the_name(read: Read) -> None:
    report = read("ونقلت هيئة الإذاعة البريطانية عن زانتيرف قوله إن الفريق جاهز.")
    assert source_of(report, said(report, "الفريق جاهز")) == "زانتيرف"


def test_paragraphs_that_open_with_a_mark_and_close_with_none_are_no_speech(read: Read) -> None:
    report = read(
        "قال المدير سالم العمري إن الطريق مغلق.\n«حسنا تفعل الوزارة إذا ضبطت هذا الأمر منذ البداية.\n"
        "«كنا منذ سنوات نقف متعجبين من هذا الاندفاع كله."
    )
    assert len(report.statements) == 1


def test_paragraphs_of_one_speech_that_each_open_with_a_mark_go_on(read: Read) -> None:
    report = read(
        "قال المدير سالم العمري: «إن الطريق مغلق منذ أمس بسبب المطر.\n«وسنفتح الطريق غدا إذا تحسن الطقس في الجبال»."
    )
    assert source_of(report, said(report, "وسنفتح الطريق غدا")) == "سالم العمري"
