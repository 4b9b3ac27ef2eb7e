"""CSV and TSV: one row, one article, as spreadsheets and databases write them."""

import csv
from collections.abc import Iterator

from dipcli.inputs.decode import LONGEST
from dipcli.inputs.errors import InputError
from dipcli.inputs.fields import article_of, listed
from dipcli.inputs.lines import TextLines
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.telling import TEXT_FIELDS, delimiter_of, excel_delimiter
from dipcli.model import Article

# A column may hold the page that the text was taken from: twice the longest text is still kept.
_LONGEST_CELL = 2 * LONGEST
_LONGEST_LINE = 3 * LONGEST


def read_sheet(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """Articles of rows behind a row of names, as they come; rows count from 1, empty ones are none.

    A row without text does not end the reading: it comes out as its InputError.
    """
    lines = TextLines(source, options.encoding, newline="")
    first = lines.read(_LONGEST_LINE)
    delimiter = excel_delimiter(first)
    if delimiter:
        first = lines.read(_LONGEST_LINE)
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(_whole_lines(source.name, first, lines), delimiter=delimiter or delimiter_of(first, options))
    names: list[str] | None = None
    number = 0
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if names is None:
                names = [cell.strip() for cell in row]
                _check(names, source.name, options)
                continue
            number += 1
            try:
                record = dict(zip(names, row, strict=False))
                yield article_of(record, f"{source.name}#{number}", options, lines.encoding)
            except InputError as e:
                yield InputError(e.source, f"line {rows.line_num}: {e.reason}")
    except csv.Error as e:
        raise InputError(f"{source.name}#{number + 1}", _broken(e, rows.line_num)) from None
    if not number:
        raise InputError(source.name, "empty: no row behind the names of the columns")


def _whole_lines(name: str, first: str, lines: TextLines) -> Iterator[str]:
    line = first
    while line:
        if len(line) >= _LONGEST_LINE:
            raise InputError(name, "a line too long for one article: split it")
        yield line
        line = lines.read(_LONGEST_LINE)


def _broken(error: csv.Error, line: int) -> str:
    if "field larger" in str(error):
        return f"line {line}: a cell too long for one article, or a quotation mark that is not closed"
    return f"line {line}: not CSV: {error}"


def _check(names: list[str], source: str, options: ReadOptions) -> None:
    """Raise InputError when no column holds the text, or one that was named is not there."""
    lowered = {n.lower() for n in names}
    for option, field in (("--text-field", options.text_field), ("--title-field", options.title_field), ("--date-field", options.date_field)):  # fmt: skip
        if field and field.lower() not in lowered:
            raise InputError(source, f"no column {field} ({option}); there are {listed(names)}")
    if not options.text_field and not lowered & set(TEXT_FIELDS):
        raise InputError(source, f"no column of text that is known: name it with --text-field ({listed(names)})")
