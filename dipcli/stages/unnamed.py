"""Sources, officials and documents that have no name."""

from typing import Final

from dipcli.rules.match import MASDAR, NOUN, PERSONAL, Name
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.genitives import adjectives_end, genitive_end
from dipcli.stages.names import is_stop, name_end
from dipcli.stages.people_nouns import kind_of_people
from dipcli.stages.shares import share_at
from dipcli.stages.title_complements import complement
from dipcli.stages.title_places import nationality
from dipcli.stages.titles import title_phrase
from dipcli.text.marks import QUOTE_MARKS

_SHORTEST_RELATIVE: Final = 3  # letters
_NAMED: Final = 4  # words of a body's name between marks
_PEOPLE: Final = frozenset({"official", "analyst", "spokesperson", "witness"})
_OFTEN_ADJECTIVES: Final = frozenset({"official", "analyst", "spokesperson"})


def _is_an_adjective(doc: Document, i: int) -> bool:
    """التقارب [الدبلوماسي]: behind a noun with the article."""
    info, before = doc.infos[i], doc.infos[i - 1] if i else None
    if before is None or not info.definite or info.prep or info.conj or not info.base.endswith(("ي", "يه")):
        return False
    noun = bool(before.flags & (NOUN | MASDAR)) and not before.flags & PERSONAL
    return noun and before.definite and not doc.match(i - 1, i, "tDhu")


def _accusative(doc: Document, head: int, i: int) -> tuple[int, int, list[Name]] | None:
    """إن مصدرا [باكستانيا]: a nationality that follows its noun into the accusative."""
    word = doc.words[i]
    if not (doc.words[head].endswith("ا") and word.endswith("يا")):
        return None
    match = doc.lexicon.match([word[:-1]], 0, 1, "D")
    return (i + 1, 0, match[2]) if match is not None and not match[1] else None


def place_of_work(doc: Document, end: int, last: int) -> int:
    """مصدر [في الجمارك], مسؤول [بوزارة الصحة], مصادر [داخل الحكومة]: past the body within which they are."""
    if end + 1 >= last:
        return end
    within = doc.lexicon.word_classes["within"]
    start = end + 1 if doc.words[end] in within else end
    info = doc.infos[start]
    quoted = _in_marks(doc, start, last) if start > end else start
    if quoted > start:
        return quoted
    if info.conj or (start == end and info.prep != "ب"):
        return end
    past = _body_end(doc, start, last, skip=int(start == end))
    return past if past > start else end


def _body_end(doc: Document, i: int, last: int, *, skip: int) -> int:
    """End of the body at ``i``, behind ``skip`` letters of a preposition, with its nationality; ``i`` where none stands there."""
    body = doc.match(i, last, "oS")
    if body is not None and body[1] == skip:
        stop = body[0]
    elif _is_a_body(doc, i):
        definite = doc.infos[i].definite
        stop = i + 1 if definite else complement(doc, i + 1, last)
        if stop == i + 1 and not definite:
            return i
    else:
        return i
    return nationality(doc, stop, last)[1]


def _is_a_body(doc: Document, i: int) -> bool:
    """الحكومة, وزارة …, الجمارك, المعارضة: where somebody serves."""
    core, classes = doc.infos[i].core, doc.lexicon.word_classes
    return core in classes["body_heads"] or core in classes["services"] or core in classes["resistance"]


def _sources_of(doc: Document, end: int, last: int) -> int:
    """مصادر [المعارضة], مصادر [وزارة الدفاع]: past the body whose sources they are."""
    if end >= last or doc.infos[end].conj or doc.infos[end].prep:
        return end
    return _body_end(doc, end, last, skip=0)


def _in_marks(doc: Document, i: int, last: int) -> int:
    """قيادي في [«النهضة»]: past the name of a body between marks at ``i``; ``i`` where there is none."""
    if doc.words[i] not in QUOTE_MARKS:
        return i
    closing = range(i + 2, min(i + 2 + _NAMED, last))
    return next((k + 1 for k in closing if doc.words[k] in QUOTE_MARKS and not doc.infos[i + 1].verbal), i)


def _whose(doc: Document, end: int, last: int) -> int:
    """سكان [المنطقة], وزراء [خارجية دول الاتحاد]: a plural of people that is always somebody's, with whose it is."""
    head = doc.infos[end - 1]
    construct = head.core in doc.lexicon.word_classes["peoples"] or head.core.endswith("و")
    if head.core in doc.lexicon.word_classes["experts"] and end > 1:
        before = doc.infos[end - 2]  # يقول خبراء [الصحة]: behind a verb that takes no object
        construct = before.base in doc.lexicon.word_classes["says_only"] or any(c.kind == "s" for c in before.cues)
    return genitive_end(doc, end, last) if construct and not head.definite else end


def group_at(doc: Document, i: int, last: int) -> Found | None:
    """Those who speak as a group: counted, of one kin, or bodies told by an adjective."""
    return (
        counted(doc, i, last)
        or share_at(doc, i, last)
        or numbered(doc, i, last)
        or _one_of(doc, i, last)
        or _kinfolk(doc, i, last)
        or _bodies(doc, i, last)
    )


def group_ahead(doc: Document, i: int, last: int) -> Found | None:
    """[عدد من النواب] طالبوا ب…, [أهالي المدينة] قالوا إن …: those who speak as a group, right before what reports."""
    found = group_at(doc, i, last)
    if found is None:
        return None
    verb = found.last + (found.last < last and doc.words[found.last] == "قد")
    return found if verb < last and doc.infos[verb].reports else None


def _one_of(doc: Document, i: int, last: int) -> Found | None:
    """أكد [أحد المسؤولين], قال [أحد وزراء فلان]: a single one of them, who is not named."""
    info = doc.infos[i]
    if info.core not in doc.lexicon.word_classes["one_of"] or info.definite or i + 1 >= last or not _people(doc, i + 1):
        return None
    end = _those(doc, i + 1, last)
    if not doc.infos[i + 1].definite:
        person = title_phrase(doc, end, last)
        end = max(end, name_end(doc, person.last if person is not None else end, last, trusted=True))
    gender = "f" if info.core == "احدي" else "m"
    return Found(
        first=i, last=end, skip=int(info.conj), kind="unnamed", rule="unnamed_one", gender=gender, conj=info.conj
    )


def _kinfolk(doc: Document, i: int, last: int) -> Found | None:
    """عبر [ذوو الشهداء] عن شكرهم: whose kin they are."""
    info = doc.infos[i]
    end = genitive_end(doc, i + 1, last) if info.core in doc.lexicon.word_classes["kinfolk"] else i
    if end <= i + 1:
        return None
    return Found(first=i, last=end, skip=int(info.conj), kind="group", rule="kinfolk", number="pl", conj=info.conj)


def _bodies(doc: Document, i: int, last: int) -> Found | None:
    """دانت [دول عربية ومنظمات دولية] اقتحام …: bodies without the article and their adjectives, and more with و."""
    heads, end = doc.lexicon.word_classes["speaking_plurals"], i
    while end < last and _heads_of_bodies(doc, end, heads, first=end == i):
        after = end + 1
        while after < last and _tells_which(doc, after):
            after += 1
        if after == end + 1:
            break
        end = after
    if end == i:
        return None
    info = doc.infos[i]
    return Found(first=i, last=end, skip=int(info.conj), kind="group", rule="bodies", number="pl", conj=info.conj)


def _heads_of_bodies(doc: Document, i: int, heads: frozenset[str], *, first: bool) -> bool:
    """دول, [و]جهات: the plural itself, behind the first one with و."""
    info = doc.infos[i]
    if info.definite or info.prep:
        return False
    return info.core in heads if first else doc.words[i].startswith("و") and doc.words[i][1:] in heads


def _tells_which(doc: Document, i: int) -> bool:
    """منظمات [دولية], أطراف عروبية [وقومية], جماعات [مسلحة]: an adjective of bodies, and no noun that ends like one."""
    info = doc.infos[i]
    word = info.word[1:] if info.conj else info.word
    listed = word in doc.lexicon.word_classes["adjectives_of_bodies"]
    if (
        info.definite
        or info.prep
        or info.cues
        or not (listed or _indefinite_adjective(doc, i) or _joined_adjective(doc, i))
    ):
        return False
    return word not in doc.lexicon.word_classes["nouns_in_iyya"]


def _joined_adjective(doc: Document, i: int) -> bool:
    """عروبية [وقومية]: one more, where no noun of bodies begins."""
    return doc.infos[i].conj and doc.raw(i).endswith("ية")


def counted(doc: Document, i: int, last: int) -> Found | None:
    """انتقد [الكثير من المزارعين] القرار, أكد [عدد من زعماء حزب الشعب] أنهم …: how many, of whom, as those who speak."""
    info, classes = doc.infos[i], doc.lexicon.word_classes
    count = info.core if info.core in classes["counts"] else info.core.removesuffix("ا")  # إن [عددا] من النواب …
    if info.prep or i + 1 >= last or count in classes["one_of"]:
        return None
    head = i + 1
    if doc.words[head] == "من":
        head += 1
        if count not in classes["counts"] and not _so_many_of(doc, i, head, last):
            return None
    elif count not in classes["counts"] or info.core not in classes["parts"] or info.definite:
        return None
    while head < last and doc.words[head].isdigit():
        head += 1  # مجموعة من 9 خبراء
    if head >= last or not _people(doc, head):
        return None
    end = _those(doc, head, last)
    told = doc.match(head, last, "u")
    if told is not None and told[0] >= end and count in classes["counts"]:
        return None  # بعض [المحللين]: a mention by themselves
    return Found(first=i, last=end, skip=int(info.conj), kind="group", rule="counted", number="pl", conj=info.conj)


def _so_many_of(doc: Document, i: int, head: int, last: int) -> bool:
    """[أربعة من] الوزراء, [اثنان من] النواب: a number, and the whole of which they are a part, in the plural."""
    classes, core = doc.lexicon.word_classes, doc.infos[i].core
    if not doc.words[i].isdigit() and core not in classes["numbers"] and core not in classes["two_of"]:
        return False
    if head >= last or doc.infos[head].prep:
        return False
    noun = doc.infos[head].core
    if not doc.infos[head].definite:  # 56 من [أعضاء المجلس]
        some = noun in classes["peoples"] or noun in classes["foremost"]  # ثلاثة من [كبار المسؤولين]
        return some and head + 1 < last and doc.infos[head + 1].definite
    return any(noun in classes[name] for name in ("sources", "peoples", "bodies_counted")) or noun.endswith("ين")


def numbered(doc: Document, i: int, last: int) -> Found | None:
    """قال [ثلاثة مسؤولين كينيين] إن …, طالب [83 نائبا] الوزير ب…: people with their number."""
    info, classes = doc.infos[i], doc.lexicon.word_classes
    k = i
    if info.core in classes["about"]:
        k += 1
    elif info.core in classes["more_or_less"] and i + 1 < last and doc.words[i + 1] == "من":
        k += 2
    if k == i + 2 and k < last and _one_who_tells(doc, k) and not (info.prep or info.conj):
        end = k + 1
        while end < last and relative_adjective(doc, k, end):
            end += 1  # أكثر من مصدر [مهني]
        return Found(first=i, last=end, skip=0, kind="group", rule="counted", number="pl")
    head = k + 1
    if head >= last or not (doc.words[k].isdigit() or doc.infos[k].core in classes["numbers"]):
        return None
    if info.prep or info.definite or doc.infos[head].definite or doc.infos[head].prep:
        return None
    noun = doc.infos[head].core.removesuffix("ا")
    told = any(noun in classes[name] for name in ("sources", "peoples", "bodies_counted"))
    if not told and kind_of_people(doc, noun) is None:
        return None
    end = head + 1 if noun in classes["bodies_counted"] else _those(doc, head, last)  # 12 دولة [الهجوم]: no genitive
    while end < last and end > head and noun in classes["bodies_counted"] and _indefinite_adjective(doc, end):
        end += 1
    while doc.words[head].endswith("ا") and end < last and doc.words[end].endswith("يا") and not doc.infos[end].conj:
        end += 1  # 83 نائبا [ديمقراطيا]
    return Found(first=i, last=end, skip=int(info.conj), kind="group", rule="counted", number="pl", conj=info.conj)


def _one_who_tells(doc: Document, k: int) -> bool:
    """أكثر من [مصدر], أكثر من [مسؤول]: several, none of whom is named."""
    match = doc.match(k, k + 1, "u")
    return match is not None and not match[1] and any(n.value in _TELLING for n in match[2])


_TELLING: Final = frozenset({"source sg", "official sg", "analyst sg", "witness sg"})


def _people(doc: Document, i: int) -> bool:
    """A noun that may be of people or of bodies: no pronoun, no verb, no place or time."""
    info = doc.infos[i]
    if not info.word[0].isalpha() or info.prep or info.conj or info.verbal or info.particle or is_stop(doc, i):
        return False
    listed = doc.match(i, i + 1, "utDr") is not None or info.core in doc.lexicon.word_classes["peoples"]
    plural = info.base.endswith(("ين", "ون", "ات", "يه"))
    return listed or plural or bool(info.flags & NOUN)


def _those(doc: Document, head: int, last: int) -> int:
    """End of the noun of those counted, with its adjectives and with whose they are."""
    group = doc.match(head, last, "r")
    if group is not None and group[1] == 0:
        return group[0]
    if (
        head + 1 < last
        and doc.infos[head].definite
        and doc.words[head + 1] in doc.lexicon.word_classes["passive_about"]
    ):
        return head + 2  # المقبوض [عليهم]
    if doc.infos[head].definite:
        return _with_their_like(doc, adjectives_end(doc, _plural_adjectives_end(doc, head, last), last), last)
    end = genitive_end(doc, head + 1, last)
    if end > head + 1:
        return end
    while end < last and _indefinite_adjective(doc, end):
        end += 1  # خبراء اقتصاديين
    return end


def _plural_adjectives_end(doc: Document, head: int, last: int) -> int:
    """المحللين [السياسيين اليمنيين]: past the adjectives in the plural of a sound plural with the article."""
    end = head + 1
    if not doc.infos[head].base.endswith(("ين", "ون")):
        return end
    while end < last and doc.infos[end].definite and not (doc.infos[end].conj or doc.infos[end].prep):
        if not doc.infos[end].base.endswith(("ين", "ون")) or doc.infos[end].particle:
            break
        end += 1
    return end


def _with_their_like(doc: Document, end: int, last: int) -> int:
    """المواطنين [والمقيمين]: past a second plural with the article."""
    if end >= last or not doc.infos[end].conj or not doc.infos[end].definite:
        return end
    return end + 1 if doc.infos[end].base.endswith(("ين", "ون")) and not doc.infos[end].cues else end


def _indefinite_adjective(doc: Document, i: int) -> bool:
    info = doc.infos[i]
    if info.definite or info.conj or info.prep or info.verbal or info.cues or is_stop(doc, i):
        return False
    return (
        info.word.endswith(("يين", "يون", "يات")) or doc.raw(i).endswith("ية") or doc.match(i, i + 1, "D") is not None
    )


def past_states(doc: Document, first: int, end: int, last: int) -> int:
    """قادة اليابان [والهند وأستراليا]: past the other states whose people a plural in construct with the first means."""
    if not any((state := doc.match(k, end, "C")) is not None and state[0] == end for k in range(first, end)):
        return end
    if doc.infos[end - 1].definite and doc.match(end - 1, end, "D") is not None:
        return end  # الوزراء السعوديون; قادة الجيوش السعودية
    while end < last and doc.infos[end].conj and (state := doc.match(end, last, "C")) is not None and state[1] == 1:
        end = state[0]
    return end


def past_other(doc: Document, end: int, last: int) -> int:
    """دبلوماسي [آخر]: not the one of whom was spoken before."""
    return end + 1 if end < last and doc.words[end] in doc.lexicon.word_classes["another"] else end


def _agreeing(doc: Document, head: int, i: int) -> bool:
    """البيان [الرئاسي] الفرنسي, المصدر [الدبلوماسي]: a relative adjective that agrees with its noun."""
    info = doc.infos[i]
    if not (doc.infos[head].definite and info.definite) or info.prep or info.particle:
        return False
    return info.base.endswith(("ي", "يه")) or info.base in doc.lexicon.title_adjectives


def relative_adjective(doc: Document, head: int, i: int) -> bool:
    """مسؤول [دفاعي], محللة [نفطية]: a relative adjective without the article, as its noun."""
    info = doc.infos[i]
    if doc.infos[head].definite or info.definite or info.conj or info.prep or info.cues or info.flags & PERSONAL:
        return False
    return doc.raw(i).endswith("ية" if doc.raw(head).endswith("ة") else "ي") and len(info.word) > _SHORTEST_RELATIVE


def unnamed(doc: Document, i: int, end: int, last: int, skip: int, name: Name) -> Found | None:
    """The mention of somebody or something without a name, with the adjectives behind it."""
    kind, number = name.value.split()
    country = None
    if kind == "source" and skip and doc.words[i][0] == "و" and not doc.infos[i].conj:
        return None  # وجهة: a destination
    if kind == "document":
        # بيان [للرئاسة الكينية], listed as one form: who issued it is a mention of its own.
        end = next((k for k in range(i + 1, end) if doc.match(k, last, "oCKS")), end)
    if kind in _OFTEN_ADJECTIVES and end - i == 1 and _is_an_adjective(doc, i):
        return None
    while end < last and not doc.infos[end].conj:
        match = doc.match(end, last, "D") or _accusative(doc, i, end)
        if match is None or match[1]:
            if kind in ("document", "source") and _agreeing(doc, i, end):
                end += 1
                continue
            break
        country = country or match[2][0].value.split()[0]
        end = match[0]
    if kind in _PEOPLE and number == "sg" and end == i + 1 < last and relative_adjective(doc, i, end):
        end += 1  # مسؤول [دفاعي], مواطن [عدني]
    if kind == "source" and number == "sg" and end < last and relative_adjective(doc, i, end):
        end += 1  # مصدر [قيادي] كبير
        while end < last and doc.words[end] in doc.lexicon.word_classes["of_standing"]:
            end += 1
    if (
        end < last
        and doc.words[end] in doc.lexicon.word_classes["other_side"]
        and doc.infos[i].core in doc.lexicon.word_classes["sides"]
    ):
        return None  # من جهة أخرى
    bare = end - i == 1 and skip == len(doc.words[i]) - len(doc.infos[i].core)
    if bare and not doc.words[i].endswith("ون"):  # ويتهم معارضون [البرهان] ب…: in construct the plural loses its ن
        end = _whose(doc, end, last)
        if doc.infos[i].core in doc.lexicon.word_classes["informants"] and not doc.infos[i].definite:
            end = _sources_of(doc, end, last)
        if number == "pl" and (chain := past_states(doc, i + 1, end, last)) > end:
            end, country = chain, None
    if kind != "document":
        end = past_other(doc, place_of_work(doc, end, last), last)
    rule = f"unnamed_{kind}"
    if kind != "document" and doc.words[i][skip:].startswith("ال"):
        # المسؤول, المحلل: somebody named before; الصحافة, المصادر, الشهود: themselves only.
        rule = "descriptor" if kind in _OFTEN_ADJECTIVES else f"descriptor_{kind}"
        if rule == "descriptor" and end < last and doc.words[end] == "عن":
            if i == 0 or not doc.infos[i - 1].reports:
                return None  # تحديد المسؤول عن القتل: who is to blame
            rule = f"unnamed_{kind}"
    feminine = kind == "document" and number == "sg" and doc.infos[i].core.endswith("ه")  # رسالة, خطة
    return Found(
        first=i, last=end, skip=skip, kind="unnamed" if number == "sg" else "group", rule=rule,
        country=country, number=number, gender="f" if feminine else "m", conj=doc.infos[i].conj,
    )  # fmt: skip
