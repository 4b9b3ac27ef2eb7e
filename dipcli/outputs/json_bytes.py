"""JSON as bytes. orjson writes them; what would disturb a terminal is escaped afterwards, which orjson cannot do."""

import re
from typing import Any

import orjson

# In UTF-8: DEL, C1 controls, bidi controls, zero-width and format characters, line and paragraph separators, BOM.
# Inside a JSON string they may stand as escapes with the same meaning, and they stand nowhere else.
_DISTURBING = re.compile(
    rb"\xc2[\x80-\x9f]|\x7f|\xd8\x9c|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf"
)
_NON_ASCII = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


def _escape(m: "re.Match[bytes]") -> bytes:
    out = b""
    for c in m.group().decode("utf-8"):
        code = ord(c)
        if code > 0xFFFF:
            code -= 0x10000
            out += b"\\u%04x\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
        else:
            out += b"\\u%04x" % code
    return out


def dumps(value: Any, *, ascii_only: bool = False, indent: bool = False) -> bytes:
    """One JSON value. Lone surrogates, which UTF-8 does not have, are written as escapes."""
    option = orjson.OPT_INDENT_2 if indent else 0
    try:
        data = orjson.dumps(value, option=option)
    except TypeError:
        import json

        separators = (",", ": ") if indent else (",", ":")
        data = json.dumps(value, ensure_ascii=True, indent=2 if indent else None, separators=separators).encode()
    # What disturbs is not printable; asking that of the whole takes a third of the time of looking for it.
    if not data.decode().isprintable():
        data = _DISTURBING.sub(_escape, data)
    return _NON_ASCII.sub(_escape, data) if ascii_only else data


def loads(data: bytes | str) -> Any:
    """Parse JSON; raises ``ValueError`` with place and reason."""
    return orjson.loads(data)
