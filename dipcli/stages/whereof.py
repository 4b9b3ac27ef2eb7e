"""Of what an unnamed speaker is, up to what is said: مسؤول [من حركة السلام] إن …, مسؤولون [في الإقليم] إن …"""

from typing import Final

from dipcli.rules.match import COMPLEMENTISER, UNKNOWN
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.genitives import quoted_end

_LONGEST: Final = 6  # words from the preposition to the clause
_KINDS: Final = ("unnamed", "group")
_FROM: Final = "من"
_PLACES: Final = ("body_heads", "services", "place_heads", "bodies_speaking")


def with_whereof(doc: Document, found: Found, last: int) -> Found:
    """``found`` with the words من …, في …, داخل … between it and its clause; a definite one (الوزير في لقاء) stays.

    The words may tell where it was said as well (مسؤول في العاصمة); either way nothing else stands there. What is a
    medium, a contact or a time is not taken (مسؤول في بيان, مسؤول في لقاء).
    """
    if found.kind not in _KINDS or doc.infos[found.last - 1].word in doc.lexicon.word_classes["within"]:
        return found
    if doc.infos[found.first].definite or found.last + 1 >= last:
        return found
    k = found.last
    while k + 1 < last and doc.words[k] in doc.lexicon.word_classes["within"]:
        k += 1
    if k == found.last or k - found.last > 2:
        return found
    named = quoted_end(doc, k, last)
    if named == k and not _is_of(doc, k, last, doc.words[k - 1]):
        return found
    end = _clause(doc, named, last) if named == k else _closed(doc, named, last)
    if end > k:
        found.last = end
    return found


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
