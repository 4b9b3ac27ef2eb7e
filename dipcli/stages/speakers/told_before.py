"""Nouns with the article that point back: الشركة after شركة المرجان للملاحة, المدرب after مدرب الفريق سالم العمري."""

from typing import Final

from dipcli.stages.bodies import from_table
from dipcli.stages.bodies_by_head import named_body
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.same_body import id_key
from dipcli.stages.speakers.context import Context

_FAR: Final = 400  # words back to the name of a body


def with_article(doc: Document, i: int) -> str | None:
    """The noun at ``i`` with its article, where ل has swallowed the alif: الصحيفة, of وفقا للصحيفة; None elsewhere."""
    info = doc.infos[i]
    return "ال" + info.base[2:] if info.prep == "ل" and info.base.startswith("لل") and len(info.base) > 4 else None


def body_named_before(context: Context, i: int) -> Cluster | None:
    """The body that the text named last by the noun at ``i``, which stands there alone with the article."""
    doc, marked = context.doc, context.marked
    core = (with_article(doc, i) or doc.infos[i].core).removeprefix("ال")
    if not doc.infos[i].definite or core not in doc.lexicon.word_classes["body_heads"]:
        return None
    for k in range(i - 1, max(i - _FAR, -1), -1):
        if doc.infos[k].core != core:
            continue
        mention = marked.start_of[k]
        if mention is not None and mention.kind == "organisation" and mention.last - k > 1:
            return context.clusters.of.get(id(mention))
        cluster = body_at(context, k)
        if cluster is not None:
            return cluster
    return None


def body_at(context: Context, k: int) -> Cluster | None:
    """The body whose name begins at ``k``, though no mention of it stands there (شركة المرجان للملاحة)."""
    found = _named_at(context, k)
    if found is None:
        return None
    key = id_key(context.doc, found)
    cluster = context.clusters.by_key.get(key) or context.clusters.new("organisation", key)
    cluster.body, cluster.gender = found.body, cluster.gender or found.gender
    if context.marked.inside[k] is None:
        context.clusters.add(cluster, found, "same_body")
    return cluster


def _named_at(context: Context, k: int) -> Found | None:
    doc = context.doc
    last = doc.line_at(k).last
    table = doc.match(k, last, "o")
    if table is not None and table[0] - k > 1:
        found = from_table(doc, k, last, table)
        if found is not None:
            return found
    return named_body(doc, k, last)


def person_told_before(context: Context, i: int) -> Cluster | None:
    """Who was named last beside the noun at ``i``: المدرب سالم العمري, المدرب المغربي سالم العمري, سالم العمري، مدرب الفريق."""
    doc = context.doc
    core = doc.infos[i].core
    told = [
        (f.first, c)
        for c in context.clusters.all
        if c.kind == "person" and c.names
        for f in c.founds
        if f.first < i and f.name and f.rule != "short_form" and core in _beside(context, f)
    ]
    last = next((a.sources for a in reversed(context.done) if a.sources and not a.nested), ())
    speaker = next((c for _, c in told if len(last) == 1 and c is last[0]), None)
    return speaker or (max(told, key=lambda x: x[0])[1] if told else None)


def _beside(context: Context, found: Found) -> set[str]:
    """Nouns right before a mention, an adjective at most between, or right behind it, a comma at most between."""
    doc = context.doc
    kin = doc.lexicon.contact_words["relatives"] | doc.lexicon.word_classes["kin_of"]
    out = set()
    before = doc.infos[found.first - 1] if found.first and not found.skip else None
    if before is not None and before.definite:
        out.add(before.core)
        if found.first > 1 and doc.infos[found.first - 2].core not in kin:
            out.add(doc.infos[found.first - 2].core)  # عمة [الشهيدة سلمى]: another than she
    behind = found.last + 1 if found.last < len(doc.words) and doc.words[found.last] in ("،", "-", "(") else found.last
    if behind < len(doc.words) and not doc.infos[behind].conj and not doc.infos[behind].prep:
        out.add(doc.infos[behind].core)
    return out
