"""When two written words can be one name."""

import pytest

from dipcli.text.naming import pattern, same_word


@pytest.mark.parametrize(("first", "second"), [
    ("سالم", "سليم"), ("محمد", "محمود"), ("سلمان", "سليمان"), ("سعيد", "سعود"), ("عامري", "عمري"), ("سلماني", "سليماني"),
    ("خالد", "خليد"), ("كريم", "كرام"),
])  # fmt: skip
def test_two_patterns_of_one_root_are_two_names(first: str, second: str) -> None:
    assert not same_word(first, second)
    assert not same_word(second, first)


@pytest.mark.parametrize(("first", "second"), [
    ("ميشال", "ميشيل"), ("بوتين", "بوتن"), ("بينغ", "بينج"), ("كوفالين", "كوفالن"), ("نتنياهو", "نتانياهو"), ("سالم", "سالم"),
])  # fmt: skip
def test_one_name_in_two_spellings(first: str, second: str) -> None:
    assert same_word(first, second)


def test_the_pattern_of_a_foreign_name_is_none() -> None:
    assert pattern("ميشال") == pattern("نتنياهو") == ""
    assert pattern("سالم") == "فافف"
