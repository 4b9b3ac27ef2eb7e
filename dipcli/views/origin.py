"""Where an article of the archive came from, for people."""

from collections.abc import Iterator, Sequence

from dipcli.model import RulesId
from dipcli.records import Record
from dipcli.views.labels import label, listed
from dipcli.views.screen import Block, Cell, Paragraph, joined


class Origin(Record):
    """Its id, sources, outlet, date, the other prints of its story, when it came in (ISO time), and the rules that have
    read it beside those of ``today``.
    """

    article: str
    sources: Sequence[str]
    outlet: str | None
    published: str | None
    others: Sequence[str]
    added: str
    rules: RulesId
    today: RulesId


def origin_blocks(origin: Origin, lang: str) -> Iterator[Block]:
    """Lines ahead of the article."""
    yield Paragraph((Cell(origin.article, "dim", isolate=True),), 1, ui=True)
    facts = [*origin.sources, *([origin.outlet] if origin.outlet else []), origin.published or label("no_date", lang)]
    yield Paragraph(tuple(joined(facts, " · ", "dim")), 1, ui=True)
    if origin.others:
        yield _line("also_in", listed(list(dict.fromkeys(origin.others)), lang), lang)
    yield _line("came_in", origin.added, lang)
    yield _line("read_with", f"{origin.rules.version} {origin.rules.sha256[:8]}", lang)
    if origin.rules[:2] != origin.today[:2]:
        yield Paragraph((Cell(label("older_rules", lang)),), 1, ui=True)


def _line(key: str, text: str, lang: str) -> Block:
    return Paragraph((Cell(f"{label(key, lang)} ", "dim"), Cell(text, "dim", isolate=True)), 1, ui=True)
