"""Taking care of an archive through the real command: ``dip archive``, damage, a full disk, others at the same time."""

import csv
import gzip
import io
import json
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dipcli.archive.checking import check
from dipcli.archive.connection import open_to_read
from dipcli.archive.errors import ArchiveError
from dipcli.archive.indexing import Index
from tests.archive.making import NOON, add, archive_of, dump, own_reports
from tests.cli.running import dip, environment
from tests.cli.test_archive import many_articles, without_times
from tests.conftest import ROOT

_QUESTIONS = (
    ("who-said", "الحدود"), ("statements",), ("messages",), ("leaders",), ("themes",), ("network",), ("timeline",),
    ("trends",), ("archive", "stats"), ("index", "samples"),
)  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> str:
    return archive_of(tmp_path / "a.db", own_reports())


# -- dip archive -------------------------------------------------------------------------------------------------------


def test_a_whole_archive(db: str) -> None:
    done = dip("archive", "check", "--db", db, "-f", "table")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{db}: whole\n", b"")
    assert dip("archive", "check", "--json", DIP_DB=db).stdout == b"[]\n"


def test_a_damaged_archive_is_status_3_and_says_what_to_do(db: str, tmp_path: Path) -> None:
    with Path(db).open("r+b") as f:
        f.seek(5 * 16_384)
        f.write(b"\xff" * 16_384)
    done = dip("archive", "check", "--db", db)
    assert done.returncode == 3
    assert {json.loads(x)["schema"] for x in done.stdout.splitlines()} == {"dip.finding/1"}
    assert done.stderr.decode().count("\n") == 1
    assert "dip archive salvage -o NEW" in done.stderr.decode()
    new = str(tmp_path / "new.db")
    saved = dip("archive", "salvage", "--db", db, "-o", new)
    assert saved.returncode in (0, 3)
    assert f"{new}: " in saved.stdout.decode()
    assert dip("archive", "check", "--db", new).returncode == 0
    assert dip("statements", "--db", new, "--count").returncode == 0


def test_figures_in_every_format(db: str) -> None:
    rows = list(csv.DictReader(io.StringIO(dip("archive", "stats", "--db", db, "-f", "csv").stdout.decode())))
    assert [r["value"] for r in rows if r["name"] == "articles"] == [str(len(own_reports()))]
    for name in ("ndjson", "json", "tsv", "markdown", "table"):
        done = dip("archive", "stats", "--db", db, "-f", name)
        assert (done.returncode, b"articles" in done.stdout) == (0, True), name


def test_a_backup(db: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.db")
    assert dip("archive", "backup", "--db", db, "-o", copy).returncode == 0
    assert dump(copy) == dump(db)
    without = dip("archive", "backup", "--db", db)
    assert (without.returncode, without.stderr) == (2, b"dip: archive backup: name the new file with -o FILE\n")


def test_an_older_archive_is_brought_up_and_stays_beside(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    data = gzip.decompress((ROOT / "tests/archive/schema-1.db.gz").read_bytes())
    old.write_bytes(data)
    refused = dip("statements", "--db", str(old))
    assert (refused.returncode, b"dip archive migrate" in refused.stderr) == (2, True)
    done = dip("archive", "migrate", "--db", str(old))
    assert done.returncode == 0
    assert done.stdout.decode().endswith(f"as it was: {old}.schema-1\n")
    assert dip("statements", "--db", str(old), "--count").stdout.strip().isdigit()
    assert dip("archive", "check", "--db", str(old)).returncode == 0
    copy = dip("archive", "stats", "--db", f"{old}.schema-1")
    assert (copy.returncode, b"schema 1" in copy.stderr) == (2, True)
    assert b"already" in dip("archive", "migrate", "--db", str(old)).stdout


@pytest.mark.parametrize("words", [("archive",), ("archive", "chek"), ("archive", "check"), ("archive", "salvage")])
def test_what_is_missing_is_said(words: tuple[str, ...]) -> None:
    done = dip(*words)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.parametrize("question", _QUESTIONS, ids=" ".join)
def test_every_command_says_in_a_line_that_an_archive_is_damaged(db: str, question: tuple[str, ...]) -> None:
    data = Path(db).read_bytes()
    for first in (0, 16_384):
        broken = bytearray(data)
        broken[first:] = bytes(b ^ 0x5A for b in broken[first:])
        Path(db).write_bytes(broken)
        done = dip(*question, "--db", db)
        line = done.stderr.decode()
        assert (done.returncode, done.stdout, line.count("\n")) == (2, b"", 1), line
        assert "dip archive check" in line


# -- a full disk -------------------------------------------------------------------------------------------------------


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_ends_the_run_in_a_line_and_the_next_goes_on(tmp_path: Path, jobs: str) -> None:
    news, db = tmp_path / "news.jsonl", str(tmp_path / "a.db")
    many_articles(news, 230)
    command = [sys.executable, "-m", "dipcli", "index", str(news), "--db", db, "-q", "-j", jobs]
    full = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, check=False, preexec_fn=lambda: _limit(700_000)
    )
    assert (full.returncode, full.stderr.count(b"\n")) == (2, 1), full.stderr
    assert b"cannot be written" in full.stderr
    assert list(check(db)) == []
    assert dip("index", str(news), "--db", db).returncode == 0
    whole = str(tmp_path / "whole.db")
    assert dip("index", str(news), "--db", whole).returncode == 0
    assert without_times(db) == without_times(whole)


@pytest.mark.parametrize("pages", [45, 60])
def test_what_does_not_fit_is_taken_back(tmp_path: Path, pages: int) -> None:
    path = str(tmp_path / "a.db")
    with pytest.raises(ArchiveError, match="the disk is full"):
        _fill(path, pages)
    assert list(check(path)) == []


def _fill(path: str, pages: int) -> None:
    with Index(path, lambda: NOON) as index:
        index._db.execute(f"PRAGMA max_page_count = {pages}")
        for n in range(60):
            for report in own_reports():
                text = f"{report.article.text}\nرقم {n}"
                add(
                    index,
                    report._replace(article=report.article._replace(source=f"{n}/{report.article.source}", text=text)),
                )


# -- others at the same time -------------------------------------------------------------------------------------------


def test_two_runs_at_once_make_the_archive_of_one(tmp_path: Path) -> None:
    news, db, whole = tmp_path / "news", str(tmp_path / "a.db"), str(tmp_path / "whole.db")
    news.mkdir()
    for n in range(6):
        many_articles(news / f"{n}.jsonl", 15 + n)
    command = [sys.executable, "-m", "dipcli", "index", str(news), "--db", db]
    both = [
        subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, b"")
    assert dip("index", str(news), "--db", whole).returncode == 0
    assert list(check(db)) == []
    assert sorted(r[3] for r in dump(db)["article"]) == sorted(r[3] for r in dump(whole)["article"])


def test_none_of_300_readers_is_refused_while_a_run_writes(tmp_path: Path) -> None:
    news, db = tmp_path / "news.jsonl", archive_of(tmp_path / "a.db", own_reports()[:3])
    many_articles(news, 150)
    writing = subprocess.Popen(
        [sys.executable, "-m", "dipcli", "index", str(news), "--db", db, "-q"], cwd=ROOT, env=environment()
    )
    counts, asked = [], 0
    while asked < 300 or writing.poll() is None:
        reading = open_to_read(db)
        counts.append(reading.execute("SELECT count(*) FROM article").fetchone()[0])
        reading.close()
        asked += 1
        threading.Event().wait(0.003)
    assert writing.wait() == 0
    assert asked >= 300
    assert counts == sorted(counts)
    assert (counts[0] < 153, counts[-1]) == (True, 153)
