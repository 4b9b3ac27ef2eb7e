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
    speaker = _speaker(context, frame)
    if speaker is None or speaker.kind != "person" or speaker.number != "sg" or not agrees(frame, speaker):
        return None
    official = word in doc.lexicon.word_classes["kinds_of_officials"]
    feminine = word.endswith("ه")
    fits = speaker.gender in (None, "f" if feminine else "m") and (speaker.gender == "f" or not feminine)
    apart = country is not None and speaker.country not in (None, country)
    leads = any(title.kind in _OF_STATE for *_, title in speaker.offices)
    return speaker if fits and not apart and (official or not leads) else None


def _speaker(context: Context, frame: Frame) -> Cluster | None:
    """The one source of the last report of the sentences right before, or of the cue's own."""
    for f, a in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if a.nested or not a.sources:
            continue
        headline = context.doc.segments.lines[f.line].kind == "headline" and f.line != frame.line
        if headline or frame.sentence - f.sentence > _NEAR:
            return None
        return a.sources[0] if len(a.sources) == 1 else None
    return None
