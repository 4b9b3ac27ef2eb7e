"""Lines of a width: where a paragraph is broken, in logical order."""

import re

from .columns import clusters, edges, fitting

_SPACES = re.compile("s*")


def break_lines(kinds: str, width: int) -> list[tuple[int, int]]:
    """The half-open spans of the lines, spaces at their ends left out.

    Lines end at spaces; a word that is longer than a line is broken between grapheme clusters. A cluster that is wider than the
    width stands alone on a line that is too long. Spaces at the beginning stay, unless they alone fill the first line.

    :param kinds: the kinds of the characters of one paragraph (see ``columns``).
    :param width: columns; less than 1 counts as 1.
    """
    width = max(width, 1)
    columns = edges(kinds)
    lines: list[tuple[int, int]] = []
    start, size = 0, len(kinds.rstrip("s"))
    while columns[size] - columns[start] > width:
        end = fitting(kinds, columns, start, width)
        space = end if kinds[end] == "s" else kinds.rfind("s", start, end)
        line = kinds[start:space].rstrip("s") if space > start else ""
        if line:
            lines.append((start, start + len(line)))
            start = _after_spaces(kinds, space)
        elif kinds[end] == "s":
            start = _after_spaces(kinds, end)
        else:
            if end == start:
                _, end = next(clusters(kinds, start))
            lines.append((start, end))
            start = end
    if start < size or not lines:
        lines.append((min(start, size), size))
    return lines


def _after_spaces(kinds: str, at: int) -> int:
    return at + len(_SPACES.match(kinds, at)[0])  # type: ignore[index]
