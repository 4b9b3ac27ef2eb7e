"""Where the last digest of an archive ended, and which articles came in behind it."""

import sqlite3
from datetime import datetime, timedelta

from dipcli.archive.connection import open_to_write, transaction
from dipcli.records import Record


class Arrived(Record):
    """Articles that came in after a moment, from one on, or before one: ISO 8601 in UTC to the microsecond.

    No two articles come in at the same moment, and none before one that the archive has; only what a changed file still
    has, and what takes the place of a first print, keeps the time of what was there.
    """

    after: str | None = None
    since: str | None = None
    before: str | None = None


def just_after(time: str) -> str:
    """A microsecond later."""
    later = datetime.fromisoformat(time) + timedelta(microseconds=1)
    return later.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def last_end(db: sqlite3.Connection, name: str) -> str | None:
    """When the last article came in that the last digest of this name has seen; None where there was none."""
    found = db.execute("SELECT ended FROM last_digest WHERE name = ?", (name,)).fetchone()
    return found[0] if found else None


def latest(db: sqlite3.Connection) -> str | None:
    """When the last article came in, be it still there or only known of by a digest."""
    found = db.execute("SELECT max(added) FROM article UNION ALL SELECT max(ended) FROM last_digest").fetchall()
    return max((time for (time,) in found if time), default=None)


def remember(path: str, name: str, ended: str) -> None:
    """The next digest of this name begins behind this moment. Raises ArchiveError."""
    db = open_to_write(path)
    try:
        with transaction(db, path):
            # Two digests at once: what either has told is told.
            db.execute(
                "INSERT INTO last_digest VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET ended = max(ended, excluded.ended)",
                (name, ended),
            )
    finally:
        db.close()
