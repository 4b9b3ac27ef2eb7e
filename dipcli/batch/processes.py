"""Processes that answer what they are sent, one after another, and what becomes of one that ends."""

from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any

from dipcli.batch.worker import READY, work
from dipcli.model import DipError

# Processes that end before they are ready, one after another, before it is given up.
FALSE_STARTS = 3
# Seconds that a process which has closed its connection is given to end by itself.
_LAST_WORDS = 2.0


def process_context() -> Any:
    """How processes are started: not by "fork", which is unsafe beside a thread. Where there can be a server that has the
    engine loaded, it forks."""
    server = "forkserver" in get_all_start_methods()
    context: Any = get_context("forkserver" if server else "spawn")
    if server:
        context.set_forkserver_preload(["dipcli.batch.worker"])
    return context


class Process:
    """A process; ``prepare``, which it is sent, gives what answers there. ``ready`` when it has said so."""

    def __init__(self, context: Any, prepare: Callable[[], Callable[[Any], Any]]) -> None:
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, prepare), daemon=True)
        self._process.start()
        theirs.close()
        self.ready = self.broken = False

    def send(self, data: bytes) -> bool:
        """Send it something pickled; False when it is gone."""
        try:
            self.connection.send_bytes(data)
        except OSError:
            self.broken = True
            return False
        return True

    def receive(self) -> bytes | None:
        """What it has sent, which must not be waited for: a pickled answer, or ``READY``; None when it is gone."""
        try:
            data = self.connection.recv_bytes()
        except (EOFError, OSError):
            return None
        if data == READY:
            self.ready = True
        return data

    def buried(self) -> str:
        """How one that is gone has ended."""
        self._process.join(_LAST_WORDS)
        self.end()
        return _how(self._process.exitcode)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.connection.close()
        self._process.kill()
        self._process.join()


class FalseStarts:
    """Counts processes that ended before they were ready, one after another."""

    def __init__(self) -> None:
        self._count = 0

    def ended(self, process: Process, how: str) -> None:
        """One has ended. Raises DipError where it is time to give up."""
        self._count = 0 if process.ready else self._count + 1
        if self._count == FALSE_STARTS:
            raise DipError(f"--jobs: a process {how} before it could read anything: try --jobs 1")


def _how(status: int | None) -> str:
    if status == -9:
        return "was killed (signal 9), as when memory runs out"
    if status is not None and status < 0:
        return f"was ended by signal {-status}"
    return f"ended with status {status}"
