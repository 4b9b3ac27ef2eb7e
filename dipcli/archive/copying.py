"""Copies of an archive: a backup while others write, and what can be read of a damaged one."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator

from dipcli.archive.connection import open_to_read, said_plainly
from dipcli.archive.errors import ArchiveError

_PAGES = 2_000  # copied at once: so often ^C is heard


def backup(path: str, target: str, *, older: bool = False) -> int:
    """Copy an archive as it is at this moment, also while another process writes; bytes of the copy.

    The copy is there whole or not at all. ``older`` lets one of an older version in. Raises ArchiveError.
    """
    refuse_itself(path, target)
    db = open_to_read(path, older=older)
    try:
        with written_beside(target, like=path) as temporary:
            copy = sqlite3.connect(temporary)
            try:
                # The reading transaction holds the moment: without it a writer would make the copy begin again.
                db.execute("BEGIN")
                db.execute("SELECT count(*) FROM file").fetchone()
                db.backup(copy, pages=_PAGES)
            finally:
                copy.close()
            size = os.path.getsize(temporary)
    except sqlite3.Error as e:
        raise said_plainly(target if "full" in str(e) else path, e) from None
    finally:
        db.close()
    return size


def refuse_itself(path: str, target: str) -> None:
    """Raises ArchiveError where the file to write is the archive that is read."""
    if os.path.exists(path) and os.path.exists(target) and os.path.samefile(path, target):
        raise ArchiveError(target, "the archive itself: name another file")


@contextlib.contextmanager
def written_beside(target: str, *, like: str) -> Iterator[str]:
    """The path of a file to write, which at the end is synced and takes the target's place; gone where anything fails.

    Who may read it is as of the file ``like``.
    """
    place = os.path.realpath(target)
    try:
        handle, temporary = tempfile.mkstemp(prefix=".dip-", dir=os.path.dirname(place))
    except OSError as e:
        raise ArchiveError(target, f"cannot be written: {e.strerror}") from None
    os.close(handle)
    try:
        yield temporary
        os.chmod(temporary, os.stat(like).st_mode & 0o777)
        _sync(temporary)
        os.replace(temporary, place)
        _sync(os.path.dirname(place))
    except OSError as e:
        raise ArchiveError(target, f"cannot be written: {e.strerror}") from None
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                os.unlink(temporary + ending)


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
