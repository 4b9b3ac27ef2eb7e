"""What the finder of mentions hands on, before it is known who is who."""

from typing import Literal

from dipcli.records import Record

FoundKind = Literal["person", "country", "organisation", "group", "unnamed", "place"]


class Title(Record):
    """An office, rank or honorific as it stands: its tokens (nationality left out) and what the rules know of it."""

    first: int
    last: int
    skip: int
    office: str  # the rules' class of office; "" when only the words are known
    kind: str  # state_office, minister, rank, honorific, spokesperson …
    leader: bool
    gender: str
    number: str
    country: str | None
    deputy: bool  # names another person than the office it contains
    definite: bool


class Found:
    """A place in the text that names or describes somebody; token range half-open, ``skip`` proclitic letters."""

    __slots__ = (
        "body", "conj", "country", "first", "gender", "honorific", "kind", "known", "last", "name", "number", "pair", "rule",
        "skip", "titles",
    )  # fmt: skip

    def __init__(
        self, *, first: int, last: int, skip: int, kind: FoundKind, rule: str, titles: tuple[Title, ...] = (),
        name: tuple[int, int, int] | None = None, known: tuple[str, ...] = (), body: str | None = None,
        country: str | None = None, gender: str | None = None, number: str = "sg", honorific: str | None = None,
        conj: bool = False, pair: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.first = first
        self.last = last
        self.skip = skip
        self.kind: FoundKind = kind
        self.rule = rule
        self.titles = titles
        self.name = name  # (first token, last token, proclitic letters)
        self.known = known  # ids of known persons that this form names
        self.body = body
        self.country = country
        self.gender = gender
        self.number = number
        self.honorific = honorific
        self.conj = conj
        self.pair = pair  # countries of the two whom a dual title means (الوزيران المصري والأردني)

    def __repr__(self) -> str:
        return f"Found({self.kind} {self.first}-{self.last} {self.rule} name={self.name} titles={self.titles} {self.country} {self.body} {self.known})"
