"""``dip themes`` for people."""

from dipcli.views.rows import ThemeRow
from dipcli.views.screen import Cell, Grid

_BAR = 12


def themes_grid(rows: list[ThemeRow], lang: str) -> Grid:
    """Theme, bar beside its number, articles, who."""
    most = max([r.statements for r in rows] + [1])
    out = []
    for r in rows:
        bar = "▇" * max(1, round(_BAR * r.statements / most)) if r.statements else ""
        name = r.label_ar if lang == "ar" else r.label_en
        out.append(
            (
                Cell(name, "strong"),
                Cell(bar, "dim"),
                Cell(str(r.statements)),
                Cell(str(r.articles)),
                Cell("، ".join(r.leaders[:3])),
            )
        )
    heads = ("", "", "أقوال", "مقالات", "") if lang == "ar" else ("", "", "statements", "articles", "")
    return Grid(tuple(out), "llrrl", heads)
