"""Every cue rule finds its examples, by itself, and nothing in its counter-examples."""

from typing import Any

import pytest

from dipcli.model import Article, Report, Statement
from dipcli.pipeline import parse
from dipcli.rules.catalogue import cue_tables
from dipcli.rules.load import Rules

TABLES = cue_tables()
EXAMPLES = [(t["id"], e) for t in TABLES if t.get("kind") != "formula" for e in t.get("example", [])]
FORMULAS = [(t["id"], e) for t in TABLES if t.get("kind") == "formula" for e in t.get("example", [])]
COUNTERS = [(t["id"], c) for t in TABLES if t.get("kind") != "formula" for c in t.get("counter", [])]


def _of_rule(report: Report, rule: str) -> list[Statement]:
    return [s for s in report.statements if s.rule.rsplit(".", 1)[0] == rule]


def _content(report: Report, s: Statement) -> str:
    return " ".join(report.article.text[c.start : c.end] for c in s.content)


def test_every_rule_has_an_example_and_a_counter() -> None:
    lacking = [t["id"] for t in TABLES if not t.get("example") or not t.get("counter")]
    assert lacking == []


def test_ids_are_unique() -> None:
    ids = [t["id"] for t in TABLES]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}-{n}" for n, (r, _) in enumerate(EXAMPLES)])
def test_example(rules: Rules, rule: str, example: dict[str, Any]) -> None:
    report = parse(Article(text=example["text"]), rules)
    found = _of_rule(report, rule)
    assert found, f"{rule} finds nothing in: {example['text']} (found {[s.rule for s in report.statements]})"
    contents = [_content(report, s) for s in found]
    assert example["content"] in contents
    statement = found[contents.index(example["content"])]
    cue = statement.cue
    assert cue is not None
    assert report.article.text[cue.span.start : cue.span.end] == example["cue"]
    if example["source"]:
        spans = [x.span for x in statement.sources if x.span]
        assert any(example["source"] in report.article.text[s.start : s.end] for s in spans)
    else:
        assert all(x.span is None or x.resolution == "pronoun" for x in statement.sources)
    if example["addressee"]:
        named = {e.id: e.name for e in report.entities}
        told = " ".join(named[a.entity] for a in statement.addressees)
        if told:  # a public is nobody's name: no addressee is right there
            assert any(w in told for w in example["addressee"].split())


@pytest.mark.parametrize(("rule", "counter"), COUNTERS, ids=[f"{r}-{n}" for n, (r, _) in enumerate(COUNTERS)])
def test_counter(rules: Rules, rule: str, counter: dict[str, Any]) -> None:
    report = parse(Article(text=counter["text"]), rules)
    assert [_content(report, s) for s in _of_rule(report, rule)] == [], counter["why"]


@pytest.mark.parametrize(("rule", "example"), FORMULAS, ids=[r for r, _ in FORMULAS])
def test_formula_is_nobodys(rules: Rules, rule: str, example: dict[str, Any]) -> None:
    report = parse(Article(text=f"قال الوزير حازم العمري إن المعرض مهم.\n{example['text']}"), rules)
    assert len(report.statements) == 1
