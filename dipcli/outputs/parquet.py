"""Parquet: a table with the types of its records, by pyarrow (an extra: ``dipcli[parquet]``)."""

from typing import Any, BinaryIO

from dipcli.model import DipError
from dipcli.outputs.arrow import ArrowFile, encodable
from dipcli.outputs.options import WriteOptions, pick
from dipcli.outputs.schema import schema
from dipcli.outputs.wire import Json

_MOST_ROWS = 5_000  # rows that are held until they are written as one group


class ParquetWriter:
    """Rows of one kind, ``kind`` being its short name in ``dip schema``. Raises DipError where pyarrow is missing.

    The file's metadata name the record (``dip.schema``); a lone surrogate, which UTF-8 does not have, is written ``\\udXXX``.
    """

    def __init__(self, out: BinaryIO, options: WriteOptions, kind: str) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            raise DipError("--format parquet needs pyarrow: pip install 'dipcli[parquet]'") from None
        self._arrow = pyarrow
        self._head = tuple(k for k in options.head() if k != "schema")
        self._schema = _arrow_schema(pyarrow, kind, self._head)
        self._file = parquet.ParquetWriter(ArrowFile(out), self._schema, compression="zstd")
        self._columns: dict[str, list[Any]] = {k: [] for k in self._head}
        self._rows = 0

    def write(self, record: Json) -> None:
        """Take one record; a group of them is written together."""
        for key, value in pick(record, self._head).items():
            self._columns[key].append(encodable(value))
        self._rows += 1
        if self._rows >= _MOST_ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left and the foot of the file."""
        if self._rows:
            self._flush()
        self._file.close()

    def _flush(self) -> None:
        self._file.write_table(self._arrow.table(self._columns, schema=self._schema))
        self._columns, self._rows = {k: [] for k in self._head}, 0


def _arrow_schema(arrow: Any, kind: str, columns: tuple[str, ...]) -> Any:
    described = schema(kind)
    record = described["$defs"][described["$ref"].rpartition("/")[2]]
    name = record["properties"]["schema"]["const"]
    fields = [arrow.field(c, *_type(arrow, record["properties"][c])) for c in columns]
    return arrow.schema(fields, metadata={"dip.schema": name})


def _type(arrow: Any, described: dict[str, Any]) -> tuple[Any, bool]:
    """The type of a JSON Schema's property, and whether it may be null."""
    plain = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_()}
    kinds = described["type"] if isinstance(described["type"], list) else [described["type"]]
    (kind,) = (k for k in kinds if k != "null")
    if kind == "array":
        item, nullable = _type(arrow, described["items"])
        return arrow.list_(arrow.field("item", item, nullable)), "null" in kinds
    return plain[kind], "null" in kinds
