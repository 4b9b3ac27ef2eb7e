"""Styled text of one cell or paragraph, set for a terminal: between ``dipcli.bidi`` and Rich."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Literal

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from dipcli.bidi import Line, bidi_class, has_rtl, paragraph_level, set_lines, truncate, width
from dipcli.bidi.words import by_words
from dipcli.records import Record
from dipcli.terminal.modes import Mode, frame, setting
from dipcli.terminal.safe import pieces, safe

Direction = Literal["auto", "ltr", "rtl"]

_FSI, _PDI, _JOINER = "\u2068", "\u2069", "\u200d"
# What may stand in text that is safe and in what ``isolated`` makes of it.
_FORMATTING = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")


class SetLine(Record):
    """One line, ready to print left to right; ``width`` in columns; ``rtl``: it belongs at the right of its block.

    ``before`` and ``after`` are the controls that it has to stand between in this mode.
    """

    segments: tuple[Segment, ...]
    width: int
    rtl: bool = False
    before: str = ""
    after: str = ""


class CellSetter:
    """Measures, wraps and orders the text of cells for one mode. It takes text that is safe to print (``safe_text``)."""

    def __init__(self, console: Console, mode: Mode, *, vowels: bool = True) -> None:
        self._console = console
        self._mode: Mode = mode
        self._setting = setting(mode, vowels=vowels)
        # Where the terminal gets logical text, nothing is aligned by direction: columns stay in the order of reading.
        self.places = mode not in ("logical", "records")

    def width(self, text: Text) -> int:
        """Columns that the text takes on one line."""
        return width(text.plain, shape=self._setting.shape)

    def lines(self, text: Text, columns: int, base: Direction = "auto") -> list[SetLine]:
        """The text in lines of at most ``columns``, broken at spaces, in longer words where it must. At least one line.

        ``base`` is the direction of its paragraphs; ``auto``: that of the first letter of each.
        """
        styles = self._styles(text)
        return [self._line(line, styles) for line in self._set_lines(text.plain, max(columns, 1), base)]

    def _set_lines(self, text: str, columns: int, base: Direction) -> list[Line]:
        own = self._setting._replace(base=base)
        lines = set_lines(text, columns, own)
        if self._mode == "records":
            # The terminal takes each line by itself: a line that begins with a word of the other direction is set wrong.
            for narrower in range(columns, columns // 2, -1):
                shorter = set_lines(text, narrower, own)
                if all(paragraph_level(x.text) == x.level for x in shorter if x.bidi):
                    return shorter
        return lines

    def mixes(self, text: Text, base: Direction) -> bool:
        """Has the text letters of the direction that is not ``base``?"""
        return has_rtl(text.plain) if base == "ltr" else any(bidi_class(c) == "L" for c in text.plain)

    def cut(self, text: Text, columns: int, base: Direction = "auto") -> SetLine:
        """The text on one line, an ellipsis at its logical end where it does not fit."""
        if base == "auto":
            base = "rtl" if paragraph_level(text.plain) else "ltr"
        kept = truncate(text.plain, max(columns, 1), shape=self._setting.shape)
        if kept != text.plain:
            text = Text(kept, text.style, spans=text.spans)
        return self.lines(text, max(columns, 1), base)[0]

    def isolated(self, text: Text) -> Text:
        """Text whose direction touches nothing around it, and is touched by nothing; spaces at its ends stay outside."""
        if not self.places or not text.plain or text.plain.isspace():
            return text
        core = text.plain.strip(" ")
        start = text.plain.index(core)
        out = text[:start]
        for part in (_FSI, text[start : start + len(core)], _PDI, text[start + len(core) :]):
            out.append(part)
        return out

    # -- one line ------------------------------------------------------------------------------------------------------

    def _styles(self, text: Text) -> Style | list[Style]:
        """The style of the whole text, or that of each code point."""
        whole = self._console.get_style(text.style)
        if not text.spans:
            return whole
        styles = [whole] * len(text.plain)
        for start, end, style in text.spans:
            own = self._console.get_style(style)
            for i in range(start, min(end, len(styles))):
                styles[i] = styles[i] + own
        return styles

    def _line(self, line: Line, styles: Style | list[Style]) -> SetLine:
        # A page of plain text is free of controls, as is a line that needs none.
        if not (self.places and line.bidi) and _FORMATTING.search(line.text):
            kept = [(c, i) for c, i in zip(line.text, line.sources, strict=True) if not _FORMATTING.match(c)]
            line = line._replace(text="".join(c for c, _ in kept), sources=[i for _, i in kept])
        if self._mode == "words" and line.bidi:
            line = _by_runs(line, styles)
        controls = frame(self._mode, line.level) if line.bidi else ()
        return SetLine(tuple(_segments(line, styles)), line.width, self.places and line.level == 1, *controls)


def _by_runs(line: Line, styles: Style | list[Style]) -> Line:
    """For a terminal that sets each run of one font by itself: its letters are turned, the styles stay in their columns."""
    at = [styles] * len(line.text) if isinstance(styles, Style) else [styles[i] for i in line.sources]
    fonts = groupby(zip(line.text, at, strict=True), key=lambda c: (c[1].bold, c[1].italic))
    runs = ("".join(c for c, _ in run) for _, run in fonts)
    return line._replace(text="".join(by_words(run, range(len(run)))[0] for run in runs))


def _segments(line: Line, styles: Style | list[Style]) -> Iterator[Segment]:
    """Stretches of one style, in the order of printing."""
    if isinstance(styles, Style):
        yield from (Segment(part, styles) for part in _after_joiners(line.text))
        return
    for style, group in groupby(zip(line.text, line.sources, strict=True), key=lambda c: styles[c[1]]):
        yield from (Segment(part, style) for part in _after_joiners("".join(map(itemgetter(0), group))))


def _after_joiners(text: str) -> list[str]:
    """Rich takes a letter after a zero-width joiner for part of the one before, unless a new segment begins there."""
    if _JOINER not in text:
        return [text] if text else []
    *parts, last = text.split(_JOINER)
    return [p + _JOINER for p in parts] + ([last] if last else [])


def safe_text(text: Text) -> Text:
    """The same with what could disturb the terminal made visible; styles keep their letters."""
    plain = text.plain
    if safe(plain) == plain:
        return text
    out = Text(style=text.style, justify=text.justify, overflow=text.overflow, no_wrap=text.no_wrap)
    at: list[int] = []
    for i, shown in pieces(plain):
        at += [len(out.plain)] * (i + 1 - len(at))
        out.append(shown)
    at += [len(out.plain)] * (len(plain) + 1 - len(at))
    out.spans.extend(s._replace(start=at[s.start], end=at[min(s.end, len(plain))]) for s in text.spans)
    return out
