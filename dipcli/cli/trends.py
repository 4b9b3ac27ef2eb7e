"""``dip trends``"""

from collections.abc import Iterator

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.screen import Block
from dipcli.views.trends import TrendCount, TrendRow


@takes(FILES, FILTER, INPUT, OUTPUT, ARCHIVE)
def command(settings: Settings) -> int:
    """Themes and speakers by month: how many statements of dated articles.

    --format svg and png draw the themes (extra dipcli[page]).

    \b
    dip trends samples/letters.txt samples/visit.txt
    dip trends samples/letters.txt samples/visit.txt --format svg -o trends.svg
    """
    from dipcli.cli.pictures import pictured
    from dipcli.outputs.pictures.trends import trends_picture

    session = Session(settings)
    return pictured(
        session,
        TrendRow,
        TrendCount,
        lambda count: _blocks(session, count),
        lambda count, look: trends_picture(count.trends("theme"), look, lambda _trend, _time: ""),
    )


def _blocks(session: Session, count: TrendCount) -> Iterator[Block]:
    from dipcli.views.labels import counted, label
    from dipcli.views.screen import Cell, Gap, Paragraph

    lang = session.language
    themes, leaders = count.grid("theme", lang), count.grid("leader", lang)
    if not themes.rows and not leaders.rows:
        yield Paragraph((Cell(label("none_themes", lang), "dim"),), 1, ui=True)
    else:
        yield themes
        yield Gap()
        yield leaders
    if count.undated:
        words = f"{counted(count.undated, 'statement', lang)} {label('page_undated', lang)}"
        yield Paragraph((Cell(words, "dim"),), 1, ui=True)
