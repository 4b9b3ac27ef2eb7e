"""Is a table well formed: known keys, all that is needed, values of the right type?"""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dipcli.rules.own.fields import ID_KEY, KINDS, Field
from dipcli.rules.own.table import Table

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_THEME_ID = re.compile(r"[a-z][a-z0-9_]*")
_COUNTRY_ID = re.compile(r"[A-Z]{2}")
_ARABIC = re.compile("[\u0621-\u064a]")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_ARABIC_KEYS = {
    "cue": ("lemma", "past", "present", "participle", "masdar", "forms"),
    "theme": ("ar", "terms"),
    "leader": ("name", "variants", "short"),
    "organisation": ("name",),
    "title": ("form", "variants", "feminine", "dual", "plural"),
    "country": ("name_ar",),
}


def faults(table: Table) -> Iterator[str]:
    """What is wrong with the table by itself."""
    yield from _fields(table.values, KINDS[table.kind], "")
    yield from _id(table)
    yield from _letters(table)
    if table.kind == "cue":
        yield from _cue(table.values)
    if table.kind == "leader":
        yield from _terms(table.values)


def _fields(values: dict[str, Any], known: dict[str, Field], where: str) -> Iterator[str]:
    for key, value in values.items():
        field = known.get(key)
        if field is None:
            yield f'{where}no key is called "{key}"{near(key, known)}'
        else:
            yield from _value(field, key, value, where)
    for key, field in known.items():
        if field.required and not values.get(key):
            yield f"{where}{key} is missing"


def _value(field: Field, key: str, value: Any, where: str) -> Iterator[str]:
    if field.type == "tables":
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            yield f"{where}{key} is a list of tables"
            return
        for n, one in enumerate(value, 1):
            yield from _fields(one, field.fields or {}, f"{where}{key} {n}: ")
        return
    if not _is_of_type(field.type, value):
        yield f"{where}{key} is {_TYPES[field.type]}"
        return
    for one in value if isinstance(value, list) else [value]:
        if field.values and one not in field.values and (one or field.required):
            yield f'{where}{key} is {", ".join(field.values)}, not "{one}"{near(str(one), field.values)}'
        elif (
            isinstance(one, str)
            and any(c in one for c in "\t\n\r")
            and key not in ("text", "note", "example", "counter")
        ):
            yield f"{where}{key} holds a tab or a line break"


_TYPES = {"text": "a text", "list": "a list of texts", "flag": "true or false"}


def _is_of_type(kind: str, value: Any) -> bool:
    if kind == "list":
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    return isinstance(value, bool if kind == "flag" else str)


def _id(table: Table) -> Iterator[str]:
    pattern = {"theme": _THEME_ID, "title": _THEME_ID, "country": _COUNTRY_ID}.get(table.kind, _ID)
    if table.id and not pattern.fullmatch(table.id):
        shape = {_THEME_ID: "a_b_1", _COUNTRY_ID: "two capital letters", _ID: "a-b-1"}[pattern]
        yield f"{ID_KEY.get(table.kind, 'id')} has the shape {shape}"
    elif table.kind == "cue" and table.id and not table.id.startswith("cue."):
        yield "the id of a cue begins with cue."


def _letters(table: Table) -> Iterator[str]:
    for key in _ARABIC_KEYS[table.kind]:
        value = table.values.get(key)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and text and not _ARABIC.search(text):
                yield f'{key} is Arabic, not "{text}"'
            elif isinstance(text, str) and any(c in text for c in ";~|"):
                yield f"{key} holds one of ; ~ |"


def _cue(values: dict[str, Any]) -> Iterator[str]:
    if not any(values.get(k) for k in ("past", "present", "participle", "masdar", "forms")):
        yield "there is no form of it: past and present, participle, masdar, or forms"
    elif values.get("present") and not values.get("past"):
        yield "present needs past beside it"
    opens = ("clause", "object", "quote", "target", "source", "status")
    kind = values.get("kind", "verb")
    if kind not in ("formula", "preposition") and not any(k in values for k in opens):
        yield "nothing opens what is said: clause, object or quote"
    for n, e in enumerate(values.get("example", []) if isinstance(values.get("example"), list) else [], 1):
        if isinstance(e, dict):
            if kind != "formula":
                yield from (f"example {n}: {key} is missing" for key in ("cue", "content") if not e.get(key))
            for key in ("cue", "source", "content"):
                part = e.get(key)
                if isinstance(part, str) and isinstance(e.get("text"), str) and part not in e["text"]:
                    yield f'example {n}: {key} "{part}" does not stand in its text'


def _terms(values: dict[str, Any]) -> Iterator[str]:
    terms = values.get("office", [])
    for n, term in enumerate(terms if isinstance(terms, list) else [], 1):
        if not isinstance(term, dict):
            continue
        for key in ("from", "to"):
            date = term.get(key, "")
            if isinstance(date, str) and date and not _DATE.fullmatch(date):
                yield f'office {n}: {key} is a year or a month like 2024-05, not "{date}"'
        if any(isinstance(v, str) and any(c in v for c in "~|") for v in term.values()):
            yield f"office {n}: holds ~ or |"


def near(value: str, known: Iterable[str]) -> str:
    """`: did you mean x?`, or nothing."""
    found = difflib.get_close_matches(value, list(known), n=1)
    return f": did you mean {found[0]}?" if found else ""
