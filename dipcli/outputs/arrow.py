"""What pyarrow is given to write Parquet with: a file over something that takes bytes, and text that UTF-8 has."""

from typing import Any


class ArrowFile:
    """What pyarrow writes to, over what has ``write`` and ``closed``.

    It ends a file even when the run has failed and what it writes to is closed: then nothing is written.
    """

    closed = False

    def __init__(self, out: Any) -> None:
        self._out = out
        self._at = 0

    def write(self, data: Any) -> int:
        """Write bytes, or what has their buffer."""
        if not self._out.closed:
            self._out.write(data)
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        """How much was written."""
        return self._at

    def flush(self) -> None:
        """The owner of the file flushes it."""

    def close(self) -> None:
        """The owner of the file closes it."""
        self.closed = True


def encodable(value: Any) -> Any:
    """A value, lists and records too, with lone surrogates, which UTF-8 does not have, written ``\\udXXX``."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, list):
        return [encodable(v) for v in value]
    return {k: encodable(v) for k, v in value.items()} if isinstance(value, dict) else value
