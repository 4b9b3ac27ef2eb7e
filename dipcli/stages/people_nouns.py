"""Nouns of people: one kind under its several names and numbers."""

from dipcli.stages.document import Document


def without_case(word: str) -> str:
    """A noun without the article and the ending of its case (المسؤولين: مسؤولون, خبيرا: خبير)."""
    noun = word.removeprefix("ال")
    return noun[:-2] + "ون" if noun.endswith("ين") else noun.removesuffix("ا")


def kind_of_people(doc: Document, noun: str, *, plural: bool = False) -> str | None:
    """One noun for people who are called by several (نائب, نواب, برلمانيون); ``plural`` asks for a plural."""
    kind, several = doc.lexicon.kinds_of_people.get(noun, (None, False))
    return kind if several or not plural else None
