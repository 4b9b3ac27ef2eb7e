"""The word table: asked a word at a time, or held whole."""

import pytest

from dipcli.rules import word_table
from dipcli.rules.lines import Marks, SortedLines
from dipcli.rules.word_table import WordTable

LINES = "\nبيت\tn\t44\nقال\tvn\t60\nقالب\tn\t31\n"


def _table() -> WordTable:
    data = LINES.encode()
    return WordTable(SortedLines(data, 0, len(data), Marks([], [])), {"n": 2, "vn": 6})


@pytest.mark.parametrize("held", [False, True])
def test_flags_and_frequency_of_a_spelling(held: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_table, "PROMOTE", 0 if held else 1_000)
    table = _table()
    assert (table.flags("قال"), table.frequency("قال")) == (6, 60)
    assert (table.flags("قالب"), table.frequency("قالب")) == (2, 31)
    assert (table.flags("قا"), table.frequency("قا")) == (0, 0)
    assert (table.flags("بيت"), table.frequency("بيوت")) == (2, 0)
