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
        self._trends = page.trends.trends("theme")
        self.network = self._both(self._network)
        self.timeline = self._both(self._timeline)
        self.trends = self._both(self._over_time)

    def _both(self, draw: Callable[[Look], Spec | None]) -> tuple[str, str] | None:
        specs = [draw(for_page(width, self._page.lang)) for width in (NARROW, WIDE)]
        drawn = [svg(s, standalone=False) for s in specs if s is not None]
        return (drawn[0], drawn[1]) if len(drawn) == 2 else None

    def _network(self, look: Look) -> Spec | None:
        return network_picture(self._edges, look, self._page.palette, lambda e: f"#q?pair={e.source}-{e.target}")

    def _timeline(self, look: Look) -> Spec | None:
        return timeline_picture(self._page.timeline.rows(), look, lambda date, kind: f"#q?day={date}&kind={kind}")

    def _over_time(self, look: Look) -> Spec | None:
        return trends_picture(self._trends, look, _theme_at)


def _theme_at(trend: Trend, time: str) -> str:
    return f"#q?theme={trend.id}&since={time}&until={time}"
