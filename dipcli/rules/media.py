"""Nouns that tell in what something was said (في كلمته, عبر حسابه على تويتر), compiled and looked up."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from dipcli.model import MediumKind
from dipcli.rules.conjugate import masdar_forms

_WORDS_BEHIND = 3


class Table(NamedTuple):
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


def compile_media(tables: dict[str, Any], key_of: Callable[[str], str]) -> dict[str, Any]:
    """The tables of media.toml with every form of their nouns, ordered longest noun first, then as in the file."""
    rows: dict[str, dict[tuple[str, ...], list[Any]]] = {}
    for n, table in enumerate(tables["medium"]):
        free = [x for x in table["before"] if len(x) > 1]
        for form, pronoun in _forms(table):
            needs = bool(table.get("with")) and not (pronoun and table.get("own"))
            for prefix in ("", *(x for x in table["before"] if len(x) == 1)):
                spelling = "لل" + form[2:] if prefix == "ل" and form.startswith("ال") else prefix + form
                first, *rest = key_of(spelling).split(" ")
                rows.setdefault(first, {}).setdefault((*rest, ""), [rest, n, bool(prefix) or not free, needs])
    return {
        "between": [key_of(x) for x in tables["between"]["words"]],
        "tables": [
            {"kind": t["kind"], "before": [key_of(x) for x in t["before"]], "with": [key_of(x) for x in t.get("with", [])]}
            for t in tables["medium"]
        ],
        "forms": {first: sorted(found.values(), key=lambda r: -len(r[0])) for first, found in sorted(rows.items())},
    }  # fmt: skip


def _forms(table: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """(form, has a pronoun): bare, with the article, with each pronoun of the third person; adjectives agree."""
    for noun in [*table["nouns"], *table.get("dual", []), *table.get("plural", [])]:
        first, *adjectives = noun.split(" ")
        yield noun, False
        yield " ".join("ال" + w for w in (first, *adjectives)), False
        yield " ".join([first, *("ال" + w for w in adjectives)]), False
        for form, agreement in masdar_forms(first):
            if agreement:
                yield " ".join([form, *("ال" + w for w in adjectives)]), True
