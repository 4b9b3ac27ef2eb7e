"""Titles behind a name, and what gender titles tell."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN, VERB
from dipcli.stages.document import Document
from dipcli.stages.found import Title
from dipcli.stages.genitives import quoted_end
from dipcli.stages.names import name_end
from dipcli.stages.title_complements import is_a_body, is_the_press
from dipcli.stages.titles import TitlePhrase, title_phrase
from dipcli.text.marks import COMMAS


def apposition(doc: Document, end: int, last: int, before: TitlePhrase | None = None) -> tuple[int, tuple[Title, ...]]:
    """Titles after a name, with or without a comma, one behind another: سالم العمري، رئيس المصرف، عضو اللجنة، قال …

    ``before`` are the titles ahead of the name: behind an office of state the next one, with a country of its own and
    no comma, is somebody else's (استقبل الرئيس فلان وزير الخارجية القطري).
    """
    aside = _aside(doc, end, last)
    if aside is not None:
        return aside
    stop, titles = _apposed(doc, end, last, before)
    while titles and stop < last and doc.words[stop] in COMMAS:
        after, further = _apposed(doc, stop, last, before)
        if not further:
            break
        stop, titles = after, (*titles, *further)
    joined = _joined_office(doc, stop, last) if titles else None
    if joined is not None:
        stop, titles = joined.last, (*titles, *joined.titles)
    return stop, titles


def _joined_office(doc: Document, i: int, last: int) -> TitlePhrase | None:
    """سالم العمري المتحدث باسم الوزارة [ومستشار الوزير]: …: one more office, whose holder's name does not follow."""
    if i >= last or not doc.infos[i].conj:
        return None
    phrase = title_phrase(doc, i, last)
    if phrase is None or not _tells_who(phrase) or phrase.titles[0].leader or phrase.country is not None:
        return None
    closed = phrase.last < last and (
        doc.words[phrase.last] == ":" or bool(doc.infos[phrase.last].particle & COMPLEMENTISER)
    )
    return phrase if closed else None


def _aside(doc: Document, end: int, last: int) -> tuple[int, tuple[Title, ...]] | None:
    """سالم العمري [- وهو خبير المصرف المالي -] إن …: titles between dashes, or in brackets; None when none stand there."""
    close = _CLOSES.get(doc.words[end]) if end + 1 < last else None
    if close is None:
        return None
    start = end + 2 if doc.words[end + 1] in doc.lexicon.word_classes["who_is"] else end + 1
    phrase = title_phrase(doc, start, last)
    if phrase is None or phrase.last >= last or doc.words[phrase.last] not in close or not _tells_who(phrase):
        return None
    return phrase.last + 1, tuple(phrase.titles)


def past_gloss(doc: Document, i: int, last: int) -> int:
    """Past a name in Latin letters in brackets: ريمون فاسيو [(Raymond Vassio)]; ``i`` when none stands there."""
    if i + 2 >= last or doc.words[i] != "(" or not doc.words[i + 1].isascii() or not doc.words[i + 1][0].isalpha():
        return i
    close = next(
        (k for k in range(i + 2, min(last, i + _GLOSS)) if not doc.words[k].isascii() or doc.words[k] == ")"), i
    )
    return close + 1 if doc.words[close] == ")" else i


def _tells_who(phrase: TitlePhrase) -> bool:
    """One person's definite office, and no mere rank or form of address."""
    if phrase.titles[0].number != "sg" or phrase.titles[0].kind == "counterpart":
        return False
    return any(t.definite and t.kind not in _ADDRESSES for t in phrase.titles)


def _apposed(doc: Document, end: int, last: int, before: TitlePhrase | None) -> tuple[int, tuple[Title, ...]]:
    start = past_gloss(doc, end, last)
    if start + 1 < last and doc.words[start] in _CLOSING and doc.words[start + 1] in COMMAS:
        start += 1  # قال «سالم العمري»، رئيس المصرف، إن …
    comma = start < last and doc.words[start] in COMMAS
    if comma:
        start += 1
        if start + 1 < last and doc.words[start] in doc.lexicon.word_classes["who_is"]:
            start += 1  # سالم العمري، وهو رئيس المصرف، …
    if start >= last or doc.infos[start].conj or doc.infos[start].prep:
        return end, ()
    phrase = title_phrase(doc, start, last)
    if phrase is None or not _tells_who(phrase):
        return end, ()
    office = before is not None and any(t.kind in ("state_office", "minister") for t in before.titles)
    own = phrase.titles[0].office == "official" or _the_same_office(before, phrase)  # الوزير فلان المسؤول في الحكومة …
    if office and not comma and phrase.country is not None and not own:
        return end, ()
    behind = name_end(doc, phrase.last, last, trusted=True)
    if behind > phrase.last + int(phrase.last < last and doc.infos[phrase.last].definite):
        if principal(doc, phrase.titles) > start:
            # نادر الحداد، مستشار [الرئيس الكيني فلان]: the name behind is the president's.
            return phrase.last, tuple(phrase.titles)
        # … علام [مفتي مصر] الرئيس فلان: what follows the first title is another's.
        first = title_phrase(doc, start, last, first_only=True)
        if comma or first is None or first.last == phrase.last or not _begins_anew(phrase, first.country):
            return end, ()
        phrase = first
    posted = _where_posted(doc, phrase.last, last) if phrase.titles[-1].kind != "royal" else phrase.last
    if posted > phrase.last:
        phrase.titles[-1] = phrase.titles[-1]._replace(last=posted)
        phrase.last = posted
    if comma and phrase.last < last and doc.words[phrase.last] not in COMMAS and not clause_goes_on(doc, phrase.last):
        further = _ends_further_on(doc, phrase.last, last)
        if not further:
            return end, ()
        phrase.titles[-1] = phrase.titles[-1]._replace(last=further)
        phrase.last = further
    if not comma and doc.words[start].startswith("ال") and phrase.country is None and phrase.last - start == 1:
        return end, ()
    return phrase.last, tuple(phrase.titles)


def _where_posted(doc: Document, i: int, last: int) -> int:
    """سالم العمري، المستشار [في معهد الخليج]، …: past the body or the field that somebody works in, up to a mark or a
    complementiser; ``i`` where something else goes on (… في حديث للصحيفة، إن).
    """
    if i + 2 >= last or doc.words[i] not in _AT[:2]:
        return i
    if not (is_a_body(doc, i + 1) or doc.infos[i + 1].core in doc.lexicon.word_classes["lines_of_work"]):
        return i
    end = _ends_further_on(doc, i, last) or i
    if end == i + 2 and end < last and doc.words[end] == "(":
        close = next((k for k in range(end + 1, min(last, end + _GLOSS)) if doc.words[k] == ")"), 0)
        return close + 1 if close else i  # الباحث في مركز [(الواحة)]: its name
    return end


def _ends_further_on(doc: Document, i: int, last: int) -> int:
    """…، نائب المدير لقسم الشرق [وشمال أفريقيا في المنظمة], أستاذ العلوم بجامعة النيل [بالخرطوم]: past و or a preposition and
    nouns up to a mark or a complementiser; 0: none.
    """
    info = doc.infos[i]
    if not doc.words[i].startswith("و") and info.prep not in ("ب", "ل") and doc.words[i] not in _AT:
        return 0
    if info.prep == "ل" and (info.flags & MASDAR or info.contacts or is_the_press(doc, i)):
        return 0  # دعا الوزير فلانا، رئيس المجلس، [لزيارة] المدينة
    k = i
    while k < min(last, i + _FURTHER):
        info = doc.infos[k]
        quoted = quoted_end(doc, k, last)
        if quoted > k:
            k = quoted  # … في «هيومن رايتس ووتش»
            continue
        if not info.word[0].isalnum() or info.particle & P.complementiser:
            return k
        if k > i and info.reports and not info.conj and info.flags & VERB and not info.flags & NOUN:
            return k  # سالم العمري، وزير النقل [والتجهيز] قال إن …
        if k > i and (info.cues or info.verbal or info.particle & P.relative):
            return 0
        k += 1
    return 0


_FURTHER: Final = 9
_AT: Final = ("في", "لدي", "عن")
_CLOSING: Final = frozenset('»”"')
_GLOSS: Final = 8
_ADDRESSES: Final = frozenset({"rank", "academic", "honorific", "pronoun_like"})
_CLOSES: Final = {d: frozenset("-‐‑–—ـ") for d in "-‐‑–—ـ"} | {"(": frozenset(")")}


def _the_same_office(before: TitlePhrase | None, behind: TitlePhrase) -> bool:
    """الرئيس فلان [رئيس الجمهورية اليمنية]: one office told twice."""
    if before is None or before.country not in (None, behind.country):
        return False
    return any(t.office and t.office == behind.titles[0].office for t in before.titles)


def principal(doc: Document, titles: Sequence[Title]) -> int:
    """Where the office of state begins that a deputy's or adviser's title is of (مستشار [الرئيس]); -1 when it is of none."""
    t = next((x for x in reversed(titles) if x.leader or x.kind not in _BEFORE_NAMES), None)
    if t is not None and any(role in t.office for role in _OF_SOMEBODY):
        for k in range(t.first + 1, t.last):
            inner = doc.match(k, t.last, "t")
            if inner is not None and inner[1] <= 1 and any(n.value.split()[2] == "1" for n in inner[2]):
                return k
    return -1


def _begins_anew(phrase: TitlePhrase, country: str | None) -> bool:
    """The second title in a row is an office with the article, where the first has its country already."""
    second = phrase.titles[1]
    return country is not None and second.definite and second.kind in ("state_office", "royal", "minister")


_BEFORE_NAMES: Final = frozenset({"academic", "rank", "honorific", "military", "royal"})
_OF_SOMEBODY: Final = (
    "adviser",
    "spokesperson",
    "envoy",
    "representative",
    "delegate",
    "office_director",
    "director_of",
    "chief_of_staff",
)


def clause_goes_on(doc: Document, i: int) -> bool:
    """What stands at ``i`` goes on with the clause behind an apposition."""
    info = doc.infos[i]
    return (
        bool(info.particle & (P.complementiser | P.preposition | P.relative | P.time))
        or info.verbal
        or bool(info.cues)
        or not info.word[0].isalnum()
    )


def gender_of(titles: list[Title]) -> str | None:
    """The gender that titles tell; None where they leave it open."""
    for t in titles:
        if t.gender == "f":
            return "f"
    manly = any(t.kind in ("royal", "honorific", "rank", "military", "religious", "pronoun_like") for t in titles)
    return "m" if manly or any(_gendered(t) for t in titles) else None


def _gendered(title: Title) -> bool:
    """Offices whose feminine the press always writes (الرئيسة, الملكة, الوزيرة الأولى)."""
    return title.office in ("president", "king", "head_of_government", "spokesperson")
