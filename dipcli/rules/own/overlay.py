"""Lays a user's tables over the compiled rules: the same file format, so that nothing behind it knows the difference."""

from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from dipcli.model import DipError
from dipcli.rules.compile import cue_sections, pack, row_lines
from dipcli.rules.compile_cues import add_form, cue_forms, cue_rule, cues_section
from dipcli.rules.compile_facts import body_fact, country_fact, office_fact, person_line, sorted_lines
from dipcli.rules.compile_names import name_lines
from dipcli.rules.lines import opened
from dipcli.rules.own.checked import Checked, check_folders
from dipcli.rules.own.forms import names_of
from dipcli.rules.own.rows import country_row, leader_rows, organisation_row, title_row
from dipcli.rules.own.table import Table
from dipcli.text.fold import fold_word
from dipcli.text.tokens import Tokens

if TYPE_CHECKING:
    from mmap import mmap

# Sections of facts that a table of a kind adds a row to.
_FACTS: dict[str, tuple[str, Callable[[Table], Any]]] = {
    "bodies": ("organisation", lambda table: body_fact(organisation_row(table))),
    "countries": ("country", lambda table: country_fact(country_row(table))),
    "offices": ("title", lambda table: office_fact(title_row(table))),
}
# Codes of the names that belong to a table of each kind; titles only add forms to an office.
_CODES = {"leader": "pq", "organisation": "om", "country": "CDKS"}


def overlaid(base: "bytes | mmap", paths: Sequence[str | Path]) -> bytes:
    """The compiled rules ``base`` with the tables of these folders; later ones win. Raises DipError at the first fault."""
    checked = check_folders(paths, base)
    if checked.problems:
        more = len(checked.problems) - 1
        hint = f" (and {more} more: dip rules check)" if more else ""
        raise DipError(f"{checked.problems[0]}{hint}")
    return lay_over(base, checked)


def lay_over(base: "bytes | mmap", checked: Checked) -> bytes:
    """The compiled rules with the sound tables."""
    head, parts = opened(base)
    sections = {name: parts[name] for name in head.pop("sections")}
    tables = checked.tables
    cues = {**orjson.loads(sections["cues"]), "rules": [orjson.loads(row) for row in parts.rows("cue_rules")]}
    sections |= cue_sections(_cues(cues, [t for t in tables if t.kind == "cue"]))
    sections["names"] = _names(sections["names"], tables)
    people = {t.id: person_line(leader_rows(t)) for t in tables if t.kind == "leader"}
    sections["people"] = _with_lines(sections["people"], people.values(), people)
    sections |= {name: _facts(sections[name], name, tables) for name in _FACTS}
    themes = [t for t in tables if t.kind == "theme"]
    sections["themes"] = orjson.dumps(_relabelled(orjson.loads(sections["themes"]), themes))
    sections["own_themes"] = orjson.dumps([_theme(t.values) for t in themes])
    head["own"] = [{"name": f.name, "sha256": f.sha256} for f in checked.folders]
    return pack(head, sections)


def _cues(cues: dict[str, Any], tables: Iterable[Table]) -> dict[str, Any]:
    places = {rule["id"]: n for n, rule in enumerate(cues["rules"])}
    codes: dict[str, list[str]] = {k: v.split(" ") for k, v in (*cues["forms"].items(), *cues["phrases"].items())}
    for table in tables:
        number = places.setdefault(table.id, len(cues["rules"]))
        if number < len(cues["rules"]):
            cues["rules"][number] = cue_rule(table.values)
            codes = {k: [c for c in v if not c.startswith(f"{number}:")] for k, v in codes.items()}
        else:
            cues["rules"].append(cue_rule(table.values))
        for form, code in cue_forms(table.values):
            add_form(codes, form, f"{number}:{code}")
    return cues_section(cues["rules"], codes)


def _names(section: bytes, tables: Iterable[Table]) -> bytes:
    replaced = {(code, t.id) for t in tables for code in _CODES.get(t.kind, "")}
    lines = set()
    for line in section.decode().split("\n"):
        _, _, rest = line.partition("\t")
        code, _, value = rest.partition("\t")
        if line and (code, value.split(" ", 1)[0]) not in replaced:
            lines.add(line)
    lines.update(name_lines(n for t in tables for n in names_of(t)))
    return sorted_lines(lines)


def _facts(section: bytes, name: str, tables: Iterable[Table]) -> bytes:
    kind, fact = _FACTS[name]
    rows = {t.id: fact(t) for t in tables if t.kind == kind}
    if kind == "title":  # an office that is there only gets more forms
        rows = {key: row for key, row in rows.items() if f"\n{key}\t".encode() not in section}
    return _with_lines(section, row_lines(rows), rows)


def _with_lines(section: bytes, lines: Iterable[str], replaced: Container[str]) -> bytes:
    """The section of lines by id with these, and without the old ones of their ids."""
    kept = {x for x in section.decode().split("\n") if x and x.split("\t", 1)[0] not in replaced}
    return sorted_lines(kept.union(lines))


def _relabelled(themes: list[list[Any]], tables: list[Table]) -> list[list[Any]]:
    own = {t.id: t.values for t in tables}
    return [
        [*t[:3], own[t[0]]["ar"], own[t[0]]["en"], own[t[0]].get("medtop", t[5])] if t[0] in own else t for t in themes
    ]


def _theme(values: dict[str, Any]) -> dict[str, Any]:
    terms = [Tokens(fold_word(term)).words for term in values["terms"]]
    return {
        "id": values["id"], "ar": values["ar"], "en": values["en"], "medtop": values.get("medtop"),
        "terms": [list(t) for t in terms if t],
    }  # fmt: skip
