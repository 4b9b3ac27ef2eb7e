"""Arabic on the user's terminal, by the real command: which mode, what in a pipe, and the terminal left as it was."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from dipcli.cli.doctor import _sample
from dipcli.terminal.modes import Mode, reserved
from tests.cli.running import LETTERS, dip, environment, on_terminal
from tests.conftest import ROOT
from tests.terminal.emulator import Kind, Terminal
from tests.terminal.screens import printed

VTE = b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"
XTERM = b"\x1b[8;0$y\x1b[>41;379;0c\x1b[?64;1;22c"
MLTERM = b"\x1b[8;0$y\x1b[>24;279;0c\x1b[?63;1;2c"
KITTY = b"\x1b[8;0$y\x1b[>1;4000;26c\x1b[?62;c"
PUTTY = b"\x1b[>0;136;0c\x1b[?6c"
SHAPED = "ﺲﻴﺋﺮﻟﺍ"
PLAIN = "الرئيس"


class Session:
    """The command as a shell runs it: its terminal is its own, and answers."""

    def __init__(self, *args: str, answer: bytes, without: tuple[str, ...] = (), **env: str) -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 90, 0, 0))
        before = termios.tcgetattr(theirs)

        def own_terminal() -> None:
            os.setsid()
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # ^C reaches it also where the tests themselves ignore it
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        process = subprocess.Popen(
            [sys.executable, "-m", "dipcli", *args],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env={k: v for k, v in environment(**env).items() if k not in without}, preexec_fn=own_terminal,
        )  # fmt: skip
        shown, end, self.asked = b"", time.monotonic() + 60, 0
        while (time.monotonic() < end and process.poll() is None) or select.select([ours], [], [], 0)[0]:
            if select.select([ours], [], [], 0.05)[0]:
                shown += os.read(ours, 65_536)
                if shown.count(b"\x1b[8$p\x1b[>c\x1b[c") > self.asked:
                    self.asked += 1
                    os.write(ours, answer)
        self.status = process.wait(5)
        self.restored = termios.tcgetattr(theirs) == before
        self.shown = shown.decode().replace("\r\n", "\n").replace("\x1b[8$p\x1b[>c\x1b[c", "")
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize("name", ["read", "explain"])
def test_a_terminal_that_reorders_is_told_not_to_meanwhile(name: str) -> None:
    done = Session(*(name, LETTERS) + (("s7",) if name == "explain" else ()), answer=VTE)
    assert (done.status, done.asked, done.restored) == (0, 1, True)
    assert done.shown.startswith("\x1b[8l")
    assert done.shown.endswith("\x1b[8h")
    assert SHAPED in done.shown


def test_a_terminal_that_does_not_reorder_gets_no_such_sequence() -> None:
    done = Session("read", LETTERS, answer=XTERM)
    assert "\x1b[8" not in done.shown
    assert "\u202d" not in done.shown
    assert SHAPED in done.shown


def test_a_terminal_that_reorders_whole_rows_gets_records() -> None:
    done = Session("messages", LETTERS, "--boxes", answer=PUTTY)
    assert done.status == 0
    assert "│" not in done.shown
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line).strip() for line in done.shown.split("\n")]
    assert "letter" in lines
    assert sum(" ← " in line for line in lines) == 4


def test_an_interrupt_while_the_terminal_is_asked_leaves_it_as_it_was() -> None:
    done = Session("read", LETTERS, answer=b"\x03")
    assert (done.status, done.asked, done.restored) == (130, 1, True)


def test_a_terminal_that_never_answers_is_waited_for_only_shortly() -> None:
    start = time.monotonic()
    done = Session("formats", answer=b"")
    assert (done.status, done.restored) == (0, True)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("name", "args"), [("json", ("leaders", LETTERS, "--json")), ("count", ("statements", LETTERS, "--count"))]
)
def test_nothing_is_asked_when_no_table_is_printed(name: str, args: tuple[str, ...]) -> None:
    assert Session(*args, answer=VTE).asked == 0


# -- who decides -------------------------------------------------------------------------------------------------------


def test_a_pipe_gets_plain_text_without_any_control() -> None:
    text = dip(
        "summarise", LETTERS, "--format", "table", VTE_VERSION="7006", TMUX="x", DIP_BIDI="visual"
    ).stdout.decode()
    assert PLAIN in text
    assert all(c.isprintable() or c == "\n" for c in text)


def test_the_flag_holds_in_a_pipe_and_a_file(tmp_path: Path) -> None:
    assert SHAPED in dip("read", LETTERS, "--bidi", "visual").stdout.decode()
    dip("read", LETTERS, "--bidi", "visual", "-o", str(tmp_path / "x"), "--format", "table")
    assert SHAPED in (tmp_path / "x").read_text(encoding="utf-8")
    through_a_pager = dip("read", LETTERS, "--bidi", "bdsm").stdout.decode()
    assert "\u202d" in through_a_pager
    assert "\x1b" not in through_a_pager


def test_dip_bidi_counts_on_a_terminal_and_the_flag_over_it() -> None:
    assert "\u202d" in on_terminal("read", LETTERS, DIP_BIDI="lro").shown
    assert "\x1b[8l" in on_terminal("read", LETTERS, "--bidi", "bdsm", DIP_BIDI="lro").shown
    assert PLAIN in on_terminal("read", LETTERS, DIP_BIDI="visual", TERM="dumb").shown
    assert SHAPED in on_terminal("read", LETTERS, DIP_BIDI="visual", TMUX="x").shown


def test_a_mode_that_is_none() -> None:
    wrong = dip("read", LETTERS, "--bidi", "visul")
    assert wrong.returncode == 2
    assert b"did you mean visual?" in wrong.stderr
    on = on_terminal("read", LETTERS, DIP_BIDI="lr")
    assert on.status == 2
    assert "did you mean lro?" in on.shown
    assert dip("read", LETTERS, DIP_BIDI="lr").returncode == 0


# -- dip doctor --------------------------------------------------------------------------------------------------------


def test_doctor_says_what_was_found_why_and_what_to_write() -> None:
    done = Session("doctor", answer=VTE, NO_COLOR="1", VTE_VERSION="7006")
    assert (done.status, done.asked, done.restored) == (0, 1, True)
    for said in ("VTE_VERSION", "7006", "it reorders", "65;7006;1", "export DIP_BIDI=bdsm", "because"):
        assert said in done.shown
    for mode in ("visual", "bdsm", "lro", "konsole", "words", "records", "logical"):
        assert re.search(f"^(\x1b\\[8[lh]|[\u200e\u2066\u202d ])*{mode} ", done.shown, re.MULTILINE), mode


def test_doctor_in_a_pipe() -> None:
    text = dip("doctor").stdout.decode()
    assert "the output is not a terminal" in text
    assert "export DIP_BIDI=" not in text


@pytest.mark.parametrize("columns", ["60", "80", "120"])
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(
    ("answer", "kind", "mode"),
    [(VTE, "implicit", "bdsm"), (XTERM, "grid", "visual"), (MLTERM, "broken", "lro"), (KITTY, "by_run", "words")],
)
def test_the_line_that_doctor_names_is_right_in_this_terminal(
    answer: bytes, kind: Kind, mode: Mode, lang: str, columns: str
) -> None:
    done = Session("doctor", "--lang", lang, answer=answer, COLUMNS=columns, NO_COLOR="1")
    terminal = Terminal(kind, int(columns)).feed(done.shown)
    assert not terminal.disturbed
    rows = terminal.shown()
    assert f"export DIP_BIDI={mode}" in "\n".join(rows)
    expected = printed(tuple(_sample(mode)), "visual", width=int(columns) - reserved(mode)).replace("\u064e", "")
    row = next(r for r in rows if r.startswith(f"   {mode} ") and "│" in r.replace("|", "│"))
    assert row.replace("|", "│") == Terminal("grid").feed(expected).shown()[0]


# -- start-up ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ["leaders", LETTERS, "--json"], ["statements", LETTERS, "--format", "csv"], ["summarise", LETTERS, "--format", "ndjson"],
        ["messages", LETTERS, "--format", "markdown"], ["report", LETTERS], ["statements", LETTERS, "--count"], ["formats", "--json"],
        ["rules", "list", "--format", "tsv"], ["--help"], ["read", "--help"],
    ],
)  # fmt: skip
def test_nothing_for_tables_is_loaded_when_the_output_is_none(args: list[str]) -> None:
    code = (
        "import sys; from dipcli.cli.app import run; status = run(sys.argv[1:]);"
        "loaded = [m for m in sys.modules if m.split('.')[0] == 'rich' or m.startswith(('dipcli.terminal', 'dipcli.bidi'))];"
        "sys.exit(f'loaded: {loaded}' if loaded else status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
