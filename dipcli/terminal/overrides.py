"""Overrides (LRO ... PDF) around what is right-to-left in a row that stands in visual order already."""

import re
from collections.abc import Iterable

from rich.segment import Segment

from dipcli.bidi import has_rtl
from dipcli.terminal.modes import OVERRIDE, POP

# Lines and blocks end an override in mlterm, which draws them with another font (a page has none in such rows: see
# ``modes.drawn``; the table of another program may).
_DRAWN = re.compile("([\u2500-\u259f]+)")


def overridden(row: Iterable[Segment]) -> list[Segment]:
    """The segments of a row, each stretch of it without drawn lines in one override as far as it needs one.

    Nothing right-to-left may stand in the first column: a terminal would lose the control there.
    """
    out: list[Segment] = []
    stretch: list[Segment] = []
    for segment in row:
        for part in _DRAWN.split(segment.text):
            if _DRAWN.match(part):
                out += [*_framed(stretch), Segment(part, segment.style)]
                stretch = []
            elif part:
                stretch.append(Segment(part, segment.style))
    return [*out, *_framed(stretch)]


def _framed(stretch: list[Segment]) -> list[Segment]:
    needing = [n for n, s in enumerate(stretch) if has_rtl(s.text)]
    if not needing:
        return stretch
    first, last = needing[0], needing[-1] + 1
    return [*stretch[:first], Segment(OVERRIDE), *stretch[first:last], Segment(POP), *stretch[last:]]
