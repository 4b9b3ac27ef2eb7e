"""One opened input: its name, its first bytes, and a stream of the rest."""

from typing import BinaryIO

# What is looked at to tell a format: the first line that is not empty, as far as this.
_HEAD = 65_536


class Opened:
    """An input that a reader takes; ``head`` are its first bytes, still to be read again with the rest.

    The head ends with the first line that is not empty, so that a slow pipe is not waited for longer than one line.
    """

    def __init__(self, name: str, stream: BinaryIO, size: int | None = None) -> None:
        self.name = name
        self.size = size
        self._stream = stream
        self._held = b""
        while len(self._held) < _HEAD:
            line = stream.readline(_HEAD - len(self._held))
            self._held += line
            if not line or self._held.strip(b"\xef\xbb\xbf \t\r\n"):
                break
        self.head = self._held

    def read(self, most: int) -> bytes:
        """At most so many bytes, the head first; fewer only at the end of the input."""
        held, self._held = self._held[:most], self._held[most:]
        parts, missing = [held], most - len(held)
        while missing > 0:
            part = self._stream.read(missing)
            if not part:
                break
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def readline(self, most: int) -> bytes:
        """The next line with its end, cut after ``most`` bytes; empty at the end of the input."""
        if not self._held:
            return self._stream.readline(most)
        cut = self._held.find(b"\n") + 1
        if cut and cut <= most:
            line, self._held = self._held[:cut], self._held[cut:]
            return line
        line, self._held = self._held[:most], self._held[most:]
        if line.endswith(b"\n") or len(line) == most:
            return line
        return line + self._stream.readline(most - len(line))
