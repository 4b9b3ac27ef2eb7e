"""A subject by name words alone, between its verb and أن, of whom the text has no fuller name (وقال العزاوي إن …)."""

from typing import Final

from dipcli.rules.match import COMPLEMENTISER, LISTED, PERSONAL, UNKNOWN, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText

_LONGEST: Final = 2


def take_lone_subject(marked: MarkedText, frame: Frame) -> None:
    """Between a verb of saying and what it says nothing but its subject can stand: it is taken for the noun phrase."""
    if frame.opener != "comp" or frame.subjects or frame.noun_phrase is not None or "object" in frame.rule.addressee:
        return
    if frame.form.clitic or frame.form.agreement not in ("ms", "fs"):
        return
    first = last = frame.cue_last
    while last < frame.content_start and not marked.infos[last].particle & COMPLEMENTISER:
        if last - first >= _LONGEST or marked.inside[last] is not None or not _may_be_name(marked.infos[last]):
            return
        last += 1
    if last > first:
        frame.noun_phrase, frame.subject_side = (first, last), "after"


def _may_be_name(info: WordInfo) -> bool:
    plain = info.word[0].isalpha() and not (info.prep or info.conj or info.particle or info.cues or info.verbal)
    return plain and bool(info.flags & (PERSONAL | UNKNOWN) or not info.flags & LISTED)
