"""What an office is over or at: nouns in construct (رئيس كتلة …) and after a preposition (لشؤون …, لدى …)."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import CITY, COMPLEMENTISER, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.document import Document
from dipcli.stages.genitives import adjectives_end, genitive_end, is_deed_apart, own_name_end, quoted_end
from dipcli.stages.names import is_expressed_by_one, is_stop, name_end
from dipcli.text.marks import COMMAS

_LONGEST_COMPLEMENT: Final = 9
_PLURALS: Final = ("ون", "ين")
_BROKEN: Final = 5  # letters of فنون, سجون, قانون, which are no sound plurals
_NO_FIELDS: Final = ("peoples", "groups", "actors", "body_heads", "collectives", "sides", "speaking_plurals")
OVER: Final = frozenset({"لشوون", "لشيون", "لشان", "للشوون", "المكلف", "المكلفه", "المعني", "المعنيه"})
AT: Final = frozenset({"لدي", "في", "الي", "بشان", "باسم"})
_CHARGED: Final = frozenset(
    {"المكلف", "المكلفه", "المعني", "المعنيه"}
)  # with what, or they are a modifier of the office


def is_the_press(doc: Document, pos: int) -> bool:
    """مسؤول [للصحيفة], دبلوماسي [لوكالة الأنباء]: to whom he says it, and no part of the office."""
    info, classes = doc.infos[pos], doc.lexicon.word_classes
    if info.prep != "ل":
        return False
    core = info.core.removeprefix("ل") if info.word.startswith("لل") else info.core
    if core in classes["agencies"]:  # للوكالة الهولندية للتنمية
        after = doc.infos[pos + 1] if pos + 1 < len(doc.infos) else info
        alone = not after.word[0].isalpha() or after.particle & COMPLEMENTISER
        return bool(alone) or after.base in classes["of_news"] or doc.match(pos, len(doc.words), "m") is not None
    return info.word in classes["to_the_press"] or core in classes["press_nouns"]


def _is_a_rank_and_name(doc: Document, j: int, last: int) -> bool:
    """[اللواء سالم] العمري: a rank with the article before a name."""
    rank = doc.match(j, last, "h")
    after = doc.infos[rank[0]] if rank is not None and rank[0] < last else None
    return after is not None and bool(after.flags & (PERSONAL | UNKNOWN)) and not (after.definite or after.particle)


def complement(doc: Document, i: int, last: int) -> int:
    """End of the nouns that say what a head in construct is over (رئيس [كتلة الوفاء], مدير [عام المنظمة])."""
    j, named = i, -1
    if i < last and is_the_press(doc, i):
        return i
    if i + 1 < last and doc.words[i] in doc.lexicon.word_classes["one_of"]:
        end = complement(doc, i + 1, last)
        return end if end > i + 1 else i  # المتحدثة باسم [إحدى الجمعيات]
    if i + 1 < last and doc.infos[i].particle & P.demonstrative and doc.infos[i + 1].definite:
        return i + 2  # عمدة [هذه المقاطعة]
    if i and i < last:
        eponym = eponym_end(doc, i - 1, last)
        if eponym > i:
            j = named = eponym
        elif _quoted_before_holder(doc, i, last):
            return quoted_end(doc, i, last)
        elif doc.infos[i - 1].core in doc.lexicon.word_classes["body_heads"] and _bears_its_own(doc, i, last):
            return adjectives_end(doc, own_name_end(doc, i, last), last)  # رئيس جمعية [سيهات الخيرية]
        elif _noun_before_holder(doc, i, last) or _acronym(doc, i, last):
            return i + 1
        elif place_head(doc, i - 1):
            j = place_end(doc, i, last)
        elif doc.infos[i - 1].base in doc.lexicon.word_classes["rulers"]:
            j = _ruled(doc, i, last)
            if j > i and j < last and not (doc.infos[j].definite or doc.infos[j].conj):
                return j  # أعلن حاكم لوغانسك [مقتل] …: the object
    if j == i and (before_name := _before_a_name(doc, i, last)) > i:
        return before_name
    while j < last and j - i < _LONGEST_COMPLEMENT:
        info = doc.infos[j]
        if not info.word[0].isalpha() or is_stop(doc, j) or (j == named and info.flags & GIVEN and not info.definite):
            break
        if j > i and info.definite and _is_a_rank_and_name(doc, j, last):
            break  # مستشار الوزير لشؤون الانتخابات [اللواء سالم العمري]
        if info.verbal and (j == i or doc.match(j, last, "cK") is None):
            break
        if is_expressed_by_one(doc, j) or info.word in doc.lexicon.word_classes["own_words"]:
            break  # عن مسؤول كبير [قوله] …
        if j > i and (doc.match(j, last, "D") or _is_spoken_of(doc, j) or is_deed_apart(doc, j)):
            break
        eponym = eponym_end(doc, j, last)
        if eponym > j:
            j = named = eponym
            continue
        if info.base in doc.lexicon.word_classes["place_heads"] and not info.conj:
            j = place_end(doc, j + 1, last)  # حاكم ولاية [نيو جيرسي]
            continue
        if info.conj and j > i and _one_more_deed(doc, j, last):
            j += 2  # مختبر الدراسات [وتحليل الأزمات]
            continue
        if info.conj:
            if not (info.base.startswith("ال") and j > i and info.flags & (NOUN | MASDAR)) or doc.match(j, last, "h"):
                break
        elif not info.definite:
            if doc.match(j, last, "th") and j > i and not _those_of_a_body(doc, j, last):
                break
            if j > i and doc.infos[j - 1].definite:
                break  # nothing indefinite goes on after the article
            body = doc.match(j, last, "oC" if j == i else "oCKcr")
            if body is not None and body[1] == 0:
                j = named = body[0]  # مدير تعليم جدة [ناصر العمري]: behind a place a given name is the holder's
                continue
            if j == i and _quoted_before_holder(doc, j + 1, last):
                return quoted_end(doc, j + 1, last)
            if info.core in doc.lexicon.word_classes["body_heads"] and _bears_its_own(doc, j + 1, last):
                return adjectives_end(doc, own_name_end(doc, j + 1, last), last)
            if (info.flags & PERSONAL and not info.flags & NOUN) or info.flags & UNKNOWN:
                break
            if j + 1 < last and doc.infos[j + 1].particle & P.theophoric_end and not info.prep:
                break  # قائد شرطة كابل [عبد الرحمن] …
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
    while j > i and doc.infos[j - 1].conj and not _is_one_field(doc, i, j - 1):
        j -= 1
    return j


def _before_a_name(doc: Document, j: int, last: int) -> int:
    """مدير إدارة [أوروبا] جون دالتون, رئيس شركة [تسلاف] جون دالتون: end of a place, or behind a body's noun of a word that no
    list knows, right before a given name with more behind it; ``j`` where none stands there.
    """
    info = doc.infos[j] if 0 < j < last else None
    if info is None or info.flags & GIVEN or info.definite or info.conj or info.prep or info.particle:
        return j
    place = doc.match(j, last, "rcKC")
    end = place[0] if place is not None and not place[1] else j + 1
    new = info.flags & UNKNOWN or not info.frequency
    of_no_list = bool(new) and doc.infos[j - 1].core in doc.lexicon.word_classes["body_heads"]
    if end + 1 >= last or not (place is not None or of_no_list):
        return j
    given, behind = doc.infos[end], doc.infos[end + 1]
    if not given.flags & GIVEN or given.definite or given.conj or (place is None and given.flags & NOUN):
        return j
    if behind.particle & P.name_link or behind.prep in ("ب", "ك"):
        return end  # يوسف [بن] …, ألفريد [كامر]
    return end if behind.flags & (PERSONAL | UNKNOWN) and not (behind.conj or behind.particle) else j


def _is_one_field(doc: Document, i: int, k: int) -> bool:
    """مكتب التربية [والتعليم]: two verbal nouns with the article are one field; جمعية الثقافة [والفنون]: so are two things
    of which a body is; not مجلس النواب [والوزير].
    """
    pair = doc.infos[k - 1 : k + 1] if k - 1 >= i else []
    if len(pair) < 2 or not all(x.definite and x.flags & (NOUN | MASDAR) and not x.flags & PERSONAL for x in pair):
        return False
    classes, head, more = doc.lexicon.word_classes, doc.infos[k - 2], pair[1]
    if all(x.flags & MASDAR for x in pair):
        return True
    of_a_body = k > 1 and not head.definite and head.core in classes["body_heads"]
    people = (more.core.endswith(_PLURALS) and len(more.core) > _BROKEN) or any(
        more.core in classes[name] for name in _NO_FIELDS
    )
    return of_a_body and not people and doc.match(k, k + 1, "thoCKmrucS") is None


def _one_more_deed(doc: Document, j: int, last: int) -> bool:
    """الدراسات [وتحليل] الأزمات: a verbal noun of a shape that no verb has, with its own definite genitive."""
    info, own = doc.infos[j], doc.lexicon.flags_of(doc.infos[j].base)
    shaped = doc.lexicon.masdar_shape.fullmatch(info.base) is not None and info.base[0] != "م"
    noun = not own & VERB or doc.raw(j).lstrip("و").startswith("إ")  # [وإزالة] التعديات, no أزاله
    only = own & MASDAR and noun and not own & PERSONAL and not (info.cues or info.definite)
    return (
        bool(shaped or only)
        and doc.infos[j - 1].definite
        and j + 1 < last
        and doc.infos[j + 1].definite
        and not doc.infos[j + 1].conj
    )


def _those_of_a_body(doc: Document, j: int, last: int) -> bool:
    """باسم انتخابات [أعضاء] المجالس: members of a body, in the middle of a construct, whom nobody is named behind."""
    after = doc.infos[j + 1] if j + 1 < last else None
    members = doc.infos[j].core in doc.lexicon.word_classes["members"] and not doc.infos[j - 1].definite
    if not members or after is None or after.flags & PERSONAL:
        return False
    body = after.core in doc.lexicon.word_classes["body_heads"] and j + 2 < last and doc.infos[j + 2].definite
    return after.definite or body  # عميد شؤون [أعضاء هيئة التدريس]


def place_head(doc: Document, i: int) -> bool:
    """منطقة, لمنطقة: whose name follows."""
    info = doc.infos[i]
    return (info.core if info.prep and not info.definite else info.base) in doc.lexicon.word_classes["place_heads"]


def _bears_its_own(doc: Document, j: int, last: int) -> bool:
    """منظمة [سيكو], فريق [«الأمل»]: behind a body's noun stands no noun or known place, but a name of its own."""
    if j >= last or doc.infos[j].definite or doc.match(j, last, "oCKcr") is not None:
        return False
    return own_name_end(doc, j, last) > j


def _noun_before_holder(doc: Document, i: int, last: int) -> bool:
    """مدير مركز [اكتفاء] محمد الرشيدي: a body that bears a common noun for its name, and a whole name behind it."""
    info, body = doc.infos[i], doc.infos[i - 1]
    if body.core not in doc.lexicon.word_classes["body_heads"] or body.definite or i + 2 >= last:
        return False
    if info.definite or info.prep or info.conj or not info.flags & (NOUN | MASDAR) or info.flags & PERSONAL:
        return False
    after = doc.infos[i + 1]
    given = after.flags & GIVEN and not (after.definite or after.prep or after.conj or after.flags & NOUN)
    return bool(given) and name_end(doc, i + 1, last, trusted=True) > i + 2


def _acronym(doc: Document, i: int, last: int) -> bool:
    """رئيس [كونكاكاف]، …, [وعضو] …: a word of no list that no name begins, and the title ends or another one follows."""
    info, head = doc.infos[i], doc.infos[i - 1]
    if info.definite or info.prep or info.conj or info.flags & ~UNKNOWN or head.definite or i + 1 >= last:
        return False
    after = doc.infos[i + 1]
    another = after.conj and doc.match(i + 1, last, "t") is not None
    return another or after.word in doc.lexicon.word_classes["former"]


def named_place_end(doc: Document, i: int, last: int) -> int:
    """End of the name of a place behind its noun (بمنطقة [الجوف], بمحافظة [بيشة]), before any title."""
    if i + 1 < last and doc.infos[i + 1].definite and doc.match(i + 1, last, "h") is not None:
        return i + 1  # بمنطقة [عسير] العقيد …
    end = genitive_end(doc, i, last)
    if end > i:
        return end
    end = place_end(doc, i, last)
    return i + 1 if end - i == 2 and doc.infos[i + 1].definite else end


def _quoted_body(doc: Document, i: int, last: int) -> int:
    """المدير العام لـ[«المنظمة الدولية للهجرة»]: a body in quotation marks, and no paper that was told; ``i`` when none."""
    end = quoted_end(doc, i + 1, last)
    if end - i < 4:
        return i
    body = doc.match(i + 2, end - 1, "o")
    classes = doc.lexicon.word_classes
    heads = doc.infos[i + 2].core in classes["body_heads"]
    firm = i > 0 and doc.words[i - 1] in classes["executive"] and doc.match(i + 2, end - 1, "m") is None
    return end if heads or firm or (body is not None and body[0] == end - 1) else i


def _quoted_before_holder(doc: Document, j: int, last: int) -> bool:
    """مدير فريق [«الأمل»] سالم العمري: a name in marks, and the holder's behind it."""
    end = quoted_end(doc, j, last)
    if end == j or end >= last:
        return False
    after = doc.infos[end]
    if doc.match(end, last, "h") is not None and not after.conj and not after.prep:
        return True  # مدير تمرين «الأفق» [العميد] سالم …
    return not after.definite and not after.conj and bool(after.flags & GIVEN) and not is_stop(doc, end)


def _ruled(doc: Document, i: int, last: int) -> int:
    """حاكم [لوغانسك] سيرغي كوفالين: a place, also one that no list has, before a name or a comma; ``i`` when none."""
    place = doc.match(i, last, "cK")
    if place is not None and place[1] == 0:
        return place[0]
    if (
        i + 1 < last
        and doc.words[i + 1] in COMMAS
        and doc.infos[i].flags & UNKNOWN
        and not doc.infos[i].flags & PERSONAL
    ):
        return i + 1  # عمدة خاركيف، …
    if i + 2 >= last or not doc.infos[i].flags & UNKNOWN or doc.infos[i].flags & GIVEN or doc.infos[i].prep:
        return i
    after = doc.infos[i + 1]
    if after.flags & (NOUN | MASDAR) and not (after.flags & (PERSONAL | UNKNOWN) or after.definite or after.prep):
        return i + 1  # أعلن حاكم [لوغانسك] مقتل …: the object
    holder = doc.infos[i + 1].flags & GIVEN and not doc.infos[i + 1].conj
    return i + 1 if holder and name_end(doc, i + 1, last, trusted=True) > i + 2 else i


def place_end(doc: Document, i: int, last: int) -> int:
    """End of a place's name of one or two words; where the second is a given name, the holder's begins there."""
    if i >= last:
        return i
    place = doc.match(i, last, "cCr")
    if place is not None:
        return place[0]
    end = name_end(doc, i, min(last, i + 2), trusted=True)
    person = doc.infos[i].flags & GIVEN and not doc.infos[i].flags & CITY
    holder = end - i == 2 and doc.infos[i + 1].flags & GIVEN and not person
    more = holder and name_end(doc, i + 1, last, trusted=True) > i + 2
    return i + 1 if more else end


def eponym_end(doc: Document, j: int, last: int) -> int:
    """End of مركز [الملك فهد الثقافي], مستشفى [الأمير سلطان]: a place and the prince whose name it bears; ``j`` when none."""
    if not is_named_after(doc, j) or j + 2 >= last:
        return j
    match = doc.match(j + 1, last, "th")
    if match is None or match[1] or not doc.infos[j + 1].definite:
        return j
    end = _without_holder(doc, match[0], name_end(doc, match[0], last, trusted=True))
    while match[0] < end < last and doc.infos[end].definite and doc.infos[end].base.endswith(("ي", "يه")):
        end += 1
    return end if end > match[0] else j


def _without_holder(doc: Document, first: int, end: int) -> int:
    """مدير مستشفى الملك فهد [سالم العمري]: a king has one given name; with the next one the holder's name begins."""
    if doc.infos[first - 1].base not in doc.lexicon.word_classes["one_named"]:
        return end
    for k in range(first + 1, end - 1):
        info = doc.infos[k]
        joined = (info.particle | doc.infos[k - 1].particle) & (P.name_link | P.name_opens | P.theophoric_end)
        if info.flags & GIVEN and not info.definite and not joined and doc.words[k - 1] != "عبد":
            return k
    return end


def is_named_after(doc: Document, j: int) -> bool:
    """مطار, بمستشفى: a place or an event that mostly bears somebody's name; not بالمطار, which has none behind it."""
    info = doc.infos[j]
    return not info.definite and (info.core if info.prep else info.base) in doc.lexicon.word_classes["named_after"]


def _is_spoken_of(doc: Document, j: int) -> bool:
    """(أشاد) أمير منطقة عسير [بالاهتمام]: what a verb speaks of under ب, no genitive of the title before it."""
    info = doc.infos[j]
    return info.prep == "ب" and info.definite and info.core in doc.lexicon.word_classes["speech"]


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


def supervises(doc: Document, i: int) -> bool:
    """المشرف العام [على] …, المسؤول [عن] …: what the office is over stands under a preposition of its own."""
    if doc.words[i] == "عن":
        classes = doc.lexicon.word_classes
        seated = any(doc.infos[k].core in classes["seated"] for k in range(max(0, i - 3), i - 1))
        return i > 0 and (seated or doc.infos[i - 1].core in classes["over_with_an"])
    if doc.words[i] != "علي" or doc.raw(i).endswith("ي"):
        return False
    return any(doc.infos[k].core in doc.lexicon.word_classes["over_with_ala"] for k in range(max(0, i - 2), i))


def _holder_at(doc: Document, i: int, last: int) -> bool:
    """المسؤول عن المخازن [سالم العمري]: a name behind what the office is over, a comma between at most."""
    start = i + 1 if i < last and doc.words[i] in COMMAS else i
    return name_end(doc, start, last, trusted=start == i) - start > 1


def _of_two(doc: Document, i: int) -> bool:
    """التقى [الوزيران] في الرباط …: a title in the dual, with where the two met behind it, not where they serve."""
    match = doc.match(i, i + 1, "t")
    return match is not None and any(" du " in n.value for n in match[2])


def _at_a_body(doc: Document, i: int) -> bool:
    """بجمعية, بجامعة, in construct, and not right behind a title of one word (التقى الوزير بجامعة …): where he was."""
    info = doc.infos[i]
    return (
        not info.definite and info.core in doc.lexicon.word_classes["body_heads"] and doc.match(i - 1, i, "t") is None
    )


def posted_also(doc: Document, i: int, last: int) -> int:
    """السفير لدى كندا [وكوبا]: end of the other states that an envoy is posted to; ``i`` when none."""
    while i < last and doc.infos[i].conj and not doc.infos[i].prep and (land := doc.match(i, last, "C")) is not None:
        i = land[0]
    return i


def is_a_body(doc: Document, i: int) -> bool:
    """لشرطة …, لأمانة …, الشرطة: the noun of a body or of a service."""
    core, classes = doc.infos[i].core, doc.lexicon.word_classes
    return core in classes["body_heads"] or core in classes["services"]


def _listed_place_end(doc: Document, i: int, last: int) -> int:
    """End of the city, region or state at ``i`` with nothing attached; ``i`` where none stands there."""
    place = doc.match(i, last, "cCKr")
    return place[0] if place is not None and not place[1] else i


def _supervised_end(doc: Document, i: int, last: int) -> int:
    """المشرف العام على [«مهارة»], المسؤول عن [اليمن], المشرف على [كتلة الوفاء]: end of what stands behind the preposition at ``i``."""
    if doc.words[i] == "عن" and (place := _listed_place_end(doc, i + 1, last)) > i + 1:
        return place
    marked = quoted_end(doc, i + 1, last)
    return marked if marked > i + 1 else complement(doc, i + 1, last)


def attached(doc: Document, i: int, last: int) -> int:
    """End of a prepositional complement of an office: لشؤون …, لدى …, في …, ل…, باسم …"""
    info = doc.infos[i]
    if info.conj:
        return i
    if supervises(doc, i):
        over = _supervised_end(doc, i, last)
        if doc.words[i] == "عن" and not _holder_at(doc, over, last):
            return i
        return over if over > i + 1 else i
    if doc.words[i] == "ل":
        return _quoted_body(doc, i, last)
    if doc.words[i] == "ب":
        return (
            quoted_end(doc, i + 1, last) if quoted_end(doc, i + 1, last) > i + 1 else i
        )  # مديرة التوعية ب«تعليم الواحة»
    if info.prep == "ب" and i and doc.words[i - 1] in _CHARGED:
        return complement(doc, i, last)  # المنسق المعني [بعملية السلام], listed up to المعني
    start = i + 1 if doc.words[i] in AT or doc.words[i] in OVER else i
    if start < last and doc.words[i] in _CHARGED and doc.words[start] == "باسم":
        return attached(doc, start, last)  # الناطق المكلف باسم …
    if start >= last or (doc.words[i] in _CHARGED and doc.infos[start].prep != "ب"):
        return i
    if doc.words[i] == "في" and (not doc.match(start, last, "oCKc") or _of_two(doc, i - 1)):
        return i
    if doc.words[i] == "الي" and not doc.match(start, last, "oCKcr"):
        return i
    codes = "oCKc" if info.prep == "ب" and start == i else "oCKrcmSpq"
    body = doc.match(start, last, codes)
    if body is not None and body[1] <= (1 if start == i else 0):
        end = body[0]
        if end < last and doc.words[end] in ("الي", "لدي") and doc.match(end + 1, last, "oCKrc"):
            return attached(doc, end, last)
        return posted_also(doc, end, last) if doc.words[i] == "لدي" else end
    if start == i and info.prep == "ب" and place_head(doc, i) and start + 1 < last:
        return named_place_end(doc, i + 1, last)  # المتحدث … بمنطقة الجوف
    if start == i and info.prep == "ب" and i and _at_a_body(doc, i) and (over := complement(doc, i + 1, last)) > i + 1:
        return over  # رئيس لجنة البناء [بجمعية شباب الأعمال]
    if (start == i and info.prep != "ل") or (doc.words[i] == "لدي" and doc.raw(start).endswith(("ه", "ها"))):
        return i  # استقبال الأمير [لدى وصوله]: when, and not where he is posted
    j = start + 1 if start == i else start
    if start == i and info.base.startswith("لل") and j < last and not doc.infos[j].definite and not doc.infos[j].conj:
        return j  # المدير التنفيذي للجنة [سامي العمري]: nothing indefinite goes on after the article
    if start == i and j < last and _is_a_rank_and_name(doc, j, last):
        return j  # المدير العام للمرور [العميد سالم العمري]
    stop = complement(doc, j, last)
    if start == i and stop == j and j < last and not info.definite and is_a_body(doc, i):
        stop = _listed_place_end(doc, j, last)  # الناطق الرسمي لشرطة [تبوك]
    if start == i and info.flags & UNKNOWN and stop == j:
        return i
    if doc.words[i] == "لدي" and stop == j:
        return max(own_name_end(doc, j, last), j)  # محلل السوق لدى أوبشنز
    return max(stop, j)
