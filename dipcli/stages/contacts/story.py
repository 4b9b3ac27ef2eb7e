"""What an article's contacts are found in."""

from collections.abc import Sequence

from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.topics import Topics
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.sides import Sides


class Story:
    """One article with its mentions, possible sides and reporting cues, and the contacts told so far."""

    __slots__ = ("doc", "frames", "infos", "lists", "marked", "planned", "sides", "told", "topics", "words")

    def __init__(self, doc: Document, marked: MarkedText, sides: Sides, frames: Sequence[Frame]) -> None:
        self.doc = doc
        self.marked = marked
        self.sides = sides
        self.topics = Topics(doc, sides)
        self.frames = frames
        self.words = doc.words
        self.infos = doc.infos
        self.lists = doc.lexicon.contact_words
        self.told: list[Contact] = []
        self.planned: list[Contact] = []  # contacts to come
