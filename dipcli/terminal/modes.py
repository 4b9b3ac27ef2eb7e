"""How right-to-left text is given to a terminal: the modes, and the controls that they put into a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Literal

from dipcli.bidi import Setting

Mode = Literal["visual", "bdsm", "lro", "konsole", "words", "records", "logical"]

# What each mode does, in the order in which a user should try them.
MODES: dict[Mode, str] = {
    "visual": "letters joined and set in order here, for terminals that print what they get",
    "bdsm": "the same, the terminal told not to reorder meanwhile (CSI 8 l)",
    "lro": "the same, each line inside an override (LRO ... PDF)",
    "konsole": "letters joined here, the terminal sets the order, each cell isolated",
    "words": "words in order, letters as the terminal sets them; no vowel signs",
    "records": "one field a line, for terminals that reorder whole lines",
    "logical": "the text as it is",
}

_SETTINGS: dict[Mode, Setting] = {
    "konsole": Setting(order="logical"),
    # Words are turned where styles are known (see cells).
    "words": Setting(tashkeel=False),
    "records": Setting(order="logical", mirror=False),
    "logical": Setting(order="logical", shape=False, mirror=False),
}
_LRM, _LRI, _RLI, _PDI = "\u200e", "\u2066", "\u2067", "\u2069"
_EXPLICIT, _IMPLICIT = "\x1b[8l", "\x1b[8h"


def setting(mode: Mode, *, vowels: bool = True) -> Setting:
    """How the text of one cell is set in this mode, with the vowel signs that it has or without."""
    own = _SETTINGS.get(mode, Setting())
    return own if vowels else own._replace(tashkeel=False)


OVERRIDE, POP = "\u202d", "\u202c"


def frame(mode: Mode, level: int) -> tuple[str, str]:
    """Controls before and after a line of a cell that has right-to-left text; ``level`` is its paragraph's.

    A terminal loses one that would stand in its first column, so such a line must not begin there (``frames``). Those of
    ``lro`` do not depend on cells: see ``overrides``.
    """
    return (_LRM + (_RLI if level else _LRI), _PDI + _LRM) if mode == "konsole" else ("", "")


def frames(mode: Mode) -> bool:
    """Does this mode put controls before cells?"""
    return mode in ("lro", "konsole")


def opening(mode: Mode) -> str:
    """What begins a row that has overrides: mlterm takes the direction of a row from its first letter, others lose it."""
    return _LRM if mode == "lro" else ""


def reserved(mode: Mode) -> int:
    """Columns that a row leaves free: mlterm counts the controls, which it does not show, when it breaks lines."""
    return 3 if mode == "lro" else 0


def drawn(mode: Mode, text: str) -> str:
    """Lines and bars as this mode can have them: in mlterm those of U+2500 to U+259F end an override."""
    return text.replace("│", "|").replace("▇", "■") if mode == "lro" else text


@contextmanager
def ordered(out: IO[str], mode: Mode) -> Iterator[None]:
    """Everything of a page is written inside: in ``bdsm`` the terminal is told not to reorder, and again to do so."""
    if mode != "bdsm":
        yield
        return
    out.write(_EXPLICIT)
    try:
        yield
    finally:
        out.write(_IMPLICIT)
        out.flush()
