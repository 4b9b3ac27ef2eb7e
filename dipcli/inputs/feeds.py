"""RSS and Atom: one item, one article. Entities are never expanded, nothing is ever fetched."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from dipcli.inputs.decode import LONGEST
from dipcli.inputs.errors import InputError
from dipcli.inputs.fields import made_article
from dipcli.inputs.lines import TextLines
from dipcli.inputs.markup import one_line, plain_text
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.telling import is_feed_element, outermost
from dipcli.model import Article, Encoding

_CHUNK = 65_536
_PROLOG_ENCODING = re.compile(r"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_ITEMS = frozenset({"item", "entry"})
# The first that is there and not empty; content:encoded and Atom's content hold all, the others an extract.
_BODY = ("encoded", "content", "description", "summary")
_DATE = ("pubDate", "published", "date", "issued", "updated", "modified")
_KEPT = frozenset({*_BODY, *_DATE, "title"})
_LONGEST_ITEM = 4 * LONGEST
_TOO_LONG = "too long"
_DEEPEST = 200


def declared_encoding(text: str) -> str | None:
    """What the prolog of an XML document names."""
    found = _PROLOG_ENCODING.match(text)
    return found[1] if found else None


def read_feed(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """Articles of items, as they come, counted from 1. An item without text comes out as its InputError."""
    opening = source.opening(options.encoding).text
    if not is_feed_element(outermost(opening)):
        kind = outermost(opening).split(">")[0].split()[:1]
        raise InputError(source.name, f"XML, but neither a feed nor a page ({''.join(kind)}…): make text of it first")
    lines = TextLines(source, options.encoding, declared_encoding(opening))
    feed = _Feed(source.name)
    number = 0
    while chunk := lines.read(_CHUNK):
        feed.feed(chunk)
        for item in feed.taken():
            number += 1
            yield _article(item, f"{source.name}#{number}", feed.title, lines.encoding)
    feed.close(number)
    if not number:
        raise InputError(source.name, "empty: a feed without an item")


def _article(item: dict[str, str], name: str, outlet: str | None, encoding: Encoding) -> Article | InputError:
    if _TOO_LONG in item:
        return InputError(name, "too long for one article: split it")
    body = next((text for field in _BODY if (text := plain_text(item.get(field, ""))).strip()), None)
    if body is None:
        return InputError(name, "no text in this item (content, description or summary)")
    date = next((item[field] for field in _DATE if item.get(field, "").strip()), None)
    title = one_line(item.get("title", ""))
    try:
        return made_article(name=name, title=title, body=body, date=date, encoding=encoding, outlet=outlet)
    except InputError as e:
        return e


class _Feed:
    """Collects the items of a feed while it is parsed. ``title`` is that of the feed."""

    def __init__(self, source: str) -> None:
        self.title: str | None = None
        self._source = source
        self._items: list[dict[str, str]] = []
        self._item: dict[str, str] | None = None
        self._path: list[str] = []
        self._field: str | None = None
        self._text: list[str] = []
        self._size = 0
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def feed(self, text: str) -> None:
        """Parse some more. Raises InputError where it is no XML, or hostile."""
        try:
            self._parser.Parse(text.encode("utf-8", "surrogatepass"), False)
        except expat.ExpatError as e:
            raise InputError(self._source, f"not XML: {expat.ErrorString(e.code)} in line {e.lineno}") from None

    def close(self, items: int) -> None:
        """The end. Raises InputError where the document goes on."""
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError:
            name = f"{self._source}#{items + 1}" if items else self._source
            raise InputError(name, "not XML: the feed has no end, the file may be cut off") from None

    def taken(self) -> list[dict[str, str]]:
        """Items that are whole since the last call."""
        items, self._items = self._items, []
        return items

    def _refuse(self, *_: object) -> None:
        raise InputError(self._source, "declares XML entities, which no feed needs and which can be an attack: refused")

    def _start(self, name: str, _attributes: object) -> None:
        local = name.rpartition(" ")[2]
        self._path.append(local)
        if len(self._path) > _DEEPEST:
            raise InputError(self._source, f"XML elements within each other {_DEEPEST} times: no feed")
        if self._field is not None:
            if self._text and local in ("p", "br", "div", "li"):
                self._text.append("\n")  # XHTML within Atom
        elif local in _ITEMS:
            self._item, self._size = {}, 0
        elif local in _KEPT and (self._item is not None or (local == "title" and len(self._path) <= 3)):
            self._field, self._text = " ".join(self._path), []

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self._field == " ".join(self._path):
            text = "".join(self._text)
            if self._item is not None:
                self._item.setdefault(local if self._size <= _LONGEST_ITEM else _TOO_LONG, text)
            elif self.title is None and text.strip():
                self.title = " ".join(text.split())
            self._field = None
        elif local in _ITEMS and self._item is not None and self._field is None:
            self._items.append(self._item)
            self._item = None
        self._path.pop()

    def _characters(self, text: str) -> None:
        if self._field is not None:
            self._size += len(text)
            if self._size <= _LONGEST_ITEM:
                self._text.append(text)
