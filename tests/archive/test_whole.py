"""Is an archive whole, and what is saved of one that is not: bytes changed anywhere, copies while others write."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dipcli import parse
from dipcli.archive.checking import check
from dipcli.archive.copying import backup
from dipcli.archive.errors import ArchiveError
from dipcli.archive.figures import figures
from dipcli.archive.indexing import FileState, Index
from dipcli.archive.salvaging import Saved, salvage
from dipcli.archive.schema import PAGE
from dipcli.model import Article, Report
from tests.archive.making import NOON, archive_of, dump, own_reports, read, rules, texts_of


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive with some reprints and a file of several records, closed and complete."""
    path = archive_of(tmp_path_factory.mktemp("whole") / "a.db", own_reports())
    with Index(path, lambda: NOON) as index:
        file = FileState(path="many.jsonl", place="/many.jsonl", digest=b"many")
        number = index.begin(file)
        for n, report in enumerate(own_reports()[:6]):
            index.add(report._replace(article=report.article._replace(source=f"many.jsonl#{n + 1}")), number, n)
        index.finish(file)
    return path


@pytest.fixture
def path(whole: str, tmp_path: Path) -> str:
    """A copy to break."""
    return shutil.copyfile(whole, tmp_path / "a.db")


def _read(article: Article) -> Report:
    return parse(article, rules())


# -- check -------------------------------------------------------------------------------------------------------------


def test_a_whole_archive_has_nothing_wrong(path: str) -> None:
    assert list(check(path)) == []


@pytest.mark.parametrize(
    ("change", "part", "reason"),
    [
        ("DELETE FROM content WHERE article = 3", "content", "has lost its text"),
        ("DELETE FROM article WHERE id = 1", "named", "of articles that are not there"),
        ("DELETE FROM statement WHERE article = (SELECT min(article) FROM statement)", "statement", "statements there"),
        ("DELETE FROM profile WHERE id = 2", "named", "of profiles that are not there"),
        ("UPDATE article SET story = 999 WHERE id = 2", "story", "a story that is not there"),
        ("UPDATE article SET characters = 1 WHERE id = 2", "article", "1 characters there"),
        ("UPDATE article SET rules = 77 WHERE id = 2", "article", "names one of rules that is not there"),
        ("UPDATE file SET done = 0 WHERE id = 2", "file", "does not know it"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "words", "not in the index of words"),
        ("UPDATE content SET body = x'00' WHERE article = 4", "content", "damaged"),
        ("UPDATE content SET report = x'0000000000' WHERE article = 4", "content", "damaged"),
        (
            "UPDATE content SET body = (SELECT body FROM content WHERE article = 5) WHERE article = 4",
            "content",
            "another",
        ),
        ("INSERT INTO theme VALUES (1, 999, 0)", "theme", "of articles that are not there"),
    ],
)
def test_what_does_not_fit_is_found(path: str, change: str, part: str, reason: str) -> None:
    db = sqlite3.connect(path)
    db.execute(change)
    db.commit()
    db.close()
    found = list(check(path))
    assert any(f.part == part and reason in f.reason for f in found), found


# -- bytes that are changed --------------------------------------------------------------------------------------------


def _break(path: str, seed: int) -> int:
    """Write nonsense over some bytes anywhere; where."""
    random_ = random.Random(seed)
    data = bytearray(Path(path).read_bytes())
    at = random_.randrange(len(data))
    data[at : at + 64] = random_.randbytes(min(64, len(data) - at))
    Path(path).write_bytes(data)
    return at


@pytest.mark.parametrize("seed", range(25))
def test_nonsense_anywhere_is_never_an_answer_and_the_rest_is_saved(whole: str, path: str, seed: int) -> None:
    original = texts_of(whole)
    _break(path, seed)
    try:
        # What is read at all is what was written.
        for source, text in texts_of(path).items():
            assert source not in original or original[source] == text
    except (ArchiveError, sqlite3.Error):
        pass
    new = str(Path(path).with_name("new.db"))
    saved = salvage(path, new, _read)
    assert saved.articles >= len(original) - 8, "more than one page is lost"
    assert saved.articles + saved.lost <= len(original)
    assert list(check(new)) == []
    texts = texts_of(new)
    assert len(texts) == saved.articles
    assert set(texts.values()) <= set(original.values())


@pytest.mark.parametrize("page", range(12))
def test_a_page_that_is_gone_takes_only_what_lies_on_it(whole: str, path: str, page: int) -> None:
    original = texts_of(whole)
    with Path(path).open("r+b") as f:
        f.seek(page * PAGE)
        f.write(bytes(PAGE))
    new = str(Path(path).with_name("new.db"))
    saved = salvage(path, new, _read)
    assert saved.articles >= len(original) / 2
    assert list(check(new)) == []
    assert set(texts_of(new).values()) <= set(original.values())


def test_what_is_not_damaged_is_saved_as_it_is(path: str, tmp_path: Path) -> None:
    before = dump(path)
    assert salvage(path, str(tmp_path / "new.db"), _read) == Saved(len(before["article"]), 0)
    assert dump(str(tmp_path / "new.db")) == before


def test_files_of_lost_articles_are_read_again(path: str, tmp_path: Path) -> None:
    db = sqlite3.connect(path)
    lost = db.execute("SELECT id FROM article WHERE source = 'many.jsonl#3'").fetchone()[0]
    db.execute("UPDATE content SET body = x'00' WHERE article = ?", (lost,))
    db.commit()
    db.close()
    new = str(tmp_path / "new.db")
    assert salvage(path, new, _read).lost == 1
    with Index(new, lambda: NOON) as index:
        state, other = index.state("many.jsonl"), index.state(own_reports()[0].article.source)
        assert state is not None
        assert (state.digest, state.complete) == (b"", False)
        assert other is not None
        assert other.complete


def test_a_report_that_is_lost_is_made_again_from_its_text(path: str, tmp_path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE content SET report = x'00' WHERE article = 2")
    db.commit()
    db.close()
    new = str(tmp_path / "new.db")
    assert salvage(path, new, _read).lost == 0
    assert texts_of(new) == _texts_of_reports(path, new)
    assert list(check(new)) == []


def _texts_of_reports(path: str, new: str) -> dict[str, str]:
    expected = {r.article.source: r.article.text for r in own_reports()}
    return expected | {f"many.jsonl#{n + 1}": r.article.text for n, r in enumerate(own_reports()[:6])}


def test_what_is_no_archive_is_not_salvaged(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(bytes(50_000))
    target = tmp_path / "new.db"
    with pytest.raises(ArchiveError, match="nothing in it can be read"):
        salvage(str(other), str(target), _read)
    assert [p.name for p in tmp_path.iterdir()] == ["other.db"]


# -- backup ------------------------------------------------------------------------------------------------------------


def test_a_backup_is_the_same(path: str, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("what was there")
    assert backup(path, str(target)) == target.stat().st_size
    assert dump(str(target)) == dump(path)
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".dip-")]


def test_a_backup_is_of_one_moment_while_a_run_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dipcli.archive.copying._PAGES", 1)
    path = archive_of(tmp_path / "a.db", own_reports()[:2])
    counts = []
    with Index(path, lambda: NOON) as index:
        for n, report in enumerate(own_reports()[2:12]):
            file = FileState(path=f"{n}.txt", place=None, digest=b"")
            index.add(report, index.begin(file), 0)
            copy = str(tmp_path / f"{n}.copy")
            backup(path, copy)  # in the middle of a transaction
            index.finish(file)
            index.commit()
            assert list(check(copy)) == []
            counts.append(len(texts_of(copy)))
    assert counts == list(range(2, 12))


def test_a_backup_over_the_archive_itself_is_refused(path: str) -> None:
    with pytest.raises(ArchiveError, match="the archive itself"):
        backup(path, path)


def test_a_backup_of_nothing_leaves_what_has_its_place(path: str, tmp_path: Path) -> None:
    before = Path(path).read_bytes()
    with pytest.raises(ArchiveError, match="no such archive"):
        backup(str(tmp_path / "none.db"), path)
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("copy", [lambda p, t: backup(p, t), lambda p, t: salvage(p, t, _read)])
def test_a_copy_that_cannot_be_written_is_one_line(path: str, copy: Callable[[str, str], object]) -> None:
    with pytest.raises(ArchiveError, match="cannot be written: No such file"):
        copy(path, "/nowhere/at/all.db")


# -- figures -----------------------------------------------------------------------------------------------------------


def test_figures_count_what_there_is(path: str) -> None:
    found = {(f.group, f.name): f.value for f in figures(path)}
    n = len(own_reports())
    assert found["count", "articles"] == n + 6
    assert found["count", "reprints"] == 6 == n + 6 - int(str(found["count", "stories"]))
    assert found["count", "statements"] == sum(len(r.statements) for r in (*own_reports(), *own_reports()[:6]))
    assert found["date", "first"] == min(r.article.published for r in own_reports() if r.article.published)
    assert found["date", "last added"] is not None
    sizes = {name: value for (group, name), value in found.items() if group == "bytes"}
    tables = sum(v for k, v in sizes.items() if k != "whole" and isinstance(v, int))
    assert 0.8 < tables / Path(path).stat().st_size <= 1
    rules_read = [v for (group, _), v in found.items() if group == "rules"]
    assert rules_read == [n + 6]


def test_outlets_are_counted(tmp_path: Path) -> None:
    report = read("قال الوزير إن القمة أجلت.")
    reports = [
        report._replace(article=report.article._replace(source=f"{n}", text=f"{report.article.text}{n}", outlet=outlet))
        for n, outlet in enumerate(("ب", "أ", "أ", None))
    ]
    path = archive_of(tmp_path / "a.db", reports)
    assert [(f.name, f.value) for f in figures(path) if f.group == "outlet"] == [("أ", 2), ("ب", 1)]
