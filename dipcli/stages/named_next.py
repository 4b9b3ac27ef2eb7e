"""Who is told by his office first and by his bare name next: كشف المتحدث باسم المرفأ عن …. وأوضح سالم العمري أن …"""

from itertools import pairwise
from typing import Final

from dipcli.stages.clusters import NO_OFFICE, Cluster, Clusters
from dipcli.stages.found import Found

_NEXT: Final = 1  # sentences from the report with the office to that with the name
_OF_SEVERAL: Final = NO_OFFICE | {"counterpart"}


def name_the_next(clusters: Clusters) -> None:
    """Give a title that speaks to the bare name that speaks in the next sentence.

    News introduces nobody by a name alone: who is named so, for the first time and with no office anywhere, is he of whom
    the sentence before told the office. Both speak right behind their verbs, and nobody else does in between.
    """
    speaking = sorted(
        ((f, c) for c in clusters.all for f in c.founds if _speaks(clusters, f)), key=lambda x: x[0].first
    )
    for (before, titled), (after, named) in pairwise(speaking):
        if (
            titled is not named
            and _by_office(clusters, titled, before)
            and _bare(clusters, named, after)
            and _near(clusters, before, after)
        ):
            if None in (titled.gender, named.gender) or titled.gender == named.gender:
                _join(clusters, titled, named)


def _speaks(clusters: Clusters, found: Found) -> bool:
    verb = found.first > 0 and not found.skip and clusters.doc.infos[found.first - 1].reports
    return verb and not _in_headline(clusters, found)


def _in_headline(clusters: Clusters, found: Found) -> bool:
    return clusters.doc.line_at(found.first).kind == "headline"


def _by_office(clusters: Clusters, cluster: Cluster, found: Found) -> bool:
    """Told by a definite office alone, all along."""
    if cluster.kind != "person" or cluster.names or cluster.known or found.number != "sg":
        return False
    titles = [t for t in found.titles if t.kind not in _OF_SEVERAL]
    return bool(titles) and titles[0].definite and _first_told(clusters, cluster) is found


def _bare(clusters: Clusters, cluster: Cluster, found: Found) -> bool:
    if cluster.kind != "person" or cluster.known or cluster.offices or not cluster.names or found.name is None:
        return False
    return (
        _first_told(clusters, cluster) is found and found.name[0] == found.first and found.name[1] - found.name[0] > 1
    )


def _first_told(clusters: Clusters, cluster: Cluster) -> Found | None:
    """The first mention below the headline."""
    below = [f for f in cluster.founds if not _in_headline(clusters, f)]
    return min(below, key=lambda f: f.first) if below else None


def _near(clusters: Clusters, before: Found, after: Found) -> bool:
    doc = clusters.doc
    return 0 < doc.sentence_at(after.first) - doc.sentence_at(before.first) <= _NEXT


def _join(clusters: Clusters, titled: Cluster, named: Cluster) -> None:
    for found in list(titled.founds):
        clusters.move(found, named, "named_next")
    named.offices.extend(titled.offices)
    named.country = named.country or titled.country
    named.gender = named.gender or titled.gender
