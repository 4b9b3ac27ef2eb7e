"""The small table of this package: mirrors, brackets, defaults of unassigned code points, joining types."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Table(NamedTuple):
    """The contents of ``ucd.txt``, read once."""

    mirrors: dict[int, str]
    """Bidi_Mirroring_Glyph: a code point and the character that mirrors it, both ways."""
    brackets: dict[str, tuple[bool, str]]
    """Bidi_Paired_Bracket: whether it opens, and its opening bracket, one of canonical equivalents."""
    unassigned: list[tuple[range, str]]
    """Bidi classes of code points without a character; a later entry goes before an earlier one."""
    joining: dict[int, str]
    """Joining_Type of code points that join: ``D``, ``R`` or ``C``."""


@cache
def table() -> Table:
    """The table, read at the first call.

    :raises OSError: ``ucd.txt`` is not beside this module.
    """
    read = Table({}, {}, [], {})
    for line in Path(__file__).with_name("ucd.txt").read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split()
        if kind in ("bracket", "mirror"):
            first, second = (chr(int(f, 16)) for f in fields)
            read.mirrors[ord(first)], read.mirrors[ord(second)] = second, first
            if kind == "bracket":
                opening = unicodedata.normalize("NFD", first)
                read.brackets[first], read.brackets[second] = (True, opening), (False, opening)
        elif kind == "unassigned":
            read.unassigned.extend((_range(f), fields[0]) for f in fields[1:])
        elif kind == "joining":
            read.joining.update((code, fields[0]) for f in fields[1:] for code in _range(f))
    return read


def _range(field: str) -> range:
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)
