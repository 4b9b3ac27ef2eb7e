"""From a specification to SVG or PNG."""

import re
from typing import Any
from xml.etree import ElementTree

from dipcli.model import DipError
from dipcli.outputs.pictures.look import Spec

_SVG, _XLINK = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}href"
_MISSING = "pictures need vl-convert: pip install 'dipcli[page]'"
# Vega makes every address absolute.
_BASE = re.compile(r"^[a-z]+://[^#]*#")


def _converter() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise DipError(_MISSING) from None
    return vl_convert


def check_converter() -> None:
    """Raise DipError where the engine is missing, before anything is read for it."""
    _converter()


def svg(spec: Spec, *, standalone: bool) -> str:
    """An ``<svg>`` element without styles, scripts and addresses of elsewhere; ``standalone`` makes it a file."""
    drawn = _converter().vega_to_svg(spec, allowed_base_urls=[])
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(drawn)
    for element in root.iter():
        for name in ("role", "aria-roledescription", "aria-label", "aria-hidden", "class"):
            element.attrib.pop(name, None)
        address = element.attrib.pop(_XLINK, None)
        if address is not None:
            element.set("href", _BASE.sub("#", address))
            element.set("tabindex", "-1")
    if not standalone:
        del root.attrib["width"], root.attrib["height"]
        root.set("aria-hidden", "true")
        root.set("focusable", "false")
    # Arabic labels stand where their anchor says, whatever the direction of the page around.
    root.set("direction", "ltr")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n' if standalone else text


def png(spec: Spec, *, scale: float = 2.0) -> bytes:
    """PNG bytes, ``scale`` pixels a unit of the specification."""
    drawn: bytes = _converter().vega_to_png(spec, scale=scale, allowed_base_urls=[])
    return drawn
