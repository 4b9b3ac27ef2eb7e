"""What is longer than the terminal goes through a pager; everything else does not."""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from dipcli.cli.pager import environment as pagers_environment
from tests.cli.running import LETTERS, dip, environment
from tests.cli.test_terminal import SHAPED, VTE, XTERM, Session
from tests.conftest import ROOT

# A pager that marks what it has shown.
MARKING = "sed -u s/^/P:/"
LONG = ("read", *[LETTERS] * 4)


def paged(done: Session) -> bool:
    """Did everything that was shown go through the pager?"""
    marked = [line.startswith("P:") for line in done.shown.splitlines()]
    assert all(marked) or not any(marked)
    return all(marked)


def test_what_is_longer_than_the_terminal_and_nothing_else() -> None:
    assert paged(Session(*LONG, answer=XTERM, DIP_PAGER=MARKING))
    assert not paged(Session("read", LETTERS, answer=XTERM, DIP_PAGER=MARKING))


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (["--no-pager"], {"DIP_PAGER": MARKING}),
        ([], {"DIP_PAGER": MARKING, "TERM": "dumb"}),
        ([], {"DIP_PAGER": "", "PAGER": MARKING}),
        ([], {"DIP_PAGER": "cat", "PAGER": MARKING}),
        (["-f", "ndjson"], {"DIP_PAGER": MARKING}),
    ],
)
def test_when_there_is_no_pager(args: list[str], env: dict[str, str]) -> None:
    done = Session(*LONG, *args, answer=XTERM, **env)
    assert done.status == 0
    assert not paged(done)


def test_a_pipe_and_a_file_have_no_pager(tmp_path: Path) -> None:
    assert dip(*LONG, DIP_PAGER=MARKING).stdout == dip(*LONG).stdout
    into = ("-f", "table", "-q", "-o", str(tmp_path / "out"))  # quiet: a slow machine would show how far it is
    done = Session(*LONG, *into, answer=XTERM, DIP_PAGER=MARKING)
    assert (done.status, done.shown) == (0, "")
    assert (tmp_path / "out").read_bytes() == dip(*LONG, "-f", "table").stdout


def test_which_pager(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text(f'pager = "{MARKING}"\n')
    assert paged(Session(*LONG, answer=XTERM, DIP_PAGER=MARKING, PAGER="false"))
    assert paged(Session(*LONG, answer=XTERM, DIP_PAGER="sed -u 's/^/P:/' | sed -u 's/$/ /'"))
    gone = Session(*LONG, answer=XTERM, DIP_PAGER="no-such-pager -x")
    assert (gone.status, paged(gone)) == (0, False)
    assert 'there is no program "no-such-pager" to page with' in gone.shown
    for named in ({"DIP_CONFIG": str(file)}, {"PAGER": MARKING}):
        assert paged(Session(*LONG, answer=XTERM, without=("DIP_PAGER",), **named))


def test_a_terminal_that_reorders_gets_overrides_through_a_pager() -> None:
    short = Session("read", LETTERS, answer=VTE, DIP_PAGER=MARKING)
    assert short.shown.startswith("\x1b[8l")
    long = Session(*LONG, answer=VTE, DIP_PAGER=MARKING)
    assert paged(long)
    assert "\x1b[8l" not in long.shown
    assert "\u202d" in long.shown
    assert SHAPED in long.shown
    assert "\x1b[1m" in long.shown, "colours and styles stay"


def test_a_pager_that_is_left_early_is_no_error() -> None:
    done = Session("read", *[LETTERS] * 60, answer=XTERM, DIP_PAGER="head -n 3")
    assert (done.status, done.shown.count("\n")) == (0, 3)


def test_complaints_wait_for_the_end_of_the_page() -> None:
    done = Session("read", "gone.txt", *LONG[1:], answer=XTERM, DIP_PAGER=MARKING)
    lines = done.shown.splitlines()
    assert done.status == 3
    assert lines[-2:] == ["dip: gone.txt: no such file", "dip: 1 of 5 failed (--errors-as-records lists them)"]
    assert all(line.startswith("P:") for line in lines[:-2])


def test_what_less_is_told() -> None:
    assert pagers_environment({}) == {"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c"}
    assert pagers_environment({"LESS": "-iM", "LV": "x"})["LESS"] == "-iM -R"
    assert pagers_environment({"LESS": "-R --mouse"})["LESS"] == "-R --mouse"


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_less_shows_colours_and_arabic_and_ends_well(tmp_path: Path, locale: str) -> None:
    if shutil.which("less") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("less is needed in CI")
        pytest.skip("less is not installed")
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    termios.tcsetwinsize(theirs, (30, 90))
    env = {k: v for k, v in environment(TMUX="x", LC_ALL=locale).items() if k not in ("DIP_PAGER", "PAGER", "LESS")}

    def own_terminal() -> None:
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        import fcntl

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        [sys.executable, "-m", "dipcli", *LONG], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=env,
        preexec_fn=own_terminal,
    )  # fmt: skip
    # To the end first: ^C is the pager's alone only once everything has been written.
    shown, keys, end = b"", [b"G", b"\x03", b"g", b"q"], time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        if select.select([ours], [], [], 0.3)[0]:
            shown += os.read(ours, 65_536)
        elif shown and keys and (keys[0] != b"\x03" or b"(END)" in shown):  # it waits for a key
            os.write(ours, keys.pop(0))
    assert process.wait(5) == 0
    assert not keys
    assert termios.tcgetattr(theirs)[:4] == before[:4]
    text = shown.decode()
    assert SHAPED in text
    assert "\x1b[1m" in text
    assert "ESC" not in text
    assert "Traceback" not in text
