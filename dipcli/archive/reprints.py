"""One story in several papers: found by the shingles that two texts share.

Shingles of five folded words (Broder 1997); the smallest of their hashes are kept as a sketch, so that two texts that
share much nearly surely share some of them. Those who share the most are compared in full.
"""

import zlib
from collections.abc import Sequence
from functools import lru_cache

_LENGTH = 5
_SKETCH = 12
# Of who shares a sentence alone there may be thousands: the full look is for so many who share so much of the sketch.
_FEWEST_SHARED, MOST_COMPARED = 2, 2
# A paper cuts a story's end or puts a paragraph of its own before it: the share of the shorter text counts, and the
# two must not differ too much in length. Set on recombined and on different articles of a corpus.
_SHARED, _SHORTEST_SHARE = 0.6, 0.4
# Of the words of the shorter, each counted once, so much; cut copies of 500 articles had nine tenths and more.
_SHARED_WORDS = 0.4
_BASE, _MASK = 0x9E3779B1, (1 << 32) - 1
_FACTORS = tuple(pow(_BASE, n, 1 << 32) for n in range(_LENGTH))


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Hashes (32 bits) of all runs of five words of a folded text; of the whole text when it is shorter."""
    marks = list(map(_mark, words))
    if marks:
        marks += [0] * (_LENGTH - len(marks))  # none where there are enough
    runs = zip(*(marks[n:] for n in range(_LENGTH)), strict=False)
    a, b, c, d, e = _FACTORS
    return frozenset([(p * a + q * b + r * c + s * d + t * e) & _MASK for p, q, r, s, t in runs])


@lru_cache(maxsize=30_000)
def _mark(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def sketch(hashes: frozenset[int]) -> list[int]:
    """The smallest hashes: what is looked up."""
    return sorted(hashes)[:_SKETCH]


def fewest_shared(looked_up: list[int]) -> int:
    """How many hashes of this sketch another must have to be looked at: all, where a text has hardly any."""
    return min(_FEWEST_SHARED, len(looked_up))


def may_be_reprint(one: set[str], other: set[str]) -> bool:
    """Can two texts of these words share so many runs of them? Cheaper than to look at the runs, and sure to say no rarely."""
    return len(one & other) >= _SHARED_WORDS * min(len(one), len(other))


def is_reprint(one: frozenset[int], other: frozenset[int]) -> bool:
    """Do two texts tell the same story in the same words?"""
    shorter, longer = sorted((len(one), len(other)))
    if not shorter or shorter < _SHORTEST_SHARE * longer:
        return False
    return len(one & other) >= _SHARED * shorter
