"""``dip network``"""

from collections.abc import Iterator

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.network import NetworkCount, NetworkRow
from dipcli.views.screen import Block

GRAPHS = ("graphml", "dot")


@takes(FILES, FILTER, INPUT, OUTPUT, ARCHIVE)
def command(settings: Settings) -> int:
    """Who addressed whom, how often: letters, calls, meetings and statements between two parties.

    --format svg and png draw the messages (extra dipcli[page]); graphml and dot are for Gephi, Graphviz and others.

    \b
    dip network samples/letters.txt
    dip network samples/letters.txt --format svg -o network.svg
    """
    from dipcli.cli.pictures import graphed, pictured
    from dipcli.outputs.pictures.network import network_picture
    from dipcli.views.screen import Palette

    session = Session(settings)
    lang = session.language
    if settings.format in GRAPHS and not settings.json:
        from dipcli.outputs import graphs

        write = graphs.dot if settings.format == "dot" else graphs.graphml
        return graphed(session, NetworkCount(), lambda count: write(count.edges(lang), count.people, lang))
    return pictured(
        session,
        NetworkRow,
        NetworkCount,
        lambda count: _blocks(session, count),
        lambda count, look: network_picture(count.edges(lang), look, Palette(), lambda _source, _target: ""),
    )


def _blocks(session: Session, count: NetworkCount) -> Iterator[Block]:
    from dipcli.views.labels import label
    from dipcli.views.screen import Cell, Paragraph

    grid = count.grid(session.language)
    yield grid if grid.rows else Paragraph((Cell(label("none_messages", session.language), "dim"),), 1, ui=True)
