"""Adjectives behind a subject: they belong to its noun phrase, though a bare object would stand in the same place."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, FUNCTION, MASDAR, NOUN, WordInfo
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.word_kinds import is_person_noun, is_said_noun, preposition_of, stem_in
from dipcli.stages.names import is_stop

_RELATIVE: Final = ("ي", "يه", "يون", "يين", "يان", "يات")


def with_adjectives(marked: MarkedText, frame: Frame, found: Found) -> int:
    """Token after a subject; an unnamed one takes its indefinite adjectives along (مسؤول تجاري هندي رفيع المستوى)."""
    j = found.last
    if found.kind in ("organisation", "group", "country") and j < len(marked.words) and marked.infos[j].definite:
        end = definite_adjectives_end(marked, frame, found.first, j)
        genitive = marked.infos[j - 1]
        if end > j or found.last - found.first != 2 or marked.infos[found.first].definite or not genitive.definite:
            return end
        # قيادة التحالف [العربي]: the adjective of the genitive
        return j if genitive.base.endswith(("ي", "يه")) else definite_adjectives_end(marked, frame, j - 1, j)
    if found.kind not in ("unnamed", "group") or marked.infos[found.first].base.startswith("ال"):
        return j
    while j < len(marked.words):
        info = marked.infos[j]
        if info.conj and _joined_adjective(marked, found, j):
            j += 1  # دبلوماسيون عرب [ومصريون]
            continue
        if _opens_an_object(marked, frame, found, j):
            break
        if (
            not info.word[0].isalpha()
            or info.conj
            or info.prep
            or (found.rule == "unnamed_document" and info.core in marked.classes["body_heads"])  # تقرير منظمة …
            or (marked.start_of[j] is not None and not marked.doc.lexicon.single(info.base, "D"))
        ):
            break
        if (
            is_stop(marked.doc, j)
            or info.verbal
            or info.cues
            or info.flags & MASDAR
            or stem_in(marked, info.base, "speech")
            or not (info.flags & NOUN or _is_dual(marked, found, j))
        ):
            break
        j += 1
    found.last = _relative_end(marked, found.last, j)
    return j


def _joined_adjective(marked: MarkedText, found: Found, j: int) -> bool:
    """مختصون تونسيون [ومصريون]: one more nationality of the same people."""
    relative = marked.infos[j].core.endswith(("يون", "يين")) and bool(marked.infos[j].flags & NOUN)
    more = marked.start_of[j] is not None or is_person_noun(marked, j)  # مسؤولين تونسيين [ودبلوماسيين]
    return j > found.first + 1 and found.kind == "group" and relative and not (more or marked.infos[j].definite)


def _opens_an_object(marked: MarkedText, frame: Frame, found: Found, j: int) -> bool:
    """كشفت مصادر برلمانية [تفاصيل الاجتماع]: behind a relative adjective a noun with its genitive; not مسؤول تجاري [رفيع المستوى]."""
    takes = "" in frame.rule.object or frame.rule.target
    if not takes or j <= found.first + 1 or j + 1 >= len(marked.words):
        return False
    info, after = marked.infos[j], marked.infos[j + 1]
    relative = marked.words[j - 1].endswith(_RELATIVE) and not marked.words[j].endswith(_RELATIVE)
    construct = after.definite and not (after.prep or after.conj) and not info.definite
    return relative and construct and bool(info.flags & NOUN) and info.core not in marked.classes["standing"]


def _is_dual(marked: MarkedText, found: Found, j: int) -> bool:
    """خبيران [عقاريان]: an adjective in the dual, which no list holds, right behind a noun in the dual."""
    adjoins = j == found.first + 1 and marked.words[j - 1].endswith(("ان", "ين"))
    return adjoins and marked.words[j].endswith(("يان", "يين"))


def _relative_end(marked: MarkedText, first: int, last: int) -> int:
    """خبراء [عسكريون], تقارير [إخبارية]: past the relative adjectives, by which it is told who they are; not بيان [صادر] عن …."""
    j = first
    while j < last and marked.words[j].endswith(_RELATIVE) and not marked.infos[j].definite:
        j += 1
    return j


def definite_adjectives_end(marked: MarkedText, frame: Frame, head: int, last: int) -> int:
    """أعلن الحزب [الدستوري الحر] أن …: past the adjectives at ``last``, where what follows them can be no genitive.

    ``head`` is the noun that they agree with. ``last`` itself when the words there may be the cue's object.
    """
    j = last
    feminine = marked.infos[head].core.endswith(("ه", "ات"))
    if last + 1 < len(marked.words) and _before_clause(marked, last, feminine):
        return last + 1
    while j < len(marked.words) and _may_be_adjective(marked, j, feminine, j > last):
        j += 1
    if j == last or j >= len(marked.words):
        return last
    return j if _ends_there(frame, marked.infos[j]) or _object_follows(marked, frame, last, j) else last


def _before_clause(marked: MarkedText, j: int, feminine: bool) -> bool:
    """أكدت الشركة [المشغلة] أن …: between a noun and a complementiser no bare object can stand."""
    info = marked.infos[j]
    if not info.definite or info.conj or info.prep or info.particle or marked.start_of[j] is not None:
        return False
    return info.base.endswith("ه") == feminine and bool(marked.infos[j + 1].particle & COMPLEMENTISER)


def _may_be_adjective(marked: MarkedText, j: int, feminine: bool, second: bool) -> bool:
    info = marked.infos[j]
    if not info.definite or info.conj or info.prep or info.particle or info.flags & FUNCTION:
        return False
    if marked.doc.lexicon.single(info.base, "D"):
        return True
    if marked.start_of[j] is not None or is_said_noun(marked, info):
        return False
    related = info.base.endswith("يه" if feminine else "ي") or info.word in marked.doc.lexicon.title_adjectives
    agrees = info.base.endswith(("ه", "ي")) if feminine else not info.base.endswith("ه")  # الكبرى, الأولى
    return related or (second and agrees)


def _object_follows(marked: MarkedText, frame: Frame, first: int, j: int) -> bool:
    """وصف الوفد [البرلماني التونسي] الزيارة ب…: behind nothing but relative adjectives a noun with the article is the object."""
    related = all(marked.infos[k].base.endswith(("ي", "يه")) for k in range(first, j))
    after = marked.infos[j]
    noun = after.definite and after.flags & (NOUN | MASDAR) and not (after.conj or after.prep or after.particle)
    return related and bool(noun) and bool(frame.rule.target or "" in frame.rule.object)


def _ends_there(frame: Frame, after: WordInfo) -> bool:
    """Punctuation, a complementiser, a time, the cue's own preposition, or an indefinite noun that is its object."""
    rule = frame.rule
    bare = rule.target or "" in rule.object
    if not after.word[0].isalnum() or after.particle & (COMPLEMENTISER | P.time | P.adverb):
        return True
    preposition = preposition_of(after)
    if preposition:
        return preposition in rule.object or not bare or preposition == "في"
    return bare and not (after.definite or after.conj or after.particle) and bool(after.flags & (NOUN | MASDAR))
