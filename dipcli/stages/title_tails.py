"""What follows an office and belongs to it: modifiers, nationality, complements in a row, a second portfolio."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, FUNCTION, GIVEN, MASDAR, MASKS, NOUN, PERSONAL, UNKNOWN
from dipcli.stages.document import Document
from dipcli.stages.genitives import adjectives_end
from dipcli.stages.names import is_stop, looks_like_name, name_end
from dipcli.stages.title_complements import AT, OVER, attached, complement, is_a_body, is_the_press, supervises
from dipcli.stages.title_places import country_within, nationality
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_ADJECTIVES: Final = 3  # in a row behind a body's noun
_CHARGED: Final = frozenset({"المكلف", "المكلفه"})
_WHERE_TO: Final = frozenset({"الي", "بشان"})  # of envoys; behind other offices they go on with the clause
_REACH: Final = 6  # words of a title before what it is at
_OF_STATE: Final = frozenset({"state_office", "minister", "royal"})
_OF_BODIES: Final = frozenset({"party", "organisation", "parliament", "military", "security"})


def tail(
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
        pos = modifiers(doc, pos, last, gender)
        if country is None:
            country, pos = nationality(doc, pos, last, attached=kind not in _OF_STATE)
        if (
            pos < last
            and kind != "pronoun_like"  # موضحا سموه [في حينه]
            and _opens_complement(doc, pos)
            and not (kind != "media" and is_the_press(doc, pos))
            and (doc.words[pos] not in _WHERE_TO or host or _is_sent(doc, pos))
            and not (kind == "minister" and country is not None and _in_a_city(doc, pos, last))
            and not (
                doc.infos[pos].prep == "ل" and doc.infos[pos].contacts and not doc.infos[pos].definite
            )  # تدعو المفوض [لزيارة] المدينة
        ):
            stop = attached(doc, pos, last)
            if stop == pos and doc.words[pos] == "في" and pos + 1 < last:
                stop = _within(doc, pos, last, kind)
            if (
                (kind in _OF_STATE or kind == "academic")
                and doc.infos[pos].prep == "ل"
                and (not _names_a_body(doc, pos, last) or (country and doc.match(pos, last, "CKc")))
            ):
                # الرئيس للنواب, المتحدث لوكالة, الوزير الإيراني للكويت: somebody else, no part of the office
                firm = doc.infos[pos].core.removeprefix("ل") in doc.lexicon.word_classes["fields_of_firms"]
                stop = adjectives_end(doc, pos + 1, last) if firm else _of_a_former(doc, pos, stop)
            if stop > pos:
                inner, after = nationality(doc, stop, last)
                if not host or _at_a_mission(doc, pos):
                    country = country or inner or country_within(doc, pos, stop)
                of_body = country is None and _is_with_a_genitive(doc, pos, last)  # الرئيس المؤسس [لمركز الدراسات]
                core_last = stop if pos == core_last or of_body or _of_a_former(doc, pos, stop) > pos else core_last
                pos = max(stop, after) if inner else stop
        if kind in ("minister", "state_office"):
            more = _second_portfolio(doc, pos, last)
            pos, core_last = more, more if core_last == pos else core_last
        if pos == core_last and (stop := _past_agreeing(doc, pos, last)) > pos:
            pos = core_last = stop
        pos = past_bracket(doc, past_quoted(doc, pos, last), last)
        pos = past_adjectives(doc, pos, last)
        if pos == before:
            break
    return pos, core_last, country


def _in_a_city(doc: Document, pos: int, last: int) -> bool:
    """وزير الخارجية الكيني [في القاهرة]: where he is, behind the land that he is of."""
    city = doc.match(pos + 1, last, "Kc") if doc.words[pos] == "في" and pos + 1 < last else None
    return city is not None and doc.match(pos + 1, last, "oC") is None


def _is_sent(doc: Document, pos: int) -> bool:
    """رئيس بعثة الإغاثة [إلى دمشق]: an office that is held where one is sent; not زيارة الوزير [إلى دمشق]."""
    sent = doc.lexicon.word_classes["sent"]
    return any(doc.infos[k].core in sent for k in range(max(0, pos - _REACH), pos))


def _of_a_former(doc: Document, pos: int, stop: int) -> int:
    """الرئيس السابق [للمخابرات]: what he was over, behind the word that says he was; ``pos`` when there is none."""
    body = doc.infos[pos].core.removeprefix("ل") in doc.lexicon.word_classes["body_heads"] or doc.match(pos, stop, "o")
    former = doc.words[pos - 1] in doc.lexicon.word_classes["former"]
    return stop if former and body and doc.infos[pos].base.startswith("لل") else pos


def _at_a_mission(doc: Document, pos: int) -> bool:
    """الملحق التجاري بالسفارة الهندية: an embassy is his own country's."""
    return any(
        doc.infos[k].core in doc.lexicon.word_classes["missions"] for k in range(pos, min(pos + 2, len(doc.words)))
    )


def _within(doc: Document, pos: int, last: int, kind: str) -> int:
    """End of في and a body that no table knows (القيادي في ائتلاف القوى, مسؤولة الإعلام في مصرف …); ``pos`` when none."""
    if doc.infos[pos + 1].core in doc.lexicon.word_classes["bureaus"] and doc.match(pos + 2, last, "t"):
        return _bureau_end(doc, pos + 2, last)
    stop = complement(doc, pos + 1, last)
    if stop <= pos + 1 or _said_in(doc, pos + 1) or _when_or_why(doc, pos):
        return pos
    if kind == "academic" and _is_field(doc, pos + 1):
        land, end = nationality(doc, stop, last)
        if land is not None and name_end(doc, end, last, trusted=True) - end >= _NAMED:
            return end  # الخبير في الشأن الإيراني سالم العمري
        if _closed(doc, stop, last):
            return stop
    return stop if kind in _OF_BODIES or name_end(doc, stop, last, trusted=True) - stop >= 2 else pos


def _when_or_why(doc: Document, pos: int) -> bool:
    """زعماء الأحزاب في القصر [في الأيام الأخيرة], [في محاولة] …: a second في, or a verbal noun, that names no body."""
    if is_a_body(doc, pos + 1) or doc.match(pos + 1, len(doc.words), "o"):
        return False
    return bool(doc.infos[pos + 1].flags & MASDAR) or "في" in doc.words[max(0, pos - _REACH) : pos]


def _bureau_end(doc: Document, i: int, last: int) -> int:
    """المستشار في مكتب [وزير الصناعة] …: the office of whom he works for."""
    office = doc.match(i, last, "t")
    end = office[0] if office is not None else i
    return nationality(doc, end, last)[1]


def _is_field(doc: Document, i: int) -> bool:
    """الخبير في [شؤون الموانئ]: what somebody knows, and not where he said it (في لقاء, في حديث)."""
    info = doc.infos[i]
    return bool(info.flags & (NOUN | MASDAR)) and not info.particle and not info.cues


def _said_in(doc: Document, i: int) -> bool:
    """في [مقابلة], في [حديث]: where something was said."""
    info, classes = doc.infos[i], doc.lexicon.word_classes
    return info.core in classes["medium"] or info.core in classes["told_in"] or bool(info.contacts)


def _closed(doc: Document, i: int, last: int) -> bool:
    return i >= last or doc.words[i] in COMMAS or bool(doc.infos[i].particle & COMPLEMENTISER)


def _second_portfolio(doc: Document, i: int, last: int) -> int:
    """وزيرة الصناعة [والطاقة] نائلة …: a second noun of the office, when the holder's name or nationality follows it."""
    if i + 1 >= last:
        return i
    more = i + 1
    while more < last and _is_a_field_more(doc, more, last):
        more += 1  # وزيرة الابتكار [والعلوم والتكنولوجيا] سلمى …
    if more > i + 1 and _is_a_field_more(doc, i, last) and name_end(doc, more, last, trusted=True) - more >= _NAMED:
        return more
    after = doc.infos[i + 1]
    if not _is_a_field_more(doc, i, last) or after.conj or after.prep or after.verbal or is_stop(doc, i + 1):
        return i
    if doc.match(i + 1, last, "D"):
        return i + 1
    return i + 1 if not after.definite and name_end(doc, i + 1, last, trusted=True) - i >= 3 else i


def _is_a_field_more(doc: Document, i: int, last: int) -> bool:
    """[والعلوم]: one more noun with the article, and no office, person or body (الرئيس [والحكومة] الكينية)."""
    info = doc.infos[i]
    if info.core in doc.lexicon.word_classes["body_heads"]:
        return False
    noun = info.conj and info.base.startswith("ال") and info.flags & (NOUN | MASDAR) and not info.cues
    return bool(noun) and doc.match(i, last, "thpq") is None


_NAMED: Final = 2  # words of a holder's name


def _names_a_body(doc: Document, i: int, last: int) -> bool:
    """للجنة الأولمبية, لشؤون …; not للقاهرة, لباريس: where he goes."""
    match = doc.match(i, last, "oCKrcS")
    place = doc.match(i, last, "CKc")
    alone = place is not None and place[0] - i == 1
    if alone and doc.infos[i].prep == "ل" and doc.match(i, last, "orS") is None:
        return False
    return (
        (match is not None and match[1] >= 1)
        or doc.words[i] in OVER
        or bool(match and doc.words[i].startswith("لل"))
        or _is_with_a_genitive(doc, i, last)
    )


def _is_with_a_genitive(doc: Document, i: int, last: int) -> bool:
    """الناطق الرسمي [لشرطة تبوك]: a body or a service that its own genitive tells of."""
    own = doc.infos[i].prep == "ل" and not doc.infos[i].definite and is_a_body(doc, i)
    return own and (complement(doc, i + 1, last) > i + 1 or doc.match(i + 1, last, "cCKr") is not None)


def past_quoted(doc: Document, i: int, last: int) -> int:
    """Past a short name in quotation marks after a body (حركة المقاومة “حماس”)."""
    if i < last and doc.words[i] in QUOTE_MARKS:
        for k in range(i + 2, min(last, i + 4)):
            if doc.words[k] in QUOTE_MARKS:
                return i if k - i > 2 and looks_like_name(doc, i + 1, k) else k + 1  # وزير الصحة “سالم العمري”
    return i


def past_bracket(doc: Document, i: int, last: int) -> int:
    """Past a short name in brackets after a body (حلف شمال الأطلسي (ناتو))."""
    if i + 2 >= last or doc.words[i] != "(":
        return i
    close = next((k for k in range(i + 2, min(last, i + 5)) if doc.words[k] == ")"), 0)
    inner = doc.infos[i + 1 : close] if close else []
    body = doc.match(i + 1, last, "o") if inner else None
    short = all(
        x.word[0].isalpha() and (x.word.isascii() or x.flags & UNKNOWN) and not x.flags & PERSONAL for x in inner
    )
    return close + 1 if inner and ((body is not None and body[0] == close) or short) else i


def _past_agreeing(doc: Document, i: int, last: int) -> int:
    """عضو الهيئة [السياسية], مدير العمليات [البحرية] …: past the relative adjective, in the feminine, of a noun in the
    feminine or of things in the plural that ends the title; and of those who are sent (أعضاء الوفد [البرلماني]).
    """
    if i >= last or not doc.infos[i - 1].definite:
        return i
    classes = doc.lexicon.word_classes
    feminine = doc.raw(i - 1).endswith(("ة", "ات"))
    body = doc.infos[i - 1].core in classes["body_heads"] and doc.match(i - 1, i, "t") is None
    if not feminine and not body and doc.infos[i - 1].core not in classes["sent"]:
        return i
    head = doc.match(i - 1, i, "t")
    if head is not None and any(n.value.startswith("official ") for n in head[2]):
        return i  # المسؤولة [الدبلوماسية]
    end = i
    while end < last and end - i < _ADJECTIVES and _agrees(doc, end, last, feminine, joined=end > i and feminine):
        end += 1
    apart = body and not feminine and i < end < last and not doc.infos[end].definite
    named = apart and name_end(doc, end, last, trusted=True) == end + 1
    return i if named else end  # زعيم الحزب [اليساري] سيريزا: the party's name


def _agrees(doc: Document, i: int, last: int, feminine: bool, *, joined: bool) -> bool:
    """[السياسية], المالية [والقانونية]: a relative adjective with the article; behind another one also with و."""
    info = doc.infos[i]
    if not info.definite or info.prep or info.flags & (FUNCTION | PERSONAL) or (info.conj and not joined):
        return False  # الوفد الذي …
    return doc.raw(i).endswith("ية" if feminine else "ي") and not doc.match(i, last, "Dth" if joined else "D")


def past_adjectives(doc: Document, i: int, last: int) -> int:
    """Past adjectives of a party or a region between an office and a name (النائب [الليبرالي] فارس …)."""
    j = i
    while j < last and j - i < 3:
        info = doc.infos[j]
        relative = info.definite and not info.conj and not info.prep and info.base.endswith(("ي", "يه"))
        party = info.base in doc.lexicon.word_classes["party_adjectives"] and not info.conj
        movement = relative and bool(info.flags & PERSONAL) and _before_given_name(doc, j, last)
        office = info.kinds & ~MASKS["d"] and info.base not in doc.lexicon.not_titles and not movement
        family = info.flags & PERSONAL and not movement
        if not party and (not relative or family or office or is_stop(doc, j)):
            break
        j += 1
    named = j > i and j < last and not doc.infos[j].definite and not doc.infos[j].conj
    if named and (doc.infos[j].flags & GIVEN or doc.match(j, last, "p") is not None):
        return j
    end = name_end(doc, j, last, trusted=True) if named else j
    return j if end - j >= 2 and looks_like_name(doc, j, end) else i


def _before_given_name(doc: Document, j: int, last: int) -> bool:
    """القيادي [الحوثي] حمد البخاري: a relative adjective, though families are called so; a given name does not come second."""
    after = doc.infos[j + 1] if j + 2 < last else None
    if after is None or not after.flags & GIVEN or after.definite or after.conj:
        return False
    behind, known = doc.infos[j + 2], doc.match(j, last, "p")
    if doc.match(j, last, "tCD") is not None or (known is not None and known[0] > j + 1):
        return False  # الرئيس [الباجي قائد السبسي]
    return bool(behind.flags & (PERSONAL | UNKNOWN)) and not behind.conj and not behind.particle


def _opens_complement(doc: Document, i: int) -> bool:
    """لشؤون …, لدى …, في وزارة …, بوزارة …, ل…"""
    info = doc.infos[i]
    return (
        doc.words[i] in OVER
        or doc.words[i] in AT
        or doc.words[i] in ("ل", "ب")
        or info.prep in ("ل", "ب")
        or supervises(doc, i)
    )


def _with_what(doc: Document, i: int, last: int) -> bool:
    """المكلف [بالملف], المكلف [باسم الوزارة], المكلف [شؤون الإغاثة]."""
    if i >= last:
        return False
    info = doc.infos[i]
    noun = info.flags & NOUN and not info.flags & PERSONAL and not info.definite
    return info.prep == "ب" or doc.words[i] in AT or doc.words[i] == "ب" or bool(noun)


def modifiers(doc: Document, i: int, last: int, gender: str = "") -> int:
    """Past السابق, المنتخب, بالإنابة, (الراحل) …: words that do not change who is meant."""
    while i < last:
        if doc.infos[i].word in doc.lexicon.title_adjectives:
            i += 1
            continue
        match = doc.match(i, last, "d")
        if doc.words[i] == "اول" and "امس" in doc.words[i + 1 : i + 3]:
            return i  # أول من أمس
        if match is None or not any(n.value.split()[1] == "no" for n in match[2]) or match[1]:
            return i
        if gender == "m" and all(n.value.endswith(" f") for n in match[2]):
            return i
        if doc.words[i] in _CHARGED and match[0] - i == 1 and not _with_what(doc, i + 1, last):
            i += 1  # الرئيس التنفيذي [المكلف] سالم …
            continue
        if match[0] - i == 1 and (doc.words[i] in OVER or doc.words[i] in AT or doc.infos[i].particle & P.preposition):
            return i
        longer = doc.match(i, last, "t") if match[0] < last else None
        if longer is not None and longer[0] > match[0]:
            return i
        i = match[0]
    return i
