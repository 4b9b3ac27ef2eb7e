"""Which entity of a report is which entity of the annotation, and how well the report groups their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from dipcli.evaluation.annotations import AnnotatedEntity
from dipcli.evaluation.reported import ReportedEntity
from dipcli.evaluation.words import Name, name_of

# The name of an entity says more than one place where it is mentioned.
_NAME_VOTES, _MENTION_VOTES = 2, 1

STRANGER = "?"
"""Stands before the id of a reported entity that the annotation does not have."""


class Identity:
    """Entities of one report laid to entities of the annotation, one to one, by the names that each goes under."""

    def __init__(self, annotated: Iterable[AnnotatedEntity], reported: Iterable[ReportedEntity]) -> None:
        self._annotated = tuple(annotated)
        self._owners = owners(self._annotated)
        self._keys = self._matched([(e.id, self._votes(e)) for e in reported])

    def __call__(self, reported_id: str | None) -> str | None:
        """Key of a reported entity; STRANGER and its own id where the annotation has none, None for None."""
        if not reported_id:
            return None
        return self._keys.get(reported_id, STRANGER + reported_id)

    @property
    def found(self) -> frozenset[str]:
        """Keys of the annotated entities that the report has."""
        return frozenset(self._keys.values())

    def _votes(self, entity: ReportedEntity) -> Mapping[str, int]:
        """How many of an entity's names are names of each annotated entity; a similar name only where none is."""
        votes: Counter[str] = Counter()
        for place, form in enumerate(entity.forms):
            keys = self._owners.get(name_of(form), ())
            if len(keys) == 1:
                votes.update({next(iter(keys)): _MENTION_VOTES if place else _NAME_VOTES})
        return votes or self._similar(entity)

    def _similar(self, entity: ReportedEntity) -> Mapping[str, int]:
        """The one annotated entity whose name is a part of the entity's name, or has it as a part."""
        own = set(name_of(entity.forms[0]))
        keys = [
            e.key
            for e in self._annotated
            if own and (e.kind == "person") == (entity.kind == "person") and _is_part(own, name_of(e.name))
        ]
        return {keys[0]: 1} if len(keys) == 1 else {}

    @staticmethod
    def _matched(votes: list[tuple[str, Mapping[str, int]]]) -> dict[str, str]:
        """One to one, the pairs with the most votes first, then in the report's order."""
        claims = sorted((-n, order, key, own) for order, (own, by_key) in enumerate(votes) for key, n in by_key.items())
        keys: dict[str, str] = {}
        for _, _, key, own in claims:
            if own not in keys and key not in keys.values():
                keys[own] = key
        return keys


def _is_part(own: set[str], name: Name) -> bool:
    """A single word of an annotated name is too little to be found inside a longer one."""
    return own <= set(name) or (len(name) > 1 and set(name) <= own)


def owners(annotated: Iterable[AnnotatedEntity]) -> dict[Name, set[str]]:
    """Keys of the entities that go under each name."""
    found: dict[Name, set[str]] = defaultdict(set)
    for e in annotated:
        for form in (e.name, *e.aliases):
            if name := name_of(form):
                found[name].add(e.key)
    return found


def b_cubed(annotated: Iterable[AnnotatedEntity], reported: Iterable[ReportedEntity]) -> tuple[float, float, int]:
    """B-cubed (Bagga and Baldwin 1998) over the names in the annotation that one entity has: which are one entity's?

    Sums over the names of precision and of recall, and how many names there are. A name that the report does not have
    stands alone: precision 1, recall 0.
    """
    holder: dict[Name, str] = {}
    for entity in reported:
        for form in entity.forms:
            holder.setdefault(name_of(form), entity.id)
    names = sorted((name, next(iter(keys))) for name, keys in owners(annotated).items() if len(keys) == 1)
    together = Counter((key, holder[name]) for name, key in names if name in holder)
    by_key = Counter(key for _, key in names)
    by_holder = Counter(holder[name] for name, _ in names if name in holder)
    precision = recall = 0.0
    for name, key in names:
        if name in holder:
            both = together[key, holder[name]]
            precision += both / by_holder[holder[name]]
            recall += both / by_key[key]
        else:
            precision += 1
    return precision, recall, len(names)
