"""Countries, bodies, papers and groups that the tables know, and papers told by quotation marks."""

from typing import Final

from dipcli.rules.match import AS_PREPOSITION, AS_VERB, FUNCTION, MASDAR, NOUN, PERSONAL, VERB, Name
from dipcli.stages.bodies_by_head import field_end
from dipcli.stages.clusters import MINISTRY
from dipcli.stages.document import Document
from dipcli.stages.found import Found, FoundKind
from dipcli.stages.genitives import quoted_end
from dipcli.stages.places import place_expected
from dipcli.stages.title_complements import is_the_press
from dipcli.stages.title_places import is_shared
from dipcli.stages.unnamed import unnamed
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_KIND_OF: Final[dict[str, FoundKind]] = {
    "C": "country", "K": "country", "S": "organisation", "o": "organisation", "m": "organisation", "r": "group", "c": "place",
}  # fmt: skip
_OF_ALL_STATES: Final = frozenset({"igo", "igo_organ"})
_ORDER: Final = {code: n for n, code in enumerate("uoSmCKrc")}  # which of several names is meant
SIDE: Final = "side"  # id of what each party to talks is called
_POSSESSED: Final = ("ها", "هما", "نا")  # زيارتهما روسيا
_PAPER: Final = 6  # words, marks included, to the end of a paper's name
_FAR: Final = 400  # tokens back to where a paper was named with its head noun; a bound, so that time stays linear


def from_table(doc: Document, i: int, last: int, match: tuple[int, int, list[Name]]) -> Found | None:
    """The mention of what a table names at ``i``; None where the words are common ones here."""
    end, skip, names = match
    if end - i == 1 and _ordinary(doc, i, skip) and all(n.code in "om" for n in names):
        if not _body_expected(doc, i) and not _is_movement(doc, i, last, skip) and not _of_a_state(doc, i, end, last):
            return None
    if end - i == 1 and names[0].code in "CKSc" and not place_expected(doc, i, skip):
        return None
    if end - i == 1 and names[0].code == "C" and not skip and _is_accusative(doc, i):
        return None
    if end - i > 1 and all(n.code == "m" for n in names) and _is_for_another(doc, end, last):
        return None
    best = min(names, key=lambda n: (_ORDER[n.code], n.value)) if len(names) > 1 else names[0]
    conj = doc.infos[i].conj
    if best.code == "u":
        return unnamed(doc, i, end, last, skip, best)
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
        called = " ".join([doc.words[i][skip:], *doc.words[i + 1 : end]])
        gender = facts["genders"].get(f"{best.value}|{called}", gender)  # المصرف and مؤسسة النقد are one
        if country is None and end - i == 1 and doc.infos[i].definite:
            end = _which(doc, i, end, last)  # السلطات [الصحية]
        of_all, (end, country) = entry is not None and not country, _with_place(doc, end, last, country)
        if of_all and country and entry[4] in _OF_ALL_STATES:
            body = None  # مجلس الأمن التركي: a state's own
        state_organ = (body or "").startswith(MINISTRY)
        if (
            end < last
            and doc.infos[end].prep == "ل"
            and end - i > 1
            and not state_organ
            and (field := field_end(doc, end, last)) > end
        ):
            # منظمة بتسيلم الإسرائيلية [لحقوق الإنسان]; but المجلس الوطني الليبي [لحماية الأطفال] is no national council
            another = is_shared(doc, i, match[0]) or (entry is not None and entry[4] in _OF_ALL_STATES)
            body, end = None if another else body, field
        if best.value == SIDE:
            return _side(i, end, skip, country, conj)
    return Found(
        first=i, last=end, skip=skip, kind=_KIND_OF[best.code], rule=f"table_{best.code}", body=body, country=country,
        gender=gender, conj=conj,
    )  # fmt: skip


def _is_for_another(doc: Document, end: int, last: int) -> bool:
    """الوكالة الوطنية [للبحث والإنقاذ]: an agency, and not that of the news (وكالة كذا [للأنباء]), which is called so in short."""
    info = doc.infos[end] if end < last else None
    if info is None or not info.base.startswith("لل") or "ال" + info.base[2:] in doc.lexicon.word_classes["of_news"]:
        return False
    return bool(info.flags & (NOUN | MASDAR)) and not is_the_press(doc, end)


def _is_accusative(doc: Document, i: int) -> bool:
    """مركزا [تركيا], جنديا [أوكرانيا]: the adjective in the accusative, spelled like the land, behind its noun."""
    if not doc.words[i].endswith("يا") or not i:
        return False
    if doc.raw(i).endswith(("ًا", "اً")):
        return True
    before = doc.infos[i - 1]
    noun = (
        before.word.endswith("ا")
        and not before.word.endswith(_POSSESSED)
        and not (before.definite or before.particle or before.starts or before.reports)
    )
    return noun and bool(doc.lexicon.flags_of(before.base[:-1]) & NOUN) and not before.flags & PERSONAL


def _side(i: int, end: int, skip: int, country: str | None, conj: bool) -> Found | None:
    """الجانب التركي, الطرف الكيني: the state itself, as one of those who talk; no mention where none is told."""
    if country is None:
        return None
    return Found(
        first=i, last=end, skip=skip, kind="country", rule="side_of_state", country=country, gender="m", conj=conj
    )


def _which(doc: Document, i: int, end: int, last: int) -> int:
    """السلطات [الصحية], الحكومة [الشرعية] اليمنية: past the adjective that tells which of the bodies that all states have."""
    if end >= last or not doc.infos[i - 1].reports or not i or not doc.infos[i].core.endswith(("ه", "ات")):
        return end
    info = doc.infos[end]
    agrees = info.definite and not info.conj and not info.prep and doc.raw(end).endswith("ية")
    return end + 1 if agrees and not info.cues and not doc.match(end, last, "DCtp") else end


def _ordinary(doc: Document, i: int, skip: int) -> bool:
    """Is the one-word name of a body or paper also a common word (الدستور, كان, التجارة)?"""
    info = doc.lexicon.info(doc.words[i][skip:])
    if info.word in doc.lexicon.word_classes["only_bodies"]:
        return False
    if info.reports:
        return True
    return bool(info.flags & (NOUN | VERB | MASDAR | FUNCTION) or info.particle or info.cues)


def _body_expected(doc: Document, i: int) -> bool:
    """Right after a reporting verb, after صحيفة and its like, after حسب, or in quotation marks."""
    if i == 0:
        return False
    before = doc.infos[i - 1]
    if (before.cue_kinds & (AS_VERB | AS_PREPOSITION) or before.base == "باسم") and not doc.infos[i].reports:
        return True
    if before.core in doc.lexicon.word_classes["issued"] and not before.definite:
        return True  # بيان للرئاسة …, بيان الخارجية …
    if i > 1 and before.word in QUOTE_MARKS and doc.infos[i - 2].core in doc.lexicon.word_classes["documents"]:
        return doc.words[i + 1 : i + 2] != [] and doc.words[i + 1] in QUOTE_MARKS  # تقرير «سكاي»
    return before.core in doc.lexicon.word_classes["media_heads"]


def _of_a_state(doc: Document, i: int, end: int, last: int) -> bool:
    """قررت [الحكومة اليمنية] …: the body of a state whose adjective stands behind it."""
    if not doc.infos[i].definite or doc.infos[i].prep or end >= last or not doc.infos[end].definite:
        return False
    return doc.infos[end].base.endswith(("ي", "يه")) and doc.match(end, last, "D") is not None


def _is_movement(doc: Document, i: int, last: int, skip: int) -> bool:
    """لكن [حماس] قالت …, قادة [فتح], where the text has حركة حماس: without the article, with no genitive of its own."""
    info = doc.infos[i]
    word = doc.words[i][skip:]
    if info.definite or word.startswith("ال") or info.prep == "ب":
        return False
    after = doc.infos[i + 1] if i + 1 < last else None
    if after is not None and after.word[0].isalpha():
        speaks = any(c.kind == "v" and c.agreement == "fs" for c in after.cues) and not after.conj
        clause = after.particle or after.conj or after.prep or (after.flags & VERB and not after.flags & NOUN)
        if speaks and not info.reports:
            return True
        if not (speaks or clause):
            return False
    return word in doc.movements


def quoted_medium(doc: Document, i: int, last: int) -> Found | None:
    """صحيفة "الأفق" اليونانية: a paper or channel whose name stands in quotation marks."""
    info = doc.infos[i]
    start = i + 1
    if start < last and doc.infos[start].definite and _tells_where(doc, start):
        start += 1
    close = quoted_end(doc, start, last, _PAPER) - 1
    if close < start:
        return None
    skip = (1 if info.conj else 0) + len(info.prep)
    body = doc.match(start + 1, close, "om")
    end, country = _with_place(doc, close + 1, last, None)
    if country is None:
        k = close + 1
        while k < last and _adjective_of_a_medium(doc, k):
            k += 1
        behind = _with_place(doc, k, last, None) if k > close + 1 else (end, None)
        end, country = behind if behind[1] else (end, None)  # قناة «جيو» [الإخبارية الباكستانية]
    known = body[2][0].value if body and body[0] == close else _in_the_marks(doc, start + 1, close, country)
    return Found(
        first=i, last=end, skip=skip, kind="organisation", rule="quoted_medium", country=country, gender="f",
        body=known, conj=info.conj,
    )  # fmt: skip


def _adjective_of_a_medium(doc: Document, k: int) -> bool:
    info = doc.infos[k]
    relative = info.definite and not (info.conj or info.prep) and info.base.endswith(("ي", "يه"))
    return relative and doc.match(k, k + 1, "D") is None and not info.cues


def medium_in_marks(doc: Document, i: int, last: int) -> Found | None:
    """علمت [«عكاظ»] أن …, ذكرت ["الرياض"] أن …: a paper whose name stands alone in marks, behind a verb that reports."""
    stop = quoted_end(doc, i, last, _PAPER)
    if not i + 1 < stop < last or doc.infos[i + 1].particle:
        return None  # «لا»
    known = _named_before(doc, i + 1, stop - 1) or _in_the_marks(doc, i + 1, stop - 1, None)
    if known is None or not (doc.words[stop][0].isalnum() or doc.words[stop] in COMMAS):
        return None  # قالت: "…". is all that is said
    _, _, country, gender, *_ = doc.lexicon.facts["bodies"][known]
    return Found(
        first=i + 1, last=stop - 1, skip=0, kind="organisation", rule="medium_in_marks", body=known,
        country=country or None, gender=gender,
    )  # fmt: skip


def _named_before(doc: Document, first: int, last: int) -> str | None:
    """صحيفة [الوطن المصرية] … وذكرت «الوطن»: the medium of that name which the text named last with its head noun."""
    heads, name = doc.lexicon.word_classes["media_heads"], doc.words[first:last]
    for k in range(first - 2 - len(name), max(-1, first - _FAR), -1):
        if doc.infos[k].core in heads and doc.words[k + 1 : k + 1 + len(name)] == name:
            match = doc.match(k, first, "m")
            return match[2][0].value if match is not None and match[0] > k + len(name) else None
    return None


def _in_the_marks(doc: Document, first: int, last: int, country: str | None) -> str | None:
    """The only medium of that name, and of that country where one is told."""
    facts = doc.lexicon.facts
    ids = facts["papers"].get(" ".join(doc.words[first:last])) or ()
    fit = [x for x in ids if country is None or facts["bodies"][x][2] == country]
    return fit[0] if len(fit) == 1 else None


def _tells_where(doc: Document, i: int) -> bool:
    """الصحيفة [اليونانية] "…": an adjective; قال لقناة [الساحل] "…" has its name, and what is said in the marks."""
    info = doc.infos[i]
    return info.base.endswith(("ي", "يه")) or doc.match(i, i + 1, "D") is not None


def _past_its_adjective(doc: Document, end: int, last: int) -> tuple[int, str] | None:
    """قيادة الشرطة [الاتحادية العراقية]: end and state, where an adjective stands between the body and its nationality."""
    info = doc.infos[end]
    agrees = info.base.endswith("يه") == doc.infos[end - 1].base.endswith(("ه", "ات"))
    relative = info.base.endswith(("ي", "يه")) or info.base in doc.lexicon.title_adjectives
    if (
        not (doc.infos[end - 1].definite and info.definite and relative and agrees)
        or info.prep
        or info.flags & PERSONAL
    ):
        return None
    nation = doc.match(end + 1, last, "D") if doc.match(end, last, "tCD") is None else None
    return (nation[0], nation[2][0].value.split()[0]) if nation is not None and not nation[1] else None


def _with_place(doc: Document, end: int, last: int, country: str | None) -> tuple[int, str | None]:
    """وزارة الخارجية [الروسية], الجيش [الأمريكي]"""
    if end < last and not doc.infos[end].conj:
        # طالب المصرف المركزي [إيران]: the article makes a body whole, and a country's own name is another's.
        match = doc.match(end, last, "D" if doc.infos[end - 1].definite else "DC")
        several = doc.infos[end - 1].base.endswith(("ين", "ون"))  # نقابة الصحفيين [الكينيين]
        people = doc.infos[end].base.endswith(("يين", "يون")) and not several  # دعت السلطات [الكينيين] إلى …
        if match is not None and match[1] == 0 and not people:
            return match[0], match[2][0].value.split()[0]
        behind = _past_its_adjective(doc, end, last) if match is None and country is None else None
        if behind is not None:
            return behind
    return end, country
