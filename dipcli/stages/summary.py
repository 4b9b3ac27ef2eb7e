"""A summary of whole sentences of the article: the event first, then each main speaker's main point."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dipcli.model import Entity, Span, Statement, Summary, SummarySentence

# Chosen on the annotated articles: about what fits on four lines of a terminal.
_MOST_WORDS = 95
_MOST_SENTENCES = 4
_SPEAKERS = 3
_SHORTEST, _LONGEST = 7, 48
_TOLD_BY_ITSELF = ("explicit", "title", "shared")


class Candidate(NamedTuple):
    """A sentence of the body: where it stands, its folded words, whether the narrator's formula opens it."""

    span: Span
    words: tuple[str, ...]
    background: bool


def summarise(
    text: str, sentences: Sequence[Candidate], statements: Sequence[Statement], entities: Sequence[Entity],
    main_themes: Sequence[str],
) -> Summary:  # fmt: skip
    """Two to four sentences in the article's order, with labels where a sentence alone would not tell its speaker.

    No sentence is altered. An article of one sentence gives that sentence; one without body text an empty summary.
    """
    usable = [c for c in sentences if not c.background and len(c.words) >= 4] or list(sentences)
    if not usable:
        return Summary(text="", sentences=())
    chosen = [_lead(usable)]
    by_sentence = _statements_of(usable, statements)
    for speaker in _speakers(statements, entities):
        best = _best_point(usable, by_sentence, speaker, chosen, main_themes)
        if best is not None and _room(usable, chosen, best):
            chosen.append(best)
    if len(chosen) == 1 and len(usable) > 1:
        following = _following(usable, chosen[0])
        if following is not None and _room(usable, chosen, following):
            chosen.append(following)
    chosen.sort()
    told = [_sentence(usable[i].span, by_sentence.get(i, [])) for i in chosen]
    return Summary(text=_read_aloud(text, told, entities), sentences=tuple(told))


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
) -> int | None:
    scored = []
    for i, own in by_sentence.items():
        spoken = [s for s in own if s.sources and s.sources[0].entity == speaker]
        if i in chosen or not spoken or own[0].sources[0].entity != speaker:
            continue
        c = usable[i]
        if not _SHORTEST <= len(c.words) <= _LONGEST or any(_overlap(c, usable[j]) > 0.55 for j in chosen):
            continue
        on_theme = any(t in themes for s in spoken for t in s.themes)
        clear = spoken[0].sources[0].resolution in _TOLD_BY_ITSELF
        score = (
            1.0 * on_theme
            + 0.6 * clear
            + 0.4 * (spoken[0].frame == "clause")
            - abs(len(c.words) - 24) / 40
            - i / (4 * len(usable))
        )
        scored.append((score, -i, i))
    return max(scored)[2] if scored else None


def _overlap(a: Candidate, b: Candidate) -> float:
    mine, other = set(a.words), set(b.words)
    return len(mine & other) / max(1, min(len(mine), len(other)))


def _room(usable: Sequence[Candidate], chosen: list[int], more: int) -> bool:
    words = sum(len(usable[i].words) for i in chosen) + len(usable[more].words)
    return len(chosen) < _MOST_SENTENCES and (words <= _MOST_WORDS or len(chosen) == 1)


def _following(usable: Sequence[Candidate], lead: int) -> int | None:
    for i in range(lead + 1, len(usable)):
        if _SHORTEST <= len(usable[i].words) <= _LONGEST and _overlap(usable[i], usable[lead]) <= 0.55:
            return i
    return None


def _sentence(span: Span, own: list[Statement]) -> SummarySentence:
    if not own:
        return SummarySentence(span=span, speaker=None, to=(), labelled=False)
    first = own[0]
    source = first.sources[0] if first.sources else None
    speaker = source.entity if source else None
    labelled = bool(speaker and source and source.resolution not in _TOLD_BY_ITSELF)
    return SummarySentence(span=span, speaker=speaker, to=tuple(a.entity for a in first.addressees), labelled=labelled)


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
