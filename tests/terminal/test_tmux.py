"""A real terminal: what tmux keeps of each screen, column by column."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import environment
from tests.conftest import ROOT
from tests.terminal.emulator import Terminal
from tests.terminal.screens import COMMANDS, LANGS, blocks_of, printed

COLUMNS, ROWS = 100, 400
SCREENS = ("read", "leaders", "messages", "themes", "who-said", "explain-statement", "rules-show", "formats")


class Tmux:
    """A server of our own with one window, and what it shows."""

    def __init__(self, folder: Path) -> None:
        self._socket = str(folder / "socket")
        self._folder = folder
        size = ["-x", str(COLUMNS), "-y", str(ROWS)]
        self._run("-f", "/dev/null", "new-session", "-d", *size, "-s", "s", "cat")
        self._run("set-option", "-g", "remain-on-exit", "on")

    def _run(self, *args: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *args],
            capture_output=True,
            check=True,
            timeout=30,
            env=environment(LC_ALL="C.UTF-8"),
        )
        return done.stdout.decode()

    def show(self, command: str) -> list[str]:
        """Rows of the window after the command has ended."""
        done = self._folder / "done"
        done.unlink(missing_ok=True)
        self._run("respawn-window", "-k", "-t", "s", f"{command}; touch {shlex.quote(str(done))}; exec cat")
        end = time.monotonic() + 30
        while not done.exists():
            assert time.monotonic() < end, command
            time.sleep(0.02)
        time.sleep(0.1)
        return self._run("capture-pane", "-p", "-t", "s").rstrip("\n").split("\n")

    def close(self) -> None:
        self._run("kill-server")


@pytest.fixture(scope="module")
def tmux(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("tmux is needed in CI")
        pytest.skip("tmux is not installed")
    server = Tmux(tmp_path_factory.mktemp("tmux"))
    yield server
    server.close()


@pytest.mark.parametrize("boxes", [False, True])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SCREENS)
def test_tmux_shows_what_the_emulator_shows(tmux: Tmux, tmp_path: Path, name: str, lang: str, boxes: bool) -> None:
    blocks = blocks_of(name, lang)[:120]
    page = printed(blocks, "lro", lang=lang, boxes=boxes, color=True)
    page = "".join(page.splitlines(keepends=True)[: ROWS - 2])
    (tmp_path / "page").write_text(page, encoding="utf-8")
    seen = tmux.show(f"cat {shlex.quote(str(tmp_path / 'page'))}")
    # Fed back into a terminal that obeys overrides, tmux's rows are what a terminal without tmux would show.
    as_printed = Terminal("grid").feed("\n".join(seen)).shown()
    assert as_printed == Terminal("grid").feed(page.rstrip("\n")).shown()
    implicit = Terminal("implicit").feed("\n".join(seen)).shown()
    assert implicit == as_printed


@pytest.mark.parametrize("name", ["read", "explain-statement"])
def test_the_command_itself_chooses_overrides_inside_tmux(tmux: Tmux, name: str) -> None:
    command = shlex.join([sys.executable, "-m", "dipcli", *COMMANDS[name]])
    seen = tmux.show(f"cd {shlex.quote(str(ROOT))} && clear && {command}")
    text = "\n".join(seen)
    assert "\u202d" in text
    assert "\u202c" in text
    blocks = blocks_of(name, "en")
    whole = Terminal("grid").feed(printed(blocks, "lro", width=COLUMNS, color=True)).shown()
    rows = Terminal("grid").feed(text).shown()
    assert [r for r in rows if r] == [r for r in whole if r][: len([r for r in rows if r])]
