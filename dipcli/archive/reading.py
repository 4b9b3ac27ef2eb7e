"""Reads an archive: reports that may answer a query, one article, the prints of a story."""

import sqlite3
import zlib
from collections.abc import Iterator

from dipcli.archive.connection import said_plainly
from dipcli.archive.errors import ArchiveError
from dipcli.archive.finding import Wanted, article_ids
from dipcli.archive.packed import Head, text_digest, unpack_report, unpack_text
from dipcli.archive.people import profile_key, profile_of
from dipcli.archive.schema import LIST, listed
from dipcli.model import Article, Report, RulesId
from dipcli.query import Aliases, Query
from dipcli.records import Record

_COLUMNS = "a.id, a.added, a.story, a.rules, a.digest, a.source, a.title, a.published, a.outlet, c.body, c.report"


class Stored(Record):
    """An article of the archive: its number there, when it came in (ISO time), the first print of its story, its report."""

    id: int
    added: str
    story: int
    report: Report


def as_it_came(article: Article) -> Article:
    """An article of the archive without the date that the rules took out of its text: what is read again."""
    return article if article.published_from == "metadata" else article._replace(published=None, published_from=None)


class Person(Record):
    """Somebody (or a country, a body) under one name; ``entity`` is the rules' id where they know the person."""

    id: int
    name: str
    name_en: str | None
    entity: str | None
    kind: str
    office: str | None
    country: str | None


class Reader:
    """Reads one archive; ``path`` is for messages."""

    def __init__(self, db: sqlite3.Connection, path: str) -> None:
        self.db = db
        self.path = path
        self._rules: dict[int, RulesId] = {}

    def hold(self) -> None:
        """From here on the archive is read as it is now, whatever is written to it meanwhile."""
        self.db.execute("BEGIN")
        self.db.execute("SELECT count(*) FROM rules").fetchone()

    def articles(self, query: Query, aliases: Aliases | None, wanted: Wanted) -> Iterator[Stored]:
        """Articles that may hold an answer, in order. Raises ArchiveError where the archive is damaged."""
        try:
            for (key,) in article_ids(self.db, query, aliases, wanted):
                found = self.article(key)
                if found is not None:
                    yield found
        except sqlite3.Error as e:
            raise said_plainly(self.path, e) from None

    def article(self, key: int) -> Stored | None:
        """The article of this number. Raises ArchiveError where what is stored of it is damaged."""
        row = self.db.execute(
            f"SELECT {_COLUMNS} FROM article a JOIN content c ON c.article = a.id WHERE a.id = ?", (key,)
        ).fetchone()
        if row is None:
            return None
        article, added, story, rules, digest, *head, body, report = row
        try:
            text = unpack_text(body)
            if text_digest(text) != digest:
                raise ValueError("another text than was written")
            return Stored(article, added, story, unpack_report(report, Head(*head), text, self._rules_id(rules)))
        except (zlib.error, ValueError, TypeError, IndexError) as e:
            raise self.damaged(article, e) from None

    def damaged(self, article: int, error: Exception) -> ArchiveError:
        """What to say of an article that does not open."""
        reason = (
            f"article {article} is damaged ({error}): dip archive check lists what is,"
            " dip archive salvage -o NEW saves the rest"
        )
        return ArchiveError(self.path, reason)

    def reprints(self, story: int) -> list[tuple[int, str, str | None]]:
        """All prints of a story: number, source, outlet."""
        rows = self.db.execute("SELECT id, source, outlet FROM article WHERE story = ? ORDER BY id", (story,))
        return [(int(key), source, outlet) for key, source, outlet in rows]

    def usual_length(self) -> float:
        """How many characters an article has on average."""
        return float(self.db.execute("SELECT ifnull(avg(characters), 1) FROM article").fetchone()[0])

    def undated(self, *, reprints: bool) -> int:
        """How many articles have no date."""
        only = "" if reprints else " AND story = id"
        return int(self.db.execute(f"SELECT count(*) FROM article WHERE published IS NULL{only}").fetchone()[0])

    def person_of(self, report: Report) -> dict[str, str]:
        """Entity ids of a report of this archive to the name of the person that the archive joins them to."""
        return {entity: name for entity, _, name in self._joined(report)}

    def persons_of(self, report: Report) -> dict[str, int]:
        """Entity ids of a report of this archive to the number of the person that the archive joins them to."""
        return {entity: number for entity, number, _ in self._joined(report)}

    def _joined(self, report: Report) -> Iterator[tuple[str, int, str]]:
        """Entities of a report, in its order, with number and name of their person."""
        keys = [profile_key(profile_of(e)) for e in report.entities]
        rows = self.db.execute(
            f"SELECT p.key, q.id, q.name FROM profile p JOIN person q ON q.id = p.person WHERE p.key IN {LIST}",
            (listed(keys),),
        )
        persons = {key: (number, name) for key, number, name in rows}
        return ((e.id, *persons[key]) for e, key in zip(report.entities, keys, strict=True) if key in persons)

    def person(self, number: int) -> Person:
        """The person of this number."""
        row = self.db.execute(
            "SELECT q.id, q.name, q.name_en, iif(p.known, p.entity, NULL), p.kind, q.office, q.country"
            " FROM person q JOIN profile p ON p.person = q.id WHERE q.id = ? ORDER BY p.known DESC, p.id LIMIT 1",
            (number,),
        ).fetchone()
        return Person(*row)

    def source_of(self, article: int) -> str:
        """Where an article came from."""
        return str(self.db.execute("SELECT source FROM article WHERE id = ?", (article,)).fetchone()[0])

    def _rules_id(self, key: int) -> RulesId:
        if key not in self._rules:
            version, sha256 = self.db.execute("SELECT version, sha256 FROM rules WHERE id = ?", (key,)).fetchone()
            self._rules[key] = RulesId(version=version, sha256=sha256)
        return self._rules[key]
