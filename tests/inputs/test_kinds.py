"""What is no text is refused by what it is, with a command that can be copied."""

import io
import zipfile

import pytest

from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import read


def refusal(data: bytes) -> str:
    """Why standard input is refused."""
    with pytest.raises(InputError) as e:
        list(read("-", ReadOptions(), io.BytesIO(data)))
    assert "\n" not in e.value.reason
    return e.value.reason


def zipped(**entries: bytes) -> bytes:
    """A zip archive with these entries, dots for double underscores and slashes for single ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in entries.items():
            z.writestr(name.replace("__", ".").replace("_", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"%PDF-1.7", "pdftotext -"),
        (zipped(content__xml=b"x", word_document__xml=b"x"), "a Word document (DOCX)"),
        (zipped(xl_workbook__xml=b"x"), "an Excel workbook"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "an OpenDocument text"),
        (zipped(news__txt=b"x"), "a zip archive: unpack it first"),
        (b"\x00" * 257 + b"ustar\x0000", "a tar archive"),
        (b"BZh91AY", "bzip2 -dc"),
        (b"\x89PNG\r\n", "tesseract"),
        (b"{\\rtf1", "pandoc"),
        (b"SQLite format 3\0", "database"),
        (b"ab\0cd", "NUL byte at byte 2"),
        (b"", "empty"),
    ],
)
def test_what_is_no_text_says_what_it_is(head: bytes, said: str) -> None:
    assert said in refusal(head)


def test_a_command_to_copy_is_quoted(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a b.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match=r"pdftotext '.*a b\.pdf'"):
        list(read(str(path), ReadOptions()))
