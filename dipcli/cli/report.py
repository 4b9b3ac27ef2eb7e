"""``dip report``"""

from dipcli.cli.options import INPUT, NO_TEXT, OUTPUT, Settings, takes
from dipcli.cli.session import Session


@takes(INPUT, OUTPUT, NO_TEXT)
def command(settings: Settings) -> int:
    """Everything that is known about each article, one JSON object a line.

    \b
    dip report news/*.txt > reports.ndjson
    dip report visit.txt --json | jq '.[0].messages'
    """
    from dipcli.outputs.wire import report_to_wire

    session = Session(settings)
    if session.format() == "table":
        session = Session(settings._replace(format="json"))
    session.write_records(report_to_wire(r, with_text=not settings.no_text) for r in session.reports())
    return session.status()
