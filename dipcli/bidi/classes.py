"""Bidi classes: one letter a character, so that the rules of the algorithm are regular expressions over a string."""

import re
import unicodedata

from .ucd import table

# Of UAX #9, table 4. Formatting characters are digits: 1-4 embeddings and overrides, 5 their end, 6-8 isolates, 9 their end.
LETTERS = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "ES": "+", "ET": "$", "AN": "N", "CS": ",", "NSM": "m", "BN": "b",
    "B": "B", "S": "S", "WS": "W", "ON": "O",
    "LRE": "1", "RLE": "2", "LRO": "3", "RLO": "4", "PDF": "5", "LRI": "6", "RLI": "7", "FSI": "8", "PDI": "9",
}  # fmt: skip

# Every block with characters of the classes R, AL and AN, and every bidi formatting character.
_REORDERING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class _Classes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = self[code] = LETTERS[bidi_class(chr(code))]
        return letter


_CLASSES = _Classes()


def bidi_class(character: str) -> str:
    """Bidi_Class of one character by its short name (``AL``); for a code point without a character the block's default."""
    return unicodedata.bidirectional(character) or _default(ord(character))


def _default(code: int) -> str:
    return next(name for codes, name in reversed(table().unassigned) if code in codes)


def classes(text: str) -> str:
    """The class of each character as one letter (see ``LETTERS``)."""
    return text.translate(_CLASSES)


def has_rtl(text: str) -> bool:
    """Whether a character may be set right-to-left or change the order: False means that the text stands as it is.

    It looks at blocks and is on the safe side: the few left-to-right characters of those blocks count too.
    """
    return not text.isascii() and _REORDERING.search(text) is not None
