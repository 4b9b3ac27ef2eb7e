"""Lines of a web page that are no text of an article: words of a picture, and what the page leaves at the end."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dipcli.records import Record


class LinePattern:
    """A regular expression on a folded line, compiled when a text has one of the words without which it fits nothing."""

    __slots__ = ("_compiled", "_fits", "words")

    def __init__(self, words: Iterable[str], fits: str) -> None:
        self.words = frozenset(words)
        self._fits = fits
        self._compiled: re.Pattern[str] | None = None

    def may_fit(self, there: frozenset[str]) -> bool:
        """Has a text with these words one of its own? A pattern without words may fit anything."""
        return not self.words or not self.words.isdisjoint(there)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression."""
        if self._compiled is None:
            self._compiled = re.compile(self._fits)
        return self._compiled


class PageLines(Record):
    """What may fit lines of one article: ``caption`` and ``tail`` from their beginning, ``rest`` behind a stop."""

    caption: list[re.Pattern[str]]
    tail: list[re.Pattern[str]]
    rest: list[re.Pattern[str]]

    def is_caption(self, line: str) -> bool:
        """Are these the words of a picture?"""
        return bool(self.caption) and any(p.match(line) for p in self.caption)

    def is_tail(self, line: str) -> bool:
        """Does a page leave this at the end?"""
        return bool(self.tail) and any(p.match(line) for p in self.tail)

    def rest_at(self, text: str, start: int, end: int) -> int:
        """Where between two places a page's remains begin behind a stop, in the same line; -1 where none do."""
        found = [m.start(1) for p in self.rest if (m := p.search(text, start, end))]
        return min(found, default=-1)


NO_LINES: Final = PageLines([], [], [])


class Boilerplate:
    """The patterns of lines that are no article text; ``rest`` are such remains behind a stop of the last line."""

    __slots__ = ("_caption", "_rest", "_tail", "_words")

    def __init__(
        self, caption: Iterable[LinePattern], tail: Iterable[LinePattern], rest: Iterable[LinePattern]
    ) -> None:
        self._caption = tuple(caption)
        self._tail = tuple(tail)
        self._rest = tuple(rest)
        self._words = frozenset([w for p in (*self._caption, *self._tail, *self._rest) for w in p.words])

    def within(self, text: str) -> PageLines:
        """Those that may fit lines of this folded text."""
        there = frozenset([word for word in self._words if word in text])
        return PageLines(_of(self._caption, there), _of(self._tail, there), _of(self._rest, there))


def _of(patterns: Sequence[LinePattern], there: frozenset[str]) -> list[re.Pattern[str]]:
    return [p.compiled for p in patterns if p.may_fit(there)]
