"""Asks the terminal whether it reorders text, and what it is; leaves it as it was."""

import os
import re
import select
from collections.abc import Callable

from dipcli.terminal.choice import Reply

# DECRQM of the bidirectional support mode (ECMA-48 BDSM, 8), secondary device attributes, and as a fence the primary
# ones, which every terminal answers: when they are there, nothing else will come.
_QUESTION = b"\x1b[8$p\x1b[>c\x1b[c"
_MODE = re.compile(rb"\x1b\[8;(\d+)\$y")
_DEVICE = re.compile(rb"\x1b\[>([\d;]*)c")
_FENCE = re.compile(rb"\x1b\[\?[\d;]*c")


def ask(read: int, write: int, *, clock: Callable[[], float], timeout: float = 0.5) -> Reply | None:
    """The terminal's answer; None when it cannot be asked or did not answer within ``timeout`` seconds.

    ``read`` and ``write`` are file descriptors; only where both are the same terminal, this process may use it (it is in
    the foreground) and nothing has been typed ahead, which would be lost. The terminal's settings are restored whatever
    happens, an interrupt too.
    """
    try:
        import termios
    except ImportError:  # not a Unix
        return None
    if not _may_ask(read, write):
        return None
    try:
        before = termios.tcgetattr(read)
    except termios.error:
        return None
    fenced = False
    try:
        silent = list(before)
        silent[3] &= ~(termios.ICANON | termios.ECHO)
        silent[6] = [*before[6]]
        silent[6][termios.VMIN], silent[6][termios.VTIME] = 1, 0
        termios.tcsetattr(read, termios.TCSADRAIN, silent)
        os.write(write, _QUESTION)
        answer = _read_to_fence(read, clock, timeout)
        fenced = _FENCE.search(answer) is not None
    except (OSError, termios.error):
        return None
    finally:
        # An answer that is only half there must not look as if it had been typed.
        termios.tcsetattr(read, termios.TCSADRAIN if fenced else termios.TCSAFLUSH, before)
    return parse(answer) if fenced else None


def _may_ask(read: int, write: int) -> bool:
    try:
        return (
            os.isatty(read)
            and os.isatty(write)
            and os.fstat(read).st_rdev == os.fstat(write).st_rdev
            and os.tcgetpgrp(read) == os.getpgrp()
            and not select.select([read], [], [], 0)[0]
        )
    except OSError:
        return False


def _read_to_fence(read: int, clock: Callable[[], float], timeout: float) -> bytes:
    answer, end = b"", clock() + timeout
    while not _FENCE.search(answer):
        left = end - clock()
        if left <= 0 or not select.select([read], [], [], left)[0]:
            break
        part = os.read(read, 256)
        if not part:
            break
        answer += part
    return answer


def parse(answer: bytes) -> Reply:
    """What the bytes of an answer say."""
    mode, device = _MODE.search(answer), _DEVICE.search(answer)
    numbers = tuple(int(n) for n in device[1].split(b";") if n) if device else None
    return Reply(bdsm=int(mode[1]) if mode else None, device=numbers)
