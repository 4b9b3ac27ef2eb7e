"""The input formats: one reader each, told by content and not by name.

To add one: a module with a reader, a line in the table. The first whose ``is_it`` says yes reads the input.
"""

from collections.abc import Callable, Iterator

from dipcli.inputs.compressed import unpacked
from dipcli.inputs.errors import InputError
from dipcli.inputs.kinds import refuse_other_kinds
from dipcli.inputs.opened import Opened, Opening
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.telling import is_archive, is_feed, is_json, is_page, is_sheet
from dipcli.inputs.text import read_text
from dipcli.model import Article
from dipcli.records import Record

Reader = Callable[[Opened, ReadOptions], Iterator[Article | InputError]]


class InputFormat(Record):
    """A registered reader.

    ``endings`` are the files that are taken from a folder, ``is_it`` tells the format by an input's first bytes. A
    reader yields articles, and an InputError for each record that fails; it raises one when the whole input does.
    """

    name: str
    what: str
    endings: tuple[str, ...]
    is_it: Callable[[Opening, ReadOptions], bool]
    read: Reader


def _read_records(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    from dipcli.inputs.records import read_records

    return read_records(source, options)


def _read_archive(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    from dipcli.inputs.archives import read_archive

    return read_archive(source, options)


def _read_page(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    from dipcli.inputs.pages import read_page

    return read_page(source, options)


def _read_feed(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    from dipcli.inputs.feeds import read_feed

    return read_feed(source, options)


def _read_sheet(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    from dipcli.inputs.sheets import read_sheet

    return read_sheet(source, options)


READERS: dict[str, InputFormat] = {
    f.name: f
    for f in (
        InputFormat(
            "warc",
            "web archive: the article of each page, the text of each that was converted (dipcli[warc], dipcli[html])",
            (".warc",),
            is_archive,
            _read_archive,
        ),
        InputFormat(
            "json",
            "JSON lines, a JSON list or objects in a row: one article a record (--text-field)",
            (".jsonl", ".ndjson", ".json"),
            is_json,
            _read_records,
        ),
        InputFormat(
            "html",
            "a web page: its article, by schema.org's data in it or by trafilatura (dipcli[html])",
            (".html", ".htm", ".xhtml"),
            is_page,
            _read_page,
        ),
        InputFormat("feed", "RSS or Atom: one article an item", (".xml", ".rss", ".atom"), is_feed, _read_feed),
        InputFormat(
            "csv",
            "CSV or TSV with a row of names: one article a row (--text-field)",
            (".csv",),
            is_sheet,
            _read_sheet,
        ),
        InputFormat(
            "text",
            "plain text: an article a file, or several with a line of ***, --- or a form feed between them (--split)",
            (".txt",),
            lambda opening, options: True,
            read_text,
        ),
    )
}


def reader_for(opening: Opening, options: ReadOptions) -> InputFormat:
    """The format of an input by its first bytes; text when nothing else claims it."""
    return next(f for f in READERS.values() if f.is_it(opening, options))


def read_articles(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """Articles of an opened input, whatever it is; see InputFormat for errors."""
    source = unpacked(source)
    refuse_other_kinds(source.head, source.name)
    return reader_for(source.opening(options.encoding), options).read(source, options)
