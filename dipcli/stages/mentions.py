"""Finds who is named, titled or described, line by line, longest and most certain reading first."""

from dipcli.rules.match import (
    BY_QUOTE,
    BY_TABLE,
    BY_WORDS,
    CITY,
    FUNCTION,
    GIVEN,
    MASDAR,
    NOUN,
    PERSONAL,
    SURNAME,
    UNKNOWN,
    VERB,
    Name,
    P,
)
from dipcli.stages.document import Document
from dipcli.stages.found import Found, FoundKind, Title
from dipcli.stages.names import is_stop, is_verbal, looks_like_name, name_end
from dipcli.stages.titles import TitlePhrase, past_adjectives, title_phrase
from dipcli.text.fold import fold_word
from dipcli.text.marks import COMMAS, QUOTE_MARKS

# Kinds of titles whose bare word is mostly an adjective or somebody at large: alone they name a person only where one
# is expected, right after a reporting verb.
_WEAK_ALONE = frozenset({"academic", "party", "media", "judiciary", "diplomatic", "religious", "security", "military"})
_CLOSING = frozenset("،,-–—)")
_SEPARATORS = frozenset("،,-–—(")
_KIND_OF: dict[str, FoundKind] = {
    "C": "country", "K": "country", "S": "organisation", "o": "organisation", "m": "organisation", "r": "group", "c": "place",
}  # fmt: skip


def find_mentions(doc: Document) -> list[Found]:
    """All mentions but later short forms of names (``find_short_forms``), in text order, none overlapping."""
    out: list[Found] = []
    for line in doc.segments.lines:
        if line.kind == "tail":
            continue
        i = line.first
        while i < line.last:
            info = doc.infos[i]
            found = mention_at(doc, i, line.last) if info.opens else None
            if info.conj and out and out[-1].last == i:
                found = _coordinated(doc, i, line.last, out[-1], found)
            if found is None:
                i += 1
            else:
                if out and found.first == out[-1].first:
                    out.pop()
                out.append(found)
                i = found.last
    return out


def _coordinated(doc: Document, i: int, last: int, before: Found, found: Found | None) -> Found | None:
    """الرئيسان حازم العمري [وماهر السعدي]: a name after a name, with the title that both share."""
    if found is not None and _further_title(before, found):
        found.titles = (*before.titles, *found.titles)
        found.first, found.skip, found.conj = before.first, before.skip, before.conj
        return found
    if before.kind != "person" or before.name is None or before.name[1] != before.last:
        return found
    if found is None and doc.lexicon.info(doc.words[i][1:]).flags & GIVEN:
        end = name_end(doc, i + 1, last, trusted=i + 1 < last and doc.infos[i + 1].definite)
        if end - i in (2, 3, 4):
            found = Found(
                first=i, last=end, skip=1, kind="person", rule="name_by_its_words", name=(i, end, 1), conj=True
            )
    if found is not None and found.name and not found.titles and any(t.number == "du" for t in before.titles):
        found.titles, found.gender = before.titles, before.gender
    return found


def _further_title(before: Found, found: Found) -> bool:
    """النائب [والزعيم الدرزي وليد جنبلاط]: a bare title and one more with the name are one person; الملك والرئيس are two."""
    if before.rule != "title_alone" or len(before.titles) != 1 or found.name is None or not found.titles:
        return False
    one, other = before.titles[0], found.titles[0]
    bare = one.last - one.first == 1 and one.number == other.number == "sg" and before.country is None
    return bare and one.kind in _JOINED and other.kind in _JOINED


_JOINED = frozenset({"parliament", "party", "media", "academic", "organisation", "judiciary", "military", "religious"})


def mention_at(doc: Document, i: int, last: int) -> Found | None:
    """The mention that starts at token ``i``, if any."""
    opens = doc.infos[i].opens
    if opens & BY_QUOTE:
        quoted = _quoted_medium(doc, i, last)
        if quoted is not None:
            return quoted
    if not opens & BY_TABLE:
        return _untitled(doc, i, last)
    person = doc.match(i, last, "p")
    titled = title_phrase(doc, i, last)
    other = doc.match(i, last, "CKSormuc")
    if titled is not None and (person is None or titled.last > person[0]):
        found = _from_titles(doc, titled, last)
        if found is not None and (other is None or found.last >= other[0]):
            return found
    if other is not None and (person is None or other[0] > person[0]):
        found = _from_table(doc, i, last, other)
        if found is not None:
            return found
    if person is not None:
        return _from_name(doc, i, person[1], last, "known_name")
    return _untitled(doc, i, last)


# -- persons ---------------------------------------------------------------------------------------------------------


def _from_titles(doc: Document, phrase: TitlePhrase, last: int) -> Found | None:
    main = phrase.titles[0]
    start = phrase.last
    trusted = True
    if start < last and doc.words[start] in _SEPARATORS and start + 1 < last:
        start = _after_comma(doc, start, last, phrase)
    end = name_end(doc, start, last, trusted=trusted) if main.number == "sg" else _first_of_two(doc, start, last, main)
    if end > start and not _acceptable(doc, start, end, phrase):
        end = start
    gender = _gender(phrase.titles)
    common = {
        "first": phrase.first, "skip": phrase.skip, "titles": tuple(phrase.titles), "country": phrase.country,
        "gender": gender, "honorific": phrase.honorific, "conj": doc.infos[phrase.first].conj,
    }  # fmt: skip
    if end > start and _names_the_principal(doc, phrase, start, end):
        return Found(last=end, kind="unnamed", rule="indefinite_title", **common)  # type: ignore[arg-type]
    if end > start:
        behind = _holder_behind(doc, phrase, end, last)
        if behind is not None:
            titles, start, end = behind
            common["titles"] = titles
        known = _known_ids(doc, start, end)
        end2, extra = _apposition(doc, end, last, phrase)
        titles = tuple(phrase.titles) + extra
        country = phrase.country or next((t.country for t in extra if t.country), None)
        common.update(titles=titles, country=country)
        return Found(last=end2, kind="person", rule="title_and_name", name=(start, end, 0), known=known, **common)  # type: ignore[arg-type]
    if not any(t.definite for t in phrase.titles):
        return _indefinite(doc, phrase)
    if all(
        t.kind in ("academic", "rank", "honorific") and t.country is None for t in phrase.titles
    ) and not _stands_alone(phrase.titles):
        return None
    if (
        len(phrase.titles) == 1
        and main.kind in _WEAK_ALONE
        and main.last - main.first == 1
        and not (phrase.country and main.kind not in ("academic", "party", "media"))
    ):
        before = doc.infos[phrase.first - 1] if phrase.first else None
        if before is None or not any(c.kind in "vs" for c in before.cues):
            return None
    kind: FoundKind = "person" if main.number == "sg" else "group"
    end, pair = _pair(doc, phrase, last) if main.number == "du" else (phrase.last, None)
    return Found(last=end, kind=kind, rule="title_alone", number=main.number, pair=pair, **common)  # type: ignore[arg-type]


def _pair(doc: Document, phrase: TitlePhrase, last: int) -> tuple[int, tuple[str, str] | None]:
    """الوزيران المصري [والأردني]: a second nationality behind the first."""
    i = phrase.last
    if phrase.country is None or i >= last or not doc.infos[i].conj:
        return i, None
    match = doc.match(i, last, "D")
    if match is None or match[1] != 1:
        return i, None
    return match[0], (phrase.country, match[2][0].value.split()[0])


def _holder_behind(
    doc: Document, phrase: TitlePhrase, end: int, last: int
) -> tuple[tuple[Title, ...], int, int] | None:
    """مستشار خامنئي [الدكتور علي أكبر ولايتي]: behind a head in construct with a name, a rank and the holder's own name."""
    main = phrase.titles[0]
    if len(phrase.titles) > 1 or main.last - main.first > 1 or doc.infos[main.first].definite or main.country:
        return None
    rank = title_phrase(doc, end, last) if end < last else None
    if rank is None or any(t.kind not in ("academic", "honorific", "rank", "military") for t in rank.titles):
        return None
    stop = name_end(doc, rank.last, last, trusted=True)
    return ((main, *rank.titles), rank.last, stop) if stop > rank.last else None


def _first_of_two(doc: Document, start: int, last: int, main: Title) -> int:
    """End of the first name after a dual title (الوزيران حازم العمري وسامر النجار); ``start`` when none stands there."""
    if main.number != "du" or start >= last:
        return start
    end = name_end(doc, start, last, trusted=False)
    named = end > start and (looks_like_name(doc, start, end) or _known_ids(doc, start, end))
    return end if named and end < last and doc.infos[end].conj else start


def _names_the_principal(doc: Document, phrase: TitlePhrase, start: int, end: int) -> bool:
    """متحدث باسم وزير الخارجية باولو جنتيلوني: the name is the minister's, the spokesman has none."""
    main = phrase.titles[0]
    if not main.deputy or main.kind != "spokesperson" or doc.infos[phrase.first].definite:
        return False
    return main.last > main.first + 2 and bool(doc.match(main.first + 2, start, "t"))


def _after_comma(doc: Document, comma: int, last: int, phrase: TitlePhrase) -> int:
    """A name set off by commas after its title (الرئيس الروسي، فلاديمير بوتين، …)."""
    start = comma + 1
    if doc.infos[start].conj or not any(t.definite for t in phrase.titles):
        return comma
    start = past_adjectives(doc, start, last)
    known = doc.match(start, last, "p")
    if known is not None and known[1] == 0:
        return start
    named = title_phrase(doc, start, last)
    if named is not None and all(
        t.kind in ("honorific", "academic", "rank", "royal", "military") for t in named.titles
    ):
        end = name_end(doc, named.last, last, trusted=True)
        if end > named.last and (end >= last or not doc.words[end][0].isalnum()):
            phrase.titles.extend(named.titles)
            return named.last
    end = name_end(doc, start, last, trusted=False)
    if end - start >= 2 and end < last and (doc.words[end] in _CLOSING or _clause_goes_on(doc, end)):
        if looks_like_name(doc, start, end) or (doc.infos[start].flags & GIVEN and not doc.infos[start].definite):
            return start
    return comma


def _acceptable(doc: Document, start: int, end: int, phrase: TitlePhrase) -> bool:
    """A single common or definite word after a bare title is hardly a name; after سموه, جلالته none stands."""
    if phrase.titles[-1].kind == "pronoun_like":
        return False
    if end - start > 1:
        return True
    info = doc.infos[start]
    if (info.contacts or any(c.kind == "v" for c in info.cues)) and not info.flags & SURNAME:
        return False  # عقد الوزير الإيراني لقاء, الكاتبة ترى أن …
    if info.flags & PERSONAL:
        return True
    if info.flags & UNKNOWN and not info.definite:
        return len(info.word) > 2 and any(t.definite for t in phrase.titles)  # not إعلامي مقتضب
    strong = phrase.country is not None or phrase.honorific is not None
    return strong and not info.definite and not info.flags & CITY


def _indefinite(doc: Document, phrase: TitlePhrase) -> Found | None:
    """وزير إسرائيلي, مسؤول كبير: somebody who is not named."""
    main = phrase.titles[0]
    if main.kind in ("academic", "rank", "honorific"):
        return None
    return Found(
        first=phrase.first, last=phrase.last, skip=phrase.skip, kind="unnamed", rule="indefinite_title",
        titles=tuple(phrase.titles), country=phrase.country, gender=main.gender, number=main.number,
        conj=doc.infos[phrase.first].conj,
    )  # fmt: skip


def _stands_alone(titles: list[Title]) -> bool:
    """An honorific that stands for its bearer: سموه, جلالته, الأمير, الشيخ … or a rank with the article."""
    return any(t.kind == "pronoun_like" for t in titles) or (titles[0].definite and titles[0].kind == "royal")


def _gender(titles: list[Title]) -> str | None:
    for t in titles:
        if t.gender == "f":
            return "f"
    manly = any(t.kind in ("royal", "honorific", "rank", "military", "religious", "pronoun_like") for t in titles)
    return "m" if manly or any(doc_gendered(t) for t in titles) else None


def doc_gendered(title: Title) -> bool:
    """Offices whose feminine the press always writes (الرئيسة, الملكة, الوزيرة الأولى)."""
    return title.office in ("president", "king", "head_of_government", "spokesperson")


def _known_ids(doc: Document, start: int, end: int) -> tuple[str, ...]:
    match = doc.match(start, end, "p")
    if match is None and "-" in doc.words[start:end]:
        plain = [w for w in doc.words[start:end] if w != "-"]
        match = doc.lexicon.match(plain, 0, len(plain), "p")
        return tuple(sorted({n.value for n in match[2]})) if match else ()
    if match is not None and match[0] == end:
        return tuple(sorted({n.value for n in match[2]}))
    if match is not None and match[1] == 0:
        # The article writes the name longer than the table does; another father makes it another man.
        return tuple(sorted({n.value for n in match[2] if not _other_father(doc, n.value, match[0], end)}))
    return ()


def _other_father(doc: Document, who: str, i: int, end: int) -> bool:
    """عبدالله [بن مساعد], where the table's عبدالله is the son of another."""
    if i + 1 >= end or doc.words[i] not in _SON_OF:
        return False
    name = fold_word(doc.lexicon.person(who).name).replace("عبد ", "عبد")
    return any(f" {son} " in name for son in _SON_OF) and doc.words[i + 1].replace("عبد ", "عبد") not in name


_SON_OF = ("بن", "ابن")


def _from_name(doc: Document, i: int, skip: int, last: int, rule: str) -> Found:
    end = name_end_from(doc, i, last)
    known = _known_ids_skipping(doc, i, end)
    end2, extra = _apposition(doc, end, last)
    country = next((t.country for t in extra if t.country), None)
    return Found(
        first=i, last=end2, skip=skip, kind="person", rule=rule, titles=extra, name=(i, end, skip), known=known,
        country=country, gender=_gender(list(extra)) if extra else None, conj=doc.infos[i].conj,
    )  # fmt: skip


def name_end_from(doc: Document, i: int, last: int) -> int:
    """End of a known name at ``i`` that may carry proclitics, taken as far as the article writes it."""
    match = doc.match(i, last, "p")
    end = match[0] if match else i + 1
    longer = end
    while longer < last and longer - i < 8:
        info = doc.infos[longer]
        if info.conj or is_stop(doc, longer) or is_verbal(info) or not info.word[0].isalpha():
            break
        if doc.infos[longer - 1].particle & P["name_opens"]:
            longer += 1
            continue
        if not info.flags & PERSONAL or info.flags & NOUN:
            if not (info.particle & P["name_link"] and longer + 1 < last):
                break
        longer += 1
    while longer > end and doc.infos[longer - 1].particle & P["name_opens"]:
        longer -= 1
    return longer


def _known_ids_skipping(doc: Document, i: int, end: int) -> tuple[str, ...]:
    match = doc.match(i, end, "p")
    if match is None:
        return ()
    return tuple(sorted({n.value for n in match[2] if not _other_father(doc, n.value, match[0], end)}))


def _apposition(doc: Document, end: int, last: int, before: TitlePhrase | None = None) -> tuple[int, tuple[Title, ...]]:
    """Titles right after a name, with or without a comma: جون كيري وزير خارجية الولايات المتحدة.

    ``before`` are the titles ahead of the name: behind an office of state the next one, with a country of its own and
    no comma, is somebody else's (استقبل الرئيس فلان وزير الخارجية القطري).
    """
    start = end
    comma = start < last and doc.words[start] in COMMAS
    if comma:
        start += 1
    if start >= last or doc.infos[start].conj or doc.infos[start].prep:
        return end, ()
    phrase = title_phrase(doc, start, last)
    if phrase is None or not any(
        t.definite and t.kind not in ("rank", "academic", "honorific", "pronoun_like") for t in phrase.titles
    ):
        return end, ()
    if phrase.titles[0].number != "sg" or phrase.titles[0].kind == "counterpart":
        return end, ()
    office = before is not None and any(t.kind in ("state_office", "minister") for t in before.titles)
    if office and not comma and phrase.country is not None:
        return end, ()
    if name_end(doc, phrase.last, last, trusted=True) > phrase.last:
        # … علام [مفتي مصر] الرئيس فلان: what follows the first title is another's.
        first = title_phrase(doc, start, last, first_only=True)
        if comma or first is None or first.last == phrase.last or not _begins_anew(phrase, first.country):
            return end, ()
        phrase = first
    if comma and phrase.last < last and doc.words[phrase.last] not in COMMAS and not _clause_goes_on(doc, phrase.last):
        return end, ()
    if not comma and doc.words[start].startswith("ال") and phrase.country is None and phrase.last - start == 1:
        return end, ()
    return phrase.last, tuple(phrase.titles)


def _begins_anew(phrase: TitlePhrase, country: str | None) -> bool:
    """The second title in a row is an office with the article, where the first has its country already."""
    second = phrase.titles[1]
    return country is not None and second.definite and second.kind in ("state_office", "royal", "minister")


def _clause_goes_on(doc: Document, i: int) -> bool:
    info = doc.infos[i]
    return (
        bool(info.particle & (P["complementiser"] | P["preposition"] | P["relative"] | P["time"]))
        or is_verbal(info)
        or bool(info.cues)
        or not info.word[0].isalnum()
    )


def _untitled(doc: Document, i: int, last: int) -> Found | None:
    """A name that no table knows and no title announces."""
    skip = 0
    if not doc.infos[i].opens & BY_WORDS or is_stop(doc, i):
        return None
    if i and doc.infos[i - 1].base in doc.lexicon.word_classes["place_heads"]:
        return None  # ولاية نيو جيرسي
    end = name_end(doc, i, last, trusted=False)
    if end - i == 2 and _adjectives(doc, i):
        return None
    if not looks_like_name(doc, i, end):
        end = _told_by_its_office(doc, i, last)
        if end == i:
            return None
    end2, extra = _apposition(doc, end, last)
    country = next((t.country for t in extra if t.country), None)
    return Found(
        first=i, last=end2, skip=skip, kind="person", rule="name_by_its_words", titles=extra, name=(i, end, skip),
        country=country, gender=_gender(list(extra)) if extra else None,
    )  # fmt: skip


def _adjectives(doc: Document, i: int) -> bool:
    """خط [جوي مباشر]: two words behind an indefinite noun, the first of them a relative adjective by its ending."""
    before = doc.infos[i - 1] if i else None
    if before is None or before.definite or not before.flags & NOUN or before.flags & PERSONAL:
        return False
    second = doc.infos[i + 1]
    return doc.words[i].endswith(("ي", "يه")) and not second.definite and bool(second.flags & NOUN)


def _told_by_its_office(doc: Document, i: int, last: int) -> int:
    """وقال فرحان حق الناطق باسم …: a given name and a common word between a reporting verb and an office are a name."""
    if i == 0 or i + 2 >= last or not any(c.kind == "v" for c in doc.infos[i - 1].cues):
        return i
    first, second = doc.infos[i], doc.infos[i + 1]
    plain = second.word[0].isalpha() and not (second.definite or second.conj or second.prep or second.cues)
    if not first.flags & GIVEN or not plain or is_stop(doc, i + 1):
        return i
    phrase = title_phrase(doc, i + 2, last)
    return i + 2 if phrase is not None and phrase.titles[0].definite else i


# -- everything else -------------------------------------------------------------------------------------------------


def _from_table(doc: Document, i: int, last: int, match: tuple[int, int, list[Name]]) -> Found | None:
    end, skip, names = match
    if end - i == 1 and _ordinary(doc, i, skip) and all(n.code in "om" for n in names) and not _body_expected(doc, i):
        return None
    order = {c: n for n, c in enumerate("uoSmCKrc")}
    best = min(names, key=lambda n: (order[n.code], n.value))
    conj = doc.infos[i].conj
    if best.code == "u":
        return _unnamed(doc, i, end, last, skip, best)
    facts = doc.lexicon.facts
    country: str | None = None
    gender = "f"
    body: str | None = best.value
    if best.code in "CKc":
        country, body = best.value, None
        if best.code == "C" and len({n.value for n in names if n.code == "C"}) > 1:
            end, country = _with_place(doc, end, last, country)  # المملكة المغربية: what several are called, and which
    elif best.code == "S":
        country, body, gender = best.value, None, "m"
    elif best.code in "om":
        entry = facts["bodies"].get(best.value)
        country, gender = (entry[2] or None, entry[3]) if entry else (None, "f")
        end, country = _with_place(doc, end, last, country)
    return Found(
        first=i, last=end, skip=skip, kind=_KIND_OF[best.code], rule=f"table_{best.code}", body=body, country=country,
        gender=gender, conj=conj,
    )  # fmt: skip


def _ordinary(doc: Document, i: int, skip: int) -> bool:
    """Is the one-word name of a body or paper also a common word (الدستور, كان, التجارة)?"""
    info = doc.lexicon.info(doc.words[i][skip:])
    if any(c.kind == "v" for c in info.cues):
        return True
    return bool(info.flags & (NOUN | VERB | MASDAR | FUNCTION) or info.particle or info.cues)


def _body_expected(doc: Document, i: int) -> bool:
    """Right after a reporting verb, after صحيفة and its like, after حسب, or in quotation marks."""
    if i == 0:
        return False
    before = doc.infos[i - 1]
    if (any(c.kind in "vs" for c in before.cues) or before.base == "باسم") and not any(
        c.kind == "v" for c in doc.infos[i].cues
    ):
        return True
    return before.core in doc.lexicon.word_classes["media_heads"]


def _quoted_medium(doc: Document, i: int, last: int) -> Found | None:
    """صحيفة "الأفق" اليونانية: a paper or channel whose name stands in quotation marks."""
    info = doc.infos[i]
    start = i + 1
    if start < last and doc.infos[start].definite:
        start += 1
    if start >= last or doc.words[start] not in QUOTE_MARKS:
        return None
    close = next((k for k in range(start + 1, min(last, start + 6)) if doc.words[k] in QUOTE_MARKS), -1)
    if close <= start + 1:
        return None
    skip = (1 if info.conj else 0) + len(info.prep)
    body = doc.match(start + 1, close, "om")
    end, country = _with_place(doc, close + 1, last, None)
    return Found(
        first=i, last=end, skip=skip, kind="organisation", rule="quoted_medium", country=country, gender="f",
        body=body[2][0].value if body and body[0] == close else None, conj=info.conj,
    )  # fmt: skip


def _with_place(doc: Document, end: int, last: int, country: str | None) -> tuple[int, str | None]:
    """وزارة الخارجية [الروسية], الجيش [الأمريكي]"""
    if end < last and not doc.infos[end].conj:
        match = doc.match(end, last, "DC")
        if match is not None and match[1] == 0:
            return match[0], match[2][0].value.split()[0]
    return end, country


def _agreeing(doc: Document, head: int, i: int) -> bool:
    """البيان [الرئاسي] الفرنسي, المصدر [الدبلوماسي]: a relative adjective that agrees with its noun."""
    info = doc.infos[i]
    if not (doc.infos[head].definite and info.definite) or info.prep:
        return False
    return info.base.endswith(("ي", "يه")) or info.base in doc.lexicon.title_adjectives


def _unnamed(doc: Document, i: int, end: int, last: int, skip: int, name: Name) -> Found | None:
    kind, number = name.value.split()
    country = None
    if kind == "document":
        # بيان [للرئاسة الكينية], listed as one form: who issued it is a mention of its own.
        end = next((k for k in range(i + 1, end) if doc.match(k, last, "oCKS")), end)
    while end < last and not doc.infos[end].conj:
        match = doc.match(end, last, "D")
        if match is None or match[1]:
            if kind in ("document", "source") and _agreeing(doc, i, end):
                end += 1
                continue
            break
        country = country or match[2][0].value.split()[0]
        end = match[0]
    rule = f"unnamed_{kind}"
    if kind != "document" and doc.words[i][skip:].startswith("ال"):
        # المسؤول, المحلل: somebody named before; الصحافة, المصادر, الشهود: themselves only.
        rule = "descriptor" if kind in ("official", "analyst", "spokesperson") else f"descriptor_{kind}"
    return Found(
        first=i, last=end, skip=skip, kind="unnamed" if number == "sg" else "group", rule=rule,
        country=country, number=number, gender="m", conj=doc.infos[i].conj,
    )  # fmt: skip
