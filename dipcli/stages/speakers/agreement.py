"""Do a cue and an entity agree in gender and number?"""

from collections.abc import Sequence

from dipcli.stages.clusters import Cluster
from dipcli.stages.framing.frame import Frame


def fits(frame: Frame, sources: Sequence[Cluster]) -> bool:
    """Several speak in the dual or the plural, one agrees with the verb."""
    agreement = frame.form.agreement
    if len(sources) > 1:
        return not agreement or agreement[1] in "dp"
    return all(agrees(frame, c) for c in sources)


def agrees(frame: Frame, cluster: Cluster) -> bool:
    """Gender and number of the cue against the entity's."""
    agreement = frame.form.agreement
    if not agreement:
        return True
    if agreement[1] == "d":
        return cluster.number in ("du", "pl") or cluster.kind == "group"
    if agreement[1] == "p":
        return cluster.number != "sg" or cluster.kind == "group"
    if agreement == "fs":
        return (
            cluster.gender == "f"
            or cluster.kind in ("country",)
            or (cluster.kind == "group" and cluster.number == "pl")
        )
    if agreement == "ms" and frame.form.kind in "vp":
        feminine = cluster.gender == "f" and cluster.kind in ("person", "country", "organisation")
        return not (feminine and not cluster.masculine) and cluster.number == "sg"
    return True


def may_be_several(frame: Frame, sources: Sequence[Cluster]) -> bool:
    """The dual or the plural on a body or a noun that no table counts (المجلس … وأكدوا, الجانبان … وشددا)."""
    several = frame.form.agreement[1:] in ("d", "p")
    return several and len(sources) == 1 and sources[0].kind in ("unnamed", "group", "organisation")
