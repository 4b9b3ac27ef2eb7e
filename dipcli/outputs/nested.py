"""Reports as Parquet, written and read: a row an article, its lists and records as nested columns, of the same types as the JSON."""

import types
import typing
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from dipcli.outputs.arrow import ArrowFile, encodable
from dipcli.outputs.shapes import ReportWire
from dipcli.outputs.wire import Json

_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
# Articles that are held until they are written together.
_ROWS = 256


def report_columns() -> pa.Schema:
    """The columns of a report, made from the type that it is built with."""
    return pa.schema(_fields(ReportWire))


class NestedWriter:
    """Writes reports into one Parquet file; the bytes depend on the reports and on pyarrow's version alone."""

    def __init__(self, out: Any, compression: str) -> None:
        self._columns = report_columns()
        self._rows: list[Json] = []
        self._writer = pq.ParquetWriter(ArrowFile(out), self._columns, compression=compression)

    def write(self, record: Json) -> None:
        """Write one report."""
        self._rows.append(record)
        if len(self._rows) == _ROWS:
            self._flush()

    def close(self) -> None:
        """End the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if not self._rows:
            return
        try:
            table = pa.Table.from_pylist(self._rows, schema=self._columns)
        except UnicodeEncodeError:
            table = pa.Table.from_pylist([encodable(r) for r in self._rows], schema=self._columns)
        self._writer.write_table(table)
        self._rows.clear()


def read_reports(path: str) -> Iterator[Json]:
    """The reports of such a file. Raises OSError or ValueError where it is none."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_ROWS):
            yield from batch.to_pylist()


def _fields(cls: Any) -> list[pa.Field]:
    return [pa.field(k, *_type(v)) for k, v in typing.get_type_hints(cls).items()]


def _type(hint: Any) -> tuple[pa.DataType, bool]:
    """(type, may it be null)"""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (part,) = (a for a in get_args(hint) if a is not type(None))
        return _type(part)[0], True
    if origin is Literal:
        return pa.string(), False
    if origin is list:
        of, null = _type(get_args(hint)[0])
        return pa.list_(pa.field("element", of, null)), False
    if hint in _PLAIN:
        return _PLAIN[hint], False
    return pa.struct(_fields(hint)), False
