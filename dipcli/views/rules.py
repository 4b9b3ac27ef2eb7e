"""Rules as rows and as screens, and what fires in a sentence."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, NamedTuple

from dipcli.model import Report
from dipcli.views.labels import label
from dipcli.views.names import Directory
from dipcli.views.screen import Block, Cell, Paragraph, flat, joined
from dipcli.views.statements import content_text

_SHOWN = (
    "kind", "past", "present", "participle", "masdar", "forms", "clause", "object", "addressee", "needs", "heads",
    "speech_act", "cameo", "plover",
)  # fmt: skip


class RuleRow(NamedTuple):
    """``dip.rule/1``: a cue rule."""

    id: str
    kind: str
    lemma: str
    gloss: str
    speech_act: str | None
    clause: Annotated[list[str], "what opens the clause that is said"]
    object: Annotated[list[str], "prepositions of a noun phrase that is said; empty for a bare object"]
    addressee: Annotated[list[str], "where its addressee stands"]
    evidence: str
    examples: Annotated[list[str], "sentences in which it fires"]
    counters: Annotated[list[str], "sentences in which it must not"]


def rule_row(table: dict[str, Any]) -> RuleRow:
    """One rule table as a row."""
    return RuleRow(
        id=table["id"], kind=table.get("kind", "verb"), lemma=table["lemma"], gloss=table["gloss"],
        speech_act=table.get("speech_act") or None, clause=table.get("clause", []), object=table.get("object", []),
        addressee=table.get("addressee", []), evidence=table["evidence"],
        examples=[e["text"] for e in table.get("example", [])], counters=[c["text"] for c in table.get("counter", [])],
    )  # fmt: skip


def rule_screen(table: dict[str, Any], lang: str) -> Iterator[Block]:
    """One cue rule with its evidence, examples and counter-examples."""
    head = joined((table["lemma"], table["gloss"]), "  ")
    yield Paragraph((Cell(table["id"], "strong", isolate=True), Cell("  "), *head), 1, ui=True)
    for key in _SHOWN:
        value = table.get(key)
        if value:
            yield _fact(key, [v or "(bare)" for v in value] if isinstance(value, list) else [value])
    for key in ("quote", "target", "strict"):
        if table.get(key):
            yield _fact(key, ["yes"])
    yield _fact("evidence", [table["evidence"]])
    for e in table.get("example", []):
        parts = (label("source", lang), e["source"] or "—", label("content", lang), e["content"] or "—")
        yield from _example("✓", e["text"], _named(parts[:2], parts[2:]))
    for c in table.get("counter", []):
        yield from _example("✗", c["text"], (Cell(c["why"], "dim", isolate=True),))


def _fact(key: str, values: Iterable[str]) -> Block:
    return Paragraph((Cell(f"{key:<11} ", "dim"), *joined(values, ", ")), 3, hang=12, ui=True)


def _example(mark: str, text: str, told: tuple[Cell, ...]) -> Iterator[Block]:
    yield Paragraph((Cell(f"{mark} "), Cell(text)), 3, hang=2)
    yield Paragraph(told, 7, hang=2, ui=True)


def _named(*pairs: tuple[str, str]) -> tuple[Cell, ...]:
    """Values after their names."""
    cells: list[Cell] = []
    for name, value in pairs:
        cells += [Cell(" · ", "dim")] if cells else []
        cells += [Cell(f"{name.lower()} ", "dim"), Cell(value, isolate=True)]
    return tuple(cells)


def try_screen(report: Report, lang: str) -> Iterator[Block]:
    """What fires in a sentence: cue, rule, source, content; or that nothing does."""
    names = Directory(report)
    if not report.statements:
        yield Paragraph((Cell(label("no_statements", lang)),), 1, ui=True)
    for s in report.statements:
        cue = report.article.text[s.cue.span.start : s.cue.span.end] if s.cue else "—"
        yield Paragraph(tuple(joined((s.id, cue, s.rule, s.sieve, f"{s.confidence:.2f}"), "  ")), 1, ui=True)
        yield _fact(label("source", lang).lower(), [names.name(x.entity) or label("unknown", lang) for x in s.sources])
        if s.addressees:
            to = [names.name(a.entity) or label("unknown", lang) for a in s.addressees]
            yield _fact(label("addressee", lang).lower(), to)
        yield _fact(label("content", lang).lower(), [flat(content_text(report, s))])
    for e in report.entities:
        facts = [flat(e.name), label(e.kind, lang), e.office or "", e.country or "", e.id]
        yield Paragraph(tuple(joined(filter(None, facts), "  ")), 1, ui=True)
