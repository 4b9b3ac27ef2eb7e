"""Plain text: one file, one article."""

from collections.abc import Iterator

from dipcli.inputs.decode import LONGEST, MOST_BYTES, check_length, decode, refuse_other_kinds
from dipcli.inputs.errors import InputError
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article


def read_text(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """The file's decoded characters, untouched, are the article's text. What is too long is not read to its end."""
    refuse_other_kinds(source.head, source.name)
    if source.size is not None and source.size > MOST_BYTES:
        raise _too_long(source.name, f"{source.size:,} bytes")
    data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_long(source.name, f"more than {MOST_BYTES:,} bytes")
    text, encoding = decode(data, source.name, options.encoding)
    yield Article(text=check_length(text, source.name), source=source.name, encoding=encoding)


def _too_long(name: str, size: str) -> InputError:
    return InputError(name, f"too long for one article ({size}, at most {LONGEST:,} characters): split it")
