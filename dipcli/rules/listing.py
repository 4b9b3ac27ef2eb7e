"""Names and ids to choose from, read out of the compiled rules without making the rules: completion must be quick."""

from collections.abc import Iterator

import orjson

from dipcli.rules.load import compiled
from dipcli.rules.match import Sections
from dipcli.text.fold import fold


def names_beginning(typed: str) -> list[str]:
    """Forms of known people that begin with what was typed, in any spelling: as typed, then the rest of the form.

    Keeping what was typed suits every shell: none takes a completion that begins otherwise.
    """
    wanted = fold(typed).text.lower()
    found = set()
    for form in _forms():
        folded = fold(form)
        if folded.text.lower().startswith(wanted):
            rest = form[folded.end(len(wanted)) :] if wanted else form
            found.add(typed + rest)
    return sorted(found)


def rules_beginning(typed: str) -> list[str]:
    """Ids of cue rules."""
    ids = (rule["id"] for rule in orjson.loads(_section("cues"))["rules"])
    return sorted(i for i in ids if i.startswith(typed))


def _forms() -> Iterator[str]:
    for line in _section("people").decode().split("\n"):
        if line:
            yield from filter(None, line.split("\t")[1:5])


def _section(name: str) -> bytes:
    data = compiled()
    end = data.find(b"\n")
    places = orjson.loads(data[:end])["sections"]
    return Sections(data, {k: (end + 1 + a, n) for k, (a, n) in places.items()})[name]
