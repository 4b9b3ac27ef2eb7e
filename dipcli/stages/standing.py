"""How high somebody without a name stands, and where: دبلوماسي فرنسي [بارز], مسؤول [مطلع في الاستخبارات]."""

from typing import Final

from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.unnamed import place_of_work

_RULES: Final = ("unnamed_official", "unnamed_source", "unnamed_analyst", "indefinite_title")


def with_standing(doc: Document, found: Found, last: int) -> Found:
    """``found`` with the adjectives of standing behind it, and the body at which he then serves."""
    if found.kind != "unnamed" or found.number != "sg" or found.rule not in _RULES or doc.infos[found.first].definite:
        return found
    k, words = found.last, doc.lexicon.word_classes["standing"]
    while k < last and doc.words[k] in words:
        k += 1
        if k < last and doc.words[k] == "المستوي":
            k += 1  # رفيع [المستوى]
    if k > found.last:
        found.last = place_of_work(doc, k, last)
    return found
