"""The walk at a preposition: does what stands under it open the content?"""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, FUNCTION, MASDAR, NOUN, UNKNOWN, VERB, CueRule, WordInfo
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.openers import told_of
from dipcli.stages.framing.phrases import adjunct_end
from dipcli.stages.framing.signs import DASHES
from dipcli.stages.framing.word_kinds import is_feast, is_needed, is_person_noun, points, preposition_of, stem_in
from dipcli.text.marks import COMMAS

_OWN: Final = 5  # tokens of an object's own ل, what it governs, and the إلى behind
_NEAR: Final = 9  # tokens within which a preposition comes again


def pass_preposition(marked: MarkedText, frame: Frame, i: int, end: int, needed: bool) -> int:
    """Steps to go on by, past the whole phrase that the preposition governs, or -1 when the content opens here."""
    info, rule = marked.infos[i], frame.rule
    prep = info.base
    if i + 1 < end and marked.infos[i + 1].particle & COMPLEMENTISER and marked.inside[i + 1] is None:
        return 1
    if told_of(marked, frame, prep) and i + 1 < end and _takes_object(marked, frame, i + 1):
        frame.open(i + 1, "prep", "np")
        return -1
    if _of_the_noun_before(marked, i, end) or bound(marked, frame, i - 1):
        return adjunct_end(marked, i + 1, end) - i
    if needed and prep in rule.object and i + 1 < end and _takes_object(marked, frame, i + 1):
        # هنأه [بمناسبة …]: a preposition made of a noun belongs to what is said.
        frame.open(i if len(prep) > 3 and prep[0] in "بل" else i + 1, "prep", "np")
        return -1
    behind = marked.start_of[i + 1] if i + 1 < end else None
    if behind is None and i + 1 < end and _relays_people(marked, frame, prep, i + 1):
        stop = adjunct_end(marked, i + 1, end)
        stop = stop - 1 if marked.words[stop - 1] in ("القول", "قولها", "قولهم") and stop - i > 2 else stop
        frame.subjects, frame.noun_phrase, frame.subject_side = [], (i + 1, stop), "after"
        return stop - i
    of_paper = prep == rule.source or (rule.source == "في" and prep == "ضمن")  # وورد ضمن البلاغ أن …
    if (of_paper and not frame.subjects) or is_relayed(marked, frame, prep, behind):
        return 1
    if prep in rule.addressee and i + 1 < end and _can_be_addressed(marked.start_of[i + 1]):
        return 1  # طلبت من الحلف [المساعدة]
    return _without_needed(marked, frame, i + 1, adjunct_end(marked, i + 1, end)) - i


def _without_needed(marked: MarkedText, frame: Frame, i: int, stop: int) -> int:
    """وقدم الوزير في مستهل الحفل [التهنئة]: behind a definite noun, what the verb needs is its object and no genitive."""
    if not frame.rule.needs or "" not in frame.rule.object:
        return stop
    between = (k for k in range(i + 1, stop) if marked.infos[k - 1].definite and not marked.infos[k].conj)
    return next((k for k in between if is_needed(marked, frame.rule, k)), stop)


def _of_the_noun_before(marked: MarkedText, i: int, end: int) -> bool:
    """أشار في حديث [إلى الصحيفة] إلى أن …: the same preposition again tells that the first is of the noun under في."""
    noun = marked.infos[i - 1]
    if i < 2 or marked.infos[i - 2].base not in marked.classes["settings"] or not noun.flags & NOUN or noun.definite:
        return False
    for k in range(i + 2, min(end - 1, i + _NEAR)):
        if marked.infos[k].conj or marked.infos[k].verbal or marked.words[k] in COMMAS:
            return False
        if marked.words[k] == marked.words[i]:
            return True
    return False


def _can_be_addressed(found: Found | None) -> bool:
    return found is not None and found.kind in ("person", "country", "organisation")


def _takes_object(marked: MarkedText, frame: Frame, j: int) -> bool:
    """Is the noun after a governed preposition what is expressed, rather than place, time or medium?"""
    info, rule = marked.infos[j], frame.rule
    found = marked.start_of[j]
    prep = marked.infos[j - 1].base
    if found is not None:
        if prep in rule.addressee and _can_be_addressed(found):
            return False
        return not rule.strict and (found.kind != "place")
    if (info.particle & P.time and len(prep) <= 3) or marked.words[j].isdigit():
        return False  # but بمناسبة اليوم الوطني
    core = info.base.removeprefix("ال")
    if core == "قول" and j + 1 < len(marked.infos) and marked.infos[j + 1].particle & COMPLEMENTISER:
        return False  # خلص إلى القول إن …: the clause
    if prep in ("في", "خلال", "مع") and core in marked.classes.get("medium", ()):
        return False
    if rule.heads:
        return stem_in(marked, core, "speech") or bool(info.flags & MASDAR)
    return True


def bound(marked: MarkedText, frame: Frame, i: int) -> bool:
    """طالبت المقررة [الخاصة بحماية المياه] ب…: does the subject's adjective at ``i`` govern the preposition behind it?"""
    if i < frame.cue_last or i + 1 >= len(marked.infos) or frame.subject_side != "after":
        return False
    after = marked.infos[i + 1]
    letter = preposition_of(after)
    adjective = marked.infos[i].base.removeprefix("ال").removesuffix("ه")
    return bool(letter) and not after.conj and f"{adjective} {letter}" in marked.classes["binding"]


def adjunct_within(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """Token behind a phrase with ب or ل at ``i`` that belongs to a noun before it, though the verb governs the letter too.

    ``i`` where it does not.
    """
    letter = marked.infos[i].prep
    if not letter or i < frame.cue_last:
        return i
    if (
        letter == "ب"
        and marked.infos[i].core in marked.classes["manners"]
        and i + 1 < end
        and marked.infos[i + 1].prep == "ب"
    ):
        return i + 1  # ورحبت [بتحفظ] بالاتفاق
    if bound(marked, frame, i - 1) or _comes_again(marked, frame, i, end) or _of_the_object(marked, frame, i, end):
        return adjunct_end(marked, i, end)
    return i


def _comes_again(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """أشاد المشاركون في احتفال [بيوم المعلم]، أمس، بالدور …: the first ب is of the noun under في when another follows."""
    noun, letter = marked.infos[i - 1], marked.infos[i].prep
    if (
        i == frame.cue_last
        or marked.infos[i - 2].base not in marked.classes["settings"]
        or not noun.flags & NOUN
        or noun.definite
    ):
        return False
    if letter not in frame.rule.object:
        return False
    for k in range(i + 2, min(end, i + 2 * _NEAR)):
        info = marked.infos[k]
        if info.conj or info.verbal:
            return False
        if info.prep == letter and info.base not in marked.classes["b_adverbs"] and info.flags & (NOUN | MASDAR):
            return True
    return False


def _of_the_object(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """دعا الوزير الشركات في المنطقة [للتجارة الحرة] إلى تأسيس …: ل before the إلى that the verb governs is the object's own."""
    noun = marked.infos[i]
    if i == frame.cue_last or noun.prep != "ل" or noun.flags & MASDAR or not {"ل", "الي"} <= set(frame.rule.object):
        return False
    for k in range(i + 1, min(end - 1, i + _NEAR)):
        info = marked.infos[k]
        if info.conj or info.verbal or not info.word[0].isalnum():
            return False
        if info.word == "الي":
            return bool(marked.infos[k + 1].flags & MASDAR) and marked.start_of[k + 1] is None
    return False


def opens_attached(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Does a word with an attached preposition (بالاتفاق) open the content?"""
    info, rule = marked.infos[i], frame.rule
    feast = is_feast(marked, i)
    letter = "ب" if feast or _is_own_object(marked, frame, i) else info.prep or hidden_preposition(marked, info, rule)
    if not letter or letter not in rule.object or letter in rule.addressee or _is_of_object(marked, frame, i, letter):
        return False
    core = info.base[1:]
    if core in marked.classes.get("manner", ()) and not points(marked, core) and not _is_own_object(marked, frame, i):
        return False
    if points(marked, core) and i + 1 < len(marked.words):
        if marked.infos[i + 1].base in marked.classes["matter"] or (
            core in ("هذا", "هذه") and not marked.infos[i + 1].definite
        ):
            return False  # بهذا الشأن, بهذه المناسبة
    elif feast or _is_own_object(marked, frame, i):
        pass
    elif info.base in marked.classes.get("b_adverbs", ()) or info.flags & FUNCTION:
        return False
    speaks = rule.object[0] != letter  # a verb that governs ب first (رحب بالزيارة) has no medium behind ب
    if letter == "ب" and speaks and core.removeprefix("ال") in marked.classes.get("medium", ()):
        return False
    if rule.status and rule.needs and letter != "ب" and not is_needed(marked, rule, i):
        return False
    asks = rule.heads and rule.object[0] == "" and "object" in rule.addressee  # ناشد السكان [بتوخي] الحذر; not بالمنطقة
    if ((rule.strict and not rule.needs) or asks) and not _is_said(marked, rule, core.removeprefix("ال")):
        return False
    frame.open(i, "prep", "np")
    return True


def _is_of_object(marked: MarkedText, frame: Frame, i: int, letter: str) -> bool:
    """دعا الوزير شركة الرمال [لصناعة الزجاج] إلى …: ل with a genitive right behind a body belongs to it, where إلى follows."""
    at = frame.object_range
    if letter != "ل" or "الي" not in frame.rule.object or at is None or at[1] != i or i + 2 >= len(marked.words):
        return False
    head = marked.infos[at[0]]
    body = head.core in marked.classes["body_heads"] and not head.definite
    if not body or marked.infos[i].definite or not any(marked.infos[k].definite for k in (i + 1, i + 2)):
        return False
    return "الي" in marked.words[i + 2 : i + _OWN] and not any(
        marked.words[k] in COMMAS for k in range(i, i + _OWN - 1)
    )


def _is_said(marked: MarkedText, rule: CueRule, core: str) -> bool:
    """A noun of what is expressed; with ``heads`` any verbal noun (وذكر الوزير باستئناف الرحلات)."""
    lexicon = marked.doc.lexicon
    verbal = lexicon.flags_of(core) & MASDAR or lexicon.masdar_shape.fullmatch(core)
    return stem_in(marked, core, "speech") or bool(rule.heads and verbal)


def _is_own_object(marked: MarkedText, frame: Frame, i: int) -> bool:
    """أشاد [بما] تحقق, مشيدا [بحضور] الوزير: behind a verb that governs ب and its subject, no adverb, unlike رحب بقوة بالقرار."""
    relative = marked.infos[i].base in marked.classes["b_relatives"]  # رحب [بمن] يريد التعاون
    if frame.rule.object[:1] != ("ب",) or not (relative or marked.infos[i].base in marked.classes["b_objects"]):
        return False
    end = frame.subject_end(frame.cue_last)
    behind_aside = marked.words[i - 1] in COMMAS or marked.words[i - 1] in DASHES  # ونوه الملك - حفظه الله - بما …
    adjoins = behind_aside or all(marked.words[k][0].isalnum() for k in range(end, i))
    if i + 1 >= len(marked.words) or not adjoins:
        return False
    after, word = marked.infos[i + 1], marked.infos[i].base
    if relative:
        unlisted = after.flags & UNKNOWN and not after.definite and not after.prep
        return bool(after.flags & VERB or unlisted) and not after.particle
    if word in ("بما", "بالتعاون"):
        return after.base not in ("في", "فيه", "فيها", "ان", "مع")
    return not after.prep and (after.definite or marked.start_of[i + 1] is not None or bool(after.flags & NOUN))


def hidden_preposition(marked: MarkedText, info: WordInfo, rule: CueRule) -> str:
    """بدور, برد: a word by itself, but after a verb that governs ب rather ب and a commoner noun."""
    letter = info.base[0]
    if letter in "بل" and letter in rule.object and len(info.base) > 2:
        flags, frequency = marked.doc.lexicon.entry_of(info.base[1:])
        if (flags & NOUN and frequency > info.frequency) or points(marked, info.base[1:]):
            return letter
        if letter == "ب" and info.flags & UNKNOWN and not flags and info.base.endswith("يه"):
            return letter  # أشاد بانضباطية اللاعبين: an abstract noun that no list holds
    return ""


def is_relayed(marked: MarkedText, frame: Frame, prep: str, found: Found | None) -> bool:
    """نقلت الوكالة عن مصدر مطلع أن …: who stands under عن speaks (``found``), the subject only passes it on."""
    if prep != "عن" or not frame.rule.clause:
        return False
    relays = frame.rule.speech_act == "relay" and frame.form.kind == "v"
    return relays or (found is not None and _told_by_a_source(marked, frame, found))


def _relays_people(marked: MarkedText, frame: Frame, prep: str, i: int) -> bool:
    """ونقلت الإذاعة عن [المصادر] القول إن …: a noun of people that is no mention, behind the paper that passes it on."""
    relays = prep == "عن" and frame.rule.clause and frame.rule.speech_act == "relay" and frame.form.kind == "v"
    passes = bool(frame.subjects) or frame.noun_phrase is not None
    return bool(relays) and passes and marked.infos[i].definite and is_person_noun(marked, i)


def _told_by_a_source(marked: MarkedText, frame: Frame, found: Found) -> bool:
    """وذكرت "الأفق" عن [مصدر رسمي] أن …: behind a paper and عن an unnamed source, with the clause right behind."""
    if found.kind != "unnamed" or found.last >= len(marked.words):
        return False
    paper = bool(frame.subjects) and frame.subjects[0].rule in ("table_m", "quoted_medium")
    paper = paper or (frame.noun_phrase is not None and frame.noun_phrase[0] in marked.quote_at)
    return paper and bool(marked.infos[found.last].particle & COMPLEMENTISER)
