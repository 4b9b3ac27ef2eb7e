"""The source is named with the cue, or its office or its document is."""

from dipcli.model import SourceResolution
from dipcli.rules.match import COMPLEMENTISER
from dipcli.stages.clusters import Cluster
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.stages.speakers.agreement import agrees
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.lone_titles import who_is_meant
from dipcli.stages.speakers.noun_phrases import noun_phrase_entity, pointed_at


def source_of_resumptive_clause(context: Context, frame: Frame) -> Attribution | None:
    """… اتصالا من الوزير أدان فيه الهجوم, برقية هنأ فيها الرئيس: a clause on the contact has its sender for subject."""
    doc = context.doc
    if frame.form.kind != "v" or frame.form.conjunction or frame.cue_last >= len(doc.words):
        return None
    if doc.words[frame.cue_last] not in doc.lexicon.word_classes["resumptives"]:
        return None
    for contact in reversed(context.contacts):
        if contact.sentence == frame.sentence and contact.token < frame.cue and len(contact.senders) == 1:
            sender = contact.senders[0]
            if not agrees(frame, sender):
                return None
            if "object" in frame.rule.addressee and frame.subject_side == "after":
                frame.addressees += [("object", f) for f in frame.subjects]
            return Attribution("source_of_resumptive_clause", "elided", (sender,))
    return None


def source_named_with_the_cue(context: Context, frame: Frame) -> Attribution | None:
    """A mention is the subject, after the verb or before it."""
    if not frame.subjects:
        return None
    lone = frame.subjects[0]
    if lone.name is None and len(frame.subjects) == 1 and frame.form.kind != "q":
        pointed = pointed_at(context, frame, lone.first, lone.last)
        if pointed is not None:
            return Attribution("source_noun_phrase", "pronoun", pointed, (), (lone.first, lone.last))
    sources = []
    for found in frame.subjects:
        cluster = context.clusters.of.get(id(found))
        if cluster is None:
            continue
        told = found.gender == "f" or (cluster.gender is None and found.gender is None and found.number == "sg")
        if frame.form.agreement == "fs" and cluster.kind == "person" and frame.subject_side != "none" and told:
            cluster.gender = "f"  # the verb tells it
        cluster = who_is_meant(context, frame, found, context.holders.get(cluster.serial, cluster))
        members = context.clusters.members.get(id(found)) or (_behind_document(context, frame, found, cluster),)
        sources += [c for c in members if c not in sources]
    if not sources:
        return None
    office = context.clusters.of.get(id(frame.apposed)) if frame.apposed is not None else None
    if office is not None and not office.names and len(sources) == 1:
        context.holders[office.serial] = sources[0]
    first = frame.subjects[0]
    resolution: SourceResolution = "explicit" if first.name or first.kind != "person" else "title"
    sieve = "source_after_verb" if frame.subject_side == "after" else "source_before_verb"
    if frame.form.kind == "q":
        sieve = "source_headline_colon"
    if frame.form.kind == "s":
        sieve = "source_after_according_to"
    if frame.form.kind == "m":
        sieve = "source_of_masdar"
    span = (frame.subjects[0].first, frame.subjects[-1].last)
    answer = Attribution(sieve, resolution, sources, frame.subjects, span)
    answer.document = any(f.rule == "unnamed_document" and _issuer(context, f) is not None for f in frame.subjects)
    return answer


_FAR = 8  # statements within which a document is told again by its noun


def _behind_document(context: Context, frame: Frame, found: Found, cluster: Cluster) -> Cluster:
    """البيان, الرسالة stand for who issued them, when somebody before did."""
    if found.rule != "unnamed_document":
        return cluster
    issuer = _issuer(context, found)
    if issuer is not None:
        return issuer
    j = found.last
    if j < len(context.doc.words) and context.doc.infos[j].definite and is_person_noun(context.marked, j):
        return noun_phrase_entity(context, j, j + 1)  # بيان المنظمة, بلاغ للوزارة
    if found.kind == "group" and cluster.before(found.first) >= 0:
        return cluster  # نقلا عن تقارير كينية …. وتشير التقارير إلى أن …
    theirs = [c for a in context.done for c in a.sources if found.country and c.country == found.country]
    if theirs:
        return theirs[-1]  # البيان الفرنسي: who of that country spoke before
    head = context.doc.infos[found.first]
    if not head.definite and head.core not in ("بيان", "بلاغ"):
        return cluster  # a report or a study that was not told of before
    told = next((a.sources[0] for a in reversed(context.done[-_FAR:]) if a.document and a.sources), None)
    if told is not None and head.definite:
        return told
    for answer in reversed(context.done[-4:]):
        if answer.sources:
            return answer.sources[0]
    return cluster


def _issuer(context: Context, document: Found) -> Cluster | None:
    """بيان لوزارة …, بيان صادر عن …, تقرير منظمة …: who stands in the genitive or after ل or عن."""
    doc, marked = context.doc, context.marked
    j = document.last
    while j < min(document.last + 7, len(doc.words)):
        found = marked.start_of[j]
        if found is None:
            info = doc.infos[j]
            if info.definite and not info.prep and is_person_noun(marked, j) and doc.words[j - 1] in ("عن", "من"):
                return noun_phrase_entity(context, j, j + 1)
            if not info.word[0].isalpha() or info.particle & COMPLEMENTISER or info.conj:
                return None
            j += 1
            continue
        if found.kind in ("organisation", "person", "country"):
            return context.clusters.of.get(id(found))
        return None
    return None
