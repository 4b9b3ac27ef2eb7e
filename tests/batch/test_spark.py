"""Spark makes the same bytes as one process: here, on a cluster, whatever is killed on the way."""

import importlib.util
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.batch.making import inputs, made
from tests.batch.running import HERE, Cluster, cluster, kill_some, started, until_parts, whole_of, workers_of_spark
from tests.cli.running import dip

SIZE = ("--part-size", "16K")


def _is_missing() -> str | None:
    """What is not here; in CI it has to be."""
    if os.environ.get("CI") == "true":
        return None
    if importlib.util.find_spec("pyspark") is None:
        return "needs dipcli[spark]"
    return None if shutil.which("java") else "needs Java 17 or later"


pytestmark = pytest.mark.skipif(_is_missing() is not None, reason=_is_missing() or "")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred articles and some, of which four fail."""
    return inputs(tmp_path_factory.mktemp("spark") / "news", 120)


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The batch of them as one process makes it."""
    return whole_of(news, tmp_path_factory.mktemp("whole"), SIZE)


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster whose workers have nothing of this package."""
    with cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


def _killed(process: subprocess.Popen[bytes], out: Path, workers: Callable[[], list[int]]) -> int:
    """Kill two workers at random moments; how many were."""
    return kill_some(process, out, workers, 2, draw=random.Random(time.time_ns()), pause=(0.1, 0.6))


def test_this_machine_with_workers_killed(news: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = started(str(news), "--out", str(out), *SIZE, *HERE)
    killed = _killed(process, out, lambda: workers_of_spark(process.pid))
    _, errors = process.communicate(timeout=240)
    assert process.returncode == 3, errors.decode()
    assert killed
    assert made(out) == made(whole)
    assert b"4 of 122 failed" in errors


def test_a_cluster_with_workers_killed(news: Path, whole: Path, two_workers: Cluster, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = started(str(news), "--out", str(out), *SIZE, *two_workers.args())
    killed = _killed(process, out, lambda: workers_of_spark(*two_workers.workers))
    _, errors = process.communicate(timeout=240)
    assert process.returncode == 3, errors.decode()
    assert killed
    assert made(out) == made(whole)


def test_a_driver_that_was_killed_is_gone_on_with(news: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = started(str(news), "--out", str(out), *SIZE, *HERE)
    until_parts(process, out)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert "dip.total" not in (out / "manifest.ndjson").read_text()
    done = dip("batch", str(news), "--out", str(out), *SIZE, "--resume")
    assert done.returncode == 3, done.stderr.decode()
    assert made(out) == made(whole)


def test_where_spark_cannot_start(news: Path, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "out"))
    for args, told in (
        (("--conf", "memory=4g"), "--conf is a setting like spark.executor.memory=4g"),
        (("--conf", "spark.executor.memory=1m"), "must be at least"),
        (("--engine", "local", "--master", "local[2]"), "go with --engine spark"),
    ):
        done = dip("batch", str(news), *out, "--engine", "spark", *args)
        assert done.returncode == 2
        (line,) = done.stderr.decode().splitlines()
        assert told in line
