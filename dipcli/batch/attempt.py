"""A file of the output while it is written: under a name of its own, and at its place whole or not at all."""

import contextlib
import hashlib
import os
import uuid
from typing import IO, Self

from dipcli.model import DipError

# What an attempt that was killed leaves behind is told by these.
PREFIX, SUFFIX = ".attempt-", ".tmp"


class Attempt:
    """Writes ``name`` into a folder; ``size`` and ``sha256`` are of what was written.

    Two attempts at the same file, on one machine or two, never write to the same place. At the end of the block the
    bytes are on the disk and the file is renamed; after an exception nothing is left. Raises DipError.
    """

    def __init__(self, folder: str, name: str) -> None:
        self._folder = folder
        self._place = os.path.join(folder, name)
        self._own = os.path.join(folder, f"{PREFIX}{name}-{uuid.uuid4().hex}{SUFFIX}")
        self._file: IO[bytes]
        self._digest = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """Of all bytes so far."""
        return self._digest.hexdigest()

    @property
    def closed(self) -> bool:
        """Is the block over?"""
        return self._file.closed

    def __enter__(self) -> Self:
        try:
            self._file = open(self._own, "xb", buffering=0)
        except OSError as e:
            raise self._refused(e) from None
        return self

    def write(self, data: bytes) -> int:
        """Write all of it."""
        self._digest.update(data)
        self.size += len(data)
        left = memoryview(data)
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as e:
            raise self._refused(e) from None
        return len(data)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        done = False
        try:
            if kind is None:
                os.fsync(self._file.fileno())
                self._file.close()
                os.replace(self._own, self._place)
                sync(self._folder)
                done = True
        except OSError as e:
            raise self._refused(e) from None
        finally:
            if not done:
                with contextlib.suppress(OSError):
                    self._file.close()
                with contextlib.suppress(OSError):
                    os.unlink(self._own)

    def _refused(self, error: OSError) -> DipError:
        return DipError(f"{self._place}: cannot be written: {error.strerror or error}")


def sync(folder: str) -> None:
    """Make what was renamed in a folder last; where folders cannot be synced (Windows, some networks) it is left out."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_left_behind(folder: str) -> None:
    """Remove what attempts that were killed have left. One that still runs fails, and what it would have made is made."""
    for name in os.listdir(folder):
        if name.startswith(PREFIX) and name.endswith(SUFFIX):
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(folder, name))
