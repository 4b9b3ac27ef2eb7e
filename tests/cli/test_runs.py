"""A run as a whole: its lock, how long it may take and how it is gone on with, the line of figures at its end."""

import fcntl
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import LETTERS, dip, environment, started
from tests.conftest import ROOT


def files(out: bytes) -> list[str]:
    """The file of each record."""
    return [json.loads(line)["file"] for line in out.splitlines()]


# -- --lock ------------------------------------------------------------------------------------------------------------


def test_a_lock_that_is_held_ends_the_run_before_it_begins(tmp_path: Path) -> None:
    lock, out = tmp_path / "lock", tmp_path / "out"
    errors = tmp_path / "errors"
    with started("report", *[LETTERS] * 3000, "--lock", str(lock), errors=errors) as first:
        assert first.stdout is not None
        first.stdout.readline()
        second = dip("report", LETTERS, "--lock", str(lock), "-o", str(out))
        assert (second.returncode, second.stdout, out.exists()) == (75, b"", False)
        assert second.stderr.decode() == (
            f"dip: {lock}: another run (process {first.pid}) holds this lock; nothing was done\n"
        )
        assert dip("report", LETTERS, "--lock", str(lock), "-q").stderr == b""
        first.kill()
        first.wait(10)
        assert dip("statements", LETTERS, "--count", "--lock", str(lock)).stdout == b"10\n", "death gives it back"


def test_a_lock_of_another_program_counts(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as f:
        fcntl.flock(f, fcntl.LOCK_EX)
        done = dip("report", LETTERS, "--lock", f.name)
        assert (done.returncode, b"another run holds this lock" in done.stderr) == (75, True)


def test_a_lock_that_cannot_be(tmp_path: Path) -> None:
    done = dip("report", LETTERS, "--lock", str(tmp_path / "no/such/folder"))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"the lock cannot be opened: No such file" in done.stderr


# -- --max-time and --start-after --------------------------------------------------------------------------------------


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with more in it than can be read in a moment, in files of one article and of many."""
    folder = tmp_path / "news"
    folder.mkdir()
    text = (ROOT / LETTERS).read_text(encoding="utf-8")
    for n in range(200):
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    (folder / "many.jsonl").write_text((json.dumps({"text": text}) + "\n") * 200)
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_was_stopped_is_gone_on_with(news: Path, jobs: str) -> None:
    ask = ["summarise", str(news), "--fields", "file", "-j", jobs]
    whole = files(dip(*ask).stdout)
    assert len(whole) == 400
    done = dip(*ask, "--max-time", "1s")
    found, runs, after = files(done.stdout), 1, []
    while done.returncode == 124:
        said = done.stderr.decode()
        assert said.count("\n") == 1
        if "--start-after" in said:  # a machine that is busy has read nothing yet
            after = shlex.split(said)[-7:-5]
        limit = ["--max-time", "0.7s"] if runs < 2 else []
        done, runs = dip(*ask, *after, *limit), runs + 1
        found += files(done.stdout)
    assert runs > 1
    assert (done.returncode, found) == (0, whole), done.stderr


def test_a_record_of_many_is_gone_on_behind(news: Path) -> None:
    done = dip("summarise", str(news), "--start-after", f"{news}/many.jsonl#197")
    assert files(done.stdout) == [f"{news}/many.jsonl#{n}" for n in (198, 199, 200)]
    gone = dip("summarise", str(news), "--start-after", "x.txt")
    assert (gone.returncode, gone.stdout) == (2, b"")
    assert gone.stderr == b'dip: --start-after: nothing that is read here is called "x.txt"\n'


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_time_is_over_while_an_input_is_waited_for(tmp_path: Path, jobs: str) -> None:
    os.mkfifo(tmp_path / "slow.txt")
    held = os.open(tmp_path / "slow.txt", os.O_RDWR)
    out = tmp_path / "out"
    began = time.monotonic()
    done = dip("statements", LETTERS, str(tmp_path / "slow.txt"), "--max-time", "1.5", "-o", str(out), "-j", jobs)
    os.close(held)
    assert done.returncode == 124
    assert time.monotonic() - began < 10
    assert len(out.read_bytes().splitlines()) == 10, "what was read is written whole"
    assert done.stderr.decode() == (
        f"dip: --max-time 1.5 is over after 1 article: --start-after {LETTERS} goes on behind the last\n"
    )


@pytest.mark.parametrize("wrong", ["soon", "-1", "0", "1x", "1h30", "", "inf"])
def test_a_duration_that_cannot_be(wrong: str) -> None:
    done = dip("report", LETTERS, f"--max-time={wrong}")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--max-time is a duration like 90s, 15m or 1h30m" in done.stderr


def test_a_run_that_has_time_is_as_any() -> None:
    done = dip("report", LETTERS, "--max-time", "1d")
    assert (done.returncode, done.stdout, done.stderr) == (0, dip("report", LETTERS).stdout, b"")


# -- --stats -----------------------------------------------------------------------------------------------------------


def figures(stderr: bytes) -> dict[str, object]:
    """The last line of standard error."""
    record: dict[str, object] = json.loads(stderr.splitlines()[-1])
    assert record.pop("schema") == "dip.run/1"
    assert isinstance(record.pop("seconds"), float)
    return record


def test_figures_are_the_last_line() -> None:
    done = dip("statements", LETTERS, "gone.txt", "samples/visit.txt", "--stats")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 3
    found = figures(done.stderr)
    assert found["statements"] == len(done.stdout.splitlines())
    assert {k: v for k, v in found.items() if k not in ("statements", "messages")} == {
        "status": 3, "read": 2, "failed": 1, "undated": 0, "stopped": False, "last": "samples/visit.txt",
    }  # fmt: skip
    alone = dip("statements", LETTERS, "gone.txt", "--stats", "-qq").stderr
    assert alone.count(b"\n") == 1
    assert figures(alone)["failed"] == 1


def test_figures_however_it_ends(tmp_path: Path) -> None:
    assert figures(dip("statements", LETTERS, "--by", "السعيدي", "--stats").stderr)["status"] == 1
    assert figures(dip("statements", LETTERS, "--fields", "x", "--stats").stderr)["status"] == 2
    assert figures(dip("statements", "gone.txt", "--stats").stderr)["status"] == 4
    assert figures(dip("report", LETTERS, "-o", str(tmp_path / "no/x"), "--stats").stderr)["status"] == 2
    with started("report", *[LETTERS] * 3000, "--stats", errors=tmp_path / "errors") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    found = figures((tmp_path / "errors").read_bytes())
    assert (found["status"], found["last"]) == (143, LETTERS)


def test_closed_streams_take_no_figures() -> None:
    done = subprocess.run(
        f"{sys.executable} -m dipcli report {LETTERS} --stats 2>&-", shell=True, capture_output=True, cwd=ROOT,
        env=environment(), check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 1)


# -- -o ----------------------------------------------------------------------------------------------------------------


def test_no_room_for_the_output_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    command = f"ulimit -f 4; exec {sys.executable} -m dipcli report samples -o {out} --stats"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, cwd=ROOT, env=environment(), check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"dip: cannot write: File too large\n")
    assert figures(done.stderr)["status"] == 2
    assert [p.read_text() for p in tmp_path.iterdir()] == ["old"]
