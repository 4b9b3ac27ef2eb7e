"""The page's pictures: each in two widths, for a telephone and for a desk, every mark a link to its statements."""

from collections.abc import Callable

from dipcli.outputs.pictures.look import Look, Spec, for_page
from dipcli.outputs.pictures.network import MOST_PAIRS, network_picture
from dipcli.outputs.pictures.render import svg
from dipcli.outputs.pictures.timeline import timeline_picture
from dipcli.outputs.pictures.trends import trends_picture
from dipcli.views.network import Edge
from dipcli.views.page import Collector
from dipcli.views.trends import Trend

NARROW, WIDE = 340, 620


class Drawings:
    """``network``, ``timeline`` and ``trends``: (narrow, wide) as ``<svg>`` elements, None where there is nothing to draw."""

    most_pairs = MOST_PAIRS

    def __init__(self, page: Collector, edges: list[Edge]) -> None:
        self._page, self._edges = page, edges
        heard = [m for m in page.messages if m.statements]
        # With None for anybody, and "" for any day.
        self._pairs = {pair for m in heard for a, b in m.pairs for pair in ((a, b), (a, None), (None, b))}
        self._days = {day for m in heard if m.date for day in ((m.date, m.kind), ("", m.kind))}
        self._trends = page.trends.trends("theme")
        self.network = self._both(self._network)
        self.timeline = self._both(self._timeline)
        self.trends = self._both(self._over_time)

    def _both(self, draw: Callable[[Look], Spec | None]) -> tuple[str, str] | None:
        specs = [draw(for_page(width, self._page.lang)) for width in (NARROW, WIDE)]
        drawn = [svg(s, standalone=False) for s in specs if s is not None]
        return (drawn[0], drawn[1]) if len(drawn) == 2 else None

    def _network(self, look: Look) -> Spec | None:
        return network_picture(self._edges, look, self._page.palette, self._pair)

    def _timeline(self, look: Look) -> Spec | None:
        return timeline_picture(self._page.timeline.rows(), look, self._day)

    def _over_time(self, look: Look) -> Spec | None:
        return trends_picture(self._trends, look, _theme_at)

    def leads(self, edge: Edge) -> bool:
        """Was anything said in the messages of a pair that is on the page?"""
        return bool(self._pair(edge.source, edge.target))

    def _pair(self, source: int | None, target: int | None) -> str:
        """No link where nothing that was said in the messages is on the page."""
        if (source, target) not in self._pairs:
            return ""
        return f"#q?pair={'' if source is None else source}-{'' if target is None else target}"

    def _day(self, date: str, kind: str) -> str:
        if (date, kind) not in self._days:
            return ""
        return f"#q?day={date or 'any'}&kind={kind}"


def _theme_at(trend: Trend, time: str) -> str:
    first, last = (time, time) if time else (trend.months[0][0], trend.months[-1][0])
    return f"#q?theme={trend.id}&since={first}&until={last}"
