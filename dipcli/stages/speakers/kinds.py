"""A speaker told of again by what he is: وأضاف [الخبير] أن …, after قال سالم العمري إن …."""

from typing import Final

from dipcli.stages.clusters import Cluster
from dipcli.stages.framing.frame import Frame
from dipcli.stages.speakers.agreement import agrees
from dipcli.stages.speakers.context import Context

_OF_STATE: Final = frozenset({"minister", "state_office", "royal", "diplomatic", "military", "security"})
_HIDDEN: Final = 12  # tokens within which a source keeps its name to itself
_NEAR: Final = 3  # sentences back to the report of who is meant


def spoken_of_by_kind(context: Context, frame: Frame, first: int, country: str | None = None) -> Cluster | None:
    """Who spoke last, where the noun at ``first`` is of a kind of speakers and nobody is known by it.

    ``country``: of the adjective behind the noun (المسؤول [الكيني]).
    """
    doc = context.doc
    word = doc.infos[first].core
    if not doc.infos[first].definite or word not in doc.lexicon.word_classes["kinds_of_speakers"]:
        return None
    if any(w in doc.lexicon.word_classes["identity"] for w in doc.words[first : first + _HIDDEN]):
        return None  # المسؤول الذي طلب عدم كشف [هويته]: somebody else
    if _is_of_a_body(context, first) or (word in _SPOKESMEN and not _stands_alone(context, first)):
        return None
    feminine = word.endswith("ه")
    speaker = _speaker(context, frame, feminine=feminine)
    if speaker is None or speaker.kind != "person" or speaker.number != "sg" or not agrees(frame, speaker):
        return None
    official = word in doc.lexicon.word_classes["kinds_of_officials"]
    fits = speaker.gender in (None, "f" if feminine else "m") and (speaker.gender == "f" or not feminine)
    apart = country is not None and speaker.country not in (None, country)
    leads = any(title.kind in _OF_STATE for *_, title in speaker.offices)
    return speaker if fits and not apart and (official or not leads) else None


_SPOKESMEN: Final = frozenset({"متحدث", "متحدثه"})


def _is_of_a_body(context: Context, first: int) -> bool:
    """الدبلوماسي الكبير [في الخارجية الكينية]: told by where he serves; not الخبير في حديثه."""
    doc, k = context.doc, first + 1
    while k + 1 < len(doc.words) and doc.infos[k].definite and context.marked.start_of[k] is None:
        k += 1
    if k + 1 >= len(doc.words) or doc.words[k] != "في":
        return False
    found = context.marked.start_of[k + 1]
    body = doc.infos[k + 1].core in doc.lexicon.word_classes["body_heads"]
    return body or (found is not None and found.kind in ("organisation", "country"))


def _stands_alone(context: Context, first: int) -> bool:
    """المتحدث, المتحدث ذاته; المتحدث الرئاسي and المتحدث باسم … are told by for whom they speak."""
    doc = context.doc
    if first + 1 >= len(doc.words):
        return True
    behind = doc.infos[first + 1]
    same = behind.word in doc.lexicon.word_classes["same_words"]
    return same or not (behind.definite or behind.base.startswith("لل") or behind.word in ("باسم", "بلسان"))


def _speaker(context: Context, frame: Frame, *, feminine: bool) -> Cluster | None:
    """The one source of the last report of the sentences right before, or of the cue's own; a woman, where one is meant."""
    for f, a in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if a.nested or not a.sources:
            continue
        headline = context.doc.segments.lines[f.line].kind == "headline" and f.line != frame.line
        if headline or frame.sentence - f.sentence > _NEAR:
            return None
        one = a.sources[0] if len(a.sources) == 1 else None
        if one is not None and one.kind == "person" and one.names and one.gender != ("f" if feminine else one.gender):
            continue  # وأضافت [الخبيرة], after a man has spoken since
        return one
    return None
