"""``dip doctor``"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.views.screen import Block, Cell, Gap, Heading, Paragraph

if TYPE_CHECKING:
    from dipcli.terminal.choice import Choice

# Letters that join, lam-alef, a vowel sign, brackets, digits of both kinds, Latin letters.
SAMPLE = "لا سلامَ إلا بالحوار (المادة 12) و«اتفاق» من ٣٤ بندا مع UNESCO"
_TELLING = (
    "TERM", "TERM_PROGRAM", "DIP_BIDI", "TMUX", "STY", "SSH_CONNECTION", "VTE_VERSION", "MLTERM", "KONSOLE_VERSION",
    "KITTY_WINDOW_ID", "XTERM_VERSION", "WT_SESSION",
)  # fmt: skip
_KEY = 16
# What a right line looks like; what to write when another is right; for one command.
_ADVICE = {
    "en": (
        "A line is right when its letters join, its words run from the right, its brackets embrace what they should, and "
        "its second bar stands under that of the first line.",
        "Where another line than that of the mode above is right, put its name into the start file of the shell:",
        "or into a configuration file, {file}:",
        "For one command, in a pipe too:",
    ),
    "ar": (
        "السطر الصحيح تتصل حروفه وتبدأ كلماته من اليمين وتحيط أقواسه بما يخصها ويقع خطه الثاني تحت مثيله في السطر الأول.",
        "إن كان الصحيح سطرا غير سطر النمط المذكور فليكتب اسمه في ملف بدء الصدفة:",
        "أو في ملف الإعدادات {file}:",
        "لأمر واحد، وفي الأنبوب أيضا:",
    ),
}  # fmt: skip


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
    lang = session.language
    session.settings = settings._replace(bidi=choice.mode)
    show(session, _found(choice, lang), paged=False)
    for mode in MODES:
        # From the left in any language, so that the lines can be compared.
        session.settings = settings._replace(bidi=mode, lang="en")
        show(session, _sample(mode), paged=False)
    session.settings = settings._replace(bidi=choice.mode, lang=lang)
    show(session, _advice(choice.mode if terminal else "", lang), paged=False)
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


def _advice(mode: str, lang: str) -> Iterator[Block]:
    from dipcli.cli.configuration import user_file

    right, other, file, once = _ADVICE["ar" if lang == "ar" else "en"]
    yield Gap()
    yield Paragraph((Cell(right),), 3, ui=True)
    if mode:
        yield Paragraph((Cell(other),), 3, ui=True)
        yield Paragraph((Cell(f"export DIP_BIDI={mode}", "strong", isolate=True),), 5, ui=True)
        before, after = file.split("{file}")
        yield Paragraph((Cell(before), Cell(user_file(os.environ), isolate=True), Cell(after)), 3, ui=True)
        yield Paragraph((Cell(f'bidi = "{mode}"', "strong", isolate=True),), 5, ui=True)
    yield Paragraph((Cell(once + " "), Cell("--bidi MODE", isolate=True)), 3, ui=True)
