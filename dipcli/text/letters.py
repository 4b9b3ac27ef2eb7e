"""Which letters count as the same when words are compared, and which signs do not count at all.

The spelling folded here follows what Arabic newspapers write interchangeably: the seats of hamza, final ى for ي
(Egypt), ه for ة, Persian shapes of ي and ك, Arabic and Persian digits, and the double prime or two apostrophes that stand for a quotation
mark. Vowel signs, tatweel and invisible format characters do not count.
"""

import re
from typing import Final

# Signs that carry no letter: Quranic and vowel signs, combining hamza and madda (a decomposed hamza folds like the
# composed one), tatweel, zero-width and bidi format characters, soft hyphen, byte-order mark inside the text.
_SIGN_CLASS: Final = (
    "\u00ad\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
SIGNS: Final = re.compile(f"[{_SIGN_CLASS}]")

# Presentation forms may stand for several letters; anything else here is one letter for one.
PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")

ONE_FOR_ONE: Final[tuple[tuple[str, str], ...]] = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"),
    ("ی", "ي"), ("ې", "ي"), ("ک", "ك"), ("گ", "ك"), ("ہ", "ه"), ("ھ", "ه"), ("ۀ", "ه"), ("ۃ", "ه"), ("ڤ", "ف"), ("پ", "ب"),
    ("\u2033", '"'), ("\u02ba", '"'), ("\uff02", '"'),
    ("\u00a0", " "), ("\u202f", " "), ("\u2007", " "),
    *((chr(0x660 + d), str(d)) for d in range(10)), *((chr(0x6F0 + d), str(d)) for d in range(10)),
)  # fmt: skip
# Two single marks that stand for one double mark, as Algerian papers set them; as many letters, for the way back.
TWICE: Final = (("''", '""'), ("‘‘", "““"), ("’’", "””"))
RARE: Final = re.compile("[" + "".join(a for a, _ in ONE_FOR_ONE[8:]) + "]")
ARABIC: Final = re.compile("[\u0621-\u064a]")
