"""Themes or speakers over time: a row each, a bar for each month."""

from collections.abc import Callable
from typing import Any

from dipcli.outputs.pictures.look import Look, Spec, link, short_label, spec, text_mark, with_count
from dipcli.views.trends import Trend, months_of

MOST_ROWS = 10
_ROW, _BAR, _BOTTOM, _MOST_BARS = 34, 26, 24, 48


def trends_picture(trends: list[Trend], look: Look, href: Callable[[Trend, str], str]) -> Spec | None:
    """The most frequent, at most ``MOST_ROWS``; ``href`` takes what is counted and its month or year. None for none."""
    shown = trends[:MOST_ROWS]
    if not shown:
        return None
    times, bars = _bars(shown)
    height = _ROW * len(shown) + _BOTTOM
    column = min(170, round(look.width * 0.4))
    across = [look.width - column - 6, 0] if look.right else [column + 6, look.width]
    names = [
        {
            "y": n * _ROW + _ROW - 11, "line": (n + 1) * _ROW, "x": look.width if look.right else 0, "align": "right" if look.right else "left",
            "label": with_count(short_label(t.name if look.right else t.name_en or t.name, round(column / 6.6) - 4), t.total, look.right),
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
            text_mark(look, "names", x={"field": "x"}, y={"field": "y"}, text={"field": "label"}, align={"field": "align"}),
            {"type": "rect", "from": {"data": "bars"}, "encode": {"enter": {
                "xc": {"signal": "scale('x', datum.time) + bandwidth('x') / 2"}, "width": {"signal": "min(26, bandwidth('x'))"},
                "y": {"signal": f"(datum.row + 1) * {_ROW} - max(2, scale('h', datum.n))"}, "y2": {"signal": f"(datum.row + 1) * {_ROW}"},
                "fill": {"value": look.bar}, **link(look),
            }}},
        ],
    )  # fmt: skip


def _bars(trends: list[Trend]) -> tuple[list[str], list[tuple[int, str, int]]]:
    """The times in order, and (row, time, count): months, or years where there are too many months."""
    times = months_of(trends)
    if len(times) <= _MOST_BARS:
        return times, [(n, time, count) for n, t in enumerate(trends) for time, count in t.months]
    years: dict[tuple[int, str], int] = {}
    for n, t in enumerate(trends):
        for month, count in t.months:
            years[(n, month[:4])] = years.get((n, month[:4]), 0) + count
    first, last = int(times[0][:4]), int(times[-1][:4])
    return [str(y) for y in range(first, last + 1)], [(n, year, count) for (n, year), count in years.items()]


def _axis(times: list[str], look: Look) -> dict[str, Any]:
    most = 3 if look.width < 400 else 6
    step = max(1, -(-len(times) // most))
    return {
        "orient": "bottom", "scale": "x", "values": times[::step], "domain": False, "ticks": False, "labelFont": look.font, "labelFontSize": 12,
        "labelColor": look.dim, "labelOverlap": False, "labelBound": False, "labelPadding": 5, "offset": -_BOTTOM,
    }  # fmt: skip
