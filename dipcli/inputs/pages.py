"""HTML pages: the article's text, title and date, without what stands around it."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from dipcli.inputs.decode import LONGEST, decode
from dipcli.inputs.encodings import UTF8, mostly_utf8
from dipcli.inputs.errors import InputError
from dipcli.inputs.feeds import declared_encoding
from dipcli.inputs.fields import made_article
from dipcli.inputs.linked_data import article_in
from dipcli.inputs.markup import one_line
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article, Encoding

_META = re.compile(rb"<meta\s[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_IN = 8192
_LONGEST_PAGE = 2 * LONGEST
# Each element is held several times while the article is looked for: more would take more than 300 MB.
_MOST_TAGS = 100_000
# Not later than this, where the library would ask the clock; and no date that only looks like one.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")


def read_page(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """The one article of a page: what the page says of itself as data where that has the text, else what is found.

    A byte that is broken, as where a description was cut in the middle of a character, counts if it is in the article.
    """
    data = source.read(_LONGEST_PAGE + 1)
    if len(data) > _LONGEST_PAGE:
        raise InputError(source.name, f"a page of more than {_LONGEST_PAGE:,} bytes: no article")
    broken: InputError | None = None
    try:
        text, encoding = decode(data, source.name, options.encoding, source.declared or _declared(data))
    except InputError as e:
        if options.encoding or not data or not mostly_utf8(data):
            raise
        text, encoding, broken = data.decode("utf-8", "replace"), UTF8, e
    article = _from_data(text, source, encoding) or _from_page(text, source, encoding)
    if broken is not None and "\ufffd" in article.text:
        raise broken
    yield article


def _declared(data: bytes) -> str | None:
    head = data[:_DECLARED_IN]
    found = _META.search(head)
    return found[1].decode("ascii", "replace") if found else declared_encoding(head.decode("latin-1"))


def _from_data(text: str, source: Opened, encoding: Encoding) -> Article | None:
    found = article_in(text)
    if found is None:
        return None
    return made_article(
        name=source.name, title=found.title, body=found.body, date=found.date, encoding=encoding,
        outlet=found.outlet or source.host,
    )  # fmt: skip


def _from_page(text: str, source: Opened, encoding: Encoding) -> Article:
    found = _extracted(text, source)
    body = (found.text or "").strip() if found is not None else ""
    if not body:
        raise InputError(source.name, "no article found in this page")
    title = one_line(found.title or "")
    first, _, rest = body.partition("\n")
    if title and " ".join(first.split()) == title and rest.strip():
        body = rest  # the headline stands in the page as well
    return made_article(
        name=source.name,
        title=title,
        body=body,
        date=found.date,
        encoding=encoding,
        outlet=found.sitename or source.host,
    )


def _extracted(text: str, source: Opened) -> Any:
    extract = _extractor(source.name)
    if text.count("<") > _MOST_TAGS:
        raise InputError(source.name, f"a page of more than {_MOST_TAGS:,} elements: no article")
    try:
        return extract(
            text, url=source.url, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as e:  # whatever a hostile page makes of three libraries
        raise InputError(source.name, f"cannot be read as a page: {type(e).__name__}: {e}") from None


def _extractor(name: str) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise InputError(
            name,
            "an HTML page: install 'dipcli[html]', or make text of it first (pandoc -t plain FILE | dip summarise -)",
        ) from None
    for library in _LIBRARIES:
        # What they have to say of a page is said by the InputError.
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
    return bare_extraction
