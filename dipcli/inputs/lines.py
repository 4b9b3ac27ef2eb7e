"""A stream of text: decoded as it comes, so that memory does not grow with the input."""

import io
import re
from collections.abc import Iterator
from typing import Any, Literal

from dipcli.inputs.encodings import broken_at, codec_of, detect, marked, utf8_error
from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.model import Encoding

# So much without a character beyond ASCII is taken for UTF-8; behind the first such character so much is looked at.
_ALL_ASCII, _BEHIND = 1_000_000, 65_536
# Beyond ASCII, or bytes that UTF-16 has and no text of one byte a letter.
_TELLING = re.compile(rb"[\x80-\xff\0\x06]")


class TextLines:
    """The lines of an input with their ends, and its ``encoding``, which its beginning decides.

    ``newline`` is "\\n" where only a line feed ends a line, "" where a carriage return does too. Raises InputError when
    the input is empty, binary, or in an encoding that cannot be told.
    """

    def __init__(self, source: Opened, forced: str | None, declared: str | None = None, newline: Literal["\n", ""] = "\n") -> None:  # fmt: skip
        self._name = source.name
        self.encoding = _encoding(source, forced, source.declared or declared)
        self._bytes = _Counted(source)
        self._text = io.TextIOWrapper(
            self._bytes,  # type: ignore[type-var]  # it has all that reading asks for
            encoding=codec_of(self.encoding.name),
            errors="strict",
            newline=newline,
        )
        self._at_start = True

    def read(self, longest: int) -> str:
        """The next line with its end, cut after ``longest`` characters; empty at the end. Raises InputError."""
        try:
            line = self._text.readline(longest)
            if self._at_start:
                self._at_start = False
                return line.removeprefix("\ufeff") or self._text.readline(longest)
        except UnicodeDecodeError as e:
            at = self._bytes.given - len(e.object) + e.start
            raise InputError(self._name, broken_at(e.object[e.start], at, self.encoding.name, e.reason)) from None
        except UnicodeError as e:
            raise InputError(self._name, f"cannot be read as {self.encoding.name}: {e}") from None
        return line

    def lines(self, longest: int) -> Iterator[str]:
        """All lines that are left."""
        while line := self.read(longest):
            yield line


class _Counted(io.BufferedIOBase):
    """The bytes of an input, counted as they are given away."""

    def __init__(self, source: Opened) -> None:
        self._source = source
        self.given = 0

    def readable(self) -> bool:
        return True

    def read1(self, most: int = -1, /) -> bytes:
        part = self._source.read1(most if most > 0 else io.DEFAULT_BUFFER_SIZE)
        self.given += len(part)
        return part

    def read(self, most: Any = -1, /) -> bytes:
        return self.read1(most)


def _encoding(source: Opened, forced: str | None, declared: str | None) -> Encoding:
    if not source.head:
        raise InputError(source.name, "empty: nothing to read")
    if forced:
        return Encoding(name=forced, confidence=1.0)
    if (mark := marked(source.head)) is not None:
        return Encoding(name=mark[1], confidence=1.0)
    return detect(looked_at(source), source.name, declared=declared, whole=False)


def looked_at(source: Opened) -> bytes:
    """As much of the beginning as tells the encoding; all of it is still to be read."""
    return source.sample(_Looked().wants_more)


class _Looked:
    """How much of the beginning is needed to tell the encoding."""

    def __init__(self) -> None:
        self._looked_at = 0
        self._first: int | None = None

    def wants_more(self, data: bytes | bytearray) -> bool:
        """Has it nothing beyond ASCII yet, or what is not UTF-8 and too few letters of it?"""
        if self._first is None:
            found = _TELLING.search(data, self._looked_at)
            self._looked_at = len(data)
            if found is None:
                return len(data) < _ALL_ASCII
            self._first = found.start()
        if len(data) - self._first >= _BEHIND:
            return False
        return data[self._first] < 0x80 or utf8_error(data, whole=False) is not None
