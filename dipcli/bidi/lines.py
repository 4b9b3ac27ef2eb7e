"""Text set into lines: shaped, wrapped in logical order, and each line put into the order in which it is printed."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from .arabic import TASHKEEL, Shaped, leave_out, shape
from .breaks import break_lines
from .classes import classes, has_rtl
from .columns import columns, kinds
from .levels import level_of, levels_of, paragraphs, reset_levels
from .reorder import level_runs, mirrored, reversed_clusters, visual_runs
from .words import by_words

Base = Literal["auto", "ltr", "rtl"]
Order = Literal["visual", "words", "logical"]

# They order text and are not seen: in visual order nothing is left for them to do.
_FORMATTING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RTL_CLASS = re.compile("[RAN]")


class Setting(NamedTuple):
    """How text is set."""

    order: Order = "visual"
    """``visual``: left to right as it is to be seen. ``words``: words so, letters such that a display which sets each word by itself
    shows them so (see ``words``). ``logical``: as in the source."""
    shape: bool = True
    """Arabic letters as presentation forms, lam-alef as one."""
    mirror: bool = True
    """Brackets at odd levels replaced by their mirrors."""
    tashkeel: bool = True
    """False: vowel signs are left out."""
    base: Base = "auto"
    """Direction of paragraphs; ``auto``: that of the first strong character, left-to-right if there is none."""


_PLAIN = Setting()


class Line(NamedTuple):
    """One line, to be printed from left to right."""

    text: str
    sources: Sequence[int]
    """For each character of ``text`` the index of its source character; a ligature has that of its first letter."""
    width: int
    """Columns."""
    level: int
    """Paragraph level: 1 is right-to-left."""
    bidi: bool
    """False: no character of this line is right-to-left, and every display shows it as it stands."""
    start: int
    """First source character of the line."""
    end: int
    """One after its last, without the spaces at a break."""


class _Paragraph(NamedTuple):
    """One paragraph, shaped, in logical order."""

    start: int
    end: int
    level: int
    types: str
    """Class letters, one a source character; empty where the text stands as it is."""
    levels: bytes
    """Embedding levels, one a source character; empty where the text stands as it is."""
    flat: bool
    """Whether all levels are the paragraph's."""
    glyphs: Shaped
    """What is to be printed; sources count from the start of the paragraph."""
    kinds: str
    """One a glyph."""


def set_lines(text: str, width: int, setting: Setting = _PLAIN) -> list[Line]:
    """The text in lines of at most ``width`` columns, at least one; spaces at the ends of lines are dropped.

    A grapheme cluster that is wider than ``width`` stands alone on a line that is too long.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(text, setting):
        lines.extend(_line(paragraph, a, z, setting) for a, z in break_lines(paragraph.kinds, width))
    return lines


def set_line(text: str, setting: Setting = _PLAIN) -> Line:
    """One paragraph on one line, all of it."""
    paragraph = _paragraph(text, 0, len(text), setting)
    return _line(paragraph, 0, len(paragraph.kinds), setting)


def wrap(text: str, width: int, setting: Setting = _PLAIN) -> list[tuple[int, int]]:
    """The half-open source spans of the lines of ``set_lines``."""
    spans: list[tuple[int, int]] = []
    for paragraph in _paragraphs(text, setting):
        spans.extend(_source_span(paragraph, a, z) for a, z in break_lines(paragraph.kinds, width))
    return spans


def _paragraphs(text: str, setting: Setting) -> Iterator[_Paragraph]:
    return (_paragraph(text[start:end], start, end, setting) for start, end in paragraphs(text))


def _paragraph(text: str, start: int, end: int, setting: Setting) -> _Paragraph:
    if setting.base != "rtl" and not has_rtl(text):
        return _Paragraph(start, end, 0, "", b"", True, Shaped(text, range(len(text))), kinds(text))
    types = classes(text)
    level = level_of(types) if setting.base == "auto" else int(setting.base == "rtl")
    levels = levels_of(types, text, level)
    glyphs = _glyphs(text, setting)
    return _Paragraph(start, end, level, types, levels, levels.count(level) == len(levels), glyphs, kinds(glyphs.text))


def _glyphs(text: str, setting: Setting) -> Shaped:
    glyphs = shape(text) if setting.shape else Shaped(text, range(len(text)))
    if not setting.tashkeel:
        glyphs = leave_out(glyphs, TASHKEEL)
    return glyphs if setting.order == "logical" else leave_out(glyphs, _FORMATTING)


def _source_span(paragraph: _Paragraph, first: int, last: int) -> tuple[int, int]:
    """The source of the glyphs from ``first`` to before ``last``: what has no glyph goes with the glyph before it."""
    sources = paragraph.glyphs.sources
    start = paragraph.start + sources[first] if first else paragraph.start
    return start, paragraph.start + sources[last] if last < len(sources) else paragraph.end


def _line(paragraph: _Paragraph, first: int, last: int, setting: Setting) -> Line:
    start, end = _source_span(paragraph, first, last)
    text, sources = paragraph.glyphs.text[first:last], paragraph.glyphs.sources[first:last]
    own = paragraph.kinds[first:last]
    bidi = False
    if paragraph.types:
        levels = _glyph_levels(paragraph, start - paragraph.start, end - paragraph.start, sources)
        text, sources = _ordered(text, sources, own, levels, setting)
        rtl = _RTL_CLASS.search(paragraph.types, start - paragraph.start, end - paragraph.start)
        bidi = rtl is not None or any(level & 1 for level in set(levels))
    if paragraph.start:
        sources = [paragraph.start + at for at in sources]
    return Line(text, sources, columns(own), paragraph.level, bidi, start, end)


def _glyph_levels(paragraph: _Paragraph, start: int, end: int, sources: Sequence[int]) -> bytes:
    """Levels of the glyphs of the line ``start`` to ``end`` of a paragraph."""
    if paragraph.flat:
        return bytes([paragraph.level]) * len(sources)
    levels = reset_levels(paragraph.types[start:end], paragraph.levels[start:end], paragraph.level)
    return levels if len(levels) == len(sources) else bytes([levels[at - start] for at in sources])


def _ordered(
    text: str, sources: Sequence[int], kinds: str, levels: bytes, setting: Setting
) -> tuple[str, Sequence[int]]:
    """L2, L3 and L4 for the glyphs of a line."""
    parts: list[str] = []
    order: list[Sequence[int]] = []
    for run in level_runs(levels) if setting.order == "logical" else visual_runs(levels):
        part, own = text[run.start : run.end], sources[run.start : run.end]
        if run.level & 1:
            if setting.mirror:
                part = mirrored(part)
            if setting.order != "logical":
                part, own = reversed_clusters(part, own, kinds[run.start : run.end])
        parts.append(part)
        order.append(own)
    joined = order[0] if len(order) == 1 else [at for own in order for at in own]
    return by_words("".join(parts), joined) if setting.order == "words" else ("".join(parts), joined)
