"""Complementisers and colons: whether they open the content of a cue."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.signs import TAKEN_UP
from dipcli.stages.framing.word_kinds import is_needed
from dipcli.text.segment import Sentence

_ON: Final = ("علي", "في", "عبر")


def is_except(marked: MarkedText, i: int) -> bool:
    """إلا, which folds like ألا."""
    return marked.words[i] == "الا" and "أ" not in marked.doc.raw(i)


def open_at_colon(marked: MarkedText, frame: Frame, i: int, sentence: Sentence) -> bool:
    """The colon at ``i`` opens the content, with or without quotation marks."""
    if i + 1 >= sentence.last and i + 1 >= len(marked.words):
        return False
    frame.quote = marked.quote_at.get(i + 1)
    frame.open(i + 1, "quote" if frame.quote else "colon", "clause")
    return i + 1 < marked.doc.segments.lines[frame.line].last


def open_at_complementiser(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Does the complementiser at ``i`` open the content of this cue?"""
    rule, info = frame.rule, marked.infos[i]
    if not rule.clause or i + 1 >= marked.doc.segments.lines[frame.line].last:
        return False
    before = marked.words[i - 1]
    dotted = before == "." and marked.words[i - 2] != "."  # but رئيس البلدية.. إن …
    if before == "كما" or info.conj or dotted or marked.words[i + 1] == ".":
        return False  # (إن.إتش.كيه): the name of a letter
    if marked.words[i + 1] == "شاء":
        return False  # إن شاء الله
    if i - 1 >= frame.cue_last and marked.infos[i - 1].base in marked.classes["in_view_of"]:
        return False  # باعتبار أن …: the noun's own clause
    if rule.status and rule.needs and not is_needed(marked, rule, i + 1):
        return False  # رفض أن يعلق; not رفض أن يفتح الباب
    word = info.base
    named = (
        marked.inside[i - 1] is not None
    )  # وقال وانغ ون بين إن …: the last word of a name, no preposition and no verb
    if i > frame.cue_last and marked.infos[i - 1].particle & P.preposition and not named:
        pair = f"{marked.infos[i - 1].base} {_plain(word)}"
        governed = pair in rule.clause or marked.infos[i - 1].base in rule.object
        if (
            not governed
            and not told_of(marked, frame, marked.infos[i - 1].base)
            and not _one_too_many(marked, frame, i)
        ):
            return False
    elif (
        (rule.strict and "عن ان" in rule.clause and word == "ان" and "ان" not in rule.clause)  # تحدث أن …
        or (info.base.startswith("ب") and not any(c in ("بان", "ان") for c in rule.clause))
        or (i - 1 >= frame.cue_last and before in ("بد", "شك", "ريب"))
        or (not named and _belongs_to_noun(marked, frame, i))
    ):
        return False
    bare = word in ("ان", "بان")
    frame.open(i + 1 if bare else i, "comp", "clause")
    return True


def open_at_resumption(marked: MarkedText, frame: Frame, i: int) -> bool:
    """وكما يقول رئيس الجمعية [فإن] …: what is said behind كما and its verb's subject."""
    word = marked.words[i]
    if word not in TAKEN_UP or frame.form.kind != "v" or not frame.cue or not frame.rule.clause:
        return False
    if marked.words[frame.cue - 1].removeprefix("و") not in ("كما", "مثلما", "حسبما"):
        return False
    frame.open(i + (word == "فان"), "comp", "clause")
    return True


def _one_too_many(marked: MarkedText, frame: Frame, i: int) -> bool:
    """وأوضح الوزير إلى أن …: a preposition that the verb does not take, right behind it or its subject, before its clause."""
    if marked.infos[i - 1].base not in ("الي", "علي") or "ان" not in frame.rule.clause or frame.form.tense != "pa":
        return False
    end = frame.subject_end(frame.cue_last)
    return i - 1 == max(end, frame.cue_last)


def _belongs_to_noun(marked: MarkedText, frame: Frame, i: int) -> bool:
    """من المقرر أن, يجب أن …: the complementiser is another word's."""
    before = marked.infos[i - 1]
    if i - 1 < frame.cue_last:
        return False
    if marked.words[i - 1] in marked.classes.get("an_governors", ()):
        return True
    if marked.words[i - 2] in _ON and not before.particle:
        return False  # وكتب على [فيسبوك] إن …: a noun, whatever else it may be
    return bool(
        before.flags & VERB
        and not before.flags & (NOUN | PERSONAL | UNKNOWN)
        and not before.cues
        and before.base not in marked.classes["eulogies"]
        and i - 1 > frame.cue_last
    )


def told_of(marked: MarkedText, frame: Frame, prep: str) -> bool:
    """ما أوردته الصحيفة عن …, ما كشفه الحزب من …: what the relative's verb tells of stands under عن or من."""
    resumed = frame.form.clitic or marked.words[frame.cue_last] in marked.classes["about_it"]
    named = resumed and frame.rule.clause and (frame.subjects or frame.noun_phrase)
    if not named or prep not in ("عن", "من", "بشان"):
        return False
    return frame.cue > 0 and marked.words[frame.cue - 1] == "ما" and not frame.rule.target


def _plain(word: str) -> str:
    """A complementiser without ب or its pronoun: بأن, أنها → أن."""
    word = word[1:] if word.startswith("ب") and len(word) > 2 else word
    return "ان" if word.startswith("ان") else word
