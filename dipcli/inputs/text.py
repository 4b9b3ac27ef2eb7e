"""Plain text: one article a file, or several with a line between them."""

import re
from collections.abc import Callable, Iterable, Iterator

from dipcli.inputs.decode import LONGEST
from dipcli.inputs.errors import InputError
from dipcli.inputs.lines import TextLines
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article, Encoding

# What press databases put between articles: a line of stars or hyphens, or a form feed.
_MARK = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|-{3,}|\f)\s*")
_STARTS = ("*", "-", "\f")


def read_text(source: Opened, options: ReadOptions) -> Iterator[Article | InputError]:
    """The decoded characters, untouched, are the article's text. What is too long is not read to its end.

    Where a line between articles stands, each is ``file#n``, counted from 1, and its text what stands between two such
    lines; a stretch of white space is none.
    """
    lines = TextLines(source, options.encoding)
    pieces = _pieces(lines.lines(LONGEST + 1), _between(options.split))
    held: str | None = None
    number = 0
    try:
        for piece in pieces:
            if held is not None:
                number += 1
                yield _article(held, f"{source.name}#{number}", lines.encoding)
            held = piece
    except InputError as e:
        if held is None:
            raise
        yield _article(held, f"{source.name}#{number + 1}", lines.encoding)
        yield InputError(f"{source.name}#{number + 2}", e.reason)
        return
    if held is None:
        raise InputError(source.name, "empty: only white space")
    yield _article(held, f"{source.name}#{number + 1}" if number else source.name, lines.encoding)


def _article(text: str, name: str, encoding: Encoding) -> Article | InputError:
    if len(text) > LONGEST:
        return InputError(name, f"too long for one article (more than {LONGEST:,} characters): split it (--split)")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return InputError(name, f"binary: a NUL character in line {line}")
    return Article(text=text, source=name, encoding=encoding)


def _between(split: str | None) -> Callable[[str], bool]:
    """Does this line stand between two articles?"""
    if split is None:
        return lambda line: line.lstrip(" \t").startswith(_STARTS) and _MARK.fullmatch(line) is not None
    if not split:
        return lambda line: False
    pattern = re.compile(split)
    return lambda line: pattern.search(line.rstrip("\r\n")) is not None


def _pieces(lines: Iterable[str], is_mark: Callable[[str], bool]) -> Iterator[str]:
    """Stretches between marks that have more than white space, each cut where it is longer than an article can be.

    A first stretch that is too long ends the reading: whether another one follows would take reading it all.
    """
    parts: list[str] = []
    size, seen = 0, False
    for line in lines:
        if is_mark(line):
            piece = "".join(parts)
            parts, size, seen = [], 0, True
            if piece.strip():
                yield piece
        elif size <= LONGEST:
            parts.append(line)
            size += len(line)
        elif not seen:
            break
    piece = "".join(parts)
    if piece.strip():
        yield piece
