"""Paragraphs and embedding levels: rules P1-P3, the steps from X1 to I2 put together, and L1 of UAX #9."""

import re

from .classes import classes
from .explicit import REMOVED, explicit, first_strong, matching_isolates, run_sequences
from .resolve import resolve

_SEPARATOR = re.compile("\r\n|[\n\r\x1c-\x1e\x85\u2029]")
_STRONG = re.compile("[LRA]")
_FORMATTING = re.compile("[1-9]")
_REMOVED = re.compile("[1-5b]")
_NOT_LEFT = re.compile("[RAN1-9]")
_NOT_RIGHT = re.compile("[LEN1-9]")
_RESET_AT_END = frozenset("W123456789b")
_RESET = re.compile(r"(?<![W1-9b])[W1-9b]*(?:[BS]|\Z)")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """P1: the half-open spans of the paragraphs, separators left out; at least one, which may be empty."""
    spans = []
    start = 0
    for separator in _SEPARATOR.finditer(text):
        spans.append((start, separator.start()))
        start = separator.end()
    return [*spans, (start, len(text))]


def paragraph_level(text: str) -> int:
    """P2 and P3: 1 if the first strong character outside isolates is right-to-left, else 0."""
    return level_of(classes(text))


def level_of(types: str) -> int:
    """P2 and P3 by class letters."""
    if _FORMATTING.search(types):
        return first_strong(types, 0, len(types), matching_isolates(types)) or 0
    strong = _STRONG.search(types)
    return int(strong is not None and strong[0] != "L")


def embedding_levels(text: str, level: int | None = None) -> bytes:
    """The level of each character of one paragraph, before the rules for lines.

    Characters that X9 removes have the level of the character before them.

    :param text: one paragraph.
    :param level: the paragraph level, 0 or 1; None asks ``paragraph_level``.
    """
    types = classes(text)
    return levels_of(types, text, level_of(types) if level is None else level)


def levels_of(types: str, text: str, level: int) -> bytes:
    """The same by class letters: at once where all levels must be the paragraph's, else by the rules.

    At level 0 without R, AL, AN and formatting, sos and eos are L, so W7 makes L of every number (W2 needs AL) and N1 of every
    neutral. At level 1 without L, EN, AN and formatting, sos and eos are R, nothing is a number, and N1 makes R of every neutral.
    """
    if level == 0 and not _NOT_LEFT.search(types):
        return bytes(len(types))
    if level == 1 and not _NOT_RIGHT.search(types):
        return b"\x01" * len(types)
    return levels_by_rules(types, text, level)


def levels_by_rules(types: str, text: str, level: int) -> bytes:
    """The same by the rules X1-I2, whatever the text."""
    if not _REMOVED.search(types) and not _FORMATTING.search(types):
        side = "R" if level & 1 else "L"
        return resolve(types, text, level, side, side)
    found = explicit(types, level)
    levels = bytearray(found.levels)
    for run in run_sequences(types, found.levels, level):
        own = "".join([found.types[at] for at in run.positions])
        characters = "".join([text[at] for at in run.positions]) if text else ""
        for at, raised in zip(run.positions, resolve(own, characters, run.level, run.sos, run.eos), strict=True):
            levels[at] = raised
    return _with_removed(types, levels, level)


def _with_removed(types: str, levels: bytearray, level: int) -> bytes:
    """What X9 removes gets the level of the character before, or the paragraph's."""
    for at, kind in enumerate(types):
        if kind in REMOVED:
            levels[at] = levels[at - 1] if at else level
    return bytes(levels)


def line_levels(text: str, levels: bytes, level: int, start: int, end: int) -> bytes:
    """L1: the levels of the line ``text[start:end]`` of a paragraph, its separators and white space at its end reset."""
    return reset_levels(classes(text[start:end]), levels[start:end], level)


def reset_levels(types: str, levels: bytes, level: int) -> bytes:
    """L1 by class letters of the line."""
    if "S" not in types and "B" not in types and types[-1:] not in _RESET_AT_END:
        return levels
    reset = bytearray(levels)
    for found in _RESET.finditer(types):
        reset[found.start() : found.end()] = bytes([level]) * (found.end() - found.start())
    return bytes(reset)
