"""Corrections of one archive made again in another that has its articles: who is one person there gets other numbers."""

import sqlite3
from collections.abc import Callable
from typing import Any

from dipcli.archive.corrections import Correction, CorrectionError, merge, split

Rows = Callable[[str], list[tuple[Any, ...]]]
"""Rows of a query over the old archive, as far as they can be read."""


def carry(old: Rows, new: sqlite3.Connection) -> int:
    """Make the corrections again, in their order; how many cannot be, since who they are about is not there any more.

    Persons are known again by their profiles, these by their keys. Inside a transaction of ``new``.
    """
    keys: dict[int, str] = dict(old("SELECT id, key FROM profile"))
    there = dict(new.execute("SELECT key, id FROM profile").fetchall())
    profiles = {number: there[key] for number, key in keys.items() if key in there}
    persons = _persons(old, new, profiles)
    split_off: dict[int, list[int]] = {}
    for correction, profile in old("SELECT correction, profile FROM correction_profile ORDER BY correction, profile"):
        if profile in profiles:
            split_off.setdefault(correction, []).append(profiles[profile])
    rows = old("SELECT id, kind, person, name, other, other_name, made FROM correction ORDER BY id")
    return sum(not _made_again(new, Correction(*row), persons, split_off) for row in rows)


def _persons(old: Rows, new: sqlite3.Connection, profiles: dict[int, int]) -> dict[int, int]:
    """Persons of the old archive, as it had made them itself, to those of the new one."""
    found: dict[int, int] = {}
    own: dict[int, int] = dict(old("SELECT profile, person FROM own_person"))
    bearers = dict(new.execute("SELECT id, person FROM profile WHERE person IS NOT NULL").fetchall())
    for number, person in old("SELECT id, person FROM profile WHERE person IS NOT NULL ORDER BY id"):
        bearer = bearers.get(profiles.get(number, 0))
        if bearer is not None:
            made = own.get(number)
            found.setdefault(person if made is None else made, bearer)
    return found


def _made_again(
    new: sqlite3.Connection, c: Correction, persons: dict[int, int], split_off: dict[int, list[int]]
) -> bool:
    person = persons.get(c.person)
    if person is None:
        return False
    try:
        if c.kind == "merge":
            if c.other not in persons:
                return False
            merge(new, person, persons[c.other], c.made)
        else:
            persons[c.other] = split(new, person, split_off.get(c.number, []), c.made)
    except CorrectionError:
        return False
    return True
