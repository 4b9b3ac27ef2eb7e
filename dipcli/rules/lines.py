"""The compiled file, read in parts: sections of JSON, and sorted lines in which words and ids are looked up."""

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

import orjson

from dipcli.records import Record

if TYPE_CHECKING:
    from mmap import mmap

MARKS: Final = ".marks"
"""What the section is called that has the marks of a section of sorted lines."""


class Sections:
    """Parts of the compiled file (bytes, or a map of the file) by name, cut out only when they are asked for."""

    __slots__ = ("_data", "_places")

    def __init__(self, data: "bytes | mmap", places: dict[str, tuple[int, int]]) -> None:
        self._data = data
        self._places = places

    def __getitem__(self, name: str) -> bytes:
        """A section's bytes."""
        start, length = self._places[name]
        return bytes(self._data[start : start + length])

    def rows(self, name: str) -> list[bytes]:
        """The lines of a section, in their order."""
        return self[name].split(b"\n")

    def lines(self, name: str) -> "SortedLines":
        """A section of sorted lines, left where it is."""
        start, length = self._places[name]
        marks = Marks(*orjson.loads(self[name + MARKS])) if length else Marks([], [])
        return SortedLines(self._data, start, start + length, marks)


def opened(data: "bytes | mmap") -> tuple[dict[str, Any], Sections]:
    """The head of a compiled file, and its sections: what ``compile.pack`` wrote."""
    end = data.find(b"\n")
    head = orjson.loads(data[:end])
    return head, Sections(data, {name: (end + 1 + a, n) for name, (a, n) in head.get("sections", {}).items()})


class Marks(Record):
    """Where sorted lines are cut into short pieces: the key of the first line of each, and where it begins."""

    keys: list[str]
    places: list[int]


PROMOTE: Final = 4_000
"""After so many lookups an index of all keys is built, which takes as long: articles never pay for it, a batch once."""


class SortedLines:
    """Lookups in sorted lines between two places of ``data``, without turning them into objects first."""

    __slots__ = ("_data", "_index", "_lookups", "_marks", "_start", "_stop")

    def __init__(self, data: "bytes | mmap", start: int, stop: int, marks: Marks) -> None:
        self._data = data
        self._start = start
        self._stop = stop
        self._marks = marks
        self._lookups = 0
        self._index: dict[str, list[str]] | None = None

    @property
    def indexed(self) -> bool:
        """Was there an index built, so that to ask costs no more than to remember?"""
        return self._index is not None

    def starting(self, word: str) -> list[str]:
        """All lines whose first token is ``word`` (the key ends at a space or a tab)."""
        if self._index is not None:
            return self._index.get(word, _NONE)
        self._lookups += 1
        if self._lookups > PROMOTE:
            self._build()
            return self.starting(word)
        return self.found(word)

    def found(self, word: str) -> list[str]:
        """The same, looked for in the bytes."""
        key = word.encode(errors="surrogatepass")
        beginnings = (key + b"\t", key + b" ")  # lines that begin with the key and a letter sort behind these
        piece = self._piece(word)
        at = piece.find(b"\n" + key) + 1
        out = []
        while at and piece.startswith(beginnings, at):
            end = piece.find(b"\n", at)
            out.append(piece[at:end].decode())
            at = end + 1
        return out

    def all(self) -> list[str]:
        """All lines, in their order."""
        return self._data[self._start + 1 : self._stop - 1].decode().split("\n")

    def keys(self) -> list[str]:
        """The first token of every line, once each."""
        if self._index is None:
            self._build()
        return list(self._index or ())

    def _piece(self, word: str) -> bytes:
        """The lines among which those that begin with ``word`` stand, with the end of the one before."""
        keys, places = self._marks
        n = bisect_left(keys, word)
        m = bisect_left(keys, word + "!", n)  # "!" sorts behind what may end a key, and before letters
        first = self._start + (places[n - 1] - 1 if n else 0)
        return bytes(self._data[first : self._start + places[m] if m < len(places) else self._stop])

    def _build(self) -> None:
        index: dict[str, list[str]] = {}
        before, lines = "", [""]
        for line in self.all():
            first = line.partition("\t")[0]
            if " " in first:
                first = first.partition(" ")[0]
            if first == before:
                lines.append(line)
            else:
                before, lines = first, [line]
                index[first] = lines
        self._index = index


_NONE: Final[list[str]] = []


class Rows:
    """Sorted lines ``id TAB JSON``, each read when it is first asked for."""

    __slots__ = ("_lines", "_rows")

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines
        self._rows: dict[str, Any] = {}

    def get(self, key: str | None, default: Any = None) -> Any:
        """The row of this id."""
        if not key:
            return default
        if key not in self._rows:
            lines = self._lines.starting(key)
            self._rows[key] = orjson.loads(lines[0].partition("\t")[2]) if lines else None
        row = self._rows[key]
        return default if row is None else row

    def __contains__(self, key: str | None) -> bool:
        return self.get(key) is not None

    def __getitem__(self, key: str) -> Any:
        row = self.get(key)
        if row is None:
            raise KeyError(key)
        return row

    def ids(self) -> list[str]:
        """All ids."""
        return self._lines.keys()
