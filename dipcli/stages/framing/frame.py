"""What a cue that reports has around it."""

from typing import Literal

from dipcli.model import Status
from dipcli.rules.match import CueForm, CueRule
from dipcli.stages.found import Found
from dipcli.text.quotes import Quote

Opener = Literal["comp", "quote", "colon", "prep", "object", "before", "none"]


class Frame:
    """A cue that reports, and what belongs to it. Token ranges are half-open."""

    __slots__ = (
        "addressees",
        "apposed",
        "content",
        "content_start",
        "cue",
        "cue_last",
        "form",
        "frame",
        "line",
        "noun_phrase",
        "object_range",
        "opener",
        "quote",
        "rule",
        "sentence",
        "status",
        "subject_side",
        "subjects",
        "vetoes",
    )  # fmt: skip

    def __init__(self, cue: int, cue_last: int, form: CueForm, rule: CueRule, sentence: int, line: int) -> None:
        self.cue = cue
        self.cue_last = cue_last
        self.form = form
        self.rule = rule
        self.sentence = sentence
        self.line = line
        self.subjects: list[Found] = []
        self.apposed: Found | None = None  # title that stands apart before the name of its holder
        self.noun_phrase: tuple[int, int] | None = None  # subject that is no mention
        self.subject_side: Literal["after", "before", "none"] = "none"
        self.addressees: list[tuple[str, Found]] = []
        self.content_start = -1
        self.opener: Opener = "none"
        self.frame: Literal["clause", "np"] = "clause"
        self.quote: Quote | None = None
        self.status: Status = rule.status or "said"
        self.content: list[tuple[int, int]] = []
        self.object_range: tuple[int, int] | None = None
        self.vetoes: list[str] = []

    def says(self, i: int) -> bool:
        """Does token ``i`` stand in what is said?"""
        return any(a <= i < b for a, b in self.content)

    def subject_first(self) -> int:
        """Token at which the subject begins, be it mentions or a noun phrase; -1 without one."""
        return self.subjects[0].first if self.subjects else self.noun_phrase[0] if self.noun_phrase else -1

    def subject_end(self, without: int = -1) -> int:
        """Token behind the subject; ``without`` where there is none."""
        return self.subjects[-1].last if self.subjects else self.noun_phrase[1] if self.noun_phrase else without

    def open(self, at: int, opener: Opener, kind: Literal["clause", "np"]) -> None:
        """The content begins at token ``at``."""
        self.content_start, self.opener, self.frame = at, opener, kind
