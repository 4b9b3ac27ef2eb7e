"""From what stands on the command line to articles: files, folders, standard input."""

import contextlib
import fnmatch
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader, FileIO
from typing import BinaryIO, cast

from dipcli.inputs.compressed import COMPRESSIONS
from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Bytes, Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.readers import READERS, read_articles
from dipcli.model import Article

# Is told how many bytes more of a file were read.
Counter = Callable[[int], None]


def default_endings() -> tuple[str, ...]:
    """Endings, in lower case, of the files of a folder that are read when nothing else is said."""
    plain = [ending for f in READERS.values() for ending in f.endings]
    return (*plain, *(ending + c.ending for c in COMPRESSIONS.values() for ending in plain))


def expand(names: Iterable[str], globs: tuple[str, ...] = ()) -> Iterator[str | InputError]:
    """Files in order: patterns (``news/*.txt``, ``**``) in sorted order where no file is called so, folders walked.

    A pattern or folder without anything to read, or a folder below it that cannot be opened, comes out as an
    InputError.
    """
    for name in names:
        for path in _matching(name):
            if isinstance(path, InputError) or path == "-" or not os.path.isdir(path):
                yield path
            else:
                yield from _files_of(path, globs)


def _matching(name: str) -> Iterator[str | InputError]:
    """The name itself, or what it stands for where it is a pattern that the shell left alone."""
    if not any(c in name for c in "*?[") or os.path.lexists(name):
        yield name
        return
    import glob

    found = sorted(glob.iglob(name, recursive=True))
    if not found:
        yield InputError(name, "no file matches this pattern")
    yield from found


def _files_of(folder: str, globs: tuple[str, ...]) -> Iterator[str | InputError]:
    found = False
    for path in _walk(folder, globs):
        found = True
        yield path
    if not found:
        wanted = ", ".join(globs) or " ".join(f"*{e}" for f in READERS.values() for e in f.endings)
        yield InputError(folder, f"nothing to read in this folder ({wanted}; see --glob)")


def _walk(folder: str, globs: tuple[str, ...]) -> Iterator[str | InputError]:
    """Files in sorted order; links to folders are not followed, so that a loop of links is none of walks."""
    refused: list[OSError] = []
    endings = default_endings()
    for base, folders, files in os.walk(folder, onerror=refused.append):
        yield from _refusals(refused)
        folders.sort()
        for file in sorted(files):
            if any(fnmatch.fnmatchcase(file, g) for g in globs) if globs else file.lower().endswith(endings):
                yield _regular(os.path.join(base, file))
    yield from _refusals(refused)


def _regular(path: str) -> str | InputError:
    """A pipe or device that lies in a folder is not opened: it might never end."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return path  # opening it says why
    return path if stat.S_ISREG(mode) else InputError(path, "no regular file: read when it is named itself")


def _refusals(errors: list[OSError]) -> Iterator[InputError]:
    for e in errors:
        yield InputError(os.fsdecode(e.filename or "?"), f"folder cannot be read: {_why(e)}")
    errors.clear()


def read(
    name: str, options: ReadOptions, stdin: BinaryIO | None = None, count: Counter | None = None
) -> Iterator[Article | InputError]:
    """Articles of one file, or of standard input (``-``); a record that fails comes out as its InputError.

    ``count`` is told the bytes of a file as they are read. Raises InputError when the whole input fails.
    """
    if name == "-" and stdin is None:
        raise InputError("-", "standard input is closed")
    if name == "-":
        with _failing_plainly(name):
            yield from read_articles(Opened(name, cast(Bytes, stdin)), options)
        return
    with opened(name, count=count) as source:
        yield from read_articles(source, options)


@contextlib.contextmanager
def opened(name: str, offset: int = 0, count: Counter | None = None) -> Iterator[Opened]:
    """A file, from the byte ``offset`` on. Raises InputError, also for what reading it raises inside."""
    with _failing_plainly(name):
        try:
            file = FileIO(name) if count is None else _CountedFile(name, count)
        except ValueError as e:  # a NUL in the name
            raise InputError(name, f"cannot be opened: {e}") from None
        with BufferedReader(file) as stream:
            if offset:
                stream.seek(offset)
            yield Opened(name, stream, _size(file.fileno()))


@contextlib.contextmanager
def _failing_plainly(name: str) -> Iterator[None]:
    """What the system says of an input, as its InputError."""
    try:
        yield
    except OSError as e:
        raise InputError(name, _why(e)) from None
    except MemoryError:
        raise InputError(name, "takes more memory than there is: split it") from None


class _CountedFile(FileIO):
    """A file that says how far it is read."""

    def __init__(self, name: str, count: Counter) -> None:
        super().__init__(name)
        self._count = count

    def readinto(self, buffer: "bytearray | memoryview", /) -> int | None:  # type: ignore[override]
        """As of any file."""
        size = super().readinto(buffer)
        self._count(size or 0)
        return size

    def readall(self) -> bytes:
        """As of any file."""
        data = super().readall()
        self._count(len(data or b""))
        return data


def _size(number: int) -> int | None:
    """Size of a regular file; None for a pipe or device, whose end nobody knows."""
    status = os.fstat(number)
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "not readable: permission denied"
    return f"cannot be read: {error.strerror or error}"
