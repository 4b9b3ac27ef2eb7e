"""tools/mechanisms.py: every mechanism is still where it says, is off while it is switched off, and on again afterwards."""

import pytest

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from tests.tools import tool_module

tool = tool_module("mechanisms")

SAID = "قال الوزير حازم العمري إن الجسر جاهز. وأضاف أن الطريق سيفتح قريبا، مؤكدا أهمية الموعد."


def by_words(words: str) -> object:
    """The mechanism of this name."""
    return next(m for m in tool.MECHANISMS if m.words == words)


@pytest.mark.parametrize("mechanism", tool.MECHANISMS, ids=lambda m: m.words)
def test_switched_off_it_reads_on_and_is_as_before_afterwards(mechanism: object, rules: Rules) -> None:
    before = parse(Article(text=SAID), rules)
    owned = [tool.place_of(place) for place, _ in mechanism.places]  # type: ignore[attr-defined]
    values = [getattr(owner, name) for owner, name in owned]
    with tool.switched_off(mechanism):
        parse(Article(text=SAID), rules)
        assert all(getattr(o, n) is not v for (o, n), v in zip(owned, values, strict=True))
    assert [getattr(o, n) for o, n in owned] == values
    assert parse(Article(text=SAID), rules) == before


@pytest.mark.parametrize(
    ("words", "cues"),
    [
        ("participles (مؤكدا)", ["قال", "أضاف"]),
        ("clauses behind أن and إن", ["أكد"]),
        ("noun phrases (أعرب عن تقديره)", ["قال", "أضاف"]),
    ],
)
def test_what_it_found_is_not_found(words: str, cues: list[str], rules: Rules) -> None:
    with tool.switched_off(by_words(words)):
        assert [s.cue.lemma for s in parse(Article(text=SAID), rules).statements if s.cue] == cues


def test_dropped_subjects_are_nobodys(rules: Rules) -> None:
    with tool.switched_off(by_words("dropped subjects, all")):
        assert [bool(s.sources[0].entity) for s in parse(Article(text=SAID), rules).statements][:2] == [True, False]
    assert all(s.sources[0].entity for s in parse(Article(text=SAID), rules).statements)


def test_it_is_on_again_when_something_fails() -> None:
    mechanism = by_words("titles alone")
    owner, name = tool.place_of(mechanism.places[0][0])  # type: ignore[attr-defined]
    value = getattr(owner, name)
    with pytest.raises(ZeroDivisionError), tool.switched_off(mechanism):
        raise ZeroDivisionError
    assert getattr(owner, name) is value


def test_points_are_told_with_their_sign() -> None:
    assert [tool.points(x) for x in (-3.14, 0.26, 0.01)] == ["−3.1", "+0.3", ""]
