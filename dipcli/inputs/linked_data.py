"""What a page says of its article as data: schema.org in JSON-LD."""

import html
import re
from collections.abc import Iterator
from typing import Any

from dipcli.inputs.markup import one_line, plain_text
from dipcli.inputs.records import load
from dipcli.records import Record

_TYPE = re.compile(r"""type\s*=\s*["']?\s*application/ld\+json""", re.IGNORECASE)
_DEEPEST = 20
# A body that ends so is only its beginning.
_CUT = ("...", "…", "[…]", "[...]")


class LinkedArticle(Record):
    """An article as its page describes it."""

    body: str
    title: str | None
    date: str | None
    outlet: str | None


def article_in(page: str) -> LinkedArticle | None:
    """The first article of the page's JSON-LD that has its text; None when there is none."""
    for script in _scripts(page):
        try:
            data = load(script.encode("utf-8", "surrogatepass"))
        except ValueError:
            continue
        for item in _objects(data, 0):
            body = item.get("articleBody")
            if isinstance(body, str) and (text := plain_text(body)).strip() and not text.rstrip().endswith(_CUT):
                return _made(item, text)
    return None


def _made(item: dict[str, Any], body: str) -> LinkedArticle:
    publisher = item.get("publisher")
    outlet = publisher.get("name") if isinstance(publisher, dict) else publisher
    title = item.get("headline") or item.get("name")
    return LinkedArticle(
        body=body, title=one_line(title) if isinstance(title, str) else None,
        date=_text(item.get("datePublished")) or _text(item.get("dateCreated")), outlet=_text(outlet),
    )  # fmt: skip


def _text(value: Any) -> str | None:
    return html.unescape(value) if isinstance(value, str) else None


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object in the data, the outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _objects(value, depth + 1)


def _scripts(page: str) -> Iterator[str]:
    """What stands in scripts of JSON-LD, found in one pass whatever the page does."""
    lowered = page.lower()
    if len(lowered) != len(page):
        lowered = page
    at = 0
    while (at := lowered.find("<script", at)) >= 0:
        begin = lowered.find(">", at) + 1
        end = lowered.find("</script", begin) if begin else -1
        if end < 0:
            return
        if _TYPE.search(page, at, begin):
            yield page[begin:end].strip().removeprefix("<![CDATA[").removesuffix("]]>")
        at = end
