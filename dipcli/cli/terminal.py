"""The terminal of this run: its environment and descriptors, handed to ``dipcli.terminal``."""

import os
import sys
import time
from typing import TYPE_CHECKING

from dipcli.cli.checks import BIDI_MODES, did_you_mean, or_list
from dipcli.cli.configuration import Value, configuration
from dipcli.model import DipError

if TYPE_CHECKING:
    from dipcli.terminal.choice import Choice, Reply


def choice_for(asked: str, terminal: bool) -> "Choice":
    """The mode for right-to-left text: ``asked`` by --bidi, else as it is set for terminals, else what this one needs."""
    from dipcli.terminal.choice import choose

    preferred, origin = (configuration().get("bidi") if terminal else None) or Value("auto", "")
    known = ("auto", *BIDI_MODES)
    if preferred not in known:
        raise DipError(f'{_named(origin)} is {or_list(known)}, not "{preferred}"{did_you_mean(preferred, known)}')
    return choose(terminal=terminal, asked=asked, preferred=preferred, env=os.environ, ask=reply, origin=_named(origin))


def _named(origin: str) -> str:
    return origin if origin == "DIP_BIDI" else f"{origin}: bidi"


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
