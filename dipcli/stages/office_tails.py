"""How far the words of an office go behind its noun: مدير الإدارة [العامة للمرور], المساعد [الخاص لرئيس الوزراء …]."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import CITY, PERSONAL, UNKNOWN
from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title
from dipcli.stages.title_complements import AT, OVER, posted_also

_APART: Final = frozenset({"royal", "military", "rank"})


def office_tail(doc: Document, founds: Sequence[Found], title: Title) -> tuple[int, int]:
    """The tokens that go on with the office that ``title`` begins: its mention has what follows it, up to the name or the
    next title. A minister's begin behind the nationality (مساعد وزير الخارجية [الكويتي] لشؤون المنظمات). They are none where
    only nationality, السابق and the like follow.
    """
    found = next((f for f in founds if title in f.titles), None)
    nothing = (title.last, title.last)
    if found is None or title.kind in _APART or title.number != "sg":
        return nothing
    if title.kind == "state_office" and title.leader:
        return nothing
    if title.kind == "parliament" and not title.leader:
        return nothing
    limit = _limit(found, title)
    first = _past_nationality(doc, title.last, limit)
    if first is None:
        return nothing
    end = _without_names(doc, first, _told_until(doc, first, limit, posted=title.kind == "diplomatic"))
    if end <= first:
        return nothing
    return (first if title.kind == "minister" else title.last), end


def _limit(found: Found, title: Title) -> int:
    stops = [t.first for t in found.titles if t.first >= title.last]
    if found.name is not None and found.name[0] >= title.last:
        stops.append(found.name[0])
    return min(stops, default=found.last)


def _past_nationality(doc: Document, k: int, limit: int) -> int | None:
    """Token behind a nationality; None at a land (وزير خارجية [إيران]), which is told apart."""
    land = doc.match(k, limit, "CD")
    if land is None:
        return k
    return land[0] if all(n.code != "C" for n in land[2]) else None


def _told_until(doc: Document, first: int, limit: int, *, posted: bool) -> int:
    k, end, governed = first, first, False
    while k < limit and doc.words[k][0].isalnum() and not doc.infos[k].conj:
        if _governs(doc, k):
            if _goes_on_with_the_clause(doc, k, behind_another=governed and not posted):
                break
            governed = True
        elif not governed and _says_nothing_of_it(doc, k):
            k += 1
            continue
        k += 1
        end = k
    return posted_also(doc, end, limit) if posted and governed else end


def _goes_on_with_the_clause(doc: Document, k: int, *, behind_another: bool) -> bool:
    """… القائد الأعلى للقوات المسلحة [لحضور الحفل], … بدولة الإمارات [في أبوظبي]: what for and where, of the sentence."""
    info = doc.infos[k]
    if (
        info.prep == "ل"
        and not info.base.startswith("لل")
        and (info.contacts or info.core in doc.lexicon.word_classes["purposes"])
    ):
        return True
    return behind_another and doc.words[k] == "في" and doc.match(k + 1, len(doc.words), "cK") is not None


def _governs(doc: Document, k: int) -> bool:
    """لشؤون, لدى, بوزارة: what the office is over or at; not بالوكالة."""
    info = doc.infos[k]
    if doc.words[k] in OVER or doc.words[k] in AT:
        return True
    return bool(info.prep or info.particle & P.preposition) and doc.match(k, k + 1, "d") is None


def _says_nothing_of_it(doc: Document, k: int) -> bool:
    """A nationality, السابق, المنتخب: who holds the office, and not which it is."""
    if any(doc.words[k] in doc.lexicon.word_classes[name] for name in ("former", "of_the_holder")):
        return True
    match = doc.match(k, k + 1, "dD")
    return match is not None and all(n.code == "D" or n.value.split(" ")[0] not in _OF_THE_OFFICE for n in match[2])


_OF_THE_OFFICE: Final = frozenset({
    "civil", "executive", "field", "general", "international", "local", "military", "national", "naval", "regional", "special",
})  # fmt: skip
"""What modifiers of a title may mean that tell which office it is: العسكري, العام, الدولي."""


def _names_a_place(doc: Document, k: int) -> bool:
    """بمنطقة [عسير]"""
    return doc.infos[k].core in doc.lexicon.word_classes["place_heads"]


def _without_names(doc: Document, first: int, end: int) -> int:
    """Without a form of address, a name's first word and a preposition at the end: المسؤول [عن], الشرطة [لوبا] سمري."""
    while end > first:
        info = doc.infos[end - 1]
        name = not (info.definite or info.prep) and bool(info.flags & (PERSONAL | UNKNOWN)) and end - first > 1
        name = name and not (info.flags & CITY or doc.match(end - 1, end, "CKc") or _names_a_place(doc, end - 2))
        if not (name or info.particle & P.preposition or doc.match(end - 1, end, "h") is not None):
            break
        end -= 1
    return end
