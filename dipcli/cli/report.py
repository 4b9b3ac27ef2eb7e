"""``dip report``"""

from dipcli.cli.options import FILES, INPUT, LONG, NO_TEXT, OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session


@takes(FILES, NO_TEXT, INPUT, OUTPUT, LONG)
def command(settings: Settings) -> int:
    """Everything that is known about each article, one JSON object a line (dip schema describes it).

    \b
    dip report samples/ > reports.ndjson
    dip report samples/visit.txt --json --fields article.source,messages
    """
    session = Session(settings)
    name = session.format("nested")
    # There is no screen for all of it: on a terminal the same as indented JSON.
    write_reports(session, "json" if name == TABLE else name)
    return session.status()


def write_reports(session: Session, name: str) -> None:
    """Write every report whole in format ``name``."""
    from dipcli.inputs.errors import InputError
    from dipcli.outputs.wire import REPORT_KEYS, report_to_wire

    with_text = not session.settings.no_text
    records = (o if isinstance(o, InputError) else report_to_wire(o, with_text=with_text) for o in session.outcomes())
    session.write_records(records, REPORT_KEYS, name)
