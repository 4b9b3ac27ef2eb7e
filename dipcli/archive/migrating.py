"""Brings an archive of an older version of the schema to this one, a step a version."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator

from dipcli.archive.connection import connect, opened, transaction, version_of
from dipcli.archive.errors import ArchiveError
from dipcli.archive.packed import (
    dictionary_of,
    expanded,
    pack_report,
    pack_text,
    report_of,
    unpack_alone,
    unpacked,
)
from dipcli.archive.reprints import shingles, sketch
from dipcli.archive.schema import TABLES, VERSION, VIEWS, commands, year_of
from dipcli.archive.words import words_of
from dipcli.archive.writing import called_rows, terms_of
from dipcli.model import Article, Encoding, Report, RulesId, Span
from dipcli.text.fold import fold


def migrate(path: str) -> tuple[int, int]:
    """Bring an archive to this version, each step whole or not at all; (version before, version now).

    Raises ArchiveError where it is damaged, of a newer version or no archive.
    """
    db = connect(path, "rw")
    try:
        before = version = version_of(db, path)
        while version < VERSION:
            with transaction(db, path):
                _step(db, path, version)
                version += 1
                db.execute(f"PRAGMA user_version = {version}")
        return before, version
    finally:
        db.close()


def version_there(path: str) -> int:
    """The version of an archive's schema. Raises ArchiveError."""
    with opened(path, older=True) as db:
        return version_of(db, path)


def _step(db: sqlite3.Connection, path: str, version: int) -> None:
    try:
        STEPS[version](db)
    except (zlib.error, ValueError, TypeError, IndexError) as e:
        raise ArchiveError(path, f"damaged ({e}), and left as it was: it takes a backup") from None


# -- steps -------------------------------------------------------------------------------------------------------------


def _to_2(_: sqlite3.Connection) -> None:
    """Another list of words, which 6 makes anew."""


def _to_3(db: sqlite3.Connection) -> None:
    """Letters of one byte, offsets as differences, what the article's row has left out; other hashes."""
    db.execute("DELETE FROM shingle")
    for key, body, report in _contents(db):
        old = report_of_2(body, report)
        packed = (pack_text(old.article.text), pack_report(old), key)
        db.execute("UPDATE content SET body = ?, report = ? WHERE article = ?", packed)
        words = words_of(fold(old.article.text).text)
        if db.execute("SELECT 1 FROM article WHERE id = ? AND story = id", (key,)).fetchone():
            marks = sketch(shingles(words))
            db.executemany("INSERT INTO shingle VALUES (?, ?)", [(mark, key) for mark in marks])


def _to_4(db: sqlite3.Connection) -> None:
    """Views for other tools, when the texts of changed files came in, where the last digest ended; times to the microsecond."""
    db.execute("UPDATE article SET added = replace(added, 'Z', '.000000Z') WHERE added NOT LIKE '%.%'")
    _make_views(db)
    _make_tables(db, "arrival", "last_digest")


def _make_views(db: sqlite3.Connection) -> None:
    """The views of this version in place of those of an older one."""
    _drop_views(db)
    for command in commands(VIEWS):
        db.execute(command)


def _drop_views(db: sqlite3.Connection) -> None:
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        db.execute(f"DROP VIEW {name}")


def _make_tables(db: sqlite3.Connection, *names: str) -> None:
    """Tables that an older version had not; a later one that changes them has to say how they were."""
    for command in commands(TABLES):
        if command.strip().startswith(tuple(f"CREATE TABLE {name} " for name in names)):
            db.execute(command)


def _contents(db: sqlite3.Connection) -> Iterator[tuple[int, bytes, bytes]]:
    for (key,) in db.execute("SELECT article FROM content ORDER BY article").fetchall():
        yield db.execute("SELECT article, body, report FROM content WHERE article = ?", (key,)).fetchone()


def report_of_2(body: bytes, report: bytes) -> Report:
    """A report as versions 1 and 2 kept it, without its rules."""
    text = expanded(body, dictionary_of("texts")).decode("utf-8", "surrogatepass")
    document = unpacked(report, dictionary_of("reports"))
    source, title, published, published_from, outlet, encoding = document[0]
    article = Article(
        text=text, source=source, title=title, published=published, published_from=published_from, outlet=outlet,
        encoding=Encoding(name=encoding[0], confidence=encoding[1]),
    )  # fmt: skip
    return report_of(document, article, RulesId(version="", sha256=""), lambda cells: Span(*cells))


def _to_5(db: sqlite3.Connection) -> None:
    """Corrections of who is one person."""
    _make_tables(db, "correction", "correction_profile", "own_person")


def _to_6(db: sqlite3.Connection) -> None:
    """Other words: those of the text, and of contents, for which what the article's row has does not matter."""
    db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    for key, body, packed in _contents(db):
        report = unpack_alone(body, packed)
        terms = terms_of(report, words_of(fold(report.article.text).text))
        db.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (key, terms))


def _to_7(db: sqlite3.Connection) -> None:
    """The year beside who said and was told something."""
    _drop_views(db)
    for table in ("said", "told"):
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
        _make_tables(db, table)
        db.execute(
            f"INSERT INTO {table} SELECT profile, ifnull(CAST(substr(published, 1, 4) AS INTEGER), 0), article, n"
            f" FROM old_{table} JOIN article ON article.id = old_{table}.article"
        )
        db.execute(f"DROP TABLE old_{table}")
    _make_views(db)


def _to_8(db: sqlite3.Connection) -> None:
    """Who is called so, and the year, beside what articles call somebody."""
    db.execute("DROP TABLE called")
    _make_tables(db, "called")
    for key, body, packed in _contents(db):
        report = unpack_alone(body, packed)
        (published,) = db.execute("SELECT published FROM article WHERE id = ?", (key,)).fetchone()
        named = "SELECT entity, id FROM named JOIN profile ON id = profile WHERE article = ?"
        profiles = dict(db.execute(named, (key,)))
        rows = called_rows(report, profiles, year_of(published), key)
        db.executemany("INSERT INTO called VALUES (?, ?, ?, ?)", rows)


# From a version to the next.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {
    1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5, 5: _to_6, 6: _to_7,
    7: _to_8,
}  # fmt: skip
