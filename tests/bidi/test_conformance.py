"""Every row of the two conformance tests of the Unicode Character Database."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dipcli.bidi import levels
from dipcli.bidi.classes import LETTERS, classes
from dipcli.bidi.reorder import visual_order

# Which base directions a row of BidiTest.txt is for: auto, left-to-right, right-to-left.
AUTO, LEFT, RIGHT = 1, 2, 4


def _rows(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("#")[0].strip()
        if row:
            yield row


def _line(types: str, text: str, level: int) -> bytes:
    return levels.reset_levels(types, levels.levels_of(types, text, level), level)


def _agrees(found: bytes, expected: list[str]) -> bool:
    """Levels that X9 leaves undefined stand as x in the files."""
    return len(found) == len(expected) and all(e in ("x", str(f)) for f, e in zip(found, expected, strict=True))


_order = cache(visual_order)


def _reordered(found: bytes, expected: list[str]) -> list[int]:
    """L2 over the characters that X9 keeps."""
    kept = [at for at, e in enumerate(expected) if e != "x"]
    return [kept[at] for at in _order(bytes(found[at] for at in kept))]


def test_bidi_character_test(unicode_folder: Path) -> None:
    failures = []
    rows = 0
    for row in _rows(unicode_folder / "BidiCharacterTest.txt"):
        codes, direction, paragraph, expected, order = (field.split() for field in row.split(";"))
        text = "".join(chr(int(code, 16)) for code in codes)
        types = classes(text)
        level = {"0": 0, "1": 1, "2": levels.level_of(types)}[direction[0]]
        found = _line(types, text, level)
        seen = _reordered(found, expected)
        rows += 1
        if str(level) != paragraph[0] or not _agrees(found, expected) or seen != [int(at) for at in order]:
            failures.append(row)
    assert rows > 90_000
    assert not failures, f"{len(failures)} rows of {rows}: {failures[:5]}"


def test_bidi_test(unicode_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The rows have at most four classes, so the same sequences come again and again.
    monkeypatch.setattr(levels, "resolve", cache(levels.resolve))
    failures = []
    rows = 0
    expected: list[str] = []
    order: list[int] = []
    for row in _rows(unicode_folder / "BidiTest.txt"):
        if row.startswith("@Levels:"):
            expected = row.removeprefix("@Levels:").split()
        elif row.startswith("@Reorder:"):
            order = [int(at) for at in row.removeprefix("@Reorder:").split()]
        elif not row.startswith("@"):
            sequence, bits = row.split(";")
            types = "".join([LETTERS[name] for name in sequence.split()])
            for level in _levels_of_row(types, int(bits)):
                found = _line(types, "", level)
                if not _agrees(found, expected) or _reordered(found, expected) != order:
                    failures.append(f"{row} at {level}")
            rows += int(bits).bit_count()
    assert rows > 700_000
    assert not failures, f"{len(failures)} rows of {rows}: {failures[:5]}"


def _levels_of_row(types: str, bits: int) -> set[int]:
    """The paragraph levels that the row's directions give; a direction and what auto finds are often the same."""
    asked = {0} if bits & LEFT else set()
    if bits & RIGHT:
        asked.add(1)
    if bits & AUTO:
        asked.add(levels.level_of(types))
    return asked
