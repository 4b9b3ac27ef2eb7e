"""``dip entities``"""

from collections.abc import Iterator

from dipcli.cli.options import INPUT, OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.screen import Block


@takes(INPUT, OUTPUT)
def command(settings: Settings) -> int:
    """Each entity with all its forms, and why each form is its.

    \b
    dip entities samples/visit.txt
    dip entities visit.txt --json | jq '.[] | .forms'
    """
    from dipcli.outputs.wire import row_to_wire
    from dipcli.views.entities import entity_rows, entity_screen

    session = Session(settings)
    if session.format() == "table":
        from dipcli.cli.show import show

        def blocks() -> Iterator[Block]:
            for report in session.reports():
                yield from entity_screen(report)

        show(session, blocks())
        return session.status()
    session.write_records(row_to_wire(row) for r in session.reports() for row in entity_rows(r))
    return session.status()
