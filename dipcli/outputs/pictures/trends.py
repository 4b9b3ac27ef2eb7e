"""Themes or speakers over time: a row each, a bar for each month."""

from collections.abc import Callable
from typing import Any

from dipcli.outputs.pictures.look import Look, Spec, link, short_label, spec, text_mark
from dipcli.views.trends import Trend, by_time

MOST_ROWS = 10
_ROW, _BAR, _BOTTOM, _MOST_BARS = 34, 26, 24, 48


def trends_picture(trends: list[Trend], look: Look, href: Callable[[Trend, str], str]) -> Spec | None:
    """The most frequent, at most ``MOST_ROWS``; ``href`` takes what is counted and its month or year, "" for all. None for none."""
    shown = trends[:MOST_ROWS]
    if not shown:
        return None
    times, bars = by_time(shown, _MOST_BARS)
    height = _ROW * len(shown) + _BOTTOM
    column = min(196, round(look.width * 0.47))
    across = [look.width - column - 12, 0] if look.right else [column + 12, look.width]
    begin, end = (look.width, look.width - column) if look.right else (0, column)
    names = [
        {
            "y": n * _ROW + _ROW - 11, "line": (n + 1) * _ROW, "x": begin, "end": end, "n": t.total,
            "align": "right" if look.right else "left", "href": href(t, ""), "other": "left" if look.right else "right",
            "label": short_label(t.name if look.right else t.name_en or t.name, round(column / 7) - 4),
        }
        for n, t in enumerate(shown)
    ]  # fmt: skip
    values = [{"row": n, "time": time, "n": count, "href": href(shown[n], time)} for n, time, count in bars]
    return spec(
        look,
        height,
        data=[{"name": "names", "values": names}, {"name": "bars", "values": values}],
        scales=[
            {"name": "x", "type": "band", "domain": times, "range": across, "paddingInner": 0.22, "paddingOuter": 0.1},
            {"name": "h", "type": "linear", "domain": [0, max((b[2] for b in bars), default=1)], "range": [0, _BAR]},
        ],
        axes=[_axis(times, look)],
        marks=[
            {"type": "rule", "from": {"data": "names"}, "encode": {"enter": {
                "x": {"value": min(across)}, "x2": {"value": max(across)}, "y": {"field": "line"}, "stroke": {"value": look.hair},
            }}},
            text_mark(look, "names", "label", x={"field": "x"}, y={"field": "y"},  align={"field": "align"}),
            text_mark(look, "names", "n", x={"field": "end"}, y={"field": "y"},  align={"field": "other"}, fill={"value": look.dim}, **link(look)),
            {"type": "rect", "from": {"data": "bars"}, "encode": {"enter": {
                "xc": {"signal": "scale('x', datum.time) + bandwidth('x') / 2"}, "width": {"signal": "min(26, bandwidth('x'))"},
                "y": {"signal": f"(datum.row + 1) * {_ROW} - max(2, scale('h', datum.n))"}, "y2": {"signal": f"(datum.row + 1) * {_ROW}"},
                "fill": {"value": look.bar}, **link(look),
            }}},
        ],
    )  # fmt: skip


def _axis(times: list[str], look: Look) -> dict[str, Any]:
    most = 3 if look.width < 400 else 6
    step = max(1, -(-len(times) // most))
    return {
        "orient": "bottom", "scale": "x", "values": times[::step], "domain": False, "ticks": False, "labelFont": look.font, "labelFontSize": 12,
        "labelColor": look.dim, "labelOverlap": False, "labelBound": False, "labelPadding": 5, "offset": -_BOTTOM,
    }  # fmt: skip
