"""``dip leaders``"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, OUTPUT, PER_ARTICLE, Group, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.leaders import LeaderCount, LeaderRow

if TYPE_CHECKING:
    from dipcli.views.screen import Block

_MERGE = Annotated[tuple[str, str] | None, typer.Option("--merge", metavar="A B", help="In an archive: from now on B is A; names, or numbers where a name is of several.")]  # fmt: skip
_LIST = Annotated[bool, typer.Option("--corrections", help="In an archive: list what was merged and split.")]
_UNDO = Annotated[int | None, typer.Option("--undo", metavar="N", help="In an archive: take correction N back.")]
_OWN = Group("Who is one person", (("merge", _MERGE, None), ("listed", _LIST, False), ("undo", _UNDO, None)))


@takes(FILES, FILTER, PER_ARTICLE, INPUT, OUTPUT, ARCHIVE, LONG, own=_OWN)
def command(settings: Settings, merge: tuple[str, str] | None, listed: bool, undo: int | None) -> int:
    """Each leader over all that is read: office, country, how often named, statements, to whom, on which themes.

    --merge, and --db PATH --split A FORM, correct who is one person in an archive, for all commands and for what comes in
    later: those of A who are called or hold the office or come from the country FORM are somebody else.

    \b
    dip leaders samples/
    dip leaders samples/ --about bilateral_relations --format csv -o leaders.csv
    """
    from dipcli.cli.counts import Counted

    # With files --split cuts them into articles; a FILE beside --db would be a mistake.
    split = (settings.split, settings.files) if settings.db is not None and settings.split is not None else None
    session = Session(settings._replace(files=[]) if split else settings)
    if merge or split or listed or undo is not None:
        from dipcli.cli.corrections import corrected

        return corrected(session, merge=merge, split=split, listed=listed, undo=undo)
    return Counted(session, LeaderRow, LeaderCount, lambda count: _blocks(session, count)).run()


def _blocks(session: Session, count: LeaderCount) -> "Iterator[Block]":
    from dipcli.views.labels import counted, label
    from dipcli.views.leaders_screen import leaders_grid
    from dipcli.views.names import World
    from dipcli.views.screen import Cell, Gap, Palette, Paragraph

    lang = session.language
    rows = count.rows()
    if not rows:
        yield Paragraph((Cell(label("none_leaders", lang), "dim"),), 1)
        return
    yield leaders_grid(rows, lang, Palette(), World(session.rules))
    if not session.settings.per_article:
        yield Gap()
        parts = (counted(len(rows), "leader", lang), counted(session.done, "article", lang))
        yield Paragraph((Cell(" · ".join(parts), "strong"),), 1)
