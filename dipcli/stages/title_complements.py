"""What an office is over or at: nouns in construct (رئيس كتلة …) and after a preposition (لشؤون …, لدى …)."""

from dipcli.rules.match import CITY, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB, P
from dipcli.stages.document import Document
from dipcli.stages.names import is_stop, is_verbal, name_end

_LONGEST_COMPLEMENT = 9
OVER = frozenset({"لشوون", "لشيون", "لشان", "للشوون", "المكلف", "المكلفه", "المعني", "المعنيه"})
AT = frozenset({"لدي", "في", "الي", "بشان", "باسم"})
_CHARGED = frozenset({"المكلف", "المكلفه", "المعني", "المعنيه"})  # with what, or they are a modifier of the office


def complement(doc: Document, i: int, last: int) -> int:
    """End of the nouns that say what a head in construct is over (رئيس [كتلة الوفاء], مدير [عام المنظمة])."""
    j = i
    if i + 1 < last and doc.infos[i].particle & P["demonstrative"] and doc.infos[i + 1].definite:
        return i + 2  # عمدة [هذه المقاطعة]
    if i and i < last:
        eponym = _named_after(doc, i - 1, last)
        if eponym > i:
            j = eponym
        elif doc.infos[i - 1].base in doc.lexicon.word_classes["place_heads"]:
            j = _place_end(doc, i, last)
    while j < last and j - i < _LONGEST_COMPLEMENT:
        info = doc.infos[j]
        if not info.word[0].isalpha() or is_stop(doc, j) or is_verbal(info):
            break
        if j > i and (doc.match(j, last, "D") or _is_spoken_of(doc, j)):
            break
        eponym = _named_after(doc, j, last)
        if eponym > j:
            j = eponym
            continue
        if info.base in doc.lexicon.word_classes["place_heads"] and not info.conj:
            j = _place_end(doc, j + 1, last)  # حاكم ولاية [نيو جيرسي]
            continue
        if info.conj:
            if not (info.base.startswith("ال") and j > i and info.flags & (NOUN | MASDAR)) or doc.match(j, last, "h"):
                break
        elif not info.definite:
            if doc.match(j, last, "th") and j > i:
                break
            if j > i and doc.infos[j - 1].definite:
                break  # nothing indefinite goes on after the article
            body = doc.match(j, last, "oC" if j == i else "oCcr")
            if body is not None and body[1] == 0:
                j = body[0]
                continue
            if (info.flags & PERSONAL and not info.flags & NOUN) or info.flags & UNKNOWN:
                break
            if not info.flags & (NOUN | MASDAR) or (info.flags & VERB and not info.flags & NOUN):
                break
            if j + 1 >= last or not (
                doc.infos[j + 1].definite or doc.infos[j + 1].flags & (NOUN | CITY) or doc.match(j + 1, last, "cCr")
            ):
                break
            if doc.infos[j + 1].flags & CITY and not doc.infos[j + 1].flags & NOUN:
                j += 2  # محافظ [جنوب سيناء]
                continue
        elif (
            (j > i and _title_begins(doc, j, last))
            or doc.match(j, last, "p")
            or (info.flags & PERSONAL and not info.flags & NOUN and j > i)
        ):
            break
        j += 1
    while j > i and doc.infos[j - 1].conj:
        j -= 1
    return j


def _place_end(doc: Document, i: int, last: int) -> int:
    """End of a place's name of one or two words; where the second is a given name, the holder's begins there."""
    place = doc.match(i, last, "cCr")
    if place is not None:
        return place[0]
    end = name_end(doc, i, min(last, i + 2), trusted=True)
    holder = end - i == 2 and doc.infos[i + 1].flags & GIVEN and not doc.infos[i].flags & GIVEN
    more = holder and name_end(doc, i + 1, last, trusted=True) > i + 2
    return i + 1 if more else end


def _named_after(doc: Document, j: int, last: int) -> int:
    """End of مركز [الملك فهد الثقافي], مستشفى [الأمير سلطان]: a place and the prince whose name it bears; ``j`` when none."""
    if not is_named_after(doc, j) or j + 2 >= last:
        return j
    match = doc.match(j + 1, last, "th")
    if match is None or match[1] or not doc.infos[j + 1].definite:
        return j
    end = name_end(doc, match[0], last, trusted=True)
    while match[0] < end < last and doc.infos[end].definite and doc.infos[end].base.endswith(("ي", "يه")):
        end += 1
    return end if end > match[0] else j


def is_named_after(doc: Document, j: int) -> bool:
    """مطار, بمستشفى: a place or an event that mostly bears somebody's name."""
    info = doc.infos[j]
    return (info.core if info.prep else info.base) in doc.lexicon.word_classes["named_after"]


def _is_spoken_of(doc: Document, j: int) -> bool:
    """(أشاد) أمير منطقة عسير [بالاهتمام]: what a verb speaks of under ب, no genitive of the title before it."""
    info = doc.infos[j]
    return info.prep == "ب" and info.definite and info.core in doc.lexicon.word_classes["speech"]


def _title_begins(doc: Document, j: int, last: int) -> bool:
    """A further office of the same person (… لشؤون المنظمات [الوزير المفوض] ناصر …)."""
    match = doc.match(j, last, "th")
    return (
        match is not None
        and match[1] == 0
        and any(
            (n.code == "t" and n.value.split()[1] in ("minister", "diplomatic", "state_office")) or n.code == "h"
            for n in match[2]
        )
    )


def supervises(doc: Document, i: int) -> bool:
    """المشرف العام [على] …: what the office is over stands under على."""
    if doc.words[i] != "علي" or doc.raw(i).endswith("ي"):
        return False
    return any(doc.infos[k].core in doc.lexicon.word_classes["over_with_ala"] for k in range(max(0, i - 2), i))


def attached(doc: Document, i: int, last: int) -> int:
    """End of a prepositional complement of an office: لشؤون …, لدى …, في …, ل…, باسم …"""
    info = doc.infos[i]
    if info.conj:
        return i
    if supervises(doc, i):
        over = complement(doc, i + 1, last)
        return over if over > i + 1 else i
    start = i + 1 if doc.words[i] in AT or doc.words[i] in OVER else i
    if start >= last or (doc.words[i] in _CHARGED and doc.infos[start].prep != "ب"):
        return i
    if doc.words[i] == "في" and not doc.match(start, last, "oCKc"):
        return i
    if doc.words[i] == "الي" and not doc.match(start, last, "oCKcr"):
        return i
    codes = "oCKc" if info.prep == "ب" and start == i else "oCKrcmSpq"
    body = doc.match(start, last, codes)
    if body is not None and body[1] <= (1 if start == i else 0):
        end = body[0]
        if end < last and doc.words[end] in ("الي", "لدي") and doc.match(end + 1, last, "oCKrc"):
            return attached(doc, end, last)
        return end
    if (start == i and info.prep != "ل") or (doc.words[i] == "لدي" and doc.words[start].endswith(("ه", "ها"))):
        return i  # استقبال الأمير [لدى وصوله]: when, and not where he is posted
    j = start + 1 if start == i else start
    stop = complement(doc, j, last)
    if start == i and info.flags & UNKNOWN and stop == j:
        return i
    return max(stop, j)
