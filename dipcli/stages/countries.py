"""Which country a shared name means (المملكة), and which one the article takes for granted."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dipcli.rules.match import NOUN
from dipcli.stages.clusters import MINISTRY, Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.title_places import is_shared, tells_a_branch


def settle_countries(clusters: Clusters, founds: list[Found]) -> None:
    """المملكة, عمان: a name that several countries share, or a country and a capital, is of what the article speaks of most."""
    doc = clusters.doc
    open_ones: list[tuple[Found, set[str], bool]] = []
    settled = []
    for found in founds:
        match = doc.match(found.first, found.last, "CK") if found.kind == "country" else None
        shared = {n.value.split()[0] for n in match[2]} if match is not None and match[0] == found.last else set()
        if match is not None and len(shared) > 1:
            open_ones.append((found, shared, any(n.code == "K" for n in match[2])))
        else:
            settled.append(found)
    if not open_ones:
        return
    votes = _votes(settled)
    for cluster in clusters.all:
        for known in cluster.known[:1]:
            votes.update({t.country for t in doc.lexicon.person(known).terms})
    beside = {f.first: f.country for f in settled if f.conj and f.skip}
    beside_of = {f.last: f.country for f in settled}
    for found, shared, capital in open_ones:
        other = {beside.get(found.last), beside_of.get(found.first) if found.conj else None}  # المملكة والأردن
        fit = sorted(c for c in shared - other if votes[c]) or sorted(c for c in shared if votes[c])
        if fit:
            found.country = max(fit, key=lambda c: votes[c])
        elif not capital:
            found.country = None  # عمان: Oman, where nothing speaks of Jordan


def settle_bodies(clusters: Clusters, founds: list[Found]) -> None:
    """مجلس النواب, الجيش: what many states have is that of the state of which the article speaks most, or of none told."""
    doc = clusters.doc
    bodies = doc.lexicon.facts["bodies"]
    open_ones, settled = [], []
    for found in founds:
        match = doc.match(found.first, found.last, "o") if found.rule == "table_o" else None
        ids = sorted({n.value for n in match[2]}) if match is not None else []
        by_name = match is not None and match[0] == found.last
        if ids and (len(ids) > 1 or (by_name and is_shared(doc, found.first, found.last))):
            open_ones.append((found, ids, by_name))
        else:
            settled.append(found)
    votes = _votes(settled)
    for found, ids, by_name in open_ones:
        states = {b: bodies[b][2] if b in bodies else "" for b in ids}
        told = None if by_name else found.country
        fit = [b for b in ids if (states[b] == told if told else votes[states[b]] > 0)]
        general = next((b for b in ids if not states[b]), None)
        found.body = max(fit, key=lambda b: votes[states[b]]) if fit else general
        if not told:
            found.country = states[found.body] or None if found.body else None


def settle_leaders(clusters: Clusters) -> None:
    """الوفد البحريني برئاسة سالم العمري: who leads those of a nationality is of it."""
    doc = clusters.doc
    for cluster in clusters.all:
        for found in cluster.founds if cluster.country is None and cluster.names else ():
            i = found.first - 2
            nation = (
                doc.match(i, i + 1, "D") if i > 0 and doc.words[i + 1] in doc.lexicon.contact_words["led_by"] else None
            )
            if nation is not None and nation[1] == 0:
                cluster.country = nation[2][0].value.split()[0]


def settle_natives(clusters: Clusters) -> None:
    """الطالب [الأميركي] جون دالتون, الحارس [الأرجنتيني]: of the nationality between a noun of people and the name."""
    doc = clusters.doc
    for cluster in clusters.all:
        if cluster.country is not None or cluster.kind != "person" or not cluster.names:
            continue
        for found in cluster.founds:
            country = _nationality_before(doc, found) if found.name is not None else None
            if country is not None:
                cluster.country = country
                break


def _nationality_before(doc: Document, found: Found) -> str | None:
    name = found.name[0] if found.name is not None else 0
    i = name - 1
    nation = doc.match(i, name, "D") if i > 1 else None
    if nation is None or nation[1] or not doc.infos[i].definite or doc.infos[i].conj:
        return None
    noun, before = doc.infos[i - 1], doc.infos[i - 2]
    if (found.titles and noun.prep) or any((m := doc.match(k, name, "C")) and m[0] == name for k in range(i - 2, i)):
        return None  # المبعوث الخاص بالأزمة [اليمنية] …, في الولايات المتحدة [الأميركية] …
    if not noun.definite or noun.reports or noun.base.endswith("ه") != doc.infos[i].base.endswith("ه"):
        return None
    if _is_of_things(doc, i - 1) or tells_a_branch(doc, i):
        return None  # السوق [الفرنسي] …, المحلل [المالي] …
    construct = bool(before.flags & NOUN) and not (before.definite or before.prep or before.particle or before.reports)
    countries = {n.value.split()[0] for n in nation[2]}
    return None if construct or len(countries) > 1 else countries.pop()  # not مدرب المنتخب [السعودي] …


def _is_of_things(doc: Document, i: int) -> bool:
    """A body, a place or a thing that has a nationality, where a noun of people would be."""
    core, classes = doc.infos[i].core, doc.lexicon.word_classes
    return any(core in classes[name] for name in _NO_PEOPLE)


_NO_PEOPLE: Final = ("body_heads", "place_heads", "run_by", "resistance", "things_of_states")


def settle_ministries(clusters: Clusters) -> None:
    """وزارة الداخلية, of which no state is told: that of the state that the article takes for granted."""
    for cluster in clusters.all:
        if cluster.country is None and cluster.founds and (cluster.body or "").startswith(MINISTRY):
            cluster.country = taken_for_granted(clusters, cluster)


def home_of(doc: Document, clusters: Clusters, founds: list[Found]) -> str | None:
    """The country that the article takes for granted: that of its dateline, else the one named most with offices."""
    for line in doc.segments.lines[:6]:
        if line.kind == "dateline":
            for i in range(line.first, line.last):
                agency = doc.match(i, line.last, "m")
                if agency is not None:
                    country = doc.lexicon.facts["bodies"][agency[2][0].value][2]
                    if country:
                        return str(country)
            for f in founds:
                if line.first <= f.first < line.last and f.country and f.kind in ("country", "place", "organisation"):
                    return f.country
    votes = _votes(founds)
    votes.update(_lands_of_the_known(clusters))
    if not votes:
        return None
    top = max(votes.values())
    rivals = {c for c in votes if votes[c] * 3 >= top * 2}
    if len(rivals) > 1:
        clusters.rivals = sorted((f.first, f.country) for f in founds if f.country in rivals)
    enough = _ENOUGH if len(votes) > 1 else _ENOUGH_ALONE
    return min(c for c in votes if votes[c] == top) if top >= enough else None


def taken_for_granted(clusters: Clusters, cluster: Cluster) -> str | None:
    """The country that an office is of where nothing tells it: that of its scene (أما في كينيا …), else the article's home;
    where it speaks nearly as much of another land, that of which it spoke last before the person.
    """
    first = min(f.first for f in cluster.founds)
    scene = next((country for begin, end, country in clusters.scenes if begin <= first < end), None)
    if scene is not None:
        return scene
    if clusters.home is None or not clusters.rivals:
        return clusters.home
    before = [country for token, country in clusters.rivals if token < first]
    return before[-1] if before else clusters.home


# What stands for a state in the facts of those who serve it, and is nobody's home.
NO_STATES: Final = ("UN", "EU")
# a land named once may be anybody's; alone in the article it is more
_ENOUGH: Final = 3
_ENOUGH_ALONE: Final = 2


def scenes_of(doc: Document, founds: list[Found]) -> list[tuple[int, int, str]]:
    """أما في أذربيجان، فقد …, وفي برلين قال …: where a sentence opens with a place, (its first token, behind its last, country)."""
    at = {f.first: f for f in founds if f.country and f.kind in ("country", "place")}
    out = []
    for sentence in doc.segments.sentences:
        opening = range(sentence.first, min(sentence.first + 2, sentence.last - 1))
        k = next((k for k in opening if doc.infos[k].base == "في"), None)
        place = at.get(k + 1) if k is not None and not doc.infos[k + 1].prep else None
        if place is not None and place.country:
            out.append((sentence.first, sentence.last, place.country))
    return out


def _lands_of_the_known(clusters: Clusters) -> Counter[str]:
    """ترامب, named alone: each mention without a title of somebody known speaks of his country."""
    lands: Counter[str] = Counter()
    for cluster in clusters.all:
        told = {t.country for known in cluster.known[:1] for t in clusters.doc.lexicon.person(known).terms if t.country}
        if cluster.kind == "person" and len(told) == 1 and len(cluster.longest) > 1:
            lands[told.pop()] += sum(1 for f in cluster.founds if not f.country)
    return lands


def _votes(founds: Iterable[Found]) -> Counter[str]:
    """How much the mentions speak of each country; an office counts three times."""
    votes: Counter[str] = Counter()
    for found in founds:
        if found.country and found.country not in NO_STATES:
            votes[found.country] += 3 if found.titles else 1
    return votes
