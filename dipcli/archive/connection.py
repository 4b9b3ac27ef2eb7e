"""Opens an archive: one SQLite file, its version checked, readers let in while a writer works."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dipcli.archive.errors import ArchiveError
from dipcli.archive.schema import PAGE, TABLES, VERSION, commands

APPLICATION = 0x64697031  # "dip1" in the file's head tells an archive from any other database
Database = sqlite3.Connection
"""An archive that is open, for those who only pass it on."""

_BUSY = 600.0  # seconds that a writer waits for another: what is large is committed every ten or twenty


def open_to_read(path: str, *, older: bool = False) -> sqlite3.Connection:
    """The archive at ``path``; raises ArchiveError where there is none, it is damaged or of another version.

    ``older`` lets one of an older version in, to copy it as it is.
    """
    if not os.path.exists(path):
        raise ArchiveError(path, "no such archive: make it with dip index FILE... --db PATH")
    db = connect(path, "ro")
    try:
        if older:
            version_of(db, path)
        else:
            _refuse_older(db, path)
    except ArchiveError:
        db.close()
        raise
    return db


@contextmanager
def opened(path: str, *, older: bool = False) -> Iterator[sqlite3.Connection]:
    """What ``open_to_read`` gives, closed at the end; what SQLite says inside is said plainly. Raises ArchiveError."""
    db = open_to_read(path, older=older)
    try:
        yield db
    except sqlite3.Error as e:
        raise said_plainly(path, e) from None
    finally:
        db.close()


def open_to_write(path: str, *, create: bool = False) -> sqlite3.Connection:
    """The archive at ``path`` to change it, made where there is none and ``create`` says so. Raises ArchiveError."""
    exists = os.path.exists(path) and os.path.getsize(path) > 0
    if not exists and not create:
        raise ArchiveError(path, "no such archive: make it with dip index FILE... --db PATH")
    parent = os.path.dirname(path)
    if not exists and parent:
        try:
            os.makedirs(parent, exist_ok=True)
        except OSError as e:
            raise ArchiveError(path, f"its folder cannot be made: {e.strerror}") from None
    db = connect(path, "rwc")
    try:
        if not exists or (create and _is_blank(db, path)):
            _make(db, path)
        else:
            _refuse_older(db, path)
    except BaseException:
        db.close()
        raise
    return db


class transaction:
    """Everything inside, or nothing of it; another writer is waited for."""

    def __init__(self, db: sqlite3.Connection, path: str) -> None:
        self._db, self._path = db, path

    def __enter__(self) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as e:
            raise said_plainly(self._path, e) from None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if kind is None:
            try:
                self._db.execute("COMMIT")
            except sqlite3.Error as e:
                self._back()
                raise said_plainly(self._path, e) from None
            return
        self._back()
        if isinstance(error, sqlite3.Error):
            raise said_plainly(self._path, error) from None

    def _back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")


def said_plainly(path: str, error: sqlite3.Error) -> ArchiveError:
    """What SQLite says, with what to do about it."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return ArchiveError(path, "another process writes to it: try again later")
    if "full" in text:
        return ArchiveError(path, "cannot be written: the disk is full (what was committed is kept)")
    if "disk I/O" in text:
        return ArchiveError(
            path, "cannot be written or read: is the disk full, or broken? (what was committed is kept)"
        )
    if "readonly" in text or "unable to open" in text:
        return ArchiveError(path, "cannot be opened: no permission, or its folder is missing")
    if any(
        word in text for word in ("malformed", "not a database", "corrupt", "fts5:", "no such table", "no such column")
    ):
        return ArchiveError(path, "damaged, or no archive of dip: dip archive check says more, dip archive salvage -o NEW saves the rest", damaged=True)  # fmt: skip
    return ArchiveError(path, f"{text}: dip archive check says whether it is damaged")


def connect(path: str, mode: str) -> sqlite3.Connection:
    """A connection to any database, in a mode of SQLite's URIs (ro, rw, rwc). Raises ArchiveError."""
    uri = Path(path).absolute().as_uri() + f"?mode={mode}"
    try:
        db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY, check_same_thread=False)
        if mode != "ro":
            db.execute(f"PRAGMA page_size = {PAGE}")  # of a file that is still to be made
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA cache_size = -32000")
        return db
    except sqlite3.Error as e:
        raise said_plainly(path, e) from None


def _is_blank(db: sqlite3.Connection, path: str) -> bool:
    """Has a process made the file but no table yet, or was it killed before it could?"""
    try:
        numbers = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        return numbers == [0, 0] and not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.Error as e:
        raise said_plainly(path, e) from None


def _make(db: sqlite3.Connection, path: str) -> None:
    with transaction(db, path):
        if db.execute("PRAGMA user_version").fetchone()[0]:
            return  # another process was faster
        for command in commands(TABLES):
            db.execute(command)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {VERSION}")


def _refuse_older(db: sqlite3.Connection, path: str) -> None:
    version = version_of(db, path)
    if version < VERSION:
        raise ArchiveError(path, f"of an older dip (schema {version}): bring it up to date with dip archive migrate")


def version_of(db: sqlite3.Connection, path: str) -> int:
    """The version of an archive's schema. Raises ArchiveError for a newer one, and for what is no archive."""
    try:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error as e:
        raise said_plainly(path, e) from None
    if application != APPLICATION:
        raise ArchiveError(path, "a database, but no archive of dip", damaged=application == 0)
    if version > VERSION:
        raise ArchiveError(path, f"of a newer dip (schema {version}, this one reads up to {VERSION}): upgrade dipcli")
    return version
