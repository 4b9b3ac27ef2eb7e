"""What can still be read of a damaged archive, written into a new one.

Articles are looked up one by one, so that a page that is gone takes with it only what lies on it. All else (words,
names, themes, stories) is made anew from their reports; corrections of persons are made again.
"""

import os
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from dipcli.archive.carrying import carry
from dipcli.archive.connection import connect, open_to_read, open_to_write, transaction
from dipcli.archive.copying import refuse_itself, written_beside
from dipcli.archive.errors import ArchiveError
from dipcli.archive.packed import Head, text_digest, unpack_report, unpack_text
from dipcli.archive.schema import PAGE
from dipcli.archive.writing import Writer
from dipcli.model import Article, Report, RulesId
from dipcli.records import Record

_NOTHING = "nothing in it can be read: it takes a backup"
_LOST = "(lost)"  # the file of articles whose own row is gone
# What names an article, apart from its own row: an index tells that it was there when its row is gone.
_KEYS = (
    "SELECT max(id) FROM article", "SELECT max(article) FROM content", "SELECT max(article) FROM statement",
    "SELECT id FROM article INDEXED BY article_story ORDER BY story DESC LIMIT 1",
)  # fmt: skip
_SEEN = (
    "SELECT id FROM article INDEXED BY article_added ORDER BY added",
    "SELECT id FROM article INDEXED BY article_story ORDER BY story",
)
_ERRORS = (zlib.error, ValueError, TypeError, IndexError)


class Saved(Record):
    """How many articles were saved, how many are known to be lost, and how many corrections of persons are."""

    articles: int
    lost: int
    corrections_lost: int = 0


class _Found(Record):
    """An article that was saved: its row (None where that is gone), and its report."""

    key: int
    row: tuple[Any, ...] | None
    report: Report


def salvage(path: str, target: str, read: Callable[[Article], Report]) -> Saved:
    """Write what can be read of an archive into a new one; ``read`` makes a report where only the text is left.

    Files of which something is lost are read again by the next indexing run. Raises ArchiveError where nothing can be
    read at all.
    """
    refuse_itself(path, target)
    with _opened(path) as db, written_beside(target, like=path) as temporary:
        wreck = _Wreck(db, read)
        new = open_to_write(temporary, create=True)
        try:
            saved = _copy(wreck, new, temporary)
        finally:
            new.close()
        if not saved.articles and (saved.lost or wreck.failed):
            raise ArchiveError(path, _NOTHING)
    return saved


@contextmanager
def _opened(path: str) -> Iterator[sqlite3.Connection]:
    """The archive; where its first page is damaged, a copy with that of a new archive, which is the same but for counts."""
    db = _as_it_is(path)
    if db is not None:
        try:
            yield db
        finally:
            db.close()
        return
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.realpath(path))) as folder:
        try:
            db = connect(_with_new_head(path, folder), "ro")
        except ArchiveError:
            raise ArchiveError(path, _NOTHING) from None
        try:
            yield db
        finally:
            db.close()


def _as_it_is(path: str) -> sqlite3.Connection | None:
    """The archive where its first page can be read. Raises ArchiveError for what is none, or of another version."""
    try:
        db = open_to_read(path)
    except ArchiveError as e:
        if e.damaged:
            return None
        raise
    try:
        db.execute("SELECT 1 FROM sqlite_schema, article LIMIT 1").fetchone()
    except sqlite3.Error:
        db.close()
        return None
    return db


def _with_new_head(path: str, folder: str) -> str:
    fresh, copy = os.path.join(folder, "new.db"), os.path.join(folder, "copy.db")
    open_to_write(fresh, create=True).close()
    with open(fresh, "rb") as f:
        head = bytearray(f.read(PAGE))
    shutil.copyfile(path, copy)
    if os.path.exists(f"{path}-wal"):
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    head[28:32] = (os.path.getsize(copy) // PAGE).to_bytes(4)
    head[32:40] = bytes(8)  # no list of free pages
    with open(copy, "r+b") as f:
        f.write(head)
    return copy


class _Wreck:
    """A damaged archive. ``failed`` says whether anything could not be read."""

    def __init__(self, db: sqlite3.Connection, read: Callable[[Article], Report]) -> None:
        self._db, self._read = db, read
        self.failed = False

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows as far as they can be read."""
        found: list[tuple[Any, ...]] = []
        try:
            for row in self._db.execute(query, values):
                found.append(row)
        except (sqlite3.Error, *_ERRORS, OverflowError):
            self.failed = True
        return found

    def row(self, query: str, key: object) -> tuple[Any, ...] | None:
        """One row, None where it is not there or cannot be read."""
        found = self.rows(query, key)
        return found[0] if found else None

    def last(self) -> int:
        """The highest number of an article."""
        return max((n for q in _KEYS for (n,) in self.rows(q) if isinstance(n, int)), default=0)

    def seen(self) -> set[int]:
        """Numbers of articles that the indexes name."""
        return {n for q in _SEEN for (n,) in self.rows(q) if isinstance(n, int)}

    def article(self, key: int) -> _Found | None:
        """An article, None where nothing of it is left; its row is None where that is gone."""
        row = self.row(
            "SELECT file, record, source, digest, title, published, outlet, added, rules FROM article WHERE id = ?", key
        )
        kept = self.row("SELECT body, report FROM content WHERE article = ?", key)
        if kept is None:
            return None
        try:
            text = unpack_text(kept[0])
        except _ERRORS:
            self.failed = True
            return None
        if row is not None and row[3] != text_digest(text):
            self.failed = True
            return None
        return self._with_report(key, row, text, kept[1])

    def _with_report(self, key: int, row: tuple[Any, ...] | None, text: str, packed: bytes) -> _Found | None:
        head = Head(f"{_LOST}#{key}", None, None, None) if row is None else Head(row[2], *row[4:7])
        rules = None if row is None else self.row("SELECT version, sha256 FROM rules WHERE id = ?", row[8])
        try:
            report = unpack_report(
                packed, head, text, RulesId(version=rules[0], sha256=rules[1]) if rules else _UNKNOWN
            )
        except _ERRORS:
            self.failed = True
            if row is None:
                return None  # nothing says that the text is whole
            report = self._read(_again(head, text))
        return _Found(key, row, report)


_UNKNOWN = RulesId(version="", sha256="")


def _again(head: Head, text: str) -> Article:
    """An article to read again, with what its row has. Whether its title is of its own only the report knew."""
    return Article(
        text=text, source=head.source, published=head.published, published_from="metadata" if head.published else None,
        outlet=head.outlet,
    )  # fmt: skip


def _copy(wreck: _Wreck, new: sqlite3.Connection, path: str) -> Saved:
    files = _Files(wreck, new)
    writer = Writer(new)
    saved: set[int] = set()
    seen = wreck.seen()
    for first in range(1, max(wreck.last(), *seen, 0) + 1, 500):
        with transaction(new, path):
            for key in range(first, first + 500):
                found = wreck.article(key)
                if found is None:
                    continue
                file, record, added = files.place_of(found)
                writer.add(found.report, file=file, record=record, added=added, article=key)
                saved.add(key)
    with transaction(new, path):
        files.close()
        for row in wreck.rows("SELECT name, ended FROM last_digest"):
            new.execute("INSERT OR IGNORE INTO last_digest VALUES (?, ?)", row)
        corrections_lost = carry(wreck.rows, new)
    rows = {n for (n,) in wreck.rows("SELECT id FROM article")} | {
        n for (n,) in wreck.rows("SELECT article FROM content")
    }
    return Saved(len(saved), len((seen | rows) - saved), corrections_lost)


class _Files:
    """The files of the new archive, by the numbers that they had."""

    def __init__(self, wreck: _Wreck, new: sqlite3.Connection) -> None:
        self._wreck, self._new = wreck, new
        self._known: dict[int, int] = {}
        self._lost: int | None = None
        self._records: dict[int, set[int]] = {}

    def place_of(self, found: _Found) -> tuple[int, int, str]:
        """File and record of an article, and when it came in."""
        if found.row is None:
            file, record, added = self._of_lost(), found.key, ""
        else:
            file, record, added = self._of(found.row[0]), found.row[1], found.row[7]
        taken = self._records.setdefault(file, set())
        while record in taken:
            record += 1
        taken.add(record)
        return file, record, added

    def _of_lost(self) -> int:
        if self._lost is None:
            made = self._new.execute("INSERT INTO file (path, digest) VALUES (?, ?)", (_LOST, b""))
            self._lost = made.lastrowid
            assert self._lost is not None
        return self._lost

    def _of(self, old: int) -> int:
        if old not in self._known:
            row = self._wreck.row("SELECT path, place, digest, done, failed, complete FROM file WHERE id = ?", old)
            if row is None:
                return self._of_lost()
            made = self._new.execute(
                "INSERT OR IGNORE INTO file (id, path, place, digest, done, failed, complete) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (old, *row),
            )
            self._known[old] = old if made.rowcount else self._of_lost()
        return self._known[old]

    def close(self) -> None:
        """Files with less than they had are as changed: the next run reads them again."""
        for file, records in self._records.items():
            self._new.execute(
                "UPDATE file SET done = max(done, ?), complete = complete AND done - failed <= ?,"
                " digest = CASE WHEN done - failed > ? THEN x'' ELSE digest END WHERE id = ?",
                (max(records) + 1, len(records), len(records), file),
            )
