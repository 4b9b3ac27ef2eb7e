"""Do the examples of a user's tables come true, and do their counters stay silent?"""

from collections.abc import Iterator, Sequence
from typing import Any

from dipcli.model import Article, Entity, Report, Statement
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from dipcli.rules.own.forms import names_of
from dipcli.rules.own.table import Problem, Table, problem
from dipcli.rules.source import key_of
from dipcli.stages.own_themes import own_themes
from dipcli.text.fold import fold_word
from dipcli.text.tokens import Tokens

# An article around a formula: it must not become a second report.
_BEFORE_A_FORMULA = "قال الوزير حازم العمري إن المعرض مهم."


def unfulfilled(tables: Sequence[Table], rules: Rules) -> Iterator[Problem]:
    """What does not come true of these tables under ``rules``, which hold them."""
    for table in tables:
        for reason in _CHECKS[table.kind](table, rules):
            yield problem(table, reason)


def _cue(table: Table, rules: Rules) -> Iterator[str]:
    for n, example in enumerate(table.values["example"], 1):
        if table.values.get("kind") == "formula":
            if len(parse(Article(text=f"{_BEFORE_A_FORMULA}\n{example['text']}"), rules).statements) != 1:
                yield f"example {n}: the formula is taken for a report"
        else:
            yield from (f"example {n}: {reason}" for reason in _example(table.id, example, rules))
    for n, counter in enumerate(table.values["counter"], 1):
        report = parse(Article(text=counter["text"]), rules)
        for s in _of_rule(report, table.id):
            yield f'counter {n}: it fires, with "{_content(report, s)}" for what is said'


def _example(rule: str, example: dict[str, Any], rules: Rules) -> Iterator[str]:
    report = parse(Article(text=example["text"]), rules)
    found = _of_rule(report, rule)
    if not found:
        others = ", ".join(s.rule for s in report.statements)
        yield f"it finds nothing{f' ({others} does)' if others else ''}; see dip rules try"
        return
    contents = [_content(report, s) for s in found]
    if example["content"] not in contents:
        yield f'what is said is "{contents[0]}", not "{example["content"]}"'
        return
    statement = found[contents.index(example["content"])]
    yield from _cue_and_source(report, statement, example)
    if example.get("addressee"):
        names = {e.id: e.name for e in report.entities}
        told = " ".join(names[a.entity] for a in statement.addressees)
        if not any(w in told for w in example["addressee"].split()):
            yield f'it is said to {told or "nobody"}, not to "{example["addressee"]}"'


def _cue_and_source(report: Report, statement: Statement, example: dict[str, Any]) -> Iterator[str]:
    text = report.article.text
    cue = text[statement.cue.span.start : statement.cue.span.end] if statement.cue else ""
    if cue != example["cue"]:
        yield f'the cue is "{cue}", not "{example["cue"]}"'
    shown = [text[x.span.start : x.span.end] for x in statement.sources if x.span]
    if example.get("source") and not any(example["source"] in s for s in shown):
        yield f'the source is {f"{chr(34)}{shown[0]}{chr(34)}" if shown else "open"}, not "{example["source"]}"'


def _of_rule(report: Report, rule: str) -> list[Statement]:
    return [s for s in report.statements if s.rule.rpartition(".")[0] == rule]


def _content(report: Report, s: Statement) -> str:
    return " ".join(report.article.text[c.start : c.end] for c in s.content)


def _theme(table: Table, rules: Rules) -> Iterator[str]:
    own = own_themes(rules)
    assert own is not None
    number = next(n for n, t in enumerate(own.themes) if t.id == table.id)
    for key, wanted in (("example", True), ("counter", False)):
        words = [w for w in Tokens(fold_word(table.values[key])).words if w[0].isalpha()]
        if (number in own.places(words)) is not wanted:
            yield f"{key}: {'no term of it is found' if wanted else 'one of its terms is found'}"


def _named(table: Table, rules: Rules) -> Iterator[str]:
    text = table.values.get("example")
    if not text:
        return  # a country never has one
    entities = parse(Article(text=text), rules).entities
    if not any(_is_of(e, table) for e in entities):
        found = ", ".join(f"{e.name} ({e.id})" for e in entities)
        yield f"example: it is not found{f'; there is {found}' if found else ''}"


def _is_of(entity: Entity, table: Table) -> bool:
    if table.kind == "title":
        return entity.office_id == table.id
    if table.kind == "organisation":
        return key_of(entity.name) in {key_of(form) for form, _ in names_of(table)}
    return entity.id == table.id


_CHECKS = {
    "cue": _cue, "theme": _theme, "leader": _named, "organisation": _named, "title": _named, "country": _named,
}  # fmt: skip
