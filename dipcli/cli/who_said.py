"""``dip who-said``"""

from typing import Annotated

import typer

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, OUTPUT, ROWS, Group, Settings, takes
from dipcli.cli.session import Session
from dipcli.cli.statements import answer

_TEXT = Annotated[str, typer.Argument(metavar="TEXT", help="Words to look for, in any spelling.")]


@takes(FILES, FILTER, ROWS, INPUT, OUTPUT, ARCHIVE, LONG, own=Group("Arguments", (("text", _TEXT, ...),)))
def command(settings: Settings, text: str) -> int:
    """Statements that speak of TEXT, whatever its spelling, with what Arabic writes onto a word (بالحدود، حدودهما).

    \b
    dip who-said الحدود samples/
    dip who-said "خط جوي" samples/ --by السعدي --form indirect
    """
    session = Session(settings)
    session.look_for(text)
    return answer(session)
