"""One story in several papers: found by the shingles that two texts share.

Shingles of five folded words (Broder 1997); the smallest of their hashes are kept as a sketch, so that two texts that
share much nearly surely share one of them. Whoever shares one is compared in full.
"""

import re
import zlib

_WORD = re.compile(r"\w+")
_LENGTH = 5
_SKETCH = 12
# A paper cuts a story's end or puts a paragraph of its own before it: the share of the shorter text counts, and the
# two must not differ too much in length. Set on recombined and on different articles of a corpus.
_SHARED, _SHORTEST_SHARE = 0.6, 0.4


def shingles(folded: str) -> frozenset[int]:
    """Hashes of all runs of five words of a folded text; of the whole text when it is shorter."""
    words = _WORD.findall(folded)
    if len(words) < _LENGTH:
        return frozenset([zlib.crc32(" ".join(words).encode())]) if words else frozenset()
    runs = (" ".join(words[i : i + _LENGTH]) for i in range(len(words) - _LENGTH + 1))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def sketch(hashes: frozenset[int]) -> list[int]:
    """The smallest hashes: what is looked up."""
    return sorted(hashes)[:_SKETCH]


def is_reprint(one: frozenset[int], other: frozenset[int]) -> bool:
    """Do two texts tell the same story in the same words?"""
    shorter, longer = sorted((len(one), len(other)))
    if not shorter or shorter < _SHORTEST_SHARE * longer:
        return False
    return len(one & other) >= _SHARED * shorter
