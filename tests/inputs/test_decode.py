"""Bytes to text: never a guess, never a replacement character, always one line that says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.inputs.decode import LONGEST, check_length, decode
from dipcli.inputs.encodings import codec_of
from dipcli.inputs.errors import InputError
from dipcli.model import Encoding

ARABIC = "قال الوزير إن «الجسر» جاهز."


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff"), min_size=1))
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    data = ("ا" + text).encode()  # it must not begin like another kind of file
    assert decode(data, "x") == ("ا" + text, Encoding(name="utf-8", confidence=1.0))


@given(st.binary(max_size=64))
def test_any_bytes_give_a_text_or_one_line(data: bytes) -> None:
    outcome: object
    try:
        outcome = decode(data, "x")
    except InputError as e:
        outcome = str(e)
    if isinstance(outcome, tuple):
        text, encoding = outcome
        assert encoding.confidence >= 0.8
        assert data.decode(codec_of(encoding.name)).removeprefix("\ufeff") == text
    else:
        assert str(outcome).startswith("x: ")
        assert "\n" not in str(outcome)


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_character(name: str) -> None:
    text, encoding = decode(ARABIC.encode(name), "x")
    assert text == ARABIC
    assert encoding.name.startswith(name[:6].removesuffix("-s").rstrip("-"))


def test_broken_utf8_names_byte_value_and_way_out() -> None:
    with pytest.raises(InputError) as e:
        decode("قال ".encode() + b"\xc7\xe1", "news/a.txt")
    assert str(e.value).startswith("news/a.txt: not UTF-8 at byte 7 (0xC7)")
    assert "--encoding" in e.value.reason


def test_the_byte_is_counted_with_the_mark() -> None:
    with pytest.raises(InputError, match=r"at byte 5 \(0xFF\)"):
        decode(b"\xef\xbb\xbfab\xff", "x")


def test_a_cut_file_is_told_from_another_encoding() -> None:
    with pytest.raises(InputError, match="cut off"):
        decode(ARABIC.encode()[:4] + "ج".encode()[:1], "x")


@pytest.mark.parametrize("name", ["windows-1256", "iso-8859-6", "utf-16"])
def test_a_named_encoding_is_taken(name: str) -> None:
    text = "قال الوزير"
    assert decode(text.encode(name), "x", name) == (text, Encoding(name=name, confidence=1.0))


@pytest.mark.parametrize("name", ["klingon", "hex"])
def test_what_is_no_encoding_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=name):
        decode(b"\xc7\xe1 some bytes", "x", name)


def test_longest_article() -> None:
    assert check_length("ا" * LONGEST, "x")
    with pytest.raises(InputError, match="5,000,001"):
        check_length("ا" * (LONGEST + 1), "x")


def test_white_space_is_empty() -> None:
    with pytest.raises(InputError, match="empty"):
        check_length(" \n\u00a0\t", "x")
