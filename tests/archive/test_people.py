"""One person under one name across articles."""

import sqlite3
from pathlib import Path

from tests.archive.making import archive_of, read


def _people(path: str) -> list[tuple[str, int]]:
    """Persons with how many profiles they have, by name."""
    db = sqlite3.connect(path)
    rows = db.execute(
        "SELECT q.name, count(*) FROM person q JOIN profile p ON p.person = q.id WHERE p.kind = 'person' GROUP BY q.id"
        " ORDER BY q.name"
    )
    return rows.fetchall()


def test_a_known_person_is_one_in_every_spelling(tmp_path: Path) -> None:
    texts = (
        "قال رئيس الوزراء الإسرائيلي بنيامين نتنياهو إن الاتفاق سيئ.",
        "قال رئيس الوزراء الإسرائيلي بنيامين نتانياهو إن الاتفاق جيد.",
    )
    path = archive_of(tmp_path / "a.db", [read(t, f"{n}.txt") for n, t in enumerate(texts)])
    assert [n for _, n in _people(path)] == [2]


def test_an_unknown_person_is_one_in_two_transliterations(tmp_path: Path) -> None:
    texts = (
        "قال وزير النقل التونسي غاستون ميلافيتش إن الطريق مفتوح.",
        "قال وزير النقل التونسي جاستون ميلافتش إن الطريق مغلق.",
    )
    path = archive_of(tmp_path / "a.db", [read(t, f"{n}.txt") for n, t in enumerate(texts)])
    assert [n for _, n in _people(path)] == [2]


def test_namesakes_of_two_countries_are_two(tmp_path: Path) -> None:
    texts = (
        "قال وزير النقل التونسي سامر النجار إن الطريق مفتوح.",
        "قال وزير النقل الأردني سامر النجار إن الطريق مغلق.",
    )
    path = archive_of(tmp_path / "a.db", [read(t, f"{n}.txt") for n, t in enumerate(texts)])
    assert len(_people(path)) == 2
