"""Fills the frame of a verb in a relative clause: the antecedent speaks, or is what is said."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import NOUN, PERSONAL, VERB
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.plausible import is_plausible
from dipcli.stages.framing.told_again import open_told_again, subject_behind_pronoun
from dipcli.stages.framing.topics import agrees
from dipcli.stages.framing.unlisted import has_clause_behind
from dipcli.stages.framing.walk import walk
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_NEAR: Final = 5  # tokens of what is said within which a pronoun stands for the antecedent
_HEADS: Final = 3  # nouns in construct before the definite one
_PHRASE: Final = 3  # definite words of an antecedent


def fill_relative(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """الوزير الذي أكد أن …: the antecedent speaks; without one that can, only a subject of the verb's own counts."""
    k = frame.cue - 2
    if k > sentence.first and marked.words[k] in COMMAS:
        k -= 1
    antecedent = marked.inside[k] if k >= sentence.first else None
    if _takes_antecedent(marked, frame, k, sentence.first):
        if (
            walk(marked, frame, sentence, takes_subject=False)
            and _tells(frame)
            and is_plausible(marked, frame, sentence)
        ):
            return True
        frame.subjects, frame.noun_phrase, frame.subject_side = [], None, "none"
        frame.addressees, frame.object_range, frame.opener, frame.content_start = [], None, "none", -1
    ok = walk(marked, frame, sentence)
    if ok and frame.subject_side == "after" and _tells_when(marked, frame):
        return is_plausible(marked, frame, sentence)
    if frame.form.clitic and frame.subject_side == "none" and frame.rule.speech_act == "describe":
        return ok and is_plausible(marked, frame, sentence)  # المنطقة التي وصفها بالواعدة: who speaks already
    if (
        ok
        and (antecedent is None or antecedent.kind == "place")
        and (frame.subjects or frame.noun_phrase)
        and frame.subject_side == "after"
        and _resumed_within(marked, frame)
    ):
        return is_plausible(marked, frame, sentence)
    in_words = marked.words[frame.cue_last : frame.cue_last + 1] in (["فيه"], ["فيها"])  # البيان الذي تعهدت فيه تونس ب…
    if ok and antecedent is None and frame.subject_side == "after" and in_words and frame.opener == "prep":
        return is_plausible(marked, frame, sentence)  # إعلان الاستقلال الذي تعهدت فيه تونس ب…
    if frame.opener == "none" and open_told_again(marked, frame, sentence):
        return is_plausible(marked, frame, sentence)
    if antecedent is None and frame.subject_side == "after" and frame.opener not in ("comp", "quote"):
        return _open_told_before(marked, frame, sentence)
    if ok and _object_of_relative(marked, frame, antecedent):
        frame.subjects, frame.subject_side = [], "none"
    if _has_its_object(frame, antecedent):
        return False
    if frame.subject_side == "after":
        openers = ("comp", "quote", "prep") if in_words else ("comp", "quote")
        return ok and frame.opener in openers and is_plausible(marked, frame, sentence)
    if ok and frame.opener == "comp" and frame.content_start == frame.cue_last and _is_anothers(marked, frame):
        return is_plausible(marked, frame, sentence)
    if antecedent is None or antecedent.kind == "place" or not agrees(marked, frame, antecedent):
        return False
    if antecedent.kind != "person" and frame.opener not in ("comp", "quote"):
        return False
    frame.subjects, frame.subject_side = [antecedent], "before"
    return ok


def _has_its_object(frame: Frame, antecedent: Found | None) -> bool:
    """أضاف الوزير بحسب البيان الذي أوردته الوكالة أن …: the pronoun is what the paper passed on, the clause another verb's."""
    if not frame.form.clitic or frame.opener != "comp" or "object" in frame.rule.addressee:
        return False
    return frame.rule.speech_act in ("relay", "say") and (antecedent is None or antecedent.kind != "person")


def _takes_antecedent(marked: MarkedText, frame: Frame, k: int, first: int) -> bool:
    """الهيئة التي أشادت ب…, المحتجون الذين طالبوا ب…: who can speak and agrees with the verb is its subject.

    Not where a pronoun behind the verb stands for the antecedent (الخطة التي أعلن عنها), nor with a subject of its own
    behind a verb that takes no object (الوزير الذي قال الحزب إنه …, النادي الذي أعرب مدربه عن …).
    """
    form, rule = frame.form, frame.rule
    if form.clitic or k < first or frame.cue_last >= len(marked.words) or not _agrees_with_pronoun(marked, frame):
        return False
    resumed = marked.classes["antecedent_pronouns"] | marked.classes["resumptives"]
    at = frame.cue_last + (marked.words[frame.cue_last] == "من" and frame.cue_last + 1 < len(marked.words))
    if marked.words[at] in resumed:
        return False  # الذي أكد فيه الوزير, الذي أكد من خلاله
    behind, info = marked.start_of[frame.cue_last], marked.infos[frame.cue_last]
    spoken_of = rule.target or "object" in rule.addressee
    if not (info.prep or info.particle):
        own = behind is not None and behind.kind == "person" and (not spoken_of or form.agreement == "fs")
        if own or (not (spoken_of or "" in rule.object) and (behind is not None or info.flags & (NOUN | PERSONAL))):
            return False
    if marked.words[k] in QUOTE_MARKS and k in marked.closing:
        k -= 1
    found = marked.inside[k]
    if found is not None and found.kind in ("country", "place") and marked.infos[found.first].prep == "ب":
        k = found.first - 1  # تقارير الغرفة التجارية [بصنعاء] التي قالت: where the body is
        found = marked.inside[k] if k >= first else None
        if k < first:
            return False
    if found is not None:
        speaks = found.kind != "place" and found.rule != "unnamed_document" and agrees(marked, frame, found)
        joined = found.conj and found.skip > 0 and form.agreement != "md"  # اتفاق بين النيجر وتشاد، الذي …
        speaks = speaks and not joined and (found.kind == "person" or not _of_a_thing(marked, found.first))
        if speaks:
            frame.subjects, frame.subject_side = [found], "before"
        return speaks
    head = _speaking_head(marked, k, first)
    if head is None or rule.speech_act == "hope":
        return False
    if not _speaks_itself(marked, head) and not has_clause_behind(marked, frame):
        return False  # المصرف الذي أعلن عن إنشائه: a body that speaks by clauses alone
    frame.noun_phrase, frame.subject_side = (head, k + 1), "before"
    return True


def _tells(frame: Frame) -> bool:
    """A clause, words, or in the past a noun phrase, with its object where the verb always has one (not الجيش الذي اتهم ب…)."""
    if frame.opener in ("comp", "quote", "colon"):
        return True
    passive = frame.rule.target and frame.opener == "prep" and frame.object_range is None
    return frame.form.tense == "pa" and not passive and not frame.rule.status


def _agrees_with_pronoun(marked: MarkedText, frame: Frame) -> bool:
    pronoun, agreement = marked.words[frame.cue - 1], frame.form.agreement
    return (pronoun, agreement) in (("الذي", "ms"), ("التي", "fs"), ("الذين", "mp"), ("اللذان", "md"), ("اللذين", "md"))


def _speaking_head(marked: MarkedText, k: int, first: int) -> int | None:
    """First token of the definite noun phrase of people or bodies that ends at ``k``; None where it is of things."""
    i = k
    while i > first and k - i < _PHRASE and _is_definite(marked, i):
        if _can_speak(marked, i) and not marked.infos[i].conj:
            return i
        i -= 1
    construct = not (marked.infos[i].definite or marked.infos[i].prep or marked.infos[i].conj)
    return i if i < k and construct and marked.inside[i] is None and _can_speak(marked, i) else None


def _is_definite(marked: MarkedText, i: int) -> bool:
    info = marked.infos[i]
    return info.definite and not (info.prep or info.particle) and marked.inside[i] is None


def _of_a_thing(marked: MarkedText, i: int) -> bool:
    """ميثاق المنظمة الذي …, حفل افتتاح القناة التي …: what the clause tells of may be the noun before, which owns the name."""
    info = marked.infos[i - 1] if i else None
    if info is None or marked.inside[i - 1] is not None or info.definite or info.particle:
        return False
    return bool(info.flags & NOUN) and info.core not in marked.classes["media_heads"]


def _can_speak(marked: MarkedText, i: int) -> bool:
    """People, peoples and bodies; not what they write."""
    core, classes = marked.infos[i].core, marked.classes
    if (
        marked.infos[i].particle
        or core in classes["issued"]
        or core in classes["words_told"]
        or core in classes["papers"]
    ):
        return False
    return core in classes["body_heads"] or _speaks_itself(marked, i)


def _speaks_itself(marked: MarkedText, i: int) -> bool:
    core, classes = marked.infos[i].core, marked.classes
    return is_person_noun(marked, i) or core in classes["bodies_speaking"] or core in classes["peoples"]


def _tells_when(marked: MarkedText, frame: Frame) -> bool:
    """في الوقت الذي نفى فيه الجيش خطف …: a clause of time, with a subject and an object of its own."""
    return marked.words[frame.cue_last] == "فيه" and marked.infos[frame.cue - 2].base in marked.classes["while"]


def _is_anothers(marked: MarkedText, frame: Frame) -> bool:
    """صحتها التي أكد أنها جيدة: what disagrees with its relative pronoun has who spoke already for subject."""
    pronoun, agreement = marked.infos[frame.cue - 1].base, frame.form.agreement
    if frame.form.clitic or not marked.infos[frame.content_start].particle & P.complementiser_pronoun:
        return False
    return (pronoun, agreement) in _OTHERS


_OTHERS: Final = (("الذي", "fs"), ("التي", "ms"), ("الذين", "ms"), ("الذين", "fs"), ("الذي", "mp"), ("التي", "mp"))


def _resumed_within(marked: MarkedText, frame: Frame) -> bool:
    """الجسر الذي تعهد الوزير ببنائه, المدينة التي أعلن الجيش تحريرها: what is said holds the antecedent's pronoun."""
    noun = marked.infos[frame.content_start]
    if frame.opener == "prep" and not marked.classes["resumptives"].isdisjoint(
        marked.words[frame.content_start + 1 : frame.content_start + _NEAR]
    ):
        return True  # القرية التي كشفت هيئات دولية عن وقوع جفاف [فيها]
    if not frame.subjects:
        return False
    between = range(frame.subject_end(), frame.content_start)
    adjoins = all(marked.words[k] in COMMAS or marked.infos[k].particle & P.time for k in between)
    adjoins = adjoins and frame.opener == "object" and not frame.form.clitic
    return (
        (frame.opener == "prep" or adjoins)
        and noun.flags & NOUN > 0
        and noun.base.endswith(("ه", "ها", "هم"))
        and not noun.definite
    )


def _open_told_before(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """الهدنة التي دعت إليها المملكة: the pronoun behind the verb stands for the antecedent, which is what is said."""
    if frame.rule.lemma == "كشف" or subject_behind_pronoun(marked, frame, sentence) is None:
        return False  # the aid that was given, the base that was uncovered: things, not words
    stop = frame.cue - 1
    start = _antecedent_start(marked, stop, sentence.first)
    if start is None:
        return False
    frame.content, frame.content_start, frame.opener, frame.frame = [(start, stop)], start, "before", "np"
    return True


def _antecedent_start(marked: MarkedText, stop: int, first: int) -> int | None:
    """First token of the definite noun phrase that ends at ``stop``; None where it may be a name."""
    i = stop
    while i > first and marked.infos[i - 1].definite and marked.inside[i - 1] is None and not marked.infos[i - 1].conj:
        i -= 1
        if marked.infos[i].prep:
            return i
    if i == stop:
        return None
    for _ in range(_HEADS):  # حزمة خفض [النفقات] التي …
        before = marked.infos[i - 1] if i > first else None
        named = marked.inside[i - 1] if i > first else None
        if before is None or (named is not None and named.kind == "person") or before.conj or before.particle:
            return i
        if not before.flags & NOUN or before.definite:
            return i
        if before.flags & VERB and not before.word.endswith("ه") and not _is_bare_noun(marked, i - 2, first):
            return i
        i -= 1
        if before.prep:
            return i
    return i


def _is_bare_noun(marked: MarkedText, k: int, first: int) -> bool:
    """[حزمة] خفض النفقات: a noun without the article and no verb, so that what follows it is in construct."""
    if k < first or marked.inside[k] is not None:
        return False
    info = marked.infos[k]
    return bool(info.flags & NOUN) and not (info.flags & VERB or info.definite or info.particle)


def _object_of_relative(marked: MarkedText, frame: Frame, antecedent: Found | None) -> bool:
    """الوزير الذي اتهم إيران ب…: a person is spoken of by the relative, and what stands behind is the object."""
    if antecedent is None or antecedent.kind != "person" or not agrees(marked, frame, antecedent):
        return False
    takes = frame.rule.target or "object" in frame.rule.addressee
    if not takes or len(frame.subjects) != 1 or frame.form.clitic or frame.opener != "prep":
        return False
    found = frame.subjects[0]
    frame.object_range = (found.first, found.last)
    if frame.rule.target:
        frame.open(found.first, "object", "np")
    else:
        frame.addressees.append(("object", found))
    return True
