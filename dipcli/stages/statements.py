"""Statements as the report gives them, from frames and attributions."""

from collections.abc import Sequence
from typing import Final

from dipcli.model import Addressee, Candidate, Cue, CueKind, Medium, Source, Statement, Step
from dipcli.records import Record
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.form import form_of
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.speakers.context import Attribution
from dipcli.stages.speakers.noun_phrases import is_joined

_KINDS: Final[dict[str, CueKind]] = {
    "v": "verb",
    "p": "participle",
    "m": "masdar",
    "s": "preposition",
    "q": "punctuation",
}


class Addressed:
    """To whom a frame is said, and in which message and medium."""

    __slots__ = ("clusters", "medium", "message", "reason", "resolution", "span")

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.resolution = "explicit"
        self.span: tuple[int, int] | None = None
        self.message: str | None = None
        self.medium: Medium | None = None
        self.reason = "nobody_addressed"


class Sure(Record):
    """Confidence, 0 to 1, and its largest terms as steps of the trace, the largest first."""

    value: float
    steps: tuple[Step, ...] = ()


def build_statements(
    marked: MarkedText, frames: Sequence[Frame], attributions: Sequence[Attribution], addressed: Sequence[Addressed],
    sure: Sequence[Sure], ids: dict[int, str],
) -> tuple[Statement, ...]:  # fmt: skip
    """Records in text order of their cues, with ids s1, s2, …"""
    out: list[Statement] = []
    for frame, attribution, to, how in zip(frames, attributions, addressed, sure, strict=True):
        out.append(_statement(marked, frame, attribution, to, how, ids, f"s{len(out) + 1}"))
    return tuple(out)


def _statement(
    marked: MarkedText, frame: Frame, a: Attribution, to: Addressed, sure: Sure, ids: dict[int, str], sid: str
) -> Statement:
    rule, doc = frame.rule, marked.doc
    content = tuple(doc.span(*r) for r in frame.content)
    return Statement(
        id=sid, line=doc.segments.lines[frame.line].number, cue=_cue(doc, frame), sources=_sources(doc, a, ids),
        addressees=_addressees(doc, to, ids), content=content, form=form_of(marked, frame), frame=frame.frame,
        status=frame.status, speech_act=rule.speech_act, cameo=rule.cameo, plover=rule.plover, message=to.message,
        medium=to.medium, themes=(), confidence=sure.value, rule=f"{rule.id}.{_frame_name(frame)}", sieve=a.sieve,
        trace=(*_trace(doc, frame, a, to, ids), *sure.steps),
    )  # fmt: skip


def _frame_name(frame: Frame) -> str:
    return {"comp": "clause", "prep": "np", "object": "object", "before": "content-ahead"}.get(
        frame.opener, frame.opener
    )


def _cue(doc: Document, frame: Frame) -> Cue | None:
    if frame.form.kind == "q":
        return None
    return Cue(span=doc.span(frame.cue, frame.cue + 1), lemma=frame.rule.lemma, kind=_KINDS[frame.form.kind])


def _sources(doc: Document, a: Attribution, ids: dict[int, str]) -> tuple[Source, ...]:
    if not a.sources:
        return (Source(entity=None, resolution="none"),)
    out = []
    for n, cluster in enumerate(a.sources):
        span = None
        if a.resolution not in ("elided", "none", "cataphoric") and a.span is not None:
            span = doc.span(*a.span, skip=int(is_joined(doc, a.span[0])))
            if n < len(a.found):
                span = doc.span(a.found[n].first, a.found[n].last, a.found[n].skip)
        out.append(Source(entity=ids.get(cluster.serial), resolution=a.resolution, span=span))
    return tuple(out)


def _addressees(doc: Document, to: Addressed, ids: dict[int, str]) -> tuple[Addressee, ...]:
    span = doc.span(*to.span) if to.span else None
    return tuple(
        Addressee(entity=ids[c.serial], resolution=to.resolution, span=span)  # type: ignore[arg-type]
        for c in to.clusters
        if c.serial in ids
    )


def _trace(doc: Document, frame: Frame, a: Attribution, to: Addressed, ids: dict[int, str]) -> tuple[Step, ...]:
    at = doc.span(*a.span) if a.span else doc.span(frame.cue, frame.cue + 1)
    rejected = tuple(Candidate(entity=ids.get(c.serial), span=None, reason=why) for c, why in a.rejected)
    taken = tuple(Candidate(entity=ids.get(c.serial), span=None, reason=a.sieve, taken=True) for c in a.sources)
    reason = {
        "comp": "content_to_sentence_end", "quote": "content_quotation", "colon": "content_after_colon",
        "before": "content_before_cue",
    }.get(frame.opener, "content_noun_phrase")  # fmt: skip
    return (
        Step(
            stage="cue", rule=frame.rule.id, reason=f"frame_{_frame_name(frame)}", at=doc.span(frame.cue, frame.cue + 1)
        ),
        Step(
            stage="attribution",
            rule=a.sieve,
            reason=a.sieve,
            at=at,
            candidates=taken + rejected,
            value=frame.rule.lemma,
        ),
        Step(stage="addressee", rule=to.reason, reason=to.reason, at=doc.span(*to.span) if to.span else None),
        Step(
            stage="extent", rule=frame.rule.id, reason=reason, at=doc.span(*frame.content[0]) if frame.content else None
        ),
    )
