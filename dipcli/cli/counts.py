"""What ``leaders`` and ``themes`` share: counting over everything read, or article by article."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from dipcli.cli.nearest import Nearest
from dipcli.cli.session import TABLE, Session
from dipcli.inputs.errors import InputError
from dipcli.outputs.wire import Json, row_columns, row_to_wire
from dipcli.query import Selection

if TYPE_CHECKING:
    from dipcli.views.screen import Block


class Count(Protocol):
    """Counts reports into rows."""

    def add(self, selection: Selection) -> None:
        """Count one report."""

    def rows(self) -> list[Any]:
        """The rows so far."""


class Counted:
    """One run of a counting command. ``blocks`` shows a count to people, under the article it is of, if any."""

    def __init__(
        self, session: Session, kind: Any, make: Callable[[], Count], blocks: "Callable[[Any], Iterator[Block]]"
    ):
        self._session, self._kind, self._make, self._blocks = session, kind, make, blocks
        self._nearest = Nearest(session.query)
        self._rows = 0

    def run(self) -> int:
        """Write the rows in the format asked for; the exit status."""
        session = self._session
        name = session.format()
        if name == TABLE:
            from dipcli.cli.show import show

            show(session, self._screens())
        else:
            session.write_records(self._records(), row_columns(self._kind), name)
        matched = self._rows > 0 or session.query.is_empty()
        if not matched and session.done:
            for line in self._nearest.lines():
                session.warn(line)
        return session.status(matched)

    def _counts(self) -> Iterator[tuple[str | None, Count] | InputError]:
        """A count an article with its file, or one of all; errors as they come."""
        session = self._session
        total = self._make()
        for outcome in session.outcomes():
            if isinstance(outcome, InputError):
                yield outcome
                continue
            if not session.query.is_empty() and not self._rows:
                self._nearest.see(outcome)
            selection = session.select(outcome)
            if session.settings.per_article:
                one = self._make()
                one.add(selection)
                self._rows += len(one.rows())
                yield outcome.article.source, one
            else:
                total.add(selection)
        if not session.settings.per_article:
            self._rows = len(total.rows())
            yield None, total

    def _records(self) -> Iterator[Json | InputError]:
        for item in self._counts():
            if isinstance(item, InputError):
                yield item
            else:
                yield from (row_to_wire(r) for r in item[1].rows())

    def _screens(self) -> "Iterator[Block]":
        from dipcli.views.screen import Cell, Gap, Paragraph

        for item in self._counts():
            if isinstance(item, InputError):
                continue
            source, count = item
            if source is not None:
                yield Paragraph((Cell(source, "strong", isolate=True),), 1, ui=True)
            yield from self._blocks(count)
            if source is not None:
                yield Gap()
