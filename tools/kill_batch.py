"""Kills workers of a batch, and the batch itself, at random moments: ``python tools/kill_batch.py [KILLS] [ARTICLES] [WAY]``.

Ten kills each for processes, for Spark on this machine and for a cluster of Spark (one master, two workers) on loopback;
then a driver that is killed ten times and gone on with. Each must end with the bytes that one process makes without a kill. WAY: processes, here, cluster, driver; else all.
"""

import contextlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.batch.making import inputs, made  # noqa: E402
from tests.batch.running import HERE, cluster, kill_some, started, until_parts, workers_of, workers_of_spark  # noqa: E402

SIZE = ("--part-size", "64K")


def main() -> int:
    """1 where anything differs."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    wanted = sys.argv[3:] or ["processes", "here", "cluster", "driver"]
    seed = time.time_ns()
    draw = random.Random(seed)
    print(f"{articles:,} articles, seed {seed}", flush=True)
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        news = inputs(folder / "news", articles)
        _ended(started(str(news), "--out", str(folder / "whole"), *SIZE))
        whole = made(folder / "whole")
        with contextlib.ExitStack() as ends:
            ways: dict[str, tuple[list[str], Callable[[int], list[int]]]] = {
                "processes": (["--jobs", "2"], workers_of),
                "here": ([*HERE], workers_of_spark),
            }
            if "cluster" in wanted:
                spark = ends.enter_context(cluster(folder))
                ways["cluster"] = (spark.args(), lambda _pid: workers_of_spark(*spark.workers))
            for way, (args, workers) in ((w, ways[w]) for w in ways if w in wanted):
                out = folder / way
                process = started(str(news), "--out", str(out), *SIZE, *args)
                done = _killing(process, out, workers, kills, draw)
                wrong += _judged(f"{way}, {done} workers killed", process, made(out) == whole)
        for way, args in (("processes", ["--jobs", "2"]), ("here", [*HERE])) if "driver" in wanted else ():
            out = folder / f"driver-{way}"
            done = sum(_driver_killed(news, out, args, draw) for _ in range(kills))
            process = started(str(news), "--out", str(out), *SIZE, *args, "--resume")
            _ended(process)
            wrong += _judged(f"{way}, driver killed {done} times", process, made(out) == whole)
    return 1 if wrong else 0


def _killing(
    process: subprocess.Popen[bytes], out: Path, workers: Callable[[int], list[int]], kills: int, draw: random.Random
) -> int:
    """Kill so many workers while the batch lives; how many were."""
    pause = (0.2, 3.0)
    time.sleep(draw.uniform(*pause))
    killed = kill_some(process, out, lambda: workers(process.pid), kills, draw=draw, pause=pause)
    _ended(process)
    return killed


def _driver_killed(news: Path, out: Path, args: list[str], draw: random.Random) -> bool:
    """Let a batch make some parts more, then kill it; was it killed before its end?"""
    process = started(str(news), "--out", str(out), *SIZE, *args, "--resume")
    before = len(list(out.glob("part-*"))) if out.exists() else 0
    until_parts(process, out, before)
    time.sleep(draw.uniform(0, 2.0))
    alive = process.poll() is None
    process.kill()
    process.communicate()
    return alive


def _ended(process: subprocess.Popen[bytes]) -> None:
    _, errors = process.communicate()
    if process.returncode != 3:  # four inputs fail
        print(errors.decode()[-2000:])


def _judged(what: str, process: subprocess.Popen[bytes], same: bool) -> bool:
    """Say how it went; is it wrong?"""
    right = same and process.returncode == 3
    print(f"{what}: {'the same bytes' if right else f'WRONG (status {process.returncode}, same: {same})'}", flush=True)
    return not right


if __name__ == "__main__":
    sys.exit(main())
