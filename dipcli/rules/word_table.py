"""The word table: what a spelling can be, and how frequent it is."""

from collections.abc import Mapping
from typing import Any, Final

from dipcli.rules.lines import PROMOTE, SortedLines

_FLAGS: Final = 0xFFFF
_SHIFT: Final = 16


class WordTable:
    """Flags and frequency by exact spelling, both in one number. In a batch all of them are held, each once."""

    __slots__ = ("_entries", "_flags", "_lines", "_lookups")

    def __init__(self, lines: SortedLines, flags: Mapping[str, int]) -> None:
        """``lines`` are sorted, each ``word TAB letters TAB frequency``; ``flags`` tells what the letters stand for."""
        self._lines = lines
        self._flags = flags
        self._lookups = 0
        # Any and not int: compiled, these stay the few numbers that they are, and are not made anew for each word.
        self._entries: dict[str, Any] | None = None

    def flags(self, word: str) -> int:
        """Flags of the spelling; 0 when it is not listed."""
        return self.entry(word) & _FLAGS

    def frequency(self, word: str) -> int:
        """Ten times the Zipf value; 0 when the spelling is not listed."""
        return self.entry(word) >> _SHIFT

    def both(self, word: str) -> tuple[int, int]:
        """(flags, frequency) with one lookup."""
        entry = self.entry(word)
        return entry & _FLAGS, entry >> _SHIFT

    def entry(self, word: str) -> int:
        """Both: flags, and the frequency 16 bits higher."""
        entries = self._entries
        if entries is None:
            self._lookups += 1
            if self._lookups <= PROMOTE:
                lines = self._lines.found(word)
                return self._entry(lines[0].partition("\t")[2]) if lines else 0
            entries = self._entries = self._all()
        found: int = entries.get(word, 0)
        return found

    def _entry(self, cells: str) -> int:
        letters, _, frequency = cells.partition("\t")
        return self._flags[letters] | int(frequency) << _SHIFT

    def _all(self) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        known: dict[str, Any] = {}  # there are some hundreds of different ones
        for line in self._lines.all():
            word, _, cells = line.partition("\t")
            entry = known.get(cells)
            if entry is None:
                entry = known[cells] = self._entry(cells)
            entries[word] = entry
        return entries
