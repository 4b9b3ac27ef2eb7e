"""Articles read by several processes: the same outcomes, in the same order, as one process would give."""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing.connection import wait
from typing import Any, Self

from dipcli.batch.feed import Feed
from dipcli.batch.outcome import Item, Outcome, outcome_of
from dipcli.batch.processes import FalseStarts, Process, process_context
from dipcli.batch.worker import READY, reader
from dipcli.inputs.errors import InputError
from dipcli.model import Article
from dipcli.rules.load import Rules, load_rules

# Characters that are read here before processes are started: less is done sooner than they are ready.
ALONE = 60_000
# A process has its next article before it has answered the last.
_HELD = 2
# Items that are under way at once, for each process, and their characters in all: what bounds the memory.
_ITEMS, _CHARACTERS = 8, 5_000_000


def in_order(
    items: Iterable[Item], rules: Rules, *, jobs: int, load: Callable[[], Rules] = load_rules, alone: int = ALONE
) -> Iterator[Outcome]:
    """An outcome an item, in the order of the items, each as soon as it and those before it are done.

    ``jobs`` processes read once ``alone`` characters have been read here; ``load``, which another process can be sent, gives
    the same ``rules`` there. Items are drawn in a thread then. A process that dies fails the article that it was reading; closing the iterator ends
    all processes. Raises DipError when no process can be started, and what the items raise.
    """
    drawn = iter(items)
    read = 0
    while jobs == 1 or read < alone:
        item = next(drawn, None)
        if item is None:
            return
        yield outcome_of(item, rules)
        read += _size(item)
    with Pool(drawn, jobs, load) as pool:
        yield from pool.outcomes()


def _size(item: Item) -> int:
    return len(item.text) if isinstance(item, Article) else 0


class _Task:
    """An item under way; ``outcome`` when it is done."""

    def __init__(self, item: Item) -> None:
        self.source = item.source
        self.size = _size(item)
        self.outcome: Outcome | None = None
        self.data = b""
        if isinstance(item, InputError):
            self.outcome = item
        else:
            self.data = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)

    def done(self, outcome: Outcome) -> None:
        """Keep the outcome, not the article: the report has it."""
        self.outcome, self.data = outcome, b""


class _Worker(Process):
    """A process and the tasks that it has, the first of which it is reading."""

    def __init__(self, context: Any, load: Callable[[], Rules]) -> None:
        super().__init__(context, partial(reader, load))
        self.held: deque[_Task] = deque()

    def give(self, task: _Task) -> bool:
        """Send it a task; False when it is gone."""
        sent = self.send(task.data)
        if sent:
            self.held.append(task)
        return sent

    def answer(self) -> bool:
        """Take what it has sent; False when it is gone."""
        data = self.receive()
        if data is not None and data != READY:
            self.held.popleft().done(pickle.loads(data))
        return data is not None


class Pool:
    """Processes that read the items of an iterable. Started when there is work for them, ended with the block."""

    def __init__(self, items: Iterable[Item], jobs: int, load: Callable[[], Rules]) -> None:
        self._jobs, self._load = jobs, load
        self._context = process_context()
        self._workers: list[_Worker] = []
        self._order: deque[_Task] = deque()
        self._waiting: deque[_Task] = deque()
        self._characters = 0
        self._false_starts = FalseStarts()
        self._feed = Feed(items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._feed.stop()
        for worker in self._workers:
            worker.end()

    def outcomes(self) -> Iterator[Outcome]:
        """Outcomes in the order of the items."""
        while True:
            while self._order and self._order[0].outcome is not None:
                task = self._order.popleft()
                self._characters -= task.size
                assert task.outcome is not None
                yield task.outcome
            if self._feed.ended and not self._order:
                return
            self._hand_out()
            self._wait()

    def _has_room(self) -> bool:
        return not self._order or (
            len(self._order) < _ITEMS * self._jobs and self._characters < _CHARACTERS and not self._waiting
        )

    def _wait(self) -> None:
        """Wait for an item, an answer, or the end of a process."""
        bell = self._feed.bell
        watched = [bell] if self._has_room() and not self._feed.ended else []
        by_connection = {w.connection: w for w in self._workers}
        for ready in wait([*watched, *by_connection]):
            if ready is bell:
                self._draw()
            elif not by_connection[ready].answer():  # type: ignore[index]
                self._bury(by_connection[ready])  # type: ignore[index]

    def _draw(self) -> None:
        item = self._feed.next()
        if item is None:
            return
        task = _Task(item)
        self._order.append(task)
        self._characters += task.size
        if task.outcome is None:
            self._waiting.append(task)

    def _hand_out(self) -> None:
        while self._waiting:
            worker = self._least_busy()
            if worker is None:
                return
            if worker.give(self._waiting[0]):
                self._waiting.popleft()

    def _least_busy(self) -> _Worker | None:
        """Who is to have the next task: an idle process, else a new one, else one that has room."""
        worker = min((w for w in self._workers if not w.broken), key=lambda w: len(w.held), default=None)
        if worker is not None and not worker.held:
            return worker
        if len(self._workers) < self._jobs:
            self._workers.append(_Worker(self._context, self._load))
            return self._workers[-1]
        return worker if worker is not None and len(worker.held) < _HELD else None

    def _bury(self, worker: _Worker) -> None:
        """A process is gone: what it was reading has failed, what it had besides is for others."""
        self._workers.remove(worker)
        how = worker.buried()
        self._false_starts.ended(worker, how)
        if worker.ready and worker.held:
            task = worker.held.popleft()
            task.done(InputError(task.source, f"the process that read it {how}: try it alone, with --jobs 1"))
        self._waiting.extendleft(reversed(worker.held))
