"""Puts blocks on standard output: the width and colour of the terminal, or plain text in a pipe."""

import io
import os
import sys
from collections.abc import Iterable

from dipcli.cli.session import Output, Session, _until_stopped
from dipcli.views.screen import Block


def show(session: Session, blocks: Iterable[Block]) -> None:
    """Print blocks, one by one, with the conventions for width and colour."""
    from dipcli.outputs.table import Screen

    to_file = session.settings.output is not None
    terminal = sys.stdout.isatty() and not to_file
    with Output(session.settings.output) as out:
        stream = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
        screen = Screen(stream, width=_width(terminal), color=_color(session.settings.color, terminal), terminal=True)
        try:
            screen.show(_until_stopped(blocks))
            stream.flush()
        finally:
            stream.detach()


def _width(terminal: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    if terminal:
        try:
            return os.get_terminal_size(1).columns or 80
        except OSError:
            return 80
    return 80


def _color(choice: str, terminal: bool) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"
