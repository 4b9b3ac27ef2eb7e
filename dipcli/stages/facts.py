"""Country and gender of known persons where the article leaves them open."""

from dipcli.rules.match import Person
from dipcli.stages.clusters import Cluster, Clusters


def settle_facts(clusters: Clusters, year: str | None) -> None:
    """Country and gender that the article leaves open, from what is known of the person."""
    for cluster in clusters.all:
        if cluster.kind != "person" or not cluster.known:
            continue
        people = [clusters.doc.lexicon.person(k) for k in cluster.known]
        best = _best_known(cluster, people)
        cluster.known = (best.id,) if best else ()
        if best:
            cluster.gender = cluster.gender or best.gender or None
            if cluster.country is None:
                cluster.country = _country_of(best, cluster, year)


def _best_known(cluster: Cluster, people: list[Person]) -> Person | None:
    offices = {o[0] for o in cluster.offices}
    scored = []
    for p in people:
        if cluster.country and p.terms and all(t.country and t.country != cluster.country for t in p.terms):
            continue
        if cluster.gender and p.gender and cluster.gender != p.gender:
            continue
        scored.append((len(offices & {t.office for t in p.terms}), p))
    if not scored:
        return None
    best = max(s for s, _ in scored)
    top = [p for s, p in scored if s == best]
    return top[0] if len(top) == 1 else None


def _country_of(person: Person, cluster: Cluster, year: str | None) -> str | None:
    countries = {t.country for t in person.terms if t.country}
    if len(countries) == 1:
        return next(iter(countries))
    offices = {o[0] for o in cluster.offices}
    for t in person.terms:
        if t.office in offices and t.country:
            return t.country
    if year:
        for t in person.terms:
            if t.country and t.start[:4] <= year and (not t.end or year <= t.end[:4]):
                return t.country
    return person.terms[-1].country or None if person.terms else None
