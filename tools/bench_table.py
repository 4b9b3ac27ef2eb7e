"""How long a full page of Arabic rows takes to lay out, as a multiple of the same table in Rich alone.

python tools/bench_table.py [rows]
"""

import io
import sys
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from dipcli.outputs.table import Screen
from dipcli.terminal.modes import Mode
from dipcli.terminal.renderable import BidiText
from dipcli.views.screen import Cell, Grid, Row

WORDS = (
    "أكد الرئيس أن العلاقات بين البلدين (2022) قامت على الاحترام المتبادل، وأنها صمدت أمام كل الأزمات والتحديات".split()
)


def rows(count: int) -> list[tuple[str, str, str]]:
    """Name, number, sentence; no two rows alike, so that no cache of lines helps."""
    return [
        (
            f"{WORDS[n % 17]} {WORDS[(n * 7 + 3) % 17]}",
            str(n),
            " ".join(WORDS[(n * 5 + k) % 17] for k in range(8)) + f" {n}",
        )
        for n in range(count)
    ]


def rich_alone(data: list[tuple[str, str, str]]) -> None:
    """The table without any care for direction."""
    table = Table(box=None)
    for _ in range(3):
        table.add_column()
    for row in data:
        table.add_row(*row)
    console().print(table)


def rich_with_cells(data: list[tuple[str, str, str]], mode: Mode) -> None:
    """The same Rich table, its cells set for a terminal."""
    table = Table(box=None)
    for _ in range(3):
        table.add_column()
    for row in data:
        table.add_row(*(BidiText(c, mode) for c in row))
    console().print(table)


def screen(data: list[tuple[str, str, str]], mode: Mode) -> None:
    """The program's own table."""
    grid = Grid(tuple(Row(tuple(map(Cell, r))) for r in data), "lrl")
    Screen(io.StringIO(), width=100, color=False, mode=mode).show([grid])


def console() -> Console:
    """A page of 100 columns that goes nowhere."""
    return Console(file=io.StringIO(), width=100, color_system=None, markup=False, highlight=False)


def best(run: Callable[[], None]) -> float:
    """Milliseconds of the fastest of seven runs."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> int:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    data = rows(count)
    base = best(lambda: rich_alone(data))
    sys.stdout.write(f"{count} rows\n{'Rich alone':<24}{base:7.1f} ms\n")
    modes: tuple[Mode, ...] = ("visual", "lro", "words", "konsole", "logical")
    runs: dict[str, Callable[[], None]] = {f"screen, {m}": lambda m=m: screen(data, m) for m in modes}  # type: ignore[misc]
    runs["Rich table, visual"] = lambda: rich_with_cells(data, "visual")
    for name, run in runs.items():
        took = best(run)
        sys.stdout.write(f"{name:<24}{took:7.1f} ms  {took / base:4.1f} times\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
