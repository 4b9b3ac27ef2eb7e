"""Corrections of who is one person: two that are one, and some profiles of one that are another.

What a user says stands in tables of its own and goes before what the archive works out. A profile that a correction
moves keeps beside it the person that it had; so a correction can be taken back, and whoever comes in later under a
name that was corrected goes where the correction says.
"""

import sqlite3
from collections.abc import Iterable
from typing import Literal

from dipcli.archive.finding import profiles_called
from dipcli.archive.schema import LIST, listed
from dipcli.query import name_words
from dipcli.records import Record

Kind = Literal["merge", "split"]


class Someone(Record):
    """A person of the archive: number, name, office, country, in how many articles."""

    number: int
    name: str
    office: str | None
    country: str | None
    articles: int


class Correction(Record):
    """``merge``: ``other`` is ``person``. ``split``: some of ``person`` are ``other``. ``made`` is the time, ISO 8601."""

    number: int
    kind: Kind
    person: int
    name: str
    other: int
    other_name: str
    made: str


class CorrectionError(Exception):
    """A correction that cannot be made: why."""


def corrections(db: sqlite3.Connection) -> list[Correction]:
    """All corrections, in the order in which they were made."""
    rows = db.execute("SELECT id, kind, person, name, other, other_name, made FROM correction ORDER BY id")
    return [Correction(*row) for row in rows]


def someone(db: sqlite3.Connection, number: int) -> Someone | None:
    """The person of this number, where there is one who is named."""
    row = db.execute(
        "SELECT q.id, q.name, q.office, q.country, count(DISTINCT n.article) FROM person q JOIN profile p ON p.person = q.id"
        " LEFT JOIN named n ON n.profile = p.id WHERE q.id = ? GROUP BY q.id",
        (number,),
    ).fetchone()
    return Someone(*row) if row else None


def people_called(db: sqlite3.Connection, name: str) -> list[Someone]:
    """Who goes under a name; where one of them bears exactly this name and no other does, that one."""
    rows = db.execute(
        f"SELECT DISTINCT person FROM profile WHERE kind = 'person' AND person IS NOT NULL AND id IN {LIST}"
        " ORDER BY person",
        (listed(profiles_called(db, name)),),
    ).fetchall()
    found = [person for (number,) in rows if (person := someone(db, number)) is not None]
    exactly = [p for p in found if name_words(p.name) == name_words(name)]
    return exactly if len(exactly) == 1 else found


class Form(Record):
    """One way in which articles write a person: number of the profile, name, office, country."""

    profile: int
    name: str
    office: str | None
    country: str | None


def forms_of_person(db: sqlite3.Connection, person: int) -> list[Form]:
    """All ways in which articles write a person."""
    rows = db.execute("SELECT id, name, office, country FROM profile WHERE person = ? ORDER BY id", (person,))
    return [Form(*row) for row in rows]


def is_form(text: str, form: Form) -> bool:
    """Is this the name, the office or the country (its code) of a form?"""
    words = name_words(text)
    return bool(words) and any(words == name_words(x) for x in (form.name, form.office, form.country) if x)


def merge(db: sqlite3.Connection, person: int, other: int, made: str) -> None:
    """From now on ``other`` is ``person``, under the name of ``person``. Inside a transaction."""
    if person == other:
        raise CorrectionError("they are one person already")
    number = _add(db, "merge", person, other, made)
    _apply(db, next(c for c in corrections(db) if c.number == number))


def split(db: sqlite3.Connection, person: int, profiles: list[int], made: str) -> int:
    """From now on these profiles of ``person`` are another; the other's number. Inside a transaction."""
    all_of = [p for (p,) in db.execute("SELECT id FROM profile WHERE person = ? ORDER BY id", (person,))]
    if not profiles or not set(profiles) < set(all_of):
        raise CorrectionError("some of the forms of a person can be split off, not all and not none")
    made_of = db.execute(
        f"SELECT name, name_en, office, country FROM profile WHERE id IN {LIST} ORDER BY length(name) DESC, id LIMIT 1",
        (listed(profiles),),
    ).fetchone()
    other = db.execute(
        "INSERT INTO person (key, name, name_en, office, country) SELECT key, ?, ?, ?, ? FROM person WHERE id = ?",
        (*made_of, person),
    ).lastrowid
    assert other is not None
    number = _add(db, "split", person, other, made)
    db.executemany("INSERT INTO correction_profile VALUES (?, ?)", [(number, p) for p in profiles])
    _move(db, profiles, other)
    return other


def undo(db: sqlite3.Connection, number: int) -> Correction:
    """Take a correction back; those that stay are made again. Inside a transaction."""
    all_made = corrections(db)
    taken = next((c for c in all_made if c.number == number), None)
    if taken is None:
        raise CorrectionError(f"there is no correction {number}")
    later = [c.number for c in all_made if c.number > number and taken.other in (c.person, c.other)]
    if taken.kind == "split" and later:
        raise CorrectionError(f"correction {later[0]} is about who was split off by {number}: undo that first")
    db.execute("UPDATE profile SET person = o.person FROM own_person o WHERE o.profile = profile.id")
    db.execute("DELETE FROM own_person")
    db.execute("DELETE FROM correction_profile WHERE correction = ?", (number,))
    db.execute("DELETE FROM correction WHERE id = ?", (number,))
    if taken.kind == "split":
        # Who came in since under the name that was split off is of whom it was split from.
        db.execute("UPDATE profile SET person = ? WHERE person = ?", (taken.person, taken.other))
        db.execute("DELETE FROM person WHERE id = ?", (taken.other,))
    for correction in corrections(db):
        _apply(db, correction)
    return taken


def follow(db: sqlite3.Connection, person: int) -> int:
    """Who a person is by the corrections."""
    for other, into in db.execute("SELECT other, person FROM correction WHERE kind = 'merge' ORDER BY id").fetchall():
        if other == person:
            person = into
    return person


def keep_own(db: sqlite3.Connection, profile: int, person: int) -> None:
    """A new profile that a correction has moved: the archive itself would have made it ``person``."""
    db.execute("INSERT INTO own_person VALUES (?, ?)", (profile, person))


def joined(db: sqlite3.Connection, article: int) -> dict[str, int]:
    """Entities of an article whom a correction is about, to the number of their person."""
    rows = db.execute(
        "SELECT p.entity, p.person FROM named n JOIN profile p ON p.id = n.profile WHERE n.article = ? AND p.person IN"
        " (SELECT person FROM correction UNION SELECT other FROM correction)",
        (article,),
    )
    return dict(rows.fetchall())


def names_of(db: sqlite3.Connection, profiles: Iterable[int]) -> list[str]:
    """All names of the persons who have one of these profiles by a correction that joined them, in order."""
    rows = db.execute(
        f"SELECT DISTINCT p.name FROM profile p WHERE p.person IN (SELECT person FROM correction WHERE kind = 'merge')"
        f" AND p.person IN (SELECT person FROM profile WHERE id IN {LIST}) ORDER BY p.id",
        (listed(profiles),),
    )
    return [name for (name,) in rows]


def _add(db: sqlite3.Connection, kind: Kind, person: int, other: int, made: str) -> int:
    key = db.execute(
        "INSERT INTO correction (kind, person, name, other, other_name, made)"
        " SELECT ?, a.id, a.name, b.id, b.name, ? FROM person a, person b WHERE a.id = ? AND b.id = ?",
        (kind, made, person, other),
    ).lastrowid
    assert key is not None
    return key


def _apply(db: sqlite3.Connection, c: Correction) -> None:
    if c.kind == "merge":
        moved = [p for (p,) in db.execute("SELECT id FROM profile WHERE person = ? ORDER BY id", (c.other,))]
        _move(db, moved, c.person)
    else:
        rows = db.execute("SELECT profile FROM correction_profile WHERE correction = ? ORDER BY profile", (c.number,))
        _move(db, [p for (p,) in rows], c.other)


def _move(db: sqlite3.Connection, profiles: list[int], person: int) -> None:
    for profile in profiles:
        db.execute("INSERT OR IGNORE INTO own_person SELECT id, person FROM profile WHERE id = ?", (profile,))
        db.execute("UPDATE profile SET person = ? WHERE id = ?", (person, profile))
