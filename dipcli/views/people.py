"""One person under one number over many reports, as ``dip leaders`` counts them."""

from dipcli.model import Entity
from dipcli.query import Selection
from dipcli.views.leaders import Namesakes, may_be_one, namesakes_of, tells_more


class People:
    """Numbers entities of all kinds from 0 in order of appearance; ``[n]`` is the one that tells most of the person.

    Known entities are one by their id, others by their name, as in ``LeaderCount``.
    """

    def __init__(self) -> None:
        self._entities: list[Entity] = []
        self._by_name: dict[Namesakes, list[int]] = {}

    def __getitem__(self, number: int) -> Entity:
        return self._entities[number]

    def __len__(self) -> int:
        return len(self._entities)

    def numbers(self, selection: Selection) -> dict[str, int]:
        """Number of each entity of a report by its id there."""
        return {e.id: self.number(e, selection.joined.get(e.id)) for e in selection.report.entities}

    def number(self, e: Entity, person: int | None = None) -> int:
        """Number of one entity, a new one where nobody is the same; ``person`` is whom an archive's correction says."""
        namesakes = self._by_name.setdefault(namesakes_of(e, person), [])
        for number in namesakes:
            other = self._entities[number]
            if person is not None or (e.kind == other.kind and (e.known or may_be_one(e, other))):
                if tells_more(e, other):
                    self._entities[number] = e
                return number
        namesakes.append(len(self._entities))
        self._entities.append(e)
        return namesakes[-1]
