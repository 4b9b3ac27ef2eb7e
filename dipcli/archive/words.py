"""Which words an article has, for the full-text index: each without what Arabic may write before and behind it.

The index only narrows: the pattern of the query decides. A word is listed once for each beginning that may not be its
own (والرئيس: والرئيس, رئيس), each time up to its last letter that no ending has (تعاونهما: تعا); a search looks up what
its forms would be listed as. Two words that follow each other are listed as one of so many numbers, by letters
that are most surely their own, so that a phrase of frequent words opens few articles. Nothing that a pattern finds is lost.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise, product

from dipcli.text.clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, bare
from dipcli.text.fold import fold
from dipcli.text.forms import TA_MARBUTA, forms_of

_WORD = re.compile(r"\w+")
# What the tokenizer of SQLite certainly takes for one word: ASCII, Latin letters, and Arabic; others are not indexed.
_PLAIN = re.compile(r"[0-9a-z\u00df-\u00f6\u00f8-\u017f\u0621-\u064a\u0660-\u0669\u066e-\u06d3\u06f0-\u06f9]+")
_BEFORE = frozenset(
    conjunction + preposition + article
    for conjunction in ("", *CONJUNCTIONS)
    for preposition in ("", *PREPOSITIONS)
    for article in ("", ARTICLE)
)
_MOST_BEFORE = max(map(len, _BEFORE))
# Letters of what stands before and behind a word. ء is one: its seat changes before a pronoun (لقاء, لقائه).
_STARTS = "".join(sorted(set("".join(_BEFORE))))
_ENDS = "".join(sorted({*"".join(PRONOUNS), *"انينونات", "ه", "ء"}))
_SHORTEST = 3  # letters that are kept of a word whatever they are
_PAIRS = 16  # bits of the number of a pair
_LOW, _DROPPED = 0xFFFF_FFFF, 32 - _PAIRS
_FIRST = 0x4E00  # numbers of pairs are written as two letters that no word here has
_ORDER = 0x9E3779B1  # makes of two numbers another one than of the same two the other way round
_MOST_PAIRS = 200  # of one place in a phrase: so many are looked up


def words_of(folded: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(folded)


def index_terms(words: Sequence[str]) -> str:
    """All terms of folded words that follow each other, each once, with spaces between: what the index is given.

    Their order is any: the index keeps its own.
    """
    found = list(map(_terms_and_number, words))
    names = _names_of_pairs()
    # As ``_pair_number``, without a call for each of the pairs of a text.
    pairs = {(a * _ORDER + b & _LOW) >> _DROPPED for (_, a), (_, b) in pairwise(found)}
    return " ".join({*chain.from_iterable([listed for listed, _ in found]), *[names[n] for n in pairs]})


@lru_cache(maxsize=30_000)
def _terms_and_number(word: str) -> tuple[tuple[str, ...], int]:
    return _listed(word), _number(word)


def _listed(word: str) -> tuple[str, ...]:
    if not _PLAIN.fullmatch(word):
        return ()
    if word.isascii():
        return (word,)
    starts = (i for i in range(min(_MOST_BEFORE, len(word) - 1) + 1) if word[:i] in _BEFORE)
    # A rest that begins like the article is listed without it, unless an article stands before it (ال|الماني).
    return tuple({_key(word[i:]) for i in starts if word[:i].endswith(ARTICLE) or not _has_article(word[i:])})


def _has_article(word: str) -> bool:
    return len(word) > 4 and word.startswith(ARTICLE)


def _key(word: str) -> str:
    """The word up to its last letter that no ending has, and at least ``_SHORTEST`` letters: the same for all its forms."""
    return word[: max(_SHORTEST, len(word.rstrip(_ENDS)))]


def _core(word: str) -> str:
    """What is left behind all letters that may stand before a word, up to the last that no ending has and at least two:
    the same whatever is written before it.
    """
    rest = word.lstrip(_STARTS)
    return rest[: max(2, len(rest.rstrip(_ENDS)))]


def _number(word: str) -> int:
    return zlib.crc32(_core(word).encode("utf-8", "surrogatepass"))


def _pair_number(one: int, other: int) -> int:
    return (one * _ORDER + other & _LOW) >> _DROPPED


@cache
def _names_of_pairs() -> tuple[str, ...]:
    return tuple(_name_of_pair(n) for n in range(1 << _PAIRS))


def _name_of_pair(number: int) -> str:
    return chr(_FIRST + (number >> 6)) + chr(_FIRST + (number & 63))


# -- looking up --------------------------------------------------------------------------------------------------------


def match_expression(text: str) -> str | None:
    """Articles that may hold the words of ``text`` as ``query.pattern_of`` reads them, in the language of FTS5; None where
    all may.
    """
    return _expression([_spellings(word) for word in _WORD.findall(fold(text).text)])


def match_forms(phrase: Iterable[Iterable[str]]) -> str | None:
    """The same for words in any of their forms, one behind the other; for each place the words that may stand there."""
    return _expression([frozenset().union(*map(_without_dots, words)) for words in phrase])


def _without_dots(word: str) -> frozenset[str]:
    forms = forms_of(word)
    return frozenset(f.replace(TA_MARBUTA, "ه") for f in forms.definite | forms.indefinite)


def _spellings(word: str) -> frozenset[str]:
    """A folded word with what the pattern lets stand behind it."""
    if word.isascii():
        return frozenset((word,))
    letters = bare(word)
    opened = letters
    if letters.endswith("ه") and len(letters) > 2:
        opened = letters[:-1] + "ت"
    return frozenset((letters, *(opened + p for p in PRONOUNS)))


def _expression(words: list[frozenset[str]]) -> str | None:
    parts = [_any(_looked_up(spellings)) for spellings in words]
    parts += [_any(_pairs(one, other)) for one, other in pairwise(words)]
    return " AND ".join(dict.fromkeys(p for p in parts if p)) or None


def _any(terms: set[str]) -> str | None:
    return "(" + " OR ".join(f'"{t}"' for t in sorted(terms)) + ")" if terms else None


def _looked_up(spellings: frozenset[str]) -> set[str]:
    """What the index may list one of the spellings as; nothing where one of them is not indexed."""
    if not all(map(_PLAIN.fullmatch, spellings)):
        return set()
    rests = [rest for s in spellings for rest in ((s, s[len(ARTICLE) :]) if _has_article(s) else (s,))]
    return {r if r.isascii() else _key(r) for r in rests}


def _pairs(one: frozenset[str], other: frozenset[str]) -> set[str]:
    cores = set(product({_number(s) for s in one}, {_number(s) for s in other}))
    return {_name_of_pair(_pair_number(a, b)) for a, b in cores} if len(cores) <= _MOST_PAIRS else set()
