"""From what stands on the command line to articles: files, folders, standard input."""

import fnmatch
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.readers import READERS, reader_for
from dipcli.model import Article


def default_globs() -> tuple[str, ...]:
    """Files of a folder that are read when nothing else is said."""
    return tuple(f"*{ending}" for f in READERS.values() for ending in f.endings)


def expand(names: Iterable[str], globs: tuple[str, ...] = ()) -> Iterator[str | InputError]:
    """Files in order, folders walked in sorted order.

    A folder without anything to read, or one below it that cannot be opened, comes out as an InputError.
    """
    for name in names:
        if name == "-" or not os.path.isdir(name):
            yield name
            continue
        found = False
        for path in _walk(name, globs or default_globs()):
            found = True
            yield path
        if not found:
            wanted = ", ".join(globs or default_globs())
            yield InputError(name, f"nothing to read in this folder ({wanted}; see --glob)")


def _walk(folder: str, globs: tuple[str, ...]) -> Iterator[str | InputError]:
    refused: list[OSError] = []
    for base, folders, files in os.walk(folder, onerror=refused.append):
        yield from _refusals(refused)
        folders.sort()
        for file in sorted(files):
            if any(fnmatch.fnmatchcase(file, g) for g in globs):
                yield os.path.join(base, file)
    yield from _refusals(refused)


def _refusals(errors: list[OSError]) -> Iterator[InputError]:
    for e in errors:
        yield InputError(os.fsdecode(e.filename or "?"), f"folder cannot be read: {_why(e)}")
    errors.clear()


def read(name: str, options: ReadOptions, stdin: BinaryIO | None = None) -> Iterator[Article | InputError]:
    """Articles of one file, or of standard input (``-``); a record that fails comes out as its InputError.

    Raises InputError when the whole input fails.
    """
    try:
        if name == "-":
            if stdin is None:
                raise InputError("-", "standard input is closed")
            yield from _articles(Opened(name, stdin), options)
            return
        with open(name, "rb") as stream:
            yield from _articles(Opened(name, stream, _size(stream)), options)
    except OSError as e:
        raise InputError(name, _why(e)) from None
    except ValueError as e:  # a NUL in the name
        raise InputError(name, f"cannot be opened: {e}") from None


def _articles(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    return reader_for(source.head).read(source, options)


def _size(stream: BinaryIO) -> int | None:
    """Size of a regular file; None for a pipe or device, whose end nobody knows."""
    import stat

    status = os.fstat(stream.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "not readable: permission denied"
    return f"cannot be read: {error.strerror or error}"
