"""Who → whom: two columns, a band for each pair as wide as it is frequent, read in the direction of the language."""

from collections.abc import Callable
from typing import Any

from dipcli.outputs.pictures.look import Look, Spec, link, short_label, spec, text_mark
from dipcli.records import Record
from dipcli.views.labels import label
from dipcli.views.network import Edge
from dipcli.views.screen import Palette

MOST_PAIRS = 24
_TOP, _GAP, _LEAST, _BAND = 34, 9, 15, 11.0
_NUMBER = 34


class _Node(Record):
    y: float
    height: float


Href = Callable[[int | None, int | None], str]
"""The link of a pair by the numbers of who and whom; None for the one of them that is anybody, "" for no link."""


def network_picture(edges: list[Edge], look: Look, palette: Palette, href: Href) -> Spec | None:
    """The most frequent pairs, at most ``MOST_PAIRS``; None where there is no message."""
    shown = [e for e in edges if e.row.messages][:MOST_PAIRS]
    if not shown:
        return None
    sources = _column(shown, lambda e: e.source)
    # Whom the upper ones wrote to stands above: fewer bands cross.
    targets = _column(shown, lambda e: e.target, {n: i for i, n in enumerate(sources)})
    unit = _BAND / max(1.0, max(e.row.messages for e in shown) ** 0.5)
    left, right = _nodes(shown, sources, lambda e: e.source, unit), _nodes(shown, targets, lambda e: e.target, unit)
    height = round(max(max(n.y + n.height for n in side.values()) for side in (left, right)) + 8)
    column = _column_width(look)
    near, far = (look.width - column, column) if look.right else (column, look.width - column)
    bands = _bands(shown, left, right, unit, (near, far), look, palette, href)
    ends = [
        *_ends(shown, left, lambda e: (e.source, e.source_short), look, palette, near, href, out=True),
        *_ends(shown, right, lambda e: (e.target, e.target_short), look, palette, far, href, out=False),
    ]
    heads = [_head("from", near, look, out=True), _head("to", far, look, out=False)]
    return spec(
        look,
        height,
        data=[{"name": "bands", "values": bands}, {"name": "ends", "values": ends}, {"name": "heads", "values": heads}],
        marks=[
            _band_mark(look),
            {"type": "rect", "from": {"data": "ends"}, "encode": {"enter": {
                "x": {"field": "bar"}, "y": {"field": "y"}, "width": {"value": 3}, "height": {"field": "height"}, "fill": {"field": "colour"},
            }}},
            text_mark(look, "ends", "name", x={"field": "x"}, y={"field": "middle"},  align={"field": "align"}),
            text_mark(look, "ends", "count", x={"field": "at"}, y={"field": "middle"},  align={"field": "align"}, fill={"value": look.dim}, **link(look)),
            text_mark(look, "heads", "label", x={"field": "x"}, y={"value": 12},  align={"field": "align"}, fill={"value": look.dim}),
        ],
    )  # fmt: skip


def _column(edges: list[Edge], end: Callable[[Edge], int], beside: dict[int, int] | None = None) -> list[int]:
    """Parties of one side in their order: most messages first, or by the middle of those they are tied to."""
    weight: dict[int, int] = {}
    middle: dict[int, float] = {}
    for e in edges:
        weight[end(e)] = weight.get(end(e), 0) + e.row.messages
        if beside is not None:
            middle[end(e)] = middle.get(end(e), 0) + beside[e.source] * e.row.messages
    if beside is None:
        return sorted(weight, key=lambda n: -weight[n])
    return sorted(weight, key=lambda n: middle[n] / weight[n])


def _column_width(look: Look) -> int:
    """Room for the names of one side."""
    return min(230, round(look.width * 0.39))


def _width(e: Edge, unit: float) -> float:
    width: float = round(max(1.4, unit * e.row.messages**0.5), 2)
    return width


def _nodes(edges: list[Edge], order: list[int], end: Callable[[Edge], int], unit: float) -> dict[int, _Node]:
    out, y = {}, float(_TOP)
    for n in order:
        height = max(_LEAST, sum(_width(e, unit) for e in edges if end(e) == n))
        out[n] = _Node(y, height)
        y += height + _GAP
    return out


def _bands(
    edges: list[Edge], left: dict[int, _Node], right: dict[int, _Node], unit: float, between: tuple[int, int], look: Look,
    palette: Palette, href: Href,
) -> list[dict[str, Any]]:  # fmt: skip
    """One record a band: its two ends, stacked at each party in the order of the other side."""
    rise = {id(e): 0.0 for e in edges}
    fall = dict(rise)
    for n, node in left.items():
        own = sorted((e for e in edges if e.source == n), key=lambda e: right[e.target].y)
        _stack(own, node, unit, rise)
    for n, node in right.items():
        own = sorted((e for e in edges if e.target == n), key=lambda e: left[e.source].y)
        _stack(own, node, unit, fall)
    inner = -4 if look.right else 4
    return [
        {
            "x0": between[0] + inner, "x1": between[1] - inner, "y0": rise[id(e)], "y1": fall[id(e)], "width": _width(e, unit),
            "colour": look.leader(palette.of(str(e.source))), "href": href(e.source, e.target),
        }
        for e in edges
    ]  # fmt: skip


def _stack(edges: list[Edge], node: _Node, unit: float, into: dict[int, float]) -> None:
    y = node.y + (node.height - sum(_width(e, unit) for e in edges)) / 2
    for e in edges:
        width = _width(e, unit)
        into[id(e)] = round(y + width / 2, 2)
        y += width


def _ends(
    edges: list[Edge], nodes: dict[int, _Node], end: Callable[[Edge], tuple[int, str]], look: Look, palette: Palette, x: int,
    href: Href, *, out: bool,
) -> list[dict[str, Any]]:  # fmt: skip
    """A label and a bar for each party of one side; ``out``: the side that the reading begins at."""
    at_left = out != look.right
    room = round((_column_width(look) - _NUMBER) / 7.4)
    made: dict[int, dict[str, Any]] = {}
    for e in edges:
        n, short = end(e)
        if n not in made:
            node = nodes[n]
            made[n] = {
                "name": short_label(short, room), "count": 0, "y": node.y, "height": node.height, "middle": node.y + node.height / 2,
                "x": x - _NUMBER if at_left else x + _NUMBER, "at": x - 9 if at_left else x + 9, "bar": x - 3 if at_left else x, "align": "right" if at_left else "left",
                "colour": look.leader(palette.of(str(n))), "href": href(n, None) if out else href(None, n),
            }  # fmt: skip
        made[n]["count"] += e.row.messages
    return list(made.values())


def _head(key: str, x: int, look: Look, *, out: bool) -> dict[str, Any]:
    at_left = out != look.right
    return {
        "x": x - _NUMBER if at_left else x + _NUMBER,
        "label": label(key, look.lang),
        "align": "right" if at_left else "left",
    }


def _band_mark(look: Look) -> dict[str, Any]:
    return {
        "type": "path", "from": {"data": "bands"},
        "transform": [
            {"type": "linkpath", "sourceX": {"expr": "datum.datum.x0"}, "sourceY": {"expr": "datum.datum.y0"},
             "targetX": {"expr": "datum.datum.x1"}, "targetY": {"expr": "datum.datum.y1"}, "shape": "diagonal", "orient": "horizontal"}
        ],
        "encode": {"enter": {
            "stroke": {"field": "colour"}, "strokeWidth": {"field": "width"}, "strokeOpacity": {"value": 0.55}, **link(look),
        }},
    }  # fmt: skip
