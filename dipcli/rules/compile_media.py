"""The tables of media.toml with every form of their nouns."""

from collections.abc import Iterator
from typing import Any

from dipcli.rules.conjugate import masdar_forms
from dipcli.rules.source import key_of


def compile_media(tables: dict[str, Any]) -> dict[str, Any]:
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
