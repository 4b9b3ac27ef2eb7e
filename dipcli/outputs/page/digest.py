"""A digest as the body of a mail: one HTML file without script, its styles at the elements, as mail programs keep them."""

from dipcli import __version__
from dipcli.outputs.page.environment import environment
from dipcli.outputs.pictures.look import LEADERS
from dipcli.views.digest import Digest, more_words

_COLOURS = {**{f"leader{n}": colour for n, colour in enumerate(LEADERS)}, "dim": "#5f5a53"}


def digest_html(digest: Digest, lang: str) -> bytes:
    """The mail's body as UTF-8. Raises DipError where Jinja2 is missing."""
    made: str = (
        environment(lang)
        .get_template("digest.html.j2")
        .render(
            digest=digest, version=__version__, colours=_COLOURS, more=lambda count, key: more_words(count, key, lang)
        )
    )
    return made.lstrip().encode("utf-8")
