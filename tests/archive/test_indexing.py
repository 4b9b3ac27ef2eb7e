"""Bringing files in: again and again, changed, interrupted, by two at once."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dipcli.archive.connection import open_to_read, open_to_write
from dipcli.archive.errors import ArchiveError
from dipcli.archive.finding import Wanted
from dipcli.archive.indexing import FileState, Index
from dipcli.archive.reading import Reader
from dipcli.model import Report, RulesId
from dipcli.query import Query
from tests.archive.making import NOON, add, archive_of, dump, own_reports, read, texts_of


def test_a_changed_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:3])
    before = texts_of(path)
    changed = read("قال الرئيس إن القمة أجلت.", own_reports()[1].article.source)
    with Index(path, lambda: NOON) as index:
        file = FileState(path=changed.article.source, place=None, digest=b"other")
        index.add(changed, index.begin(file), 0)
        index.finish(file)
    assert texts_of(path) == {**before, changed.article.source: changed.article.text}
    db = open_to_read(path)
    for table in ("content", "statement", "said", "named", "theme", "shingle", "called"):
        left = f"SELECT count(*) FROM {table} WHERE article NOT IN (SELECT id FROM article)"
        assert db.execute(left).fetchone() == (0,), table
    assert not db.execute("SELECT rowid FROM words WHERE words MATCH 'terms' AND rowid = 99").fetchall()


def test_what_is_taken_out_is_found_no_more(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports())
    with Index(path, lambda: NOON) as index:
        index.prune(lambda place: False)
    # Files given to these tests have no place; all are gone.
    assert texts_of(path) == {}
    db = open_to_read(path)
    assert db.execute("SELECT count(*) FROM words('الرييس')").fetchone() == (0,)


def test_the_first_print_gives_its_story_to_the_next_when_it_goes(tmp_path: Path) -> None:
    report = next(r for r in own_reports() if len(r.article.text.split()) > 90)
    again = report._replace(article=report.article._replace(source="other.txt"))
    path = archive_of(tmp_path / "a.db", [report, again])
    with Index(path, lambda: NOON) as index:
        index.begin(FileState(path=report.article.source, place=None, digest=b"changed"))
    db = open_to_read(path)
    found = Reader(db, path).articles(Query(), None, Wanted())
    assert [s.report.article.source for s in found] == ["other.txt"]


def _interrupted(path: str, reports: Sequence[Report]) -> None:
    with Index(path, lambda: NOON) as index:
        for report in reports[:3]:
            add(index, report)
        raise KeyboardInterrupt


def test_an_interrupted_run_keeps_what_it_has_done(tmp_path: Path) -> None:
    reports = own_reports()[:5]
    path = str(tmp_path / "a.db")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path, reports)
    with Index(path, lambda: NOON) as index:
        done = [index.state(r.article.source) for r in reports]
        assert [s is not None and s.complete for s in done] == [True] * 3 + [False] * 2
        for report in reports[3:]:
            add(index, report)
    assert dump(path) == dump(archive_of(tmp_path / "whole.db", reports))


def test_articles_of_other_rules_are_found_and_read_again(tmp_path: Path) -> None:
    reports = list(own_reports()[:4])
    old = RulesId(version="old", sha256="0" * 64)
    mixed = [reports[0], *(r._replace(rules=old, statements=(), themes=()) for r in reports[1:])]
    path = archive_of(tmp_path / "a.db", mixed)
    came_in = _arrivals(path)
    with Index(path, lambda: "2027-01-01T00:00:00Z") as index:
        numbers = index.outdated(reports[0].rules)
        assert numbers == [2, 3, 4]
        assert [a.text for a in index.articles(numbers)] == [r.article.text for r in reports[1:]]
        for number, report in zip(numbers, reports[1:], strict=True):
            index.replace(number, report)
    with Index(path, lambda: NOON) as index:
        assert index.outdated(reports[0].rules) == []
    db = open_to_read(path)
    found = list(Reader(db, path).articles(Query(), None, Wanted(reprints=True)))
    assert [s.report.statements for s in found] == [tuple(x._replace(trace=()) for x in r.statements) for r in reports]
    assert _arrivals(path) == came_in


def _arrivals(path: str) -> dict[str, str]:
    db = open_to_read(path)
    return dict(db.execute("SELECT source, added FROM article"))


def test_no_two_articles_come_in_at_once_nor_before_others(tmp_path: Path) -> None:
    times = iter(("2026-01-02T00:00:00.000000Z", "2026-01-01T00:00:00.000000Z", "2026-01-02T00:00:00.000001Z"))
    with Index(str(tmp_path / "a.db"), lambda: next(times)) as index:
        for report in own_reports()[:3]:
            add(index, report)
    came_in = list(_arrivals(index.path).values())
    assert came_in == [f"2026-01-02T00:00:00.00000{n}Z" for n in range(3)]


def test_what_a_changed_file_still_has_is_not_new(tmp_path: Path) -> None:
    one, two = (read(f"قال الوزير حازم العمري إن الجسر رقم {n} جاهز.", f"news#{n}") for n in range(2))
    path = str(tmp_path / "a.db")
    with Index(path, lambda: NOON) as index:
        state = FileState(path="news", place=None, digest=b"1")
        index.add(one, index.begin(state), 0)
        index.finish(state)
    before = _arrivals(path)
    with Index(path, lambda: "2026-02-01T00:00:00.000000Z") as index:
        # Ended in the middle: what it still has is known to the next run.
        index.begin(state._replace(digest=b"2"))
    with Index(path, lambda: "2026-03-01T00:00:00.000000Z") as index:
        state = state._replace(digest=b"2")
        index.add(two, index.begin(state), 0)
        index.add(one, index.begin(state), 1)
        index.finish(state)
    assert _arrivals(path) == {**before, "news#1": "2026-03-01T00:00:00.000000Z"}
    assert open_to_read(path).execute("SELECT count(*) FROM arrival").fetchone() == (0,)


def test_a_reprint_that_stands_for_its_story_came_in_with_it(tmp_path: Path) -> None:
    text = "قال الوزير حازم العمري إن الجسر جاهز وإن الطريق إليه مفتوح أمام الجميع منذ الصباح."
    path = archive_of(tmp_path / "a.db", [read(text, "a"), read(text, "b")])
    before = _arrivals(path)
    with Index(path, lambda: NOON) as index:
        index.prune(lambda place: False)
    assert _arrivals(path) == {}
    path = archive_of(tmp_path / "b.db", [read(text, "a"), read(text, "b")])
    with Index(path, lambda: "2026-02-01T00:00:00.000000Z") as index:
        index.begin(FileState(path="a", place=None, digest=b"2"))
    assert _arrivals(path) == {"b": before["a"]}


def test_readers_are_let_in_while_a_writer_works(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:2])
    with Index(path, lambda: NOON) as index:
        for n, report in enumerate(own_reports()[2:]):
            add(index, report._replace(article=report.article._replace(source=f"{n}.txt")))
            for _ in range(13):  # in the middle of the transaction
                assert len(texts_of(path)) >= 2
    assert len(texts_of(path)) == len(own_reports())


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:1])
    one = Index(path, lambda: NOON)
    other = open_to_write(path)
    other.execute("PRAGMA busy_timeout = 50")
    one.begin(FileState(path="x", place=None, digest=b""))
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    one.__exit__(None, None, None)
    other.execute("BEGIN IMMEDIATE")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no archive of dip"),
        (b"this is no database at all, but long enough to look at" * 100, "damaged, or no archive of dip"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=reason):
        open_to_read(str(path))


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE mine (x)")
    db.close()
    for opened in (open_to_read, lambda p: open_to_write(p, create=True)):
        with pytest.raises(ArchiveError, match="no archive of dip"):
            opened(str(path))


def test_a_process_that_ended_before_the_first_table_is_in_nobodys_way(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "a.db")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    assert (tmp_path / "a.db").stat().st_size > 0
    assert len(texts_of(archive_of(tmp_path / "a.db", own_reports()[:1]))) == 1


def test_an_archive_of_a_newer_dip_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:1])
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(ArchiveError, match=r"newer dip \(schema 99, this one reads up to \d+\): upgrade"):
        open_to_read(path)


class _Stopped(sqlite3.Connection):
    """Raises what ^C raises at its ``stop``-th command."""

    stop = commands = 0

    def _count(self) -> None:
        _Stopped.commands += 1
        if _Stopped.commands == _Stopped.stop:
            raise KeyboardInterrupt

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self._count()
        return super().execute(*given)

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        self._count()
        return super().executemany(*given)


def test_a_run_that_is_stopped_between_two_commands_keeps_whole_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = own_reports()[:3]
    whole = dump(archive_of(tmp_path / "whole.db", reports))
    usual = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: usual(*given, factory=_Stopped, **more))
    for stop in range(5, 400, 9):
        path = tmp_path / f"{stop}.db"
        _Stopped.stop, _Stopped.commands = stop, 0
        with contextlib.suppress(KeyboardInterrupt):
            archive_of(path, reports)
        _Stopped.stop = 0
        assert dump(archive_of(path, reports)) == whole, stop


def test_two_runs_over_the_same_files_at_once_bring_each_in_once(tmp_path: Path) -> None:
    reports = own_reports()[:4]
    path = str(tmp_path / "a.db")
    one, other = Index(path, lambda: NOON), Index(path, lambda: NOON)
    files = [FileState(path=r.article.source, place=None, digest=b"") for r in reports]
    assert [one.state(f.path) for f in files] == [other.state(f.path) for f in files] == [None] * 4
    for n, (report, file) in enumerate(zip(reports, files, strict=True)):
        for index in (one, other) if n % 2 else (other, one):
            index.add(report, index.begin(file), 0)
            index.finish(file)
            index.commit()
    assert (one.tally.added, other.tally.added) == (2, 2)
    for index in (one, other):
        index.__exit__(None, None, None)
    assert dump(path) == dump(archive_of(tmp_path / "whole.db", reports))
    assert not [row for row in dump(path)["file"] if row[-1] == 0]


def test_the_newer_version_of_a_file_is_not_mixed_with_the_older(tmp_path: Path) -> None:
    one_report, other_report = own_reports()[:2]
    path = str(tmp_path / "a.db")
    one, other = Index(path, lambda: NOON), Index(path, lambda: NOON)
    old = FileState(path="a.jsonl", place=None, digest=b"old")
    new = old._replace(digest=b"new")
    one.add(one_report, one.begin(old), 0)
    one.commit()
    other.add(other_report, other.begin(new), 0)
    other.commit()
    one.add(own_reports()[2], one.begin(old), 1)
    one.finish(old)
    one.commit()
    other.finish(new)
    for index in (one, other):
        index.__exit__(None, None, None)
    assert list(texts_of(path).values()) == [other_report.article.text]
