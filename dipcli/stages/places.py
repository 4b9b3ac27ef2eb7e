"""Names of places that are oftener another word."""

from dipcli.stages.document import Document


def place_expected(doc: Document, i: int, skip: int) -> bool:
    """في سيول, مخيم جنين: a name that is oftener another word is a place behind what places stand behind."""
    classes = doc.lexicon.word_classes
    if doc.words[i][skip:] not in classes["places_or_words"] or (skip and doc.words[i][skip - 1] in "بل"):
        return True
    before = doc.infos[i - 1] if i else None
    heads = ("place_heads", "state_services", "local_services")  # تعليم جدة
    return before is not None and (
        before.base in classes["before_places"] or any(before.core in classes[name] for name in heads)
    )
