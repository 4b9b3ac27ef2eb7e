"""Runs the real command: in a pipe, or on a terminal that a test can read."""

import contextlib
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT

LETTERS = "samples/letters.txt"


def environment(**changes: str) -> dict[str, str]:
    """The environment without what would change an answer (nor a configuration file or a pager), and with the changes."""
    quiet = {k: v for k, v in os.environ.items() if not k.startswith("DIP_")}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_ALL", "LC_MESSAGES"):
        quiet.pop(name, None)
    usual = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "DIP_CONFIG": os.devnull, "DIP_PAGER": ""}
    return {**quiet, **usual, **changes}


# Before a command that root runs: file permissions hold for it as for anybody.
AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def dip(
    *args: str, stdin: bytes | None = None, before: tuple[str, ...] = (), **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command; standard input is the null device unless bytes are given. ``before`` is a command that runs it."""
    return subprocess.run(
        [*before, sys.executable, "-m", "dipcli", *args],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=ROOT,
        env=environment(**env),
        timeout=120,
        check=False,
    )


def rows_of(out: bytes) -> list[dict[str, Any]]:
    """Records of an NDJSON output."""
    return [json.loads(line) for line in out.splitlines()]


@contextlib.contextmanager
def started(*args: str, errors: Path, output: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """The command, running; ended at the end of the block.

    Its standard error goes to a file: a pipe that nobody reads would fill up and stop it. ^C reaches it even where the
    tests themselves run with SIGINT ignored, as a shell's background jobs do.
    """
    with errors.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "dipcli", *args],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if output else subprocess.DEVNULL,
            stderr=stderr,
            cwd=ROOT,
            env=environment(),
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=30)


class OnTerminal(NamedTuple):
    """What a terminal showed, and the exit status."""

    shown: str
    status: int


def on_terminal(*args: str, output: bool = True, **env: str) -> OnTerminal:
    """Run the command with a terminal on standard input and error, and with ``output`` on standard output too."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "dipcli", *args],
        stdin=theirs,
        stdout=theirs if output else subprocess.DEVNULL,
        stderr=theirs,
        cwd=ROOT,
        env=environment(**env),
    )
    os.close(theirs)
    shown, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            part = os.read(ours, 65_536) if ready else b""
        except OSError:  # the other side is closed
            break
        shown += part
        if not part and process.poll() is not None:
            break
    os.close(ours)
    if process.poll() is None:
        process.wait(5)
    return OnTerminal(shown.decode().replace("\r\n", "\n"), process.returncode)
