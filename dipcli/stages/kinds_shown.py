"""What kind of entity a report shows: of whom no table names, by the noun that he is told by."""

from typing import Final

from dipcli.model import EntityKind
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Title

_SOUND: Final = ("ون", "ين", "و")  # the sound plural, and without its ن in construct
_SHORTEST: Final = 6
_AT_LARGE: Final = frozenset({"spokesperson", "diplomatic", "media", "academic"})  # offices that many hold


def kind_shown(doc: Document, cluster: Cluster) -> EntityKind:
    """محللون is a group, الشركة an organisation; مصدر, مسؤول and a spokesman without a name are unnamed."""
    if cluster.kind == "person":
        named = bool(cluster.names or cluster.known) or not cluster.offices
        return "person" if named or not all(_at_large(title) for *_, title in cluster.offices) else "unnamed"
    if cluster.kind == "country":
        return "country"
    if cluster.kind not in ("unnamed", "group"):
        return "organisation"
    first = min((f.first for f in cluster.founds), default=-1)
    if cluster.kind == "group":
        told = doc.infos[first].core in doc.lexicon.word_classes["informants"] if first >= 0 else False
        return "unnamed" if told else "group"
    return _by_noun(doc, first) if first >= 0 else "unnamed"


def _at_large(title: Title) -> bool:
    return title.kind in _AT_LARGE or title.office.endswith("spokesperson")


def _by_noun(doc: Document, first: int) -> EntityKind:
    info, classes = doc.infos[first], doc.lexicon.word_classes
    core = info.core
    if core in classes["groups"] or core in classes["peoples"]:
        return "group"
    if core in classes["informants"]:
        return "unnamed"
    if core in classes["speaking_plurals"] or (len(core) >= _SHORTEST and core.endswith(_SOUND)):
        return "group"
    if core in classes["body_heads"] and core not in classes["crowds"]:
        return "organisation"
    return "unnamed"
