"""Where the narrator's own words begin in a sentence that began with what somebody said."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, FUNCTION, MASDAR, NOUN, PERSONAL, VERB
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_WAS: Final = frozenset({"وكان", "وكانت", "وكانوا", "وكانا"})
_WHICH_IS: Final = frozenset({"وهو", "وهي"})
_REACH: Final = 14  # tokens from وكان to its قد, from an opening subordinator to its cue
_TWO_LETTERS_T: Final = 4  # تلفت, تثبت are imperfects, توجهت is none
_BREAKS: Final = COMMAS | {"؛"}
_BEHIND: Final = _BREAKS | QUOTE_MARKS


def narrated_from(doc: Document, marked: MarkedText, frame: Frame, start: int, end: int) -> int:
    """First token of the narrator's words behind what is said from ``start`` on; ``end`` where there are none."""
    end = _apodosis(doc, marked, frame, start, end)
    by_the_way = doc.lexicon.word_classes["by_the_way"]
    for i in range(start + 2, end):
        if marked.quoted[i]:
            continue
        word = doc.words[i]
        if word == "وذلك" and _tells_when_said(doc, i, end):
            return i
        if _leaves_open(doc, i, end) or (word in by_the_way and _does_meanwhile(doc, i, end)):
            return i
        if doc.words[i - 1] not in _BEHIND or marked.inside[i] is not None:
            continue
        if _turns_elsewhere(doc, i, end) or _had_happened(doc, marked, i, end):
            return i
        if _remarks(doc, i, end) or _gestures(doc, frame, i, end):
            return i
        if _keeps_silent(doc, marked, i, end) or _speaker_acts(doc, frame, i, end):
            return i
        if _adds_a_deed(doc, marked, start, i, end) or _goes_on_behind_relative(doc, frame, i):
            return i
    return end


def is_finite(doc: Document, i: int) -> bool:
    """A word that is a verb and nothing else, with or without و."""
    info = doc.infos[i]
    own = doc.lexicon.info(info.base) if info.conj else info
    return bool(own.flags & VERB and not own.flags & (NOUN | MASDAR | PERSONAL)) and not own.particle


def _is_past(doc: Document, i: int) -> bool:
    """زار, نقلت, توجهت: a finite verb that is no imperfect."""
    word = doc.infos[i].base
    if not is_finite(doc, i) or word[0] == "ي" or doc.infos[i].future or doc.infos[i].flags & FUNCTION:
        return False
    if word[-1] == "ت":
        return word[0] != "ت" or len(word) > _TWO_LETTERS_T
    return word[0] not in "تن"


def _tells_when_said(doc: Document, i: int, end: int) -> bool:
    """وذلك خلال لقائه …, وذلك ردا على …: when and where it was said; وذلك بسبب …, وذلك بعد سيطرته … belong to what is said."""
    classes = doc.lexicon.word_classes
    if i + 2 >= end:
        return False
    if doc.infos[i + 1].base in classes["on_speaking"]:
        return True
    if doc.infos[i + 1].base not in classes["settings"]:
        return False
    noun = doc.infos[i + 2]
    if doc.words[i + 1] == "في" and noun.base in classes["hints"] | classes["moves"]:
        return True
    counted = noun.word.isdigit() and i + 3 < end and doc.infos[i + 3].base in classes["spans"] | classes["ago"]
    if doc.words[i + 1] in ("بعد", "قبل") and (counted or noun.base in classes["spans"] | classes["speech"]):
        return True  # وذلك بعد يومين من …, وذلك قبل 24 ساعة من …, وذلك بعد رفض البلاد …
    core = noun.base.removeprefix("ال")
    return core in classes["medium"] or noun.base in classes["medium"] or any(k == "m" for k, _, _ in noun.contacts)


def _turns_elsewhere(doc: Document, i: int, end: int) -> bool:
    """…، وفي سياق متصل أوضح …, …، ومن جهة أخرى …: another matter."""
    opener = " ".join(doc.infos[k].base for k in range(i, min(i + 2, end)))
    return doc.infos[i].conj and opener in doc.lexicon.word_classes["turning"]


def _had_happened(doc: Document, marked: MarkedText, i: int, end: int) -> bool:
    """…، وكان الوزير قد أعلن …: what had been before is told by the narrator."""
    if doc.words[i] not in _WAS:
        return False
    for k in range(i + 2, min(end, i + _REACH)):
        if doc.words[k] in COMMAS or is_finite(doc, k):
            return False
        if doc.infos[k].particle & P.qad:
            return marked.inside[i + 1] is not None or doc.infos[i + 1].definite
    return False


def _remarks(doc: Document, i: int, end: int) -> bool:
    """…، وهو تعليق …, …، وهو ما نفته الوزارة, …، الأمر الذي نفته الوزارة: a clause on the words themselves."""
    if i + 2 >= end:
        return False
    which_is = doc.words[i] in _WHICH_IS
    if which_is and doc.infos[i + 1].base in doc.lexicon.word_classes["remarks"]:
        return True
    what = (which_is and doc.words[i + 1] == "ما") or doc.words[i : i + 2] == ["الامر", "الذي"]
    return what and any(c.kind == "v" and c.clitic for c in doc.infos[i + 2].cues)


def _gestures(doc: Document, frame: Frame, i: int, end: int) -> bool:
    """…، في إشارة إلى …, …، إشارة إلى …, …، في خطوة عدها الوزير …: what the speaker meant or did by saying it."""
    if i + 2 >= end:
        return False
    if doc.words[i] in doc.lexicon.word_classes["hints"] and doc.words[i + 1] == "الي":
        return True
    if doc.words[i] != "في":
        return False
    noun, after = doc.infos[i + 1].base, doc.infos[i + 2]
    if noun in doc.lexicon.word_classes["hints"]:
        return True
    if noun not in doc.lexicon.word_classes["moves"]:
        return False
    return frame.frame == "np" or after.word in ("منه", "منها", "منهم") or _judges_it(doc, i + 2)


def _judges_it(doc: Document, i: int) -> bool:
    """خطوة [عدها] الوزير …, خطوة [وصفها] بأنها …"""
    word = doc.infos[i].base
    return any(c.clitic for c in doc.infos[i].cues) or (
        word.endswith("ها") and word[0] not in "يتن" and bool(doc.lexicon.info(word[:-2]).flags & VERB)
    )


def _leaves_open(doc: Document, i: int, end: int) -> bool:
    """… رغم أنه لم يكشف عن أي تفاصيل: what the speaker did not tell."""
    if i + 3 >= end or doc.infos[i].base not in ("رغم", "برغم") or not doc.infos[i + 3].reports:
        return False
    return bool(doc.infos[i + 1].particle & P.complementiser_pronoun) and doc.words[i + 2] == "لم"


def _does_meanwhile(doc: Document, i: int, end: int) -> bool:
    """…، رافضا كل الاتهامات, … متحدثة عن …: what the speaker does by saying it."""
    if i + 1 >= end:
        return False
    after = doc.infos[i + 1]
    governed = after.particle & P.preposition or after.prep == "ب"
    return doc.words[i - 1] in _BREAKS or bool(governed)


def _keeps_silent(doc: Document, marked: MarkedText, i: int, end: int) -> bool:
    """…، لكن السفير لم يعلق على الأمر: another one who says nothing."""
    if doc.infos[i].base != "لكن" or i + 1 >= end:
        return False
    found = marked.start_of[i + 1]
    k = found.last if found is not None and found.kind != "place" else i + 2 if doc.infos[i + 1].definite else end
    if k + 1 >= end or not doc.infos[k].particle & (P.negation | P.negation_past):
        return False
    return doc.infos[k + 1].reports


def _speaker_acts(doc: Document, frame: Frame, i: int, end: int) -> bool:
    """قالت الشركة إن …، ونقلت الشركة مصانعها: who speaks is named again as the subject of a deed."""
    if not doc.infos[i].conj or i + 1 >= end or not _is_past(doc, i):
        return False
    again, classes = doc.infos[i + 1], doc.lexicon.word_classes
    if again.word in classes["both"]:
        return True  # … والتقى الاثنان أمس
    if (
        again.particle & P.demonstrative
        and i + 2 < end
        and doc.infos[i + 2].base.removeprefix("ال") in classes["remarks"]
    ):
        return True  # … وردد تلك المزاعم أمس
    first = frame.subject_first()
    if first < 0:  # تقول إن لديها …، ونقلت الشركة …
        named = again.definite and not again.prep and again.core in classes["body_heads"]
        return frame.form.kind == "v" and named and doc.words[i][0] == "و"
    if frame.subject_side != "after":
        return False
    return again.definite and doc.infos[first].definite and doc.infos[first].core == again.core


def _adds_a_deed(doc: Document, marked: MarkedText, start: int, i: int, end: int) -> bool:
    """قال إن السد سيمتلئ، كما زار الوفد القرية: a deed of others behind what is said of what is or will be."""
    verb = doc.infos[min(i + 1, end - 1)]
    if doc.words[i] == "ثم" and is_finite(doc, start) and doc.words[start][0] in "يت":
        return bool(verb.flags & VERB) and verb.word[0] not in "يتن"  # أن يشفيهم، ثم قدم الهدايا
    if (
        doc.words[i] != "كما"
        or is_aside(doc, i, end)
        or not verb.flags & VERB
        or verb.particle
        or verb.word[0] in "يتن"
    ):
        return False
    found, noun = marked.start_of[i + 2], doc.infos[i + 2]
    people = noun.definite and noun.base.endswith("ون")
    if not people and (found is None or found.skip or found.kind not in ("person", "unnamed", "group", "organisation")):
        return False
    return not any(_is_past(doc, k) for k in range(start, i))


def is_aside(doc: Document, i: int, end: int) -> bool:
    """خطة تسعى، [كما يعتقد]، إلى …; كما تم بناء …: no deed of somebody's."""
    if i + 2 >= end or doc.words[i + 1] in ("تم", "جري", "يتم"):
        return True
    return any(doc.words[k] in COMMAS for k in range(i + 2, min(i + 4, end)))


def _goes_on_behind_relative(doc: Document, frame: Frame, i: int) -> bool:
    """زار الوزير السفارة التي قالت إن المبنى «قديم»، وتوجه إلى …: the main clause goes on behind a report in a relative one."""
    if frame.cue < 1 or not doc.infos[frame.cue - 1].particle & P.relative_pronoun:
        return False
    return doc.infos[i].conj and doc.words[i - 1] in COMMAS and doc.words[i - 2] in QUOTE_MARKS and _is_past(doc, i)


def _apodosis(doc: Document, marked: MarkedText, frame: Frame, start: int, end: int) -> int:
    """ورغم قول الخبراء إن …[، فإن] التجار …; وفيما أعلنت الوزارة …[، زار] الوزير: where the main clause begins.

    It does only for a report in the clause that opens the sentence.
    """
    sentence = doc.segments.sentences[frame.sentence]
    opener = _opening(doc, sentence.first, frame)
    if not opener:
        return end
    for i in range(start + 2, end - 1):
        if (
            doc.words[i].startswith("ف")
            and doc.words[i] in doc.lexicon.word_classes["apodosis"]
            and not marked.quoted[i]
        ):
            return i
        if doc.words[i] not in COMMAS or marked.quoted[i]:
            continue
        after = doc.infos[i + 1]
        if after.word in doc.lexicon.word_classes["apodosis"] or goes_against(doc, i + 1):
            return i
        if opener == "while" and not after.conj and not marked.quoted[i + 1] and marked.inside[i + 1] is None:
            if _begins_main_clause(doc, marked, i + 1, end):
                return i
    return end


def _begins_main_clause(doc: Document, marked: MarkedText, i: int, end: int) -> bool:
    """… ، زار الوزير القرية, … ، تتحدث المدينة عن هجوم: a verb with who does it, but no تجعلها تسعى."""
    if doc.infos[i].reports or _is_past(doc, i):
        return True
    return is_finite(doc, i) and i + 1 < end and (marked.start_of[i + 1] is not None or doc.infos[i + 1].definite)


def _opening(doc: Document, first: int, frame: Frame) -> str:
    """The kind of the subordinator that opens the sentence, with the cue in its clause: ``while``, ``though`` or none."""
    cue = frame.cue
    if not first < cue < first + _REACH:
        return ""
    classes = doc.lexicon.word_classes
    word, second = doc.infos[first].base, doc.infos[first + 1].base
    if word in ("في", "علي") and first + 2 <= cue:
        word = second
    kind = "while" if word in classes["while_clauses"] else "though" if word in classes["though_clauses"] else ""
    if word in ("بعد", "منذ") and doc.words[first + 1] == "ان":
        kind = "while"  # وبعد أن ذكر بالزيارة …، رحب الوزير ب…
    told = doc.words[cue - 1] in classes["whatever"]  # على الرغم مما أشار إليه التقرير
    clause = told or frame.form.kind == "m" or any(doc.infos[k].particle & COMPLEMENTISER for k in range(first, cue))
    if word in classes["though_nouns"] and not clause:
        return ""  # ورغم الأمطار أكد …
    broken = any(doc.words[k] in _BREAKS or doc.words[k] in QUOTE_MARKS for k in range(first, cue))
    return "" if broken else kind


def goes_against(doc: Document, i: int) -> bool:
    """إلا أن, غير أنه, بيد أنها …"""
    after = doc.infos[i + 1] if i + 1 < len(doc.infos) else None
    complementiser = after is not None and after.particle & COMPLEMENTISER
    return bool(complementiser) and doc.infos[i].base in doc.lexicon.word_classes["excepting"]
