"""What stands between a cue and its content and belongs to neither: asides between commas or dashes, relative clauses."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import AS_PREPOSITION, COMPLEMENTISER, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.signs import DASHES
from dipcli.stages.framing.word_kinds import is_needed, is_said_noun, stem_in
from dipcli.text.marks import COMMAS, QUOTE_MARKS

ENDS_RELATIVE: Final = COMMAS | DASHES | {")"}
_LONGEST: Final = 40
_NAME: Final = 4
_BLESSING: Final = 6  # tokens of a blessing between dashes


def aside_end(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """وأكد الأمير [-الذي التقى عددا من المسؤولين-] أن …: token behind an aside that begins at ``i``; ``i`` when none does.

    It is one only when what the cue governs follows it.
    """
    word = marked.words[i]
    closing = DASHES if word in DASHES else COMMAS if word in COMMAS else None
    if closing is None or i + 3 >= end:
        return i
    if closing is COMMAS and (named := _name_end(marked, frame, i, end)) > i:
        return named
    if closing is COMMAS and (not _opens_adjunct(marked, i + 1) or marked.infos[i + 2].particle & COMPLEMENTISER):
        return i  # أشار الوزير، وهو في باريس، إلى أن السفير قال، …: what the cue governs, no aside
    if marked.words[i + 1] == "عن" and frame.rule.speech_act == "relay":
        return i  # نقلت الوكالة، عن مصادر، أن …
    opens = marked.infos[i + 1]
    relative = bool(opens.particle & P.relative_pronoun or opens.cue_kinds & AS_PREPOSITION)
    for j in range(i + 2, min(end - 1, i + _LONGEST)):
        if marked.words[j] in closing and not (relative and marked.quoted[j]):
            if closing is DASHES and j - i <= _BLESSING and "الله" in marked.words[i + 1 : j]:
                return j + 1  # ونوه [- حفظه الله -] بما …
            behind = _governed(marked, frame, j + 1) or _is_object(marked, frame, j + 1, closing is DASHES)
            behind = behind or (closing is DASHES and _is_addressed(marked, frame, j + 1))
            return j + 1 if behind else i
        if marked.words[j] == "." and marked.words[j + 1] == "." and closing is DASHES and j + 2 < end:
            return j + 2 if _governed(marked, frame, j + 2) else i  # وقال سالم العمري - رئيس البلدية.. إن …
        if marked.words[j] in QUOTE_MARKS and closing is COMMAS and not relative:
            return i
    return i


def acronym_end(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """أعلنت الهيئة العامة [(هع)]، تأجيل …: token behind the short name in brackets of a subject; 0 when none stands at ``i``."""
    if marked.words[i] != "(":
        return 0
    if not frame.subjects or frame.subjects[-1].last != i:
        return 0 if i == frame.cue_last else _name_in_brackets(marked, i, end)
    for j in range(i + 2, min(end, i + _NAME)):
        if marked.words[j] == ")":
            return j + 2 if j + 1 < end and marked.words[j + 1] in COMMAS else j + 1
    return 0


def _name_in_brackets(marked: MarkedText, i: int, end: int) -> int:
    """أكدت تونس ومصر في بيان مشترك [(إعلان تونس)] دعم …: token behind what something is also called; 0 when none stands at ``i``."""
    for j in range(i + 1, min(end, i + _NAME + 1)):
        if marked.words[j] == ")":
            return j + 1
        info = marked.infos[j]
        if not info.word[0].isalpha() or info.particle or (info.verbal and not info.flags & (NOUN | MASDAR)):
            return 0
    return 0


def _name_end(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """أكد وزير الخارجية النرويجي[، بورج براندي،] أهمية …: past the name, which no table knows, of a title's holder."""
    title = frame.subjects[0] if len(frame.subjects) == 1 else None
    if title is None or title.last != i or title.name is not None or not title.titles:
        return i
    j = i + 1
    while j < end and j - i <= _NAME and _may_be_name(marked, j):
        j += 1
    if j == i + 1 or j == end or marked.words[j] not in COMMAS:
        return i
    like_nouns = all(x.definite and x.flags & NOUN for x in marked.infos[i + 1 : j])
    return i if like_nouns else j + 1


def _may_be_name(marked: MarkedText, j: int) -> bool:
    info = marked.infos[j]
    name = info.flags & (PERSONAL | UNKNOWN) and not info.flags & MASDAR and info.word[0].isalpha()
    governed = info.prep and info.flags & NOUN
    return bool(name) and not (governed or info.conj or info.particle or info.cues)


def _opens_adjunct(marked: MarkedText, i: int) -> bool:
    info = marked.infos[i]
    opens = info.particle & (P.preposition | P.relative_pronoun | P.time)
    according = info.cue_kinds & AS_PREPOSITION and not info.conj  # وأكد، [بحسب الوكالة]، أن …
    return bool(opens or according) and marked.start_of[i] is None


def _governed(marked: MarkedText, frame: Frame, i: int) -> bool:
    info, rule = marked.infos[i], frame.rule
    if info.particle & COMPLEMENTISER and marked.inside[i] is None:
        return bool(rule.clause) and not info.conj
    if marked.words[i] in QUOTE_MARKS or marked.words[i] == ":":
        return rule.quote
    if info.prep and not info.conj and rule.object[:1] == (info.prep,) and "" not in rule.object:
        return info.base not in marked.classes["b_adverbs"] or info.base in marked.classes["b_objects"]
    return bool(info.particle & P.preposition) and info.base in rule.object and not info.conj


def _is_addressed(marked: MarkedText, frame: Frame, i: int) -> bool:
    """دعت الوزارة -أمس في رسالة إلى الأمين العام- [تركيا] إلى …: whom one calls on, behind the aside."""
    found = marked.start_of[i]
    asks = "object" in frame.rule.addressee and (frame.subjects or frame.noun_phrase)
    return bool(asks) and found is not None and found.kind != "place" and not found.skip


def _is_object(marked: MarkedText, frame: Frame, i: int, dashes: bool) -> bool:
    info, rule = marked.infos[i], frame.rule
    if info.conj or info.particle or not (dashes or is_said_noun(marked, info)):
        return False
    return info.prep in rule.object if info.prep else bool(rule.target or "" in rule.object) and bool(info.flags & NOUN)


def opens_past_relative(marked: MarkedText, frame: Frame, i: int) -> bool:
    """What opens the content although a relative clause has not ended: what the cue governs, a quotation, its own nouns."""
    info = marked.infos[i]
    if info.particle & COMPLEMENTISER or marked.words[i] == ":":
        return True
    if info.particle & P.preposition:
        return info.base in frame.rule.object
    quote, rule = marked.quote_at.get(i), frame.rule
    if quote is not None:
        return quote.close - i > 4
    if info.prep:
        return info.prep in rule.object and (bool(info.flags & MASDAR) or stem_in(marked, info.core, "speech"))
    if rule.status and is_needed(marked, rule, i):
        return True
    return is_said_noun(marked, info) and not info.flags & VERB


def begins_relative(marked: MarkedText, frame: Frame, i: int) -> bool:
    """الوزير [الذي زار] المدينة, مؤتمر صحفي [عقده] أمس: no noun of such a clause is what is said."""
    info = marked.infos[i]
    if info.particle & P.relative_pronoun:
        return i > frame.cue_last
    if i <= frame.cue_last + 1 or not info.flags & VERB or info.definite or info.conj or info.prep:
        return False
    before = marked.infos[i - 1]
    inside = marked.inside[i - 1]
    thing = inside is None or inside.rule == "unnamed_document"
    indefinite = before.flags & NOUN and not before.definite and thing
    if before.word in marked.classes["same_words"]:
        return False  # أكد في الوقت نفسه حرصه …
    return bool(indefinite) and not info.particle and marked.doc.raw(i).endswith(("ه", "ها"))
