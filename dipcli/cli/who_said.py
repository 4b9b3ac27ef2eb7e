"""``dip who-said``"""

from typing import Annotated

import typer

from dipcli.cli.options import FILTER, INPUT, OUTPUT, ROWS, Settings, takes
from dipcli.cli.session import Session
from dipcli.cli.statements import answer


@takes(
    INPUT,
    OUTPUT,
    FILTER,
    ROWS,
    first=(("text", Annotated[str, typer.Argument(metavar="TEXT", help="Words to look for, in any spelling.")], ...),),
)
def command(settings: Settings, text: str) -> int:
    """Statements that speak of TEXT, whatever its spelling.

    \b
    dip who-said الحدود samples/
    dip who-said "الحزام والطريق" news/ --by tokayev --form direct
    """
    return answer(Session(settings), text)
