"""The index of words loses nothing that a query's own pattern finds."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipcli.archive.words import index_terms, match_expression
from dipcli.query import pattern_of
from dipcli.text.fold import fold

_LETTERS = st.text(alphabet="ابتهويكلنمسرف", min_size=1, max_size=7) | st.builds(
    str.__add__, st.sampled_from(("ال", "الال", "لل", "وال")), st.text(alphabet="ابتهويكلنمسرف", min_size=1, max_size=5)
)


def _may_match(expression: str | None, terms: str) -> bool:
    """What SQLite answers to an expression of ANDs and ORs over quoted words."""
    if expression is None:
        return True
    own = set(terms.split())
    return all(any(t in own for t in re.findall(r'"([^"]+)"', part)) for part in expression.split(" AND "))


@example(word="والرئيس", text="قال الرئيس")
@example(word="رسالة", text="في رسالتها")
@example(word="البنك", text="وللبنك")
@example(word="الألماني", text="الوزير ألماني والألمانية")
@example(word="الإلهام", text="للإلهام")
@given(word=_LETTERS, text=st.lists(_LETTERS, max_size=4).map(" ".join))
@settings(max_examples=1000, deadline=None)
def test_what_the_pattern_finds_the_index_has(word: str, text: str) -> None:
    whole = f"{text} و{word} لل{word} {word}ها ب{word}"
    for sought in {word, *whole.split()}:
        if pattern_of(sought).search(fold(whole).text):
            assert _may_match(match_expression(sought), index_terms(fold(whole).text)), sought


def test_words_of_other_scripts_narrow_nothing() -> None:
    assert match_expression("Москва") is None
    assert match_expression("2022 الحدود") == '"2022" AND "حدود"'


def test_forms_are_found_under_their_word() -> None:
    terms = index_terms(fold("وبتعاونهما مع الرئيس").text).split()
    assert "تعاون" in terms
    assert "رييس" in terms or "رئيس" in terms
