"""``dip timeline``"""

from collections.abc import Iterator

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.screen import Block
from dipcli.views.timeline import TimelineCount, TimelineRow


@takes(FILES, FILTER, INPUT, OUTPUT, ARCHIVE)
def command(settings: Settings) -> int:
    """Letters, cables, calls, meetings and visits of dated articles, by date; how many there were and was said, by month.

    --format svg and png draw them (extra dipcli[page]).

    \b
    dip timeline samples/letters.txt samples/visit.txt
    dip timeline samples/letters.txt samples/visit.txt --format svg -o time.svg
    """
    from dipcli.cli.pictures import pictured
    from dipcli.outputs.pictures.timeline import timeline_picture

    session = Session(settings)
    return pictured(
        session,
        TimelineRow,
        TimelineCount,
        lambda count: _blocks(session, count),
        lambda count, look: timeline_picture(count.rows(), look, lambda _date, _kind: ""),
    )


def _blocks(session: Session, count: TimelineCount) -> Iterator[Block]:
    from dipcli.views.labels import counted, label
    from dipcli.views.screen import Cell, Gap, Paragraph

    lang = session.language
    months, grid = count.by_month(lang), count.grid(lang)
    if months.rows:
        yield months
        yield Gap()
    yield grid if grid.rows else Paragraph((Cell(label("none_messages", lang), "dim"),), 1, ui=True)
    if count.undated:
        words = f"{counted(count.undated, 'message', lang)} {label('page_undated', lang)}"
        yield Paragraph((Cell(words, "dim"),), 1, ui=True)
