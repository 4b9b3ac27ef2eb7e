"""Rows of the tab-separated tables, in the columns of the built-in ones, as tables with the keys of the TOML ones."""

from collections.abc import Callable
from typing import Any

from dipcli.rules.own.fields import KINDS
from dipcli.rules.own.table import Problem, Table
from dipcli.rules.source import Row, cell

Values = dict[str, Any]


def _leader(row: Row) -> Values:
    term = {k: row.get(c, "") for k, c in _TERM.items()}
    return _some({
        "id": row["id"], "name": row.get("name_ar"), "variants": cell(row, "variants_ar"), "short": row.get("short_ar"),
        "name_en": row.get("name_en"), "short_en": row.get("short_en"), "gender": row.get("gender"),
        "office": [_some(term)] if term["office"] else [],
    })  # fmt: skip


def _organisation(row: Row) -> Values:
    return _some({
        "id": row["id"], "name": row.get("name_ar"), "variants": cell(row, "variants_ar"), "name_en": row.get("name_en"),
        "country": row.get("country"), "gender": row.get("gender"), "kind": row.get("kind"),
    })  # fmt: skip


def _title(row: Row) -> Values:
    lists = {k: cell(row, f"{k}_ar") for k in ("variants", "feminine", "dual", "plural")}
    flags = {k: row.get(k) == "yes" for k in ("construct", "leader")}
    one = {"office": row["office"], "form": row.get("form_ar"), "english": row.get("english"), "kind": row.get("kind")}
    return _some({**one, **lists, **flags})


def _country(row: Row) -> Values:
    return _some(dict(row))


def _some(values: Values) -> Values:
    return {k: v for k, v in values.items() if v}


_TERM = {"office": "office", "country": "country", "title": "office_ar", "from": "from", "to": "to"}
_PEOPLE = (
    "id", "name_ar", "variants_ar", "short_ar", "name_en", "short_en", "gender", "country", "office_ar", "office", "from", "to",
)  # fmt: skip
_BODIES = (
    "id", "kind", "name_ar", "variants_ar", "name_en", "short_en", "country", "gender", "number", "head_title_ar",
)  # fmt: skip
_OFFICES = (
    "office", "kind", "form_ar", "feminine_ar", "dual_ar", "plural_ar", "construct", "variants_ar", "english", "leader",
)  # fmt: skip
_COUNTRIES = tuple(KINDS["country"])

FILES: dict[str, tuple[str, tuple[str, ...], Callable[[Row], Values]]] = {
    "people.tsv": ("leader", _PEOPLE, _leader),
    "organisations.tsv": ("organisation", _BODIES, _organisation),
    "offices.tsv": ("title", _OFFICES, _title),
    "countries.tsv": ("country", _COUNTRIES, _country),
}
"""Names of the files, with the kind of table that a row is, the columns, and how a row is read."""


def read_rows(name: str, shown: str, text: str) -> tuple[list[Table], list[Problem]]:
    """Tables of one file (``name``, called ``shown``); rows of one leader are one table, with an office a row."""
    kind, columns, values_of = FILES[name]
    lines = text.splitlines()
    head = lines[0].split("\t") if lines else []
    wrong = [f'no column is called "{c}" (there are {", ".join(columns)})' for c in head if c not in columns]
    if columns[0] not in head:
        wrong.append(f'the first line must name the columns, "{columns[0]}" among them')
    if wrong:
        return [], [Problem(shown, 1, "", w) for w in wrong]
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) > len(head):
            problems.append(Problem(shown, number, cells[0], f"{len(cells)} cells, the first line has {len(head)}"))
            continue
        row = dict(zip(head, [c.strip() for c in cells] + [""] * len(head), strict=False))
        who = row[columns[0]]
        known = tables.get(who)
        if known is not None and kind == "leader":
            known.values.setdefault("office", []).extend(values_of(row).get("office", []))
        else:
            key = f"{who} {number}" if known is not None else who
            tables[key] = Table(shown, number, kind, who, values_of(row))
    return list(tables.values()), problems
