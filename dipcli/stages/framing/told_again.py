"""A verb of speaking in a clause on what was just told (…، وهو ما نفته الحكومة): what stands before is what is said."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_LEAST: Final = 3  # tokens of what is told again


def open_told_again(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """…، وهو ما نفته الحكومة, …، الأمر الذي شدد عليه الوزير: the verb's pronoun stands for the clause before.

    Not for verbs of deeds, and only with a mention right behind the verb and its pronoun: what the findings of a study
    confirm (وهو ما أكدته الدراسة) is no speech.
    """
    stop = _resumed_at(marked, frame.cue, sentence.first)
    if stop is None:
        return False
    found = subject_behind_pronoun(marked, frame, sentence)
    if found is None or found.kind == "place":
        return False
    while stop > sentence.first and marked.words[stop - 1] in COMMAS:
        stop -= 1
    start = _told_from(marked, stop, sentence.first)
    if stop - start < _LEAST:
        return False
    frame.content, frame.content_start, frame.opener, frame.frame = [(start, stop)], start, "before", "np"
    return True


def _resumed_at(marked: MarkedText, cue: int, first: int) -> int | None:
    """Where the words that resume the clause begin: [وهو ما], [الأمر الذي], [وهو الأمر الذي]; None where there are none."""
    if cue - first < 2 + _LEAST:
        return None
    words = marked.words
    if words[cue - 2 : cue] == ["وهو", "ما"]:
        return cue - 2
    if words[cue - 2 : cue] == ["الامر", "الذي"]:
        return cue - 3 if words[cue - 3] == "وهو" else cue - 2
    return None


def subject_behind_pronoun(marked: MarkedText, frame: Frame, sentence: Sentence) -> Found | None:
    """التي دعت إليها [المملكة], ما نفته [الحكومة]: right behind a verb of words, no deed, and its pronoun; else None."""
    rule, form = frame.rule, frame.form
    found = frame.subjects[0] if frame.subjects else None
    deed = rule.strict or rule.target or rule.needs or not rule.clause
    if found is None or deed or form.agreement not in ("ms", "fs"):
        return None
    resumed = frame.cue_last < sentence.last and marked.words[frame.cue_last] in marked.classes["antecedent_pronouns"]
    told = resumed or (form.clitic and "" in rule.object)
    return found if told and found.first == frame.cue_last + resumed else None


def _told_from(marked: MarkedText, stop: int, first: int) -> int:
    """Behind the last comma or أن before, where enough stands between; else at the sentence."""
    for i in range(stop - _LEAST, first, -1):
        if marked.words[i - 1] in COMMAS or marked.infos[i - 1].particle & P.complementiser:
            return i
    return first
