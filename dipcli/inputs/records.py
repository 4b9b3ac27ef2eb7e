"""JSON and JSON lines: one record, one article."""

import re
from collections.abc import Iterator
from typing import Any

from dipcli.inputs.decode import LONGEST, check_length, decode
from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article, Encoding

# Names that collections really use; the first that is there counts.
TEXT_FIELDS = ("text", "maintext", "articleBody", "body", "content", "article", "full_text")
TITLE_FIELDS = ("title", "headline", "heading")
DATE_FIELDS = ("date", "published", "date_publish", "datePublished", "published_at", "pubDate")
OUTLET_FIELDS = ("outlet", "source_domain", "publisher")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)")

# A letter may be written as an escape of six bytes; what stands beside the text may be as long again.
_LONGEST_LINE = 12 * LONGEST
# A document is in memory as bytes, as text and as objects: a longer one would take more than 300 MB.
_MOST_BYTES = _LONGEST_LINE


def read_records(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """Articles of JSON lines, as they come; else of a JSON array or of one object. Records count from 1.

    A record that fails does not end the reading: it comes out as its InputError.
    """
    line = source.readline(_LONGEST_LINE)
    if not options.encoding and (_is_whole_object(line) or _is_endless_object(line)):
        yield from _stream(source, line, options)
        return
    data = line + source.read(_MOST_BYTES)
    if len(data) >= _MOST_BYTES:
        raise InputError(
            source.name,
            f"a JSON document of more than {_MOST_BYTES:,} bytes: make it JSON lines, one record a line (jq -c '.[]')",
        )
    text, encoding = decode(data, source.name, options.encoding)
    try:
        document = _load(text)
    except ValueError as e:
        lines = text.split("\n")
        if not text.lstrip().startswith("{") or sum(1 for x in lines if x.strip()) < 2:
            raise InputError(source.name, f"not JSON: {e}") from None
        yield from _lines(lines, source.name, options, encoding)
        return
    records = document if isinstance(document, list) else [document]
    if not records:
        raise InputError(source.name, "empty: a list without a record")
    for n, record in enumerate(records, 1):
        yield _attempt(record, f"{source.name}#{n}", options, encoding)


def _is_whole_object(line: bytes) -> bool:
    """Is the first line a record by itself, and not the opening of a longer document?"""
    stripped = line.strip(b"\xef\xbb\xbf \t\r\n")
    return stripped.startswith(b"{") and stripped.endswith(b"}")


def _is_endless_object(line: bytes) -> bool:
    """An object whose line is longer than an article can be: not read to its end to see what it is."""
    return len(line) >= _LONGEST_LINE and line[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _stream(source: Opened, line: bytes, options: ReadOptions) -> Iterator[Article | InputError]:
    """JSON lines in UTF-8, one line in memory at a time."""
    number = records = 0
    line = line.removeprefix(b"\xef\xbb\xbf")
    while line:
        number += 1
        name = f"{source.name}#{records + 1}"
        if len(line) >= _LONGEST_LINE and not line.endswith(b"\n"):
            _skip_line(source)
            records += 1
            yield InputError(name, f"line {number} is too long for one article: split it")
        elif line.strip():
            records += 1
            yield _line(line, name, number, options)
        line = source.readline(_LONGEST_LINE)


def _skip_line(source: Opened) -> None:
    while True:
        rest = source.readline(1_000_000)
        if not rest or rest.endswith(b"\n"):
            return


def _line(line: bytes, name: str, number: int, options: ReadOptions) -> Article | InputError:
    try:
        text, encoding = decode(line, name)
        return _article(_load(text), name, options, encoding)
    except InputError as e:
        return InputError(name, f"line {number}: {e.reason}")
    except ValueError as e:
        return InputError(name, f"line {number}: not JSON: {e}")


def _lines(lines: list[str], source: str, options: ReadOptions, encoding: Encoding) -> Iterator[Article | InputError]:
    """JSON lines that were decoded as a whole."""
    records = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            records += 1
            name = f"{source}#{records}"
            try:
                record = _load(line)
            except ValueError as e:
                yield InputError(name, f"line {number}: not JSON: {e}")
            else:
                yield _attempt(record, name, options, encoding)


def _attempt(record: Any, name: str, options: ReadOptions, encoding: Encoding) -> Article | InputError:
    try:
        return _article(record, name, options, encoding)
    except InputError as e:
        return e


def _load(text: str) -> Any:
    import orjson

    return orjson.loads(text)


def _first(record: dict[str, Any], chosen: str | None, usual: tuple[str, ...]) -> Any:
    for name in (chosen,) if chosen else usual:
        if record.get(name):
            return record[name]
    return None


def _article(record: Any, name: str, options: ReadOptions, encoding: Encoding) -> Article:
    if not isinstance(record, dict):
        raise InputError(name, "the record is no JSON object")
    body = _first(record, options.text_field, TEXT_FIELDS)
    if not isinstance(body, str):
        wanted = options.text_field or ", ".join(TEXT_FIELDS[:-1]) + " or " + TEXT_FIELDS[-1]
        raise InputError(name, f"no text in {wanted}: name its field with --text-field")
    title = _first(record, options.title_field, TITLE_FIELDS)
    title = title if isinstance(title, str) and title.strip() else None
    date = _first(record, options.date_field, DATE_FIELDS)
    iso = _ISO.match(date.strip()) if isinstance(date, str) else None
    outlet = _first(record, None, OUTLET_FIELDS)
    return Article(
        text=check_length(f"{title}\n\n{body}" if title else body, name), source=name, title=title,
        published=iso.group() if iso else None, published_from="metadata" if iso else None,
        outlet=outlet if isinstance(outlet, str) else None, encoding=encoding,
    )  # fmt: skip
