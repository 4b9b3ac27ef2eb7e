"""What is no text, told by its first bytes, and the command that makes text of it."""

from dipcli.inputs.errors import InputError

_TO_TEXT = "not text: convert it first (pandoc -t plain {name} | dip summarise -)"
_SOFFICE = "not text: convert it first (soffice --headless --convert-to txt:Text {name})"
_SHEET = "not text: save it as CSV first (soffice --headless --convert-to csv {name})"
_PICTURE = "an image, not text: read its writing first (tesseract {name} - -l ara | dip summarise -)"

_MAGIC = (
    (b"%PDF-", "a PDF, not text: convert it first (pdftotext {name} - | dip summarise -)"),
    (b"\xd0\xcf\x11\xe0", f"an old Office document, {_SOFFICE}"),
    (b"{\\rtf", f"an RTF document, {_TO_TEXT}"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"RIFF", "an image or a recording, not text"),
    (b"ID3", "a recording, not text: write it down first"),
    (b"OggS", "a recording, not text: write it down first"),
    (b"\x7fELF", "a program, not text"),
    (b"MZ\x90\0", "a program, not text"),
    (b"SQLite format 3\0", "a database, not text"),
    (b"PAR1", "a Parquet file: write its rows as JSON lines first (duckdb -c \"copy (from {name}) to '/dev/stdout' (format json)\")"),
    (b"BZh", "a bzip2 file: unpack it first (bzip2 -dc {name} | dip summarise -)"),
    (b"\xfd7zXZ\0", "an xz file: unpack it first (xz -dc {name} | dip summarise -)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it first (7z x {name})"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first (unrar x {name})"),
)  # fmt: skip
# What is inside a zip archive tells what it is: names of its first entries, as they stand in its first bytes.
_ZIPPED = (
    (b"word/", f"a Word document (DOCX), {_TO_TEXT}"),
    (b"xl/", f"an Excel workbook (XLSX), {_SHEET}"),
    (b"ppt/", f"a PowerPoint presentation, {_SOFFICE}"),
    (b"application/epub+zip", f"an e-book (EPUB), {_TO_TEXT}"),
    (b"application/vnd.oasis.opendocument.spreadsheet", f"an OpenDocument sheet, {_SHEET}"),
    (b"application/vnd.oasis.opendocument", f"an OpenDocument text, {_TO_TEXT}"),
)
_TAR_AT = 257


def refuse_other_kinds(head: bytes, source: str) -> None:
    """Raise InputError, with the command that converts it, for an input that its first bytes tell to be no text."""
    reason = _kind(head)
    if reason is not None:
        import shlex

        raise InputError(source, reason.replace("{name}", shlex.quote(source)))


def _kind(head: bytes) -> str | None:
    if head.startswith(b"PK\x03\x04"):
        inside = next((reason for name, reason in _ZIPPED if name in head), None)
        return inside or "a zip archive: unpack it first (unzip -p {name} | dip summarise -)"
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return "a tar archive: unpack it first (tar xf {name})"
    return next((reason for magic, reason in _MAGIC if head.startswith(magic)), None)
