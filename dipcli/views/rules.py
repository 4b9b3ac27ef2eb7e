"""Rules as rows and as lines, and what fires in a sentence."""

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

from dipcli.model import Report
from dipcli.views.names import Directory
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


def rule_lines(table: dict[str, Any]) -> Iterator[str]:
    """One cue rule with its evidence, examples and counter-examples."""
    yield f"{table['id']}  {table['lemma']}  {table['gloss']}"
    for key in _SHOWN:
        value = table.get(key)
        if value:
            yield f"  {key:<11} {_listed(value)}"
    for key in ("quote", "target", "strict"):
        if table.get(key):
            yield f"  {key:<11} yes"
    yield f"  evidence    {table['evidence']}"
    for e in table.get("example", []):
        yield f"  ✓ {e['text']}"
        yield f"      source {e['source'] or '—'} · content {e['content'] or '—'}"
    for c in table.get("counter", []):
        yield f"  ✗ {c['text']}"
        yield f"      {c['why']}"


def _listed(value: Any) -> str:
    return ", ".join(v or "(bare)" for v in value) if isinstance(value, list) else str(value)


def try_lines(report: Report) -> Iterator[str]:
    """What fires in a sentence: cue, rule, source, content; or that nothing does."""
    names = Directory(report)
    if not report.statements:
        yield "no statement"
    for s in report.statements:
        cue = report.article.text[s.cue.span.start : s.cue.span.end] if s.cue else "—"
        yield f"{s.id}  {cue}  {s.rule}  {s.sieve}  {s.confidence:.2f}"
        yield f"    source     {names.names([x.entity for x in s.sources], 'en')}"
        if s.addressees:
            yield f"    addressee  {names.names([a.entity for a in s.addressees], 'en')}"
        yield f"    content    {' '.join(content_text(report, s).split())}"
    for e in report.entities:
        facts = [e.kind, e.office or "", e.country or "", e.id]
        yield f"entity  {e.name}  {'  '.join(f for f in facts if f)}"
