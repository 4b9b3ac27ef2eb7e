"""Archives for tests: made of the project's own articles."""

import sqlite3
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from dipcli import load_rules, parse
from dipcli.archive.connection import opened
from dipcli.archive.finding import Wanted
from dipcli.archive.indexing import FileState, Index
from dipcli.archive.reading import Reader, Stored
from dipcli.model import Article, Report
from dipcli.query import Query
from dipcli.rules.load import Rules
from tests.conftest import ROOT

NOON = "2026-01-01T12:00:00.000000Z"


@cache
def rules() -> Rules:
    """The rules, loaded once."""
    return load_rules()


@cache
def own_reports() -> tuple[Report, ...]:
    """Reports of the samples and of the articles written for the gate, some of them dated."""
    paths = sorted((ROOT / "samples").glob("*.txt")) + sorted((ROOT / "tests/gold/dev/texts").glob("*.txt"))
    dates = (None, "2022-01-03", "2022-01", "2021", "2023-05-09")
    return tuple(
        parse(
            Article(
                text=path.read_text(encoding="utf-8"), source=path.name, published=dates[n % len(dates)],
                published_from="metadata" if dates[n % len(dates)] else None,
            ),
            rules(),
        )
        for n, path in enumerate(paths)
    )  # fmt: skip


def read(text: str, source: str = "a.txt") -> Report:
    """The report of a text."""
    return parse(Article(text=text, source=source), rules())


def archive_of(path: Path, reports: Iterable[Report]) -> str:
    """An archive of these reports, each from a file of its own."""
    with Index(str(path), lambda: NOON) as index:
        for report in reports:
            add(index, report)
    return str(path)


def add(index: Index, report: Report) -> None:
    """Add one report from a file of its own."""
    file = FileState(path=report.article.source, place=None, digest=b"")
    index.add(report, index.begin(file), 0)
    index.finish(file)


def stored(path: str) -> list[Stored]:
    """All articles of an archive, reprints too."""
    with opened(path) as db:
        return list(Reader(db, path).articles(Query(), None, Wanted(reprints=True, of_statements=False)))


def texts_of(path: str) -> dict[str, str]:
    """Texts of all articles of an archive, by their sources."""
    return {s.report.article.source: s.report.article.text for s in stored(path)}


def dump(path: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in an archive, by table; of the index of words which word each article has."""
    db = sqlite3.connect(path)
    try:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith(("words", "sqlite_"))
        ]
        db.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, words, instance)")
        out = {table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
        return {**out, "words": sorted(db.execute("SELECT term, doc FROM temp.word"))}
    finally:
        db.close()
