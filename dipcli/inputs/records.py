"""JSON and JSON lines: one record, one article."""

import io
import re
from collections.abc import Iterator
from typing import Any

from dipcli.inputs.decode import LONGEST, decode
from dipcli.inputs.encodings import UTF8, marked, mostly_utf8, utf8_error
from dipcli.inputs.errors import InputError
from dipcli.inputs.fields import article_of
from dipcli.inputs.json_values import Piece, Values
from dipcli.inputs.lines import TextLines, looked_at
from dipcli.inputs.opened import Bytes, Opened
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article, Encoding
from dipcli.records import Record

# A letter may be written as an escape of six bytes; what stands beside the text may be as long again.
_LONGEST_LINE = 12 * LONGEST
# More values than this are no article, and would take more memory than all the text of one.
_MOST_VALUES = 500_000
_ASCII = re.compile(rb"[\t\r\n -\x7f]+")
_SPACE = b"\xef\xbb\xbf \t\r\n"
# Between two objects of a list or in a row; also within one.
_NEXT_OBJECT = re.compile(rb"[}\]][\s,\xef\xbb\xbf]*[\[{]")


def read_records(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """Articles of JSON lines, of a JSON list, or of objects in a row, as they come. Records count from 1.

    A record that fails does not end the reading: it comes out as its InputError.
    """
    stream, encoding = _in_utf8(source, options)
    reader = _Records(source.name, options, encoding)
    begun, are_lines = _begun(stream)
    return reader.lines(stream, begun) if are_lines else reader.values(stream, b"".join(begun))


class Cut(Record):
    """Where a record begins: its place in bytes; the records and, of JSON lines, the lines before it."""

    offset: int
    records: int
    lines: int = 0


def cuts(source: Opened, options: ReadOptions) -> Iterator[Cut] | None:
    """Where the records of each line begin; None where the input cannot be begun in its middle.

    That are documents of another shape than one record a line, and those that must be decoded from their beginning.
    """
    if _in_utf8(source, options)[0] is not source:
        return None
    stream = _Counted(source)
    begun, are_lines = _begun(stream)
    return _cuts(stream, begun) if are_lines else None


def _cuts(stream: "_Counted", begun: list[bytes]) -> Iterator[Cut]:
    records = 0
    offset = stream.given - sum(map(len, begun))
    for number, line in _numbered(stream, begun):
        if line.strip() or len(line) >= _LONGEST_LINE:
            yield Cut(offset, records, number - 1)
            records += 1 if _is_cut(line) else len(_in_a_row(line.strip()))
        offset = max(stream.given - sum(map(len, begun)), offset)


def read_records_from(source: Opened, options: ReadOptions, cut: Cut) -> Iterator[Article | InputError]:
    """Articles of JSON lines from a cut on, at which the stream of the input stands."""
    return _Records(source.name, options, UTF8, cut.records).lines(source, [], cut.lines)


def load(data: bytes | str) -> Any:
    """What JSON says. Raises ValueError, also for what is nested or filled beyond all use."""
    import orjson

    if isinstance(data, bytes) and data.count(b",") + data.count(b"[") + data.count(b"{") > _MOST_VALUES:
        raise ValueError(f"more than {_MOST_VALUES:,} values, which is no article")
    return orjson.loads(data)


def _in_utf8(source: Opened, options: ReadOptions) -> tuple[Bytes, Encoding]:
    """The input as UTF-8, whatever it is in. Bytes that are broken are left to the record that they stand in."""
    mark = marked(source.head)
    wide = mark is not None and mark[1] != "utf-8"
    if not options.encoding and not wide:
        # JSON in ASCII escapes every letter: there is nothing to wait for.
        data = source.head if _ASCII.fullmatch(source.head) else looked_at(source)
        if utf8_error(data, whole=False) is None or mostly_utf8(data):
            return source, UTF8
    lines = TextLines(source, options.encoding)
    return _Transcoded(lines), lines.encoding


class _Transcoded:
    """Decoded lines as bytes of UTF-8."""

    def __init__(self, lines: TextLines) -> None:
        self._lines = lines

    def readline(self, most: int, /) -> bytes:
        return self._lines.read(most // 3).encode("utf-8", "surrogatepass")

    read = read1 = readline


def _first_line(stream: Bytes) -> bytes:
    while line := stream.readline(_LONGEST_LINE):
        if line.strip(_SPACE):
            return line.lstrip(_SPACE)
    return b""


def _begun(stream: Bytes) -> tuple[list[bytes], bool]:
    """The first lines, and whether each line is a record."""
    first = _first_line(stream)
    second = b""
    if not _is_whole(first) and first.lstrip(_SPACE).startswith(b"{") and len(first) < _LONGEST_LINE:
        second = stream.readline(_LONGEST_LINE)  # behind a record that is broken stands another one
    are_lines = _is_whole(first) or _is_whole(second) or (first.startswith(b"{") and len(first) >= _LONGEST_LINE)
    return [first, second] if second else [first], are_lines


def _numbered(stream: Bytes, held: list[bytes], lines: int = 0) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers, ``held`` first; of one that is too long only its beginning, without its end."""
    number = lines
    while line := held.pop(0) if held else stream.readline(_LONGEST_LINE):
        number += 1
        if _is_cut(line):
            _skip_line(stream)
        yield number, line


def _is_cut(line: bytes) -> bool:
    """Is it only the beginning of a line that is too long?"""
    return len(line) >= _LONGEST_LINE and not line.endswith(b"\n")


class _Counted:
    """The lines of an input, their bytes counted."""

    def __init__(self, source: Bytes) -> None:
        self._source = source
        self.given = 0

    def readline(self, most: int, /) -> bytes:
        line = self._source.readline(most)
        self.given += len(line)
        return line

    read = read1 = readline


def _is_whole(line: bytes) -> bool:
    """Is the line a record by itself, and not part of a longer document?"""
    stripped = line.strip(_SPACE)
    return stripped.startswith(b"{") and stripped.endswith(b"}") and not line.startswith((b" ", b"\t"))


def _in_a_row(line: bytes) -> list[bytes]:
    """The records of a line: several, where it is no record by itself and holds nothing but objects."""
    if _NEXT_OBJECT.search(line):
        try:
            whole = isinstance(load(line), dict)
        except ValueError:
            whole = False
        pieces = [] if whole else list(Values(io.BytesIO(line).read, _LONGEST_LINE))
        if len(pieces) > 1 and all(piece.kind == "record" for piece in pieces):
            return [piece.data for piece in pieces]
    return [line]


class _Records:
    """Makes articles of records, and numbers them."""

    def __init__(self, source: str, options: ReadOptions, encoding: Encoding, count: int = 0) -> None:
        self._source = source
        self._options = options
        self._encoding = encoding
        self._count = count

    def lines(self, stream: Bytes, held: list[bytes], lines: int = 0) -> Iterator[Article | InputError]:
        """JSON lines, one in memory at a time; ``held`` were read before, ``lines`` stand before all these."""
        for number, line in _numbered(stream, held, lines):
            if _is_cut(line):
                yield InputError(self._name(), f"line {number} is too long for one article: split it")
            elif line.strip():
                yield from self._line(line.strip(), f"line {number}: ")

    def _line(self, line: bytes, place: str) -> Iterator[Article | InputError]:
        """The record of a line; the records, where objects stand in a row without a line's end between them."""
        item = self._record(line, place)
        records = _in_a_row(line) if isinstance(item, InputError) else [line]
        if len(records) == 1:
            yield item
            return
        self._count -= 1
        for record in records:
            yield self._record(record, place)

    def values(self, stream: Bytes, begun: bytes) -> Iterator[Article | InputError]:
        """Elements of a list, or objects in a row."""
        held = [begun]
        values = Values(lambda most: held.pop() if held else stream.read1(most), _LONGEST_LINE)
        for piece in values:
            yield self._piece(piece)
        if not self._count:
            raise InputError(self._source, "empty: a list without a record" if values.lists else "not JSON")

    def _piece(self, piece: Piece) -> Article | InputError:
        if piece.kind == "record":
            return self._record(piece.data, "")
        if piece.kind == "too long":
            return InputError(self._name(), "too long for one article: split it")
        if piece.kind == "cut off":
            return InputError(self._name(), "not JSON: the list has no end, the file may be cut off")
        shown = piece.data[:40].decode("utf-8", "replace")
        return InputError(self._name(), f"the record is no JSON object: {shown}")

    def _record(self, data: bytes, place: str) -> Article | InputError:
        name = self._name()
        try:
            if utf8_error(data, whole=True):
                decode(data, name, "utf-8")  # says which byte
            record = load(data)
            if not isinstance(record, dict):
                raise InputError(name, "the record is no JSON object")
            return article_of(record, name, self._options, self._encoding)
        except InputError as e:
            return InputError(name, f"{place}{e.reason}")
        except ValueError as e:
            return InputError(name, f"{place}not JSON: {e}")

    def _name(self) -> str:
        self._count += 1
        return f"{self._source}#{self._count}"


def _skip_line(stream: Bytes) -> None:
    while True:
        rest = stream.readline(1_000_000)
        if not rest or rest.endswith(b"\n"):
            return
