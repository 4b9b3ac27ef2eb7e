"""``dip formats``"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session

if TYPE_CHECKING:
    from dipcli.outputs.shapes import FormatWire


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
        session.write_lines(
            f"{f['direction']:<6} {f['name']:<10} {f['what']}{' (' + ' '.join(f['endings']) + ')' if f['endings'] else ''}"
            for f in _formats()
        )
        return 0
    session.write_records(_formats(), ("schema", "direction", "name", "what", "endings"), name)
    return 0


def _formats() -> "Iterator[FormatWire]":
    from dipcli.inputs.readers import READERS
    from dipcli.outputs.wire import format_record
    from dipcli.outputs.writers import FORMATS

    for reader in READERS.values():
        yield format_record("read", reader.name, reader.what, reader.endings)
    yield format_record("write", TABLE, "for people: on a terminal, or when asked for", ())
    for writer in FORMATS.values():
        yield format_record("write", writer.name, writer.what, ())
