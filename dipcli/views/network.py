"""Who addressed whom, how often: contacts and statements between two parties, counted over all that was read."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.labels import counted, label
from dipcli.views.names import arrow, one_line, short_of
from dipcli.views.people import People
from dipcli.views.screen import Cell, Grid, Palette, Row, bar


class NetworkRow(Record):
    """``dip.network/1``: one party to another, over all that was read."""

    from_: Annotated[str, "name, the fullest form"]
    from_en: str | None
    from_id: str
    to: str
    to_en: str | None
    to_id: str
    messages: Annotated[int, "letters, cables, calls, meetings and visits from one to the other"]
    kinds: Annotated[list[str], "kind × count of the messages"]
    statements: Annotated[int, "statements of the one that are addressed to the other"]


class _Tally:
    __slots__ = ("kinds", "statements")

    def __init__(self) -> None:
        self.statements = 0
        self.kinds: Counter[str] = Counter()


class Edge(Record):
    """A row with the numbers of its two parties and their short names in the language of the labels."""

    source: int
    target: int
    source_short: str
    target_short: str
    row: NetworkRow

    @property
    def weight(self) -> int:
        """Messages and statements together."""
        return self.row.messages + self.row.statements


class NetworkCount:
    """Counts who addressed whom over reports. ``people`` is shared where others number the same reports."""

    def __init__(self, people: People | None = None) -> None:
        self.people = People() if people is None else people
        self._tallies: dict[tuple[int, int], _Tally] = {}

    def add(self, selection: Selection) -> None:
        """Count one report, as far as the query keeps it."""
        messages, statements = selection.messages(), selection.statements()
        if not messages and not statements:
            return  # what the article calls people is not asked for
        numbers = self.people.numbers(selection)
        for m in messages:
            for one, other in _pairs(m.from_, m.to, numbers):
                self._tallies.setdefault((one, other), _Tally()).kinds[m.kind] += 1
        for s, _ in statements:
            to = [a.entity for a in s.addressees]
            for one, other in _pairs([x.entity for x in s.sources], to, numbers):
                self._tallies.setdefault((one, other), _Tally()).statements += 1

    def edges(self, lang: str) -> list[Edge]:
        """Most messages first, then most statements, then in order of appearance."""
        ordered = sorted(self._tallies.items(), key=lambda x: (-x[1].kinds.total(), -x[1].statements))
        return [self._edge(one, other, tally, lang) for (one, other), tally in ordered]

    def rows(self) -> list[NetworkRow]:
        """The same without what is for pictures."""
        return [e.row for e in self.edges("en")]

    def _edge(self, one: int, other: int, tally: _Tally, lang: str) -> Edge:
        a, b = self.people[one], self.people[other]
        kinds = sorted(tally.kinds.items(), key=lambda x: (-x[1], x[0]))
        row = NetworkRow(
            from_=one_line(a.name), from_en=a.name_en, from_id=a.id, to=one_line(b.name), to_en=b.name_en, to_id=b.id,
            messages=tally.kinds.total(), kinds=[f"{k} × {n}" for k, n in kinds], statements=tally.statements,
        )  # fmt: skip
        return Edge(one, other, short_of(a, lang), short_of(b, lang), row)

    def grid(self, lang: str) -> Grid:
        """From, to, a bar beside the number of messages, their kinds, statements."""
        palette, edges = Palette(), self.edges(lang)
        most = max((e.row.messages for e in edges), default=1)
        heads = ("", "", "", "", label("messages_of", lang), label("statements", lang))
        rows = tuple(
            Row(
                (
                    Cell(e.source_short, palette.of(str(e.source))),
                    Cell(arrow(lang), "dim"),
                    Cell(e.target_short, palette.of(str(e.target))),
                    Cell(bar(e.row.messages, most), "dim"),
                    Cell(kinds_words(e.row.kinds, lang) if e.row.kinds else "0"),
                    Cell(str(e.row.statements)),
                )
            )
            for e in edges
        )
        return Grid(rows, "lllllr", heads, 1)


def _pairs(
    from_: list[str | None] | tuple[str, ...], to: list[str] | tuple[str, ...], numbers: dict[str, int]
) -> Iterator[tuple[int, int]]:
    """Each of the one side with each of the other, once, nobody with himself."""
    seen: dict[tuple[int, int], None] = {}
    for one in from_:
        for other in to:
            if one in numbers and other in numbers and numbers[one] != numbers[other]:
                seen[(numbers[one], numbers[other])] = None
    return iter(seen)


def kinds_words(kinds: list[str], lang: str) -> str:
    """``kind × count`` of several in words: 3 letters, 1 call."""
    from dipcli.views.labels import listed

    parts = [k.split(" × ") for k in kinds]
    return listed([counted(int(n), kind, lang) for kind, n in parts], lang)
