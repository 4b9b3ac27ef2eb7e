"""Who acts in the main clause of a cue's sentence, where the cue has no subject of its own."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import AS_PARTICIPLE, COMPLEMENTISER, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.clusters import Cluster
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.phrases import adjunct_end, noun_phrase_end, opens_clause, preposition_before, within_phrase
from dipcli.stages.framing.word_kinds import is_nominative_plural, is_person_noun
from dipcli.stages.narration import is_finite
from dipcli.stages.speakers.agreement import agrees
from dipcli.stages.speakers.context import Context
from dipcli.stages.speakers.noun_phrases import noun_phrase_entity
from dipcli.stages.speakers.subjects import past_subordinate
from dipcli.text.marks import COMMAS

_ACT: Final = ("person", "organisation", "country", "unnamed", "group")
_PASSED: Final = P.qad | P.time | P.adverb | P.prepositional_pronoun
_LONGEST_NAME: Final = 4
_SUBJECT: Final = 5  # tokens from a verb to the verbal noun behind its subject
_SPEAKERS: Final = ("actors", "peoples", "bodies_speaking")
_NAMED: Final = 6  # tokens from a noun of people to the name of whom it tells


def main_subject(context: Context, frame: Frame) -> Cluster | None:
    """Subject of the sentence's first verb, or its topic: the first person or body before the cue under no preposition."""
    doc, marked = context.doc, context.marked
    sentence = doc.segments.sentences[frame.sentence]
    i = past_subordinate(doc, sentence.first, frame.cue)
    plural = frame.form.agreement[1:] in ("d", "p")
    nearer = _of_a_later_clause(context, frame, i)
    unlisted = _unlisted(context, frame, i) if nearer is None else nearer
    if unlisted is not None:
        return unlisted
    while i < frame.cue:
        found = marked.start_of[i]
        if found is None:
            i += 1
            continue
        cluster = context.clusters.of.get(id(found))
        if cluster is not None and found.kind in _ACT and not _depends(context, sentence.first, found, plural=plural):
            if (agrees(frame, cluster) or _agrees_as_called(frame, found)) and found.rule != "unnamed_document":
                return cluster
        i = found.last
    return None


def _of_a_later_clause(context: Context, frame: Frame, first: int) -> Cluster | None:
    """لم يصدر القصر بيانا، لكن [المستشار] دافع عنه قائلا …; …، ورفض [الوزير] ذلك قائلا …: who acts in the last clause of its own."""
    doc, marked = context.doc, context.marked
    for k in range(frame.cue - 2, first + 1, -1):
        info = doc.infos[k]
        if marked.inside[k] is not None or info.particle & COMPLEMENTISER:
            continue
        joined = info.conj and is_finite(doc, k) and doc.words[k - 1] in COMMAS
        if not joined and doc.words[k] not in doc.lexicon.word_classes["but"]:
            continue
        at = k + 1 + (not joined and is_finite(doc, k + 1))
        found = marked.start_of[at] if at < frame.cue else None
        cluster = context.clusters.of.get(id(found)) if found is not None and found.kind in _ACT else None
        if cluster is None or found is None or found.skip or found.rule == "unnamed_document":
            continue
        return cluster if agrees(frame, cluster) else None
    return None


def _agrees_as_called(frame: Frame, found: Found) -> bool:
    """قررت [الحكومة اليمنية] … واتهمتها ب…: a feminine word for a state that is masculine."""
    return frame.form.agreement == "fs" and found.gender == "f" and found.kind == "organisation"


def clause_subject(context: Context, frame: Frame, first: int) -> Cluster | None:
    """أقر المدير بأن …، فيما أبدى [رئيس النادي] ليونة، ووعد: the subject of the clause of its own that begins last."""
    doc, marked = context.doc, context.marked
    for k in range(frame.cue - 1, first, -1):
        opens = doc.infos[k].base in doc.lexicon.word_classes["own_clauses"] or doc.words[k - 1 : k + 1] == [
            "في",
            "حين",
        ]
        if marked.inside[k] is not None or not opens:
            continue
        verb = doc.infos[k + 1]
        if not verb.flags & VERB or verb.particle or k + 2 >= frame.cue:
            return None
        if frame.form.tense == "pa" and verb.word.startswith(("ي", "ت")):
            return None  # فيما يواصل الجيش …، وأكد: of who spoke before it
        his = marked.start_of[k + 2] is None and doc.infos[k + 2].word.endswith("ه") and not doc.infos[k + 2].definite
        found = marked.start_of[k + 2 + his] if k + 2 + his < frame.cue else None  # رفض [منافسه] سالم العلمي
        if found is None:
            return _unlisted(context, frame, k + 1)
        cluster = context.clusters.of.get(id(found)) if found.kind in _ACT and not found.skip else None
        return cluster if cluster is not None and agrees(frame, cluster) else None
    return None


def _depends(context: Context, first: int, found: Found, *, plural: bool) -> bool:
    """A mention under a preposition, or one more of those that are (في الصين [وأوروبا], على المحررين [والكتاب])."""
    marked, i = context.marked, found.first
    if i - 1 > first and i - 1 in marked.quote_at and within_phrase(marked, first, i - 1):
        return True  # على موقع «تويتر»
    if _in_what_is_asked(context, first, i) or _on_a_matter(context, first, i):
        return True
    if i == first:
        return False
    if plural:
        return bool(preposition_before(marked, 0, i, found))  # استطلعت آراء المواطنين والمختصين حيث أجمعوا …
    if preposition_before(marked, 0, i, found) or within_phrase(marked, first, i):
        return True
    if not (found.conj and found.skip) or opens_clause(marked, found):
        return False
    if marked.words[i - 1] not in COMMAS:
        return True
    before = marked.inside[i - 2] if i - 2 > first else None  # إلى الرئيس، [والفريق] …
    return before is not None and before.first > first and _depends(context, first, before, plural=plural)


def _on_a_matter(context: Context, first: int, i: int) -> bool:
    """وحول أسباب الحرب وليس [كينيا]، قال: in the phrase on what he speaks about, which opens the sentence."""
    infos = context.doc.infos
    on = infos[first].base in context.doc.lexicon.word_classes["on_matter"] or infos[first].base == "عن"
    return on and all(
        x.word[0].isalnum() and not is_finite(context.doc, k) for k, x in enumerate(infos[first:i], first)
    )


def _in_what_is_asked(context: Context, first: int, i: int) -> bool:
    """وعن ما قدمه [المجلس] أجاب: …, وعما قالته [الوزارة] ذكر …: the subject of a clause that a preposition governs."""
    infos = context.doc.infos
    if i - 2 < first or not infos[i - 1].flags & VERB:
        return False
    governed = infos[i - 2].base == "ما" and i - 2 > first and infos[i - 3].particle & P.preposition
    return bool(governed) or infos[i - 2].base in ("عما", "بما")


def _unlisted(context: Context, frame: Frame, i: int) -> Cluster | None:
    """وتدير [شركة كذا] مرافق …، وتقول; وكان [المدرب] اجتمع … وطالبهم: a noun or a name right behind the first verb."""
    marked = context.marked
    while i < frame.cue and not marked.words[i][0].isalnum():
        i += 1
    if i + 1 < frame.cue and marked.infos[i].particle & P.preposition and marked.start_of[i + 1] is None:
        i = adjunct_end(marked, i + 1, frame.cue)  # وفي هذا الأسبوع قام …
    if i >= frame.cue or marked.inside[i] is not None:
        return None
    if not _is_verb(context, i) and not _acts_with_those(context, frame, i):
        return _topic(context, frame, i)
    j = i + 1
    while j < frame.cue and marked.infos[j].particle & _PASSED:
        j += 1
    first = j
    if j < frame.cue and marked.infos[j].particle & P.quantifier and not marked.infos[j].prep:
        j += 1
    one = marked.start_of[j] if first < j < frame.cue and marked.infos[first].base in marked.classes["one_of"] else None
    if one is not None and one.number != "sg" and not one.skip and frame.form.agreement[1:] == "s":
        return noun_phrase_entity(context, first, one.last)  # قام أحد النواب …
    if j >= frame.cue or marked.inside[j] is not None or not _can_act(context, j):
        return None
    if _named_behind_auxiliary(context, frame, i, first):
        return noun_phrase_entity(context, first, _name_end(context, frame, first))
    if not _is_actor(context, j) or not _agrees(frame, context, first):
        return None
    stop = _without_object(context, j, noun_phrase_end(marked, j, frame.cue))
    named = _named_behind(context, frame, j, stop)
    cluster = named if named is not None else noun_phrase_entity(context, first, stop)
    if frame.form.agreement == "fs" and cluster.gender is None:
        cluster.gender = "f"
    return cluster if agrees(frame, cluster) else None


def unlisted_right_before(context: Context, frame: Frame) -> Cluster | None:
    """وواصلت [جمعيات محلية] تنديدها ب…: the subject of the verb whose object the verbal noun is, where no table knows it."""
    marked, classes = context.marked, context.doc.lexicon.word_classes
    first = max(context.doc.segments.sentences[frame.sentence].first, frame.cue - _SUBJECT)
    for k in range(frame.cue - 2, first - 1, -1):
        if not _is_verb(context, k):
            continue
        j, core = k + 1, marked.infos[k + 1].core
        group = marked.start_of[j]
        if group is not None and group.last == frame.cue and group.kind in ("group", "unnamed") and not group.skip:
            cluster = context.clusters.of.get(id(group))
            return cluster if cluster is not None and agrees(frame, cluster) else None
        whole = any(marked.inside[x] is not None for x in range(j, frame.cue)) or noun_phrase_end(marked, j, frame.cue)
        actor = core in classes["body_heads"] or _is_actor(context, j)
        if whole != frame.cue or not actor or not _can_act(context, j) or not _agrees(frame, context, j):
            return None
        return noun_phrase_entity(context, j, frame.cue)
    return None


def _topic(context: Context, frame: Frame, i: int) -> Cluster | None:
    """[المصادر الدبلوماسية] التي تحدثت إليها الصحيفة ناقشت …، وقالت: a noun of people that begins the sentence, with its relative."""
    marked = context.marked
    info, after = marked.infos[i], marked.infos[i + 1]
    if not info.definite or info.prep or not is_person_noun(marked, i):
        return None
    stop = noun_phrase_end(marked, i, frame.cue)
    if stop >= frame.cue or not marked.infos[stop].particle & P.relative_pronoun:
        return None
    feminine = info.core.endswith("ه") or (stop > i + 1 and after.definite and after.base.endswith("ه"))
    if frame.form.agreement not in ("ms", "fs") or feminine != (frame.form.agreement == "fs"):
        return None
    cluster = noun_phrase_entity(context, i, stop)
    if feminine and cluster.gender is None:
        cluster.gender = "f"
    return cluster


def _without_object(context: Context, j: int, stop: int) -> int:
    """أنهى نادي الميناء الكيني [الجدل الدائر], تناول المؤلف [العيوب]: behind what is whole stands the object."""
    infos, lexicon = context.doc.infos, context.doc.lexicon
    after = infos[j + 1] if j + 1 < stop else None
    if infos[j].definite and after is not None and context.marked.start_of[j + 1] is None:
        if not after.base.endswith(("ي", "يه")) and after.word not in lexicon.title_adjectives:
            return j + 1
    for k in range(j + 1, stop - 1):
        if lexicon.single(infos[k].base, "D") and infos[k + 1].definite and not lexicon.single(infos[k + 1].base, "D"):
            return k + 1
    return stop


def _named_behind(context: Context, frame: Frame, j: int, i: int) -> Cluster | None:
    """زار النجم السابق بنادي الميناء [أحمد الساري] …, تنظيم «[الفجر]» …: the name of whom the noun tells."""
    marked = context.marked
    for k in range(j + 1, i):
        found = marked.start_of[k]
        if found is not None and found.kind == "person" and found.name is not None and not found.skip:
            return context.clusters.of.get(id(found))  # مدرب الفريق [أحمد الساري] سعادته
    for k in range(i, min(frame.cue, i + _NAMED)):
        info, found = marked.infos[k], marked.start_of[k]
        if found is not None:
            body = found.kind == "organisation" and k == i + 1 and not marked.words[i].isalnum()
            named = found.kind == "person" and found.name is not None and not preposition_before(marked, i, k, found)
            return context.clusters.of.get(id(found)) if body or named else None
        if marked.words[k] in COMMAS or (info.verbal and marked.inside[k] is None):
            return None
    return None


def _is_verb(context: Context, i: int) -> bool:
    info = context.doc.infos[i]
    if info.particle & P.auxiliary:
        return True
    noun = info.flags & (NOUN | PERSONAL | MASDAR) and not (
        i + 1 < len(context.doc.infos) and _is_nominative(context, i + 1)
    )
    plain = info.flags & VERB and not noun and not info.particle
    return bool(plain) or (info.verbal and not info.cue_kinds & AS_PARTICIPLE)


def _acts_with_those(context: Context, frame: Frame, i: int) -> bool:
    """وتفاعل [الزوار] مع …، معبرين عن …, ووقف [الطلاب] …: a verb or a noun, before the people with whom the cue's plural agrees."""
    info, after = context.doc.infos[i], context.doc.infos[i + 1]
    people = after.definite and not after.prep and after.core in context.doc.lexicon.word_classes["peoples"]
    return people and bool(info.flags & VERB) and not info.definite and frame.form.agreement == "mp"


def _can_act(context: Context, j: int) -> bool:
    info = context.doc.infos[j]
    return bool(info.word[0].isalpha()) and not (info.prep or info.conj or info.particle)


def _agrees(frame: Frame, context: Context, j: int) -> bool:
    """The cue in the singular with the gender of the noun, as its ending tells it."""
    core, agreement = context.doc.infos[j].core, frame.form.agreement
    several = core.endswith(("ون", "ين", "ات")) or core in context.doc.lexicon.word_classes["peoples"]
    if not agreement:
        return True  # a verbal noun
    if agreement[1:] in ("p", "d"):
        return several
    if agreement == "fs":
        return core.endswith(("ه", "ات")) or core in context.doc.lexicon.word_classes["bodies_speaking"]
    return not several and not core.endswith("ه")


def _is_actor(context: Context, j: int) -> bool:
    """A noun of those who act and speak, listed or told by its ending."""
    classes, core = context.doc.lexicon.word_classes, context.doc.infos[j].core
    listed = is_person_noun(context.marked, j) or any(core in classes[c] for c in _SPEAKERS)
    return listed or _is_nominative(context, j)


def _is_nominative(context: Context, j: int) -> bool:
    info = context.doc.infos[j]
    return is_nominative_plural(info) and not info.particle


def _named_behind_auxiliary(context: Context, frame: Frame, i: int, first: int) -> bool:
    """وكان داسوكا اجتمع …: words that no list knows, between كان and its verb."""
    if not context.doc.infos[i].particle & P.auxiliary or frame.form.agreement != "ms":
        return False
    return _name_end(context, frame, first) > first


def _name_end(context: Context, frame: Frame, first: int) -> int:
    infos = context.doc.infos
    k = first
    while k < min(frame.cue, first + _LONGEST_NAME):
        info = infos[k]
        if info.verbal or info.particle & P.qad or (info.flags & VERB and not info.flags & (NOUN | PERSONAL)):
            return k
        name = info.flags & (PERSONAL | UNKNOWN) and not info.flags & (NOUN | MASDAR)
        if not name or info.definite or info.prep or info.conj or info.particle:
            return first
        k += 1
    return first
