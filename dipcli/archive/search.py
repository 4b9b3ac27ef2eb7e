"""Text search: articles that hold words in any form, phrases, and people by their names in Latin letters."""

import sqlite3
import zlib
from collections.abc import Iterator

from dipcli.archive.connection import said_plainly
from dipcli.archive.finding import Wanted, ids_with, profiles_called
from dipcli.archive.packed import unpack_text
from dipcli.archive.reading import Reader
from dipcli.archive.schema import LIST, hashed, listed
from dipcli.query import Aliases, Query, called
from dipcli.records import Record
from dipcli.text.clitics import bare
from dipcli.text.fold import fold_word
from dipcli.text.naming import same_word
from dipcli.text.phrases import Phrase, Place, places_of

_MOST_BEARERS = 500  # of a name that more have the variants are not looked for: محمد has none


class FoundText(Record):
    """An article in which all phrases stand: its number, what is known of it, its text, and the places of each phrase.

    ``digest`` is the article's id in 32 bytes; ``story`` the first print of what it tells.
    """

    id: int
    source: str
    title: str | None
    published: str | None
    outlet: str | None
    story: int
    digest: bytes
    text: str
    places: tuple[tuple[Place, ...], ...]


def search(
    reader: Reader, phrases: tuple[Phrase, ...], query: Query, aliases: Aliases, wanted: Wanted
) -> Iterator[FoundText]:
    """Articles that hold all phrases, in the order wanted; of ``query`` only the dates count. Raises ArchiveError.

    Words of names are found in the other transliterations of those who are called so, too.
    """
    try:
        phrases = tuple(_with_variants(reader.db, p) for p in phrases)
        for (key,) in ids_with(reader.db, phrases, query, aliases, wanted):
            found = _found(reader, key, phrases, aliases)
            if found is not None:
                yield found
    except sqlite3.Error as e:
        raise said_plainly(reader.path, e) from None


def _with_variants(db: sqlite3.Connection, phrase: Phrase) -> Phrase:
    """The phrase with other transliterations of its words, as the articles write the people who are called so."""
    words = [fold_word(w) for w in phrase.words]
    if phrase.foreign or not words or _bearers(db, words) > _MOST_BEARERS:
        return phrase
    names = db.execute(
        "SELECT DISTINCT name FROM profile WHERE kind = 'person' AND person IN (SELECT person FROM profile"
        f" WHERE kind = 'person' AND id IN {LIST}) ORDER BY name",
        (listed(profiles_called(db, phrase.text)),),
    ).fetchall()
    own = {w for (name,) in names for w in name.split()}
    variants = [sorted(v for v in own if fold_word(v) != w and same_word(bare(fold_word(v)), bare(w))) for w in words]
    return phrase._replace(variants=tuple(map(tuple, variants)))


def _bearers(db: sqlite3.Connection, words: list[str]) -> int:
    """How many profiles have the longest of the words, up to one more than are looked at."""
    longest = hashed(max(map(bare, words), key=len))
    limit = _MOST_BEARERS + 1
    return int(
        db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word = ? LIMIT ?)", (longest, limit)
        ).fetchone()[0]
    )


def _found(reader: Reader, key: int, phrases: tuple[Phrase, ...], aliases: Aliases) -> FoundText | None:
    source, title, published, outlet, story, digest, body = reader.db.execute(
        "SELECT source, title, published, outlet, story, digest, body FROM article JOIN content ON article = id WHERE id = ?",
        (key,),
    ).fetchone()
    try:
        text = unpack_text(body)
    except (zlib.error, ValueError) as e:
        raise reader.damaged(key, e) from None
    places = places_of(phrases, text)
    if any(p.foreign for p in phrases):
        for n, named in enumerate(_named(reader, key, phrases, aliases)):
            places[n] = sorted({*places[n], *named})
    if not all(places):
        return None
    return FoundText(
        id=key, source=source, title=title, published=published, outlet=outlet, story=story, digest=digest, text=text,
        places=tuple(map(tuple, places)),
    )  # fmt: skip


def _named(reader: Reader, key: int, phrases: tuple[Phrase, ...], aliases: Aliases) -> Iterator[list[Place]]:
    """Where the article names those who are called like a phrase in Latin letters."""
    stored = reader.article(key)
    assert stored is not None
    for phrase in phrases:
        ids = called(stored.report, (phrase.text,), aliases) if phrase.foreign else frozenset()
        yield [
            Place(m.span.start, m.span.end)
            for e in stored.report.entities
            if e.id in ids
            for m in e.mentions
            if m.kind == "name"
        ]


def score(found: FoundText, usual: float) -> float:
    """How much an article is about the phrases: their number by the text's length, against the ``usual`` one (in code
    points; Okapi's saturation, of Robertson and Zaragoza 2009), and whether its title has them.
    """
    weight = 1.2 * (0.25 + 0.75 * len(found.text) / (usual or 1.0))
    by_number = sum(len(p) / (len(p) + weight) for p in found.places)
    head = len(found.text.split("\n", 1)[0]) if found.title else 0
    return by_number + 0.5 * sum(1 for p in found.places if p[0].end <= head)
