"""The folding of the word table: signs fall out; hamza seats, final ya and ta marbuta fold to one letter."""

import re

SIGNS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
LETTERS = str.maketrans("أإآٱىةؤئیکگڤپ", "اااايهويىككفب".replace("ى", "ي"))
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")


def fold(word: str) -> str:
    """The folded spelling; the same letters as ``dipcli.text.fold`` folds."""
    return SIGNS.sub("", word).translate(LETTERS)


def is_arabic(word: str) -> bool:
    """Only Arabic letters."""
    return bool(ARABIC.fullmatch(word))
