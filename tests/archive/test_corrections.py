"""Corrections of who is one person survive what comes in later, and can be taken back."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dipcli.archive import corrections as c
from dipcli.archive.connection import open_to_read, open_to_write, transaction
from dipcli.archive.corrections import CorrectionError
from dipcli.archive.finding import Wanted
from dipcli.archive.indexing import Index
from dipcli.archive.reading import Reader
from dipcli.archive.salvaging import Saved, salvage
from dipcli.model import RulesId
from dipcli.query import Query, Selection
from dipcli.views.leaders import LeaderCount
from tests.archive.making import NOON, add, archive_of, dump, read

_TEXTS = {
    "a.txt": "قال وزير النقل التونسي غاستون ميلافيتش إن الطريق مفتوح.",
    "b.txt": "قال النائب غاستون ميلاف إن الطريق مغلق.",
    "c.txt": "قال المتحدث سامر النجار إن الجسر جاهز.",
    "d.txt": "قال السفير سامر النجار إن الجسر بعيد.",
}


@pytest.fixture
def path(tmp_path: Path) -> str:
    return archive_of(tmp_path / "a.db", [read(text, name) for name, text in _TEXTS.items()])


def _change(path: str, change: Callable[[sqlite3.Connection], object]) -> None:
    db = open_to_write(path)
    try:
        with transaction(db, path):
            change(db)
    finally:
        db.close()


def _named(path: str, name: str) -> c.Someone:
    db = open_to_read(path)
    try:
        (person,) = c.people_called(db, name)
        return person
    finally:
        db.close()


def _people(path: str) -> dict[str, list[str]]:
    """Persons by name, each with the articles that it is named in."""
    db = open_to_read(path)
    rows = db.execute(
        "SELECT q.id, q.name, a.source FROM person q JOIN profile p ON p.person = q.id JOIN named n ON n.profile = p.id"
        " JOIN article a ON a.id = n.article WHERE p.kind = 'person' ORDER BY a.source"
    ).fetchall()
    db.close()
    out: dict[tuple[int, str], list[str]] = {}
    for number, name, source in rows:
        out.setdefault((number, name), []).append(source)
    return {name: sources for (_, name), sources in sorted(out.items(), key=lambda x: x[1])}


def _merged(path: str) -> None:
    one, other = _named(path, "غاستون ميلافيتش"), _named(path, "غاستون ميلاف")
    _change(path, lambda db: c.merge(db, one.number, other.number, NOON))


def _split(path: str) -> None:
    person = _named(path, "سامر النجار")
    db = open_to_read(path)
    ambassador = [f.profile for f in c.forms_of_person(db, person.number) if c.is_form("سفير", f)]
    db.close()
    _change(path, lambda db: c.split(db, person.number, ambassador, NOON))


def test_two_are_one_also_for_who_comes_in_later(path: str) -> None:
    assert _people(path) == {"غاستون ميلافيتش": ["a.txt"], "غاستون ميلاف": ["b.txt"], "سامر النجار": ["c.txt", "d.txt"]}
    _merged(path)
    with Index(path, lambda: NOON) as index:
        add(index, read("قال رئيس اللجنة غاستون ميلاف إن الطريق طويل.", "e.txt"))
    assert _people(path)["غاستون ميلافيتش"] == ["a.txt", "b.txt", "e.txt"]
    _change(path, lambda db: c.undo(db, 1))
    assert _people(path)["غاستون ميلافيتش"] == ["a.txt"]
    assert _people(path)["غاستون ميلاف"] == ["b.txt", "e.txt"]


def test_namesakes_are_told_apart_also_for_who_comes_in_later(path: str) -> None:
    before = dump(path)
    _split(path)
    db = open_to_read(path)
    assert [p.office for p in c.people_called(db, "سامر النجار")] == ["المتحدث", "السفير"]
    db.close()
    with Index(path, lambda: NOON) as index:
        add(index, read("قال السفير سامر النجار إن الميناء بعيد. وأضاف سامر النجار أن العمل مستمر.", "e.txt"))
    db = open_to_read(path)
    assert {p.office: p.articles for p in c.people_called(db, "سامر النجار")} == {"المتحدث": 1, "السفير": 2}
    db.close()
    with Index(path, lambda: NOON) as index:
        index.prune(lambda _: False)
    _change(path, lambda db: c.undo(db, 1))
    after = dump(path)
    assert after["person"] == before["person"]
    assert set(before["profile"]) <= set(after["profile"])
    assert after["own_person"] == after["correction"] == after["correction_profile"] == []


def test_corrections_survive_what_newer_rules_read(path: str) -> None:
    _merged(path)
    people = _people(path)
    with Index(path, lambda: NOON) as index:
        for number in index.outdated(RulesId(version="another", sha256="")):
            article = next(iter(index.articles([number])))
            index.replace(number, read(article.text, article.source))
    assert _people(path) == people


def test_an_undone_correction_leaves_the_others(path: str) -> None:
    _merged(path)
    one, other = _named(path, "غاستون ميلافيتش"), _named(path, "سامر النجار")
    _change(path, lambda db: c.merge(db, other.number, one.number, NOON))
    assert _people(path) == {"سامر النجار": ["a.txt", "b.txt", "c.txt", "d.txt"]}
    _change(path, lambda db: c.undo(db, 1))
    assert _people(path) == {"سامر النجار": ["a.txt", "c.txt", "d.txt"], "غاستون ميلاف": ["b.txt"]}
    db = open_to_read(path)
    assert [(x.number, x.kind, x.name, x.other_name) for x in c.corrections(db)] == [
        (2, "merge", "سامر النجار", "غاستون ميلافيتش")
    ]


def test_what_cannot_be_corrected(path: str) -> None:
    person = _named(path, "سامر النجار")
    db = open_to_read(path)
    everything = [f.profile for f in c.forms_of_person(db, person.number)]
    db.close()
    for change in (
        lambda db: c.merge(db, person.number, person.number, NOON),
        lambda db: c.split(db, person.number, everything, NOON),
        lambda db: c.split(db, person.number, [], NOON),
        lambda db: c.undo(db, 7),
    ):
        with pytest.raises(CorrectionError):
            _change(path, change)
    before = dump(path)
    _change(path, lambda db: c.split(db, person.number, everything[:1], NOON))
    split_off = c.corrections(open_to_read(path))[0].other
    _change(path, lambda db: c.merge(db, _named(path, "غاستون ميلاف").number, split_off, NOON))
    with pytest.raises(CorrectionError, match="correction 2 is about"):
        _change(path, lambda db: c.undo(db, 1))
    _change(path, lambda db: c.undo(db, 2))
    _change(path, lambda db: c.undo(db, 1))
    assert dump(path) == before


def test_counts_go_by_the_corrections(path: str) -> None:
    _merged(path)
    db = open_to_read(path)
    reader = Reader(db, path)
    count = LeaderCount()
    for stored in reader.articles(Query(), None, Wanted(of_statements=False)):
        count.add(Selection(stored.report, Query(), None, c.joined(db, stored.id)))
    assert [(r.name, r.articles) for r in count.rows()] == [("غاستون ميلافيتش", 2), ("سامر النجار", 2)]


def _salvaged(path: str) -> tuple[str, Saved]:
    new = str(Path(path).with_name("new.db"))
    return new, salvage(path, new, lambda article: read(article.text, article.source))


def test_what_is_salvaged_keeps_its_corrections(path: str) -> None:
    _merged(path)
    _split(path)
    before = _people(path)
    new, saved = _salvaged(path)
    assert saved == Saved(len(_TEXTS), 0, 0)
    assert _people(new) == before
    _change(new, lambda db: c.undo(db, 2))
    _change(new, lambda db: c.undo(db, 1))
    _change(path, lambda db: c.undo(db, 2))
    _change(path, lambda db: c.undo(db, 1))
    assert _people(new) == _people(path)


def test_a_correction_about_who_is_lost_is_said(path: str) -> None:
    _merged(path)
    _change(path, lambda db: db.execute("UPDATE content SET body = x'00' WHERE article = 2"))
    _, saved = _salvaged(path)
    assert (saved.lost, saved.corrections_lost) == (1, 1)
