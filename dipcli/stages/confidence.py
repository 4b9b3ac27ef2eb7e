"""How sure a statement is: a logistic function of terms that a reader can check, their weights shipped as data.

``confidence`` is the share of statements like this one that were right when the weights were made: content, source and
status (docs/accuracy.md). A term is an id such as ``source.known_person``; the part before the dot is its group, and a
statement has one term of a group at most. The weights of a group are centred: a term says how much surer or less sure
a statement is than others, in logits.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import Final

from dipcli.model import Step
from dipcli.rules.load import Rules
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.speakers.context import Attribution
from dipcli.stages.statements import Addressed, Sure

RULE: Final = "confidence"
"""Stage and rule of the steps that hold the largest terms."""

MOST_TOLD: Final = 3
_BACK: Final = 120  # tokens that are looked back on from a cue without a subject

_FEW: Final = 3  # so few statements of an article do not tell who mostly speaks in it
_SHARES: Final = ((0.1, "share.tenth"), (0.3, "share.third"), (0.6, "share.half"))
_LENGTHS: Final = ((3, "length.3"), (6, "length.6"), (12, "length.12"), (40, "length.40"))
_PERSONS: Final = ((1, "persons.1"), (2, "persons.2"), (4, "persons.4"), (8, "persons.8"))
_WRITTEN: Final = {
    "title_and_name": "written.title_and_name", "short_form": "written.short_form", "title_alone": "written.title",
    "indefinite_title": "written.title", "subject_noun_phrase": "written.unlisted",
    "unnamed_document": "written.document", "unnamed_source": "written.unnamed",
}  # fmt: skip


class ConfidenceModel:
    """Weights of the terms in logits. What the trace tells of each term, and its rank by weight, are made once."""

    __slots__ = ("_known", "bias")

    def __init__(self, bias: float, weights: Mapping[str, float]) -> None:
        self.bias = bias
        ranked = sorted(weights.items(), key=lambda x: (-abs(x[1]), x[0]))
        self._known = {
            term: (rank, w, Step(stage=RULE, rule=RULE, reason=term, value=f"{w:+.2f}"))
            for rank, (term, w) in enumerate(ranked)
        }

    def sure(self, terms: Sequence[str]) -> Sure:
        """The confidence that these terms give; terms without a weight count nothing."""
        known = self._known
        those = [known[t] for t in terms if t in known]
        total = self.bias + sum([w for _, w, _ in those])
        those.sort()
        return Sure(round(1 / (1 + exp(-total)), 2), tuple([step for _, _, step in those[:MOST_TOLD]]))


def confidence_model(rules: Rules) -> ConfidenceModel:
    """The weights of these rules, read once."""
    model = rules.cache.get(RULE)
    if not isinstance(model, ConfidenceModel):
        model = rules.cache[RULE] = ConfidenceModel(**rules.confidence)
    return model


def confidences(
    model: ConfidenceModel, marked: MarkedText, clusters: Clusters, frames: Sequence[Frame],
    answers: Sequence[Attribution], addressed: Sequence[Addressed],
) -> list[Sure]:  # fmt: skip
    """How sure each statement is, in the order of the frames."""
    return [model.sure(t) for t in terms(marked, clusters, frames, answers, addressed)]


def terms(
    marked: MarkedText, clusters: Clusters, frames: Sequence[Frame], answers: Sequence[Attribution],
    addressed: Sequence[Addressed],
) -> Iterator[list[str]]:  # fmt: skip
    """For each statement what speaks for and against it, one term of a group at most."""
    if not frames:
        return
    shares = Counter([a.sources for a in answers])
    persons = _step(sum([c.kind == "person" and bool(c.founds) for c in clusters.all]), _PERSONS, "persons.more")
    before: tuple[Cluster, ...] = ()
    lines = marked.doc.segments.lines
    for frame, answer, to in zip(frames, answers, addressed, strict=True):
        out = [
            "sieve." + answer.sieve, "opener." + frame.opener, f"act.{frame.rule.speech_act}", persons,
            _step(sum([b - a for a, b in frame.content]), _LENGTHS, "length.more"),
        ]  # fmt: skip
        if answer.nested:
            out.append("nested.yes")
        if lines[frame.line].kind == "headline":
            out.append("headline.yes")
        if frame.status != "said":
            out.append("status." + frame.status)
        if to.clusters:
            out.append("addressee." + to.resolution)
        if answer.sources:
            out += _of_source(answer, shares[answer.sources] / len(frames) if len(frames) > _FEW else None)
            if not answer.found:
                out += _of_dropped(marked, clusters, frame, answer, before)
            before = answer.sources
        yield out


def _step(n: float, steps: Sequence[tuple[float, str]], more: str) -> str:
    for most, term in steps:
        if n <= most:
            return term
    return more


def _of_source(answer: Attribution, share: float | None) -> Iterator[str]:
    source = answer.sources[0]
    if source.kind == "person":
        yield (
            "source.known_person" if source.known else "source.named_person" if source.names else "source.titled_person"
        )
        if not source.country:
            yield "country.none"
    else:
        yield "source." + source.kind
    yield "share.few_statements" if share is None else _step(share, _SHARES, "share.most")
    if len(answer.sources) > 1:
        yield "sources.several"
    if answer.found:
        found = answer.found[0]
        yield _WRITTEN.get(found.rule) or ("written.name" if found.name else "written.table")
    elif answer.span is not None:
        yield "written.pronoun" if answer.resolution == "pronoun" else "written.unlisted"


def _of_dropped(
    marked: MarkedText, clusters: Clusters, frame: Frame, answer: Attribution, before: Sequence[Cluster]
) -> Iterator[str]:
    """Where a source is not written at the cue: how far back it was named, who else was named since, who spoke last."""
    if before:
        yield "last_speaker.same" if before == answer.sources else "last_speaker.other"
    rivals: set[int] = set()
    at = frame.cue
    for at in range(frame.cue - 1, max(-1, frame.cue - _BACK), -1):
        found = marked.start_of[at]
        if found is not None:
            cluster = clusters.of.get(id(found))
            if cluster in answer.sources:
                break
            if cluster is not None and cluster.kind == "person":
                rivals.add(cluster.serial)
    else:
        at = -1
    yield "rivals.none" if not rivals else "rivals.one" if len(rivals) == 1 else "rivals.more"
    if at < 0:
        yield "named.far"
    elif at >= marked.doc.segments.lines[frame.line].first:
        yield "named.same_paragraph"
    else:
        yield "named.before"
