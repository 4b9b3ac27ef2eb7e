"""Puts blocks on standard output: the width, colour and direction of the terminal, or plain text in a pipe."""

import io
import os
import sys
from collections.abc import Iterable

from dipcli.cli.output import Output
from dipcli.cli.session import Session
from dipcli.views.screen import Block


def show(session: Session, blocks: Iterable[Block]) -> None:
    """Print blocks, one by one, with the conventions for width, colour and right-to-left text."""
    from dipcli.cli.terminal import choice_for
    from dipcli.outputs.table import Screen
    from dipcli.terminal.modes import ordered

    settings = session.settings
    terminal = settings.output is None and on_terminal()
    choice = choice_for(settings.bidi, terminal)
    with Output(settings.output) as out:
        stream = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
        try:
            screen = Screen(
                stream, width=width(terminal), color=color(settings.color, terminal), mode=choice.mode,
                vowels=choice.vowels, lang=session.language, boxes=settings.boxes,
            )  # fmt: skip
            with ordered(stream, choice.mode):
                screen.show(blocks)
            stream.flush()
        finally:
            stream.detach()


def on_terminal() -> bool:
    """Does somebody look at standard output?"""
    return sys.stdout is not None and sys.stdout.isatty()


def width(terminal: bool) -> int:
    """Columns of the output: ``COLUMNS``, else the terminal's, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    if terminal:
        try:
            return os.get_terminal_size(1).columns or 80
        except OSError:
            return 80
    return 80


def color(choice: str, terminal: bool) -> bool:
    """--color, then NO_COLOR, then FORCE_COLOR, then whether somebody looks."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") not in ("dumb", None)
