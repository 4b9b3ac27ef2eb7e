"""Mentions that name a person, joined by their names; and known people called by surname alone."""

from typing import Final

from dipcli.rules.match import CITY, FUNCTION, GIVEN, MASDAR, MASKS, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.clusters import NO_OFFICE, Cluster, Clusters, found_words
from dipcli.stages.document import Document
from dipcli.stages.family_names import COMMON
from dipcli.stages.found import Found, Title
from dipcli.text.clitics import bare
from dipcli.text.fold import fold_word
from dipcli.text.naming import SONS, contains, fathers, name_key

_SURNAMES: Final = MASKS["q"]


def without_objects(doc: Document, founds: list[Found]) -> list[Found]:
    """Mentions without those of a surname and its verb's object (أكد كوفالين [عودة] …), or of two surnames in a row."""
    names = {tuple(found_words(doc, f)) for f in founds if f.name}
    surnames = {n[-1] for n in names if len(n) > 1}
    return [
        f for f in founds if not (f.rule == "name_by_its_words" and f.name and _with_object(doc, f, names, surnames))
    ]


def _with_object(doc: Document, found: Found, names: set[tuple[str, ...]], surnames: set[str]) -> bool:
    words = tuple(found_words(doc, found))
    if found.titles or not 1 < len(words) <= _LONGEST or words[0] not in surnames:
        return False
    if any(len(n) > len(words) and n[-len(words) :] == words for n in names):
        return False  # a longer form of the same name
    own = any(n != words and len(n) > 1 and n[-1] == words[0] for n in names)
    info = doc.lexicon.info(words[1])
    adjective = info.definite and words[1].endswith("ه") and not info.flags & PERSONAL  # حلقة كوفالين [الختامية]
    noun = not info.definite and info.frequency >= COMMON and not info.flags & GIVEN
    common = bool(info.flags & (NOUN | MASDAR)) and (adjective or noun)
    given = doc.lexicon.flags_of(words[0]) & GIVEN and not _once_behind_a_verb(doc, found, words)
    other = not given and words[-1] in {n[-1] for n in names if n != words and len(n) > 1}
    return own and (other or common)


def _once_behind_a_verb(doc: Document, found: Found, words: tuple[str, ...]) -> bool:
    """وأطلع [سلامة السراج] على …: two words of names that stand together nowhere else, right behind a verb."""
    pairs = sum(a == words[0] and b == words[1] for a, b in zip(doc.words, doc.words[1:], strict=False))
    return pairs == 1 and found.first > 0 and bool(doc.infos[found.first - 1].flags & VERB)


_LONGEST: Final = 3


def with_their_names(founds: list[Found]) -> list[Found]:
    """Mentions with those of a noun and a name behind it made one: [المواطن سالم العمري]."""
    out: list[Found] = []
    for found in founds:
        noun = out[-1] if out else None
        if noun is not None and noun.last == found.first and noun.number == "sg" and noun.rule in _BEFORE_NAMES:
            if found.kind == "person" and found.name and not found.titles and not found.conj and not found.skip:
                found.first, found.skip, found.conj = noun.first, noun.skip, noun.conj
                out.pop()
        out.append(found)
    return out


_BEFORE_NAMES: Final = frozenset({"descriptor", "descriptor_witness"})


def by_name(clusters: Clusters, named: list[Found]) -> None:
    """Join mentions that name a person, the longest names first."""
    doc = clusters.doc
    keyed = [(name_key(found_words(doc, f)), f) for f in named]
    keyed.sort(key=lambda x: (-len(x[0]), x[1].first))
    for key, found in keyed:
        if not key and found.titles:
            continue
        key = key or tuple(found_words(doc, found))  # الياباني [آبي]: all of the name is spelled like أبو
        fit = [c for c in clusters.all if _can_be(doc, c, key, found) and not _his_father(doc, c, key, found)]
        cluster = _nearest(fit, found) if fit else None
        if cluster is None:
            cluster = clusters.new("person")
        if key not in cluster.names:
            cluster.names.append(key)
            cluster.fathers |= fathers(found_words(doc, found))
        if found.known:
            both = tuple(k for k in found.known if k in cluster.known)
            cluster.known = both or cluster.known or _of_that_given_name(doc, cluster, key, found.known)
        clusters.add(cluster, found, "same_name" if len(cluster.founds) else "named")


def _of_that_given_name(
    doc: Document, cluster: Cluster, key: tuple[str, ...], known: tuple[str, ...]
) -> tuple[str, ...]:
    """القرة داغي, after شاهو القرة داغي: not the known man of that family, whose given names begin with other letters."""
    given = {name[0][0] for name in cluster.names if len(name) > len(key)}
    if not given:
        return known
    letters = {k: {bare(fold_word(w))[0] for w in doc.lexicon.person(k).name.split(" ")} for k in known}
    return tuple(k for k in known if letters[k] & given)


def _can_be(doc: Document, cluster: Cluster, key: tuple[str, ...], found: Found) -> bool:
    if found.known and cluster.known:
        return any(k in cluster.known for k in found.known)
    if (
        found.gender
        and cluster.gender
        and found.gender != cluster.gender
        and found.titles
        and found.titles[0].kind != "rank"
    ):
        return False
    if not any(contains(name, key) for name in cluster.names):
        return False
    if len(key) == 1 and key[0] not in {n[-1] for n in cluster.names}:
        # A first name alone names a royal or somebody with a title (الشيخ تميم), not everybody.
        return bool(found.titles) and (
            any(_borne(cluster, t) for t in found.titles) or not _goes_on(doc, cluster, found)
        )
    return not _other_country(cluster, found)


def _goes_on(doc: Document, cluster: Cluster, found: Found) -> bool:
    """المصور سالم [باعيسى]: behind a first name stands a word that may be a family name, and not this man's."""
    end = found.name[1] if found.name is not None else found.last
    if end >= len(doc.words):
        return False
    info = doc.infos[end]
    if info.conj or info.prep or info.definite or info.particle or info.verbal or info.cues or info.reports:
        return False
    return bool(info.flags & (PERSONAL | UNKNOWN)) and all(bare(info.word) not in name for name in cluster.names)


def _borne(cluster: Cluster, title: Title) -> bool:
    """الشيخ تميم, الوزير سالم after سالم العمري وزير المالية; not المصور سالم: a title before a first name that may be his."""
    noun = title.office.split("_")[-1]
    return title.kind in _BEFORE_FIRST_NAMES or any(noun and noun == o[0].split("_")[-1] for o in cluster.offices)


_BEFORE_FIRST_NAMES: Final = NO_OFFICE | {"royal", "religious", "military"}


def _his_father(doc: Document, cluster: Cluster, key: tuple[str, ...], found: Found) -> bool:
    """الملك سعود, beside الملك فيصل بن سعود; الشيخ سالم آل حمود, beside زايد بن سالم آل حمود: another man."""
    if key[0] not in cluster.fathers or found_words(doc, found)[0] in SONS or not doc.lexicon.flags_of(key[0]) & GIVEN:
        return False  # خالفة, of رشيد بن خالفة: his family
    return all(name[0] != key[0] for name in cluster.names)


def _other_country(cluster: Cluster, found: Found) -> bool:
    return bool(found.country and cluster.country and found.country != cluster.country and found.titles)


def _nearest(fit: list[Cluster], found: Found) -> Cluster:
    return max(
        fit, key=lambda c: (bool(found.country and c.country == found.country), c.before(found.first), -c.serial)
    )


def well_known(clusters: Clusters, founds: list[Found]) -> None:
    """People whom the article calls by surname alone (أردوغان): taken when their country stands in the article too."""
    doc = clusters.doc
    countries = {f.country for f in founds if f.country}
    surnames = {n[-1] for c in clusters.all for n in c.names}
    covered = bytearray(len(doc.words))
    for f in founds:
        covered[f.first : f.last] = b"\1" * (f.last - f.first)
    for i in [k for k, info in enumerate(doc.infos) if info.kinds & _SURNAMES]:
        info = doc.infos[i]
        if covered[i] or info.definite:
            continue
        match = doc.match(i, i + 1, "q")
        if match is None:
            continue
        own = doc.lexicon.info(doc.words[i][match[1] :])
        if own.flags & (NOUN | VERB | MASDAR | FUNCTION | CITY) or own.particle or own.flags & GIVEN:
            continue
        if doc.raw(i)[0] in "كبلفو" and doc.raw(i)[1:2] in ("أ", "إ", "آ"):
            continue  # كأول مسؤول: a preposition and a word that begins with a hamza
        people = sorted({n.value for n in match[2]})
        key = name_key([own.word])
        if key and key[-1] in surnames:
            continue
        if len(people) != 1 or any(people[0] in c.known for c in clusters.all):
            continue
        person = doc.lexicon.person(people[0])
        if not any(t.country in countries for t in person.terms):
            continue
        found = Found(
            first=i, last=i + 1, skip=match[1], kind="person", rule="well_known_surname", name=(i, i + 1, match[1]),
            known=(people[0],), conj=info.conj,
        )  # fmt: skip
        cluster = clusters.new("person")
        cluster.names.append(name_key(found_words(doc, found)))
        cluster.known = (people[0],)
        clusters.add(cluster, found, "well_known_surname")
        founds.append(found)
