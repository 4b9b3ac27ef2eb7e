"""Tasks done on this machine: here, or by several processes, each of which reads its inputs and writes its parts itself."""

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from multiprocessing.connection import wait
from typing import Any

from dipcli.batch.processes import FalseStarts, Process, process_context
from dipcli.batch.task import MOST_ATTEMPTS, GivenUp, Job, Result, Task, TaskWorker
from dipcli.batch.worker import READY
from dipcli.model import DipError
from dipcli.rules.load import Rules


class LocalEngine:
    """``jobs`` processes; with one, tasks are done in this one."""

    def __init__(self, job: Job, load: Callable[[], Rules], jobs: int) -> None:
        self._prepare = partial(_answerer, job, load)
        self._here = TaskWorker(job, load) if jobs == 1 else None
        self._jobs = jobs

    def run(self, tasks: Sequence[Task]) -> Generator[Result, None, None]:
        """A result a task, in the order in which they are done. Closing the iterator ends all processes. Raises DipError."""
        if self._here is not None:
            yield from map(self._here, tasks)
            return
        processes = _Processes(self._prepare, min(self._jobs, len(tasks)))
        try:
            yield from processes.results(tasks)
        finally:
            processes.end()

    def close(self) -> None:
        """Nothing outlives a run."""


def _answerer(job: Job, load: Callable[[], Rules]) -> Callable[[Task], Result | DipError]:
    return TaskWorker(job, load).answer


class _Processes:
    """Processes of which each has one task at a time; one that ends is replaced, and its task done by another."""

    def __init__(self, prepare: Callable[[], Callable[[Any], Any]], jobs: int) -> None:
        self._prepare, self._jobs = prepare, jobs
        self._context = process_context()
        self._busy: dict[Process, Task] = {}
        self._idle: list[Process] = []
        self._attempts: dict[Task, int] = {}
        self._false_starts = FalseStarts()

    def results(self, tasks: Sequence[Task]) -> Iterator[Result]:
        """A result a task."""
        waiting = deque(tasks)
        while waiting or self._busy:
            self._hand_out(waiting)
            by_connection: dict[Any, Process] = {p.connection: p for p in self._busy}
            for connection in wait(list(by_connection)):
                process = by_connection[connection]
                data = process.receive()
                if data == READY:
                    continue
                task = self._busy.pop(process)
                if data is None:
                    given_up = self._ended(process, task)
                    if given_up is None:
                        waiting.append(task)  # behind the others, which it must not hold up
                    else:
                        yield given_up
                    continue
                self._idle.append(process)
                result = pickle.loads(data)
                if isinstance(result, DipError):
                    raise result
                yield result

    def _hand_out(self, waiting: deque[Task]) -> None:
        while waiting and (self._idle or len(self._busy) < self._jobs):
            process = self._idle.pop() if self._idle else Process(self._context, self._prepare)
            if process.send(pickle.dumps(waiting[0], pickle.HIGHEST_PROTOCOL)):
                self._busy[process] = waiting.popleft()
            else:
                self._false_starts.ended(process, process.buried())

    def _ended(self, process: Process, task: Task) -> GivenUp | None:
        """A process is gone: is its task to be given up?"""
        how = process.buried()
        self._false_starts.ended(process, how)
        self._attempts[task] = attempts = self._attempts.get(task, 0) + process.ready
        return GivenUp(task, f"the process that read it {how}, {attempts} times") if attempts >= MOST_ATTEMPTS else None

    def end(self) -> None:
        """End all, whatever they are doing."""
        for process in (*self._busy, *self._idle):
            process.end()
