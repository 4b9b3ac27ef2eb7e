"""``dip entities``"""

from collections.abc import Iterator

from dipcli.cli.options import FILES, INPUT, LONG, OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.views.screen import Block


@takes(FILES, INPUT, OUTPUT, LONG)
def command(settings: Settings) -> int:
    """Each person, country, body and group with all its forms, and why each form is its.

    \b
    dip entities samples/visit.txt
    dip entities samples/ --fields file,name,forms --format tsv
    """
    from dipcli.inputs.errors import InputError
    from dipcli.outputs.wire import row_columns, row_to_wire
    from dipcli.views.entities import EntityRow, entity_rows

    session = Session(settings)
    name = session.format()
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, _blocks(session))
    else:
        records = (
            record
            for outcome in session.outcomes()
            for record in ([outcome] if isinstance(outcome, InputError) else map(row_to_wire, entity_rows(outcome)))
        )
        session.write_records(records, row_columns(EntityRow), name)
    return session.status()


def _blocks(session: Session) -> Iterator[Block]:
    from dipcli.views.entities import entity_blocks
    from dipcli.views.labels import counted
    from dipcli.views.names import World
    from dipcli.views.screen import Cell, Palette, Paragraph

    world, palette, lang = World(session.rules), Palette(), session.language
    count = 0
    for report in session.reports():
        for e in report.entities:
            count += 1
            yield from entity_blocks(report, e, lang, palette, world)
    yield Paragraph((Cell(counted(count, "entity", lang), "strong"),), 1, ui=True)
