"""The country that a title tells: a nationality behind it, a country or a body of one within it."""

from dipcli.rules.match import Name
from dipcli.stages.document import Document


def nationality(doc: Document, i: int, last: int) -> tuple[str | None, int]:
    """A nationality adjective or a country at ``i``: (country, token after it)."""
    if i >= last:
        return None, i
    info = doc.infos[i]
    if info.conj:
        return None, i
    match = doc.match(i, last, "DC")
    if match is None or match[1] > (1 if info.prep == "ل" else 0):
        return None, i
    return _the_country(match[2]), match[0]


def _the_country(names: list[Name]) -> str | None:
    """The country that names or nationalities stand for; None where several share one (المملكة)."""
    countries = {n.value.split()[0] for n in names}
    return countries.pop() if len(countries) == 1 else None


def country_within(doc: Document, i: int, stop: int) -> str | None:
    """The country that the words of a title at ``i`` to ``stop`` name, alone or as that of a body."""
    for j in range(i, stop):
        match = doc.match(j, stop, "DCo")
        if match is not None:
            for n in match[2]:
                if n.code in "DC":
                    return _the_country([x for x in match[2] if x.code in "DC"])
                country = doc.lexicon.facts["bodies"].get(n.value, ["", "", ""])[2]
                if country:
                    return str(country)
    return None
