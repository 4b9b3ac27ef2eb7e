"""Which mode a terminal needs: by what is asked for, by its answer, by the environment."""

from collections.abc import Callable, Mapping

from dipcli.records import Record
from dipcli.terminal.modes import MODES, Mode


class Reply(Record):
    """What the terminal answered; None where it was silent.

    ``bdsm`` is the state of its bidirectional support mode (1 it reorders, 2 it does not now, 0 it has no such mode),
    ``device`` the numbers of its secondary device attributes (DA2).
    """

    bdsm: int | None = None
    device: tuple[int, ...] | None = None


class Choice(Record):
    """A mode and why it was chosen; ``reply`` when the terminal was asked; without ``vowels`` where it misplaces them."""

    mode: Mode
    why: str
    reply: Reply | None = None
    vowels: bool = True


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
    *,
    terminal: bool,
    asked: str,
    preferred: str,
    env: Mapping[str, str],
    ask: Callable[[], Reply | None],
    origin: str = "DIP_BIDI",
) -> Choice:
    """The mode for an output.

    ``asked`` is what the command line says (``auto`` or a mode), ``preferred`` what the user's settings say (a mode,
    ``auto`` or empty), ``env`` the environment. ``ask`` asks the terminal; it is called only when nothing else decides.
    """
    choice = _choose(terminal, asked, preferred, env, ask, origin)
    # It draws a mark on the cell to the right of its letter.
    misplaced = terminal and choice.mode == "visual" and env.get("TERM", "").startswith("alacritty")
    return choice._replace(vowels=not misplaced)


def _choose(
    terminal: bool, asked: str, preferred: str, env: Mapping[str, str], ask: Callable[[], Reply | None], origin: str
) -> Choice:
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
        return Choice(_mode(preferred), f"{origin} = {preferred}")
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
