"""``dip doctor``"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.views.screen import Block, Cell, Gap, Heading, Paragraph

if TYPE_CHECKING:
    from dipcli.terminal.modes import Choice

# Letters that join, lam-alef, a vowel sign, brackets, digits of both kinds, Latin letters.
SAMPLE = "لا سلامَ إلا بالحوار (المادة 12) و«اتفاق» من ٣٤ بندا مع UNESCO"
_TELLING = (
    "TERM", "TERM_PROGRAM", "DIP_BIDI", "TMUX", "STY", "SSH_CONNECTION", "VTE_VERSION", "MLTERM", "KONSOLE_VERSION",
    "KITTY_WINDOW_ID", "XTERM_VERSION", "WT_SESSION",
)  # fmt: skip
_KEY = 16


@takes(OUTPUT)
def command(settings: Settings) -> int:
    """What this terminal does with Arabic: what was found, what follows, and a line to compare in each mode.

    \b
    dip doctor
    dip doctor --bidi visual | less -R
    """
    from dipcli.cli.show import on_terminal, show
    from dipcli.cli.terminal import choice_for
    from dipcli.terminal.modes import MODES

    session = Session(settings)
    session.format("screen", piped=TABLE)
    terminal = settings.output is None and on_terminal()
    # Asked once: a second question could be answered otherwise.
    choice = choice_for(settings.bidi, terminal)
    parts: list[tuple[str, Iterator[Block]]] = [(choice.mode, _found(choice, session.language))]
    parts += [(mode, _sample(mode)) for mode in MODES]
    parts.append((choice.mode, _advice(choice.mode if terminal else "")))
    for mode, blocks in parts:
        session.settings = settings._replace(bidi=mode)
        show(session, blocks)
    return 0


def _found(choice: "Choice", lang: str) -> Iterator[Block]:
    from dipcli.terminal.modes import MODES
    from dipcli.views.labels import label

    yield Heading(label("terminal", lang))
    for name in _TELLING:
        if os.environ.get(name):
            yield _fact(name, os.environ[name])
    if choice.reply is not None:
        bdsm = {None: "no answer", 0: "not known to it", 1: "it reorders", 2: "it does not reorder now"}
        yield _fact("BDSM (CSI 8 $ p)", bdsm.get(choice.reply.bdsm, str(choice.reply.bdsm)))
        yield _fact("DA2 (CSI > c)", ";".join(map(str, choice.reply.device or ())) or "no answer")
    yield Gap()
    yield Heading(label("mode", lang))
    yield _fact(choice.mode, MODES[choice.mode], style="strong")
    yield _fact(label("because", lang), choice.why)
    yield Gap()
    yield Heading(label("same_line", lang))


def _fact(name: str, value: str, style: str = "dim") -> Block:
    return Paragraph((Cell(name.ljust(_KEY) + " ", style), Cell(value, isolate=True)), 3, hang=_KEY + 1, ui=True)


def _sample(mode: str) -> Iterator[Block]:
    yield Paragraph((Cell(mode.ljust(8), "dim"), Cell("│ "), Cell(SAMPLE, isolate=True), Cell(" │")), 3, ui=True)


def _advice(mode: str) -> Iterator[Block]:
    yield Gap()
    yield Paragraph((Cell(
        "A line is right when its letters join, its words run from the right, its brackets embrace what they should, and its "
        "second bar stands under that of the first line. --bidi MODE sets one command, in a pipe too."
    ),), 3, ui=True)  # fmt: skip
    if mode:
        yield Paragraph((Cell(
            f'Where another line than "{mode}" is right, put its name into the start file of the shell:'
        ),), 3, ui=True)  # fmt: skip
        yield Paragraph((Cell(f"export DIP_BIDI={mode}", "strong", isolate=True),), 5, ui=True)
