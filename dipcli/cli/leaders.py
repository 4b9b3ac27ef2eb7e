"""``dip leaders``"""

from dipcli.cli.options import FILTER, INPUT, OUTPUT, PER_ARTICLE, Settings, takes
from dipcli.cli.session import Session


@takes(INPUT, OUTPUT, FILTER, PER_ARTICLE)
def command(settings: Settings) -> int:
    """Each leader: office, country, how often named, statements, to whom, themes.

    \b
    dip leaders samples/
    dip leaders news/ --json | jq '.[] | {name_en, said}'
    """
    from dipcli.cli.counts import answer_counts
    from dipcli.views.rows import LeaderCount
    from dipcli.views.summary import leaders_grid

    def blocks(rows: list, lang: str) -> list:  # type: ignore[type-arg]
        from dipcli.views.screen import leader_styles

        return [leaders_grid(rows, leader_styles([r.id for r in rows]), lang)]

    return answer_counts(Session(settings), LeaderCount, blocks)
