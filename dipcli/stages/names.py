"""Where a person's name begins and ends."""

import re
from functools import cache
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import (
    CITY,
    COMPLEMENTISER,  # fmt: skip
    GIVEN,
    LISTED,
    MASDAR,
    MASKS,
    NOUN,
    PERSONAL,
    SURNAME,
    UNKNOWN,
    VERB,
    WordInfo,
)
from dipcli.stages.document import Document
from dipcli.stages.family_names import COMMON, is_family_name
from dipcli.text.marks import COMMAS

LONGEST_NAME: Final = 8
# words of a name that is told by its place alone
_SHORTEST_SLOT: Final = 2
_LONGEST_SLOT: Final = 4
_TITLE: Final = 5  # words of a title, behind its verb
_MADDA: Final = "\u0622"
_SHORT_SURNAME: Final = 4  # شي, لي, كيم: the first word of a name
_LINK: Final = P.name_link
_OPENS: Final = P.name_opens
_NATIONALITY: Final = MASKS["D"]
_TITLES: Final = MASKS["t"]
_OTHERWISE: Final = MASKS["tDdhCK"]
_DASHES: Final = frozenset("-‐‑–")
_PLURAL_VERB: Final = "س?[يت].{3,}وا|س[يت].{3,}ونه[ام]?"
_DUAL_IMPERFECT: Final = "س?[يت](.{3,}?)(?:ان|ون|ن)"
_VERB_AND_OBJECT: Final = "س[يتن].{3,}(?:ها|هم|هما|ه|نا)"
_PLURAL_ADJECTIVE: Final = ("يات", "تان", "تين", "يين", "يون")


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    """Compiled when the first word asks for it: a start should not pay for it."""
    return re.compile(pattern)


def is_stop(doc: Document, i: int) -> bool:
    """A word that no name holds: a particle, a function word (على is one unless it is spelled علي)."""
    info = doc.infos[i]
    if info.word == "علي":
        return not doc.raw(i).endswith("ي")
    if info.word == "مني":
        return not doc.raw(i).endswith("ى")  # منى, a name
    return info.stops or (info.word == "لي" and is_to_me(doc, i))


def has_article(doc: Document, i: int) -> bool:
    """ال is the article unless it is written with a hamza (ألتماير, إلياس)."""
    info = doc.infos[i]
    return info.definite and not (info.word.startswith("ال") and doc.raw(i)[0] in "أإآ")


def name_end(doc: Document, i: int, last: int, *, trusted: bool) -> int:
    """End of the personal name that starts at token ``i``; ``i`` when none does.

    ``trusted``: a title, rank or nationality stands right before, so that even a common word may be the name.
    """
    slot = subject_slot_end(doc, i, last) if trusted else i
    known = doc.match(i, last, "p")
    # أعرب الملك [للشيخ محمد …]: a name under a preposition is somebody else's.
    j = known[0] if known and known[1] == 0 and not doc.infos[i].prep else i
    while j < last and j - i < LONGEST_NAME:
        step = _name_token(doc, i, j, last, trusted)
        if not step:
            break
        j += step
    return max(_trim(doc, i, j), slot)


def is_to_me(doc: Document, i: int) -> bool:
    """قال [لي] صديقي: to whom, and no name, before a noun that is the writer's own."""
    if not 0 < i < len(doc.words) - 1 or doc.infos[i].word not in doc.lexicon.word_classes["to_me"]:
        return False
    mine, own = doc.raw(i + 1), doc.infos[i + 1]
    noun = own.word[:-2] + "ه" if own.word.endswith("تي") else own.word[:-1]
    owned = mine.endswith("ي") and not own.definite and bool(doc.lexicon.info(noun).flags & (NOUN | MASDAR))
    return owned and doc.infos[i - 1].reports


def subject_slot_end(doc: Document, i: int, last: int) -> int:
    """أكد المبعوث الأممي [كوفي أنان] أن …: behind a verb of saying and a title that its article closes, words without the
    article up to the end of the subject can only be the name, whatever else they are elsewhere; ``i`` where it is not so.
    """
    if i == 0 or not (doc.infos[i - 1].definite or doc.match(i - 1, i, "C")) or not _asks_for_a_subject(doc, i):
        return i
    if i > 1 and doc.infos[i - 1].base in doc.lexicon.word_classes["one_named"] and not doc.infos[i - 2].reports:
        return i  # مدير مستشفى الملك [فهد] سالم …: whose name the hospital bears
    j, noun = i, False
    while j < last and j - i < _LONGEST_SLOT and is_bare_name_word(doc, j):
        noun = noun or bool(doc.infos[j].flags & (NOUN | MASDAR) and not doc.infos[j].flags & PERSONAL)
        j += 1
    if i < j < last and _closes_a_name(doc, i, j, last):
        j += 1
    if j >= last:
        return i
    info = doc.infos[j]
    clause = bool(info.particle & COMPLEMENTISER) or info.word == ":" or _behind_comma(doc, j, last)
    if j - i < _SHORTEST_SLOT:
        return j if clause and j > i and _wants_a_name(doc, i - 1) else i
    return j if clause or (not noun and (info.prep or info.particle & P.preposition)) else i


def _closes_a_name(doc: Document, i: int, j: int, last: int) -> bool:
    """شار [الشهري], أليس [النجار]: a family name with the article behind the words at ``i``."""
    info = doc.infos[j]
    if not info.definite or info.prep or doc.match(j, j + 1, "t") is not None:
        return False
    return bool(info.flags & PERSONAL) or is_family_name(doc, i, j, last, trusted=True)


def _wants_a_name(doc: Document, i: int) -> bool:
    """وقال اللورد [هول] إن …, وكشف المهندس [قدح] أن …: a rank or the like, which alone is nobody."""
    return doc.match(i, i + 1, "h") is not None


def _behind_comma(doc: Document, j: int, last: int) -> bool:
    """عبرت السفيرة أليس سمعان[، سفيرة] …, محمد الرشيدي[، أن] …: a comma, and the clause or a title of the one named."""
    if doc.words[j] not in COMMAS or j + 2 >= last:
        return False
    return bool(doc.infos[j + 1].particle & COMPLEMENTISER) or doc.match(j + 1, last, "t") is not None


def _asks_for_a_subject(doc: Document, i: int) -> bool:
    """A verb of saying that has no other object than what is said stands a title's length before."""
    rules = doc.lexicon.cue_rules
    for k in range(i - 1, max(i - _TITLE, 0) - 1, -1):
        info = doc.infos[k]
        if not info.word[0].isalnum():
            return False
        if info.reports:
            return all("object" not in rules[c.rule].addressee for c in info.cues)
    return False


def is_bare_name_word(doc: Document, j: int) -> bool:
    """Neither article nor conjunction, preposition or particle; no verb of saying, title, listed name or accusative."""
    info = doc.infos[j]
    governed = (
        info.prep and not info.flags & PERSONAL and doc.lexicon.flags_of(info.word[len(info.prep) :]) & ~VERB
    )  # لوريتا, بيكون, where no verb can stand; not لندوة
    if not info.word[0].isalpha() or info.definite or governed or info.conj or info.particle:
        return False
    classes = doc.lexicon.word_classes
    if is_deed(doc, j) or is_superlative(doc, j):
        return False
    if (
        (info.cues and not info.flags & PERSONAL)
        or info.base in classes["never_names"]
        or info.base in classes["speech"]
    ):
        return False
    if (info.flags & MASDAR and not info.flags & PERSONAL) or _of_somebody(doc, info) or is_expressed_by_one(doc, j):
        return False  # أكد الوزير فهمي [أهمية] أن …, اختتم الملك سلمان [كلمته] بأن …
    accusative = info.word.endswith("ا") and info.flags & (NOUN | MASDAR) and not info.flags & PERSONAL
    return not (accusative or doc.raw(j).endswith(("ً", "اً")) or doc.match(j, j + 1, "tCKc") is not None)


def _name_token(doc: Document, i: int, j: int, last: int, trusted: bool) -> int:
    """How many tokens the name goes on by at ``j`` (0: it ends)."""
    info = doc.infos[j]
    word = info.word
    if not word[0].isalnum():
        return _joint(doc, i, j, last)
    if j > i and word in doc.lexicon.word_classes["having_what"] and _has_or_is(doc, j, last):
        return 0
    if word in doc.lexicon.word_classes["who_is"] or (j > i and word in doc.lexicon.word_classes["own_words"]):
        return 0  # معتوق [وهو] رئيس المركز, عن محامية رضائيان [قولها]
    if info.reports and j > i and not doc.infos[j - 1].particle & _OPENS and _reports_itself(doc, i, j, last):
        return 0
    if j + 1 < last and (_prayer_begins(doc, j) or (j == i and _rules_a_state(doc, j, last))):
        return 0
    before = doc.infos[j - 1] if j > i else None
    if before is not None and before.word == "رب" and j > i + 1 and doc.words[j - 2] == "عبد" and info.definite:
        return 1  # عبد رب [النبي], عبد رب [الرسول]
    if j == i + 1 and info.definite and not info.flags & PERSONAL and _is_short_here(doc, i):
        return 0
    if before is not None and before.particle & _OPENS and not (is_stop(doc, j) and doc.raw(j - 1)[0] == _MADDA):
        return 0 if info.conj and not info.flags & PERSONAL else 1
    if info.base in doc.lexicon.word_classes["never_names"] or (
        j == i and info.reports and _takes_object(doc, j, last)
    ):
        return 0
    if j > i + 1 and before is not None and before.word in doc.lone_speakers and not info.flags & (PERSONAL | UNKNOWN):
        return 0  # زار سالم المؤمن [مصنع] …, where the text has وأضاف المؤمن أن …
    if j > i and info.contacts and info.flags & MASDAR and _holds_one(doc, i):
        return 0  # عقد الوزير سامر النجار [لقاء] مع …
    if j > i + 1 and info.kinds and _office_of_several_words(doc, j, last):
        return 0  # كمال العلمي [أمين مجلس الأمن]
    if j > i and (is_family_name(doc, i, j, last, trusted=trusted) or _title_as_surname(doc, j, last, trusted=trusted)):
        return 1
    surname = info.prep in ("ب", "ك") and before is not None and before.flags & GIVEN
    surname = surname and info.flags & PERSONAL and not doc.lexicon.flags_of(word[1:]) & (NOUN | MASDAR)
    joins = info.conj and not (word[0] == "ف" and before is not None and _spells_a_name(doc, info))
    if (info.prep and not surname) or (joins and (info.conj_sure or not trusted)):
        return 0  # but جوزيف [بلاتر], a surname that begins like بـ
    if j > i + 1 and word[0] == "ب" and (at := doc.match(j, last, "cK")) is not None and at[1] == 1:
        return 0  # سالم العمري [برام الله]: where
    apart = info.flags & UNKNOWN if word[0] == "ب" and j > i + 1 else word[0] == "و"
    if apart and not info.flags & PERSONAL and before is not None and before.definite:
        return 0  # سالم الدوخي [ونقتطف] …, أشاد فهد المفرج [بانضباطية] اللاعبين
    if j > i and is_superlative(doc, j):
        return 0
    if word in doc.lexicon.word_classes["ordinals"] and j + 1 < last:
        if doc.words[j + 1] in doc.lexicon.word_classes["superlatives"]:
            return 0  # على سلامة [ثاني أكبر] مصرف
    if word == "عز" and j + 1 < last and doc.words[j + 1] == "وجل":
        return 0  # المولى عز وجل
    if doc.words[j] in doc.lexicon.word_classes["initials"] and j > i and _pointed(doc, j, last):
        return 1
    if trusted and j > i and word in doc.lexicon.word_classes["nobiliary"] and _between_foreign(doc, j, last):
        return 1
    if is_stop(doc, j):
        return 1 if trusted and (_syllable(doc, j, last) if j == i else _last_syllable(doc, i, j, last)) else 0
    if info.particle & P.theophoric_end:
        # سيف الدين, خليل الله: the second half of a name, never its first word.
        return 1 if before is not None and before.flags & PERSONAL else 0
    doubled = before is not None and before.word == word
    if doubled and j == i + 1 and j + 1 < last and doc.infos[j + 1].particle & _LINK and info.flags & GIVEN:
        return 1  # محمد [محمد] بن سالم
    if before is not None and (doubled or (not trusted and _of_another(doc, i, j))):
        return 0
    if not trusted and not info.particle and _with_tanwin(doc, j):
        return 0
    if word[-1].isdigit() or (word.isascii() and not trusted):
        return 0
    if info.particle & _LINK:
        if j > i and j + 1 < last and doc.words[j + 1] in doc.lexicon.word_classes["kin_of"]:
            return 0  # سالم العمري [ابن عم] القتيل
        return 1 if (j + 1 < last and not is_stop(doc, j + 1) and doc.words[j + 1][0].isalpha()) or j > i else 0
    if info.base in doc.lexicon.word_classes["accusatives"] or (
        j > i and _behind_the_known(doc, info, i, j, trusted=trusted)
    ):
        return 0
    if (info.verbal and not _spelled_as_a_name(doc, j)) or (j > i and is_deed(doc, j)):
        return 0
    if j > i and info.kinds and _office_of_several_words(doc, j, last):
        return 0  # محمد بن راشد [ولي العهد]
    if len(word) == 1 and word.isalpha():
        return 1
    return _common_or_name(doc, info, i, j, last, trusted)


def _has_or_is(doc: Document, j: int, last: int) -> bool:
    """أحمد الحسن [ذو] التسع سنوات, اللاعب [البالغ] من العمر …; not علي ذو الفقار."""
    after = doc.words[j + 1] if j + 1 < last else ""
    if doc.infos[j].definite:
        return after == "من" or after.isdigit()
    return after not in doc.lexicon.word_classes["names_with_having"]


def _title_as_surname(doc: Document, j: int, last: int, *, trusted: bool) -> bool:
    """إبراهيم [السلطان], حسن [الراهب]: behind a given name, where nothing that a title has follows."""
    info, before = doc.infos[j], doc.infos[j - 1]
    if info.base not in doc.lexicon.word_classes["titles_and_surnames"] or info.conj or info.prep:
        return False
    if not before.flags & GIVEN or before.definite or (before.flags & NOUN and not trusted):
        return False
    after = doc.infos[j + 1] if j + 1 < last else None
    return after is None or not (after.definite or after.flags & (PERSONAL | UNKNOWN)) or after.conj or bool(after.cues)


def _prayer_begins(doc: Document, j: int) -> bool:
    """الملك عبدالعزيز [طيب] الله ثراه, قال سالم العمري [الحمد] لله …"""
    classes = doc.lexicon.word_classes
    praises = doc.words[j] in classes["praises"] and doc.words[j + 1] in classes["praised"]
    return praises or (doc.words[j + 1] == "الله" and doc.words[j] in classes["prayers"])


def _rules_a_state(doc: Document, j: int, last: int) -> bool:
    """التقى الوزير الكيني [أمير] دولة قطر: a title over a state, though people are called so."""
    if not doc.infos[j].kinds & _TITLES or doc.infos[j].definite:
        return False
    return doc.words[j + 1] in doc.lexicon.word_classes["states"] or doc.match(j + 1, last, "C") is not None


def is_superlative(doc: Document, j: int) -> bool:
    """بن كاردين [أكبر] عضو في اللجنة: before a noun without the article; not علي [أكبر] صالحي."""
    if doc.words[j] not in doc.lexicon.word_classes["superlatives"] or j + 1 >= len(doc.words):
        return False
    after = doc.infos[j + 1]
    return bool(after.flags & NOUN) and not (after.flags & PERSONAL or after.definite)


def is_deed(doc: Document, j: int) -> bool:
    """لافروف [سيلتقي], بايدن وأردوغان [يلتقيان], كيري [يستبق] …: a verb of a contact, of the future or in the shape of no name."""
    info = doc.infos[j]
    if info.flags & PERSONAL or info.definite:
        return False
    if (info.future and info.base[1] in "يت") or any(c[0] == "v" for c in info.contacts):
        return True  # سنجاري, ساريت are names
    return bool(info.flags & UNKNOWN or not info.flags) and doc.lexicon.verb_shape.fullmatch(info.word) is not None


def _holds_one(doc: Document, i: int) -> bool:
    """A verb of holding a meeting stands a title's length before the name."""
    before = doc.infos[max(0, i - _TITLE) : i]
    return any(c[0] == "v" for info in before for c in info.contacts)


def _between_foreign(doc: Document, j: int, last: int) -> bool:
    """سفين [كون] فون بورغ: behind a name, before a word that no list has."""
    named = bool(doc.infos[j - 1].flags & (PERSONAL | UNKNOWN))
    return named and j + 1 < last and bool(doc.infos[j + 1].flags & UNKNOWN) and not doc.infos[j + 1].definite


def _takes_object(doc: Document, j: int, last: int) -> bool:
    """وزير المالية [طالب] السفير ب…: a verb that is a given name too, before a noun with the article that is no name."""
    after = doc.infos[j + 1] if j + 1 < last else None
    return after is not None and after.definite and not after.flags & PERSONAL and bool(after.flags & NOUN)


def _spelled_as_a_name(doc: Document, j: int) -> bool:
    """يحيى, and not يحيي."""
    return doc.words[j] in doc.lexicon.word_classes["verbs_and_names"] and doc.raw(j).endswith("ى")


def _of_another(doc: Document, i: int, j: int) -> bool:
    """وسمى أوباما [لورا] …: behind the surname of somebody known, which is no given name, another given name begins."""
    one, other = doc.infos[i], doc.infos[j]
    if j - i > 1 or one.flags & GIVEN or not other.flags & GIVEN or other.flags & SURNAME:
        return False
    short = doc.match(i, j, "q")
    return short is not None and short[1] == 0


def _with_tanwin(doc: Document, j: int) -> bool:
    """جيل [معتزٌ]: a word with its case ending."""
    return doc.raw(j).endswith(("ٌ", "ٍ"))


def _reports_itself(doc: Document, i: int, j: int, last: int) -> bool:
    """إن الوزيرة هناء الدقاق [ترى] أن …: a verb right before what it says, where no verb before the name asks for a subject.

    Behind a surname with the article also before a preposition (سالم العمري [طالب] بالإصلاح).
    """
    after = doc.infos[j + 1] if j + 1 < last else None
    if after is None:
        return False
    governs = j > i + 1 and doc.infos[j - 1].definite and (after.prep or after.particle & P.preposition)
    if not governs and not after.particle & COMPLEMENTISER:
        return False
    for k in range(i - 1, max(0, i - _TITLE) - 1, -1):
        if doc.infos[k].particle & COMPLEMENTISER:
            return True  # وختمت الصحيفة بأن هناء الدقاق [ترى] أن …
        if doc.infos[k].reports:
            return False
    return True


def _syllable(doc: Document, j: int, last: int) -> bool:
    """النائب [ها] تاي, الوزير [لو] جيوي: a first syllable that is spelled like a particle, before a word that no list has."""
    if j + 1 >= last or doc.words[j] not in doc.lexicon.word_classes["syllables"]:
        return False
    after = doc.infos[j + 1]
    return bool(after.flags & UNKNOWN) and not after.definite and not after.prep and not is_stop(doc, j + 1)


def _last_syllable(doc: Document, i: int, j: int, last: int) -> bool:
    """الوزير جاك [لو] إن: a surname that is spelled like a particle, behind one foreign given name and before the subject's end."""
    given = doc.infos[i].flags & GIVEN and doc.infos[i].flags & UNKNOWN
    return bool(j - i == 1 and given and doc.words[j] in doc.lexicon.word_classes["syllables"]) and _ends_subject(
        doc, j + 1, last
    )


def _behind_the_known(doc: Document, info: WordInfo, i: int, j: int, *, trusted: bool) -> bool:
    """الرئيس فلاديمير بوتين [دان] …, ميركل [المشتركة]: after a whole known name, what is no word of names is none of this one."""
    known = doc.match(i, j, "p")
    if info.flags & PERSONAL and not info.reports:  # هنأ الرئيس هو جين تاو [كير]: the surname of somebody else
        whole = known is not None and known[0] == j and known[1] == 0 and not _given(doc, j - 1)
        common = info.flags & (NOUN | MASDAR) and info.frequency >= COMMON  # الرئيس جو بايدن [عودة] إلى …
        return whole and (bool(common) or _surname_elsewhere(doc, j))
    if known is not None and known[0] == j:
        return info.reports or (j - i > 1 and known[1] == 0 and not _given(doc, j - 1))
    if not trusted or j - i > 1 or info.reports or doc.infos[i].flags & GIVEN or len(doc.words[i]) < _SHORT_SURNAME:
        return False
    if not info.flags & (NOUN | VERB | MASDAR):
        return False
    return doc.match(i, j, "q") is not None


def _surname_elsewhere(doc: Document, j: int) -> bool:
    """Does the text have the word at ``j`` behind another given name?"""
    word, before = doc.words[j], doc.words[j - 1]
    return any(
        w == word and k and k != j and doc.words[k - 1] != before and doc.infos[k - 1].flags & GIVEN
        for k, w in enumerate(doc.words)
    )


def _given(doc: Document, j: int) -> bool:
    """A given name, behind which a family name may follow: سالم, عبد [العزيز]."""
    return bool(doc.infos[j].flags & GIVEN or doc.infos[j].particle & P.theophoric_end)


def _office_of_several_words(doc: Document, j: int, last: int) -> bool:
    match = doc.match(j, last, "t")
    return match is not None and match[0] - j > 1 and match[1] == 0


def _common_or_name(doc: Document, info: WordInfo, i: int, j: int, last: int, trusted: bool) -> int:
    flags = info.flags
    first = j == i
    if first and not trusted and info.word in doc.lexicon.word_classes["titles_and_names"]:
        return 1
    if not first and info.word in doc.lexicon.word_classes["sheikhs"] and _sheikh_in_name(doc, i, j, last):
        return 1
    titles = (
        not (first and trusted and flags & PERSONAL) and _named_otherwise(info) and not (word_is(doc, j, "رييس", "ئ"))
    )
    if has_article(doc, j):
        expressed = not flags & PERSONAL and info.core in doc.lexicon.word_classes["speech"]  # نقل للشيخ فلان [التعازي]
        if titles or expressed or (not flags & PERSONAL and _tells_of_it(doc, j, last)):
            return 0
        if flags & (NOUN | MASDAR) and not flags & PERSONAL:
            # عمير, مجالي …: a rarer noun with the article after a given name is a family name.
            before = doc.infos[j - 1]
            theophoric = j - i > 1 and bool(doc.infos[j - 2].particle & _OPENS)  # عبد اللطيف [المكي]
            given = not first and (theophoric or (bool(before.flags & GIVEN) and not before.definite))
            given = given or (trusted and j - i == 1 and bool(before.flags & UNKNOWN) and info.word.endswith("ي"))
            if given and (
                _one_named(doc, i) or (j - i > 1 and doc.raw(j).endswith("ة") and not _ends_subject(doc, j + 1, last))
            ):
                return 0  # الملك سلمان [الداعمة] لمصر
            return 1 if given and info.frequency < COMMON and not flags & MASDAR else 0
        if not flags & PERSONAL and info.word.endswith(_PLURAL_ADJECTIVE):
            return 0  # بشكل صارم [المرجعيات] …
        return 1 if (flags & (PERSONAL | UNKNOWN) or not flags) and (not first or trusted) else 0
    if flags & PERSONAL:
        return 0 if titles else 1
    if titles:
        return 0
    if flags & UNKNOWN or (not flags & LISTED and not flags & (NOUN | VERB | MASDAR)):
        if _plural(doc, j, last, first) or _inflected(doc, i, j):
            return 0
        return 0 if _masdar_in_construct(doc, info, j, last) else 1
    if flags & CITY:
        return 1 if trusted or not first else 0
    rare_enough = not flags & MASDAR or info.frequency < COMMON
    expressed = info.base in doc.lexicon.word_classes["speech"]  # أكد شكري [ضرورة] أن …
    if not first and (_of_somebody(doc, info) or is_expressed_by_one(doc, j)):
        return 0
    if not first and flags & NOUN and rare_enough and not expressed and j - i <= 6 and _ends_subject(doc, j + 1, last):
        return 1
    # A common word is a name only right after a title, and only with more of the name behind it.
    if not trusted or not first or flags & MASDAR or word_ends_like_a_dual(info.word) or _heads_a_phrase(doc, info):
        return 0
    after = doc.infos[j + 1] if j + 1 < last else None
    if doc.match(j, j + 1, "cK") is not None:
        return 0  # مدير المؤسسة [بعدن] نجيب …
    if after is not None and doc.match(j + 1, last, "p") is not None:
        return 0  # وزير خارجية [نظام] فلان: what is over or around the one named
    return (
        1
        if after is not None
        and after.word[0].isalpha()
        and bool(after.flags & (PERSONAL | UNKNOWN))
        and not after.conj
        and not after.prep
        and not is_stop(doc, j + 1)
        else 0
    )


def _sheikh_in_name(doc: Document, i: int, j: int, last: int) -> bool:
    """سليمان [الشيخ] حمدي إن, سالم [الشيخ] أن: behind one given name, with a surname or the end of the subject behind it."""
    one = j - i == 1 or (j - i == 2 and bool(doc.infos[i].particle & _OPENS))  # عبد الرؤوف [الشريف]
    if not one or not doc.infos[i].flags & GIVEN or doc.infos[i].definite or j + 1 >= last:
        return False
    after = doc.infos[j + 1]
    named = after.flags & (PERSONAL | UNKNOWN) and not (after.definite or after.conj or after.prep or after.cues)
    return bool(named and _ends_subject(doc, j + 2, last)) or _ends_subject(doc, j + 1, last)


def _is_short_here(doc: Document, i: int) -> bool:
    """جهود الرئيس شي [المضنية], where the text has شي جين بينغ: what the known person's name at ``i`` is here is one word."""
    short = doc.match(i, i + 1, "q")
    if short is None or short[1]:
        return False
    ids = {name.value for name in short[2]}
    for k, word in enumerate(doc.words):
        if word == doc.words[i] and (whole := doc.match(k, len(doc.words), "p")) is not None and whole[0] - k > 1:
            if not ids.isdisjoint(name.value for name in whole[2]):
                return True
    return False


def _tells_of_it(doc: Document, j: int, last: int) -> bool:
    """فلان [المنتمي] لجماعة …: a participle with the article and the preposition that it governs."""
    after = doc.infos[j + 1] if j + 1 < last else None
    governed = after is not None and (after.prep in ("ل", "ب") or bool(after.particle & P.preposition))
    return governed and doc.infos[j].base.startswith(("المن", "المت", "المست", "المو")) and len(doc.words[j]) > 5


def _heads_a_phrase(doc: Document, info: WordInfo) -> bool:
    """زار نائب الرئيس [منطقة] …, التقى الوزير [زعماء] …: nouns of places, bodies and people with what they are of."""
    classes = doc.lexicon.word_classes
    return any(info.base in classes[c] for c in ("place_heads", "body_heads", "peoples", "named_after"))


def _one_named(doc: Document, i: int) -> bool:
    """الملك, الأمير: the title before the name at ``i`` has a given name alone behind it."""
    return i > 0 and doc.infos[i - 1].base in doc.lexicon.word_classes["one_named"]


def _masdar_in_construct(doc: Document, info: WordInfo, j: int, last: int) -> bool:
    """بحث الوزير تمتين العلاقات: a word shaped like a masdar before a definite noun is no name."""
    after = doc.infos[j + 1] if j + 1 < last else None
    return (
        after is not None
        and after.definite
        and not after.conj
        and bool(after.flags & NOUN)
        and not after.kinds
        and doc.lexicon.masdar_shape.fullmatch(info.word) is not None
    )


def _spells_a_name(doc: Document, info: WordInfo) -> bool:
    """كارلوس [فيانا], كوبر [فاسر]: ف before what is itself a name, or no verb, joins no clause."""
    flags = doc.lexicon.flags_of(info.base)
    return bool(flags & PERSONAL or flags & NOUN or not flags & VERB) and not info.reports and not info.particle


def may_be_plain(doc: Document, k: int) -> bool:
    """A word that may be one of a name which no list has: nothing attached, no verb, no particle, no title, no accusative."""
    info = doc.infos[k]
    if not info.word[0].isalpha() or info.cues or info.contacts or is_stop(doc, k):
        return False
    if info.conj and not info.conj_sure and info.word.startswith("ف") and info.flags & PERSONAL:
        return True  # غودالوبي [فالينسيا], which begins like a conjunction and the article
    if (info.prep or info.conj) and (info.conj_sure or info.definite or not k or not doc.infos[k - 1].flags & UNKNOWN):
        return False  # هولدن برايد, جوش وايت: in a foreign name ب and و are letters
    if info.verbal and doc.match(k, k + 1, "q") is None:
        return False
    if info.base in doc.lexicon.word_classes["never_names"] or doc.match(k, k + 1, "tdDCKu"):
        return False
    return not (info.word.endswith("ا") and doc.lexicon.flags_of(info.word[:-1]) & (NOUN | MASDAR))


def is_expressed_by_one(doc: Document, j: int) -> bool:
    """قدم السلطان [تعازيه], تختم العمة [حديثها]: words, with whose they are; nothing that an office is over, and no name."""
    raw = doc.raw(j)
    pronoun = next((p for p in ("هما", "ها", "هم", "ه") if raw.endswith(p)), "")
    stem = doc.words[j].removesuffix(pronoun) if pronoun else ""
    if len(stem) < 3:
        return False
    said = doc.lexicon.word_classes["speech"] | doc.lexicon.word_classes["told_in"]
    return stem in said or (stem.endswith("ت") and stem[:-1] + "ه" in said)


def _of_somebody(doc: Document, info: WordInfo) -> bool:
    """بدأ الملك سلمان [كلمته], أنهى الوزير [زيارتها]: a noun in ة with whose it is."""
    for pronoun in ("ه", "ها", "هم"):
        stem = info.word.removesuffix(pronoun)
        if stem != info.word and len(stem) > 3 and stem.endswith("ت"):
            return bool(doc.lexicon.flags_of(stem[:-1] + "ه") & NOUN)
    return False


def _inflected(doc: Document, i: int, j: int) -> bool:
    """لمخاطبته, خافياً, يشهدان, وأطلعه: a preposition and a pronoun around the word, tanwin, a dual or linked verb."""
    raw, word = doc.raw(j), doc.words[j]
    if raw.endswith(("اً", "ًا", "ٌ", "ٍ", "هما")) or _dual_verb(doc, word) or _shape(_VERB_AND_OBJECT).fullmatch(word):
        return True
    if word.startswith("واست"):
        return True  # واستذكرت
    if raw.endswith("ية") and not doc.infos[j].definite and j == i:
        return True  # تراتبية: a relative adjective
    if raw.endswith(("ته", "تها", "تهم")) and doc.lexicon.flags_of(_without_object(word)[:-1] + "ه") & NOUN:
        return True  # حفيدته
    if word[0] in "وف" and raw.endswith(("ه", "ها", "هم")):
        stem = _without_object(word[1:])
        stem = stem[:-1] + "ه" if stem.endswith("ت") else stem
        return bool(doc.lexicon.flags_of(stem) & (VERB | NOUN))  # وأطلعه, وزمرته
    return len(raw) > 5 and raw[0] in "لبك" and raw.endswith(("ه", "ها", "هم")) and doc.words[j][1] != "ا"


def _dual_verb(doc: Document, word: str) -> bool:
    """[ي]شهد[ان], س[ت]واجه[ان], [ي]لعب[ن], أجري[ا]: two or more who do or did it."""
    if _shape(_PLURAL_VERB).fullmatch(word):
        return True  # يقاضوا, سيعدمونه
    if word.endswith("وا") and doc.lexicon.flags_of(word[1:-2] if word[0] == "و" else word[:-2]) & VERB:
        return True  # أحدثوا
    shape = _shape(_DUAL_IMPERFECT).fullmatch(word)
    if shape is not None:
        return bool(doc.lexicon.flags_of(shape[1]) & VERB)
    flags = doc.lexicon.flags_of(word[:-1]) if word[-1] == "ا" and len(word) > _SHORT_SURNAME else 0
    return bool(flags & VERB) and not flags & (PERSONAL | NOUN)


def _without_object(word: str) -> str:
    return next((word[: -len(p)] for p in ("ها", "هم", "ه") if word.endswith(p)), word)


def _plural(doc: Document, j: int, last: int, first: bool) -> bool:
    """متمركزين, اتصالين هاتفيين: a plural or dual that a participle or an adjective of the same ending gives away."""
    word = doc.infos[j].word
    if not word_ends_like_a_dual(word):
        return False
    if word[0] == "م" and j and doc.infos[j - 1].definite and word.endswith(("ين", "ون")):
        return True  # عين سالم الجبيري [منسقين]
    after = doc.words[j + 1] if j + 1 < last else ""
    return (first and word[0] == "م") or (word_ends_like_a_dual(after) and after[-2:] == word[-2:])


def word_is(doc: Document, j: int, folded: str, letter: str) -> bool:
    """The folded spelling stands for a word with ``letter``, but the article does not write it so (رييس is no رئيس)."""
    return doc.infos[j].base == folded and letter not in doc.raw(j) and letter == "ئ"


def _named_otherwise(info: WordInfo) -> bool:
    """The word is a title, a nationality or a country by itself."""
    return any(not skip and start.kinds_alone & _OTHERWISE for skip, start in info.starts)


def _ends_subject(doc: Document, j: int, last: int) -> bool:
    """What stands at ``j`` ends a subject for sure: a complementiser, a comma, a quotation, the end."""
    if j >= last:
        return True
    info = doc.infos[j]
    return bool(info.particle & COMPLEMENTISER) or info.word in '،,"«“:'


def word_ends_like_a_dual(word: str) -> bool:
    """Dual and sound plural endings: no names of persons."""
    return word.endswith(("ين", "ان", "ون", "ات")) and len(word) > 5


def _joint(doc: Document, i: int, j: int, last: int) -> int:
    """A hyphen glued on both sides, or the point of an initial, goes on with the name."""
    if j == i or j + 1 >= last:
        return 0
    if doc.words[j] in _DASHES and doc.glued(j) and doc.glued(j + 1) and doc.words[j + 1][0].isalpha():
        return 2
    initial = len(doc.words[j - 1]) == 1 or doc.words[j - 1] in doc.lexicon.word_classes["initials"]
    if doc.words[j] == "." and initial and doc.glued(j) and doc.words[j + 1][0].isalpha():
        return 1
    if doc.words[j] in _DASHES and _spaced_in_name(doc, i, j):
        return 2
    if doc.words[j] in "'’" and doc.glued(j) and doc.glued(j + 1) and doc.words[j + 1][0].isalpha():
        return 2
    return 0


def _pointed(doc: Document, j: int, last: int) -> bool:
    """جون [بي]. إمرسون: a letter's name with a point glued to it and more behind."""
    return j + 2 < last and doc.words[j + 1] == "." and doc.glued(j + 1) and doc.words[j + 2][0].isalpha()


def _spaced_in_name(doc: Document, i: int, j: int) -> bool:
    """فرانك [- فالتر] شتاينماير: a given name, a dash with spaces around it, a given name and more."""
    one, other = doc.infos[j - 1], doc.infos[j + 1]
    if j - i != 1 or doc.glued(j) or doc.glued(j + 1) or not (one.flags & GIVEN and other.flags & GIVEN):
        return False
    return bool(one.flags & UNKNOWN and other.flags & UNKNOWN) and j + 2 < len(doc.words) and _foreign(doc.infos[j + 2])


def _trim(doc: Document, i: int, j: int) -> int:
    if j - i >= 2 and doc.words[j - 1] == "ابي" and doc.infos[j - 2].flags & UNKNOWN and not doc.infos[j - 2].conj:
        return j  # شينزو آبي
    while j > i and (doc.infos[j - 1].particle & _OPENS or not doc.words[j - 1][0].isalnum()):
        j -= 1
    return j


def _foreign(info: WordInfo) -> bool:
    """A word that no Arabic word list knows and that carries no article: the letters of a foreign name."""
    return (
        bool(info.flags & UNKNOWN)
        and not info.flags & (NOUN | VERB | MASDAR)
        and not info.definite
        and len(info.word) > 2
        and not info.word.endswith(("ها", "هم", "هما", "ته", "تها", "ات", "ين", "ون", "نا"))
    )


def looks_like_name(doc: Document, i: int, j: int) -> bool:
    """Tokens that stand without a title: is this a name? At least two words, one of them a known name word."""
    words = [k for k in range(i, j) if doc.words[k][0].isalpha() and not doc.infos[k].particle & _LINK]
    if doc.words[i] == "عبد" and len(words) >= 2:
        return True
    if len(words) < 2:
        return False
    if any(doc.words[k] in doc.lexicon.word_classes["transliterated"] for k in words):
        return False  # وول ستريت, فوكس نيوز
    infos = [doc.infos[k] for k in words if not (k > i and doc.infos[k - 1].particle & _OPENS)]
    kunya = len(infos) < len(words) and bool(infos) and bool(infos[0].flags & PERSONAL)
    if kunya:
        return True
    named = bool(infos) and infos[0].word in doc.lexicon.word_classes["titles_and_names"]
    if named and len(infos) > 2 and infos[1].flags & GIVEN:
        return True  # أمير حسين موسوي
    if (
        not infos
        or not infos[0].flags & (GIVEN | UNKNOWN)
        or has_article(doc, words[0])
        or infos[0].kinds & _NATIONALITY
    ):
        return False
    if all(x.word[0] == "و" and not x.flags & LISTED for x in infos):
        return False  # ويلمانا وكورسانا وبيلدانا
    if len(infos) == 2 and (_two_words_with_and(doc, infos) or _a_team(infos)):
        return False
    if len(infos) > 1 and _seldom_a_name(doc, i, infos):
        return False
    if len(infos) == 2 and _deed_of_somebody(doc, words, infos):
        return False
    if len(infos) == 2 and not infos[0].flags & GIVEN and _two_words(doc, i, infos):
        return False
    if len(infos) == 2 and infos[0].word.endswith("ا") and infos[1].word.endswith("يا") and infos[1].flags & UNKNOWN:
        return False  # سياجا أمنيا: an accusative and its adjective
    personal = sum(1 for x in infos if x.flags & (GIVEN | SURNAME))
    if all(_foreign(x) for x in infos) and len(infos) <= 4:
        return True
    return personal >= 2 or (personal >= 1 and all(x.flags & (PERSONAL | UNKNOWN) for x in infos))


def _two_words_with_and(doc: Document, infos: list[WordInfo]) -> bool:
    """رولكس وهيوبلو, سعيد وبوعسكر: two names that no list has, or the second of which stands alone elsewhere in the text."""
    second = infos[1]
    if second.word[0] != "و" or second.flags & (LISTED | PERSONAL) or len(second.word) < _SHORT_SURNAME:
        return False
    return not infos[0].flags & GIVEN or second.word[1:] in doc.words


def _deed_of_somebody(doc: Document, words: list[int], infos: list[WordInfo]) -> bool:
    """تلويح أوباما: a word shaped like a verbal noun and the surname of somebody known, who is called otherwise."""
    first, second = infos
    if first.flags & (PERSONAL | LISTED) or second.flags & GIVEN:
        return False
    shape = doc.lexicon.masdar_shape.fullmatch(first.word) or first.word.endswith(("ات", "يه"))
    return bool(shape) and doc.match(words[1], words[1] + 1, "q") is not None


def _two_words(doc: Document, i: int, infos: list[WordInfo]) -> bool:
    """[مادون سعر], [زامر الحي], [وخناجر مغروسة]: words of the language, the first of which is no given name."""
    first, second = infos
    if any(_has_a_pronoun(doc, x) for x in infos):
        return True
    if first.flags & PERSONAL or (i and doc.infos[i - 1].reports):
        return False
    if first.flags & CITY:
        return True  # كردستان أنسب
    if first.word[0] == "و" and not first.flags & LISTED and doc.lexicon.entry_of(first.word[1:])[0] & (NOUN | VERB):
        return True
    common = bool(second.flags & NOUN) and second.frequency >= COMMON and not second.flags & GIVEN
    return common and not (second.definite and second.word.endswith("ي"))


def _has_a_pronoun(doc: Document, info: WordInfo) -> bool:
    """يحتاجها, أهلكتني, فستاني: a word of the language that no list has as a name, with a pronoun behind it."""
    if info.flags & PERSONAL or info.definite:
        return False
    for end in _PRONOUNS:
        stem = info.word[: -len(end)]
        if info.word.endswith(end) and len(stem) >= (3 if len(end) > 1 else 4):
            flags, frequency = doc.lexicon.entry_of(stem)
            if not flags & LISTED and stem[-1] in "يو":
                flags, frequency = doc.lexicon.entry_of(stem[:-1] + "ء")  # جزائهم
            if flags & (NOUN | VERB | MASDAR) and not flags & PERSONAL and frequency > 0:
                return True
    return False


_PRONOUNS: Final = ("هما", "ها", "هم", "هن", "كم", "ني", "نا", "ه", "ي")


def _a_team(infos: list[WordInfo]) -> bool:
    """بوروسيا دورتموند: a word that is no name of persons, and a city."""
    first, second = infos
    return bool(second.flags & CITY) and not (first.flags | second.flags) & PERSONAL


def _seldom_a_name(doc: Document, i: int, infos: list[WordInfo]) -> bool:
    """فتح شعبتي, أكبر حرب: what also is a given name, but is mostly a word, before what is no name alone."""
    first, second = infos[:2]
    seldom = doc.lexicon.word_classes["seldom_names"]
    if i and doc.infos[i - 1].reports:
        return False
    if len(infos) > 2:
        return first.word in seldom and bool(second.flags & (NOUN | VERB)) and not second.flags & GIVEN
    if second.word in seldom and (first.word in seldom or not first.flags & PERSONAL):
        return True  # طيب خاطر, لفرملة طموح
    if first.word not in seldom:
        return False
    return not second.flags & PERSONAL or (bool(second.flags & (NOUN | VERB)) and second.frequency >= COMMON)
