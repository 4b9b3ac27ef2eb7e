"""Terminals without a screen: what is printed goes into a grid of cells, and each kind shows a row as such terminals do."""

import re
import unicodedata
from itertools import groupby
from typing import Literal, NamedTuple

from dipcli.bidi import embedding_levels, line_levels, mirrored, paragraph_level, visual_order

# grid: cells stand as they were printed (xterm). implicit: each row is reordered as a paragraph that begins at the left,
# controls are obeyed (VTE). first_strong: controls are dropped, each row begins on the side of its first letter (PuTTY).
# by_run: each run of one font without spaces is set by itself (kitty). broken: controls are obeyed, but none beyond a drawn
# line; the first letter of a row says where it begins, and controls count when lines are broken (mlterm).
Kind = Literal["grid", "implicit", "first_strong", "by_run", "broken"]

_TOKEN = re.compile(
    "\x1b\\[(?P<sgr>[0-9;]*)m|\x1b\\[8(?P<bdsm>[hl])|(?P<escape>\x1b.?|[\x00-\x09\x0b-\x1f\x7f-\x9f])|(?P<newline>\n)|(?P<char>.)",
    re.DOTALL,
)
_FORMAT = re.compile("[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile("[ \u2500-\u257f]")


class Cell(NamedTuple):
    """A column's character with its marks, and how it is styled; the second column of a wide character is empty."""

    text: str
    style: str = ""


def columns_of(char: str) -> int:
    """Columns that a terminal gives to one character."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Terminal:
    """A terminal of ``columns``, its rows from the first that was printed on."""

    def __init__(self, kind: Kind, columns: int = 200) -> None:
        self.kind = kind
        self.columns = columns
        self.rows: list[list[Cell]] = [[]]
        self.explicit: list[bool] = [False]
        self.controls = [0]
        self.leading = [""]
        self.style = ""
        self.reorders = True
        self.disturbed: list[str] = []

    def feed(self, printed: str) -> "Terminal":
        """Take what was printed."""
        for token in _TOKEN.finditer(printed):
            self._take(token)
        return self

    def _take(self, token: "re.Match[str]") -> None:
        kind, value = token.lastgroup, token.group(token.lastgroup or 0)
        if kind == "sgr":
            self.style = "" if value in ("", "0") else f"{self.style};{value}"
        elif kind == "bdsm":
            self.reorders = value == "h"
            if not self.rows[-1]:
                self.explicit[-1] = not self.reorders
        elif kind == "escape":
            self.disturbed.append(value)
        elif kind == "newline":
            self.rows.append([])
            self.explicit.append(not self.reorders)
            self.controls.append(0)
            self.leading.append("")
        else:
            self._put(value)

    def _put(self, char: str) -> None:
        row, width = self.rows[-1], columns_of(char)
        if width == 0:
            # In the first column there is no cell for it to stand on: most lose it.
            if self.kind == "broken":
                self.controls[-1] += unicodedata.category(char) == "Cf"
                if not row:
                    self.leading[-1] += char
            if row:
                row[-1] = row[-1]._replace(text=row[-1].text + char)
            return
        row.append(Cell(char, self.style))
        row.extend([Cell("", self.style)] * (width - 1))

    def shown(self) -> list[str]:
        """Rows as they are seen, from the left, letters in their plain forms, without marks and controls."""
        return [_plain(self._row(n)) for n in range(len(self.rows))]

    def _row(self, n: int) -> str:
        cells = [c.text for c in self.rows[n]]
        text = self.leading[n] + "".join(cells)
        if self.kind == "grid" or self.explicit[n]:
            return text
        if self.kind == "by_run":
            fonts = groupby(self.rows[n], key=lambda c: "1" in c.style.split(";"))
            runs = ("".join(c.text for c in run) for _, run in fonts)
            return "".join(_run_shown(r) for run in runs for r in re.split("([ \u2500-\u257f]+)", run))
        if self.kind == "broken":
            level = paragraph_level(text)
            parts = re.split("([\u2500-\u259f]+)", text)
            return "".join(_reordered(p, level) for p in (reversed(parts) if level else parts))
        if self.kind == "first_strong":
            text = _FORMAT.sub("", text)
            return _reordered(text + " " * (self.columns - len(self.rows[n])), paragraph_level(text))
        return _reordered(text, 0)


def _reordered(text: str, level: int) -> str:
    levels = line_levels(text, embedding_levels(text, level), level, 0, len(text))
    return "".join(mirrored(text[i]) if levels[i] & 1 else text[i] for i in visual_order(levels))


def _run_shown(run: str) -> str:
    """A run as HarfBuzz sets it, which takes its direction from the first letter that has one."""
    if _BLANK.match(run):
        return run
    for char in run:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return mirrored(run[::-1])
        if kind == "L":
            return run
    return run


def _plain(shown: str) -> str:
    """Presentation forms as letters, lam-alef as its form that stands alone, marks and controls gone."""
    out = []
    for char in shown:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        if "\ufef5" <= char <= "\ufefc":
            out.append(chr(ord(char) - (ord(char) + 1) % 2))  # lam-alef, one column
        elif "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufeff":
            out.append(unicodedata.normalize("NFKC", char))
        else:
            # One character a column: a wide one is followed by a mark for its second.
            out.append(char + "▒" * (columns_of(char) - 1))
    return "".join(out).rstrip()
