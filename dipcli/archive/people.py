"""One person under one name across articles: which profiles of articles are the same person.

Known people are one by the rules' id, others by ``query.may_be_one``; corrections of a user go before both.
"""

import sqlite3

from dipcli.archive.schema import hashed
from dipcli.model import Entity
from dipcli.query import Bearer, may_be_one, name_sound
from dipcli.records import Record

_NAMELESS = frozenset({"unnamed", "group"})


class Profile(Record):
    """One way in which articles write an entity; ``entity`` is its id in the report."""

    entity: str
    known: bool
    kind: str
    name: str
    name_en: str | None
    short: str | None
    short_en: str | None
    office: str | None
    country: str | None


def profile_of(e: Entity) -> Profile:
    """How an article writes an entity."""
    return Profile(e.id, e.known, e.kind, e.name, e.name_en, e.short, e.short_en, e.office, e.country)


def profile_key(profile: Profile) -> int:
    """What a profile is looked up by."""
    return hashed("known" if profile.known else "", *(p for p in profile if not isinstance(p, bool)))


def person_of(db: sqlite3.Connection, profile: Profile) -> int | None:
    """Id of the person that a new profile is of, made where there is none; None for who has no name."""
    if profile.kind in _NAMELESS:
        return None
    key = person_key(profile)
    own = Bearer(profile.kind, profile.name, profile.office, profile.country)
    namesakes = db.execute("SELECT id, name, office, country FROM person WHERE key = ? ORDER BY id", (key,)).fetchall()
    # Of several, one of the same office and country first: a correction may have told them apart.
    for person, *bearer in sorted(namesakes, key=lambda row: tuple(row[2:]) != own[2:]):
        if profile.known:
            return int(person)
        if may_be_one(own, Bearer(profile.kind, *bearer)):
            _tell_more(db, person, own, Bearer(profile.kind, *bearer))
            return int(person)
    made = db.execute(
        "INSERT INTO person (key, name, name_en, office, country) VALUES (?, ?, ?, ?, ?)",
        (key, profile.name, profile.name_en, profile.office, profile.country),
    )
    return made.lastrowid


def person_key(profile: Profile) -> int:
    """What profiles of one person have in common, hashed: the rules' id, else the sound of the name."""
    if profile.known:
        return hashed("known", profile.entity)
    return hashed(profile.kind, *name_sound(profile.name))


def _tell_more(db: sqlite3.Connection, person: int, new: Bearer, old: Bearer) -> None:
    """Take over a fuller name, and an office or country that was missing."""
    fuller = len(new.name) > len(old.name)
    if fuller or (new.office and not old.office) or (new.country and not old.country):
        db.execute(
            "UPDATE person SET name = ?, office = ifnull(office, ?), country = ifnull(country, ?) WHERE id = ?",
            (new.name if fuller else old.name, new.office, new.country, person),
        )
