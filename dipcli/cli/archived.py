"""The archive as what a run reads: its articles instead of files."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dipcli.archive.connection import opened
from dipcli.archive.corrections import corrections, joined, names_of
from dipcli.archive.digests import Arrived, last_end, latest
from dipcli.archive.finding import Order, Wanted, profiles_called
from dipcli.archive.reading import Reader, Stored
from dipcli.model import Report

if TYPE_CHECKING:
    from dipcli.cli.session import Session

# Rows that people are shown where they do not say how many; records are written whole.
SHOWN = 50


class Archived:
    """Reads the articles that may hold an answer.

    While they are read, ``reader`` is what reads them and ``stored`` the one read last; ``joined`` are its entities whom
    a correction is about, to the number of their person.

    ``arrived`` says when articles came in that are wanted; where ``since_last`` names a digest, they are those behind its
    end. ``ended`` is when the last article of the archive came in that was there at the beginning.
    """

    reader: Reader
    stored: Stored
    arrived = Arrived()
    since_last: str | None = None
    ended: str | None = None

    def __init__(self, path: str, session: "Session") -> None:
        self.path = path
        self.joined: dict[str, int] = {}
        self._session = session

    def reports(self) -> Iterator[Report]:
        """Reports in the order asked for: where none is, rows the newest first, and what is only counted as it came."""
        session, settings = self._session, self._session.settings
        usual: Order = "newest" if session.of_rows else "place"
        asked: dict[str | None, Order] = {
            "date": "date",
            "newest": "newest",
            "place": "place",
            "confidence": "place",
            "rank": "newest",
        }
        order = asked.get(settings.sort, usual)
        some = settings.limit is not None or session.of_first_rows
        wanted = Wanted(order, settings.reprints, session.of_statements, first_ones=some)
        with opened(self.path) as db:
            reader = self.reader = Reader(db, self.path)
            reader.hold()
            self.ended = latest(db)
            if self.since_last is not None:
                self.arrived = Arrived(after=last_end(db, self.since_last))
            wanted = wanted._replace(arrived=self.arrived)
            if session.query.since or session.query.until:
                session.undated = reader.undated(reprints=settings.reprints)
            corrected = bool(corrections(db))
            if corrected:
                query = session.query
                session.query = query._replace(by=self._with_joined(query.by), to=self._with_joined(query.to))
            for stored in reader.articles(session.query, session.aliases, wanted):
                self.stored = stored
                if corrected:
                    self.joined = joined(db, stored.id)
                yield stored.report

    def _with_joined(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names, and those of whom a correction has joined to who is called so."""
        db = self.reader.db
        further = (n for name in names for n in names_of(db, profiles_called(db, name)))
        return tuple(dict.fromkeys((*names, *further)))


def joined_names(people: Mapping[str, str], speaker_id: str | None) -> str | None:
    """To whom the speakers of a row are joined, as a row says it."""
    found = [people.get(i) for i in (speaker_id or "").split("; ")]
    return "; ".join(p for p in found if p) or None
