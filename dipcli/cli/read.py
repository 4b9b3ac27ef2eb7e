"""``dip read``"""

from collections.abc import Iterator

from dipcli.cli.options import INPUT, OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.screen import Block


@takes(INPUT, OUTPUT)
def command(settings: Settings) -> int:
    """The article itself, its statements marked and each with its speaker: how to check the tool.

    \b
    dip read samples/visit.txt
    dip read news/visit.txt | less
    """
    from dipcli.cli.show import show
    from dipcli.views.article import article_screen

    session = Session(settings)

    def blocks() -> Iterator[Block]:
        for report in session.reports():
            yield from article_screen(report, session.language())

    show(session, blocks())
    return session.status()
