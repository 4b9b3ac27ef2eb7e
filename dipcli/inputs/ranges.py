"""Large inputs cut into ranges of records, each of which is read by itself: together they give what the whole gives."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from dipcli.inputs.archives import Stream, Stretch, begins, read_records_of_archive
from dipcli.inputs.compressed import unpacked
from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.readers import reader_for
from dipcli.inputs.records import Cut, cuts, read_records_from
from dipcli.inputs.sources import opened, read
from dipcli.model import Article
from dipcli.records import Record

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"
_WARC = b"WARC/"


class Range(Record):
    """Records of an input: those behind the first ``first``, to ``last`` (None: to the end).

    ``kind`` says what is counted: JSON ``lines`` with a record, records of an ``archive``, or ``items`` that come out.
    ``offset`` is where the first of them begins, in bytes of the file where ``stored``, else of what is unpacked; 0:
    the input is read from its beginning and what is before is passed over. ``lines`` are those before it.
    """

    kind: Literal["lines", "archive", "items"]
    first: int
    last: int | None
    offset: int = 0
    stored: bool = False
    lines: int = 0


def ranges(name: str, options: ReadOptions, parts: int) -> tuple[Range, ...]:
    """At most so many ranges of about the same size that hold all records of a file, each once, in order.

    Only the container is read for it. An input that fails whole is one range, to fail when it is read.
    """
    try:
        return _of_lines(name, options, parts) or _of_archive(name, parts) or _of_items(name, options, parts)
    except (InputError, OSError):
        return (Range("items", 0, None),)


def read_range(name: str, options: ReadOptions, part: Range) -> Iterator[Article | InputError]:
    """Articles of a range, and the InputError of each record that fails. Raises InputError where all of it does."""
    if part.kind == "items":
        yield from islice(_items(name, options), part.first, part.last)
        return
    with opened(name, part.offset if part.stored else 0) as source:
        source = unpacked(source)
        if part.kind == "lines":
            if not part.stored:
                _pass_over(source, part.offset)
            found = read_records_from(source, options, Cut(part.offset, part.first, part.lines))
            yield from found if part.last is None else islice(found, part.last - part.first)
            return
        at = part.first if part.stored else 0
        yield from read_records_of_archive(source, options, Stretch(part.first, part.last, at))


def _items(name: str, options: ReadOptions) -> Iterator[Article | InputError]:
    """What comes out of an input, an error that ends it last."""
    try:
        yield from read(name, options)
    except InputError as e:
        yield e


def _pass_over(source: Opened, size: int) -> None:
    while size > 0:
        part = source.read1(min(size, _CHUNK))
        if not part:
            return
        size -= len(part)


# -- where to cut ------------------------------------------------------------------------------------------------------


def _of_lines(name: str, options: ReadOptions, parts: int) -> tuple[Range, ...]:
    with opened(name) as whole:
        source = unpacked(whole)
        stored = source is whole
        if reader_for(source.opening(options.encoding), options).name != "json":
            return ()
        found = cuts(source, options)
        if found is None:
            return ()
        thinned = _thinned(found)
    return _cut(thinned, parts, Range("lines", 0, None, stored=stored))


def _of_archive(name: str, parts: int) -> tuple[Range, ...]:
    with opened(name) as whole:
        if not unpacked(whole).head.startswith(_WARC):
            return ()
    with open(name, "rb") as stream:
        head = stream.read(len(_WARC))
        stream.seek(0)
        if not head.startswith((_GZIP, _WARC)):
            return _of_packed_archive(name, parts)
        try:
            found = _thinned(Cut(offset, n) for n, offset in enumerate(begins(stream, name)))
        except InputError:
            return _of_packed_archive(name, parts)
    return _cut(found, parts, Range("archive", 0, None, stored=True))


def _of_packed_archive(name: str, parts: int) -> tuple[Range, ...]:
    """An archive that can be read from its beginning only: what is before a range is passed over unread."""
    with opened(name) as whole:
        found = _thinned(Cut(offset, n) for n, offset in enumerate(begins(Stream(unpacked(whole)), name)))
    return tuple(r._replace(offset=0) for r in _cut(found, parts, Range("archive", 0, None)))


def _of_items(name: str, options: ReadOptions, parts: int) -> tuple[Range, ...]:
    count = sum(1 for _ in _items(name, options))
    edges = sorted({count * n // parts for n in range(parts)})
    return tuple(Range("items", a, b) for a, b in zip(edges, [*edges[1:], None], strict=True))


def _thinned(found: Iterator[Cut]) -> list[Cut]:
    """The first record that begins in each stretch of so many bytes, and at the end where the last one begins."""
    out: list[Cut] = []
    last: Cut | None = None
    for last in found:
        if not out or last.offset - out[-1].offset >= _CHUNK // 16:
            out.append(last)
    return [*out, last] if last is not None and last is not out[-1] else out


def _cut(found: list[Cut], parts: int, like: Range) -> tuple[Range, ...]:
    """Ranges that begin where the records nearest behind each part of the bytes do."""
    if not found:
        return ()
    end = found[-1].offset
    edges: list[Cut] = []
    for begin in found:
        if not edges or begin.offset >= end * len(edges) / parts:
            edges.append(begin)
    edges = edges[:parts]
    out = []
    for at, behind in zip(edges, [*edges[1:], None], strict=True):
        last = None if behind is None else behind.records
        out.append(like._replace(first=at.records, last=last, offset=at.offset, lines=at.lines))
    return tuple(out)
