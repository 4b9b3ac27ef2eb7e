"""What is said right behind its speaker, with no complementiser and no mark (وقال الوزير العلاقات في أوجها)."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, FUNCTION, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import adjunct_end
from dipcli.stages.framing.word_kinds import is_only_verb
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_SHORTEST: Final = 4


def open_bare_clause(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """Does a clause begin right behind the named speaker of قال?"""
    if frame.rule.lemma != "قال" or frame.form.tense != "pa":
        return False
    if frame.subject_side == "before" and frame.cue_last < sentence.last and _first_person(marked, frame.cue_last):
        frame.open(frame.cue_last, "colon", "clause")  # المهندس سامر النجار قال أشعر بالحزن
        return True
    if _must(marked, frame, sentence):
        frame.open(frame.cue_last, "comp", "clause")
        return True
    if frame.subject_side != "after" or not frame.subjects:
        return False
    i = _past_the_press(marked, frame.subjects[-1].last)
    if i < sentence.last and marked.words[i] in COMMAS:
        i += 1
    if sentence.last - i < _SHORTEST or marked.infos[i].prep:
        return False
    if _first_person(marked, i):
        frame.open(i, "colon", "clause")
        return True
    opens = _opens(marked, i) and _has_predicate(marked, i, sentence.last)
    if not (opens or (marked.words[i - 1] in COMMAS and _is_finite(marked, i))):
        return False
    frame.open(i, "comp", "clause")
    return True


def open_right_behind(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """قائلا [كان اجتماعا مفيدا], مستطردا بالقول [كنا نشتريها]: a clause right behind the participle of قال, or بالقول, without a mark."""
    i = frame.cue_last
    if i < sentence.last and marked.words[i] in marked.classes["second_cue"]:
        i += 1
    elif frame.rule.lemma != "قال":
        opens = (
            i < sentence.last
            and frame.rule.id in marked.classes["says_on"]
            and marked.words[i] in marked.classes["now_then"]
        )
        if not opens or sentence.last - i < _SHORTEST:
            return False
        frame.open(i, "colon", "clause")
        return True  # مضيفا [لقد وقفنا على …]
    if sentence.last - i < _SHORTEST or marked.inside[i] is not None or marked.infos[i].prep:
        return False
    info = marked.infos[i]
    if info.particle & (P.preposition | COMPLEMENTISER):
        return False
    auxiliary = bool(info.particle & P.auxiliary) and not info.conj
    begins = auxiliary or _first_person(marked, i) or marked.words[i] in marked.classes["clause_openers"]
    if not (begins or (is_only_verb(marked, i) and not info.conj)):
        return False
    frame.open(i, "colon", "clause")
    return True


def _must(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """وقال يجب أن …: who speaks is left out, and an impersonal verb begins what he says."""
    i = frame.cue_last
    if not frame.form.conjunction or frame.subject_side != "none" or sentence.last - i < _SHORTEST:
        return False
    return marked.words[i] in marked.classes["impersonal"]


def open_at_negation(marked: MarkedText, frame: Frame, i: int) -> bool:
    """وأضاف [لا بد أن …], وتابع كيري [لن نقبل …], وقال [لقد تم …]: right behind a verb of saying or its subject, where marks are left out."""
    if frame.rule.id not in marked.classes["says_on"] or frame.form.kind != "v" or frame.form.tense != "pa":
        return False
    if marked.inside[i] is not None or not _opens_speech(marked, frame, i):
        return False
    end = _past_the_press(marked, frame.subject_end(frame.cue_last))
    if i != end or frame.subject_side == "before" or frame.noun_phrase is not None:
        return False  # وقال السوق [لا تحتاج] …: its topic, and no speaker
    frame.open(i, "colon", "clause")
    return True


def _past_the_press(marked: MarkedText, i: int) -> int:
    """وأضاف [لوكالة الأنباء،] لن …: token behind a medium to which something is said, and the comma behind it."""
    if i + 1 >= len(marked.infos) or marked.infos[i].prep != "ل":
        return i
    found = marked.start_of[i]
    medium = found is not None and found.rule == "table_m"
    if marked.words[i] in marked.classes["to_the_press"]:
        end = i + 1
    elif medium or marked.infos[i].core in marked.classes["press_nouns"]:
        end = found.last if found is not None else adjunct_end(marked, i, len(marked.infos))
    else:
        return i
    return end + 1 if end < len(marked.words) and marked.words[end] in COMMAS else i


def _opens_speech(marked: MarkedText, frame: Frame, i: int) -> bool:
    word, classes = marked.words[i], marked.classes
    if word == "في" and i == frame.cue_last and frame.form.conjunction and i + 1 < len(marked.infos):
        if marked.infos[i + 1].word in classes["in_case"]:
            return True  # وأضاف [في حال تم البيع سنسعى إلى …]
    if word in classes["denies"] or word in classes["opens_speech"]:
        return True
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else None
    if after is None or i != frame.cue_last or not frame.form.conjunction or after.particle & COMPLEMENTISER:
        return False
    if after.word == ":" or after.word in QUOTE_MARKS:
        return False  # وقالت [نوران] «…»
    if after.particle & P.adverb and i + 2 < len(marked.infos) and marked.infos[i + 2].particle & COMPLEMENTISER:
        return False  # وقال [سانو] أيضا إنه …
    if word in classes["all_of_them"]:
        return bool(after.flags & VERB) and after.word[0] in "يتن"  # وأضاف [الكل] يعلم أن …
    if word in classes["these"]:
        indefinite = after.flags & NOUN and not (after.definite or after.prep or after.particle)
        return bool(indefinite)  # وأضاف [هذا] صراع على السلطة; not هذا المسؤول, who speaks
    there = word in classes["there_is"] and after.flags & NOUN and not after.prep  # وأكد [هناك] المزيد
    if there or word in classes["but"]:
        return True
    return word not in marked.surnames and not marked.infos[i].flags & UNKNOWN and _first_person(marked, i)


def _first_person(marked: MarkedText, i: int) -> bool:
    """أود, نشكر, سنعمل: a verb of the first person, known by that of the third."""
    word = marked.words[i].removeprefix("س")
    if len(word) < 3 or word[0] not in "ان" or marked.infos[i].flags & (NOUN | PERSONAL):
        return False
    return bool(marked.doc.lexicon.info("ي" + word[1:]).flags & VERB)


def _opens(marked: MarkedText, i: int) -> bool:
    info, found = marked.infos[i], marked.start_of[i]
    if found is not None:
        return not found.skip and not found.conj
    if marked.doc.match(i, len(marked.words), "thd") is not None:
        return False  # وقال سالم العمري كبير المهندسين …
    if (
        info.future
        or info.particle & (P.condition | P.negation | P.qad)
        or marked.words[i] in marked.classes["clause_openers"]
    ):
        return True
    noun = info.flags & NOUN and not info.particle and not info.conj and not info.cues
    if info.base in marked.classes["medium"]:
        return False  # وقال الوزير كلمته الأخيرة
    return bool(noun) and (info.definite or (marked.infos[i + 1].definite and not marked.infos[i + 1].prep))


def _is_finite(marked: MarkedText, i: int) -> bool:
    """وقال سالم العمري، [تم] تحديد الموعد: behind a comma, and nothing else that is said in the sentence."""
    info = marked.infos[i]
    return is_only_verb(marked, i) and not (info.flags & FUNCTION or info.conj or info.cues)


def _has_predicate(marked: MarkedText, i: int, last: int) -> bool:
    """A finite verb or a preposition phrase follows, so that the noun is the topic of a clause and no title."""
    for k in range(i + 1, min(i + 8, last)):
        info = marked.infos[k]
        if marked.inside[k] is None and (info.flags & VERB and not info.flags & (NOUN | MASDAR | PERSONAL)):
            return not info.particle
        if info.particle & P.preposition and not info.conj:
            return True
        if marked.words[k] in COMMAS:
            return False
    return False
