"""What ``leaders`` and ``themes`` share: counting over everything read, or article by article."""

from collections.abc import Callable, Iterator
from typing import Any

from dipcli.cli.session import Session
from dipcli.outputs.wire import row_to_wire


def answer_counts(session: Session, make: Callable[[], Any], blocks: Callable[[list[Any], str], list[Any]]) -> int:
    """Count every report and write the rows; on a terminal show them as ``blocks``."""
    query = session.query()

    def rows() -> Iterator[Any]:
        total = make()
        for report in session.reports():
            if session.settings.per_article:
                one = make()
                one.add(report, query)
                yield from one.rows()
            else:
                total.add(report, query)
        yield from total.rows()

    if session.format() == "table":
        from dipcli.cli.show import show

        kept = list(rows())
        show(session, blocks(kept, session.language()))
        return session.status(bool(kept) or query.is_empty())
    count = session.write_records(row_to_wire(r) for r in rows())
    return session.status(count > 0 or query.is_empty())
