"""What does the tasks of a batch."""

from collections.abc import Generator, Sequence
from typing import Protocol

from dipcli.batch.task import Result, Task


class Engine(Protocol):
    """Does tasks, on this machine or on others. Which one does must not be seen in the parts."""

    def run(self, tasks: Sequence[Task]) -> Generator[Result, None, None]:
        """A result a task, in the order in which they are done; closing the iterator ends what is under way."""

    def close(self) -> None:
        """Let go of processes and machines."""
