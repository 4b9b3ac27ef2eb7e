"""Batches that run, the processes that work for them, and a cluster of Spark on this machine."""

import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.cli.running import dip, environment
from tests.conftest import ROOT

HERE = ("--engine", "spark", "--jobs", "2")
_PATIENCE = 240.0


def whole_of(news: Path, folder: Path, size: tuple[str, ...]) -> Path:
    """The batch of inputs of which some fail, as one process makes it."""
    out = folder / "out"
    done = dip("batch", str(news), "--out", str(out), *size)
    assert done.returncode == 3
    return out


def started(*args: str) -> subprocess.Popen[bytes]:
    """``dip batch``, running."""
    return subprocess.Popen(
        [sys.executable, "-m", "dipcli", "batch", *args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
    )


def descendants(pid: int) -> Iterator[int]:
    """Processes that a process has started, and those that these have."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        children += [c for t in Path(f"/proc/{pid}/task").iterdir() for c in (t / "children").read_text().split()]
    except OSError:
        return
    for child in dict.fromkeys(map(int, children)):
        yield child
        yield from descendants(child)


def until_parts(process: subprocess.Popen[bytes], out: Path, more_than: int = 0) -> None:
    """Wait for more parts than so many, or the end of the batch."""
    while process.poll() is None and len(list(out.glob("part-*"))) <= more_than:
        time.sleep(0.02)


def kill_some(
    process: subprocess.Popen[bytes], out: Path, workers: Callable[[], list[int]], most: int, *,
    draw: random.Random, pause: tuple[float, float],
) -> int:  # fmt: skip
    """Kill workers from the first part on, with pauses of so many seconds; how many were."""
    until_parts(process, out)
    killed = 0
    while process.poll() is None and killed < most:
        found = workers()
        if found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(draw.choice(found), signal.SIGKILL)
                killed += 1
        time.sleep(draw.uniform(*pause))
    return killed


def workers_of(pid: int) -> list[int]:
    """The processes that read for the local engine: children of the server that forks them."""
    return [w for w in descendants(pid) if _parent(w) != pid]


def workers_of_spark(*pids: int) -> list[int]:
    """What can be lost below these: Python's workers, the daemon that forks them, executors."""
    named = ("pyspark.daemon", "pyspark.worker", "CoarseGrainedExecutorBackend")
    return [w for pid in pids for w in descendants(pid) if any(n in _command(w) for n in named)]


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return -1


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


class Cluster(NamedTuple):
    """A master and its workers; ``python`` has nothing installed in it."""

    master: str
    workers: tuple[int, ...]
    python: Path

    def args(self) -> list[str]:
        """Options of ``dip batch`` that name it."""
        settings = {
            "spark.pyspark.python": self.python,
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.executor.memory": "480m",
        }
        conf = [arg for k, v in settings.items() for arg in ("--conf", f"{k}={v}")]
        return ["--engine", "spark", "--master", self.master, *conf]


@contextlib.contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A standalone cluster on loopback, of a master and workers with one core each."""
    venv.create(folder / "bare", with_pip=False)
    with contextlib.ExitStack() as ends:
        master = ends.enter_context(_daemon(folder / "master.log", "master.Master"))
        url = _told(folder / "master.log", r"Starting Spark master at (spark://127\.0\.0\.1:\d+)", 1)[0]
        pids = []
        for n in range(workers):
            options = ("--cores", "1", "--memory", "700m", "--work-dir", str(folder / f"work-{n}"), url)
            pids.append(ends.enter_context(_daemon(folder / f"worker-{n}.log", "worker.Worker", *options)).pid)
        _told(folder / "master.log", r"(Registering worker)", workers)
        assert master.poll() is None
        yield Cluster(url, tuple(pids), folder / "bare/bin/python")


@contextlib.contextmanager
def _daemon(log: Path, name: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    import pyspark

    home = Path(pyspark.__file__).parent
    java = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
    env = {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "200m"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [home / "bin/spark-class", f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0", *options],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment(**env, SPARK_DAEMON_JAVA_OPTS=java),
        )  # fmt: skip
    try:
        yield process
    finally:
        below = list(descendants(process.pid))
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pid in below:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def _told(log: Path, pattern: str, times: int) -> list[str]:
    """What a log says, so many times, as soon as it does."""
    end = time.monotonic() + _PATIENCE
    while True:
        text = log.read_text(errors="replace")
        found = re.findall(pattern, text)
        if len(found) >= times:
            return found
        assert time.monotonic() < end, text[-2000:]
        time.sleep(0.1)
