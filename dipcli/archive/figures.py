"""What an archive holds, in figures."""

import os
import sqlite3
from collections.abc import Iterator

from dipcli.archive.connection import opened
from dipcli.records import Record

_COUNTS = (
    ("articles", "SELECT count(*) FROM article"),
    ("stories", "SELECT count(*) FROM article WHERE story = id"),
    ("reprints", "SELECT count(*) FROM article WHERE story != id"),
    ("undated", "SELECT count(*) FROM article WHERE published IS NULL"),
    ("statements", "SELECT count(*) FROM statement"),
    ("people", "SELECT count(DISTINCT person) FROM profile WHERE kind = 'person' AND person IS NOT NULL"),
    ("outlets", "SELECT count(DISTINCT outlet) FROM article"),
    ("files", "SELECT count(*) FROM file"),
    ("unfinished files", "SELECT count(*) FROM file WHERE NOT complete AND path != '-'"),
    ("failed records", "SELECT ifnull(sum(failed), 0) FROM file"),
)  # fmt: skip
_DATES = (
    ("first", "SELECT min(published) FROM article"),
    ("last", "SELECT max(published) FROM article"),
    ("first added", "SELECT min(added) FROM article"),
    ("last added", "SELECT max(added) FROM article"),
)


class Figure(Record):
    """A figure: its group (``count``, ``date``, ``rules``, ``outlet``, ``bytes``), its name there, its value.

    Dates are ISO text, None where there is none; all else is a number: of articles for rules and outlets.
    """

    group: str
    name: str
    value: int | str | None


def figures(path: str) -> Iterator[Figure]:
    """The figures of an archive, group by group. Raises ArchiveError."""
    with opened(path) as db:
        yield from _figures(db, path)


def _figures(db: sqlite3.Connection, path: str) -> Iterator[Figure]:
    for group, queries in (("count", _COUNTS), ("date", _DATES)):
        for name, query in queries:
            yield Figure(group, name, db.execute(query).fetchone()[0])
    read = "SELECT r.version || ' ' || r.sha256, count(*) FROM article a JOIN rules r ON r.id = a.rules GROUP BY r.id ORDER BY r.id"  # fmt: skip
    for name, count in db.execute(read):
        yield Figure("rules", name, count)
    outlets = (
        "SELECT outlet, count(*) FROM article WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet"
    )
    for name, count in db.execute(outlets):
        yield Figure("outlet", name, count)
    yield Figure("bytes", "whole", sum(os.path.getsize(p) for p in (path, f"{path}-wal") if os.path.exists(p)))
    for name, size in _sizes(db):
        yield Figure("bytes", name, size)


def _sizes(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """Bytes of each table with its indexes, the largest first; nothing where this SQLite cannot tell."""
    query = (
        "SELECT iif(m.tbl_name LIKE 'words_%', 'words', m.tbl_name), sum(s.pgsize) FROM dbstat s"
        " JOIN sqlite_schema m ON m.name = s.name GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    try:
        return db.execute(query).fetchall()
    except sqlite3.OperationalError as e:
        if "dbstat" in str(e):
            return []
        raise
