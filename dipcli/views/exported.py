"""Tables that leave an archive beside statements, messages and themes: its articles, and the people that it joins."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated

from dipcli.model import Report
from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.summary import title_of


class ArticleRow(Record):
    """``dip.article/1``: an article of an archive."""

    file: Annotated[str, "where it came from; news.jsonl#12 for a record"]
    id: Annotated[str, "SHA-256 of the text in UTF-8"]
    title: str | None
    published: Annotated[str | None, "ISO 8601; a month or a year where no more is known"]
    published_from: str | None
    outlet: str | None
    encoding: str
    characters: Annotated[int, "code points of the text"]
    statements: Annotated[int, "that are exported with it"]
    messages: Annotated[int, "that are exported with it"]
    summary: str
    added: Annotated[str, "when it came into the archive: ISO 8601 in UTC"]
    story: Annotated[str, "file of the first print of its story; its own where it is the first"]
    text: Annotated[str | None, "null with --no-text"]


class PersonRow(Record):
    """``dip.person/1``: somebody (or a country, a body) whom the archive knows as one over its articles."""

    id: Annotated[int, "number in the archive"]
    name: Annotated[str, "the fullest form of all articles"]
    name_en: str | None
    entity: Annotated[str | None, "the rules' id where they know the person"]
    kind: str
    office: str | None
    country: str | None
    articles: Annotated[int, "that name the person"]
    said: Annotated[int, "statements"]
    told: Annotated[int, "statements that are addressed to the person"]


def article_row(selection: Selection, key: str, *, added: str, story: str, with_text: bool) -> ArticleRow:
    """The row of an article as far as the query keeps it; ``key`` is its id."""
    report = selection.report
    a = report.article
    return ArticleRow(
        file=a.source, id=key, title=title_of(report), published=a.published, published_from=a.published_from,
        outlet=a.outlet, encoding=a.encoding.name, characters=len(a.text), statements=len(selection.statements()),
        messages=len(selection.messages()), summary=report.summary.text, added=added, story=story,
        text=a.text if with_text else None,
    )  # fmt: skip


class PersonCount:
    """Counts how often people are named, speak and are spoken to, by their numbers in the archive."""

    def __init__(self) -> None:
        self._articles: Counter[int] = Counter()
        self._said: Counter[int] = Counter()
        self._told: Counter[int] = Counter()

    def add(self, selection: Selection, persons: Mapping[str, int]) -> None:
        """Count one report; ``persons`` are the numbers of its entities."""
        self._articles.update({persons[e.id] for e in selection.report.entities if e.id in persons})
        for s, _ in selection.statements():
            self._said.update(numbers_of([x.entity for x in s.sources], persons))
            self._told.update(numbers_of([a.entity for a in s.addressees], persons))

    def counts(self) -> list[tuple[int, int, int, int]]:
        """Number, articles, statements made, statements received, by number."""
        return [(n, self._articles[n], self._said[n], self._told[n]) for n in sorted(self._articles)]


def numbers_of(ids: Iterable[str | None], persons: Mapping[str, int]) -> list[int]:
    """Numbers of entities in their order, each once; who has no name has none."""
    return list(dict.fromkeys(persons[i] for i in ids if i is not None and i in persons))


def sides_of(report: Report, persons: Mapping[str, int]) -> dict[str, tuple[list[int], list[int]]]:
    """By the id of a statement or message: numbers of those it is from and of those it is to."""
    statements = {
        s.id: (
            numbers_of([x.entity for x in s.sources], persons),
            numbers_of([a.entity for a in s.addressees], persons),
        )
        for s in report.statements
    }
    return statements | {m.id: (numbers_of(m.from_, persons), numbers_of(m.to, persons)) for m in report.messages}
