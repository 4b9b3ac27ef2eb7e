"""Rules W1-W7, N0-N2, I1 and I2 of UAX #9 for one isolating run sequence."""

import re

from .brackets import resolve_brackets

_MARKS = re.compile("([^m])(m+)")
_AFTER_ARABIC = re.compile("A[^LR]*")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[+,](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N),(?=N)")
_BESIDE_NUMBER = re.compile(r"\$+(?=E)|(?<=E)\$+")
_AFTER_LATIN = re.compile("L[^R]*")
_NEUTRALS = re.compile("([LREN])([^LREN]+)(?=([LREN]))")
_SEPARATORS = str.maketrans("+$,", "OOO")


def resolve(types: str, text: str, level: int, sos: str, eos: str) -> bytes:
    """The levels of one isolating run sequence, one byte a character.

    :param types: class letters after the explicit rules; none of those that X9 removes.
    :param text: the characters; empty where only classes are known, then no brackets pair up.
    :param level: the embedding level of the sequence.
    :param sos: start-of-sequence, ``L`` or ``R``.
    :param eos: end-of-sequence, ``L`` or ``R``.
    """
    direction = "R" if level & 1 else "L"
    known = _weak(types, sos)
    known = resolve_brackets(known, text, types, sos, direction)
    known = _neutral(known, sos, eos, direction)
    return known.encode("ascii").translate(_raised(level))


def _raised(level: int) -> bytes:
    """I1 and I2: the level of L, R, EN and AN, as a table for ``bytes.translate``."""
    odd = level & 1
    by_class = (level + odd, level + 1 - odd, level + 2 - odd, level + 2 - odd)
    return bytes.maketrans(b"LREN", bytes(by_class))


def _weak(types: str, sos: str) -> str:
    """W1-W7. The letter of sos stands before the sequence meanwhile: no rule mistakes it for a number."""
    run = sos + types
    if "m" in run:
        run = _MARKS.sub(lambda m: m[1] + ("O" if m[1] in "6789" else m[1]) * len(m[2]), run)
    if "A" in run:
        if "E" in run:
            run = _AFTER_ARABIC.sub(lambda m: m[0].replace("E", "N"), run)
        run = run.replace("A", "R")
    if "E" in run:
        run = _BETWEEN_EUROPEAN.sub("E", run)
        if "$" in run:
            run = _BESIDE_NUMBER.sub(lambda m: "E" * len(m[0]), run)
        run = _AFTER_LATIN.sub(lambda m: m[0].replace("E", "L"), run)
    if "," in run:
        run = _BETWEEN_ARABIC.sub("N", run)
    return run.translate(_SEPARATORS)[1:]


def _neutral(types: str, sos: str, eos: str, direction: str) -> str:
    """N1 and N2."""

    def between(found: re.Match[str]) -> str:
        before, neutrals, after = found.groups()
        same = (before == "L") == (after == "L")
        return before + (direction if not same else "L" if before == "L" else "R") * len(neutrals)

    return _NEUTRALS.sub(between, sos + types + eos)[1:-1]
