"""``dip schema``"""

from typing import Annotated

import typer

from dipcli.cli.options import OUTPUT, Group, Settings, takes
from dipcli.cli.session import Session
from dipcli.model import DipError

_NAME = Annotated[
    str | None, typer.Argument(metavar="[RECORD]", help="report, statement, message, leader ...; without it all.")
]


@takes(OUTPUT, own=Group("Arguments", (("name", _NAME, None),)))
def command(settings: Settings, name: str | None) -> int:
    """The JSON Schema (2020-12) of the report and of every row.

    \b
    dip schema > dip.schema.json
    dip schema statement
    """
    from dipcli.cli.checks import did_you_mean, or_list
    from dipcli.cli.output import Output
    from dipcli.outputs.json_bytes import dumps
    from dipcli.outputs.schema import names, schema

    session = Session(settings)
    session.format("text", piped="json")
    if name is not None and name not in names():
        raise DipError(f'no record is called "{name}"{did_you_mean(name, names()) or ": " + or_list(names())}')
    with Output(settings.output) as out:
        out.write(dumps(schema(name), indent=True, ascii_only=settings.ascii) + b"\n")
    return 0
