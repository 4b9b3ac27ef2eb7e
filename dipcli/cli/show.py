"""Puts blocks on standard output: the width and colour of the terminal, or plain text in a pipe."""

import io
import os
import sys
from collections.abc import Iterable

from dipcli.cli.output import Output
from dipcli.cli.session import Session
from dipcli.views.screen import Block


def show(session: Session, blocks: Iterable[Block]) -> None:
    """Print blocks, one by one, with the conventions for width and colour."""
    from dipcli.outputs.table import Screen

    terminal = session.settings.output is None and sys.stdout is not None and sys.stdout.isatty()
    with Output(session.settings.output) as out:
        stream = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
        try:
            Screen(stream, width=_width(terminal), color=_color(session.settings.color, terminal)).show(blocks)
            stream.flush()
        finally:
            stream.detach()


def _width(terminal: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    if terminal:
        try:
            return os.get_terminal_size(1).columns or 80
        except OSError:
            return 80
    return 80


def _color(choice: str, terminal: bool) -> bool:
    """--color, then NO_COLOR, then FORCE_COLOR, then whether somebody looks."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") not in ("dumb", None)
