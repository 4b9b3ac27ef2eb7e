"""A subject by name words alone, between its verb and أن, of whom the text has no fuller name (وقال العزاوي إن …)."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, LISTED, MASDAR, NOUN, PERSONAL, UNKNOWN, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_LONGEST: Final = 2
_GOVERNED: Final = ("لل", "بال", "كال")  # a preposition with the article


def take_lone_subject(marked: MarkedText, frame: Frame) -> None:
    """Between a verb of saying and what it says nothing but its subject can stand: it is taken for the noun phrase."""
    if frame.subjects or frame.noun_phrase is not None or "object" in frame.rule.addressee:
        return
    if frame.form.kind != "v" or frame.form.clitic or frame.form.agreement not in ("ms", "fs"):
        return
    quotes = frame.opener in ("quote", "colon") and frame.rule.quote
    if frame.opener != "comp" and not quotes:
        return
    first = last = frame.cue_last
    while last < frame.content_start and not _ends(marked, last, quotes):
        info = marked.infos[last]
        named = _may_be_name(info) and (not quotes or _is_new(info))
        if last - first >= _LONGEST or marked.inside[last] is not None or not named:
            break
        last += 1
    if last > first and (last == frame.content_start or _ends(marked, last, quotes) or _is_his(marked, last, quotes)):
        frame.noun_phrase, frame.subject_side = (first, last), "after"


def _ends(marked: MarkedText, i: int, quotes: bool) -> bool:
    if marked.infos[i].particle & COMPLEMENTISER:
        return True
    return quotes and (marked.words[i] in QUOTE_MARKS or marked.words[i] == ":")


def _is_his(marked: MarkedText, i: int, quotes: bool) -> bool:
    """وقالت سارانيت ميكالي [المتحدثة باسم المركز]: …: behind the name his office, and then what he says."""
    found = marked.start_of[i]
    if found is None or found.kind != "person" or found.name is not None or found.skip or not found.titles:
        return False
    end = found.last
    return end < len(marked.words) and (_ends(marked, end, quotes) or marked.words[end] in COMMAS)


def _may_be_name(info: WordInfo) -> bool:
    if not info.word[0].isalpha() or info.conj or info.particle or info.cues or info.word.startswith(_GOVERNED):
        return False
    if not info.flags & LISTED and not info.frequency:
        return True  # كامر, ساريت: no word, though it reads like one with a letter before it
    return not (info.prep or info.verbal) and bool(info.flags & (PERSONAL | UNKNOWN) or not info.flags & LISTED)


def _is_new(info: WordInfo) -> bool:
    """No adverb of manner before a quotation (وقال مازحا: …), no verb and no common noun."""
    if info.definite or info.word.endswith(("ا", "ه")):
        return bool(info.flags & UNKNOWN) and not info.flags & (NOUN | MASDAR)
    return not info.particle & P.time and bool(info.flags & (PERSONAL | UNKNOWN) or not info.flags & LISTED)
