"""A title at the subject's place and, behind words that belong to it, the name of its holder."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules.match import CITY, COMPLEMENTISER
from dipcli.stages.clusters import NO_OFFICE, Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.text.marks import COMMAS

_LONGEST: Final = 10  # words between a title and the name
_BARE: Final = NO_OFFICE | {"military"}  # titles that a name has of its own: العقيد, الدكتور


def named_behind(clusters: Clusters, founds: Sequence[Found], n: int) -> Cluster | None:
    """قال رئيس الصندوق المكلف بالتنمية، سامي العمري، إن …: the person named behind the title ``founds[n]`` in apposition."""
    doc, title = clusters.doc, founds[n]
    if title.number != "sg" or not title.titles[0].definite or not title.first:
        return None
    verb = doc.infos[title.first - 1]
    if not verb.reports or verb.base == "بين":  # the preposition, as a rule
        return None
    for found in founds[n + 1 : n + 4]:
        if found.first - title.last > _LONGEST or found.first < title.last or _parted(doc, title.last, found.first):
            return None
        if found.kind == "person":
            return clusters.of.get(id(found)) if _apposed(doc, title, found) else None
    return None


def _parted(doc: Document, first: int, last: int) -> bool:
    """Words that belong to no title: another clause, a bracket, a quotation, when it was (خلال لقائه …)."""
    when = doc.lexicon.word_classes["settings"] - {"في", "لدي"}
    return any(
        doc.infos[i].reports
        or doc.infos[i].verbal
        or doc.infos[i].particle & COMPLEMENTISER
        or doc.words[i] in when
        or not (doc.words[i][0].isalnum() or doc.words[i] in COMMAS)
        for i in range(first, last)
    )


def _apposed(doc: Document, title: Found, found: Found) -> bool:
    """The name stands free behind a word that ends a noun phrase, and the clause goes on behind it."""
    if not found.name or found.skip or found.conj or any(t.kind not in _BARE for t in found.titles):
        return False
    if title.gender and found.gender and title.gender != found.gender:
        return False
    before = doc.infos[found.first - 1]
    whole = before.definite or bool(before.flags & CITY) or before.word in COMMAS
    if not whole or found.last >= len(doc.words):
        return False
    behind = doc.infos[found.last]
    return bool(behind.particle & COMPLEMENTISER) or not behind.word[0].isalnum()
