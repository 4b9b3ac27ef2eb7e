"""Fills the frame of a verbal noun: its speaker is its pronoun or genitive, its content opens at once."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN, UNKNOWN, VERB
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.openers import open_at_colon, open_at_complementiser
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.plausible import recognises
from dipcli.stages.framing.signs import DASHES
from dipcli.stages.framing.word_kinds import is_needed, is_person_noun, is_said_noun, preposition_of
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_KEEN: Final = 12  # tokens of a verb of care and its subject before what is cared for
_ASKED: Final = ("person", "country", "organisation")
_DECIDED: Final = 30  # tokens of a verb of deciding and its subject before what is decided


def fill_masdar(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """A frame for a verbal noun; False where nobody owns it or no content opens."""
    form, i = frame.form, frame.cue
    pronoun = bool(form.agreement)
    frame.cue_last += not pronoun and _comes_from(marked, frame, sentence.last)
    found = marked.start_of[frame.cue_last] if frame.cue_last < sentence.last else None
    if not pronoun:
        if i and marked.infos[i - 1].base in marked.classes["absence"]:
            return False  # انتقد [عدم] دعوة الوزراء إلى …: what nobody did
        offered = frame.form.preposition == "ب" and frame.rule.needs and frame.cue_last < sentence.last
        if offered:
            if not is_needed(marked, frame.rule, frame.cue_last):
                return False  # بتقديم التعازي: who acts speaks
        elif marked.words[i] in marked.classes["second_cue"] or _is_borne(marked, i, sentence):
            pass  # واكتفى بالقول إن …: who acts speaks
        elif marked.infos[i].definite:
            return False
        elif found is None and frame.cue_last < sentence.last and _genitive_speaker(marked, frame.cue_last):
            stop = noun_phrase_end(marked, frame.cue_last, sentence.last)
            frame.noun_phrase = (frame.cue_last, stop)
            frame.subject_side = "after"
            frame.cue_last = stop
        elif found is None or found.skip or marked.infos[found.first].prep or found.kind == "place":
            return False  # برقية تهنئة [للرئيس]: to whom it goes
        elif _is_its_object(marked, frame, (asked := marked.joined(found, len(marked.words)))[-1].last, sentence.last):
            frame.object_range = (found.first, asked[-1].last)
            if "object" in frame.rule.addressee:
                frame.addressees += [("object", f) for f in asked]
            frame.cue_last = asked[-1].last
        else:
            frame.subjects = [found]
            frame.subject_side = "after"
            frame.cue_last = found.last
    elif form.preposition == "ل" and frame.rule.speech_act == "accuse":
        return False  # أقاله لاتهامه بالفساد: of what he is accused
    ok = _walk_masdar(marked, frame, sentence) and not recognises(marked, frame)
    if ok and frame.object_range is not None and frame.rule.target:
        frame.open(frame.object_range[0], "object", "np")
    frame.cue_last = i + 1
    return ok


def _comes_from(marked: MarkedText, frame: Frame, last: int) -> bool:
    """على تعهد [من] الوزير بأنه …: who speaks stands under من, with his clause right behind."""
    i = frame.cue_last
    found = marked.start_of[i + 1] if i + 1 < last and marked.words[i] == "من" else None
    if found is None or found.kind == "place" or found.skip or found.last >= last:
        return False
    return bool(marked.infos[found.last].particle & COMPLEMENTISER)


def _is_its_object(marked: MarkedText, frame: Frame, i: int, last: int) -> bool:
    """اتهام إيران بالكذب, دعوة روسيا إلى الحوار, حث روسيا على الحوار: with what it governs right behind, the genitive is who is accused or called on."""
    rule = frame.rule
    if i >= last or not (rule.target or "object" in rule.addressee):
        return False
    called_on = rule.speech_act == "request" and ("الي" in rule.object or "علي" in rule.object)
    asked = rule.speech_act in ("accuse", "describe") or called_on
    demanded = rule.speech_act == "demand" and (frame.form.preposition == "ب" or _is_decided(marked, frame))
    if not asked and not demanded and not _behind_light_verb(marked, frame):
        return False
    info = marked.infos[i]
    apart = info.particle & P.preposition and info.base in rule.object
    clause = info.particle & COMPLEMENTISER and info.base.startswith("ب")  # وصف الاتفاق بأنه …
    if info.prep == "ب" and "ب" in rule.object:
        return True
    return i + 1 < last and (bool(apart or clause) or marked.words[i] == "ب")


def _behind_light_verb(marked: MarkedText, frame: Frame) -> bool:
    """وسارعت واشنطن إلى [تحذير] سوريا من …: who hastens warns, so that the genitive is who is warned."""
    if marked.words[frame.cue - 1] != "الي" or "object" not in frame.rule.addressee:
        return False
    first = max(marked.doc.line_at(frame.cue).first, frame.cue - _KEEN)
    return any(marked.infos[k].base in marked.classes["hastening"] for k in range(first, frame.cue - 1))


def _is_decided(marked: MarkedText, frame: Frame) -> bool:
    """قرر الوزراء خلال اجتماع أمس مطالبة المجلس ب…, كررت الوزارة مطالبة البنك ب…: who decides or repeats it demands it himself."""
    first = marked.doc.line_at(frame.cue).first
    for k in range(frame.cue - 1, max(first, frame.cue - _DECIDED) - 1, -1):
        info = marked.infos[k]
        if info.base in marked.classes["decided"]:
            return True
        if marked.words[k] in ".؛:" or info.particle & COMPLEMENTISER or (info.conj and info.flags & VERB):
            return False
    return False


def _is_borne(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """وتم التأكيد على …, مع التشديد على …: a verbal noun with the article whose speaker is the clause's own."""
    if i == sentence.first:
        return False
    noun, before = marked.infos[i].base, marked.infos[i - 1].base
    if noun not in marked.classes["borne_masdars"]:
        return noun in marked.classes["masdars_gone_to"] and _is_gone_to(marked, i, sentence)
    if before in ("عن", "الي") and i - 2 >= sentence.first:
        if marked.infos[i - 2].base in ("فضلا", "اضافه", "بالاضافه"):
            return True
    if before in LIGHT:
        return _is_gone_to(marked, i, sentence)
    return before in marked.classes["bearers"] or _is_borne_within(marked, i, sentence)


LIGHT: Final = {"علي": ("keen",), "الي": ("hastening", "going_to"), "في": ("hesitating",)}
"""Prepositions of verbs that only tell how somebody says something, each with the classes of its verbs."""


def _is_gone_to(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """وحرص الوزير على التأكيد: «…», وذهب الوزير إلى القول إن …, ولم يتردد في القول إن …: who does so speaks."""
    at = i - 1 - (marked.words[i - 1] == "حد")  # إلى حد القول
    first = max(sentence.first, i - _KEEN)
    return any(
        marked.infos[k].base in marked.classes[verbs]
        for verbs in LIGHT.get(marked.infos[at].base, ())
        for k in range(first, at)
    )


def _is_borne_within(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """وجرى [خلال اللقاء] التشديد على …: a setting between the verb that bears the noun and the noun."""
    first = max(sentence.first, i - _SETTING)
    for k in range(i - 1, first - 1, -1):
        if marked.infos[k].base in marked.classes["agentless"]:
            return k + 2 < i and marked.words[k + 1] in marked.classes["settings"]
        if marked.infos[k].verbal or not marked.words[k][0].isalpha():
            return False
    return False


_SETTING: Final = 5  # tokens of the setting and the verb before it


def _genitive_speaker(marked: MarkedText, i: int) -> bool:
    """A definite noun of people behind a verbal noun (ترحيب القيادة الفلسطينية ب…)."""
    return marked.infos[i].definite and not marked.infos[i].prep and is_person_noun(marked, i)


def _walk_masdar(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """The content of a masdar must open at once: complementiser, governed preposition, quotation."""
    i = frame.cue_last
    end = min(sentence.last, i + 14)
    while i < end:
        word, info = marked.words[i], marked.infos[i]
        if word in QUOTE_MARKS and i in marked.quote_at and (frame.rule.quote or frame.rule.clause):
            frame.quote = marked.quote_at[i]
            frame.open(i, "quote", "clause")
            return True
        if word in COMMAS and i + 1 < end and _opens_behind_comma(marked, frame, i + 1):
            i += 1
            continue
        if word == ":" and frame.rule.quote:
            return open_at_colon(marked, frame, i, sentence)
        if info.particle & COMPLEMENTISER and marked.inside[i] is None:
            return open_at_complementiser(marked, frame, i)
        if i + 1 < end and _before_complementiser(marked, frame, i):
            i += 1
            continue
        asked = _asked(marked, frame, i)
        if asked is not None:
            frame.addressees.append(("object", asked))
            i = asked.last
            continue
        if _opens_phrase(marked, frame, i, end):
            return True
        step = _passed(marked, frame, i, end)
        if not step:
            return False
        i += step
    return False


def _opens_behind_comma(marked: MarkedText, frame: Frame, i: int) -> bool:
    """إعلان اليابان، [أنها] ستشارك, قوله، [إن] …, بقوله، [«…»]"""
    if marked.infos[i].particle & P.complementiser_pronoun:
        return True
    apart = i - 1 == frame.cue_last and frame.rule.quote and bool(frame.form.agreement)
    return apart and (bool(marked.infos[i].particle & COMPLEMENTISER) or i in marked.quote_at)


def _asked(marked: MarkedText, frame: Frame, i: int) -> Found | None:
    """دعوة الرئيس [للبرلمان] إلى …, مطالبته [للوزير] ب…: the object of a verbal noun, under ل, with what it governs behind."""
    rule, found = frame.rule, marked.start_of[i]
    if found is None or "object" not in rule.addressee or marked.infos[i].prep != "ل" or marked.infos[i].conj:
        return None
    if found.kind not in _ASKED or found.last >= len(marked.words):
        return None
    after = marked.infos[found.last]
    letter = preposition_of(after)
    return found if letter in rule.object and letter != "ل" and not after.conj else None


def _before_complementiser(marked: MarkedText, frame: Frame, i: int) -> bool:
    """تأكيده على أن …: the governed preposition of a clause."""
    info = marked.infos[i]
    governed = info.particle & P.preposition and info.base in frame.rule.object
    return bool(governed and marked.infos[i + 1].particle & COMPLEMENTISER)


def _opens_phrase(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """A governed preposition, apart or attached, or a bare object."""
    word, info, rule = marked.words[i], marked.infos[i], frame.rule
    if info.particle & P.preposition and info.base in rule.object and i + 1 < end:
        frame.open(i + 1, "prep", "np")
        return True
    apart = word in ("ب", "ل") and word in rule.object and i + 1 < end
    if apart or (info.prep and info.prep in rule.object and info.base not in marked.classes.get("b_adverbs", ())):
        frame.open(i, "prep", "np")
        return True
    if rule.target and info.prep == "ل" and i == frame.cue_last and _is_described(marked, i, end):
        frame.open(i, "object", "np")
        return True
    found = marked.start_of[i]
    mentioned = rule.target and found is not None and not found.skip
    if mentioned or (
        i == frame.cue_last
        and "" in rule.object
        and not info.particle & (P.time | P.adverb)
        and _said_noun(marked, frame, i)
    ):
        frame.open(i, "object", "np")
        return True
    return False


def _is_described(marked: MarkedText, i: int, end: int) -> bool:
    """وصفه [للاتفاق] بأنه …, بالتاريخي: under ل what is spoken of, and what is said of it under ب not far behind."""
    for k in range(i + 1, min(end, i + _NEAR)):
        info = marked.infos[k]
        if info.prep == "ب" or (info.particle & COMPLEMENTISER and info.word.startswith("ب")):
            return True
        if not info.word[0].isalnum() or info.verbal:
            return False
    return False


_NEAR: Final = 8  # tokens from what is described to what it is called


def _passed(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """How many words at ``i`` may stand between a verbal noun and its content; 0 for none."""
    if marked.infos[i].particle & (P.time | P.adverb):
        return 1
    to_them = marked.infos[i].particle & P.prepositional_pronoun and marked.words[i].startswith("ل")
    if to_them and "object" in frame.rule.addressee:
        return 1  # مناشدة تونس [لها] ب…
    return (
        _epithet_length(marked, frame, i, end)
        or _setting_length(marked, frame, i, end)
        or _press_length(marked, frame, i, end)
        or _aside_length(marked, frame, i, end)
    )


def _aside_length(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """إعلان الحكومة اليمنية[، المعترف بها دوليا،] إعادة الرحلات: what tells of the speaker between two commas right behind it."""
    if marked.words[i] not in COMMAS or not frame.subjects or frame.subjects[-1].last != i or i + 2 >= end:
        return 0
    if not marked.infos[i + 1].definite or marked.infos[i + 1].verbal or marked.infos[i + 1].prep:
        return 0
    for k in range(i + 2, min(end, i + _ASIDE)):
        if marked.words[k] in COMMAS:
            return k + 1 - i
        if not marked.words[k][0].isalpha() or marked.infos[k].cues or marked.infos[k].conj:
            return 0
    return 0


_ASIDE: Final = 7  # tokens of an aside with its commas


def _press_length(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """إعلان مصدر [لوكالة «السلام»] أن …, [إلى الصحيفة] أن …: the paper that was told, before the clause."""
    info, at = marked.infos[i], i
    if info.particle & P.preposition and info.base in ("الي", "ل") and i + 1 < end:
        at, info = i + 1, marked.infos[i + 1]
    elif info.prep != "ل":
        return 0
    core = info.core[1:] if info.word.startswith("لل") and info.core.startswith("ل") else info.core
    if core not in marked.classes["press_nouns"] or not (frame.subjects or frame.noun_phrase):
        return 0
    return next((k - i for k in range(at + 1, end) if marked.infos[k].particle & COMPLEMENTISER), 0)


def _said_noun(marked: MarkedText, frame: Frame, i: int) -> bool:
    """The bare object of a verbal noun: a noun of what is expressed, or one with a pronoun (إعلان الجيش عزله)."""
    info = marked.infos[i]
    if info.conj:
        return False  # وتجديد الخطاب [ومكافحة] الغلو: joined to the verbal noun itself
    if is_said_noun(marked, info):
        return True
    speaker = bool(frame.subjects or frame.noun_phrase)
    return speaker and not info.definite and not info.prep and not info.conj and bool(info.flags & MASDAR)


def _setting_length(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """تأكيداته في الأيام السابقة أنه …, وتم التأكيد خلال اللقاء على …: a setting before what a verbal noun governs.

    The noun has a pronoun, or the article and one who bears it.
    """
    if marked.infos[frame.cue].definite and marked.words[i] in marked.classes["settings"] and frame.rule.object:
        for k in range(i + 2, min(end, i + 6)):
            if marked.words[k] in frame.rule.object:
                return k - i
            if not marked.words[k][0].isalpha() or marked.infos[k].conj or marked.infos[k].verbal:
                return 0
    if marked.words[i] not in ("في", "خلال") or not (frame.form.agreement or frame.subjects):
        return 0  # تأكيد الوزير [في خطابه] أن …
    for k in range(i + 2, min(end, i + 5)):
        if marked.infos[k].particle & COMPLEMENTISER:
            return k - i
    return 0


def _epithet_length(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """Words that belong to the speaker of a verbal noun: his adjectives, his office's field, his name in dashes."""
    if not frame.subjects:
        return 0
    info, found = marked.infos[i], marked.start_of[i]
    if marked.words[i] in DASHES:
        return 1
    if found is not None:
        dashed = marked.words[i - 1] in DASHES and found.last < end and marked.words[found.last] in DASHES
        return found.last - i if dashed or (info.prep == "ل" and "ل" not in frame.rule.object) else 0
    adjective = info.definite and not info.prep and not info.conj and info.flags & (NOUN | UNKNOWN)
    return 1 if adjective and marked.infos[i - 1].definite and i - frame.cue_last < 3 else 0
