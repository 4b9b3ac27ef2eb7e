"""What ``timeline``, ``network`` and ``trends`` share: rows and tables, or a picture of the same counts."""

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from dipcli.cli.counts import Count, Counted
from dipcli.cli.output import Output
from dipcli.cli.session import Session
from dipcli.model import DipError
from dipcli.views.screen import Block

if TYPE_CHECKING:
    from dipcli.outputs.pictures.look import Look, Spec

PICTURES = ("svg", "png")
_WIDTH = 800


def pictured(
    session: Session, kind: Any, make: Callable[[], Any], blocks: Callable[[Any], Iterator[Block]],
    draw: "Callable[[Any, Look], Spec | None]",
) -> int:  # fmt: skip
    """Run the command: ``--format svg`` and ``png`` draw the count, every other format writes its rows."""
    settings = session.settings
    if settings.format not in PICTURES or settings.json:
        return Counted(session, kind, make, blocks).run()
    if settings.format == "png" and settings.output is None and sys.stdout is not None and sys.stdout.isatty():
        raise DipError("png is no text to look at: write it with -o FILE")
    return _picture(session, make(), draw)


def graphed(session: Session, count: Count, write: Callable[[Any], bytes]) -> int:
    """Run the command: the count as a graph, in one piece; the exit status."""
    for report in session.reports():
        count.add(session.select(report))
    data = write(count)
    matched = bool(count.rows()) or session.query.is_empty()
    if session.done:
        with Output(session.settings.output) as out:
            out.write(data)
    return session.status(matched)


def _picture(session: Session, count: Count, draw: "Callable[[Any, Look], Spec | None]") -> int:
    from dipcli.outputs.pictures.look import alone
    from dipcli.outputs.pictures.render import check_converter, png, svg

    check_converter()
    for report in session.reports():
        count.add(session.select(report))
    spec = draw(count, alone(_WIDTH, session.language))
    if spec is None:
        if session.done:
            session.warn("there is nothing to draw")
        return session.status(matched=False)
    data = png(spec) if session.settings.format == "png" else svg(spec, standalone=True).encode()
    with Output(session.settings.output) as out:
        out.write(data)
    return session.status()
