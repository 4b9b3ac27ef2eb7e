"""What the commands that answer with rows share: filters, sorting, limits, counting, tables and records."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dipcli.cli.nearest import Nearest
from dipcli.cli.output import Output
from dipcli.cli.session import TABLE, Session
from dipcli.inputs.errors import InputError
from dipcli.model import Report
from dipcli.outputs.wire import Json, row_columns, row_to_wire
from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.screen import Block, Gap


class Item(Record):
    """One row, and what people see of it."""

    row: Any
    blocks: Callable[[], Iterator[Block]]
    people: Mapping[str, str] = {}  # entities of the row's article, to whom the archive joins them: for records


class Found:
    """What was found so far, for the last line of a table and the exit status."""

    def __init__(self) -> None:
        self.rows = self.articles = self.matched = 0
        self.speakers: set[str] = set()


_SORTS: dict[str, Callable[[Any], Any]] = {
    "date": lambda row: (row.published is None, row.published or ""),
    "newest": lambda row: (row.published is None, [-ord(c) for c in row.published or ""]),
    "place": lambda row: (row.file, row.line),
    "confidence": lambda row: -row.confidence,
    "rank": lambda row: (-_about(row), -row.confidence),
}


def _about(row: Any) -> float:
    """How much a statement is about the searched words: their number, against its length."""
    found = len(row.matches)
    return float(found / (found + 0.5 + len(row.text) / 120))


class Answer:
    """Runs one command over rows of one kind; ``items`` makes a report's rows."""

    def __init__(self, session: Session, kind: Any, items: Callable[[Selection], Iterator[Item]]) -> None:
        self.session = session
        self.kind = kind
        self.found = Found()
        session.of_rows = True
        self._items = items
        self._nearest = Nearest(session.query)
        self._shown: int | None = None  # so many rows are enough for people, where they do not say
        self._joins = False  # does a record say to whom the archive joins its speaker?

    def run(self, footer: Callable[[Found], Block] | None = None) -> int:
        """Write the answer in the format asked for; the exit status."""
        s = self.session.settings
        name = self.session.format()
        if s.count_only:
            self._count()
        elif s.files_with_matches:
            self._files()
        elif name == TABLE:
            from dipcli.cli.show import show

            if self.session.archive is not None and s.limit is None:
                from dipcli.cli.archived import SHOWN

                self._shown = SHOWN
                self.session.of_first_rows = True
            show(self.session, self._blocks(footer))
        else:
            columns = row_columns(self.kind)
            self._joins = self.session.archive is not None and "speaker_id" in columns
            self.session.write_records(self._records(), (*columns, "person") if self._joins else columns, name)
        return self._status()

    def _status(self) -> int:
        matched = self.found.rows > 0 or self.session.query.is_empty()
        if not matched and self.session.done:
            for line in self._nearest.lines():
                self.session.warn(line)
        return self.session.status(matched)

    def _stream(self) -> Iterator[Item | InputError]:
        """Items and errors in input order; cut after ``--limit`` items without reading on."""
        limit = self.session.settings.limit
        if limit == 0:
            return
        for outcome in self._sorted():
            if self._shown is not None and self.found.rows >= self._shown:
                self.session.warn(f"the first {self._shown} are shown: --limit N shows more")
                return
            yield outcome
            if isinstance(outcome, Item):
                self.found.rows += 1
                if limit is not None and self.found.rows >= limit:
                    return

    def _sorted(self) -> Iterator[Item | InputError]:
        sort = self.session.settings.sort
        if sort is None or (self.session.archive is not None and sort in ("date", "newest")):
            yield from self._all()
            return
        items: list[Item] = []
        for outcome in self._all():
            if isinstance(outcome, Item):
                items.append(outcome)
            else:
                yield outcome
        yield from sorted(items, key=lambda item: _SORTS[sort](item.row))

    def _all(self) -> Iterator[Item | InputError]:
        asked = not self.session.query.is_empty()
        for outcome in self.session.outcomes():
            if isinstance(outcome, InputError):
                yield outcome
                continue
            if asked and not self.found.matched:
                self._nearest.see(outcome)
            self.found.articles += 1
            before = self.found.matched
            people: Mapping[str, str] | None = (
                None  # asked for where there is a row: most articles that are looked at have none
            )
            for item in self._items(self.session.select(outcome)):
                self.found.matched = before + 1
                people = self._people(outcome) if people is None else people
                yield item._replace(people=people) if people else item

    def _records(self) -> Iterator[Json | InputError]:
        return (self._record(x) if isinstance(x, Item) else x for x in self._stream())

    def _people(self, report: Report) -> Mapping[str, str]:
        """To whom the archive joins the entities of a report, where records say it."""
        archive = self.session.archive
        return archive.reader.person_of(report) if archive is not None and self._joins else {}

    def _record(self, item: Item) -> Json:
        record = row_to_wire(item.row)
        if not self._joins:
            return record
        from dipcli.cli.archived import joined_names

        return {**record, "person": joined_names(item.people, item.row.speaker_id)}

    def _blocks(self, footer: Callable[[Found], Block] | None) -> Iterator[Block]:
        for item in self._stream():
            if isinstance(item, Item):
                yield from item.blocks()
        if footer is not None:
            if self.found.rows:
                yield Gap()
            yield footer(self.found)

    def _count(self) -> None:
        n = sum(1 for item in self._stream() if isinstance(item, Item))
        with Output(self.session.settings.output) as out:
            out.write(b"%d\n" % n)

    def _files(self) -> None:
        seen: set[str] = set()
        with Output(self.session.settings.output) as out:
            for item in self._stream():
                if isinstance(item, Item) and item.row.file not in seen:
                    seen.add(item.row.file)
                    out.write(item.row.file.encode("utf-8", "surrogateescape") + b"\n")
                    out.flush()
