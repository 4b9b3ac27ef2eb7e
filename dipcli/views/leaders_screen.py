"""Leaders as people see them."""

from collections.abc import Iterator

from dipcli.views.labels import comma, label
from dipcli.views.leaders import LeaderRow
from dipcli.views.names import World, arrow, office_words
from dipcli.views.screen import Cell, Grid, Palette, Paragraph, Row

_SHOWN = 4


def times(counted: list[str], lang: str) -> Iterator[Cell]:
    """``name × count`` of several, each name in its own direction."""
    for n, part in enumerate(counted):
        name, _, count = part.rpartition(" × ")
        yield from (Cell(comma(lang) if n else "", "dim"), Cell(name, "dim", isolate=True), Cell(f" × {count}", "dim"))


def leaders_grid(
    rows: list[LeaderRow], lang: str, palette: Palette, world: World, *, title: str = "", whole: bool = True
) -> Grid:
    """Name, English name, counts, office and country; with ``whole`` to whom and on what below each."""
    shown = []
    for r in rows:
        cells = (
            Cell(r.name, palette.of(r.id)),
            Cell(r.name_en or "" if lang != "ar" else "", "dim"),
            Cell(str(r.said)),
            Cell(str(r.named)),
            Cell(office_words(r.office, r.office_en, world.country(r.country, lang), lang), "dim"),
        )
        shown.append(Row(cells, _details(r, lang, world) if whole else ()))
    return Grid(tuple(shown), "llrrl", ("", "", label("said", lang), label("named", lang), ""), title=title)


def _details(r: LeaderRow, lang: str, world: World) -> tuple[Paragraph, ...]:
    cells: list[Cell] = []
    if r.to:
        cells += [Cell(f"{arrow(lang)} ", "dim"), *times(r.to[:_SHOWN], lang)]
    if r.themes:
        themes = [t.split(" × ") for t in r.themes[:_SHOWN]]
        cells += [Cell(" · ", "dim")] if cells else []
        cells += times([f"{world.theme(theme, lang)} × {n}" for theme, n in themes], lang)
    return (Paragraph(tuple(cells), 5, ui=True),) if cells else ()
