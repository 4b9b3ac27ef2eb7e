"""JSON and JSON lines: one record, one article."""

import re
from collections.abc import Iterator
from typing import Any

from dipcli.inputs.decode import check_length, decode
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article, Encoding

# Names that collections really use; the first that is there counts.
TEXT_FIELDS = ("text", "maintext", "articleBody", "body", "content", "article", "full_text")
TITLE_FIELDS = ("title", "headline", "heading")
DATE_FIELDS = ("date", "published", "date_publish", "datePublished", "published_at", "pubDate")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def read_records(data: bytes, source: str, options: ReadOptions) -> Iterator[Article]:
    """Articles of a JSON array, of one JSON object, or of JSON lines; records count from 1."""
    text, encoding = decode(data, source, options.encoding)
    stripped = text.lstrip()
    if stripped.startswith("["):
        records = _load(text, source)
        for n, record in enumerate(records, 1):
            yield _article(record, f"{source}#{n}", options, encoding)
        return
    n = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        n += 1
        yield _article(_load(line, f"{source}:{number}"), f"{source}#{n}", options, encoding)


def _load(text: str, place: str) -> Any:
    import orjson

    try:
        return orjson.loads(text)
    except ValueError as e:
        raise InputError(place, f"not JSON: {e}") from None


def _first(record: dict[str, Any], chosen: str | None, usual: tuple[str, ...]) -> Any:
    for name in (chosen,) if chosen else usual:
        if record.get(name):
            return record[name]
    return None


def _article(record: Any, source: str, options: ReadOptions, encoding: Encoding) -> Article:
    if not isinstance(record, dict):
        raise InputError(source, "the record is no JSON object")
    body = _first(record, options.text_field, TEXT_FIELDS)
    if not isinstance(body, str):
        raise InputError(source, f"no text: none of {', '.join(TEXT_FIELDS)} is there (name it with --text-field)")
    title = _first(record, options.title_field, TITLE_FIELDS)
    date = _first(record, options.date_field, DATE_FIELDS)
    iso = _ISO.match(date) if isinstance(date, str) else None
    text = f"{title}\n\n{body}" if isinstance(title, str) and title.strip() else body
    return Article(
        text=check_length(text, source), source=source, title=title if isinstance(title, str) else None,
        published=iso.group() if iso else None, published_from="metadata" if iso else None,
        outlet=record.get("outlet") if isinstance(record.get("outlet"), str) else None, encoding=encoding,
    )  # fmt: skip
