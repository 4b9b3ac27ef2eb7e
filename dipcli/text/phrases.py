"""Words and phrases found in a text in any of their forms, and the sentences in which they stand."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from dipcli.records import Record
from dipcli.text.fold import fold
from dipcli.text.forms import fold_keeping, spellings_of
from dipcli.text.letters import ARABIC
from dipcli.text.segment import segment
from dipcli.text.tokens import Tokens

_WORD: Final = re.compile(r"\w+")
_QUOTED: Final = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')


class Phrase(Record):
    """Words that follow each other, as they were asked for; ``foreign``: in other letters than Arabic, maybe a name.

    ``variants`` has for each word others that stand for it: a name in other transliterations.
    """

    text: str
    words: tuple[str, ...]
    foreign: bool
    variants: tuple[tuple[str, ...], ...] = ()

    def alternatives(self) -> list[tuple[str, ...]]:
        """For each word itself and its variants."""
        return [(w, *v) for w, v in zip(self.words, self.variants or ((),) * len(self.words), strict=True)]


class Place(Record):
    """Half-open code points of a text."""

    start: int
    end: int


def phrases_of(texts: Iterable[str]) -> tuple[Phrase, ...]:
    """What is asked for: each text is a phrase; of one with quotation marks what is between them, and each other word.

    Raises ValueError for a text without a word.
    """
    out: dict[str, Phrase] = {}
    for text in texts:
        parts = [text]
        if _QUOTED.search(text):
            parts = [*_QUOTED.findall(text), *_QUOTED.sub(" ", text).split()]
        found = [p for p in map(_phrase, parts) if p.words]
        if not found:
            raise ValueError(text)
        out.update((p.text, p) for p in found)
    return tuple(out.values())


def _phrase(text: str) -> Phrase:
    # Signs and tatweel within a word do not part it: words are those of the folded text.
    folded = fold(text)
    spans = [(folded.start(m.start()), folded.end(m.end())) for m in _WORD.finditer(folded.text)]
    words = tuple(text[start:end] for start, end in spans)
    foreign = not ARABIC.search(text) and any(c.isalpha() for w in words for c in w)
    return Phrase(text=" ".join(words), words=words, foreign=foreign)


def places_of(phrases: Sequence[Phrase], text: str) -> list[list[Place]]:
    """Where each phrase stands in a text."""
    folded = fold_keeping(text)
    found = list(_WORD.finditer(folded.text))
    words = [m[0] for m in found]
    out = []
    for phrase in phrases:
        spellings = _spellings(phrase)
        out.append(
            [
                Place(folded.start(found[i].start()), folded.end(found[i + len(spellings) - 1].end()))
                for i, word in enumerate(words)
                if word in spellings[0] and _go_on(words, i, spellings)
            ]
        )
    return out


@lru_cache(maxsize=64)
def _spellings(phrase: Phrase) -> tuple[frozenset[str], ...]:
    """For each word every way in which a text may write it: the same for all texts that a search goes through."""
    return tuple(frozenset().union(*map(spellings_of, words)) for words in phrase.alternatives())


def _go_on(words: list[str], at: int, spellings: tuple[frozenset[str], ...]) -> bool:
    """Is each word from ``at`` on among the spellings for its place?"""
    if at + len(spellings) > len(words):
        return False
    return all(words[at + n] in own for n, own in enumerate(spellings))


class Sentence(Record):
    """Half-open code points of a text, and what was found in it, in order."""

    start: int
    end: int
    places: tuple[Place, ...]


def sentences_with(text: str, places: Iterable[Place]) -> list[Sentence]:
    """The sentences that hold the places, in order; where a place runs over the end of a line, all that it touches."""
    out: list[Sentence] = []
    for place in sorted(set(places)):
        if out and place.start < out[-1].end:
            last = out.pop()
            end = last.end if place.end <= last.end else _around(text, place.end - 1)[1]
            out.append(Sentence(last.start, end, (*last.places, place)))
        else:
            start, end = _around(text, place.start)
            if place.end > end:
                end = _around(text, place.end - 1)[1]
            out.append(Sentence(start, end, (place,)))
    return out


def _around(text: str, at: int) -> tuple[int, int]:
    """The sentence in which a code point stands."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    line = text[first : len(text) if last < 0 else last]
    folded = fold(line)
    tokens = Tokens(folded.text, folded.breaks)
    starts = [folded.start(tokens.starts[s.first]) for s in segment(folded.text, tokens, None).sentences]
    start = max((s for s in starts if s <= at - first), default=0)
    end = min((s for s in starts if s > at - first), default=len(line))
    kept = line[start:end].rstrip()
    start += len(kept) - len(kept.lstrip())
    return first + start, first + max(start + len(kept.lstrip()), at - first + 1)
