"""Asking the terminal: every kind of answer, and the terminal as it was afterwards."""

import os
import pty
import select
import signal
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from dipcli.terminal.ask import ask, parse
from dipcli.terminal.choice import Reply

VTE = b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"


@contextmanager
def terminal(answer: bytes, *, then: Callable[[], object] = lambda: None) -> Iterator[tuple[int, list[bytes]]]:
    """A terminal that answers so when it is asked; its descriptor, and what it was sent."""
    ours, theirs = pty.openpty()
    asked: list[bytes] = []
    stop = threading.Event()

    def play() -> None:
        sent = b""
        while not stop.is_set():
            if select.select([ours], [], [], 0.05)[0]:
                sent += os.read(ours, 256)
                if sent.endswith(b"\x1b[c"):
                    asked.append(sent)
                    sent = b""
                    os.write(ours, answer)
                    then()

    thread = threading.Thread(target=play)
    thread.start()
    try:
        yield theirs, asked
    finally:
        stop.set()
        thread.join()
        os.close(ours)
        os.close(theirs)


@pytest.fixture(autouse=True)
def in_the_foreground(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pseudo-terminal that is nobody's controlling one has no foreground group."""
    monkeypatch.setattr(os, "tcgetpgrp", lambda _fd: os.getpgrp())


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        (VTE, Reply(bdsm=1, device=(65, 7006, 1))),
        (b"\x1b[8;2$y\x1b[>65;7006;1c\x1b[?65;1;9c", Reply(bdsm=2, device=(65, 7006, 1))),
        (b"\x1b[8;0$y\x1b[>41;379;0c\x1b[?64;1;2;6;22c", Reply(bdsm=0, device=(41, 379, 0))),
        (b"\x1b[>0;136;0c\x1b[?6c", Reply(device=(0, 136, 0))),
        (b"\x1b[?6c", Reply()),
        (b"x\x1b[A\x1b[>1;115;0c\x1b[?62;1;4c", Reply(device=(1, 115, 0))),
        (b"\x1b[>;c\x1b[?c", Reply(device=())),
    ],
)
def test_answers(answer: bytes, reply: Reply) -> None:
    assert parse(answer) == reply
    with terminal(answer) as (fd, asked):
        before = termios.tcgetattr(fd)
        assert ask(fd, fd, clock=time.monotonic, timeout=5) == reply
        assert termios.tcgetattr(fd) == before
        assert asked == [b"\x1b[8$p\x1b[>c\x1b[c"]


@pytest.mark.parametrize("answer", [b"", b"\x1b[8;1$y", b"\x1b[8;1$y\x1b[?65;1"])
def test_an_answer_that_does_not_end_is_none_and_is_not_left_behind(answer: bytes) -> None:
    with terminal(answer) as (fd, _):
        before = termios.tcgetattr(fd)
        start = time.monotonic()
        assert ask(fd, fd, clock=time.monotonic, timeout=0.2) is None
        assert 0.15 < time.monotonic() - start < 2
        assert termios.tcgetattr(fd) == before
        os.set_blocking(fd, False)
        with pytest.raises(BlockingIOError):
            os.read(fd, 10)


def test_the_clock_is_the_callers() -> None:
    ticks = iter(range(100))
    with terminal(b"\x1b[") as (fd, _):
        assert ask(fd, fd, clock=lambda: next(ticks) * 0.1, timeout=0.25) is None
    assert next(ticks) <= 5


def test_settings_are_restored_after_an_interrupt() -> None:
    main = threading.get_ident()
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with terminal(b"", then=lambda: signal.pthread_kill(main, signal.SIGINT)) as (fd, _):
            before = termios.tcgetattr(fd)
            with pytest.raises(KeyboardInterrupt):
                ask(fd, fd, clock=time.monotonic, timeout=20)
            assert termios.tcgetattr(fd) == before
    finally:
        signal.signal(signal.SIGINT, handler)


def test_what_was_typed_ahead_is_not_lost() -> None:
    ours, theirs = pty.openpty()
    try:
        os.write(ours, b"ls\n")
        assert ask(theirs, theirs, clock=time.monotonic) is None
        assert os.read(theirs, 10) == b"ls\n"
        assert not select.select([ours], [], [], 0)[0] or b"\x1b" not in os.read(ours, 99)
    finally:
        os.close(ours)
        os.close(theirs)


def test_nothing_is_asked_where_it_is_no_terminal() -> None:
    read, write = os.pipe()
    with terminal(VTE) as (fd, asked), terminal(VTE) as (other, _):
        assert ask(read, fd, clock=time.monotonic) is None
        assert ask(fd, write, clock=time.monotonic) is None
        assert ask(fd, other, clock=time.monotonic) is None
        assert ask(-1, fd, clock=time.monotonic) is None
        assert not asked
    os.close(read)
    os.close(write)


def test_nothing_is_asked_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda _fd: os.getpgrp() + 1)
    with terminal(VTE) as (fd, asked):
        assert ask(fd, fd, clock=time.monotonic) is None
        assert not asked
