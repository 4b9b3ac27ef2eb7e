"""Which country a shared name means (المملكة), and which one the article takes for granted."""

from collections import Counter
from collections.abc import Iterable

from dipcli.stages.clusters import Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.title_places import is_shared


def settle_countries(clusters: Clusters, founds: list[Found]) -> None:
    """المملكة, الجمهورية: a name that several countries share is that of the one the article speaks of most."""
    doc = clusters.doc
    open_ones: list[tuple[Found, set[str]]] = []
    settled = []
    for found in founds:
        match = doc.match(found.first, found.last, "C") if found.kind == "country" else None
        shared = {n.value.split()[0] for n in match[2]} if match is not None and match[0] == found.last else set()
        if len(shared) > 1:
            open_ones.append((found, shared))
        else:
            settled.append(found)
    if not open_ones:
        return
    votes = _votes(settled)
    for cluster in clusters.all:
        for known in cluster.known[:1]:
            votes.update({t.country for t in doc.lexicon.person(known).terms})
    for found, shared in open_ones:
        fit = sorted(c for c in shared if votes[c])
        found.country = max(fit, key=lambda c: votes[c]) if fit else None


def settle_bodies(clusters: Clusters, founds: list[Found]) -> None:
    """مجلس النواب, الجيش: what many states have is that of the state of which the article speaks most, or of none told."""
    doc = clusters.doc
    bodies = doc.lexicon.facts["bodies"]
    open_ones, settled = [], []
    for found in founds:
        match = doc.match(found.first, found.last, "o") if found.rule == "table_o" else None
        ids = sorted({n.value for n in match[2]}) if match is not None else []
        by_name = match is not None and match[0] == found.last
        if ids and (len(ids) > 1 or (by_name and is_shared(doc, found.first, found.last))):
            open_ones.append((found, ids, by_name))
        else:
            settled.append(found)
    votes = _votes(settled)
    for found, ids, by_name in open_ones:
        states = {b: bodies[b][2] if b in bodies else "" for b in ids}
        told = None if by_name else found.country
        fit = [b for b in ids if (states[b] == told if told else votes[states[b]] > 0)]
        general = next((b for b in ids if not states[b]), None)
        found.body = max(fit, key=lambda b: votes[states[b]]) if fit else general
        if not told:
            found.country = states[found.body] or None if found.body else None


def home_of(doc: Document, clusters: Clusters, founds: list[Found]) -> str | None:
    """The country that the article takes for granted: that of its dateline, else the one named most with offices."""
    for line in doc.segments.lines[:6]:
        if line.kind == "dateline":
            for i in range(line.first, line.last):
                agency = doc.match(i, line.last, "m")
                if agency is not None:
                    country = doc.lexicon.facts["bodies"][agency[2][0].value][2]
                    if country:
                        return str(country)
            for f in founds:
                if line.first <= f.first < line.last and f.country and f.kind in ("country", "place", "organisation"):
                    return f.country
    votes = _votes(founds)
    if not votes:
        return None
    top = max(votes.values())
    return min(c for c in votes if votes[c] == top)


def _votes(founds: Iterable[Found]) -> Counter[str]:
    """How much the mentions speak of each country; an office counts three times."""
    votes: Counter[str] = Counter()
    for found in founds:
        if found.country:
            votes[found.country] += 3 if found.titles else 1
    return votes
