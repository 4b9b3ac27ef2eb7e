"""``dip index``"""

import hashlib
import os
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dipcli.cli.configuration import setting
from dipcli.cli.options import DB, FILES, INPUT, LONG, Group, Settings, takes
from dipcli.cli.reading import archive_needed
from dipcli.cli.session import Session
from dipcli.inputs.errors import InputError
from dipcli.model import Article, DipError, Report
from dipcli.records import Record

if TYPE_CHECKING:
    from dipcli.archive.indexing import FileState, Index

_REFRESH = Annotated[bool, typer.Option("--refresh", help="Read again what older rules have read.")]
_PRUNE = Annotated[bool, typer.Option("--prune", help="Take out what came from files that are gone.")]
_FROM = Annotated[str | None, typer.Option("--from", metavar="DIR", help="Take in what dip batch wrote into DIR, without reading the articles again.")]  # fmt: skip
_JSON = Annotated[bool, typer.Option("--json", help="What was done as JSON.")]
_OWN = Group("The archive", (
    DB, ("refresh", _REFRESH, False), ("prune", _PRUNE, False), ("from_", _FROM, None), ("json", _JSON, False),
))  # fmt: skip
_PIECE = 65_536  # bytes of a file that are read at once, to see whether it has changed
COLUMNS = (
    "schema", "db", "added", "removed", "refreshed", "outdated", "unchanged", "pruned", "failed", "articles",
)  # fmt: skip


class _IndexSession(Session):
    @property
    def how_to_go_on(self) -> str:
        """The archive knows where it was."""
        return "the same command goes on"


class _Place(Record):
    """Which record of which file an outcome is of; ``record`` None: the file is read to its end."""

    file: "FileState | None"
    record: int | None


@takes(FILES, INPUT, LONG, own=_OWN)
def command(settings: Settings, db: str | None, refresh: bool, prune: bool, from_: str | None, json: bool) -> int:
    """Bring files into an archive, or up to date in it: what has not changed is left alone, a run that ended goes on.

    \b
    dip index samples/ --db news.db
    dip index samples/ --db news.db --refresh --prune --jobs auto
    """
    from dipcli.archive.indexing import Index
    from dipcli.cli.clock import now

    path = archive_needed(db or setting("db"))
    if settings.start_after is not None:
        raise DipError("dip index goes on by itself where it was stopped: leave out --start-after")
    session = _IndexSession(settings._replace(json=json))
    files = bool(settings.files or settings.files_from is not None)
    if files and from_ is not None:
        raise DipError("FILE or --from: bring in files, or what dip batch has made of them")
    named = files or from_ is not None or not (refresh or prune)
    with Index(path, now) as index:
        run = _Run(session, index)
        if from_ is not None:
            from dipcli.cli.indexing import take_in

            take_in(from_, session, index)
        elif named:
            run.read()
        if refresh:
            run.refresh(index.outdated(session.rules.id))
        outdated = len(index.outdated(session.rules.id))
        if prune:
            index.prune(os.path.exists)
        index.commit()
        total = index.total()
    _tell(session, {
        "schema": "dip.index/1", "db": path, "added": index.tally.added, "removed": index.tally.removed,
        "refreshed": index.tally.refreshed, "outdated": outdated, "unchanged": index.tally.unchanged,
        "pruned": index.tally.pruned, "failed": session.failed, "articles": total,
    })  # fmt: skip
    return session.status() if named else 0


class _Run:
    """Brings the outcomes of the inputs into the archive, each with its file and record."""

    def __init__(self, session: Session, index: "Index") -> None:
        self._session, self._index = session, index
        self._places: deque[_Place] = deque()

    def read(self) -> None:
        """Read what is new or has changed."""
        for outcome in self._session.outcomes_of(self._items):
            self._settle()
            place = self._places.popleft()
            if place.file is None:
                continue  # a folder or a file that could not be opened
            assert place.record is not None
            file = self._index.begin(place.file)
            if isinstance(outcome, Report):
                self._index.add(outcome, file, place.record)
            else:
                self._index.fail(file, place.record)
        self._settle()

    def refresh(self, numbers: list[int]) -> None:
        """Read articles of the archive again; one that brings the engine down stays as it is."""
        if not numbers or self._session.is_over:
            return
        outcomes = self._session.parsed(self._index.articles(numbers))
        for number, outcome in zip(numbers, self._session.while_time(outcomes), strict=False):
            self._session.take(outcome)
            if isinstance(outcome, Report):
                self._index.replace(number, outcome)

    def _settle(self) -> None:
        """Close the files whose last record is done."""
        while self._places and self._places[0].file is not None and self._places[0].record is None:
            place = self._places.popleft()
            assert place.file is not None
            self._index.finish(place.file)

    def _items(self, files: Iterator[str | InputError]) -> Iterator[Article | InputError]:
        """Articles to read; notes of which file and record each is."""
        reading = self._session.reading
        for file in files:
            state = file if isinstance(file, InputError) else self._state(file)
            if isinstance(state, InputError):
                self._places.append(_Place(None, None))
                yield state
                continue
            if state.complete:
                self._index.tally.unchanged += 1
                continue
            yield from self._records(state, reading.items([file]))

    def _records(self, state: "FileState", items: Iterator[Article | InputError]) -> Iterator[Article | InputError]:
        for record, item in enumerate(items, state.first):
            if record >= state.done:
                self._places.append(_Place(state, record))
                yield item
        self._places.append(_Place(state, None))

    def _state(self, file: str) -> "FileState | InputError":
        """What there is of a file, and what is to be done."""
        from dipcli.archive.indexing import STANDARD_INPUT, FileState

        if file == STANDARD_INPUT:
            known = self._index.state(file)
            done = known.done if known else 0
            return FileState(path=file, place=None, digest=b"", done=done, first=done)
        try:
            digest = _digest(file)
        except (OSError, ValueError) as e:
            return InputError(file, f"cannot be read: {getattr(e, 'strerror', None) or e}")
        return self._index.state_of(file, os.path.abspath(file), digest)


def _digest(file: str) -> bytes:
    """SHA-256 of a file's bytes. ``hashlib.file_digest`` makes ready for large files, which costs small ones the most."""
    digest = hashlib.sha256()
    with open(file, "rb", buffering=0) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.digest()


def _tell(session: Session, done: dict[str, object]) -> None:
    if session.settings.json:
        session.write_records([done], COLUMNS, "json")
        return
    parts = [f"{done[k]:,} {k}" for k in COLUMNS[2:-1] if done[k]] or ["nothing new"]
    session.print_line(f"{done['db']}: {', '.join(parts)}; {done['articles']:,} articles in all")
    if done["outdated"]:
        session.warn(f"{done['outdated']:,} articles were read by other rules: dip index --refresh reads them again")
