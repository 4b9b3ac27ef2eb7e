"""A text file is one article, or several with a line between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.inputs.decode import LONGEST
from dipcli.inputs.errors import InputError
from dipcli.model import Article
from tests.inputs.reading import BODY, only, outcomes, reason


def texts(data: str, **options: str) -> list[tuple[str, str]]:
    """(source, text) of each article."""
    return [(a.source, a.text) for a in outcomes(data.encode(), **options) if isinstance(a, Article)]


@pytest.mark.parametrize("mark", ["***", "* * *", "*****", "---", "-----", "\f", "  ***  "])
def test_a_line_between_articles(mark: str) -> None:
    assert texts(f"أ\nب\n{mark}\nج\n\n{mark}\r\nد") == [("-#1", "أ\nب\n"), ("-#2", "ج\n\n"), ("-#3", "د")]


@pytest.mark.parametrize("line", ["** ", "--", "- - -", "*** قال", "—", "…", "\fعنوان"])
def test_other_lines_are_text(line: str) -> None:
    assert texts(f"أ\n{line}\nب") == [("-", f"أ\n{line}\nب")]


def test_white_space_between_marks_is_no_article() -> None:
    assert texts("***\n\n***\nأ\n***\n \n***\nب\n***\n") == [("-#1", "أ\n"), ("-#2", "ب\n")]


def test_one_article_between_marks_is_the_file() -> None:
    """As pdftotext ends every page with a form feed."""
    assert texts("أ\n\f") == [("-", "أ\n")]


def test_own_marks() -> None:
    data = "الوثيقة 1 من 2\nأ\n***\nالوثيقة 2 من 2\nب\n"
    assert texts(data, split=r"^الوثيقة \d+ من \d+$") == [("-#1", "أ\n***\n"), ("-#2", "ب\n")]
    assert texts(data, split="") == [("-", data)]


def test_one_too_long_among_others() -> None:
    found = outcomes(f"أ\n***\n{'ب' * (LONGEST + 1)}\nت\n***\nج\n".encode())
    assert [isinstance(x, Article) for x in found] == [True, False, True]
    assert isinstance(found[1], InputError)
    assert (found[1].source, found[1].reason[:24]) == ("-#2", "too long for one article")
    assert isinstance(found[2], Article)
    assert found[2].text == "ج\n"


def test_what_breaks_off_keeps_what_was_whole() -> None:
    found = outcomes("أ\n***\n".encode() + b"\xd9")
    assert [x.source for x in found] == ["-#1", "-#2"]
    assert "cut off" in str(found[1])


def test_nul_behind_what_was_looked_at() -> None:
    assert "NUL character in line 3" in reason(f"{BODY}\n\0".encode() + b"x" * 10) or "NUL" in reason(b"a\0")


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff\x06"), min_size=1))
def test_what_is_read_is_what_was_written(text: str) -> None:
    article = only(("ا" + text).encode(), split="")
    assert article.text == "ا" + text


@given(st.lists(st.sampled_from(["أ\n", "ب\n", "***\n", "\n", "---\n", "\f\n"]), max_size=12))
def test_nothing_between_marks_is_lost(lines: list[str]) -> None:
    kept = "".join(text for _, text in texts("".join(lines)))
    assert kept.replace("\n", "") == "".join(lines).translate({ord(c): None for c in "*-\f\n"})
