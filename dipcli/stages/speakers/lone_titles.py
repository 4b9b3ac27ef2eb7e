"""سموه, الملك, الوزير alone at a speaker's place: who acts or speaks there, not who was named last in passing."""

from typing import Final

from dipcli.stages.clusters import Cluster, title_words
from dipcli.stages.coreference import held_before, same_office
from dipcli.stages.found import Found, Title
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.phrases import preposition_before
from dipcli.stages.same_body import head_noun
from dipcli.stages.speakers.agreement import agrees
from dipcli.stages.speakers.context import Context
from dipcli.stages.speakers.kinds import spoken_of_by_kind
from dipcli.stages.speakers.subjects import spoke_last

_BACK: Final = 3
"""Sentences before the cue's own in which somebody who acts is looked for."""


def who_is_meant(context: Context, frame: Frame, found: Found, cluster: Cluster) -> Cluster:
    """The person whom a lone title at subject place stands for; ``cluster`` is who was named last."""
    told = _told_by_kind(context, frame, found, cluster)
    if told is not None:
        context.clusters.move(found, told, "title_alone")
        return told
    title = found.titles[0] if len(found.titles) == 1 and found.name is None and not found.country else None
    if title is None or found.kind != "person" or found.number != "sg" or not _is_lone(title):
        return cluster
    one = _one_of_those(context, found) if not cluster.names and cluster.before(found.first) < 0 else None
    if one is not None and agrees(frame, one):
        context.clusters.move(found, one, "title_alone")
        return one
    acting = _acting(context, frame, found)
    speakers = spoke_last(context, frame)
    if cluster is acting or cluster in speakers or acting is None:
        return cluster
    once = context.doc.words[found.last - 1] in context.doc.lexicon.word_classes["held_once"]
    for other in (*speakers[:1], acting):
        if once and not held_before(context.doc, other):
            continue  # الرئيس السابق: not the one who acts
        if other.kind == "person" and other.names and _befits(context, other, title) and agrees(frame, other):
            context.clusters.move(found, other, "title_alone")
            return other
    return cluster


def _told_by_kind(context: Context, frame: Frame, found: Found, cluster: Cluster) -> Cluster | None:
    """وأضاف [المسؤول] أن …: who spoke last, not somebody named since, where nobody bears the title."""
    described = found.rule == "descriptor" and not found.titles
    if not (described or len(found.titles) == 1) or found.name is not None or found.number != "sg":
        return None
    if _is_called_so(context, cluster, found):
        return None
    if any(title.office == t.office for t in found.titles for _, title in _offices_told(cluster, found)):
        return None
    if not described and not cluster.names and cluster.before(found.first) >= 0:
        return None  # المسؤول, after مصدر مسؤول
    told = _told_so_before(context, frame, found) or spoken_of_by_kind(context, frame, found.first, found.country)
    return None if told is None or (_may_be_meant(cluster, found) and not told.names) else told


def _is_called_so(context: Context, cluster: Cluster, found: Found) -> bool:
    """الخبير, after خبير في الطاقة or الخبير سالم العمري: the noun was used of him before."""
    head = head_noun(context.doc, found)
    if any(words.split(" ")[0] == head for words, _ in _offices_told(cluster, found)):
        return True
    return any(f.first < found.first and head_noun(context.doc, f) == head for f in cluster.founds if f is not found)


def _told_so_before(context: Context, frame: Frame, found: Found) -> Cluster | None:
    """وذكرت [الكاتبة] أن …, where another woman has spoken since: whom this noun alone meant last, unless she bears it too."""
    info = context.doc.infos[found.first]
    if not info.definite or info.core not in context.doc.lexicon.word_classes["kinds_of_speakers"]:
        return None
    head = head_noun(context.doc, found)
    told = [
        (f.first, c)
        for c in context.clusters.all
        for f in c.founds
        if c.kind == "person" and c.names and f.first < found.first and f.name is None and f.last - f.first == 1
        and head_noun(context.doc, f) == head
    ]  # fmt: skip
    speakers = spoke_last(context, frame)
    if not told or any(_is_called_so(context, c, found) for c in speakers if c.kind == "person"):
        return None
    last = max(told, key=lambda x: x[0])[1]
    return last if agrees(frame, last) else None


def _offices_told(cluster: Cluster, found: Found) -> list[tuple[str, Title]]:
    """The offices with their words that mentions before ``found`` tell, those left out that turned out to be another's."""
    told = [(f.first, f.last) for f in cluster.founds if f.first < found.first]
    return [(o[1], o[3]) for o in cluster.offices if any(first <= o[3].first < last for first, last in told)]


def _may_be_meant(cluster: Cluster, found: Found) -> bool:
    """Somebody named who serves in an office; not the victim or the reporter of whom the text tells."""
    offices = (title for *_, title in cluster.offices if title.first != found.first)
    return bool(cluster.names) and any(title.kind not in _PRIVATE for title in offices)


_PRIVATE: Final = frozenset({"media", "academic", "religious", "honorific", "rank"})


def _one_of_those(context: Context, found: Found) -> Cluster | None:
    """وأوضح المحقق أن …, after أحد المحققين: he who was introduced as one of them."""
    doc = context.doc
    word, classes = doc.infos[found.first].core, doc.lexicon.word_classes
    fit = [
        (f.first, c)
        for c in context.clusters.all
        for f in c.founds
        if f.first < found.first and c.kind != "person" and doc.infos[f.first].core in classes["one_of"]
        and doc.infos[f.first + 1].core == f"{word}ين"
    ]  # fmt: skip
    return max(fit, key=lambda x: x[0])[1] if fit else None


def _is_lone(title: Title) -> bool:
    return title.kind == "pronoun_like" or (title.definite and title.last - title.first == 1)


def _acting(context: Context, frame: Frame, found: Found) -> Cluster | None:
    """The first person under no preposition of the nearest sentence before that has one."""
    sentences, marked = context.doc.segments.sentences, context.marked
    for n in range(frame.sentence, max(frame.sentence - _BACK, 0) - 1, -1):
        if n < frame.sentence and context.doc.in_headline(n):
            return None
        sentence = sentences[n]
        i, last = sentence.first, min(sentence.last, found.first)
        while i < last:
            other = marked.start_of[i]
            if (
                other is not None
                and other.kind == "person"
                and not preposition_before(marked, sentence.first, i, other)
            ):
                return context.clusters.of.get(id(other))
            i = other.last if other is not None else i + 1
    return None


def _befits(context: Context, cluster: Cluster, title: Title) -> bool:
    """The person bears the title, or an office that an honorific goes with."""
    if title.kind == "pronoun_like":
        return not set(title.office.split(",")).isdisjoint(cluster.honorifics | {o[0] for o in cluster.offices})
    head = title_words(context.doc, title)
    return any(o[1].split(" ")[0] == head or same_office(context.doc, o[0], title.office) for o in cluster.offices)
