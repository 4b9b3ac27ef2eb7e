"""A value of a record as the text of one cell, for tables of plain text."""

from typing import Any

from dipcli.outputs.visible import without_controls


def cell(value: Any) -> str:
    """Lists joined by ``; ``, pairs of offsets by a dash, nothing for None; a nested record stays JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join("–".join(map(str, v)) if isinstance(v, list) else cell(v) for v in value)
    if isinstance(value, dict):
        from dipcli.outputs.json_bytes import dumps

        return dumps(value).decode()
    return without_controls(str(value))
