"""Entities in the making: which mentions are one, and what they tell of it."""

from collections.abc import Iterable
from typing import Final

from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title
from dipcli.text.clitics import bare

SHORTEST_LI: Final = 4  # letters: للهم and the like are no ل with an article
_WITH_OFFICE: Final = 2  # words of a form of address that may hold an office
NO_OFFICE: Final = frozenset({"rank", "academic", "honorific", "pronoun_like"})


MINISTRY: Final = "ministry-"  # ids of the bodies that every state has begin so
COUNTERPART: Final = "N "  # begins the key of somebody told only as another's counterpart (نظيره الأميركي)


class Cluster:
    """One entity in the making."""

    __slots__ = (
        "body", "country", "fathers", "founds", "gender", "honorifics", "joined", "key", "kind", "known", "masculine", "names", "number", "offices",
        "reasons", "serial",
    )  # fmt: skip

    def __init__(self, kind: str, serial: int) -> None:
        self.kind = kind
        self.serial = serial
        self.key: str | None = None
        self.founds: list[Found] = []
        self.names: list[tuple[str, ...]] = []
        self.fathers: set[str] = set()  # who stands behind بن in a name, and so is somebody else
        self.known: tuple[str, ...] = ()
        self.offices: list[tuple[str, str, str | None, Title]] = []  # class, folded words, country, title
        self.country: str | None = None
        self.gender: str | None = None
        self.number = "sg"
        self.masculine = False  # a body that is called by a masculine noun too (الجيش, of القوات المسلحة)
        self.body: str | None = None
        self.honorifics: set[str] = set()
        self.reasons: list[tuple[str, Found]] = []
        self.joined: Cluster | None = None  # who its last mention turned out to be

    @property
    def standing(self) -> "Cluster":
        """This entity; the one that it turned out to be, where all its mentions went to others."""
        cluster = self
        while not cluster.founds and cluster.joined is not None:
            cluster = cluster.joined
        return cluster

    @property
    def longest(self) -> tuple[str, ...]:
        return max(self.names, key=len, default=())

    def before(self, token: int) -> int:
        """Last mention that starts before ``token`` (its first token), or -1."""
        nearest = -1
        for f in self.founds:
            if nearest < f.first < token:
                nearest = f.first
        return nearest


def all_standing(clusters: Iterable[Cluster]) -> list[Cluster]:
    """What each of these has turned out to be, each once and in order."""
    return list(dict.fromkeys(c.standing for c in clusters))


class Clusters:
    """All entities of an article and which found mention belongs to which."""

    __slots__ = ("all", "by_key", "doc", "home", "members", "of", "rivals", "scenes")

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.all: list[Cluster] = []
        self.of: dict[int, Cluster] = {}  # id(found) -> cluster
        self.members: dict[int, tuple[Cluster, ...]] = {}  # id(found) -> who a dual title stands for
        self.by_key: dict[str, Cluster] = {}
        self.home: str | None = None
        self.rivals: list[
            tuple[int, str]
        ] = []  # where the text speaks of home and of lands that it names nearly as much
        self.scenes: list[tuple[int, int, str]] = []  # tokens of sentences that open with a place, and its country

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
        called = self.doc.infos[found.first].core in self.doc.lexicon.word_classes["called_masculine"]
        if called or (found.kind == "organisation" and found.gender == "m" and cluster.gender == "f"):
            cluster.masculine = True
        told = found.kind != "person" or found.rule == "nationality_and_name"
        if found.country and cluster.country is None and told:
            cluster.country = found.country
        for title in found.titles:
            self._learn_title(cluster, found, title)

    def move(self, found: Found, cluster: Cluster, reason: str) -> None:
        """Give a mention to another entity, which learns nothing from it."""
        own = self.of.get(id(found))
        if own is cluster:
            return
        if own is not None:
            own.founds.remove(found)
            own.reasons = [r for r in own.reasons if r[1] is not found]
            if not own.founds:
                own.joined = cluster
        cluster.founds.append(found)
        cluster.reasons.append((reason, found))
        self.of[id(found)] = cluster

    def _learn_title(self, cluster: Cluster, found: Found, title: Title) -> None:
        if title.kind in NO_OFFICE:
            if title.kind in ("honorific", "pronoun_like"):
                cluster.honorifics.update(title.office.split(","))
            addressed = office_addressed(self.doc, title)
            if addressed is None:
                return
            title = addressed
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


def office_addressed(doc: Document, title: Title) -> Title | None:
    """فخامة [الرئيس], دولة [رئيس الوزراء]: the office within a form of address that is listed as one title."""
    if title.kind != "honorific" or title.last - title.first < _WITH_OFFICE:
        return None
    within = doc.match(title.first + 1, title.last, "t")
    if within is None or within[0] != title.last or within[1]:
        return None
    office, kind, leader, gender, number, _ = next(n for n in within[2] if n.code == "t").value.split()
    return title._replace(
        first=title.first + 1, skip=0, office=office, kind=kind, leader=leader == "1", gender=gender, number=number
    )


def title_words(doc: Document, title: Title) -> str:
    """Folded words of a title, without proclitics, articles and adjectives such as الرسمي, for comparison."""
    words = [doc.words[i] for i in range(title.first, title.last)]
    words[0] = words[0][title.skip :]
    # متحدث الخارجية is المتحدث باسم الخارجية.
    kept = [words[0], *(w for w in words[1:] if w not in doc.lexicon.title_adjectives and w != "باسم")]
    return " ".join(_bare(doc, w) for w in kept)


def _bare(doc: Document, word: str) -> str:
    return word[li_letters(doc, word) :] if word.startswith("لل") and len(word) > SHORTEST_LI else bare(word)


def li_letters(doc: Document, word: str) -> int:
    """Letters of ل and the article in a folded word that begins with لل: two; one in للجنة, whose noun begins with the other."""
    one, other = (doc.lexicon.entry_of(word[k:])[1] for k in (1, 2))
    return 1 if one > other else 2


def found_words(doc: Document, found: Found) -> list[str]:
    """Folded words of the name in a mention, without its proclitics."""
    assert found.name is not None
    first, last, skip = found.name
    words = doc.words[first:last]
    return [words[0][skip:], *words[1:]]
