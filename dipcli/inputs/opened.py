"""One opened input: its name, its first bytes, and a stream of the rest."""

import io
from collections.abc import Callable
from typing import Protocol

from dipcli.inputs.encodings import marked
from dipcli.records import Record

# What is looked at to tell a format: so much of a file; of a pipe the first line that is not empty, as far as this.
_HEAD = 65_536
# Formats whose first line does not tell them: markup begins with a prolog, and what is no text has no lines.
_TOLD_LATER = (b"<", b"\xff\xfe<\0", b"\xfe\xff\0<", b"\0<", b"PK\x03\x04")
# Compressed bytes may have no line feed for long.
_WITHOUT_LINES = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")


class Bytes(Protocol):
    """What is asked of a stream of bytes: a buffered reader."""

    def read(self, most: int, /) -> bytes:
        """At most so many bytes."""

    def read1(self, most: int, /) -> bytes:
        """What is there, at most so many bytes; empty at the end."""

    def readline(self, most: int, /) -> bytes:
        """The next line with its end, cut after ``most`` bytes."""


class Opening(Record):
    """What tells a format: the first bytes, the same as text (undecodable bytes as they may be), the input's name."""

    raw: bytes
    text: str
    name: str


class Opened:
    """An input that a reader takes; ``head`` are its first bytes, still to be read again with the rest.

    ``size`` is that of a regular file in bytes. Where it is not known the head ends with the first line that is not
    empty, so that a slow pipe is not waited for longer than one line. ``declared`` is the encoding that the container
    names (a header of HTTP), ``url`` where it came from.
    """

    def __init__(self, name: str, stream: Bytes, size: int | None = None, declared: str | None = None, url: str | None = None) -> None:  # fmt: skip
        self.name = name
        self.url = url
        self.size = size
        self.declared = declared
        self._stream = stream
        self.head = stream.read(_HEAD) if size is not None else self._first_line()
        self._held = io.BytesIO(self.head)

    def _first_line(self) -> bytes:
        head = b""
        while len(head) < _HEAD:
            part = self._stream.read1(_HEAD - len(head))
            head += part
            begun = head.lstrip(b"\xef\xbb\xbf \t\r\n")
            if begun.startswith(_TOLD_LATER):
                return head + self._stream.read(_HEAD - len(head))
            if not part or b"\n" in begun or begun.startswith(_WITHOUT_LINES):
                break
        return head

    @property
    def host(self) -> str | None:
        """The site that it came from."""
        from urllib.parse import urlsplit

        try:
            host = urlsplit(self.url).hostname if self.url else None
        except ValueError:
            return None
        return host.removeprefix("www.") if host else None

    def opening(self, encoding: str | None) -> Opening:
        """The head as text, in the encoding that is forced or that a byte-order mark tells."""
        return Opening(self.head, _roughly(self.head, encoding), self.name)

    def sample(self, wants_more: Callable[[bytes | bytearray], bool]) -> bytes:
        """The head and as many lines more as ``wants_more`` asks for; all of it is still to be read."""
        data = bytearray(self.head)
        while wants_more(data):
            line = self._stream.readline(_HEAD)
            if not line:
                break
            data += line
        self._held = io.BytesIO(data)
        return bytes(data)

    def read(self, most: int) -> bytes:
        """At most so many bytes, the head first; fewer only at the end of the input."""
        parts = [self._held.read(most)]
        missing = most - len(parts[0])
        while missing > 0:
            part = self._stream.read(missing)
            if not part:
                break
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def read1(self, most: int) -> bytes:
        """What is there, at most so many bytes; empty only at the end of the input."""
        return self._held.read(most) or self._stream.read1(most)

    def readline(self, most: int) -> bytes:
        """The next line with its end, cut after ``most`` bytes; empty at the end of the input."""
        line = self._held.readline(most)
        if line.endswith(b"\n") or len(line) == most:
            return line
        return line + self._stream.readline(most - len(line))


def _roughly(head: bytes, encoding: str | None) -> str:
    """The head as text, good enough to tell a format."""
    mark = marked(head)
    wide = mark[1] if mark else None
    if encoding is None and wide is None and head[:2].count(0) == 1:
        # Formats begin with an ASCII character: < { [ or the name of a column.
        wide = "utf-16-be" if head[0] == 0 else "utf-16-le"
    try:
        text = head.decode(encoding or wide or "utf-8", "replace")
    except (UnicodeError, LookupError):  # a codec that replaces nothing
        text = head.decode("latin-1")
    return text.lstrip("\ufeff \t\r\n")
