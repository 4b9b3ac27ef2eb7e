"""``dip formats``"""

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import Session


@takes(OUTPUT)
def command(settings: Settings) -> int:
    """What can be read and written.

    \b
    dip formats
    dip formats --json
    """
    from dipcli.inputs.readers import READERS
    from dipcli.outputs.writers import FORMATS

    session = Session(settings)
    records = [
        {"schema": "dip.format/1", "direction": "read", "name": f.name, "what": f.what, "endings": list(f.endings)}
        for f in READERS.values()
    ]
    records += [
        {"schema": "dip.format/1", "direction": "write", "name": f.name, "what": f.what, "endings": []}
        for f in FORMATS.values()
    ]
    records.append(
        {
            "schema": "dip.format/1",
            "direction": "write",
            "name": "table",
            "what": "for people, on a terminal",
            "endings": [],
        }
    )
    if session.format("text") in ("table", "text"):
        session.write_text(f"{r['direction']:<6} {r['name']:<10} {r['what']}" for r in records)
        return 0
    session.write_records(records)
    return 0
