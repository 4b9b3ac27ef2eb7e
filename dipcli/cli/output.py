"""Where bytes go: standard output, or a file that is there whole or not at all."""

import os
import stat
import sys
from typing import IO, BinaryIO

from dipcli.model import DipError


class Output:
    """Standard output, or a file written beside its place, synced, and renamed when all went well.

    What is there and no regular file (``/dev/null``, a pipe) is written to as it is; a link is followed.
    """

    def __init__(self, path: str | None) -> None:
        self._path = None if path in (None, "-") else path
        self._place = ""
        self._temporary: str | None = None
        self._file: IO[bytes] | None = None

    def __enter__(self) -> BinaryIO:
        if self._path is None:
            if sys.stdout is None:
                raise DipError("standard output is closed: nowhere to write to (-o FILE writes to a file)")
            return sys.stdout.buffer
        try:
            self._file = self._open(self._path)
        except OSError as e:
            raise DipError(f"{self._path}: cannot be written: {e.strerror}") from e
        return self._file  # type: ignore[return-value]

    def _open(self, path: str) -> IO[bytes]:
        self._place = os.path.realpath(path)
        if os.path.exists(self._place) and not stat.S_ISREG(os.stat(self._place).st_mode):
            return open(self._place, "wb")
        import tempfile

        handle, self._temporary = tempfile.mkstemp(prefix=".dip-", dir=os.path.dirname(self._place))
        return os.fdopen(handle, "wb")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._file is None:
            sys.stdout.flush()
            return
        done = False
        try:
            self._file.flush()
            if self._temporary is not None and kind is None:
                os.fsync(self._file.fileno())
                os.fchmod(self._file.fileno(), self._mode())
                os.replace(self._temporary, self._place)
            done = kind is None
        except OSError as e:
            raise DipError(f"{self._path}: cannot be written: {e.strerror}") from e
        finally:
            self._close(keep=done)

    def _close(self, *, keep: bool) -> None:
        import contextlib

        with contextlib.suppress(OSError):
            self._file.close()  # type: ignore[union-attr]
        if not keep and self._temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(self._temporary)

    def _mode(self) -> int:
        """Permissions of the file that is replaced, else those that a new file gets."""
        if os.path.exists(self._place):
            return stat.S_IMODE(os.stat(self._place).st_mode)
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
