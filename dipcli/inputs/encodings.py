"""What bytes were written in: byte-order mark, strict UTF-8, what was declared, then the letters themselves."""

import codecs
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dipcli.inputs.errors import InputError
from dipcli.model import Encoding

if TYPE_CHECKING:
    from dipcli.inputs.letters import Guess

UTF8 = Encoding(name="utf-8", confidence=1.0)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, which begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SURE = 0.8
# Letters tell with so many bytes as well as with more.
_ENOUGH = 262_144
_DECLARED = 0.95
# Names that web pages write and Python does not know, and the names that reports use.
_LABELS = {
    "x-cp1256": "windows-1256", "x-mac-arabic": "mac-arabic", "mac-arabic": "mac-arabic", "macarabic": "mac-arabic",
    "iso-8859-6-e": "iso-8859-6", "iso-8859-6-i": "iso-8859-6", "asmo_449": "iso-8859-6", "unicode": "utf-16",
    # Browsers read these three as Windows-1252, and pages are written so.
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
}  # fmt: skip
_CODECS = {"mac-arabic": "mac_arabic"}
# Codecs for text that no page is in; a page that names one is hostile or mistaken.
_NEVER = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7", "undefined", "utf-8-sig"})
_LATIN = frozenset({"windows-1252", "iso-8859-15"})
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


def marked(data: bytes) -> tuple[bytes, str] | None:
    """The byte-order mark that the bytes begin with, and the encoding that it tells."""
    return next(((bom, name) for bom, name in BOMS if data.startswith(bom)), None)


def codec_of(name: str) -> str:
    """What Python calls the encoding of a report."""
    return _CODECS.get(name, name)


def declared_name(label: str | None) -> str | None:
    """The encoding that a page or header names, as reports write it; None where Python knows none of that name."""
    if not label:
        return None
    label = label.strip(" \t\r\n\"';").lower()
    label = _LABELS.get(label, label)
    try:
        found = codecs.lookup(codec_of(label))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name in _NEVER:
        return None
    if found.name.startswith("cp125"):
        return f"windows-{found.name[2:]}"
    return found.name.replace("iso8859", "iso-8859")


def detect(data: bytes, source: str, *, declared: str | None = None, whole: bool = True) -> Encoding:
    """What the bytes are in, and how sure that is. A byte-order mark is not looked for.

    ``declared`` is the label that the container gives; ``whole`` is False when the bytes are only the beginning. Raises
    InputError where they are binary, broken UTF-8, or in what cannot be told surely enough.
    """
    wide = _wide(data)
    if wide is not None and wide.confidence >= SURE:
        return wide
    nul = data.find(0)
    if nul >= 0:
        raise InputError(source, f"binary: a NUL byte at byte {nul} (if it is UTF-16, say --encoding utf-16)")
    broken = utf8_error(data, whole=whole)
    if broken is None:
        return UTF8
    if mostly_utf8(data):
        raise InputError(source, broken_at(data[broken.start], broken.start, "utf-8", broken.reason))
    return _of_letters(data[:_ENOUGH], source, declared_name(declared), broken.start)


def _of_letters(data: bytes, source: str, declared: str | None, at: int) -> Encoding:
    from dipcli.inputs.letters import Guess, rank  # their figures are worked out when they are imported

    guesses = rank(data)
    best = guesses[0] if guesses else Guess("binary", 0.0)
    if declared is not None and _decodes(data, declared):
        # An Arabic page that says it is Latin is the commonest false declaration there is.
        if declared in _LATIN and best.confidence >= SURE and best.name not in _LATIN:
            return Encoding(name=best.name, confidence=min(best.confidence, 0.9))
        agreed = next((g.confidence for g in guesses if g.name == declared), 0.0)
        return Encoding(name=declared, confidence=max(_DECLARED, agreed))
    controls = sum(data.count(b) for b in _CONTROLS)
    if best.confidence >= SURE and controls * 100 < len(data):
        return Encoding(name=best.name, confidence=best.confidence)
    raise InputError(source, f"not UTF-8 at byte {at} (0x{data[at]:02X}), and {_doubt(guesses)}")


def _doubt(guesses: "Iterable[Guess]") -> str:
    possible = [f"{g.name} ({g.confidence:.0%} sure)" for g in list(guesses)[:2] if g.confidence >= 0.05]
    if not possible:
        return "like no Arabic encoding: if it is text, say in which with --encoding"
    return f"in {' or '.join(possible)}: say which with --encoding"


def broken_at(byte: int, at: int, name: str, reason: str) -> str:
    """The line that says where bytes are not in their encoding: byte ``at`` counts from 0."""
    place = f"not {name.upper()} at byte {at} (0x{byte:02X})"
    if name.startswith("utf") and reason in ("unexpected end of data", "truncated data"):
        return f"{place}: the file ends in the middle of a character, it may be cut off"
    return f"{place}: broken, or in another encoding: say which with --encoding"


def _wide(data: bytes) -> Encoding | None:
    """UTF-16 without a mark, by which half of its units is nearly always 06 (Arabic) or 00 (ASCII)."""
    data = data[: min(len(data), _ENOUGH) & ~1]
    if len(data) < 2 or (data.count(0) + data.count(6)) * 4 < len(data):
        return None
    shares = {name: _plausible(data, name) for name in ("utf-16-le", "utf-16-be")}
    name = max(shares, key=shares.__getitem__)
    units = len(data) // 2
    ahead = shares[name] - (sum(shares.values()) - shares[name])
    return Encoding(name=name, confidence=min(0.99, round(ahead * units / (units + 1), 2)))


def _plausible(data: bytes, name: str) -> float:
    """Share of units that Arabic and ASCII text has."""
    text = data.decode(name, "replace")
    return sum(1 for c in text if " " <= c < "\x7f" or "؀" <= c < "\u0700" or c in "\t\r\n«»“”–…\u00a0") / len(text)


def utf8_error(data: bytes | bytearray, *, whole: bool) -> UnicodeDecodeError | None:
    """Where bytes are not UTF-8; unless ``whole``, they may end in the middle of a character."""
    try:
        codecs.utf_8_decode(data, "strict", whole)
    except UnicodeDecodeError as e:
        return e
    return None


def mostly_utf8(data: bytes) -> bool:
    """More characters that are whole UTF-8 than bytes that are not: a Windows-1256 file has next to none."""
    text = data[:_ENOUGH].decode("utf-8", "surrogateescape")
    broken = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    return sum(1 for c in text if c > "\x7f") - broken > broken


def _decodes(data: bytes, name: str) -> bool:
    try:
        codecs.getincrementaldecoder(codec_of(name))().decode(data)
    except (UnicodeError, LookupError):
        return False
    return True
