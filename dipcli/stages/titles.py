"""Offices, ranks and honorifics before and after a name, with their nationality and what they are over."""

from dipcli.rules.match import CITY, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB, Name, P, WordInfo
from dipcli.stages.document import Document
from dipcli.stages.found import Title
from dipcli.stages.names import is_stop, is_verbal, name_end, word_is
from dipcli.text.marks import QUOTE_MARKS

_LONGEST_COMPLEMENT = 9
_OVER = frozenset({"لشوون", "لشيون", "لشان", "للشوون", "المكلف", "المكلفه", "المعني", "المعنيه"})
# Modifiers before an office that name another person than its holder, and that begin a title of their own.
_DEPUTIES = frozenset({
    "deputy", "assistant", "adviser", "spokesperson", "envoy", "delegate", "representative", "office_director", "candidate",
    "counterpart", "counterparts", "co", "plenipotentiary",
})  # fmt: skip
_OF_BODIES = frozenset({"party", "organisation", "parliament", "military", "security"})
_CHARGED = frozenset({"المكلف", "المكلفه", "المعني", "المعنيه"})  # with what, or they are a modifier of the office
_AT = frozenset({"لدي", "في", "الي", "بشان", "باسم"})


class TitlePhrase:
    """Titles in a row before a name (or alone): tokens ``first`` to ``last`` with what follows them included."""

    __slots__ = ("country", "first", "honorific", "last", "skip", "titles")

    def __init__(self, first: int, last: int, skip: int, titles: list[Title], honorific: str | None) -> None:
        self.first = first
        self.last = last
        self.skip = skip
        self.titles = titles
        self.honorific = honorific
        self.country = next((t.country for t in titles if t.country), None)


def title_phrase(doc: Document, i: int, last: int, *, first_only: bool = False) -> TitlePhrase | None:
    """The chain of titles that starts at token ``i``, or None; ``first_only``: its first title alone."""
    titles: list[Title] = []
    honorific: str | None = None
    pos, skip = i, 0
    while pos < last and len(titles) < 6:
        if pos > i and (doc.infos[pos].conj or _name_begins(doc, pos, last)):
            break
        found = _one(doc, pos, last, bool(titles) or honorific is not None)
        if found is None:
            break
        title, end, is_honorific, step_skip = found
        if titles and title.kind == "counterpart":
            break  # التقى الوزير نظيره: the other side, not another title of his
        if titles and (_other_person(doc, titles[-1], title) or titles[-1].number != title.number):
            break
        if pos == i:
            skip = step_skip
        elif step_skip and doc.infos[pos].prep:
            break
        if is_honorific and honorific is None:
            honorific = title.office or title.kind
        titles.append(title)
        pos = end
        if first_only:
            break
    if not titles:
        return None
    return TitlePhrase(i, pos, skip, titles, honorific)


_THRONES = frozenset({"president", "king", "emir", "sultan", "head_of_government"})


def _other_person(doc: Document, before: Title, after: Title) -> bool:
    """هنأ الملك الرئيس الكيني: two heads in a row are two people, when the second has a nationality of its own."""
    bare = before.last - before.first == 1 and doc.infos[before.first].definite
    return bare and before.office in _THRONES and after.office in _THRONES and after.country is not None


def _name_begins(doc: Document, i: int, last: int) -> bool:
    """A known name whose first word is also an honorific (رفيق الحريري)."""
    return not doc.infos[i].definite and doc.match(i, last, "p") is not None


def _one(doc: Document, i: int, last: int, chained: bool) -> tuple[Title, int, bool, int] | None:
    """One title at ``i``: (title, token after it, is it an honorific or rank, proclitic letters)."""
    match = doc.match(i, last, "thd")
    if match is None:
        return _possessed(doc, i, last)
    if _homograph(doc, i, match[0], chained):
        return None
    if match[0] - i == 1 and doc.infos[i].possessed is not None and doc.raw(i).endswith("ه") and "ة" in doc.text:
        return _possessed(doc, i, last)  # مديره العام: his director, not a woman who directs
    end, skip, names = match
    if end < last and any(n.code == "d" and n.value.startswith("acting ") for n in names):
        inner = _one(doc, end, last, chained)  # القائم بأعمال [المندوب]
        if inner is not None and not inner[2]:
            return inner[0]._replace(first=i, skip=skip), inner[1], False, skip
    office = max((n for n in names if n.code == "t"), key=lambda n: (" pl " in n.value, n.value), default=None)
    changing = [n for n in names if n.code == "d" and n.value.split()[0] in _DEPUTIES and n.value.split()[1] == "yes"]
    person_changing = max(changing, key=lambda n: n.value.endswith(" m"), default=None)
    honor = next((n for n in names if n.code == "h"), None)
    if (
        end - i == 1
        and skip == 0
        and not doc.infos[i].definite
        and (office is not None and " military " in office.value)
    ):
        if end >= last or (not doc.infos[end].definite and not doc.infos[end].flags & NOUN):
            office = None
    if (
        end - i == 1
        and skip == 0
        and not doc.infos[i].definite
        and honor is not None
        and honor.value.startswith("rank")
    ):
        honor = None
    if person_changing is not None and (office is None or _goes_on(doc, end, last)):
        return _deputy(doc, i, end, last, skip, person_changing)
    if office is not None and doc.words[end - 1] == "باسم":
        return _deputy(doc, i, end, last, skip, Name("d", f"spokesperson yes {office.value.split()[3]}"))
    if office is not None:
        return _office(doc, i, end, last, skip, office, chained)
    if honor is not None:
        return _honorific(doc, i, end, last, skip, honor)
    return None


def _homograph(doc: Document, i: int, end: int, chained: bool) -> bool:
    """A preposition spelled like a title (أمام, before, for إمام), an adjective after its noun (العلاقات الدبلوماسية)."""
    info = doc.infos[i]
    if info.word.lstrip("وف") == "امام" and not doc.raw(i).lstrip("وف").startswith("إ"):
        return True
    if word_is(doc, i, "رييس", "ئ"):
        return True
    if end - i > 1:
        return False
    if info.particle and not info.particle & P["name_link"]:
        return True
    if info.base in doc.lexicon.not_titles:
        return True
    before = doc.infos[i - 1] if i and not chained else None
    return bool(
        before is not None
        and info.definite
        and _adjectival(doc, info.base)
        and not info.prep
        and not info.conj
        and (
            before.definite
            or (doc.raw(i - 1).endswith(("ه", "ها", "هم")) and not before.cues and info.base.endswith("ي"))
        )
        and before.flags & NOUN
        and not before.flags & PERSONAL
        and not before.particle & P["time"]  # وصل اليوم الخميس الرئيس …
        and not doc.match(i - 1, i, "tDh")
    )


def _adjectival(doc: Document, word: str) -> bool:
    """A relative adjective (العلاقات الدبلوماسية) or الرئيس (السبب الرئيس); السفير after a noun is a title."""
    return word.endswith(("ي", "يه", "يون", "يين")) or word in doc.lexicon.word_classes["title_or_adjective"]


def _possessed(doc: Document, i: int, last: int) -> tuple[Title, int, bool, int] | None:
    """رئيستها, زعيمه, وزير خارجيتها: an office with a possessive pronoun."""
    info = doc.infos[i]
    if info.possessed is None:
        return None
    office, kind, leader, gender, number, _ = info.possessed.value.split()
    country, pos = _nationality(doc, i + 1, last)
    title = Title(
        first=i, last=i + 1, skip=int(info.conj), office=office, kind=kind, leader=leader == "1", gender=gender,
        number=number, country=country, deputy=False, definite=True,
    )  # fmt: skip
    return title, _modifiers(doc, pos, last), False, int(info.conj)


def _goes_on(doc: Document, i: int, last: int) -> bool:
    return i < last and bool(doc.match(i, last, "toC"))


def _office(
    doc: Document, i: int, end: int, last: int, skip: int, name: Name, chained: bool
) -> tuple[Title, int, bool, int] | None:
    office, kind, leader, gender, number, _construct = name.value.split()
    head = doc.infos[i]
    while end < last and doc.words[end] in doc.lexicon.title_ranks and _definite(head, skip):
        end += 1
    core_last = end
    country, pos = _nationality(doc, end, last)
    if country is None and end - i > 1 and kind != "diplomatic":
        country = _country_within(doc, i + 1, end)  # أمير قطر, listed as one title
    named = doc.match(end, last, "C") is not None  # مفتي مصر: a country's name makes its head definite
    open_head = end - i == 1 or (not doc.infos[end - 1].definite and not doc.lexicon.single(doc.words[end - 1], "D"))
    if country is None and not _definite(head, skip) and open_head:
        complement = _complement(doc, end, last)
        if complement > end:
            core_last = complement
            country, pos = _nationality(doc, complement, last)
            office, leader = ("", "0") if core_last - i > 1 else (office, leader)
    quoted = _past_quoted(doc, core_last, last)  # رئيس “بارلاسين”
    if quoted > core_last and pos == core_last:
        pos = core_last = quoted
    pos, core_last, country = _tail(doc, pos, last, core_last, country, kind == "diplomatic", gender, kind)
    definite = (quoted == core_last > i + 1 and doc.words[quoted - 1] in QUOTE_MARKS) or (
        _definite(head, skip)
        or (core_last > i + 1 and not _governs(doc, i + 1) and _definite_within(doc, i + 1, core_last))
        or (country is not None and (named or doc.infos[max(pos - 1, i)].definite))
        or chained
    )
    title = Title(
        first=i, last=core_last, skip=skip, office=office, kind=kind, leader=leader == "1", gender=gender,
        number=number, country=country, deputy=False, definite=definite,
    )  # fmt: skip
    return title, pos, kind in ("honorific", "royal_honorific"), skip


def _tail(
    doc: Document,
    pos: int,
    last: int,
    core_last: int,
    country: str | None,
    host: bool,
    gender: str = "",
    kind: str = "",
) -> tuple[int, int, str | None]:
    """What follows an office: modifiers, nationality, and complements in a row (لدى …, في …, ب…, لشؤون …).

    ``host``: the office is a diplomat's, so that the country in a complement is where he is posted and not his own.
    """
    for _ in range(4):
        before = pos
        pos = _modifiers(doc, pos, last, gender)
        if country is None:
            country, pos = _nationality(doc, pos, last)
        if pos < last and _opens_complement(doc, pos):
            stop = _attached(doc, pos, last)
            if stop == pos and doc.words[pos] == "في" and pos + 1 < last:
                stop = _within(doc, pos, last, kind)
            if (
                kind in ("state_office", "minister", "royal")
                and doc.infos[pos].prep
                and not _names_a_body(doc, pos, last)
            ):
                stop = pos  # الرئيس للنواب, المتحدث لوكالة: somebody else, no part of the office
            if stop > pos:
                inner, after = _nationality(doc, stop, last)
                if not host:
                    country = country or inner or _country_within(doc, pos, stop)
                core_last = stop if pos == core_last else core_last
                pos = max(stop, after) if inner else stop
        if kind in ("minister", "state_office"):
            pos = _second_portfolio(doc, pos, last)
        pos = _past_quoted(doc, pos, last)
        pos = past_adjectives(doc, pos, last)
        if pos == before:
            break
    return pos, core_last, country


def _within(doc: Document, pos: int, last: int, kind: str) -> int:
    """End of في and a body that no table knows (القيادي في ائتلاف القوى, مسؤولة الإعلام في مصرف …); ``pos`` when none."""
    stop = _complement(doc, pos + 1, last)
    if stop <= pos + 1:
        return pos
    return stop if kind in _OF_BODIES or name_end(doc, stop, last, trusted=True) - stop >= 2 else pos


def _second_portfolio(doc: Document, i: int, last: int) -> int:
    """وزيرة الصناعة [والطاقة] نائلة …: a second noun of the office, when the holder's name or nationality follows it."""
    if i + 1 >= last:
        return i
    info, after = doc.infos[i], doc.infos[i + 1]
    noun = info.conj and info.base.startswith("ال") and info.flags & (NOUN | MASDAR) and not info.cues
    if not noun or doc.match(i, last, "thpq") or after.conj or after.prep or is_verbal(after) or is_stop(doc, i + 1):
        return i
    if doc.match(i + 1, last, "D"):
        return i + 1
    return i + 1 if not after.definite and name_end(doc, i + 1, last, trusted=True) - i >= 3 else i


def _names_a_body(doc: Document, i: int, last: int) -> bool:
    match = doc.match(i, last, "oCKrcS")
    return (
        (match is not None and match[1] >= 1) or doc.words[i] in _OVER or bool(match and doc.words[i].startswith("لل"))
    )


def _past_quoted(doc: Document, i: int, last: int) -> int:
    """Past a short name in quotation marks after a body (حركة المقاومة “حماس”)."""
    if i < last and doc.words[i] in QUOTE_MARKS:
        for k in range(i + 2, min(last, i + 4)):
            if doc.words[k] in QUOTE_MARKS:
                return k + 1
    return i


def past_adjectives(doc: Document, i: int, last: int) -> int:
    """Past adjectives of a party or a region between an office and a name (النائب [الليبرالي] فارس …)."""
    j = i
    while j < last and j - i < 3:
        info = doc.infos[j]
        relative = info.definite and not info.conj and not info.prep and info.base.endswith(("ي", "يه"))
        if not relative or info.flags & PERSONAL or info.kinds or is_stop(doc, j):
            break
        j += 1
    named = j > i and j < last and not doc.infos[j].definite and not doc.infos[j].conj
    if named and (doc.infos[j].flags & GIVEN or doc.match(j, last, "p") is not None):
        return j
    return i


def _opens_complement(doc: Document, i: int) -> bool:
    """لشؤون …, لدى …, في وزارة …, بوزارة …, ل…"""
    info = doc.infos[i]
    return doc.words[i] in _OVER or doc.words[i] in _AT or info.prep in ("ل", "ب")


def _definite_within(doc: Document, i: int, stop: int) -> bool:
    """A genitive with the article, or a proper name: what makes رئيس مجلس الأمن definite and مسؤول أمريكي كبير not."""
    return any(
        doc.infos[k].definite or doc.match(k, stop, "Cocp") is not None or doc.infos[k].flags & UNKNOWN
        for k in range(i, stop)
    )


def _governs(doc: Document, i: int) -> bool:
    """A preposition, bare or attached: what follows is no genitive that would make its head definite."""
    info = doc.infos[i]
    return bool(info.particle & P["preposition"]) or (bool(info.prep) and not info.conj)


def _definite(info: WordInfo, skip: int) -> bool:
    return info.word[skip:].startswith("ال") or info.definite


def _deputy(doc: Document, i: int, end: int, last: int, skip: int, name: Name) -> tuple[Title, int, bool, int] | None:
    meaning, _, gender = name.value.split()
    if meaning.startswith("counterpart"):
        country, pos = _nationality(doc, end, last)
        title = Title(
            first=i, last=end, skip=skip, office="counterpart", kind="counterpart", leader=False, gender=gender,
            number="pl" if meaning == "counterparts" else "sg", country=country, deputy=False, definite=True,
        )  # fmt: skip
        return title, pos, False, skip
    pos, country = end, None
    inner = title_phrase(doc, end, last, first_only=True)
    number, leader, core_last = "sg", False, end
    if inner is not None:
        pos, country = inner.last, inner.country
        core_last = inner.titles[-1].last
        leader = any(t.leader for t in inner.titles) and meaning == "deputy"
    else:
        stop = _attached(doc, end, last) if end < last else end
        if stop == end:
            stop = _complement(doc, end, last)
        country, pos = _nationality(doc, stop, last)
        country = country or _country_within(doc, end, stop)
        if stop == end:
            # المتحدث باسم جنتيلوني: the name is that of the principal.
            stop = name_end(doc, end, last, trusted=True)
            pos = stop
        core_last = max(stop, end)
        pos = max(pos, stop)
    pos, core_last, country = _tail(doc, pos, last, core_last, country, meaning in ("envoy", "delegate"))
    if pos == end and not _definite(doc.infos[i], skip):
        return None
    title = Title(
        first=i, last=core_last, skip=skip, office=meaning, kind="spokesperson" if meaning == "spokesperson" else "deputy",
        leader=leader, gender=gender, number=number, country=country, deputy=True,
        definite=meaning != "spokesperson" or _definite(doc.infos[i], skip) or "باسم" not in doc.words[i : core_last],
    )  # fmt: skip
    return title, pos, False, skip


def _honorific(doc: Document, i: int, end: int, last: int, skip: int, name: Name) -> tuple[Title, int, bool, int]:
    kind, gender, of = ([*name.value.split(), "", ""])[:3]
    country, pos = _nationality(doc, end, last)
    pos = _modifiers(doc, pos, last)
    title = Title(
        first=i, last=end, skip=skip, office=of if kind == "pronoun_like" else of.split(",")[0], kind=kind, leader=False, gender=gender,
        number="sg", country=country, deputy=False, definite=doc.infos[i].definite or kind == "pronoun_like",
    )  # fmt: skip
    return title, pos, True, skip


def _nationality(doc: Document, i: int, last: int) -> tuple[str | None, int]:
    """A nationality adjective or a country at ``i``: (country, token after it)."""
    if i >= last:
        return None, i
    info = doc.infos[i]
    if info.conj:
        return None, i
    match = doc.match(i, last, "DC")
    if match is None or match[1] > (1 if info.prep == "ل" else 0):
        return None, i
    return _the_country(match[2]), match[0]


def _the_country(names: list[Name]) -> str | None:
    """The country that names or nationalities stand for; None where several share one (المملكة)."""
    countries = {n.value.split()[0] for n in names}
    return countries.pop() if len(countries) == 1 else None


def _country_within(doc: Document, i: int, stop: int) -> str | None:
    for j in range(i, stop):
        match = doc.match(j, stop, "DCo")
        if match is not None:
            for n in match[2]:
                if n.code in "DC":
                    return _the_country([x for x in match[2] if x.code in "DC"])
                country = doc.lexicon.facts["bodies"].get(n.value, ["", "", ""])[2]
                if country:
                    return str(country)
    return None


def _modifiers(doc: Document, i: int, last: int, gender: str = "") -> int:
    """Past السابق, المنتخب, بالإنابة, (الراحل) …: words that do not change who is meant."""
    while i < last:
        if doc.infos[i].word in doc.lexicon.title_adjectives:
            i += 1
            continue
        match = doc.match(i, last, "d")
        if match is None or not any(n.value.split()[1] == "no" for n in match[2]) or match[1]:
            return i
        if gender == "m" and all(n.value.endswith(" f") for n in match[2]):
            return i
        if match[0] - i == 1 and (
            doc.words[i] in _OVER or doc.words[i] in _AT or doc.infos[i].particle & P["preposition"]
        ):
            return i
        if match[0] < last and doc.match(i, last, "t"):
            longer = doc.match(i, last, "t")
            if longer is not None and longer[0] > match[0]:
                return i
        i = match[0]
    return i


def _complement(doc: Document, i: int, last: int) -> int:
    """End of the nouns that say what a head in construct is over (رئيس [كتلة الوفاء], مدير [عام المنظمة])."""
    j = i
    if i and i < last and doc.infos[i - 1].base in doc.lexicon.word_classes["place_heads"]:
        j = name_end(doc, i, min(last, i + 2), trusted=True)
    while j < last and j - i < _LONGEST_COMPLEMENT:
        info = doc.infos[j]
        if not info.word[0].isalpha() or is_stop(doc, j) or is_verbal(info):
            break
        if doc.match(j, last, "D") and j > i:
            break
        if info.base in doc.lexicon.word_classes["place_heads"] and not info.conj:
            j = name_end(doc, j + 1, min(last, j + 3), trusted=True)  # حاكم ولاية [نيو جيرسي]
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


def _attached(doc: Document, i: int, last: int) -> int:
    """End of a prepositional complement of an office: لشؤون …, لدى …, في …, ل…, باسم …"""
    info = doc.infos[i]
    if info.conj:
        return i
    start = i + 1 if doc.words[i] in _AT or doc.words[i] in _OVER else i
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
            return _attached(doc, end, last)
        if end < last and doc.match(end, last, "D") and not doc.infos[end].conj:
            return end
        return end
    if start == i and info.prep != "ل":
        return i
    j = start + 1 if start == i else start
    stop = _complement(doc, j, last)
    if start == i and info.flags & UNKNOWN and stop == j:
        return i
    return max(stop, j)
