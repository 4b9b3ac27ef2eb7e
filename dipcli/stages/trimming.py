"""What a content leaves out at its edges: the narrator's own words, a bare complementiser, marks and punctuation."""

from typing import Final

from dipcli.rules.match import NOUN, VERB
from dipcli.stages.document import Document
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_NARRATES: Final = frozenset({"ردا", "جاء", "وجاء", "وياتي", "في", "دون", "بدون"})
_DANGLING: Final = frozenset(
    {"(", "و", "حيث", "اذ", "فيما", "بينما", "كما", "لكن", "ولكن", "ثم", "وفيما", "وبينما", "وذلك"}
)
_LIKEWISE: Final = frozenset({("هو", "الاخر"), ("هي", "الاخري")})  # ونفى الوزير تلك الأنباء [هو الآخر]
_DOUBLED: Final = 4  # marks around what is said, each made of two
_TRIM: Final = COMMAS | frozenset(".؛;:-–—…!؟?")


def without_narration(doc: Document, start: int, end: int, marked: MarkedText) -> int:
    """Cut the narrator's own words at the end: في إشارة إلى …, جاء ذلك …"""
    for i in range(start + 2, end):
        word = doc.words[i]
        if word not in _NARRATES or marked.quoted[i]:
            continue
        if _answers(doc, i, end):
            return i
        if (
            word in ("جاء", "وياتي", "وجاء")
            and doc.words[i - 1] in COMMAS
            and (word != "جاء" or doc.words[i + 1 : i + 2] == ["ذلك"])
        ):
            return i
        if word == "في" and (doc.words[i - 1] in COMMAS or doc.words[i - 1] in QUOTE_MARKS) and _comments(doc, i, end):
            return i
        if word in ("دون", "بدون") and _leaves_untold(doc, i, end):
            return i - (doc.words[i - 1] == "من")
    return end


def _comments(doc: Document, i: int, end: int) -> bool:
    """…، في إشارة إلى …, …، في بادرة تؤكد …: what the narrator makes of it."""
    if i + 2 >= end:
        return False
    if doc.words[i + 1 : i + 3] == ["اشاره", "الي"]:
        return True
    verb = doc.infos[i + 2].flags & VERB and not doc.infos[i + 2].flags & NOUN  # not في خطوة مهمة
    return doc.words[i + 1] in doc.lexicon.word_classes["seen_as"] and bool(verb)


def _leaves_untold(doc: Document, i: int, end: int) -> bool:
    """… دون أن يوضح …, … دون التطرق إلى …: what the speaker did not tell besides."""
    classes = doc.lexicon.word_classes
    if i + 2 >= end or any(doc.words[k] in COMMAS for k in range(i, end - 1)):
        return False  # …، دون أن يشير إلى اسمها، في الحرب …: what is said goes on behind it
    if doc.words[i + 1] == "ان":
        return doc.words[i + 2][:1] in "يت" and doc.words[i + 2][1:] in classes["untold"]
    return doc.words[i + 1] in classes["left_out"]


def _answers(doc: Document, i: int, end: int) -> bool:
    """… في معرض رده على سؤال, … ردا على سؤال: what it was the answer to."""
    if i + 2 >= end:
        return False
    if doc.words[i] == "في":
        return doc.words[i + 1] == "معرض" and doc.words[i + 2].startswith("رد")
    return doc.words[i] == "ردا" and doc.words[i + 1] == "علي" and doc.infos[i + 2].base in ("سوال", "اسيله", "استفسار")


def trimmed(doc: Document, start: int, end: int) -> tuple[int, int]:
    """The range without punctuation, marks around all of it, a bare complementiser, and «according to him»."""
    words = doc.words
    end = _without_own_words(doc, start, end)
    while end > start and (words[end - 1] in _TRIM or words[end - 1] in _DANGLING):
        end -= 1
    while start < end and words[start] in _TRIM:
        start += 1
    if words[start : start + 1] == ["("] and ")" not in words[start:end]:
        start += 1
    marked = start < end and words[start] in QUOTE_MARKS
    if (
        words[start + marked : start + marked + 1] == ["ان"]
        and start + marked + 1 < end
        and not doc.raw(start + marked).startswith("آ")
    ):
        start += marked + 1  # وقال: "إن البلاد …"
    within = _doubled(words, start, end)
    if (
        end - start > 1
        and words[start] in QUOTE_MARKS
        and words[end - 1] in QUOTE_MARKS
        and not any(w in QUOTE_MARKS for w in words[start + within : end - within])
    ):
        start, end = start + within, end - within
    elif end - start > 1 and words[end - 1] in QUOTE_MARKS and sum(w in QUOTE_MARKS for w in words[start:end]) == 1:
        end -= 1
    elif end - start > 1 and words[start] in QUOTE_MARKS and sum(w in QUOTE_MARKS for w in words[start:end]) == 1:
        start += 1
    while end > start and words[end - 1] in _TRIM:
        end -= 1
    return start, max(end, start + 1) if start < len(words) else end


def _doubled(words: list[str], start: int, end: int) -> int:
    """How many marks stand at each end: two where two apostrophes stand for one quotation mark (''…'')."""
    twice = end - start > _DOUBLED and words[start] == words[start + 1] and words[end - 1] == words[end - 2]
    return 2 if twice and words[start] in QUOTE_MARKS and words[end - 1] in QUOTE_MARKS else 1


def _without_own_words(doc: Document, start: int, end: int) -> int:
    """…، على حد تعبيره: the end of a content tells once more whose words they are."""
    classes = doc.lexicon.word_classes
    if end - start > 3 and (doc.words[end - 2], doc.words[end - 1]) in _LIKEWISE:
        end -= 2
    for i in range(end - 1, max(end - 4, start + 2), -1):
        if doc.infos[i].base.removeprefix("ل") in classes["own_words"]:
            before = doc.infos[i - 1].base
            if before in classes["according"]:
                return i - 1
            if before == "حد" and doc.words[i - 2] == "علي":
                return i - 2
        elif doc.words[i][0].isalnum():
            break
    return end
