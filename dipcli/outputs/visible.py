"""Control characters made visible: nothing in an article may move the cursor, recolour or reorder what is printed."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What str.isprintable refuses, with the joiners that Arabic needs excepted.
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """Text for a screen, on one line: controls as pictures, other unprintable characters as their code points."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _JOINERS else _shown(c) for c in text)


def without_controls(text: str) -> str:
    """Text for a table of plain text (CSV, TSV, Markdown): controls as pictures; line breaks and tabs stay."""
    return _CONTROLS.sub(lambda m: _picture(m.group()), text)


def _shown(c: str) -> str:
    if c in "\u00ad\ufeff\u200b":
        return ""
    return " " if c.isspace() else _picture(c)


def _picture(c: str) -> str:
    code = ord(c)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    # A byte of a file name that is not UTF-8.
    return f"\\x{code - 0xDC00:02X}" if 0xDC80 <= code <= 0xDCFF else f"<U+{code:04X}>"
