"""Who acts in a sentence or spoke before, where a cue has no subject of its own."""

from collections.abc import Sequence

from dipcli.rules import particles as P
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.phrases import preposition_before
from dipcli.stages.speakers.agreement import agrees, fits, may_be_several
from dipcli.stages.speakers.context import Context


def past_subordinate(doc: Document, first: int, cue: int) -> int:
    """وعندما سأله صحفي عن …، [اعتبر]: past the clause of time, whose subject is not the main verb's."""
    particle = doc.infos[first].particle
    if doc.infos[first].base in ("بعد", "قبل") and doc.words[first + 1 : first + 2] == ["ان"]:
        comma = next((i for i in range(first, cue) if doc.words[i] in ("،", ",")), None)
        return first if comma is None else comma + 1  # وبعد أن تحدث السفير، [رفع] الوزير …
    if not particle & P.subordinator or particle & P.auxiliary:  # كأن folds like كان
        return first
    contrasts = doc.infos[first].base in doc.lexicon.word_classes["own_clauses"]
    if contrasts and first + 1 < cue and doc.infos[first + 1].reports:
        return first  # فيما أكد الوزير أن …، وقال: a sentence of its own
    comma = next((i for i in range(first, cue) if doc.words[i] in ("،", ",")), None)
    return first if comma is None else comma + 1


def in_clause_of_time(context: Context, frame: Frame) -> bool:
    """Does the cue stand in a clause of time ahead of its sentence's main verb (عندما سأله صحفي …، اعتبر)?"""
    sentence = context.doc.segments.sentences[frame.sentence]
    return frame.cue < past_subordinate(context.doc, sentence.first, sentence.last)


def asks_somebody(frame: Frame) -> bool:
    """سأله الصحفي عما إذا كان …، [فقال]: who is asked speaks next, not who asked."""
    return frame.rule.speech_act == "ask" and "object" in frame.rule.addressee


def _is_scripture(context: Context, sources: Sequence[Cluster]) -> bool:
    """حيث قال تعالى …، مشيرا إلى أن …: who is quoted from scripture does not go on speaking."""
    words, known = context.doc.words, context.doc.lexicon.word_classes["of_scripture"]
    return any(words[f.first] in known and f.name is None for c in sources for f in c.founds[:1])


def spoke_last(context: Context, frame: Frame) -> Sequence[Cluster]:
    """Who spoke last and agrees with the cue."""
    several: Sequence[Cluster] = ()
    for f, a in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if a.nested or not a.sources or (f.form.kind == "s" and f.opener == "before"):
            continue
        if in_clause_of_time(context, f) or asks_somebody(f) or _is_scripture(context, a.sources):
            continue
        if context.doc.segments.lines[f.line].kind == "headline" and f.line != frame.line:
            continue
        if fits(frame, a.sources) or (a.document and f.form.agreement == frame.form.agreement):
            return a.sources  # قال بيان الوزارة …. وأضاف
        near = f.line == frame.line and a.sources[0].kind != "organisation"
        if near and not several and frame.form.kind == "v" and may_be_several(frame, a.sources):
            several = a.sources
    return several


def last_speakers(context: Context, frame: Frame) -> Sequence[Cluster]:
    """Who spoke last and agrees with the cue, else the person named last who does."""
    speakers = spoke_last(context, frame)
    if speakers:
        return speakers
    best: tuple[int, Cluster] | None = None
    for cluster in context.clusters.all:
        if cluster.kind == "person" and agrees(frame, cluster):
            at = cluster.before(frame.cue)
            if at >= 0 and (best is None or at > best[0]):
                best = (at, cluster)
    return (best[1],) if best else ()


def _is_under(context: Context, frame: Frame, first: int, i: int, found: Found) -> bool:
    """ومضى سالم العمري في التبرير على يد الجيش والشرطة، [بقوله]: the speaker acts, and stands under no preposition."""
    if frame.form.preposition != "ب":
        return False
    return bool(preposition_before(context.marked, first, i, found)) or (found.conj and found.skip > 0)


def nearest_before(context: Context, frame: Frame) -> Cluster | None:
    sentence = context.doc.segments.sentences[frame.sentence]
    for i in range(frame.cue - 1, sentence.first - 1, -1):
        found = context.marked.start_of[i]
        if found is not None and not _is_under(context, frame, sentence.first, i, found):
            cluster = context.clusters.of.get(id(found))
            if cluster is not None and found.kind in ("person", "organisation", "country") and agrees(frame, cluster):
                return cluster
    speakers = last_speakers(context, frame)
    return speakers[0] if len(speakers) == 1 else None
