"""The main screens as they were looked at and found right. After a change that is meant: DIP_GOLDEN=write pytest tests/terminal/test_golden.py"""

import os
from pathlib import Path

import pytest

from tests.terminal.screens import blocks_of, printed

FOLDER = Path(__file__).parent / "golden"
LETTERS = "samples/letters.txt"
# Name: what is asked, width, borders.
SCREENS: dict[str, tuple[tuple[str, ...], int, bool]] = {
    "summarise": (("summarise", LETTERS), 80, False),
    "read-60": (("read", LETTERS), 60, False),
    "read": (("read", LETTERS), 80, False),
    "read-120": (("read", LETTERS), 120, False),
    "leaders": (("leaders", LETTERS), 80, False),
    "leaders-boxes": (("leaders", LETTERS), 80, True),
    "leaders-narrow": (("leaders", LETTERS), 50, False),
    "messages": (("messages", LETTERS), 80, False),
    "themes-boxes": (("themes", LETTERS), 80, True),
    "explain": (("explain", LETTERS, "s7"), 80, False),
}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", SCREENS)
def test_screens_are_as_they_were(name: str, lang: str) -> None:
    asked, width, boxes = SCREENS[name]
    text = printed(blocks_of(asked, lang), "visual", width=width, lang=lang, boxes=boxes)
    file = FOLDER / f"{name}-{lang}.txt"
    if os.environ.get("DIP_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


def test_no_file_is_left_over() -> None:
    assert {f.name for f in FOLDER.iterdir()} == {f"{name}-{lang}.txt" for name in SCREENS for lang in ("en", "ar")}
