"""Web archives (WARC): the article of each page that was fetched, and the text of each that was converted."""

import io
from collections.abc import Iterator
from typing import Any

from dipcli.inputs.decode import LONGEST
from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article
from dipcli.records import Record

_TYPES = frozenset({"response", "resource", "conversion"})
_MEDIA = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_PACKED = frozenset({"identity", "gzip", "x-gzip", "deflate", "none", ""})
_LONGEST_RECORD = 4 * LONGEST
_LONGER = "this record is longer than it says: some of it is lost"


def read_archive(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """Articles of the archive's pages, as they come; ``file#n`` is the n-th record of any kind, counted from 1.

    Left out are what is no text (images, scripts, robots.txt) and what the server refused; a page without an article
    comes out as its InputError.
    """
    return read_records_of_archive(source, options, Stretch())


class Stretch(Record):
    """Records of an archive: those behind the first ``first``, to ``last`` (None: all). The stream stands behind ``at``."""

    first: int = 0
    last: int | None = None
    at: int = 0


def read_records_of_archive(source: Opened, options: ReadOptions, stretch: Stretch) -> Iterator[Article | InputError]:
    """Articles of some of the records, as ``read_archive`` gives them; that there is no page is said of all only."""
    records = _records(Stream(source), source.name)
    number = stretch.at
    read = misfits = 0
    while True:
        try:
            record = next(records.the_iter, None)
            if records.err_count > misfits:
                misfits = records.err_count
                if number > stretch.first:
                    yield InputError(f"{source.name}#{number}", _LONGER)
            if record is None or number == stretch.last:
                break
            number += 1
            wanted = number > stretch.first and _is_wanted(record)
            page = _page(record, f"{source.name}#{number}") if wanted else None
        except (InputError, MemoryError):
            raise
        except Exception as e:  # warcio lets through what its readers of chunks and compression raise
            raise InputError(f"{source.name}#{number + 1}", f"broken WARC: {e}") from None
        if page is not None:
            read += 1
            yield from _articles(page, options)
    if not read and stretch == Stretch():
        raise InputError(source.name, f"no page in this archive ({number:,} records)")


def begins(stream: Any, name: str) -> Iterator[int]:
    """Where each record begins, in bytes of ``stream``, which is a whole archive as it is stored.

    Raises InputError where records cannot be begun at: one gzip stream over all of them, a damaged record.
    """
    records = _records(stream, name)
    while True:
        try:
            record = next(records.the_iter, None)
        except (InputError, MemoryError):
            raise
        except Exception as e:  # see above
            raise InputError(name, f"broken WARC: {e}") from None
        if records.err_count:
            raise InputError(name, _LONGER)
        if record is None:
            return
        yield int(records.offset)


def _records(stream: Any, name: str) -> Any:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise InputError(name, "a web archive (WARC): install 'dipcli[warc]'") from None
    records = ArchiveIterator(stream)
    records.INC_RECORD = ""  # what it would write on standard error is an InputError here
    return records


class Stream:
    """What the library asks of a stream, over an input that is read once."""

    def __init__(self, source: Opened) -> None:
        self._source = source

    def read(self, most: int) -> bytes:
        """At most so many bytes."""
        return self._source.read1(most)

    def readline(self, most: int) -> bytes:
        """A line, or its first bytes."""
        return self._source.readline(most)

    def close(self) -> None:
        """The input is closed by who opened it."""


def _is_wanted(record: Any) -> bool:
    if record.rec_type not in _TYPES:
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() not in ("200", "203"):
        return False
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return _media(record)[0] in _MEDIA and not url.endswith("/robots.txt")


def _media(record: Any) -> tuple[str, str | None]:
    """(media type, charset) of what was fetched."""
    headers = record.http_headers or record.rec_headers
    value = headers.get_header("Content-Type") or ""
    kind, _, parameters = value.partition(";")
    charset = next(
        (p.partition("=")[2] for p in parameters.split(";") if p.strip().lower().startswith("charset")), None
    )
    return kind.strip().lower(), charset


def _page(record: Any, name: str) -> Opened | InputError | None:
    packed = (record.http_headers and record.http_headers.get_header("Content-Encoding")) or "identity"
    if packed.lower() not in _PACKED:
        return InputError(name, f"a page that was sent compressed by {packed}, which cannot be unpacked here")
    data = record.content_stream().read(_LONGEST_RECORD + 1)
    if len(data) > _LONGEST_RECORD:
        return InputError(name, f"a page of more than {_LONGEST_RECORD:,} bytes: no article")
    if getattr(record.raw_stream, "limit", 0) and not record.raw_stream.read(1):
        return InputError(name, "broken WARC: the record ends early, the file may be cut off")
    if not data.strip():
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Opened(name, io.BufferedReader(io.BytesIO(data)), len(data), declared=_media(record)[1], url=url)


def _articles(page: Opened | InputError, options: ReadOptions) -> Iterator[Article | InputError]:
    """What one page holds; it fails by itself."""
    from dipcli.inputs.readers import read_articles

    if isinstance(page, InputError):
        yield page
        return
    try:
        yield from read_articles(page, options)
    except InputError as e:
        yield e
