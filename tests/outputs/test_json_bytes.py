"""JSON as bytes: what was put in comes out, and nothing in it disturbs a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.outputs.json_bytes import dumps, loads

_TEXT = st.text(st.characters(blacklist_categories=["Cs"]))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)
_MARKS = "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


@given(_VALUES)
def test_what_was_put_in_comes_out(value: object) -> None:
    for ascii_only in (False, True):
        data = dumps(value, ascii_only=ascii_only)
        assert json.loads(data) == value
        assert loads(data) == value
        assert b"\n" not in data


@given(_VALUES)
def test_ascii_is_ascii(value: object) -> None:
    assert dumps(value, ascii_only=True).isascii()


@given(_TEXT)
def test_no_control_is_written_as_itself(text: str) -> None:
    written = dumps(text).decode("utf-8")
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in _MARKS for c in written)


@pytest.mark.parametrize("mark", [*_MARKS, "\x1b", "\x7f", "\x80", "\x9b", "\x9f"], ids=lambda c: f"U+{ord(c):04X}")
def test_each_disturbing_mark_is_escaped(mark: str) -> None:
    written = dumps({mark: f"ا{mark}ب"})
    assert mark.encode() not in written
    assert json.loads(written) == {mark: f"ا{mark}ب"}


def test_joiners_and_arabic_stay_as_they_are() -> None:
    text = "می\u200cخواهم «قال» ـَـ"
    assert dumps(text).decode() == f'"{text}"'


def test_a_letter_beyond_the_first_plane_is_a_pair_in_ascii() -> None:
    assert dumps("𞸀", ascii_only=True) == b'"\\ud83b\\ude00"'


@pytest.mark.parametrize("indent", [False, True])
def test_a_lone_surrogate_is_an_escape(indent: bool) -> None:
    value = {"a": ["\ud800", "\x9b", "ب"]}
    written = dumps(value, indent=indent)
    assert json.loads(written) == value
    assert b"\xc2\x9b" not in written


def test_what_is_no_json_says_so() -> None:
    with pytest.raises(ValueError, match="line 1"):
        loads('{"a": ')
