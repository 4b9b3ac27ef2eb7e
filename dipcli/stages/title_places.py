"""The country that a title tells: a nationality behind it, a country or a body of one within it."""

from dipcli.rules.match import Name
from dipcli.stages.document import Document
from dipcli.stages.places import place_expected


def nationality(doc: Document, i: int, last: int, *, attached: bool = True) -> tuple[str | None, int]:
    """A nationality adjective or a country at ``i``: (country, token after it); ``attached``: also one under ل."""
    if i >= last:
        return None, i
    info = doc.infos[i]
    if info.conj:
        return None, i
    match = doc.match(i, last, "DC")
    attached = attached or (match is not None and match[0] - i > 1)  # وزير خارجية لجمهورية كوريا
    if match is None or match[1] > (1 if info.prep == "ل" and attached else 0) or (info.prep and not attached):
        return None, i
    if tells_a_branch(doc, i):
        return None, match[0]
    if i and doc.infos[i - 1].definite and not info.prep and not _goes_with_the_article(info.definite, match[2]):
        return None, i
    return _the_country(match[2]), match[0]


def _goes_with_the_article(definite: bool, names: list[Name]) -> bool:
    """Whether what stands bare behind a noun with the article is an adjective with the article too.

    Not الأمير [تركي] الفيصل, and not حذّر الوزير [إسرائيل]: a noun with the article heads no construct.
    """
    return definite and any(n.code == "D" for n in names)


def tells_a_branch(doc: Document, i: int) -> bool:
    """المدير [المالي]: what he manages, and no nationality."""
    classes = doc.lexicon.word_classes
    return i > 0 and doc.words[i] in classes["branches"] and doc.infos[i - 1].core in classes["heads_of_branches"]


def _the_country(names: list[Name]) -> str | None:
    """The country that names or nationalities stand for; None where several share one (المملكة)."""
    countries = {n.value.split()[0] for n in names}
    return countries.pop() if len(countries) == 1 else None


def country_within(doc: Document, i: int, stop: int, codes: str = "DCo") -> str | None:
    """The country that the words of a title at ``i`` to ``stop`` name: as nationality, alone, or as that of a body."""
    for j in range(i, stop):
        match = doc.match(j, stop, codes)
        if match is not None and not tells_a_branch(doc, j) and place_expected(doc, j, match[1]):
            for n in match[2]:
                if n.code in "DCc":
                    return _the_country([x for x in match[2] if x.code in "DCc"])
            country = body_country(doc, j, match[0], [n.value for n in match[2]])
            if country:
                return country
    return None


def country_of_adjective(doc: Document, i: int, stop: int) -> str | None:
    """مصدر [مصري], المعارضة [التركية]: the nationality among the words behind a noun, up to a preposition or a joined word;
    None where there is none, or where another land's follows (المصادر الكينية والتونسية).
    """
    for j in range(i, stop):
        info = doc.infos[j]
        if info.conj or info.prep or info.particle or not info.word[0].isalpha():
            return None
        match = doc.match(j, stop, "D")
        if match is not None and match[1] == 0 and not tells_a_branch(doc, j):
            joined = match[0] < stop and doc.infos[match[0]].conj
            also = joined and any(doc.match(k, k + 1, "D") for k in range(match[0], stop))
            country = _the_country(match[2])
            union = country != "EU" or doc.match(j - 1, stop, "o") is not None  # not الصحف [الأوروبية]
            return country if union and not also else None
    return None


def body_country(doc: Document, i: int, end: int, bodies: list[str]) -> str | None:
    """The state of a body by its name alone, tokens ``i`` to ``end``; None where bodies of several states are called so."""
    if is_shared(doc, i, end):
        return None
    countries = {doc.lexicon.facts["bodies"].get(b, ["", "", ""])[2] for b in bodies}
    return str(countries.pop()) or None if len(countries) == 1 else None


def is_shared(doc: Document, i: int, end: int) -> bool:
    """الجيش, مجلس النواب, المحكمة العليا: what many states have."""
    first = doc.infos[i]
    word = "ال" + first.core if first.base.startswith("لل") else first.base[len(first.prep) :]
    return " ".join([word, *doc.words[i + 1 : end]]) in doc.lexicon.facts["shared_bodies"]
