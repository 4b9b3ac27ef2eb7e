"""The walk at a word that is no mention."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import AS_PARTICIPLE, COMPLEMENTISER, FUNCTION, MASDAR, NOUN, PERSONAL, VERB
from dipcli.stages.framing.adjectives import definite_adjectives_end
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.inna import is_inna, takes_inna
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import adjunct_end, noun_phrase_end
from dipcli.stages.framing.signs import DASHES, SAME, SKIPPABLE
from dipcli.stages.framing.walk_nouns import pass_noun, without_object
from dipcli.stages.framing.walk_prepositions import adjunct_within, bound, opens_attached, pass_preposition
from dipcli.stages.framing.word_kinds import (
    asked_to_be_unnamed,
    is_feast,
    is_only_verb,
    is_person_noun,
    is_said_noun,
    stem_in,
    withheld_end,
)
from dipcli.stages.names import is_to_me
from dipcli.text.marks import COMMAS, QUOTE_MARKS

# Words that are no part of a content and no subject.
_PASSED: Final = SKIPPABLE | P.relative_pronoun | P.auxiliary | P.qad | P.negation | P.conjunction | P.pronoun
_WHO_IS: Final = frozenset({"وهو", "وهي"})
_CONTRACTED: Final = {"مما": "من", "عما": "عن"}
_SHORT: Final = 3  # letters of يقل, تقل
_OF_THE_IMPERFECT: Final = frozenset("يتنس")
_SINGLE: Final = frozenset({"ما", "ب", "ل"})


def pass_word(marked: MarkedText, frame: Frame, i: int, end: int, takes_subject: bool, needed: bool) -> int:
    """Steps to go on by, or -1 when the content opens here or the cue has none."""
    info, rule = marked.infos[i], frame.rule
    word = marked.words[i]
    if not word[0].isalnum():
        return 1
    if info.base[0] == "ب" and info.base in marked.classes["turns"]:
        return 1  # وأعلنت مصر [بدورها] عن …
    if word in marked.classes["same_words"] or (word in marked.classes["addressing"] and i > frame.cue_last):
        return 1  # أكد في الوقت نفسه تفهمه; whom he addresses stands behind مخاطبا
    if i == frame.cue_last and is_to_me(marked.doc, i):
        return 1  # قال [لي] صديقي
    if word == "ما" and takes_subject and i == frame.cue_last and marked.words[i + 1 : i + 2]:
        if marked.words[i + 1] in marked.classes["so_called"]:
            return 2  # أعلن [ما يسمى] المجلس الأعلى أن …
    if needed and word in _CONTRACTED and _governs_contracted(marked, frame, i):
        frame.open(i, "prep", "np")
        return -1
    if _came_of_it(marked, frame, i):
        return -1
    if word in marked.classes["such_as"] and _such(marked, frame, i, end, needed):
        return -1
    if word in marked.classes["likewise"] and (past := _as_passed_on(marked, frame, i, end)) > i:
        return past - i
    if info.base in marked.classes["withholding"] and (withheld := withheld_end(marked, i)) > i + 1:
        return withheld - i  # وامتنع شاهد فضل [عدم كشف هويته] عن الحديث
    if i > frame.cue_last and (asked := asked_to_be_unnamed(marked, i)) > i:
        return asked - i
    if info.base in _FIRST and (day := _day_before(marked, i)):
        return day
    if _quotes_directly(marked, frame, i) or (needed and word in _SINGLE and _opens_single(marked, frame, i, end)):
        return -1
    governs = bool(info.particle & P.preposition) and not ("ب" in rule.object and is_feast(marked, i))
    if governs and (not info.conj or info.base in rule.object):
        return pass_preposition(marked, frame, i, end, needed)
    if info.conj and i > frame.cue_last and any(c.kind in ("v", frame.form.kind) for c in info.cues):
        return -1
    if info.conj and i > frame.cue_last and _begins_another_clause(marked, frame, i):
        return -1
    if info.prep and (within := adjunct_within(marked, frame, i, end)) > i:
        return within - i
    if (info.prep or info.base[0] in "بل") and needed and opens_attached(marked, frame, i):
        return -1
    if word in SAME and takes_subject and not frame.subjects and i + 1 < end:
        return 1  # أكدت ذات المصادر
    quantified = info.particle & P.quantifier and not (rule.status and rule.needs)
    speaks = bool(frame.subjects) or frame.noun_phrase is not None
    if quantified and info.conj and not speaks and marked.inside[i - 1] is not None and i + 1 < end:
        joined = marked.start_of[i + 1]
        return joined.last - i if joined is not None else 1  # واتهم الغربيين [وبعض العرب] ب…: as those before
    if quantified and takes_subject and not speaks:
        step = _pass_quantifier(marked, frame, i, end)
        if step:
            return step
    if takes_subject and not speaks and _fills_the_slot(marked, frame, i):
        frame.noun_phrase, frame.subject_side = (i, i + 1), "after"
        return 1
    if word in marked.classes["so_many_of_them"] and takes_subject and not speaks and i == frame.cue_last:
        frame.noun_phrase, frame.subject_side = (i, i + 1), "after"  # ويرى [بعضهم] أن …
        return 1
    if word in _WHO_IS and i > frame.cue_last:
        return noun_phrase_end(marked, i + 1, end) - i  # وقال للمركز وهو مؤسسة بحثية …
    if word in ("ذلك", "هذا") and needed and "" in rule.object and _points_alone(marked, frame, i):
        frame.open(i, "object", "np")  # استبعد المتحدث ذلك
        return -1
    if word == "عدم" and needed and ("" in rule.object or rule.target) and not (rule.strict or frame.form.clitic):
        frame.open(i, "object", "np")  # دانت الوزارة عدم التحقيق, انتقد عدم التحقيق رئيس اللجنة: never who speaks
        return -1
    if info.base in marked.classes["utmost"] and i + 1 < end:
        return 2  # أدان بأشد العبارات الهجوم
    if info.base in marked.classes["issued_by"] and (issued := _issued_from(marked, i, end)) > i:
        return _issuer_end(marked, issued, end) - i  # واتهم البيان الصادر عن الوزارة …
    if bound(marked, frame, i):
        return 1  # وأعلن المصرف [المملوك] للدولة عن …
    if info.prep == "ب" and not info.definite and info.core in marked.classes["manner"] and i + 1 < end:
        how = marked.infos[i + 1]  # دعا [بشكل صريح] الجزائر إلى …
        return 1 if how.definite or how.prep or how.particle or not how.word[0].isalpha() else 2
    if info.prep and not info.definite and info.core in marked.classes["press_nouns"]:
        return max(adjunct_end(marked, i, end) - i, 1)  # قال [لمحطة تلفزيون الساحل] …
    if (
        info.prep
        or info.particle & _PASSED
        or (info.flags & FUNCTION and not info.flags & (NOUN | PERSONAL) and not is_person_noun(marked, i))
    ):
        return 1
    own = is_said_noun(marked, info) and info.base.endswith(("ه", "ها", "هم"))  # أبدى [أسفه] للحادث: the noun
    if info.cue_kinds & AS_PARTICIPLE and i > frame.cue_last and frame.form.kind == "v" and not own:
        return _pass_second_cue(marked, frame, i)
    return pass_noun(marked, frame, i, end, takes_subject, needed)


def _fills_the_slot(marked: MarkedText, frame: Frame, i: int) -> bool:
    """قالت [نوران] «…», قال [مور] إن …: one word between a verb of saying and what is said is the subject, though it is also
    spelled like a verb, which cannot stand there.
    """
    info, rule = marked.infos[i], frame.rule
    if i != frame.cue_last or frame.form.kind != "v" or frame.form.clitic or i + 1 >= len(marked.infos):
        return False
    if not rule.clause or rule.target or "object" in rule.addressee or info.cues or info.particle or info.prep:
        return False
    if not info.flags & VERB or info.flags & (NOUN | FUNCTION) or len(info.word) < _SHORT or info.definite or info.conj:
        return False
    if info.word[0] in _OF_THE_IMPERFECT or info.word.endswith(("ا", "ت")) or marked.doc.raw(i).startswith("أ"):
        return False  # قال [يجب] أن …, وقال [أعتقد] أن …, وقال [قررت] أن …
    after = marked.infos[i + 1]
    if after.particle & P.adverb and i + 2 < len(marked.infos):
        after = marked.infos[i + 2]  # وقال سانو [أيضا] إنه …
    return bool(after.particle & COMPLEMENTISER) or after.word == ":" or after.word in QUOTE_MARKS


def _such(marked: MarkedText, frame: Frame, i: int, end: int, needed: bool) -> bool:
    """ونفت قطر [مثل هذه المزاعم]: such things are what is said, behind a subject."""
    takes = needed and ("" in frame.rule.object or frame.rule.target) and not frame.rule.strict and i + 1 < end
    if not takes or not (frame.subjects or frame.noun_phrase) or not marked.infos[i + 1].particle & P.demonstrative:
        return False
    frame.open(i, "object", "np")
    return True


def _as_passed_on(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """وقال [كما نقلت عنه وكالات الأنباء] إن …: past who only passes it on, to the clause; ``i`` where nobody does."""
    rules = marked.doc.lexicon.cue_rules
    relays = i + 1 < end and any(rules[c.rule].speech_act == "relay" for c in marked.infos[i + 1].cues)
    if not relays or not takes_inna(marked, frame):
        return i
    return next((k for k in range(i + 2, min(end, i + _PASSED_ON)) if is_inna(marked, k)), i)


_PASSED_ON: Final = 14  # tokens of an aside on who passes on what is said


def _governs_contracted(marked: MarkedText, frame: Frame, i: int) -> bool:
    """حذر الوزير [مما] سماه الفوضى, أعرب [عما] يشعر به: right behind a cue or its subject; not …، مما أثار الجدل."""
    end = frame.subject_end(frame.cue_last)
    return _CONTRACTED[marked.words[i]] in frame.rule.object and not frame.rule.strict and i == max(end, frame.cue_last)


def _came_of_it(marked: MarkedText, frame: Frame, i: int) -> bool:
    """هددت الشرطة المدير [مما] حدا بالشركة …, طلب اللاعب الرحيل، [الأمر الذي] …: what followed from the deed."""
    if i <= frame.cue_last:
        return False
    behind_comma = marked.words[i - 1] in COMMAS
    if marked.words[i] == "مما":
        return not behind_comma
    return behind_comma and marked.words[i : i + 2] == ["الامر", "الذي"]


def _day_before(marked: MarkedText, i: int) -> int:
    """أول من أمس, أول أمس, (أمس) الأول: how many words tell the day; 0 where they do not."""
    behind = marked.words[i + 1 : i + 3]
    if behind[:1] == ["امس"]:
        return 2
    if behind == ["من", "امس"]:
        return 3
    return 1 if i and marked.infos[i].definite and marked.words[i - 1] == "امس" else 0


_FIRST: Final = frozenset({"اول", "الاول"})


def _issued_from(marked: MarkedText, i: int, end: int) -> int:
    """الصادر عن [الوزارة], الصادر حديثا عن [المؤسسة]: where the issuer begins, a word that tells when at most between; else ``i``."""
    k = i + 1
    if k < end and marked.words[k] != "عن":
        info = marked.infos[k]
        k += bool(info.particle & (P.time | P.adverb) or (info.word.endswith("ا") and not info.definite))
    return k + 1 if k + 1 < end and marked.words[k] == "عن" else i


def _issuer_end(marked: MarkedText, i: int, end: int) -> int:
    """One mention, or one noun with its relative adjectives."""
    found = marked.start_of[i]
    j = found.last if found is not None else i + 1
    while (
        j < end
        and marked.infos[j].definite
        and marked.infos[j].base.endswith(("ي", "يه"))
        and marked.start_of[j] is None
    ):
        j += 1
    return j


def _begins_another_clause(marked: MarkedText, frame: Frame, i: int) -> bool:
    """… لم يرد الكلام أمام الصحفيين، واكتفى …: و and a verb, with no relative clause open that it could go on."""
    own = marked.doc.lexicon.info(marked.infos[i].base)
    if not own.flags & VERB or own.flags & (NOUN | MASDAR | PERSONAL | FUNCTION) or own.particle or marked.quoted[i]:
        return False
    if not marked.words[i].startswith("و") or own.word in marked.classes["eulogies"]:
        return False
    if marked.words[i - 1] not in COMMAS and frame.subject_side == "none":
        return False  # a foreign name that is spelled like و and a verb
    return not any(
        marked.infos[k].particle & (P.relative | P.subordinator)
        or (
            marked.infos[k].flags & VERB and not marked.infos[k].particle
        )  # (بيان صدر أمس واطلعت عليه الوكالة): the clause of an indefinite noun
        or marked.words[k] in "(-–—"
        or marked.words[k] in QUOTE_MARKS
        for k in range(frame.cue_last, i)
    )


def _quotes_directly(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Direct speech without marks: قال الوزير نحن مستعدون, وقال لا يوجد خلاف."""
    word, rule = marked.words[i], frame.rule
    named = bool(frame.subjects or frame.noun_phrase)
    if (
        (word in marked.classes["first_person"] and rule.quote and named)
        or (rule.lemma == "قال" and word in marked.classes["negations"])
    ) and _says_at_once(marked, frame, i):
        frame.open(i, "colon", "clause")
        return True
    if (
        rule.id in marked.classes["said_at_once"]
        and named
        and i == frame.subject_end()
        and _begins_speech(marked, frame, i)
    ):
        frame.open(i, "colon", "clause")
        return True
    return False


def _begins_speech(marked: MarkedText, frame: Frame, i: int) -> bool:
    """قال سالم العمري [سيظل] الوطن عزيزا, [أشعر] بالحزن, [الحمد] لله: behind a subject who is named a verb that has no object
    is followed by what he says, where no clause of its own opens further on.
    """
    phrase, behind = frame.noun_phrase, marked.infos[i + 1] if i + 1 < len(marked.infos) else None
    named = any(f.titles or (f.name is not None and f.name[1] - f.name[0] > 1) for f in frame.subjects)
    known = named or bool(phrase and phrase[1] - phrase[0] > 1 and marked.infos[phrase[0]].flags & PERSONAL)
    if (
        not known
        or behind is None
        or behind.particle & P.relative_pronoun
        or behind.word in DASHES
        or behind.word in _WHO_IS
    ):
        return False  # قال جان [بول] الذي …: a name
    if frame.form.tense != "pa" and len(marked.infos[frame.cue].base) <= _SHORT:
        return False  # طائرة [تقل] الوزير تهبط: she carries
    praise = marked.words[i] in marked.classes["praises"] and behind.word in marked.classes["praised"]
    if not praise and (not is_only_verb(marked, i) or marked.infos[i].conj or frame.subject_side != "after"):
        return False
    last = marked.doc.segments.sentences[frame.sentence].last
    return not any(
        (marked.infos[k].particle & COMPLEMENTISER and marked.doc.raw(k).startswith(("إ", "ا")))
        or marked.words[k] == ":"
        or marked.words[k] in QUOTE_MARKS
        for k in range(i, min(last, i + _PASSED_ON))
    )


def _opens_single(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """ما with its clause as a bare object, or a governed preposition that stands apart from its noun (بـ«…»)."""
    word, rule = marked.words[i], frame.rule
    if word == "ما":
        if (
            ("" in rule.object or rule.target)
            and not rule.strict
            and not rule.heads
            and (
                frame.subjects
                or frame.noun_phrase
                or _leaves_out_subject(marked, frame, i)
                or _is_of_pronoun(marked, frame)
                or (rule.target and frame.form.kind == "p")  # واصفا [ما] حدث بأنه …
            )
        ):
            frame.open(i, "object", "np")
            return True
    elif word in rule.object and word not in rule.addressee and i + 1 < end:
        frame.open(i, "prep", "np")
        return True
    return False


def _is_of_pronoun(marked: MarkedText, frame: Frame) -> bool:
    """إنها تدين ما حدث: the pronoun before the verb is its subject."""
    return frame.cue > 0 and bool(marked.infos[frame.cue - 1].particle & P.complementiser_pronoun)


def _points_alone(marked: MarkedText, frame: Frame, i: int) -> bool:
    """A demonstrative that is itself the object: a subject stands before it, no noun and no clause behind it."""
    if not (frame.subjects or frame.noun_phrase) or frame.rule.strict:
        return False
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else None
    return after is None or (not (after.definite and not after.prep) and not after.particle & COMPLEMENTISER)


def _leaves_out_subject(marked: MarkedText, frame: Frame, i: int) -> bool:
    """ونفى ما نشرته الصحف, but not ونفي ما سواه, the verbal noun that folds like it."""
    return frame.form.conjunction and i == frame.cue_last and not marked.doc.raw(frame.cue).endswith("ي")


def _says_at_once(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Nothing but its subject, or a comma, stands between the verb and ``i``."""
    end = frame.subjects[-1].last if frame.subjects else frame.cue_last
    return i == end or marked.words[i - 1] in COMMAS


def _pass_quantifier(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """عدد كبير من المحللين, أحد أعضاء الائتلاف, بعض الدول: the noun behind is the subject."""
    if frame.form.conjunction and "object" in frame.rule.addressee and marked.infos[i].base in ("جميع", "كل", "كافه"):
        return 0  # ودعا جميع الأحزاب إلى …: whom he calls on
    for j in range(i + 1, min(end, i + 4)):
        found = marked.start_of[j]
        if found is not None:
            if found.kind == "place":
                return 0
            if found.number != "sg" and marked.infos[i].base in marked.classes["one_of"]:
                frame.noun_phrase, frame.subject_side = (i, found.last), "after"  # أحد المسؤولين is one of them
                return found.last - i
            frame.subjects, frame.subject_side = [found], "after"
            return found.last - i
        counted = marked.words[i] in marked.classes["counts"] and _is_people(marked, j)
        if is_person_noun(marked, j) or counted:
            stop = without_object(marked, frame, j, noun_phrase_end(marked, j, end))
            if counted and j + 1 < stop and marked.infos[j].definite and marked.infos[j + 1].definite:
                stop = definite_adjectives_end(marked, frame, j, j + 1)  # بعض المقاتلين [الولاء]: the object
            frame.noun_phrase, frame.subject_side = (i, stop), "after"
            return stop - i
        if marked.words[j] != "من" and not marked.infos[j].flags & NOUN:
            return 0
    return 0


def _is_people(marked: MarkedText, j: int) -> bool:
    """A noun behind عدد من, بعض that is nothing said: who is counted."""
    info = marked.infos[j]
    core = info.base.removeprefix("ال")
    said = info.flags & MASDAR or info.prep or info.particle or stem_in(marked, core, "speech")
    return (
        bool(info.flags & NOUN)
        and not said
        and (
            info.base.endswith(("ين", "ات"))
            or info.core in marked.classes["peoples"]
            or (info.definite and info.core in marked.classes["bodies_counted"])
        )
    )


def _pass_second_cue(marked: MarkedText, frame: Frame, i: int) -> int:
    """وأضاف قائلا: the participle belongs to the verb; مؤكدا أن after a subject is a cue of its own."""
    if marked.words[i] in marked.classes.get("second_cue", ()) and frame.rule.quote:
        return 1
    return -1
