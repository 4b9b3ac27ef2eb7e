"""Jinja2 as the page uses it: everything is escaped, and no text can disturb what stands around it."""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipcli.model import DipError
from dipcli.views.labels import comma, counted, label
from dipcli.views.names import arrow

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
_MISSING = "pages need Jinja2: pip install 'dipcli[page]'"

# HTML drops NUL, which would join words; lone surrogates have no UTF-8; the others are nothing that a page can show.
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Inside a line they would turn the order of what follows their cell.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ARABIC = re.compile("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")


def clean(value: Any) -> Any:
    """Text as a page may hold it, code point for code point."""
    if type(value) is str and _NOT_HTML.search(value):
        return _NOT_HTML.sub("\ufffd", value)
    return value


def name(text: str) -> str:
    """A name or a place inside a line: without the characters that turn directions."""
    return _DIRECTION.sub("", text)


def tongue(text: str) -> str:
    """Language of a text by its letters, for ``lang``; nothing where there is no Arabic in it."""
    return "ar" if _ARABIC.search(text) else ""


@lru_cache(maxsize=2)
def environment(lang: str) -> "Environment":
    """Templates with the words of one language. Raises DipError where Jinja2 is missing."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise DipError(_MISSING) from None
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=clean, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters.update(name=name, tongue=tongue)
    made.globals.update(
        lang=lang, dir="rtl" if lang == "ar" else "ltr", arrow=arrow(lang), comma=comma(lang),
        label=lambda key: label(key, lang), counted=lambda n, key: counted(n, key, lang), number=lambda n: f"{n:,}",
    )  # fmt: skip
    return made


def source(template: str) -> str:
    """A style or script as it stands in its file."""
    return (TEMPLATES / template).read_text(encoding="utf-8")
