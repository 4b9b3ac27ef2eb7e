"""Words as the figures count them: of contents by their place, of names by their letters."""

import re

from dipcli.model import Span
from dipcli.text.fold import fold_word

# Vowel signs belong to the word that they stand in. Words of the untouched text, so that places are its code points.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670])*")
# Conjunction, preposition and article that may be written together with a name.
_PREFIX = re.compile("[وف]?(?:[بك]?ال|لل)?")
_SHORTEST = 3
# Whether the complementiser or preposition ahead of a content belongs to it is a matter of taste: it does not count.
_OPENERS = frozenset(("ان", "بان", "الي", "علي", "انه", "انها", "انهم", "عن", "في", "من", "و", "ب"))

Name = tuple[str, ...]
"""A name for comparing: its words folded, without what is written together with them."""


class Words:
    """The words of one article, by their places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [Span(*m.span()) for m in _WORD.finditer(text)]

    def of(self, content: tuple[Span, ...]) -> frozenset[int]:
        """Numbers of the words that a content touches, openers at its front left out (one word always stays)."""
        touched = [
            n for n, word in enumerate(self._spans) if any(word.start < c.end and c.start < word.end for c in content)
        ]
        first = 0
        while first < len(touched) - 1 and self._folded(touched[first]) in _OPENERS:
            first += 1
        return frozenset(touched[first:])

    def _folded(self, number: int) -> str:
        start, end = self._spans[number]
        return fold_word(self._text[start:end])


def name_of(text: str) -> Name:
    """The words of a name as they are compared; empty for a text without words."""
    return tuple(_bare(w) for w in _WORD.findall(fold_word(text)))


def _bare(word: str) -> str:
    """The word without prefixes, unless too little is left to be a word."""
    rest = word[_PREFIX.match(word).end() :]  # type: ignore[union-attr]
    return rest if len(rest) >= _SHORTEST else word


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """F1 of two sets of words (van Rijsbergen 1979): 0 to 1, 1 when they are the same, 0 when both are empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
