"""Hits of a search: one flat row a sentence, and for people the article's head with its sentences below."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from dipcli.model import Span
from dipcli.query import Match
from dipcli.records import Record
from dipcli.views.labels import label, listed
from dipcli.views.screen import Block, Cell, Paragraph, flat, joined
from dipcli.views.statements import marked

# So much of an id tells an article from the others; dip show takes it.
_SHORT_ID = slice(len("sha256:"), len("sha256:") + 8)


class HitRow(Record):
    """``dip.hit/1``: a sentence with what was searched for."""

    file: str
    line: int
    published: str | None
    title: str | None
    outlet: str | None
    others: Annotated[list[str], "outlets, else files, of the other prints of the story"]
    text: Annotated[str, "the sentence"]
    matches: Annotated[list[list[int]], "where it stands: half-open offsets into text"]
    spellings: Annotated[list[str], "what matched, as it is written"]
    article: Annotated[str, "id of the article"]


class FoundIn(Record):
    """The article in which something was found; ``article`` is its id."""

    file: str
    published: str | None
    title: str | None
    outlet: str | None
    others: Sequence[str]
    text: str
    article: str


def hit_row(found: FoundIn, sentence: Span, places: Sequence[tuple[int, int]]) -> HitRow:
    """The row of one sentence; ``places``, in order, are half-open offsets into the article's text like it."""
    return HitRow(
        file=found.file, line=found.text.count("\n", 0, sentence.start) + 1, published=found.published,
        title=flat(found.title) if found.title else None, outlet=found.outlet, others=list(found.others),
        text=found.text[sentence.start : sentence.end],
        matches=[[a - sentence.start, b - sentence.start] for a, b in _apart(places)],
        spellings=list(dict.fromkeys(flat(found.text[a:b]) for a, b in places)), article=found.article,
    )  # fmt: skip


def _apart(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places, those that overlap as one."""
    held: tuple[int, int] | None = None
    for start, end in places:
        if held is not None and start < held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def hit_blocks(row: HitRow, lang: str, *, head: bool) -> Iterator[Block]:
    """A sentence with the words marked; with ``head`` the article's title, date, outlet, id and other outlets before it."""
    if head:
        if row.title:
            yield Paragraph((Cell(row.title, "strong"),), 1)
        facts = [row.published or label("no_date", lang), *([row.outlet] if row.outlet else []), row.article[_SHORT_ID]]
        if row.others:
            facts.append(f"{label('also_in', lang)} {listed(row.others, lang)}")
        yield Paragraph(tuple(joined(facts, " · ", "dim")), 1, ui=True)
    place = ((Cell(f"{row.file}:{row.line}", "dim", isolate=True),),)
    text = row.text.replace("\n", " ")
    yield Paragraph(tuple(marked(text, Match(tuple((a, b) for a, b in row.matches)))), 3, margin=place)
