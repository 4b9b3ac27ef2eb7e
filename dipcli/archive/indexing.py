"""Brings files into an archive: what is there unchanged is left alone, what was begun is gone on with.

An article is added in one transaction with the count of what is done of its file. So whenever the process ends, even by
a kill, the next run goes on behind the last article that was kept and the archive comes out the same.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

from dipcli.archive.connection import open_to_read, open_to_write, opened, transaction
from dipcli.archive.digests import just_after, latest
from dipcli.archive.packed import text_digest
from dipcli.archive.reading import Reader, as_it_came
from dipcli.archive.writing import Writer
from dipcli.model import Article, Report, RulesId
from dipcli.records import Record

# Articles that are kept together. An article's rows lie on some sixty pages, which a commit writes: the more pages there
# are, the more articles have to share a commit.
_SMALLEST_BATCH, _LARGEST_BATCH, _BATCHES = 400, 1_000, 50
_YIELD = 0.12  # seconds after a commit in which another writer, which looks every tenth of a second, can begin
STANDARD_INPUT = "-"


class FileState(Record):
    """A file to bring in: SHA-256 of its bytes, how many of its records are done, and whether all are.

    Records are counted from ``first``; ``place`` is the absolute path.
    """

    path: str
    place: str | None
    digest: bytes
    done: int = 0
    first: int = 0
    complete: bool = False


class Tally:
    """What a run did, in articles; ``unchanged`` and ``pruned`` count files."""

    def __init__(self) -> None:
        self.added = self.removed = self.refreshed = self.unchanged = self.pruned = 0


class Index:
    """Writes one archive. ``now`` gives the time as ISO 8601 in UTC, to the microsecond; it is asked once an article."""

    def __init__(self, path: str, now: Callable[[], str]) -> None:
        self.path = path
        self.tally = Tally()
        self._now = now
        self._db = open_to_write(path, create=True)
        self._writer = Writer(self._db)
        self._reader = Reader(self._db, path)
        self._open: transaction | None = None
        self._held = 0
        self._batch = self._batch_now()
        self._looking: sqlite3.Connection | None = None
        # Of the files that are being read.
        self._numbers: dict[str, int] = {}
        self._digests: dict[int, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            # An interrupted run keeps what it has done; only a failure of the archive itself takes it back.
            if self._open is not None:
                broken = isinstance(error, sqlite3.Error)
                self._end(error if broken else None)
        finally:
            # The writer goes last: whoever goes last brings the log into the file, and a reader cannot.
            if self._looking is not None:
                self._looking.close()
            self._db.close()

    def state(self, path: str) -> FileState | None:
        """What the archive has of a file, by its path as it was given.

        Asked by a connection of its own: the files may be drawn in another thread than the one that writes.
        """
        if self._looking is None:
            self._looking = open_to_read(self.path)
        query = "SELECT place, digest, done, complete FROM file WHERE path = ?"
        found = self._looking.execute(query, (path,)).fetchone()
        if found is None:
            return None
        place, digest, done, complete = found
        return FileState(path=path, place=place, digest=digest, done=done, complete=bool(complete))

    def state_of(self, path: str, place: str, digest: bytes) -> FileState:
        """What is to be done of a file of these bytes: all, or what an earlier run has left of it."""
        known = self.state(path)
        if known is not None and known.digest == digest:
            return known._replace(place=place)
        return FileState(path=path, place=place, digest=digest)

    def total(self) -> int:
        """How many articles there are."""
        return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    # -- files ---------------------------------------------------------------------------------------------------------

    def begin(self, file: FileState) -> int:
        """Number of a file of which something is about to be kept; what an older version of it left is taken out first."""
        known = self._numbers.get(file.path)
        if known is not None:
            return known
        self._begin()
        found = self._db.execute("SELECT id, digest FROM file WHERE path = ?", (file.path,)).fetchone()
        if found is None:
            made = self._db.execute(
                "INSERT INTO file (path, place, digest) VALUES (?, ?, ?)", (file.path, file.place, file.digest)
            )
            number = made.lastrowid
            assert number is not None
        else:
            number, digest = found
            if digest != file.digest:
                with self._whole():
                    self._note_arrivals(number)
                    self._take_out(number)
                    self._db.execute(
                        "UPDATE file SET place = ?, digest = ?, done = 0, failed = 0, complete = 0 WHERE id = ?",
                        (file.place, file.digest, number),
                    )
        self._numbers[file.path] = number
        self._digests[number] = file.digest
        return number

    def add(self, report: Report, file: int, record: int) -> None:
        """Add record ``record`` (from 0) of a file, unless another run was faster."""
        self._begin()
        if self._is_done(file, record):
            return
        with self._whole():
            if file == self._numbers.get(STANDARD_INPUT) and self._has(report, file):
                self.tally.unchanged += 1
            else:
                self._writer.add(report, file=file, record=record, added=self._arrival(report, file))
                self.tally.added += 1
            self._db.execute("UPDATE file SET done = ? WHERE id = ?", (record + 1, file))
        self._kept_one()

    def fail(self, file: int, record: int) -> None:
        """A record that could not be read."""
        self._begin()
        if not self._is_done(file, record):
            self._db.execute("UPDATE file SET done = ?, failed = failed + 1 WHERE id = ?", (record + 1, file))
            self._kept_one()

    def finish(self, file: FileState) -> None:
        """All records of a file are done."""
        number = self.begin(file)
        self._begin()
        if file.path != STANDARD_INPUT:
            self._db.execute("UPDATE file SET complete = 1 WHERE id = ? AND digest = ?", (number, file.digest))
        self._db.execute("DELETE FROM arrival WHERE file = ?", (number,))
        self._kept_one()
        del self._numbers[file.path], self._digests[number]

    def _is_done(self, file: int, record: int) -> bool:
        """Has another run kept this record meanwhile, or another version of the file?"""
        found = self._db.execute("SELECT done, digest FROM file WHERE id = ?", (file,)).fetchone()
        return found is None or found[0] > record or found[1] != self._digests[file]

    # -- when an article came in ---------------------------------------------------------------------------------------

    def _note_arrivals(self, file: int) -> None:
        """Note when the articles of a file came in that is about to be read again: what it still has is not new."""
        self._db.execute(
            "INSERT OR IGNORE INTO arrival SELECT file, digest, min(added) FROM article WHERE file = ? GROUP BY digest",
            (file,),
        )

    def _arrival(self, report: Report, file: int) -> str:
        """When an article came in: later than all before it, so that a digest can tell where it ended."""
        query = "SELECT added FROM arrival WHERE file = ? AND digest = ?"
        found = self._db.execute(query, (file, text_digest(report.article.text))).fetchone()
        if found is not None:
            return str(found[0])
        now = self._now()
        last = latest(self._db)
        return now if last is None or now > last else just_after(last)

    def prune(self, is_there: Callable[[str], bool]) -> None:
        """Take out what came from files that are not there any more."""
        gone = [
            key
            for key, path, place in self._db.execute("SELECT id, path, place FROM file ORDER BY id").fetchall()
            if path != STANDARD_INPUT and not is_there(place)
        ]
        for key in gone:
            self._begin()
            with self._whole():
                self._take_out(key)
                self._db.execute("DELETE FROM arrival WHERE file = ?", (key,))
                self._db.execute("DELETE FROM file WHERE id = ?", (key,))
            self.tally.pruned += 1
        self.commit()

    def commit(self) -> None:
        """Keep what was done so far."""
        if self._open is not None:
            self._end(None)

    # -- newer rules ---------------------------------------------------------------------------------------------------

    def outdated(self, rules: RulesId) -> list[int]:
        """Numbers of the articles that other rules have read."""
        rows = self._db.execute(
            "SELECT a.id FROM article a JOIN rules r ON r.id = a.rules WHERE r.version != ? OR r.sha256 != ? ORDER BY a.id",
            (rules.version, rules.sha256),
        )
        return [int(key) for (key,) in rows]

    def articles(self, numbers: list[int]) -> Iterator[Article]:
        """The articles as they came in, without what the rules found in them.

        Read by a connection of its own: the articles may be drawn in another thread than the one that writes.
        """
        with opened(self.path) as db:
            reader = Reader(db, self.path)
            for number in numbers:
                found = reader.article(number)
                if found is None:  # another run has taken it out; ``replace`` will not find it either
                    yield Article(text="")
                    continue
                yield as_it_came(found.report.article)

    def replace(self, number: int, report: Report) -> None:
        """Put a newer report in an article's place; when it came in stays."""
        self._begin()
        old = self._reader.article(number)
        if old is None:
            return
        file, record = self._db.execute("SELECT file, record FROM article WHERE id = ?", (number,)).fetchone()
        with self._whole():
            self._writer.remove(number, old.report)
            self._writer.add(report, file=file, record=record, added=old.added, article=number)
        self.tally.refreshed += 1
        self._kept_one()

    # ------------------------------------------------------------------------------------------------------------------

    def _has(self, report: Report, file: int) -> bool:
        """Has this very text come in from the file already?"""
        query = "SELECT 1 FROM article WHERE digest = ? AND file = ?"
        return self._db.execute(query, (text_digest(report.article.text), file)).fetchone() is not None

    def _take_out(self, file: int) -> None:
        for (key,) in self._db.execute("SELECT id FROM article WHERE file = ? ORDER BY id", (file,)).fetchall():
            found = self._reader.article(key)
            assert found is not None
            self._writer.remove(key, found.report)
            self.tally.removed += 1

    def _begin(self) -> None:
        if self._open is None:
            opened = transaction(self._db, self.path)
            opened.__enter__()
            self._open = opened

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is inside is kept whole or not at all, wherever ^C or a signal comes: what is held is committed at the end."""
        self._db.execute("SAVEPOINT one")
        try:
            yield
        except BaseException:
            self._writer.forget()
            if self._db.in_transaction:  # a full disk takes all back by itself
                self._db.execute("ROLLBACK TO one")
                self._db.execute("RELEASE one")
            raise
        self._db.execute("RELEASE one")

    def _kept_one(self) -> None:
        """One more change is held; so many together are committed."""
        self._held += 1
        if self._held >= self._batch:
            self._end(None)
            self._batch = self._batch_now()
            time.sleep(_YIELD)

    def _batch_now(self) -> int:
        last = self._db.execute("SELECT ifnull(max(id), 0) FROM article").fetchone()[0]
        return min(max(int(last) // _BATCHES, _SMALLEST_BATCH), _LARGEST_BATCH)

    def _end(self, error: BaseException | None) -> None:
        opened, self._open, self._held = self._open, None, 0
        assert opened is not None
        try:
            opened.__exit__(type(error) if error else None, error, None)
        finally:
            if error is not None:
                self._writer.forget()
