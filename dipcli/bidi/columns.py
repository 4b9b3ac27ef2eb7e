"""What a terminal gives each character: columns, and which characters stand together in one cell.

Each character has a kind, one letter: ``1`` and ``2`` a letter of one or two columns, ``s`` a space at which a line may end,
``p`` and ``w`` a symbol of one or two columns, ``r`` a regional indicator, ``c`` a spacing mark, ``e`` an emoji modifier (two columns), ``m`` a mark or
format character that joining looks through, ``n`` ZWNJ, ``j`` ZWJ, ``0`` another character without a column.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

COLUMNS = {"1": 1, "2": 2, "w": 2, "s": 1, "p": 1, "r": 1, "c": 1, "e": 2, "m": 0, "n": 0, "j": 0, "0": 0}
# Extended grapheme clusters of UAX #29, as far as a cursor on a terminal can tell them apart: marks and modifiers with their
# base, emoji joined by ZWJ, flags.
_CLUSTER = re.compile("(?:rr|[wp](?:[mec]*j[wp])*|.)[mnjec]*")
_JOINED = re.compile("[mnjecr]")
_NOT_ONE = re.compile("[^1spcr]")
_NO_BREAK = "\u00a0\u2007\u202f"
# Format characters that letters do not join across: the Mongolian vowel separator, isolates and, against their joining type,
# embeddings, since they part what stands at different levels.
_PARTING = "\u180e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HANGUL_VOWELS = range(0x1160, 0x1200)
_REGIONAL = range(0x1F1E6, 0x1F200)
_MODIFIERS = range(0x1F3FB, 0x1F400)
# Arabic number signs and the like are format characters that one sees.
_NUMBER_SIGNS = re.compile("[\u0600-\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd]")


class _Kinds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code), code)
        return kind


_KINDS = _Kinds()


def _kind(character: str, code: int) -> str:
    category = unicodedata.category(character)
    if character == "\u200c":
        return "n"
    if character == "\u200d":
        return "j"
    if _NUMBER_SIGNS.match(character):
        return "1"
    if category in ("Mn", "Me", "Cf") or code in _HANGUL_VOWELS:
        return "0" if character in _PARTING else "m"
    if category in ("Cc", "Cs", "Zl", "Zp"):
        return "0"
    if category == "Zs" and character not in _NO_BREAK:
        return "s" if character != "\u3000" else "2"
    if code in _MODIFIERS:
        return "e"
    if unicodedata.east_asian_width(character) in "WF":
        return "w" if category == "So" else "2"
    if code in _REGIONAL:
        return "r"
    return {"So": "p", "Mc": "c"}.get(category, "1")


def kinds(text: str) -> str:
    """The kind of each character."""
    return text.translate(_KINDS)


def columns(kinds: str) -> int:
    """Columns of a string of kinds."""
    if not _NOT_ONE.search(kinds):
        return len(kinds)
    return sum(n * kinds.count(kind) for kind, n in COLUMNS.items() if n)


def edges(kinds: str) -> Sequence[int]:
    """The column before each character, and the width of all at the end."""
    if not _NOT_ONE.search(kinds):
        return range(len(kinds) + 1)
    return list(accumulate(map(COLUMNS.__getitem__, kinds), initial=0))


def clusters(kinds: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The half-open spans of the grapheme clusters from ``start`` on."""
    return (m.span() for m in _CLUSTER.finditer(kinds, start))


def has_clusters(kinds: str) -> bool:
    """Whether any cluster may have more than one character."""
    return _JOINED.search(kinds) is not None


def fitting(kinds: str, edges: Sequence[int], start: int, width: int) -> int:
    """The end of the longest part from ``start`` on that takes at most ``width`` columns, between clusters."""
    end = bisect_right(edges, edges[start] + width) - 1
    if end >= len(kinds) or not has_clusters(kinds[start : end + 1]):
        return max(end, start)
    last = start
    for _, closed in clusters(kinds, start):
        if closed > end:
            break
        last = closed
    return last
