"""Puts blocks on standard output: the width, colour and direction of the terminal, or plain text in a pipe."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from dipcli.cli.output import Output
from dipcli.cli.session import Session
from dipcli.views.screen import Block

if TYPE_CHECKING:
    from dipcli.terminal.choice import Choice


def show(session: Session, blocks: Iterable[Block], *, paged: bool = True) -> None:
    """Print blocks, one by one, with the conventions for width, colour and right-to-left text.

    On a terminal what is longer than it goes through a pager, unless ``paged`` says not to.
    """
    from dipcli.cli.app import held_back
    from dipcli.cli.pager import lines_there, pager_for
    from dipcli.cli.terminal import choice_for

    settings = session.settings
    terminal = settings.output is None and on_terminal()
    page = _Page(session, choice_for(settings.bidi, terminal), terminal)
    lines = lines_there() if terminal and paged else 0
    pager = pager_for(settings) if lines else None
    if pager is None:
        with Output(settings.output) as out:
            page.write(blocks, out)
    else:
        with held_back():  # they would be written across the page
            _paged(page, blocks, lines, pager)


class _Page:
    """How blocks are set for this output."""

    def __init__(self, session: Session, choice: "Choice", terminal: bool) -> None:
        self._session, self._choice, self._terminal = session, choice, terminal

    def write(self, blocks: Iterable[Block], out: BinaryIO, *, through_a_pager: bool = False) -> None:
        """Write blocks as bytes, each as soon as it is there."""
        from dipcli.outputs.table import Screen
        from dipcli.terminal.modes import ordered

        settings, mode = self._session.settings, self._choice.mode
        if through_a_pager and mode == "bdsm":
            mode = "lro"  # a pager passes no such sequence on
        stream = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
        try:
            screen = Screen(
                stream, width=width(self._terminal), color=color(settings.color, self._terminal), mode=mode,
                vowels=self._choice.vowels, lang=self._session.language, boxes=settings.boxes,
            )  # fmt: skip
            with ordered(stream, mode):
                screen.show(blocks)
            stream.flush()
        finally:
            stream.detach()


def _paged(page: _Page, blocks: Iterable[Block], lines: int, pager: list[str]) -> None:
    """What fits on the terminal is printed at its end, anything longer goes to the pager from the first block on."""
    from dipcli.cli.pager import paging

    first, seen = io.BytesIO(), []
    coming = iter(blocks)

    def until_full() -> Iterator[Block]:
        for block in coming:
            seen.append(block)
            yield block
            if first.getvalue().count(b"\n") >= lines:
                return

    page.write(until_full(), first)
    if first.getvalue().count(b"\n") < lines:
        with Output(None) as out:
            out.write(first.getvalue())
        return
    with paging(pager) as out:
        page.write(chain(seen, coming), out, through_a_pager=True)


def on_terminal() -> bool:
    """Does somebody look at standard output?"""
    return sys.stdout is not None and sys.stdout.isatty()


def width(terminal: bool) -> int:
    """Columns of the output: ``COLUMNS``, else the terminal's, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) < 6 and int(columns) > 0:
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
