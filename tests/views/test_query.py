"""One question, one meaning: names in any spelling, words with what Arabic writes around them, dates, filters."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.model import Article, Report
from dipcli.pipeline import parse
from dipcli.query import Query, Selection, aliases_from, is_called, pattern_of
from dipcli.rules.load import Rules
from dipcli.text.fold import fold
from tests.conftest import ROOT

LETTERS = (ROOT / "samples/letters.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def letters(rules: Rules) -> Report:
    """Four letters between three leaders."""
    return parse(Article(text=LETTERS, published="2021-05-07"), rules)


def kept(report: Report, **asked: Any) -> list[str]:
    """Ids of the statements that a query keeps."""
    return [s.id for s, _ in Selection(report, Query(**asked)).statements()]


def found(text: str, words: str) -> list[str]:
    """What a search for words marks in a text."""
    folded = fold(text)
    return [text[folded.start(m.start()) : folded.end(m.end())] for m in pattern_of(words).finditer(folded.text)]


# -- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("الحدود", "رسم حدودهما وحل قضية الحدود وبالحدود وللحدود", ["حدودهما", "الحدود", "وبالحدود", "وللحدود"]),
        ("حدود", "والحدود", ["والحدود"]),
        ("الحدود", "محدودة وحدودية", []),
        ("اتفاقية", "اتفاقيتهم والإتفاقية", ["اتفاقيتهم", "والإتفاقية"]),
        ("الامارات", "الإِمـــارات", ["الإِمـــارات"]),
        ("على", "علي", ["علي"]),
        ("الحزام والطريق", "مبادرة «الحزام، والطريق»", ["الحزام، والطريق"]),
        ("2030", "رؤية ٢٠٣٠", ["٢٠٣٠"]),
        ("brics", "مجموعة BRICS", ["BRICS"]),
    ],
)
def test_words_in_any_spelling(words: str, text: str, marked: list[str]) -> None:
    assert found(text, words) == marked


@given(st.text(max_size=20))
def test_no_text_breaks_the_search(text: str) -> None:
    try:
        pattern = pattern_of(text)
    except ValueError:
        return  # nothing in it is a word
    assert pattern.search(fold(f" {text} ").text)


def test_matches_are_offsets_into_the_statement(letters: Report) -> None:
    ((statement, match),) = Selection(letters, Query(text="الحدود")).statements()
    text = "\n".join(LETTERS[c.start : c.end] for c in statement.content)
    assert match.offsets
    assert all("حدود" in text[a:b] for a, b in match.offsets)


# -- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["السعدي", "ماهر السعدي", "سعدي", "السعدى", "ماهر  السَّعدي"])
def test_a_name_in_any_spelling_is_the_same_person(letters: Report, name: str) -> None:
    assert kept(letters, by=(name,)) == kept(letters, by=("ماهر السعدي",)) != []


@pytest.mark.parametrize("name", ["", "سعد", "نبيل السعدي", "السعدي ماهر", "-"])
def test_another_name_is_another_person(letters: Report, name: str) -> None:
    assert kept(letters, by=(name,)) == []


@pytest.mark.parametrize(
    "name", ["Tokayev", "tokayev", "Kassym-Jomart Tokayev", "Tokayev Kassym", "توقاييف", "توكاييف"]
)
def test_known_people_go_by_english_names_and_every_variant(rules: Rules, name: str) -> None:
    report = parse(Article(text="قال الرئيس الكازاخي قاسم جومارت توقاييف إن بلاده مستعدة للحوار."), rules)
    selection = Selection(report, Query(by=(name,)), aliases_from(rules))
    assert [s.id for s, _ in selection.statements()] == ["s1"]


def test_accents_do_not_matter(rules: Rules) -> None:
    report = parse(Article(text="رأى الرئيس التركي رجب طيب أردوغان أن اللقاء ممكن."), rules)
    (entity, *_) = report.entities
    assert is_called("Erdoğan", entity)
    assert is_called("erdogan", entity)


def test_several_names_are_any_of_them(letters: Report) -> None:
    one, two = kept(letters, by=("السعدي",)), kept(letters, by=("كاماو",))
    assert sorted(kept(letters, by=("كاماو", "السعدي"))) == sorted([*one, *two])


# -- filters -----------------------------------------------------------------------------------------------------------


def test_an_empty_query_keeps_everything(letters: Report) -> None:
    assert Query().is_empty()
    assert Query(undated=True).is_empty()
    assert kept(letters) == [s.id for s in letters.statements]
    assert len(Selection(letters, Query()).messages()) == len(letters.messages)


@pytest.mark.parametrize("field", ["form", "status", "about", "medium"])
def test_each_value_keeps_its_own_and_all_values_keep_all(letters: Report, field: str) -> None:
    def values(s: Any) -> set[str]:
        if field == "about":
            return set(s.themes)
        if field == "medium":
            return {s.medium.kind} if s.medium else set()
        return {getattr(s, field)}

    every = sorted(set().union(*(values(s) for s in letters.statements)))
    assert every
    for value in every:
        assert kept(letters, **{field: (value,)}) == [s.id for s in letters.statements if value in values(s)]
    assert kept(letters, **{field: tuple(every)}) == [s.id for s in letters.statements if values(s)]


def test_confidence_is_a_floor_that_counts_itself(letters: Report) -> None:
    level = letters.statements[0].confidence
    assert "s1" in kept(letters, min_confidence=level)
    assert "s1" not in kept(letters, min_confidence=level + 0.001)


@pytest.mark.parametrize(
    ("since", "until", "kept_"),
    [
        ("2021-05-07", None, True),
        ("2021-05-08", None, False),
        (None, "2021-05-07", True),
        (None, "2021-05-06", False),
        ("2021-05", "2021-05", True),
        ("2021", "2021", True),
        ("2022", None, False),
        (None, "2020", False),
        ("2021-06", None, False),
    ],
)
def test_dates_are_included_at_both_ends(since: str | None, until: str | None, kept_: bool) -> None:
    assert Query(since=since, until=until).keeps_date("2021-05-07") is kept_


def test_a_year_alone_is_not_before_its_own_months() -> None:
    assert Query(since="2021-05").keeps_date("2021")
    assert Query(until="2021-05").keeps_date("2021")
    assert not Query(since="2022-01").keeps_date("2021")


def test_undated_articles_are_kept_on_demand() -> None:
    assert not Query(since="2021").keeps_date(None)
    assert Query(since="2021", undated=True).keeps_date(None)
    assert Query().keeps_date(None)


# -- messages ----------------------------------------------------------------------------------------------------------


def test_sides_of_a_letter_are_not_the_same(letters: Report) -> None:
    sent = Selection(letters, Query(by=("السعدي",))).messages()
    got = Selection(letters, Query(to=("السعدي",))).messages()
    assert len(sent) == len(got) == 2
    assert not {m.id for m in sent} & {m.id for m in got}


def test_sides_of_a_call_are_equal(rules: Rules) -> None:
    report = parse(
        Article(text="أجرى الرئيس التونسي ماهر السعدي اتصالا هاتفيا مع نظيره الكيني جوزيف كاماو اليوم الخميس."), rules
    )
    assert [m.kind for m in report.messages] == ["call"]
    for name in ("السعدي", "كاماو"):
        assert Selection(report, Query(by=(name,))).messages()
        assert Selection(report, Query(to=(name,))).messages()


def test_words_are_asked_of_the_statements_in_a_message(letters: Report) -> None:
    (statement,) = [s for s, _ in Selection(letters, Query(text="الحدود")).statements()]
    assert [m.id for m in Selection(letters, Query(text="الحدود")).messages()] == [statement.message]
