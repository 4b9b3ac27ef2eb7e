"""Names and ids to choose from, read out of the compiled rules without making the rules: completion must be quick."""

from collections.abc import Iterable, Iterator

import orjson

from dipcli.rules.lines import Sections, opened
from dipcli.rules.load import compiled
from dipcli.text.fold import fold


def beginning(typed: str, known: Iterable[str]) -> list[str]:
    """Those that begin with what was typed, in any spelling: as typed, then the rest.

    Keeping what was typed suits every shell: none takes a completion that begins otherwise.
    """
    wanted = fold(typed).text.lower()
    found = set()
    for form in known:
        folded = fold(form)
        if form and folded.text.lower().startswith(wanted):
            found.add(typed + (form[folded.end(len(wanted)) :] if wanted else form))
    return sorted(found)


def names_of_people() -> Iterator[str]:
    """Full and short names of the people in the tables, Arabic and English."""
    for line in _sections()["people"].decode().split("\n"):
        if line:
            yield from filter(None, line.split("\t")[1:5])


def rule_ids() -> Iterator[str]:
    """Ids of cue rules."""
    return (orjson.loads(row)["id"] for row in _sections().rows("cue_rules"))


def _sections() -> Sections:
    return opened(compiled())[1]
