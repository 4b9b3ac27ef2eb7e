"""Entities as the report gives them, from the clusters of mentions."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from dipcli.model import Entity, Gender, Mention, MentionKind, Number, Span, Step
from dipcli.stages.clusters import SHORTEST_LI, Cluster, Clusters, li_letters
from dipcli.stages.countries import taken_for_granted
from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title
from dipcli.stages.kinds_shown import kind_shown
from dipcli.stages.offices import main_office, office_words, served
from dipcli.stages.place_mentions import of_states
from dipcli.stages.run_by import country_of_who_runs_it
from dipcli.stages.title_places import country_of_adjective, country_within
from dipcli.stages.whereof import country_of_whereof
from dipcli.text.fold import fold_word
from dipcli.text.marks import QUOTE_MARKS

_LATIN: Final = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويء",
        ["a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "", "gh", "f", "q", "k",
         "l", "m", "n", "h", "w", "y", ""],
        strict=True,
    )
)  # fmt: skip


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
        base = _rules_id(clusters.doc, cluster) or slug(_folded_name(clusters.doc, cluster))
        entity_id, n = base, 2
        while entity_id in taken:
            entity_id, n = f"{base}-{n}", n + 1
        taken.add(entity_id)
        ids[cluster.serial] = entity_id
        out.append(_entity(clusters, cluster, entity_id, name))
    return tuple(out), ids


def _rules_id(doc: Document, cluster: Cluster) -> str | None:
    """Id by which the tables know the entity, the same in every report; of a ministry that many states have, with the state."""
    if cluster.known:
        return cluster.known[0]
    facts = doc.lexicon.facts
    if cluster.kind == "country":
        entry = facts["countries"].get(cluster.country or "")
        return entry["id"] if entry else None
    if cluster.body in facts["bodies"]:
        own = facts["bodies"][cluster.body][2]
        return cluster.body if own or not cluster.country else f"{cluster.body}-{cluster.country.lower()}"
    return cluster.body if cluster.body in facts["regions"] else None


def _folded_name(doc: Document, cluster: Cluster) -> str:
    found = _fullest(doc, cluster)
    first, last, skip = found.name or (found.first, found.last, found.skip)
    return " ".join([doc.words[first][skip:], *doc.words[first + 1 : last]])


def _fullest(doc: Document, cluster: Cluster) -> Found:
    named = [f for f in cluster.founds if f.name]
    if named:
        return max(named, key=lambda f: (f.name[1] - f.name[0], -f.first) if f.name else (0, 0))
    papers = {
        id(f) for reason, f in cluster.reasons if reason == "paper_of_issuer"
    }  # البيان is no name of who issued it
    alone = {doc.words[f.first] for f in cluster.founds if f.last - f.first == 1} if cluster.kind == "group" else ()
    return min(
        cluster.founds,
        key=lambda f: (
            id(f) in papers,
            doc.words[f.first].startswith("لل") and not f.skip,
            f.rule == "subject_noun_phrase",
            cluster.kind == "country" and f.rule != "table_C",  # برازيليا, الخرطوم: where a state's own name stands too
            doc.words[f.first][:-2] + "ون" in alone and doc.words[f.first].endswith("ين"),  # المتظاهرون, not المتظاهرين
            f.first - f.last if cluster.kind == "organisation" and f.rule.startswith(("table_", "body_")) else 0,
            f.first,
        ),
    )


def _name_span(doc: Document, cluster: Cluster) -> Span:
    found = _fullest(doc, cluster)
    if found.name:
        return doc.span(*found.name)
    marked = doc.words[found.first] in QUOTE_MARKS and doc.words[found.last - 1] in QUOTE_MARKS
    if marked and found.last - found.first > 2 and QUOTE_MARKS.isdisjoint(doc.words[found.first + 1 : found.last - 1]):
        return doc.span(found.first + 1, found.last - 1)  # «المقاومة الجنوبية»
    return doc.span(found.first, found.last, found.skip)


_NO_COUNTRY: Final = frozenset(
    {"organisation", "media", "academic"}
)  # the article's home says nothing of an international body's head, of a writer


_OF_ANY_BODY: Final = frozenset({"deputy", "envoy", "head_of_delegation", "spokesperson", "representative"})
"""Whom any body may have, so that the article's home tells nothing of him."""


def _entity(clusters: Clusters, cluster: Cluster, entity_id: str, name: Span) -> Entity:
    doc = clusters.doc
    office = main_office(doc, cluster) if cluster.kind == "person" else None
    title = office.title if office else None
    facts = doc.lexicon.facts
    person = doc.lexicon.person(cluster.known[0]) if cluster.known else None
    name_en = person.name_en if person else _english(facts, cluster)
    office_facts = facts["offices"].get(title.office) if title else None
    country = cluster.country
    serves = served(doc, title) if title else None
    if serves is not None:
        country = serves or None
    elif country is None and title is not None and title.kind not in _NO_COUNTRY:
        country = _of_its_place(doc, title) or _of_the_principal(clusters, title)
        if country is None and title.office not in _OF_ANY_BODY:
            country = taken_for_granted(clusters, cluster)
    elif country is None and title is not None and title.kind == "organisation":
        country = _of_a_service(clusters, cluster, title)
    elif country is None and cluster.kind in ("unnamed", "group", "organisation") and not cluster.known:
        body = cluster.kind == "organisation"
        told = (_of_a_local_body(doc, f) if body else _of_the_unnamed(doc, f) for f in cluster.founds)
        country = next((c for c in told if c), None) or country_of_who_runs_it(clusters, cluster)
    return Entity(
        id=entity_id, kind=kind_shown(doc, cluster), known=_rules_id(doc, cluster) is not None,
        name=_as_written(doc, name), mentions=_mentions(doc, cluster), name_en=name_en,
        short=person.short or None if person else None, short_en=person.short_en or None if person else None,
        office=office_words(doc, cluster, office, office_facts[3] if office_facts else None) if office else None,
        office_en=office_facts[0] if office_facts else None, office_id=title.office or None if title else None,
        leader=bool(title) and any(o[3].leader for o in cluster.offices), country=country, gender=_gender(cluster), number=_number(cluster),
        why=_why(doc, cluster),
    )  # fmt: skip


def _as_written(doc: Document, name: Span) -> str:
    """The article's own words; where ل has swallowed the alif of the article it is given back (المرصد, of للمرصد)."""
    text = doc.text[name.start : name.end]
    first, _, rest = text.partition(" ")
    if not first.startswith("لل") or len(first) <= SHORTEST_LI:
        return text
    return " ".join(w for w in ("ال" + first[li_letters(doc, fold_word(first)) :], rest) if w)


def _of_the_unnamed(doc: Document, found: Found) -> str | None:
    """مصدر [مصري], مصدر [في الخارجية العمانية], [الإيرانيون]."""
    people = doc.match(found.first, found.last, "D") if found.last - found.first == 1 else None
    if people is not None and people[0] == found.last and len({n.value.split()[0] for n in people[2]}) == 1:
        return people[2][0].value.split()[0]
    adjective = country_of_adjective(doc, found.first + 1, found.last)
    return adjective or country_of_whereof(doc, found.first, found.last)


def _of_a_local_body(doc: Document, found: Found) -> str | None:
    """مديرية الدفاع المدني [بمنطقة عسير]: the country of the city or region in whose service's name it is."""
    local, _ = _services(doc, found.first, found.last)
    return country_within(doc, found.first + 1, found.last, "c") if local else None


def _of_a_service(clusters: Clusters, cluster: Cluster, title: Title) -> str | None:
    """مدير تعليم [جدة]: the country of the place; مدير عام [السجون]: a service of the state that the article is about."""
    local, of_state = _services(clusters.doc, title.first + 1, title.last)
    country = _of_its_place(clusters.doc, title) if local else None
    return country or (taken_for_granted(clusters, cluster) if of_state else None)


def _services(doc: Document, first: int, last: int) -> tuple[bool, bool]:
    """Is a public service among these words, one of a place or of a state; and is it one of a state?"""
    classes, cores = doc.lexicon.word_classes, {info.core for info in doc.infos[first:last]}
    of_state = not classes["state_services"].isdisjoint(cores)
    return of_state or not classes["local_services"].isdisjoint(cores), of_state


def _of_its_place(doc: Document, title: Title) -> str | None:
    """أمير منطقة الجوف, مدير شرطة جدة: the country of the city or region that the office is of; not where one is posted."""
    if title.kind == "diplomatic" or title.deputy:
        return None
    return country_within(doc, title.first + 1, title.last, "c")


def _of_the_principal(clusters: Clusters, title: Title) -> str | None:
    """المتحدث باسم نتنياهو: the country of the person in whose name he speaks, of the article or else known."""
    doc = clusters.doc
    for k in range(title.first + 2, title.last):
        if doc.words[k - 1] != "باسم":
            continue
        words = tuple(doc.words[k : title.last])
        told = (c.country for c in clusters.all if c.country and any(n[-len(words) :] == words for n in c.names))
        known = doc.match(k, title.last, "pq")
        terms = [t for n in known[2] for t in doc.lexicon.person(n.value).terms] if known is not None else []
        lands = {t.country for t in terms if t.country}
        return next(told, None) or (lands.pop() if len(lands) == 1 else None)
    return None


def _gender(cluster: Cluster) -> Gender | None:
    return "m" if cluster.gender == "m" else "f" if cluster.gender == "f" else None


def _number(cluster: Cluster) -> Number:
    return "du" if cluster.number == "du" else "pl" if cluster.number == "pl" else "sg"


def _english(facts: dict[str, Any], cluster: Cluster) -> str | None:
    if cluster.kind == "country" and cluster.country:
        entry = facts["countries"].get(cluster.country)
        return str(entry["en"]) if entry else None
    if cluster.body:
        entry = facts["bodies"].get(cluster.body) or facts["regions"].get(cluster.body)
        return str(entry[1]) if entry else None
    return None


def _mentions(doc: Document, cluster: Cluster) -> tuple[Mention, ...]:
    """Each mention whole; where title and name stand together also their parts, as further forms of the entity."""
    out: list[Mention] = []
    end = 0
    for f in sorted(of_states(doc, cluster.founds), key=lambda f: f.first):
        kind: MentionKind = "name" if f.name or f.kind in ("country", "organisation") else "title"
        within = f.last <= end  # بيان [للوزارة], which is a mention of the ministry as a whole
        end = max(end, f.last)
        out.append(
            Mention(span=doc.span(f.first, f.last, f.skip), kind=kind, rule=f"{f.rule}.name" if within else f.rule)
        )
        if f.name and (f.titles or f.name[0] != f.first):
            for first, last, skip, part in _parts(doc, f, f.name):
                part_kind: MentionKind = "title" if part == "title" else "name"
                out.append(Mention(span=doc.span(first, last, skip), kind=part_kind, rule=f"{f.rule}.{part}"))
    told: dict[Span, Mention] = {}
    for m in out:
        told.setdefault(m.span, m)  # what is found as a source and again as a subject, once
    return tuple(told.values())


def _parts(doc: Document, found: Found, name: tuple[int, int, int]) -> Iterator[tuple[int, int, int, str]]:
    """Forms within a mention: the name alone, each title alone, the name with its nearer titles, the titles in a row."""
    whole = (found.first, found.last)
    seen = {whole}
    yield (*name, "name")
    seen.add((name[0], name[1]))
    before = [t for t in found.titles if t.first < name[0] and t.first >= found.first]
    after = [t for t in found.titles if t.first >= name[1] and t.last <= found.last]
    for group, stop in ((before, name[0]), (after, found.last)):
        for n, t in enumerate(group):
            end = _trimmed(doc, t.first, max(t.last, group[n + 1].first if n + 1 < len(group) else stop))
            for last in (end, _trimmed(doc, t.first, stop)):
                if (t.first, last) not in seen and t.kind not in _NO_FORM:
                    seen.add((t.first, last))
                    yield t.first, last, t.skip, "title"
    inner = [(t.last - 1, 0) for t in before if _ends_in_title(doc, t)]
    for first, _ in inner:
        if (first, first + 1) not in seen:
            seen.add((first, first + 1))
            yield first, first + 1, 0, "title"
    for first, skip in [(t.first, t.skip) for t in before] + inner + ([name[::2]] if after else []):
        for last in (name[1], found.last):
            if (first, last) not in seen:
                seen.add((first, last))
                yield first, last, skip, "part"


def _ends_in_title(doc: Document, title: Title) -> bool:
    """صاحب السمو الملكي الأمير, فخامة الرئيس, listed as one, with a title at its end; not نائب الرئيس."""
    last = title.last - 1
    if doc.words[last] in doc.lexicon.word_classes["opposed"]:
        return False
    if last == title.first or not doc.infos[last].definite or doc.match(last, title.last, "t") is None:
        return False
    return doc.infos[last - 1].definite or doc.match(last - 1, last, "h") is not None


_NO_FORM: Final = frozenset({"rank", "academic", "honorific"})  # alone they are nobody's form


def _trimmed(doc: Document, first: int, last: int) -> int:
    while last > first + 1 and not doc.words[last - 1][0].isalnum() and doc.words[last - 1] not in _CLOSERS:
        last -= 1
    return last


_CLOSERS: Final = frozenset('"”»)')


def _why(doc: Document, cluster: Cluster) -> tuple[Step, ...]:
    told = {id(f) for f in of_states(doc, [f for _, f in cluster.reasons])}
    return tuple(
        Step(stage="resolution", rule=f.rule, reason=reason, at=doc.span(f.first, f.last, f.skip))
        for reason, f in sorted(cluster.reasons, key=lambda x: x[1].first)
        if id(f) in told
    )
