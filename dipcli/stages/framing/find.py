"""Finds reporting cues with their frame: subject, addressee, and where the content begins.

Every cue is tried in each of its readings (ARABIC.md, frames 1 to 10); the frame that is filled best stays.
"""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import AS_MASDAR, AS_PARTICIPLE, COMPLEMENTISER, MASDAR, NOUN, VERB, CueForm
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.masdars import fill_masdar
from dipcli.stages.framing.predicates import is_predicate_inside
from dipcli.stages.framing.rivals import claimed_once
from dipcli.stages.framing.sources import fill_source
from dipcli.stages.framing.verbs import fill_participle, fill_verb
from dipcli.stages.framing.vetoes import is_vetoed
from dipcli.stages.framing.word_kinds import is_said_noun
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

UNREAD_LINES: Final = ("caption", "tail", "dateline")


def find_frames(marked: MarkedText) -> list[Frame]:
    """Frames in text order of their cues."""
    out: list[Frame] = []
    infos = marked.infos
    for n, sentence in enumerate(marked.doc.segments.sentences):
        line = marked.doc.segments.lines[sentence.line]
        if line.kind in UNREAD_LINES:
            continue
        behind = sentence.first  # the cue found last
        for i in [k for k in range(sentence.first, sentence.last) if infos[k].may_be_cue]:
            if i < behind:
                continue
            found = readings(marked, i, sentence.last)
            frame = _frame_at(marked, i, sentence, n, found) if found and not is_quoted(marked, i) else None
            if frame is not None and not (out and is_predicate_inside(marked, out[-1], frame)):
                out.append(frame)
                behind = frame.cue_last
    return claimed_once(marked, out)


def is_quoted(marked: MarkedText, i: int) -> bool:
    """Inside a quotation: what its speaker reports is not reported by the article."""
    return bool(marked.quoted[i]) and not _quoted_verb(marked, i) and not _named_in_quotation(marked, i)


def _named_in_quotation(marked: MarkedText, i: int) -> bool:
    """«… لأن السفير أكد أن …»: another who is named right before or behind the verb, with its clause."""
    if not marked.infos[i].reports or marked.infos[i].particle & P.preposition:
        return False
    for found in (marked.start_of[i + 1] if i + 1 < len(marked.words) else None, marked.inside[i - 1] if i else None):
        if (
            found is not None
            and found.kind != "place"
            and marked.quoted[found.first]
            and marked.words[found.first] != "الله"
        ):
            return True
    return False


def _quoted_verb(marked: MarkedText, i: int) -> bool:
    """أضاف أن الوزير «تمنى أن …»: the marks begin at the verb, its subject stands before them."""
    if i < 2 or i - 1 not in marked.quote_at:
        return False
    subject = marked.inside[i - 2]
    if subject is None or subject.kind == "place" or not marked.infos[i].reports:
        return False
    thing = marked.infos[subject.first - 1]
    noun = thing.flags & (NOUN | MASDAR) and not (thing.flags & VERB or thing.definite or thing.particle or thing.cues)
    if subject.first and noun:
        return False  # إن [موقف] الحكومة «يعكس …»: the subject is a thing of theirs
    mine = (
        subject.kind == "person"
        and subject.gender != "f"
        and all(c.agreement == "fs" for c in marked.infos[i].cues if c.kind == "v")
    )
    return not mine  # وكتب الوزير "أوضحت أن …": the first person


def _frame_at(marked: MarkedText, i: int, sentence: Sentence, n: int, found: list[tuple[int, CueForm]]) -> Frame | None:
    if is_other_word(marked, i, sentence):
        return None
    best: Frame | None = None
    for length, form in found:
        rule = marked.doc.lexicon.cue_rules[form.rule]
        frame = Frame(i, i + length, form, rule, n, sentence.line)
        if is_vetoed(marked, frame, sentence):
            continue
        if not fill(marked, frame, sentence):
            continue
        if marked.quoted[i] and not _quoted_verb(marked, i) and not _tells_of_another(marked, frame):
            continue
        goes_on = (
            best is not None and best.form.kind == "p" and frame.form.kind == "m" and _goes_on(marked, best, sentence)
        )
        goes_on = goes_on or (best is not None and frame.form.kind == "m" and _has_its_target(best))
        if best is None or (_better(frame, best) and not goes_on):
            best = frame
    return best


def _has_its_target(verb: Frame) -> bool:
    """وصف [سالم العمري] [الطريقة] بأنها سهلة: a verb with its subject and what it speaks of, which the verbal noun leaves out."""
    return verb.form.kind == "v" and verb.rule.target and verb.opener == "object" and verb.subject_side == "after"


def _goes_on(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """ورأت الوزارة أن …، [مطالبة] الشركة ب…: behind a comma and a feminine verb the participle, not the verbal noun spelled like it."""
    i = frame.cue
    if (
        frame.form.agreement != "fs"
        or frame.form.conjunction
        or i <= sentence.first
        or marked.words[i - 1] not in COMMAS
    ):
        return False
    verbs = (
        c for k in range(sentence.first, i) for c in marked.infos[k].cues if c.kind == "v" and marked.inside[k] is None
    )
    return next((c.agreement == "fs" for c in verbs), False)


def _tells_of_another(marked: MarkedText, frame: Frame) -> bool:
    """Its clause opens with no other verb between, so that it is the clause of this one."""
    if frame.form.kind != "v" or frame.opener != "comp" or not frame.subjects or frame.rule.nominal:
        return False
    between = range(max(frame.subjects[-1].last, frame.cue_last), frame.content_start)
    return not any(
        marked.infos[k].flags & VERB and not marked.infos[k].flags & NOUN and not marked.infos[k].particle
        for k in between
    )


def is_other_word(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """Does the word belong to a name or title here, or is it an adverb?"""
    quote = marked.quote_at.get(i - 1)
    if quote is not None and quote.closed and quote.close == i + 1 and i > 1 and marked.words[i - 2][0].isalpha():
        return True  # عملية «مرحبا»: a name
    if i and marked.words[i - 1].removeprefix("و") in marked.classes["kunyas"] and not marked.infos[i].conj:
        return True  # أبو [يحيى]: a name, whatever verb is spelled like it
    within = marked.inside[i]
    if within is not None and not (
        within.first == i
        and within.last == i + 1
        and (within.rule in ("table_o", "table_m", "short_form") or _announces(marked, i))
    ):
        if within.rule not in _PARTICIPLES or not _reads_on(marked, i):
            return True
    if marked.infos[i].particle & P.adverb and not marked.doc.raw(i).endswith(("أ", "ئ")):
        if not _renews(marked, i, sentence):
            return True  # هنا, هناك: the adverb; هنأ has its hamza
    return False


def _announces(marked: MarkedText, i: int) -> bool:
    """إعلان اليابان أنها …: a document's noun that is a verbal noun too, before who speaks."""
    if i == 0 or i + 1 >= len(marked.infos) or marked.start_of[i + 1] is None:
        return False
    info, before = marked.infos[i], marked.infos[i - 1]
    subject = before.reports or not before.word[0].isalnum()  # وأوضح إعلان الرباط أن …
    return bool(info.cue_kinds & AS_MASDAR) and not info.definite and not subject


def _renews(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """…، مجددا تقديره لذلك: no adverb behind a comma and before a noun of what is expressed.

    Nor without the comma, where that noun has a pronoun and somebody has already been told to say something.
    """
    if i + 1 >= sentence.last or not marked.infos[i].cue_kinds & AS_PARTICIPLE:
        return False
    if not is_said_noun(marked, marked.infos[i + 1]):
        return False
    breaks = i == sentence.first or marked.words[i - 1] in COMMAS or marked.infos[i].conj
    return breaks or (marked.doc.raw(i + 1).endswith(_OWN) and _has_been_told(marked, i, sentence))


_OWN: Final = ("ه", "ها", "هم", "هما")


def _has_been_told(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """وأكد الوزير دعم بلاده [مجددا] رفضه …: before ``i`` stands a report with what it says; not وأكد الوزير مجددا رفضه."""
    verb = next((k for k in range(sentence.first, i) if marked.infos[k].reports), i)
    return any(
        marked.infos[k].particle & COMPLEMENTISER or is_said_noun(marked, marked.infos[k]) for k in range(verb + 1, i)
    )


_PARTICIPLES: Final = (
    "indefinite_title",
    "unnamed_analyst",
)  # مشير, متابع: of whom is told in words that are participles too


def _reads_on(marked: MarkedText, i: int) -> bool:
    """مشيرة إلى …: a participle spelled like a rank, with what it governs right behind it."""
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else None
    if after is None:
        return False
    rules = [marked.doc.lexicon.cue_rules[c.rule] for c in marked.infos[i].cues if c.kind == "p"]
    marks = after.word == ":" or after.word in QUOTE_MARKS  # …، متابعا: «…»
    return any(after.base in rule.object or after.particle & COMPLEMENTISER or (marks and rule.quote) for rule in rules)


def readings(marked: MarkedText, i: int, last: int) -> list[tuple[int, CueForm]]:
    """What the cue at token ``i`` may be, each with its length in tokens; phrases first, the longest before others."""
    info = marked.infos[i]
    out: list[tuple[int, CueForm]] = []
    if info.phrases and i + 1 < last:
        second = marked.words[i + 1]
        for length, words, form in info.phrases:
            # Words that begin phrases are everywhere, the phrases are not: the second word tells most of them.
            if words[0] == second and i + length <= last and tuple(marked.words[i + 1 : i + length]) == words:
                out.append((length, form))
        out.sort(key=lambda x: -x[0])
    return out or [(1, c) for c in info.cues]


def _better(a: Frame, b: Frame) -> bool:
    order = {"comp": 5, "quote": 4, "colon": 4, "prep": 3, "object": 2, "before": 2, "none": 0}

    def rank(x: Frame) -> tuple[int, bool, bool]:
        return order[x.opener], x.rule.transitive and x.form.kind == "v", bool(x.subjects)

    return rank(a) > rank(b)


def fill(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """Fill the frame by the kind of its cue; False where it does not report."""
    kind = frame.form.kind
    if kind == "s":
        return fill_source(marked, frame, sentence)
    if kind == "m":
        return fill_masdar(marked, frame, sentence)
    if kind == "v":
        return fill_verb(marked, frame, sentence)
    return fill_participle(marked, frame, sentence)
