"""A digest on a terminal."""

from collections.abc import Iterator

from dipcli.views.digest import Digest, Sent, Speaker, Theme, more_words
from dipcli.views.labels import comma, label
from dipcli.views.names import arrow
from dipcli.views.screen import Block, Cell, Gap, Heading, Paragraph, bar, joined

_MARGIN_FROM = 80


def digest_blocks(digest: Digest, lang: str) -> Iterator[Block]:
    """Title and totals, messages, themes with their speakers, each with its first statements."""
    cells = list(joined(digest.heading, " ", "strong"))
    for total in digest.totals:
        cells += [Cell(" · ", "dim"), Cell(total, isolate=True)]
    yield Paragraph(tuple(cells), 1, ui=True)
    if digest.is_empty:
        yield Paragraph((Cell(digest.nothing, "dim"),), 1, ui=True)
        return
    if digest.messages:
        yield Gap()
        yield Heading(label("messages", lang))
        for sent in digest.messages:
            yield from _message(sent, lang)
        if digest.more_messages:
            yield Paragraph((Cell(more_words(digest.more_messages, "message", lang), "dim"),), 3, ui=True)
    if digest.themes:
        yield Gap()
        yield Heading(label("themes", lang))
        most = max(t.statements for t in digest.themes)
        for n, theme in enumerate(digest.themes):
            if n:
                yield Gap()
            yield from _theme(theme, most, lang)


def _message(sent: Sent, lang: str) -> Iterator[Block]:
    cells = [Cell(f"{sent.kind}  ", "dim"), *_side(sent.from_, lang)]
    if sent.to:
        cells += [Cell(f" {arrow(lang)} "), *_side(sent.to, lang)]
    for fact in sent.facts:
        cells += [Cell("   "), Cell(fact, "dim", isolate=True)]
    yield Paragraph(tuple(cells), 3, hang=2, margin=((Cell(sent.place, "dim"),),), margin_from=_MARGIN_FROM, ui=True)
    for point in sent.points:
        yield Paragraph((Cell("· "), Cell(point)), 5, hang=2)


def _side(parties: tuple[tuple[str, str], ...], lang: str) -> Iterator[Cell]:
    for n, (name, style) in enumerate(parties):
        if n:
            yield Cell(comma(lang))
        yield Cell(name, f"{style} strong", isolate=True)


def _theme(theme: Theme, most: int, lang: str) -> Iterator[Block]:
    cells = (
        Cell(theme.label, "strong", isolate=True),
        Cell("  "),
        Cell(bar(theme.statements, most), "dim"),
        Cell(f" {theme.statements}"),
    )
    yield Paragraph(cells, 2, ui=True)
    for speaker in theme.speakers:
        yield from _speaker(speaker, lang)
    if theme.more:
        yield Paragraph((Cell(more_words(theme.more, "statement", lang), "dim"),), 3, ui=True)


def _speaker(speaker: Speaker, lang: str) -> Iterator[Block]:
    cells = [Cell(speaker.name, f"{speaker.style} strong", isolate=True)]
    for fact in filter(None, (speaker.name_en, speaker.office)):
        cells += [Cell("  "), Cell(fact, "dim", isolate=True)]
    yield Paragraph((*cells, Cell("  "), Cell(str(speaker.statements), isolate=True)), 3, hang=2, ui=True)
    for line in speaker.lines:
        margin = (tuple(joined((line.place, line.id), "  ", "dim")),)
        facts = [c for fact in line.facts for c in (Cell(" · ", "dim"), Cell(fact, "dim", isolate=True))]
        yield Paragraph((Cell("· "), Cell(line.text), *facts), 5, hang=2, margin=margin, margin_from=_MARGIN_FROM)
    if speaker.more:
        yield Paragraph((Cell(more_words(speaker.more, "statement", lang), "dim"),), 5, ui=True)
