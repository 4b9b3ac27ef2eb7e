"""A process that reads articles for another: takes them from a connection, answers each with its outcome."""

import gc
import pickle
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread

import dipcli.pipeline  # noqa: F401  (so that the server has it when it forks)
from dipcli.batch.outcome import outcome_of
from dipcli.rules.load import Rules

READY = b"ready"
_LEFT_TO_THE_OTHER_SIDE = ("SIGINT", "SIGTERM", "SIGHUP")


def work(connection: Connection, load: Callable[[], Rules]) -> None:
    """Say ``READY`` when ``load`` has given the rules, then answer each article in turn; ends when the other side is gone."""
    for name in _LEFT_TO_THE_OTHER_SIDE:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    gc.disable()  # as in the process that was called: see __main__
    rules = load()
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    # What is sent is taken at once: else both sides could wait for the other to read a long message.
    Thread(target=_receive, args=(connection, waiting), daemon=True).start()
    try:
        connection.send_bytes(READY)
        while (data := waiting.get()) is not None:
            connection.send_bytes(pickle.dumps(outcome_of(pickle.loads(data), rules), pickle.HIGHEST_PROTOCOL))
    except OSError:
        return


def _receive(connection: Connection, waiting: "SimpleQueue[bytes | None]") -> None:
    try:
        while True:
            waiting.put(connection.recv_bytes())
    except (EOFError, OSError):
        waiting.put(None)
