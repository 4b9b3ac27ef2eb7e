"""Text made safe: what each kind of character becomes, and that what is safe stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from dipcli.terminal.cells import safe_text
from dipcli.terminal.safe import MARKS, pieces, safe
from tests.terminal.hostile import corpus


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x07\x7f\x00", "a␇␡␀"),
        ("a\x9bb\ud800", "a\ufffdb\ufffd"),
        ("a\udcc7", "a\\xC7"),
        ("a\u202eb\u202c", "a<RLO>b<PDF>"),
        ("\u2066\u2067\u2068\u2069\u202a\u202b\u202d", "<LRI><RLI><FSI><PDI><LRE><RLE><LRO>"),
        ("a\tb\xa0c\u3000d", "a b c d"),
        ("a\r\nb\x0bc\x85d\u2028e\rf", "a\nb\nc\nd\ne␍f"),
        ("soft\u00adhyphen\ufeff\u200b\u2060\U000e0041", "softhyphen"),
        ("\ue000\uffff", "<U+E000><U+FFFF>"),
        ("۝ ؀", "<U+06DD> <U+0600>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ه\u200d a\u200db", "ه\u200d ab"),
        ("👍🏽 ❤️ 🇹🇳", "👍 ❤ TN"),
        ("مُحَمَّدٌ", "مُحَمَّدٌ"),
        ("\u0651", "◌\u0651"),
        ("a\n\u0301", "a\n◌\u0301"),
        ("b" + "\u0301" * 9, "b" + "\u0301" * MARKS),
        ("قال\u200f الوزير", "قال\u200f الوزير"),
        ("[bold]x[/]", "[bold]x[/]"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text("ابجد abc()«»،.\u064e\u0651\n٣4", max_size=40) | st.text() | st.sampled_from(corpus()))
def test_safe_text_is_safe_and_stays(text: str) -> None:
    once = safe(text)
    assert safe(once) == once
    assert "".join(shown for _, shown in pieces(text)) == once
    kept = "\n\u200c\u200d\u200e\u200f\u061c"
    assert all(c in kept or unicodedata.category(c)[0] not in "CZ" or c == " " for c in once)
    once.encode("utf-8")


@given(st.text("ab\x1b\u202e\u00ad\u0301\n🇹", max_size=30))
def test_styles_keep_their_letters(text: str) -> None:
    styled = Text(text)
    for i in range(len(text)):
        styled.stylize(f"color({i})", i, i + 1)
    cleaned = safe_text(styled)
    assert cleaned.plain == safe(text)
    expected = {f"color({i})": shown for i, shown in pieces(text)}
    for span in cleaned.spans:
        assert cleaned.plain[span.start : span.end] == expected.get(str(span.style), "")
