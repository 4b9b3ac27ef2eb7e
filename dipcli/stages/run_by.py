"""Of what country a body is that is told by who runs it or from where: مكتب زيلينسكي, حكومة كييف."""

from dipcli.stages.clusters import Cluster, Clusters


def country_of_who_runs_it(clusters: Clusters, cluster: Cluster) -> str | None:
    """That of the capital or of the person of the article whose family name stands behind the body's noun; None else."""
    doc = clusters.doc
    for found in cluster.founds:
        start = found.first + 1
        if found.last <= start or doc.infos[found.first].core not in doc.lexicon.word_classes["run_by"]:
            continue
        seat = doc.match(start, found.last, "K")
        if seat is not None and seat[0] == found.last and not seat[1]:
            return seat[2][0].value.split()[0]
        name = tuple(doc.words[start : found.last])
        lands = {
            c.country for c in clusters.all
            if c.kind == "person" and c.country and any(n[-len(name) :] == name for n in c.names)
        }  # fmt: skip
        if len(lands) == 1:
            return lands.pop()
    return None
