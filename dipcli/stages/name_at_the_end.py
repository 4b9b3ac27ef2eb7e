"""Names that close the subject of a verb of saying, far behind what their bearer is (أكد طبيب المنتخب الكيني [رودريجو لاسمار] أن …).

Between the verb and its clause stands the subject. A name in it that follows a word which the article or a place has closed is no
genitive, so that it is who speaks, whatever his office is called.
"""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import CITY, COMPLEMENTISER, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, WordInfo
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.names import is_stop, looks_like_name, name_end
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_REACH: Final = 14  # words from what he is to the end of his name
_WITHIN: Final = frozenset({"في", "ب", "ل", "لدي", "علي"})  # what an office is in, of or over
_OWNERS: Final = ("ه", "ها", "هم", "هما")
_RANKS: Final = "h"


def with_name_at_the_end(doc: Document, i: int, last: int, found: Found | None) -> Found | None:
    """The mention at ``i``, right behind a verb that reports, with the name at the end of the subject; else ``found``."""
    start = _head_end(doc, i, found)
    if start <= i:
        return found
    rules = [doc.lexicon.cue_rules[c.rule] for c in doc.infos[i - 1].cues]
    governed = {prep for rule in rules for prep in rule.object}
    # وسألت المذيعة [الوزير كمال العلمي]: a rank may begin whom the verb has for its object
    apart = _RANKS if any("object" in rule.addressee for rule in rules) else ""
    named = _name(doc, start, min(last, start + _REACH), governed, apart)
    if named is None:
        return found
    first, end = named
    land = _nation(doc, first)
    if found is None:
        rule = "nationality_and_name" if land else "descriptor_and_name"
        return Found(first=i, last=end, skip=0, kind="person", rule=rule, name=(first, end, 0), country=land)
    rule = "title_and_name" if found.titles else "nationality_and_name" if land else "descriptor_and_name"
    return Found(
        first=i, last=end, skip=found.skip, kind="person", rule=rule, titles=found.titles, name=(first, end, 0),
        country=land or found.country, gender=found.gender, conj=found.conj,
    )  # fmt: skip


def _head_end(doc: Document, i: int, found: Found | None) -> int:
    """Token behind what is known of the speaker: one title or descriptor without a name, or a noun of no body and no paper."""
    if _bare(doc.infos[i]) & doc.lexicon.word_classes["kin_of_a_name"]:
        return i
    if found is not None:
        single = found.number == "sg" and found.name is None and not found.known and found.body is None
        told = found.rule in _TITLES or (
            found.rule.startswith(("unnamed_", "descriptor")) and found.rule not in _THINGS
        )
        return found.last if single and told and found.kind in ("person", "unnamed") else i
    info, classes = doc.infos[i], doc.lexicon.word_classes
    surname = info.flags & PERSONAL and i + 1 < len(doc.infos) and doc.infos[i + 1].flags & (PERSONAL | UNKNOWN)
    noun = info.flags & NOUN and not (info.flags & MASDAR or info.prep or info.conj or info.cues or info.contacts)
    if not noun or surname or info.particle or not (_bare(info) & classes["named_at_the_end"]):
        return i
    past = any(c.kind == "v" and c.tense == "pa" and not c.clitic for c in doc.infos[i - 1].cues)
    return i + 1 if past else i


def _bare(info: WordInfo) -> frozenset[str]:
    """The word with and without a pronoun (مدافعه)."""
    return frozenset((info.core, *(info.core[: -len(p)] for p in _OWNERS if info.core.endswith(p))))


def _nation(doc: Document, first: int) -> str | None:
    """مدافعه [الألماني] …: the country of the adjective right before the name; not مدرب المنتخب [السعودي] …, the team's."""
    whose, what = doc.infos[first - 2], doc.infos[first - 1]
    if whose.definite and whose.word.endswith("ه") == what.word.endswith("ه"):
        return None
    match = doc.match(first - 1, first, "D")
    countries = {n.value.split()[0] for n in match[2]} if match is not None else set()
    return countries.pop() if len(countries) == 1 else None


_TITLES: Final = frozenset({"title_alone", "indefinite_title"})
_THINGS: Final = frozenset({"unnamed_document", "unnamed_source", "descriptor_document", "descriptor_source"})


def _name(doc: Document, start: int, stop: int, governed: set[str], apart: str) -> tuple[int, int] | None:
    """Tokens of the name, up to which nothing stands but what an office may be of; None where there is none.

    A preposition that the verb governs (رحب رئيس اللجنة [ب]انضمام …) closes the subject.
    """
    for k in range(start, stop):
        info = doc.infos[k]
        if (info.prep or info.word) in governed or info.base in doc.lexicon.word_classes["deceased"]:
            return None  # وقال مخرج فيلم الفنان [الراحل] سالم العمري إن …: of whom the film is
        if k > start and (end := _name_from(doc, k, stop)) > k:
            return k, end
        if info.word in COMMAS and k + 1 < stop:
            end = _name_from(doc, k + 1, stop, marked_off=True)
            return (k + 1, end) if end > k + 1 else None
        if not _may_be_of_an_office(doc, k) or _begins_anew(doc, k) or (apart and doc.match(k, k + 1, apart)):
            return None
    return None


def _begins_anew(doc: Document, k: int) -> bool:
    """هنأ أمير الكويت [رئيس] وزراء الهند: a bare noun behind what the article or a place closed opens another phrase."""
    info, before = doc.infos[k], doc.infos[k - 1]
    closed = before.definite or doc.match(k - 1, k, "KCc") is not None
    governed = info.prep or (info.word[0] == "ل" and info.word[1:] in doc.lexicon.word_classes["body_heads"])
    return closed and not (info.definite or governed or info.particle)


def _may_be_of_an_office(doc: Document, k: int) -> bool:
    """A noun, an adjective or a place of what he is; no verb, no clause, no contact, medium or time, nobody else's title."""
    info, classes = doc.infos[k], doc.lexicon.word_classes
    if not info.word[0].isalnum() or info.conj or info.cues or info.contacts:
        return False
    if info.verbal and not info.definite:
        return False
    if info.prep and info.flags & MASDAR and not info.definite:
        return False  # رحب رئيس اللجنة [بانضمام] …
    if info.particle & P.time and info.definite:
        return not doc.infos[k - 1].definite  # خطيب صلاة [الجمعة]
    if info.particle:
        return info.word in _WITHIN
    if info.core in classes["medium"] or info.core in classes["talk"] or info.core in classes["settings"]:
        return False
    if info.definite and not info.prep and doc.match(k, k + 1, _RANKS) is not None:
        return True  # رئيس اللجنة المنظمة [الدكتور] …
    if info.definite and info.base in classes["ranks_and_teams"]:
        return True  # مدرب [الفريق] الأول …: the team
    return not ((info.definite or info.prep) and doc.match(k, len(doc.infos), "t"))  # بلقاء [وزير الخارجية] …


def _name_from(doc: Document, k: int, stop: int, *, marked_off: bool = False) -> int:
    """End of the name at ``k`` that stands for itself; ``k`` where none does."""
    info, before = doc.infos[k], doc.infos[k - 1]
    if info.definite or info.prep or info.conj or is_stop(doc, k) or not info.flags & (GIVEN | UNKNOWN):
        return k
    closed = marked_off or before.definite or bool(before.flags & CITY) or doc.match(k - 1, k, "KCc") is not None
    ranked = doc.match(k - 1, k, _RANKS) is not None
    if not closed and not ranked:
        return k
    end = name_end(doc, k, stop, trusted=False)
    if end - k < 2 or not looks_like_name(doc, k, end):
        return k
    return end if _is_closed(doc, end) else k


def _is_closed(doc: Document, end: int) -> bool:
    """Behind the name: the clause, a mark, or a phrase under a preposition."""
    if end >= len(doc.words):
        return True
    info = doc.infos[end]
    if not info.word[0].isalnum():
        return info.word in COMMAS or info.word == ":" or info.word in QUOTE_MARKS or info.word in "-–—(."
    if info.particle & (COMPLEMENTISER | P.preposition | P.time | P.adverb) or info.prep or info.definite:
        return True
    return bool(info.flags & MASDAR) and not info.flags & PERSONAL  # … كريستيان رزق [وصول] الثلوج
