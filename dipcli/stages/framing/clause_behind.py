"""A clause behind what seemed to open the content: its complementiser tells that the words before it are still the subject's."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.inna import CONDITION
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.openers import is_except, open_at_colon, open_at_complementiser
from dipcli.stages.framing.word_kinds import is_only_verb, stem_in
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_REACH: Final = 40
_ASIDE: Final = 16  # tokens from the end of a quotation to the clause of the verb before it


def open_at_clause_behind(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """أعلنت الشركة المشغلة للنفق أمس أنها جاهزة, قال في ندوة حول «مستقبل المدن» إن …: the clause, and not what stands before it.

    A verb has one complement. What opened as a bare noun, under a preposition or in quotation marks is none when a
    clause of the same verb follows and no word between could govern that clause.
    """
    if frame.rule.target or not frame.rule.clause or frame.opener not in ("object", "prep", "quote"):
        return False
    quoted = frame.opener == "quote"
    start, last = frame.content_start, sentence.last - 1
    if quoted:
        if frame.quote is None or not frame.quote.closed or marked.words[frame.cue_last] == ":":
            return False
        start, last = frame.quote.close + 1, min(last, frame.quote.close + _ASIDE)
    k, relative = start, False
    while k < min(last, start + _REACH):
        if marked.words[k] in QUOTE_MARKS:
            quote = marked.quote_at.get(k)
            if quote is None or not quote.closed or quoted:
                return False
            k = quote.close + 1
            continue
        if quoted and marked.words[k] == ":" and _is_of_a_title(marked, frame):
            return open_at_colon(marked, frame, k, sentence)
        if marked.infos[k].particle & COMPLEMENTISER and marked.inside[k] is None and not is_except(marked, k):
            return _opens(marked, frame, k, start)
        relative = (relative and marked.words[k] not in COMMAS) or bool(marked.infos[k].particle & P.relative_pronoun)
        if not _passes(marked, k, relative):
            return False
        k += 1
    return False


def _is_of_a_title(marked: MarkedText, frame: Frame) -> bool:
    """قال خلال «مؤتمر المدن» الذي عقد أمس: «…»: a quotation under a preposition or behind a noun, with no verb of its own."""
    quote = frame.quote
    if quote is None or any(is_only_verb(marked, k) for k in range(quote.open + 1, quote.close)):
        return False
    before = marked.infos[quote.open - 1]
    return bool(before.particle & P.preposition or (before.flags & NOUN and marked.inside[quote.open - 1] is None))


def _passes(marked: MarkedText, k: int, relative: bool) -> bool:
    """Is the word at ``k`` one that may stand before the clause of a verb: no report, no verb outside a relative clause?"""
    info = marked.infos[k]
    if marked.inside[k] is not None:
        return True
    if info.word in ":.":
        return False
    if info.cues and not (info.definite or info.particle):
        rules = marked.doc.lexicon.cue_rules
        if not relative or any(rules[c.rule].clause for c in info.cues):
            return False  # another report: its own
    if info.conj and info.verbal and not relative:
        return False
    return relative or not is_only_verb(marked, k)


def _opens(marked: MarkedText, frame: Frame, k: int, start: int) -> bool:
    """The complementiser at ``k`` is the verb's: no noun of speech right before it, nothing but a comma or a plain word."""
    before = marked.infos[k - 1]
    if marked.infos[k].conj or marked.words[k][0] not in "اب":
        return False
    if marked.words[k - 1] not in COMMAS and marked.inside[k - 1] is None:
        said = before.flags & MASDAR or stem_in(marked, before.core, "speech")
        if said and (not before.definite or marked.words[k].startswith("ب")):
            return False  # للاعتراف بأن …
    if marked.words[k] == "ان" and marked.words[k + 1] in CONDITION:
        return False
    if frame.opener != "quote" and stem_in(marked, marked.infos[start].core, "speech"):
        if frame.form.kind != "v" or not frame.form.conjunction or marked.words[k - 1] not in COMMAS:
            return False  # أكد حرصه أن …: what is expressed
    held = frame.content_start, frame.opener, frame.frame, frame.quote
    frame.quote = None
    if open_at_complementiser(marked, frame, k):
        return True
    frame.content_start, frame.opener, frame.frame, frame.quote = held
    return False
