"""Statements of one report against those that were annotated."""

from collections.abc import Iterator, Mapping

from dipcli.evaluation.annotations import UNKNOWN, AnnotatedStatement, Annotation
from dipcli.evaluation.figures import Count
from dipcli.evaluation.identity import STRANGER, Identity
from dipcli.evaluation.mistakes import Cause, Mistake, MistakeKind
from dipcli.evaluation.pairing import MOST, paired
from dipcli.evaluation.reported import Reported, ReportedStatement
from dipcli.evaluation.words import Words
from dipcli.model import Span
from dipcli.records import Record


class Judgement(Record):
    """What the report has of one annotated statement: nothing when it is not ``found``, else what is right about it.

    ``closely`` says that its extent is much the same too.
    """

    found: bool
    closely: bool = False
    source: bool = False
    status: bool = False
    addressees: bool = False
    cue: bool = False
    form: bool = False
    frame: bool = False
    link: bool = False

    @property
    def said(self) -> bool:
        """Said by the right one, with the right status."""
        return self.source and self.status


class StatementComparison:
    """Judges every annotated statement of an article; ``exchanges`` are the numbers of the messages that are right."""

    def __init__(self, annotation: Annotation, report: Reported, who: Identity, exchanges: Mapping[str, int]) -> None:
        self._annotation, self._report, self._who, self._exchanges = annotation, report, who, exchanges
        words = Words(annotation.text)
        self._pairs = paired(
            [words.of(s.content) for s in annotation.statements], [words.of(s.content) for s in report.statements]
        )
        self._judged = [(s, self._judge(n, s)) for n, s in enumerate(annotation.statements)]

    def counts(self) -> dict[str, Count]:
        """Everything that is counted about statements."""
        judged, reported, annotated = self._judged, len(self._report.statements), len(self._judged)
        found = [(s, j) for s, j in judged if j.found]
        said = sum(j.said for _, j in judged)

        def f1(right: int) -> Count:
            return Count(right, reported, annotated)

        def part(those: list[tuple[AnnotatedStatement, Judgement]], right: str) -> Count:
            return Count(sum(getattr(j, right) for _, j in those), 0, len(those))

        return {
            "statement@.5": f1(len(found)),
            "statement@.8": f1(sum(j.closely for _, j in judged)),
            "precision@.5": Count(len(found), reported, 0),
            "recall@.5": Count(len(found), 0, annotated),
            "who-said": f1(said),
            "who-whom": f1(sum(j.said and j.addressees for _, j in judged)),
            "recall direct+mixed": part([x for x in judged if x[0].form != "indirect"], "found"),
            "recall indirect": part([x for x in judged if x[0].form == "indirect"], "found"),
            "recall noun-phrase frame": part([x for x in judged if x[0].frame == "np"], "found"),
            "source accuracy": part(found, "said"),
            "source accuracy, explicit subject": part([x for x in found if x[0].subject], "source"),
            "source accuracy, no explicit subject": part([x for x in judged if not x[0].subject], "source"),
            "cue accuracy": part(found, "cue"),
            "form accuracy": part(found, "form"),
            "frame accuracy": part(found, "frame"),
            "message link accuracy": part(found, "link"),
            "addressee": Count(
                sum(j.addressees for s, j in judged if s.addressees),
                sum(bool(s.addressees) for s in self._report.statements),
                sum(bool(s.addressees) for s, _ in judged),
            ),
        }

    def right(self) -> tuple[bool, ...]:
        """For each statement of the report whether it counts in who-said: paired, its source and status right."""
        said = {self._pairs[n].reported for n, (_, judgement) in enumerate(self._judged) if judgement.said}
        return tuple(m in said for m in range(len(self._report.statements)))

    def mistakes(self) -> Iterator[Mistake]:
        """Missed statements, wrong sources, statuses and addressees in the annotation's order; then what is too much."""
        for n, (s, judgement) in enumerate(self._judged):
            if not judgement.found:
                yield self._mistake(s, "statement_missed", s.sources, frozenset())
                continue
            partner = self._report.statements[self._pairs[n].reported]
            if not judgement.source:
                named = self._sources(partner)
                yield self._mistake(s, "source", s.sources, named)._replace(cause=self._why_not(s, named))
            elif not judgement.status:
                yield self._mistake(s, "status", frozenset((s.status,)), frozenset((partner.status,)))
            elif not judgement.addressees:
                missed = s.exchange is not None and s.exchange not in self._exchanges.values()
                wrong = self._mistake(s, "addressee", s.addressees, self._addressees(partner))
                yield wrong._replace(cause="message_missed" if missed and not partner.addressees else None)
        used = {pair.reported for pair in self._pairs.values()}
        for m, extra in enumerate(self._report.statements):
            if m not in used:
                yield self._extra(extra)

    def _judge(self, number: int, s: AnnotatedStatement) -> Judgement:
        pair = self._pairs.get(number)
        if pair is None:
            return Judgement(found=False)
        partner = self._report.statements[pair.reported]
        return Judgement(
            found=True, closely=pair.overlap >= MOST, source=_same_sources(s.sources, self._sources(partner)),
            status=partner.status == s.status, addressees=self._addressees(partner) == s.addressees,
            cue=_same_cue(s.cue, partner.cue), form=partner.form == s.form, frame=partner.frame == s.frame,
            link=self._link(partner) == s.exchange,
        )  # fmt: skip

    def _sources(self, s: ReportedStatement) -> frozenset[str | None]:
        return frozenset(self._who(x) for x in s.sources)

    def _addressees(self, s: ReportedStatement) -> frozenset[str | None]:
        return frozenset(self._who(x) for x in s.addressees)

    def _why_not(self, s: AnnotatedStatement, named: frozenset[str | None]) -> Cause | None:
        if not s.sources <= self._who.found:
            return None if s.sources == {UNKNOWN} else "entity_missed"
        return "entity_split" if any(n and n.startswith(STRANGER) for n in named) else None

    def _link(self, s: ReportedStatement) -> int | None:
        """Number of the exchange; one that cannot be where its message is no annotated exchange."""
        return self._exchanges.get(s.message, -1) if s.message else None

    def _mistake(
        self, s: AnnotatedStatement, kind: MistakeKind, annotated: frozenset[str], reported: frozenset[str | None]
    ) -> Mistake:
        return Mistake(
            article=self._annotation.name, kind=kind, line=s.line, cue=s.cue_text, annotated=_listed(annotated),
            reported=_listed(reported), form=s.form, frame=s.frame, subject=s.subject, text=self._text(s.content),
        )  # fmt: skip

    def _extra(self, s: ReportedStatement) -> Mistake:
        return Mistake(
            article=self._annotation.name, kind="statement_extra", line=s.line, cue=s.cue_text,
            reported=_listed(self._sources(s)), form=s.form, frame=s.frame, text=self._text(s.content),
        )  # fmt: skip

    def _text(self, content: tuple[Span, ...]) -> str:
        return " … ".join(self._annotation.text[c.start : c.end] for c in content)


def _same_sources(annotated: frozenset[str], reported: frozenset[str | None]) -> bool:
    """One of several sources of a statement is enough; of one that nobody knows there must be none."""
    if len(annotated) > 1:
        return bool(annotated & reported)
    return reported == annotated or (annotated == {UNKNOWN} and not reported)


def _same_cue(annotated: Span | None, reported: Span | None) -> bool:
    """Cues that touch, or none on either side."""
    if annotated is None or reported is None:
        return annotated is reported
    return annotated.start < reported.end and reported.start < annotated.end


def _listed(parties: frozenset[str] | frozenset[str | None]) -> tuple[str, ...]:
    return tuple(sorted(str(p) for p in parties))
