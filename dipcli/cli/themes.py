"""``dip themes``"""

from dipcli.cli.options import FILTER, INPUT, OUTPUT, PER_ARTICLE, Settings, takes
from dipcli.cli.session import Session


@takes(INPUT, OUTPUT, FILTER, PER_ARTICLE)
def command(settings: Settings) -> int:
    """Each theme: statements on it, articles, who spoke about it.

    \b
    dip themes samples/
    dip themes news/ --by tokayev --format csv
    """
    from dipcli.cli.counts import answer_counts
    from dipcli.views.rows import ThemeCount
    from dipcli.views.themes import themes_grid

    return answer_counts(Session(settings), ThemeCount, lambda rows, lang: [themes_grid(rows, lang)])
