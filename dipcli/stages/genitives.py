"""What a noun in construct is of: a definite noun with its adjectives, a body or place of the tables, a body's own name."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import CITY, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN
from dipcli.stages.document import Document
from dipcli.stages.names import is_stop
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_LINKS: Final = 3  # nouns without the article between head and definite noun (وزراء [خارجية دول لجنة] المبادرة)
_QUOTED: Final = 7
_NAMED: Final = 4


def genitive_end(doc: Document, i: int, last: int) -> int:
    """End of what the noun before ``i`` is of (وزراء [خارجية الدول العربية]); ``i`` when nothing is sure to be."""
    j = i
    while j < last and j - i < _LINKS and _links(doc, j, last):
        j += 1
    if j >= last:
        return i
    listed = doc.match(j, last, "oCKcrS")
    if listed is not None and listed[1] == 0:
        j = listed[0]
    elif _definite_noun(doc, j):
        j += 1
    else:
        return i
    return adjectives_end(doc, j, last)


def is_deed_apart(doc: Document, j: int, *, closed: bool = False) -> bool:
    """أعضاء الحزب [التفجير]: a verbal noun with the article is no adjective, so that it is apart from the construct that the
    article or a place has closed before it; ``closed``: it is known to be.
    """
    info, before = doc.infos[j], doc.infos[j - 1]
    classes = doc.lexicon.word_classes
    relative = info.base.endswith(("ه", "ي")) and info.core not in classes["speech"]  # but [الدعوة]
    adjective = relative or info.core in classes["complemented"]
    deed = info.definite and info.flags & MASDAR and not (info.conj or info.prep or adjective)
    return bool(deed) and (closed or before.definite or doc.match(j - 1, j, "cCKr") is not None)


def adjectives_end(doc: Document, j: int, last: int) -> int:
    """Past relative adjectives and nationalities with the article."""
    while j < last and _adjective(doc, j, last):
        j += 1
    return j


def _links(doc: Document, j: int, last: int) -> bool:
    info = doc.infos[j]
    if info.definite or info.conj or info.prep or not info.flags & (NOUN | MASDAR) or doc.match(j, last, "oCKcrS"):
        return False
    if is_stop(doc, j) or info.verbal or info.reports or info.word.endswith("ا"):
        return False
    return j + 1 < last and (
        doc.infos[j + 1].definite or bool(doc.infos[j + 1].flags & NOUN) or doc.match(j + 1, last, "oCKcr") is not None
    )


def _definite_noun(doc: Document, j: int) -> bool:
    info = doc.infos[j]
    if not info.definite or info.conj or info.prep or is_stop(doc, j) or info.reports:
        return False
    return bool(info.flags & (NOUN | MASDAR | UNKNOWN)) and not info.particle & P.time


def _adjective(doc: Document, j: int, last: int) -> bool:
    info = doc.infos[j]
    if info.conj or info.prep or not info.definite or is_stop(doc, j):
        return False
    if info.core in doc.lexicon.word_classes["belonging"]:
        return False  # أهالي المحافظة [التابعة] ل…
    relative = info.base.endswith(("ي", "يه")) and not info.flags & PERSONAL
    return relative or info.base in doc.lexicon.title_adjectives or doc.match(j, last, "D") is not None


def quoted_end(doc: Document, j: int, last: int, reach: int = _QUOTED) -> int:
    """Past a name in quotation marks at ``j``, closed before ``j + reach`` and the dots in it (بي. بي. سي.); ``j`` when none
    stands there.
    """
    if j >= last or doc.words[j] not in QUOTE_MARKS:
        return j
    k, stop = j + 1, j + reach
    while k < min(last, stop) and doc.words[k] not in QUOTE_MARKS:
        stop += doc.words[k] == "."
        k += 1
    closed = j + 1 < k < min(last, stop)
    return k + 1 if closed else j


def own_name_end(doc: Document, j: int, last: int) -> int:
    """End of the name that a body bears at ``j`` (أمين عام منظمة [سيكو]، …), before that of its head; ``j`` when unsure."""
    quoted = quoted_end(doc, j, last)
    if quoted > j:
        return quoted
    k = j
    while k < last and k - j < _NAMED and _may_be_own(doc, k):
        k += 1
    run = k - j
    if run > 2:
        return j + 1 if not doc.infos[j].flags & GIVEN else j
    if run == 2 and doc.infos[j + 1].flags & GIVEN and not doc.infos[j].flags & GIVEN and doc.infos[k].definite:
        return j + 1  # مدير مركز اكتفاء [محمد الرشيدي]
    if run == 2:
        return j if any(doc.infos[n].flags & GIVEN for n in (j, j + 1)) else k
    if run == 1:
        return k if not doc.infos[j].flags & GIVEN else j
    one = doc.words[j][0].isalpha() and not is_stop(doc, j) if j + 1 < last else False
    return j + 1 if one and (doc.words[j + 1] in COMMAS or doc.match(j + 1, last, "h") is not None) else j


def _may_be_own(doc: Document, k: int) -> bool:
    info = doc.infos[k]
    if not info.word[0].isalnum() or info.definite or info.prep or info.conj or is_stop(doc, k) or info.verbal:
        return False
    if info.kinds and doc.match(k, k + 1, "th"):
        return False
    return bool(info.flags & (UNKNOWN | PERSONAL | CITY)) or info.word.isascii()
