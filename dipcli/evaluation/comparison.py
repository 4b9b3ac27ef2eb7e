"""One report against the annotation of its article: what is counted, and what is wrong."""

from collections.abc import Iterator

from dipcli.evaluation.annotations import AnnotatedEntity, Annotation, Exchange
from dipcli.evaluation.figures import ENTITY_PRECISION, ENTITY_RECALL, Count, Tally
from dipcli.evaluation.identity import Identity, b_cubed
from dipcli.evaluation.mistakes import Mistake, MistakeKind
from dipcli.evaluation.offices import same_office
from dipcli.evaluation.reported import Reported, ReportedEntity, ReportedMessage
from dipcli.evaluation.statements import StatementComparison
from dipcli.records import Record


class Comparison(Record):
    """What one article adds to the figures, its mistakes, and which statements of the report are right in who-said."""

    tally: Tally
    mistakes: tuple[Mistake, ...]
    right: tuple[bool, ...] = ()


def compare(annotation: Annotation, report: Reported) -> Comparison:
    """Lay a report beside the annotation of its article."""
    who = Identity(annotation.entities, report.entities)
    messages = _Messages(annotation, report, who)
    statements = StatementComparison(annotation, report, who, messages.exchange_of)
    leaders = _Leaders(annotation, report, who)
    precision, recall, names = b_cubed(annotation.entities, report.entities)
    counts = {
        **statements.counts(),
        "message": Count(len(messages.exchange_of), len(report.messages), len(annotation.exchanges)),
        ENTITY_PRECISION: Count(precision, 0, names),
        ENTITY_RECALL: Count(recall, 0, names),
        **leaders.counts(),
        "theme": Count(len(annotation.themes & report.themes), len(report.themes), len(annotation.themes)),
    }
    mistakes = (*statements.mistakes(), *messages.mistakes(), *leaders.mistakes(), *_themes(annotation, report))
    return Comparison(counts, mistakes, statements.right())


Sides = tuple[frozenset[str | None], frozenset[str | None]]


class _Messages:
    """Messages paired with annotated exchanges; ``exchange_of`` has the numbers of the exchanges of those that are right."""

    def __init__(self, annotation: Annotation, report: Reported, who: Identity) -> None:
        self._name, self._who = annotation.name, who
        self._missed = list(annotation.exchanges)
        self._extra: list[ReportedMessage] = []
        self.exchange_of: dict[str, int] = {}
        for message in report.messages:
            exchange = next((x for x in self._missed if self._same(message, x)), None)
            if exchange is None:
                self._extra.append(message)
            else:
                self._missed.remove(exchange)
                self.exchange_of[message.id] = exchange.number

    def mistakes(self) -> Iterator[Mistake]:
        """What is too much, then what is missing."""
        for message in self._extra:
            yield Mistake(
                article=self._name, kind="message_extra", reported=_arrow(message.kind, *self._sides(message))
            )
        for exchange in self._missed:
            sides = frozenset(exchange.from_), frozenset(exchange.to)
            known = sides[0] | sides[1] <= self._who.found
            yield Mistake(
                article=self._name, kind="message_missed", annotated=_arrow(exchange.kind, *sides),
                cause=None if known else "entity_missed",
            )  # fmt: skip

    def _same(self, message: ReportedMessage, exchange: Exchange) -> bool:
        """The same kind and sides; who is named first matters in a letter only."""
        own, other = self._sides(message), (frozenset(exchange.from_), frozenset(exchange.to))
        return message.kind == exchange.kind and (own == other or (message.kind != "letter" and own == other[::-1]))

    def _sides(self, message: ReportedMessage) -> Sides:
        return frozenset(map(self._who, message.from_)), frozenset(map(self._who, message.to))


def _arrow(kind: str, one: frozenset[str | None], other: frozenset[str | None]) -> tuple[str, ...]:
    return kind, "+".join(sorted(map(str, one))), "+".join(sorted(map(str, other)))


class _Leaders:
    """Persons with an office, paired by who they are; office and country are judged on the pairs."""

    def __init__(self, annotation: Annotation, report: Reported, who: Identity) -> None:
        self._name = annotation.name
        self._missed = {e.key: e for e in annotation.entities if e.kind == "person" and e.office}
        self._annotated = len(self._missed)
        self._extra: list[ReportedEntity] = []
        self._pairs: list[tuple[AnnotatedEntity, ReportedEntity]] = []
        for entity in report.entities:
            if entity.kind == "person" and entity.office:
                own = self._missed.pop(who(entity.id) or "", None)
                if own is None:
                    self._extra.append(entity)
                else:
                    self._pairs.append((own, entity))

    def counts(self) -> dict[str, Count]:
        """Leaders found, and what is right about them."""
        pairs = len(self._pairs)
        return {
            "leader": Count(pairs, pairs + len(self._extra), self._annotated),
            "office accuracy": Count(sum(_same_office(*p) for p in self._pairs), 0, pairs),
            "country accuracy": Count(sum(_same_country(*p) for p in self._pairs), 0, pairs),
        }

    def mistakes(self) -> Iterator[Mistake]:
        """Wrong offices and countries, what is too much, what is missing."""
        for own, e in self._pairs:
            if not _same_office(own, e):
                yield self._mistake("office", _words(own.office), _words(e.office), own.name)
            if not _same_country(own, e):
                yield self._mistake("country", _words(own.country), _words(e.country), own.name)
        for e in self._extra:
            yield self._mistake("leader_extra", (), _words(e.office), e.forms[0])
        for own in self._missed.values():
            yield self._mistake("leader_missed", _words(own.office), (), own.name)

    def _mistake(self, kind: MistakeKind, annotated: tuple[str, ...], reported: tuple[str, ...], name: str) -> Mistake:
        return Mistake(article=self._name, kind=kind, annotated=annotated, reported=reported, text=name)


def _same_office(own: AnnotatedEntity, e: ReportedEntity) -> bool:
    return same_office(own.office or "", e.office or "")


def _same_country(own: AnnotatedEntity, e: ReportedEntity) -> bool:
    return (own.country or None) == e.country


def _words(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _themes(annotation: Annotation, report: Reported) -> Iterator[Mistake]:
    for theme in sorted(report.themes - annotation.themes):
        yield Mistake(article=annotation.name, kind="theme_extra", reported=(theme,))
    for theme in sorted(annotation.themes - report.themes):
        yield Mistake(article=annotation.name, kind="theme_missed", annotated=(theme,))
