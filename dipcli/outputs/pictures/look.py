"""How pictures look, and what their labels may hold."""

import re
from typing import Any

from dipcli.records import Record

Spec = dict[str, Any]
"""A Vega specification."""


class Look(Record):
    """Colours, fonts, width and margin in pixels; ``leaders`` has eight colours, as on screens. ``linked``: marks are links."""

    width: int
    ink: str
    dim: str
    hair: str
    bar: str
    leaders: tuple[str, ...]
    font: str
    arabic: str
    ground: str | None
    lang: str
    linked: bool
    margin: int = 0

    @property
    def right(self) -> bool:
        """Does it begin at the right?"""
        return self.lang == "ar"

    def leader(self, style: str) -> str:
        """The colour of a style of ``views.screen.Palette``."""
        return self.leaders[int(style[6:])] if style.startswith("leader") else self.dim


# Safe for the colour-blind and at least 4.5 : 1 on white.
LEADERS = ("#0a5ea8", "#a8430a", "#1b7340", "#8a2d7c", "#7a5c00", "#00707a", "#b3202c", "#4c4f9e")
# A picture of pixels takes the first family that is there; what it falls back to for a missing letter may be any.
_LATIN = "Noto Sans, Segoe UI, Helvetica Neue, DejaVu Sans, Liberation Sans, sans-serif"
_ARABIC = "Noto Naskh Arabic, Noto Sans Arabic, Segoe UI, Geeza Pro, DejaVu Sans, sans-serif"


def for_page(width: int, lang: str) -> Look:
    """Inside a page: its variables and fonts, so that dark and light are the page's."""
    return Look(
        width=width, ink="var(--ink)", dim="var(--dim)", hair="var(--hair)", bar="var(--bar)",
        leaders=tuple(f"var(--c{n})" for n in range(8)), font="inherit", arabic="inherit", ground=None, lang=lang, linked=True,
    )  # fmt: skip


def alone(width: int, lang: str) -> Look:
    """For slides and reports: dark on white."""
    return Look(
        width=width, ink="#1c1b19", dim="#66625c", hair="#d9d5cd", bar="#5b6f86", leaders=LEADERS, font=_LATIN, arabic=_ARABIC,
        ground="#ffffff", lang=lang, linked=False, margin=24,
    )  # fmt: skip


# Characters that XML cannot hold, and those that turn the order of what stands around a label.
_NOT_IN_LABELS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def short_label(text: str, most: int) -> str:
    """A label that stays where it is put, on one line, of at most so many characters."""
    clean = " ".join(_NOT_IN_LABELS.sub(" ", text).split())
    return clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"


def spec(look: Look, height: int, **parts: Any) -> Spec:
    """A specification of a fixed size: nothing in it depends on the fonts of the machine that makes it."""
    return {
        "$schema": "https://vega.github.io/schema/vega/v5.json", "width": look.width, "height": height, "padding": look.margin,
        "autosize": "none", "background": look.ground, **parts,
    }  # fmt: skip


def text_mark(look: Look, data: str, text: str, **encode: Any) -> dict[str, Any]:
    """Text of a data source, its field ``text``, in the font of its script; ``encode`` are Vega's channels."""
    return {
        "type": "text", "from": {"data": data},
        "encode": {"enter": {
            "text": {"field": text}, "fontSize": {"value": 13}, "baseline": {"value": "middle"}, "fill": {"value": look.ink},
            "font": {"signal": f"test(/[\u0600-\u06ff]/, datum.{text}) ? '{look.arabic}' : '{look.font}'"}, **encode,
        }},
    }  # fmt: skip


def link(look: Look) -> dict[str, Any]:
    """The channel that makes a mark a link."""
    return {"href": {"field": "href"}} if look.linked else {}
