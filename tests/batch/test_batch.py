"""``dip batch``: the same bytes from one process or two, whatever is killed on the way."""

import fcntl
import gzip
import json
import os
import random
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.batch.making import inputs, made, manifest
from tests.batch.running import started, until_parts, whole_of, workers_of
from tests.cli.running import dip
from tests.inputs.reading import ZSTD, needs

SIZE = ("--part-size", "16K")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred articles, of which four fail."""
    return inputs(tmp_path_factory.mktemp("batch") / "news", 110)


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The batch of them as one process makes it."""
    return whole_of(news, tmp_path_factory.mktemp("whole"), SIZE)


def test_parts_together_are_the_report(news: Path, whole: Path) -> None:
    parts = sorted(whole.glob("part-*.ndjson.gz"))
    assert len(parts) > 5
    report = dip("report", str(news))
    assert b"".join(gzip.decompress(p.read_bytes()) for p in parts) == report.stdout


def test_two_processes_make_the_same_bytes(news: Path, whole: Path, tmp_path: Path) -> None:
    done = dip("batch", str(news), "--out", str(tmp_path / "out"), *SIZE, "--jobs", "2", PYTHONHASHSEED="7")
    assert done.returncode == 3
    assert made(tmp_path / "out") == made(whole)


def test_the_manifest_says_what_is_there(news: Path, whole: Path) -> None:
    batch, *parts, total = manifest(whole)
    assert [p["part"] for p in parts] == list(range(batch["parts"]))
    assert (total["articles"], total["failed"]) == (108, 4) == (sum(p["articles"] for p in parts), 4)
    failed = {e["file"].removeprefix(f"{news}/"): e["error"] for p in parts for e in p["failed"]}
    assert list(failed) == ["empty.txt", "large.jsonl#4", "large.jsonl#28", "picture.txt"]
    assert failed["large.jsonl#4"].startswith("line 4: not JSON")
    assert parts[0]["first"] == f"{news}/empty.txt"
    reported = dip("report", str(news)).stderr.decode().splitlines()[:-1]
    assert sorted(reported) == sorted(f"dip: {news}/{file}: {error}" for file, error in failed.items())


def test_its_lines_are_as_the_schema_says(whole: Path) -> None:
    import jsonschema

    from dipcli.outputs.schema import schema

    for line in manifest(whole):
        jsonschema.validate(line, schema(line["schema"].split(".")[1].split("/")[0]))


def test_workers_that_are_killed_leave_no_trace(news: Path, whole: Path, tmp_path: Path) -> None:
    draw = random.Random(time.time_ns())
    process = started(str(news), "--out", str(tmp_path / "out"), *SIZE, "--jobs", "2")
    killed = 0
    while process.poll() is None and killed < 3:
        time.sleep(draw.uniform(0.05, 0.4))
        workers = workers_of(process.pid)
        if workers:
            os.kill(draw.choice(workers), signal.SIGKILL)
            killed += 1
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 3, errors.decode()
    assert killed
    assert made(tmp_path / "out") == made(whole)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch_that_was_killed_goes_on(jobs: str, news: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    draw = random.Random(time.time_ns())
    for _ in range(2):
        process = started(str(news), "--out", str(out), *SIZE, "--jobs", jobs, "--resume")
        until_parts(process, out)
        time.sleep(draw.uniform(0, 0.3))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=60)
    done = dip("batch", str(news), "--out", str(out), *SIZE, "--resume")
    assert done.returncode == 3, done.stderr.decode()
    assert made(out) == made(whole)


def test_a_line_that_was_cut_off_counts_for_nothing(news: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name, data in made(whole).items():
        (out / name).write_bytes(data)
    lines = (whole / "manifest.ndjson").read_bytes().splitlines(keepends=True)
    (out / "manifest.ndjson").write_bytes(b"".join(lines[:4]) + lines[4][:30])
    (out / "part-00001.ndjson.gz").unlink()
    (out / ".attempt-part-00002.ndjson.gz-0.tmp").write_bytes(b"left behind")
    assert dip("batch", "--verify", str(out)).returncode == 3
    assert dip("batch", str(news), "--out", str(out), *SIZE, "--resume").returncode == 3
    assert made(out) == made(whole)


def test_a_batch_that_is_done_stays_as_it_is(news: Path, whole: Path) -> None:
    before = {p: (whole / p).stat().st_mtime_ns for p in made(whole) if p.startswith("part-")}
    bytes_before = made(whole)
    done = dip("batch", str(news), "--out", str(whole), *SIZE, "--resume", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)[0] == manifest(whole)[-1]
    assert done.stderr.decode() == "dip: 4 of 112 failed (manifest.ndjson lists them)\n"
    assert {p: (whole / p).stat().st_mtime_ns for p in before} == before
    assert made(whole) == bytes_before


def _refused(*args: str) -> str:
    done = dip("batch", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    return line


def test_another_batch_is_not_written_over(news: Path, whole: Path) -> None:
    before = made(whole)
    assert "a batch is in it: --resume goes on" in _refused(str(news), "--out", str(whole))
    assert "(options, part_bytes, parts, plan differ)" in _refused(
        str(news), "--out", str(whole), "--resume", "--no-text"
    )
    assert "(files, bytes, parts, plan differ)" in _refused(
        str(news / "large.jsonl"), "--out", str(whole), "--resume", *SIZE
    )
    assert made(whole) == before


def test_what_cannot_be(news: Path, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "out"))
    assert "--out DIR names the folder" in _refused(str(news))
    assert "name files, not standard input" in _refused("-", *out)
    assert "which is read: name a folder elsewhere" in _refused(str(news), "--out", str(news / "out"))
    assert "hdfs: is not read" in _refused("hdfs://host/news", *out)
    assert "hdfs: is not read" in _refused(str(news), "--out", "hdfs://host/out")
    assert "--part-size is a size like" in _refused(str(news), *out, "--part-size", "0")
    assert "did you mean parquet?" in _refused(str(news), *out, "--format", "parket")
    assert "leave out --start-after" in _refused(str(news), *out, "--start-after", "x")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/part-00000.ndjson").touch()
    assert "parts without a manifest" in _refused(str(news), "--out", str(tmp_path / "parts"))
    (tmp_path / "file").touch()
    assert "cannot be written" in _refused(str(news), "--out", str(tmp_path / "file"))
    assert "no batch" in _refused("--verify", str(tmp_path))


def test_uris_of_files(news: Path, tmp_path: Path) -> None:
    one = news / "small-0001.txt"
    done = dip("batch", one.as_uri(), "--out", (tmp_path / "my out").as_uri(), "--compress", "none")
    assert done.returncode == 0
    assert (tmp_path / "my out/part-00000.ndjson").read_bytes() == dip("report", str(one)).stdout


def test_none_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = dip("batch", str(tmp_path / "empty.txt"), str(tmp_path / "gone"), "--out", str(tmp_path / "out"))
    assert done.returncode == 4
    assert manifest(tmp_path / "out")[-1]["failed"] == 2


def test_a_pipe_is_no_input(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = dip("batch", str(tmp_path / "pipe"), "--out", str(tmp_path / "out"))
    assert done.returncode == 4
    assert "no regular file: a batch must be able to read its inputs again" in done.stderr.decode()


def test_verify_finds_what_is_wrong(whole: Path, tmp_path: Path) -> None:
    assert dip("batch", "--verify", str(whole)).returncode == 0
    for name, data in made(whole).items():
        (tmp_path / name).write_bytes(data)
    changed = bytearray((tmp_path / "part-00002.ndjson.gz").read_bytes())
    changed[40] ^= 1
    (tmp_path / "part-00002.ndjson.gz").write_bytes(changed)
    (tmp_path / "part-00003.ndjson.gz").write_bytes(changed[:-1])
    (tmp_path / "part-00000.ndjson.gz").unlink()
    (tmp_path / "part-99999.ndjson.gz").touch()
    done = dip("batch", "--verify", str(tmp_path))
    assert done.returncode == 3
    reasons = [line.split(": ", 2)[2] for line in done.stderr.decode().splitlines()]
    for reason, begin in zip(
        reasons, ("is gone", "its SHA-256", f"has {len(changed) - 1:,} bytes", "is not in"), strict=True
    ):
        assert reason.startswith(begin)


def test_a_folder_that_another_run_works_in(news: Path, tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        done = dip("batch", str(news), "--out", str(tmp_path))
    finally:
        os.close(handle)
    assert done.returncode == 75
    assert made(tmp_path) == {}


def test_time_is_over(news: Path, whole: Path, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "out"))
    done = dip("batch", str(news), *out, *SIZE, "--max-time", "0.5", "--jobs", "2", "--stats")
    assert done.returncode == 124
    *_, told, stats = done.stderr.decode().splitlines()
    assert told.startswith("dip: --max-time 0.5 is over")
    assert json.loads(stats)["stopped"] is True
    assert dip("batch", str(news), *out, *SIZE, "--resume").returncode == 3
    assert made(tmp_path / "out") == made(whole)


def test_strict_stops_at_a_part_that_has_a_failure(news: Path, tmp_path: Path) -> None:
    done = dip("batch", str(news / "large.jsonl"), "--out", str(tmp_path / "out"), *SIZE, "--strict")
    assert done.returncode == 3
    assert len(list((tmp_path / "out").glob("part-*"))) == 1


@needs(ZSTD, "zstd")
def test_zstd(news: Path, tmp_path: Path) -> None:
    from dipcli.inputs.compressed import zstd_module

    one = str(news / "small-0001.txt")
    assert dip("batch", one, "--out", str(tmp_path / "out"), "--compress", "zstd").returncode == 0
    data = zstd_module().decompress((tmp_path / "out/part-00000.ndjson.zst").read_bytes())
    assert data == dip("report", one).stdout


def test_gzip_has_no_name_and_no_time(whole: Path) -> None:
    assert (whole / "part-00000.ndjson.gz").read_bytes()[:10].hex() == "1f8b0800000000000003"


def test_errors_as_records(news: Path, tmp_path: Path) -> None:
    args = (str(news), "--errors-as-records")
    assert dip("batch", *args, "--out", str(tmp_path / "out"), "--compress", "none").returncode == 3
    assert (tmp_path / "out/part-00000.ndjson").read_bytes() == dip("report", *args).stdout


@needs("pyarrow", "parquet")
def test_parquet_holds_the_same(news: Path, whole: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    for n, jobs in enumerate(("1", "2")):
        done = dip("batch", str(news), "--out", str(tmp_path / str(n)), *SIZE, "--format", "parquet", "--jobs", jobs)
        assert done.returncode == 3
    assert made(tmp_path / "0") == made(tmp_path / "1")
    rows: list[dict[str, Any]] = []
    for path in sorted((tmp_path / "0").glob("*.parquet")):
        rows += pq.read_table(path).to_pylist()
    reports = [json.loads(line) for line in dip("report", str(news)).stdout.splitlines()]
    assert rows == reports
