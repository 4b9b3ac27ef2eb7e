"""Which mentions are one entity: decided over the whole article, most certain evidence first.

Order: full names, then shorter forms of them, then countries and bodies by id, then titles alone, honorifics,
descriptors and counterparts, each by agreement in office, country, gender and by nearness.
"""

from collections import Counter
from collections.abc import Iterable

from dipcli.rules.match import CITY, FUNCTION, GIVEN, MASDAR, MASKS, NOUN, VERB, P, Person
from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title
from dipcli.stages.naming import contains, name_key

_SURNAMES = MASKS["q"]
_NO_OFFICE = frozenset({"rank", "academic", "honorific", "pronoun_like"})


class Cluster:
    """One entity in the making."""

    __slots__ = (
        "body", "country", "founds", "gender", "honorifics", "key", "kind", "known", "names", "number", "offices", "reasons",
        "serial",
    )  # fmt: skip

    def __init__(self, kind: str, serial: int) -> None:
        self.kind = kind
        self.serial = serial
        self.key: str | None = None
        self.founds: list[Found] = []
        self.names: list[tuple[str, ...]] = []
        self.known: tuple[str, ...] = ()
        self.offices: list[tuple[str, str, str | None, Title]] = []  # class, folded words, country, title
        self.country: str | None = None
        self.gender: str | None = None
        self.number = "sg"
        self.body: str | None = None
        self.honorifics: set[str] = set()
        self.reasons: list[tuple[str, Found]] = []

    @property
    def longest(self) -> tuple[str, ...]:
        return max(self.names, key=len, default=())

    def before(self, token: int) -> int:
        """Last mention that starts before ``token`` (its first token), or -1."""
        return max((f.first for f in self.founds if f.first < token), default=-1)


class Clusters:
    """All entities of an article and which found mention belongs to which."""

    __slots__ = ("all", "by_key", "doc", "home", "members", "of")

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.all: list[Cluster] = []
        self.of: dict[int, Cluster] = {}  # id(found) -> cluster
        self.members: dict[int, tuple[Cluster, ...]] = {}  # id(found) -> who a dual title stands for
        self.by_key: dict[str, Cluster] = {}
        self.home: str | None = None

    def new(self, kind: str, key: str | None = None) -> Cluster:
        cluster = Cluster(kind, len(self.all))
        self.all.append(cluster)
        if key is not None:
            cluster.key = key
            self.by_key[key] = cluster
        return cluster

    def add(self, cluster: Cluster, found: Found, reason: str) -> None:
        """Give a mention to an entity, with what it tells of it."""
        cluster.founds.append(found)
        cluster.reasons.append((reason, found))
        self.of[id(found)] = cluster
        if found.gender and (cluster.gender is None or (found.gender == "f" and found.name)):
            cluster.gender = found.gender
        for title in found.titles:
            self._learn_title(cluster, found, title)
        if found.country and cluster.country is None and found.kind != "person":
            cluster.country = found.country

    def _learn_title(self, cluster: Cluster, found: Found, title: Title) -> None:
        if title.kind in _NO_OFFICE:
            if title.kind in ("honorific", "pronoun_like"):
                cluster.honorifics.update(title.office.split(","))
            return
        if title.kind == "counterpart":
            cluster.country = cluster.country or title.country
            return
        within = self.doc.match(title.first, title.last, "h")
        for name in within[2] if within is not None else ():
            kind, _, of = ([*name.value.split(), "", ""])[:3]
            if kind == "honorific":  # صاحب السمو الملكي الأمير, listed as one title
                cluster.honorifics.update(of.split(",") if of else ())
        words = title_words(self.doc, title)
        country = title.country or (found.country if len(found.titles) == 1 else None)
        if all(o[0] != title.office or o[1] != words for o in cluster.offices):
            cluster.offices.append((title.office, words, country, title))
        if country and cluster.country is None:
            cluster.country = country


def title_words(doc: Document, title: Title) -> str:
    """Folded words of a title, without proclitics, articles and adjectives such as الرسمي, for comparison."""
    words = [doc.words[i] for i in range(title.first, title.last)]
    words[0] = words[0][title.skip :]
    # متحدث الخارجية is المتحدث باسم الخارجية.
    kept = [words[0], *(w for w in words[1:] if w not in doc.lexicon.title_adjectives and w != "باسم")]
    return " ".join(_bare(w) for w in kept)


def _bare(word: str) -> str:
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word.removeprefix("ال") if len(word) > 4 else word


def found_words(doc: Document, found: Found) -> list[str]:
    """Folded words of the name in a mention, without its proclitics."""
    assert found.name is not None
    first, last, skip = found.name
    words = doc.words[first:last]
    return [words[0][skip:], *words[1:]]


def cluster_mentions(doc: Document, founds: list[Found], year: str | None) -> tuple[list[Found], Clusters]:
    """All mentions (with the short forms found on the way), and who they are."""
    clusters = Clusters(doc)
    _by_name(clusters, [f for f in founds if f.kind == "person" and f.name])
    _well_known(clusters, founds)
    founds = sorted([*founds, *_short_forms(clusters, founds)], key=lambda f: f.first)
    _settle_countries(clusters, founds)
    _by_id(clusters, founds)
    founds = sorted([*founds, *_body_short_forms(clusters, founds)], key=lambda f: f.first)
    clusters.home = _home(doc, clusters, founds)
    _settle(clusters, year)
    from dipcli.stages.coreference import resolve_titles

    resolve_titles(clusters, founds, year)
    _settle(clusters, year)
    return founds, clusters


# -- names -----------------------------------------------------------------------------------------------------------


def _by_name(clusters: Clusters, named: list[Found]) -> None:
    doc = clusters.doc
    keyed = [(name_key(found_words(doc, f)), f) for f in named]
    keyed.sort(key=lambda x: (-len(x[0]), x[1].first))
    for key, found in keyed:
        if not key:
            continue
        fit = [c for c in clusters.all if _can_be(c, key, found)]
        cluster = _nearest(fit, found) if fit else None
        if cluster is None:
            cluster = clusters.new("person")
        if key not in cluster.names:
            cluster.names.append(key)
        if found.known:
            both = tuple(k for k in found.known if k in cluster.known)
            cluster.known = both or cluster.known or found.known
        clusters.add(cluster, found, "same_name" if len(cluster.founds) else "named")


def _can_be(cluster: Cluster, key: tuple[str, ...], found: Found) -> bool:
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
        return bool(found.titles)
    return not _other_country(cluster, found)


def _other_country(cluster: Cluster, found: Found) -> bool:
    return bool(found.country and cluster.country and found.country != cluster.country and found.titles)


def _nearest(fit: list[Cluster], found: Found) -> Cluster:
    return max(
        fit, key=lambda c: (bool(found.country and c.country == found.country), c.before(found.first), -c.serial)
    )


def _well_known(clusters: Clusters, founds: list[Found]) -> None:
    """People whom the article calls by surname alone (أردوغان): taken when their country stands in the article too."""
    doc = clusters.doc
    countries = {f.country for f in founds if f.country}
    surnames = {n[-1] for c in clusters.all for n in c.names}
    covered = bytearray(len(doc.words))
    for f in founds:
        covered[f.first : f.last] = b"\1" * (f.last - f.first)
    for i, info in enumerate(doc.infos):
        if not info.kinds & _SURNAMES or covered[i] or info.definite:
            continue
        match = doc.match(i, i + 1, "q")
        if match is None:
            continue
        own = doc.lexicon.info(doc.words[i][match[1] :])
        if own.flags & (NOUN | VERB | MASDAR | FUNCTION | CITY) or own.particle or own.flags & GIVEN:
            continue
        people = sorted({n.value for n in match[2]})
        if name_key([doc.words[i][match[1] :]])[-1:] and name_key([doc.words[i][match[1] :]])[-1] in surnames:
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


# -- short forms -----------------------------------------------------------------------------------------------------


def _short_forms(clusters: Clusters, founds: list[Found]) -> list[Found]:
    """Surnames and other short forms of the names found, where no mention covers them yet."""
    doc = clusters.doc
    forms: dict[str, list[tuple[tuple[str, ...], Cluster]]] = {}
    for cluster in clusters.all:
        for form in _alias_forms(doc, cluster):
            forms.setdefault(form[0], []).append((form, cluster))
    if not forms:
        return []
    covered = bytearray(len(doc.words))
    surnames = {f for form in forms.values() for f, _ in form if len(f) == 1}
    for f in list(founds):
        if f.kind in ("country", "place") and f.last == f.first + 1 and (doc.words[f.first][f.skip :],) in surnames:
            founds.remove(f)  # كوريا, where President Correa was named
            continue
        covered[f.first : f.last] = b"\1" * (f.last - f.first)
    titled = {f.last: f for f in founds if f.rule == "title_alone" and f.number == "sg"}
    out: list[Found] = []
    for line in doc.segments.lines:
        if line.kind == "tail":
            continue
        i = line.first
        while i < line.last:
            word = doc.words[i]
            listed = word in forms or word[1:] in forms or word[2:] in forms
            found = _short_form_at(doc, clusters, forms, i, line.last) if listed and not covered[i] else None
            title = titled.get(i)
            if found is not None and title is not None and not found.skip and _title_fits(clusters, title, found):
                i = found.last
                continue
            if found is None:
                i += 1
            else:
                out.append(found)
                i = found.last
    return out


def _body_short_forms(clusters: Clusters, founds: list[Found]) -> list[Found]:
    """وأعلن التحالف …, after التحالف العربي: the head of a body's name alone, where a reporting verb asks for a subject."""
    doc = clusters.doc
    bodies = [f for f in founds if f.kind == "organisation" and f.last - f.first > 1 and id(f) in clusters.of]
    heads: dict[str, list[Found]] = {}
    for f in bodies:
        heads.setdefault("ال" + doc.words[f.first][f.skip :].removeprefix("ال"), []).append(f)
    ministries = doc.lexicon.facts["bodies"]
    for f in founds:
        # الخارجية الروسية: الوزارة.
        if f.body and id(f) in clusters.of and ministries.get(f.body, [""])[0].startswith("وزارة "):
            heads.setdefault("الوزاره", []).append(f)
    covered = bytearray(len(doc.words))
    for f in founds:
        covered[f.first : f.last] = b"\1" * (f.last - f.first)
    out = []
    for i in range(1, len(doc.words)):
        if covered[i] or doc.words[i] not in heads or not any(c.kind == "v" for c in doc.infos[i - 1].cues):
            continue
        if (
            i + 1 < len(doc.words)
            and doc.infos[i + 1].definite
            and doc.words[i + 1] not in doc.lexicon.title_adjectives
        ):
            continue  # التحالف الوطني: another body
        before = [f for f in heads[doc.words[i]] if f.first < i]
        if before:
            cluster = clusters.of[id(before[-1])]
            found = Found(
                first=i, last=i + 1, skip=0, kind="organisation", rule="short_form_body", body=before[-1].body,
                country=before[-1].country, gender=before[-1].gender,
            )  # fmt: skip
            clusters.add(cluster, found, "short_form")
            out.append(found)
    return out


def _title_fits(clusters: Clusters, title: Found, found: Found) -> bool:
    """الوزير [المنياوي]: the title right before a short form is its bearer's; both become one mention."""
    cluster = clusters.of[id(found)]
    if title.country and cluster.country and title.country != cluster.country:
        return False
    cluster.founds.remove(found)
    cluster.reasons = [r for r in cluster.reasons if r[1] is not found]
    title.last, title.name = found.last, found.name
    clusters.add(cluster, title, "short_form")
    return True


def _alias_forms(doc: Document, cluster: Cluster) -> list[tuple[str, ...]]:
    forms: set[tuple[str, ...]] = set()
    for found in cluster.founds:
        words = list(found_words(doc, found))
        for start in range(1, len(words)):
            if words[start - 1] in ("عبد", "-", "ابو", "ال", "ابن") or words[start] in ("بن", "-", ".", "ابن"):
                continue
            forms.add(tuple(words[start:]))
        if len(words) > 2 and words[-1] not in ("الله", "الدين"):
            forms.add((words[0], words[-1]))
        if len(words) == 1:
            forms.add(tuple(words))
    for known in cluster.known[:1]:
        short = doc.lexicon.person(known).short if known else ""
        if short:
            from dipcli.text.fold import fold_word
            from dipcli.text.tokens import Tokens

            forms.add(tuple(Tokens(fold_word(short)).words))
    return sorted(f for f in forms if f and len(f[-1]) > 1)


def _short_form_at(
    doc: Document, clusters: Clusters, forms: dict[str, list[tuple[tuple[str, ...], Cluster]]], i: int, last: int
) -> Found | None:
    word = doc.words[i]
    for skip in range(3):
        if skip and (len(word) <= skip + 2 or word[skip - 1] not in "وفبلك"):
            break
        options = forms.get(word[skip:])
        if not options:
            continue
        fits = [(f, c) for f, c in options if tuple(doc.words[i + 1 : i + len(f)]) == f[1:] and i + len(f) <= last]
        if not fits:
            continue
        longest = max(len(f) for f, _ in fits)
        owners = [c for f, c in fits if len(f) == longest]
        first = i - 2 if _abbreviated_title(doc, i) else i
        if longest == 1 and first == i and _common_word(doc, i, skip):
            continue
        found = Found(
            first=first, last=i + longest, skip=skip, kind="person", rule="short_form", name=(i, i + longest, skip),
            conj=word[0] in "وف" and skip > 0,
        )  # fmt: skip
        cluster = max(owners, key=lambda c: (c.before(i), -c.serial))
        clusters.add(cluster, found, "short_form")
        return found
    return None


def _abbreviated_title(doc: Document, i: int) -> bool:
    """د. before the name: even a common word is a name then."""
    return i > 1 and doc.words[i - 1] == "." and len(doc.words[i - 2]) == 1 and doc.match(i - 2, i, "h") is not None


def _common_word(doc: Document, i: int, skip: int) -> bool:
    """A surname that is also a common word counts only where a name can stand."""
    info = doc.lexicon.info(doc.words[i][skip:])
    if i and doc.infos[i - 1].base == "اما":
        return False  # أما لولا فقال …: a topic
    ordinary = info.flags & (NOUN | VERB | MASDAR | FUNCTION) or info.particle & ~P["name_link"]
    if not ordinary:
        return False
    if i and any(c.kind == "v" for c in doc.infos[i - 1].cues):
        return False
    if info.particle & P["time"] and not info.definite:
        # ماي: the month has a number beside it.
        near = doc.words[max(0, i - 1) : i] + doc.words[i + 1 : i + 2]
        return any(w.isdigit() for w in near)
    return bool(info.particle & ~P["name_link"] or info.flags & FUNCTION) or not info.definite


# -- countries, bodies, groups ---------------------------------------------------------------------------------------


def _by_id(clusters: Clusters, founds: Iterable[Found]) -> None:
    doc = clusters.doc
    placed: dict[str, set[str]] = {}
    for found in founds:
        if found.body and found.country and found.rule != "table_S":
            placed.setdefault(found.body, set()).add(found.country)
    for found in founds:
        if id(found) in clusters.of or found.kind in ("person", "place") or found.rule.startswith("descriptor"):
            continue
        countries = placed.get(found.body or "", set())
        if found.body and not found.country and len(countries) == 1 and found.rule != "table_S":
            found.country = next(iter(countries))  # الحكومة after الحكومة المصرية
        key = _id_key(doc, found)
        cluster = clusters.by_key.get(key) or _same_group(clusters, found)
        if cluster is None:
            cluster = clusters.new(found.kind, key)
            cluster.body = found.body
            cluster.number = found.number
        clusters.add(cluster, found, "same_body")


def _settle_countries(clusters: Clusters, founds: list[Found]) -> None:
    """المملكة, الجمهورية: a name that several countries share is that of the one the article speaks of most."""
    doc = clusters.doc
    open_ones: list[tuple[Found, set[str]]] = []
    votes: Counter[str] = Counter()
    for found in founds:
        match = doc.match(found.first, found.last, "C") if found.kind == "country" else None
        shared = {n.value.split()[0] for n in match[2]} if match is not None and match[0] == found.last else set()
        if len(shared) > 1:
            open_ones.append((found, shared))
        elif found.country:
            votes[found.country] += 3 if found.titles else 1
    if not open_ones:
        return
    for cluster in clusters.all:
        for known in cluster.known[:1]:
            votes.update({t.country for t in doc.lexicon.person(known).terms})
    for found, shared in open_ones:
        fit = sorted(c for c in shared if votes[c])
        found.country = max(fit, key=lambda c: votes[c]) if fit else None


def _same_group(clusters: Clusters, found: Found) -> Cluster | None:
    """النواب, after نواب مصريون: a group that was introduced by the same noun and whose country fits."""
    doc = clusters.doc
    word = doc.words[found.first][found.skip :]
    if found.kind != "group" or found.body or not word.startswith("ال"):
        return None
    fit = [
        c for c in clusters.all
        if c.kind == "group" and not c.body and c.before(found.first) >= 0
        and not (c.country and found.country and c.country != found.country)
        and any(_plural(doc.words[f.first][f.skip :]) == _plural(word) for f in c.founds)
    ]  # fmt: skip
    return max(fit, key=lambda c: c.before(found.first)) if fit else None


def _plural(word: str) -> str:
    """A plural noun without the article, in one case (مسؤولون, المسؤولين)."""
    word = word.removeprefix("ال")
    return word[:-2] + "ون" if word.endswith("ين") else word


def _id_key(doc: Document, found: Found) -> str:
    if found.kind == "country" and found.country:
        return f"C {found.country}"
    if found.body and found.rule == "table_S":
        words = doc.words[found.first : found.last]
        return "S " + " ".join([words[0][found.skip :], *words[1:]])
    if found.body == "government" and found.country:
        return f"C {found.country}"  # الحكومة السودانية, الخرطوم, السودان: one speaker
    if found.body:
        return f"B {found.body} {found.country or ''}"
    words = doc.words[found.first : found.last]
    return "U " + " ".join([words[0][found.skip :], *words[1:]])


def _home(doc: Document, clusters: Clusters, founds: list[Found]) -> str | None:
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
    votes: Counter[str] = Counter()
    for f in founds:
        if f.country:
            votes[f.country] += 3 if f.titles else 1
    if not votes:
        return None
    top = max(votes.values())
    return min(c for c in votes if votes[c] == top)


# -- facts -----------------------------------------------------------------------------------------------------------


def _settle(clusters: Clusters, year: str | None) -> None:
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
