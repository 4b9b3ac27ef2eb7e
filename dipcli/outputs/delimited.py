"""Comma-separated and tab-separated tables with a head line."""

from typing import Any, BinaryIO

from dipcli.outputs.cells import cell
from dipcli.outputs.options import WriteOptions, pick
from dipcli.outputs.wire import Json

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvWriter:
    """CSV as RFC 4180 quotes it, lines ended by LF; line breaks stay inside their quotes.

    With a byte-order mark it is for Excel, which would run a cell that begins like a formula: there text of that kind
    gets an apostrophe before it. Without, every value stays as it is.
    """

    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        import csv
        import io

        self._out, self._options = out, options
        self._line = io.StringIO()
        self._csv = csv.writer(self._line, lineterminator="\n")
        if options.bom:
            out.write(b"\xef\xbb\xbf")
        self._row(list(options.head()))

    def write(self, record: Json) -> None:
        """Write one record and flush."""
        picked = pick(record, self._options.fields)
        self._row([self._cell(picked.get(k)) for k in self._options.head()])

    def close(self) -> None:
        """Nothing ends the document."""

    def _cell(self, value: Any) -> str:
        text = cell(value)
        guarded = self._options.bom and text.startswith(_FORMULA) and not isinstance(value, int | float)
        return f"'{text}" if guarded else text

    def _row(self, cells: list[str]) -> None:
        self._csv.writerow(cells)
        self._out.write(self._line.getvalue().encode("utf-8"))
        self._out.flush()
        self._line.seek(0)
        self._line.truncate()


_TSV = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class TsvWriter:
    """TSV, a record a line always: tab, line break and backslash in a cell are written ``\\t``, ``\\n``, ``\\\\``."""

    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options = out, options
        self._row(list(options.head()))

    def write(self, record: Json) -> None:
        """Write one record and flush."""
        picked = pick(record, self._options.fields)
        self._row([cell(picked.get(k)).translate(_TSV) for k in self._options.head()])

    def close(self) -> None:
        """Nothing ends the document."""

    def _row(self, cells: list[str]) -> None:
        self._out.write("\t".join(cells).encode("utf-8") + b"\n")
        self._out.flush()
