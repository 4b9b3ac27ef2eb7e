"""``dip read``"""

from collections.abc import Iterator

from dipcli.cli.options import FILES, INPUT, LONG, OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.views.screen import Block


@takes(FILES, INPUT, OUTPUT, LONG)
def command(settings: Settings) -> int:
    """The article itself, its statements marked and each with its speaker in the margin: how to check the tool.

    With --json the same as dip report; --format html writes one HTML file without script (extra dipcli[page]).

    \b
    dip read samples/visit.txt
    dip read samples/visit.txt --color always | less -R
    """
    from dipcli.cli.report import write_reports
    from dipcli.cli.show import show

    session = Session(settings)
    if settings.format == "html" and not settings.json:
        return _html(session)
    name = session.format("text", piped=TABLE)
    if name == TABLE:
        show(session, _blocks(session))
    else:
        write_reports(session, name)
    return session.status()


def _html(session: Session) -> int:
    from dipcli.cli.collected import collecting
    from dipcli.cli.output import Output
    from dipcli.outputs.page.build import articles

    collected, read = collecting(session)
    with Output(session.settings.output) as out:
        for part in articles(collected, read):
            out.write(part)
    return session.status()


def _blocks(session: Session) -> Iterator[Block]:
    from dipcli.views.article import article_screen
    from dipcli.views.screen import Cell, Gap, Palette, Paragraph

    palette = Palette()
    several = len(session.settings.files) > 1
    for n, report in enumerate(session.reports()):
        if n:
            yield Gap()
        if several or "#" in report.article.source:
            yield Paragraph((Cell(report.article.source, "dim", isolate=True),), 1, ui=True)
        yield from article_screen(report, session.language, palette)
