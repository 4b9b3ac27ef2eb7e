"""Fills the frame of a verb or a participle: the walk behind it, its subject, and what stands in for a content."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, NOUN, CueForm
from dipcli.stages.found import Found
from dipcli.stages.framing.bare_clauses import open_bare_clause, open_right_behind
from dipcli.stages.framing.clause_behind import open_at_clause_behind
from dipcli.stages.framing.content_before import open_before, stands_ahead
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.inna import open_at_inna
from dipcli.stages.framing.lone_subjects import take_lone_subject
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.of_what import open_at_what_is_told
from dipcli.stages.framing.parentheses import fill_parenthesis
from dipcli.stages.framing.plausible import is_plausible
from dipcli.stages.framing.relatives import fill_relative
from dipcli.stages.framing.subjects_behind import take_subject_behind
from dipcli.stages.framing.told_again import open_told_again
from dipcli.stages.framing.topics import adjoins, find_subject_before
from dipcli.stages.framing.walk import walk
from dipcli.stages.framing.word_kinds import has_needed, is_said_noun
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_NEAR: Final = 6  # tokens from what is spoken of to what is said of it


def fill_verb(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """A frame for a finite verb; its content stands behind it or, where nothing does, before it."""
    form = frame.form
    if not form.conjunction:
        if frame.cue > sentence.first and marked.infos[frame.cue - 1].particle & P.relative_pronoun:
            return fill_relative(marked, frame, sentence)
        if fill_parenthesis(marked, frame, sentence):
            return True
        find_subject_before(marked, frame, sentence)
        if frame.subject_side == "before" and (not adjoins(marked, frame) or _speaker_behind(marked, frame)):
            frame.subjects, frame.noun_phrase, frame.subject_side = [], None, "none"
    ok = open_at_what_is_told(marked, frame, sentence) or walk(marked, frame, sentence)
    if ok:
        open_at_clause_behind(marked, frame, sentence)
    if ok and stands_ahead(marked, frame, sentence):
        ok = False  # the content stands before the cue
    if ok:
        take_lone_subject(marked, frame)
        take_subject_behind(marked, frame, sentence)
    _give_object_alone(marked, frame)
    ok = _open_with_target(frame, ok)
    if form.agreement in ("md", "fd") and form.tense == "pa" and not form.conjunction:
        # The dual looks like an accusative noun (ردا على, عرضا): it needs its two subjects before it.
        find_subject_before(marked, frame, sentence)
        two = len(frame.subjects) > 1 or any(x.number != "sg" for x in frame.subjects)
        if not two and not _surely_dual(marked, frame, sentence):
            return False
    if frame.subject_side == "none":
        find_subject_before(marked, frame, sentence)
    if not ok and has_needed(marked, frame, sentence):
        ok = open_before(marked, frame, sentence) or _open_greeted(marked, frame, sentence)
    if not ok:
        ok = open_at_inna(marked, frame, sentence) or open_bare_clause(marked, frame, sentence)
        ok = ok or open_told_again(marked, frame, sentence)
    if form.preposition and frame.opener not in ("comp", "quote", "colon"):
        return False  # ليؤكد دعمه: a purpose
    return ok and not _recognises_a_body(marked, frame) and _completed(marked, frame, sentence)


def _recognises_a_body(marked: MarkedText, frame: Frame) -> bool:
    """اعترف الأردن بالمجلس الانتقالي: what a state does, and nothing that it admits."""
    if not all(f.kind == "country" for f in frame.subjects) or not frame.subjects:
        return False
    if frame.rule.speech_act != "admit" or frame.opener != "prep":
        return False
    info = marked.infos[frame.content_start]
    return info.definite and info.core in marked.classes["body_heads"]


def _surely_dual(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """كما شددا على …, قد أعلنتا أن …: no noun is spelled so, and a word that a verb follows stands right before."""
    own = marked.infos[frame.cue]
    if own.flags & NOUN or frame.cue == sentence.first:
        return False
    if frame.opener not in ("comp", "prep", "quote") and not _opens_noun_said(marked, frame):
        return False
    before = marked.infos[frame.cue - 1]
    linked = before.word.removeprefix("و") in marked.classes["links"] or before.base in marked.classes["breaks"]
    return linked or bool(before.particle & (P.qad | P.complementiser_pronoun))


def _opens_noun_said(marked: MarkedText, frame: Frame) -> bool:
    """كما أكدا سعيهما …: right behind the verb stands a noun of what is expressed as its object."""
    return frame.opener == "object" and is_said_noun(marked, marked.infos[frame.cue_last])


def _speaker_behind(marked: MarkedText, frame: Frame) -> bool:
    """وحول زيارة الوفد قال الوزير إن …: who is named behind a verb that takes no bare object is its subject."""
    rule = frame.rule
    takes_object = "" in rule.object or rule.target or "object" in rule.addressee
    found = marked.start_of[frame.cue_last] if frame.cue_last < len(marked.words) else None
    if found is None or found.skip or frame.form.agreement not in ("ms", "fs"):
        return False
    if takes_object and not _before_its_clause(marked, frame, found):
        return False
    return found.kind in ("person", "unnamed", "organisation") and not marked.infos[found.first].prep


def _before_its_clause(marked: MarkedText, frame: Frame, found: Found) -> bool:
    """أكد [وزير النقل] أن …: between a verb that speaks to nobody and its clause stands its subject, though it takes an object."""
    if frame.rule.target or "object" in frame.rule.addressee or found.last >= len(marked.infos):
        return False
    return bool(frame.rule.clause) and bool(marked.infos[found.last].particle & COMPLEMENTISER)


def fill_participle(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """A frame for a participle, whose content stands behind it."""
    behind = marked.infos[frame.cue_last] if frame.cue_last < sentence.last else None
    if behind is not None and not behind.conj and any(c.kind == "v" and c.tense == "pr" for c in behind.cues):
        return False  # تحمل [لافتة] تقول: …: a noun, with its clause
    ok = open_right_behind(marked, frame, sentence) or walk(marked, frame, sentence)
    ok = ok or _open_greeted(marked, frame, sentence)
    ok = ok and _completed(marked, frame, sentence)
    if ok and (verb := first_of_two(marked, frame.cue, sentence)) is not None:
        frame.cue, frame.form, frame.rule = frame.cue - 1, verb, marked.doc.lexicon.cue_rules[verb.rule]
    return ok


def first_of_two(marked: MarkedText, i: int, sentence: Sentence) -> CueForm | None:
    """وأضاف [مؤكدا] أن …: the verb right before the participle at ``i``, which is the cue of both; None where none stands."""
    if i == sentence.first or marked.infos[i].conj or marked.quoted[i] != marked.quoted[i - 1]:
        return None
    rules, known = marked.doc.lexicon.cue_rules, marked.classes["first_of_two"]
    verbs = (c for c in marked.infos[i - 1].cues if c.kind == "v" and c.tense == "pa" and not c.clitic)
    return next((c for c in verbs if rules[c.rule].id in known), None)


def _completed(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """The wish with its receiver, a silence with its source; True when the frame as a whole is plausible."""
    rule = frame.rule
    if rule.speech_act == "hope" and frame.opener == "object":
        if marked.infos[frame.cue_last].prep == "ل" and frame.cue_last < frame.content_start:
            frame.content_start = frame.cue_last  # متمنيا للضيوف النجاح: who is wished well is part of the wish
    if rule.source is not None and rule.status and not frame.subjects:
        _find_source_within(marked, frame, sentence)
    return is_plausible(marked, frame, sentence)


def _find_source_within(marked: MarkedText, frame: Frame, sentence: Sentence) -> None:
    """لم يرد تعليق من الوزارة: who did not speak stands inside what was not said."""
    for k in range(frame.content_start, min(sentence.last - 1, frame.content_start + 6)):
        found = marked.start_of[k + 1]
        if marked.words[k] == frame.rule.source and found is not None and found.kind != "place":
            frame.subjects, frame.subject_side = [found], "after"
            return


def _open_greeted(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """الأمير يهنئ رئيس بنين: with no occasion told, who is greeted is what is said."""
    if frame.rule.speech_act not in ("congratulate", "condole", "thank"):
        return False
    objects = [f.first for prep, f in frame.addressees if prep == "object"]
    start = objects[0] if objects else frame.object_range[0] if frame.object_range else -1
    breaks = frame.form.conjunction or frame.cue == sentence.first or marked.words[frame.cue - 1] in COMMAS
    if frame.form.kind == "p" and frame.form.agreement == "fs" and not breaks:
        return False  # آلية مهنية: an adjective that is spelled like مهنئة
    alone = frame.subject_side == "none" and not frame.form.conjunction and frame.form.kind == "v"
    if start < frame.cue_last or alone:
        return False
    frame.open(start, "object", "np")
    return True


def _give_object_alone(marked: MarkedText, frame: Frame) -> None:
    """وحث الحكومة على …: a verb that always has an object, with one noun phrase, leaves out its subject and not that.

    Not where a pronoun is its object (ووصفها الوزير بأنها …).
    """
    subjunctive = frame.form.tense == "pr" and frame.cue > 0 and marked.words[frame.cue - 1] in ("ان", "بان")
    subjunctive = subjunctive and frame.rule.target  # قبل أن يتهم الجانب الآخر ب…
    public = "object" in frame.rule.addressee and frame.form.conjunction and _is_public(marked, frame)
    joined = frame.form.conjunction or (frame.cue > 0 and marked.words[frame.cue - 1] == "كما")
    thanks = frame.rule.speech_act == "thank" and "object" in frame.rule.addressee  # كما شكرت البنك على دعمه
    always = frame.rule.transitive or thanks
    if frame.form.clitic or frame.subject_side != "after" or not (subjunctive or public or (always and joined)):
        return
    if frame.object_range is not None or any(prep == "object" for prep, _ in frame.addressees):
        return
    if frame.opener not in ("comp", "prep") or (len(frame.subjects) > 1 and not thanks):
        return
    end = frame.subject_end()
    if not 0 <= frame.content_start - end <= 2:
        return  # something stands between, which may be the object
    if frame.subjects:
        frame.object_range = (frame.subjects[0].first, frame.subjects[-1].last)
        if "object" in frame.rule.addressee:
            frame.addressees += [("object", found) for found in frame.subjects]
    else:
        frame.object_range = frame.noun_phrase
    if frame.rule.target and frame.object_range is not None:
        frame.open(frame.object_range[0], "object", "np")
    frame.subjects, frame.noun_phrase, frame.subject_side = [], None, "none"


def _is_public(marked: MarkedText, frame: Frame) -> bool:
    """وطالب المجتمع الدولي بالتحرك: everybody is spoken to, who spoke stands before."""
    first = frame.subject_first()
    return first == frame.cue_last and marked.words[first] in marked.classes["publics"]


def _open_with_target(frame: Frame, ok: bool) -> bool:
    """ووصف الاتفاق بالتاريخي: what is spoken of belongs to what is said, also where no subject stands before it."""
    at = frame.object_range
    if not frame.rule.target or at is None or frame.opener not in ("prep", "none") or frame.rule.needs:
        return ok
    near = _NEAR if frame.rule.speech_act == "describe" else 4
    if ok and not 0 <= frame.content_start - at[1] < near:
        return ok
    if not ok and (frame.subjects or frame.noun_phrase):
        return False
    frame.open(at[0], "object", "np")
    return True
