"""Phrases in any form of their words, and the sentences around them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipcli.text.phrases import phrases_of, places_of, sentences_with

TEXT = "وزيرا الخارجية يلتقيان\n\nالتقى وزير الخارجية نظيره. وقال وزراءُ الخارجيّة إنهم\nسيعودون! ثم غادروا."


def _found(asked: list[str], text: str) -> list[list[str]]:
    return [[text[p.start : p.end] for p in places] for places in places_of(phrases_of(asked), text)]


def test_a_phrase_is_found_in_all_forms_of_its_words_and_in_one_order() -> None:
    assert _found(["وزير الخارجية"], TEXT) == [["وزيرا الخارجية", "وزير الخارجية", "وزراءُ الخارجيّة"]]
    assert _found(["الخارجية وزير"], TEXT) == [[]]
    assert _found(["الوزراء", "سيعودون"], TEXT) == [["وزيرا", "وزير", "وزراءُ"], ["سيعودون"]]


@pytest.mark.parametrize(
    ("asked", "phrases"),
    [
        (["وزير الخارجية"], [("وزير", "الخارجية")]),
        (['القمة "وزير الخارجية" أمس'], [("وزير", "الخارجية"), ("القمة",), ("أمس",)]),
        (["«الحزام والطريق»"], [("الحزام", "والطريق")]),
        (["القمة", "القمة"], [("القمة",)]),
        (["الرئـيس، الصيني"], [("الرئـيس", "الصيني")]),
        (["Xi Jinping"], [("Xi", "Jinping")]),
    ],
)
def test_what_is_asked_for(asked: list[str], phrases: list[tuple[str, ...]]) -> None:
    assert [p.words for p in phrases_of(asked)] == phrases


def test_what_has_no_word_is_refused() -> None:
    for text in ("", "،", '""', "«»"):
        with pytest.raises(ValueError, match="^" + text):
            phrases_of(["القمة", text])


def test_sentences_around_what_is_found() -> None:
    places = [p for each in places_of(phrases_of(["وزير الخارجية", "يلتقيان"]), TEXT) for p in each]
    assert [TEXT[s.start : s.end] for s in sentences_with(TEXT, places)] == [
        "وزيرا الخارجية يلتقيان", "التقى وزير الخارجية نظيره.", "وقال وزراءُ الخارجيّة إنهم",
    ]  # fmt: skip
    over = places_of(phrases_of(["إنهم سيعودون"]), TEXT)[0]
    assert [TEXT[s.start : s.end] for s in sentences_with(TEXT, over)] == ["وقال وزراءُ الخارجيّة إنهم\nسيعودون!"]


@given(
    text=st.lists(
        st.sampled_from(["قال", "رئيس", " ", "\n", ". ", "! ", "«", "»", "\u064e", "د.", "3.5", "،", "x"])
    ).map("".join),
    asked=st.sampled_from(["قال", "رئيس قال", "x", "قال رئيس"]),
)
@settings(max_examples=300, deadline=None)
def test_every_place_is_in_one_sentence_and_sentences_follow_each_other(text: str, asked: str) -> None:
    places = places_of(phrases_of([asked]), text)[0]
    sentences = sentences_with(text, places)
    assert sorted(p for s in sentences for p in s.places) == sorted(set(places))
    assert all(s.start <= p.start < p.end <= s.end <= len(text) for s in sentences for p in s.places)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
