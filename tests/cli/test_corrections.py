"""dip leaders --merge, --split, --corrections and --undo through the real command."""

import json
from pathlib import Path

import jsonschema
import pytest

from dipcli.outputs.schema import schema
from tests.cli.running import dip, rows_of

pytestmark = pytest.mark.typer

_TEXTS = (
    "قال وزير النقل التونسي غاستون ميلافيتش إن الطريق مفتوح.",
    "قال النائب غاستون ميلاف إن الطريق مغلق.",
    "قال وزير العمل الأردني سامر النجار إن الجسر جاهز.",
    "قال وزير العمل التونسي سامر النجار إن الجسر بعيد.",
)


@pytest.fixture
def db(tmp_path: Path) -> str:
    (tmp_path / "n.jsonl").write_text("\n".join(json.dumps({"text": t}) for t in _TEXTS), encoding="utf-8")
    path = str(tmp_path / "a.db")
    assert dip("index", str(tmp_path / "n.jsonl"), "--db", path).returncode == 0
    return path


def test_a_merge_holds_for_all_commands_and_is_taken_back(db: str) -> None:
    done = dip("leaders", "--db", db, "--merge", "غاستون ميلافيتش", "غاستون ميلاف")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "--undo 1" in done.stdout.decode()
    said = rows_of(dip("statements", "--db", db, "--sort", "place").stdout)
    assert [r["person"] for r in said][:2] == ["غاستون ميلافيتش"] * 2
    assert [r["speaker"] for r in said][:2] == ["غاستون ميلافيتش", "غاستون ميلاف"]
    counted = {r["name"]: r["said"] for r in rows_of(dip("leaders", "--db", db).stdout)}
    assert counted["غاستون ميلافيتش"] == 2
    assert len(rows_of(dip("statements", "--db", db, "--by", "غاستون ميلاف").stdout)) == 2
    (row,) = rows_of(dip("leaders", "--db", db, "--corrections").stdout)
    jsonschema.validate(row, schema("correction"))
    assert (row["number"], row["kind"], row["other"]) == (1, "merge", "غاستون ميلاف")
    assert "غاستون ميلاف" in dip("leaders", "--db", db, "--corrections", "-f", "table").stdout.decode()
    assert dip("leaders", "--db", db, "--undo", "1").returncode == 0
    assert rows_of(dip("leaders", "--db", db, "--corrections").stdout) == []
    assert {r["person"] for r in rows_of(dip("statements", "--db", db).stdout)} >= {"غاستون ميلاف", "غاستون ميلافيتش"}


def test_a_name_of_several_is_asked_by_number(db: str) -> None:
    asked = dip("leaders", "--db", db, "--merge", "سامر النجار", "غاستون ميلاف")
    assert asked.returncode == 2
    said = asked.stderr.decode()
    assert "is the name of several, take a number" in said
    numbers = [part.split()[0] for part in said.split("take a number: ")[1].split("; ")]
    assert len(numbers) == 2
    assert dip("leaders", "--db", db, "--merge", *numbers).returncode == 0
    assert len({r["person"] for r in rows_of(dip("statements", "--db", db, "--by", "سامر").stdout)}) == 1
    assert dip("leaders", "--db", db, "--split", numbers[0], "JO").returncode == 0
    assert [r["kind"] for r in rows_of(dip("leaders", "--db", db, "--corrections").stdout)] == ["merge", "split"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--merge", "سمير", "غاستون ميلاف"), 'nobody is called "سمير"'),
        (("--merge", "999", "غاستون ميلاف"), "there is no person 999"),
        (("--merge", "غاستون ميلاف", "غاستون ميلاف"), "one person already"),
        (("--split", "غاستون ميلاف", "سفير"), 'no form, office or country "سفير", but: غاستون ميلاف (النائب)'),
        (("--split", "غاستون ميلاف", "نائب"), "not all and not none"),
        (("--undo", "5"), "there is no correction 5"),
        (("--undo", "5", "--corrections"), "one at a time"),
    ],
)
def test_what_cannot_be_done_is_said(db: str, options: tuple[str, ...], said: str) -> None:
    done = dip("leaders", "--db", db, *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_people_are_corrected_in_an_archive_only() -> None:
    assert "which archive?" in dip("leaders", "--corrections").stderr.decode()
