"""Which mentions are one entity: decided over the whole article, most certain evidence first.

Order: full names, then shorter forms of them, then countries and bodies by id, then titles alone, honorifics,
descriptors and counterparts, each by agreement in office, country, gender and by nearness.
"""

from dipcli.stages.clusters import Clusters
from dipcli.stages.coreference import resolve_titles
from dipcli.stages.countries import (
    home_of,
    scenes_of,
    settle_bodies,
    settle_countries,
    settle_leaders,
    settle_ministries,
    settle_natives,
)
from dipcli.stages.document import Document
from dipcli.stages.facts import settle_facts
from dipcli.stages.found import Found
from dipcli.stages.introduced import name_the_introduced
from dipcli.stages.named_next import name_the_next
from dipcli.stages.offices import settle_service
from dipcli.stages.same_body import by_id, by_their_words, names_of_bodies, one_of_them
from dipcli.stages.same_name import by_name, well_known, with_their_names, without_objects
from dipcli.stages.short_forms import body_short_forms, short_forms


def cluster_mentions(doc: Document, founds: list[Found], year: str | None) -> tuple[list[Found], Clusters]:
    """All mentions (with the short forms found on the way), and who they are."""
    clusters = Clusters(doc)
    one_of_them(doc, founds)
    settle_service(doc, founds)
    founds = with_their_names(without_objects(doc, founds))
    whole_names = names_of_bodies(doc, founds)
    by_name(clusters, [f for f in founds if f.kind == "person" and f.name])
    well_known(clusters, founds)
    settle_leaders(clusters)
    settle_natives(clusters)
    founds = short_forms(clusters, founds)
    settle_countries(clusters, founds)
    settle_bodies(clusters, founds)
    clusters.scenes = scenes_of(doc, founds)
    by_id(clusters, founds, whole_names)
    founds = sorted([*founds, *body_short_forms(clusters, founds)], key=lambda f: f.first)
    clusters.home = home_of(doc, clusters, founds)
    settle_facts(clusters, year)
    resolve_titles(clusters, founds, year)
    name_the_introduced(clusters)
    name_the_next(clusters)
    settle_ministries(clusters)
    by_their_words(clusters)
    settle_facts(clusters, year)
    return founds, clusters
