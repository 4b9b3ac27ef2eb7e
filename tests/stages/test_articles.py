"""What the engine makes of whole small articles: one grammar rule a test."""

from dipcli.model import Report, Statement


def _names(report: Report) -> dict[str, str]:
    return {e.id: e.name for e in report.entities}


def _said(report: Report, s: Statement) -> tuple[str, str]:
    names = _names(report)
    text = report.article.text
    return ", ".join(names[x.entity] for x in s.sources if x.entity), " ".join(text[c.start : c.end] for c in s.content)


def _all(report: Report) -> list[tuple[str, str]]:
    return [_said(report, s) for s in report.statements]


def test_dropped_subject_goes_on_with_the_last_speaker(read) -> None:  # type: ignore[no-untyped-def]
    report = read("قال وزير الخارجية المصري حازم العمري إن الحوار مفيد. وأضاف أن الجولة المقبلة قريبة.")
    assert _all(report) == [("حازم العمري", "الحوار مفيد"), ("حازم العمري", "الجولة المقبلة قريبة")]
    assert report.statements[1].sources[0].resolution == "elided"


def test_participle_belongs_to_the_speaker_of_its_sentence(read) -> None:  # type: ignore[no-untyped-def]
    report = read("أكد الرئيس التونسي ماهر السعدي أن بلاده مستعدة، مشيرا إلى أن الوفد وصل.")
    assert _all(report) == [("ماهر السعدي", "بلاده مستعدة"), ("ماهر السعدي", "الوفد وصل")]


def test_masdar_ahead_points_forward(read) -> None:  # type: ignore[no-untyped-def]
    report = read("ولدى تشديده على أن الحدود مفتوحة، قال الرئيس التونسي ماهر السعدي إن التجارة ستنمو.")
    assert _all(report)[0] == ("ماهر السعدي", "الحدود مفتوحة")
    assert report.statements[0].sources[0].resolution == "cataphoric"


def test_background_formula_is_nobodys(read) -> None:  # type: ignore[no-untyped-def]
    report = read("قال الوزير حازم العمري إن الخطة جاهزة.\n\nيذكر أن المعرض يقام كل عامين.")
    assert len(report.statements) == 1


def test_a_name_in_guillemets_is_no_quotation(read) -> None:  # type: ignore[no-untyped-def]
    report = read("«تونس والمغرب» يتبادلان التهاني\n\nأكد الوزير حازم العمري أن المعبر مفتوح.")
    assert all(s.form == "indirect" for s in report.statements)
    assert len(report.statements) == 1


def test_status_of_what_was_not_said(read) -> None:  # type: ignore[no-untyped-def]
    report = read("لم يؤكد الوزير حازم العمري أن الزيارة ستتم. ورفض المتحدث التعليق.")
    assert [s.status for s in report.statements] == ["not_said", "declined"]


def test_question_and_condition_are_no_statements(read) -> None:  # type: ignore[no-untyped-def]
    assert read("وإذا أعلن الوزير أن الاتفاق انتهى فستتغير الأمور.").statements == ()


def test_letter_has_its_sides_its_statements_and_their_addressee(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        "بعث الرئيس التونسي ماهر السعدي برقية تهنئة إلى الملك المغربي ناصر بن راشد بمناسبة ذكرى الاستقلال. "
        "وأعرب في برقيته عن تمنياته للشعب المغربي بالازدهار."
    )
    names = _names(report)
    (message,) = report.messages
    assert message.kind == "cable"
    assert [names[x] for x in message.from_] == ["ماهر السعدي"]
    assert [names[x] for x in message.to] == ["ناصر بن راشد"]
    assert message.occasion is not None
    assert message.occasion.kind == "anniversary"
    assert message.statements == ("s1",)
    assert [names[a.entity] for a in report.statements[0].addressees] == ["ناصر بن راشد"]


def test_received_call_is_inverted(read) -> None:  # type: ignore[no-untyped-def]
    report = read("تلقى وزير الخارجية المصري حازم العمري اتصالا هاتفيا من نظيره الكويتي سالم الراشد.")
    names = _names(report)
    (message,) = report.messages
    assert (message.kind, [names[x] for x in message.from_]) == ("call", ["سالم الراشد"])


def test_exchange_of_letters_goes_both_ways_with_each(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        "تبادل الرئيس التونسي ماهر السعدي رسائل التهنئة مع كل من الملك المغربي ناصر بن راشد "
        "والرئيس الكيني جوزيف كاماو بمناسبة العيد."
    )
    assert len(report.messages) == 4
    assert {m.direction for m in report.messages} == {"inferred", "explicit"} or all(
        m.direction == "inferred" for m in report.messages
    )


def test_two_ministers_of_one_portfolio_stay_apart(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        "قال وزير الخارجية المصري حازم العمري إن الحوار مستمر. وقال وزير الخارجية التركي جان أرسلان إن الوقت حان. "
        "وأضاف وزير الخارجية المصري أن الجولة ناجحة."
    )
    assert [who for who, _ in _all(report)] == ["حازم العمري", "جان أرسلان", "حازم العمري"]


def test_one_person_under_title_surname_and_name(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        "استقبل الرئيس التونسي ماهر السعدي الوفد. وقال السعدي إن اللقاء مثمر. وأكد الرئيس التونسي أن العمل مستمر."
    )
    people = [e for e in report.entities if e.kind == "person"]
    assert [e.name for e in people] == ["ماهر السعدي"]
    assert people[0].office == "الرئيس"
    assert people[0].country == "TN"


def test_headline_with_a_colon(read) -> None:  # type: ignore[no-untyped-def]
    report = read("العمري: المعبر سيفتح غدا\n\nقال وزير النقل حازم العمري إن المعبر سيفتح غدا.")
    assert _all(report)[0] == ("حازم العمري", "المعبر سيفتح غدا")


def test_every_span_is_its_text(read) -> None:  # type: ignore[no-untyped-def]
    text = "وقال الرئيس ماهر السعدي: «سنعمل معًا من أجلِ السلام»، مؤكدًا أهميةَ الحوار."
    report = read(text)
    assert report.statements[0].form == "direct"
    (content,) = report.statements[0].content
    assert text[content.start : content.end] == "سنعمل معًا من أجلِ السلام"


def test_no_arabic_is_read_and_noted(read) -> None:  # type: ignore[no-untyped-def]
    report = read("Nothing to see here.")
    assert report.statements == ()
    assert [n.reason for n in report.notes] == ["no_arabic"]
