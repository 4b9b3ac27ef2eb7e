"""How far a noun phrase reaches, and what governs it."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import (
    AS_PARTICIPLE,
    AS_VERB,
    COMPLEMENTISER,
    FUNCTION,
    MASDAR,
    NOUN,
    PERSONAL,
    UNKNOWN,
    VERB,
)
from dipcli.stages.found import Found
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.word_kinds import is_nominative_plural, is_person_noun
from dipcli.stages.genitives import is_deed_apart, quoted_end
from dipcli.stages.names import is_stop
from dipcli.text.marks import QUOTE_MARKS

_SHORTEST_NOUN: Final = 4  # letters
_NAMED: Final = 5  # tokens from an opening mark within which a name closes


def noun_phrase_end(marked: MarkedText, i: int, end: int) -> int:
    """End of the noun phrase at ``i``: nouns, adjectives, genitives, coordinated nouns, relative clauses left out."""
    j = i
    while j < end:
        info = marked.infos[j]
        found = marked.start_of[j]
        if found is not None and j == i + 1 and _is_whole_plural(marked, i):
            break
        if found is not None and j > i:
            after_definite = marked.infos[j - 1].definite and found.kind != "person" and not found.conj
            if after_definite and info.definite and marked.doc.lexicon.single(info.base, "D") and not info.prep:
                j += 1  # القيادة السعودية: the country's adjective
                continue
            if (found.skip and not found.conj) or info.prep or after_definite:
                break
            j = found.last
            continue
        if j > i and marked.infos[j - 1].definite and not info.definite and not info.conj:
            break
        if j == i + 1 and info.definite and _is_whole_plural(marked, i):
            break
        if j > i + 1 and marked.infos[i].definite and _disagrees(marked, j):
            break
        if j > i + 1 and found is None and _closed_by_a_place(marked, i, j):
            break
        if j > i + 1 and found is None and (_is_whole_by_name(marked, j) or _is_a_deed_apart(marked, i, j)):
            break
        if j > i and marked.words[j] in QUOTE_MARKS:
            return _named_in_marks(marked, j, end)
        if (
            not info.word[0].isalnum()
            or is_stop(marked.doc, j)
            or info.particle & (COMPLEMENTISER | P.relative_pronoun)
        ):
            break
        if j > i and (info.prep or info.verbal or (info.cue_kinds & (AS_VERB | AS_PARTICIPLE) and not info.definite)):
            break
        if info.conj and j > i and not info.flags & (NOUN | MASDAR | UNKNOWN):
            break
        j += 1
    return max(j, i + 1)


def _named_in_marks(marked: MarkedText, j: int, end: int) -> int:
    """غرفة عمليات معركة [«لهيب النهر»]: past the name of what bears one; ``j`` else, and where the name alone is known."""
    before = marked.infos[j - 1]
    if before.definite or before.prep or marked.start_of[min(j + 1, end - 1)] is not None:
        return j
    close = quoted_end(marked.doc, j, end, _NAMED)
    bears = before.core in marked.classes["bear_names"] or before.core in marked.classes["body_heads"]
    return close if bears and not any(x.reports for x in marked.infos[j + 1 : close]) else j


def _is_whole_by_name(marked: MarkedText, j: int) -> bool:
    """ابنة سيكالا [سلطات] بلادها: behind a name that closes a construct a common noun with its genitive is the object."""
    before, info = marked.infos[j - 1], marked.infos[j]
    name = before.flags & UNKNOWN and not before.flags & (NOUN | MASDAR) and not before.definite and not before.prep
    if not name or not before.word.isalpha() or j + 1 == len(marked.words):
        return False
    common = info.flags & NOUN and not info.flags & (PERSONAL | UNKNOWN) and not info.definite and not info.conj
    titled = is_person_noun(marked, j) or marked.doc.match(j, len(marked.words), "t") is not None
    long = len(info.base) >= _SHORTEST_NOUN or info.core in marked.classes["speaking_plurals"]  # [دول] جنوب آسيا
    return bool(common) and long and not titled and marked.words[j + 1][0].isalpha()


def _closed_by_a_place(marked: MarkedText, i: int, j: int) -> bool:
    """وصفت إمارة منطقة عسير [بائعي الشرائح] ب…: behind a construct that a place has closed, a noun with its own genitive."""
    place, info = marked.inside[j - 1], marked.infos[j]
    if place is None or place.kind not in ("place", "country") or place.last != j or marked.infos[i].definite:
        return False
    noun = info.flags & NOUN and not info.flags & PERSONAL and not (info.definite or info.conj or info.prep)
    if not noun or j + 1 >= len(marked.infos) or not (marked.infos[j + 1].definite or marked.infos[j + 1].flags & NOUN):
        return False
    return not is_person_noun(marked, j) or marked.doc.raw(j).endswith("ي")


def _disagrees(marked: MarkedText, j: int) -> bool:
    """فسر الوسط الرياضي [الحركة]: behind a relative adjective in the masculine a noun in the feminine is the object."""
    one, other = marked.infos[j - 1], marked.infos[j]
    masculine = one.definite and marked.doc.raw(j - 1).endswith("ي") and not one.flags & PERSONAL
    return masculine and other.definite and not other.conj and marked.doc.raw(j).endswith("ة")


def _is_whole_plural(marked: MarkedText, i: int) -> bool:
    """معارضون, المتمردون: a plural of people in ون, which no genitive can follow; a definite noun behind it is the object."""
    info = marked.infos[i]
    if info.definite:
        after = marked.infos[i + 1].base if i + 1 < len(marked.infos) else ""
        return is_nominative_plural(info) and bool(info.flags & NOUN) and not after.endswith("ون")
    return info.base.endswith("ون") and is_person_noun(marked, i)


def _is_a_deed_apart(marked: MarkedText, i: int, j: int) -> bool:
    """أبناء منطقة عسير [التفجير], أعضاء الحزب [الاتهام]: a verbal noun behind a construct is the object."""
    before = marked.inside[j - 1]
    place = before is not None and before.kind in ("place", "country")
    return not marked.infos[i].definite and is_deed_apart(marked.doc, j, closed=place)


def adjunct_end(marked: MarkedText, i: int, end: int) -> int:
    """End of the noun phrase under a preposition: its noun, adjectives and genitives, but no subject behind it."""
    j = i
    while j < end:
        info = marked.infos[j]
        found = marked.start_of[j]
        if found is not None:
            construct = (
                j > i
                and not marked.infos[j - 1].definite
                and marked.infos[j - 1].flags & NOUN
                and marked.start_of[j - 1] is None
            )
            visited = (
                j == i + 1 and found.kind == "country" and _has_pronoun(marked, i) and not found.skip
            )  # قبل وصولها تونس
            if j > i and not construct and found.kind != "place" and not visited:
                break
            j = found.last
            if j < end and marked.infos[j].conj and marked.start_of[j] is not None:
                continue
            break
        if (
            not info.word[0].isalnum()
            or info.conj
            or (info.prep and j > i)
            or (is_stop(marked.doc, j) and not info.particle & (P.demonstrative | P.quantifier))
        ):
            break
        if info.particle & (COMPLEMENTISER | P.relative_pronoun) or (
            j > i and (info.verbal or (info.cue_kinds & (AS_VERB | AS_PARTICIPLE) and not info.definite))
        ):
            break
        if j > i and info.definite and info.base.endswith("ون") and not marked.infos[j - 1].base.endswith("ون"):
            break  # في ختام اللقاء [المشاركون]: no genitive
        if j > i and marked.infos[j - 1].definite and not info.definite and not marked.words[j].isdigit():
            break
        if j > i and _is_whole(marked, i, j):
            break
        j += 1
    return max(j, i)


def _is_whole(marked: MarkedText, i: int, j: int) -> bool:
    """في اتصال هاتفي [إرسال] قوات: a verbal noun is no genitive of an adjective, nor of a time that is whole."""
    before, info = marked.infos[j - 1], marked.infos[j]
    if not info.definite and info.flags & NOUN and _tells_when(marked, i, j):
        return True  # في وقت سابق [زعماء] الإقليم
    if not info.flags & MASDAR or info.definite:
        return False
    relative = marked.doc.raw(j - 1).endswith(("ي", "ية")) and not before.flags & (MASDAR | PERSONAL)
    return (relative and j - 1 > i) or _tells_when(marked, i, j)


def _tells_when(marked: MarkedText, i: int, j: int) -> bool:
    """قبل أيام [إرسال] قوات, في وقت سابق [دعم] بلاده: a time that is whole before the verbal noun at ``j``, no genitive of it."""
    before, ago = marked.infos[j - 1].base, marked.classes["ago"]
    if before in ago:
        return i > 0 and marked.infos[i - 1].base in marked.classes["since"]
    return before in marked.classes["how_long_ago"] and any(
        marked.infos[k].base in ago or marked.words[k] == "وقت" for k in range(i, j - 1)
    )


def preposition_before(marked: MarkedText, first: int, i: int, found: Found) -> str:
    """The preposition that governs the mention at ``i``: attached, or the word before."""
    word = marked.words[i]
    if found.skip:
        letter = word[found.skip - 1]
        if letter in "بلك":
            return letter
    if word.startswith(("لل", "ولل", "فلل")) and marked.infos[i].prep == "ل":
        return "ل"
    if i - 1 > first and (marked.words[i - 1] == "(" or marked.words[i - 1] in QUOTE_MARKS):
        i -= 1  # مع (تونس), ضد «الحركة»
    if i - 1 >= first and marked.inside[i - 1] is None:
        before = marked.infos[i - 1]
        if before.particle & P.preposition:
            return before.base
        kin = marked.doc.lexicon.contact_words["kin"]
        if before.base[0] in "بل" and (before.base[1:] in kin or _counts(marked, before.base[1:])):
            return before.base[0]  # قدم لأخيه الرئيس …, أكد لجميع القوى …
        if (before.prep and before.flags & (NOUN | MASDAR)) or (before.word == "كل" and i - 2 >= first):
            return _preposition_before_word(marked, first, i - 1)
    return ""


def _counts(marked: MarkedText, word: str) -> bool:
    """كل, جميع, بعض"""
    return bool(word) and bool(marked.doc.lexicon.info(word).particle & P.quantifier)


def _preposition_before_word(marked: MarkedText, first: int, i: int) -> str:
    info = marked.infos[i]
    if info.prep:
        return info.prep
    if i - 1 >= first and marked.infos[i - 1].particle & P.preposition:
        return marked.infos[i - 1].base
    return ""


_PRONOUNS: Final = ("ها", "هم", "هما", "هن", "نا")
_CHAIN: Final = 6  # nouns in the construct state that one preposition governs


def _is_paper(marked: MarkedText, k: int) -> bool:
    """بعد بيان [الوزارة]: an indefinite noun of a document is a noun like others; not في بيان الوزارة, who speaks in it."""
    found = marked.inside[k]
    if found is None or found.rule != "unnamed_document" or found.last != found.first + 1 or not k:
        return False
    return marked.infos[k - 1].base not in marked.classes["speaks_in"] and marked.infos[k].prep != "ب"


def within_phrase(marked: MarkedText, first: int, i: int) -> bool:
    """غداة زيارة [الوزير], في ختام مناقشة هذه [الرسالة]: the genitive of nouns that a preposition governs."""
    k = i - 1
    while k >= max(first, i - _CHAIN) and (marked.inside[k] is None or _is_paper(marked, k)):
        info = marked.infos[k]
        if k < i - 1 and info.particle & P.preposition:
            return True
        pointing = k == i - 1 and info.particle & P.demonstrative and info.word != "ذلك" and not info.conj
        if not pointing:
            if info.particle or info.definite or not info.flags & (NOUN | MASDAR) or _has_pronoun(marked, k):
                return False
            if info.prep:
                return True
            if info.conj:
                return False
        k -= 1
    return False


def _has_pronoun(marked: MarkedText, k: int) -> bool:
    """في مكتبه: its pronoun is the noun's genitive."""
    return marked.doc.raw(k).endswith("ه") or marked.words[k].endswith(_PRONOUNS)


def opens_clause(marked: MarkedText, found: Found) -> bool:
    """… ونيروبي تريد: with و and a verb behind it, a mention begins a clause of its own."""
    if not (found.conj and found.skip) or found.last >= len(marked.infos) or second_of_two(marked, found):
        return False
    after = marked.infos[found.last]
    verb = after.flags & VERB and not after.flags & (NOUN | MASDAR | PERSONAL | FUNCTION)
    return bool(verb) and not after.cues and not after.word.startswith("ل")


def second_of_two(marked: MarkedText, found: Found) -> bool:
    """بين المنظمة [والمغرب] يتمحور …: between asks for two."""
    for k in range(found.first - 1, max(found.first - _CHAIN, -1), -1):
        info, other = marked.infos[k], marked.start_of[k]
        if info.base == "بين" and marked.inside[k] is None:
            return True
        if (info.conj and other is not None) or not info.word[0].isalnum():
            return False
    return False
