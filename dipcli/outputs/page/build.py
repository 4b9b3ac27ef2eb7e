"""Puts pages together: statements, articles and pictures into the templates."""

from collections.abc import Iterable, Iterator
from typing import Any

from dipcli import __version__
from dipcli.outputs.json_bytes import dumps
from dipcli.outputs.page.columns import columns
from dipcli.outputs.page.drawings import Drawings
from dipcli.outputs.page.environment import environment, source
from dipcli.outputs.page.policy import policy
from dipcli.views.labels import label
from dipcli.views.page import Collector
from dipcli.views.page_records import Paper, Said

OPEN_PAPERS = 3
"""So many articles stand open when the page does; where there are more, each opens on a click."""
MOST_AT_ONCE = 400_000
"""Of more HTML than this, statements and articles are held back as text until they are looked at: a browser takes a tenth of
a millisecond and more for each element, shown or not."""


def page(collected: Collector, read: Iterable[tuple[Paper, list[Said]]], *, most_at_once: int = MOST_AT_ONCE) -> bytes:
    """The whole page as UTF-8, of the articles that ``read`` yields while ``collected`` takes them.

    Raises DipError where an extra is missing.
    """
    templates = environment(collected.lang)
    said_template = templates.get_template("said.html.j2")
    papers, said = [], []
    for paper, new in read:
        papers.append((paper, _article(templates, paper, new, script=True)))
        said += [said_template.render(s=s) for s in new]
    style, script = source("page.css"), source("page.js")
    choices, edges = collected.choices(), collected.edges()
    held = sum(len(html) for _, html in papers) + sum(map(len, said)) > most_at_once
    html: str = templates.get_template("page.html.j2").render(
        style=style, script=script, policy=policy(style, script), version=__version__, page=collected, choices=choices,
        papers=papers, opened=not held and len(papers) <= OPEN_PAPERS, held=held, said=said, edges=edges, drawings=Drawings(collected, edges),
        leaders=collected.leader_lines(), themes=collected.theme_rows(), title=_title(collected),
        data=_island(dumps(columns(collected, choices))),
    )  # fmt: skip
    return html.encode("utf-8")


def articles(collected: Collector, read: Iterable[tuple[Paper, list[Said]]]) -> Iterator[bytes]:
    """``dip read --format html``: the articles alone, no script; piece by piece. Raises DipError where Jinja2 is missing."""
    templates = environment(collected.lang)
    style = source("page.css")
    head, foot = (templates.get_template(f"read_{part}.html.j2") for part in ("head", "foot"))
    yield head.render(style=style, policy=policy(style), title=label("page_articles", collected.lang)).encode()
    for paper, new in read:
        yield _article(templates, paper, new, script=False).encode()
    yield foot.render(version=__version__, rules=collected.rules).encode()


def _article(templates: Any, paper: Paper, said: list[Said], *, script: bool) -> str:
    by_id = {s.id: s for s in said}
    made: str = templates.get_template("paper.html.j2").render(paper=paper, said=by_id, script=script)
    return made


def _title(collected: Collector) -> str:
    return collected.papers[0].title if len(collected.papers) == 1 else label("page_title", collected.lang)


def _island(data: bytes) -> str:
    """JSON inside a script element: nothing in it ends the element."""
    return data.decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
