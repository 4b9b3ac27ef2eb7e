"""Tables that leave an archive: as they came in, whole, and read back the same in each format."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dipcli.outputs.schema import schema
from tests.archive.making import archive_of, own_reports, read
from tests.cli.running import dip, environment
from tests.conftest import ROOT
from tests.inputs.reading import needs

TABLES = ("articles", "statements", "messages", "persons", "themes")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    return archive_of(tmp_path_factory.mktemp("archive") / "own.db", own_reports())


def _rows(*args: str) -> list[dict[str, Any]]:
    done = dip(*args)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _table(archive: str, name: str, *args: str) -> list[dict[str, Any]]:
    return _rows("export", name, "--db", archive, *args)


def test_rows_are_those_of_the_commands(archive: str) -> None:
    place = ("--db", archive, "--sort", "place")
    added = ("speaker_persons", "to_persons", "from_persons")
    for command in ("statements", "messages"):
        exported = [{k: v for k, v in r.items() if k not in added} for r in _table(archive, command)]
        expected = [{k: v for k, v in r.items() if k != "matches"} for r in _rows(command, *place)]
        assert exported == sorted(expected, key=lambda r: [x["file"] for x in exported].index(r["file"]))
    assert _table(archive, "themes") == _rows("themes", "--db", archive)
    assert len(_table(archive, "articles")) == len(own_reports())


def test_one_stream_has_all_tables_and_they_fit_their_schema(archive: str) -> None:
    rows = _rows("export", "--db", archive)
    kinds = {r["schema"] for r in rows}
    assert kinds == {f"dip.{kind}/1" for kind in ("article", "statement", "message", "person", "theme")}
    validator = Draft202012Validator(schema())
    for row in rows:
        known = {**row, "matches": []} if row["schema"] == "dip.statement/1" else row
        validator.validate(known)


def test_tables_fit_together(archive: str) -> None:
    articles = {r["file"]: r for r in _table(archive, "articles")}
    statements, messages = _table(archive, "statements"), _table(archive, "messages")
    persons = {r["id"]: r for r in _table(archive, "persons")}
    for row in statements + messages:
        assert articles[row["file"]]["id"] == row["article"]
    for n, person in persons.items():
        assert person["said"] == sum(n in s["speaker_persons"] for s in statements)
        assert person["told"] == sum(n in s["to_persons"] for s in statements)
    for s in statements:
        assert "; ".join(dict.fromkeys(persons[n]["name"] for n in s["speaker_persons"])) == (s["person"] or "")
    assert all(a["statements"] == sum(s["file"] == f for s in statements) for f, a in articles.items())
    assert {r.article.text for r in own_reports()} == {a["text"] for a in articles.values()}
    assert {a["text"] for a in _table(archive, "articles", "--no-text")} == {None}


def test_filters_keep_what_they_keep_elsewhere(archive: str) -> None:
    asked = ("--by", "السعدي", "--form", "indirect")
    statements = _table(archive, "statements", *asked)
    assert len(statements) == len(_rows("statements", "--db", archive, *asked)) > 0
    assert {a["file"] for a in _table(archive, "articles", *asked)} == {s["file"] for s in statements}
    none = dip("export", "--db", archive, "--by", "nobody")
    assert (none.returncode, none.stdout) == (1, b"")


def test_csv_and_ndjson_in_a_folder(archive: str, tmp_path: Path) -> None:
    for name in ("csv", "ndjson"):
        assert dip("export", "--db", archive, "-f", name, "-o", str(tmp_path / "made/here")).returncode == 0
    assert sorted(p.name for p in (tmp_path / "made/here").iterdir()) == sorted(
        f"{t}.{f}" for t in TABLES for f in ("csv", "ndjson")
    )
    for table in TABLES:
        whole = (tmp_path / f"made/here/{table}.ndjson").read_text(encoding="utf-8")
        records = [json.loads(line) for line in whole.splitlines()]
        read_back = list(csv.DictReader(io.StringIO((tmp_path / f"made/here/{table}.csv").read_text(encoding="utf-8"))))
        assert [list(r) for r in read_back] == [list(r) for r in records]
        assert [r["schema"] for r in read_back] == [r["schema"] for r in records]
    statements = list(csv.DictReader((tmp_path / "made/here/statements.csv").open(encoding="utf-8", newline="")))
    assert [s["text"] for s in statements] == [s["text"] for s in _table(archive, "statements")]


@needs("pyarrow", "parquet")
def test_parquet_comes_back_as_it_went(archive: str, tmp_path: Path) -> None:
    from pyarrow import parquet

    assert dip("export", "--db", archive, "-f", "parquet", "-o", str(tmp_path)).returncode == 0
    for table in TABLES:
        made = parquet.read_table(tmp_path / f"{table}.parquet")
        records = _table(archive, table)
        assert made.to_pylist() == [{k: v for k, v in r.items() if k != "schema"} for r in records]
        assert made.schema.metadata[b"dip.schema"].decode() == records[0]["schema"]
        assert made.schema.field(0).nullable is False
    one = dip("export", "persons", "--db", archive, "-f", "parquet").stdout
    assert one == (tmp_path / "persons.parquet").read_bytes()


@needs("pyarrow", "parquet")
def test_parquet_of_nothing_has_its_columns(archive: str, tmp_path: Path) -> None:
    from pyarrow import parquet

    path = tmp_path / "x.parquet"
    asked = ("--db", archive, "--by", "nobody", "-f", "parquet", "-o", str(path))
    assert dip("export", "statements", *asked).returncode == 1
    assert parquet.read_table(path).num_rows == 0
    assert "speaker_persons" in parquet.read_schema(path).names


@needs("pyarrow", "parquet")
def test_parquet_in_groups_and_with_what_utf_8_does_not_have(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from pyarrow import parquet

    from dipcli.outputs import parquet as ours
    from dipcli.outputs.options import WriteOptions

    monkeypatch.setattr(ours, "_MOST_ROWS", 2)
    with (tmp_path / "x").open("wb") as out:
        writer = ours.ParquetWriter(out, WriteOptions(columns=("schema", "name", "id", "entity")), "person")
        for n in range(5):
            writer.write({"id": n, "name": f"علي\ud800 \u202e{n}", "entity": None})
        writer.close()
    made = parquet.ParquetFile(tmp_path / "x")
    assert made.num_row_groups == 3
    assert made.read().to_pylist()[4] == {"name": "علي\\ud800 \u202e4", "id": 4, "entity": None}


def test_the_usual_format_counts_where_it_is_one_of_these(archive: str) -> None:
    assert dip("export", "persons", "--db", archive, DIP_FORMAT="csv").stdout.startswith(b"schema,id,name,")
    assert dip("export", "persons", "--db", archive, DIP_FORMAT="table").stdout.startswith(b'{"schema":"dip.person/1"')


def test_a_missing_library_is_one_line(archive: str, tmp_path: Path) -> None:
    (tmp_path / "pyarrow.py").write_text("raise ImportError")
    done = subprocess.run(
        [sys.executable, "-m", "dipcli", "export", "--db", archive, "-f", "parquet", "-o", str(tmp_path / "out")],
        capture_output=True, cwd=ROOT, check=False, env=environment(PYTHONPATH=str(tmp_path)),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode() == "dip: --format parquet needs pyarrow: pip install 'dipcli[parquet]'\n"
    assert os.listdir(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("statments",), "did you mean statements?"),
        (("-f", "parqet"), "did you mean parquet?"),
        (("-f", "csv"), "name one, or a folder with -o"),
        (("--bom",), "--bom goes with --format csv"),
    ],
)
def test_a_usage_error_says_what_to_do(archive: str, args: tuple[str, ...], said: str) -> None:
    done = dip("export", *args, "--db", archive)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert said in done.stderr.decode()


def test_without_an_archive_there_is_nothing_to_export() -> None:
    done = dip("export")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"which archive?" in done.stderr


def test_a_run_that_fails_leaves_the_tables_that_were_there(tmp_path: Path) -> None:
    """One article is damaged: nothing of what was written before it takes the place of the old tables."""
    import sqlite3

    reports = [read(f"قال الوزير حازم العمري إن الجسر رقم {n} جاهز.", f"{n}.txt") for n in range(3)]
    path = archive_of(tmp_path / "a.db", reports)
    out = tmp_path / "out"
    assert dip("export", "--db", path, "-f", "csv", "-o", str(out), "--reprints").returncode == 0
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    db = sqlite3.connect(path)
    db.execute("UPDATE content SET report = x'00' WHERE article = (SELECT max(id) FROM article)")
    db.commit()
    db.close()
    done = dip("export", "--db", path, "-f", "csv", "-o", str(out), "--reprints")
    assert done.returncode == 2
    assert b"damaged" in done.stderr
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before


@pytest.mark.parametrize("name", ["csv", pytest.param("parquet", marks=needs("pyarrow", "parquet"))])
def test_a_full_disk_leaves_the_tables_that_were_there(archive: str, tmp_path: Path, name: str) -> None:
    import resource

    out = tmp_path / "out"
    ask = ["export", "--db", archive, "-f", name, "-o", str(out)]
    assert dip(*ask, "--by", "السعدي").returncode == 0
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    done = subprocess.run(
        [sys.executable, "-m", "dipcli", *ask], capture_output=True, cwd=ROOT, env=environment(), check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (36_000, 36_000)),
    )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert b"File too large" in done.stderr
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before
