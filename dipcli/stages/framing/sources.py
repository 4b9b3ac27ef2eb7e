"""Fills the frame of a preposition that names a source (بحسب, وفقا ل, نقلا عن)."""

from dipcli.rules.match import COMPLEMENTISER, P
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.parentheses import open_both_sides
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.signs import SAME
from dipcli.stages.framing.word_kinds import is_person_noun, resumes
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence


def fill_source(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """بحسب خبراء، …: source after the preposition, content the rest; at the end: content is what stands before."""
    i = frame.cue_last
    while i + 1 < sentence.last and (marked.words[i].isdigit() or marked.words[i] in SAME):
        i += 1  # بحسب 3 مصادر, وفقا لذات المصدر
    if (
        i >= sentence.last
        or marked.infos[i].base.removeprefix("ال") in frame.rule.not_before
        or marked.infos[i].word == "ما"
    ):
        return False
    quote = marked.quote_at.get(i + 1 if marked.words[i] in ("ل", "عن") else i)
    if quote is not None and quote.closed and quote.close - quote.open <= 3:
        # بحسب "الأفق": a paper by its name in marks, which may be a mention of its own
        frame.noun_phrase, stop = (quote.open, quote.close + 1), quote.close + 1
        named = marked.start_of[quote.open + 1]
        if named is not None and named.kind != "place" and named.last <= quote.close:
            frame.subjects, frame.noun_phrase = [named], None
        frame.subject_side = "after"
        return _open_around(marked, frame, sentence, stop)
    while i + 1 < sentence.last and marked.infos[i].particle & P["quantifier"] and not marked.infos[i + 1].prep:
        i += 1  # وفقا لعدة مصادر, بحسب بعض النواب
    found = marked.start_of[i]
    if found is not None and found.kind != "place":
        frame.subjects = [found]
        stop = found.last
        while stop < sentence.last and (nxt := marked.start_of[stop]) is not None and nxt.conj and nxt.skip:
            frame.subjects.append(nxt)
            stop = nxt.last
    else:
        stop = noun_phrase_end(marked, i, sentence.last)
        if not is_person_noun(marked, i):
            return False
        frame.noun_phrase = (i, stop)
    frame.subject_side = "after"
    return _open_around(marked, frame, sentence, stop)


def _open_around(marked: MarkedText, frame: Frame, sentence: Sentence, stop: int) -> bool:
    if stop < sentence.last and marked.infos[stop].reports and marked.start_of[stop] is None:
        return False  # وبحسب الوكالة قال الوزير إن …: it only passes on what he said
    if _begins_clause(marked, frame, sentence):
        k = stop
        while k < sentence.last and marked.words[k] not in COMMAS and not resumes(marked, k) and k - stop < 25:
            if marked.words[k] == "ان" and k - stop < 2:
                break
            k += 1
        if k >= sentence.last:
            return False
        while k < sentence.last and (marked.words[k] in COMMAS or (resumes(marked, k) and marked.words[k] == "فان")):
            k += 1
        if k < sentence.last and marked.infos[k].particle & COMPLEMENTISER and marked.words[k] == "ان":
            k += 1
        if sentence.last - k < 3:
            return False
        frame.open(k, "comp", "clause")
        return True
    for k in range(stop, min(sentence.last - 3, stop + 8)):
        if not marked.words[k][0].isalnum() or marked.infos[k].verbal:
            break
        if marked.words[k] == "ان" and marked.inside[k] is None:
            frame.open(k + 1, "comp", "clause")  # ذكرت الصحيفة نقلا عن مصادر أن …
            return True
    open_both_sides(marked, frame, sentence, stop)
    return bool(frame.content)


def _begins_clause(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    if frame.cue == sentence.first or frame.cue - sentence.first <= 1:
        return True
    return not marked.words[frame.cue - 1][0].isalnum() and marked.infos[frame.cue].conj
