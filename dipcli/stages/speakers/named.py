"""The source is named with the cue, or its office or its document is."""

from collections.abc import Sequence
from typing import Final

from dipcli.model import SourceResolution
from dipcli.stages.clusters import Cluster
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.speakers.agreement import agrees
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.lone_titles import who_is_meant
from dipcli.stages.speakers.noun_phrases import pointed_at
from dipcli.stages.speakers.papers import issuer, joint_issuers, told_jointly, whose_words
from dipcli.stages.speakers.papers_introduced import made_by


def source_of_resumptive_clause(context: Context, frame: Frame) -> Attribution | None:
    """… اتصالا من الوزير أدان فيه الهجوم, برقية هنأ فيها الرئيس: a clause on the contact has its sender for subject."""
    doc = context.doc
    if frame.form.kind != "v" or frame.cue_last >= len(doc.words):
        return None
    if doc.words[frame.cue_last] not in doc.lexicon.word_classes["resumptives"]:
        return None
    if frame.form.conjunction and frame.rule.source is None:  # but أقوال أدلى بها الوزير وجاء فيها …
        return _by_maker(context, frame)
    if frame.rule.source is not None and (paper := _paper_before(context, frame)) is not None:
        return paper
    writer = _writer(context, frame)
    if writer is not None:
        if "object" in frame.rule.addressee and frame.subject_side == "after":
            frame.addressees += [("object", f) for f in frame.subjects]
        return Attribution("source_of_resumptive_clause", "elided", (writer,))
    for contact in reversed(context.contacts):
        if contact.sentence == frame.sentence and contact.token < frame.cue and len(contact.senders) == 1:
            sender = contact.senders[0]
            if not agrees(frame, sender):
                return None
            if "object" in frame.rule.addressee and frame.subject_side == "after":
                frame.addressees += [("object", f) for f in frame.subjects]
            return Attribution("source_of_resumptive_clause", "elided", (sender,))
    return _by_maker(context, frame)


def _by_maker(context: Context, frame: Frame) -> Attribution | None:
    """صدر عن [الوزارة] بيان قالت فيه إن …, بيان أصدرته [الوزارة] وقالت فيه: who made the paper that the pronoun resumes."""
    doc, classes = context.doc, context.doc.lexicon.word_classes
    if frame.subjects or frame.noun_phrase:
        return None
    for k in range(frame.cue - 1, doc.segments.sentences[frame.sentence].first - 1, -1):
        noun = doc.infos[k].core.removesuffix("ا")
        if noun in classes["documents"] and noun not in classes["letters"]:
            maker = made_by(context, k)
            if maker is None or not (agrees(frame, maker) or (maker.kind == "unnamed" and maker.gender is None)):
                return None
            return Attribution("source_of_resumptive_clause", "elided", (maker,))
    return None


def source_named_with_the_cue(context: Context, frame: Frame) -> Attribution | None:
    """A mention is the subject, after the verb or before it."""
    if not frame.subjects:
        return None
    lone = frame.subjects[0]
    if lone.name is None and len(frame.subjects) == 1 and frame.form.kind != "q":
        pointed = pointed_at(context, frame, lone.first, lone.last)
        if pointed is not None:
            if len(pointed) == 1:
                context.clusters.move(lone, pointed[0], "same_speaker")
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
        members = (
            context.clusters.members.get(id(found))
            or joint_issuers(context, found)
            or told_jointly(context, found)
            or (whose_words(context, frame, found, cluster),)
        )
        if found.rule == "unnamed_document" and len(members) == 1:
            _stands_for(context, found, members[0])
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
    papers = [f for f in frame.subjects if f.rule == "unnamed_document"]
    answer.document = bool(papers) and sources[0].kind != "unnamed"
    answer.issued = any(issuer(context, f) is not None for f in papers)
    answer.paper = context.doc.infos[papers[0].first].core if papers else ""
    return answer


def _writer(context: Context, frame: Frame) -> Cluster | None:
    """نشرت الصحيفة مقالا [للوزير] …، يحث فيه الدول على …, حوارا مع [الوزير], خطاب [الملك]: behind what the pronoun resumes."""
    doc, marked = context.doc, context.marked
    first = doc.segments.sentences[frame.sentence].first
    for k in range(frame.cue - 2, max(first, frame.cue - _NEAR) - 1, -1):
        if doc.infos[k].core.removesuffix("ا") not in doc.lexicon.word_classes["told_in"]:
            continue
        uttered = next(
            (j for j in range(k + 1, k + _UTTERED) if doc.infos[j].base in doc.lexicon.word_classes["uttered"]), -1
        )
        if 0 <= uttered < frame.cue:
            return _who_utters(context, frame, uttered)
        talked = doc.words[k + 1] == "مع"
        found = marked.start_of[k + 1 + talked]
        his = found is not None and not found.skip and not doc.infos[k].definite and not doc.infos[k + 1].prep
        if found is None or found.kind != "person" or not (talked or his or doc.infos[k + 1].prep == "ل"):
            return None
        if talked and not _is_asked_by_a_medium(context, first, k):
            return None
        cluster = context.clusters.of.get(id(found))
        return cluster if cluster is not None and agrees(frame, cluster) else None
    return None


def _is_asked_by_a_medium(context: Context, first: int, k: int) -> bool:
    """أجرت [القناة] حوارا مع الوزير قال فيه: he answers; not أجرى الوزير حوارا مع الكاتب."""
    media = context.doc.lexicon.word_classes["media_heads"]
    found = next((f for f in (context.marked.start_of[i] for i in range(first, k)) if f is not None), None)
    return any(context.doc.infos[i].core in media for i in range(first, k)) and (
        found is None or found.kind != "person"
    )


def _who_utters(context: Context, frame: Frame, verb: int) -> Cluster | None:
    """أقوال أدلى بها [الوزير] أمام اللجنة وجاء فيها: the subject of the verb of a relative clause."""
    for i in range(verb + 1, min(verb + 3, frame.cue)):
        found = context.marked.start_of[i]
        if found is not None and found.kind == "person" and not found.skip:
            return context.clusters.of.get(id(found))
    return None


def _paper_before(context: Context, frame: Frame) -> Attribution | None:
    """صدر أمس بيان مشترك بمناسبة زيارة الأمير …، جاء فيه: the paper that the pronoun resumes, not who is told of in between."""
    first, classes = context.doc.segments.sentences[frame.sentence].first, context.doc.lexicon.word_classes
    for k in range(frame.cue - 1, first - 1, -1):
        found = context.marked.start_of[k]
        noun = context.doc.infos[k].core.removesuffix("ا")
        if found is None or found.rule != "unnamed_document":
            maker = made_by(context, k) if noun in classes["documents"] and noun not in classes["letters"] else None
            if maker is not None:
                return _of_paper(noun, (maker,), issued=True)
            continue
        own = context.clusters.of.get(id(found))
        if noun in classes["letters"] or own is None:
            return None  # a letter's sender is known from the contact
        sources = joint_issuers(context, found)
        maker = None if sources else issuer(context, found) or made_by(context, k)
        if not sources and maker is None and noun not in ("بيان", "بلاغ"):
            continue  # كتب الوزير خطابا جاء فيه: its writer
        if maker is not None:
            _stands_for(context, found, maker)
        return _of_paper(noun, sources or (maker or own,), issued=maker is not None)
    return None


def _stands_for(context: Context, paper: Found, issuer: Cluster) -> None:
    """البيان, بيان للوزارة: the paper, with the issuer right behind it, is one more mention of the issuer."""
    behind = context.marked.start_of[paper.last] if paper.last < len(context.doc.words) else None
    context.clusters.move(paper, issuer, "paper_of_issuer")
    if behind is not None and context.clusters.of.get(id(behind)) is issuer:
        paper.last = behind.last


def _of_paper(noun: str, sources: Sequence[Cluster], *, issued: bool) -> Attribution:
    answer = Attribution("source_of_resumptive_clause", "elided", sources)
    answer.document = answer.issued = issued
    answer.paper = noun
    return answer


_UTTERED: Final = 3  # tokens from a noun of what is said to the verb of its relative clause
_NEAR: Final = 30  # tokens within which a pronoun behind a document looks back
