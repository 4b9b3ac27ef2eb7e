"""Which office of a person the report shows, and in which words.

Where titles stand in a row (ولي العهد نائب رئيس مجلس الوزراء) the row is the office; a rank or a form of address (السفير,
العميد) is one only where nothing else is told; who held it once is told so (السابق).
"""

from collections.abc import Sequence
from typing import Final

from dipcli.records import Record
from dipcli.stages.clusters import NO_OFFICE, Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Found, Title
from dipcli.stages.office_tails import office_tail
from dipcli.stages.title_complements import posted_also

_NONE: Final = NO_OFFICE | {"counterpart"}
_RANKED: Final = frozenset(
    {"royal", "military"}
)  # of these only what leads is an office: not prince, sheikh, brigadier


_SHEIKH: Final = "sheikh"
_CALLINGS: Final = frozenset(
    {"media", "academic"}
)  # الفنان, الخبير: less than a post (مدير الجمعية) where both are told


class Office(Record):
    """The title that counts and the row of titles that it stands in, in text order."""

    title: Title
    row: tuple[Title, ...]


def main_office(doc: Document, cluster: Cluster) -> Office | None:
    """The office to show: one of state before others, the longest row before a part of it, the first of equals; one that is
    told in a form of address alone (فخامة [الرئيس]) only where no other is.
    """
    told = [o[3] for o in cluster.offices if o[3].kind not in _NONE]
    if not told:
        return None
    offices = [Office(t, _row(doc, cluster.founds, t)) for t in told]
    forms = {(t.first + 1, t.last) for f in cluster.founds for t in f.titles if t.kind == "honorific"}
    return min(
        offices,
        key=lambda o: (
            (o.title.first, o.title.last) in forms,
            _weight(doc, o.title),
            _theirs(doc, o.title),
            -_offices(o.row),
            o.title.first,
        ),
    )


def _theirs(doc: Document, title: Title) -> bool:
    """وزير خارجيته tells less than وزير الخارجية."""
    return title.last - title.first > 1 and doc.raw(title.last - 1).endswith(("ه", "ها", "هم"))


def _weight(doc: Document, title: Title) -> int:
    if title.kind in _RANKED and not title.leader:
        return 4
    if title.last - title.first == 1 and title.office in doc.lexicon.word_classes["courtesy_offices"]:
        return 3
    if not title.leader:
        return 2 + (title.kind in _CALLINGS and title.last - title.first == 1)
    return 1 if title.kind == "military" else 0


def _offices(row: Sequence[Title]) -> int:
    return len({t.office for t in row})


def _row(doc: Document, founds: Sequence[Found], title: Title) -> tuple[Title, ...]:
    """Offices right beside each other (a comma or و between them), with ``title`` among them."""
    found = next((f for f in founds if title in f.titles), None)
    if found is None:
        return (title,)
    titles = sorted((t for t in found.titles if _counts(doc, t)), key=lambda t: t.first)
    if title not in titles:
        return (title,)
    at = titles.index(title)
    first = last = at
    while first > 0 and _beside(doc, titles[first - 1], titles[first]):
        first -= 1
    while last + 1 < len(titles) and _beside(doc, titles[last], titles[last + 1]):
        last += 1
    return tuple(titles[first : last + 1])


def _counts(doc: Document, title: Title) -> bool:
    known = _weight(doc, title) < 3 or title.kind in _CALLINGS
    return title.kind not in _NONE and known and title.number == "sg"


def _beside(doc: Document, one: Title, other: Title) -> bool:
    between = doc.words[one.last : other.first]
    return not between or between == ["،"]


def served(doc: Document, title: Title) -> str | None:
    """Whom an office serves by its own words, where that is no state of the article's: UN, EU, "" for other bodies.

    None where the words do not tell. A body at which somebody is posted (لدى الأمم المتحدة) is not served.
    """
    serves: dict[str, str] = doc.lexicon.facts["serves"]
    serving: frozenset[str] = doc.lexicon.facts["serving"]  # first words of its keys
    for i in range(title.first, title.last):
        if i > title.first and doc.words[i - 1] in doc.lexicon.word_classes["posted_at"]:
            break
        for core in (doc.words[i], "ال" + doc.words[i][2:] if doc.words[i].startswith("لل") else doc.words[i][1:]):
            for n in (3, 2, 1) if core in serving else ():
                country = serves.get(" ".join([core, *doc.words[i + 1 : min(i + n, title.last)]]))
                if country is not None and not _of_sport(doc, i + n):
                    return country
    return None


def _of_sport(doc: Document, k: int) -> bool:
    """رئيس الاتحاد الأوروبي [لكرة القدم]: another body than the union."""
    return k < len(doc.words) and doc.infos[k].prep == "ل" and doc.infos[k].core in doc.lexicon.word_classes["sports"]


def settle_service(doc: Document, founds: list[Found]) -> None:
    """المبعوث الدولي لليمن, المنسق الأممي في لبنان: of the body that the office serves, not of the state where it does."""
    for found in founds:
        if found.kind != "person" or not any(t.country for t in found.titles):
            continue
        whose = [served(doc, t) if t.country else None for t in found.titles]
        if any(whose):
            told = zip(found.titles, whose, strict=True)
            found.titles = tuple(t._replace(country=body) if body else t for t, body in told)
            found.country = next((t.country for t in found.titles if t.country), found.country)


def office_words(doc: Document, cluster: Cluster, office: Office, singular: str | None) -> str:
    """The office as the article writes it; where two share one title (الرئيسان) its form for one, ``singular``."""
    title = office.title
    if title.number != "sg" and singular:
        return singular
    first, last = office_tail(doc, cluster.founds, office.row[-1])
    whole = first == office.row[-1].last  # nothing left out between
    names = {f.name[0] for f in cluster.founds if f.name is not None}
    end = _without_rank(doc, title.first, last if whole else office.row[-1].last, names)
    span = doc.span(office.row[0].first, _with_posting(doc, end), office.row[0].skip)
    words = doc.text[span.start : span.end]
    if not whole:
        rest = doc.span(first, last)
        words = f"{words} {doc.text[rest.start : rest.end]}"
    if not office.row[0].skip and doc.infos[office.row[0].first].prep == "ل" and words.startswith("لل"):
        words = "ال" + words[2:]  # للقائد: the article in its own spelling
    told = not doc.lexicon.word_classes["former"].isdisjoint(doc.words[first:last])
    posted = not doc.lexicon.word_classes["posted_at"].isdisjoint(doc.words[first:last])
    behind = (None if told else _former(doc, cluster, title)) or (None if posted else _posting(doc, cluster, title))
    return f"{words} {behind}" if behind else words


def _without_rank(doc: Document, first: int, last: int, names: set[int]) -> int:
    """زعيم حركة طالبان [الملا] …: end of an office of several words, before the rank that begins the name."""
    if last - 2 <= first or last not in names or not doc.infos[last - 1].definite:
        return last
    called = doc.match(last - 1, last, "t")
    values = [n.value.split() for n in called[2]] if called is not None else []
    calling = bool(values) and all(v[1] in _CALLINGS or v[0] == _SHEIKH for v in values)
    rank = calling or (called is None and doc.match(last - 1, last, "h") is not None)
    adjective = doc.words[last - 1].endswith(("ي", "يه"))  # رئيس اللجنة [الإعلامية] …
    return last - 1 if rank and not adjective else last


def _with_posting(doc: Document, end: int) -> int:
    """سفير خادم الحرمين الشريفين لدى, listed so: with the land behind it, or without لدى where none stands there; and
    رئيس جمهورية, listed so, with what the republic is called.
    """
    if doc.words[end - 1] not in doc.lexicon.word_classes["posted_at"]:
        state = (
            doc.match(end - 1, len(doc.words), "C")
            if doc.words[end - 1] in doc.lexicon.word_classes["states"]
            else None
        )
        return state[0] if state is not None and not state[1] else end
    land = doc.match(end, len(doc.words), "CK")
    return posted_also(doc, land[0], len(doc.words)) if land is not None and not land[1] else end - 1


def _former(doc: Document, cluster: Cluster, title: Title) -> str | None:
    """السابق behind a title of this office or behind its nationality (رئيس الوزراء البريطاني السابق)."""
    first, i = _behind(doc, cluster, title, doc.lexicon.word_classes["former"])
    if i < 0:
        return None
    land = i > first and doc.match(first, i, "C") is not None  # رئيس وزراء [كينيا] السابق
    span = doc.span(first if land else i, i + 1)
    return doc.text[span.start : span.end]


def _posting(doc: Document, cluster: Cluster, title: Title) -> str | None:
    """لدى and a country behind a diplomat's title (السفير المصري لدى الجزائر)."""
    if title.kind != "diplomatic":
        return None
    _, i = _behind(doc, cluster, title, doc.lexicon.word_classes["posted_at"])
    place = None if i < 0 else doc.match(i + 1, len(doc.words), "C")
    if place is None:
        return None
    span = doc.span(i + 1, posted_also(doc, place[0], len(doc.words)))
    return f"{doc.raw(i)} {doc.text[span.start : span.end]}"


def _behind(doc: Document, cluster: Cluster, title: Title, known: frozenset[str]) -> tuple[int, int]:
    """Where one of these words stands behind a title of the same office, its nationality or land at most between: (token
    behind the title, token of the word); -1 where none does, and within one.
    """
    for t in (t for f in cluster.founds for t in f.titles if t.office == title.office and t.number == title.number):
        if not known.isdisjoint(doc.words[t.first : t.last]):
            return -1, -1
        for i in range(t.last, min(t.last + 2, len(doc.words))):
            if doc.words[i] in known:
                return t.last, i
            if not doc.match(i, i + 1, "DC"):
                break
    return -1, -1
