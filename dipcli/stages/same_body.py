"""Countries, bodies and groups, joined by id or by the noun that names them."""

from collections.abc import Iterable, Sequence
from typing import Final

from dipcli.rules.match import PERSONAL, UNKNOWN
from dipcli.stages.clusters import MINISTRY, Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.people_nouns import kind_of_people, without_case
from dipcli.text.marks import COMMAS, QUOTE_MARKS


def names_of_bodies(doc: Document, founds: Iterable[Found]) -> dict[int, Found]:
    """[جي إس إنرجي], where the article also has شركة جي إس إنرجي: no person; by ``id`` of the shorter mention."""
    whole = {}
    for f in founds:
        if f.rule == "body_by_head" and f.last - f.first > 2:
            whole[tuple(doc.words[f.first + 1 : f.last])] = f
    out = {}
    for f in founds if whole else ():
        if f.rule != "name_by_its_words" or f.titles or f.name is None or f.name[1] != f.last:
            continue
        body = whole.get((doc.words[f.first][f.skip :], *doc.words[f.first + 1 : f.last]))
        if body is not None:
            f.kind, f.name, f.rule = "organisation", None, "body_by_head"
            out[id(f)] = body
    return out


def by_id(clusters: Clusters, founds: Iterable[Found], whole_names: dict[int, Found]) -> None:
    """Join the mentions that are no persons by what they name; ``whole_names``: of shorter ones, by ``id``."""
    doc = clusters.doc
    placed: dict[str, list[Found]] = {}
    for found in founds:
        if found.body and found.country and found.rule != "table_S":
            placed.setdefault(found.body, []).append(found)
            words = _written(doc, found).rsplit(" ", 1)
            if len(words) == 2 and doc.lexicon.single(words[1], "D"):
                placed.setdefault(words[0], []).append(found)
    longer = _resumed(doc, founds) | _longer_names(doc, founds) | _without_noun(doc, founds) | whole_names
    named = {f.last: f for f in founds if f.kind == "person" and f.name}
    for found in founds:
        if id(found) in clusters.of or found.kind in ("person", "place") or found.rule.startswith("descriptor"):
            continue
        if found.body and not found.country and found.rule != "table_S":
            _settle(clusters, found, placed)
        bearer = named.get(found.first - 1)
        if bearer is not None and id(bearer) in clusters.of and _tells_what_he_is(doc, found):
            clusters.add(clusters.of[id(bearer)], found, "descriptor")
            continue
        whole = longer.get(id(found))
        if whole is not None:
            found.body, found.country = whole.body, whole.country
        key = id_key(doc, whole or found)
        cluster = clusters.by_key.get(key) or _same_group(clusters, found)
        if cluster is None:
            cluster = clusters.new(found.kind, key)
            cluster.body = found.body
            cluster.number = found.number
        clusters.add(cluster, found, "same_body")


def _tells_what_he_is(doc: Document, found: Found) -> bool:
    """قال سالم العمري، [خبير اقتصادي] …: behind a name and a comma, somebody without the article is what the named one is."""
    one = found.kind == "unnamed" and found.number == "sg" and not (found.skip or found.conj)
    told = found.rule in ("indefinite_title", "unnamed_official", "unnamed_analyst")
    return one and told and doc.words[found.first - 1] in COMMAS and not doc.infos[found.first].definite


def one_of_them(doc: Document, founds: Sequence[Found]) -> None:
    """أكد [أحد المسؤولين] أن …: one, and not the group of which he is; nobody new beside a name (سالم العمري أحد المسؤولين)."""
    named = {f.first for f in founds if f.kind == "person" and f.name}
    for found in founds:
        i = found.first - 1
        if found.kind != "group" or found.body or found.skip or found.conj or i < 0:
            continue
        info = doc.infos[i]
        if info.core not in doc.lexicon.word_classes["one_of"] or found.last + 1 in named:
            continue
        before = doc.infos[i - 1] if i else info
        if before.flags & (PERSONAL | UNKNOWN) and not before.reports:
            continue
        found.first, found.skip, found.conj = i, len(info.word) - len(info.core), info.conj
        found.kind, found.number, found.rule, found.titles, found.pair = "unnamed", "sg", "one_of_them", (), None
        found.gender = "f" if info.core.endswith("ي") else "m"  # إحدى, folded


def by_their_words(clusters: Clusters) -> None:
    """The words and the letters in brackets (منظمة … (إيباك)) by which a body is known, where they stand as no mention."""
    doc = clusters.doc
    for cluster in clusters.all:
        for found in cluster.founds if cluster.kind == "organisation" else ():
            clusters.by_key.setdefault(f"U {_written(doc, found)}", cluster)
            end = found.last + 2 if doc.words[found.last : found.last + 1] == ["في"] else found.last
            for name in (_enclosed(doc, end), _enclosed(doc, _opening_within(doc, found))):
                if name:
                    clusters.by_key.setdefault(f"U {name}", cluster)


def _enclosed(doc: Document, i: int) -> str:
    """(إيباك), «سابك»: the few words in brackets or marks that open at token ``i``; "" where none do."""
    if i >= len(doc.words) or (doc.words[i] != "(" and doc.words[i] not in QUOTE_MARKS):
        return ""
    closing = {")"} if doc.words[i] == "(" else QUOTE_MARKS
    close = next((k for k in range(i + 2, min(i + _SHORT, len(doc.words))) if doc.words[k] in closing), -1)
    inner = doc.words[i + 1 : close] if close > 0 else []
    return " ".join(inner) if all(w[0].isalnum() for w in inner) else ""


def _opening_within(doc: Document, found: Found) -> int:
    """The mark that opens at the end of a body's name (الشركة السعودية للصناعات [«سابك»]); past the text where none does."""
    return next((k for k in range(found.first + 2, found.last - 2) if doc.words[k] in QUOTE_MARKS), len(doc.words))


_SHORT: Final = 5  # tokens of a short name with its brackets


def _settle(clusters: Clusters, found: Found, placed: dict[str, list[Found]]) -> None:
    """الحكومة after الحكومة المصرية: whose it is, where one state is told with it; of several the one before.

    ففي قطر، أدانت وزارة الخارجية …: that of the place with which the sentence opens.
    """
    doc = clusters.doc
    scene = next((land for begin, end, land in clusters.scenes if begin <= found.first < end), None)
    if scene is not None and found.body is not None and found.body.startswith(MINISTRY):
        found.country = scene
        return
    same = placed.get(_written(doc, found)) or placed.get(found.body or "", [])
    told = same if len({f.country for f in same}) == 1 else [f for f in same if f.first < found.first][-1:]
    if told:
        found.body, found.country = told[-1].body, told[-1].country


def _longer_names(doc: Document, founds: Iterable[Found]) -> dict[int, Found]:
    """الديوان الملكي, where the article also has الديوان الملكي الأردني and no other: by ``id`` of the shorter mention."""
    by_head: dict[str, list[tuple[list[str], Found]]] = {}
    for f in founds:
        if f.kind == "organisation" and f.rule in ("table_o", "body_by_head", "table_S"):
            words = _written(doc, f).split(" ")
            by_head.setdefault(words[0], []).append((words, f))
    out = {}
    for same in by_head.values():
        for words, f in same:
            if f.rule == "table_S" and len(words) > 1:
                continue
            more = {" ".join(w): g for w, g in same if w[:-1] == words and g.rule != "table_S"}
            if len(more) != 1:
                continue
            (name, whole), *_ = more.items()
            adjective = name.rsplit(" ", 1)[1]
            told = len(words) == 1 and adjective.endswith(("ي", "يه")) and whole.first < f.first
            if doc.lexicon.single(adjective, "D") or told:
                out[id(f)] = whole
    return out


def _without_noun(doc: Document, founds: Iterable[Found]) -> dict[int, Found]:
    """[فيسبوك], where the article also has شركة فيسبوك, which tables know as another body: by ``id`` of the shorter mention."""
    heads, bodies = doc.lexicon.word_classes["firm_nouns"], [f for f in founds if f.kind == "organisation" and f.body]
    whole: dict[str, Found] = {}
    for f in bodies:
        head, _, name = _written(doc, f).partition(" ")
        if head in heads and name:
            whole.setdefault(name, f)
    return {id(f): whole[w] for f in bodies if (w := _written(doc, f)) in whole} if whole else {}


def _resumed(doc: Document, founds: Iterable[Found]) -> dict[int, Found]:
    """[المفوضية], after المفوضية العليا لشؤون اللاجئين: of that, though a table calls another body so, unless the article
    names that one whole; by ``id`` of the shorter mention.
    """
    heads = doc.lexicon.word_classes["body_heads"]
    last: dict[str, Found] = {}
    out = {}
    whole = {f.body for f in founds if f.body and f.last - f.first > 1}
    for f in founds:
        core = doc.infos[f.first].core
        if f.kind != "organisation" or core not in heads:
            continue
        if f.last - f.first > 1:
            last[core] = f
        elif (
            f.rule in ("table_o", "table_S")
            and doc.infos[f.first].definite
            and f.body not in whole
            and core in last
            and last[core].body != f.body
        ):
            out[id(f)] = last[core]
    return out


def _written(doc: Document, found: Found) -> str:
    """The words of a mention, without proclitics."""
    first, *rest = doc.words[found.first : found.last]
    first = "ا" + first[first.index("لل") + 1 :] if "لل" in first[:3] and not found.skip else first[found.skip :]
    return " ".join([first, *rest])


def _same_group(clusters: Clusters, found: Found) -> Cluster | None:
    """النواب, after نواب مصريون: a group that was introduced by the same noun and whose country fits."""
    doc = clusters.doc
    if found.kind != "group" or found.body or not doc.words[found.first].startswith("ال", found.skip):
        return None
    noun = head_noun(doc, found)
    fit = [
        c for c in clusters.all
        if (c.kind == "group" or (c.kind == "unnamed" and c.number == "pl")) and not c.body and c.before(found.first) >= 0
        and not (c.country and found.country and c.country != found.country)
        and any(head_noun(doc, f) == noun for f in c.founds)
    ]  # fmt: skip
    return max(fit, key=lambda c: c.before(found.first)) if fit else None


def head_noun(doc: Document, found: Found) -> str:
    """The noun of a mention without its number, the article and the ending of its case (مسؤولون, ثلاثة مسؤولين; المصدر, مصدرا)."""
    k = _behind_count(doc, found) if found.rule == "counted" else found.first
    noun = without_case(doc.words[k][found.skip if k == found.first else 0 :])
    return kind_of_people(doc, noun) or noun if found.number == "pl" else noun


def groups_of(clusters: Clusters, i: int) -> list[Cluster]:
    """Those told of before ``i`` whom the plural with the article there names (الخبراء, after ثلاثة خبراء)."""
    doc = clusters.doc
    kind = kind_of_people(doc, without_case(doc.infos[i].base), plural=True)
    if not doc.infos[i].definite or kind is None:
        return []
    groups = (c for c in clusters.all if c.kind == "group" and not c.body and c.before(i) >= 0)
    return [c for c in groups if any(head_noun(doc, f) == kind for f in c.founds)]


def _behind_count(doc: Document, found: Found) -> int:
    """عدد من [الخبراء], 15 [نائبا]: the noun of those who are counted."""
    classes = doc.lexicon.word_classes
    counts = classes["counts"] | classes["numbers"] | classes["about"] | classes["more_or_less"] | {"من"}
    uncounted = (
        k for k in range(found.first, found.last) if doc.infos[k].core not in counts and not doc.words[k].isdigit()
    )
    return next(uncounted, found.first)


def id_key(doc: Document, found: Found) -> str:
    if found.kind == "country" and found.country:
        return f"C {found.country}"
    written = _written(doc, found)
    speakers: dict[str, str] = doc.lexicon.facts["one_speaker"]
    speaker = speakers.get(written if found.rule == "table_S" else found.body or "")
    if speaker and found.country:
        return f"P {speaker} {found.country}"  # قصر الإليزيه, الرئاسة الفرنسية
    if found.body and found.rule == "table_S":
        return f"S {written}"
    if found.body == "government" and found.country:
        return f"C {found.country}"  # الحكومة السودانية, الخرطوم, السودان: one speaker
    if found.body:
        return f"B {found.body} {found.country or ''}"
    return f"U {written}"
