"""Rules as rows and as screens, and what fires in a sentence."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from dipcli.records import Record
from dipcli.rules.catalogue import BUILT_IN
from dipcli.rules.own.table import Table
from dipcli.views.labels import label
from dipcli.views.screen import Block, Cell, Paragraph, joined

_SHOWN = (
    "kind", "past", "present", "participle", "masdar", "forms", "clause", "object", "addressee", "needs", "heads",
    "speech_act", "cameo", "plover",
)  # fmt: skip


class RuleRow(Record):
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
    origin: Annotated[str, "dip, or the file of a user's own table"]


class ProblemRow(Record):
    """``dip.problem/1``: what is wrong in a user's own tables."""

    file: str
    line: Annotated[int, "where the table begins; 0 for the file as a whole"]
    table: Annotated[str, "its id; empty where it has none"]
    reason: str


def rule_row(table: dict[str, Any], origin: str) -> RuleRow:
    """One rule table as a row."""
    return RuleRow(
        id=table["id"], kind=table.get("kind", "verb"), lemma=table["lemma"], gloss=table["gloss"],
        speech_act=table.get("speech_act") or None, clause=table.get("clause", []), object=table.get("object", []),
        addressee=table.get("addressee", []), evidence=table.get("evidence", ""),
        examples=[e["text"] for e in table.get("example", [])], counters=[c["text"] for c in table.get("counter", [])],
        origin=origin,
    )  # fmt: skip


def rule_screen(table: dict[str, Any], origin: str, lang: str) -> Iterator[Block]:
    """One cue rule with its evidence, examples and counter-examples; whose it is, where it is no built-in one."""
    head = joined((table["lemma"], table["gloss"]), "  ")
    yield Paragraph((Cell(table["id"], "strong", isolate=True), Cell("  "), *head), 1, ui=True)
    for key in _SHOWN:
        value = table.get(key)
        if value:
            yield fact(key, [v or "(bare)" for v in value] if isinstance(value, list) else [value])
    for key in ("quote", "target", "strict"):
        if table.get(key):
            yield fact(key, ["yes"])
    for key, value in (("evidence", table.get("evidence", "")), ("origin", "" if origin == BUILT_IN else origin)):
        if value:
            yield fact(key, [value])
    for e in table.get("example", []):
        parts = (label("source", lang), e.get("source") or "—", label("content", lang), e["content"] or "—")
        yield from _example("✓", e["text"], _named(parts[:2], parts[2:]))
    for c in table.get("counter", []):
        yield from _example("✗", c["text"], (Cell(c["why"], "dim", isolate=True),))


def own_screen(table: Table) -> Iterator[Block]:
    """A user's own leader, theme, organisation, title or country: its keys as they are written."""
    yield Paragraph((Cell(table.id, "strong", isolate=True), Cell(f"  {table.kind}")), 1, ui=True)
    for key, value in table.values.items():
        parts = value if isinstance(value, list) else [value]
        yield fact(key, [", ".join(map(str, p.values())) if isinstance(p, dict) else str(p) for p in parts])
    yield fact("origin", [table.file])


def fact(key: str, values: Iterable[str]) -> Block:
    """A key and its values on one line."""
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
