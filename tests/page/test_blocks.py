"""Lines that are far longer than any newspaper's, cut into blocks."""

import pytest

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import load_rules
from dipcli.views.marked import BLOCK, blocks, marked_lines
from dipcli.views.screen import head
from tests.page.making import made, report

WORDS = "الطريق بين المدينتين مفتوح والعمل فيه مستمر "


@pytest.mark.parametrize(
    "text", ["", "كلمة", WORDS * 500, "ب" * (3 * BLOCK + 1), "بَ" * 2 * BLOCK, "\u064e" * 3 * BLOCK]
)
def test_blocks_are_the_stretch_again(text: str) -> None:
    text = f"x{text}y"
    cut = list(blocks(text, 1, len(text) - 1))
    assert "".join(text[a:b] for a, b in cut) == text[1:-1]
    assert all(0 < b - a <= BLOCK + 100 for a, b in cut) or text == "xy"


def test_blocks_end_between_words_and_never_ahead_of_a_sign() -> None:
    text = WORDS * 500
    assert all(text[b - 1] == " " for _, b in list(blocks(text, 0, len(text)))[:-1])
    signs = "بَ" * 2 * BLOCK
    assert {signs[a] for a, _ in blocks(signs, 0, len(signs))} == {"ب"}


def test_a_statement_over_many_blocks_is_marked_in_each() -> None:
    text = "قال وزير الخارجية سالم الحارثي إن " + WORDS * 300
    read = parse(Article(text=text, source="long.txt"), load_rules())
    lines = list(marked_lines(read, list(read.statements)))
    assert len(lines) == 1
    assert len(lines[0].blocks) > 2
    assert "".join(p.text for b in lines[0].blocks for p in b) == text
    assert all(any(p.statement == "s1" for p in b) for b in lines[0].blocks)


def test_no_paragraph_of_a_page_is_endless() -> None:
    html = made([report("عنوان " * 2_000 + "\n\nقال وزير الخارجية سالم الحارثي إن " + WORDS * 300)])
    assert max(len(run) for run in html.split("<script")[0].replace("<", ">").split(">")) < 15_000  # the style is one
    assert "…" in html


@pytest.mark.parametrize(
    ("text", "most", "wanted"), [("واحد اثنان", 20, "واحد اثنان"), ("واحد اثنان ثلاثة", 12, "واحد اثنان …"), ("ب" * 30, 10, "ب" * 8 + " …")]
)  # fmt: skip
def test_a_head_ends_between_words(text: str, most: int, wanted: str) -> None:
    assert head(text, most) == wanted
