"""Names right behind a verb of saying: whatever stands there up to what is said can only be the subject's name."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, LISTED, MASDAR, NOUN, PERSONAL, UNKNOWN
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.names import is_bare_name_word
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_LONGEST: Final = 3  # words by which a name may go on
_MADDA: Final = "\u0622"
_WHAT_ONE_IS: Final = ("actors", "sources", "kinds_of_speakers", "kin_of")
_NO_SURNAME: Final = ("actors", "sources", "kinds_of_speakers", "kin_of", "former")
_PLACES: Final = ("country", "place")


def in_subject_slot(doc: Document, i: int, last: int, found: Found | None) -> Found | None:
    """ذكر [موريس جانيير] أن …, قال [تيد بيكون]، الاختصاصي …: the mention at ``i`` with the words that its name goes on by.

    ``i`` stands right behind a verb that reports; ``found`` is what was found there. A word that is a place by itself is
    a name where one that no list knows follows.
    """
    if not _says(doc, i - 1) or (found is not None and (found.skip or found.conj)):
        return found
    if found is None:
        return _of_no_list(doc, i, last)
    if found.kind in _PLACES:
        end = _end(doc, i, found.last, last)
        alone = found.last - i == 1 and end > found.last and _is_new(doc, found.last)
        return _person(doc, i, end) if alone else found
    if found.kind != "person" or found.name is None or found.last != found.name[1] or found.known:
        return found
    end = _end(doc, found.name[0], found.last, last)
    if end > found.last:
        found.name, found.last = (found.name[0], end, found.name[2]), end
    return found


def _says(doc: Document, k: int) -> bool:
    """A finite verb in the past that takes a clause, and nobody as its object."""
    rules = doc.lexicon.cue_rules
    verbs = [c for c in doc.infos[k].cues if c.kind == "v" and c.tense == "pa" and not c.clitic]
    if not verbs or (k and doc.infos[k - 1].particle & P.relative):
        return False
    return any(
        rules[c.rule].clause and not rules[c.rule].target and "object" not in rules[c.rule].addressee for c in verbs
    )


def _end(doc: Document, first: int, end: int, last: int) -> int:
    """Token behind the words that go on with the name, where the clause or its like closes them; else ``end``."""
    j, noun = end, False
    while j < last and j - end < _LONGEST and _goes_on(doc, j):
        info = doc.infos[j]
        noun = noun or bool(info.flags & (NOUN | MASDAR) and info.flags & LISTED and not info.flags & PERSONAL)
        j += 1
    if j == end and j - first > 1 and j + 1 < last and _is_surname_with_article(doc, first, j):
        return j + 1 if _closes(doc, j + 1, last, noun=True) else end
    return j if j > end and j < last and _closes(doc, j, last, noun=noun) else end


def _goes_on(doc: Document, j: int) -> bool:
    info = doc.infos[j]
    if doc.raw(j).startswith(_MADDA) and len(info.word) == 2:
        return True  # تشانغ بينغ [آن], which folds like أن
    if len(info.word) == 1 or (info.word[0] in "لو" and not info.flags & LISTED):
        return False  # قال سالم العمري [ل]«الأفق», [لفرانس] برس
    if doc.match(j, len(doc.words), "td") is not None:
        return False  # قال سالم العمري [كبير] المهندسين
    if info.particle & P.name_link and not info.conj:
        return True
    classes = doc.lexicon.word_classes
    if any(info.core in classes[name] for name in _WHAT_ONE_IS):
        return False  # قال سالم العمري [مدرب] الفريق
    return is_bare_name_word(doc, j)


def _closes(doc: Document, j: int, last: int, *, noun: bool) -> bool:
    """The clause begins at ``j``, or behind a comma it or a title; behind words of no list a preposition too."""
    info = doc.infos[j]
    if info.particle & COMPLEMENTISER or info.word == ":" or info.word in QUOTE_MARKS:
        return True
    if doc.words[j] in COMMAS and not noun:
        return True
    if doc.words[j] in COMMAS:
        behind = doc.infos[j + 1] if j + 2 < last else info
        titled = doc.match(j + 1, last, "t") is not None if j + 2 < last else False
        return titled or bool(behind.particle & (COMPLEMENTISER | P.relative_pronoun)) or behind.definite
    if doc.match(j, last, "t") is not None:
        return True
    return not noun and (bool(info.prep) or bool(info.particle & P.preposition))


def _is_surname_with_article(doc: Document, first: int, j: int) -> bool:
    """سعد هايل [السرور] رئيس المجلس: one word with the article behind two without it, and no noun of people."""
    info, classes = doc.infos[j], doc.lexicon.word_classes
    if not info.definite or info.prep or info.conj or info.particle or info.base.endswith(("ه", "ون", "ين")):
        return False
    if any(doc.infos[k].definite for k in range(first, j)) or doc.match(j, j + 1, "tDh") is not None:
        return False
    return not any(info.core in classes[name] for name in _NO_SURNAME)


def _of_no_list(doc: Document, i: int, last: int) -> Found | None:
    """قال [الزبير بوحوت]، خبير …, قال [تيد بيكون]، الاختصاصي …: words of names or of no list, one of them at least of none."""
    info = doc.infos[i]
    if info.prep or info.conj or info.word in doc.lexicon.word_classes["to_me"]:
        return None
    if info.definite and info.base.endswith("ي"):
        return None  # شدد [القانوني] فهد …: what he is
    if info.definite:
        end = _end(doc, i, i + 1, last) if info.flags & PERSONAL and i + 1 < last else i
        return _person(doc, i, end) if end > i + 1 and _is_new(doc, i + 1) else None
    end = _end(doc, i, i, last)
    named = end - i > 1 and all(_is_new(doc, k) or doc.infos[k].flags & PERSONAL for k in range(i, end))
    return _person(doc, i, end) if named and any(_is_new(doc, k) for k in range(i, end)) else None


def _is_new(doc: Document, j: int) -> bool:
    """In no list: neither a noun nor a verb that anybody writes."""
    info = doc.infos[j]
    return bool(info.flags & UNKNOWN) or not (info.flags & LISTED or info.frequency)


def _person(doc: Document, i: int, end: int) -> Found:
    return Found(
        first=i, last=end, skip=0, kind="person", rule="name_by_its_words", name=(i, end, 0), conj=doc.infos[i].conj
    )
