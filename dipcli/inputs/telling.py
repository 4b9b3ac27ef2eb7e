"""Which format an input is in, told by its first bytes. What reads it is loaded only then."""

import re

from dipcli.inputs.opened import Opening
from dipcli.inputs.options import ReadOptions

# Names that collections really use for the text, in lower case; the first that is there and not empty counts.
TEXT_FIELDS = (
    "text", "maintext", "articlebody", "body", "content", "article", "full_text", "fulltext", "article_text", "story",
    "النص", "نص", "نص الخبر", "المحتوى", "محتوى", "الخبر",
)  # fmt: skip
DELIMITERS = ",;\t|"

# Compiled when an input begins with an element: plain text does not.
_ELEMENT = r"<(?=[A-Za-z_])"
_FEED = r"<(?:rss|rdf:RDF|(?:\w+:)?feed)\b"
_PAGE = r"(?i)<(?:html|head|body|title|meta|link|article|main|section|div|p|h[1-6]|span|table|ul|a|br|center|font)\b"
_DOCTYPE = r"(?i)<!doctype\s+html"
_SHEET_ENDINGS = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst")
_LINE_END = re.compile(r"[\r\n]")
_LOOKED_AT = 4000


def is_archive(opening: Opening, _options: ReadOptions) -> bool:
    """WARC by its first bytes."""
    return opening.raw.startswith(b"WARC/")


def is_json(opening: Opening, _options: ReadOptions) -> bool:
    """An object whose first key is quoted, or a list of objects."""
    inner = opening.text[1:].lstrip()
    if opening.text[:1] == "{":
        return inner[:1] in ('"', "}", "")
    return opening.text[:1] == "[" and inner[:1] in ("{", "]", "")


def is_page(opening: Opening, _options: ReadOptions) -> bool:
    """HTML by its document type or its outermost element."""
    start = opening.text[:_LOOKED_AT]
    return start.startswith("<") and bool(re.search(_DOCTYPE, start) or re.match(_PAGE, outermost(start)))


def is_feed(opening: Opening, _options: ReadOptions) -> bool:
    """RSS, Atom or RDF by its outermost element; other XML is claimed too, to be refused by what it is."""
    start = opening.text[:_LOOKED_AT]
    return start.startswith("<?xml") or (start.startswith("<") and is_feed_element(outermost(start)))


def is_feed_element(tag: str) -> bool:
    """Does this tag begin a feed?"""
    return re.match(_FEED, tag) is not None


def outermost(text: str) -> str:
    """The beginning of the first element: behind prolog, comments and document type."""
    found = re.search(_ELEMENT, text)
    return text[found.start() :][:60] if found else ""


def is_sheet(opening: Opening, options: ReadOptions) -> bool:
    """Two columns and more of which one is called like the text of an article; by its name where nothing else tells."""
    line = _LINE_END.split(opening.text, maxsplit=1)[0]
    if excel_delimiter(line) or opening.name.lower().endswith(_SHEET_ENDINGS):
        return bool(line)
    return any(_has_text(cells_of(line, d), options) for d in DELIMITERS if d in line)


def excel_delimiter(line: str) -> str:
    """The mark that a first line ``sep=;`` names, as Excel writes it; else empty."""
    line = line.rstrip("\r\n")
    return line[4] if len(line) == 5 and line.lower().startswith("sep=") else ""


def delimiter_of(line: str, options: ReadOptions) -> str:
    """The mark that makes a column of text of the first line, else that which makes the most columns."""
    return max(DELIMITERS, key=lambda d: (_has_text(cells_of(line, d), options), line.count(d)))


def cells_of(line: str, delimiter: str) -> list[str]:
    """Names of columns, near enough: without quotation marks, in lower case."""
    return [cell.strip().strip('"').strip().lower() for cell in line.split(delimiter)]


def _has_text(cells: list[str], options: ReadOptions) -> bool:
    wanted = (options.text_field.lower(),) if options.text_field else TEXT_FIELDS
    return len(cells) > 1 and any(c in wanted for c in cells)
