"""Every command's screen over the samples, as blocks, so that each can be printed for many terminals."""

import contextlib
import io
from functools import cache
from unittest import mock

from dipcli.cli import app, show
from dipcli.outputs.table import Screen
from dipcli.terminal.modes import Mode, ordered
from dipcli.views.screen import Block
from tests.conftest import ROOT

# Each command that has a table, with what it is asked.
COMMANDS: dict[str, tuple[str, ...]] = {
    "summarise": ("summarise", "samples"),
    "read": ("read", "samples"),
    "leaders": ("leaders", "samples"),
    "messages": ("messages", "samples"),
    "themes": ("themes", "samples"),
    "who-said": ("who-said", "الحدود", "samples"),
    "statements": ("statements", "samples"),
    "entities": ("entities", "samples"),
    "explain-statement": ("explain", "samples/letters.txt", "s7"),
    "explain-entity": ("explain", "samples/letters.txt", "كاماو"),
    "rules-list": ("rules", "list"),
    "rules-themes": ("rules", "list", "themes"),
    "rules-show": ("rules", "show", "cue.adafa"),
    "rules-try": ("rules", "try", "وأضاف الوزير سامي الدالي أن المحادثات (الثالثة) تقدمت في 12 بندا."),
    "formats": ("formats",),
}
LANGS = ("en", "ar")
WIDTHS = (60, 80, 120)


@cache
def blocks_of(asked: str | tuple[str, ...], lang: str) -> tuple[Block, ...]:
    """What a command shows (its name above, or its words), by the command itself."""
    found: list[Block] = []
    with mock.patch.object(show, "show", lambda _session, blocks: found.extend(blocks)), contextlib.chdir(ROOT):
        status = app.run([*(COMMANDS[asked] if isinstance(asked, str) else asked), "--lang", lang, "--format", "table"])
    assert status == 0, asked
    return tuple(found)


def printed(
    blocks: tuple[Block, ...],
    mode: Mode,
    *,
    width: int = 80,
    lang: str = "en",
    boxes: bool = False,
    color: bool = False,
) -> str:
    """What is written for a terminal of this mode."""
    out = io.StringIO()
    with ordered(out, mode):
        Screen(out, width=width, color=color, mode=mode, lang=lang, boxes=boxes).show(blocks)
    return out.getvalue()
