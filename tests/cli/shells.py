"""Real shells that complete a line: what was typed, and the words that the command gets."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import environment
from tests.conftest import ROOT


def needs_program(name: str) -> pytest.MarkDecorator:
    """Skips a test where a program is not installed; in CI it is, or the test fails."""
    missing = shutil.which(name) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(missing, reason=f"needs {name}")


def standing_in(folder: Path) -> Path:
    """A ``dip`` that answers the questions of completion, and otherwise shows the words it gets, each in angles."""
    program = folder / "bin" / "dip"
    program.parent.mkdir(exist_ok=True)
    program.write_text(
        f'#!/bin/sh\ncase "$2" in names|rules) [ "$1" = completion ] && exec {sys.executable} -m dipcli "$@" ;; esac\n'
        "printf '#GOT'; printf '<%s>' \"$@\"; printf 'END\\n'\n"
    )
    program.chmod(0o755)
    return program.parent


def shell_environment(folder: Path) -> dict[str, str]:
    """An environment in which ``dip`` is the one that shows its words."""
    path = f"{standing_in(folder)}{os.pathsep}{os.environ['PATH']}"
    return environment(PATH=path, PYTHONPATH=str(ROOT), HOME=str(folder), TERM="dumb", LC_ALL="C.UTF-8", HISTFILE="")


class Typed:
    """A shell on a terminal. ``words`` types a line with tabs, enters it, and reads what ``dip`` got."""

    def __init__(self, command: list[str], folder: Path, setup: str) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=shell_environment(folder),
            start_new_session=True,
        )
        os.close(theirs)
        self._seen = ""
        self._send(setup + "\n")
        self._until(r"READY\d")

    def words(self, line: str) -> list[str]:
        """What the command gets of this line."""
        self._seen = ""
        self._send(line + "\n")
        got = self._until(r"#GOT((?:<[^>]*>)*)END")
        return re.findall("<([^>]*)>", got.group(1))

    def close(self) -> None:
        """End the shell."""
        self._process.kill()
        self._process.wait(30)
        os.close(self._ours)

    def _send(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def _until(self, pattern: str) -> re.Match[str]:
        end = time.monotonic() + 30
        data = b""
        while time.monotonic() < end:
            if select.select([self._ours], [], [], 0.2)[0]:
                data += os.read(self._ours, 65_536)
                self._seen = data.decode("utf-8", "replace")
            if found := re.search(pattern, self._seen):
                return found
        raise AssertionError(f"{pattern} not in {self._seen[-2000:]!r}")
