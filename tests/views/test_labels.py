"""Words of the screens: both languages, and Arabic numbers with the noun that they govern."""

import re
from typing import get_args

import pytest

from dipcli import model
from dipcli.views import labels
from dipcli.views.labels import counted, label, listed


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "0 أقوال"),
        (1, "قول واحد"),
        (2, "قولان"),
        (3, "3 أقوال"),
        (10, "10 أقوال"),
        (11, "11 قولا"),
        (99, "99 قولا"),
        (100, "100 قول"),
        (102, "102 قول"),
        (103, "103 أقوال"),
        (111, "111 قولا"),
        (2400, "2,400 قول"),
    ],
)
def test_arabic_numbers_govern_their_noun(n: int, words: str) -> None:
    assert counted(n, "statement", "ar") == words


def test_english_has_one_and_many() -> None:
    assert [counted(n, "statement", "en") for n in (0, 1, 2, 1200)] == [
        "0 statements", "1 statement", "2 statements", "1,200 statements",
    ]  # fmt: skip


_VALUES = {
    v
    for kind in ("EntityKind", "MessageKind", "MediumKind", "Form", "Frame", "OccasionKind")
    for v in get_args(getattr(model, kind))
} | (set(get_args(model.Status)) - {"said"})


@pytest.mark.parametrize("value", sorted(_VALUES))
def test_every_value_of_a_report_has_its_words_in_both_languages(value: str) -> None:
    assert re.fullmatch(r"[a-z ]+", label(value, "en"))
    assert re.fullmatch(r"[\u0620-\u0652 ]+", label(value, "ar"))


def test_every_message_kind_can_be_counted() -> None:
    assert set(get_args(model.MessageKind)) <= labels._COUNTED.keys()


def test_lists_have_their_own_comma() -> None:
    assert listed(["a", "b"], "en") == "a, b"
    assert listed(["a", "b"], "ar") == "a، b"
