"""Builds the JSON records: with ``outputs/shapes.py``, which declares them, the only place that names their keys."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dipcli.model import (
    Addressee,
    Candidate,
    Entity,
    Mention,
    Message,
    Note,
    Report,
    RulesId,
    Source,
    Span,
    Statement,
    Step,
    Summary,
    ThemeHit,
)
from dipcli.outputs.digest import sha256

if TYPE_CHECKING:
    from typing import Literal

    from dipcli.outputs.shapes import (
        AddresseeWire,
        ArticleWire,
        BatchWire,
        CandidateWire,
        EntityWire,
        ErrorWire,
        ExplanationWire,
        FigureWire,
        FindingWire,
        FormatWire,
        Located,
        MaybeLocated,
        MentionWire,
        MessageWire,
        NoteWire,
        PartCompression,
        PartForm,
        PartWire,
        ReportWire,
        RulesWire,
        RunWire,
        SettingWire,
        SourceWire,
        StatementWire,
        StepWire,
        SummaryWire,
        ThemeWire,
        TotalWire,
    )

Json = Mapping[str, Any]
"""A record that any JSON writer takes: text, numbers, booleans, None, lists and dicts of these."""


REPORT_KEYS: Final = ("schema", "rules", "article", "entities", "messages", "statements", "themes", "summary", "notes")


# -- reports -----------------------------------------------------------------------------------------------------------


def article_id(text: str) -> str:
    """SHA-256 of the text in UTF-8: the same text in another encoding or container has the same id."""
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass"))


def report_to_wire(report: Report, *, with_text: bool = True) -> "ReportWire":
    """A report as plain dicts and lists, ready for any JSON writer."""
    text = report.article.text
    return {
        "schema": "dip.report/1",
        "rules": _rules(report.rules),
        "article": _article(report, with_text),
        "entities": [_entity(text, e) for e in report.entities],
        "messages": [_message(text, m) for m in report.messages],
        "statements": [_statement(text, s) for s in report.statements],
        "themes": [_theme(t) for t in report.themes],
        "summary": _summary(text, report.summary),
        "notes": [_note(text, n) for n in report.notes],
    }


def _rules(rules: RulesId) -> "RulesWire":
    return {
        "version": rules.version,
        "sha256": rules.sha256,
        "own": [{"name": o.name, "sha256": o.sha256} for o in rules.own],
    }


def _article(report: Report, with_text: bool) -> "ArticleWire":
    a = report.article
    headline = a.text[report.headline.start : report.headline.end] if report.headline else None
    return {
        "id": article_id(a.text), "source": a.source, "title": a.title or headline, "published": a.published,
        "published_from": a.published_from, "outlet": a.outlet,
        "encoding": {"name": a.encoding.name, "confidence": a.encoding.confidence},
        "characters": len(a.text), "text": a.text if with_text else None,
    }  # fmt: skip


def _located(text: str, span: Span) -> "Located":
    return {"text": text[span.start : span.end], "start": span.start, "end": span.end}


def _maybe(text: str, span: Span | None) -> "MaybeLocated":
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": text[span.start : span.end], "start": span.start, "end": span.end}


def _entity(text: str, e: Entity) -> "EntityWire":
    return {
        "id": e.id, "kind": e.kind, "known": e.known, "name": e.name, "name_en": e.name_en, "short": e.short,
        "short_en": e.short_en, "office": e.office, "office_en": e.office_en, "office_id": e.office_id,
        "leader": e.leader, "country": e.country, "gender": e.gender,
        "mentions": [_mention(text, m) for m in e.mentions],
    }  # fmt: skip


def _mention(text: str, m: Mention) -> "MentionWire":
    return {"text": text[m.span.start : m.span.end], "start": m.span.start, "end": m.span.end, "kind": m.kind}


def _message(text: str, m: Message) -> "MessageWire":
    return {
        "id": m.id, "kind": m.kind, "from": list(m.from_), "to": list(m.to), "direction": m.direction,
        "occasion": {**_located(text, m.occasion.span), "kind": m.occasion.kind} if m.occasion else None,
        "evidence": _located(text, m.evidence), "statements": list(m.statements), "themes": list(m.themes),
    }  # fmt: skip


def _statement(text: str, s: Statement) -> "StatementWire":
    return {
        "id": s.id, "line": s.line,
        "cue": {**_located(text, s.cue.span), "lemma": s.cue.lemma, "kind": s.cue.kind} if s.cue else None,
        "sources": [_source(text, x) for x in s.sources],
        "addressees": [_addressee(text, x) for x in s.addressees],
        "content": [_located(text, c) for c in s.content],
        "form": s.form, "frame": s.frame, "status": s.status, "speech_act": s.speech_act, "cameo": s.cameo,
        "plover": s.plover, "message": s.message,
        "medium": {**_maybe(text, s.medium.span), "kind": s.medium.kind} if s.medium else None,
        "themes": list(s.themes), "confidence": s.confidence, "rule": s.rule, "sieve": s.sieve,
    }  # fmt: skip


def _source(text: str, x: Source) -> "SourceWire":
    return {**_maybe(text, x.span), "entity": x.entity, "resolution": x.resolution}


def _addressee(text: str, x: Addressee) -> "AddresseeWire":
    return {**_maybe(text, x.span), "entity": x.entity, "resolution": x.resolution}


def _theme(t: ThemeHit) -> "ThemeWire":
    return {
        "id": t.id, "main": t.main, "medtop": t.medtop, "label": {"ar": t.label_ar, "en": t.label_en},
        "statements": list(t.statements), "score": t.score,
    }  # fmt: skip


def _summary(text: str, s: Summary) -> "SummaryWire":
    return {
        "text": s.text,
        "sentences": [{**_located(text, x.span), "speaker": x.speaker, "to": list(x.to)} for x in s.sentences],
    }


def _note(text: str, n: Note) -> "NoteWire":
    return {**_maybe(text, n.span), "severity": n.severity, "reason": n.reason, "value": n.value}


# -- other records -----------------------------------------------------------------------------------------------------


def error_record(source: str, reason: str) -> "ErrorWire":
    """An input that failed, as a record among the others."""
    return {"schema": "dip.error/1", "file": source, "error": reason}


def format_record(
    direction: 'Literal["read", "write"]', name: str, what: str, endings: tuple[str, ...]
) -> "FormatWire":
    """A format that is read or written."""
    return {"schema": "dip.format/1", "direction": direction, "name": name, "what": what, "endings": list(endings)}


def setting_record(
    name: str, value: str | bool | list[str] | None, origin: str | None, environment: str, what: str
) -> "SettingWire":
    """A setting, its value and where it was set."""
    return {
        "schema": "dip.setting/1", "setting": name, "value": value, "origin": origin, "environment": environment,
        "what": what,
    }  # fmt: skip


def run_record(
    *, status: int, read: int, failed: int, undated: int, statements: int, messages: int, seconds: float,
    stopped: bool, last: str | None,
) -> "RunWire":  # fmt: skip
    """The figures of a run."""
    return {
        "schema": "dip.run/1", "status": status, "read": read, "failed": failed, "undated": undated,
        "statements": statements, "messages": messages, "seconds": seconds, "stopped": stopped, "last": last,
    }  # fmt: skip


def finding_record(part: str, article: int | None, source: str | None, reason: str) -> "FindingWire":
    """Something that is wrong with an archive."""
    return {"schema": "dip.finding/1", "part": part, "article": article, "source": source, "reason": reason}


def archive_figure_record(group: str, name: str, value: int | str | None) -> "FigureWire":
    """A figure about an archive."""
    return {"schema": "dip.figure/1", "group": group, "name": name, "value": value}


def batch_record(
    *, dip: str, rules: RulesId, form: "PartForm", compression: "PartCompression",
    options: dict[str, str | bool | None], part_bytes: int, files: int, size: int, parts: int, plan: str,
) -> "BatchWire":  # fmt: skip
    """What a batch is: equal for two that must give the same parts."""
    return {
        "schema": "dip.batch/1", "dip": dip, "rules": _rules(rules), "format": form, "compression": compression,
        "options": options, "part_bytes": part_bytes, "files": files, "bytes": size, "parts": parts, "plan": plan,
    }  # fmt: skip


def part_record(
    *, part: int, file: str, sha256: str, size: int, articles: int, statements: int, messages: int, undated: int,
    first: str | None, last: str | None, failed: list["ErrorWire"],
) -> "PartWire":  # fmt: skip
    """A part that is done."""
    return {
        "schema": "dip.part/1", "part": part, "file": file, "sha256": sha256, "bytes": size, "articles": articles,
        "statements": statements, "messages": messages, "undated": undated, "first": first, "last": last, "failed": failed,
    }  # fmt: skip


def total_record(parts: list["PartWire"]) -> "TotalWire":
    """The figures of all parts."""
    return {
        "schema": "dip.total/1", "parts": len(parts), "bytes": sum(p["bytes"] for p in parts),
        "articles": sum(p["articles"] for p in parts), "statements": sum(p["statements"] for p in parts),
        "messages": sum(p["messages"] for p in parts), "undated": sum(p["undated"] for p in parts),
        "failed": sum(len(p["failed"]) for p in parts),
    }  # fmt: skip


def explanation(report: Report, wanted: str, steps: tuple[Step, ...], words: list[str]) -> "ExplanationWire":
    """The steps behind a statement or an entity."""
    text = report.article.text
    return {
        "schema": "dip.explanation/1", "file": report.article.source, "id": wanted,
        "steps": [_step(text, s) for s in steps], "words": words,
    }  # fmt: skip


def _step(text: str, s: Step) -> "StepWire":
    return {
        **_maybe(text, s.at), "stage": s.stage, "rule": s.rule, "reason": s.reason, "value": s.value,
        "candidates": [_candidate(c) for c in s.candidates],
    }  # fmt: skip


def _candidate(c: Candidate) -> "CandidateWire":
    return {"entity": c.entity, "reason": c.reason, "taken": c.taken}


# -- rows --------------------------------------------------------------------------------------------------------------

# Rows are the ``Record`` classes of the views. A row's keys are its fields (``from_`` is written ``from``), the
# schema first; the names stand here by class, so that this module needs none of the views.
ROW_SCHEMAS: Final = {
    "StatementRow": "dip.statement/1", "MessageRow": "dip.message/1", "LeaderRow": "dip.leader/1",
    "ThemeRow": "dip.theme/1", "SummaryRow": "dip.summary/1", "FlatSummaryRow": "dip.summary/1",
    "EntityRow": "dip.entity/1", "ProblemRow": "dip.problem/1", "PassedRow": "dip.passed/1", "RuleRow": "dip.rule/1", "ScoreRow": "dip.score/1", "MistakeRow": "dip.mistake/1",
    "NetworkRow": "dip.network/1", "TimelineRow": "dip.timeline/1", "TrendRow": "dip.trend/1",
    "ArticleRow": "dip.article/1", "PersonRow": "dip.person/1", "HitRow": "dip.hit/1", "CorrectionRow": "dip.correction/1",
}  # fmt: skip


def row_columns(kind: Any) -> tuple[str, ...]:
    """Keys of a row in their order, ``schema`` first."""
    return ("schema", *(f.rstrip("_") for f in kind._fields))


def row_to_wire(row: Any) -> Json:
    """A row of a view as a dict; rows inside it likewise."""
    out: dict[str, Any] = {"schema": ROW_SCHEMAS[type(row).__name__]}
    for field, value in zip(row._fields, row, strict=True):
        if type(value) is list and value and hasattr(value[0], "_fields"):
            value = [row_to_wire(v) for v in value]
        out[field.rstrip("_")] = value
    return out
