"""What holds for a run as a whole: its lock, how long it may take, the line of figures at its end."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from dipcli.cli.amounts import seconds_of
from dipcli.cli.app import at_end, complain
from dipcli.model import DipError

if TYPE_CHECKING:
    from dipcli.cli.options import Settings
    from dipcli.cli.session import Session

LOCKED, OUT_OF_TIME = 75, 124
_T = TypeVar("_T")


class TimeOver(BaseException):
    """The time is over; nothing that handles errors may take it for one."""


class _LockHeld(DipError):
    """Another run holds the lock."""


class Run:
    """One run; ``session`` counts for it."""

    def __init__(self, limit: float | None) -> None:
        self.session: Session | None = None
        self.stopped = False
        self.begin = time.monotonic()
        self._end = None if limit is None else self.begin + limit
        self._reading = False

    def while_time(self, outcomes: Iterator[_T]) -> Iterator[_T]:
        """The outcomes of articles or parts until the time is over, also where the next is still waited for."""
        try:
            while True:
                self._reading = True
                outcome = next(outcomes, None)
                self._reading = False
                if outcome is None:
                    return
                yield outcome
                if self._end is not None and time.monotonic() >= self._end:
                    break
        except TimeOver:
            pass
        finally:
            self._reading = False
        self.stopped = True

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Inside, the alarm goes off when the time is over."""
        if self._end is None or not hasattr(signal, "setitimer"):
            yield
            return
        before = signal.signal(signal.SIGALRM, self._alarm)
        signal.setitimer(signal.ITIMER_REAL, max(self._end - time.monotonic(), 0.001))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _alarm(self, _number: int, _frame: Any) -> None:
        # What is being written is finished first: see while_time.
        if self._reading:
            raise TimeOver


def governed(settings: "Settings", command: "Callable[[Settings], int]") -> int:
    """Run a command with a lock, a limit of time, a line of figures, as its settings say; the exit status."""
    limit = None if settings.max_time is None else seconds_of("--max-time", settings.max_time)
    run = Run(limit)
    if settings.stats:
        at_end.append(lambda status: _say(run, status))
    try:
        with _held(settings.lock), run.limited():
            status = command(settings._replace(run=run))
        if run.stopped and run.session is not None:
            status = OUT_OF_TIME
            if settings.quiet < 2:
                complain(_where(run.session, settings.max_time or ""))
    except _LockHeld as e:
        status = LOCKED
        if not settings.quiet:
            complain(str(e))
    return status


def _where(session: "Session", limit: str) -> str:
    count = session.done + session.failed
    if not count:
        return f"--max-time {limit} is over before anything was read"
    articles = "1 article" if count == 1 else f"{count:,} articles"
    return f"--max-time {limit} is over after {articles}: {session.how_to_go_on}"


def _say(run: Run, status: int) -> None:
    """The line of figures, on standard error."""
    from dipcli.outputs.json_bytes import dumps
    from dipcli.outputs.wire import run_record

    if sys.stderr is None:
        return
    s = run.session
    seconds = round(time.monotonic() - run.begin, 3)
    record = run_record(
        status=status, read=s.done if s else 0, failed=s.failed if s else 0, undated=s.undated if s else 0,
        statements=s.statements if s else 0, messages=s.messages if s else 0, seconds=seconds, stopped=run.stopped,
        last=s.last or None if s else None,
    )  # fmt: skip
    sys.stderr.write(dumps(record).decode() + "\n")
    sys.stderr.flush()


@contextmanager
def _held(path: str | None) -> Iterator[None]:
    """Hold a lock inside; the system gives it back whatever becomes of this process."""
    if path is None:
        yield
        return
    try:
        import fcntl
    except ImportError:
        raise DipError("--lock needs a Unix") from None
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as e:
        raise DipError(f"{path}: the lock cannot be opened: {e.strerror}") from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _LockHeld(f"{path}: another run{_pid(handle)} holds this lock; nothing was done") from None
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _pid(handle: int) -> str:
    pid = os.read(handle, 32).strip()
    return f" (process {pid.decode()})" if pid.isdigit() else ""
