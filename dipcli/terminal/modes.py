"""How right-to-left text is given to a terminal: the modes, and which one a terminal needs."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Literal, NamedTuple

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


def setting(mode: Mode) -> Setting:
    """How the text of one cell is set in this mode."""
    return _SETTINGS.get(mode, Setting())


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


class Reply(NamedTuple):
    """What the terminal answered; None where it was silent.

    ``bdsm`` is the state of its bidirectional support mode (1 it reorders, 2 it does not now, 0 it has no such mode),
    ``device`` the numbers of its secondary device attributes (DA2).
    """

    bdsm: int | None = None
    device: tuple[int, ...] | None = None


class Choice(NamedTuple):
    """A mode and why it was chosen; ``reply`` when the terminal was asked."""

    mode: Mode
    why: str
    reply: Reply | None = None


# Terminals by the first numbers of their secondary device attributes, measured: name and mode.
_DEVICES: dict[tuple[int, ...], tuple[str, Mode]] = {
    (24, 279): ("mlterm", "lro"),
    (1, 4000): ("kitty", "words"),
    (1, 115): ("Konsole", "konsole"),
    (0, 115): ("Konsole", "konsole"),
    (0, 136): ("PuTTY", "records"),
    (84,): ("tmux", "lro"),
    (83,): ("screen", "lro"),
}


def choose(
    *, terminal: bool, asked: str, preferred: str, env: Mapping[str, str], ask: Callable[[], Reply | None]
) -> Choice:
    """The mode for an output.

    ``asked`` is what the command line says (``auto`` or a mode), ``preferred`` what the user's settings say (a mode,
    ``auto`` or empty), ``env`` the environment. ``ask`` asks the terminal; it is called only when nothing else decides.
    """
    if asked != "auto":
        if asked == "bdsm" and not terminal:
            return Choice("lro", "--bidi bdsm, but a pager passes no such sequence on")
        return Choice(_mode(asked), f"--bidi {asked}")
    term = env.get("TERM", "")
    if not terminal:
        return Choice("logical", "the output is not a terminal")
    if term in ("", "dumb"):
        return Choice("logical", f'TERM is "{term}"')
    if preferred not in ("", "auto"):
        return Choice(_mode(preferred), f"DIP_BIDI={preferred}")
    return _multiplexer(env) or _answered(ask(), env)


def _mode(name: str) -> Mode:
    if name not in MODES:
        raise ValueError(f'no mode is called "{name}"')
    return name


def _multiplexer(env: Mapping[str, str]) -> Choice | None:
    """Inside tmux or screen: what reorders is the terminal around it, known by what it left in the environment."""
    inside = next((n for n, v in (("tmux", "TMUX"), ("screen", "STY")) if env.get(v)), None)
    if inside is None and env.get("TERM", "").startswith(("screen", "tmux")):
        inside = env["TERM"]
    if inside is None:
        return None
    if env.get("KONSOLE_VERSION"):
        return Choice("konsole", f"{inside} in Konsole (KONSOLE_VERSION)")
    if env.get("KITTY_WINDOW_ID"):
        return Choice("words", f"{inside} in kitty (KITTY_WINDOW_ID)")
    return Choice("lro", f"inside {inside}, which passes overrides on to any terminal")


def _answered(reply: Reply | None, env: Mapping[str, str]) -> Choice:
    if reply is not None and reply.bdsm in (1, 3):
        return Choice("bdsm", "the terminal says that it reorders, and can be told not to", reply)
    if reply is not None and reply.bdsm in (2, 4):
        return Choice("visual", "the terminal says that it does not reorder now", reply)
    if reply is not None and reply.device:
        for length in (2, 1):
            known = _DEVICES.get(reply.device[:length])
            if known:
                return Choice(known[1], f"the terminal answers as {known[0]}", reply)
    return _by_environment(env)._replace(reply=reply)


def _by_environment(env: Mapping[str, str]) -> Choice:
    term = env.get("TERM", "")
    if env.get("MLTERM") or term.startswith("mlterm"):
        return Choice("lro", "mlterm (MLTERM)")
    if env.get("VTE_VERSION"):
        return Choice("lro", "a VTE terminal that did not answer (VTE_VERSION)")
    if env.get("KONSOLE_VERSION"):
        return Choice("konsole", "Konsole (KONSOLE_VERSION)")
    if env.get("KITTY_WINDOW_ID") or term == "xterm-kitty":
        return Choice("words", "kitty (KITTY_WINDOW_ID, TERM)")
    return Choice("visual", "nothing says that the terminal reorders")
