"""Words in visual order, for displays that set each space-free run by itself."""

import re
from collections.abc import Sequence

from .classes import classes
from .columns import kinds
from .reorder import mirrored, reversed_clusters

_RUN = re.compile("[^ ]+")
# Right-to-left characters that belong to no single script, so no display guesses a direction from them.
_COMMON = "\u0640\u060c\u061b\u061f\u200f\u061c"
# The percent sign and the separators of numbers belong to the Arabic script, whatever their bidi class.
_ARABIC_SIGNS = "\u066a\u066b\u066c"


def by_words(text: str, sources: Sequence[int]) -> tuple[str, list[int]]:
    """Visual text made such that a display shows it although it reverses some runs.

    The display is one that leaves space-free runs where they are, guesses the direction of each from its first character of a
    script, and sets a right-to-left run reversed, digits included, and mirrored. A run whose last such character is right-to-left
    is reversed and mirrored here, so that the display does it back.

    :param text: a line in visual order.
    :param sources: the source index of each character.
    """
    out: list[str] = []
    order: list[int] = []
    known = kinds(text)
    done = 0
    for run in _RUN.finditer(text):
        if not _ends_rightward(run[0]):
            continue
        start, end = run.span()
        out.append(text[done:start])
        order.extend(sources[done:start])
        reverse, own = reversed_clusters(run[0], sources[start:end], known[start:end])
        out.append(mirrored(reverse))
        order.extend(own)
        done = end
    return "".join([*out, text[done:]]), [*order, *sources[done:]]


def _ends_rightward(run: str) -> bool:
    for character in reversed(run):
        kind = classes(character)
        if character in _ARABIC_SIGNS or (kind in "RA" and character not in _COMMON):
            return True
        if kind == "L" and character != "\u200e":
            return False
    return False
