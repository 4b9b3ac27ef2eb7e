"""Text made safe to print: nothing of it can move the cursor, recolour, reorder or overlap what stands outside its cell.

What would is shown instead: C0 controls as their pictures, C1 controls and lone surrogates as U+FFFD or the byte that
they stand for, bidi embeddings, overrides and isolates as ``<RLO>``, other characters without a picture as ``<U+E000>``.
Characters on whose width terminals disagree become ones on which they agree. For screens only: JSON keeps the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# More marks than this on one letter climb into the lines above; Arabic needs shadda, a vowel and a small alef.
MARKS = 4

# Text that is safe as it is, found fast: letters of Latin and Arabic, digits, punctuation, few vowel signs a letter.
_SAFE = re.compile(
    "(?:[ \n!-~\xa1-\xac\xae-\u024f\u060c\u061b\u061f\u0640\u0660-\u066d\u06d4\u06f0-\u06f9\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u21ff\u2500-\u25fc\ufb50-\ufbb1\ufe70-\ufefc]|[\u0620-\u064a\u066e\u066f\u0671-\u06d3][\u064b-\u0655\u0670]{0,3})*"
)
_BIDI = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
# LRM, RLM, ALM order their own cell; the joiners shape Arabic letters. None of them is printed in visual order.
_MARKS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
_INVISIBLE = _MARKS + _JOINERS
_BREAKS = {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n", "\t": " "}
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
# Variation selectors and skin tones widen the character before in some terminals only.
_SELECTORS = re.compile("[\ufe00-\ufe0f\u180b-\u180f\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]")
# Vowels and final consonants of Hangul syllables that are spelt out have no width of their own in most terminals.
_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")


def safe(text: str) -> str:
    """The text as it may be printed; line breaks stay (``\\r\\n`` and the like as ``\\n``)."""
    if _SAFE.fullmatch(text):
        return text
    return "".join(shown for _, shown in pieces(text))


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Index of a character and what is printed for it (one or more characters), without those that are dropped."""
    based, marks, last = False, 0, ""
    for i, c in enumerate(text):
        shown = _shown(c)
        if shown == "" or (c == "\r" and text[i + 1 : i + 2] == "\n"):
            continue
        if c in _JOINERS and not (_joins(last) or _joins(text[i + 1 : i + 2])):
            continue
        if unicodedata.category(c) in ("Mn", "Me"):
            marks += 1
            if marks > MARKS:
                continue
            # A mark without a letter would stand on the cell before.
            shown = c if based else "◌" + c
        elif c not in _INVISIBLE:
            marks = 0
        based, last = shown != "\n" and (based or c not in _INVISIBLE), c
        yield i, shown


@lru_cache(4096)
def _shown(c: str) -> str:
    """What is printed for a character by itself; empty when nothing is."""
    code = ord(c)
    if c in _INVISIBLE or c == "\n":
        return c
    if c in _BIDI:
        return f"<{_BIDI[c]}>"
    if c in _BREAKS:
        return _BREAKS[c]
    if code < 0x20 or code == 0x7F:
        return chr(0x2400 + code) if code < 0x20 else "␡"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02X}"  # a byte of a file name that is not UTF-8
    if 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return chr(code - 0x1F1E6 + ord("A"))  # the letters of flags: one column or two
    if c in _FILLERS or _SELECTORS.match(c):
        return ""
    if 0xFBEA <= code <= 0xFDFF:
        return unicodedata.normalize("NFKC", c)  # whole words and syllables in the one column of a ligature
    return f"<U+{code:04X}>" if _JAMO.match(c) else _by_category(c, unicodedata.category(c))


def _by_category(c: str, category: str) -> str:
    if category == "Zs":
        return " "
    if category == "Cf":
        # The Arabic number signs have a picture, but no width that terminals agree on.
        return f"<U+{ord(c):04X}>" if unicodedata.bidirectional(c) in ("AN", "AL") else ""
    return f"<U+{ord(c):04X}>" if category in ("Co", "Cn") else c


def _joins(c: str) -> bool:
    return bool(c) and unicodedata.bidirectional(c) in ("AL", "R", "NSM")
