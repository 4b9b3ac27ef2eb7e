"""The input formats: one reader each, told by content and not by name.

To add one: a module with a reader, a line in the table. The first whose ``is_it`` says yes reads the input.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.text import read_text
from dipcli.model import Article

Reader = Callable[[Opened, ReadOptions], Iterator[Article | InputError]]


class InputFormat(NamedTuple):
    """A registered reader.

    ``endings`` are the files that are taken from a folder, ``is_it`` tells the format by an input's first bytes. A
    reader yields articles, and an InputError for each record that fails; it raises one when the whole input does.
    """

    name: str
    what: str
    endings: tuple[str, ...]
    is_it: Callable[[bytes], bool]
    read: Reader


def _read_records(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    from dipcli.inputs.records import read_records

    return read_records(source, options)


def _is_json(head: bytes) -> bool:
    """An object whose first key is quoted, or an array of objects."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    inner = start[1:].lstrip()
    if start[:1] == b"{":
        return inner[:1] in (b'"', b"}", b"")
    return start[:1] == b"[" and inner[:1] in (b"{", b"]", b"")


READERS: dict[str, InputFormat] = {
    f.name: f
    for f in (
        InputFormat(
            "json",
            "JSON lines, or a JSON array: one article a record",
            (".jsonl", ".ndjson", ".json"),
            _is_json,
            _read_records,
        ),
        InputFormat("text", "plain text, one article a file", (".txt",), lambda head: True, read_text),
    )
}


def reader_for(head: bytes) -> InputFormat:
    """The format of an input by its first bytes; text when nothing else claims it."""
    return next(f for f in READERS.values() if f.is_it(head))
