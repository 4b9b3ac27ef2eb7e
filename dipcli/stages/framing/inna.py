"""إن with its kasra: behind a verb it opens what is said with قال alone (Ryding 2005, chapter 19), whatever stands between the two."""

from typing import Final

from dipcli.rules.match import COMPLEMENTISER
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.segment import Sentence

_REACH: Final = 70
CONDITION: Final = frozenset({"شاء", "كان", "كانت", "لم"})  # إن شاء الله, إن كان …


def open_at_inna(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """قال المصدر الذي تحدث للصحيفة -شريطة عدم الكشف عن اسمه- إن …: past all that the walk to the content stops at."""
    if not takes_inna(marked, frame) or frame.form.kind != "v":
        return False
    for k in range(frame.cue_last + 1, min(sentence.last - 1, frame.cue + _REACH)):
        if marked.infos[k].reports and _says(marked, k):
            return False  # another one's
        if is_inna(marked, k) and not marked.quoted[k] and marked.inside[k] is None:
            frame.open(k + 1 if marked.words[k] == "ان" else k, "comp", "clause")
            return True
    return False


def takes_inna(marked: MarkedText, frame: Frame) -> bool:
    """Is it a verb whose content إن opens?"""
    return frame.rule.lemma in marked.classes["takes_inna"]


def is_inna(marked: MarkedText, k: int) -> bool:
    """إن, إنه, إنها …, written with the hamza below, and no condition."""
    info = marked.infos[k]
    if not info.particle & COMPLEMENTISER or info.conj or not marked.doc.raw(k).startswith("إ"):
        return False
    return marked.words[k + 1] not in CONDITION and "." not in (marked.words[k - 1], marked.words[k + 1])


def _says(marked: MarkedText, k: int) -> bool:
    rules = marked.doc.lexicon.cue_rules
    return any(c.kind == "v" and rules[c.rule].lemma in marked.classes["takes_inna"] for c in marked.infos[k].cues)
