"""A summary of whole sentences of the article: the event first, then each main speaker's main point."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dipcli.model import Entity, Source, Span, Statement, Summary, SummarySentence

# Chosen on the annotated articles: about what fits on four lines of a terminal.
_MOST_WORDS = 95
_MOST_SENTENCES = 4
_SPEAKERS = 3
_SHORTEST, _USUAL, _LONGEST = 7, 26, 48
_REPEATED = 0.4  # share of stems that two sentences have in common
_DAMPING = 6
# What speaks for a sentence and against it; set by reading summaries of unannotated articles, not by a figure.
_OF_WEIGHT, _OF_PLACE, _AGAIN, _UNKNOWN = 3.0, 1.6, 0.5, 0.6
_LEAST = -0.8  # what a third or fourth sentence must be worth
_OPENING = 0.4  # for the two sentences after the first, where the occasion stands
_TOLD_BY_ITSELF = ("explicit", "title", "shared")


class Candidate(NamedTuple):
    """A sentence of the body: where it stands, how many words it has, the stems of those that say what it is about.

    ``background`` says that the narrator's formula opens it, ``whole`` that it stands by itself: quotation marks and
    brackets closed, nothing announced that follows, no beginning in mid-sentence.
    """

    span: Span
    words: int
    terms: frozenset[str]
    background: bool
    whole: bool


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
    count = Counter(t for c in usable for t in c.terms)
    many = max(count.values(), default=1)
    return [
        sum((count[t] - 1) / many + (t in headline) for t in c.terms) / (len(c.terms) + _DAMPING) if c.terms else 0.0
        for c in usable
    ]


def _lead(usable: Sequence[Candidate]) -> int:
    return next((i for i, c in enumerate(usable) if c.words >= _SHORTEST), 0)


def _statements_of(usable: Sequence[Candidate], statements: Sequence[Statement]) -> dict[int, list[Statement]]:
    """Statements by the sentence in which their cue, or their content, begins."""
    out: dict[int, list[Statement]] = {}
    for s in statements:
        at = s.cue.span.start if s.cue else s.content[0].start
        for i, c in enumerate(usable):
            if c.span.start <= at < c.span.end:
                out.setdefault(i, []).append(s)
                break
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

    def score(self, headline: frozenset[str], themes: frozenset[str]) -> None:
        """Work out what each sentence is worth by itself."""
        weights = _weights(self.usable, headline)
        self._scores = [
            _OF_WEIGHT * w
            - _OF_PLACE * i / len(self.usable)
            - abs(c.words - _USUAL) / 30
            + self._report(i, themes)
            + _OPENING * (i < 3)
            for i, (w, c) in enumerate(zip(weights, self.usable, strict=True))
        ]

    def best(self, chosen: Sequence[int]) -> int | None:
        """The sentence to add to those chosen; None when none fits."""
        heard = {self._speaker(j) for j in chosen} - {None}
        if heard.issuperset(self._rank):
            heard = set()  # no other main speaker is left to be heard
        fit = [i for i in range(len(self.usable)) if self._can_follow(chosen, i)]
        scored = [
            (self._scores[i] - _AGAIN * (self._speaker(i) in heard) - _UNKNOWN * self._comes_unknown(chosen, i), -i)
            for i in fit
        ]
        if not scored or (len(chosen) > 1 and max(scored)[0] < _LEAST):
            return None
        return -max(scored)[1]

    def _report(self, i: int, themes: frozenset[str]) -> float:
        own = self._own.get(i)
        if not own or not own[0].sources:
            return 0.0
        rank = self._rank.get(own[0].sources[0].entity or "")
        by_rank = 0.0 if rank is None else 0.6 - 0.15 * rank
        return by_rank + 0.3 * any(t in themes for s in own for t in s.themes) + 0.2 * (own[0].frame == "clause")

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
        return source.span is None or len(self.text[source.span.start : source.span.end].split()) < 3

    def _words(self, i: int) -> str:
        span = self.usable[i].span
        return self.text[span.start : span.end]

    def _can_follow(self, chosen: Sequence[int], i: int) -> bool:
        """Sentence ``i`` stands by itself, has a fit length, leaves room and does not repeat what is chosen."""
        c = self.usable[i]
        fit = c.whole and _SHORTEST <= c.words <= _LONGEST and i not in chosen
        return fit and _room(self.usable, chosen, i) and all(_overlap(c, self.usable[j]) <= _REPEATED for j in chosen)


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
    if source and source.resolution in _TOLD_BY_ITSELF:
        told += before  # وقال الوزير …, after a sentence that names him
    labelled = bool(speaker and source) and _untold(told, entities.get(speaker or ""), source)
    return SummarySentence(span=span, speaker=speaker, to=tuple(a.entity for a in first.addressees), labelled=labelled)


def _untold(told: str, speaker: Entity | None, source: Source | None) -> bool:
    """Is the speaker not told by name up to the content or as its source (وأضاف أن …, وأشار السفير إلى أن …)?"""
    if speaker is None or source is None:
        return False
    if any(word in told for word in speaker.name.split() if len(word) > 2):
        return False
    return source.resolution not in _TOLD_BY_ITSELF or speaker.kind == "person"


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
