"""An article with its mentions and quotations marked on the tokens."""

from collections.abc import Sequence
from itertools import pairwise

from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.text.quotes import Quote


class MarkedText:
    """The tokens of an article, and for each of them the mention or the quotation mark that stands there."""

    __slots__ = (
        "classes",
        "closing",
        "doc",
        "dots",
        "infos",
        "inside",
        "quote_at",
        "quoted",
        "start_of",
        "surnames",
        "words",
    )

    def __init__(self, doc: Document, founds: Sequence[Found], quotes: Sequence[Quote]) -> None:
        self.doc = doc
        self.words = doc.words
        self.infos = doc.infos
        n = len(doc.words)
        self.start_of: list[Found | None] = [None] * n
        self.inside: list[Found | None] = [None] * n
        for f in founds:
            self.start_of[f.first] = f
            for i in range(f.first, f.last):
                self.inside[i] = f
        # Last words of the full names that the article has: each may be a speaker alone, though it is a common word.
        self.surnames = frozenset(doc.words[f.name[1] - 1] for f in founds if f.name and f.name[1] - f.name[0] > 1)
        self.quote_at: dict[int, Quote] = {q.open: q for q in quotes}
        self.closing: dict[int, Quote] = {q.close: q for q in quotes}
        self.quoted = bytearray(n + 1)
        for q in quotes:
            if q.closed and q.close - q.open > 3:
                self.quoted[q.open + 1 : q.close] = b"\1" * (q.close - q.open - 1)
        dots = [i for i, word in enumerate(doc.words) if word == "."]
        self.dots = frozenset([i for i, following in pairwise(dots) if following == i + 1])
        self.classes = doc.lexicon.word_classes

    def joined(self, found: Found, stop: int) -> list[Found]:
        """كينيا [وتونس] [ومصر]: the mention and those before token ``stop`` that و joins to it, each right behind the last."""
        out = [found]
        while out[-1].last < stop and (more := self.start_of[out[-1].last]) is not None and more.conj and more.skip:
            out.append(more)
        return out
