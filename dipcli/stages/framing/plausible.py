"""Last checks on a frame whose content was found."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN, PERSONAL, VERB, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.no_speech import is_told_by_nobody
from dipcli.stages.framing.topics import pronoun_subject, resumes_noun
from dipcli.stages.framing.word_kinds import is_needed, is_person_noun, stem_in, withheld_end
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_ADJECTIVES: Final = 4
_OPENING: Final = (
    P.conjunction
    | P.auxiliary
    | P.qad
    | P.negation
    | P.complementiser
    | P.complementiser_pronoun
    | P.future
    | P.time
    | P.subordinator
    | P.adverb
    | P.relative
)


def is_plausible(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """Last checks on a frame whose content was found."""
    rule = frame.rule
    if frame.form.kind == "v" and frame.opener in ("object", "prep") and rule.not_before:
        if marked.infos[frame.content_start].base in rule.not_before:
            return False
    at = frame.content_start if frame.opener in ("object", "prep") else frame.cue_last
    if withheld_end(marked, at) > at or withheld_end(marked, frame.cue_last) > frame.cue_last:
        return False  # لم يكشف عن اسمه, طلب عدم ذكر اسمه، قوله …: of the source, nothing that is said
    if frame.form.kind == "p" and rule.speech_act == "accuse" and frame.opener == "prep" and at == frame.cue_last:
        return False  # أربعة شبان متهمين بالسرقة: accused
    if rule.speech_act == "accuse" and rule.target and _is_accused(marked, frame):
        return False
    if rule.id in marked.classes["judged"] and _is_of_a_court(marked, frame):
        return False  # أدانت المحكمة المتهم بالقتل: a sentence, no opinion
    if rule.id in marked.classes["phrase_adjoins"] and frame.opener == "prep" and not _near_its_subject(marked, frame):
        return False  # تجمع عدد من الضيوف لحضور الحفل … [على] المنصة: another verb's phrase
    if rule.id in marked.classes["needed_is_object"] and not is_needed(marked, rule, frame.content_start):
        return False  # وقدر الخبراء حجم الجهود: to estimate
    if rule.id in marked.classes["object_adjoins"] and not _stands_behind(marked, frame):
        return False
    reminds = rule.strict and rule.heads and rule.object == ("ب",)
    if reminds and frame.form.kind == "v" and frame.opener == "prep" and not _adjoins(frame):
        return False  # ملخص ما ذكر عن المبعوث … بتنفيذ
    if _of_what_was_said(marked, frame) or is_told_by_nobody(marked, frame):
        return False
    if recognises(marked, frame):
        return False
    if _like_a_preposition(marked, frame) and _is_an_aside(marked, frame):
        return False
    if _like_a_preposition(marked, frame) and not (
        frame.opener == "comp" or (frame.opener == "prep" and marked.words[frame.content_start - 1] in rule.object)
    ):
        return False
    if (
        rule.strict
        and frame.opener in ("object", "prep")
        and not rule.needs
        and not rule.object
        and not frame.form.clitic
    ):
        return False
    if (
        frame.form.kind == "v"
        and not frame.form.conjunction
        and frame.subject_side == "none"
        and frame.opener != "before"
    ):
        before = marked.infos[frame.cue - 1] if frame.cue > sentence.first else None
        inside_message = resumes_noun(marked, frame, sentence)
        if (
            before is not None
            and before.word[0].isalnum()
            and not _clause_start(marked, before)
            and not pronoun_subject(marked, frame)
            and not inside_message
            and not _after_adjunct(marked, frame, sentence)
        ):
            return False
        if before is not None and before.word in COMMAS and _clause_of_a_thing(marked, frame.cue, sentence.first):
            return False
    return True


def recognises(marked: MarkedText, frame: Frame) -> bool:
    """تعترف بتونس, اعتراف كينيا بسيادتها: to recognise a state, and nothing that is admitted."""
    if frame.rule.speech_act != "admit" or frame.opener != "prep":
        return False
    named = marked.start_of[frame.content_start]
    if named is not None and named.kind == "country":
        return True
    return stem_in(marked, marked.infos[frame.content_start].core, "recognised")


def _stands_behind(marked: MarkedText, frame: Frame) -> bool:
    """أوضحت الشركة [قيامها] ب…: an indefinite noun right behind the subject; not أوضح ذلك المدير سامر …."""
    end = frame.subject_end()
    if frame.subject_side != "after":
        end = frame.cue_last + bool(marked.infos[frame.cue_last].particle & P.prepositional_pronoun)
    noun = marked.infos[frame.content_start]
    return end == frame.content_start and not (noun.definite or noun.flags & PERSONAL)


def _adjoins(frame: Frame) -> bool:
    """Nothing stands between the verb with its subject and what is said but a preposition or a comma."""
    end = frame.subject_end()
    if frame.addressees or frame.object_range is not None:
        return True
    return 0 <= frame.content_start - max(end, frame.cue_last) <= 2


def _near_its_subject(marked: MarkedText, frame: Frame) -> bool:
    """أجمع خبراء عسكريون وسياسيون [على] …: adjectives alone between who agrees and on what."""
    between = marked.infos[frame.subject_end(frame.cue_last) : frame.content_start - 1]
    return len(between) <= _ADJECTIVES and all(i.word[0].isalpha() and not i.particle and not i.prep for i in between)


def _of_what_was_said(marked: MarkedText, frame: Frame) -> bool:
    """كل ما كتبوه عن النادي: the pronoun resumes ما, which is what is said; a phrase behind it tells of what, or where."""
    if frame.form.kind != "v" or frame.opener not in ("prep", "object") or frame.rule.speech_act == "describe":
        return False
    if frame.cue == 0 or marked.words[frame.cue - 1] not in marked.classes["whatever"]:
        return False
    told = marked.infos[frame.content_start]
    if told.flags & MASDAR and marked.words[frame.content_start - 1] in ("من", "عن"):
        return False  # ما كشفه الحزب من وجود خلاف: what it is
    resumed = marked.words[frame.cue_last] in marked.classes["antecedent_pronouns"]
    return resumed or (bool(frame.form.clitic) and frame.opener == "prep")


def _after_adjunct(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """وفي هذا السياق أكد أن …, وعن الكلفة أجاب: …: nothing but a phrase under a preposition before the verb."""
    if frame.form.tense != "pa" or frame.form.clitic or marked.quoted[frame.cue]:
        return False
    before, behind = marked.infos[frame.cue - 1], marked.infos[frame.cue_last]
    if before.particle & P.preposition:
        return False  # في عرض …: the noun
    if behind.word[0].isalnum() and not behind.particle & (P.preposition | COMPLEMENTISER):
        return False  # a subject that was not seen
    first = sentence.first
    for k in range(frame.cue - 1, sentence.first, -1):
        if marked.words[k] in COMMAS and marked.infos[k + 1].conj:
            first = k + 1
            break
    opens = marked.infos[first]
    if not (opens.particle & P.preposition or opens.prep or opens.base in marked.classes["accusatives"]):
        return False
    relative = False
    for k in range(first, frame.cue):
        info = marked.infos[k]
        relative = (relative and marked.words[k] not in COMMAS) or bool(info.particle & P.relative)
        verb = info.flags & VERB and not info.flags & (NOUN | MASDAR | PERSONAL) and not info.particle
        if (verb and not relative) or info.particle & P.complementiser:
            return False
        named = marked.start_of[k + 1]
        if info.reports and (not info.flags & NOUN or (named is not None and named.kind == "person")):
            return False
    return True


def _clause_of_a_thing(marked: MarkedText, cue: int, first: int) -> bool:
    """قال إن توقيع الاتفاق، الذي طال انتظاره، يؤكد …: the verb of a clause that begins with a thing, its subject."""
    i = cue - 1
    while i > first and not (marked.infos[i].particle & P.complementiser and marked.inside[i] is None):
        info = marked.infos[i]
        if marked.quoted[i] != marked.quoted[cue] or (info.conj and info.flags & VERB and not info.flags & NOUN):
            return False
        i -= 1
    named = marked.start_of[i + 1]
    document = named is not None and named.rule == "unnamed_document"  # إن إعلان القمة، …، يؤكد …
    if i <= first or ((named is not None or is_person_noun(marked, i + 1)) and not document):
        return False
    relative, topic = False, True
    for k in range(i + 1, cue):
        info, found = marked.infos[k], marked.start_of[k]
        topic = topic and marked.words[k] not in COMMAS
        if k == i + 1 and document:
            continue
        if topic and found is not None and found.kind == "person" and not found.skip:
            return False  # a name that is only partly known
        relative = (relative and marked.words[k] not in COMMAS) or bool(info.particle & P.relative)
        if info.flags & VERB and not (info.flags & (NOUN | MASDAR | PERSONAL) or info.particle or relative):
            return False
    return bool(marked.infos[i + 1].flags & (NOUN | MASDAR))


def _like_a_preposition(marked: MarkedText, frame: Frame) -> bool:
    """بين, عبر with no mark that tells the verb: only its own complement can."""
    own = frame.form.kind == "v" and marked.infos[frame.cue].particle & P.preposition
    return bool(own) and not frame.form.conjunction and "\u0651" not in marked.doc.raw(frame.cue)


def _is_an_aside(marked: MarkedText, frame: Frame) -> bool:
    """أبلغت كينيا، [عبر وزارة خارجيتها]، المنظمات …: with a noun between commas, and not عن behind them, the preposition."""
    end = frame.subject_end()
    apart = frame.cue > 0 and end > frame.cue and marked.words[frame.cue - 1] in COMMAS and marked.words[end] in COMMAS
    return apart and frame.opener != "comp" and marked.words[end + 1] not in frame.rule.object


def _clause_start(marked: MarkedText, info: WordInfo) -> bool:
    linked = info.word.removeprefix("و") in marked.classes["links"]
    return bool(info.particle & _OPENING) or linked or info.base == "لما"


def _is_of_a_court(marked: MarkedText, frame: Frame) -> bool:
    """محكمة الجنايات, القضاء العسكري, قاضي التحقيق: a court or a judge is the subject."""
    first = frame.subject_first()
    return first >= 0 and marked.infos[first].core in marked.classes["courts"]


def _is_accused(marked: MarkedText, frame: Frame) -> bool:
    """ويتهم الوزير ب…, in the passive: who alone is named before what it is of is accused and says nothing.

    In the past (واتهم الوزير ب…), or behind another verb, he is the object of a subject that is left out.
    """
    form = frame.form
    alone = (
        frame.subject_side == "after" and frame.opener == "prep" and frame.object_range is None and not frame.addressees
    )
    if form.kind != "v" or not alone or form.clitic or form.agreement not in ("ms", "fs") or not frame.subjects:
        return False
    first, end = frame.subjects[0].first, frame.subjects[-1].last
    if marked.infos[first].base.endswith("ون") or _is_a_place(marked, frame.content_start):
        return False  # يتهم معارضون …; اتهم المسؤول [بوزارة] المالية …
    if not form.conjunction and form.tense == "pr":
        return False
    if any(marked.infos[k].flags & NOUN and not marked.infos[k].particle for k in range(end, frame.content_start)):
        return False  # the object stands between
    opens = frame.cue == marked.doc.segments.sentences[frame.sentence].first
    if form.tense == "pr" and opens and not marked.doc.in_headline(frame.sentence):
        return True
    frame.subjects, frame.subject_side = [], "none"
    frame.open(first, "object", "np")
    return False


def _is_a_place(marked: MarkedText, i: int) -> bool:
    """بوزارة, بالمغرب: where somebody works or something is."""
    return marked.start_of[i] is not None or marked.infos[i].core in marked.classes["body_heads"]
