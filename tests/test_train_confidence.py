"""tools/train_confidence.py: the fit finds what there is to find, holds outlets out, and is the same at every run."""

from collections import Counter

import pytest

from tests.tools import tool_module

tool = tool_module("train_confidence")


def sample(terms: str, right: bool, outlet: str) -> object:
    """One statement with its terms."""
    return tool.Sample(tuple(terms.split()), right, f"article of {outlet}", outlet)


SAMPLES = [
    sample(
        f"sieve.{'sure' if n % 2 else 'vague'} length.{n % 3} nested.{n // 2 % 3}",
        n % 2 == 1 or n % 7 == 0,
        f"o{n % 5}",
    )
    for n in range(280)
]


def test_a_term_that_goes_with_right_statements_weighs_more() -> None:
    made = tool.fit(SAMPLES)
    assert made.terms["sieve.sure"] > 1 > -1 > made.terms["sieve.vague"]
    assert abs(made.terms["nested.1"]) < 0.5
    model = tool.ConfidenceModel(*made)
    assert model.sure(["sieve.sure"]).value > 0.9 > 0.3 > model.sure(["sieve.vague"]).value
    assert tool.fit(SAMPLES) == made


def test_the_mean_of_a_group_that_all_have_is_in_the_bias() -> None:
    made = tool.fit(SAMPLES)
    assert made.terms["sieve.sure"] + made.terms["sieve.vague"] == pytest.approx(0, abs=1e-9)


def test_rare_terms_and_those_of_few_outlets_have_no_weight() -> None:
    rare = [*SAMPLES, *(sample("act.rare", True, f"o{n}") for n in range(4))]
    few = [*SAMPLES, *(sample("act.few", True, f"o{n % 2}") for n in range(40))]
    assert "act.rare" not in tool.known_terms(rare)
    assert "act.few" not in tool.known_terms(few)


def test_a_fold_is_judged_by_weights_made_without_it() -> None:
    wrong = [*SAMPLES, *(sample("sieve.sure", False, "odd") for _ in range(60))]
    held = tool.held_out(wrong, lambda s: s.outlet)
    assert all(p > 0.9 for s, p in zip(wrong, held, strict=True) if s.outlet == "odd")
    assert all(p < 0.9 for s, p in zip(wrong, held, strict=True) if s.outlet != "odd" and "sieve.vague" in s.terms)
    n, right = tool.sure_ones(wrong, held)
    assert n >= 60
    assert right <= n - 60


def test_halves_keep_outlets_whole_and_are_of_about_one_size() -> None:
    sizes = Counter({"a": 50, "b": 30, "c": 25, "d": 5})
    assert tool.halves(sizes, sizes) == {"a": 0, "b": 1, "c": 1, "d": 0}
