"""Paired brackets: definition BD16 and rule N0 of UAX #9."""

import re
from functools import cache
from typing import NamedTuple

from .ucd import table

# BD16: with more open brackets than this the search for pairs stops.
_DEPTH = 63


class Pair(NamedTuple):
    """A bracket pair by the offsets of its two brackets."""

    opening: int
    closing: int


@cache
def _any_bracket() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(table().brackets)) + "]")


def bracket_pairs(text: str, neutral: bytes) -> list[Pair]:
    """BD16: the pairs of one isolating run sequence, in the order of their opening brackets.

    :param text: characters of the sequence.
    :param neutral: their classes after the rules W1-W7; only brackets that are still other neutrals pair up.
    """
    brackets = table().brackets
    opened: list[tuple[str, int]] = []
    pairs: list[Pair] = []
    for found in _any_bracket().finditer(text):
        at = found.start()
        if neutral[at] != ord("O"):
            continue
        opens, key = brackets[found[0]]
        if opens:
            if len(opened) == _DEPTH:
                return []
            opened.append((key, at))
        else:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == key:
                    pairs.append(Pair(opened[depth][1], at))
                    del opened[depth:]
                    break
    return sorted(pairs)


def resolve_brackets(types: str, text: str, marks: str, sos: str, direction: str) -> str:
    """N0: brackets take the direction of what they enclose.

    :param types: classes after the rules W1-W7.
    :param text: the characters themselves.
    :param marks: classes before W1, which tell the nonspacing marks.
    :param sos: start-of-sequence, ``L`` or ``R``.
    :param direction: the embedding direction, ``L`` or ``R``.
    """
    if not _any_bracket().search(text):
        return types
    resolved = bytearray(types.encode("ascii"))
    for pair in bracket_pairs(text, bytes(resolved)):
        own = _direction_of(resolved, pair, sos, direction)
        if own:
            for at in pair:
                _set(resolved, at, ord(own), marks)
    return resolved.decode("ascii")


def _direction_of(types: bytearray, pair: Pair, sos: str, direction: str) -> str | None:
    """N0 b-d; European and Arabic numbers count as ``R``."""
    if _holds(types, direction, pair):
        return direction
    opposite = "L" if direction == "R" else "R"
    if not _holds(types, opposite, pair):
        return None
    left = types.rfind(b"L", 0, pair.opening)
    right = max(types.rfind(c, 0, pair.opening) for c in (b"R", b"E", b"N"))
    if left == right:
        return sos
    return "L" if left > right else "R"


def _holds(types: bytearray, direction: str, pair: Pair) -> bool:
    strong = (b"L",) if direction == "L" else (b"R", b"E", b"N")
    return any(types.find(c, pair.opening + 1, pair.closing) >= 0 for c in strong)


def _set(types: bytearray, at: int, value: int, marks: str) -> None:
    """Sets a bracket and the marks upon it."""
    types[at] = value
    at += 1
    while at < len(types) and marks[at] == "m":
        types[at] = value
        at += 1
