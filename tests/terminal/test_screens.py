"""Every screen, at every width, in every kind of terminal: columns straight, and the same to the eye everywhere."""

import itertools
import re
import unicodedata

import pytest

from dipcli.bidi import has_rtl, paragraph_level
from dipcli.terminal.modes import Mode
from dipcli.views.screen import Grid
from tests.terminal.emulator import Kind, Terminal
from tests.terminal.screens import COMMANDS, LANGS, WIDTHS, blocks_of, printed

# Which mode each kind of terminal is given; tmux keeps the overrides for the terminal around it, whatever that is.
GIVEN: tuple[tuple[Mode, Kind], ...] = (("bdsm", "implicit"), ("words", "by_run"))


def shown(mode: Mode, kind: Kind, text: str, width: int) -> list[str]:
    """What is seen of it; nothing else may have happened to the terminal."""
    terminal = Terminal(kind, width).feed(text)
    assert not terminal.disturbed
    assert terminal.style == ""
    assert terminal.reorders
    widths = [len(row) + controls for row, controls in zip(terminal.rows, terminal.controls, strict=True)]
    assert max(widths) <= width, (mode, kind)
    assert max(map(len, terminal.rows)) <= 100
    return terminal.shown()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_screen_looks_the_same_in_every_terminal(name: str, lang: str, width: int) -> None:
    blocks = blocks_of(name, lang)
    boxed = (False, True) if any(isinstance(b, Grid) for b in blocks) else (False,)
    # Styles change nothing of the widths: one width is enough for them.
    for boxes, color in itertools.product(boxed, (False, True) if width == 80 else (False,)):
        seen = shown(
            "visual", "grid", printed(blocks, "visual", width=width, lang=lang, boxes=boxes, color=color), width
        )
        assert straight(seen)
        for mode, kind in GIVEN:
            text = printed(blocks, mode, width=width, lang=lang, boxes=boxes, color=color)
            assert shown(mode, kind, text, width) == seen, (mode, kind, boxes, color)
        overridden(printed(blocks, "lro", width=width, lang=lang, boxes=boxes, color=color), width, seen)


def overridden(text: str, width: int, seen: list[str]) -> None:
    """With overrides, for which columns are left free, it looks the same in all terminals that tmux may stand in."""
    as_printed = shown("lro", "grid", text, width)
    assert shown("lro", "implicit", text, width) == as_printed
    assert shown("lro", "broken", text, width) == as_printed
    assert straight(as_printed)
    assert sorted("".join(words("".join(as_printed)))) == sorted("".join(words("".join(seen))))
    assert text.count("\u202d") <= len(as_printed)


def straight(rows: list[str]) -> bool:
    """Do the vertical lines of each box stand under each other?"""
    box: set[int] = set()
    for row in rows:
        if "└" in row:
            box = set()
        elif "┌" in row:
            box = {i for i, c in enumerate(row) if c in "┌┬┐"}
        elif "│" in row or "|" in row:
            bars = {i for i, c in enumerate(row) if c in "│|"}
            if box and not (bars <= box and {min(box), max(box)} <= bars):
                return False
    return True


_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> list[str]:
    """Words of letters alone, without vowel signs, sorted."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Mn", "Cf"))
    return sorted(_WORD.findall(plain.replace("ـ", "")))


def read_aloud(rows: list[str]) -> str:
    """What is seen, each Arabic word read from the right."""
    return re.sub("[\u0620-\u06ff\ufef5-\ufefc]+", lambda m: m.group()[::-1], "\n".join(rows))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_word_is_there_and_spelt_from_the_right(name: str, lang: str) -> None:
    blocks = blocks_of(name, lang)
    seen = shown("visual", "grid", printed(blocks, "visual", lang=lang, width=120), 120)
    assert words(read_aloud(seen)) == words(printed(blocks, "logical", lang=lang, width=120))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", COMMANDS)
def test_records_can_be_read_where_whole_rows_are_reordered(name: str, lang: str, width: int) -> None:
    blocks = blocks_of(name, lang)
    seen = shown("records", "first_strong", printed(blocks, "records", lang=lang, width=width), width)
    for row, text in zip(seen, printed(blocks, "records", lang=lang, width=width).splitlines(), strict=False):
        assert words(read_aloud([row])) == words(text)
        # An arrow between names points the way in which its line is read.
        assert "→" not in text or not has_rtl(text)
        assert "←" not in text or paragraph_level(text) == 1
    assert not any("│" in row for row in seen)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", COMMANDS)
def test_without_a_terminal_there_are_no_controls(name: str, lang: str) -> None:
    text = printed(blocks_of(name, lang), "logical", lang=lang)
    assert all(c.isprintable() or c in "\n\u200c\u200d" for c in text)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("mode", ["lro", "konsole"])
def test_controls_stand_where_terminals_take_them(name: str, mode: Mode) -> None:
    for lang in LANGS:
        for line in printed(blocks_of(name, lang), mode, lang=lang).splitlines():
            assert not line or unicodedata.category(line.lstrip("\u200e")[0]) != "Cf"
            # mlterm gives an override a column of its own on a line that has nothing to override.
            assert mode != "lro" or "\u202d" not in line or re.search("[\u0590-\u08ff\ufb50-\ufeff]", line)
