"""Right-to-left text for any Rich program: a renderable that stands in a table's cell, a panel or by itself."""

from typing import Literal

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from dipcli.terminal.cells import CellSetter, Direction, SetLine, safe_text
from dipcli.terminal.modes import Mode, frames
from dipcli.terminal.overrides import overridden


class BidiText:
    """Text set right for a terminal in one of the modes of ``dipcli.terminal.modes``.

    A string is never markup. Anything in the text that could disturb the terminal or its neighbours is made visible.
    Each paragraph is aligned to the side on which it begins unless ``justify`` says otherwise; it fills the width that it
    is given (mlterm wants the row to begin with a border or a Latin letter). ``overflow`` is ``fold`` (wrapped) or ``ellipsis`` (one line, cut at its logical end). Print a page in mode
    ``bdsm`` inside ``modes.ordered(console.file, mode)``.
    """

    def __init__(
        self,
        text: str | Text,
        mode: Mode,
        *,
        base: Direction = "auto",
        justify: Literal["auto", "left", "center", "right"] = "auto",
        overflow: Literal["fold", "ellipsis"] = "fold",
    ) -> None:
        self._text = safe_text(Text(text) if isinstance(text, str) else text)
        self._mode: Mode = mode
        self._base: Direction = base
        self._justify = justify
        self._overflow = overflow
        # A terminal loses controls that stand in its first column, where this cell may begin.
        self._lead = 1 if frames(mode) else 0

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        setter = CellSetter(console, self._mode)
        paragraphs = self._text.split("\n", allow_blank=True)
        words = [w for p in paragraphs for w in p.split(" ")]
        most = max(setter.width(p) for p in paragraphs) + self._lead
        least = max(setter.width(w) for w in words) + self._lead
        if self._overflow == "ellipsis":
            least = min(least, 1 + self._lead)
        return Measurement(least, most).with_maximum(options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = max(options.max_width - self._lead, 1)
        for line in self._lines(CellSetter(console, self._mode), room):
            before = self._before(line, max(room - line.width, 0))
            yield Segment(" " * (self._lead + before))
            yield Segment(line.before)
            yield from overridden(line.segments) if self._mode == "lro" else line.segments
            yield Segment(line.after)
            yield Segment(" " * max(room - line.width - before, 0))
            yield Segment.line()

    def _lines(self, setter: CellSetter, room: int) -> list[SetLine]:
        if self._overflow == "fold":
            return setter.lines(self._text, room, self._base)
        return [setter.cut(p, room, self._base) for p in self._text.split("\n", allow_blank=True)]

    def _before(self, line: SetLine, rest: int) -> int:
        """Spaces before the line, of ``rest`` that its block leaves."""
        right = line.rtl if self._justify == "auto" else self._justify == "right"
        return rest // 2 if self._justify == "center" else rest if right else 0
