"""A pager for what is longer than the terminal: which one, and how it is written to."""

import os
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, cast

from dipcli.cli.app import complain
from dipcli.cli.configuration import setting
from dipcli.cli.options import Settings

if TYPE_CHECKING:
    from subprocess import Popen

_OF_A_SHELL = set("|&;<>()$`\\\"'*?[#~=%\n")
# What less needs: colours as they are, the terminal as it was, the end where all fits on one page; text is UTF-8.
_LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c"}


def pager_for(settings: Settings) -> list[str] | None:
    """The command of the pager, where one is to be used on this terminal.

    None with --no-pager, on a terminal that cannot move its cursor, where none is installed, and where standard input is
    read from a pipe: what comes there is shown as it comes.
    """
    if settings.no_pager or os.environ.get("TERM", "") in ("", "dumb") or _reads_a_pipe(settings):
        return None
    chosen = setting("pager")
    if chosen is None:
        chosen = os.environ.get("PAGER") or "less"
    if chosen.strip() in ("", "cat"):
        return None
    if _OF_A_SHELL & set(chosen):
        return ["/bin/sh", "-c", chosen]
    command = shlex.split(chosen)
    if shutil.which(command[0]) is not None:
        return command
    if chosen != "less" and not settings.quiet:
        complain(f'there is no program "{command[0]}" to page with (DIP_PAGER, PAGER)')
    return None


def _reads_a_pipe(settings: Settings) -> bool:
    named = settings.files or settings.files_from
    return "-" in settings.files or (not named and sys.stdin is not None and not sys.stdin.isatty())


def lines_there() -> int:
    """Lines of the terminal; 0 where it does not say."""
    try:
        return os.get_terminal_size(1).lines
    except OSError:
        return 0


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """The pager's environment: what the user has set for it, and what less needs to show colours."""
    made = {**_LESS, **env}
    if not {"r", "R"} & set(made["LESS"]):
        made["LESS"] += " -R"
    return made


@contextmanager
def paging(command: list[str]) -> Iterator[BinaryIO]:
    """Bytes that are written inside go to the pager. The block is left when its user has left it.

    A pager that is left early is no error.
    """
    import subprocess

    process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment(os.environ))
    assert process.stdin is not None
    try:
        yield cast(BinaryIO, process.stdin)
    except BrokenPipeError:
        pass
    except SystemExit:  # SIGTERM: the pager restores the terminal
        process.terminate()
        raise
    finally:
        with suppress(BrokenPipeError):
            process.stdin.close()
        _wait(process)


def _wait(process: "Popen[bytes]") -> None:
    """Until its user leaves it: ^C goes to the pager too, which is not ended by it."""
    while True:
        with suppress(KeyboardInterrupt):
            process.wait()
            return
