"""Web archives: the article of each page; what is none is left out."""

import gzip
import io
import sys

import pytest

from dipcli.inputs.errors import InputError
from dipcli.model import Article
from tests.inputs.reading import BODY, needs, outcomes, reason
from tests.inputs.test_pages import TITLE, page

pytestmark = [needs("warcio", "warc"), needs("trafilatura", "html")]


def archive(*records: tuple[str, str, str, bytes], compressed: bool = False) -> bytes:
    """A WARC of (URL, status, content type, body) responses behind a record about itself."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for url, status, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


PAGE = ("https://www.news.example/2021/03/04/a", "200 OK", "text/html; charset=windows-1256", page().encode("cp1256"))
OTHERS = [
    ("https://news.example/a.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://news.example/b", "404 Not Found", "text/html", page().encode()),
    ("https://news.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
]


@pytest.mark.parametrize("compressed", [False, True])
def test_each_page_is_an_article(compressed: bool) -> None:
    found = outcomes(archive(PAGE, *OTHERS, PAGE, compressed=compressed))
    assert [x.source for x in found] == ["-#2", "-#6"]
    for article in found:
        assert isinstance(article, Article)
        assert (article.text, article.title, article.published) == (f"{TITLE}\n\n{BODY}", TITLE, "2021-03-04")
        assert (article.encoding.name, article.outlet) == ("windows-1256", "وكالة الضفتين")


def test_converted_text_is_an_article() -> None:
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    body = io.BytesIO(BODY.encode())
    writer.write_record(
        writer.create_warc_record("http://news.example/a", "conversion", payload=body, warc_content_type="text/plain")
    )
    (article,) = outcomes(out.getvalue())
    assert isinstance(article, Article)
    assert (article.source, article.text) == ("-#1", BODY)


def test_a_page_fails_by_itself() -> None:
    empty = ("https://news.example/c", "200 OK", "text/html", b"<html><body></body></html>")
    found = outcomes(archive(PAGE, empty, PAGE))
    assert [isinstance(x, Article) for x in found] == [True, False, True]
    assert str(found[1]) == "-#3: no article found in this page"


def test_a_page_that_was_sent_compressed() -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for name, body in (("gzip", gzip.compress(page().encode())), ("br", b"\x0b\x02\x80")):
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", name)], protocol="HTTP/1.1"
        )
        writer.write_record(
            writer.create_warc_record("http://n.example/", "response", payload=io.BytesIO(body), http_headers=headers)
        )
    first, second = outcomes(out.getvalue())
    assert isinstance(first, Article)
    assert "compressed by br" in str(second)


def test_cut_off() -> None:
    data = archive(PAGE, PAGE)
    found = outcomes(data[: len(data) - len(PAGE[3]) // 2])
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], InputError)
    assert "cut off" in found[-1].reason


def test_a_record_that_is_longer_than_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    data = archive(PAGE, PAGE)
    size = next(line for line in data.split(b"\r\n")[10:] if line.startswith(b"Content-Length: "))
    first, *others = outcomes(data.replace(size, b"Content-Length: %d" % (int(size.split()[1]) - 30), 1))
    assert isinstance(first, Article)
    assert str(others[0]) == "-#2: this record is longer than it says: some of it is lost"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("data", [b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nContent-Length: x\r\n\r\nabc", archive(*OTHERS)])
def test_archives_without_a_page(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    found = outcomes(data)
    assert found
    assert all(isinstance(x, InputError) for x in found)
    assert capsys.readouterr() == ("", "")


def test_without_the_library_the_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    assert "install 'dipcli[warc]'" in reason(b"WARC/1.0\r\n")
