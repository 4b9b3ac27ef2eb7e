"""``dip formats``"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session

if TYPE_CHECKING:
    from dipcli.outputs.shapes import FormatWire
    from dipcli.views.screen import Grid


@takes(OUTPUT)
def command(settings: Settings) -> int:
    """What can be read and written.

    \b
    dip formats
    dip formats --json
    """
    session = Session(settings)
    name = session.format(piped=TABLE)
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, [_grid()])
        return 0
    session.write_records(_formats(), ("schema", "direction", "name", "what", "endings"), name)
    return 0


def _grid() -> "Grid":
    from dipcli.views.screen import Cell, Grid, Row

    rows = [
        Row(
            (
                Cell(f["direction"], "dim"),
                Cell(f["name"], "strong"),
                Cell(f["what"]),
                Cell(" ".join(f["endings"]), "dim"),
            )
        )
        for f in _formats()
    ]
    return Grid(tuple(rows), "llll", indent=1)


def _formats() -> "Iterator[FormatWire]":
    from dipcli.inputs.compressed import COMPRESSIONS
    from dipcli.inputs.readers import READERS
    from dipcli.outputs.wire import format_record
    from dipcli.outputs.writers import FORMATS

    for reader in READERS.values():
        yield format_record("read", reader.name, reader.what, reader.endings)
    for compression in COMPRESSIONS.values():
        yield format_record("read", compression.name, compression.what, (compression.ending,))
    yield format_record("write", TABLE, "for people: on a terminal, or when asked for", ())
    for writer in FORMATS.values():
        yield format_record("write", writer.name, writer.what, ())
    yield format_record(
        "write",
        "html",
        "articles, of dip read; a mail's body, of dip digest; dip page writes a page (extra dipcli[page])",
        (),
    )
    yield format_record("write", "graphml", "a graph, of dip network, for Gephi, Cytoscape, networkx", ())
    yield format_record("write", "dot", "a graph, of dip network, for Graphviz", ())
    yield format_record("write", "parquet", "tables of an archive, of dip export (extra dipcli[parquet])", ())
    yield format_record("write", "svg", "a picture, of dip network, timeline and trends (extra dipcli[page])", ())
    yield format_record(
        "write", "png", "the same as pixels; Arabic needs a font of the machine (extra dipcli[page])", ()
    )
