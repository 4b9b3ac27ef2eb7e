"""In what an input is written: told by mark, by strictness and by letters, and said with how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.inputs.encodings import declared_name
from dipcli.inputs.letters import RIVALS, rank
from dipcli.model import Article
from tests.inputs.reading import BODY, only, outcomes, reason

FRENCH = "Le président a déclaré que la coopération a été très élevée; il espère être reçu à Genève."


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1256", "windows-1256"),
        ("mac_arabic", "mac-arabic"),
    ],
)
def test_told_by_itself(codec: str, name: str) -> None:
    article = only(BODY.encode(codec))
    assert (article.text, article.encoding.name) == (BODY, name)
    assert 0.9 <= article.encoding.confidence <= 1


@pytest.mark.parametrize(("codec", "name"), [("iso8859_6", "iso-8859-6"), ("cp720", "cp720")])
def test_told_without_marks_that_it_does_not_have(codec: str, name: str) -> None:
    text = BODY.translate({ord(c): None for c in "«»،؛"})
    article = only(text.encode(codec))
    assert (article.text, article.encoding.name) == (text, name)


def test_a_fixed_space_does_not_make_it_a_macintosh() -> None:
    text = BODY.translate({ord(c): None for c in "«»"}).replace("خط نقل", "خط\u00a0نقل")
    assert only(text.encode("iso8859_6")).encoding.name == "iso-8859-6"


def test_few_letters_are_a_doubt_that_names_two() -> None:
    said = reason("نعم".encode("cp1256"))
    assert said.startswith("not UTF-8 at byte 0 (0xE4), and in ")
    assert said.count("% sure") == 2
    assert "windows-1256" in said
    assert said.endswith(": say which with --encoding")


def test_french_is_not_arabic() -> None:
    article = only(FRENCH.encode("cp1252"))
    assert (article.text, article.encoding.name) == (FRENCH, "windows-1252")


@pytest.mark.parametrize(
    "data",
    [
        "Президент заявил, что переговоры прошли успешно".encode("cp1251"),
        "ראש הממשלה אמר כי השיחות היו מוצלחות".encode("cp1255"),
        bytes(range(128, 256)),
    ],
)
def test_what_is_no_arabic_is_not_taken_for_it(data: bytes) -> None:
    assert "--encoding" in reason(data)


# -- broken UTF-8 ------------------------------------------------------------------------------------------------------


@given(st.integers(1, len(BODY.encode()) - 2), st.sampled_from([0xC7, 0xE1, 0xFF, 0x80]))
def test_utf8_with_one_wrong_byte_is_broken_utf8(at: int, byte: int) -> None:
    data = bytearray(BODY.encode())
    data[at] = byte
    try:
        bytes(data).decode()
    except UnicodeDecodeError:
        assert reason(bytes(data)).startswith("not UTF-8 at byte ")
        assert "in another encoding: say which" in reason(bytes(data))


def test_utf8_cut_in_a_character_may_be_cut_off() -> None:
    said = reason(BODY.encode()[:-2])
    assert "it may be cut off" in said


def test_where_it_is_broken_is_counted_over_the_whole_stream() -> None:
    data = (BODY + "\n").encode() * 2000
    broken = data[:400_001] + b"\xff" + data[400_002:]
    assert "at byte 400001 (0xFF)" in reason(broken) or "at byte 400000" in reason(broken)


def test_nothing_is_replaced_silently() -> None:
    for data in (BODY.encode()[:-1], b"\xff\xfe\x00\xd8", BODY.encode("utf-16")[:-1]):
        assert not any(isinstance(x, Article) and "\ufffd" in x.text for x in outcomes(data))


# -- forced and declared -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("codec", ["cp1256", "utf-16-be", "cp864", "utf-7", "iso8859_6"])
def test_any_codec_can_be_forced(codec: str) -> None:
    text = "قال الوزير" if codec != "cp864" else "ﻗﺎﻝ"
    article = only(text.encode(codec), encoding=codec)
    assert (article.text, article.encoding.name, article.encoding.confidence) == (text, codec, 1.0)


@pytest.mark.parametrize("codec", ["punycode", "idna", "unicode_escape", "cp037", "utf_8_sig"])
def test_codecs_that_replace_nothing_make_no_trouble(codec: str) -> None:
    assert outcomes(BODY.encode(), encoding=codec)


def test_a_forced_encoding_is_strict() -> None:
    assert "not ASCII at byte 0" in reason(BODY.encode(), encoding="ascii")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("windows-1256", "windows-1256"),
        (' "CP1256"; ', "windows-1256"),
        ("x-mac-arabic", "mac-arabic"),
        ("ISO-8859-6-I", "iso-8859-6"),
        ("iso-8859-1", "windows-1252"),
        ("UTF8", "utf-8"),
        ("utf-7", None),
        ("unicode_escape", None),
        ("rot13", None),
        ("klingon", None),
        ("", None),
        (None, None),
    ],
)
def test_labels(label: str | None, name: str | None) -> None:
    assert declared_name(label) == name


@given(st.binary(max_size=300))
def test_ranks_are_shares(data: bytes) -> None:
    guesses = rank(data)
    assert all(0 <= g.confidence <= 1 for g in guesses)
    assert len({g.name for g in guesses}) == len(guesses) <= len(RIVALS)
    assert guesses == sorted(guesses, key=lambda g: -g.confidence)


# -- spellings ---------------------------------------------------------------------------------------------------------


def test_marks_in_the_middle_of_a_slow_stream() -> None:
    """Encodings of two bytes are cut anywhere, a line feed is in the middle of other characters."""
    text = "ਊ" * 10 + "\n" + BODY  # U+0A0A has the byte of a line feed twice
    for codec in ("utf-16-le", "utf-16-be", "utf-16"):
        article = only(text.encode(codec), encoding=codec)
        assert article.text == text
