"""``dip doctor``"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.views.screen import Block, Cell, Gap, Heading, Paragraph, joined

if TYPE_CHECKING:
    from dipcli.terminal.modes import Choice, Mode

# Letters that join, lam-alef, a vowel sign, brackets, digits of both kinds, Latin letters.
SAMPLE = "لا سلامَ إلا بالحوار (المادة 12) و«اتفاق» من ٣٤ بندا مع UNESCO"
_TELLING = (
    "TERM", "TERM_PROGRAM", "DIP_BIDI", "TMUX", "STY", "SSH_CONNECTION", "VTE_VERSION", "MLTERM", "KONSOLE_VERSION",
    "KITTY_WINDOW_ID", "XTERM_VERSION", "WT_SESSION",
)  # fmt: skip
_KEY = 10


@takes(OUTPUT)
def command(settings: Settings) -> int:
    """What this terminal does with Arabic: what was found, what follows, and a line to compare in each mode.

    \b
    dip doctor
    dip doctor --bidi visual | less -R
    """
    from dipcli.cli.show import on_terminal, show
    from dipcli.cli.terminal import choice_for

    session = Session(settings)
    session.format("screen", piped=TABLE)
    choice = choice_for(settings.bidi, settings.output is None and on_terminal())
    # Asked once: a second question could be answered otherwise.
    session.settings = settings._replace(bidi=choice.mode)
    show(session, _found(choice))
    for mode in _modes():
        session.settings = settings._replace(bidi=mode)
        show(session, _sample(mode))
    session.settings = settings._replace(bidi=choice.mode)
    show(session, _advice(choice.mode))
    return 0


def _modes() -> "tuple[Mode, ...]":
    from dipcli.terminal.modes import MODES

    return tuple(MODES)


def _found(choice: "Choice") -> Iterator[Block]:
    from dipcli.terminal.modes import MODES

    yield Heading("TERMINAL")
    for name in _TELLING:
        if os.environ.get(name):
            yield _fact(name.lower() if name == "TERM" else name, os.environ[name])
    if choice.reply is not None:
        bdsm = {None: "no answer", 0: "not known to it", 1: "it reorders", 2: "it does not reorder now"}
        yield _fact("BDSM", bdsm.get(choice.reply.bdsm, str(choice.reply.bdsm)))
        yield _fact("DA2", ";".join(map(str, choice.reply.device or ())) or "no answer")
    yield Gap()
    yield Heading("MODE")
    yield _fact(choice.mode, MODES[choice.mode], style="strong")
    yield _fact("because", choice.why)
    yield Gap()
    yield Heading("THE SAME LINE IN EACH MODE")


def _fact(name: str, value: str, style: str = "dim") -> Block:
    return Paragraph((Cell(name.ljust(_KEY) + " ", style), Cell(value, isolate=True)), 3, hang=_KEY + 1, ui=True)


def _sample(mode: "Mode") -> Iterator[Block]:
    name = Cell(mode.ljust(_KEY) + " ", "dim")
    yield Paragraph((name, Cell("│ "), Cell(SAMPLE, isolate=True), Cell(" │")), 3, ui=True)


def _advice(mode: "Mode") -> Iterator[Block]:
    yield Gap()
    yield Paragraph(
        (Cell(
            "Pick the line whose letters join, whose words run from the right, whose brackets embrace what they should and "
            "whose second bar stands under the others. To use it in every table on this terminal, put this into the "
            "shell's start file:"
        ),), 3, ui=True,
    )  # fmt: skip
    yield Paragraph((Cell(f"export DIP_BIDI={mode}", "strong", isolate=True),), 5, ui=True)
    yield Paragraph(tuple(joined(("--bidi MODE sets it for one command, in a pipe too.",), "")), 3, ui=True)
