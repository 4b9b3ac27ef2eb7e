"""Speakers of participles and verbal nouns."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import NOUN, VERB
from dipcli.stages.clusters import Cluster
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.masdars import LIGHT
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.stages.speakers.agreement import agrees, fits
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.main_clauses import clause_subject, main_subject, unlisted_right_before
from dipcli.stages.speakers.noun_phrases import country_of_the_speaker, name_like, noun_phrase_entity, pointed_at
from dipcli.stages.speakers.subjects import nearest_before
from dipcli.text.marks import COMMAS


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
        return Attribution("source_elided_message_scope", "elided", (sender,))
    if earlier:
        of_clause = _rejecting(context, frame)
        if of_clause is None and not fits(frame, earlier[-1][1].sources):
            of_clause = clause_subject(context, frame, earlier[-1][0].cue)  # أعلنت اللجنة …، فيما رفض الوزير …، معلنا
        if of_clause is not None:
            return Attribution("source_of_main_verb", "elided", (of_clause,))
        several = _several_inside(context, frame, *earlier[-1])
        if several is not None:
            return several
        nested = _nested_just_before(context, frame)
        agreeing = _last_agreeing(frame, [a for _, a in earlier])
        own = nested or _agreeing_inside(context, frame, earlier[-1][1]) or agreeing
        answer = Attribution("source_of_participle", "elided", own.sources)
        answer.nested = own is not earlier[-1][1] and own is not agreeing
        return answer
    main = main_subject(context, frame)
    if frame.form.agreement in ("md", "mp") and (main is None or not fits(frame, (main,))):
        both = _sides_of(context, frame, 0)
        if both:
            return Attribution("source_of_main_verb", "elided", both)
    if main is not None:
        return Attribution("source_of_main_verb", "elided", (main,))
    return None


def _last_agreeing(frame: Frame, told: list[Attribution]) -> Attribution:
    """قال المدير …، فيما أعلنت الوزارة …، مشيرا: the last of those told who agrees; a man whose gender is misread stays."""
    last = told[-1]
    if frame.form.agreement == "ms" and last.sources[0].kind in ("person", "unnamed"):
        return last
    return next((a for a in reversed(told) if fits(frame, a.sources)), last)


def _rejecting(context: Context, frame: Frame) -> Cluster | None:
    """قال المدير إن …، وهو ما رفضه الأب، مبينا أن …: who has just done something about what was said speaks next."""
    doc, marked, k = context.doc, context.marked, frame.cue - 1
    if frame.form.conjunction or doc.words[k] not in COMMAS:
        return None
    found = marked.inside[k - 1]
    first = found.first if found is not None else k - 1
    verb = doc.infos[first - 1]
    before = doc.infos[first - 2].base
    if not verb.word.endswith("ه") or not verb.flags & VERB or before not in ("ما", "الذي") or first - 3 < 0:
        return None
    if doc.words[first - 3] not in doc.lexicon.word_classes["which_is"]:
        return None
    if found is not None:
        cluster = context.clusters.of.get(id(found)) if found.kind == "person" else None
        return cluster if cluster is not None and agrees(frame, cluster) else None
    actor = is_person_noun(marked, first) or doc.infos[first].core in doc.lexicon.word_classes["actors"]
    feminine = doc.infos[first].core.endswith("ه")
    if not actor or feminine != (frame.form.agreement == "fs"):
        return None
    return noun_phrase_entity(context, first, k)


def _several_inside(context: Context, frame: Frame, around: Frame, outer: Attribution) -> Attribution | None:
    """أفاد المصدر بأن الوزيرين التقيا …، مؤكدين أن …: of one speaker no dual; the two of whom he tells."""
    if frame.form.agreement[1:] not in ("d", "p") or fits(frame, outer.sources) or len(outer.sources) != 1:
        return None
    if outer.sources[0].kind not in ("person", "unnamed") or around.form.agreement != "ms":
        return None
    sentence = context.doc.segments.sentences[frame.sentence]
    for k in range(frame.cue - 1, sentence.first - 1, -1):
        found = context.marked.start_of[k]
        if found is None or found.number == "sg" or found.kind == "place" or not around.says(k):
            continue
        own = context.clusters.of.get(id(found))
        members = context.clusters.members.get(id(found)) or ((own,) if own is not None else ())
        if members:
            answer = Attribution("source_of_participle", "elided", members)
            answer.nested = True
            return answer
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
            return answer if agrees(frame, answer.sources[0]) or answer.sources[0].gender == "f" else None
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
            return contact.senders[0] if agrees(frame, contact.senders[0]) else None
    return None


def source_of_masdar_ahead(context: Context, frame: Frame) -> Attribution | None:
    """ولدى تشديده على أن …، قال الرئيس: the pronoun points forward to the subject of the main verb."""
    if frame.form.kind != "m":
        return None
    gone_to = frame.cue > 0 and _is_gone_to(context.doc.words[frame.cue - 1]) and not frame.form.agreement
    if frame.form.preposition or frame.object_range is not None or gone_to:
        # وسارعت تونس إلى التأكيد أن …, حاول الدفاع عنه بقوله إن …, اتصل به لشكره على …: who acts in the clause
        main = _acts_right_before(context, frame) or _goes_on(context, frame) or main_subject(context, frame)
        if main is not None:
            return Attribution("source_of_main_verb", "elided", (main,))
    if not frame.form.agreement:
        return _both_sides(context, frame)
    doc = context.doc
    sentence = doc.segments.sentences[frame.sentence]
    if frame.cue - sentence.first <= 3:
        for other in context.frames[context.index + 1 :]:
            if other.sentence != frame.sentence:
                break
            if other.subjects:
                cluster = context.clusters.of.get(id(other.subjects[0]))
                if cluster is not None and agrees(frame, cluster):
                    return Attribution("source_of_masdar_ahead", "cataphoric", (cluster,))
    nearest = (
        _relayed_before(context, frame, sentence.first)
        or unlisted_right_before(context, frame)
        or nearest_before(context, frame)
    )
    if nearest is not None and not (nearest.kind == "place" and frame.form.agreement == "ms"):
        return Attribution("source_of_masdar_pronoun", "pronoun", (nearest,))
    return None


def _acts_right_before(context: Context, frame: Frame) -> Cluster | None:
    """تضمن المقال رأي المدير …، واختتمه [الوزير] بقوله: the subject of the verb to which بقوله belongs."""
    found = context.marked.inside[frame.cue - 1] if frame.cue else None
    if found is None or found.kind != "person" or found.skip or found.first == 0 or frame.form.preposition != "ب":
        return None
    verb = context.doc.infos[found.first - 1]
    cluster = context.clusters.of.get(id(found))
    acts = verb.flags & VERB and not verb.flags & NOUN and not verb.particle
    return cluster if acts and cluster is not None and agrees(frame, cluster) else None


def _goes_on(context: Context, frame: Frame) -> Cluster | None:
    """أكد الرئيس أن [بلاده] تواصل حث …: who stands before the verb of going on that governs the verbal noun."""
    doc, k = context.doc, frame.cue - 2
    verb = doc.infos[frame.cue - 1]
    rules = doc.lexicon.cue_rules
    if k < 0 or not any(c.kind == "v" and rules[c.rule].speech_act == "continue" for c in verb.cues):
        return None
    found = context.marked.inside[k]
    if found is not None:
        return context.clusters.of.get(id(found)) if found.kind != "place" and not found.skip else None
    return country_of_the_speaker(context, frame, k)


_SINCE: Final = 6  # lines after those of a meeting that still tell of it


def _is_gone_to(before: str) -> bool:
    """ذهب الوزير [إلى] القول إن …, إلى [حد] القول إن …"""
    return before in LIGHT or before == "حد"


def _both_sides(context: Context, frame: Frame) -> Attribution | None:
    """التقى الوزير نظيره …. كما تم التأكيد على …: a passive without an agent is said by both who met."""
    doc, k = context.doc, frame.cue - 1
    if k < 0 or doc.infos[k].base not in doc.lexicon.word_classes["agentless"]:
        return None
    if any(a.sources for _, a in context.of_sentence(frame)):
        return None
    sides = _sides_of(context, frame, _SINCE)
    return Attribution("source_elided_message_scope", "elided", sides) if sides else None


def _sides_of(context: Context, frame: Frame, lines: int) -> tuple[Cluster, ...]:
    """The two who met or spoke last, at most ``lines`` before; in the cue's own sentence where that is none."""
    sentences = context.doc.segments.sentences
    for contact in reversed(context.contacts):
        if contact.token > frame.cue or contact.kind not in ("meeting", "call"):
            continue
        if sentences[frame.sentence].line - sentences[contact.sentence].line > lines:
            return ()
        if not lines and (contact.sentence != frame.sentence or _acts_between(context, contact.token, frame.cue)):
            return ()
        sides = (*contact.senders, *(c for c in contact.receivers if c not in contact.senders))
        return sides if len(sides) == 2 else ()
    return ()


def _acts_between(context: Context, i: int, cue: int) -> bool:
    """استقبل الأمير الوفد الذي قدم التهنئة، مؤكدين: a verb behind that of the meeting has a subject of its own."""
    return any(x.verbal or x.particle & P.relative_pronoun for x in context.doc.infos[i + 1 : cue])


def _is_somebody(context: Context, frame: Frame, i: int) -> bool:
    """عن موظفة في الشركة قولها: an actor whom no table lists, of the pronoun's gender."""
    info = context.doc.infos[i]
    listed = is_person_noun(context.marked, i) or info.core in context.doc.lexicon.word_classes["actors"]
    return listed and not info.prep and info.core.endswith("ه") == (frame.form.agreement == "fs")


def _in_marks(context: Context, i: int, last: int) -> int:
    """نقلت عن [«صديق مقرب» من الوزير] قوله: behind what the marks at ``i`` enclose; ``i`` where they enclose no noun."""
    doc = context.doc
    quote = context.marked.quote_at.get(i)
    if quote is None or not quote.closed or not i + 1 < quote.close < last or doc.infos[i + 1].particle:
        return i
    return quote.close if not doc.infos[i + 1].verbal and quote.close - i <= _QUOTED else i


_QUOTED: Final = 6  # tokens of a source in quotation marks


def _relayed_before(context: Context, frame: Frame, first: int) -> Cluster | None:
    """نقلت الوكالة عن مصدر مطلع قوله إن …, نسبت إلى مصدر قوله: who stands under عن, or under إلى of such a verb."""
    doc = context.doc
    ascribed = any(x.base in doc.lexicon.word_classes["ascribing"] for x in doc.infos[first : frame.cue])
    for k in range(frame.cue - 2, max(first, frame.cue - 22), -1):
        if doc.words[k] == ("الي" if ascribed else "عن"):
            if doc.infos[k + 1].core in doc.lexicon.word_classes["identity"]:
                continue  # عن مسؤول رفض الكشف [عن هويته] قوله …
            at = k + 1 + (doc.words[k + 1].isdigit() or doc.infos[k + 1].base in doc.lexicon.word_classes["numbers"])
            found = context.marked.start_of[at]  # عن ثلاثة [مصادر] قولها
            if at > k + 1 and found is not None and found.number == "sg":
                found = None
            if found is None and (quoted := _in_marks(context, k + 1, frame.cue)) > k + 2:
                return noun_phrase_entity(context, k + 2, quoted)
            if found is None and _is_somebody(context, frame, k + 1):
                return noun_phrase_entity(context, k + 1, noun_phrase_end(context.marked, k + 1, frame.cue))
            if found is None and name_like(context, k + 1, frame.cue):
                return noun_phrase_entity(context, k + 1, frame.cue)  # عن فلانتيز قوله: nobody whom a table lists
            if found is None or found.kind == "place":
                return None
            same = pointed_at(context, frame, found.first, found.last) if found.name is None else None
            if same is not None and len(same) == 1:
                context.clusters.move(found, same[0], "same_speaker")  # نقلت عن المتحدث ذاته قوله
            return context.clusters.of.get(id(found))
    return None
