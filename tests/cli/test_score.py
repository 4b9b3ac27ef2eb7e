"""``dip score`` by the real command, and the example of docs/annotating.md."""

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dipcli.evaluation.figures import MEASURES
from dipcli.outputs.schema import schema
from dipcli.outputs.writers import FORMATS
from tests.cli.running import dip
from tests.conftest import OWN_GOLD, ROOT

GOLD = "tests/gold/dev"


def rows(out: bytes) -> dict[str, dict[str, Any]]:
    """Figures of an NDJSON output, by name."""
    return {r["figure"]: r for r in map(json.loads, out.splitlines())}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two of the annotated articles, to do harm to."""
    for name in ("D01", "D02"):
        for path in (f"texts/{name}.txt", f"annotations/{name}.json"):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            shutil.copy(OWN_GOLD / path, tmp_path / path)
    return tmp_path


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of the annotated articles of the project, as JSON lines."""
    path = tmp_path_factory.mktemp("reports") / "reports.ndjson"
    path.write_bytes(dip("report", f"{GOLD}/texts").stdout)
    return path


def test_texts_file_and_pipe_give_the_same(reports: Path) -> None:
    alone = dip("score", GOLD)
    assert (alone.returncode, alone.stderr) == (0, b"")
    assert alone.stdout == dip("score", GOLD, str(reports)).stdout
    assert alone.stdout == dip("score", GOLD, "-", stdin=reports.read_bytes()).stdout
    array = json.dumps([json.loads(x) for x in reports.read_text().splitlines()], indent=1).encode()
    assert alone.stdout == dip("score", GOLD, "-", stdin=array).stdout
    found = rows(alone.stdout)
    assert list(found) == list(MEASURES)
    assert found["statement@.5"]["articles"] == 16
    assert found["statement@.5"]["annotated"] == 247
    assert 0.8 < found["statement@.5"]["low"] < found["statement@.5"]["value"] < found["statement@.5"]["high"] < 1


def test_without_people_is_another_measurement() -> None:
    known, unknown = rows(dip("score", GOLD).stdout), rows(dip("score", GOLD, "--without", "people").stdout)
    assert unknown["country accuracy"]["value"] < known["country accuracy"]["value"]


@pytest.mark.parametrize("written", ["table", *(name for name, f in FORMATS.items() if not f.binary)])
@pytest.mark.parametrize("option", [[], ["--mistakes"]])
def test_every_format(reports: Path, written: str, option: list[str]) -> None:
    done = dip("score", GOLD, str(reports), "--format", written, *option)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"\n")
    assert len(done.stdout.splitlines()) > 20


@pytest.mark.parametrize("option", [[], ["--mistakes"]])
def test_rows_are_as_the_schema_says(reports: Path, option: list[str]) -> None:
    records = [json.loads(x) for x in dip("score", GOLD, str(reports), *option).stdout.splitlines()]
    own = Draft202012Validator(schema("mistake" if option else "score"))
    assert len(records) > 20
    for record in records:
        own.validate(record)


def test_a_mistake_names_its_place(reports: Path) -> None:
    table = list(
        csv.DictReader(io.StringIO(dip("score", GOLD, str(reports), "--mistakes", "-f", "csv").stdout.decode()))
    )
    missed = [r for r in table if r["kind"] == "statement_missed"]
    recall = rows(dip("score", GOLD, str(reports)).stdout)["recall@.5"]
    assert len(missed) == recall["annotated"] - recall["right"]
    for r in missed:
        line = (ROOT / r["file"]).read_text().split("\n")[int(r["line"]) - 1]
        assert r["cue"] in line


@pytest.mark.parametrize("option", [[], ["--mistakes"]])
def test_a_screen_in_arabic(reports: Path, option: list[str]) -> None:
    shown = dip("score", GOLD, str(reports), "-f", "table", "--lang", "ar", *option).stdout.decode()
    english = dip("score", GOLD, str(reports), "-f", "table", "--lang", "en", *option).stdout.decode()
    assert shown.count("\n") > 20
    assert "statement" in english
    assert "statement" not in shown
    assert "مقال" in shown or "قول لم يوجد" in shown


def test_no_line_is_wider_than_asked(reports: Path) -> None:
    from rich.cells import cell_len

    for option in ([], ["--mistakes"]):
        shown = dip("score", GOLD, str(reports), "-f", "table", *option, COLUMNS="44").stdout.decode()
        assert max(map(cell_len, shown.splitlines())) <= 44


def test_a_missing_report_counts_and_is_said(small: Path, reports: Path) -> None:
    only = next(x for x in reports.read_bytes().splitlines(keepends=True) if b"D01.txt" in x)
    done = dip("score", str(small), "-", stdin=only)
    assert done.returncode == 0
    assert done.stderr == b"dip: 1 of 2 articles have no report: nothing is found in them\n"
    found = rows(done.stdout)["recall@.5"]
    assert found["missing"] == 1
    assert found["annotated"] == rows(dip("score", str(small)).stdout)["recall@.5"]["annotated"]
    assert dip("score", str(small), "-", "-q", stdin=only).stderr == b""


def test_reports_of_other_articles_are_not_counted(small: Path, reports: Path) -> None:
    done = dip("score", str(small), str(reports))
    assert done.stderr == b"dip: 14 reports are of no annotated article: not counted\n"
    assert done.stdout == dip("score", str(small)).stdout


def test_a_bad_annotation_is_one_failure(small: Path) -> None:
    path = small / "annotations/D01.json"
    path.write_text(path.read_text().replace('"indirect"', '"inderect"', 1))
    done = dip("score", str(small))
    assert done.returncode == 3
    first, last = done.stderr.decode().splitlines()
    assert first.startswith(f"dip: {path}: statement 1: form is one of direct, mixed, indirect")
    assert last == "dip: 1 of 2 failed (--errors-as-records lists them)"
    assert rows(done.stdout)["recall@.5"]["articles"] == 1
    assert dip("score", str(small), "--strict").stdout == b""
    assert dip("score", str(small), "--exit-zero").returncode == 0
    error = json.loads(dip("score", str(small), "--errors-as-records").stdout.splitlines()[0])
    assert (error["schema"], error["file"]) == ("dip.error/1", str(path))


def test_an_unknown_theme_is_a_mistake_of_the_annotation(small: Path) -> None:
    path = small / "annotations/D02.json"
    path.write_text(path.read_text().replace('"protocol"', '"protocoll"'))
    assert b'themes: there is no "protocoll"' in dip("score", str(small)).stderr


def test_an_article_that_is_empty_is_one_failure(small: Path) -> None:
    (small / "texts/D01.txt").write_bytes(b"")
    path = small / "annotations/D01.json"
    path.write_text(json.dumps({"entities": [], "statements": []}))
    done = dip("score", str(small))
    assert done.returncode == 3
    assert b"D01.txt: empty" in done.stderr


def test_a_report_of_another_text_is_refused(small: Path, reports: Path) -> None:
    text = small / "texts/D02.txt"
    text.write_text("و" + text.read_text())
    path = small / "annotations/D02.json"
    path.write_text(json.dumps({"entities": [], "statements": []}))
    done = dip("score", str(small), str(reports), "-q")
    assert done.returncode == 3
    assert b"it is of another text" in done.stderr
    assert rows(done.stdout)["recall@.5"]["missing"] == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty: no report in it"),
        (b"{\n", "line 1: not JSON"),
        (b"[{", "cannot be read"),
        (b'{"schema":"dip.statement/1"}\n', "not a report of dip"),
    ],
)
def test_what_is_no_report_is_not_scored(data: bytes, said: str) -> None:
    done = dip("score", GOLD, "-", stdin=data)
    assert (done.returncode, done.stdout) == (4, b"")
    assert said in done.stderr.decode()


def test_the_same_report_twice_counts_once(small: Path, reports: Path) -> None:
    lines = [x for x in reports.read_bytes().splitlines(keepends=True) if b"D01.txt" in x or b"D02.txt" in x]
    done = dip("score", str(small), "-", stdin=b"".join([*lines, lines[0]]))
    assert done.returncode == 3
    assert b"-#3: a second report of D01" in done.stderr
    assert done.stdout == dip("score", str(small)).stdout


def test_nothing_to_score(tmp_path: Path) -> None:
    for arguments, said in (
        ([str(tmp_path / "gone")], "gone: no such folder"),
        ([str(tmp_path)], "no annotations in it: it needs texts/NAME.txt and annotations/NAME.json"),
        ([GOLD, str(tmp_path / "gone.ndjson")], "gone.ndjson: cannot be read: No such file or directory"),
    ):
        done = dip("score", *arguments)
        assert (done.returncode, done.stdout) == (4, b"")
        assert said in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
    assert dip("score").returncode == 2


# -- docs/annotating.md ------------------------------------------------------------------------------------------------

_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```\n<!-- end -->", re.DOTALL)


def test_the_example_of_the_documentation_is_whole(tmp_path: Path) -> None:
    text = (ROOT / "docs/annotating.md").read_text(encoding="utf-8")
    files = dict(_FILE.findall(text))
    assert set(files) == {"texts/ferry.txt", "annotations/ferry.json"}
    for name, body in files.items():
        path = tmp_path / "my-gold" / name
        path.parent.mkdir(parents=True)
        path.write_text(body, encoding="utf-8")
    gold = str(tmp_path / "my-gold")
    done = dip("score", gold)
    assert (done.returncode, done.stderr) == (0, b"")
    found = rows(done.stdout)
    assert found["statement@.5"]["annotated"] == 3
    assert found["message"]["annotated"] == 1
    # It is plain enough to be read rightly, so that a reader who tries it sees what a good figure looks like.
    assert found["who-whom"]["value"] == 1.0
    reports = tmp_path / "reports.ndjson"
    reports.write_bytes(dip("report", f"{gold}/texts").stdout)
    assert dip("score", gold, str(reports)).stdout == done.stdout
    assert dip("score", gold, "--mistakes").returncode == 0


def test_every_key_that_is_read_is_documented() -> None:
    from dipcli.evaluation import annotations

    text = (ROOT / "docs/annotating.md").read_text(encoding="utf-8")
    keys = {*annotations.STATEMENT, *annotations.STATEMENT_MORE, "key", "kind", "name", "aliases", "office", "country"}
    assert {k for k in keys if f"`{k}`" not in text} <= {"n"}
