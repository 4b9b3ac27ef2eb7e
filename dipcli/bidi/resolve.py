"""Rules W1-W7, N0-N2, I1 and I2 of UAX #9 for one isolating run sequence."""

import re

from dipcli.bidi.brackets import resolve_brackets

_MARKS = re.compile("([^m])(m+)")
_AFTER_ARABIC = re.compile("A[^LR]*")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[+,](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N),(?=N)")
_BESIDE_NUMBER = re.compile(r"\$+(?=E)|(?<=E)\$+")
_AFTER_LATIN = re.compile("L[^R]*")
_NEUTRALS = re.compile("([LREN])([^LREN]+)(?=([LREN]))")
_SEPARATORS = str.maketrans("+$,", "OOO")
_RAISE_EVEN = bytes.maketrans(b"LREN", bytes((0, 1, 2, 2)))
_RAISE_ODD = bytes.maketrans(b"LREN", bytes((1, 0, 1, 1)))


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
    raised = known.encode("ascii").translate(_RAISE_ODD if level & 1 else _RAISE_EVEN)
    return raised.translate(bytes((level + r) & 0xFF for r in range(256))) if level else raised


def _weak(types: str, sos: str) -> str:
    """W1-W7."""
    run = sos + types
    if "m" in run:
        run = _MARKS.sub(lambda m: m[1] + ("O" if m[1] in "6789" else m[1]) * len(m[2]), run)
    if "A" in run:
        run = _AFTER_ARABIC.sub(lambda m: m[0].replace("E", "N"), run).replace("A", "R")
    # The letter of sos is no part of the sequence, and no rule from here on mistakes it for a number.
    run = _BETWEEN_ARABIC.sub("N", _BETWEEN_EUROPEAN.sub("E", run))
    run = _BESIDE_NUMBER.sub(lambda m: "E" * len(m[0]), run)
    run = run.translate(_SEPARATORS)
    return _AFTER_LATIN.sub(lambda m: m[0].replace("E", "L"), run)[1:]


def _neutral(types: str, sos: str, eos: str, direction: str) -> str:
    """N1 and N2."""

    def between(m: re.Match[str]) -> str:
        before, after = ("L" if side == "L" else "R" for side in (m[1], m[3]))
        return m[1] + (before if before == after else direction) * len(m[2])

    return _NEUTRALS.sub(between, sos + types + eos)[1:-1]
