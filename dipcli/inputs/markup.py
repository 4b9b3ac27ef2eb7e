"""Pieces of HTML as text: what feeds and JSON-LD hold. Whole pages are read in ``pages.py``."""

import html
import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BREAKS = frozenset(
    "p br div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote figure figcaption section article header footer pre hr".split()
)
_HIDDEN = ("script", "style")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_LINES = re.compile(r" ?\n[ \n]*")


def plain_text(piece: str) -> str:
    """The text of a piece of HTML, a line each paragraph; text without markup as it is, its entities resolved."""
    if not _TAG.search(piece):
        return html.unescape(piece) if "&" in piece else piece
    for name in _HIDDEN:
        piece = _without(piece, f"<{name}", f"</{name}>")
    piece = _without(piece, "<!--", "-->").replace("<![CDATA[", "").replace("]]>", "")
    piece = _SPACES.sub(" ", piece.replace("\n", " "))
    piece = _TAG.sub(lambda m: "\n" if m[2].lower() in _BREAKS else "", piece)
    return _LINES.sub("\n", html.unescape(piece)).strip()


def one_line(piece: str) -> str:
    """A headline: the text of a piece of HTML on one line."""
    return " ".join(plain_text(piece).split())


def _without(piece: str, begin: str, end: str) -> str:
    """The text without what stands from ``begin`` to ``end``, in any case of letters; found in one pass."""
    lowered = piece.lower()
    if len(lowered) != len(piece) or begin not in lowered:
        return piece
    kept, at = [], 0
    while (start := lowered.find(begin, at)) >= 0:
        kept.append(piece[at:start])
        stop = lowered.find(end, start)
        if stop < 0:
            return "".join(kept)
        at = stop + len(end)
    return "".join([*kept, piece[at:]])
