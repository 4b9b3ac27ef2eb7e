"""``dip config``"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dipcli.cli.configuration import configuration, files
from dipcli.cli.keys import KEYS
from dipcli.cli.options import OUTPUT, Group, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.views.screen import Block, Cell, Gap, Grid, Paragraph, Row

if TYPE_CHECKING:
    from dipcli.outputs.shapes import SettingWire

_ORIGIN = Annotated[bool, typer.Option("--show-origin", help="Say where each is set.")]


@takes(OUTPUT, own=Group("What is written", (("show_origin", _ORIGIN, False),)))
def command(settings: Settings, show_origin: bool) -> int:
    """The settings in force: of the environment, over ./dip.toml, over your own configuration file.

    \b
    dip config
    dip config --show-origin
    """
    session = Session(settings)
    name = session.format(piped=TABLE)
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, _blocks(show_origin))
        return 0
    columns = ("schema", "setting", "value", "origin", "environment", "what")
    session.write_records(_records(), columns, name)
    return 0


def _records() -> "Iterator[SettingWire]":
    from dipcli.outputs.wire import setting_record

    found = configuration()
    for key in KEYS.values():
        value = found.get(key.name)
        yield setting_record(
            key.name, value.value if value else None, value.origin if value else None, key.variable, key.what
        )


def _blocks(origin: bool) -> Iterator[Block]:
    rows = []
    for r in _records():
        cells = [Cell(r["setting"], "strong"), Cell(_shown(r["value"]), isolate=True)]
        if origin:
            cells.append(Cell(r["origin"] or "", isolate=True))
        rows.append(Row((*cells, Cell(r["what"], "dim"))))
    yield Grid(tuple(rows), "l" * (4 if origin else 3), indent=1)
    yield Gap()
    for path, own in files():
        what = "yours" if own else "of this folder"
        yield Paragraph((Cell(f"{path} ", isolate=True), Cell(f"({what}: {_state(path)})", "dim")), 1, ui=True)


def _state(path: str) -> str:
    import os

    return "read" if os.path.exists(path) else "not there"


def _shown(value: Any) -> str:
    """As a configuration file has it."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
