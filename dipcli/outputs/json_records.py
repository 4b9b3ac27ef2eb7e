"""Records as JSON: one a line, flushed one by one; or one array."""

from typing import BinaryIO

from dipcli.outputs.json_bytes import dumps
from dipcli.outputs.options import WriteOptions, pick
from dipcli.outputs.wire import Json


class NdjsonWriter:
    """One JSON record a line; whoever reads the pipe has each as soon as it is written."""

    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options = out, options

    def write(self, record: Json) -> None:
        """Write one record and flush."""
        self._out.write(dumps(pick(record, self._options.fields), ascii_only=self._options.ascii_only) + b"\n")
        self._out.flush()

    def close(self) -> None:
        """Nothing ends the document."""


class JsonWriter:
    """One JSON array, indented; empty when there was nothing."""

    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options, self._count = out, options, 0

    def write(self, record: Json) -> None:
        """Write one record."""
        data = dumps(pick(record, self._options.fields), ascii_only=self._options.ascii_only, indent=True)
        self._out.write((b",\n" if self._count else b"[\n") + data)
        self._count += 1

    def close(self) -> None:
        """End the array."""
        self._out.write(b"\n]\n" if self._count else b"[]\n")
