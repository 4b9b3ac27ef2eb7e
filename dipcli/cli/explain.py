"""``dip explain``"""

from typing import Annotated

import typer

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import NONE_READ, Session

_OWN = (
    ("file", Annotated[str, typer.Argument(metavar="FILE", help="The article.")], ...),
    (
        "wanted",
        Annotated[
            str, typer.Argument(metavar="STATEMENT|ENTITY", help="A statement's id (s7) or an entity's id or name.")
        ],
        ...,
    ),
)


@takes(OUTPUT, first=_OWN)
def command(settings: Settings, file: str, wanted: str) -> int:
    """Why this source, this addressee, this extent; or why these names are one person.

    \b
    dip explain samples/letters.txt s7
    dip explain samples/letters.txt توقاييف
    """
    from dipcli.cli.show import show
    from dipcli.views.explain import explain

    session = Session(settings._replace(files=[file]))
    reports = list(session.reports())
    if not reports:
        return NONE_READ
    show(session, explain(reports[0], wanted, session.language()))
    return session.status()
