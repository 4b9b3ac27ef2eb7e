"""From what stands on the command line to articles: files, folders, standard input."""

import fnmatch
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dipcli.inputs.decode import MOST_BYTES
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.readers import READERS, reader_for
from dipcli.model import Article


def default_globs() -> tuple[str, ...]:
    """Files of a folder that are read when nothing else is said."""
    return tuple(f"*{ending}" for f in READERS.values() for ending in f.endings)


def expand(names: Iterable[str], globs: tuple[str, ...] = ()) -> Iterator[str | InputError]:
    """Files in order; folders are walked in sorted order. A folder with nothing to read yields an error."""
    for name in names:
        if name == "-" or not os.path.isdir(name):
            yield name
            continue
        found = False
        for path in _walk(name, globs or default_globs()):
            found = True
            yield path
        if not found:
            yield InputError(name, "nothing to read in this folder (see --glob)")


def _walk(folder: str, globs: tuple[str, ...]) -> Iterator[str]:
    for base, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if any(fnmatch.fnmatch(file, g) for g in globs):
                yield os.path.join(base, file)


def read(name: str, options: ReadOptions, stdin: BinaryIO | None = None) -> Iterator[Article]:
    """Articles of one file, or of standard input (``-``). Raises InputError."""
    data = _stdin(stdin) if name == "-" else _file(name)
    yield from reader_for(data).read(data, name, options)


def _file(name: str) -> bytes:
    try:
        path = Path(name)
        if path.is_fifo() or path.is_char_device() or path.is_socket():
            with path.open("rb") as f:
                return f.read()
        size = path.stat().st_size
        with path.open("rb") as f:
            head = f.read(4096)
            if size > MOST_BYTES and reader_for(head).name == "text":
                raise InputError(
                    name, f"too long for one article ({size:,} bytes, at most 5,000,000 characters): split it"
                )
            return head + f.read()
    except FileNotFoundError:
        raise InputError(name, "no such file") from None
    except PermissionError:
        raise InputError(name, "not readable: permission denied") from None
    except OSError as e:
        raise InputError(name, f"cannot be read: {e.strerror or e}") from None


def _stdin(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        raise InputError("-", "standard input is closed")
    return stdin.read()
