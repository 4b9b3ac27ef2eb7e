"""Who says it: an ordered tuple of sieves, each named as a sentence, each answering with a source and its reasons."""

from collections.abc import Callable, Sequence

from dipcli.model import SourceResolution
from dipcli.rules.match import MASDAR, NOUN, PERSONAL, UNKNOWN, VERB, P
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import preposition_before
from dipcli.stages.framing.signs import SAME
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.stages.naming import name_key


class Attribution:
    """The source of a frame as a sieve named it."""

    __slots__ = ("confidence", "found", "nested", "rejected", "resolution", "sieve", "sources", "span")

    def __init__(
        self, sieve: str, resolution: SourceResolution, sources: Sequence[Cluster], confidence: float,
        found: Sequence[Found] = (), span: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        self.sieve = sieve
        self.resolution = resolution
        self.sources = tuple(sources)
        self.confidence = confidence
        self.found = tuple(found)
        self.span = span
        self.nested = False
        self.rejected: list[tuple[Cluster, str]] = []


class Context:
    """What the sieves look back on: attributions so far, in text order."""

    __slots__ = ("clusters", "contacts", "doc", "done", "frames", "holders", "index", "marked")

    def __init__(
        self,
        doc: Document,
        marked: MarkedText,
        frames: Sequence[Frame],
        clusters: Clusters,
        contacts: Sequence[Contact],
    ) -> None:
        self.doc = doc
        self.marked = marked
        self.frames = frames
        self.clusters = clusters
        self.contacts = contacts
        self.done: list[Attribution] = []
        self.holders: dict[int, Cluster] = {}  # serial of an office told without its holder -> its holder
        self.index = 0


Sieve = Callable[[Context, Frame], Attribution | None]


def attribute(context: Context) -> list[Attribution]:
    """One attribution a frame, in order; ``resolution`` none where no sieve could name anybody."""
    for n, frame in enumerate(context.frames):
        context.index = n
        for sieve in SIEVES:
            answer = sieve(context, frame)
            if answer is not None:
                break
        else:
            answer = Attribution("nobody", "none", (), 0.3)
        answer.nested = answer.nested or _is_nested(context, frame)
        context.done.append(answer)
    return context.done


def without_orphans(frames: Sequence[Frame], answers: Sequence[Attribution]) -> tuple[list[Frame], list[Attribution]]:
    """Participles that nobody can be the subject of are no reports (مرحبا بالزوار): they are dropped."""
    both = list(zip(frames, answers, strict=True))
    spoken = {f.sentence for f, a in both if f.opener != "before" and a.sources and not a.nested}
    kept = [(f, a) for f, a in both if (a.sources or f.form.kind != "p") and not _relays(f, a, spoken)]
    return [f for f, _ in kept], [a for _, a in kept]


def _relays(frame: Frame, answer: Attribution, spoken: set[int]) -> bool:
    """… قال الوزير إن …، وفق ما نقلت الوكالة: who only passes on what a named speaker said is no source of it."""
    if frame.form.kind not in "sv" or frame.opener != "before" or frame.sentence not in spoken:
        return False
    return bool(answer.sources) and all(any(f.rule == "table_m" for f in c.founds) for c in answer.sources)


def _is_nested(context: Context, frame: Frame) -> bool:
    """Does the cue stand inside what an earlier frame of the line says, not cut off from it?"""
    for other in context.frames[: context.index]:
        if other.line == frame.line and any(a <= frame.cue < b for a, b in other.content):
            return True
    return False


# -- sieves ----------------------------------------------------------------------------------------------------------


def source_of_resumptive_clause(context: Context, frame: Frame) -> Attribution | None:
    """… اتصالا من الوزير أدان فيه الهجوم, برقية هنأ فيها الرئيس: a clause on the contact has its sender for subject."""
    doc = context.doc
    if frame.form.kind != "v" or frame.form.conjunction or frame.cue_last >= len(doc.words):
        return None
    if doc.words[frame.cue_last] not in doc.lexicon.word_classes["resumptives"]:
        return None
    for contact in reversed(context.contacts):
        if contact.sentence == frame.sentence and contact.token < frame.cue and len(contact.senders) == 1:
            sender = contact.senders[0]
            if not _agrees(frame, sender):
                return None
            if "object" in frame.rule.addressee and frame.subject_side == "after":
                frame.addressees += [("object", f) for f in frame.subjects]
            return Attribution("source_of_resumptive_clause", "elided", (sender,), 0.88)
    return None


def source_named_with_the_cue(context: Context, frame: Frame) -> Attribution | None:
    """A mention is the subject, after the verb or before it."""
    if not frame.subjects:
        return None
    lone = frame.subjects[0]
    if lone.name is None and len(frame.subjects) == 1 and frame.form.kind != "q":
        pointed = _pointed_at(context, frame, lone.first, lone.last)
        if pointed is not None:
            return Attribution("source_noun_phrase", "pronoun", pointed, 0.75, (), (lone.first, lone.last))
    sources = []
    for found in frame.subjects:
        cluster = context.clusters.of.get(id(found))
        if cluster is None:
            continue
        if (
            frame.form.agreement == "fs"
            and cluster.kind == "person"
            and frame.subject_side == "after"
            and found.gender == "f"
        ):
            cluster.gender = "f"
        cluster = context.holders.get(cluster.serial, cluster)
        members = context.clusters.members.get(id(found)) or (_behind_document(context, frame, found, cluster),)
        sources += [c for c in members if c not in sources]
    if not sources:
        return None
    office = context.clusters.of.get(id(frame.apposed)) if frame.apposed is not None else None
    if office is not None and not office.names and len(sources) == 1:
        context.holders[office.serial] = sources[0]
    first = frame.subjects[0]
    resolution: SourceResolution = "explicit" if first.name or first.kind != "person" else "title"
    sieve = "source_after_verb" if frame.subject_side == "after" else "source_before_verb"
    if frame.form.kind == "q":
        sieve = "source_headline_colon"
    if frame.form.kind == "s":
        sieve = "source_after_according_to"
    if frame.form.kind == "m":
        sieve = "source_of_masdar"
    span = (frame.subjects[0].first, frame.subjects[-1].last)
    return Attribution(
        sieve, resolution, sources, 0.93 if frame.subject_side == "after" else 0.85, frame.subjects, span
    )


def _behind_document(context: Context, frame: Frame, found: Found, cluster: Cluster) -> Cluster:
    """البيان, الرسالة stand for who issued them, when somebody before did."""
    if found.rule != "unnamed_document":
        return cluster
    issuer = _issuer(context, found)
    if issuer is not None:
        return issuer
    j = found.last
    if j < len(context.doc.words) and context.doc.infos[j].definite and is_person_noun(context.marked, j):
        return _noun_phrase_entity(context, j, j + 1)  # بيان المنظمة, بلاغ للوزارة
    head = context.doc.infos[found.first]
    if not head.definite and head.core not in ("بيان", "بلاغ"):
        return cluster  # a report or a study that was not told of before
    for answer in reversed(context.done[-4:]):
        if answer.sources:
            return answer.sources[0]
    return cluster


def _issuer(context: Context, document: Found) -> Cluster | None:
    """بيان لوزارة …, بيان صادر عن …, تقرير منظمة …: who stands in the genitive or after ل or عن."""
    doc, marked = context.doc, context.marked
    j = document.last
    while j < min(document.last + 7, len(doc.words)):
        found = marked.start_of[j]
        if found is None:
            info = doc.infos[j]
            if info.definite and not info.prep and is_person_noun(marked, j) and doc.words[j - 1] in ("عن", "من"):
                return _noun_phrase_entity(context, j, j + 1)
            if (
                not info.word[0].isalpha()
                or info.particle & (P["complementiser"] | P["complementiser_pronoun"])
                or info.conj
            ):
                return None
            j += 1
            continue
        if found.kind in ("organisation", "person", "country"):
            return context.clusters.of.get(id(found))
        return None
    return None


def source_is_a_noun_phrase(context: Context, frame: Frame) -> Attribution | None:
    """The subject is no mention that a table or grammar knows: it becomes an entity of its own."""
    if frame.noun_phrase is None:
        return None
    first, last = frame.noun_phrase
    if frame.form.kind == "m":
        return None
    pointed = _pointed_at(context, frame, first, last)
    if pointed is not None:
        return Attribution("source_noun_phrase", "pronoun", pointed, 0.75, (), (first, last))
    if frame.form.kind == "q":
        return Attribution(
            "source_headline_colon", "explicit", (_noun_phrase_entity(context, first, last),), 0.75, (), (first, last)
        )
    cluster = _noun_phrase_entity(context, first, last)
    if frame.form.agreement == "fs" and cluster.gender is None:
        cluster.gender = "f"  # the verb tells it
    return Attribution("source_noun_phrase", "explicit", (cluster,), 0.7, (), (first, last))


def _pointed_at(context: Context, frame: Frame, first: int, last: int) -> Sequence[Cluster] | None:
    """الأخير: whom the text named last; المتحدث ذاته, المصدر نفسه: who spoke last."""
    doc = context.doc
    classes = doc.lexicon.word_classes
    if last - first == 1 and doc.words[first] in ("الاخير", "الاخيره"):
        people = [
            c
            for c in context.clusters.all
            if c.kind == "person" and c.before(first) >= first - 60 and _agrees(frame, c)
        ]
        nearest = max(people, key=lambda c: c.before(first)) if people else _nearest_before(context, frame)
        return (nearest,) if nearest is not None else None
    behind = doc.words[last] if last < len(doc.words) else ""
    before = doc.words[first - 1] if first else ""
    same = not classes["same_words"].isdisjoint((doc.words[last - 1], behind)) or before in SAME
    if same and doc.words[first].endswith("المصدر"):
        told = [a.sources for a in context.done[-6:] if len(a.sources) == 1 and a.sources[0].kind != "person"]
        return told[-1] if told else None
    if same and doc.words[first] in classes["same_speaker"]:
        speakers = _last_speakers(context, frame)
        return speakers if len(speakers) == 1 else None
    return None


def _noun_phrase_entity(context: Context, first: int, last: int) -> Cluster:
    doc = context.doc
    words = doc.words[first:last]
    known = (
        context.clusters.by_key.get("U " + " ".join(words))
        or _surnamed(context, words)
        or _described_before(context, first, last)
    )
    if known is not None:
        cluster = known
    else:
        named = _name_like(context, first, last)
        plural = not named and words[0].endswith(("ون", "ين", "ات"))
        cluster = context.clusters.new("person" if named else "group" if plural else "unnamed", "U " + " ".join(words))
        cluster.number = "pl" if plural else "sg"
    found = Found(first=first, last=last, skip=0, kind=cluster.kind, rule="subject_noun_phrase", number=cluster.number)  # type: ignore[arg-type]
    if cluster.kind == "person":
        found.name = (first, last, 0)
        cluster.names.append(name_key(words))
    context.clusters.add(cluster, found, "subject_noun_phrase")
    return cluster


def _surnamed(context: Context, words: list[str]) -> Cluster | None:
    """A surname at speaker's place, even if it is a common word elsewhere (حق, شكري)."""
    key = name_key(words)
    fit = [
        c
        for c in context.clusters.all
        if c.kind == "person" and any(len(n) > len(key) and n[-len(key) :] == key for n in c.names)
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
    head = doc.infos[first].base
    if not head.startswith("ال"):
        return None
    word = head.removeprefix("ال")
    same = [
        c for c in context.clusters.all
        if c.before(first) >= 0 and any(doc.infos[f.first].base.removeprefix("ال") == word for f in c.founds if f.first < first)
    ]  # fmt: skip
    if same:
        return max(same, key=lambda c: c.before(first))
    demonym = doc.match(first + 1, last, "D") if last - first > 1 else None
    if demonym is not None:
        country = demonym[2][0].value.split()[0]
        people = [
            c for c in context.clusters.all if c.kind == "person" and c.country == country and c.before(first) >= 0
        ]
        if people:
            return max(people, key=lambda c: c.before(first))
    return None


def _name_like(context: Context, first: int, last: int) -> bool:
    """One to four words at subject place that read as a name: known name words, or words that no list knows."""
    infos = context.doc.infos[first:last]
    return 0 < len(infos) <= 4 and all(
        x.flags & (PERSONAL | UNKNOWN) and not x.flags & (NOUN | VERB | MASDAR) and not x.prep for x in infos
    )


def source_of_participle(context: Context, frame: Frame) -> Attribution | None:
    """مؤكدا, مشيرا إلى: the outermost speaker of the sentence, else the subject of its main verb."""
    if frame.form.kind != "p":
        return None
    sentence = context.doc.segments.sentences[frame.sentence]
    earlier = [
        (f, a) for f, a in zip(context.frames, context.done, strict=False)
        if f.cue >= sentence.first and f.cue < frame.cue and f.sentence == frame.sentence and a.sources and not a.nested
        and f.form.kind != "s"
    ]  # fmt: skip
    sender = _sender_in_sentence(context, frame)
    if sender is not None and not earlier:
        return Attribution("source_elided_message_scope", "elided", (sender,), 0.85)
    if earlier:
        nested = _nested_just_before(context, frame)
        own = nested or _agreeing_inside(context, frame, earlier[-1][1]) or earlier[-1][1]
        answer = Attribution("source_of_participle", "elided", own.sources, 0.9)
        answer.nested = own is not earlier[-1][1]
        return answer
    main = _main_subject(context, frame)
    if main is not None:
        return Attribution("source_of_main_verb", "elided", (main,), 0.75)
    return None


def _agreeing_inside(context: Context, frame: Frame, outer: Attribution) -> Attribution | None:
    """قال المتحدث إن تركيا تدين الهجوم، داعية إلى …: a feminine participle is not his, but the country's inside."""
    speaker = outer.sources[0]
    if frame.form.agreement != "fs" or speaker.kind != "person" or speaker.gender == "f" or len(outer.sources) > 1:
        return None
    for f, answer in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if f.sentence != frame.sentence:
            return None
        if answer is outer and speaker.gender != "m":
            return None
        if answer.nested and answer.sources and answer.sources[0].kind in ("country", "organisation"):
            return answer if _agrees(frame, answer.sources[0]) or answer.sources[0].gender == "f" else None
    return None


def _nested_just_before(context: Context, frame: Frame) -> Attribution | None:
    """قال المتحدث إن الرئيس أكد …، مشيرا: the participle belongs to the report inside, when that has its own subject."""
    for f, answer in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if f.sentence != frame.sentence:
            return None
        if f.form.kind == "v":
            explicit = (
                answer.nested and f.subject_side == "before" and bool(f.subjects) and f.subjects[0].kind == "person"
            )
            return answer if explicit else None
    return None


def _sender_in_sentence(context: Context, frame: Frame) -> Cluster | None:
    """تلقى الملك برقية من الرئيس أعرب فيها …: inside a received message its sender speaks."""
    for contact in reversed(context.contacts):
        if (
            contact.sentence == frame.sentence
            and contact.token < frame.cue
            and contact.inverted
            and len(contact.senders) == 1
        ):
            return contact.senders[0] if _agrees(frame, contact.senders[0]) else None
    return None


def _past_subordinate(doc: Document, first: int, cue: int) -> int:
    """وعندما سأله صحفي عن …، [اعتبر]: past the clause of time, whose subject is not the main verb's."""
    particle = doc.infos[first].particle
    if not particle & P["subordinator"] or particle & P["auxiliary"]:  # كأن folds like كان
        return first
    comma = next((i for i in range(first, cue) if doc.words[i] in ("،", ",")), None)
    return first if comma is None else comma + 1


def _in_clause_of_time(context: Context, frame: Frame) -> bool:
    """Does the cue stand in a clause of time ahead of its sentence's main verb (عندما سأله صحفي …، اعتبر)?"""
    sentence = context.doc.segments.sentences[frame.sentence]
    return frame.cue < _past_subordinate(context.doc, sentence.first, sentence.last)


def _main_subject(context: Context, frame: Frame) -> Cluster | None:
    """Subject of the sentence's first verb, or its topic: the first person or body before the cue under no preposition."""
    doc, marked = context.doc, context.marked
    sentence = doc.segments.sentences[frame.sentence]
    i = _past_subordinate(doc, sentence.first, frame.cue)
    while i < frame.cue:
        found = marked.start_of[i]
        if found is None:
            i += 1
            continue
        cluster = context.clusters.of.get(id(found))
        prep = preposition_before(marked, _AT_START, i, found) if i > sentence.first else ""
        if cluster is not None and found.kind in ("person", "organisation", "country", "unnamed", "group") and not prep:
            if _agrees(frame, cluster) and found.rule != "unnamed_document":
                return cluster
        i = found.last
    return None


class _Start:
    cue_last = 0


_AT_START: Frame = _Start()  # type: ignore[assignment]


def source_of_masdar_ahead(context: Context, frame: Frame) -> Attribution | None:
    """ولدى تشديده على أن …، قال الرئيس: the pronoun points forward to the subject of the main verb."""
    if frame.form.kind != "m" or not frame.form.agreement:
        return None
    doc = context.doc
    sentence = doc.segments.sentences[frame.sentence]
    if frame.cue - sentence.first <= 3:
        for other in context.frames[context.index + 1 :]:
            if other.sentence != frame.sentence:
                break
            if other.subjects:
                cluster = context.clusters.of.get(id(other.subjects[0]))
                if cluster is not None and _agrees(frame, cluster):
                    return Attribution("source_of_masdar_ahead", "cataphoric", (cluster,), 0.85)
    nearest = _relayed_before(context, frame, sentence.first) or _nearest_before(context, frame)
    if nearest is not None:
        return Attribution("source_of_masdar_pronoun", "pronoun", (nearest,), 0.65)
    return None


def _relayed_before(context: Context, frame: Frame, first: int) -> Cluster | None:
    """نقلت الوكالة عن مصدر مطلع قوله إن …: who stands under عن."""
    doc = context.doc
    for k in range(frame.cue - 2, max(first, frame.cue - 22), -1):
        if doc.words[k] == "عن":
            found = context.marked.start_of[k + 1]
            return context.clusters.of.get(id(found)) if found is not None and found.kind != "place" else None
    return None


def _nearest_before(context: Context, frame: Frame) -> Cluster | None:
    sentence = context.doc.segments.sentences[frame.sentence]
    for i in range(frame.cue - 1, sentence.first - 1, -1):
        found = context.marked.start_of[i]
        if found is not None:
            cluster = context.clusters.of.get(id(found))
            if cluster is not None and found.kind in ("person", "organisation", "country") and _agrees(frame, cluster):
                return cluster
    speakers = _last_speakers(context, frame)
    return speakers[0] if len(speakers) == 1 else None


def _inner_topic(context: Context, frame: Frame) -> Cluster | None:
    """كشف أن الوزير تحدث إلى المبعوث وأبلغه بأن …: within a content, a verb to somebody of that clause goes on its subject."""
    doc = context.doc
    behind = doc.infos[frame.cue_last] if frame.cue_last < len(doc.words) else None
    told = frame.form.clitic or (behind is not None and behind.particle & P["prepositional_pronoun"])
    before = doc.infos[frame.cue - 1] if frame.cue else None
    same = before is not None and before.conj and bool(before.particle & P["complementiser_pronoun"])  # … وأنه طالب
    if not (told and frame.form.conjunction) and not same:
        return None
    for outer in reversed(context.frames[: context.index]):
        if outer.sentence != frame.sentence:
            return None
        if outer.opener == "comp" and 0 <= outer.content_start < frame.cue:
            found = context.marked.start_of[outer.content_start]
            cluster = context.clusters.of.get(id(found)) if found is not None and found.kind == "person" else None
            return cluster if cluster is not None and _agrees(frame, cluster) else None
    return None


def source_of_the_report_around(context: Context, frame: Frame) -> Attribution | None:
    """… وهو أمر وصفه بالطبيعي, ما سماه «الصمت»: a name given inside a report is its speaker's."""
    if frame.form.kind != "v" or not frame.form.clitic or frame.form.conjunction or frame.rule.speech_act != "describe":
        return None
    for f, answer in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if f.sentence != frame.sentence:
            return None
        if answer.sources and (f.form.kind != "s" or _content_covers(f, frame)) and _fits(frame, answer.sources):
            found = Attribution("source_elided_in_sentence", "elided", answer.sources, 0.85)
            found.nested = True
            return found
    return None


def source_elided_in_sentence(context: Context, frame: Frame) -> Attribution | None:
    """و + verb without a subject: who spoke or acted before in the same sentence."""
    if frame.form.kind != "v":
        return None
    teller = _teller(context, frame)
    if teller is not None:
        return Attribution("source_elided_in_sentence", "elided", (teller,), 0.8)
    inner = _inner_topic(context, frame)
    if inner is not None:
        answer = Attribution("source_of_inner_clause", "elided", (inner,), 0.8)
        answer.nested = True
        return answer
    same = [
        (f, a) for f, a in zip(context.frames, context.done, strict=False)
        if f.sentence == frame.sentence and a.sources and f.form.kind != "s" and not _content_covers(f, frame)
        and not _in_clause_of_time(context, f)
    ]  # fmt: skip
    for _f, a in reversed(same):
        if _fits(frame, a.sources) and not (a.nested and not _is_nested(context, frame)):
            return Attribution("source_elided_in_sentence", "elided", a.sources, 0.88)
    sentence = context.doc.segments.sentences[frame.sentence]
    if frame.cue - sentence.first > 2 and not same:
        main = _main_subject(context, frame)
        if main is not None:
            return Attribution("source_of_main_verb", "elided", (main,), 0.72)
    return None


def _teller(context: Context, frame: Frame) -> Cluster | None:
    """وفي تصريح للوزير كمال العلمي قال إن …: whose words they are stands under ل."""
    doc = context.doc
    sentence = doc.segments.sentences[frame.sentence]
    if frame.form.conjunction or doc.infos[sentence.first].base != "في" or sentence.first + 1 >= frame.cue:
        return None
    if doc.infos[sentence.first + 1].core not in doc.lexicon.word_classes["told_in"]:
        return None
    for k in range(sentence.first + 2, min(frame.cue, sentence.first + 5)):
        found = context.marked.start_of[k]
        if found is not None:
            under = found.kind == "person" and found.skip > 0 and doc.infos[k].prep == "ل"
            cluster = context.clusters.of.get(id(found)) if under else None
            return cluster if cluster is not None and _agrees(frame, cluster) else None
    return None


def _content_covers(outer: Frame, inner: Frame) -> bool:
    return any(a <= inner.cue < b for a, b in outer.content)


def source_elided_message_scope(context: Context, frame: Frame) -> Attribution | None:
    """بعث X برقية إلى Y. وأعرب فيها عن …: nobody has spoken since the contact was told, so its own subject does."""
    if frame.form.kind != "v":
        return None
    told = [c for c in context.contacts if c.token < frame.cue]
    if not told:
        return None
    last = told[-1]
    if last.kind != "letter":
        return None
    sentences = context.doc.segments.sentences
    if sentences[frame.sentence].line - sentences[last.sentence].line > 1:
        return None
    if any(f.cue > last.token and a.sources for f, a in zip(context.frames, context.done, strict=False)):
        return None
    subject = last.receivers if last.inverted and last.kind != "letter" else last.senders
    if len(subject) == 1 and _agrees(frame, subject[0]):
        return Attribution("source_elided_message_scope", "elided", subject, 0.78)
    return None


def source_elided_last_speaker(context: Context, frame: Frame) -> Attribution | None:
    """وأضاف: the last speaker who agrees, nested ones left out."""
    speakers = _last_speakers(context, frame)
    if not speakers:
        return None
    return Attribution("source_elided_last_speaker", "elided", speakers, 0.8)


def _last_speakers(context: Context, frame: Frame) -> Sequence[Cluster]:
    for f, a in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if a.nested or not a.sources or (f.form.kind == "s" and f.opener == "before"):
            continue
        if _in_clause_of_time(context, f):
            continue
        if context.doc.segments.lines[f.line].kind == "headline" and f.line != frame.line:
            continue
        if _fits(frame, a.sources):
            return a.sources
    best: tuple[int, Cluster] | None = None
    for cluster in context.clusters.all:
        if cluster.kind == "person" and _agrees(frame, cluster):
            at = cluster.before(frame.cue)
            if at >= 0 and (best is None or at > best[0]):
                best = (at, cluster)
    return (best[1],) if best else ()


def _fits(frame: Frame, sources: Sequence[Cluster]) -> bool:
    """Several speak in the dual or the plural, one agrees with the verb."""
    agreement = frame.form.agreement
    if len(sources) > 1:
        return not agreement or agreement[1] in "dp"
    return all(_agrees(frame, c) for c in sources)


def _agrees(frame: Frame, cluster: Cluster) -> bool:
    """Gender and number of the cue against the entity's."""
    agreement = frame.form.agreement
    if not agreement:
        return True
    if agreement[1] == "d":
        return cluster.number in ("du", "pl") or cluster.kind == "group"
    if agreement[1] == "p":
        return cluster.number != "sg" or cluster.kind == "group"
    if agreement == "fs":
        return (
            cluster.gender == "f"
            or cluster.kind in ("country",)
            or (cluster.kind == "group" and cluster.number == "pl")
        )
    if agreement == "ms" and frame.form.kind in "vp":
        return (
            not (cluster.gender == "f" and cluster.kind in ("person", "country", "organisation"))
            and cluster.number == "sg"
        )
    return True


SIEVES: tuple[Sieve, ...] = (
    source_of_resumptive_clause,
    source_named_with_the_cue,
    source_is_a_noun_phrase,
    source_of_participle,
    source_of_masdar_ahead,
    source_of_the_report_around,
    source_elided_in_sentence,
    source_elided_message_scope,
    source_elided_last_speaker,
)
