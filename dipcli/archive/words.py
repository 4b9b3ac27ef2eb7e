"""Which words an article has, for the full-text index: each word with everything that Arabic may write around it taken off.

The index only narrows: ``Query``'s own pattern decides. So a word is listed under every rest that the pattern could
mean by it (والرئيس: والرئيس, رئيس), and a search looks one of them up. Nothing that the pattern finds is lost.
"""

import re
from functools import lru_cache

from dipcli.text.clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, bare
from dipcli.text.fold import fold

_WORD = re.compile(r"\w+")
# What the tokenizer of SQLite certainly takes for one word: ASCII, Latin letters, and Arabic; others are not indexed.
_PLAIN = re.compile(r"[0-9a-z\u00df-\u00f6\u00f8-\u017f\u0621-\u064a\u0660-\u0669\u066e-\u06d3\u06f0-\u06f9]+")
_BEFORE = frozenset(
    conjunction + preposition + article
    for conjunction in ("", *CONJUNCTIONS)
    for preposition in ("", *PREPOSITIONS)
    for article in ("", ARTICLE)
)
_BEHIND = frozenset(("", *PRONOUNS))
_MOST_BEFORE, _MOST_BEHIND = max(map(len, _BEFORE)), max(map(len, _BEHIND))


def index_terms(folded: str) -> str:
    """All terms of a folded text, each once, in the order of the alphabet, with spaces between: what the index is given."""
    terms: set[str] = set()
    for word in set(_WORD.findall(folded)):
        terms.update(_rests(word))
    return " ".join(sorted(terms))


@lru_cache(maxsize=200_000)
def _rests(word: str) -> tuple[str, ...]:
    if not _PLAIN.fullmatch(word):
        return ()
    if word.isascii():
        return (word,)
    starts = [i for i in range(min(_MOST_BEFORE, len(word) - 1) + 1) if word[:i] in _BEFORE]
    ends = [j for j in range(max(1, len(word) - _MOST_BEHIND), len(word) + 1) if word[j:] in _BEHIND]
    # A rest that begins like the article is listed without it, unless an article stands before it (ال|الماني).
    return tuple(
        {
            word[i:j]
            for i in starts
            for j in ends
            if i < j and (word[:i].endswith(ARTICLE) or not _has_article(word[i:j]))
        }
    )


def _has_article(word: str) -> bool:
    return len(word) > 4 and word.startswith(ARTICLE)


def match_expression(text: str) -> str | None:
    """The search for articles that may hold the words of ``text``, in the language of FTS5; None where all may."""
    parts = []
    for word in _WORD.findall(fold(text).text):
        if not _PLAIN.fullmatch(word):
            continue
        if word.isascii():
            parts.append(f'"{word}"')
            continue
        sought = [bare(word)]
        if _has_article(sought[0]):
            sought.append(sought[0].removeprefix(ARTICLE))
        # A final ة opens into ت before a pronoun.
        sought += [f"{w[:-1]}ت" for w in sought if w.endswith("ه") and len(w) > 2]
        parts.append("(" + " OR ".join(f'"{w}"' for w in sought) + ")" if len(sought) > 1 else f'"{sought[0]}"')
    return " AND ".join(parts) or None
