"""A rule, and what fires in a sentence, as lines."""

from collections.abc import Iterator
from typing import Any

from dipcli.model import Report
from dipcli.views.names import Directory
from dipcli.views.rows import content_text

_SHOWN = (
    "kind",
    "past",
    "present",
    "participle",
    "masdar",
    "forms",
    "clause",
    "object",
    "addressee",
    "needs",
    "heads",
    "speech_act",
    "cameo",
    "plover",
)


def rule_lines(table: dict[str, Any]) -> Iterator[str]:
    """One cue rule with its evidence, examples and counter-examples."""
    yield f"{table['id']}  {table['lemma']}  {table['gloss']}"
    for key in _SHOWN:
        value = table.get(key)
        if value:
            yield f"  {key:<11} {', '.join(repr(v) if v == '' else str(v) for v in value) if isinstance(value, list) else value}"
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


def try_lines(report: Report) -> Iterator[str]:
    """What fires in a sentence: cue, rule, source, content; or that nothing does."""
    names = Directory(report)
    if not report.statements:
        yield "no statement"
    for s in report.statements:
        cue = report.article.text[s.cue.span.start : s.cue.span.end] if s.cue else "—"
        yield f"{s.id}  {cue}  {s.rule}  {s.sieve}  {s.confidence:.2f}"
        yield f"    source     {', '.join(names.name(x.entity) or '—' for x in s.sources)}"
        if s.addressees:
            yield f"    addressee  {', '.join(names.name(a.entity) or '—' for a in s.addressees)}"
        yield f"    content    {content_text(report, s)}"
    for e in report.entities:
        yield f"entity  {e.name}  {e.kind}  {e.office or ''}  {e.country or ''}  {e.id}"
