"""Who is told by his function at the head of an article and named below (متحدث باسم الجيش … المتحدث باسم الجيش سامي …)."""

from typing import Final

from dipcli.stages.clusters import NO_OFFICE, Cluster, Clusters, title_words
from dipcli.stages.coreference import same_office
from dipcli.stages.found import Found, Title

_BY_FUNCTION: Final = frozenset({"indefinite_title", "unnamed_official", "unnamed_spokesperson"})
_HIGHER: Final = frozenset({"state_office", "minister", "royal"})
_AT_THE_HEAD: Final = 3  # lines with words: headline, standfirst, first paragraph
_NO_OFFICE: Final = NO_OFFICE | {"counterpart"}


def name_the_introduced(clusters: Clusters) -> None:
    """Give the mentions by function alone to the one person who is named with such an office further down."""
    head = _end_of_head(clusters)
    for cluster in clusters.all:
        if cluster.kind != "unnamed" or cluster.number != "sg" or not cluster.founds:
            continue
        told = sorted((f for f in cluster.founds if f.rule in _BY_FUNCTION), key=lambda f: f.first)
        if not told or told[0].first >= head or told[0] is not min(cluster.founds, key=lambda f: f.first):
            continue
        if not _speaks(clusters, told[0]):
            continue
        fit = [p for p in clusters.all if _named_below(clusters, p, told[-1].first) and _fits(clusters, cluster, p)]
        person = fit[0] if len(fit) == 1 else _told_first(clusters, cluster, told[-1])
        if person is not None:
            _join(clusters, cluster, person)


def _told_first(clusters: Clusters, unnamed: Cluster, found: Found) -> Cluster | None:
    """[مسؤول أمريكي]: دول الخليج مهمة, over أكد سامي العمري المبعوث الأمريكي …: who is named and speaks right below a headline."""
    doc = clusters.doc
    line = doc.line_at(found.first)
    opening = next((s for s in doc.segments.sentences if s.first >= line.last), None)
    if line.kind != "headline" or opening is None:
        return None
    named = [(min(f.first for f in c.founds), c) for c in clusters.all if c.kind == "person" and c.names and c.founds]
    below = [(first, c) for first, c in named if opening.first <= first < opening.last]
    if not below or any(first < line.last for first, _ in named):
        return None
    person = min(below, key=lambda x: x[0])[1]
    if not _named_below(clusters, person, found.first):
        return None
    if unnamed.gender and person.gender and unnamed.gender != person.gender:
        return None
    word = doc.infos[found.first].core
    official = word in doc.lexicon.word_classes["officials"] or word in doc.lexicon.word_classes["in_some_office"]
    head = doc.words[found.first][found.skip :]
    alike = any(o[1].split(" ")[0] == head and o[3].kind not in _NO_OFFICE for o in person.offices)
    if unnamed.country is None:
        of_it = person.country == "UN" or any("امم" in o[1].split(" ") for o in person.offices)
        united = of_it and doc.words[found.last - 1] in ("اممي", "امميه", "دولي", "دوليه")
        return person if alike or (official and united) else None
    of_it = person.country == unnamed.country or (person.country is None and bool(person.offices))
    return person if of_it and (official or alike) else None


def _speaks(clusters: Clusters, found: Found) -> bool:
    """Right behind a reporting verb, or at the start of a line."""
    doc = clusters.doc
    if found.first and doc.infos[found.first - 1].reports:
        return True
    return doc.line_at(found.first).first == found.first


def _end_of_head(clusters: Clusters) -> int:
    lines = [x for x in clusters.doc.segments.lines if x.kind != "tail" and x.last > x.first]
    return lines[min(_AT_THE_HEAD, len(lines)) - 1].last if lines else 0


def _named_below(clusters: Clusters, person: Cluster, token: int) -> bool:
    if person.kind != "person" or not person.names:
        return False
    first = min(person.founds, key=lambda f: f.first)
    return first.first > token and _speaks(clusters, first)


def _fits(clusters: Clusters, unnamed: Cluster, person: Cluster) -> bool:
    """One country or none told, one gender, and the same head of the office with the same body where both tell one."""
    if unnamed.country and unnamed.country != person.country:
        return False
    if unnamed.gender and person.gender and unnamed.gender != person.gender:
        return False
    if any(_same_function(clusters, f, o[3]) for f in unnamed.founds for o in person.offices):
        return True
    return unnamed.country is not None and _the_only_official(clusters, unnamed, person)


def _the_only_official(clusters: Clusters, unnamed: Cluster, person: Cluster) -> bool:
    """مسؤول هندي, where one Indian is named, with an office below that of a minister."""
    doc = clusters.doc
    official = all(doc.infos[f.first].core in doc.lexicon.word_classes["officials"] for f in unnamed.founds)
    offices = [o[3] for o in person.offices if o[3].kind not in _NO_OFFICE]
    if not official or not offices or any(t.kind in _HIGHER for t in offices):
        return False
    return not any(c is not person and c.kind == "person" and c.country == unnamed.country for c in clusters.all)


def _same_function(clusters: Clusters, found: Found, office: Title) -> bool:
    doc = clusters.doc
    if office.kind in _NO_OFFICE or office.number != "sg":
        return False
    own = next((t for t in found.titles if t.kind not in _NO_OFFICE), None)
    told = title_words(doc, office).split(" ")
    words = title_words(doc, own).split(" ") if own else [doc.words[found.first][found.skip :]]
    if own is not None and own.office and office.office and not same_office(doc, own.office, office.office):
        return False
    if words[0] != told[0]:
        return False
    return len(words) == 1 or words[1:] == told[1:] or set(words[1:]) <= set(told[1:])


def _join(clusters: Clusters, unnamed: Cluster, person: Cluster) -> None:
    for found in list(unnamed.founds):
        clusters.move(found, person, "introduced_by_function")
