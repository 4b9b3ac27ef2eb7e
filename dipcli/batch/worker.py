"""A process that works for another: takes what it is asked from a connection, answers each in turn."""

import gc
import pickle
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

import dipcli.pipeline  # noqa: F401  (so that the server has it when it forks)
from dipcli.batch.outcome import Outcome, outcome_of
from dipcli.model import Article
from dipcli.rules.load import Rules

READY = b"ready"
_LEFT_TO_THE_OTHER_SIDE = ("SIGINT", "SIGTERM", "SIGHUP")


def reader(load: Callable[[], Rules]) -> Callable[[Article], Outcome]:
    """What answers an article with its outcome, by the rules that ``load`` gives."""
    rules = load()
    return lambda article: outcome_of(article, rules)


def work(connection: Connection, prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Say ``READY`` when ``prepare`` has given what answers, then answer each in turn; ends when the other side is gone."""
    for name in _LEFT_TO_THE_OTHER_SIDE:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    gc.disable()  # as in the process that was called: see __main__
    answer = prepare()
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    # What is sent is taken at once: else both sides could wait for the other to read a long message.
    Thread(target=_receive, args=(connection, waiting), daemon=True).start()
    try:
        connection.send_bytes(READY)
        while (data := waiting.get()) is not None:
            connection.send_bytes(pickle.dumps(answer(pickle.loads(data)), pickle.HIGHEST_PROTOCOL))
    except OSError:
        return


def _receive(connection: Connection, waiting: "SimpleQueue[bytes | None]") -> None:
    try:
        while True:
            waiting.put(connection.recv_bytes())
    except (EOFError, OSError):
        waiting.put(None)
