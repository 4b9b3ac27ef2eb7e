"""Indirect questions, which have no أن: عما إذا كان …, ما إذا …, هل …, لماذا …"""

from typing import Final

from dipcli.rules import particles as P
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText

# In ``clause`` of a cue this one stands for all words of questions.
_ASKS: Final = "هل"
_WHETHER: Final = frozenset({"عما", "ما", "عن", "ان"})


def open_at_question(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Does a question of the cue begin at ``i``? It is the content then, its first word included."""
    untold = frame.status == "not_said" and frame.form.kind == "v" and bool(frame.rule.clause)
    if not (untold or _ASKS in frame.rule.clause) or marked.inside[i] is not None:
        return False
    if not (_asks(marked, i) or _whether(marked, i) or (untold and _what_is(marked, i))):
        return False
    frame.open(i, "comp", "clause")
    return True


def _asks(marked: MarkedText, i: int) -> bool:
    info = marked.infos[i]
    return bool(info.particle & P.question) and not info.conj


def _whether(marked: MarkedText, i: int) -> bool:
    """عما إذا, ما إذا, إن كان: the words of a condition that asks."""
    if marked.words[i] not in _WHETHER or i + 1 >= len(marked.words):
        return False
    behind = marked.words[i + 1]
    if marked.words[i] == "ان":
        return behind in ("كان", "كانت") and "إ" in marked.doc.raw(i)
    return behind == "اذا" or (marked.words[i] == "عما")


def _what_is(marked: MarkedText, i: int) -> bool:
    """لم يوضح البيان [ما هي] الجهات …"""
    return marked.words[i] == "ما" and i + 1 < len(marked.words) and marked.words[i + 1] in ("هي", "هو")
