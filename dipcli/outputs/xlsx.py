"""An Excel workbook: one sheet, text that stays text, and the same bytes for the same records.

XlsxWriter writes it row by row (an extra: ``dipcli[xlsx]``), so that memory does not grow with the number of rows.
"""

import math
import re
import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from dipcli.model import DipError
from dipcli.outputs.cells import cell
from dipcli.outputs.options import WriteOptions, pick
from dipcli.outputs.wire import Json
from dipcli.views.columns import column_head

MOST_UNITS = 32_767
"""What a cell of Excel holds, in UTF-16 code units."""
MOST_ROWS = 1_048_576
"""What a sheet of Excel holds, its head line included."""

# When the workbook says that it was made: never the clock, so that the same records give the same bytes.
_MADE = datetime(2000, 1, 1)
_LEAST_WIDTH, _MOST_WIDTH = 8, 60
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATES = frozenset({"published", "first", "last"})
_EXACT = 2**53
# XML has no such characters, not even escaped.
_NOT_XML = re.compile("[\ufffe\uffff]")
_CUT = " … [cut]"


class XlsxWriter:
    """Rows of a workbook; a sheet that is full goes on in another one. Raises DipError where XlsxWriter is missing."""

    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        try:
            import xlsxwriter
        except ImportError:
            raise DipError("--format xlsx needs XlsxWriter: pip install 'dipcli[xlsx]'") from None
        self._out, self._options = out, options
        self._head = [k for k in options.head() if k != "schema" or "schema" in options.fields]
        # XlsxWriter leaves its files where it is interrupted; the folder goes with this object.
        self._folder = tempfile.TemporaryDirectory(prefix="dip-xlsx-")
        self._path = Path(self._folder.name, "book.xlsx")
        self._book = xlsxwriter.Workbook(
            str(self._path),
            {"constant_memory": True, "tmpdir": self._folder.name, "strings_to_formulas": False, "strings_to_urls": False,
             "strings_to_numbers": False, "nan_inf_to_errors": False},
        )  # fmt: skip
        self._book.set_properties({"created": _MADE})
        self._text = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._plain = self._book.add_format({"valign": "top"})
        self._dates = self._book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._bold = self._book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._sheets = 0
        self._widths = [_LEAST_WIDTH] * len(self._head)
        self._cut = 0
        self._sheet: Any = None
        self._row = 0
        self._begin()

    def write(self, record: Json) -> None:
        """Write one record."""
        if self._row == MOST_ROWS:
            self._end()
            self._begin()
        picked = pick(record, self._options.fields)
        for n, key in enumerate(self._head):
            self._cell(n, key, picked.get(key))
        self._row += 1

    def close(self) -> None:
        """Put the workbook together and write it out."""
        self._end()
        self._book.close()
        with self._path.open("rb") as made:
            shutil.copyfileobj(made, self._out)
        self._out.flush()
        self._folder.cleanup()
        if self._cut:
            cells = "cell" if self._cut == 1 else "cells"
            self._options.warn(f"{self._cut:,} {cells} cut to the {MOST_UNITS:,} characters that Excel holds")

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet("dip" if self._sheets == 1 else f"dip {self._sheets}")
        if self._options.lang == "ar":
            self._sheet.right_to_left()
        self._sheet.freeze_panes(1, 0)
        self._sheet.repeat_rows(0)
        for n, key in enumerate(self._head):
            self._string(0, n, column_head(key, self._options.lang), self._bold)
        self._row = 1

    def _end(self) -> None:
        if self._head:
            self._sheet.autofilter(0, 0, self._row - 1, len(self._head) - 1)
        for n, width in enumerate(self._widths):
            self._sheet.set_column(n, n, width + 2)

    def _cell(self, n: int, key: str, value: Any) -> None:
        if value is None or value == []:
            return
        if isinstance(value, bool):
            self._sheet.write_boolean(self._row, n, value, self._plain)
        elif isinstance(value, int | float) and math.isfinite(value) and abs(value) <= _EXACT:
            self._sheet.write_number(self._row, n, value, self._plain)
        elif key in _DATES and isinstance(value, str) and (day := _day(value)):
            self._sheet.write_datetime(self._row, n, day, self._dates)
            self._widths[n] = max(self._widths[n], len(value))
        else:
            self._string(self._row, n, cell(value), self._text)

    def _string(self, row: int, n: int, text: str, style: Any) -> None:
        text = _NOT_XML.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)
        if _units(text) > MOST_UNITS:
            text = _shortened(text)
            self._cut += 1
        self._widths[n] = min(max(self._widths[n], *map(len, text.split("\n"))), _MOST_WIDTH)
        self._sheet.write_string(row, n, text, style)


def _day(value: str) -> date | None:
    """A whole date that Excel's calendar has; None for a year, a month, and what lies before 1900."""
    if not _DATE.fullmatch(value) or value < "1900-03-01":  # Excel takes 1900 for a leap year
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _shortened(text: str) -> str:
    """As much of the text as a cell takes with the mark that it was cut; no character is cut in two."""
    room = MOST_UNITS - len(_CUT)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT


def _units(text: str) -> int:
    return len(text) + sum(c > "\uffff" for c in text) if len(text) * 2 > MOST_UNITS else len(text)
