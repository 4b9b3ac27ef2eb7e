"""The archive through the real command."""

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.archive.making import dump
from tests.cli.running import dip, environment, rows_of
from tests.conftest import ROOT

_OWN = sorted((ROOT / "samples").glob("*.txt")) + sorted((ROOT / "tests/gold/dev/texts").glob("*.txt"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("archive") / "own.db")
    done = dip("index", "samples", "tests/gold/dev/texts", "--db", path)
    assert done.returncode == 0, done.stderr
    assert f"{len(_OWN)} added" in done.stdout.decode()
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("who-said", "الحدود"),
        ("statements",),
        ("statements", "--by", "السعدي"),
        ("statements", "--form", "direct", "--min-confidence", "0.8"),
        ("messages",),
        ("messages", "--medium", "letter"),
        ("leaders",),
        ("themes", "--about", "bilateral_relations"),
        ("network",),
        ("network", "--to", "السعدي"),
        ("timeline", "--since", "2000", "--undated"),
        ("trends", "--about", "bilateral_relations"),
    ],
)
def test_an_archive_answers_like_its_files(archive: str, command: tuple[str, ...]) -> None:
    files = dip(*command[:2] if command[0] == "who-said" else command[:1], "samples", "tests/gold/dev/texts", *command[1 + (command[0] == "who-said") :])  # fmt: skip
    place = ("--sort", "place") if command[0] in ("who-said", "statements", "messages") else ()
    asked = dip(*command, "--db", archive, "--reprints", *place)
    assert asked.returncode == files.returncode == 0, asked.stderr
    rows = rows_of(asked.stdout)
    assert all("person" in r for r in rows) == (command[0] in ("who-said", "statements"))
    expected = rows_of(files.stdout)
    if place:
        expected.sort(key=lambda r: (r["file"], r["line"]))
    assert [{k: v for k, v in r.items() if k != "person"} for r in rows] == expected


def test_the_environment_names_the_archive_and_a_file_goes_before_it(archive: str) -> None:
    assert dip("leaders", "--json", DIP_DB=archive).stdout == dip("leaders", "--json", "--db", archive).stdout
    own = dip("leaders", "samples/call.txt", DIP_DB=archive)
    assert own.stdout == dip("leaders", "samples/call.txt").stdout
    both = dip("leaders", "samples/call.txt", "--db", archive)
    assert both.returncode == 2
    assert both.stderr.decode().startswith("dip: FILE or --db")


def test_nothing_found_in_an_archive_is_status_1(archive: str) -> None:
    done = dip("who-said", "برتقالة", "--db", archive)
    assert (done.returncode, done.stdout) == (1, b"")


def test_an_archive_that_is_not_there_is_a_usage_error() -> None:
    done = dip("who-said", "الحدود", "--db", "/nowhere/a.db")
    assert done.returncode == 2
    assert done.stderr.decode() == "dip: /nowhere/a.db: no such archive: make it with dip index FILE... --db PATH\n"


def test_undated_articles_are_counted(archive: str) -> None:
    files = dip("statements", "samples", "tests/gold/dev/texts", "--since", "2000")
    asked = dip("statements", "--db", archive, "--since", "2000", "--reprints")
    assert asked.stderr == files.stderr
    assert b"undated" in asked.stderr


def test_a_second_run_reads_nothing_and_a_changed_file_alone(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for path in _OWN[:5]:
        (news / path.name).write_bytes(path.read_bytes())
    db = str(tmp_path / "a.db")
    index = ("index", str(news), "--db", db, "--json")
    assert json.loads(dip(*index).stdout)[0]["added"] == 5
    again = json.loads(dip(*index).stdout)[0]
    assert (again["added"], again["unchanged"], again["articles"]) == (0, 5, 5)
    (news / _OWN[0].name).write_text("قال الرئيس إن القمة أجلت.", encoding="utf-8")
    (news / _OWN[1].name).unlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.db", "news"], "the log is in the file"
    changed = json.loads(dip(*index, "--prune").stdout)[0]
    assert {k: changed[k] for k in ("added", "removed", "unchanged", "pruned", "articles")} == {
        "added": 1, "removed": 2, "unchanged": 3, "pruned": 1, "articles": 4,
    }  # fmt: skip


def test_what_fails_is_said_and_the_rest_is_brought_in(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"قال الوزير رقم {n} إن القمة أجلت."}) for n in range(3)]
    lines[1] = "no json"
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    db = str(tmp_path / "a.db")
    done = dip("index", str(tmp_path / "a.jsonl"), str(tmp_path / "b.txt"), str(tmp_path / "none.txt"), "--db", db)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 4
    assert len(rows_of(dip("statements", "--db", db).stdout)) == 2


def test_standard_input_is_brought_in_once(tmp_path: Path) -> None:
    db = str(tmp_path / "a.db")
    for n in (1, 0):
        done = dip("index", "-", "--db", db, "--json", stdin="قال الرئيس إن القمة أجلت.".encode())
        assert json.loads(done.stdout)[0]["added"] == n
    assert len(rows_of(dip("statements", "--db", db).stdout)) == 1


def test_more_processes_make_the_same_archive(tmp_path: Path) -> None:
    one, two = str(tmp_path / "one.db"), str(tmp_path / "two.db")
    for db, jobs in ((one, "1"), (two, "2")):
        assert dip("index", "samples", "tests/gold/dev/texts", "--db", db, "--jobs", jobs).returncode == 0
    assert without_times(one) == without_times(two)


def without_times(path: str) -> dict[str, list[tuple[Any, ...]]]:
    tables = dump(path)
    added = 9
    tables["article"] = [(*row[:added], *row[added + 1 :]) for row in tables["article"]]
    return tables


def many_articles(path: Path, count: int) -> None:
    """Articles of one file, each another."""
    texts = [p.read_text(encoding="utf-8") for p in _OWN]
    with path.open("w", encoding="utf-8") as f:
        for n in range(count):
            text = texts[n % len(texts)].replace("الرئيس", f"الرئيس رقم {n}")
            f.write(json.dumps({"text": text, "title": f"عنوان {n}"}, ensure_ascii=False) + "\n")


def test_killed_at_any_moment_it_goes_on_to_the_same_archive(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    many_articles(news, 400)
    whole, cut = str(tmp_path / "whole.db"), str(tmp_path / "cut.db")
    assert dip("index", str(news), "--db", whole).returncode == 0
    command = [sys.executable, "-m", "dipcli", "index", str(news), "--db", cut]
    random_ = random.Random(11)
    kills = 0
    for _ in range(20):
        process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL)
        time.sleep(random_.uniform(0.1, 0.9))
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
    assert kills > 3
    assert dip("index", str(news), "--db", cut).returncode == 0
    assert without_times(cut) == without_times(whole)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_has_no_more_time_stops_between_articles_and_the_next_goes_on(tmp_path: Path, jobs: str) -> None:
    news, db = tmp_path / "news.jsonl", str(tmp_path / "a.db")
    many_articles(news, 300)
    index = ("index", str(news), "--db", db, "-j", jobs, "--stats")
    stopped = dip(*index, "--max-time", "1s")
    runs = 1
    while stopped.returncode == 124 and runs < 30:
        said, figures = stopped.stderr.decode().splitlines()
        assert "--max-time 1s is over" in said
        if "after" in said:
            assert said.endswith(": the same command goes on")
            assert json.loads(figures)["stopped"]
        stopped, runs = dip(*index, *(("--max-time", "1s") if runs < 3 else ())), runs + 1
    assert (stopped.returncode, runs > 1) == (0, True), stopped.stderr
    assert json.loads(dip("index", str(news), "--db", db, "--json").stdout)[0]["articles"] == 300
    whole = str(tmp_path / "whole.db")
    assert dip("index", str(news), "--db", whole).returncode == 0
    assert without_times(db) == without_times(whole)


def test_reading_again_has_its_time_too(tmp_path: Path) -> None:
    news, db = tmp_path / "news.jsonl", str(tmp_path / "a.db")
    many_articles(news, 150)
    assert dip("index", str(news), "--db", db, "--without", "people").returncode == 0
    refresh = ("index", "--refresh", "--db", db, "--json")
    stopped = dip(*refresh, "--max-time", "0.8s")
    assert (stopped.returncode, b"--max-time" in stopped.stderr) == (124, True)
    left = json.loads(stopped.stdout)[0]["outdated"]
    assert 0 < left <= 150
    assert json.loads(dip(*refresh).stdout)[0]["refreshed"] == left


def test_a_lock_keeps_a_second_run_out(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as f:
        fcntl.flock(f, fcntl.LOCK_EX)
        done = dip("index", "samples", "--db", str(tmp_path / "a.db"), "--lock", f.name)
    assert (done.returncode, done.stdout, (tmp_path / "a.db").exists()) == (75, b"", False)
