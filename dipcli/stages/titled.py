"""Mentions that begin with a title: with a name behind it, or the title alone."""

from typing import Final

from dipcli.rules.match import AS_PREPOSITION, AS_VERB, CITY, GIVEN, MASDAR, NOUN, PERSONAL, SURNAME, UNKNOWN, VERB
from dipcli.stages.apposition import apposition, clause_goes_on, gender_of, principal
from dipcli.stages.document import Document
from dipcli.stages.found import Found, FoundKind, Title
from dipcli.stages.genitives import genitive_end, quoted_end
from dipcli.stages.named import known_ids
from dipcli.stages.names import has_article, looks_like_name, name_end, subject_slot_end
from dipcli.stages.title_gap import further_titles, name_beyond, plain_name_end
from dipcli.stages.title_tails import past_adjectives
from dipcli.stages.titles import TitlePhrase, title_phrase
from dipcli.stages.unnamed import past_other, past_states, relative_adjective

_GIVEN: Final = 5  # tokens from a bracket with given names to where it closes

# Kinds of titles whose bare word is mostly an adjective or somebody at large: alone they name a person only where one
# is expected, right after a reporting verb.
_WEAK_ALONE: Final = frozenset(
    {"academic", "party", "media", "judiciary", "diplomatic", "religious", "security", "military"}
)
_RANKS: Final = frozenset({"honorific", "academic", "rank", "royal", "military"})
_SEPARATORS: Final = frozenset("،,-–—(")
_CLOSING: Final = frozenset("،,-–—)")


def from_titles(doc: Document, phrase: TitlePhrase, last: int) -> Found | None:
    """The mention that a chain of titles opens; None where the words are no title of anybody here."""
    main = phrase.titles[0]
    _give_back(doc, phrase, last)
    start = phrase.last
    if start < last and doc.words[start] in _SEPARATORS and start + 1 < last:
        start = _after_comma(doc, start, last, phrase)
    end = name_end(doc, start, last, trusted=True) if main.number == "sg" else _first_of_two(doc, start, last, main)
    if start > phrase.last:
        end = max(end, plain_name_end(doc, start, last, phrase))
    if end > start and end != subject_slot_end(doc, start, last) and not _acceptable(doc, start, end, phrase):
        end = start
    if end - start == 1 and _heads_another_state(doc, phrase, start):
        end = start
    if end > start and _has_its_object(doc, phrase):
        end = start
    if end == start and (beyond := name_beyond(doc, phrase, last)) is not None:
        phrase.titles[-1] = phrase.titles[-1]._replace(last=beyond.gap)
        phrase.titles.extend(beyond.titles)
        start, end = beyond.first, beyond.last
    close = 0
    if end == start and (marked := _in_marks(doc, phrase, last)) is not None:
        titles_within, start, end, close = marked
        phrase.titles.extend(titles_within)
    given: list[str] = []
    if end == start and (parted := _given_in_brackets(doc, start, last)) is not None:
        given, start, end = parted
    gender = gender_of(phrase.titles)
    common = {
        "first": phrase.first, "skip": phrase.skip, "titles": tuple(phrase.titles), "country": phrase.country,
        "gender": gender, "honorific": phrase.honorific, "conj": doc.infos[phrase.first].conj,
    }  # fmt: skip
    if end > start and _names_the_principal(doc, phrase, start):
        inner = principal(doc, phrase.titles)
        return Found(last=start if inner > phrase.first else end, kind="unnamed", rule="indefinite_title", **common)  # type: ignore[arg-type]
    if end > start:
        behind = _holder_behind(doc, phrase, end, last)
        if behind is not None:
            titles, start, end = behind
            common["titles"] = titles
        known = (
            _known_with(doc, given, start, end) or known_ids(doc, start, end) or _by_surname(doc, start, end, phrase)
        )
        inner = principal(doc, phrase.titles)
        if inner > phrase.first and _holds_it(doc, known, inner, phrase):
            return Found(last=start, kind="person", rule="title_alone", **common)  # type: ignore[arg-type]
        end2, extra = apposition(doc, max(end, close), last, phrase)
        titles = tuple(phrase.titles) + extra
        country = phrase.country or next((t.country for t in extra if t.country), None)
        common.update(titles=titles, country=country)
        return Found(last=end2, kind="person", rule="title_and_name", name=(start, end, 0), known=known, **common)  # type: ignore[arg-type]
    if not any(t.definite for t in phrase.titles):
        return _indefinite(doc, phrase, last)
    if main.last - main.first == 1 and (_needs_a_name(doc, phrase) or _happiness(doc, phrase, last)):
        return None
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
        if before is None or not before.cue_kinds & (AS_VERB | AS_PREPOSITION):
            return None
    kind: FoundKind = "person" if main.number == "sg" else "group"
    end, pair = _pair(doc, phrase, last) if main.number == "du" else (_past_plurals(doc, phrase, last), None)
    if main.number == "pl" and (chain := past_states(doc, phrase.first + 1, end, last)) > end:
        end, common["country"] = chain, None
    return Found(last=end, kind=kind, rule="title_alone", number=main.number, pair=pair, **common)  # type: ignore[arg-type]


def _in_marks(doc: Document, phrase: TitlePhrase, last: int) -> tuple[list[Title], int, int, int] | None:
    """أوضح المشرف على المعرض [«الدكتور سالم العمري»] أن …: the ranks in the marks, the name, and the token behind the marks."""
    close = quoted_end(doc, phrase.last, last)
    if close == phrase.last or phrase.titles[0].number != "sg" or not any(t.definite for t in phrase.titles):
        return None
    start = phrase.last + 1
    ranks = title_phrase(doc, start, close - 1)
    if ranks is not None and all(t.kind in _RANKS for t in ranks.titles):
        end = name_end(doc, ranks.last, close - 1, trusted=True)
        return (ranks.titles, ranks.last, end, close) if end == close - 1 > ranks.last else None
    end = name_end(doc, start, close - 1, trusted=False)
    whole = end == close - 1 and doc.infos[start].flags & GIVEN and looks_like_name(doc, start, end)
    return ([], start, end, close) if whole and doc.infos[phrase.last - 1].definite else None


def _given_in_brackets(doc: Document, i: int, last: int) -> tuple[list[str], int, int] | None:
    """الرئيس [(جون)] دالتون: a given name that agencies add in brackets, and the tokens of the surname behind it."""
    close = next((k for k in range(i + 2, min(i + _GIVEN, last)) if doc.words[k] == ")"), -1)
    if close < 0 or doc.words[i] != "(" or not all(x.flags & (PERSONAL | UNKNOWN) for x in doc.infos[i + 1 : close]):
        return None
    end = name_end(doc, close + 1, last, trusted=True) if close + 1 < last else close + 1
    return (doc.words[i + 1 : close], close + 1, end) if end > close + 1 else None


def _known_with(doc: Document, given: list[str], start: int, end: int) -> tuple[str, ...]:
    """Ids of the persons whom the given names with the surname at tokens ``start`` to ``end`` may mean."""
    whole = [*given, *doc.words[start:end]]
    match = doc.lexicon.match(whole, 0, len(whole), "p") if given else None
    return tuple(sorted({n.value for n in match[2]})) if match is not None and match[0] == len(whole) else ()


def _past_plurals(doc: Document, phrase: TitlePhrase, last: int) -> int:
    """القادة [الصناعيون], الوزراء [الأوروبيين]: past the relative adjectives of a plural title with the article."""
    end = phrase.last
    if phrase.titles[0].number != "pl" or end - phrase.first > 1 or not doc.infos[phrase.first].definite:
        return end
    while end < last and doc.infos[end].definite and not (doc.infos[end].conj or doc.infos[end].prep):
        if not doc.words[end].endswith(("يون", "يين", "يات")):
            break
        end += 1
    return end


def _holds_it(doc: Document, known: tuple[str, ...], inner: int, phrase: TitlePhrase) -> bool:
    """مستشار الرئيس الكيني أوهورو كينياتا: the name is of somebody who held the office within the title."""
    match = doc.match(inner, phrase.last, "t")
    offices = {n.value.split()[0] for n in match[2]} if match is not None else set()
    terms = [t for k in known for t in doc.lexicon.person(k).terms]
    return any(t.office in offices and phrase.country in (None, t.country) for t in terms)


def _by_surname(doc: Document, start: int, end: int, phrase: TitlePhrase) -> tuple[str, ...]:
    """الرئيس أردوغان, الملك سلمان: the only one of that short name who held the office, where the land fits."""
    match = doc.match(start, end, "q")
    if match is None or match[1] or match[0] != end:
        return ()
    offices = {t.office for t in phrase.titles if t.office and (t.leader or t.office == "minister")}
    who = set()
    for name in match[2]:
        for term in doc.lexicon.person(name.value).terms:
            fits = term.office in offices or ("minister" in offices and term.office.endswith("_minister"))
            if fits and phrase.country in (None, term.country):
                who.add(name.value)
    return tuple(who) if len(who) == 1 else ()


def _heads_another_state(doc: Document, phrase: TitlePhrase, start: int) -> bool:
    """سيزور [الرئيس المكسيكي] ترامب: the surname of the head of another state, who is somebody else."""
    heads = {t.office for t in phrase.titles if t.kind == "state_office" and t.leader}
    match = doc.match(start, start + 1, "q")
    if phrase.country is None or not heads or match is None or match[1]:
        return False
    terms = [t for n in match[2] for t in doc.lexicon.person(n.value).terms]
    return all(t.country and t.country != phrase.country for t in terms) and any(t.office in heads for t in terms)


def _has_its_object(doc: Document, phrase: TitlePhrase) -> bool:
    """اتهم [نائب كيني معارض] سامي كامو ب…: the name behind an office without the article and its adjectives is the object."""
    if phrase.first == 0 or phrase.last - phrase.first < 2 or any(t.definite for t in phrase.titles):
        return False
    if any(doc.infos[k].definite for k in range(phrase.first, phrase.last)):
        return False  # سماحة الشيخ …
    rules = doc.lexicon.cue_rules
    verbs = [rules[c.rule] for c in doc.infos[phrase.first - 1].cues if c.kind == "v" and not c.clitic]
    return any(r.target or "object" in r.addressee for r in verbs)


def _happiness(doc: Document, phrase: TitlePhrase, last: int) -> bool:
    """عن [سعادته] بالفوز, امتنانه و[سعادته] لاستقباله: what he felt, and no form of address."""
    info = doc.infos[phrase.first]
    if info.core in doc.lexicon.word_classes["sovereign"]:
        told = phrase.first > 0 and doc.infos[phrase.first - 1].reports
        return info.conj or (info.core.endswith("ها") and not told)  # استقلالها و[سيادتها]
    if info.core not in doc.lexicon.word_classes["felt"]:
        return False
    before = doc.words[phrase.first - 1] if phrase.first else ""
    after = doc.infos[phrase.last].prep if phrase.last < last else ""
    return before == "عن" or after in ("ب", "ل")


def _needs_a_name(doc: Document, phrase: TitlePhrase) -> bool:
    """الفريق, the team; من المقرر أن …"""
    info = doc.infos[phrase.first]
    return ("لل" + info.core if info.base.startswith("لل") else info.base) in doc.lexicon.word_classes[
        "never_alone"
    ] or ("ال" + info.core in doc.lexicon.word_classes["never_alone"] and info.definite)


def _is_a_team(doc: Document, phrase: TitlePhrase) -> bool:
    """مدرب [الفريق] سالم العمري, إداري [الفريق الأول] …, [الفريق الأولمبي] …: the word is a rank alone or with a rank's adjective."""
    classes = doc.lexicon.word_classes
    if doc.infos[phrase.first].base not in classes["ranks_and_teams"] or not phrase.first:
        return False
    before = doc.infos[phrase.first - 1]
    if before.core in classes["named_at_the_end"] and not before.definite:
        return True
    if phrase.last - phrase.first < 2:
        return False
    what = doc.infos[phrase.first + 1]
    return (
        what.definite and what.base.endswith("ي") and not what.flags & PERSONAL and what.core not in classes["of_ranks"]
    )


def _pair(doc: Document, phrase: TitlePhrase, last: int) -> tuple[int, tuple[str, str] | None]:
    """الوزيران المصري [والأردني]: a second nationality behind the first."""
    i = phrase.last
    if phrase.country is None or i >= last or not doc.infos[i].conj:
        return i, None
    match = doc.match(i, last, "DC")
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
    named = end > start and (looks_like_name(doc, start, end) or known_ids(doc, start, end))
    return end if named and end < last and doc.infos[end].conj else start


def _names_the_principal(doc: Document, phrase: TitlePhrase, start: int) -> bool:
    """متحدث باسم وزير الخارجية باولو جنتيلوني: the name is the minister's, the spokesman has none."""
    main = phrase.titles[0]
    epithet = start - 2 > main.first and doc.words[start - 1] in doc.lexicon.word_classes["former"]
    if epithet and not main.definite and doc.infos[start - 2].core in doc.lexicon.word_classes["body_heads"]:
        return True  # عضو بحزب المخلوع علي …
    if not main.deputy or main.kind != "spokesperson" or doc.infos[phrase.first].definite:
        return False
    return main.last > main.first + 2 and bool(doc.match(main.first + 2, start, "t"))


def _give_back(doc: Document, phrase: TitlePhrase, last: int) -> None:
    """المتحدثة باسم الشرطة الإسرائيلية [لوبا] سمري: a word that the title took is the first of the name."""
    k = phrase.last - 1
    if k > phrase.first and not doc.infos[k].definite and subject_slot_end(doc, k, last) > phrase.last:
        people = doc.match(k, k + 1, "D") is not None  # المحلل المستقل [روس] نورمان
        told = None if people else phrase.titles[-1].country
        phrase.titles[-1] = phrase.titles[-1]._replace(last=k, country=told)
        phrase.last, phrase.country = k, next((t.country for t in phrase.titles if t.country), None)


def _after_comma(doc: Document, comma: int, last: int, phrase: TitlePhrase) -> int:
    """A name set off by commas after its title (الرئيس الروسي، فلاديمير بوتين، …)."""
    start = comma + 1
    if doc.infos[start].conj or not any(t.definite for t in phrase.titles):
        return comma
    start = past_adjectives(doc, start, last)
    adjectives = start > comma + 1
    known = doc.match(start, last, "p")
    if known is not None and known[1] == 0:
        return start
    named = title_phrase(doc, start, last)
    if named is not None and all(t.kind in _RANKS for t in named.titles):
        end = name_end(doc, named.last, last, trusted=True)
        if end > named.last and (end >= last or not doc.words[end][0].isalnum()):
            phrase.titles.extend(named.titles)
            return named.last
    if plain_name_end(doc, start, last, phrase) > start:
        return start
    further = further_titles(doc, start, last, phrase)
    if further is not None:
        phrase.titles.extend(further.titles)
        return further.last
    end = name_end(doc, start, last, trusted=False)
    if end - start >= 2 and adjectives and looks_like_name(doc, start, end):
        return start  # رئيس المجلس، الجمهوري جون بارنز تعهده
    if end - start >= 2 and end < last and (doc.words[end] in _CLOSING or clause_goes_on(doc, end)):
        if looks_like_name(doc, start, end) or (doc.infos[start].flags & GIVEN and not doc.infos[start].definite):
            return start
    return comma


def _acceptable(doc: Document, start: int, end: int, phrase: TitlePhrase) -> bool:
    """A single common or definite word after a bare title is hardly a name; after سموه, جلالته none stands."""
    if phrase.titles[-1].kind == "pronoun_like" or _is_a_team(doc, phrase):
        return False
    if end - start > 1:
        return True
    info = doc.infos[start]
    if has_article(doc, start - 1) and doc.match(start, end, "C") is not None:
        return False  # حذر الوزير [إسرائيل] من …
    if has_article(doc, start - 1) and info.flags & CITY and not info.flags & PERSONAL and doc.match(start, end, "cK"):
        return False  # زار الوزير التونسي [صفاقس]
    if info.definite and start - phrase.first == 1 and _needs_a_name(doc, phrase):
        return False  # الفريق العلمي
    if info.flags & NOUN and end < len(doc.words) and doc.infos[end].base in doc.lexicon.word_classes["one_named"]:
        return False  # قلد الوزير [وسام] الملك فلان
    if (info.contacts or info.reports) and not info.flags & SURNAME:
        return False  # عقد الوزير الإيراني لقاء, الكاتبة ترى أن …
    if not any(t.definite for t in phrase.titles) and info.flags & (NOUN | VERB):
        return False  # مسؤول أميركي رفيع, مندوب ثان
    if info.base in doc.lexicon.word_classes["speech"]:
        return False  # أبدى الوزير الإيراني استعداد بلاده
    if info.flags & PERSONAL:
        return True
    if info.word.endswith("ا") and doc.lexicon.flags_of(info.word[:-1]) & (VERB | NOUN) and not info.flags & PERSONAL:
        return False  # الوزيران … [أوصلا], المقررة [أسعارا]
    if info.flags & UNKNOWN and not has_article(doc, start):
        return len(info.word) > 2 and any(t.definite for t in phrase.titles)  # not إعلامي مقتضب
    strong = phrase.country is not None or phrase.honorific is not None
    return strong and not info.definite and not info.flags & CITY


def _indefinite(doc: Document, phrase: TitlePhrase, last: int) -> Found | None:
    """وزير إسرائيلي, مسؤول كبير: somebody who is not named."""
    main = phrase.titles[0]
    if main.kind in ("academic", "rank", "honorific") or _tells_by_whom(doc, phrase.first, last):
        return None
    end = phrase.last
    if end == phrase.first + 1 and _is_adjective(doc, phrase.first):
        return None
    if main.office == "official" and end == phrase.first + 1 and end < last and relative_adjective(doc, end - 1, end):
        end += 1  # مسؤول [دفاعي]
    end = past_other(doc, end, last)
    told = phrase.first > 0 and doc.infos[phrase.first - 1].reports
    if told and end == phrase.first + 1 and main.number == "pl" and doc.infos[phrase.first].core.endswith("و"):
        named = name_end(doc, end, last, trusted=True)  # مستشارو [أوباما]; a whole name is a mention of its own
        end = max(genitive_end(doc, end, last), named if named == end + 1 else end)
    return Found(
        first=phrase.first, last=end, skip=phrase.skip, kind="unnamed", rule="indefinite_title",
        titles=tuple(phrase.titles), country=phrase.country, gender=main.gender, number=main.number,
        conj=doc.infos[phrase.first].conj,
    )  # fmt: skip


def _tells_by_whom(doc: Document, i: int, last: int) -> bool:
    """الهيئة [ممثلة بفرع …], الوزارة [ممثلة في …]: by which branch a body acts, and no envoy."""
    if i + 1 >= last or doc.infos[i].core not in doc.lexicon.word_classes["represented"]:
        return False
    return not (i and doc.infos[i - 1].reports) and (doc.infos[i + 1].prep == "ب" or doc.words[i + 1] == "في")


def _is_adjective(doc: Document, i: int) -> bool:
    """نزاع [دبلوماسي], تجمع [سياسي]: a relative adjective behind an indefinite noun of no people."""
    if not i or not doc.words[i].endswith(("ي", "يه", "يا")) or doc.infos[i].conj or doc.infos[i].prep:
        return False
    before = doc.infos[i - 1]
    noun = bool(before.flags & (NOUN | MASDAR)) and not (before.definite or before.flags & PERSONAL or before.particle)
    return noun and not (before.reports or before.cues or doc.match(i - 1, i, "tDu") is not None)


def _stands_alone(titles: list[Title]) -> bool:
    """An honorific that stands for its bearer: سموه, جلالته, الأمير, الشيخ … or a rank with the article."""
    return any(t.kind == "pronoun_like" for t in titles) or (titles[0].definite and titles[0].kind == "royal")
