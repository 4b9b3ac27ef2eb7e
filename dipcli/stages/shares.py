"""Those of whom only the share is told: 60 في المئة من المستطلعين, أكثر من نصف المشاركين."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.genitives import adjectives_end, genitive_end

_DECIMALS: Final = frozenset(".,٫،")


def share_at(doc: Document, i: int, last: int) -> Found | None:
    """The share of people at token ``i``, with those of whom it is; None where no share is told."""
    info = doc.infos[i]
    if info.prep or info.definite:
        return None
    start = _past_about(doc, i, last)
    end = _percent_end(doc, start, last)
    if end == start:
        end = _fraction_end(doc, start, last) if start > i else start
    if end == start:
        return None
    told = end < last and doc.words[end] in doc.lexicon.word_classes["only_so_many"]
    stop = _those_end(doc, end + told, last)
    if stop == end and not (end < last and doc.infos[end].particle & COMPLEMENTISER):
        return None  # بلغت نسبته [75 بالمئة]: of nobody
    return Found(
        first=i, last=stop, skip=int(info.conj), kind="group", rule="share", number="pl",
        conj=info.conj,
    )  # fmt: skip


def _past_about(doc: Document, i: int, last: int) -> int:
    """[نحو] 60 في المئة, [أكثر من] نصف …: behind the words that make the share a rough one."""
    info, classes = doc.infos[i], doc.lexicon.word_classes
    if info.core in classes["about"]:
        return min(i + 1, last - 1)
    more = info.core in classes["more_or_less"] and i + 2 < last and doc.words[i + 1] == "من"
    return i + 2 if more else i


def _percent_end(doc: Document, i: int, last: int) -> int:
    """Token behind [60 في المئة], [60.5 بالمئة], [60%]; ``i`` where no such figure stands."""
    if not doc.words[i].isdigit():
        return i
    classes, k = doc.lexicon.word_classes, i + 1
    if k + 1 < last and doc.words[k] in _DECIMALS and doc.glued(k) and doc.words[k + 1].isdigit():
        k += 2
    if k < last and doc.words[k] in classes["percent_signs"]:
        return k + 1
    within = k + 1 < last and doc.words[k] == "في" and doc.words[k + 1] in classes["percent"]
    return k + 2 if within else i


def _fraction_end(doc: Document, i: int, last: int) -> int:
    """Token behind أكثر من [نصف] المشاركين; ``i`` where no fraction of people with the article stands."""
    told = doc.infos[i].core in doc.lexicon.word_classes["fractions"] and not doc.infos[i].definite
    return i + 1 if told and i + 1 < last and doc.infos[i + 1].definite else i


def _those_end(doc: Document, end: int, last: int) -> int:
    """Past those of whom it is a share: [من رجال الأعمال], [المشاركين]."""
    if end < last and doc.words[end] in doc.lexicon.word_classes["of_them"]:
        return end + 1
    head = end + 1 if end + 1 < last and doc.words[end] == "من" else end
    if head == end and not (head < last and doc.infos[head].definite and head and doc.words[head - 1].isalpha()):
        return end
    if head >= last or doc.infos[head].particle & P.pronoun:
        return end
    info = doc.infos[head]
    if info.definite:
        return adjectives_end(doc, head + 1, last)
    stop = genitive_end(doc, head + 1, last)
    return stop if stop > head + 1 else head + 1
