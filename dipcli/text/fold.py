"""Spelling folded for matching, with a way back to the untouched text."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from typing import Final

from dipcli.text.letters import ONE_FOR_ONE, PRESENTATION, RARE, SIGNS, TWICE

_GLUED: Final = re.compile("ة(?=[\u0621-\u063a\u0641-\u064a])")
_COMMON: Final = ONE_FOR_ONE[:8]
_RARE: Final = ONE_FOR_ONE[8:]
_TATWEEL: Final = "\u0640"
# Apart from any word it is a dash, as some papers set it; the further ones of a row fall out.
_LONE_TATWEEL: Final = re.compile(rf"(?<!\S){_TATWEEL}(?={_TATWEEL}*(?:\s|[،,.؛:]|$))")


def _same_length(text: str) -> str:
    """Fold letters one for one. Chained replace is far faster than str.translate on Arabic."""
    for old, new in _COMMON:
        text = text.replace(old, new)
    if RARE.search(text):
        for old, new in _RARE:
            text = text.replace(old, new)
    for old, new in TWICE:
        if old in text:
            text = text.replace(old, new)
    return text


def fold_word(word: str) -> str:
    """The folded spelling of a word, where no way back is needed."""
    if _TATWEEL in word:
        word = _LONE_TATWEEL.sub("-", word)
    if PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    return _same_length(SIGNS.sub("", word)).lower()


class Folded:
    """Folded text; ``start`` and ``end`` map its half-open offsets back to code points of the original."""

    __slots__ = ("_cuts", "_table", "breaks", "text")

    def __init__(self, text: str, cuts: list[int] | None, table: "array[int] | None") -> None:
        # القيادةوقال: ة ends a word, whatever is glued to it; a space is missing at these folded offsets
        self.breaks = [m.end() for m in _GLUED.finditer(text)]
        self.text = text = _lower(_same_length(text))
        self._cuts = cuts
        self._table = table

    def start(self, i: int) -> int:
        """Original offset of folded code point ``i`` (0 <= i <= len(text))."""
        if self._cuts:
            return i + bisect_right(self._cuts, i)
        return self._table[i] if self._table is not None else i

    def starts(self, offsets: list[int]) -> list[int]:
        """``start`` of ascending offsets."""
        if self._cuts:
            return _behind_cuts(offsets, self._cuts)
        return offsets if self._table is None else [self.start(i) for i in offsets]

    def ends(self, offsets: list[int]) -> list[int]:
        """``end`` of ascending offsets."""
        if self._cuts:
            return _behind_cuts(offsets, self._cuts)
        return offsets if self._table is None else [self.end(i) for i in offsets]

    def end(self, i: int) -> int:
        """Original end offset for folded end offset ``i``: signs on the last letter belong to it."""
        if self._cuts:
            return i + bisect_right(self._cuts, i)
        if self._table is not None:
            return self._table[i - 1] + 1 if i and self._table[i] == self._table[i - 1] else self._table[i]
        return i


def _behind_cuts(offsets: list[int], cuts: list[int]) -> list[int]:
    """Each of the ascending offsets, and how many cuts are not behind it more."""
    out: list[int] = []
    first = 0
    for n, cut in enumerate(cuts):
        last = bisect_left(offsets, cut, first)
        out += [i + n for i in offsets[first:last]]
        first = last
    out += [i + len(cuts) for i in offsets[first:]]
    return out


def fold(text: str) -> Folded:
    """Fold an article. Cost is a few passes of C code; the map is a sorted list of the places where signs fell out."""
    if _TATWEEL in text:
        text = _LONE_TATWEEL.sub("-", text)
    if PRESENTATION.search(text):
        return _fold_expanding(text)
    cuts: list[int] | None = None
    if SIGNS.search(text):
        cuts = [m.start() - n for n, m in enumerate(SIGNS.finditer(text))]
        text = SIGNS.sub("", text)
    return Folded(text, cuts, None)


def _lower(text: str) -> str:
    """Lower case where that keeps the length (a dotted capital I would become two code points)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _fold_expanding(text: str) -> Folded:
    """The slow way, for presentation forms: a table with the origin of every folded code point."""
    table = array("L")
    out: list[str] = []
    for i, c in enumerate(text):
        if SIGNS.match(c):
            continue
        letters = unicodedata.normalize("NFKC", c) if PRESENTATION.match(c) else c
        letters = SIGNS.sub("", letters)
        out.append(letters)
        table.extend([i] * len(letters))
    table.append(len(text))
    return Folded("".join(out), None, table)
