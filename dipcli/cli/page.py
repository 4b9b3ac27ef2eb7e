"""``dip page``"""

from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, PAGE, Settings, takes
from dipcli.cli.session import Session


@takes(FILES, FILTER, INPUT, PAGE, ARCHIVE, LONG)
def command(settings: Settings) -> int:
    """One HTML file to look at and to send on: summary, leaders, messages, themes, statements to filter, articles marked.

    Everything is in the file; it asks the network for nothing. Needs the extra dipcli[page].

    \b
    dip page samples/ -o page.html
    dip page samples/ --lang ar --by السعدي -o page.html
    """
    from dipcli.cli.collected import collecting
    from dipcli.cli.output import Output
    from dipcli.outputs.page.build import page

    session = Session(settings)
    collected, read = collecting(session)
    made = page(collected, read)
    matched = bool(collected.papers) or session.query.is_empty()
    if session.done:
        with Output(settings.output) as out:
            out.write(made)
    return session.status(matched)
