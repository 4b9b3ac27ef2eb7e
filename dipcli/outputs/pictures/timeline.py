"""What passed when: a row for each kind of message, a dot for each day, as large as there were many."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from dipcli.model import MessageKind
from dipcli.outputs.pictures.look import Look, Spec, link, spec, text_mark
from dipcli.views.labels import label
from dipcli.views.timeline import TimelineRow

_ROW, _TOP, _BOTTOM = 38, 8, 28


def timeline_picture(rows: list[TimelineRow], look: Look, href: Callable[[str, str], str]) -> Spec | None:
    """Dots by day and kind; ``href`` takes both, and "" and a kind for its whole row. None where no message is dated."""
    if not rows:
        return None
    dots = Counter((r.date, r.kind) for r in rows)
    totals = Counter(r.kind for r in rows)
    kinds = [k for k in get_args(MessageKind) if k in totals]
    column = 92
    height = _TOP + _ROW * len(kinds) + _BOTTOM
    first, last = min(d for d, _ in dots), max(d for d, _ in dots)
    across = [look.width - column - 30, 36] if look.right else [column + 30, look.width - 36]
    begin, end = (look.width, look.width - column) if look.right else (0, column)
    names = [
        {"kind": k, "label": label(k, look.lang), "n": totals[k], "href": href("", k), "x": begin, "end": end, "align": _side(look.right), "other": _side(not look.right)}
        for k in kinds
    ]  # fmt: skip
    values = [
        {"date": _day(d), "kind": k, "n": n, "href": href(d, k)} for (d, k), n in sorted(dots.items(), key=lambda x: -x[1])
    ]  # fmt: skip
    return spec(
        look,
        height,
        data=[{"name": "names", "values": names}, {"name": "dots", "values": values, "format": {"parse": {"date": "utc:'%Y-%m-%d'"}}}],
        scales=[
            {"name": "x", "type": "utc", "domain": [{"signal": f"utc({_parts(first)})"}, {"signal": f"utc({_parts(last)})"}], "range": across},
            {"name": "y", "type": "point", "domain": kinds, "range": [_TOP, height - _BOTTOM], "padding": 0.5},
            {"name": "size", "type": "linear", "domain": [0, max(dots.values())], "range": [0, 620]},
        ],
        axes=[_axis(first, last, look, height)],
        marks=[
            {"type": "rule", "from": {"data": "names"}, "encode": {"enter": {
                "x": {"value": min(across) - 18}, "x2": {"value": max(across) + 18}, "y": {"scale": "y", "field": "kind"}, "stroke": {"value": look.hair},
            }}},
            text_mark(look, "names", "label", x={"field": "x"}, y={"scale": "y", "field": "kind"},  align={"field": "align"}),
            text_mark(look, "names", "n", x={"field": "end"}, y={"scale": "y", "field": "kind"},  align={"field": "other"}, fill={"value": look.dim}, **link(look)),
            {"type": "symbol", "from": {"data": "dots"}, "encode": {"enter": {
                "x": {"scale": "x", "field": "date"}, "y": {"scale": "y", "field": "kind"}, "size": {"signal": "max(46, scale('size', datum.n))"},
                "fill": {"value": look.bar}, "fillOpacity": {"value": 0.75}, "stroke": {"value": look.bar}, **link(look),
            }}},
        ],
    )  # fmt: skip


def _side(right: bool) -> str:
    return "right" if right else "left"


def _day(date: str) -> str:
    """A whole date for the axis: a month or a year stands at its beginning."""
    return (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def _parts(date: str) -> str:
    year, month, day = _day(date).split("-")
    return f"{int(year)}, {int(month) - 1}, {int(day)}"


def _axis(first: str, last: str, look: Look, height: int) -> dict[str, Any]:
    one, other = _day(first), _day(last)
    months = _months(other) - _months(one)
    style = "%Y-%m-%d" if months < 3 else "%Y-%m" if months < 48 else "%Y"
    most = (2 if look.width < 400 else 4) if months < 3 else (3 if look.width < 400 else 6)
    ticks = _days(one, other, most) if months < 3 else _beginnings(one, other, most, 1 if months < 48 else 12)
    return {
        "orient": "bottom", "scale": "x", "format": style, "formatType": "utc", "offset": -_BOTTOM + 4, "domain": False, "ticks": False, "labelFont": look.font,
        "labelFontSize": 12, "labelColor": look.dim, "labelOverlap": False, "labelBound": False,
        "values": [{"signal": f"utc({_parts(d)})"} for d in ticks],
    }  # fmt: skip


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _days(one: str, other: str, most: int) -> list[str]:
    """Days from the first to the last, as far apart as the labels need."""
    begin, end = date.fromisoformat(one).toordinal(), date.fromisoformat(other).toordinal()
    steps = min(most - 1, end - begin)
    return [str(date.fromordinal(begin + (end - begin) * n // steps)) for n in range(steps + 1)] if steps else [one]


def _beginnings(one: str, other: str, most: int, unit: int) -> list[str]:
    """Beginnings of months, or of years (``unit`` 12), that lie between the days."""
    begin = -(-(_months(one) + (one[8:] != "01")) // unit)
    end = _months(other) // unit
    step = -(-(end - begin + 1) // most)
    return [f"{n * unit // 12:04}-{n * unit % 12 + 1:02}-01" for n in range(begin, end + 1, step)]
