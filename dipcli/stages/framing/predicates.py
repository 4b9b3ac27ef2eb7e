"""Verbs that only go on with what is told of a thing inside another's report."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.word_kinds import is_person_noun

_SEVERAL: Final = ("ون", "ين")
_SPEAKING: Final = ("peoples", "actors", "body_heads", "collectives")


def is_predicate_inside(marked: MarkedText, outer: Frame, frame: Frame) -> bool:
    """وأكدت الوزارة أن التصريحات لا تخدم السلام، [وتؤكد] ضعفهم: the verb of the thing that is spoken of, which says nothing."""
    return goes_on_inside(marked, outer, frame) and _is_thing(marked, topic_of(marked, outer))


def goes_on_inside(marked: MarkedText, outer: Frame, frame: Frame) -> bool:
    """A verb in the present with و, behind a report in the past, as the verb of its topic before it: person, gender, number."""
    if outer.sentence != frame.sentence or outer.opener != "comp" or outer.form.kind != "v" or outer.form.tense != "pa":
        return False
    form, first = frame.form, topic_of(marked, outer)
    if form.kind != "v" or form.tense != "pr" or not form.conjunction or form.future or not first < frame.cue - 1:
        return False
    word = marked.infos[frame.cue].base
    return frame.subject_side != "after" and any(_agrees(marked, k, word) for k in range(first + 1, frame.cue))


def topic_of(marked: MarkedText, outer: Frame) -> int:
    """Where the topic of what is said begins, a demonstrative left out (أن هذه [التصريحات] …)."""
    first = outer.content_start
    return first + bool(marked.infos[first].particle & P.demonstrative and first + 1 < len(marked.infos))


def _is_thing(marked: MarkedText, i: int) -> bool:
    """No mention, and no noun of people or bodies: a thing, a paper, or what somebody did (ما حققته الوزارة)."""
    info = marked.infos[i]
    noun = info.flags & (NOUN | MASDAR) or info.word == "ما"
    return marked.inside[i] is None and bool(noun) and not can_speak(marked, i)


def can_speak(marked: MarkedText, i: int) -> bool:
    """A noun of people or of a body, and no paper."""
    core, classes = marked.infos[i].core, marked.classes
    if any(core in classes[name] for name in ("documents", "told_in")) or marked.words[i] == "ما":
        return False
    return is_person_noun(marked, i) or any(core in classes[name] for name in _SPEAKING)


def _agrees(marked: MarkedText, k: int, word: str) -> bool:
    """Is a present verb at ``k``, of the same person, gender and number?"""
    info = marked.infos[k]
    if marked.inside[k] is not None or not info.verbal or info.particle:
        return False
    return info.base[0] == word[0] and info.base.endswith(_SEVERAL) == word.endswith(_SEVERAL)
