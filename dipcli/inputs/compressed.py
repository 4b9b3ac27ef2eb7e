"""Compressed inputs: unpacked as they are read, whatever is inside."""

import io
from collections.abc import Callable
from typing import Any, BinaryIO

from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.records import Record

# Compressed twice happens; more often is somebody's joke.
_MOST_TIMES = 3
# The window of "zstd --ultra -22" is 2^27 bytes, which must be in memory; "--long=31" would take 2 GB.
_WINDOW = 27


class Compression(Record):
    """A registered compression: the ending of its files, and the bytes that they begin with."""

    name: str
    what: str
    ending: str
    magic: bytes
    open: Callable[[BinaryIO, str], Any]


def _gzip(stream: BinaryIO, _name: str) -> Any:
    import gzip

    return gzip.GzipFile(fileobj=stream, mode="rb")


def zstd_module() -> Any:
    """The library for zstd: Python's own, or the extra's. Raises ImportError where there is none."""
    from importlib import import_module

    try:
        return import_module("compression.zstd")
    except ImportError:
        return import_module("backports.zstd")


def _zstd(stream: BinaryIO, name: str) -> Any:
    try:
        zstd = zstd_module()
    except ImportError:
        raise InputError(
            name, "a zstd file: install 'dipcli[zstd]', or unpack it first (zstd -dc FILE | dip summarise -)"
        ) from None
    return zstd.ZstdFile(stream, options={zstd.DecompressionParameter.window_log_max: _WINDOW})


COMPRESSIONS: dict[str, Compression] = {
    c.name: c
    for c in (
        Compression("gzip", "any of these, compressed by gzip", ".gz", b"\x1f\x8b", _gzip),
        Compression(
            "zstd",
            "any of these, compressed by zstd (before Python 3.14: dipcli[zstd])",
            ".zst",
            b"\x28\xb5\x2f\xfd",
            _zstd,
        ),
    )
}


def unpacked(source: Opened) -> Opened:
    """The input itself, or what is inside where it is compressed. Raises InputError when it cannot be unpacked."""
    for _ in range(_MOST_TIMES):
        compression = _compression_of(source.head)
        if compression is None:
            return source
        opened = compression.open(_Packed(source), source.name)  # type: ignore[arg-type]
        source = Opened(source.name, io.BufferedReader(_Unpacked(opened, source.name, compression.name)))
    if _compression_of(source.head) is not None:
        raise InputError(source.name, f"compressed more than {_MOST_TIMES} times: unpack it first")
    return source


def _compression_of(head: bytes) -> Compression | None:
    return next((c for c in COMPRESSIONS.values() if head.startswith(c.magic)), None)


class _Packed(io.RawIOBase):
    """The compressed bytes, handed on as they come: a slow pipe is not waited for.

    Headers are asked for in few bytes and must come whole.
    """

    def __init__(self, source: Opened) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def read(self, most: int = -1, /) -> bytes:
        if most < 0:
            most = io.DEFAULT_BUFFER_SIZE
        return self._source.read(most) if most < 256 else self._source.read1(most)


class _Unpacked(io.RawIOBase):
    """What is inside; what is wrong with it is an InputError."""

    def __init__(self, opened: Any, name: str, kind: str) -> None:
        self._opened = opened
        self._name = name
        self._kind = kind
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        try:
            part = self._opened.read1(len(buffer))
        except (InputError, MemoryError):
            raise
        except EOFError:
            raise InputError(self._name, f"cut off: this {self._kind} file ends early, {self._behind()}") from None
        except Exception as e:  # OSError, zlib.error, and ZstdError, which is nothing more than an Exception
            raise InputError(self._name, f"broken {self._kind} file, {self._behind()}: {e}") from None
        buffer[: len(part)] = part
        self._given += len(part)
        return len(part)

    def _behind(self) -> str:
        return f"after {self._given:,} unpacked bytes"
