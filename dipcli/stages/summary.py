"""A summary of whole sentences of the article: the event first, then each main speaker's main point."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dipcli.model import Entity, Span, Statement, Summary, SummarySentence

# Chosen on the annotated articles: about what fits on four lines of a terminal.
_MOST_WORDS = 95
_MOST_SENTENCES = 4
_LEAST_SENTENCES = 3
_SPEAKERS = 3
_SHORTEST, _LONGEST = 7, 48
_REPEATED = 0.55  # share of words that two sentences have in common
_DAMPING = 6
_TOLD_BY_ITSELF = ("explicit", "title", "shared")


class Candidate(NamedTuple):
    """A sentence of the body: where it stands, its folded words, the stems of those that say what it is about.

    ``background`` says that the narrator's formula opens it, ``whole`` that it stands by itself: quotation marks and
    brackets closed, nothing announced that follows, no beginning in mid-sentence.
    """

    span: Span
    words: tuple[str, ...]
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
    usable = [c for c in sentences if not c.background and len(c.words) >= 4] or list(sentences)
    if not usable:
        return Summary(text="", sentences=())
    weights = _weights(usable, headline)
    chosen = [_lead(usable)]
    by_sentence = _statements_of(usable, statements)
    for speaker in _speakers(statements, entities):
        best = _best_point(usable, by_sentence, speaker, chosen, main_themes, weights)
        if best is not None and _room(usable, chosen, best):
            chosen.append(best)
    if len(chosen) < _LEAST_SENTENCES:
        more = _best_other(usable, chosen, weights)
        if more is not None and _room(usable, chosen, more):
            chosen.append(more)
    chosen.sort()
    by_id = {e.id: e for e in entities}
    told = [_sentence(text, usable[i].span, by_sentence.get(i, []), by_id) for i in chosen]
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
    return next((i for i, c in enumerate(usable) if len(c.words) >= _SHORTEST), 0)


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


def _best_point(
    usable: Sequence[Candidate],
    by_sentence: dict[int, list[Statement]],
    speaker: str,
    chosen: list[int],
    themes: Sequence[str],
    weights: Sequence[float],
) -> int | None:
    scored = []
    for i, own in by_sentence.items():
        spoken = [s for s in own if s.sources and s.sources[0].entity == speaker]
        if not spoken or own[0].sources[0].entity != speaker or not _can_follow(usable, chosen, i):
            continue
        score = (
            3.0 * weights[i]
            + 0.4 * any(t in themes for s in spoken for t in s.themes)
            + 0.5 * (spoken[0].sources[0].resolution in _TOLD_BY_ITSELF)
            + 0.3 * (spoken[0].frame == "clause")
            - abs(len(usable[i].words) - 24) / 40
            - 0.6 * i / len(usable)
        )
        scored.append((score, -i, i))
    return max(scored)[2] if scored else None


def _best_other(usable: Sequence[Candidate], chosen: list[int], weights: Sequence[float]) -> int | None:
    """Any sentence that adds to those chosen, the earlier the better."""
    scored = [(3.0 * weights[i] - i / len(usable), -i, i) for i in range(len(usable)) if _can_follow(usable, chosen, i)]
    return max(scored)[2] if scored else None


def _can_follow(usable: Sequence[Candidate], chosen: list[int], i: int) -> bool:
    """Sentence ``i`` stands by itself, has a fit length and does not repeat what is chosen."""
    c = usable[i]
    fit = c.whole and _SHORTEST <= len(c.words) <= _LONGEST
    return fit and i not in chosen and all(_overlap(c, usable[j]) <= _REPEATED for j in chosen)


def _overlap(a: Candidate, b: Candidate) -> float:
    mine, other = set(a.words), set(b.words)
    return len(mine & other) / max(1, min(len(mine), len(other)))


def _room(usable: Sequence[Candidate], chosen: list[int], more: int) -> bool:
    words = sum(len(usable[i].words) for i in chosen) + len(usable[more].words)
    return len(chosen) < _MOST_SENTENCES and (words <= _MOST_WORDS or len(chosen) == 1)


def _sentence(text: str, span: Span, own: list[Statement], entities: dict[str, Entity]) -> SummarySentence:
    if not own:
        return SummarySentence(span=span, speaker=None, to=(), labelled=False)
    first = own[0]
    source = first.sources[0] if first.sources else None
    speaker = source.entity if source else None
    labelled = bool(
        speaker
        and source
        and (
            source.resolution not in _TOLD_BY_ITSELF or _unnamed_in(text[span.start : span.end], entities.get(speaker))
        )
    )
    return SummarySentence(span=span, speaker=speaker, to=tuple(a.entity for a in first.addressees), labelled=labelled)


def _unnamed_in(sentence: str, speaker: Entity | None) -> bool:
    """Is the speaker a person with a name, of which the sentence has no word (وأشار السفير إلى أن …)?"""
    if speaker is None or speaker.kind != "person":
        return False
    return not any(word in sentence for word in speaker.name.split() if len(word) > 2)


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
