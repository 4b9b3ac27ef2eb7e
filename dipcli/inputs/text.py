"""Plain text: one file, one article."""

from collections.abc import Iterator

from dipcli.inputs.decode import check_length, decode
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article


def read_text(data: bytes, source: str, options: ReadOptions) -> Iterator[Article]:
    """The file's decoded characters, untouched, are the article's text."""
    text, encoding = decode(data, source, options.encoding)
    yield Article(text=check_length(text, source), source=source, encoding=encoding)
