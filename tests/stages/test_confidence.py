"""How sure a statement is: weights add up, the trace tells the largest terms, and a plain report is surer than a vague one."""

import pytest

from dipcli.model import Article, Statement
from dipcli.pipeline import parse
from dipcli.rules.load import Rules, load_rules
from dipcli.stages.confidence import MOST_TOLD, RULE, ConfidenceModel, confidence_model
from dipcli.stages.statements import Sure
from tests.conftest import ROOT

NAMED = "قال وزير الخارجية السويسري لوكاس بيرنهارد إن بلاده ستستضيف الجولة المقبلة من المحادثات."
VAGUE = "وأعلن التقرير أن متحدثا باسم النقابة قال إن الأجور لم تدفع."


def test_weights_add_up_to_a_probability_and_the_largest_terms_are_told() -> None:
    model = ConfidenceModel(0.5, {"a.x": 1.0, "b.x": -2.5, "c.x": 0.2, "d.x": 0.3, "e.x": 9.0})
    sure = model.sure(["a.x", "b.x", "c.x", "d.x", "unknown.term"])
    assert sure.value == 0.38  # the logistic function of 0.5 + 1 - 2.5 + 0.2 + 0.3
    assert [(s.reason, s.value) for s in sure.steps] == [("b.x", "-2.50"), ("a.x", "+1.00"), ("d.x", "+0.30")]
    assert model.sure([]) == Sure(0.62)


class Noted(ConfidenceModel):
    """Keeps the terms of each statement."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        super().__init__(0.0, {})
        self.seen: list[list[str]] = []

    def sure(self, terms: list[str]) -> Sure:  # type: ignore[override]
        self.seen.append(terms)
        return super().sure(terms)


def test_a_statement_has_one_term_of_a_group_at_most() -> None:
    rules, noted = load_rules(), Noted()
    rules.cache[RULE] = noted
    for path in sorted((ROOT / "samples").glob("*.txt")):
        parse(Article(text=path.read_text(encoding="utf-8")), rules)
    assert noted.seen
    for terms in noted.seen:
        groups = [t.partition(".")[0] for t in terms]
        assert len(set(groups)) == len(groups), terms


def said(text: str, rules: Rules) -> list[Statement]:
    """The statements of a text."""
    return list(parse(Article(text=text), rules).statements)


def test_a_named_speaker_is_surer_than_a_vague_one_inside_a_report(rules: Rules) -> None:
    named, vague = said(NAMED, rules), said(VAGUE, rules)
    assert named[0].confidence >= 0.9
    assert len(vague) == 2
    assert max(s.confidence for s in vague) < named[0].confidence - 0.1


def test_the_trace_tells_the_largest_terms(rules: Rules) -> None:
    model = confidence_model(rules)
    for s in said(NAMED + "\n" + VAGUE, rules):
        told = [step for step in s.trace if step.stage == RULE]
        assert 0 < len(told) <= MOST_TOLD
        assert all(float(step.value or 0) for step in told)
        assert 0 <= s.confidence <= 1
    assert model is confidence_model(rules)


@pytest.mark.parametrize("without", [(), ("people",)])
def test_rules_without_a_table_have_the_weights_too(without: tuple[str, ...]) -> None:
    assert confidence_model(load_rules(without=without)).bias
