"""Bodies that no table names, told by their head noun where a speaker is expected (وذكرت شركة المرجان للملاحة أن …)."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import (
    AS_PARTICIPLE,
    AS_PREPOSITION,
    AS_VERB,
    BY_HEAD,
    CITY,
    COMPLEMENTISER,
    MASDAR,
    NOUN,
    PERSONAL,
    SURNAME,
    UNKNOWN,
    WordInfo,
)
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.genitives import genitive_end
from dipcli.stages.names import is_stop, name_end
from dipcli.stages.title_complements import eponym_end, named_place_end, place_head
from dipcli.stages.title_places import country_within
from dipcli.stages.titles import title_phrase
from dipcli.text.marks import QUOTE_MARKS

_LONGEST: Final = 10
_NAMED: Final = 4  # words of a firm's own name (شركة سيلفر كلاود للشحن)


def body_by_head(doc: Document, i: int, last: int) -> Found | None:
    """The body whose head noun stands at ``i``, with its complement; None where no speaker is expected or it has none."""
    return named_body(doc, i, last) if doc.infos[i].opens & BY_HEAD and _expected(doc, i) else None


def named_body(doc: Document, i: int, last: int) -> Found | None:
    """The body whose head noun stands at ``i``, with its complement, wherever it stands; None where it has none."""
    info = doc.infos[i]
    end = _end(doc, i, last)
    if end == i + 1 or (not info.definite and _indefinite(doc, end)):
        return None
    skip = (1 if info.conj else 0) + (len(info.prep) if not info.base.startswith("لل") else 0)
    country = _country(doc, i, end)
    gender = "f" if info.core.endswith("ه") or info.core in doc.lexicon.word_classes["broken_plurals"] else "m"
    return Found(
        first=i, last=end, skip=skip, kind="organisation", rule="body_by_head", country=country, gender=gender, conj=info.conj
    )  # fmt: skip


def _country(doc: Document, i: int, end: int) -> str | None:
    """That of its words; of an embassy who sent it (سفارة خادم الحرمين الشريفين لدى البحرين), not where it is."""
    classes = doc.lexicon.word_classes
    if doc.infos[i].core not in classes["missions"]:
        return country_within(doc, i + 1, end)
    stop = next((k for k in range(i + 1, end) if doc.words[k] in classes["posted_at"]), end)
    country = country_within(doc, i + 1, stop)
    return country or doc.lexicon.facts["serves"].get(" ".join(doc.words[i + 1 : stop])) or None


def _indefinite(doc: Document, end: int) -> bool:
    """شركة برازيلية, لجنة محايدة: one of many, no name."""
    last = doc.infos[end - 1]
    return bool(last.flags & NOUN) and not last.definite and not last.flags & (UNKNOWN | PERSONAL | CITY)


def _expected(doc: Document, i: int) -> bool:
    """Right behind a reporting verb or a preposition that names a source, or as that of which a statement is (بيان ل…)."""
    info = doc.infos[i]
    if info.conj or i == 0:
        return False
    before = doc.infos[i - 1]
    if info.prep == "ل":
        by_it = (
            bool(before.cue_kinds & AS_PREPOSITION) and info.core not in doc.lexicon.word_classes["named_for_places"]
        )
        return before.core in doc.lexicon.word_classes["issued"] or by_it  # وفقا [لفريق الإحصاء]
    if info.prep:
        return False
    if before.particle & P.background_auxiliary and info.definite:
        return True  # وكانت اللجنة الوطنية لحقوق الإنسان أعلنت …
    return bool(before.cue_kinds & (AS_VERB | AS_PREPOSITION)) or (
        before.word == "عن" and i > 1 and doc.infos[i - 2].core in doc.lexicon.word_classes["issued_from"]
    )


def _end(doc: Document, i: int, last: int) -> int:
    """End of the body's name: what it is of, its own name, its nationality, what it is for and where it is."""
    j = i + 1
    if j < last and not doc.infos[i].definite:
        j = _genitive(doc, j, last)
    while j < last and j - i < _LONGEST:
        step = _goes_on(doc, i, j, last)
        if not step:
            break
        j += step
    return j


def _genitive(doc: Document, j: int, last: int) -> int:
    """Whose or which one: an office with its holder (مكتب رئيس البرلمان), a person, a name of its own, a noun."""
    person = title_phrase(doc, j, last)
    if person is not None and not doc.infos[j].prep and all(t.number == "sg" for t in person.titles):
        return max(person.last, name_end(doc, person.last, last, trusted=True))
    quoted = _quoted(doc, j, last)
    if quoted > j:
        return quoted
    body = doc.match(j, last, "oCKcr")
    if body is not None and body[1] == 0:
        return body[0]
    known = doc.match(j, last, "pq")
    if known is not None and known[1] == 0:
        return known[0]
    return j + _own_name(doc, j, last)


def _own_name(doc: Document, j: int, last: int) -> int:
    """Words in a row that no list has as common ones: a firm's own name."""
    n = 0
    while j + n < last and n < _NAMED:
        info = doc.infos[j + n]
        own = info.flags & (UNKNOWN | PERSONAL | CITY) or info.word.isascii()
        if (
            not own
            or not info.word[0].isalnum()
            or info.definite
            or info.prep
            or info.conj
            or not _nominal(doc, info, j + n)
        ):
            break
        n += 1
    return n


def _quoted(doc: Document, j: int, last: int) -> int:
    if doc.words[j] not in QUOTE_MARKS:
        return j
    close = next((k for k in range(j + 1, min(last, j + 6)) if doc.words[k] in QUOTE_MARKS), -1)
    return close + 1 if close > j + 1 else j


def _goes_on(doc: Document, i: int, j: int, last: int) -> int:
    info, before = doc.infos[j], doc.infos[j - 1]
    if info.word == "الله" and before.definite:
        return 0  # سألت الهيئة [الله]
    quoted = _quoted(doc, j, last)
    if quoted > j:
        return quoted - j
    if not info.word[0].isalnum() or not _nominal(doc, info, j):
        return 0
    place = doc.match(j, last, "D")
    if place is not None and place[1] == 0:
        return place[0] - j
    relative = info.definite and before.definite and info.base.endswith(("ي", "يه"))
    if doc.infos[i].definite and j == i + 1 and not relative and info.base not in doc.lexicon.title_adjectives:
        return 0
    open_construct = not before.definite and not doc.infos[i].definite
    if j > i + 1 and (before.flags & (CITY | UNKNOWN | PERSONAL) or not before.flags & (NOUN | MASDAR)):
        open_construct = False  # حكومة بلغراد is whole
    for_what = _for_what(doc, i, j, last)
    if for_what:
        return for_what
    listed = doc.match(j, last, "oCKcmu")
    if listed is not None and info.conj and listed[0] - j == 1 and doc.match(j + 1, last, "D") is None:
        listed = None  # مركز الملاحة [والأمن الإقليمي]
    if (listed is not None and not relative) or (info.core in doc.lexicon.word_classes["body_heads"] and not relative):
        return 0 if not open_construct else listed[0] - j if listed is not None and listed[1] == 0 else 1
    if open_construct and j == i + 2 and not info.definite and (own := _own_name(doc, j, last)):
        return own  # وكالة أنباء [زيلكان]
    if info.conj:
        whole = info.base.startswith("ال") and before.definite
        whole = whole and (not doc.infos[i].definite or any(x.prep == "ل" for x in doc.infos[i + 1 : j]))
        return 1 if whole and info.flags & (NOUN | MASDAR) else 0
    if info.prep == "ل" and info.base.startswith("لل"):
        return 1  # شركة المرجان للملاحة
    if info.prep:
        return 0
    if info.definite and before.definite:
        adjective = info.base.endswith(("ي", "ه")) or info.base in doc.lexicon.title_adjectives
        if not adjective and not (info.word.endswith(("ات", "ين", "ون")) or info.flags & MASDAR):
            adjective = _phrase_ends(doc, j + 1, last)  # الحزب الزراعي [الحر] أن …
        whose = relative and j == i + 1 and j + 1 < last and doc.infos[j + 1].prep == "ل"
        whose = whose and doc.infos[i].core.endswith("ه") == info.base.endswith("ه")
        return 1 if adjective and (whose or not doc.match(j, last, "tp")) else 0  # المكتب [الإعلامي] لرئيس الوزراء
    if info.definite:
        return 0 if doc.match(j, last, "tp") and j - i > 1 else 1
    follows = doc.infos[j + 1] if j + 1 < last else None
    named = follows is not None and (follows.definite or bool(follows.flags & (CITY | UNKNOWN)))
    construct = named and follows is not None and not follows.conj
    return 1 if j == i + 1 and info.flags & (NOUN | MASDAR) and construct else 0


def _for_what(doc: Document, i: int, j: int, last: int) -> int:
    """المؤسسة العربية [لضمان الاستثمار], اللجنة التابعة [للحكومة], مديرية الشؤون الصحية [بمنطقة الجوف]: how many words; 0: none."""
    info, before = doc.infos[j], doc.infos[j - 1]
    if info.conj or j == i + 1:
        return 0
    if info.prep == "ل" and not doc.infos[i].definite and (end := field_end(doc, j, last)) > j:
        return end - j  # منظمة النجدة [لحقوق الإنسان], شركة تايوان [لصناعة السفن]
    if not before.definite:
        return 0
    whole = doc.match(j, last, "o") if doc.infos[i].definite and info.word[0] == "ل" else None
    if whole is not None and whole[1] == 1 and whole[0] - j > 1:
        return whole[0] - j  # الأمانة العامة [لهيئة كبار العلماء], whose first word is also spelled like a noun
    if info.prep == "ب" and place_head(doc, j) and j + 1 < last:
        return named_place_end(doc, j + 1, last) - j
    if info.prep != "ل":
        return 0
    if info.base.startswith("لل"):
        body = doc.match(j, last, "oCKr")
        return body[0] - j if body is not None and body[1] <= 1 else 0
    told = info.core in doc.lexicon.word_classes["media_heads"] or info.core in doc.lexicon.word_classes["told_to"]
    if told or not doc.infos[i].definite or not info.flags & (NOUN | MASDAR):
        return 0
    end = eponym_end(doc, j, last)
    if end == j:
        end = genitive_end(doc, j + 1, last)
    return end - j if end > j + 1 else 0


def field_end(doc: Document, j: int, last: int) -> int:
    """لحقوق الإنسان, لصناعة السفن: end of ل with a noun in construct that closes a body's name, before the clause, its verb
    or a mark; ``j`` where it does not.
    """
    info = doc.infos[j]
    told = info.core in doc.lexicon.word_classes["media_heads"] or info.core in doc.lexicon.word_classes["told_to"]
    if info.base.startswith("لل") or told or not info.flags & (NOUN | MASDAR):
        return j
    end = genitive_end(doc, j + 1, last)
    if end == j + 1 or not doc.infos[end - 1].definite:
        return j
    closed = (
        _phrase_ends(doc, end, last)
        or doc.infos[end].reports
        or doc.infos[end].word in doc.lexicon.word_classes["behind_sources"]
    )
    return end if closed else j


def _phrase_ends(doc: Document, j: int, last: int) -> bool:
    if j >= last:
        return True
    particle = doc.infos[j].particle
    return bool(particle & (COMPLEMENTISER | P.time)) or not doc.words[j][0].isalnum()


def _nominal(doc: Document, info: WordInfo, j: int) -> bool:
    if is_stop(doc, j) or info.verbal or info.particle & P.time:
        return False
    if info.cue_kinds & (AS_VERB | AS_PARTICIPLE) and not info.flags & SURNAME:
        return False
    return not (info.contacts and any(c[0] == "v" for c in info.contacts) and not info.definite)
