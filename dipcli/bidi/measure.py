"""How much room text takes, and as much of it as fits."""

from .arabic import Shaped, lam_alefs
from .arabic import shape as shaped
from .columns import columns, edges, fitting, kinds


def width(text: str, *, shape: bool = True) -> int:
    """Columns that the text takes on one line.

    Marks, format characters and controls take none, wide and fullwidth East Asian characters two.

    :param shape: whether lam-alef is one column, as ``shape`` makes it, or two.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return _columns(text, shape)


def fit(text: str, width: int, *, shape: bool = True) -> int:
    """Code points of the longest prefix of whole grapheme clusters that takes at most ``width`` columns."""
    glyphs = shaped(text) if shape else Shaped(text, range(len(text)))
    known = kinds(glyphs.text)
    end = fitting(known, edges(known), 0, width)
    return glyphs.sources[end] if end < len(known) else len(text)


def truncate(text: str, width: int, *, ellipsis: str = "…", shape: bool = True, whole_words: bool = False) -> str:
    """One paragraph, cut at its logical end to ``width`` columns; an ellipsis stands for what is gone.

    Still logical: to be set afterwards, in the base direction of the whole. Where not even the ellipsis fits, as much of it as does.

    :param whole_words: cut after a word if one fits.
    """
    if _columns(text, shape) <= width:
        return text
    room = width - _columns(ellipsis, shape)
    if room < 0:
        return ellipsis[: fit(ellipsis, width)]
    kept = text[: fit(text, room, shape=shape)]
    if whole_words and not text[len(kept)].isspace():
        word = kept.rfind(" ")
        kept = kept[:word] if kept[: max(word, 0)].strip() else kept
    return kept.rstrip() + ellipsis


def _columns(text: str, shape: bool) -> int:
    known = kinds(text)
    return columns(known) - (lam_alefs(text, known) if shape else 0)
