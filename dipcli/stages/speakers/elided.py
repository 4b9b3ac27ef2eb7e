"""Speakers of verbs that leave out their subject."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, NOUN, VERB
from dipcli.stages.clusters import Cluster
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.phrases import noun_phrase_end, preposition_before
from dipcli.stages.framing.predicates import can_speak, goes_on_inside, topic_of
from dipcli.stages.speakers.agreement import agrees, fits, may_be_several
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.main_clauses import clause_subject, main_subject
from dipcli.stages.speakers.noun_phrases import noun_phrase_entity
from dipcli.stages.speakers.subjects import asks_somebody, in_clause_of_time, last_speakers
from dipcli.text.marks import COMMAS

_OPENING: Final = 6  # tokens in which a sentence names who acts
_RELATIVE: Final = 16  # tokens from a relative pronoun to the second verb of its clause
_BACK: Final = 2  # sentences before its own in which a paper relays
_JUDGING: Final = frozenset({"condemn", "request", "hope", "express", "praise", "welcome", "thank", "regret", "demand"})
_SPEAKING: Final = ("person", "organisation", "country")


def source_of_the_report_around(context: Context, frame: Frame) -> Attribution | None:
    """… وهو أمر وصفه بالطبيعي, ما سماه «الصمت»: a name given inside a report is its speaker's."""
    if frame.form.kind != "v" or not frame.form.clitic or frame.form.conjunction or frame.rule.speech_act != "describe":
        return None
    for f, answer in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if f.sentence != frame.sentence:
            return None
        if answer.sources and (f.form.kind != "s" or f.says(frame.cue)) and fits(frame, answer.sources):
            found = Attribution("source_elided_in_sentence", "elided", answer.sources)
            found.nested = True
            return found
    return None


def source_elided_in_sentence(context: Context, frame: Frame) -> Attribution | None:
    """و + verb without a subject: who spoke or acted before in the same sentence."""
    if frame.form.kind != "v":
        return None
    these = _these(context, frame)
    if these is not None:
        return Attribution("source_elided_last_speaker", "pronoun", these, (), (frame.cue_last, frame.cue_last + 1))
    teller = _teller(context, frame)
    if teller is not None:
        return Attribution("source_elided_in_sentence", "elided", (teller,))
    own = _speaker_of_himself(context, frame)
    if own is not None:
        return own
    inner = _inner_topic(context, frame)
    inside = (inner,) if inner is not None else _inner_speaker(context, frame) or _of_inner_topic(context, frame)
    if inside:
        answer = Attribution("source_of_inner_clause", "elided", inside)
        answer.nested = True
        return answer
    antecedent = _antecedent(context, frame)
    near = antecedent or _just_told(context, frame) or _of_own_clause(context, frame)
    if near is not None:
        answer = Attribution("source_of_main_verb", "elided", (near,))
        # لكن الوزير الذي زار المدينة وبارك الاتفاق تحرك …: the topic of the sentence speaks on behind it
        answer.nested = antecedent is not None and main_subject(context, frame) is not antecedent
        return answer
    same = [
        a for f, a in context.of_sentence(frame)
        if a.sources and f.form.kind != "s" and (not f.says(frame.cue) or f.content_start == frame.cue)
        and not in_clause_of_time(context, f) and not asks_somebody(f)
    ]  # fmt: skip
    for agreeing in (fits, may_be_several):
        for a in same:
            if agreeing(frame, a.sources) and not (a.nested and not context.is_nested(frame)):
                return Attribution("source_elided_in_sentence", "elided", a.sources)
    sentence = context.doc.segments.sentences[frame.sentence]
    asked = any(asks_somebody(f) for f, _ in context.of_sentence(frame))
    if frame.cue - sentence.first > 2 and not same and not asked:
        main = main_subject(context, frame)
        if main is not None:
            return Attribution("source_of_main_verb", "elided", (main,))
    return None


def _these(context: Context, frame: Frame) -> Sequence[Cluster] | None:
    """وأكد هؤلاء أن …: the group that spoke last."""
    doc = context.doc
    if frame.cue_last >= len(doc.words) or doc.words[frame.cue_last] not in doc.lexicon.word_classes["these_people"]:
        return None
    told = (
        a.sources for a in reversed(context.done) if len(a.sources) > 1 or (a.sources and a.sources[0].number == "pl")
    )
    return next(told, None)


def _antecedent(context: Context, frame: Frame) -> Cluster | None:
    """أشاد الأمير بالوزير الذي زار المدينة وأكد أن …: the second verb of a relative clause goes on its antecedent."""
    doc, marked = context.doc, context.marked
    to_him = frame.cue_last < len(doc.words) and doc.infos[frame.cue_last].particle & P.prepositional_pronoun
    if not frame.form.conjunction or to_him:
        return None  # التفت المدير إلى الوزير الذي جلس قربه وقال له …: to the antecedent
    first = max(doc.segments.sentences[frame.sentence].first, frame.cue - _RELATIVE)
    for k in range(frame.cue - 1, first, -1):
        info = doc.infos[k]
        if not info.word[0].isalnum() or (info.particle & COMPLEMENTISER and marked.inside[k] is None):
            return None
        if info.particle & P.relative_pronoun:
            verb = doc.infos[k + 1 + (doc.infos[k + 1].base in doc.lexicon.word_classes["turns"])]  # الذي [بدوره] رحب
            if not verb.flags & VERB or verb.flags & NOUN:
                return None
            at = k - 2 if doc.words[k - 1] in COMMAS else k - 1
            found = marked.inside[at] if at >= first else None
            cluster = context.clusters.of.get(id(found)) if found is not None and found.kind in _SPEAKING else None
            return cluster if cluster is not None and agrees(frame, cluster) else None
        if k < frame.cue - 1 and info.conj and info.verbal:
            return None
    return None


def _of_own_clause(context: Context, frame: Frame) -> Cluster | None:
    """The subject of a clause with فيما or بينما that begins behind the last report of the sentence."""
    if not frame.form.conjunction or frame.rule.speech_act == "continue":
        return None
    last = next((f for f, _ in context.of_sentence(frame)), None)
    return clause_subject(context, frame, last.cue) if last is not None else None


def _just_told(context: Context, frame: Frame) -> Cluster | None:
    """ومنهم الكاتب فهد الساري إذ قال …; زار الوزير تونس، حيث أكد أن …: who is named right before, or acts in the clause before."""
    doc, marked, k = context.doc, context.marked, frame.cue - 1
    first = doc.segments.sentences[frame.sentence].first
    if frame.form.conjunction or k <= first or doc.infos[k].base not in doc.lexicon.word_classes["where_he"]:
        return None
    found = marked.inside[k - 1]
    if found is None or found.kind != "person":
        found = _acts_before(context, first, k)
    cluster = context.clusters.of.get(id(found)) if found is not None and found.kind == "person" else None
    return cluster if cluster is not None and agrees(frame, cluster) else None


def _acts_before(context: Context, first: int, last: int) -> Found | None:
    """The mention right behind the nearest verb before ``last``."""
    doc, marked = context.doc, context.marked
    for k in range(last - 1, first - 1, -1):
        info = doc.infos[k]
        if marked.inside[k] is not None or not info.flags & VERB or info.flags & NOUN or info.particle:
            continue
        behind = k + 1 + bool(doc.infos[k + 1].particle & P.prepositional_pronoun)
        found = marked.start_of[behind] if behind < last else None
        return found if found is not None and not found.skip and not doc.infos[behind].prep else None
    return None


def _speaker_of_himself(context: Context, frame: Frame) -> Attribution | None:
    """قالت النائبة إنها تتوقع …: what is said begins with a pronoun, which is the speaker's."""
    for f, a in context.of_sentence(frame):
        if f.opener == "comp" and f.content_start == frame.cue - 1 and a.sources and fits(frame, a.sources):
            if context.doc.infos[f.content_start].particle & P.complementiser_pronoun:
                answer = Attribution("source_elided_in_sentence", "elided", a.sources)
                answer.nested = True
                return answer
    return None


def _inner_topic(context: Context, frame: Frame) -> Cluster | None:
    """كشف أن الوزير تحدث إلى المبعوث وأبلغه بأن …: within a content, a verb to somebody of that clause goes on its subject."""
    doc = context.doc
    behind = doc.infos[frame.cue_last] if frame.cue_last < len(doc.words) else None
    told = frame.form.clitic or (behind is not None and behind.particle & P.prepositional_pronoun)
    before = doc.infos[frame.cue - 1] if frame.cue else None
    same = before is not None and before.conj and bool(before.particle & P.complementiser_pronoun)  # … وأنه طالب
    judged = frame.form.conjunction and frame.form.tense == "pa" and frame.rule.speech_act in _JUDGING
    if not (told and frame.form.conjunction) and not same and not judged:
        return None
    for outer, answer in zip(reversed(context.frames[: context.index]), reversed(context.done), strict=False):
        if outer.sentence != frame.sentence:
            return None
        if judged and not told and not same and not _speaks_for_others(answer):
            continue
        if outer.opener == "comp" and 0 <= outer.content_start < frame.cue:
            found = context.marked.start_of[outer.content_start]
            kinds = _SPEAKING if same else ("person",)  # أن [الحكومة] تحقق وأنها ستعلن …
            cluster = context.clusters.of.get(id(found)) if found is not None and found.kind in kinds else None
            return cluster if cluster is not None and agrees(frame, cluster) else None
    return None


def _of_inner_topic(context: Context, frame: Frame) -> Sequence[Cluster]:
    """قال إن الشعب يستنكر هذه الأفعال، [ويؤكد] أن …: the second verb in the present goes on that of the topic, who can speak."""
    marked = context.marked
    outer = next((f for f, _ in context.of_sentence(frame) if f.form.kind == "v"), None)
    if outer is None or not goes_on_inside(marked, outer, frame):
        return ()
    first = topic_of(marked, outer)
    found = marked.start_of[first]
    if found is None:
        end = noun_phrase_end(marked, first, frame.cue)
        return (noun_phrase_entity(context, first, end),) if can_speak(marked, first) else ()
    clusters = [context.clusters.of.get(id(f)) for f in marked.joined(found, frame.cue) if f.kind in _SPEAKING]
    those = tuple(c for c in clusters if c is not None)
    return those if those and fits(frame, those) else ()


def _speaks_for_others(answer: Attribution) -> bool:
    """A body, a spokesman, an official without a name: who judges in its report is oftener of whom it tells."""
    if len(answer.sources) != 1:
        return False
    source = answer.sources[0]
    return source.kind in ("organisation", "unnamed") or any(o[0] == "spokesperson" for o in source.offices)


def _inner_speaker(context: Context, frame: Frame) -> Sequence[Cluster]:
    """قالت إن المستشارة ترى أن … وتأمل أن …, …، كما تأمل أن …: a second verb of the present goes on the first inside what was said."""
    link = context.doc.infos[frame.cue - 1]
    before = [(f, a) for f, a in context.of_sentence(frame) if f.form.kind == "v"]
    if not before or not before[0][1].nested:
        return ()
    inner, answer = before[0]
    if not answer.sources or not fits(frame, answer.sources):
        return ()
    if link.conj and link.particle & P.complementiser_pronoun:
        return answer.sources  # أن القيادة أبلغته أنها … وأنها قالت …
    joined = frame.form.conjunction or link.base in context.doc.lexicon.word_classes["likewise"]
    if not joined or frame.form.tense != "pr" or inner.form.tense != "pr":
        return ()
    outer = next((f for f, a in before if not a.nested), None)
    # In a report told in the present ويضيف goes on the report.
    return answer.sources if outer is not None and outer.form.tense == "pa" else ()


def _teller(context: Context, frame: Frame) -> Cluster | None:
    """وفي تصريح للوزير كمال العلمي قال إن …: whose words they are stands under ل."""
    doc = context.doc
    sentence = doc.segments.sentences[frame.sentence]
    opens = doc.words[sentence.first] in ("في", "وفي", "ففي")
    if frame.form.conjunction or not opens or sentence.first + 1 >= frame.cue:
        return None
    noun, classes = doc.infos[sentence.first + 1].core, doc.lexicon.word_classes
    if noun not in classes["told_in"]:
        return None
    speakers = ("person", "organisation") if noun in classes["issued_by_bodies"] else ("person",)  # وفي بيان للوزارة
    for k in range(sentence.first + 2, min(frame.cue, sentence.first + 5)):
        found = context.marked.start_of[k]
        if found is not None:
            under = found.kind in speakers and doc.infos[k].prep == "ل"
            cluster = context.clusters.of.get(id(found)) if under else None
            return cluster if cluster is not None and agrees(frame, cluster) else None
    return None


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
    if len(last.senders) == 1 and agrees(frame, last.senders[0]):
        return Attribution("source_elided_message_scope", "elided", last.senders)
    return None


def source_elided_last_speaker(context: Context, frame: Frame) -> Attribution | None:
    """وأضاف: the last speaker who agrees, nested ones left out."""
    mouth = _by_whose_mouth(context, frame)
    if mouth is not None:
        return Attribution("source_elided_last_speaker", "elided", (mouth,))
    speakers = last_speakers(context, frame)
    relayer = _relayer(context, frame, speakers)
    if relayer is not None:
        return Attribution("source_elided_last_speaker", "elided", (relayer,))
    if not speakers:
        return None
    actor = _acted_since(context, frame)
    if actor is not None and actor not in speakers and frame.form.kind == "v":
        return Attribution("source_elided_last_speaker", "elided", (actor,))
    return Attribution("source_elided_last_speaker", "elided", speakers)


def _by_whose_mouth(context: Context, frame: Frame) -> Cluster | None:
    """جاء ذلك على لسان [السفيرة سامية الحلبي] في الندوة. وأوضحت أن …: who is told to have said what stands before."""
    doc, n = context.doc, frame.sentence - 1
    if n < 0 or frame.form.kind != "v":
        return None
    sentence = doc.segments.sentences[n]
    for k in range(sentence.first, min(sentence.first + _OPENING, sentence.last - 1)):
        if doc.words[k] in doc.lexicon.word_classes["by_mouth"]:
            found = context.marked.start_of[k + 1]
            cluster = context.clusters.of.get(id(found)) if found is not None and found.kind == "person" else None
            return cluster if cluster is not None and agrees(frame, cluster) else None
    return None


def _relayer(context: Context, frame: Frame, speakers: Sequence[Cluster]) -> Cluster | None:
    """ونقلت صحيفة «الأفق» عن المدير قوله إن …. وأضافت: of a woman who spoke before it no word, the paper goes on."""
    if frame.form.agreement != "fs" or frame.form.kind != "v":
        return None
    doc, marked, sentences = context.doc, context.marked, context.doc.segments.sentences
    spoke = max((a.span[0] for a in context.done if a.span is not None and a.sources == tuple(speakers)), default=-1)
    for n in range(frame.sentence - 1, max(frame.sentence - _BACK, 0) - 1, -1):
        first = sentences[n].first
        if sentences[n].line != frame.line or first <= spoke:
            return None
        relays = any(
            c.kind == "v" and c.agreement == "fs" and doc.lexicon.cue_rules[c.rule].speech_act == "relay"
            for c in doc.infos[first].cues
        )
        found = marked.start_of[first + 1] if relays else None
        cluster = context.clusters.of.get(id(found)) if found is not None and found.kind == "organisation" else None
        if cluster is not None:
            return cluster
    return None


def _acted_since(context: Context, frame: Frame) -> Cluster | None:
    """تحدث الوزير …. ثم غادر السفير القاعة. وقال …: who acts in the sentence right before, where nobody speaks in it."""
    n = frame.sentence - 1
    sentences, marked = context.doc.segments.sentences, context.marked
    if n < 0 or sentences[n].line != frame.line or any(f.sentence == n for f in context.frames[: context.index]):
        return None
    sentence = sentences[n]
    if any(f.says(sentence.first) for f in context.frames[: context.index]) or frame.rule.speech_act == "continue":
        return None
    i = sentence.first
    while i < min(sentence.first + _OPENING, sentence.last):
        found = marked.start_of[i]
        if found is not None:
            cluster = context.clusters.of.get(id(found))
            free = cluster is not None and not preposition_before(marked, sentence.first, i, found)
            if found.kind == "person" and free and cluster is not None and agrees(frame, cluster):
                return cluster
            return None
        i += 1
    return None
