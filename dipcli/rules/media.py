"""Nouns that tell in what something was said (في كلمته, عبر حسابه على تويتر), looked up."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from dipcli.model import MediumKind
from dipcli.records import Record

_WORDS_BEHIND: Final = 3


class Table(Record):
    """A kind with what may stand before its nouns (nothing: anything) and what must follow those that tell none alone."""

    kind: MediumKind
    before: frozenset[str]
    needs: frozenset[str]


class MediumTable:
    """Forms of the nouns by their first word, the longest first."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        self._between = frozenset(compiled["between"])
        self._tables = [Table(t["kind"], frozenset(t["before"]), frozenset(t["with"])) for t in compiled["tables"]]
        # first word: (its other words, number of the table, needs no preposition, needs one of the words behind it)
        self.heads: dict[str, list[list[Any]]] = compiled["forms"]

    def at(self, words: Sequence[str], i: int, bases: Callable[[int], str]) -> tuple[int, MediumKind] | None:
        """(end, kind) of the medium noun at token ``i``; ``bases`` gives a token without its و or ف."""
        for rest, n, free, needs in self.heads.get(words[i], ()):
            table, end = self._tables[n], i + 1 + len(rest)
            if words[i + 1 : end] != rest or not (free or self._opened(i, table, bases)):
                continue
            behind = range(end, min(end + _WORDS_BEHIND, len(words))) if needs else ()
            if not needs or any(_is(bases(j), table.needs) for j in behind):
                return end, table.kind
        return None

    def kind_of(self, word: str) -> MediumKind | None:
        """The kind that a single word tells in any of its forms, whatever stands around it."""
        return next((self._tables[n].kind for rest, n, _, _ in self.heads.get(word, ()) if not rest), None)

    def _opened(self, i: int, table: Table, bases: Callable[[int], str]) -> bool:
        first = i - 1
        if first > 0 and bases(first) in self._between:
            first -= 1
        return first >= 0 and bases(first) in table.before


def _is(word: str, wanted: frozenset[str]) -> bool:
    return word in wanted or (word[0] in "لب" and word[0] in wanted and len(word) > 3)
