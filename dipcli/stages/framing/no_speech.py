"""Verbs of saying that say nothing where they stand: gestures, facts that tell, passives, what "we" did."""

from itertools import pairwise
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN, PERSONAL, VERB, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.word_kinds import asked_to_be_unnamed, is_person_noun

_CLAUSE: Final = 30  # words of a clause within which its topic is looked for
_BEHIND: Final = 2  # tokens from a subject to its clause: a comma and the complementiser
_STOPS: Final = frozenset(".!?؟؛;…:")
_NEAR: Final = 5  # words behind a verb within which the hand that points stands


def says_nothing(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    """The words right around a verb tell that nobody speaks (أشار بيده, كشف النقاب عن, اعتبر من المتشددين)."""
    return (
        _points_with_the_hand(marked, frame)
        or _is_unveiled(marked, frame)
        or _counts_among(marked, frame)
        or _is_ours(marked, frame, before)
        or _is_no_more(frame, before)
        or _grows(marked, frame)
        or _on_a_condition(marked, frame, before)
        or _brings_about(marked, frame, before)
        or asked_to_be_unnamed(marked, frame.cue) > frame.cue  # مصدر رفض الكشف عن اسمه
    )


def _points_with_the_hand(marked: MarkedText, frame: Frame) -> bool:
    """أشار اللاعب بيده إلى الجمهور: a gesture."""
    if frame.rule.lemma != "أشار":
        return False
    return any(w in marked.classes["gestures"] for w in marked.words[frame.cue_last : frame.cue_last + _NEAR])


def _is_unveiled(marked: MarkedText, frame: Frame) -> bool:
    """كشف النقاب عن خطة: with the veil right behind it and no و the verb is passive; وكشف الوزير النقاب عن is not."""
    if frame.form.conjunction or frame.form.agreement != "ms" or frame.cue_last >= len(marked.words):
        return False
    return frame.form.tense == "pa" and marked.words[frame.cue_last] in marked.classes["veils"]


def _counts_among(marked: MarkedText, frame: Frame) -> bool:
    """الذي اعتبر من المتشددين, الذي اعتبر الأكثر دموية: who is counted among others or above them, by nobody who is named."""
    if frame.rule.lemma != "اعتبر" or frame.form.clitic or frame.cue_last + 1 >= len(marked.words):
        return False
    behind = marked.infos[frame.cue_last]
    if behind.definite and behind.core in marked.classes["superlatives"]:
        return not frame.form.conjunction
    return marked.words[frame.cue_last] == "من" and marked.infos[frame.cue_last + 1].definite


def _is_ours(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    """تعلمنا منذ الصغر أن …: "we learned"; لا أنكر أن …: behind لا and لن stands a present, here that of "I"."""
    if marked.infos[frame.cue].base in marked.classes["we_did"]:
        return True
    plain = frame.form.tense == "pa" and frame.form.agreement == "ms" and not frame.form.conjunction
    return before is not None and plain and before.base in ("لا", "لن") and marked.infos[frame.cue].word[0] == "ا"


def _is_no_more(frame: Frame, before: WordInfo | None) -> bool:
    """لم يعد بمقدوره أن …: no longer."""
    return before is not None and before.base == "لم" and frame.rule.id == "cue.adda"


def _grows(marked: MarkedText, frame: Frame) -> bool:
    """ما زاد من قناعتها أنها …, زادت الحصيلة على 120: what grows or is more."""
    if frame.rule.id != "cue.zada" or frame.cue_last >= len(marked.words):
        return False
    words = marked.words[frame.cue_last : frame.cue_last + _NEAR]
    counts = any(a in ("عن", "علي") and b[0].isdigit() for a, b in pairwise(words))  # وزادت الحصيلة على 120
    return words[0] in ("من", "عن", "علي") or counts


def _on_a_condition(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    """إذا ما رأى المدير أن …: ما behind a condition only stresses it."""
    if before is None or before.word != "ما" or frame.cue < 2:
        return False
    return bool(marked.infos[frame.cue - 2].particle & P.condition)


def _brings_about(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    """الأمر الذي دعا البائع أن …, وهو ما دعا الوزارة إلى …: what made somebody act; not ما دعا إليه الوزير."""
    if frame.rule.id != "cue.daa" or frame.form.tense != "pa" or before is None or frame.cue_last >= len(marked.words):
        return False
    if marked.infos[frame.cue_last].particle & P.prepositional_pronoun:
        return False
    deed = bool(before.particle & P.relative_pronoun) and marked.infos[frame.cue - 2].core in marked.classes["deeds"]
    return deed or before.base in marked.classes["of_facts"]


def is_told_by_nobody(marked: MarkedText, frame: Frame) -> bool:
    """A verb whose subject, or the lack of one, makes it no report though its content was found."""
    if frame.form.kind != "v":
        return False
    if frame.rule.id == "cue.alima":
        return not _learnt_by_paper(frame)
    if frame.rule.id == "cue.wasala":
        return _goes_on_doing(marked, frame)
    if frame.rule.lemma == "اعتبر" and _is_considered(marked, frame):
        return True
    if frame.rule.id == "cue.aalama":  # والحق يعلم أن …: who knows, not who informs somebody
        return not (frame.addressees or frame.object_range or frame.form.clitic)
    if frame.rule.id == "cue.adda":
        return not _considers(frame)
    if frame.rule.id == "cue.raddada" and (frame.form.tense, frame.form.agreement) == ("pr", "fs"):
        return not frame.form.clitic  # تردد أن …: it was rumoured
    if (
        frame.rule.id == "cue.lahaza"
    ):  # ولاحظ الوزير أن …; not لاحظ السكان أن …, who only noticed, لاحظ أن …, "note that"
        if frame.form.conjunction and frame.form.tense == "pa" and frame.opener == "comp":
            opens = frame.cue == marked.doc.segments.sentences[frame.sentence].first
            at_once = frame.subject_side == "none" and frame.content_start - frame.cue_last <= 1
            if opens and at_once and _somebody_before(marked, frame.cue):
                return False  # ولاحظ أن …: who spoke before goes on
        surname = frame.noun_phrase is not None and marked.words[frame.noun_phrase[0]] in marked.surnames
        return not surname and (not frame.subjects or frame.subjects[0].kind != "person")
    if frame.noun_phrase is not None and frame.subject_side == "after" and _tells_of_a_fact(marked, frame):
        often = frame.cue > 1 and marked.words[frame.cue - 2] in marked.classes["often"]  # غالبا ما تؤكد الأمهات …
        return not (often or is_person_noun(marked, frame.noun_phrase[0]))  # وهذا ما يؤكد [مدى حرصه]: the object
    if frame.subject_side != "none":
        return _is_rumoured(marked, frame) or _hopes_in_a_clause(marked, frame)
    if _is_called(marked, frame):
        return True
    return (
        _tells_of_a_fact(marked, frame)
        or _turned_out(marked, frame)
        or _wishes_himself(marked, frame)
        or _goes_on_of_a_thing(marked, frame)
    )


def _learnt_by_paper(frame: Frame) -> bool:
    """وعلمت «الأفق» أن …, علمت مصادر الصحيفة أن …; not عندما علم الوزير أن …, who only came to know."""
    people = any(f.kind == "person" for f in frame.subjects)
    return frame.subject_side == "after" and frame.form.tense == "pa" and frame.form.agreement == "fs" and not people


def _goes_on_doing(marked: MarkedText, frame: Frame) -> bool:
    """واصلت الشركة [تجاربها] على «الجناح»: a deed that goes on; not وواصل: «…», وواصل الوزير حديثه قائلا إن …."""
    if frame.opener in ("object", "prep"):
        return True
    between = range(frame.cue_last, frame.content_start)
    speech = any(marked.infos[k].core in marked.classes["talk"] for k in between)
    apart = frame.content_start - max(frame.subject_end(frame.cue_last), frame.cue_last)
    return apart > _BEHIND and not speech and marked.classes["second_cue"].isdisjoint(marked.words[k] for k in between)


def _is_considered(marked: MarkedText, frame: Frame) -> bool:
    """وهذا [يعتبر] مؤشرا جيدا, [يعتبر] سالم العمري من أكبر المانحين: the passive, of which the noun or name is the subject."""
    form, first = frame.form, frame.subject_first()
    if form.tense != "pr" or form.clitic or first < frame.cue or frame.subject_side != "after":
        return False
    end = frame.subject_end()
    if end + 1 < len(marked.infos) and marked.words[end] == "من":
        return marked.infos[end + 1].core in marked.classes["superlatives"] or marked.infos[end + 1].definite
    pointed = frame.cue > 0 and bool(marked.infos[frame.cue - 1].particle & P.demonstrative)
    return pointed and marked.start_of[first] is None


def _considers(frame: Frame) -> bool:
    """ويعد السفير أن …: its clause right behind who speaks; not يعد الحي الأكثر تضررا … أن, the passive."""
    end = frame.subject_end(frame.cue_last)
    return frame.opener == "comp" and frame.content_start - max(end, frame.cue_last) <= _BEHIND


def _is_rumoured(marked: MarkedText, frame: Frame) -> bool:
    """وتشير أنباء إلى أن …: what nobody is known to have said."""
    first = frame.subject_first()
    if first < 0 or marked.infos[first].core not in marked.classes["rumours"] or marked.infos[first].definite:
        return False
    owner = marked.infos[first + 1] if first + 1 < len(marked.infos) else None
    if owner is None or owner.particle:
        return True
    return not (owner.definite or marked.start_of[first + 1] or owner.core in marked.classes["media_heads"])


def _tells_of_a_fact(marked: MarkedText, frame: Frame) -> bool:
    """وارتفع العدد، ما يشير إلى تحسن; مما يؤكد أن …: ما stands for what was just told, and that is the subject.

    In ما يزعم أنه سلمي the pronoun behind the verb resumes ما, and who speaks is left out.
    """
    form, before = frame.form, marked.infos[frame.cue - 1]
    if frame.cue == 0 or form.tense != "pr" or form.clitic or before.base not in marked.classes["of_facts"]:
        return False
    resumed = frame.opener == "comp" and marked.infos[frame.content_start].particle & P.complementiser_pronoun
    return not resumed


def _is_called(marked: MarkedText, frame: Frame) -> bool:
    """ما وصف بعملية البحث: with no subject behind it and no pronoun on it the verb is passive."""
    form = frame.form
    called = frame.rule.speech_act == "describe" and form.tense == "pa" and form.agreement == "ms"
    return called and not form.clitic and frame.cue > 0 and marked.words[frame.cue - 1] in ("ما", "بما", "فيما")


def _turned_out(marked: MarkedText, frame: Frame) -> bool:
    """كما تبين أن الوثيقة مزورة: it turned out; as "she shows" it has its subject behind it."""
    return marked.infos[frame.cue].base in marked.classes["turned_out"] and frame.form.agreement == "fs"


def _hopes_in_a_clause(marked: MarkedText, frame: Frame) -> bool:
    """قال مراقبون إن السكان يأملون أن …: what others hope is part of what is told of them, and no speech."""
    if (
        frame.rule.lemma != "أمل"
        or frame.form.tense != "pr"
        or frame.subject_side != "before"
        or marked.quoted[frame.cue]
    ):
        return False
    if any(found.kind == "person" for found in frame.subjects):
        return False  # who holds an office says what he hopes
    first = frame.subject_first()
    return first > 0 and bool(marked.infos[first - 1].particle & P.complementiser)


def _wishes_himself(marked: MarkedText, frame: Frame) -> bool:
    """قال إنه كان يتمنى أن …: what the speaker tells of his own wishes is part of his report."""
    if frame.rule.speech_act != "hope" or frame.form.tense != "pr" or frame.cue < 2:
        return False
    auxiliary, pronoun = marked.infos[frame.cue - 1], marked.infos[frame.cue - 2]
    return bool(auxiliary.particle & P.auxiliary and pronoun.particle & P.complementiser_pronoun)


def _goes_on_of_a_thing(marked: MarkedText, frame: Frame) -> bool:
    """وأضاف أن مشاركة الوفود تدل على الثقة، وتؤكد مكانة المعرض: the second verb of a clause whose subject is a thing."""
    if not frame.form.conjunction or frame.form.tense != "pr" or frame.cue == 0:
        return False
    k, verb, letter = frame.cue - 1, False, marked.infos[frame.cue].base[0]
    while k > 0 and frame.cue - k < _CLAUSE and marked.words[k] not in _STOPS:
        info = marked.infos[k]
        if info.particle & P.complementiser and marked.inside[k] is None:
            topic = marked.infos[k + 1]
            person = marked.start_of[k + 1] is not None or is_person_noun(marked, k + 1)
            return verb and not person and bool(topic.flags & (NOUN | MASDAR)) and not topic.particle
        if info.reports or info.particle & P.complementiser_pronoun:
            return False
        verb = verb or (bool(info.flags & VERB) and not info.flags & (NOUN | PERSONAL) and info.base[0] == letter)
        k -= 1
    return False


_PARAGRAPH: Final = 80  # tokens back to somebody who may go on speaking


def _somebody_before(marked: MarkedText, i: int) -> bool:
    """Is a person named not far before?"""
    back = (marked.start_of[k] for k in range(i - 1, max(i - _PARAGRAPH, -1), -1))
    return any(found is not None and found.kind == "person" and found.name is not None for found in back)
