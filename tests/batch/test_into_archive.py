"""An archive made of a batch's parts answers as one that was made of the files."""

import gzip
import json
from pathlib import Path

import pytest

from dipcli.outputs.reread import report_of
from dipcli.outputs.wire import report_to_wire
from tests.archive.making import own_reports
from tests.batch.making import inputs
from tests.cli.running import dip
from tests.inputs.reading import needs

SIZE = ("--part-size", "16K")
QUESTIONS = (
    ("leaders",), ("statements", "--reprints", "--sort", "place"), ("messages", "--sort", "place"), ("themes",),
    ("who-said", "العلاقات"), ("search", "الرئيس"), ("network",),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, a batch of them, and an archive of the files."""
    folder = tmp_path_factory.mktemp("into")
    inputs(folder / "news", 60)
    assert dip("index", str(folder / "news"), "--db", str(folder / "files.db")).returncode == 3
    assert dip("batch", str(folder / "news"), "--out", str(folder / "out"), *SIZE).returncode == 3
    return folder


def _same_answers(one: Path, other: Path) -> None:
    for question in QUESTIONS:
        answers = [dip(*question, "--db", str(db)) for db in (one, other)]
        assert answers[0].stdout == answers[1].stdout, question
        assert answers[0].stdout
        assert [a.returncode for a in answers] == [0, 0], question


def test_reports_come_back_from_their_records() -> None:
    for report in own_reports():
        again = report_of(report_to_wire(report))
        assert report_to_wire(again) == report_to_wire(report)
        assert [s.labelled and s.speaker for s in again.summary.sentences] == [
            s.labelled and s.speaker for s in report.summary.sentences
        ]
        for entity, old in zip(again.entities, report.entities, strict=True):
            assert ["." in m.rule for m in entity.mentions] == ["." in m.rule for m in old.mentions], old.mentions


@pytest.mark.parametrize("record", [{}, {"schema": "dip.report/1"}, {"schema": "dip.error/1", "file": "x"}])
def test_what_is_no_report(record: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no "):
        report_of(record)


def test_the_same_answers(folder: Path) -> None:
    done = dip("index", "--from", str(folder / "out"), "--db", str(folder / "parts.db"), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    (told,) = json.loads(done.stdout)
    assert (told["added"], told["failed"], told["articles"]) == (58, 0, 58)
    _same_answers(folder / "files.db", folder / "parts.db")
    again = dip("index", "--from", str(folder / "out"), "--db", str(folder / "parts.db"), "--json")
    (told,) = json.loads(again.stdout)
    assert (told["added"], told["unchanged"]) == (0, len(list((folder / "out").glob("part-*"))))


@needs("pyarrow", "parquet")
def test_the_same_answers_from_parquet(folder: Path) -> None:
    out, db = str(folder / "parquet"), folder / "parquet.db"
    assert dip("batch", str(folder / "news"), "--out", out, *SIZE, "--format", "parquet").returncode == 3
    assert dip("index", "--from", out, "--db", str(db)).returncode == 0
    _same_answers(folder / "files.db", db)


def test_a_batch_that_is_not_done_yet(folder: Path, tmp_path: Path) -> None:
    """What is there is taken in; the rest later; a damaged part fails alone."""
    out, db = tmp_path / "out", str(tmp_path / "a.db")
    out.mkdir()
    lines = (folder / "out/manifest.ndjson").read_bytes().splitlines(keepends=True)
    for part in (folder / "out").glob("part-*"):
        (out / part.name).write_bytes(part.read_bytes())
    (out / "manifest.ndjson").write_bytes(b"".join(lines[:4]))
    whole = (out / "part-00001.ndjson.gz").read_bytes()
    (out / "part-00001.ndjson.gz").write_bytes(gzip.compress(b"{}"))
    first = dip("index", "--from", str(out), "--db", db)
    assert first.returncode == 3
    assert b"parts are not done: once they are, run this again" in first.stderr
    assert b"part-00001.ndjson.gz: its SHA-256 is not that of the manifest" in first.stderr
    (out / "part-00001.ndjson.gz").write_bytes(whole)
    (out / "manifest.ndjson").write_bytes(b"".join(lines))
    (told,) = json.loads(dip("index", "--from", str(out), "--db", db, "--json").stdout)
    assert (told["articles"], told["failed"]) == (58, 0)


def test_what_cannot_be_taken_in(folder: Path, tmp_path: Path) -> None:
    db = ("--db", str(tmp_path / "a.db"))
    for args, told in (
        (("--from", str(tmp_path)), "no batch"),
        ((str(folder / "news"), "--from", str(folder / "out")), "FILE or --from"),
    ):
        done = dip("index", *args, *db)
        assert done.returncode == 2
        assert told in done.stderr.decode()
    assert dip("batch", str(folder / "news"), "--out", str(tmp_path / "out"), "--no-text").returncode == 3
    done = dip("index", "--from", str(tmp_path / "out"), *db)
    assert (done.returncode, b"an archive needs the texts" in done.stderr) == (2, True)
