"""Mentions that begin with a name: one that the tables know, or one told by its words."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import (
    BY_MOTHER,
    BY_WORDS,
    COMPLEMENTISER,
    GIVEN,
    NOUN,
    PERSONAL,
    UNKNOWN,
    Name,
)
from dipcli.stages.apposition import apposition, gender_of, past_gloss
from dipcli.stages.document import Document
from dipcli.stages.family_names import COMMON, is_family_name
from dipcli.stages.found import Found
from dipcli.stages.genitives import adjectives_end
from dipcli.stages.names import (
    is_bare_name_word,
    is_stop,
    is_superlative,
    looks_like_name,
    may_be_plain,
    name_end,
    subject_slot_end,
)
from dipcli.stages.titles import title_phrase
from dipcli.text.fold import fold_word
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_SON_OF: Final = ("بن", "ابن")
_ADJECTIVES: Final = 3
_DASHES: Final = frozenset("-‐‑–—")
_REACH: Final = 7  # words between a description and the name
_LONGEST_PLAIN: Final = 4  # words of a name that no list has
_OPENING: Final = QUOTE_MARKS | {"("}


def known_ids(doc: Document, start: int, end: int) -> tuple[str, ...]:
    """Ids of the known persons whom the name at tokens ``start`` to ``end`` may mean."""
    match = doc.match(start, end, "p")
    if match is None and "-" in doc.words[start:end]:
        plain = [w for w in doc.words[start:end] if w != "-"]
        match = doc.lexicon.match(plain, 0, len(plain), "p")
        return tuple(sorted({n.value for n in match[2]})) if match else ()
    return ids_meant(doc, match, end) if match is not None and (match[0] == end or match[1] == 0) else ()


def ids_meant(doc: Document, match: tuple[int, int, list[Name]], end: int) -> tuple[str, ...]:
    """Whom the table's name means in one that ends at ``end``: where it goes on, another father makes it another man."""
    return tuple(sorted({n.value for n in match[2] if not _other_father(doc, n.value, match[0], end)}))


def _other_father(doc: Document, who: str, i: int, end: int) -> bool:
    """خالد [بن سيف], where the table's خالد is the son of another."""
    if i + 1 >= end or doc.words[i] not in _SON_OF:
        return False
    name = fold_word(doc.lexicon.person(who).name).replace("عبد ", "عبد")
    return any(f" {son} " in name for son in _SON_OF) and doc.words[i + 1].replace("عبد ", "عبد") not in name


def from_name(doc: Document, i: int, last: int, match: tuple[int, int, list[Name]]) -> Found:
    """The mention of a known name at ``i``, as ``match`` has it in the table, with the titles behind it."""
    end = _written_end(doc, i, match[0], last)
    found = _named(doc, i, end, last, match[1], "known_name")
    found.known, found.conj = ids_meant(doc, match, end), doc.infos[i].conj
    if found.titles and _of_another_land(doc, found):
        found.last, found.titles, found.country, found.gender = end, (), None, None
    return found


def _of_another_land(doc: Document, found: Found) -> bool:
    """حمّل الرئيس فلان [السفير الياباني] رسالة: the title behind a known name, no comma between, is of a land that he never served."""
    if found.country is None or found.name is None or found.titles[0].first != found.name[1]:
        return False
    lands = {t.country for k in found.known for t in doc.lexicon.person(k).terms if t.country}
    return bool(lands) and found.country not in lands and found.country not in ("UN", "EU")


def _named(doc: Document, i: int, end: int, last: int, skip: int, rule: str) -> Found:
    """The mention whose name is tokens ``i`` to ``end``, with the titles behind it."""
    end2, extra = apposition(doc, end, last)
    country = next((t.country for t in extra if t.country), None)
    return Found(
        first=i, last=end2, skip=skip, kind="person", rule=rule, titles=extra, name=(i, end, skip), country=country,
        gender=gender_of(list(extra)) if extra else None,
    )  # fmt: skip


def _written_end(doc: Document, i: int, end: int, last: int) -> int:
    """End of a name at ``i``, known up to ``end``, taken as far as the article writes it."""
    longer = end
    while longer < last and longer - i < 8:
        info = doc.infos[longer]
        if (
            info.conj
            or is_stop(doc, longer)
            or info.verbal
            or not info.word[0].isalpha()
            or is_superlative(doc, longer)
        ):
            break
        office = doc.match(longer, last, "t") if info.kinds else None
        if office is not None and office[0] - longer > 1 and office[1] == 0:
            break  # ناصر بن حمود آل عامر [ولي العهد]
        if doc.match(longer, longer + 1, "C") is not None:
            break  # زار باراك أوباما [كينيا]
        if doc.infos[longer - 1].particle & P.name_opens:
            longer += 1
            continue
        if not info.flags & PERSONAL or info.flags & NOUN:
            if not (info.particle & P.name_link and longer + 1 < last):
                break
        longer += 1
    while longer > end and doc.infos[longer - 1].particle & P.name_opens:
        longer -= 1
    return longer


def untitled(doc: Document, i: int, last: int) -> Found | None:
    """A name that no table knows and no title announces."""
    opens = doc.infos[i].opens
    if opens & BY_MOTHER and _kunya(doc, i, last):
        return _named(doc, i, max(i + 2, name_end(doc, i + 1, last, trusted=False)), last, 0, "name_by_its_words")
    if not opens & BY_WORDS or is_stop(doc, i):
        return None
    classes = doc.lexicon.word_classes
    # في خان شيخون, في أيد أمينة: a place or a phrase, however it looks
    if _bears_a_name(doc, i) or (i and doc.words[i - 1] == "في"):
        end = name_end(doc, i, last, trusted=False)
        return Found(first=i, last=end, skip=0, kind="place", rule="named_after") if end - i > 1 else None
    if doc.words[i] in classes["prayers"] and i + 1 < last and doc.words[i + 1] == "الله":
        return None  # رضي الله عنه, أحسن الله إليه
    if doc.words[i] in classes["sacred_months"] and i + 1 < last and _of_the_month(doc, i + 1):
        return None  # شهر رمضان المبارك, رمضان شهر الصيام
    if doc.infos[i].base in classes["named_after"]:
        return None  # دوري سالم الكعبي: the league, whose sponsor's name follows
    if doc.infos[i].prep:
        return _governed(doc, i, last)
    end = name_end(doc, i, last, trusted=False)
    if end - i == 2 and (_adjectives(doc, i) or _adjective_and_more(doc, i) or _clash_with(doc, i)):
        return None
    family = end - i >= 2 and is_family_name(doc, i, i + 1, last, trusted=False)
    if not family and not looks_like_name(doc, i, end):
        end = _told_by_its_office(doc, i, last)
        if end == i:
            return None
    return _named(doc, i, end, last, 0, "name_by_its_words")


def _bears_a_name(doc: Document, i: int) -> bool:
    """ولاية [نيو هامبشاير], فيلم «[سالم العمري]»: what stands right before, a quotation mark at most between, is called so."""
    marked = i > 1 and doc.words[i - 1] in _OPENING
    head = i - 2 if marked else i - 1
    if head < 0:
        return False
    head = _named_thing(doc, head) if marked else head
    classes, info = doc.lexicon.word_classes, doc.infos[head]
    if marked and info.core in classes["body_heads"]:
        return True  # فريق «رواد الأمل»
    return info.base in classes["place_heads"] or (info.core in classes["bear_names"] and (marked or not info.definite))


def _named_thing(doc: Document, i: int) -> int:
    """المدمرة [البحرية الأميركية] «…»: back over adjectives with the article to the noun; ``i`` when it is no thing."""
    k = i
    while k > 0 and i - k < _ADJECTIVES and doc.infos[k].definite and doc.infos[k - 1].definite:
        k -= 1
    return k if doc.infos[k].core in doc.lexicon.word_classes["bear_names"] else i


def _of_the_month(doc: Document, i: int) -> bool:
    """Behind the name of a month that is a given name too: its epithet, or a common noun."""
    info = doc.infos[i]
    noun = bool(info.flags & NOUN) and (info.frequency >= COMMON or info.definite)
    return doc.words[i] in doc.lexicon.word_classes["blessed"] or (noun and not info.flags & GIVEN)


def of_nationality(doc: Document, i: int, last: int) -> Found | None:
    """[الفرنسي ميشال دوبريه], والمصري سامح شكري: a nationality with the article, no adjective of a noun, before a name."""
    info = doc.infos[i]
    nation = doc.match(i, last, "D")
    if not info.definite or info.prep or nation is None or nation[1] != int(info.conj) or nation[0] >= last:
        return None
    before = doc.infos[i - 1] if i else None
    if before is not None and before.definite and not info.conj:
        return None
    if info.base.endswith(("يين", "يون")) or doc.raw(nation[0]).startswith(("بأن", "بإن")):
        return None  # وعد الصينيين بأن …
    countries = {n.value.split()[0] for n in nation[2]}
    start = nation[0]
    known = doc.match(start, last, "pq")
    terms = [t for n in known[2] for t in doc.lexicon.person(n.value).terms] if known is not None else []
    if known is not None and not known[1] and any(t.country in countries for t in terms):
        found = _named(doc, start, _written_end(doc, start, known[0], last), last, 0, "nationality_and_name")
        found.known = ids_meant(doc, known, known[0])
    else:
        end = name_end(doc, start, last, trusted=True)
        family = end - start >= 2 and is_family_name(doc, start, start + 1, last, trusted=True)
        # وقال الأسترالي [كيفان جوسبر] إن …
        slot = before is not None and before.reports and end == subject_slot_end(doc, start, last)
        if end - start < 2 or not (family or slot or looks_like_name(doc, start, end)):
            return None
        found = _named(doc, start, end, last, 0, "nationality_and_name")
    found.first, found.skip, found.conj = i, nation[1], info.conj
    if len(countries) == 1:
        found.country = countries.pop()
    return found


def _kunya(doc: Document, i: int, last: int) -> bool:
    """وقالت [أم سالم] إن …: a mother called after her son, right behind a verb that reports."""
    if doc.raw(i)[0] != "أ" or i + 1 >= last or not i:
        return False
    after = doc.infos[i + 1]
    told = any(c.kind == "v" and c.agreement in ("fs", "") for c in doc.infos[i - 1].cues)
    return told and bool(after.flags & GIVEN) and not after.conj and not after.prep


def _governed(doc: Document, i: int, last: int) -> Found | None:
    """شكرها [لفيكتور برانغر]: a given name under a preposition, with a name behind it."""
    end = name_end(doc, i + 1, last, trusted=False)
    after = doc.infos[i + 1] if end > i + 1 else None
    if after is None or not after.flags & (PERSONAL | UNKNOWN) or (after.flags & NOUN and not after.flags & PERSONAL):
        return None
    if doc.infos[i].flags & NOUN and (not after.flags & PERSONAL or (after.flags & NOUN and after.frequency >= COMMON)):
        return None  # [بحي السلام], بكيس سوبر
    return _named(doc, i, end, last, 1, "name_by_its_words")


def _adjectives(doc: Document, i: int) -> bool:
    """خط [جوي مباشر]: two words behind an indefinite noun, the first of them a relative adjective by its ending."""
    before = doc.infos[i - 1] if i else None
    if before is None or before.definite or not before.flags & NOUN or before.flags & PERSONAL:
        return False
    second = doc.infos[i + 1]
    return doc.words[i].endswith(("ي", "يه")) and not second.definite and bool(second.flags & NOUN)


def described(doc: Document, found: Found, last: int) -> Found:
    """يصف [النازح المقيم في الريف، سالم العمري]، حاله: with the name between commas that says who is described."""
    end = name_end(doc, found.last, last, trusted=True)
    if end - found.last > 1 and looks_like_name(doc, found.last, end):
        return Found(
            first=found.first, last=end, skip=found.skip, kind="person", rule="descriptor_and_name",
            name=(found.last, end, 0), country=found.country, gender=found.gender, conj=found.conj,
        )  # fmt: skip
    k = found.last
    while k < min(found.last + _REACH, last) and doc.words[k] not in COMMAS:
        info = doc.infos[k]
        if not info.word[0].isalpha() or info.cues or info.verbal or info.particle & COMPLEMENTISER:
            return found
        k += 1
    if k + 1 >= last or doc.words[k] not in COMMAS:
        return found
    native = of_nationality(doc, k + 1, last)
    start = native.name[0] if native is not None and native.name else k + 1
    end = native.name[1] if native is not None and native.name else name_end(doc, start, last, trusted=False)
    if end - start < 2 or end >= last or doc.words[end] not in COMMAS or not looks_like_name(doc, start, end):
        return found
    return Found(
        first=found.first, last=end, skip=found.skip, kind="person", rule="descriptor_and_name", name=(start, end, 0),
        country=found.country, gender=found.gender, conj=found.conj,
    )  # fmt: skip


def actor_by_name(doc: Document, i: int, last: int) -> Found | None:
    """علق [المواطن حسن العلي] …: behind a verb of saying a noun of people with the article, and a name, common words or not."""
    info = doc.infos[i]
    if not info.definite or info.prep or info.conj or info.core not in doc.lexicon.word_classes["actors"]:
        return None
    start = adjectives_end(doc, i + 1, last)  # المصممة [المخضرمة] سلمى …
    end = name_end(doc, start, last, trusted=True)
    given = end - start == 1 and _is_called(doc, start, last)
    whole = end - start >= _NOUN_AND_GIVEN and looks_like_name(doc, start, end)
    if not (given or whole or _can_only_name(doc, start, end, last)):
        return None
    gender = "f" if doc.raw(i).endswith("ة") else None
    return Found(
        first=i, last=end, skip=0, kind="person", rule="descriptor_and_name", name=(start, end, 0), gender=gender
    )


def _can_only_name(doc: Document, start: int, end: int, last: int) -> bool:
    """المواطن [حسن العلي] الذي …: behind a noun of people with the article no noun without it can stand but a name, up to
    where the clause, a relative or a mark closes it; one word of it at least is one of names or of no list.
    """
    if not all(is_bare_name_word(doc, k) or (k > start and doc.infos[k].definite) for k in range(start, end)):
        return False
    if end - start < _NOUN_AND_GIVEN:
        return False
    if not any(doc.infos[k].flags & (PERSONAL | UNKNOWN) for k in range(start, end)):
        return False
    after = doc.infos[end] if end < last else None
    if after is None or not after.word[0].isalnum() or after.base in doc.lexicon.word_classes["kin"]:
        return True
    return bool(after.particle & (COMPLEMENTISER | P.relative_pronoun))


def _is_called(doc: Document, k: int, last: int) -> bool:
    """قال المواطن [خالد] …: one given name, with no noun behind it that it could be an adjective with."""
    info, after = doc.infos[k], doc.infos[k + 1] if k + 1 < last else None
    if not info.flags & GIVEN or info.definite or info.prep or info.conj or info.cues:
        return False
    if doc.before_a_name(info.word) < k:
        return False  # العمة [ليلى], after ليلى العمري
    if after is None or not after.word[0].isalnum() or after.prep:
        return True
    return bool(after.particle) and after.word not in doc.lexicon.word_classes["nobiliary"]


_NOUN_AND_GIVEN: Final = 2


def told_by_office(doc: Document, i: int, last: int) -> Found | None:
    """أكدت [مينا فيردوفا، المتحدثة باسم …،] أن: words between a reporting verb and an office set off by commas are a name."""
    syllable = doc.words[i] in doc.lexicon.word_classes["syllables"]
    if not (may_be_plain(doc, i) or syllable) or doc.infos[i].definite:
        return None
    if doc.infos[i].core in doc.lexicon.word_classes["counts"]:
        return None
    k = i + int(doc.words[i] in doc.lexicon.word_classes["syllables"])  # لو جيوي
    while k < last and k - i < _LONGEST_PLAIN and doc.words[k] not in COMMAS:
        if not may_be_plain(doc, k) and not doc.infos[k].particle & P.name_link and not _with_letter(doc, i, k, last):
            break
        k += 1
    if k - i == 1 and _surname_and_office(doc, i, last):
        return _named(doc, i, k, last, 0, "name_by_its_words")
    if not any(doc.infos[n].flags & (PERSONAL | UNKNOWN) for n in range(i, k)) or k - i < 2:
        return None
    end, titles = apposition(doc, k, last)
    told = i > 0 and (doc.infos[i - 1].reports or doc.words[i - 1] == "عن")
    if not told and not _opens_sentence(doc, i, end, last):
        return None
    if not titles or titles[0].kind == "party":
        return None
    set_off = doc.words[past_gloss(doc, k, last)] in COMMAS or doc.words[k] in _DASHES
    if not set_off and titles[0].last - titles[0].first == 1 and titles[0].country is None:
        return None
    return _named(doc, i, k, last, 0, "name_by_its_words")


def _with_letter(doc: Document, i: int, k: int, last: int) -> bool:
    """جيف [وايات] المدير العام: a word that begins like one with و, right behind a given name and before an office."""
    info = doc.infos[k]
    if k != i + 1 or not info.conj or info.particle or info.definite or not doc.infos[i].flags & GIVEN:
        return False  # معتوق [وهو] رئيس المركز
    return k + 1 < last and (doc.words[k + 1] in COMMAS or doc.match(k + 1, last, "t") is not None)


def _surname_and_office(doc: Document, i: int, last: int) -> bool:
    """قال [هوبر الرئيس التنفيذي لمجموعة …] إن: a word that no list has but as a name, and an office of several words."""
    info = doc.infos[i]
    if not i or not doc.infos[i - 1].reports or not info.flags & (UNKNOWN | PERSONAL) or info.flags & (NOUN | GIVEN):
        return False
    if doc.lexicon.masdar_shape.fullmatch(info.word):
        return False  # يقترح [تخويل مفوض …]
    titles = apposition(doc, i + 1, last)[1]
    return bool(titles) and titles[0].last - titles[0].first > 1


def _opens_sentence(doc: Document, i: int, end: int, last: int) -> bool:
    """[نديم الأندلسي، الباحث في التاريخ،] شدد على …: a name and an office before the verb that reports."""
    if not doc.infos[i].flags & GIVEN or end + 1 >= last or doc.words[end] not in COMMAS:
        return False
    return doc.infos[end + 1].reports


def _adjective_and_more(doc: Document, i: int) -> bool:
    """لقضاء [عادل وناجز]: an adjective that also is a given name, behind its noun, and a second one with و."""
    before, second = doc.infos[i - 1] if i else None, doc.infos[i + 1]
    if before is None or not second.word.startswith("و") or second.flags & PERSONAL or before.reports:
        return False
    return bool(before.flags & NOUN) and not before.definite and bool(doc.infos[i].flags & NOUN)


def _clash_with(doc: Document, i: int) -> bool:
    """منذ [صدام تسيبراس] مع الدائنين: a deed that also is a given name, and the surname of somebody known by another."""
    if doc.words[i] not in doc.lexicon.word_classes["deeds_and_names"] or (i and doc.infos[i - 1].reports):
        return False
    return not doc.infos[i + 1].flags & GIVEN and doc.match(i + 1, i + 2, "q") is not None


def _told_by_its_office(doc: Document, i: int, last: int) -> int:
    """وصرح نديم سهل، الناطق بلسان …: a given name and a common word between a reporting verb and an office are a name."""
    if i == 0 or i + 2 >= last or not doc.infos[i - 1].reports:
        return i
    first, second = doc.infos[i], doc.infos[i + 1]
    plain = second.word[0].isalpha() and not (second.definite or second.conj or second.prep or second.cues)
    if not first.flags & GIVEN or not plain or is_stop(doc, i + 1):
        return i
    start = i + 3 if doc.words[i + 2] in COMMAS and i + 3 < last else i + 2
    phrase = title_phrase(doc, start, last)
    return i + 2 if phrase is not None and phrase.titles[0].definite else i
