"""A summary of whole sentences of the article: the event first, then each main speaker's main point."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dipcli.model import Entity, Source, Span, Statement, Summary, SummarySentence
from dipcli.records import Record

# Chosen on the annotated articles: about what fits on four lines of a terminal.
_MOST_WORDS: Final = 95
_MOST_SENTENCES: Final = 4
_SPEAKERS: Final = 3
_SHORTEST: Final = 7
_USUAL: Final = 26
_LONGEST: Final = 48
_LONGEST_ON: Final = 58
_REPEATED: Final = 0.4  # share of stems that two sentences have in common
_REPEATED_ON: Final = 0.55  # … and that follow each other: the second says more of the same men
_DAMPING: Final = 6
# What speaks for a sentence and against it; set by reading summaries of unannotated articles, not by a figure.
_OF_WEIGHT: Final = 3.0
_OF_PLACE: Final = 1.6
_AGAIN: Final = 0.5
_UNKNOWN: Final = 0.6
_LEAST: Final = -0.8  # what a third or fourth sentence must be worth
# For the sentence that goes on from those chosen: writers put first what matters, and it reads on.
_NEXT: Final = 1.3
_NEXT_THEN: Final = 0.6
_UNHEARD: Final = 0.7  # for a main speaker of whom nothing is told yet
_OFF: Final = 0.5  # against a sentence that has no word of the headline
_BARE: Final = 0.9  # against a sentence that only a label would tell whose it is
_OFFICE: Final = 2  # words of a title that tells who he is without his name (وزير الخارجية)
_TOLD_BY_ITSELF: Final = ("explicit", "title", "shared")


class Candidate(Record):
    """A sentence of the body: where it stands, how many words it has, the stems of those that say what it is about.

    ``closed`` says that its quotation marks and brackets are.
    ``goes_on`` says that it begins with a word that goes on from the sentence before (لكن, كما, وهو).
    ``background`` says that the narrator's formula opens it, ``whole`` that it stands by itself: nothing announced that follows, no beginning in mid-sentence.
    """

    span: Span
    words: int
    terms: frozenset[str]
    background: bool
    whole: bool
    closed: bool
    goes_on: bool


def summarise(
    text: str, sentences: Sequence[Candidate], headline: frozenset[str], statements: Sequence[Statement],
    entities: Sequence[Entity], main_themes: Sequence[str],
) -> Summary:  # fmt: skip
    """Two to four sentences in the article's order, with labels where a sentence alone would not tell its speaker.

    The event comes first, then each main speaker's main point. ``headline`` holds the stems of the headline. No
    sentence is altered. An article of one sentence gives that sentence; one without body text an empty summary.
    """
    usable = [c for c in sentences if not c.background and c.words >= 4] or list(sentences)
    if not usable:
        return Summary(text="", sentences=())
    by_sentence = _statements_of(usable, statements)
    choice = _Choice(text, usable, by_sentence, _speakers(statements, entities), {e.id: e for e in entities})
    choice.score(headline, frozenset(main_themes))
    chosen = [_lead(usable)]
    while (more := choice.best(chosen)) is not None:
        chosen.append(more)
    chosen.sort()
    told: list[SummarySentence] = []
    before = ""
    for i in chosen:
        one = _sentence(text, usable[i].span, by_sentence.get(i, []), choice.entities, before)
        if i - 1 in chosen and told[-1].speaker == one.speaker:
            one = one._replace(labelled=False)  # read on as in the article
        told.append(one)
        before += text[usable[i].span.start : usable[i].span.end]
    return Summary(text=_read_aloud(text, told, entities), sentences=tuple(told))


def _weights(usable: Sequence[Candidate], headline: frozenset[str]) -> list[float]:
    """How much of what the article is about each sentence holds: stems that other sentences and the headline share.

    A word counts by the share of sentences that have it (as in SumBasic, Nenkova and Vanderwende 2005), one of the
    headline in full; the constant keeps very short sentences from winning.
    """
    seen: set[str] = set()
    again: set[str] = set()
    for c in usable:
        again |= seen & c.terms
        seen |= c.terms
    count = dict.fromkeys(again, -1)
    held = [again & c.terms for c in usable]
    for terms in held:
        for t in terms:
            count[t] += 1
    many = max(count.values(), default=0) + 1
    return [
        (sum([count[t] for t in terms]) / many + len(c.terms & headline)) / (len(c.terms) + _DAMPING)
        if c.terms
        else 0.0
        for c, terms in zip(usable, held, strict=True)
    ]


def _lead(usable: Sequence[Candidate]) -> int:
    return next((i for i, c in enumerate(usable) if c.words >= _SHORTEST), 0)


def _statements_of(usable: Sequence[Candidate], statements: Sequence[Statement]) -> dict[int, list[Statement]]:
    """Statements by the sentence in which their cue, or their content, begins."""
    out: dict[int, list[Statement]] = {}
    starts = [c.span.start for c in usable]
    for s in statements:
        at = s.cue.span.start if s.cue else s.content[0].start
        i = bisect_right(starts, at) - 1
        if i >= 0 and at < usable[i].span.end:
            out.setdefault(i, []).append(s)
    return out


def _speakers(statements: Sequence[Statement], entities: Sequence[Entity]) -> list[str]:
    """Speakers by statements; leaders of state count double, nameless sources half."""
    weight = {e.id: 2.0 if e.leader else 1.0 if e.kind == "person" else 0.6 for e in entities}
    counts: Counter[str] = Counter()
    order: dict[str, int] = {}
    for s in statements:
        for x in s.sources[:1]:
            if x.entity and s.status == "said":
                counts[x.entity] += 1
                order.setdefault(x.entity, len(order))
    ranked = sorted(counts, key=lambda e: (-(counts[e] ** 0.5) * weight.get(e, 0.5), order[e]))
    return ranked[:_SPEAKERS]


class _Choice:
    """Chooses sentences one after the other: what the article is about, early, by a main speaker not heard yet."""

    def __init__(
        self, text: str, usable: Sequence[Candidate], by_sentence: dict[int, list[Statement]], speakers: Sequence[str],
        entities: dict[str, Entity],
    ) -> None:  # fmt: skip
        self.text, self.usable, self.entities = text, usable, entities
        self._own = by_sentence
        self._rank = {e: n for n, e in enumerate(speakers)}
        self._scores: list[float] = []
        self._weak: list[bool] = []

    def score(self, headline: frozenset[str], themes: frozenset[str]) -> None:
        """Work out what each sentence is worth by itself."""
        weights = _weights(self.usable, headline)
        self._scores = [
            _OF_WEIGHT * w
            - _OF_PLACE * i / len(self.usable)
            - abs(c.words - _USUAL) / 30
            + self._report(i, themes)
            - _OFF * (bool(headline) and not c.terms & headline)
            for i, (w, c) in enumerate(zip(weights, self.usable, strict=True))
        ]
        # Nobody speaks in it and it is not about what the headline is: how it came to this, who was there.
        least = 3 if len(self._own) > 2 else 2
        self._weak = [i not in self._own and len(c.terms & headline) < least for i, c in enumerate(self.usable)]

    def best(self, chosen: Sequence[int]) -> int | None:
        """The sentence to add to those chosen; None when none fits."""
        heard = {x.entity for j in chosen for s in self._own.get(j, ()) for x in s.sources[:1]} - {None}
        left = not heard.issuperset(self._rank)  # is another main speaker left to be heard?
        fit = [i for i in range(len(self.usable)) if self._can_follow(chosen, i)]
        scored = [(self._scores[i] + self._beside(chosen, i, heard, left), -i) for i in fit]
        if not scored or (len(chosen) > 1 and max(scored)[0] < _LEAST):
            return None
        return -max(scored)[1]

    def _beside(self, chosen: Sequence[int], i: int, heard: set[str | None], left: bool) -> float:
        """What the sentence is worth more or less with those that are chosen already."""
        speaker = self._speaker(i)
        on = i - 1 in chosen
        again = left and speaker in heard and len(chosen) > 1
        new = left and speaker in self._rank and speaker not in heard and len(chosen) > 1
        unknown = self._comes_unknown(chosen, i)
        return (
            (_NEXT if len(chosen) < 2 else _NEXT_THEN)
            * (on and not again and not (self._weak[i] or (len(chosen) > 1 and self._silent(i))))
            + _UNHEARD * new
            - _AGAIN * again
            - _UNKNOWN * unknown
            - _BARE * (unknown and not on)
        )

    def _report(self, i: int, themes: frozenset[str]) -> float:
        own = self._own.get(i)
        if not own or not own[0].sources:
            return 0.0
        rank = self._rank.get(own[0].sources[0].entity or "")
        by_rank = 0.0 if rank is None else 0.6 - 0.15 * rank
        return by_rank + 0.3 * any(t in themes for s in own for t in s.themes) + 0.2 * (own[0].frame == "clause")

    def _silent(self, i: int) -> bool:
        """Nobody speaks in it, in an article where others do."""
        return i not in self._own and len(self._own) > 2

    def _speaker(self, i: int) -> str | None:
        own = self._own.get(i)
        return own[0].sources[0].entity if own and own[0].sources else None

    def _comes_unknown(self, chosen: Sequence[int], i: int) -> bool:
        """Would the reader meet the speaker without office or full name (وكتب العمري …), or not be told him at all?"""
        own = self._own.get(i)
        if not own or not own[0].sources:
            return False
        source = own[0].sources[0]
        speaker = self.entities.get(source.entity or "")
        if speaker is None or speaker.kind != "person":
            return source.span is None or source.resolution not in _TOLD_BY_ITSELF
        before = " ".join(self._words(j) for j in chosen if j < i)
        if any(word in before for word in speaker.name.split() if len(word) > 2):
            return False
        return source.span is None or len(self.text[source.span.start : source.span.end].split()) < _OFFICE

    def _words(self, i: int) -> str:
        span = self.usable[i].span
        return self.text[span.start : span.end]

    def _can_follow(self, chosen: Sequence[int], i: int) -> bool:
        """Sentence ``i`` stands by itself, has a fit length, leaves room and does not repeat what is chosen."""
        c = self.usable[i]
        on = i - 1 in chosen
        fit = c.whole and (on or (c.closed and not c.goes_on)) and i not in chosen
        fit = fit and _SHORTEST <= c.words <= (_LONGEST_ON if on else _LONGEST)
        return (
            fit
            and _room(self.usable, chosen, i)
            and not any(_overlap(c, self.usable[j]) > (_REPEATED_ON if i - 1 in chosen else _REPEATED) for j in chosen)
        )


def _overlap(a: Candidate, b: Candidate) -> float:
    return len(a.terms & b.terms) / max(1, min(len(a.terms), len(b.terms)))


def _room(usable: Sequence[Candidate], chosen: Sequence[int], more: int) -> bool:
    words = sum(usable[i].words for i in chosen) + usable[more].words
    return len(chosen) < _MOST_SENTENCES and (words <= _MOST_WORDS or len(chosen) == 1)


def _sentence(text: str, span: Span, own: list[Statement], entities: dict[str, Entity], before: str) -> SummarySentence:
    """The sentence with its speaker; ``before`` is what the summary says before it."""
    if not own:
        return SummarySentence(span=span, speaker=None, to=(), labelled=False)
    first = own[0]
    source = first.sources[0] if first.sources else None
    speaker = source.entity if source else None
    told = text[span.start : first.content[0].start]
    if source and source.span:
        told += text[source.span.start : source.span.end]
    words = len(text[source.span.start : source.span.end].split()) if source and source.span else 0
    if source and source.resolution in _TOLD_BY_ITSELF:
        told += before  # وقال الوزير …, after a sentence that names him
    entity = entities.get(speaker or "")
    office = (
        max(
            (len(text[m.span.start : m.span.end].split()) for m in entity.mentions if _within(m.span, span, first)),
            default=0,
        )
        if entity
        else 0
    )
    labelled = bool(source) and office < _OFFICE and _untold(told, words, entity, source)
    return SummarySentence(span=span, speaker=speaker, to=tuple(a.entity for a in first.addressees), labelled=labelled)


def _within(mention: Span, sentence: Span, first: Statement) -> bool:
    """Does the mention stand in the sentence, ahead of what is said?"""
    return sentence.start <= mention.start < first.content[0].start


def _untold(told: str, words: int, speaker: Entity | None, source: Source | None) -> bool:
    """Is the speaker not told by name up to the content or as its source (وأضاف أن …, وأشار السفير إلى أن …)?"""
    if speaker is None or source is None:
        return False
    if any(word in told for word in speaker.name.split() if len(word) > 2):
        return False
    if source.resolution not in _TOLD_BY_ITSELF:
        return True
    return speaker.kind == "person" and words < _OFFICE


def _read_aloud(text: str, told: Sequence[SummarySentence], entities: Sequence[Entity]) -> str:
    names = {e.id: e.short or e.name for e in entities}
    parts = []
    for s in told:
        words = " ".join(text[s.span.start : s.span.end].split())
        if s.labelled and s.speaker in names:
            to = " و".join(names[t] for t in s.to if t in names)
            words = f"[{names[s.speaker]}{' إلى ' + to if to else ''}] {words}"
        parts.append(words)
    return " ".join(parts)
