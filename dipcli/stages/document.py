"""What the stages work on: one article's tokens with what the lexicon knows of each."""

from bisect import bisect_right
from typing import Final
from unicodedata import normalize

from dipcli.model import Span
from dipcli.rules import particles as P
from dipcli.rules.match import (
    COMPLEMENTISER,
    FUNCTION,
    GIVEN,
    MASKS,
    NOUN,
    PERSONAL,
    Lexicon,
    Name,
    NamesAt,
    WordInfo,
    fitting,
)
from dipcli.text.fold import Folded
from dipcli.text.marks import QUOTE_MARKS
from dipcli.text.segment import Line, Segments
from dipcli.text.tokens import Tokens

_SHORTEST: Final = 3  # letters of a surname that common words may be
_SURNAMES: Final = MASKS["q"]
_BEHIND_A_SPEAKER: Final = COMPLEMENTISER | P.preposition


class Document:
    """One article prepared for the stages. Token ranges are half-open; ``span`` maps them to the untouched text."""

    __slots__ = (
        "_ends",
        "_lone_speakers",
        "_movements",
        "_names",
        "_pairs",
        "_starts",
        "ends",
        "folded",
        "infos",
        "lexicon",
        "segments",
        "starts",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, text: str, folded: Folded, tokens: Tokens, segments: Segments, lexicon: Lexicon) -> None:
        self.text = text
        self.folded = folded
        self.tokens = tokens
        self.starts = tokens.starts
        self.ends = tokens.ends
        self._starts = folded.starts(tokens.starts)  # in the untouched text
        self._ends = folded.ends(tokens.ends)
        self.segments = segments
        self.lexicon = lexicon
        self.infos: list[WordInfo] = lexicon.infos(tokens.words)
        # One object a word, with its hash: what looks it up from here on compares no letters.
        self.words = tokens.words = [info.word for info in self.infos]
        self._names: list[list[NamesAt] | None] = [None] * len(self.words)  # what starts there, as far as it was asked
        self._movements: frozenset[str] | None = None
        self._lone_speakers: frozenset[str] | None = None
        self._pairs: tuple[dict[str, int], dict[str, int]] | None = None

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """Original span of tokens ``first`` to ``last``, without ``skip`` proclitic letters of the first."""
        start = self.folded.start(self.starts[first] + skip) if skip else self._starts[first]
        # As Span(...) makes it, without a call in between: no record is made so often.
        return tuple.__new__(Span, (start, self._ends[last - 1]))

    def match(self, i: int, last: int, codes: str) -> tuple[int, int, list[Name]] | None:
        """The longest name that starts at token ``i``; see ``Lexicon.match``."""
        if i >= last or not self.infos[i].kinds & MASKS[codes]:
            return None
        names = self.names_at(i)
        return fitting(names, i, last, codes) if names else None

    def names_at(self, i: int) -> list[NamesAt]:
        """All names that start at token ``i``, the longest first."""
        names = self._names[i]
        if names is None:
            names = self._names[i] = self.lexicon.names_at(self.words, i, self.infos[i])
        return names

    @property
    def movements(self) -> frozenset[str]:
        """Words behind a noun of movements (حركة [حماس]) anywhere in the text."""
        if self._movements is None:
            heads = self.lexicon.word_classes["movement_heads"]
            behind = zip(self.infos, self.words[1:], strict=False)
            self._movements = frozenset(word for info, word in behind if info.core in heads)
        return self._movements

    def before_a_name(self, word: str) -> int:
        """First token that is ``word`` with a word of names right behind it ([ليلى] العمري); past the end for none."""
        return self._first_pairs()[0].get(word, len(self.words))

    def behind_a_name(self, word: str) -> int:
        """First token that is ``word`` with a given name right before it (ميشال [سليمان]); past the end for none."""
        return self._first_pairs()[1].get(word, len(self.words))

    def _first_pairs(self) -> tuple[dict[str, int], dict[str, int]]:
        if self._pairs is None:
            before: dict[str, int] = {}
            behind: dict[str, int] = {}
            for k in range(1, len(self.words)):
                if self.infos[k].flags & PERSONAL:
                    before.setdefault(self.words[k - 1], k - 1)
                if self.infos[k - 1].flags & GIVEN:
                    behind.setdefault(self.words[k], k)
            self._pairs = before, behind
        return self._pairs

    @property
    def lone_speakers(self) -> frozenset[str]:
        """Words that no table knows and that speak alone somewhere (وأضاف [المؤمن] أن …): behind names, surnames."""
        if self._lone_speakers is None:
            behind = [k for k, info in enumerate(self.infos[:-2], 1) if info.reports]
            self._lone_speakers = frozenset([self.words[k] for k in behind if self._speaks_alone(k)])
        return self._lone_speakers

    def _speaks_alone(self, k: int) -> bool:
        info, after = self.infos[k], self.infos[k + 1]
        if not info.word[0].isalpha() or info.particle or info.cues:
            return False
        if info.alone and any(kinds & ~_SURNAMES for _, _, kinds, _ in info.alone):
            return False
        if len(info.word) <= _SHORTEST or info.kinds:
            # وقال [مور] إن …: a noun so short, or that begins names of bodies, may be anybody (وقال [رجل] إن …).
            told = bool(after.particle & COMPLEMENTISER) or after.word in QUOTE_MARKS
            return told and len(info.word) >= _SHORTEST and not (info.flags & (NOUN | FUNCTION) or info.definite)
        return bool(after.particle & _BEHIND_A_SPEAKER or not after.word[0].isalnum())

    def raw(self, i: int) -> str:
        """A token as the article spells it, in composed letters without presentation forms."""
        return normalize("NFKC", self.text[self._starts[i] : self._ends[i]])

    def base(self, i: int) -> str:
        """A token without its و or ف."""
        return self.infos[i].base

    def line_at(self, i: int) -> Line:
        """The line of token ``i``."""
        lines = self.segments.lines
        return lines[bisect_right(lines, i, key=lambda line: line.first) - 1]

    def sentence_at(self, i: int) -> int:
        """Number of the sentence of token ``i``."""
        return bisect_right(self.segments.sentences, i, key=lambda sentence: sentence.first) - 1

    def in_headline(self, n: int) -> bool:
        """Is sentence ``n`` one of a headline?"""
        return self.segments.lines[self.segments.sentences[n].line].kind == "headline"

    def glued(self, i: int) -> bool:
        """No space between token ``i`` and the one before it."""
        return i > 0 and self.starts[i] == self.ends[i - 1]
