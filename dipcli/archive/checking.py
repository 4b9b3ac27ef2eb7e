"""Is an archive whole? SQLite's own check, and whether its tables tell the same as the reports that it holds."""

import sqlite3
from collections.abc import Iterator

from dipcli.archive.connection import opened
from dipcli.archive.errors import ArchiveError
from dipcli.archive.reading import Reader, Stored
from dipcli.archive.schema import OF_ARTICLES
from dipcli.records import Record

_MOST = 100  # findings of SQLite's own check, which may have one for every row
# Tables beside the reports that name a profile.
_OF_PROFILES = ("named", "said", "told", "name_word")
_RULES = (
    ("story", "SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM article s WHERE s.id = a.story AND s.story = s.id)",
     "is a print of a story that is not there"),
    ("content", "SELECT id FROM article WHERE id NOT IN (SELECT article FROM content)", "has lost its text"),
    ("file", "SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.id = a.file AND a.record < f.done)",
     "is of a file that does not know it"),
    ("words", "SELECT id FROM article WHERE id NOT IN (SELECT doc FROM temp.word)", "is not in the index of words"),
)  # fmt: skip


class Finding(Record):
    """What is wrong: with which table or part, with which article (its number and source) where with one."""

    part: str
    article: int | None
    source: str | None
    reason: str


def check(path: str) -> Iterator[Finding]:
    """All that is wrong with an archive, as it is found. Raises ArchiveError where it is none, or of another version."""
    with opened(path) as db:
        yield from _of_database(db)
        yield from _guarded("tables", _of_tables(db))
        yield from _guarded("articles", _of_reports(db, path))


def _guarded(part: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings, with what ends the search as the last."""
    try:
        yield from findings
    except sqlite3.Error as e:
        yield Finding(part, None, None, f"cannot be read to the end: {e}")


def _of_database(db: sqlite3.Connection) -> Iterator[Finding]:
    try:
        for (line,) in db.execute(f"PRAGMA integrity_check({_MOST})"):
            if line != "ok":
                yield Finding("database", None, None, " ".join(line.split()))
    except sqlite3.Error as e:
        yield Finding("database", None, None, str(e))


def _of_tables(db: sqlite3.Connection) -> Iterator[Finding]:
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(table, None, None, f"a row names one of {parent} that is not there")
    for table in OF_ARTICLES:
        left = f"SELECT count(*) FROM {table} WHERE article NOT IN (SELECT id FROM article)"
        yield from _counted(db, table, left, "articles")
    for table in _OF_PROFILES:
        yield from _counted(db, table, f"SELECT count(*) FROM {table} WHERE profile NOT IN (SELECT id FROM profile)", "profiles")  # fmt: skip
    db.execute("CREATE VIRTUAL TABLE temp.every_word USING fts5vocab (main, words, instance)")
    db.execute("CREATE TEMP TABLE word (doc INTEGER PRIMARY KEY)")
    db.execute("INSERT OR IGNORE INTO temp.word SELECT doc FROM temp.every_word")
    yield from _counted(db, "words", "SELECT count(*) FROM temp.word WHERE doc NOT IN (SELECT id FROM article)", "articles")  # fmt: skip
    for part, query, reason in _RULES:
        for (key,) in db.execute(query).fetchall():
            yield Finding(part, key, _source(db, key), reason)


def _counted(db: sqlite3.Connection, part: str, query: str, of: str) -> Iterator[Finding]:
    count = db.execute(query).fetchone()[0]
    if count:
        yield Finding(part, None, None, f"{count:,} rows are of {of} that are not there")


def _of_reports(db: sqlite3.Connection, path: str) -> Iterator[Finding]:
    """Does each report open, and do the tables have of it what they have to?"""
    reader = Reader(db, path)
    for (key,) in db.execute("SELECT article FROM content ORDER BY article").fetchall():
        try:
            stored = reader.article(key)
        except ArchiveError as e:
            yield Finding("content", key, _source(db, key), e.reason)
            continue
        if stored is not None:
            yield from _of_report(db, stored)


def _of_report(db: sqlite3.Connection, stored: Stored) -> Iterator[Finding]:
    report, key = stored.report, stored.id
    n, characters = len(report.statements), len(report.article.text)
    kept = db.execute("SELECT count(*) FROM statement WHERE article = ?", (key,)).fetchone()[0]
    if kept != n:
        yield Finding("statement", key, report.article.source, f"has {kept} statements there and {n} in its report")
    row = db.execute("SELECT characters FROM article WHERE id = ?", (key,)).fetchone()
    if row[0] != characters:
        yield Finding(
            "article", key, report.article.source, f"has {row[0]} characters there and {characters} in its text"
        )


def _source(db: sqlite3.Connection, key: int) -> str | None:
    try:
        found = db.execute("SELECT source FROM article WHERE id = ?", (key,)).fetchone()
    except sqlite3.Error:
        return None
    return str(found[0]) if found else None
