"""``dip leaders``"""

from collections.abc import Iterator

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, OUTPUT, PER_ARTICLE, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.leaders import LeaderCount, LeaderRow
from dipcli.views.screen import Block


@takes(FILES, FILTER, PER_ARTICLE, INPUT, OUTPUT, ARCHIVE, LONG)
def command(settings: Settings) -> int:
    """Each leader over all that is read: office, country, how often named, statements, to whom, on which themes.

    \b
    dip leaders samples/
    dip leaders samples/ --about bilateral_relations --format csv -o leaders.csv
    """
    from dipcli.cli.counts import Counted

    session = Session(settings)
    return Counted(session, LeaderRow, LeaderCount, lambda count: _blocks(session, count)).run()


def _blocks(session: Session, count: LeaderCount) -> Iterator[Block]:
    from dipcli.views.labels import counted, label
    from dipcli.views.leaders import leaders_grid
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
