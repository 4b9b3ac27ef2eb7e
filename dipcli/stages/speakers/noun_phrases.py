"""Subjects that no table knows, and words that point at a speaker."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules.match import AS_PREPOSITION, COMPLEMENTISER, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.signs import SAME
from dipcli.stages.same_body import groups_of
from dipcli.stages.speakers.agreement import agrees
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.kinds import spoken_of_by_kind
from dipcli.stages.speakers.subjects import last_speakers, nearest_before
from dipcli.stages.speakers.told_before import body_named_before, person_told_before, with_article
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.naming import name_key


def source_is_a_noun_phrase(context: Context, frame: Frame) -> Attribution | None:
    """The subject is no mention that a table or grammar knows: it becomes an entity of its own."""
    if frame.noun_phrase is None:
        return None
    first, last = frame.noun_phrase
    last = _with_the_name(context, first, last)
    if frame.form.kind == "m":
        return None
    pointed = pointed_at(context, frame, first, last)
    if pointed is None and _spoken_to(context, frame, first):
        return None
    if pointed is not None:
        return Attribution("source_noun_phrase", "pronoun", pointed, (), (first, last))
    if frame.form.kind == "q":
        return Attribution(
            "source_headline_colon", "explicit", (noun_phrase_entity(context, first, last),), (), (first, last)
        )
    country = country_of_the_speaker(context, frame, first)
    if country is not None:
        return Attribution("source_noun_phrase", "pronoun", (country,), (), (first, last))
    cluster = noun_phrase_entity(context, first, last, frame)
    if frame.form.agreement == "fs" and cluster.gender is None:
        cluster.gender = "f"  # the verb tells it
    return Attribution("source_noun_phrase", "explicit", (cluster,), (), (first, last))


def country_of_the_speaker(context: Context, frame: Frame, first: int) -> Cluster | None:
    """قال السفير الكيني إن بلاده ترى أن …: the country that he serves, where the text names it."""
    if context.doc.words[first] not in context.doc.lexicon.word_classes["own_country"]:
        return None
    outer = next((a.sources for _, a in context.of_sentence(frame) if len(a.sources) == 1), ())
    code = outer[0].country if outer else None
    if code is None:
        return None
    return next((c for c in context.clusters.all if c.kind == "country" and c.country == code), None)


def _spoken_to(context: Context, frame: Frame, first: int) -> bool:
    """ودعا [الإعلام الكيني] إلى …: a public behind a verb that has its addressee as object."""
    info = context.doc.infos[first]
    public = info.core in context.doc.lexicon.word_classes["publics_of"]
    agreeing = frame.form.agreement == "fs" and info.core.endswith("ه")  # دعت الجالية إلى …
    return public and not agreeing and frame.subject_side == "after" and "object" in frame.rule.addressee


def pointed_at(context: Context, frame: Frame, first: int, last: int) -> Sequence[Cluster] | None:
    """الأخير: whom the text named last; المتحدث ذاته, المصدر نفسه: who spoke last."""
    doc = context.doc
    classes = doc.lexicon.word_classes
    if last - first == 1 and doc.words[first] in classes["last_spoken_of"]:
        people = [
            c for c in context.clusters.all if c.kind == "person" and c.before(first) >= first - 60 and agrees(frame, c)
        ]
        nearest = max(people, key=lambda c: c.before(first)) if people else nearest_before(context, frame)
        return (nearest,) if nearest is not None else None
    behind = doc.words[last] if last < len(doc.words) else ""
    before = doc.words[first - 1] if first else ""
    same = not classes["same_words"].isdisjoint((doc.words[last - 1], behind)) or before in SAME
    if same and doc.words[first].endswith("المصدر"):
        told = [
            (f.cue, a.sources)
            for f, a in zip(context.frames, context.done, strict=False)
            if len(a.sources) == 1 and a.sources[0].kind != "person"
        ][-1:]
        cited = _cited_last(context, first)
        if cited is not None and (not told or cited[0] > told[0][0]):
            return (cited[1],)
        if told:
            return told[0][1]
        speakers = last_speakers(context, frame)
        return speakers if len(speakers) == 1 else None
    if same and doc.words[first] in classes["same_speaker"]:
        speakers = last_speakers(context, frame)
        return speakers if len(speakers) == 1 else None
    if doc.words[first] in classes["two_sides"] and last - first > 2:
        return _sides_by_nationality(context, first + 1)
    if doc.words[first] in classes["several_states"] and doc.words[last - 1] in classes["so_many"]:
        return _states_together(context)
    return None


def _cited_last(context: Context, first: int) -> tuple[int, Cluster] | None:
    """وأعلن الوزيران، وفق [البلاغ] ذاته، …. وأكد المصدر ذاته: the paper cited last before ``first``, and where."""
    classes = context.doc.lexicon.word_classes
    for k in range(first - 1, max(first - _CITED, 0), -1):
        found = context.marked.start_of[k]
        if found is None or found.rule != "unnamed_document" or context.doc.infos[k].core not in classes["issued"]:
            continue
        before = context.doc.infos[k - 1]
        if before.cue_kinds & AS_PREPOSITION or before.reports or before.word in classes["speaks_in"]:
            cluster = context.clusters.of.get(id(found))
            return (k, cluster) if cluster is not None else None
    return None


_FEW: Final = 3  # tokens: the noun and an adjective
_CITED: Final = 80  # tokens back to a paper that is cited


def _sides_by_nationality(context: Context, i: int) -> Sequence[Cluster] | None:
    """الجانبان [العراقي والأردني]: the two of these states who hold the same office, else the states where the text names both."""
    lands = [context.doc.match(k, k + 1, "D") for k in (i, i + 1)]
    if lands[0] is None or lands[1] is None or not context.doc.infos[i + 1].conj:
        return None
    codes = [land[2][0].value.split()[0] for land in lands if land is not None]
    told = [c for c in context.clusters.all if c.before(i) >= 0]
    people = [[c for c in told if c.kind == "person" and c.country == code] for code in codes]
    pairs = [(a, b) for a in people[0] for b in people[1] if {o[0] for o in a.offices} & {o[0] for o in b.offices}]
    if pairs:
        return max(pairs, key=lambda pair: min(c.before(i) for c in pair))
    states = [next((c for c in told if c.kind == "country" and c.country == code), None) for code in codes]
    return tuple(c for c in states if c is not None) if all(states) else None


def _states_together(context: Context) -> Sequence[Cluster] | None:
    """أعلنت تونس والجزائر وليبيا …. وأكدت الدول الثلاث …: three or more states that spoke as one."""
    return next(
        (
            a.sources
            for a in reversed(context.done)
            if len(a.sources) > 2 and all(c.kind == "country" for c in a.sources)
        ),
        None,
    )


def noun_phrase_entity(context: Context, first: int, last: int, frame: Frame | None = None) -> Cluster:
    """The entity of a subject that no table knows; ``frame``: of the cue whose subject it is."""
    doc = context.doc
    body = _whose_figures(context, first, last)
    if body is not None:
        return body
    last = _with_those_counted(context, first, last)
    skip = _governed(context, first)
    while last - first > 1 and _adverbial(context, last - 1):
        last -= 1
    joined = is_joined(doc, first)
    skip = int(joined) or skip
    words = [with_article(doc, first) or doc.words[first][skip:], *doc.words[first + 1 : last]]
    apposed = _apposed(context, first, last)
    marked = len(words) > 2 and words[0] in QUOTE_MARKS and words[-1] in QUOTE_MARKS
    key = "U " + " ".join(words[1:-1] if marked else words)  # «سابك» and سابك are one
    known = (
        apposed
        or context.clusters.by_key.get(key)
        or _the_same_two(context, words)
        or _in_another_case(context, words)
        or _surnamed(context, [w for w in words if w not in QUOTE_MARKS])  # وقدم ["العلمي"] تعازيه
        or _described_before(context, first, last)
        or _told_before(context, *_within_marks(doc, first, last))
        or (spoken_of_by_kind(context, frame, first) if frame is not None and last - first < _FEW else None)
    )
    if known is not None:
        cluster = known
    else:
        firm = words[-1].endswith(tuple(doc.lexicon.word_classes["firm_endings"])) and not doc.infos[last - 1].definite
        named = not firm and name_like(context, first, last)
        of_people = doc.infos[first].core in doc.lexicon.word_classes["peoples"]
        plural = not named and (of_people or words[0].endswith(("ون", "ين", "ات")))
        cluster = context.clusters.new(
            "organisation" if firm else "person" if named else "group" if plural else "unnamed", key
        )
        cluster.number = "pl" if plural else "sg"
    found = Found(
        first=first, last=last, skip=skip, kind=cluster.kind, rule="subject_noun_phrase", number=cluster.number  # type: ignore[arg-type]
    )  # fmt: skip
    if cluster.kind == "person" and apposed is None:
        marks = words[0] in QUOTE_MARKS and words[-1] in QUOTE_MARKS
        found.name = (first + 1, last - 1, 0) if marks else (first, last, skip)
        cluster.names.append(name_key(words[1:-1] if marks else words))
    context.clusters.add(cluster, found, "subject_noun_phrase")
    return cluster


def _whose_figures(context: Context, first: int, last: int) -> Cluster | None:
    """بحسب [أرقام الأمم المتحدة], تفيد [تقديرات الصندوق]: the body whose figures they are."""
    doc = context.doc
    inner = context.marked.start_of[first + 1] if last - first > 1 else None
    if inner is None or doc.infos[first].core not in doc.lexicon.word_classes["figures"] or doc.infos[first].definite:
        return None
    whole = inner.kind in ("organisation", "country") and not inner.skip and inner.last >= last
    return context.clusters.of.get(id(inner)) if whole else None


def _the_same_two(context: Context, words: list[str]) -> Cluster | None:
    """وشدد [الطرفان], after وأكد الجانبان: the two who talk, by another noun."""
    names = context.doc.lexicon.word_classes["two_sides"]
    if len(words) != 1 or words[0] not in names:
        return None
    return next((c for name in sorted(names) if (c := context.clusters.by_key.get("U " + name)) is not None), None)


def _in_another_case(context: Context, words: list[str]) -> Cluster | None:
    """ويتوقع [المراقبون], after غير أن المراقبين يؤكدون: the sound plural in its other case."""
    head = words[0]
    if len(words) != 1 or not head.startswith("ال") or not head.endswith(("ين", "ون")):
        return None
    return context.clusters.by_key.get("U " + head[:-2] + ("ون" if head.endswith("ين") else "ين"))


def _within_marks(doc: Document, first: int, last: int) -> tuple[int, int]:
    """وأعربت «[الهيئة]» عن …: what stands in the marks around all of it."""
    marks = last - first > 2 and doc.words[first] in QUOTE_MARKS and doc.words[last - 1] in QUOTE_MARKS
    return (first + 1, last - 1) if marks else (first, last)


def _told_before(context: Context, first: int, last: int) -> Cluster | None:
    """وأوضحت الشركة, after شركة المرجان للملاحة; وقال المدرب, after المدرب سالم العمري; المدرب المغربي too."""
    doc = context.doc
    if last - first > 2 or not doc.infos[first].definite:
        return None
    if last - first == 2:
        return person_told_before(context, first) if doc.match(last - 1, last, "D") else None
    groups = groups_of(context.clusters, first)
    return body_named_before(context, first) or (groups[-1] if groups else person_told_before(context, first))


def _with_the_name(context: Context, first: int, last: int) -> int:
    """وقال المواطن [سالم العمري] إن …: past a name right behind a noun of people."""
    doc = context.doc
    found = context.marked.start_of[last] if last < len(doc.words) else None
    if found is None or found.kind != "person" or not found.name or found.skip or last - first > 1:
        return last
    apart = not doc.infos[first].definite or doc.infos[first].core in doc.lexicon.word_classes["body_heads"]
    return last if apart or found.name[0] != found.first else found.last


def _governed(context: Context, first: int) -> int:
    """وفقا [ل]شبكة …, وسبق [ل]سالم العمري أن قال: letters of a preposition before the noun; none where it is written with the article (للشبكة)."""
    doc = context.doc
    info = doc.infos[first]
    before = doc.infos[first - 1] if first else doc.infos[first]
    issued = before.core in doc.lexicon.word_classes["issued"]  # بيان [ل]سالم العمري
    source = first > 0 and (before.base == "سبق" or issued or any(c.kind == "s" for c in before.cues))
    heads = doc.lexicon.word_classes["body_heads"]  # لبنك, which is a word of its own too
    governed = info.prep == "ل" or (info.word[0] == "ل" and info.word[1:] in heads)
    return 1 if source and governed and not info.conj and not info.word.startswith("لل") else 0


def is_joined(doc: Document, first: int) -> bool:
    """…، [و]حكومة الجنوب تناشد …; right behind the verb it is a letter of the name (وقال فرومان)."""
    return doc.infos[first].conj and doc.words[first].startswith("و") and not (first and doc.infos[first - 1].reports)


def _adverbial(context: Context, i: int) -> bool:
    """أوضح سالم [تفاعلا] مع …: a verbal noun in the accusative tells how or why."""
    word = context.doc.words[i]
    return word.endswith("ا") and bool(context.doc.lexicon.flags_of(word[:-1]) & MASDAR)


def _with_those_counted(context: Context, first: int, last: int) -> int:
    """عديد [من الشركات], مجموعة [من الخبراء]: how many, with the noun of those who are."""
    doc = context.doc
    counted = doc.infos[last - 1].core in doc.lexicon.word_classes["counts"] and last - first == 1
    if doc.words[first].endswith("ون"):
        return last  # سخر كثيرون [من القضية]
    if not counted or last + 1 >= len(doc.words) or doc.words[last] != "من":
        return last
    line = doc.line_at(first)
    return noun_phrase_end(context.marked, last + 1, line.last) if last + 1 < line.last else last


def _apposed(context: Context, first: int, last: int) -> Cluster | None:
    """المتطوع سالم العمري, ضيف تركيا الرئيس الكيني …: who is named behind a noun that is whole without the name."""
    doc = context.doc
    if doc.infos[first].core in doc.lexicon.word_classes["body_heads"]:
        return None
    for k in range(first + 1, last):
        found = context.marked.start_of[k]
        if found is not None and found.kind == "person" and found.name and found.last >= last and not found.skip:
            whole = doc.infos[k - 1].definite or (k - first > 1 and context.marked.inside[k - 1] is not None)
            return context.clusters.of.get(id(found)) if whole and not found.conj else None
    return _set_off(context, first, last)


_REACH: Final = 6  # words between a noun and the commas around the name


def _set_off(context: Context, first: int, last: int) -> Cluster | None:
    """يصف [النازح المقيم في الريف، سالم العمري]، حاله: who is named between commas behind a noun with the article."""
    doc = context.doc
    if not doc.infos[first].definite or doc.infos[first].base.endswith(("ون", "ين", "ات")):
        return None
    end = doc.line_at(first).last
    k = last
    while k < min(last + _REACH, end) and doc.words[k] not in COMMAS:
        info = doc.infos[k]
        if not info.word[0].isalpha() or info.cues or info.verbal or info.particle & COMPLEMENTISER:
            return None
        k += 1
    found = context.marked.start_of[k + 1] if k + 1 < end and doc.words[k] in COMMAS else None
    if found is None or found.kind != "person" or not found.name or found.titles or found.skip:
        return None
    closed = found.last < end and doc.words[found.last] in COMMAS
    return context.clusters.of.get(id(found)) if closed else None


def _surnamed(context: Context, words: list[str]) -> Cluster | None:
    """A surname at speaker's place, even if it is a common word elsewhere (حق, شكري)."""
    key = name_key(words)
    fit = [
        c
        for c in context.clusters.all
        if c.kind == "person" and any((len(n) > len(key) or len(key) > 1) and n[-len(key) :] == key for n in c.names)
    ]
    if not fit and len(key) == 1:
        # وقال فرحان, after فرحان حق: a first name alone, where nobody else has it.
        fit = [
            c for c in context.clusters.all if c.kind == "person" and any(n[:1] == key for n in c.names if len(n) > 1)
        ]
    return fit[0] if len(fit) == 1 else None


def _described_before(context: Context, first: int, last: int) -> Cluster | None:
    """الصحيفة after صحيفة "…"; الضيف البلجيكي: the last person of that nationality."""
    doc = context.doc
    head = with_article(doc, first) or doc.infos[first].base
    if not head.startswith("ال"):
        return None
    word = head.removeprefix("ال")
    demonym = doc.match(first + 1, last, "D") if last - first > 1 else None
    country = demonym[2][0].value.split()[0] if demonym is not None else None
    same = [
        c for c in context.clusters.all
        if c.before(first) >= 0 and any(doc.infos[f.first].base.removeprefix("ال") == word for f in c.founds if f.first < first)
        and (country is None or c.country in (None, country))
    ]  # fmt: skip
    if same:
        return max(same, key=lambda c: c.before(first))
    classes, core = doc.lexicon.word_classes, head.removeprefix("ال")
    is_body = core in classes["body_heads"] or core in classes["collectives"] or doc.lexicon.single(head, "om")
    thing = word in classes["no_person"] or word in classes["papers"] or word in classes["words_told"]
    several = thing or word in classes["publics_of"] or doc.words[first] in classes["two_sides"]
    several = several or doc.infos[first].base.endswith(("ون", "ين", "ات"))
    if (
        country is not None and not is_body and not several
    ):  # البرلمان الكيني, الشعب الكيني: nobody of whom the text told
        feminine = doc.infos[first + 1].base.endswith("ه")  # الصحف البريطانية, الصحيفة البريطانية: no man
        people = [
            c for c in context.clusters.all
            if c.kind == "person" and c.country == country and c.before(first) >= 0
            and (c.gender == "f" if feminine else c.gender != "f")
        ]  # fmt: skip
        if people:
            return max(people, key=lambda c: c.before(first))
    return None


def name_like(context: Context, first: int, last: int) -> bool:
    """One to four words at subject place that read as a name: known name words, or words that no list knows."""
    infos = context.doc.infos[first:last]
    if infos[0].word.endswith("يون") or (len(infos) > 1 and all(x.word.endswith("ون") for x in infos)):
        return False  # انفصاليون موالون
    if infos[0].definite and infos[0].base.endswith("ون") and not infos[0].flags & PERSONAL:
        return False  # المجتمعون
    if infos[0].word.startswith("م") and infos[0].word.endswith("ون") and not infos[0].flags & PERSONAL:
        if context.doc.lexicon.flags_of(infos[0].word[:-2]) & NOUN:
            return False  # مشرعون: the plural of a participle; not ميلتون
    return 0 < len(infos) <= 4 and all(
        x.flags & (PERSONAL | UNKNOWN) and not x.flags & (NOUN | VERB | MASDAR) and not x.prep for x in infos
    )
