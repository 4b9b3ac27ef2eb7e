"""A record with named fields, from whatever container, made an article."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dipcli.inputs.dates import date_of
from dipcli.inputs.decode import check_length
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.telling import TEXT_FIELDS
from dipcli.model import Article, Encoding

TITLE_FIELDS = ("title", "headline", "heading", "العنوان", "عنوان", "عنوان الخبر")
DATE_FIELDS = (
    "date", "published", "date_publish", "datepublished", "published_at", "publishedat", "publish_date", "pubdate",
    "published_date", "publication_date", "pub_date", "التاريخ", "تاريخ", "تاريخ النشر",
)  # fmt: skip
OUTLET_FIELDS = ("outlet", "source_domain", "publisher", "المصدر")

Record = Mapping[str, Any]


def _lowered(record: Mapping[Any, Any]) -> dict[str, Any]:
    """The record with its names in lower case; of two that differ in nothing else the first counts."""
    out: dict[str, Any] = {}
    for key, value in record.items():
        out.setdefault(str(key).strip().lower(), value)
    return out


def article_of(record: Record, name: str, options: ReadOptions, encoding: Encoding) -> Article:
    """The article in a record: ``title``, an empty line, the body. Raises InputError when there is no text in it.

    ``encoding`` is what the container was read as.
    """
    fields = _lowered(record)
    body = _text(_first(record, fields, options.text_field, TEXT_FIELDS))
    if body is None:
        raise InputError(name, f"no text in {_wanted(options.text_field)}: {_hint(record)}")
    title = _first(record, fields, options.title_field, TITLE_FIELDS)
    date = _first(record, fields, options.date_field, DATE_FIELDS)
    outlet = _first(record, fields, None, OUTLET_FIELDS)
    if isinstance(outlet, dict):
        outlet = outlet.get("name")
    return made_article(
        name=name, title=title if isinstance(title, str) else None, body=body, date=date, encoding=encoding,
        outlet=outlet if isinstance(outlet, str) else None,
    )  # fmt: skip


def made_article(
    *, name: str, title: str | None, body: str, date: object, encoding: Encoding, outlet: str | None = None
) -> Article:
    """An article of its parts; a date in words that are not English is left to the rules."""
    title = title if title and title.strip() else None
    published = date_of(date)
    return Article(
        text=check_length(f"{title}\n\n{body}" if title else body, name), source=name, title=title, published=published,
        published_from="metadata" if published else None, outlet=outlet, encoding=encoding,
        date_words=date.strip() if published is None and isinstance(date, str) and date.strip() else None,
    )  # fmt: skip


def _text(value: Any) -> str | None:
    """Text as it is, or paragraphs of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(x, str) for x in value):
        return "\n".join(value)
    return None


def _first(record: Record, fields: Record, chosen: str | None, usual: Iterable[str]) -> Any:
    if chosen:
        return _chosen(record, fields, chosen)
    return next((fields[name] for name in usual if fields.get(name)), None)


def _chosen(record: Record, fields: Record, chosen: str) -> Any:
    """The field of this name; ``a.b`` is also b within a."""
    for place in (record, fields):
        if chosen in place:
            return place[chosen]
    if chosen.lower() in fields:
        return fields[chosen.lower()]
    value: Any = record
    for part in chosen.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _wanted(chosen: str | None) -> str:
    return chosen or "text, maintext, articleBody, body, content …"


def _hint(record: Record) -> str:
    return f"name its field with --text-field ({listed(list(record))})" if record else "the record is empty"


def listed(names: Sequence[object]) -> str:
    """Names of fields, as many as fit a line."""
    return ", ".join(str(n)[:30] for n in names[:12]) + (", …" if len(names) > 12 else "")
