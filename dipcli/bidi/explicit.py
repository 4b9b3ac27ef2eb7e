"""Explicit levels and directions, and isolating run sequences: rules X1-X10 and definitions BD7-BD13 of UAX #9."""

from collections.abc import Iterator
from typing import NamedTuple

MAX_DEPTH = 125
# What rule X9 takes out: embeddings, overrides, their end, and boundary neutrals.
REMOVED = frozenset("12345b")
_ISOLATES = frozenset("678")


class Explicit(NamedTuple):
    """What X1-X8 give: the levels, and the classes with overrides applied."""

    levels: bytearray
    types: str


class RunSequence(NamedTuple):
    """An isolating run sequence: positions in the paragraph, its level, start- and end-of-sequence (``L`` or ``R``)."""

    positions: list[int]
    level: int
    sos: str
    eos: str


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


def matching_isolates(types: str) -> dict[int, int]:
    """BD9: each isolate initiator that has a matching PDI, and its place; none matches across a paragraph separator."""
    opened: list[int] = []
    matches: dict[int, int] = {}
    for at, kind in enumerate(types):
        if kind in _ISOLATES:
            opened.append(at)
        elif kind == "9" and opened:
            matches[opened.pop()] = at
        elif kind == "B":
            opened.clear()
    return matches


def first_strong(types: str, start: int, end: int, matches: dict[int, int]) -> int | None:
    """P2 and P3: level of the first strong character of ``types[start:end]`` outside isolates; None if there is none."""
    at = start
    while at < end:
        kind = types[at]
        if kind == "L":
            return 0
        if kind in "RA":
            return 1
        at = matches.get(at, end) + 1 if kind in _ISOLATES else at + 1
    return None


def explicit(types: str, level: int) -> Explicit:
    """X1-X8 for one paragraph of the given level; a separator within it ends all embeddings and isolates."""
    machine = _Machine(types, level)
    for at, kind in enumerate(types):
        machine.step(at, kind)
    return Explicit(machine.levels, "".join(machine.types))


class _Machine:
    """The directional status stack and its counters."""

    def __init__(self, types: str, level: int) -> None:
        self.levels = bytearray([level]) * len(types)
        self.types = list(types)
        self._source = types
        self._paragraph = level
        self._matches = matching_isolates(types)
        self._start()

    def _start(self) -> None:
        self._stack = [_Status(self._paragraph, "", False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0

    def step(self, at: int, kind: str) -> None:
        """One character."""
        if kind in "1234":
            self.levels[at] = self._stack[-1].level
            self._embed(kind)
        elif kind in _ISOLATES:
            self._place(at)
            self._isolate(self._rightward(at, kind))
        elif kind == "9":
            self._end_isolate()
            self._place(at)
        elif kind == "5":
            self.levels[at] = self._stack[-1].level
            self._end_embedding()
        elif kind == "b":
            self.levels[at] = self._stack[-1].level
        elif kind == "B":
            self._start()
        else:
            self._place(at)

    def _place(self, at: int) -> None:
        """X5a-X6a: the level of the embedding, the class of an override."""
        last = self._stack[-1]
        self.levels[at] = last.level
        if last.override:
            self.types[at] = last.override

    def _rightward(self, at: int, kind: str) -> bool:
        """Whether an isolate is right-to-left; X5c asks FSI's own content."""
        if kind == "8":
            return first_strong(self._source, at + 1, self._matches.get(at, len(self._source)), self._matches) == 1
        return kind == "7"

    def _next_level(self, rightward: bool) -> int:
        """The least greater odd or even level."""
        level = self._stack[-1].level
        return (level + 1) | 1 if rightward else (level + 2) & ~1

    def _embed(self, kind: str) -> None:
        """X2-X5."""
        level = self._next_level(kind in "24")
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._stack.append(_Status(level, {"3": "L", "4": "R"}.get(kind, ""), False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, rightward: bool) -> None:
        """X5a-X5c."""
        level = self._next_level(rightward)
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._valid_isolates += 1
            self._stack.append(_Status(level, "", True))
        else:
            self._overflow_isolates += 1

    def _end_isolate(self) -> None:
        """X6a."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack.pop().isolate:
                pass
            self._valid_isolates -= 1

    def _end_embedding(self) -> None:
        """X7."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def run_sequences(types: str, levels: bytearray, paragraph: int) -> Iterator[RunSequence]:
    """X10, BD13: the isolating run sequences of a paragraph.

    :param types: the original classes.
    :param levels: the explicit levels of X1-X8.
    :param paragraph: the paragraph level.
    """
    kept = [at for at, kind in enumerate(types) if kind not in REMOVED]
    runs = _level_runs(kept, levels)
    starts = {run[0]: n for n, run in enumerate(runs)}
    matches = matching_isolates(types)
    continued = set(matches.values())
    before = dict(zip(kept, [paragraph, *(levels[at] for at in kept)], strict=False))
    after = dict(zip(kept, [*(levels[at] for at in kept[1:]), paragraph], strict=False))
    for run in runs:
        if run[0] in continued:
            continue
        positions = list(run)
        level = levels[run[0]]
        while positions[-1] in matches:
            positions += runs[starts[matches[positions[-1]]]]
        last = positions[-1]
        end = paragraph if types[last] in _ISOLATES else after[last]
        yield RunSequence(positions, level, _side(level, before[run[0]]), _side(level, end))


def _level_runs(kept: list[int], levels: bytearray) -> list[list[int]]:
    """BD7 over what X9 keeps."""
    runs: list[list[int]] = []
    for at in kept:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _side(level: int, neighbour: int) -> str:
    return "R" if max(level, neighbour) & 1 else "L"
