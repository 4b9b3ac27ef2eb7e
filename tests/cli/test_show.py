"""dip show through the real command."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.running import dip
from tests.conftest import ROOT

_VISIT = (ROOT / "samples/visit.txt").read_text(encoding="utf-8")
_ID = hashlib.sha256(_VISIT.encode()).hexdigest()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("show")
    (folder / "again.txt").write_text(_VISIT, encoding="utf-8")
    (folder / "print.txt").write_text(_VISIT + "\nخدمة الأخبار", encoding="utf-8")
    many = "\n".join(json.dumps({"text": f"قال الوزير رقم {n} إن القمة أجلت."}) for n in range(40))
    (folder / "many.jsonl").write_text(many, encoding="utf-8")
    path = str(folder / "a.db")
    assert dip("index", "samples", str(folder), "--db", path).returncode == 0
    return path


@pytest.mark.parametrize("asked", [_ID, _ID[:7], f"sha256:{_ID[:9]}", _ID[:8].upper()])
def test_an_article_by_its_id_or_its_beginning(archive: str, asked: str) -> None:
    done = dip("show", asked, "--db", archive, "--format", "text")
    assert (done.returncode, done.stdout.decode()) == (0, _VISIT)


def test_the_screen_is_that_of_read_behind_where_it_came_from(archive: str) -> None:
    shown = dip("show", _ID[:8], "--db", archive, "--lang", "en").stdout.decode()
    head, _, article = shown.partition("\n\n")
    assert article == dip("read", "samples/visit.txt", "-f", "table", "--lang", "en").stdout.decode()
    assert f"sha256:{_ID}" in head
    assert "samples/visit.txt" in head
    assert "again.txt" in head
    assert "also in" in head
    assert "print.txt" in head.split("also in")[1]
    assert "came in 2" in head
    assert "read with rules 2" in head
    summary = dip("show", _ID[:8], "--db", archive, "--lang", "en", "--summary").stdout.decode()
    assert summary.endswith(dip("summarise", "samples/visit.txt", "-f", "table", "--lang", "en").stdout.decode())


def test_the_report_as_json(archive: str) -> None:
    report = json.loads(dip("show", _ID[:8], "--db", archive, "--format", "ndjson").stdout)
    assert report == json.loads(dip("report", "samples/visit.txt").stdout)


def test_ids_that_name_none_or_several(archive: str) -> None:
    none = dip("show", "f" * 64, "--db", archive)
    assert (none.returncode, none.stdout) == (1, b"")
    assert b"no article" in none.stderr
    assert dip("show", "f" * 64, "--db", archive, "--exit-zero").returncode == 0
    texts = [json.loads(x)["text"] for x in (Path(archive).parent / "many.jsonl").read_text().splitlines()]
    ids = [hashlib.sha256(t.encode()).hexdigest() for t in texts] + [_ID]
    first = next(i[0] for i in ids if sum(o[0] == i[0] for o in ids) > 1)
    several = dip("show", first, "--db", archive)
    assert (several.returncode, several.stdout) == (2, b"")
    assert "begins several ids" in several.stderr.decode()
    assert sum(i[:12] in several.stderr.decode() for i in ids) >= 2
    for wrong in ("visit.txt", "", "0" * 65):
        assert dip("show", wrong, "--db", archive).returncode == 2
    assert "which archive?" in dip("show", "ab").stderr.decode()
