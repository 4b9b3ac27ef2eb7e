"""The index of words loses nothing that a query's own pattern finds."""

import itertools
import re
import sqlite3

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipcli.archive.schema import TABLES
from dipcli.archive.words import index_terms, match_expression, match_forms, words_of
from dipcli.query import pattern_of
from dipcli.text.fold import fold
from dipcli.text.forms import TA_MARBUTA, spellings_of

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
            assert _may_match(match_expression(sought), index_terms(words_of(fold(whole).text))), sought


@example(text="الحزام والطريق")
@example(text="قال رئيس الوزراء للصحفيين")
@given(text=st.lists(_LETTERS, min_size=2, max_size=4).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_phrases_are_found_with_whatever_stands_before_and_behind_their_words(text: str) -> None:
    terms = index_terms(words_of(fold("قال " + " ".join(f"و{w}ها" for w in text.split()) + " أمس").text))
    for one, other in itertools.pairwise(text.split()):
        sought = f"{one} {other}"
        if pattern_of(sought).search(fold("قال " + " ".join(f"و{w}ها" for w in text.split())).text):
            assert _may_match(match_expression(sought), terms), sought


@example(word="لقاء")
@example(word="الألماني")
@example(word="حق")
@example(word="رؤساء")
@given(word=_LETTERS)
@settings(max_examples=150, deadline=None)
def test_every_form_of_a_word_is_looked_up(word: str) -> None:
    expression, phrase = match_forms([[word]]), match_forms([["قال"], [word]])
    for written in spellings_of(word):
        text = written.replace(TA_MARBUTA, "ة")
        assert _may_match(expression, index_terms(words_of(fold(text).text))), (word, text)
        assert _may_match(phrase, index_terms(words_of(fold(f"وقالها {text}").text))), (word, text)


def test_words_far_apart_are_no_phrase() -> None:
    terms = index_terms(words_of(fold("قال رئيس مجلس الوزراء").text))
    assert _may_match(match_forms([["رئيس"], ["مجلس"]]), terms)
    assert not _may_match(match_forms([["رئيس"], ["وزراء"]]), terms)


def test_words_of_other_scripts_narrow_by_their_neighbours_alone() -> None:
    assert match_expression("Москва") is None
    found = match_expression("2022 الحدود")
    assert found is not None
    assert found.startswith('("2022") AND ("حدود")')
    assert found.count(" AND ") == 2


def test_the_tokenizer_takes_every_number_of_a_pair_for_one_word() -> None:
    db = sqlite3.connect(":memory:")
    db.execute(TABLES[TABLES.index("CREATE VIRTUAL TABLE words") :].split(";\n")[0])
    text = " ".join(f"و{w}ها" for p in _SOME_WORDS for w in p)
    db.execute("INSERT INTO words (rowid, terms) VALUES (1, ?)", (index_terms(words_of(fold(text).text)),))
    db.execute("CREATE VIRTUAL TABLE word USING fts5vocab (words, row)")
    assert {t for (t,) in db.execute("SELECT term FROM word")} == set(index_terms(words_of(fold(text).text)).split())


_SOME_WORDS = list(itertools.product(("ابت", "ثجح", "خدذ", "رزس", "شصض", "طظع"), repeat=4))


def test_forms_are_found_under_their_word() -> None:
    terms = index_terms(words_of(fold("وبتعاونهما مع الرئيس").text)).split()
    assert "تعا" in terms
    assert "رييس" in terms
