"""Of what an unnamed speaker is, up to what is said: مسؤول [من حركة السلام] إن …, مسؤولون [في الإقليم] إن …"""

from typing import Final

from dipcli.rules.match import CITY, COMPLEMENTISER, MASDAR, NOUN, UNKNOWN
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.genitives import quoted_end
from dipcli.stages.title_places import country_within

_LONGEST: Final = 6  # words from the preposition to the clause
_KINDS: Final = ("unnamed", "group")
_FROM: Final = "من"
_PLACES: Final = ("body_heads", "services", "place_heads", "bodies_speaking")


def with_whereof(doc: Document, found: Found, last: int) -> Found:
    """``found`` with the words من …, في …, داخل … between it and its clause; a definite one (الوزير في لقاء) stays.

    The words may tell where it was said as well (مسؤول في العاصمة); either way nothing else stands there. What is a
    medium, a contact or a time is not taken (مسؤول في بيان, مسؤول في لقاء).
    """
    k = _behind_preposition(doc, found, last)
    if k < 0:
        return found
    named = quoted_end(doc, k, last)
    end = _clause(doc, named, last) if named == k else _closed(doc, named, last)
    if end > k:
        found.last = end
    return found


def with_whereof_ahead(doc: Document, found: Found, last: int) -> Found:
    """[ناشطون من المعارضة] قالوا إن …: the same with the verb that reports behind it."""
    k = _behind_preposition(doc, found, last)
    if k < 0:
        return found
    named = quoted_end(doc, k, last)
    end = _verb(doc, named, last)
    if end > k:
        found.last = end
    return found


def country_of_whereof(doc: Document, first: int, stop: int) -> str | None:
    """مصدر [في الخارجية العمانية], مسؤول [بالبيت الأبيض]: the country of the body that an unnamed one is of; tokens ``first``
    to ``stop``.
    """
    classes = doc.lexicon.word_classes
    for j in range(first + 1, stop - 1):
        k = j if doc.infos[j].prep == "ب" else j + 1
        if k == j + 1 and doc.words[j] not in classes["within"] and doc.words[j] != "باسم":
            continue
        core = doc.infos[k].core
        if core in classes["body_heads"] or core in classes["services"] or doc.match(k, stop, "o") is not None:
            return country_within(doc, k, stop, "Do")
    return None


def _behind_preposition(doc: Document, found: Found, last: int) -> int:
    """The word under من, في … behind an unnamed speaker where it may tell of what he is; -1 where there is none."""
    if found.kind not in _KINDS or doc.infos[found.last - 1].word in doc.lexicon.word_classes["within"]:
        return -1
    if doc.infos[found.first].definite or found.last + 1 >= last:
        return -1
    k = found.last
    while k + 1 < last and doc.words[k] in doc.lexicon.word_classes["within"]:
        k += 1
    if k == found.last or k - found.last > 2:
        return -1
    if quoted_end(doc, k, last) == k and not _is_of(doc, k, last, doc.words[k - 1]):
        return -1
    return k


def _is_of(doc: Document, k: int, last: int, preposition: str) -> bool:
    """A body, a place or a name of no list at ``k``; behind من whatever has the article."""
    info, classes = doc.infos[k], doc.lexicon.word_classes
    if info.conj or info.prep or info.particle or info.contacts or info.core in classes["medium"]:
        return False
    if info.core in classes["told_in"]:
        return False
    if doc.match(k, last, "oCKcrS") is not None or any(info.core in classes[name] for name in _PLACES):
        return True
    new = bool(info.flags & UNKNOWN) and not info.definite
    return new or (preposition == _FROM and info.definite)


def _closed(doc: Document, k: int, last: int) -> int:
    """Behind a name in marks (قيادي في «حركة السلام» إن …): ``k`` where the clause begins there, else 0."""
    return k if k < last and doc.infos[k].particle & COMPLEMENTISER else 0


def _clause(doc: Document, k: int, last: int) -> int:
    """Where the clause begins, with nouns alone before it; ``k`` where something else stands between."""
    for j in range(k, min(k + _LONGEST, last)):
        info = doc.infos[j]
        if info.particle & COMPLEMENTISER and not info.conj:
            return j
        if not info.word[0].isalpha() or info.particle or info.reports or info.prep:
            return k
    return k


def _verb(doc: Document, k: int, last: int) -> int:
    """Where a verb that reports stands, with nouns alone before it; ``k`` where something else stands between."""
    for j in range(k, min(k + _LONGEST, last)):
        info = doc.infos[j]
        if info.reports and not info.conj and not info.kinds and not info.flags & (MASDAR | NOUN | CITY):
            return j  # not في محافظة [عدن]
        if not info.word[0].isalpha() or info.particle or info.prep or info.conj:
            return k
    return k
