"""SHA-256 of what is written."""

from collections.abc import Callable
from typing import Any, Final

_FEW: Final = 200  # digests of an article that take as long as OpenSSL does to be loaded


def _own() -> Callable[[bytes], Any] | None:
    """Python's own way, slower and at hand; None where it was left out."""
    try:
        from _sha2 import sha256  # type: ignore[import-not-found, unused-ignore]  # 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore, no-redef]
        except ImportError:
            return None
    made: Callable[[bytes], Any] = sha256
    return made


class _Digests:
    """Few are made without OpenSSL: loading it is a fiftieth of what a question takes. Many are made with it."""

    __slots__ = ("_few", "_make")

    def __init__(self) -> None:
        self._make = _own()
        self._few = _FEW

    def hexdigest(self, data: bytes) -> str:
        """64 hexadecimal digits."""
        make = self._make
        if self._few:
            self._few -= 1
        if make is None or not self._few:
            import hashlib

            make = self._make = hashlib.sha256
        digest: str = make(data).hexdigest()
        return digest


sha256: Final = _Digests().hexdigest
