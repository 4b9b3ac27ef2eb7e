"""``--jobs``: the same bytes for any number of processes, and none of them left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dipcli.batch.pool import ALONE
from tests.cli.running import LETTERS, dip, environment
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A collection that one process would not read alone, with records that fail in it."""
    path = tmp_path_factory.mktemp("jobs") / "news.jsonl"
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))]
    records: list[object] = [{"title": "خبر"}]
    while sum(len(str(r)) for r in records) < 1.4 * ALONE:
        records += [{"text": text, "date": f"20{len(records) % 30:02}-01-01"} for text in texts]
    records[len(records) - 4] = {"text": 7}
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "command",
    [
        ["report", "--no-text"],
        ["leaders", "-f", "table"],
        ["statements", "-f", "csv", "--sort", "date", "--limit", "40"],
        ["summarise", "--errors-as-records"],
    ],
)
def test_the_same_bytes_for_any_number_of_processes(news: str, command: list[str]) -> None:
    files = [LETTERS, news, "gone.txt", LETTERS]
    alone, several, as_many = (
        dip(*command, *files, "--jobs", jobs, PYTHONHASHSEED=seed, LC_ALL=locale)
        for jobs, seed, locale in (("1", "1", "C.UTF-8"), ("3", "2", "C"), ("auto", "3", "POSIX"))
    )
    assert alone.returncode == 3
    assert alone.stderr.count(b"\n") == 4
    for other in (several, as_many):
        assert (other.returncode, other.stderr) == (alone.returncode, alone.stderr)
        assert other.stdout == alone.stdout


@pytest.mark.parametrize("jobs", ["two", "-1", "257", "1.5", ""])
def test_a_number_of_processes_that_cannot_be(jobs: str) -> None:
    done = dip("report", LETTERS, f"--jobs={jobs}")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == f'dip: --jobs is auto or a number up to 256, not "{jobs}"\n'.encode()


class Group:
    """The command and its processes, in a group of their own as a shell's jobs are."""

    def __init__(self, folder: Path, *args: str, stdin: int = subprocess.DEVNULL) -> None:
        self.errors = folder / "errors"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "dipcli", *args], stdin=stdin, stdout=subprocess.PIPE, stderr=errors, cwd=ROOT,
                env=environment(), start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )  # fmt: skip
        assert self.process.stdout is not None
        self.out = self.process.stdout

    def end(self) -> tuple[int, bytes]:
        """Exit status and messages; every process of the group has to be gone."""
        try:
            status = self.process.wait(20)
            self.out.close()
            end = time.monotonic() + 5
            while _alive(self.process.pid) and time.monotonic() < end:
                time.sleep(0.02)
            assert not _alive(self.process.pid)
        finally:
            if _alive(self.process.pid):
                os.killpg(self.process.pid, signal.SIGKILL)
        return status, self.errors.read_bytes()


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _past_the_start(group: Group, news: str) -> None:
    """Read until several processes are at work."""
    for _ in range(len(Path(news).read_bytes().splitlines()) * 9 // 10):
        assert group.out.readline()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_to_all_ends_all_silently(tmp_path: Path, news: str, number: signal.Signals, status: int) -> None:
    group = Group(tmp_path, "report", *[news] * 50, "-j", "2", "-qq")
    _past_the_start(group, news)
    os.killpg(group.process.pid, number)
    assert group.end() == (status, b"")


def test_a_reader_that_goes_ends_all_silently(tmp_path: Path, news: str) -> None:
    group = Group(tmp_path, "report", *[news] * 50, "-j", "2", "-qq")
    _past_the_start(group, news)
    group.out.close()
    assert group.end() == (141, b"")


def test_none_outlives_a_killed_command(tmp_path: Path, news: str) -> None:
    group = Group(tmp_path, "report", *[news] * 50, "-j", "2", "-qq")
    _past_the_start(group, news)
    group.process.kill()
    assert group.end() == (-9, b"")


def test_records_come_one_by_one_from_a_pipe_that_stays_open(tmp_path: Path, news: str) -> None:
    lines = Path(news).read_bytes().splitlines()
    reading, writing = os.pipe()
    group = Group(tmp_path, "summarise", "-", "-j", "2", "--errors-as-records", stdin=reading)
    os.close(reading)
    with open(writing, "wb", buffering=0) as pipe:
        for n, line in enumerate(lines):
            pipe.write(line + b"\n")
            # Nothing more comes, and it is there all the same.
            assert json.loads(group.out.readline())["file"] == f"-#{n + 1}"
        group.process.terminate()
        assert group.end()[0] == 143
