"""The terminal of this run: its environment and descriptors, handed to ``dipcli.terminal``."""

import os
import sys
import time
from typing import TYPE_CHECKING

from dipcli.cli.checks import BIDI_MODES, did_you_mean, or_list
from dipcli.model import DipError

if TYPE_CHECKING:
    from dipcli.terminal.choice import Choice, Reply


def choice_for(asked: str, terminal: bool) -> "Choice":
    """The mode for right-to-left text: ``asked`` by --bidi, else DIP_BIDI on a terminal, else what the terminal needs."""
    from dipcli.terminal.choice import choose

    preferred = os.environ.get("DIP_BIDI", "") if terminal else ""
    if preferred not in ("", "auto", *BIDI_MODES):
        known = ("auto", *BIDI_MODES)
        raise DipError(f'DIP_BIDI is {or_list(known)}, not "{preferred}"{did_you_mean(preferred, known)}')
    return choose(terminal=terminal, asked=asked, preferred=preferred, env=os.environ, ask=reply)


def reply() -> "Reply | None":
    """What the terminal answers; None where standard input and output are not the same terminal."""
    from dipcli.terminal.ask import ask

    if sys.stdin is None or sys.stdout is None:
        return None
    try:
        descriptors = sys.stdin.fileno(), sys.stdout.fileno()
    except (OSError, ValueError):
        return None
    return ask(*descriptors, clock=time.monotonic)
