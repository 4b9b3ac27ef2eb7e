"""Where the words that an annotator copied stand in the article."""

import re
from typing import Any

from dipcli.model import Span

_LETTER = re.compile(r"[^\W_]")


class PlaceError(ValueError):
    """Words or offsets do not name one place of the article; the message says which and what to do."""


class Places:
    """Finds places in one article. Lines end with LF and are counted from 1, spans are half-open code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[Span] = []
        start = 0
        for line in text.split("\n"):
            self._lines.append(Span(start, start + len(line)))
            start += len(line) + 1

    def span(self, pair: Any, at: str) -> Span:
        """A pair of offsets as a span, if it is one and lies inside the text."""
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= len(self._text):
                return Span(start, end)
        raise PlaceError(f"{at}: {pair} is no [start, end] inside the {len(self._text)} characters of the text")

    def must_say(self, span: Span, said: Any, at: str) -> None:
        """Raise PlaceError unless the span's text is what is said beside it."""
        found = self._text[span.start : span.end]
        if found != said:
            raise PlaceError(f'{at}: at {span.start} to {span.end} the text has "{found}"')

    def between(self, number: int, first: str, last: str, at: str) -> Span:
        """From the words ``first`` to the words ``last`` of a line; each must stand there once (``last`` from there on)."""
        line = self._line(number, at)
        start = self._only(first, line, f"{at} starts with", number)
        end = self._only(last, Span(start, line.end), f"{at} ends with", number)
        return Span(start, end + len(last))

    def cue(self, number: int, words: str, content: int, at: str) -> Span:
        """The words of a line that stand last before the offset ``content``; else its first."""
        found = self._all(words, self._line(number, at))
        if not found:
            raise PlaceError(f'{at}: "{words}" is not in line {number}')
        before = [start for start in found if start < content]
        start = before[-1] if before else found[0]
        return Span(start, start + len(words))

    def _line(self, number: int, at: str) -> Span:
        if not 1 <= number <= len(self._lines):
            raise PlaceError(f"{at}: there is no line {number} (the text has {len(self._lines)})")
        return self._lines[number - 1]

    def _only(self, words: str, where: Span, at: str, line: int) -> int:
        found = self._all(words, where)
        if not found:
            raise PlaceError(f'{at} "{words}", which is not in line {line}')
        if len(found) > 1:
            raise PlaceError(f'{at} "{words}", which is in line {line} {len(found)} times: take a word more')
        return found[0]

    def _all(self, words: str, where: Span) -> list[int]:
        """Where the words start, as whole words; where they are never whole, as parts of words."""
        if not words:
            return []
        found = [m.start() for m in re.finditer(re.escape(words), self._text[where.start : where.end])]
        starts = [where.start + f for f in found]
        return [s for s in starts if self._is_whole(s, s + len(words))] or starts

    def _is_whole(self, start: int, end: int) -> bool:
        before, after = self._text[start - 1 : start] if start else "", self._text[end : end + 1]
        return not _LETTER.match(before) and not _LETTER.match(after)
