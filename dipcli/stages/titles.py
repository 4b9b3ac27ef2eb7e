"""Offices, ranks and honorifics before and after a name, one by one and in a row."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import CITY, GIVEN, KIN_F, KIN_M, MASDAR, MASKS, NOUN, PERSONAL, UNKNOWN, VERB, Name, WordInfo
from dipcli.stages.document import Document
from dipcli.stages.found import Title
from dipcli.stages.genitives import quoted_end
from dipcli.stages.names import is_expressed_by_one, name_end, word_is
from dipcli.stages.title_complements import attached, complement
from dipcli.stages.title_places import country_within, nationality
from dipcli.stages.title_tails import modifiers, past_quoted, tail
from dipcli.text.marks import QUOTE_MARKS

# Modifiers before an office that name another person than its holder, and that begin a title of their own.
_DEPUTIES: Final = frozenset({
    "deputy", "assistant", "adviser", "spokesperson", "envoy", "delegate", "representative", "office_director", "candidate",
    "counterpart", "counterparts", "co", "plenipotentiary",
})  # fmt: skip
_TITLES: Final = MASKS["thd"]
_POST: Final = "organisation"
_THRONES: Final = frozenset({"president", "king", "emir", "sultan", "head_of_government"})


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
    if i >= last or not (doc.infos[i].kinds & _TITLES or doc.infos[i].possessed is not None):
        return None
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
        if _is_a_guest(titles, title):
            break
        if pos == i:
            skip = step_skip
        elif doc.infos[pos].prep and (step_skip or (pos - i == 1 and doc.words[pos].startswith("لل"))):
            break  # أكد الرئيس [للأمير سالم]: whom he tells
        if is_honorific and honorific is None:
            honorific = title.office or title.kind
        titles.append(title)
        pos = end
        if first_only:
            break
    if not titles:
        return None
    return TitlePhrase(i, pos, skip, titles, honorific)


def _other_person(doc: Document, before: Title, after: Title) -> bool:
    """هنأ الملك الرئيس الكيني: two heads in a row are two people, when the second has a nationality of its own."""
    if before.gender == "f" and after.gender == "m" and before.definite and doc.raw(before.last - 1).endswith("ة"):
        return True  # سألت المذيعة الوزير كمال العلمي
    if before.leader and after.leader and before.country and after.country:
        return before.country != after.country  # هنأ أمير الكويت رئيس وزراء الهند
    if before.office not in _THRONES:
        return False
    if before.country and after.office in ("minister", "foreign_minister"):
        return after.definite  # استقبل أمير قطر الوزير كيري
    bare = before.last - before.first == 1 and doc.infos[before.first].definite
    return bare and after.country is not None


def _is_a_guest(titles: list[Title], after: Title) -> bool:
    """استقبل فلان رئيس مجلس الوزراء حاكم دبي [الرئيس الكيني]: who holds another office of state is not that head of state."""
    if after.office not in _HEADS or not after.country or after.last - after.first > 1:
        return False
    return any(t.leader and t.kind in ("state_office", "royal") and t.office not in _HEADS for t in titles)


_HEADS: Final = ("president", "king", "emir", "sultan")


def _name_begins(doc: Document, i: int, last: int) -> bool:
    """A name whose first word is also a title (رفيق الحريري; الأمير [سلطان بن ماجد])."""
    info = doc.infos[i]
    if info.definite:
        return False
    if doc.match(i, last, "p") is not None:
        return True
    after = doc.infos[i + 1] if i + 1 < last else None
    if info.flags & GIVEN and after is not None and _is_family(doc, i + 1, after, last):
        return True
    if not info.flags & GIVEN or doc.infos[i - 1].base not in doc.lexicon.word_classes["one_named"]:
        return False
    return after is None or bool(after.particle & P.name_link) or is_expressed_by_one(doc, i + 1)


def _is_family(doc: Document, i: int, info: WordInfo, last: int) -> bool:
    """الدكتورة أميرة [المباركي]; not أمير [الكويت], أمير [الجماعة], أمير المنطقة [الشرقية]."""
    relative = info.definite and not info.prep and info.word.endswith("ي")
    return relative and bool(info.flags & PERSONAL) and doc.match(i, last, "CDKcoStdu") is None


def _one(doc: Document, i: int, last: int, chained: bool) -> tuple[Title, int, bool, int] | None:
    """One title at ``i``: (title, token after it, is it an honorific or rank, proclitic letters)."""
    match = doc.match(i, last, "thd")
    if match is None:
        return _possessed(doc, i, last)
    if doc.infos[i].possessed in (KIN_M, KIN_F) and (kin := _possessed(doc, i, last)) is not None:
        return kin  # شقيقه سالم, نائبه سالم
    match = _without_a_longer_office(doc, i, last, match)
    if _homograph(doc, i, match[0], chained) or _first_name(doc, i, last) or _attended(doc, i):
        return None
    if match[0] - i == 1 and (theirs := _of_theirs(doc, i, last)) is not None:
        return theirs
    own = doc.infos[i].possessed if match[0] - i == 1 and doc.raw(i).endswith("ه") else None
    if own is not None and own not in (KIN_M, KIN_F) and "ة" in doc.text:
        return _possessed(doc, i, last)  # مديره العام: his director, not a woman who directs
    end, skip, names = match
    if end < last and not doc.infos[i].prep and any(n.code == "d" and n.value.startswith("acting ") for n in names):
        inner = _one(doc, end, last, chained)  # القائم بأعمال [المندوب]
        if inner is not None and not inner[2]:
            return inner[0]._replace(first=i, skip=skip), inner[1], False, skip
    if end - i > 1 and not any(n.code in "th" or n.value.split()[0] in _DEPUTIES for n in names):
        # المسؤول [عن المخازن سالم العمري]: the office, and what it is over; not المسؤول عن القتل
        if doc.words[end - 1] == "عن" and attached(doc, end - 1, last) == end - 1:
            return None
        end, skip, names = doc.match(i, last, "th") or match
    offices = [n for n in names if n.code == "t"]
    if len(offices) > 1:
        offices.sort(key=lambda n: (" pl " in n.value, n.value), reverse=True)
    office = offices[0] if offices else None
    changing = [n for n in names if n.code == "d" and n.value.split()[0] in _DEPUTIES and n.value.split()[1] == "yes"]
    person_changing = max(changing, key=lambda n: n.value.endswith(" m")) if changing else None
    honors = [n for n in names if n.code == "h"]
    honor = honors[0] if honors else None
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
        found = _office(doc, i, end, last, skip, office, chained)
        return found if honor is not None else _in_a_field(found)
    if honor is not None:
        return _honorific(doc, i, end, last, skip, honor)
    return None


def _without_a_longer_office(
    doc: Document, i: int, last: int, match: tuple[int, int, list[Name]]
) -> tuple[int, int, list[Name]]:
    """معالي [الأمين العام لمجلس …]: listed with the head of an office that goes on is the form of address alone."""
    if match[0] - i < 2 or doc.infos[i].core not in doc.lexicon.word_classes["addresses"]:
        return match
    if any(n.code != "h" for n in match[2]):
        return match
    office = doc.match(i + 1, last, "t")
    short = doc.match(i, i + 1, "h") if office is not None and office[0] >= match[0] else None
    return short or match


def _homograph(doc: Document, i: int, end: int, chained: bool) -> bool:
    """A preposition spelled like a title (أمام, before, for إمام), an adjective after its noun (العلاقات الدبلوماسية)."""
    info = doc.infos[i]
    if info.word.lstrip("وف") == "امام" and not doc.raw(i).lstrip("وف").startswith("إ"):
        return True
    if info.word.endswith("امام") and "أمام" in doc.raw(i):
        return True  # دفعهم للأمام: forward
    if word_is(doc, i, "رييس", "ئ") or word_is(doc, i, "قايد", "ئ"):
        return True
    if end - i > 1:
        return False
    if info.base in doc.lexicon.word_classes["opposed"] and i and doc.infos[i - 1].definite and not info.conj:
        return True  # الائتلاف السوري [المعارض] المهندس فلان
    if _no_holder(doc, i) or _accuses(doc, i, len(doc.words)) or _is_sovereignty(doc, i):
        return True
    if info.particle and not info.particle & P.name_link:
        return True
    if info.base in doc.lexicon.not_titles or (info.prep in ("ب", "ل") and info.core in doc.lexicon.not_titles):
        # المحافظة; بمحافظة الجوف; not نائبة رئيس الوزراء
        return not (info.base in doc.lexicon.word_classes["deputies"] and _goes_on(doc, end, len(doc.words)))
    if info.base in doc.lexicon.word_classes["ruling"] and i and doc.infos[i - 1].definite:
        # الأسرة السعودية [الحاكمة]; not الأمير الحاكم, قال اليوم الحاكم
        return not doc.infos[i - 1].particle & P.time and doc.match(i - 1, i, "th") is None
    before = doc.infos[i - 1] if i and not chained else None
    return bool(
        before is not None
        and info.definite
        and _adjectival(doc, info.base)
        and not (_may_be_adjective(doc, info.base) and _before_holder(doc, end, len(doc.words)))
        and not info.prep
        and not info.conj
        and (
            before.definite
            or (doc.raw(i - 1).endswith(("ه", "ها", "هم")) and not before.cues and info.base.endswith("ي"))
        )
        and before.flags & NOUN
        and not before.flags & PERSONAL
        and not before.particle & P.time  # وصل اليوم الخميس الرئيس …
        and not doc.match(i - 1, i, "tDh")
    )


def _is_sovereignty(doc: Document, i: int) -> bool:
    """يهدد [سيادته], بـ[سيادته] على صحرائه, [سيادته] واستقلاله: no form of address but a noun with a pronoun."""
    info, classes = doc.infos[i], doc.lexicon.word_classes
    if info.base.removeprefix(info.prep) not in classes["honorifics_or_nouns"]:
        return False
    after = doc.infos[i + 1] if i + 1 < len(doc.infos) else info
    if after.word == "علي" or (after.conj and after.word.endswith(("ه", "ها"))):
        return True
    before = doc.infos[i - 1] if i else info
    if (
        i > 1
        and not before.conj
        and doc.infos[i - 2].definite
        and doc.infos[i - 2].flags & NOUN
        and before.flags & VERB
    ):
        return True  # السلاح يهدد [سيادته]
    if info.prep or info.conj or not i or before.reports or before.contacts or before.particle or before.cues:
        return False
    return bool(before.flags & (NOUN | MASDAR | VERB)) and not before.definite


def _no_holder(doc: Document, i: int) -> bool:
    """إقامة [دولته] المستقلة: a people's state; لمنصب [الرئيس], انتخاب [الرئيس] الجديد: the office, whoever holds it."""
    if not i:
        return False
    classes, before = doc.lexicon.word_classes, doc.infos[i - 1]
    if doc.infos[i].base in classes["his_state"]:
        return before.core in classes["founding"]
    if not doc.infos[i].definite or doc.infos[i].prep:
        return False
    new = i + 1 < len(doc.words) and doc.words[i + 1] in classes["to_come"]
    return before.core in classes["posts"] or (new and before.core in classes["electing"])


def _accuses(doc: Document, i: int, last: int) -> bool:
    """[متهمة] الحكومة بعرقلة التحقيق, متهما إياها ب…: who accuses, with the accused before what they are accused of."""
    info = doc.infos[i]
    if info.base not in doc.lexicon.word_classes["accusing"] or i + 1 >= last:
        return False
    if doc.words[i + 1] in doc.lexicon.word_classes["objects_apart"]:
        return True
    behind = doc.infos[i + 1]
    if behind.prep or behind.particle or not (behind.definite or doc.match(i + 1, last, "CKop") is not None):
        return False
    return any(doc.infos[k].prep == "ب" for k in range(i + 2, min(i + _ACCUSED, last)))


_KIN_AND_NAME: Final = 2  # tokens
_ACCUSED: Final = 8  # tokens from a word of accusing to what somebody is accused of


def _before_holder(doc: Document, i: int, last: int) -> bool:
    """ودعا إلى المؤتمر الرئيس [سامر …], الرئيس [الفرنسي سامر …]: a person's name, or a nationality and one, is behind it."""
    if i < last and doc.match(i, last, "D") is not None:
        i += 1
    if i + 1 >= last or doc.match(i, last, "p") is not None:
        return i + 1 < last
    one, other = doc.infos[i], doc.infos[i + 1]
    given = one.flags & GIVEN and not one.definite and one.word not in doc.lexicon.word_classes["seldom_names"]
    return bool(given) and (other.definite or bool(other.flags & (PERSONAL | UNKNOWN))) and not other.particle


def _attended(doc: Document, i: int) -> bool:
    """اللقاء الذي [حضره] معالي الوزير: a verb and its object, and no حضرة."""
    return doc.infos[i].core in doc.lexicon.word_classes["attended"] and doc.raw(i).endswith("ه")


def _adjectival(doc: Document, word: str) -> bool:
    """A relative adjective (العلاقات الدبلوماسية) or الرئيس (السبب الرئيس); السفير after a noun is a title."""
    return word.endswith(("ي", "يه", "يون", "يين")) or _may_be_adjective(doc, word)


def _may_be_adjective(doc: Document, word: str) -> bool:
    return word in doc.lexicon.word_classes["title_or_adjective"]


def _possessed(doc: Document, i: int, last: int) -> tuple[Title, int, bool, int] | None:
    """رئيستها, زعيمه, وزير خارجيتها: an office with a possessive pronoun."""
    info = doc.infos[i]
    if info.possessed is None or doc.raw(i).endswith("ة"):
        return None  # مصلحة سياسية: an adjective
    if info.possessed in (KIN_M, KIN_F):
        named = i + 1 < last and not doc.infos[i + 1].definite
        if not named or name_end(doc, i + 1, last, trusted=True) - i < _KIN_AND_NAME:
            return None  # والده alone
    office, kind, leader, gender, number, _ = info.possessed.value.split()
    country, pos = nationality(doc, i + 1, last)
    title = Title(
        first=i, last=i + 1, skip=int(info.conj), office=office, kind=kind, leader=leader == "1", gender=gender,
        number=number, country=country, deputy=False, definite=True,
    )  # fmt: skip
    return title, modifiers(doc, pos, last), False, int(info.conj)


def _first_name(doc: Document, i: int, last: int) -> bool:
    """أمير حسين موسوي: the prince has an article or a land behind him, the first name another name."""
    if doc.words[i] != "امير" or i + 2 >= last:
        return False
    after, third = doc.infos[i + 1], doc.infos[i + 2]
    named = (
        after.flags & GIVEN and not after.definite and not after.flags & CITY and doc.match(i + 1, last, "CcKr") is None
    )
    return bool(named and third.flags & (PERSONAL | UNKNOWN) and not third.particle)


def _of_theirs(doc: Document, i: int, last: int) -> tuple[Title, int, bool, int] | None:
    """رئيسة وزرائها, وزير خارجيته: an office of two words with a possessive pronoun behind the second."""
    info = doc.infos[i]
    if i + 1 >= last or info.definite:
        return None
    for form in _without_pronoun(doc.words[i + 1]):
        match = doc.lexicon.match([info.base, form], 0, 2, "t")
        if match is not None and match[0] == 2:
            office, kind, leader, gender, number, _ = match[2][0].value.split()
            title = Title(
                first=i, last=i + 2, skip=int(info.conj), office=office, kind=kind, leader=leader == "1", gender=gender,
                number=number, country=None, deputy=False, definite=True,
            )  # fmt: skip
            end = i + 2
            while end < last and doc.words[end] in doc.lexicon.title_ranks:
                end += 1  # رئيس مكتبها السياسي
            return title._replace(last=end), modifiers(doc, end, last), False, int(info.conj)
    return None


def _without_pronoun(word: str) -> list[str]:
    """Spellings of a folded word without ه, ها, هم, هما: خارجيته is of خارجية, وزرائها of وزراء."""
    for clitic in ("هما", "ها", "هم", "ه"):
        stem = word.removesuffix(clitic)
        if stem != word and len(stem) > 2:
            hamza = [stem[:-1], stem[:-1] + "ء"] if stem[-1] in "يو" else []
            return [stem[:-1] + "ه" if stem.endswith("ت") else stem, *hamza]
    return []


def _goes_on(doc: Document, i: int, last: int) -> bool:
    return i < last and bool(doc.match(i, last, "toC"))


def _office(
    doc: Document, i: int, end: int, last: int, skip: int, name: Name, chained: bool
) -> tuple[Title, int, bool, int]:
    office, kind, leader, gender, number, _construct = name.value.split()
    head = doc.infos[i]
    if (office == "president" and end - i == 1 and _chairs(doc, end, last)) or _of_a_firm(doc, office, end, last):
        office, leader = "", "0"
    while end < last and doc.words[end] in doc.lexicon.title_ranks and _definite(head, skip):
        end += 1
    core_last = end
    if office == "spokesperson" and end < last and doc.words[end] in doc.lexicon.word_classes["in_their_name"]:
        end += 1
    # وزير الدفاع للأردن: where he went; رئيس لمصر: of what land
    state = kind in ("minister", "state_office", "royal") and (end - i > 1 or _definite(head, skip))
    country, pos = nationality(doc, end, last, attached=not state)
    # أمير قطر, السفير الأميركي, listed as one title. The body in a diplomat's is where he is posted.
    if country is None and end - i > 1:
        country = country_within(doc, i + 1, end, "DC" if kind == "diplomatic" else "DCo")
    named = doc.match(end, last, "C") is not None  # مفتي مصر: a country's name makes its head definite
    # حاكم دبي, listed as one: a place takes no genitive
    open_head = end - i == 1 or (not doc.infos[end - 1].definite and not doc.lexicon.single(doc.words[end - 1], "DcK"))
    body_open = _ends_in_a_body(doc, i, end)
    short = doc.words[end - 1] == "."  # د. سالم: a title in a letter is over nothing
    whole = number == "pl" and doc.words[end - 1].endswith("ون")  # معارضون [البرهان]: in construct it loses its ن
    if country is None and not (short or whole) and (body_open or (not _definite(head, skip) and open_head)):
        over = complement(doc, end, last)
        if over > end:
            core_last = over
            country, pos = nationality(doc, over, last)
            if not body_open:
                office, leader = "", "0"
    if country is None and kind == "royal" and pos == end and not _definite(head, skip):
        country, pos = _seat(doc, end, last)
        core_last = max(core_last, pos)
    told = country is not None and doc.infos[max(pos - 1, i)].definite  # not by the article of رفيع المستوى
    open_country = country is None
    seated = kind == "royal" and pos > end and country is not None
    quoted = past_quoted(doc, core_last, last)  # رئيس “بارلاسين”
    if quoted > core_last and pos == core_last:
        pos = core_last = quoted
    pos, core_last, country = tail(doc, pos, last, core_last, country, kind == "diplomatic", gender, kind)
    # مسؤول [في] وزارة الخارجية الفرنسية, [بالجيش الكيني]: what follows the preposition makes nobody known
    posted = not _definite(head, skip) and _is_posted(doc, end, core_last)
    bare = posted and end - i == 1  # not وزير النقل [في] كينيا: its own genitive makes the head definite
    definite = (quoted == core_last > i + 1 and doc.words[quoted - 1] in QUOTE_MARKS) or (
        _definite(head, skip)
        or (core_last > i + 1 and not (bare or _governs(doc, i + 1)) and _definite_within(doc, i + 1, core_last))
        or (
            country is not None
            and (named or told or (open_country and doc.infos[max(pos - 1, i)].definite))
            and not posted
        )
        or seated
        or chained
    )
    title = Title(
        first=i, last=core_last, skip=skip, office=office, kind=kind, leader=leader == "1", gender=gender,
        number=number, country=country, deputy=False, definite=definite,
    )  # fmt: skip
    return title, pos, kind in ("honorific", "royal_honorific"), skip


def _seat(doc: Document, i: int, last: int) -> tuple[str | None, int]:
    """ولي عهد [أبو ظبي]: the town whose ruler or heir somebody is, and its country."""
    place = doc.match(i, last, "K")
    if place is None or place[1]:
        return None, i
    return place[2][0].value.split()[0], place[0]


def _chairs(doc: Document, i: int, last: int) -> bool:
    """الرئيس الجمهوري [للجنة الموازنة], الرئيس المؤسس [لمركز الخليج]: who chairs a body, and is no head of state."""
    if i + 1 < last and doc.infos[i].definite and not doc.infos[i].conj and doc.infos[i + 1].prep == "ل":
        i += 1
    if i >= last:
        return False
    info = doc.infos[i]
    return info.prep == "ل" and not info.conj and info.core in doc.lexicon.word_classes["body_heads"]


def _of_a_firm(doc: Document, office: str, end: int, last: int) -> bool:
    """نائب الرئيس [للتسويق], [التنفيذي] للعمليات: who is over one of a firm's fields, and is no state's vice president."""
    while end < last and doc.words[end] in doc.lexicon.title_ranks:
        end += 1
    field = doc.infos[end].core.removeprefix("ل") if end < last and doc.infos[end].prep == "ل" else ""
    return office == "vice_president" and field in doc.lexicon.word_classes["fields_of_firms"]


def _in_a_field(found: tuple[Title, int, bool, int]) -> tuple[Title, int, bool, int]:
    """الخبير في شؤون الموانئ, أستاذ الاقتصاد: with a field it is a post, and no mere form of address."""
    title, *behind = found
    if title.kind == "academic" and title.last - title.first > 1:
        title = title._replace(kind=_POST)
    return (title, *behind)  # type: ignore[return-value]


def _ends_in_a_body(doc: Document, i: int, end: int) -> bool:
    """الأمين العام لحزب …: listed without the body's name."""
    last = doc.infos[end - 1]
    return (
        end - i > 1 and last.prep == "ل" and not last.definite and last.core in doc.lexicon.word_classes["body_heads"]
    )


def _definite_within(doc: Document, i: int, stop: int) -> bool:
    """A genitive with the article, or a proper name: what makes رئيس مجلس الأمن definite and مسؤول أمريكي كبير not."""
    return any(
        doc.infos[k].definite or doc.match(k, stop, "Cocp") is not None or doc.infos[k].flags & UNKNOWN
        for k in range(i, stop)
    )


def _governs(doc: Document, i: int) -> bool:
    """A preposition, bare or attached: what follows is no genitive that would make its head definite."""
    info = doc.infos[i]
    return bool(info.particle & P.preposition) or (bool(info.prep) and not info.conj)


def _is_posted(doc: Document, k: int, last: int) -> bool:
    """مسؤول [في] …, مسؤول كبير [بالجيش]: behind an office and its standing a preposition, and where somebody serves."""
    while k < last and doc.words[k] in doc.lexicon.word_classes["of_standing"]:
        k += 1
    info = doc.infos[k] if k < last else None
    return info is not None and (bool(info.particle & P.preposition) or (info.prep == "ب" and not info.conj))


def _definite(info: WordInfo, skip: int) -> bool:
    return info.word[skip:].startswith("ال") or info.definite


def _deputy(doc: Document, i: int, end: int, last: int, skip: int, name: Name) -> tuple[Title, int, bool, int] | None:
    meaning, _, gender = name.value.split()
    if meaning.startswith("counterpart"):
        country, pos = nationality(doc, end, last)
        title = Title(
            first=i, last=end, skip=skip, office="counterpart", kind="counterpart", leader=False, gender=gender,
            number="pl" if meaning == "counterparts" else "sg", country=country, deputy=False, definite=True,
        )  # fmt: skip
        return title, pos, False, skip
    while end < last and doc.words[end] in doc.lexicon.title_ranks and _definite(doc.infos[i], skip):
        end += 1
    if meaning == "spokesperson" and end < last and doc.words[end] in doc.lexicon.word_classes["in_their_name"]:
        end += 1
    pos, country = end, None
    marked = quoted_end(doc, end, last) if doc.words[end - 1] in doc.lexicon.word_classes["in_whose_name"] else end
    inner = title_phrase(doc, end, last, first_only=True) if marked == end else None
    number, leader, core_last = "sg", False, end
    if marked > end:
        pos = core_last = marked  # المتحدث الرسمي باسم «مدن»
    elif inner is not None:
        pos, country = inner.last, inner.country
        core_last = inner.titles[-1].last
        leader = any(t.leader for t in inner.titles) and meaning == "deputy"
    else:
        stop = attached(doc, end, last) if end < last else end
        if stop == end:
            stop = complement(doc, end, last)
        country, pos = nationality(doc, stop, last)
        country = country or country_within(doc, end, stop)
        if stop == end:
            # المتحدث باسم جنتيلوني: the name is that of the principal.
            body = int(end < last and doc.infos[end].base in doc.lexicon.word_classes["body_heads"])  # شرطة قندز
            stop = name_end(doc, end + body, last, trusted=True)
            pos = stop
        core_last = max(stop, end)
        pos = max(pos, stop)
    pos, core_last, country = tail(
        doc, pos, last, core_last, country, meaning in ("envoy", "delegate", "representative")
    )
    if pos == end and not _definite(doc.infos[i], skip):
        return None
    title = Title(
        first=i, last=core_last, skip=skip, office=meaning, kind="spokesperson" if meaning == "spokesperson" else "deputy",
        leader=leader, gender=gender, number=number, country=country, deputy=True,
        definite=meaning != "spokesperson" or _definite(doc.infos[i], skip) or "باسم" not in doc.words[i : core_last],
    )  # fmt: skip
    return title, pos, False, skip


def _is_a_noun_of_his(doc: Document, i: int) -> bool:
    """عن بالغ [سعادته], لبنان القوي [بدولته]: what he feels or has, and nobody's form of address."""
    info, classes = doc.infos[i], doc.lexicon.word_classes
    if info.base.removeprefix(info.prep) not in classes["honorifics_and_nouns"] or i == 0:
        return False
    before = doc.infos[i - 1]
    felt = before.core in classes["depths"] or before.word in classes["felt_of"]
    return felt or info.prep == "ب" or (before.definite and info.base.startswith("دول") and not before.cues)


def _honorific(
    doc: Document, i: int, end: int, last: int, skip: int, name: Name
) -> tuple[Title, int, bool, int] | None:
    kind, gender, of = ([*name.value.split(), "", ""])[:3]
    if kind == "pronoun_like" and _is_a_noun_of_his(doc, i):
        return None
    country, pos = nationality(doc, end, last)
    then = kind == "pronoun_like" and pos < last and doc.words[pos] == "في"  # موضحا سموه [في حينه]
    pos = pos if then else modifiers(doc, pos, last)
    title = Title(
        first=i, last=end, skip=skip, office=of if kind == "pronoun_like" else of.split(",")[0], kind=kind, leader=False, gender=gender,
        number="sg", country=country, deputy=False, definite=doc.infos[i].definite or kind == "pronoun_like",
    )  # fmt: skip
    return title, pos, True, skip
