"""Titles alone, honorifics, descriptors and counterparts: whom they stand for."""

from collections.abc import Sequence
from typing import Final

from dipcli.stages.clusters import COUNTERPART, NO_OFFICE, Cluster, Clusters, title_words
from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title
from dipcli.stages.named_behind import named_behind
from dipcli.stages.same_body import head_noun
from dipcli.text.marks import COMMAS


def resolve_titles(clusters: Clusters, founds: list[Found], year: str | None) -> None:
    """Give every title that stands alone to the person it means, in text order; open ones make new entities."""
    _name_counterparts(clusters, founds)
    for n, found in enumerate(founds):
        if found.rule.startswith("descriptor") and id(found) not in clusters.of:
            _descriptor(clusters, found)
            continue
        if id(found) in clusters.of or found.kind != "person":
            continue
        title = next((t for t in found.titles if t.kind not in NO_OFFICE), found.titles[0])
        if title.kind == "counterpart":
            cluster = _counterpart(clusters, founds, found)
        elif title.kind == "pronoun_like":
            cluster = _honoured(clusters, found, title)
        else:
            cluster = named_behind(clusters, founds, n) or _office_holder(clusters, found, title)
        clusters.add(cluster, found, "title_alone")
    last: dict[str, tuple[Cluster, ...]] = {}  # by office: those of the list that was told last
    for found in founds:
        if found.pair is not None:
            _find_members(clusters, found, found.pair)
        elif found.kind == "group" and found.titles and found.number == "pl":
            _find_those_listed(clusters, found, last)


def _find_those_listed(clusters: Clusters, found: Found, last: dict[str, tuple[Cluster, ...]]) -> None:
    """سفراء اليابان والسويد وغانا: those of these states in that office, where each is told of by himself; السفراء الثلاثة:
    they again.
    """
    title, doc = found.titles[0], clusters.doc
    lands: list[str] = []
    for k in range(title.last - 1, found.last):
        land = doc.match(k, found.last, "C")
        if land is not None and (not lands or doc.infos[k].conj):
            lands.append(land[2][0].value.split()[0])
    if len(lands) > 1:
        _find_members(clusters, found, lands, named=False)
        if id(found) in clusters.members:
            last[title.office] = clusters.members[id(found)]
    elif not lands and title.office in last and doc.infos[found.last - 1].definite:
        clusters.members[id(found)] = last[title.office]


def _find_members(clusters: Clusters, found: Found, countries: Sequence[str], *, named: bool = True) -> None:
    """الوزيران المصري والأردني: the persons of those countries whom the title fits, where all are known (by name)."""
    title = found.titles[0]
    words = title_words(clusters.doc, title)
    members = []
    for country in countries:
        fit = [
            c for c in clusters.all
            if c.kind == "person" and (c.names or not named) and c.country == country and _holds(clusters.doc, c, title, words)
        ]  # fmt: skip
        if not fit:
            return
        members.append(max(fit, key=lambda c: (c.before(found.first), -c.serial)))
    clusters.members[id(found)] = tuple(members)


def _holds(doc: Document, cluster: Cluster, title: Title, words: str) -> bool:
    """The same class of office, or an office that begins with the same noun (الوزيران, وزير الخارجية)."""
    stem = words.split(" ")[0][:4]
    return any(same_office(doc, o[0], title.office) or o[1].startswith(stem) for o in cluster.offices)


def _compatible(doc: Document, cluster: Cluster, found: Found, title: Title, words: str) -> int:
    """How well a title fits an entity: 0 not at all, 3 the same words, 2 the same class of office, 1 the head alone."""
    if cluster.kind not in ("person", "unnamed") or (title.gender == "f" and cluster.gender == "m"):
        return 0
    if title.gender == "f" and cluster.before(found.first) < 0 and all(o[3].gender != "f" for o in cluster.offices):
        return 0  # وقالت الوزيرة …, before الوزير سالم العمري
    if cluster.kind == "unnamed" and cluster.before(found.first) < 0:
        return 0  # مسؤول بالوزارة introduces somebody, whom no title before him means
    if title.gender == "m" and cluster.gender == "f" and title.kind not in NO_OFFICE:
        return 0
    country = found.country
    if country and cluster.country and country != cluster.country:
        return 0
    head = words.split(" ")[0]
    bare = " " not in words
    best = 2 if _called_by_adjective(doc, cluster, words) else 0
    once = doc.lexicon.word_classes["held_once"]
    if country and title.leader and doc.words[found.last - 1] not in once and not _of_former_times(doc, found):
        if _former_only(doc, cluster, head):
            return 0  # الرئيس اليمني, where a former one is named: he who is in office
    if (
        not country
        and doc.words[found.last - 1] in once
        and not any(doc.words[f.last - 1] in once for f in cluster.founds)
    ):
        if any(o[1].split(" ")[0] == head and o[3].definite for o in cluster.offices) and not held_before(doc, cluster):
            return 0  # للرئيس السابق, after الرئيس اليمني المؤقت: another than he
    for office, own, own_country, own_title in cluster.offices:
        if country and own_country and own_country != country:
            continue
        if cluster.kind == "unnamed" and title.leader and own.split(" ")[0] != head:
            continue  # الرئيس الأميركي, after أول زعيم أجنبي: another
        if own == words or _same_spokesman(doc, own, own_title, words, title):
            best = max(best, 3)
        elif _two_members(own, own_title, words, title):
            continue
        elif _without_adjective(own) == words or (title.definite and _abridged(own, words)):
            best = max(best, 2)  # مدير اللجنة, after المدير التنفيذي للجنة
        elif (
            title.office
            and same_office(doc, office, title.office)
            and title.deputy == own_title.deputy
            and not title.deputy
        ):
            best = max(best, 2)
        elif (bare or own in doc.lexicon.word_classes["rulers"]) and own.split(" ")[0] == head:
            # المحافظ, محافظ عدن; but الرئيس المخلوع is not رئيس الأركان
            best = max(best, 0 if bare and _of_former_times(doc, found) else 1)
    if not best and title.kind in NO_OFFICE and cluster.honorifics.intersection(title.office.split(",")):
        best = 1
    return best


def _former_only(doc: Document, cluster: Cluster, head: str) -> bool:
    """الرئيس المخلوع سالم العمري: each time that he is told by this noun, as one who was."""
    former = doc.lexicon.word_classes["former"]
    spans = [
        (t.first, f.last + 2) for f in cluster.founds for t in f.titles if title_words(doc, t).split(" ")[0] == head
    ]
    return bool(spans) and all(not former.isdisjoint(doc.words[first:end]) for first, end in spans)


_NATIONALITY: Final = 3  # words behind a title within which السابق may stand


def _called_by_adjective(doc: Document, cluster: Cluster, words: str) -> bool:
    """القيادي, after مصدر قيادي كبير في الحركة: a source that was told by this word."""
    return cluster.kind == "unnamed" and any(
        f.rule == "unnamed_source" and words in doc.words[f.first + 1 : f.last] for f in cluster.founds
    )


def held_before(doc: Document, cluster: Cluster) -> bool:
    """الرئيس اليمني السابق سالم العمري, الوزير المستقيل: the word stands anywhere between the title and the name."""
    once = doc.lexicon.word_classes["former"]
    return any(
        not once.isdisjoint(doc.words[first:end])
        for f in cluster.founds
        for first, end in ((f.first, f.last + 2), *((t.first, t.last + _NATIONALITY) for t in f.titles))
    )


def _of_former_times(doc: Document, found: Found) -> bool:
    """الرئيس [المخلوع]: who ruled, and no holder of another office that begins with the same noun."""
    return doc.words[found.last - 1] in doc.lexicon.word_classes["former"]


def _same_spokesman(doc: Document, own: str, own_title: Title, words: str, title: Title) -> bool:
    """الناطق باسم الخارجية, after المتحدث باسم وزارة الخارجية: two words for him who speaks for one body."""
    if not title.office.endswith("spokesperson") or title.office != own_title.office:
        return False
    if title.office != "spokesperson":
        return True  # of one ministry, whose state was compared
    said = doc.lexicon.word_classes["said_of_spokesmen"]
    one, other = ([w for w in x.split(" ")[1:] if w not in said] for x in (own, words))
    return bool(one) and one == other


def _two_members(own: str, own_title: Title, words: str, title: Title) -> bool:
    """عضو الهيئة العامة للائتلاف, عضو الهيئة السياسية في الائتلاف: each with a word that the other has not, and many hold it."""
    if title.leader or own_title.leader or title.office in _SPEAKERS or title.kind in ("spokesperson", "religious"):
        return False
    if " " not in words or " " not in own:
        return False
    one, other = set(own.split(" ")), set(words.split(" "))
    return bool(one - other) and bool(other - one)


def _without_adjective(words: str) -> str:
    head, *rest = words.split(" ")
    return " ".join([head, *rest[1:]]) if len(rest) > 1 and rest[0] != head and rest[0].endswith(("ي", "يه")) else ""


def _abridged(own: str, words: str) -> bool:
    """رئيس الميناء, after رئيس هيئة ميناء العقبة: the same noun, and some of the words behind it in their order."""
    head, *rest = words.split(" ")
    if not rest or not own.startswith(f"{head} ") or own.startswith(f"{head} {head} "):
        return False  # ولي العهد, after ولي ولي العهد: another
    behind = iter(own.split(" ")[1:])
    return all(word in behind for word in rest)


def _deceased(doc: Document, cluster: Cluster) -> bool:
    """الملك الراحل سالم, المغفور له الشيخ سالم: the dead, whom no title alone means while another holds it."""
    told = doc.lexicon.word_classes["deceased"]
    return any(not told.isdisjoint(doc.words[max(0, f.first - 2) : f.last + 1]) for f in cluster.founds if f.name)


def _office_holder(clusters: Clusters, found: Found, title: Title) -> Cluster:
    doc = clusters.doc
    words = title_words(doc, title)
    scored = [(s, c) for c in clusters.all if (s := _compatible(doc, c, found, title, words))]
    scored = [(s, c) for s, c in scored if not _is_home_minister(clusters, c, found, title)]
    land = _land_of_pronoun(clusters, found, title)
    if land is not None:
        scored = [(s, c) for s, c in scored if c.country in (None, land)]
    if " " not in words and title.kind in _INTRODUCED:
        scored = [(s, c) for s, c in scored if s > 1 or c.before(found.first) >= 0]
    if " " not in words and title.office in _SPEAKERS and found.country is None:
        scored = [(1, c) for _, c in scored]  # المسؤول: who was named last by that noun
    if " " not in words and title.office in _CROWNED:
        scored = [(s, c) for s, c in scored if s == 3] or scored  # الملك: who is told by it, before a رئيس الدولة
    scored = [(s, c) for s, c in scored if not _deceased(doc, c)] or scored
    cluster = _choose(scored, found, clusters.home if found.country is None else None, " " in words)
    if cluster is not None:
        return cluster
    holder = _known_holder(clusters, found, title)
    if holder is not None:
        return holder
    other = _surnamed(clusters, found, words)
    if other is not None:
        found.name, found.titles = (found.first, found.last, found.skip), ()
        return other
    once = doc.words[found.last - 1] if doc.words[found.last - 1] in doc.lexicon.word_classes["held_once"] else ""
    key = f"T {title.office or words} {found.country or ''} {once}".rstrip()
    if (
        key not in clusters.by_key
        and title.last - title.first == 1
        and title.kind in _AT_LARGE | {"state_office"}
        and title.office in _SPEAKERS
    ):
        nearest = _nearest_person(clusters, found, title.office)
        if nearest is not None:
            return nearest
    return clusters.by_key.get(key) or clusters.new("person", key)


def _is_home_minister(clusters: Clusters, cluster: Cluster, found: Found, title: Title) -> bool:
    """وزير الخارجية, and later وزير الخارجية البلجيكي, in an article from Tunis: the first, of no land, is not he."""
    if title.kind != "minister" or cluster.names or (cluster.country is None) == (found.country is None):
        return False
    foreign = clusters.home not in (None, found.country or cluster.country)
    return foreign and (cluster.before(found.first) >= 0) == (cluster.country is None)


def _surnamed(clusters: Clusters, found: Found, words: str) -> Cluster | None:
    """وأضاف المختار, after سالم المختار: a family name that is also a title."""
    fit = [
        c for c in clusters.all
        if c.kind == "person" and c.before(found.first) >= 0 and any(len(n) > 1 and n[-1] == words for n in c.names)
    ] if found.last - found.first == 1 else []  # fmt: skip
    return fit[0] if len(fit) == 1 else None


def _land_of_pronoun(clusters: Clusters, found: Found, title: Title) -> str | None:
    """إعلان فنلندا … بمشاركة [وزير خارجيتها]: the country that was named last before."""
    if found.country is not None or title.kind not in ("minister", "state_office"):
        return None
    if title.last - title.first < 2 or not clusters.doc.raw(title.last - 1).endswith("ها"):
        return None
    lands = [c for c in clusters.all if c.kind == "country" and c.before(found.first) >= 0]
    return max(lands, key=lambda c: c.before(found.first)).country if lands else None


_INTRODUCED: Final = frozenset(
    {"parliament", "party", "media", "academic"}
)  # a bare head of these stands for nobody to come
_AT_LARGE: Final = frozenset({"diplomatic", "party", "organisation", "spokesperson", "parliament", "media"})
# Bare heads that stand for somebody who was introduced otherwise: المتحدثة, المسؤولة, النائبة, الدبلوماسي …
_SPEAKERS: Final = frozenset({
    "spokesperson", "official", "diplomat", "member_of_parliament", "leader", "politician", "envoy", "expert", "analyst", "mp",
})  # fmt: skip


_SERVING: Final = frozenset({"official", "diplomat", "envoy", "leader"})


def _nearest_person(clusters: Clusters, found: Found, office: str) -> Cluster | None:
    fit = [
        c for c in clusters.all
        if ((c.kind == "person" and c.names) or _official(c)) and c.before(found.first) >= 0
        and not (found.gender == "f" and c.gender != "f") and not (found.gender == "m" and c.gender == "f")
        and not (found.country and c.country and found.country != c.country)
    ]  # fmt: skip
    if office in _SERVING:
        fit = [
            c for c in fit if _in_office(clusters.doc, c)
        ] or fit  # المسؤول الأوروبي: nobody of whom no office is told
    return max(fit, key=lambda c: c.before(found.first)) if fit else None


def _in_office(doc: Document, cluster: Cluster) -> bool:
    """Somebody of whom an office is told, or that he is an official (مسؤول كبير, مصدر مسؤول)."""
    told = doc.lexicon.word_classes["in_office"]
    return bool(cluster.offices) or any(
        f.rule == "indefinite_title" or not told.isdisjoint(doc.words[f.first : f.last]) for f in cluster.founds
    )


def _official(cluster: Cluster) -> bool:
    """دبلوماسي غربي, مسؤول كبير: somebody in office who keeps his name to himself."""
    told = any(f.rule in ("unnamed_official", "indefinite_title", "unnamed_source") for f in cluster.founds)
    return cluster.kind == "unnamed" and cluster.number == "sg" and told


def _choose(scored: list[tuple[int, Cluster]], found: Found, home: str | None, specific: bool) -> Cluster | None:
    """The best of those whom a title fits; ``specific``: it has several words, so that the same ones tell more."""
    if not scored:
        return None
    strict = [(s, c) for s, c in scored if s >= 2] or scored

    def rank(item: tuple[int, Cluster]) -> tuple[bool, bool, int, bool, int, int, int, int]:
        score, c = item
        nearest = c.before(found.first)
        ahead = -min((f.first for f in c.founds), default=0)
        at_home = int(c.country == home) if found.honorific else 0
        bare = not found.country and any(o[2] is None for o in c.offices)
        same_words = specific and score == 3
        return (
            nearest >= 0 or same_words,
            same_words,
            at_home,
            bare,
            score if found.country or specific else 0,
            nearest,
            int(c.country == home),
            ahead,
        )

    return max(strict, key=rank)[1]


def _known_holder(clusters: Clusters, found: Found, title: Title) -> Cluster | None:
    """A person named without this title whom the rules know to have held the office (العاهل السعودي, named as الملك سلمان)."""
    of_one_body = title.kind == "organisation" and title.leader and title.last - title.first > 1
    if not title.office or title.deputy or not (found.country or of_one_body):
        return None
    fit = []
    for c in clusters.all:
        if c.kind != "person" or not c.known or c.offices:
            continue
        for k in c.known:
            terms = clusters.doc.lexicon.person(k).terms
            if any(
                (same_office(clusters.doc, t.office, title.office) and t.country == found.country)
                or (not found.country and t.office == title.office)
                for t in terms
            ):
                fit.append(c)
                break
    return fit[0] if len(fit) == 1 else None


def _honoured(clusters: Clusters, found: Found, title: Title) -> Cluster:
    """سموه, فخامته: the nearest person before whom the honorific befits, else the nearest at all."""
    other = "m" if title.gender == "f" else "f"
    persons = [c for c in clusters.all if c.kind == "person" and c.before(found.first) >= 0 and c.gender != other]
    offices = set(title.office.split(","))
    # Who is called سمو is not called معالي, even where his office would bear it.
    persons = [c for c in persons if not _deceased(clusters.doc, c)] or persons
    befits = [c for c in persons if offices & (c.honorifics or {o[0] for o in c.offices})]
    pool = befits or persons
    if pool:
        at_home = "minister" in offices
        return max(pool, key=lambda c: (at_home and c.country == clusters.home, c.before(found.first)))
    key = f"T {title.office}"
    return clusters.by_key.get(key) or clusters.new("person", key)


def _name_counterparts(clusters: Clusters, founds: list[Found]) -> None:
    """نظيره الروسي سيرغي لافروف: the office is that of the person whose counterpart he is."""
    for n, found in enumerate(founds):
        if found.kind == "person" and found.titles and found.titles[0].kind == "counterpart":
            own = clusters.of.get(id(found))
            title = _office_before(clusters, founds, n)
            if own is not None and title is not None and not own.offices:
                own.offices.append((title.office, title_words(clusters.doc, title), found.country, title))
                own.country = own.country or found.country
        if n and found.rule == "nationality_and_name" and found.conj and not found.titles:
            _name_the_next(clusters, founds, n)
        if found.titles and found.titles[0].kind == "counterpart" and found.titles[0].number == "pl":
            _name_both(clusters, founds, n)


def _name_the_next(clusters: Clusters, founds: list[Found], n: int) -> None:
    """وزير الخارجية السعودي عادل الجبير [والروسي سيرغي لافروف]: the nationality alone stands for the office with it."""
    found, before = founds[n], founds[n - 1]
    own = clusters.of.get(id(found))
    if own is None or own.offices or before.last != found.first or not before.name or not before.country:
        return
    titles = [t for t in before.titles if t.kind in ("minister", "state_office") and t.number == "sg" and t.country]
    if titles and _may_have_held(clusters.doc, own, titles[0]):
        own.offices.append((titles[0].office, title_words(clusters.doc, titles[0]), found.country, titles[0]))


def _name_both(clusters: Clusters, founds: list[Found], n: int) -> None:
    """نظيريه الروسي إيفان بتروف والأميركي جون دالتون: those named behind have the office of whose counterparts they are."""
    title = _office_before(clusters, founds, n)
    end, country = founds[n].last, founds[n].country
    for found in founds[n + 1 :] if title is not None else ():
        own = clusters.of.get(id(found))
        if end < found.first and clusters.doc.words[end] in COMMAS:
            end += 1  # نظيريه، الأميركي جون دالتون والكيني …
        if own is None or not found.name or found.first > end:
            return
        country = found.country or country
        if not own.offices and title is not None and _may_have_held(clusters.doc, own, title):
            own.offices.append((title.office, title_words(clusters.doc, title), country, title))
            own.country = own.country or country
        end, country = found.last, None


def _may_have_held(doc: Document, cluster: Cluster, title: Title) -> bool:
    """Nothing is known of the person, or that he held this office."""
    terms = [t for k in cluster.known for t in doc.lexicon.person(k).terms]
    return not terms or any(same_office(doc, t.office, title.office) for t in terms)


def _office_before(clusters: Clusters, founds: list[Found], n: int) -> Title | None:
    for other in reversed(founds[max(0, n - 6) : n]):
        if other.kind not in ("person", "group"):
            continue
        cluster = clusters.of.get(id(other))
        titles = [*other.titles, *(o[3] for o in cluster.offices)] if cluster else list(other.titles)
        told = [t for t in titles if t.kind not in NO_OFFICE and t.kind != "counterpart"]
        if told:
            return next((t for t in told if t.last - t.first > 1), told[0])  # وزير الخارجية, of who is here الوزير
    return None


def _is_counterpart(found: Found) -> bool:
    return any(t.kind == "counterpart" for t in found.titles)


def _counterpart(clusters: Clusters, founds: list[Found], found: Found) -> Cluster:
    n = founds.index(found)
    title = _office_before(clusters, founds, n)
    if not found.country:
        # نظيره after نظيره البلجيكي: the counterpart who was introduced last.
        told = [
            c for c in clusters.all
            if c.kind == "person" and any(f.first < found.first and _is_counterpart(f) for f in c.founds)
        ]  # fmt: skip
        if told:
            return max(told, key=lambda c: c.before(found.first))
    fit = []
    for c in clusters.all:
        if c.kind != "person" or not found.country or c.country != found.country:
            continue
        if title is None or any(o[0] == title.office for o in c.offices):
            fit.append(c)
    if fit:
        return max(fit, key=lambda c: (c.before(found.first), -c.serial))
    key = f"{COUNTERPART}{found.country or ''} {title.office if title else ''}"
    cluster = clusters.by_key.get(key)
    if cluster is None:
        cluster = clusters.new("person", key)
        if title is not None:
            cluster.offices.append((title.office, title_words(clusters.doc, title), found.country, title))
            cluster.country = found.country
    return cluster


def _descriptor(clusters: Clusters, found: Found) -> None:
    """المصادر: those named before by the same word. المسؤول الروسي: the nearest before who can be meant."""
    doc = clusters.doc
    words = doc.words[found.first : found.last]
    head = head_noun(doc, found)
    same, persons = [], []
    for cluster in clusters.all:
        if cluster.before(found.first) < 0:
            continue
        if found.country and cluster.country and found.country != cluster.country:
            continue
        if cluster.kind in ("unnamed", "group"):
            if any(head_noun(doc, f) == head for f in cluster.founds):
                same.append(cluster)
            elif found.number == "sg" and _official(cluster):
                persons.append(cluster)
        elif cluster.kind == "person" and found.number == "sg" and any(_called(doc, f, head) for f in cluster.founds):
            same.append(cluster)
        elif (
            cluster.kind == "person"
            and found.number == "sg"
            and cluster.names
            and not (cluster.gender == "f" and found.gender == "m")
        ):
            persons.append(cluster)
    if head in doc.lexicon.word_classes["in_office"]:
        persons = [c for c in persons if _in_office(doc, c)] or persons
    pool = same or (persons if found.number == "sg" and found.rule == "descriptor" else [])
    if not pool and head == "مصدر" and found.number == "sg" and found.country is None:
        pool = [c for c in clusters.all if _keeps_his_name(doc, c) and c.before(found.first) >= 0]
    if pool:
        # المسؤولون اليمنيون: of that nationality before those of none
        told = [c for c in pool if found.country and c.country == found.country] or pool
        clusters.add(max(told, key=lambda c: c.before(found.first)), found, "descriptor")
        return
    key = "U " + " ".join([words[0][found.skip :], *words[1:]])
    described = clusters.by_key.get(key)
    if described is None:
        described = clusters.new(found.kind, key)
        described.number = found.number
    clusters.add(described, found, "named")


def _keeps_his_name(doc: Document, cluster: Cluster) -> bool:
    """وأضاف المصدر, after وقال أحد الوسطاء …, نقلت عن مسؤول كبير: one who spoke without a name."""
    told = [f for f in cluster.founds if f.rule in ("unnamed_official", "unnamed_one", "indefinite_title") and f.first]
    spoke = any(doc.infos[f.first - 1].reports or doc.words[f.first - 1] == "عن" for f in told)
    return cluster.kind == "unnamed" and cluster.number == "sg" and spoke


def _called(doc: Document, found: Found, head: str) -> bool:
    """[المواطن سالم العمري]: a name with this noun before it."""
    named = found.name is not None and found.first < found.name[0]
    return named and not found.titles and head_noun(doc, found) == head


def same_office(doc: Document, a: str, b: str) -> bool:
    """The same class of office: president, king and head of state are one."""
    classes = doc.lexicon.office_classes
    if ("deputy" in a) != ("deputy" in b) or ("vice" in a) != ("vice" in b):
        return False
    if a in _HEADS and b in _HEADS:
        return a == b  # the King is not the President, where an article has both
    if (a in _CROWNED and "president" in b) or (b in _CROWNED and "president" in a):
        return False  # nor the president-elect
    return a == b or classes.get(a, a) == classes.get(b, b)


_CROWNED: Final = frozenset({"king", "emir", "sultan", "emperor", "custodian_of_the_two_holy_mosques"})
_HEADS: Final = frozenset({"president", "king", "emir", "sultan", "emperor"})
