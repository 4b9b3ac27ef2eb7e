"""Is the word behind a given name the family name, where no list has it as a name (الأستاذ رياض [تونسي])?

A title with a given name alone is rare outside royalty, so that the next word is mostly the rest of the name, also where
it is a common word or begins like a preposition (بلخروف). What stands behind it decides: the end of the subject.
"""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import CITY, COMPLEMENTISER, FUNCTION, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB, WordInfo
from dipcli.stages.document import Document

_NEVER: Final = (
    COMPLEMENTISER | P.negation | P.question | P.relative | P.auxiliary
    | P.qad | P.preposition | P.conjunction | P.pronoun | P.demonstrative | P.quantifier | P.time
    | P.adverb | P.theophoric_end | P.name_link | P.prepositional_pronoun
)  # fmt: skip
# Zipf 3.5: words that are hardly read; 4.2: words that a newspaper has every day; 4.8: words that it has in every other article.
_RARE: Final = 35
COMMON: Final = 42
_EVERYWHERE: Final = 48
_OFFICE: Final = 46  # السفير is 47
_MARKS: Final = frozenset('،,:;؛"«“”»(.')
_LONGEST: Final = 4  # words of a name


def is_family_name(doc: Document, i: int, j: int, last: int, *, trusted: bool) -> bool:
    """Does the name that begins at ``i`` go on with the word at ``j``, which no list has as a name of persons?

    ``trusted``: a title stands before the name.
    """
    if (
        j > i
        and j - i < _LONGEST
        and doc.words[j] in doc.lone_speakers
        and doc.infos[j - 1].flags & (GIVEN if doc.infos[j].kinds else PERSONAL | UNKNOWN)
    ):
        return True  # علي [المؤمن], where the text has وأضاف المؤمن أن …
    if _is_a_weekday_too(doc, i, j, last):
        return True
    sons = _names_fathers(doc, i, j)
    if j == i or (j - i > 2 and not sons) or not _wants_one(doc, i, j, trusted=trusted):
        return False
    info = doc.infos[j]
    if not _may_be(doc, info, j):
        return False
    end = _subject_ends(doc, j + 1, last)
    relative = info.definite and not info.prep and info.word.endswith("ي") and info.frequency < _EVERYWHERE
    if j - i == 2 and not _theophoric(doc, i, j - 1):
        return end == 2 and (relative or _before_a_verb(doc, info))
    if sons and info.definite and not info.prep and (relative or info.flags & UNKNOWN):
        return True  # قاسم بن قاسم [الحمران]، …
    if sons:
        return end > 0 and not info.prep and (relative or (info.frequency < COMMON and not info.flags & MASDAR))
    if info.prep:
        return not (info.prep == "ل" and info.definite) and _no_preposition(doc, info, end, trusted=trusted)
    told = trusted or (i > 0 and doc.infos[i - 1].reports) or bool(doc.infos[i].flags & UNKNOWN)
    if relative and trusted and info.frequency < COMMON and doc.match(j, j + 1, "tD") is None:
        return True  # أكد المهندس سالم [القرني] اكتمال …
    if relative or (info.frequency < COMMON and not info.flags & MASDAR and (info.definite or told)):
        return end > 0
    return end == 2 and (told or (info.definite and bool(info.flags & PERSONAL)))


def _is_a_weekday_too(doc: Document, i: int, j: int, last: int) -> bool:
    """أحمد [الخميس] أمين عام …, محمد [الخميس]، أن …: behind one given name alone; قال سالم العمري الخميس إن tells the day."""
    if j != i + 1 or doc.words[j] not in doc.lexicon.word_classes["weekdays_and_surnames"]:
        return False
    if j + 1 < last and doc.infos[j + 1].particle & COMPLEMENTISER and doc.match(i, j, "pq") is not None:
        return False  # وقال مرسي الخميس إن …: the day
    if doc.behind_a_name(doc.words[i]) < i:
        return False  # ميشال سليمان …. وأضاف سليمان الخميس أن …: his surname, and the day
    return bool(doc.infos[i].flags & GIVEN) and not doc.infos[i].definite and _subject_ends(doc, j + 1, last) > 0


def _no_preposition(doc: Document, info: WordInfo, end: int, *, trusted: bool) -> bool:
    """بلخروف, باسلوم: behind the first letter stands a rare word, or a verb."""
    if _before_a_verb(doc, info):
        return end > 0
    return doc.lexicon.entry_of(info.base[1:])[1] < _RARE and end >= (1 if trusted else 2)


def _before_a_verb(doc: Document, info: WordInfo) -> bool:
    """بيكون, بيدار: what looks like a preposition stands before a verb, which none governs."""
    flags = doc.lexicon.flags_of(info.base[1:])
    return info.prep in ("ب", "ك") and bool(flags & VERB) and not flags & (NOUN | MASDAR | PERSONAL | FUNCTION)


def _wants_one(doc: Document, i: int, j: int, *, trusted: bool) -> bool:
    """What stands so far is a given name and no whole name, and not of a king, prince or pope, who have no other."""
    before = doc.infos[i - 1] if i else None
    if before is not None and before.base in doc.lexicon.word_classes["one_named"]:
        return False
    first, known = doc.infos[i], doc.match(i, j, "p")
    if not trusted and first.word in doc.lexicon.word_classes["seldom_names"] and not (before and before.reports):
        return False
    if known is not None and known[0] == j:
        return False
    if (
        not trusted
        and first.flags & NOUN
        and not (before is not None and before.reports)
        and not _opens_report(doc, i, j)
    ):
        return False
    given = all(
        x.particle & P.name_link
        or (x.flags & (GIVEN | UNKNOWN) and not x.definite)
        or _theophoric(doc, i, k)
        or (k > i and doc.words[k - 1] in _SON_OF)  # منصور بن [جزاء]
        for k, x in enumerate(doc.infos[i:j], i)
    )
    return given and bool(first.flags & GIVEN)


def _opens_report(doc: Document, i: int, j: int) -> bool:
    """[سالم الحلبي] قال إن …: at the start of a sentence, with a verb that reports right behind."""
    start = i == 0 or not doc.words[i - 1][0].isalnum() or doc.line_at(i).first == i
    return start and j + 1 < len(doc.words) and doc.infos[j + 1].reports


def _theophoric(doc: Document, i: int, k: int) -> bool:
    """عبد [الرحمن]: one given name."""
    return k > i and doc.words[k - 1] == "عبد" and bool(doc.infos[k].particle & P.theophoric_end)


def _names_fathers(doc: Document, i: int, j: int) -> bool:
    """ماجد بن عادل: the last word so far is a father's name."""
    return j - i in (3, 5) and all(w in _SON_OF for w in doc.words[i + 1 : j : 2])


_SON_OF: Final = frozenset({"بن", "ابن", "بنت"})


def _may_be(doc: Document, info: WordInfo, j: int) -> bool:
    word = info.word
    if not word[0].isalpha() or word.isascii() or len(word) < 2 or info.particle & _NEVER:
        return False
    if info.conj and not (word[0] == "ف" and doc.infos[j - 1].flags & UNKNOWN):
        return False  # غونار فيسلاند: in a foreign name ف is a letter
    if info.flags & FUNCTION or info.future or info.contacts or _is_office(doc, j) or doc.match(j, j + 1, "CKc"):
        return False
    if info.base in doc.lexicon.word_classes["speech"] or (info.flags & CITY and not info.flags & PERSONAL):
        return False
    if info.cues and (not info.flags & PERSONAL or info.reports):
        return False
    if info.flags & VERB and not info.flags & (NOUN | PERSONAL) and not (info.definite or info.prep or info.conj):
        return False
    if (info.definite or info.prep == "ل") and word.endswith(("ات", "ون", "ين")):
        return False
    if word.endswith("ا") and doc.lexicon.flags_of(word[:-1]) & (NOUN | MASDAR):
        return False  # خططا: an accusative
    if doc.raw(j).endswith("ية") and not info.definite and info.frequency >= COMMON and not info.flags & PERSONAL:
        return False  # صبغة تاريخية
    return not (word.endswith(("ه", "ها", "هم")) and doc.raw(j)[-1] in "هام") and not _with_tanwin(doc, j)


def _is_office(doc: Document, j: int) -> bool:
    """A title of its own (محمد [الرئيس], محمد [مدير]); a rarer one with the article is a family name too (الوكيل, المختار)."""
    match = doc.match(j, min(j + 6, len(doc.words)), "t")
    if match is None or match[1]:
        return False
    return (
        match[0] - j > 1
        or not (doc.infos[j].definite or doc.infos[j].flags & PERSONAL)
        or doc.infos[j].frequency > _OFFICE
    )


def _with_tanwin(doc: Document, j: int) -> bool:
    raw = doc.raw(j)
    return "ً" in raw or "ٌ" in raw or "ٍ" in raw


def _subject_ends(doc: Document, j: int, last: int, more: int = 2) -> int:
    """2: a complementiser, a mark, the end or a title; 1: a preposition, with which a predicate may begin too, or و; else 0."""
    if j >= last:
        return 2
    info = doc.infos[j]
    if info.particle & COMPLEMENTISER or info.word[0] in _MARKS or info.reports or info.word == "ل":
        return 2
    if info.conj and info.particle & P.pronoun:
        return 2  # شوقي بك وهو …
    if doc.match(j, last, "t") is not None and not info.prep:
        return 2
    if (
        more
        and info.flags & (PERSONAL | UNKNOWN)
        and not (info.definite or info.prep or info.conj or info.particle & _NEVER or info.reports)
    ):
        return 2 if _subject_ends(doc, j + 1, last, more - 1) else 0  # غريغور هولبيك [ستيغل]، …
    if info.word.endswith("ا") and doc.lexicon.flags_of(info.word[:-1]) & (NOUN | MASDAR):
        return 1  # وجه الوزير سالم الحلبي [تحذيرا]
    if info.particle & (P.preposition | P.time | P.relative) or info.prep in ("ل", "ب") or info.conj_sure:
        return 1
    return 0
