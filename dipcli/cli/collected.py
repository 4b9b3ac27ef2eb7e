"""What ``page`` and ``read --format html`` share: the articles of a run, collected for a page."""

from collections.abc import Iterator

from dipcli.cli.session import Session
from dipcli.query import aliases_from, spelling
from dipcli.views.names import World
from dipcli.views.page import Collector
from dipcli.views.page_records import Paper, Said


def collecting(session: Session) -> tuple[Collector, Iterator[tuple[Paper, list[Said]]]]:
    """What a page shows, and the articles as it takes them: nothing is read before it is asked for."""
    collected = Collector(session.language, World(session.rules), aliases_from(session.rules), spelling())
    return collected, collected.read(session.select(r) for r in session.reports())
