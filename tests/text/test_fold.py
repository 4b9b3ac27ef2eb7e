"""Folding keeps a way back to every code point of the untouched text."""

from hypothesis import given
from hypothesis import strategies as st

from dipcli.text.fold import fold, fold_word
from dipcli.text.tokens import Tokens

ARABIC = st.text(alphabet=st.sampled_from(list("أإآاىيةهؤئءبتسمكلنو ًٌٍَُِّْـ\u200f\u0654ﷲﻼﺍ٣۴a1.،\n")), max_size=60)


@given(st.text(max_size=80) | ARABIC)
def test_offsets_stay_inside_and_in_order(text: str) -> None:
    folded = fold(text)
    starts = [folded.start(i) for i in range(len(folded.text) + 1)]
    assert all(0 <= s <= len(text) for s in starts)
    assert starts == sorted(starts)


@given(ARABIC)
def test_a_token_maps_back_to_letters_that_fold_to_it(text: str) -> None:
    folded = fold(text)
    tokens = Tokens(folded.text)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        original = text[folded.start(start) : folded.end(end)]
        assert word in fold_word(original)


def test_signs_on_the_last_letter_belong_to_the_word() -> None:
    text = "مشيرًا إلى"
    folded = fold(text)
    assert folded.text == "مشيرا الي"
    assert text[folded.start(0) : folded.end(5)] == "مشيرًا"


def test_spellings_that_newspapers_interchange_are_one() -> None:
    assert fold_word("الكازاخى") == fold_word("الكازاخي")
    assert fold_word("إلى") == fold_word("الى")
    assert fold_word("سنة") == fold_word("سنه")
    assert fold_word("أ") == fold_word("ا\u0654")
    assert fold_word("ﷲ") == fold_word("الله")
    assert fold_word("٣٠") == "30"
