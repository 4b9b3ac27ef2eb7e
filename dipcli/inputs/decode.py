"""Bytes to text: byte-order mark, strict UTF-8, and clear refusals of what is no text."""

from dipcli.inputs.errors import InputError
from dipcli.model import Encoding

LONGEST = 5_000_000
# No code point takes more than four bytes, so more bytes than this cannot be an article that is short enough.
MOST_BYTES = 4 * LONGEST + 4

_MAGIC = (
    (b"%PDF-", "a PDF, not text: convert it first (pdftotext {name} - | dip summarise -)"),
    (b"PK\x03\x04", "a zip archive (or DOCX), not text: unpack or convert it first (pandoc -t plain {name} | dip summarise -)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, not text: convert it first (soffice --headless --convert-to txt:Text {name})"),
    (b"{\\rtf", "an RTF document, not text: convert it first (pandoc -t plain {name} | dip summarise -)"),
    (b"\x89PNG", "an image, not text"),
    (b"\xff\xd8\xff", "an image, not text"),
    (b"GIF8", "an image, not text"),
    (b"\x7fELF", "a program, not text"),
    (b"SQLite format 3\0", "a database, not text"),
    (b"\x1f\x8b", "a gzip file: unpack it first (gzip -dc {name} | dip summarise -)"),
    (b"BZh", "a bzip2 file: unpack it first (bzip2 -dc {name} | dip summarise -)"),
    (b"\xfd7zXZ\0", "an xz file: unpack it first (xz -dc {name} | dip summarise -)"),
    (b"\x28\xb5\x2f\xfd", "a zstd file: unpack it first (zstd -dc {name} | dip summarise -)"),
)  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, source: str, forced: str | None = None) -> tuple[str, Encoding]:
    """The text of an input and what it was read as.

    Raises InputError where it is empty, binary, another kind of file, or not in its encoding: at which byte, counted
    from 0 and with a byte-order mark counted.
    """
    if not data:
        raise InputError(source, "empty: nothing to read")
    refuse_other_kinds(data, source)
    if forced:
        return _strict(data, 0, source, forced).removeprefix("\ufeff"), Encoding(name=forced, confidence=1.0)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, len(bom), source, name), Encoding(name=name, confidence=1.0)
    nul = data.find(0)
    if nul >= 0:
        raise InputError(source, f"binary: a NUL byte at byte {nul} (if it is UTF-16, say --encoding utf-16)")
    return _strict(data, 0, source, "utf-8"), Encoding(name="utf-8", confidence=1.0)


def refuse_other_kinds(head: bytes, source: str) -> None:
    """Raise InputError, with the command that converts it, for a file that its first bytes tell to be no text."""
    for magic, reason in _MAGIC:
        if head.startswith(magic):
            raise InputError(source, reason.replace("{name}", _shell_name(source)))


def _strict(data: bytes, skip: int, source: str, name: str) -> str:
    try:
        return str(memoryview(data)[skip:] if skip else data, name)
    except UnicodeDecodeError as e:
        raise InputError(source, _broken(data, skip + e.start, name, e.reason)) from None
    except (LookupError, UnicodeError, ValueError) as e:
        raise InputError(source, f"cannot be read as {name}: {e}") from None


def _broken(data: bytes, at: int, name: str, reason: str) -> str:
    place = f"not {name.upper()} at byte {at} (0x{data[at]:02X})"
    if name == "utf-8" and reason == "unexpected end of data":
        return f"{place}: the file ends in the middle of a character, it may be cut off"
    return f"{place}: broken, or in another encoding: say which with --encoding"


def _shell_name(source: str) -> str:
    import shlex

    return shlex.quote(source)


def check_length(text: str, source: str) -> str:
    """The text, unless it is longer than an article can be or has nothing but white space. Raises InputError."""
    if len(text) > LONGEST:
        raise InputError(source, f"too long for one article ({len(text):,} characters, at most {LONGEST:,}): split it")
    if not text.strip():
        raise InputError(source, "empty: only white space")
    return text
