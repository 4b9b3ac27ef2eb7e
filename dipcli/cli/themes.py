"""``dip themes``"""

from collections.abc import Iterator

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, OUTPUT, PER_ARTICLE, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.screen import Block
from dipcli.views.themes import ThemeCount, ThemeRow


@takes(FILES, FILTER, PER_ARTICLE, INPUT, OUTPUT, ARCHIVE, LONG)
def command(settings: Settings) -> int:
    """Each theme over all that is read: who spoke about it, how often, in how many articles.

    \b
    dip themes samples/
    dip themes samples/ --by السعدي --format csv
    """
    from dipcli.cli.counts import Counted

    session = Session(settings)
    return Counted(session, ThemeRow, ThemeCount, lambda count: _blocks(session, count)).run()


def _blocks(session: Session, count: ThemeCount) -> Iterator[Block]:
    from dipcli.views.labels import counted, label
    from dipcli.views.screen import Cell, Gap, Paragraph

    lang = session.language
    rows = count.rows()
    if not rows:
        yield Paragraph((Cell(label("none_themes", lang), "dim"),), 1)
        return
    yield count.grid(lang)
    if not session.settings.per_article:
        yield Gap()
        parts = (counted(len(rows), "theme", lang), counted(session.done, "article", lang))
        yield Paragraph((Cell(" · ".join(parts), "strong"),), 1)
