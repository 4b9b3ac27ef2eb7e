"""How the records of a part are written: as JSON lines, packed or not, or as Parquet. The same records, the same bytes."""

import zlib
from collections.abc import Callable
from typing import Any, Protocol

from dipcli.inputs.compressed import zstd_module
from dipcli.model import DipError
from dipcli.outputs.json_bytes import dumps
from dipcli.outputs.shapes import PartCompression, PartForm
from dipcli.outputs.wire import Json
from dipcli.records import Record

# Of reports 6 makes a seventh and 3 a sixth; 6 takes twice as long, which is two hundredths of the time of a part.
_GZIP_LEVEL, _ZSTD_LEVEL = 6, 3
# zlib's own head: no name, no time, no system but "Unix", whatever wrote it.
_GZIP_HEAD = 16 + zlib.MAX_WBITS
_BUFFER = 1 << 20


class Sink(Protocol):
    """Where bytes go, until it is closed."""

    @property
    def closed(self) -> bool:
        """Is it over?"""

    def write(self, data: bytes, /) -> int:
        """Write all of it."""


class PartWriter(Protocol):
    """Takes the records of a part one by one; ``close`` writes what is left."""

    def write(self, record: Json) -> None:
        """Write one record."""

    def close(self) -> None:
        """End the file."""


class PartFormat(Record):
    """What parts are written as."""

    form: PartForm
    compression: PartCompression

    @property
    def ending(self) -> str:
        """Ending of a part's file."""
        if self.form == "parquet":
            return ".parquet"
        return {"gzip": ".ndjson.gz", "zstd": ".ndjson.zst", "none": ".ndjson"}[self.compression]

    def writer(self, out: Sink) -> PartWriter:
        """A writer of one part. Raises DipError where a library is missing."""
        if self.form == "ndjson":
            return _LinesWriter(out, _PACKERS[self.compression]())
        try:
            from dipcli.outputs.nested import NestedWriter
        except ImportError:
            raise DipError("Parquet needs pyarrow: install 'dipcli[parquet]'") from None
        return NestedWriter(out, self.compression)


class _Plain:
    """Bytes as they are."""

    def compress(self, data: bytes) -> bytes:
        return data

    def flush(self) -> bytes:
        return b""


def _zstd() -> Any:
    try:
        return zstd_module().ZstdCompressor(level=_ZSTD_LEVEL)
    except ImportError:
        raise DipError("--compress zstd needs 'dipcli[zstd]' before Python 3.14") from None


_PACKERS: dict[str, Callable[[], Any]] = {
    "gzip": lambda: zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_HEAD),
    "zstd": _zstd,
    "none": _Plain,
}


class _LinesWriter:
    """One JSON record a line."""

    def __init__(self, out: Sink, packer: Any) -> None:
        self._out, self._packer = out, packer
        self._lines: list[bytes] = []
        self._size = 0

    def write(self, record: Json) -> None:
        line = dumps(record) + b"\n"
        self._lines.append(line)
        self._size += len(line)
        if self._size >= _BUFFER:
            self._pack()

    def close(self) -> None:
        self._pack()
        self._out.write(self._packer.flush())

    def _pack(self) -> None:
        data = self._packer.compress(b"".join(self._lines))
        self._lines.clear()
        self._size = 0
        if data:
            self._out.write(data)
