"""Each figure on articles so small that its right value was worked out on paper."""

import pytest

from tests.evaluation.making import (
    E1,
    E2,
    EIGHT,
    FOUR,
    LAYLA,
    SAMER,
    TWO,
    annotated,
    annotation,
    comparison,
    exchange,
    located,
    message,
    named,
    report,
    said,
    scores,
    span,
)  # fmt: skip


def kinds(gold, record) -> list[str]:  # type: ignore[no-untyped-def]
    return [m.kind for m in comparison(gold, record).mistakes]


# -- statements --------------------------------------------------------------------------------------------------------


def test_two_of_three_found_and_one_too_much() -> None:
    gold = annotation(annotated(EIGHT), annotated(FOUR, "layla"), annotated(TWO, "layla"))
    got = scores(gold, report(said(EIGHT, "e1"), said(FOUR, "e2"), said("سامر حداد", "e1"), said("أكدت قاسم", "e1")))
    assert got["statement@.5"] == pytest.approx(2 * 2 / (3 + 4))
    assert got["precision@.5"] == pytest.approx(2 / 4)
    assert got["recall@.5"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("words", "half", "most"),
    [
        (EIGHT, 1.0, 1.0),
        ("الجسر الكبير على النهر جاهز للعبور", 1.0, 1.0),  # 6 of 8: F1 12/14
        ("الجسر الكبير على النهر جاهز", 1.0, 0.0),  # 5 of 8: F1 10/13
        ("الجسر الكبير على", 1.0, 0.0),  # 3 of 8: F1 6/11
        ("الجسر الكبير", 0.0, 0.0),  # 2 of 8: F1 4/10
    ],
)
def test_how_much_of_a_statement_counts(words: str, half: float, most: float) -> None:
    got = scores(annotation(annotated(EIGHT)), report(said(words, "e1")))
    assert (got["statement@.5"], got["statement@.8"]) == (half, most)


def test_openers_and_punctuation_do_not_count() -> None:
    got = scores(annotation(annotated(TWO)), report(said(f": {TWO}.", "e1"), entities=[E1]))
    assert got["statement@.8"] == 1.0
    got = scores(annotation(annotated(EIGHT)), report(said(f"إن {EIGHT}", "e1")))
    assert got["statement@.8"] == 1.0


def test_a_report_is_paired_once_and_with_the_one_that_is_most_alike() -> None:
    longer = f"أكدت قاسم أن {FOUR}"  # seven words, of which the annotation has four: 8/11
    gold = annotation(annotated(FOUR, "layla"))
    assert scores(gold, report(said(longer, "e1"), said(FOUR, "e2")))["who-said"] == pytest.approx(2 / 3)
    assert scores(gold, report(said(FOUR, "e2"), said(longer, "e1")))["who-said"] == pytest.approx(2 / 3)


def test_who_said_needs_source_and_status() -> None:
    gold = annotation(annotated(EIGHT), annotated(FOUR, "layla"), annotated(TWO, "layla", status="expected"))
    got = scores(gold, report(said(EIGHT, "e1"), said(FOUR, "e1"), said(TWO, "e2")))
    assert got["statement@.5"] == 1.0
    assert got["who-said"] == pytest.approx(1 / 3)
    assert got["source accuracy"] == pytest.approx(1 / 3)


def test_who_whom_needs_the_same_addressees_too() -> None:
    gold = annotation(
        annotated(EIGHT, addressees=frozenset({"layla"})), annotated(FOUR, "layla"),
        annotated(TWO, "layla", addressees=frozenset({"samer"})),
    )  # fmt: skip
    record = report(said(EIGHT, "e1", to=("e2",)), said(FOUR, "e2", to=("e1",)), said(TWO, "e2"))
    got = scores(gold, record)
    assert got["who-said"] == 1.0
    assert got["who-whom"] == pytest.approx(1 / 3)
    assert got["addressee"] == pytest.approx(2 * 1 / (2 + 2))
    assert kinds(gold, record) == ["addressee", "addressee"]


def test_written_and_dropped_subjects_are_apart() -> None:
    gold = annotation(
        annotated(EIGHT), annotated(FOUR, "layla"), annotated(TWO, "layla", subject=False),
        annotated("سامر حداد لليلى", subject=False),
    )  # fmt: skip
    got = scores(gold, report(said(EIGHT, "e1"), said(FOUR, "e1"), said(TWO, "e2")))
    assert got["source accuracy"] == pytest.approx(2 / 3)
    assert got["source accuracy, explicit subject"] == pytest.approx(1 / 2)
    # Of all that have no subject, those that are not found included.
    assert got["source accuracy, no explicit subject"] == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("sources", "reported", "right"),
    [
        (("samer", "layla"), ("e1",), True),
        (("samer", "layla"), ("e1", "e2"), True),
        (("samer", "layla"), (), False),
        ("samer", ("e1", "e2"), False),
        ("unknown", (), True),
        ("unknown", ("e1",), False),
        ("samer", (), False),
    ],
)
def test_one_of_several_sources_is_enough(sources, reported, right: bool) -> None:  # type: ignore[no-untyped-def]
    got = scores(annotation(annotated(EIGHT, sources)), report(said(EIGHT, *reported)))
    assert got["who-said"] == (1.0 if right else 0.0)


def test_recall_by_form_and_frame() -> None:
    gold = annotation(
        annotated(EIGHT, form="direct"), annotated(FOUR, form="mixed"), annotated(TWO, form="indirect", frame="np"),
        annotated("سامر حداد لليلى", form="indirect"),
    )  # fmt: skip
    got = scores(gold, report(said(EIGHT, "e1"), said("سامر حداد لليلى", "e1")))
    assert got["recall direct+mixed"] == 1 / 2
    assert got["recall indirect"] == 1 / 2
    assert got["recall noun-phrase frame"] == 0


def test_cue_form_and_frame_are_judged_on_what_is_found() -> None:
    gold = annotation(
        annotated(EIGHT, cue=span("قال")), annotated(FOUR, cue=span("أكدت"), form="direct"),
        annotated(TWO, frame="np"), annotated("سامر حداد لليلى"),
    )  # fmt: skip
    record = report(said(EIGHT, "e1", cue=located("قال الوزير")), said(FOUR, "e1"), said(TWO, "e1"))
    got = scores(gold, record)
    assert got["cue accuracy"] == pytest.approx(2 / 3)  # touches; none for one; none on either side
    assert got["form accuracy"] == pytest.approx(2 / 3)
    assert got["frame accuracy"] == pytest.approx(2 / 3)


# -- messages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "made", "right"),
    [
        ("letter", message("m1", "letter"), True),
        ("letter", message("m1", "cable"), True),
        ("letter", message("m1", "letter", "e2", "e1"), False),
        ("call", message("m1", "call", "e2", "e1"), True),
        ("call", message("m1", "meeting"), False),
    ],
)
def test_sides_may_be_swapped_except_in_a_letter(kind: str, made: dict[str, object], right: bool) -> None:
    gold = annotation(exchanges=(exchange(1, kind),))
    record = report(messages=[made])
    assert scores(gold, record)["message"] == (1.0 if right else 0.0)
    assert ("message_missed" in kinds(gold, record)) is not right


def test_an_exchange_is_found_once() -> None:
    gold = annotation(exchanges=(exchange(1, "call"), exchange(2, "meeting")))
    got = scores(gold, report(messages=[message("m1", "call"), message("m2", "call"), message("m3", "meeting")]))
    assert got["message"] == pytest.approx(2 * 2 / (3 + 2))


def test_a_statement_hangs_on_the_right_message() -> None:
    gold = annotation(
        annotated(EIGHT, exchange=1), annotated(FOUR, "layla", exchange=1), annotated(TWO, "layla"),
        annotated("سامر حداد لليلى", exchange=1), exchanges=(exchange(1, "letter"),),
    )  # fmt: skip
    record = report(
        said(EIGHT, "e1", message="m1"), said(FOUR, "e2", message="m2"), said(TWO, "e2"), said("سامر حداد لليلى", "e1"),
        messages=[message("m1", "letter"), message("m2", "letter", "e2", "e1")],
    )  # fmt: skip
    assert scores(gold, record)["message link accuracy"] == 2 / 4


# -- entities, leaders, themes -----------------------------------------------------------------------------------------


def test_entities_go_by_their_names_and_are_matched_once() -> None:
    # b goes under more of his names, so he is the one; a is somebody whom the annotation does not have.
    twice = [named("a", "الوزير"), named("b", "سامر حداد", "الوزير سامر حداد"), E2]
    got = scores(annotation(annotated(EIGHT)), report(said(EIGHT, "a"), entities=twice))
    assert got["who-said"] == 0.0
    got = scores(annotation(annotated(EIGHT)), report(said(EIGHT, "b"), entities=twice))
    assert got["who-said"] == 1.0


def test_a_part_of_a_name_is_enough_where_nobody_else_has_it() -> None:
    only = [named("a", "حداد"), E2]
    assert scores(annotation(annotated(EIGHT)), report(said(EIGHT, "a"), entities=only))["who-said"] == 1.0
    body = [named("a", "حداد", kind="organisation"), E2]
    assert scores(annotation(annotated(EIGHT)), report(said(EIGHT, "a"), entities=body))["who-said"] == 0.0


def test_b_cubed() -> None:
    # Annotated: {سامر حداد, الوزير سامر حداد, الوزير} {ليلى قاسم, قاسم}. Reported: {سامر حداد, قاسم} {الوزير}.
    entities = [named("a", "سامر حداد", "قاسم"), named("b", "الوزير")]
    # Precision: 1/2 + 1/2 for the mixed pair, 1 for الوزير, 1 for each of the two that nobody has.
    # Recall: 1/3 and 1/3 for what is apart, 0 for الوزير سامر حداد; 1/2 for قاسم, 0 for ليلى قاسم.
    precision, recall = (0.5 + 0.5 + 1 + 1 + 1) / 5, (1 / 3 + 1 / 3 + 0.5) / 5
    got = scores(annotation(), report(entities=entities))
    assert got["entity"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_leaders_are_persons_with_an_office() -> None:
    gold = annotation(entities=(SAMER, LAYLA._replace(office="السفيرة")))
    other = named("e3", "النهر", office="المدير", country="JO")
    record = report(entities=[E1, E2, other])
    got = scores(gold, record)
    assert got["leader"] == pytest.approx(2 * 1 / (2 + 2))
    assert (got["office accuracy"], got["country accuracy"]) == (1.0, 1.0)
    assert kinds(gold, record) == ["leader_extra", "leader_missed"]


def test_office_and_country_are_judged_on_the_leaders_that_are_found() -> None:
    gold = annotation(entities=(SAMER, LAYLA._replace(office="السفيرة")))
    e2 = {**E2, "office": "السفيرة", "country": None}
    record = report(entities=[{**E1, "office": "نائب الوزير"}, e2])
    got = scores(gold, record)
    assert (got["leader"], got["office accuracy"], got["country accuracy"]) == (1.0, 0.5, 0.5)
    assert kinds(gold, record) == ["office", "country"]


def test_main_themes_alone_count() -> None:
    gold = annotation(themes=frozenset({"energy", "health"}))
    record = report(
        themes=[{"id": "energy", "main": True}, {"id": "health", "main": False}, {"id": "media", "main": True}]
    )
    assert scores(gold, record)["theme"] == pytest.approx(2 * 1 / (2 + 2))
    assert kinds(gold, record)[-2:] == ["theme_extra", "theme_missed"]


# -- ends --------------------------------------------------------------------------------------------------------------


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    got = scores(annotation(entities=()), report(entities=[]))
    assert got["statement@.5"] == got["message"] == got["leader"] == 1.0
    assert got["precision@.5"] is got["recall@.5"] is got["source accuracy"] is None
    assert got["entity"] == 0.0


def test_a_perfect_report_has_no_mistake() -> None:
    gold = annotation(annotated(EIGHT), exchanges=(exchange(1, "call"),), themes=frozenset({"energy"}))
    record = report(said(EIGHT, "e1"), messages=[message("m1", "call")], themes=[{"id": "energy", "main": True}])
    assert kinds(gold, record) == []
    assert {v for k, v in scores(gold, record).items() if k != "entity"} == {1.0, None}


def test_mistakes_say_what_either_side_has() -> None:
    gold = annotation(
        annotated(EIGHT, addressees=frozenset({"layla"})), annotated(FOUR, "layla", frame="np", subject=False)
    )
    mistakes = comparison(gold, report(said(EIGHT, "e2"), said("سامر حداد", "e1"))).mistakes
    assert [m.kind for m in mistakes] == ["source", "statement_missed", "statement_extra"]
    wrong, missed, extra = mistakes
    assert (wrong.annotated, wrong.reported) == (("samer",), ("layla",))
    assert (missed.frame, missed.subject, missed.text) == ("np", False, FOUR)
    assert (extra.reported, extra.text) == (("samer",), "سامر حداد")


def test_the_mistake_behind_a_mistake() -> None:
    gold = annotation(annotated(EIGHT), annotated(FOUR, "layla"))
    two_ids = [named("a", "الجسر"), E1]
    split, missed = comparison(gold, report(said(EIGHT, "a"), said(FOUR, "e1"), entities=two_ids)).mistakes[:2]
    assert (split.reported, split.cause) == (("?a",), "entity_split")
    assert (missed.reported, missed.cause) == (("samer",), "entity_missed")
    (plain,) = comparison(gold, report(said(EIGHT, "e2"), said(FOUR, "e2"))).mistakes
    assert (plain.reported, plain.cause) == (("layla",), None)


def test_an_addressee_is_lost_with_its_message() -> None:
    one = annotated(EIGHT, addressees=frozenset({"layla"}), exchange=1)
    gold = annotation(one, exchanges=(exchange(1, "call"),))
    lost = comparison(gold, report(said(EIGHT, "e1"))).mistakes[0]
    assert (lost.kind, lost.cause) == ("addressee", "message_missed")
    kept = comparison(gold, report(said(EIGHT, "e1"), messages=[message("m1", "call")])).mistakes[0]
    assert (kept.kind, kept.cause) == ("addressee", None)


def test_a_message_is_missed_where_a_side_is_not_there() -> None:
    gold = annotation(exchanges=(exchange(1, "call"),))
    assert [m.cause for m in comparison(gold, report()).mistakes] == [None]
    assert comparison(gold, report(entities=[E1])).mistakes[0].cause == "entity_missed"
