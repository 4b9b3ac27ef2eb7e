"""What a page is made of: parties, statements, messages, articles, leaders, and the values of its filters."""

from dipcli.records import Record
from dipcli.views.explain import Reason
from dipcli.views.marked import Line


class Who(Record):
    """A party: its number on the page (-1 for nobody known), its short and full name, its colour."""

    number: int
    short: str
    name: str
    style: str


class Said(Record):
    """A statement; ``number`` counts from 0 over the page, ``article`` is the number of its article.

    ``stretches`` are what it says, each in one block unless it is very long.
    """

    number: int
    id: str
    article: int
    line: int
    place: str
    date: str | None
    speakers: tuple[Who, ...]
    to: tuple[Who, ...]
    medium: str | None
    status: str
    themes: tuple[str, ...]
    message: int
    facts: tuple[str, ...]
    stretches: tuple[tuple[str, ...], ...]
    reasons: tuple[Reason, ...]
    rule: str
    called: tuple[int, ...]
    called_to: tuple[int, ...]


class Sent(Record):
    """A message; ``pairs`` are who → whom by their numbers, ``points`` the numbers of its main statements."""

    number: int
    kind: str
    date: str | None
    from_: tuple[Who, ...]
    to: tuple[Who, ...]
    occasion: str
    article: int
    line: int
    place: str
    statements: int
    points: tuple[tuple[int, str], ...]
    pairs: tuple[tuple[int, int], ...]


class SummaryLine(Record):
    """A sentence of the summary, and the label that is read before it."""

    label: str
    text: str


class Paper(Record):
    """An article: what it is, how many messages and statements, its summary, its lines; ``heard``: any in a message."""

    number: int
    title: str
    source: str
    date: str | None
    messages: int
    statements: int
    heard: bool
    summary: tuple[SummaryLine, ...]
    notes: tuple[str, ...]
    lines: tuple[Line, ...]


class Leader(Record):
    """A leader: office and country in words, statements made and received."""

    who: Who
    name: str
    name_en: str
    office: str
    said: int
    told: int


class Choice(Record):
    """A value of a filter, its label, and how many statements it keeps."""

    value: str
    label: str
    statements: int


class Choices(Record):
    """Names to choose from for who speaks and who is spoken to, and for each statement the numbers of those that keep it."""

    by: list[Choice]
    kept_by: list[tuple[int, ...]]
    to: list[Choice]
    kept_to: list[tuple[int, ...]]
