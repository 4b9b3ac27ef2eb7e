"""Bytes to text: byte-order mark, strict UTF-8, and clear refusals of what is no text."""

from dipcli.inputs.errors import InputError
from dipcli.model import Encoding

LONGEST = 5_000_000
# No code point takes more than four bytes, so more bytes than this cannot be an article that is short enough.
MOST_BYTES = 4 * LONGEST + 4

_MAGIC = (
    (b"%PDF-", "a PDF, not text: convert it first (pdftotext {name} - | dip summarise -)"),
    (b"PK\x03\x04", "a zip archive (or DOCX), not text: unpack or convert it first (pandoc -t plain {name} | dip summarise -)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, not text: convert it first (soffice --convert-to txt {name})"),
    (b"\x89PNG", "an image, not text"),
    (b"\xff\xd8\xff", "an image, not text"),
    (b"GIF8", "an image, not text"),
    (b"\x7fELF", "a program, not text"),
    (b"\x1f\x8b", "a gzip file: unpack it first (gzip -dc {name} | dip summarise -)"),
    (b"\x28\xb5\x2f\xfd", "a zstd file: unpack it first (zstd -dc {name} | dip summarise -)"),
)  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, source: str, forced: str | None = None) -> tuple[str, Encoding]:
    """The text of a file and what it was read as. Raises InputError: empty, binary, not UTF-8 at byte n."""
    if not data:
        raise InputError(source, "empty: nothing to read")
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            raise InputError(source, reason.format(name=source))
    if forced:
        return _forced(data, source, forced)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], source, name), Encoding(name=name, confidence=1.0)
    if b"\0" in data[:8192]:
        raise InputError(source, f"binary: a NUL byte at byte {data.index(0)}, not text")
    return _strict(data, source, "utf-8"), Encoding(name="utf-8", confidence=1.0)


def _forced(data: bytes, source: str, name: str) -> tuple[str, Encoding]:
    try:
        return data.decode(name), Encoding(name=name, confidence=1.0)
    except LookupError:
        raise InputError(source, f'no encoding is called "{name}"') from None
    except UnicodeDecodeError as e:
        raise InputError(source, f"not {name} at byte {e.start} (0x{data[e.start]:02X})") from None


def _strict(data: bytes, source: str, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as e:
        byte = f"0x{data[e.start]:02X}" if e.start < len(data) else "the end"
        raise InputError(
            source, f"not {name.upper()} at byte {e.start} ({byte}): say which encoding with --encoding"
        ) from None


def check_length(text: str, source: str) -> str:
    """Refuse what is longer than an article can be."""
    if len(text) > LONGEST:
        raise InputError(source, f"too long for one article ({len(text):,} characters, at most {LONGEST:,}): split it")
    if not text.strip():
        raise InputError(source, "empty: only white space")
    return text
