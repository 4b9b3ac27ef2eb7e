"""A name behind a title and a long complement that no table knows (المتحدث الرسمي لمرور العاصمة [الرائد وائل …]).

The gap holds nouns, adjectives and what hangs on them; a rank, a known name or a whole name ends it.
"""

from typing import Final

from dipcli.records import Record
from dipcli.rules import particles as P
from dipcli.rules.match import CITY, COMPLEMENTISER, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, WordInfo
from dipcli.stages.apposition import clause_goes_on
from dipcli.stages.document import Document
from dipcli.stages.found import Title
from dipcli.stages.names import is_stop, looks_like_name, may_be_plain, name_end
from dipcli.stages.title_complements import eponym_end, named_place_end, place_head
from dipcli.stages.titles import TitlePhrase, title_phrase
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_LONGEST: Final = 12
_LONGEST_PLAIN: Final = 4
_MOST_TITLES: Final = 5
_BEFORE_NAMES: Final = frozenset({"academic", "rank", "honorific", "military", "royal"})
_SPOKESMAN: Final = "spokesperson"
_BESIDE: Final = frozenset({_SPOKESMAN, "ambassador"})
_NO_HEADS: Final = frozenset({"royal", "pronoun_like", "honorific", "rank", "academic", "counterpart"})


class Beyond(Record):
    """Where the gap ends, the titles right before the name, and the name's tokens, half-open."""

    gap: int
    titles: tuple[Title, ...]
    first: int
    last: int


def name_beyond(doc: Document, phrase: TitlePhrase, last: int) -> Beyond | None:
    """The name behind the gap that begins at ``phrase.last``; None when there is none to be sure of."""
    head = phrase.titles[-1]
    j = phrase.last
    if head.kind in _NO_HEADS or not head.definite or head.number != "sg" or j >= last:
        return None
    if not _opens(doc, j, last):
        return _told_again(doc, j, last)
    while j < last and j - phrase.last < _LONGEST:
        if j > phrase.last:
            found = _name_at(doc, j, last, phrase)
            if found is not None:
                return found
        step = _step(doc, j, last)
        if not step:
            return _told_again(doc, j, last)
        j += step
    return None


def _told_again(doc: Document, i: int, last: int) -> Beyond | None:
    """…، [سالم غرانجي]،: behind more of the office, between commas, words that end in who speaks alone further on."""
    comma = next((k for k in range(i, min(i + _MORE, last)) if doc.words[k] in COMMAS), -1)
    if comma < 0 or any(doc.infos[k].verbal or doc.infos[k].particle & COMPLEMENTISER for k in range(i, comma)):
        return None
    end = comma + 1
    while end < last and end - comma <= _LONGEST_PLAIN and _is_bare(doc, end):
        end += 1
    closed = end < last and doc.words[end] in COMMAS and end - comma > 2
    return Beyond(comma, (), comma + 1, end) if closed and doc.words[end - 1] in doc.lone_speakers else None


def _is_bare(doc: Document, k: int) -> bool:
    """No particle, title or country, be it a verb elsewhere, or begin like a preposition."""
    info = doc.infos[k]
    return info.word[0].isalpha() and not info.particle and doc.match(k, k + 1, "tdDCKu") is None


_MORE: Final = 6  # tokens of an office that the gap stops at


def _opens(doc: Document, j: int, last: int) -> bool:
    """و and a noun with the article, a preposition, or a relative adjective; a bare noun may be the verb's object."""
    info = doc.infos[j]
    if doc.words[j] == "في" or _in_a_town(doc, j):
        return True
    if info.conj and doc.match(j, len(doc.words), "o") is not None:
        return True
    if _takes_complement(doc, j) and j + 1 < last and _begins_complement(doc, j + 1):
        return True
    if info.prep in ("ب", "ل") and not info.conj:
        # not أكد الرئيس للأمير سالم, أشاد الرئيس بدعم الأمير سالم: whom he tells, what he speaks of
        return doc.match(j, last, "tp") is None and (info.prep == "ل" or not _may_be_said(doc, info))
    if not info.definite or (info.prep and not info.conj):
        return False
    if not info.conj and info.core in doc.lexicon.word_classes["speech"]:
        return False  # قدم الرئيس الكيني [التعازي] لأسرة …
    return info.conj or (info.base.endswith(("ي", "يه")) and not info.flags & PERSONAL)


def _takes_complement(doc: Document, j: int) -> bool:
    """خطيب المسجد [التابع] ل…, القيادي [المقرب] من …: an adjective that goes on with a complement of its own."""
    info = doc.infos[j]
    return info.definite and not info.prep and info.core in doc.lexicon.word_classes["complemented"]


def _begins_complement(doc: Document, j: int) -> bool:
    info = doc.infos[j]
    return not info.conj and (info.prep in ("ل", "ب") or bool(info.particle & P.preposition))


def _in_a_town(doc: Document, j: int) -> bool:
    """بعدن: a town under ب, also where the letters are a word of their own."""
    place = doc.match(j, j + 1, "cK")
    return place is not None and place[1] == 1 and doc.words[j].startswith("ب")


def _may_be_said(doc: Document, info: WordInfo) -> bool:
    """A verbal noun or a noun of what is expressed, no place or body at which somebody holds an office."""
    core = info.core.removeprefix("ال")
    said = core in doc.lexicon.word_classes["speech"] or info.flags & MASDAR
    return bool(said or doc.lexicon.masdar_shape.fullmatch(core))


def _name_at(doc: Document, j: int, last: int, before: TitlePhrase) -> Beyond | None:
    info = doc.infos[j]
    if doc.words[j] in COMMAS:
        return _set_off(doc, j, last, before) if j + 1 < last else None
    if info.conj or info.prep:
        return None
    titles = title_phrase(doc, j, last)
    if titles is not None:
        return _titled(doc, titles, j, last)
    if doc.match(j, last, "p") is None and not (info.flags & GIVEN and not info.definite):
        return None
    end = name_end(doc, j, last, trusted=True)
    whole = end - j >= 2 and (looks_like_name(doc, j, end) or not info.flags & NOUN)
    return Beyond(gap=j, titles=(), first=j, last=end) if whole else None


def _titled(doc: Document, titles: TitlePhrase, j: int, last: int) -> Beyond | None:
    """A rank or the like before the name, or a second office of a kind that stands beside another one."""
    if doc.infos[j - 1].core in doc.lexicon.word_classes["named_after"]:
        return None  # جسر [الملك حسين]
    if any((t.kind not in _BEFORE_NAMES and t.office not in _BESIDE) or t.number != "sg" for t in titles.titles):
        return None
    end = name_end(doc, titles.last, last, trusted=True)
    if end > titles.last:
        return Beyond(gap=j, titles=tuple(titles.titles), first=titles.last, last=end)
    further = name_beyond(doc, titles, last) if titles.titles[-1].office == _SPOKESMAN else None
    if further is None:
        return None
    titles.titles[-1] = titles.titles[-1]._replace(last=further.gap)
    return further._replace(gap=j, titles=(*titles.titles, *further.titles))


def _set_off(doc: Document, j: int, last: int, before: TitlePhrase) -> Beyond | None:
    """وزير الدولة للثروة السمكية[، موانغا توروني،]: a whole name between commas, or a further title with the name."""
    marked = _in_marks(doc, j + 1, last)
    if marked is not None:
        return Beyond(gap=j, titles=(), first=j + 2, last=marked)
    end = name_end(doc, j + 1, last, trusted=False)
    closed = end >= last or doc.words[end] in COMMAS or clause_goes_on(doc, end)
    if end - j > 2 and closed and looks_like_name(doc, j + 1, end):
        return Beyond(gap=j, titles=(), first=j + 1, last=end)
    if (end := plain_name_end(doc, j + 1, last, before)) > j + 1:
        return Beyond(gap=j, titles=(), first=j + 1, last=end)
    further = further_titles(doc, j + 1, last, before)
    if further is None:
        return None
    end = name_end(doc, further.last, last, trusted=True)
    return Beyond(gap=j, titles=tuple(further.titles), first=further.last, last=end)


def _in_marks(doc: Document, i: int, last: int) -> int | None:
    """وزير الخارجية، ["بورج براند"]، …: end of a name between marks that a comma or the clause follows; None where none is."""
    if doc.words[i] not in QUOTE_MARKS or i + 3 >= last:
        return None
    end = name_end(doc, i + 1, last, trusted=True)
    if end - i < 3 or end >= last or doc.words[end] not in QUOTE_MARKS or not looks_like_name(doc, i + 1, end):
        return None
    closed = end + 1 >= last or doc.words[end + 1] in COMMAS or clause_goes_on(doc, end + 1)
    return end if closed else None


def plain_name_end(doc: Document, i: int, last: int, before: TitlePhrase) -> int:
    """وأوضحت وزيرة الأسرة، [عواطف هيلال]، أن …: words between commas behind the subject's title; ``i`` when they are no name."""
    if not before.first or doc.infos[before.first].prep:
        return i
    told = doc.infos[before.first - 1].reports
    k = i
    while k < last and k - i < _LONGEST_PLAIN and doc.words[k] not in COMMAS:
        if not may_be_plain(doc, k) or (doc.infos[k].definite and k == i):
            return i
        k += 1
    unknown = any(doc.infos[n].flags & (PERSONAL | UNKNOWN) for n in range(i, k))
    if not told and doc.words[k - 1] not in doc.lone_speakers:
        return i
    return k if k - i > 1 and k < last and doc.words[k] in COMMAS and unknown else i


def further_titles(doc: Document, i: int, last: int, before: TitlePhrase) -> TitlePhrase | None:
    """كشف الرئيس العام للرابطة، [رئيس اللجنة الأمير] سالم العمري أن …: titles behind a comma, up to the name of both."""
    if not _as_subject(doc, before):
        return None
    titles: list[Title] = []
    while i < last and len(titles) < _MOST_TITLES:
        phrase = title_phrase(doc, i, last)
        if phrase is None or doc.infos[i].prep or not _of_the_same(before, phrase):
            return None
        titles += phrase.titles
        end = name_end(doc, phrase.last, last, trusted=True)
        if end > phrase.last:
            closed = end >= last or clause_goes_on(doc, end) or doc.infos[end].prep in ("ب", "ل")
            closed = closed or doc.words[end] == "ل"  # …، الدكتور سالم العمري لـ«الأفق»: …
            closed = closed or bool(doc.infos[end].particle & P.qad)
            whole = end - phrase.last > 1 and closed
            return TitlePhrase(i, phrase.last, 0, titles, phrase.honorific) if whole else None
        if phrase.last + 1 >= last or doc.words[phrase.last] not in COMMAS:
            return None
        i = phrase.last + 1
        end = name_end(doc, i, last, trusted=False)
        if end - i > 1 and looks_like_name(doc, i, end) and (end >= last or clause_goes_on(doc, end)):
            return TitlePhrase(i, i, 0, titles, phrase.honorific)
    return None


def _as_subject(doc: Document, phrase: TitlePhrase) -> bool:
    """At the head of a line, or behind a verb that reports or كان."""
    i = phrase.first
    if i == doc.line_at(i).first:
        return True
    before = doc.infos[i - 1]
    if before.prep or doc.infos[i].prep:
        return False  # بحضور وزير الدفاع، …
    return before.reports or bool(before.particle & P.auxiliary)


def _of_the_same(before: TitlePhrase, phrase: TitlePhrase) -> bool:
    """One person may hold both: definite offices or ranks of one, none that names another state's."""
    if any(t.number != "sg" or t.kind in ("counterpart", "pronoun_like") for t in phrase.titles):
        return False
    if not phrase.titles[0].definite:
        return False
    return before.country is None or phrase.country in (None, before.country)


def _step(doc: Document, j: int, last: int) -> int:
    """How many tokens the gap goes on by at ``j``; 0 where something else begins."""
    info = doc.infos[j]
    if doc.words[j] in QUOTE_MARKS:
        return 1
    if doc.words[j] == "في" or (doc.infos[j].particle & P.preposition and _takes_complement(doc, j - 1)):
        return 1 if j + 1 < last and _nominal(doc, doc.infos[j + 1], j + 1, last) else 0
    if place_head(doc, j) and not info.definite:
        return named_place_end(doc, j + 1, last) - j  # لمنطقة [لفيف]
    eponym = eponym_end(doc, j, last)
    if eponym > j:
        return eponym - j  # في جامعة الأمير فلان
    body = doc.match(j, last, "oCKcrm")
    if body is not None and (body[1] == 0 or info.conj or info.prep or _in_a_town(doc, j)):
        return body[0] - j
    return 1 if _nominal(doc, info, j, last) else 0


def _qualifies(doc: Document, j: int) -> bool:
    """المركز [الإعلامي], though it is a title elsewhere: a relative adjective with the article behind a noun with it."""
    info, before = doc.infos[j], doc.infos[j - 1]
    relative = info.definite and info.base.endswith(("ي", "يه")) and not info.flags & PERSONAL
    return relative and not (info.prep or info.conj) and before.definite and bool(before.flags & NOUN)


def _nominal(doc: Document, info: WordInfo, j: int, last: int) -> bool:
    if not info.word[0].isalpha() or is_stop(doc, j) or info.verbal or info.particle & P.time:
        return False
    if any(c.kind != "m" for c in info.cues) or any(c[0] == "v" for c in info.contacts):
        return False
    if doc.raw(j).endswith(("ه", "ها", "هم", "هما")) or info.base in doc.lexicon.word_classes["never_names"]:
        return False
    if _qualifies(doc, j):
        return True
    if doc.match(j, last, "tp") is not None or (info.conj and info.prep):
        return False
    if info.definite:
        return True
    if info.conj or not info.flags & (NOUN | MASDAR | CITY | UNKNOWN):
        return False
    after = doc.infos[j + 1] if j + 1 < last else None
    return bool(info.prep or info.flags & CITY) or (after is not None and after.definite and not after.conj)
