"""Draws items in a thread, so that an input that is slow to come holds up nothing that is there already."""

from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from queue import Empty, Queue
from threading import Thread

from dipcli.batch.outcome import Item
from dipcli.records import Record

# Items that are drawn ahead of being asked for.
_AHEAD = 2


class _End(Record):
    """No more items, for this reason if any."""

    error: BaseException | None = None


class Feed:
    """Items of an iterable. ``bell`` is ready to be read when ``next`` has an answer without waiting."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.ended = False
        self.bell: Connection
        self.bell, self._ring = Pipe(duplex=False)
        self._items = items
        self._queue: Queue[Item | _End] = Queue(_AHEAD)
        # A daemon: where it waits for an input for ever, it must not keep the program from ending.
        Thread(target=self._run, daemon=True).start()

    def next(self) -> Item | None:
        """The next item, None at the end. What went wrong while it was drawn is raised here."""
        self.bell.recv_bytes()
        item = self._queue.get()
        if not isinstance(item, _End):
            return item
        self.ended = True
        if item.error is not None:
            raise item.error
        return None

    def stop(self) -> None:
        """Draw nothing more; a thread that waits for room ends."""
        self.ended = True
        self.bell.close()
        with suppress(Empty):
            while True:
                self._queue.get_nowait()

    def _run(self) -> None:
        end = _End()
        try:
            for item in self._items:
                self._queue.put(item)
                self._ring.send_bytes(b"1")
        except OSError as e:
            if self.ended:
                return
            end = _End(e)
        except BaseException as e:
            end = _End(e)
        with suppress(OSError):
            self._queue.put(end)
            self._ring.send_bytes(b"1")
