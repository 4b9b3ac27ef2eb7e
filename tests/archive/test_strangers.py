"""Other programs open an archive as it stands, as docs/archive.md says; what stands there is run."""

import asyncio
import os
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from dipcli.archive.functions import add_functions
from dipcli.views.statements import content_text
from tests.archive.making import archive_of, own_reports
from tests.cli.running import dip
from tests.conftest import ROOT

DOCS = (ROOT / "docs/archive.md").read_text(encoding="utf-8")
VIEWS = ("articles", "statements", "speakers", "addressees", "statement_themes", "persons", "themes")


def shown(name: str) -> str:
    """What stands in the docs under this mark."""
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```\n<!-- end -->", DOCS, re.DOTALL)
    assert found, name
    return found[1]


def needed(module: str) -> Any:
    """A module; the test is skipped where it is not installed, and fails in CI."""
    if os.environ.get("CI") == "true":
        __import__(module)
    return pytest.importorskip(module)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    return archive_of(tmp_path_factory.mktemp("archive") / "news.db", own_reports())


def _said() -> list[tuple[str, str, str]]:
    """Who said what where, of every speaker who has a name."""
    return sorted(
        (r.article.source, s.id, x.entity)
        for r in own_reports()
        for s in r.statements
        for x in s.sources
        if x.entity and next(e for e in r.entities if e.id == x.entity).kind not in ("unnamed", "group")
    )


def test_views_say_what_the_reports_say(archive: str) -> None:
    db = sqlite3.connect(archive)
    assert {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")} == set(VIEWS)
    query = "SELECT source, 's' || statement FROM statements JOIN speakers USING (article, statement)"
    assert sorted(db.execute(query)) == [(file, s) for file, s, _ in _said()]
    said = list(db.execute("SELECT source, 's' || statement, form, status, medium, confidence FROM statements"))
    assert sorted(said, key=str) == sorted(
        (
            (r.article.source, s.id, s.form, s.status, s.medium.kind if s.medium else None, s.confidence)
            for r in own_reports()
            for s in r.statements
        ),
        key=str,
    )
    themes = list(
        db.execute("SELECT source, 's' || t.statement, theme FROM statement_themes t JOIN articles ON id = article")
    )
    assert sorted(themes) == sorted(
        (r.article.source, s.id, t) for r in own_reports() for s in r.statements for t in s.themes
    )
    totals = db.execute("SELECT sum(said), (SELECT count(*) FROM speakers) FROM persons").fetchone()
    assert totals[0] == totals[1] > 0
    totals = db.execute("SELECT sum(statements), (SELECT count(*) FROM statement_themes) FROM themes").fetchone()
    assert totals[0] == totals[1] > 0


def test_functions_give_the_texts(archive: str) -> None:
    db = sqlite3.connect(archive)
    add_functions(db)
    texts = dict(db.execute("SELECT source, dip_text(body) FROM articles JOIN content ON article = id"))
    assert texts == {r.article.source: r.article.text for r in own_reports()}
    query = "SELECT source, 's' || statement, dip_said(body, report, statement) FROM statements JOIN content USING (article)"
    assert sorted(db.execute(query)) == sorted(
        (r.article.source, s.id, content_text(r, s)) for r in own_reports() for s in r.statements
    )
    assert db.execute("SELECT dip_said(body, report, 999) FROM content").fetchone() == (None,)


def test_pandas_opens_it(archive: str, monkeypatch: pytest.MonkeyPatch) -> None:
    needed("pandas")
    monkeypatch.chdir(Path(archive).parent)
    names: dict[str, Any] = {}
    exec(shown("pandas"), names)
    frame = names["said"]
    assert len(frame) == len(_said())
    assert list(frame.columns) == ["name", "source", "published", "said"]
    texts = {content_text(r, s) for r in own_reports() for s in r.statements}
    assert set(frame["said"]) <= texts


def test_duckdb_opens_it(archive: str) -> None:
    duckdb = needed("duckdb")
    extension = needed("duckdb_extension_sqlite_scanner")
    connection = duckdb.connect()
    # INSTALL would ask the network.
    (file,) = Path(extension.__file__).parent.rglob("*.duckdb_extension")
    connection.execute(f"LOAD '{file}'")
    attach, query = shown("duckdb").strip().split(";\n", 1)
    connection.execute(attach.replace("'news.db'", f"'{archive}'"))
    rows = connection.execute(query).fetchall()
    db = sqlite3.connect(archive)
    assert rows
    expected = "SELECT name, count(*) FROM speakers GROUP BY person ORDER BY 2 DESC"
    assert [n for _, n in rows] == [n for _, n in db.execute(expected)][: len(rows)]
    for view in VIEWS:
        columns = [c for c, *_ in db.execute(f"SELECT * FROM {view} LIMIT 0").description]
        order = ", ".join(columns)
        found = connection.execute(f"SELECT * FROM news.{view}").fetchall()
        assert sorted(map(str, found)) == sorted(
            str(tuple(bool(v) if c == "first_print" else v for c, v in zip(columns, row, strict=True)))
            for row in db.execute(f"SELECT {order} FROM {view}")
        ), view


def test_duckdb_reads_what_is_exported(archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = needed("duckdb")
    needed("pyarrow")
    monkeypatch.chdir(tmp_path)
    assert dip("export", "--db", archive, "-f", "parquet", "-o", str(tmp_path / "tables")).returncode == 0
    rows = duckdb.connect().execute(shown("exported")).fetchall()
    best = sqlite3.connect(archive).execute("SELECT name, said FROM persons ORDER BY said DESC").fetchone()
    assert rows[0][1] == best[1]


def test_datasette_opens_it(archive: str, tmp_path: Path) -> None:
    app = needed("datasette.app")
    (tmp_path / "texts.py").write_text(shown("plugin"), encoding="utf-8")

    async def ask() -> None:
        datasette = app.Datasette([archive], plugins_dir=str(tmp_path))
        await datasette.invoke_startup()
        page = await datasette.client.get("/news")
        assert page.status_code == 200
        for view in VIEWS:
            found = await datasette.client.get(f"/news/{view}.json?_shape=array&_size=5")
            assert found.status_code == 200, view
            assert found.json(), view
        sql = shown("datasette")
        found = await datasette.client.get("/news.json", params={"sql": sql, "_shape": "array"})
        assert found.status_code == 200, found.text
        texts = {content_text(r, s) for r in own_reports() for s in r.statements}
        assert {row["said"] for row in found.json()} <= texts

    asyncio.run(ask())
