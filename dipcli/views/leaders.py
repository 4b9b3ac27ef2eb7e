"""Leaders: who they are, how often named, what they said to whom, counted over all that was read."""

from collections import Counter
from typing import Annotated

from dipcli.model import Entity
from dipcli.query import Bearer, Selection, name_sound
from dipcli.query import may_be_one as one_person
from dipcli.records import Record
from dipcli.views.names import Directory, one_line


class LeaderRow(Record):
    """``dip.leader/1``: a leader over all that was read, or with ``--per-article`` over one article."""

    name: Annotated[str, "fullest form"]
    name_en: str | None
    id: str
    office: str | None
    office_en: str | None
    country: str | None
    named: Annotated[int, "mentions"]
    said: Annotated[int, "statements"]
    to: Annotated[list[str], "name × count"]
    themes: Annotated[list[str], "theme id × count"]
    articles: int
    first: Annotated[str | None, "earliest date of an article"]
    last: Annotated[str | None, "latest date of an article"]


class _Tally:
    """What is counted of one leader."""

    __slots__ = ("articles", "dates", "entity", "named", "said", "themes", "to")

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.named = self.said = self.articles = 0
        self.to: Counter[str] = Counter()
        self.themes: Counter[str] = Counter()
        self.dates: list[str] = []


class LeaderCount:
    """Counts leaders over reports.

    Known people are one by their id. Others are one by their full name, in any transliteration, unless their countries
    differ; a name of one word tells too little, so that office and country must be the same. What was corrected in an
    archive goes before both.
    """

    def __init__(self) -> None:
        self._tallies: list[_Tally] = []
        self._by_name: dict[Namesakes, list[_Tally]] = {}

    def add(self, selection: Selection) -> None:
        """Count one report, as far as the query keeps it."""
        if not selection.dated:
            return
        own = {e.id: _Tally(e) for e in selection.report.entities if e.kind == "person"}
        names = Directory(selection.report)
        for s, _ in selection.statements():
            for source in {x.entity for x in s.sources} & own.keys():
                tally = own[source]  # type: ignore[index]
                tally.said += 1
                tally.to.update(n for a in s.addressees if (n := names.name(a.entity)))
                tally.themes.update(s.themes)
        for tally in own.values():
            if _counts(tally, selection):
                self._merge(tally, selection.report.article.published, selection.joined.get(tally.entity.id))

    def _merge(self, one: _Tally, published: str | None, person: int | None) -> None:
        e = one.entity
        total = self._total(e, person)
        if tells_more(e, total.entity):
            total.entity = e
        # Where title and name stand together, the report lists the whole and, under rules with a dot, its two parts.
        total.named += sum(1 for m in e.mentions if "." not in m.rule)
        total.said += one.said
        total.articles += 1
        total.to.update(one.to)
        total.themes.update(one.themes)
        if published:
            total.dates.append(published)

    def _total(self, e: Entity, person: int | None) -> _Tally:
        """The tally of the same person, else a new one."""
        namesakes = self._by_name.setdefault(namesakes_of(e, person), [])
        for tally in namesakes:
            if e.known or person is not None or may_be_one(e, tally.entity):
                return tally
        new = _Tally(e)
        namesakes.append(new)
        self._tallies.append(new)
        return new

    def rows(self) -> list[LeaderRow]:
        """Most statements first, then most named, then in order of appearance."""
        return [row for _, row in self.leaders()]

    def leaders(self) -> list[tuple[Entity, LeaderRow]]:
        """The rows, each with the entity that tells most of the leader."""
        ordered = sorted(self._tallies, key=lambda t: (-t.said, -t.named))
        return [(t.entity, _row(t)) for t in ordered]

    def __len__(self) -> int:
        return len(self._tallies)


Namesakes = tuple[str, ...] | str | int
"""What those have in common who may be one: the sound of a name, the id of a known one, the number of a corrected one."""


def namesakes_of(e: Entity, person: int | None) -> Namesakes:
    """Under what an entity is looked for among those who may be the same."""
    if person is not None:
        return person
    return e.id if e.known else name_sound(e.name)


def may_be_one(a: Entity, b: Entity) -> bool:
    """May two unknown people of names that sound alike be the same?"""
    return one_person(Bearer(a.kind, a.name, a.office, a.country), Bearer(b.kind, b.name, b.office, b.country))


def tells_more(new: Entity, old: Entity) -> bool:
    """Is the name fuller, or as full with an office or country that was missing?"""
    if len(new.name) != len(old.name):
        return len(new.name) > len(old.name)
    return bool((new.office and not old.office) or (new.country and not old.country))


def _counts(tally: _Tally, selection: Selection) -> bool:
    e, query = tally.entity, selection.query
    if not (e.office or e.known or tally.said):
        return False
    if selection.by is not None and e.id not in selection.by:
        return False
    return bool(tally.said) or not (query.asks_of_statements() or query.to or query.medium)


def _row(t: _Tally) -> LeaderRow:
    e = t.entity
    return LeaderRow(
        name=one_line(e.name), name_en=e.name_en, id=e.id, office=e.office, office_en=e.office_en, country=e.country,
        named=t.named, said=t.said, to=counts(t.to), themes=counts(t.themes), articles=t.articles,
        first=min(t.dates, default=None), last=max(t.dates, default=None),
    )  # fmt: skip


def counts(counter: Counter[str]) -> list[str]:
    """``name × count``, most first."""
    return [f"{k} × {n}" for k, n in sorted(counter.items(), key=lambda x: (-x[1], x[0]))]
