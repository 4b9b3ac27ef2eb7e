"""Surnames, other short forms of names and heads of bodies, found where no mention stands yet."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, FUNCTION, GIVEN, MASDAR, NOUN, PERSONAL, VERB, WordInfo
from dipcli.stages.clusters import Cluster, Clusters, found_words
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.genitives import quoted_end
from dipcli.stages.names import is_stop
from dipcli.stages.title_complements import is_named_after
from dipcli.text.fold import fold_word
from dipcli.text.marks import QUOTE_MARKS
from dipcli.text.naming import SONS, name_key
from dipcli.text.tokens import Tokens

_PROCLITICS: Final = frozenset("وفبلك")
_QUOTED: Final = 6  # tokens from one mark to the other


def short_forms(clusters: Clusters, founds: list[Found]) -> list[Found]:
    """The mentions in text order with surnames and other short forms of the names found, where none covers them yet.

    What is a surname of somebody of the article is no country, place or paper here.
    """
    doc = clusters.doc
    forms: dict[str, list[tuple[tuple[str, ...], Cluster]]] = {}
    for cluster in clusters.all:
        for form in _alias_forms(doc, cluster):
            forms.setdefault(form[0], []).append((form, cluster))
    if not forms:
        return founds
    kept: list[Found] = []
    covered = bytearray(len(doc.words))
    surnames = {f for form in forms.values() for f, _ in form if len(f) == 1}
    of_known = {f for form in forms.values() for f, c in form if len(f) == 1 and c.known}
    for f in founds:
        one = f.last == f.first + 1 and (doc.words[f.first][f.skip :],)
        if (f.kind in ("country", "place") and one in surnames) or (
            f.kind == "organisation" and one in (surnames if f.rule == "table_m" else of_known)
        ):
            continue  # كوريا, where President Correa was named; دوغان, no agency where Mr Dogan was
        if f.rule == "indefinite_title" and one in surnames and _may_be_a_surname(doc, f.first):
            continue  # وقال [بارون]: no baron, where Mr Baron was named
        if _rank_and_surname(clusters, f, forms):
            clusters.add(
                max((c for _, c in forms[doc.words[f.last - 1]]), key=lambda c: c.before(f.first)), f, "short_form"
            )
        covered[f.first : f.last] = b"\1" * (f.last - f.first)
        kept.append(f)
    titled = {f.last: f for f in kept if f.rule == "title_alone" and f.number == "sg"}
    opening = {w for w in set(doc.words) if w in forms or (w[0] in _PROCLITICS and _is_behind_proclitics(w, forms))}
    out: list[Found] = []
    words = doc.words
    for line in doc.segments.lines if opening else ():
        if line.kind == "tail":
            continue
        past = line.first
        for i in [k for k in range(line.first, line.last) if words[k] in opening]:
            if i < past or covered[i] or _is_a_particle(doc, i):
                continue
            found = _short_form_at(doc, clusters, forms, i, line.last)
            if found is None:
                continue
            past = found.last
            title = titled.get(i)
            if title is None or found.skip or not _title_fits(clusters, title, found):
                out.append(found)
    return sorted([*kept, *out], key=lambda f: f.first)


def _may_be_a_surname(doc: Document, i: int) -> bool:
    """A word of names right behind a verb that reports, or with nothing behind it that an office is of."""
    return bool(doc.infos[i].flags & PERSONAL) and i > 0 and doc.infos[i - 1].reports


def _is_behind_proclitics(word: str, forms: dict[str, list[tuple[tuple[str, ...], Cluster]]]) -> bool:
    """Is a word that begins like a proclitic one of the forms without it, or without two?"""
    return word[1:] in forms or (word[1:2] in _PROCLITICS and word[2:] in forms)


def _is_a_particle(doc: Document, i: int) -> bool:
    """حذر [بأن] الأمر خطير, where بان كي مون was named: with its hamza it is no name; رد [على] سؤال, where one Ali was."""
    if doc.infos[i].particle & P.preposition and is_stop(doc, i):
        return True
    return bool(doc.infos[i].particle & COMPLEMENTISER) and "أ" in doc.raw(i)


def _rank_and_surname(
    clusters: Clusters, found: Found, forms: dict[str, list[tuple[tuple[str, ...], Cluster]]]
) -> bool:
    """اللواء التركي, after اللواء منصور التركي: what reads as a nationality is his surname."""
    doc = clusters.doc
    if found.rule != "title_alone" or found.number != "sg" or found.last - found.first != 2 or found.country is None:
        return False
    if any(t.kind not in _RANKS for t in found.titles) or not any(
        len(f) == 1 for f, _ in forms.get(doc.words[found.last - 1], ())
    ):
        return False
    found.name, found.country = (found.last - 1, found.last, 0), None
    found.titles = tuple(t._replace(country=None) for t in found.titles)
    return True


_RANKS: Final = frozenset({"rank", "military", "academic"})


def body_short_forms(clusters: Clusters, founds: list[Found]) -> list[Found]:
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
    places = [i for i, word in enumerate(doc.words) if word in heads and i and doc.infos[i - 1].reports]
    out = []
    for i in places:
        if any(f.first <= i < f.last for f in founds):
            continue
        if (
            i + 1 < len(doc.words)
            and doc.infos[i + 1].definite
            and doc.words[i + 1] not in doc.lexicon.title_adjectives
        ):
            continue  # التحالف الوطني: another body
        before = [f for f in heads[doc.words[i]] if f.first < i]
        if before:
            out.append(_body_again(clusters, before[-1], i, i + 1))
    return out + _quoted_names(clusters, founds, bodies)


def _body_again(clusters: Clusters, body: Found, first: int, last: int) -> Found:
    """One more mention of the body, by the words from ``first`` to ``last``."""
    found = Found(
        first=first, last=last, skip=0, kind="organisation", rule="short_form_body", body=body.body,
        country=body.country, gender=body.gender,
    )  # fmt: skip
    clusters.add(clusters.of[id(body)], found, "short_form")
    return found


def _quoted_names(clusters: Clusters, founds: list[Found], bodies: list[Found]) -> list[Found]:
    """«العدل» تعلن …, where the article has وزارة العدل: what a body's noun is of, alone between quotation marks."""
    doc = clusters.doc
    opens = [i for i in range(len(doc.words) - 2) if doc.words[i] in QUOTE_MARKS] if bodies else []
    if not opens:
        return []
    heads = doc.lexicon.word_classes["body_heads"]
    named: dict[tuple[str, ...], Found] = {}
    for f in bodies:
        if doc.infos[f.first].core in heads and doc.infos[f.first + 1].definite:
            named.setdefault(tuple(doc.words[f.first + 1 : f.last]), f)
    covered = {k for f in founds for k in range(f.first, f.last)}
    out = []
    for i in opens:
        close = quoted_end(doc, i, len(doc.words), _QUOTED) - 1
        body = named.get(tuple(doc.words[i + 1 : close]))
        if body is not None and covered.isdisjoint(range(i + 1, close)) and not _names_another(clusters, body, i):
            out.append(_body_again(clusters, body, i + 1, close))
    return out


def _names_another(clusters: Clusters, body: Found, i: int) -> bool:
    """صحيفة [«العدل»]: the name of what stands before it; «اليمنية», where the government is the state itself."""
    before, classes = clusters.doc.infos[i - 1] if i else None, clusters.doc.lexicon.word_classes
    head = before is not None and (before.core in classes["body_heads"] or before.core in classes["press_nouns"])
    return head or clusters.of[id(body)].kind != "organisation"


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
            if words[start - 1] in _JOINED or words[start] in ("-", "."):
                continue
            if words[start] in _FAMILY and start + 1 < len(words):
                forms.update((tuple(words[start:]), tuple(words[start : start + 2])))  # ولد الشيخ, of X ولد الشيخ أحمد
                continue
            if words[start - 1] in SONS and (len(words) - start > 1 or doc.lexicon.flags_of(words[start]) & GIVEN):
                continue  # سالم, of ناصر بن سالم: his father
            if words[start] in SONS and len(name_key(words[start:])) > 1:
                continue  # بن سالم, of ناصر بن سالم; not of ناصر بن سالم العمري
            forms.add(tuple(words[start:]))
        if len(words) > 2 and words[-1] not in ("الله", "الدين"):
            forms.add((words[0], words[-1]))
        if len(words) == 1:
            forms.add(tuple(words))
    for known in cluster.known[:1]:
        short = doc.lexicon.person(known).short if known else ""
        if short:
            words = Tokens(fold_word(short)).words
            forms.update((tuple(words), (words[-1],)))  # كير, of سلفا كير
    return sorted(f for f in forms if f and len(f[-1]) > 1)


_FAMILY: Final = frozenset({"ولد", "بنت"})  # with what follows them a name by itself, as it is told in Mauritania
_JOINED: Final = frozenset({"عبد", "-", "ابو", "ال"})  # one name with the word behind them


def _short_form_at(
    doc: Document, clusters: Clusters, forms: dict[str, list[tuple[tuple[str, ...], Cluster]]], i: int, last: int
) -> Found | None:
    word = doc.words[i]
    for skip in range(3):
        if skip and (len(word) <= skip + 2 or word[skip - 1] not in _PROCLITICS):
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
        if longest == 1 and first == i and (_common_word(doc, i, skip) or _of_a_family(doc, i, skip)):
            continue
        found = Found(
            first=first, last=i + longest, skip=skip, kind="person", rule="short_form", name=(i, i + longest, skip),
            conj=word[0] in "وف" and skip > 0,
        )  # fmt: skip
        gender = _told_by_the_verb(doc, i) if len(owners) > 1 else None
        fit = [c for c in owners if gender is None or _gender_of(doc, c) in (None, gender)] or owners
        cluster = max(fit, key=lambda c: (c.before(i), -c.serial))
        clusters.add(cluster, found, "short_form")
        return found
    return None


def _of_a_family(doc: Document, i: int, skip: int) -> bool:
    """أسرة [العمري], جامعة [نايف]: whose name a family or a place bears is not the one of the article who bears it too."""
    if not i or skip:
        return False
    return doc.infos[i - 1].core in doc.lexicon.word_classes["families"] or is_named_after(doc, i - 1)


def _told_by_the_verb(doc: Document, i: int) -> str | None:
    """[وقالت] كلينتون, [اجتمعت] كلينتون: of two of one family name whom the verb right before means."""
    info = doc.infos[i - 1] if i else None
    if info is None or not info.flags & VERB or info.flags & (NOUN | PERSONAL):
        return None
    agreements = {c.agreement for c in info.cues if c.kind == "v"}
    if agreements:
        return {"fs": "f", "ms": "m"}.get(next(iter(agreements))) if len(agreements) == 1 else None
    return "f" if info.word.endswith("ت") and len(info.word) > _SHORTEST else None


def _gender_of(doc: Document, cluster: Cluster) -> str | None:
    known = {doc.lexicon.person(k).gender for k in cluster.known}
    return cluster.gender or (next(iter(known)) if len(known) == 1 else None)


def _abbreviated_title(doc: Document, i: int) -> bool:
    """د. before the name: even a common word is a name then."""
    return i > 1 and doc.words[i - 1] == "." and len(doc.words[i - 2]) == 1 and doc.match(i - 2, i, "h") is not None


def _common_word(doc: Document, i: int, skip: int) -> bool:
    """A surname that is also a common word counts only where a name can stand."""
    info = doc.lexicon.info(doc.words[i][skip:])
    if i and doc.infos[i - 1].base == "اما":
        return False  # أما لولا فقال …: a topic
    ordinary = info.flags & (NOUN | VERB | MASDAR | FUNCTION) or info.particle & ~P.name_link
    if not ordinary:
        return False
    if i and (doc.infos[i - 1].reports or _meets(doc.infos[i - 1], info)):
        return False
    if info.particle & P.time and not info.definite:
        # ماي: the month has a number beside it.
        near = doc.words[max(0, i - 1) : i] + doc.words[i + 1 : i + 2]
        return any(w.isdigit() for w in near)
    if info.particle & ~P.name_link or info.flags & FUNCTION:
        return True
    return not info.definite and not _rare_surname(doc, i, info)


def _meets(before: WordInfo, info: WordInfo) -> bool:
    """واستعرض [هادي] مع المبعوث …, التقى [شكري] …: behind a verb of a contact stands who had it."""
    met = any(code[0] == "v" for code in before.contacts) and not before.flags & NOUN
    return met and bool(info.flags & PERSONAL) and not info.flags & FUNCTION


def _rare_surname(doc: Document, i: int, info: WordInfo) -> bool:
    """… مع ظريف في الكويت: the name of somebody of the article, seldom a word, and no adjective of a noun before it."""
    if info.frequency >= _EVERY_DAY or not (info.flags & PERSONAL or info.frequency < _RARE) or info.flags & MASDAR:
        return False
    before = doc.infos[i - 1] if i else None
    after = doc.infos[i + 1] if i + 1 < len(doc.words) else None
    if before is not None and before.flags & VERB and not before.flags & NOUN:
        return True
    if before is not None and before.flags & NOUN and not (before.particle or before.definite):
        return False
    return after is None or not after.definite or bool(after.conj)


_SHORTEST: Final = 3  # letters of a verb with its ending
_RARE: Final = 30
_EVERY_DAY: Final = 46
