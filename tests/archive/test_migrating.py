"""Archives of older versions come to this one with all that they hold."""

import gzip
import sqlite3
import zlib
from pathlib import Path

import pytest

from dipcli.archive.connection import open_to_read
from dipcli.archive.errors import ArchiveError
from dipcli.archive.migrating import STEPS, migrate
from dipcli.archive.packed import dictionary_of
from dipcli.archive.schema import VERSION
from tests.archive.making import archive_of, dump, own_reports, stored

_FOLDER = Path(__file__).parent


@pytest.fixture
def old(tmp_path: Path) -> str:
    """Five articles, two of them one story, as the first version kept them."""
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((_FOLDER / "schema-1.db.gz").read_bytes()))
    return str(path)


def test_every_version_has_its_step() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


def test_an_older_archive_is_refused_until_it_is_migrated(old: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"older dip \(schema 1\).*dip archive migrate"):
        open_to_read(old)
    before = dump(old)
    assert migrate(old) == (1, VERSION)
    after = dump(old)
    changed = {table for table in before if before[table] != after[table]}
    assert changed <= {"article", "content", "shingle", "words", "said", "told", "called"}
    years = {row[0]: int((row[5] or "0000")[:4]) for row in after["article"]}
    for table in ("said", "told"):
        assert sorted(after[table]) == sorted((p, years[a], a, n) for p, a, n in before[table])
    assert sorted({(form, a) for form, _, a, _ in after["called"]}) == sorted(before["called"])
    assert all(year == years[a] for _, year, a, _ in after["called"])
    assert {(p, a) for _, _, a, p in after["called"]} <= set(after["named"])
    assert {row[9] for row in after["article"]} == {row[9].replace("Z", ".000000Z") for row in before["article"]}
    assert [(*row[:9], *row[10:]) for row in after["article"]] == [(*row[:9], *row[10:]) for row in before["article"]]
    assert after["words"] == dump(archive_of(tmp_path / "new.db", [s.report for s in stored(old)]))["words"]


def test_its_reports_say_the_same(old: str) -> None:
    migrate(old)
    found = stored(old)
    assert [s.report.article.source for s in found] == [
        "letters.txt", "call.txt", "visit.txt", "dated.json#1", "copy.txt",
    ]  # fmt: skip
    assert [s.story for s in found] == [1, 2, 3, 4, 2]
    dated = found[3].report
    a = dated.article
    assert (a.title, a.published, a.published_from, a.outlet) == (
        "وزير الخارجية: المفاوضات مستمرة", "2024-05-06", "metadata", "نشرة الصباح",
    )  # fmt: skip
    contents = {a.text[c.start : c.end] for s in dated.statements for c in s.content}
    assert contents == {"المفاوضات مستمرة", "النتيجة ستعلن غدا"}
    assert found[0].report.article.title is None


def test_migrating_again_changes_nothing(old: str) -> None:
    migrate(old)
    data = Path(old).read_bytes()
    assert migrate(old) == (VERSION, VERSION)
    assert Path(old).read_bytes() == data


def test_what_is_of_this_version_is_left_alone(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:2])
    before = dump(path)
    assert migrate(path) == (VERSION, VERSION)
    assert dump(path) == before


def test_a_damaged_one_stays_as_it_was(old: str) -> None:
    db = sqlite3.connect(old)
    broken = zlib.compressobj(6, zlib.DEFLATED, -15, zdict=dictionary_of("reports"))
    db.execute("UPDATE content SET report = ? WHERE article = 4", (broken.compress(b"[1]") + broken.flush(),))
    db.commit()
    db.close()
    before = dump(old)
    with pytest.raises(ArchiveError, match="damaged"):
        migrate(old)
    assert dump(old) == before
