"""The walk from a cue to the right, up to what opens its content.

The subject is the noun phrase between verb and complementiser, less prepositional phrases, times and addressee; what
opens the content is a complementiser, a quotation mark, a colon, a governed preposition, or a bare object.
"""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, NOUN, VERB
from dipcli.stages.framing.asides import ENDS_RELATIVE, acronym_end, aside_end, begins_relative, opens_past_relative
from dipcli.stages.framing.bare_clauses import open_at_negation
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.openers import is_except, open_at_colon, open_at_complementiser, open_at_resumption
from dipcli.stages.framing.phrases import opens_clause
from dipcli.stages.framing.questions import open_at_question
from dipcli.stages.framing.topics import pronoun_subject
from dipcli.stages.framing.walk_mentions import pass_mention
from dipcli.stages.framing.walk_quotations import pass_quotation
from dipcli.stages.framing.walk_words import pass_word
from dipcli.stages.framing.word_kinds import has_needed
from dipcli.text.marks import QUOTE_MARKS
from dipcli.text.segment import Sentence

_REACH: Final = 70


def walk(marked: MarkedText, frame: Frame, sentence: Sentence, takes_subject: bool = True) -> bool:
    """From the cue to what opens its content; True when something does. Not ``takes_subject``: its subject is known."""
    i = frame.cue_last
    end = min(sentence.last, i + _REACH)
    # A verb in the dual or plural has its subject before it or none: one behind it stands after a singular verb.
    takes_subject = takes_subject and frame.form.kind == "v" and frame.form.agreement in ("ms", "fs", "")
    if frame.cue and pronoun_subject(marked, frame) and not frame.form.conjunction:
        # لكنه ذكر المجلس بأن …: the pronoun is the subject, the noun behind the verb its object.
        takes_subject = False
    if frame.cue > 2 and marked.words[frame.cue - 1] == "ان" and marked.infos[frame.cue - 2].base == "سبق":
        if marked.infos[frame.cue - 3].particle & P.complementiser_pronoun:
            takes_subject = False  # قال إنه سبق أن دعا الوفد إلى …
    all_needed = has_needed(marked, frame, sentence)
    relative = False
    while i < end:
        word, info = marked.words[i], marked.infos[i]
        past = i if word[0].isalnum() else acronym_end(marked, frame, i, end) or aside_end(marked, frame, i, end)
        if past > i:
            i, relative = past, False
            continue
        relative = (relative and word not in ENDS_RELATIVE) or begins_relative(marked, frame, i)
        needed = all_needed and (not relative or opens_past_relative(marked, frame, i))
        if word in QUOTE_MARKS:
            step = pass_quotation(marked, frame, i, needed)
            if step < 0:
                return True
            i += max(step, 1)
            continue
        if word == ":" and not (i + 1 < end and marked.words[i + 1].isdigit() and marked.words[i - 1].isdigit()):
            return needed and open_at_colon(marked, frame, i, sentence)
        if needed and open_at_resumption(marked, frame, i):
            return True
        if needed and (open_at_question(marked, frame, i) or open_at_negation(marked, frame, i)):
            return True
        if info.particle & COMPLEMENTISER and _tells_why(marked, frame, i):
            return False
        if info.particle & COMPLEMENTISER and marked.inside[i] is None and not is_except(marked, i):
            if needed and open_at_complementiser(marked, frame, i):
                return True
            i += 1
            continue
        found = marked.start_of[i]
        if found is not None and frame.subject_side != "none" and opens_clause(marked, found):
            return False
        if found is not None and found.first != frame.cue:
            step = pass_mention(marked, frame, i, found, takes_subject, needed)
            if step < 0:
                return True
            i += step
            continue
        if relative and info.conj and info.flags & VERB and not info.flags & NOUN:
            i += 1  # الوزيرة التي وصلت أمس [وتوجهت] إلى …: the relative clause goes on
            continue
        step = pass_word(marked, frame, i, end, takes_subject, needed)
        if step < 0:
            return frame.opener != "none"
        i += step
    return False


def _tells_why(marked: MarkedText, frame: Frame, i: int) -> bool:
    """وصف الجسر بالمغلق، حيث [إن] السيول …: why; not وأضاف المتحدث حيث [أن] …, right behind who speaks, nor من حيث إن."""
    where = marked.words[i - 1] == "حيث" and i - 1 > frame.cue_last
    return where and marked.words[i - 2] != "من" and frame.subject_end(frame.cue_last) != i - 1
