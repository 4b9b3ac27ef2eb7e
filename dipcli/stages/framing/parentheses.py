"""Fills the frame of a verb between commas or dashes: what stands around the parenthesis is said."""

from dipcli.rules import particles as P
from dipcli.rules.match import AS_PARTICIPLE, AS_PREPOSITION, COMPLEMENTISER, MASDAR, NOUN, VERB
from dipcli.stages.framing.datelines import past_dateline
from dipcli.stages.framing.formulas import past_formula
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.signs import DASHES, SAME
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence


def fill_parenthesis(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """…، يضيف البيان، …: a verb and its subject between commas or dashes; what stands around them is said."""
    i = frame.cue
    rule = frame.rule
    if frame.form.tense != "pr" or not rule.quote or not rule.clause or i - sentence.first < 3:
        return False
    if marked.words[i - 1] not in COMMAS | DASHES or frame.cue_last >= sentence.last:
        return False
    j = frame.cue_last + (marked.words[frame.cue_last] in SAME)
    found = marked.start_of[j] if j < sentence.last else None
    if found is not None and found.kind != "place" and not found.skip:
        stop, phrase = found.last, None
    elif j < sentence.last and is_person_noun(marked, j):
        stop = noun_phrase_end(marked, j, sentence.last)
        phrase = (j, stop)
    else:
        return False
    if stop < sentence.last and marked.infos[stop].base in ("ذاته", "ذاتها", "نفسه", "نفسها"):
        stop += 1
    if stop < sentence.last and marked.words[stop] not in COMMAS | DASHES | {"."}:
        return False
    frame.subjects, frame.noun_phrase = [found] if found and not phrase else [], phrase
    frame.subject_side = "after"
    open_both_sides(marked, frame, sentence, stop)
    return bool(frame.content)


def open_both_sides(marked: MarkedText, frame: Frame, sentence: Sentence, stop: int) -> None:
    """What is said stands before the parenthesis, or after it, or goes on behind it."""
    first, last = sentence.first, frame.cue
    while last > first and marked.words[last - 1] in COMMAS | DASHES | {"("}:
        last -= 1
    k = stop = _parenthesis_end(marked, stop, sentence.last)
    while k < sentence.last and marked.words[k] in COMMAS | DASHES | {")"}:
        k += 1
    goes_on = sentence.last - k >= 3 and _completes(marked, k, stop)
    opens = marked.infos[first]
    adjunct = bool(opens.particle & P.preposition or opens.prep) and not any(
        marked.infos[m].flags & VERB and not marked.infos[m].flags & (NOUN | MASDAR) for m in range(first, last)
    )
    ranges = []
    if last - first >= (3 if not goes_on else 2) and not (adjunct and goes_on):
        ranges.append((past_formula(marked.doc, past_dateline(marked, first, last), last), last))
    if goes_on:
        ranges.append((k, sentence.last))
    frame.content = ranges
    frame.content_start, frame.opener = (ranges[0][0] if ranges else first), "before"


def _parenthesis_end(marked: MarkedText, stop: int, last: int) -> int:
    """The comma or dash that closes a parenthesis, past adjuncts of the source's words; ``stop`` where none is near."""
    for k in range(stop, min(last, stop + 12)):
        if marked.words[k] in COMMAS | DASHES:
            return k
        if marked.infos[k].particle & COMPLEMENTISER or marked.infos[k].verbal or not marked.words[k][0].isalnum():
            break
    return stop


def _completes(marked: MarkedText, k: int, stop: int) -> bool:
    """Does the clause before the parenthesis go on at ``k`` with no link, no report and no new clause?"""
    info = marked.infos[k]
    linked = info.conj or info.particle & (P.relative_pronoun | P.conjunction | P.subordinator)
    if linked or info.word.removeprefix("و") in marked.classes["links"]:
        return False
    if info.cue_kinds & (AS_PARTICIPLE | AS_PREPOSITION) or info.base in marked.classes["on_matter"]:
        return False  # بحسب تقرير للمركز، [بشأن السكان]
    quoted = marked.words[k] in QUOTE_MARKS and k in marked.quote_at
    return quoted or (k > stop and info.word[0].isalnum())
