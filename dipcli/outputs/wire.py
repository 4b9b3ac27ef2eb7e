"""The JSON shape of a report: the only place that names its keys (see docs/report.md for what they mean)."""

from typing import Any

from dipcli.model import (
    Addressee,
    Entity,
    Message,
    Note,
    Report,
    Source,
    Span,
    Statement,
    Summary,
    ThemeHit,
)  # fmt: skip

SCHEMA = "dip.report/1"

Json = dict[str, Any]


def article_id(text: str) -> str:
    """SHA-256 of the text in UTF-8: the same text in another encoding or container has the same id."""
    import hashlib

    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_to_wire(report: Report, *, with_text: bool = True) -> Json:
    """A report as plain dicts and lists, ready for any JSON writer."""
    text = report.article.text
    article = report.article
    title = article.title or (_slice(text, report.headline) if report.headline else None)
    return {
        "schema": SCHEMA,
        "rules": {"version": report.rules.version, "sha256": report.rules.sha256},
        "article": {
            "id": article_id(text), "source": article.source, "title": title, "published": article.published,
            "published_from": article.published_from, "outlet": article.outlet,
            "encoding": {"name": article.encoding.name, "confidence": article.encoding.confidence},
            "characters": len(text), "text": text if with_text else None,
        },
        "entities": [_entity(text, e) for e in report.entities],
        "messages": [_message(text, m) for m in report.messages],
        "statements": [_statement(text, s) for s in report.statements],
        "themes": [_theme(t) for t in report.themes],
        "summary": _summary(text, report.summary),
        "notes": [_note(text, n) for n in report.notes],
    }  # fmt: skip


def _slice(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _spanned(text: str, span: Span | None) -> Json:
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": _slice(text, span), "start": span.start, "end": span.end}


def _entity(text: str, e: Entity) -> Json:
    return {
        "id": e.id, "kind": e.kind, "known": e.known, "name": e.name, "name_en": e.name_en, "short": e.short,
        "short_en": e.short_en, "office": e.office, "office_en": e.office_en, "office_id": e.office_id, "leader": e.leader,
        "country": e.country, "gender": e.gender,
        "mentions": [{**_spanned(text, m.span), "kind": m.kind} for m in e.mentions],
    }  # fmt: skip


def _message(text: str, m: Message) -> Json:
    return {
        "id": m.id, "kind": m.kind, "from": list(m.from_), "to": list(m.to), "direction": m.direction,
        "occasion": {"kind": m.occasion.kind, **_spanned(text, m.occasion.span)} if m.occasion else None,
        "evidence": _spanned(text, m.evidence), "statements": list(m.statements), "themes": list(m.themes),
    }  # fmt: skip


def _statement(text: str, s: Statement) -> Json:
    return {
        "id": s.id, "line": s.line,
        "cue": {"lemma": s.cue.lemma, "kind": s.cue.kind, **_spanned(text, s.cue.span)} if s.cue else None,
        "sources": [_source(text, x) for x in s.sources],
        "addressees": [_addressee(text, x) for x in s.addressees],
        "content": [_spanned(text, c) for c in s.content],
        "form": s.form, "frame": s.frame, "status": s.status, "speech_act": s.speech_act, "cameo": s.cameo,
        "plover": s.plover, "message": s.message,
        "medium": {"kind": s.medium.kind, **_spanned(text, s.medium.span)} if s.medium else None,
        "themes": list(s.themes), "confidence": s.confidence, "rule": s.rule, "sieve": s.sieve,
    }  # fmt: skip


def _source(text: str, x: Source) -> Json:
    return {"entity": x.entity, "resolution": x.resolution, **_spanned(text, x.span)}


def _addressee(text: str, x: Addressee) -> Json:
    return {"entity": x.entity, "resolution": x.resolution, **_spanned(text, x.span)}


def _theme(t: ThemeHit) -> Json:
    return {
        "id": t.id, "main": t.main, "medtop": t.medtop, "label": {"ar": t.label_ar, "en": t.label_en},
        "statements": list(t.statements), "score": t.score,
    }  # fmt: skip


def _summary(text: str, s: Summary) -> Json:
    return {
        "text": s.text,
        "sentences": [{**_spanned(text, x.span), "speaker": x.speaker, "to": list(x.to)} for x in s.sentences],
    }


def _note(text: str, n: Note) -> Json:
    return {"severity": n.severity, "reason": n.reason, "value": n.value, **_spanned(text, n.span)}


# -- rows ------------------------------------------------------------------------------------------------------------

_ROW_SCHEMAS = {
    "StatementRow": "dip.statement/1", "MessageRow": "dip.message/1", "LeaderRow": "dip.leader/1", "ThemeRow": "dip.theme/1",
    "SummaryRow": "dip.summary/1", "EntityRow": "dip.entity/1",
}  # fmt: skip


def row_to_wire(row: Any) -> Json:
    """A row of a view (a NamedTuple) as a dict, its schema first."""
    out: Json = {"schema": _ROW_SCHEMAS[type(row).__name__]}
    for field, value in row._asdict().items():
        out[field.rstrip("_")] = value
    return out


def error_record(source: str, reason: str) -> Json:
    """An input that failed, as a record among the others (``--errors-as-records``)."""
    return {"schema": "dip.error/1", "file": source, "error": reason}
