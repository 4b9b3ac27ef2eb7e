"""Entities as the report gives them, from the clusters of mentions."""

from collections.abc import Iterable

from dipcli.model import Entity, EntityKind, Gender, Mention, MentionKind, Number, Span, Step
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title

_LATIN = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويء",
        ["a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "", "gh", "f", "q", "k",
         "l", "m", "n", "h", "w", "y", ""],
        strict=True,
    )
)  # fmt: skip
_WEAK_KINDS = frozenset({"rank", "academic", "honorific", "pronoun_like", "counterpart"})


def slug(folded: str) -> str:
    """Latin letters for an id; not a transliteration to read."""
    out = "".join(_LATIN.get(c, c if c.isascii() and c.isalnum() else "-") for c in folded)
    return "-".join(x for x in out.split("-") if x) or "x"


def build_entities(clusters: Clusters, used: Iterable[Cluster]) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """Records of the entities worth reporting and their ids by cluster serial.

    Reported are all named persons, and of the others those that speak, are spoken to or take part in a message.
    """
    wanted = {c.serial for c in used}
    chosen = [c for c in clusters.all if c.founds and (c.serial in wanted or (c.kind == "person" and c.names))]
    ids: dict[int, str] = {}
    taken: set[str] = set()
    out = []
    for cluster in chosen:
        name = _name_span(clusters.doc, cluster)
        base = cluster.known[0] if cluster.known else slug(_folded_name(clusters.doc, cluster))
        entity_id, n = base, 2
        while entity_id in taken:
            entity_id, n = f"{base}-{n}", n + 1
        taken.add(entity_id)
        ids[cluster.serial] = entity_id
        out.append(_entity(clusters, cluster, entity_id, name))
    return tuple(out), ids


def _folded_name(doc: Document, cluster: Cluster) -> str:
    found = _fullest(cluster)
    first, last, skip = found.name or (found.first, found.last, found.skip)
    return " ".join([doc.words[first][skip:], *doc.words[first + 1 : last]])


def _fullest(cluster: Cluster) -> Found:
    named = [f for f in cluster.founds if f.name]
    if named:
        return max(named, key=lambda f: (f.name[1] - f.name[0], -f.first) if f.name else (0, 0))
    return min(cluster.founds, key=lambda f: f.first)


def _name_span(doc: Document, cluster: Cluster) -> Span:
    found = _fullest(cluster)
    if found.name:
        return doc.span(*found.name)
    return doc.span(found.first, found.last, found.skip)


_NO_COUNTRY = frozenset({"organisation"})  # the article's home says nothing of the head of an international body


def main_title(cluster: Cluster) -> Title | None:
    """The office to show: the first that is one of state, else the first at all."""
    titles = [o[3] for o in cluster.offices if o[3].kind not in _WEAK_KINDS]
    ordered = sorted(titles, key=lambda t: (not t.leader, t.first))
    return ordered[0] if ordered else None


def _entity(clusters: Clusters, cluster: Cluster, entity_id: str, name: Span) -> Entity:
    doc = clusters.doc
    title = main_title(cluster) if cluster.kind == "person" else None
    facts = doc.lexicon.facts
    person = doc.lexicon.person(cluster.known[0]) if cluster.known else None
    name_en = person.name_en if person else _english(facts, cluster)
    office_facts = facts["offices"].get(title.office) if title else None
    country = cluster.country
    if country is None and title is not None and cluster.kind == "person" and title.kind not in _NO_COUNTRY:
        country = clusters.home
    return Entity(
        id=entity_id, kind=_kind(cluster), known=person is not None or bool(cluster.body) or cluster.kind == "country",
        name=doc.text[name.start : name.end], mentions=_mentions(doc, cluster), name_en=name_en,
        short=person.short or None if person else None, short_en=person.short_en or None if person else None,
        office=_office(doc, title, office_facts),
        office_en=office_facts[0] if office_facts else None, office_id=title.office or None if title else None,
        leader=bool(title and title.leader), country=country, gender=_gender(cluster), number=_number(cluster),
        why=_why(doc, cluster),
    )  # fmt: skip


def _office(doc: Document, title: Title | None, facts: list[str] | None) -> str | None:
    """The office as the article writes it; where two share one title (الرئيسان) its form for one."""
    if title is None:
        return None
    if title.number != "sg" and facts:
        return facts[3]
    span = doc.span(title.first, title.last, title.skip)
    return doc.text[span.start : span.end]


def _kind(cluster: Cluster) -> EntityKind:
    kind = cluster.kind
    return kind if kind in ("person", "country", "organisation", "group", "unnamed") else "organisation"  # type: ignore[return-value]


def _gender(cluster: Cluster) -> Gender | None:
    return "m" if cluster.gender == "m" else "f" if cluster.gender == "f" else None


def _number(cluster: Cluster) -> Number:
    return "du" if cluster.number == "du" else "pl" if cluster.number == "pl" else "sg"


def _english(facts: dict[str, dict[str, list[str]]], cluster: Cluster) -> str | None:
    if cluster.kind == "country" and cluster.country:
        entry = facts["countries"].get(cluster.country)
        return entry["en"] if entry else None  # type: ignore[call-overload]
    if cluster.body:
        entry = facts["bodies"].get(cluster.body) or facts["regions"].get(cluster.body)
        return entry[1] if entry else None
    return None


def _mentions(doc: Document, cluster: Cluster) -> tuple[Mention, ...]:
    """Each mention whole; where title and name stand together also the name and the title alone (as further forms)."""
    out: list[Mention] = []
    for f in sorted(cluster.founds, key=lambda f: f.first):
        kind: MentionKind = "name" if f.name or f.kind in ("country", "organisation") else "title"
        out.append(Mention(span=doc.span(f.first, f.last, f.skip), kind=kind, rule=f.rule))
        if f.name and f.titles:
            out.append(Mention(span=doc.span(*f.name), kind="name", rule=f.rule + ".name"))
            for n, t in enumerate(f.titles):
                if t.kind in ("rank", "academic", "honorific") or t.first < f.first:
                    continue
                stop = f.titles[n + 1].first if n + 1 < len(f.titles) else f.name[0] if f.name[0] > t.first else f.last
                out.append(
                    Mention(span=doc.span(t.first, max(t.last, stop), t.skip), kind="title", rule=f.rule + ".title")
                )
    return tuple(out)


def _why(doc: Document, cluster: Cluster) -> tuple[Step, ...]:
    return tuple(
        Step(stage="resolution", rule=f.rule, reason=reason, at=doc.span(f.first, f.last, f.skip))
        for reason, f in sorted(cluster.reasons, key=lambda x: x[1].first)
    )
