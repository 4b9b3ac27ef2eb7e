"""Lines and sentences."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.rules.load import Rules
from dipcli.text.fold import fold, fold_word
from dipcli.text.quotes import pair_quotes
from dipcli.text.segment import segment
from dipcli.text.tokens import Tokens


def _cut(text: str, rules: Rules) -> tuple[list[tuple[str, int]], list[str]]:
    folded = fold(text)
    tokens = Tokens(folded.text)
    cut = segment(folded.text, tokens, rules.boilerplate)
    sentences = [
        text[folded.start(tokens.starts[s.first]) : folded.end(tokens.ends[s.last - 1])] for s in cut.sentences
    ]
    return [(x.kind, x.number) for x in cut.lines], sentences


def test_headline_caption_dateline_body_tail(rules: Rules) -> None:
    text = (
        "وزير الخارجية يلتقي نظيره\n\nصورة أرشيفية\n\nالرباط 3 يناير 2022\n\n"
        "التقى الوزير نظيره أمس.\n\n// انتهى //\n\n19:05 ت م"
    )
    kinds, _ = _cut(text, rules)
    assert kinds == [("headline", 1), ("caption", 3), ("dateline", 5), ("body", 7), ("tail", 9), ("tail", 11)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قال الوزير إن السعر 3.5 دولار. وأضاف أنه سيرتفع.", 2),
        ("قال د. حازم العمري إن الخطة جاهزة.", 1),
        ("وصل عام 2015م. وغادر بعده.", 2),
        ("هل وصل الوفد؟ نعم! غادر؛ ثم عاد…", 4),
        ("قال الوزير، وهو يبتسم، إن الأمر بسيط", 1),
        ('قال الوزير "سنفتح الجسر (...) قبل نهاية العام [...] أو بعده (…) بقليل". وغادر.', 2),
        ("قال الوزير (وهو يبتسم...) إن الأمر بسيط", 2),
        ("...) و (...", 2),
        ("وقالت شركة (بي.سي.سي) إن السوق تنمو. وأضافت أنها جاهزة.", 2),
        ("وصل الوفد.ثم غادر.", 2),
    ],
)
def test_sentences(rules: Rules, text: str, count: int) -> None:
    assert len(_cut(text, rules)[1]) == count


def test_boilerplate_table(rules: Rules) -> None:
    tests: list[dict[str, Any]] = rules.lexicon.lists["boilerplate"]["test"]
    assert len(tests) >= 6
    for t in tests:
        line = fold_word(t["line"])
        page = rules.boilerplate.within(line)
        kind = "caption" if page.is_caption(line) else "tail" if page.is_tail(line) else "body"
        assert kind == t["kind"], t["line"]
        rest = page.rest_at(line, 0, len(line))
        assert (line[rest:] if rest >= 0 else None) == (fold_word(t["rest"]) if "rest" in t else None), t["line"]


def test_what_a_page_left_behind_the_last_stop_is_no_sentence_of_the_article(rules: Rules) -> None:
    left = "رابط الخبر بصحيفة الميناء: الوزير يعد بجسر جديد"
    cut, sentences = _cut(f"عودة الملاحة\n\nأعلن الوزير أن القناة فتحت. {left}\n", rules)
    assert cut == [("headline", 1), ("body", 3), ("tail", 3)]
    assert len(sentences) == 3
    cut, _ = _cut(f"عودة الملاحة\n\nأعلن الوزير أن القناة فتحت. {left}\nوعاد الوفد مساء.", rules)
    assert ("tail", 3) not in cut


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ('قال "نعم نحن هنا" وغادر', 1),
        ("قال «نعم» و«لا»", 2),
        ("قال »نعم نحن هنا« وغادر", 1),
        ('قال "نعم نحن هنا', 1),
        ("قال نعم» وغادر", 0),
    ],
)
def test_quotes_are_paired_by_their_place(text: str, pairs: int) -> None:
    tokens = Tokens(fold(text).text)
    found = pair_quotes(tokens, 0, len(tokens))
    assert len(found) == pairs
    assert all(q.open < q.close for q in found)


def test_patterns_are_not_slow(rules: Rules) -> None:
    tables: dict[str, list[dict[str, Any]]] = rules.lexicon.lists["boilerplate"]
    words = " ".join(w for kind in ("caption", "tail", "rest") for t in tables[kind] for w in t["words"])
    page = rules.boilerplate.within(words)
    assert sum(map(len, page)) == sum(len(tables[kind]) for kind in ("caption", "tail", "rest"))
    assert not page.is_tail("ا" * 20000)
    assert not page.is_caption("ا " * 10000)
    assert page.rest_at(".   " * 5000, 0, 20000) < 0


@given(data=st.data())
def test_what_a_pattern_of_a_page_fits_has_one_of_its_words(rules: Rules, data: st.DataObject) -> None:
    tables: dict[str, list[dict[str, Any]]] = rules.lexicon.lists["boilerplate"]
    table = data.draw(st.sampled_from([t for kind in ("caption", "tail", "rest") for t in tables[kind] if t["words"]]))
    line = data.draw(st.from_regex(table["fits"]))
    assert any(word in line for word in table["words"])
