"""One person under one name across articles: which profiles of articles are the same person.

Known people are one by the rules' id. Others are one by their name, whatever the transliteration (نتنياهو, نتانياهو),
unless their countries differ; a name of one word tells too little, so that office and country must be the same.
"""

import sqlite3
from typing import NamedTuple

from dipcli.archive.schema import hashed
from dipcli.model import Entity
from dipcli.text.fold import fold_word
from dipcli.text.naming import name_key, same_word, skeleton

_NAMELESS = frozenset({"unnamed", "group"})


class Profile(NamedTuple):
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
    for person, name, office, country in db.execute(
        "SELECT id, name, office, country FROM person WHERE key = ? ORDER BY id", (key,)
    ):
        if profile.known:
            return int(person)
        if _may_be_one(profile, name, office, country):
            _tell_more(db, person, profile, name, office, country)
            return int(person)
    made = db.execute(
        "INSERT INTO person (key, name, name_en, office, country) VALUES (?, ?, ?, ?, ?)",
        (key, profile.name, profile.name_en, profile.office, profile.country),
    )
    return made.lastrowid


def person_key(profile: Profile) -> int:
    """What profiles of one person have in common, hashed: the rules' id, else the consonants of the name."""
    if profile.known:
        return hashed("known", profile.entity)
    words = name_key(fold_word(profile.name).split())
    return hashed(profile.kind, *(skeleton(w) if len(w) > 3 else w for w in words))


def _may_be_one(profile: Profile, name: str, office: str | None, country: str | None) -> bool:
    one, other = name_key(fold_word(profile.name).split()), name_key(fold_word(name).split())
    if len(one) != len(other) or not all(same_word(a, b) for a, b in zip(one, other, strict=True)):
        return False
    if len(one) == 1 and profile.kind == "person":
        return (profile.office, profile.country) == (office, country)
    return profile.country == country or profile.country is None or country is None


def _tell_more(
    db: sqlite3.Connection, person: int, profile: Profile, name: str, office: str | None, country: str | None
) -> None:
    """Take over a fuller name, and an office or country that was missing."""
    fuller = len(profile.name) > len(name)
    if fuller or (profile.office and not office) or (profile.country and not country):
        db.execute(
            "UPDATE person SET name = ?, office = ifnull(office, ?), country = ifnull(country, ?) WHERE id = ?",
            (profile.name if fuller else name, profile.office, profile.country, person),
        )
