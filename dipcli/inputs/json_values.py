"""A stream of JSON cut into its records, without holding more than one: elements of a list, or objects in a row."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from dipcli.records import Record

_CHUNK = 65_536
_BRACKET = re.compile(rb'["\[\]{}]')
_IN_STRING = re.compile(rb'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL)
_NOTHING = b" \t\r\n,\xef\xbb\xbf"

Kind = Literal["record", "too long", "stray", "cut off"]


class Piece(Record):
    """A record as bytes, to be parsed; or what stands where a record should."""

    kind: Kind
    data: bytes = b""


class Values:
    """Cuts what ``read`` gives: ``read(n)`` returns at most n bytes, none at the end.

    A record longer than ``longest`` bytes comes out as ``too long`` and is not kept; ``stray`` is what is neither
    object nor list; ``cut off`` says that the outer list has no end.
    """

    def __init__(self, read: Callable[[int], bytes], longest: int) -> None:
        self._read = read
        self._longest = longest
        self._data = bytearray()
        self._at = 0  # what is before is looked at
        self._begin = 0  # of the record, or of what stands between two
        self._depth = 0
        self._base = 0  # 1 inside the outer list
        self._in_string = False
        self._dropped = False
        self.lists = 0

    def __iter__(self) -> Iterator[Piece]:
        while chunk := self._read(_CHUNK):
            self._data += chunk
            while (at := self._next()) is not None:
                piece = self._bracket(at)
                if piece is not None:
                    yield piece
            self._forget()
        yield from self._end()

    def _next(self) -> int | None:
        """Position behind the next bracket outside strings; None where more must be read."""
        while True:
            if self._in_string:
                match = _IN_STRING.match(self._data, self._at)
                self._at = match.end() if match else self._at
                del match  # it keeps the bytes from growing
                if self._at >= len(self._data) or self._data[self._at] != 0x22:
                    return None
                self._at += 1
                self._in_string = False
            found = _BRACKET.search(self._data, self._at)
            self._at = found.end() if found else len(self._data)
            if found is None:
                return None
            del found
            if self._data[self._at - 1] != 0x22:
                return self._at
            self._in_string = True

    def _bracket(self, end: int) -> Piece | None:
        c = self._data[end - 1]
        if c in b"[{":
            return self._open(end, c)
        if self._depth:
            self._depth -= 1
        if self._depth == self._base:
            return self._cut(end)
        if self._depth < self._base:  # the list ends
            stray = self._between(end - 1)
            self._base = 0
            self._begin = end
            return stray
        return None

    def _open(self, end: int, c: int) -> Piece | None:
        stray = None
        if self._depth == self._base:
            stray = self._between(end - 1)
            self._begin = end - 1
            if self._base == 0 and c == 0x5B:
                self._base, self._begin = 1, end
                self.lists += 1
        self._depth += 1
        return stray

    def _between(self, end: int) -> Piece | None:
        rest = bytes(self._data[self._begin : end]).strip(_NOTHING)
        return Piece("stray", rest) if rest else None

    def _cut(self, end: int) -> Piece:
        data = bytes(self._data[self._begin : end])
        too_long = self._dropped or len(data) > self._longest
        self._begin, self._dropped = end, False
        return Piece("too long") if too_long else Piece("record", data)

    def _forget(self) -> None:
        """Let go of what is cut, and of a record that is too long."""
        if len(self._data) - self._begin > self._longest:
            self._dropped = True
            self._begin = self._at
        del self._data[: self._begin]
        self._at -= self._begin
        self._begin = 0

    def _end(self) -> Iterator[Piece]:
        if self._depth > self._base:
            yield Piece("too long") if self._dropped else Piece("record", bytes(self._data[self._begin :]))
        elif stray := self._between(len(self._data)):
            yield stray
        elif self._base:
            yield Piece("cut off")
