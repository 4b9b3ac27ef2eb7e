"""The output formats: one writer each, in one registry that help, ``dip formats`` and the tests read.

To add one: a module with a writer, a function here that imports it, a line in the table.
"""

from collections.abc import Callable
from typing import BinaryIO, Protocol

from dipcli.outputs.options import WriteOptions
from dipcli.outputs.wire import Json
from dipcli.records import Record


class Writer(Protocol):
    """Takes records one by one and writes them; ``close`` ends the document."""

    def write(self, record: Json) -> None:
        """Write one record."""

    def close(self) -> None:
        """Write what ends the document."""


class Format(Record):
    """A registered format.

    ``flat`` says that it is a table: records with tables inside them do not fit. ``binary`` says that it is no text.
    """

    name: str
    what: str
    flat: bool
    make: Callable[[BinaryIO, WriteOptions], Writer]
    binary: bool = False


def _ndjson(out: BinaryIO, options: WriteOptions) -> Writer:
    from dipcli.outputs.json_records import NdjsonWriter

    return NdjsonWriter(out, options)


def _json(out: BinaryIO, options: WriteOptions) -> Writer:
    from dipcli.outputs.json_records import JsonWriter

    return JsonWriter(out, options)


def _csv(out: BinaryIO, options: WriteOptions) -> Writer:
    from dipcli.outputs.delimited import CsvWriter

    return CsvWriter(out, options)


def _tsv(out: BinaryIO, options: WriteOptions) -> Writer:
    from dipcli.outputs.delimited import TsvWriter

    return TsvWriter(out, options)


def _markdown(out: BinaryIO, options: WriteOptions) -> Writer:
    from dipcli.outputs.markdown import MarkdownWriter

    return MarkdownWriter(out, options)


def _xlsx(out: BinaryIO, options: WriteOptions) -> Writer:
    from dipcli.outputs.xlsx import XlsxWriter

    return XlsxWriter(out, options)


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("ndjson", "one JSON record a line", False, _ndjson),
        Format("json", "one JSON array", False, _json),
        Format("csv", "comma-separated, lists joined by '; ' (--bom for Excel)", True, _csv),
        Format("tsv", "tab-separated, a record a line", True, _tsv),
        Format("xlsx", "an Excel workbook (extra dipcli[xlsx])", True, _xlsx, binary=True),
        Format("markdown", "a Markdown table", True, _markdown),
    )
}
