"""A value of a record as the text of one cell, for tables of plain text."""

import re
from typing import Any

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


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


def without_controls(text: str) -> str:
    """The text with controls as pictures, so that it can be looked at on a terminal; line breaks and tabs stay."""
    return _CONTROLS.sub(lambda m: _picture(ord(m.group())), text)


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    # A byte of a file name that is not UTF-8.
    return f"\\x{code - 0xDC00:02X}" if 0xDC80 <= code <= 0xDCFF else f"<U+{code:04X}>"
