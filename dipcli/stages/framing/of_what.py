"""ما with a verb of saying, and what was said behind من: ما تردده المعارضة من أن السد متصدع."""

from typing import Final

from dipcli.rules.match import COMPLEMENTISER
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.text.segment import Sentence

_LONGEST: Final = 8  # tokens of who speaks


def open_at_what_is_told(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """Does a clause under من tell what the ما before the verb is? Who speaks stands between, whole."""
    i = frame.cue_last
    if not frame.form.clitic or not frame.rule.clause or frame.cue == 0 or marked.words[frame.cue - 1] not in _WHAT:
        return False
    for k in range(i + 1, min(i + _LONGEST, sentence.last - 1)):
        info = marked.infos[k]
        if marked.words[k] == "من" and marked.infos[k + 1].particle & COMPLEMENTISER:
            return _names_all(marked, frame, i, k) and _open_clause(marked, frame, k + 1)
        if info.verbal or not info.word[0].isalpha():
            return False
    return False


_WHAT: Final = frozenset({"ما", "مما", "عما", "بما", "لما"})


def _names_all(marked: MarkedText, frame: Frame, i: int, stop: int) -> bool:
    """The words from ``i`` to ``stop`` are one mention or one noun phrase: the verb's subject."""
    found = marked.start_of[i]
    if found is not None and found.kind != "place" and found.last == stop:
        frame.subjects, frame.subject_side = [found], "after"
        return True
    if marked.infos[i].particle or noun_phrase_end(marked, i, stop) != stop:
        return False
    frame.noun_phrase, frame.subject_side = (i, stop), "after"
    return True


def _open_clause(marked: MarkedText, frame: Frame, k: int) -> bool:
    bare = marked.words[k] in ("ان", "بان")
    frame.open(k + 1 if bare else k, "comp", "clause")
    return True
