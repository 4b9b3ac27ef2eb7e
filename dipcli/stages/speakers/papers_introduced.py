"""Who issued a paper, told where the text speaks of it first: أصدرت الوزارة بيانا …, تقرير أعدته اللجنة, قالت الوزارة في بيان …."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, NOUN
from dipcli.stages.clusters import Cluster
from dipcli.stages.found import Found
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.stages.genitives import quoted_end
from dipcli.stages.speakers.context import Context
from dipcli.stages.speakers.noun_phrases import noun_phrase_entity
from dipcli.stages.speakers.told_before import body_at
from dipcli.text.marks import COMMAS

_FAR: Final = 900  # tokens within which the text told of a paper
_AHEAD: Final = 12  # tokens behind the paper within which stands who made it
_BEFORE: Final = 9  # tokens before the paper within which stands the verb of making it
_SPEAKING: Final = 16  # tokens from a verb of saying to the paper in which it was said
_ACTING: Final = ("organisation", "person", "country", "group", "unnamed")


def issuer_where_introduced(context: Context, i: int) -> Cluster | None:
    """البيان: who issued the paper which the text introduced by the noun at token ``i``; None where it does not tell.

    Of several papers of that noun it is that of the last speaker, else the last.
    """
    doc = context.doc
    noun = doc.infos[i].core.removesuffix("ا")
    forms = {noun, noun + "ا", noun + "ها", noun + "ه", noun + "هم"}  # كشفت الوزارة في [تقريرها] أن …
    back = (k for k in range(i - 1, max(i - _FAR, 0) - 1, -1) if doc.infos[k].core in forms)
    makers = [cluster for k in back if (cluster := made_by(context, k)) is not None]
    spoke = next((a.sources[0] for a in reversed(context.done) if a.sources and not a.nested), None)
    return spoke if spoke in makers else next(iter(makers), None)


def made_by(context: Context, k: int) -> Cluster | None:
    """Who made the paper whose noun stands at token ``k``, as the words around it tell."""
    if k in context.makers:
        return context.makers[k]
    maker = _told_behind(context, k) or _told_before(context, k) or _told_in_it(context, k)
    if maker is not None:  # who speaks in it may not be known yet
        context.makers[k] = maker
    return maker


def _told_behind(context: Context, k: int) -> Cluster | None:
    """تقرير [لجنة التحقيق], بيان [للوزارة], بيان صحفي أصدره [قادة الدول], تقرير صدر أمس من [المركز], صدر التقرير عن [المركز]."""
    doc, marked, classes = context.doc, context.marked, context.doc.lexicon.word_classes
    end = min(doc.line_at(k).last, k + _AHEAD)
    if (named := body_in_marks(context, k + 1, end)) is not None:
        return named
    issued = k > 0 and doc.infos[k - 1].base in classes["issued_from"]
    for j in range(k + 1, end):
        info, found = doc.infos[j], marked.start_of[j]
        if not info.word[0].isalpha() or info.particle & COMPLEMENTISER or info.conj:
            return None
        if info.word in classes["receiving"] or info.word in classes["publishing"] or info.base in classes["occasions"]:
            return None
        made = info.word in classes["issuing"]
        issued = issued or made or info.base in classes["issued_from"] or info.base in classes["issued_by"]
        if (made or (issued and info.word in ("عن", "من"))) and j + 1 < end:
            return _at(context, j + 1, end, trusted=made)
        to = info.prep == "ل" and doc.infos[k].core.removesuffix("ا") not in classes["papers_sent"]  # not مذكرة [للجنة]
        if j == k + 1 and (to or (not doc.infos[k].definite and _in_construct(context, k, found))):
            return _at(context, j, end)
    return None


def body_in_marks(context: Context, j: int, end: int) -> Cluster | None:
    """تقرير [«المرجان»]: a body that the text or a table knows, alone in quotation marks at ``j``."""
    close = quoted_end(context.doc, j, end)
    found = context.marked.start_of[j + 1] if close > j else None
    whole = found is not None and found.kind == "organisation" and found.last == close - 1
    return context.clusters.of.get(id(found)) if whole else None


def _in_construct(context: Context, k: int, found: Found | None) -> bool:
    """تقرير [اللجنة]; not إعلان القاهرة, whose place does not speak."""
    doc, j = context.doc, k + 1
    info = doc.infos[j]
    if info.prep or info.conj:
        return False
    if found is not None:
        place = found.kind == "country" and doc.infos[k].core in doc.lexicon.word_classes["named_for_places"]
        return found.kind in ("organisation", "person", "country") and not found.skip and not place
    classes = doc.lexicon.word_classes
    return info.core in classes["body_heads"] or info.core in classes["peoples"]


def _at(context: Context, j: int, end: int, *, trusted: bool = False) -> Cluster | None:
    """Who stands at token ``j``: a mention, or a noun of people or of a body that no table names.

    ``trusted``: none but who made it can stand there, so that any noun will do.
    """
    doc, marked = context.doc, context.marked
    if doc.raw(j).endswith(("ه", "ها", "هم")) and not doc.infos[j].definite:
        return None  # بيان لمكتبه: whose he is stands elsewhere
    found = marked.start_of[j]
    if found is not None:
        acts = found.kind in _ACTING and found.rule != "unnamed_document"
        return context.clusters.of.get(id(found)) if acts else None
    classes, core = doc.lexicon.word_classes, doc.infos[j].core
    if core in classes["body_heads"] and (body := body_at(context, j)) is not None:
        return body
    listed = core in classes["body_heads"] or core in classes["peoples"] or doc.words[j] in classes["two_sides"]
    people = listed or is_person_noun(marked, j) or (trusted and bool(doc.infos[j].flags & NOUN))
    if not people or core in classes["documents"] or (doc.infos[j].prep and doc.infos[j].prep != "ل"):
        return None
    end = next((i for i in range(j + 1, end) if doc.infos[i].particle & P.preposition), end)
    cluster = noun_phrase_entity(context, j, noun_phrase_end(marked, j, end))
    if cluster.gender is None and core.endswith("ه") and cluster.kind != "person":
        cluster.gender = "f"  # الوزارة
    return cluster


def _told_before(context: Context, k: int) -> Cluster | None:
    """أصدرت [الوزارة] بيانا, نشر [النواب] عريضة, صدر عن [الوزارة] بيان: subject of the verb whose object it is, or its عن."""
    doc = context.doc
    if doc.infos[k].prep:
        return None
    for v in range(k - 1, max(doc.line_at(k).first, k - _BEFORE) - 1, -1):
        info = doc.infos[v]
        if not doc.lexicon.word_classes["makes_papers"].isdisjoint((info.base, info.word.removeprefix("و"))):
            return _at(context, v + 1, k) if v + 1 < k else None
        if doc.words[v] == "عن" and v and doc.infos[v - 1].base in doc.lexicon.word_classes["issued_from"]:
            return _at(context, v + 1, k)
        if doc.words[v] in COMMAS or doc.words[v] in ".:؛" or info.particle & COMPLEMENTISER:
            return None
    return None


def _told_in_it(context: Context, k: int) -> Cluster | None:
    """وذكرت [الوزارة] في بيان أن …: who says something in it."""
    doc = context.doc
    info = doc.infos[k]
    if info.definite or not k or not (doc.words[k - 1] in ("في", "عبر") or info.prep == "ب"):
        return None
    for frame, answer in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if frame.cue > k:
            continue
        line = doc.line_at(k)
        near = line.first <= frame.cue and k - frame.cue <= _SPEAKING and frame.form.kind in ("v", "p")
        inside = any(doc.infos[j].particle & (COMPLEMENTISER | P.relative_pronoun) for j in range(frame.cue, k))
        if near and not inside and len(answer.sources) == 1 and not answer.document:
            return answer.sources[0]
        return None
    return None
