"""Words, names and offices as the figures compare them."""

import pytest

from dipcli.evaluation.offices import same_office
from dipcli.evaluation.pairing import Pair, paired
from dipcli.evaluation.words import Words, name_of, overlap
from dipcli.model import Span


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("أحمد", "احمد", True),
        ("مُحَمَّد", "محمد", True),
        ("الرئيس", "رئيس", True),
        ("والرئيس", "رئيس", True),
        ("للرئيس", "رئيس", True),
        ("بالرئيس", "رئيس", True),
        ("ليلى", "ليلي", True),
        ("وسام حداد", "سام حداد", True),
        ("سامر", "سامي", False),
        ("سامر حداد", "حداد سامر", False),
    ],
)
def test_names_are_the_same_in_any_spelling(one: str, other: str, same: bool) -> None:
    assert (name_of(one) == name_of(other)) is same


def test_what_is_left_of_a_word_is_a_word() -> None:
    # ال would leave two letters.
    assert name_of("الدم") == ("الدم",)
    assert name_of("، -") == ()


def test_words_of_a_content_are_those_that_it_touches() -> None:
    words = Words("إن الجسرَ جاهز.")
    assert words.of((Span(3, 14),)) == {1, 2}
    assert words.of((Span(0, 14),)) == {1, 2}
    assert words.of((Span(0, 1),)) == {0}
    assert words.of((Span(8, 11),)) == {1, 2}
    assert words.of((Span(14, 15),)) == set()


def test_overlap_is_between_nothing_and_all() -> None:
    a, b = frozenset({1, 2, 3}), frozenset({3, 4})
    assert overlap(a, b) == 2 * 1 / 5
    assert overlap(a, a) == 1
    assert overlap(frozenset(), frozenset()) == 0


def test_the_most_alike_are_paired_first() -> None:
    annotated = [frozenset({1, 2, 3, 4}), frozenset({3, 4})]
    reported = [frozenset({3, 4}), frozenset({1, 2, 3}), frozenset({9})]
    assert paired(annotated, reported) == {1: Pair(0, 1.0), 0: Pair(1, 2 * 3 / 7)}


def test_of_equals_the_first_is_taken() -> None:
    same = frozenset({1})
    assert paired([same, same], [same, same, same]) == {0: Pair(0, 1.0), 1: Pair(1, 1.0)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("الرئيس", "رئيس الجمهورية", True),
        ("وزير الخارجية", "وزير الخارجية", True),
        ("وزير الخارجية", "وزير الخارجية والمغتربين", True),
        ("الرئيس", "نائب الرئيس", False),
        ("وزير الخارجية", "وزير الدفاع", False),
        ("الوزير", "الوزير السابق", False),
        ("رئيس مجلس الوزراء", "الرئيس", False),
        ("", "الرئيس", False),
    ],
)
def test_offices(one: str, other: str, same: bool) -> None:
    assert same_office(one, other) is same
    assert same_office(other, one) is same
