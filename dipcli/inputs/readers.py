"""The input formats: one reader each, told by content."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dipcli.inputs.options import ReadOptions
from dipcli.inputs.records import read_records
from dipcli.inputs.text import read_text
from dipcli.model import Article

Reader = Callable[[bytes, str, ReadOptions], Iterator[Article]]


class InputFormat(NamedTuple):
    """A registered reader; ``endings`` are the files that are taken from a folder."""

    name: str
    what: str
    endings: tuple[str, ...]
    read: Reader


READERS: dict[str, InputFormat] = {
    f.name: f
    for f in (
        InputFormat("text", "plain text, one article a file", (".txt",), read_text),
        InputFormat(
            "json", "JSON lines, or a JSON array: one article a record", (".jsonl", ".ndjson", ".json"), read_records
        ),
    )
}


def reader_for(data: bytes) -> InputFormat:
    """Told by the first bytes: a JSON object or array whose first key is quoted, else text."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if (head[:1] == b"{" and head[1:].lstrip()[:1] in (b'"', b"}")) or (
        head[:1] == b"[" and head[1:].lstrip()[:1] == b"{"
    ):
        return READERS["json"]
    return READERS["text"]
