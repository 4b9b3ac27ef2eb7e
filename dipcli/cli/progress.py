"""How far a long run is, on standard error: in bytes, where somebody looks and nothing else is printed."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from dipcli.cli.options import Settings
    from dipcli.inputs.errors import InputError

# Nothing is shown before so many seconds of work, and no more often than so.
_FIRST, _EVERY = 1.0, 0.2
_BAR = 15


class Progress:
    """Draws one line over and over; silent unless it was made to show."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._begin = self._drawn = time.monotonic()
        self._total = self._before = self._of_file = self._articles = 0
        self._on_screen = False

    @classmethod
    def for_run(cls, settings: "Settings", names: list[str]) -> Self:
        """Shown where standard error is a terminal, the output is not, and nobody asked for quiet."""
        quiet = bool(settings.quiet) or settings.verbose or names == ["-"]
        looked_at = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        elsewhere = settings.output is not None or (sys.stdout is not None and not sys.stdout.isatty())
        return cls(shown=looked_at and elsewhere and not quiet)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def over(self, names: "Iterable[str | InputError]") -> "Iterator[str | InputError]":
        """The names, with the bytes of each counted when it is done; of one that is being read, those that are read."""
        if not self._shown:
            yield from names
            return
        known = list(names)
        sizes = [_size(n) for n in known]
        self._total = sum(sizes)
        for name, size in zip(known, sizes, strict=True):
            yield name
            self._before += size
            self._of_file = 0

    @property
    def counter(self) -> Callable[[int], None] | None:
        """Is to be told the bytes of a file as they are read; None where nothing is shown."""
        return self._count if self._shown else None

    def _count(self, size: int) -> None:
        self._of_file += size

    def expect(self, total: int) -> None:
        """So many bytes are to be read, which ``part`` counts."""
        self._total = total

    def part(self, articles: int, size: int) -> None:
        """So many articles were read from so many bytes."""
        self._before += size
        self.article(articles)

    def article(self, count: int = 1) -> None:
        """One more article was read, or so many; draw if it is time to."""
        if not self._shown:
            return
        self._articles += count
        now = time.monotonic()
        if now - self._begin >= _FIRST and now - self._drawn >= _EVERY:
            self._drawn = now
            self._draw(now - self._begin)

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._on_screen:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._on_screen = False

    def _draw(self, seconds: float) -> None:
        done = min(self._before + self._of_file, self._total)
        part = done / self._total if self._total else 0.0
        filled = round(_BAR * part)
        rate = self._articles / seconds
        left = f"  {_time(seconds / part - seconds)} left" if part > 0.02 else ""
        megabytes = f"{done / 1e6:,.0f} of {self._total / 1e6:,.0f} MB"
        bar = "▇" * filled + "▁" * (_BAR - filled)
        line = f"reading {bar}  {part:.0%}  {megabytes}  {rate:,.0f} articles/s{left}"
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()
        self._on_screen = True


def _size(name: "str | InputError") -> int:
    try:
        return os.path.getsize(name) if isinstance(name, str) and name != "-" else 0
    except OSError:
        return 0


def _time(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
