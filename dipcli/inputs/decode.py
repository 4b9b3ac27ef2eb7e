"""Bytes to text: never a guess that is not written down, never a replacement character."""

from dipcli.inputs.encodings import broken_at, codec_of, detect, marked
from dipcli.inputs.errors import InputError
from dipcli.model import Encoding

LONGEST = 5_000_000


def decode(data: bytes, source: str, forced: str | None = None, declared: str | None = None) -> tuple[str, Encoding]:
    """The text of an input and what it was read as: a byte-order mark is no character.

    Raises InputError where it is empty, binary, not in its encoding (at which byte, counted from 0 and with the mark
    counted), or in an encoding that cannot be told.
    """
    if not data:
        raise InputError(source, "empty: nothing to read")
    if forced:
        return _strict(data, 0, source, forced).removeprefix("\ufeff"), Encoding(name=forced, confidence=1.0)
    if (mark := marked(data)) is not None:
        bom, name = mark
        return _strict(data, len(bom), source, name), Encoding(name=name, confidence=1.0)
    encoding = detect(data, source, declared=declared)
    return _strict(data, 0, source, encoding.name), encoding


def _strict(data: bytes, skip: int, source: str, name: str) -> str:
    try:
        return str(memoryview(data)[skip:] if skip else data, codec_of(name))
    except UnicodeDecodeError as e:
        at = skip + e.start
        raise InputError(source, broken_at(data[at], at, name, e.reason)) from None
    except (LookupError, UnicodeError, ValueError) as e:
        raise InputError(source, f"cannot be read as {name}: {e}") from None


def check_length(text: str, source: str) -> str:
    """The text, unless it is longer than an article can be or has nothing but white space. Raises InputError."""
    if len(text) > LONGEST:
        raise InputError(source, f"too long for one article ({len(text):,} characters, at most {LONGEST:,}): split it")
    if not text.strip():
        raise InputError(source, "empty: only white space")
    return text
