"""What keeps a cue from being a report before its frame is filled: conditions, questions, homographs, formulas."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import AS_MASDAR, COMPLEMENTISER, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.no_speech import says_nothing
from dipcli.stages.framing.topics import topic_fits
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_BEFORE_A_VERB: Final = P.relative | P.qad | P.time | P.conjunction | P.subordinator
_NOT: Final = ("لم", "ولم", "فلم", "لا", "ولا", "لن", "ولن")
_GOVERNING: Final = frozenset({"في", "على", "علي", "عن", "الي", "وفي", "وعلي", "وعن", "والي"})
_VOWELS: Final = "\u064e\u064f\u0650\u0652"
_NEAR: Final = 4  # tokens within which a verb that is spelled like a preposition has what it governs
_REACH: Final = 25  # tokens from a topic with a relative clause to its predicate
_YEAR: Final = 4  # digits of a year
_NEAR_PURPOSE: Final = 12  # tokens from بهدف to a second verbal noun
_NEAR_TOPIC: Final = 10  # tokens from a complementiser to a second noun of its topic
_NOT_YET: Final = ("المتوقع", "المقرر", "المنتظر", "المرتقب", "المزمع")


def is_vetoed(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """Not a report at all: a condition, a question, a formula; sets ``status`` for what was not said yet."""
    form, i = frame.form, frame.cue
    if form.kind == "f":
        return True
    before = marked.infos[i - 1] if i > sentence.first else None
    if before is not None and _is_counted(marked, frame, before):
        return True
    if form.kind == "v":
        return _verb_is_vetoed(marked, frame, before, sentence)
    if form.kind == "m":
        if before is not None and (before.particle & P.relative_pronoun or _judges(marked, frame, before)):
            return True  # المنطقة التي وصفها …, في خطوة وصفها الوزير ب…: the verb
        return form.preposition == "ب" and frame.rule.speech_act == "describe"  # بوصفها: "as"
    if form.kind == "p" and before is not None:
        # عن أمله: a circumstance (آملة) never stands under a preposition.
        if _qualifies(marked, frame, before) or _is_predicate(marked, frame, before):
            return True
        return before.word in ("غير", "ليس") or bool(before.particle & P.preposition and not form.conjunction)
    return False


def _is_counted(marked: MarkedText, frame: Frame, before: WordInfo) -> bool:
    """إخلاء سبيل 11 [متهما], عشرة ملايين [طالب]: those that a number counts; not في عام 2014 مؤكدا …, behind a year."""
    form, word = frame.form, before.word
    if form.conjunction or form.clitic or form.agreement != "ms" or form.tense == "pr":
        return False
    number = (word.isdigit() and len(word) != _YEAR) or before.core in marked.classes["numbers_that_count"]
    if not number or before.prep or before.definite:
        return False
    after = marked.infos[frame.cue_last] if frame.cue_last < len(marked.infos) else None
    speaks = after is not None and (after.particle & COMPLEMENTISER or after.word in frame.rule.object)
    return not speaks and (after is None or (after.word not in QUOTE_MARKS and after.word != ":"))


def _verb_is_vetoed(marked: MarkedText, frame: Frame, before: WordInfo | None, sentence: Sentence) -> bool:
    raw = marked.doc.raw(frame.cue)
    if frame.form.preposition and not _comes_next(marked, frame, before):
        return True
    if _spelled_as_no_verb(marked, frame, raw) or _stands_as_no_verb(marked, frame, raw, before):
        return True
    if says_nothing(marked, frame, before):
        return True
    if frame.form.future:
        frame.status = "expected"
    if frame.rule.status == "not_said" and (before is None or not before.particle & P.negation):
        return True
    return before is not None and _unsaid(marked, frame, before, sentence)


def _comes_next(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    """قال إن العمل بدأ، [ليضيف] أن …, عاد الوزير [ليؤكد] أن …: what is said stands right behind it or its subject.

    Behind a comma or a verb of coming back; no purpose (سافر ليعلن …).
    """
    apart = before is not None and before.word not in COMMAS and not _comes_back(marked, frame)
    if frame.rule.speech_act not in _NEXT or apart:
        return False
    last = min(frame.cue_last + _NEAR, len(marked.infos))
    return any(
        marked.infos[k].particle & COMPLEMENTISER or marked.words[k] in QUOTE_MARKS or marked.words[k] == ":"
        for k in range(frame.cue_last, last)
    )


def _comes_back(marked: MarkedText, frame: Frame) -> bool:
    """عاد الوزير ليؤكد أن …: nothing but the subject between the two verbs."""
    for k in range(frame.cue - 1, max(frame.cue - _RETURN, -1), -1):
        info = marked.infos[k]
        if info.base in marked.classes["coming_back"]:
            return True
        if not info.word[0].isalpha() or info.particle & P.preposition or info.verbal:
            return False
    return False


_RETURN: Final = 8  # tokens from a verb of coming back to the verb of saying
_NEXT: Final = frozenset({"state", "continue", "explain", "answer", "affirm", "reiterate"})


def _spelled_as_no_verb(marked: MarkedText, frame: Frame, raw: str) -> bool:
    """The vowels and endings that are written tell a passive or an accusative noun."""
    form = frame.form
    if form.clitic and raw.endswith("ة"):
        return True  # حياة, no حيّاه
    if raw.startswith("إ") and marked.words[frame.cue] in marked.classes["spelled_below"]:
        return True  # إبان الأزمة
    if frame.rule.id in marked.classes["spelled_out"] and "\u0651" not in raw and not _resumes_noun(marked, frame):
        return True  # وعد الوزير بالإصلاح: another verb
    if frame.rule.id == "cue.raa" and (form.tense, form.agreement) == ("pa", "ms") and raw.endswith("ي"):
        return not _clause_follows(marked, frame)  # أو رأي يعلم أنه …: the noun
    if "َ" in raw or "ُ" in raw:
        letters = raw[1:].lstrip(_VOWELS) if form.conjunction else raw
        if form.tense == "pa" and (letters[1:2] == "ُ" or (letters[0] == "و" and letters[2:3] == "ُ")):
            return True  # أُعلن, ووُصف, وصُف: passive
    return "\u064b" in raw or (
        form.agreement == "md"
        and form.tense == "pa"
        and not marked.classes["accusatives"].isdisjoint((own := marked.words[frame.cue], own.lstrip("وف")))
    )  # ردًا على, عرضا, وعدا: an accusative noun


def _stands_as_no_verb(marked: MarkedText, frame: Frame, raw: str, before: WordInfo | None) -> bool:
    """What stands around it tells a verbal noun, a noun or a preposition that is spelled like the verb."""
    form, i, own = frame.form, frame.cue, marked.infos[frame.cue]
    if form.clitic and not _takes_clitic(frame, before):
        return True
    if before is not None and form.clitic and _judges(marked, frame, before):
        return False
    if form.clitic and not form.conjunction and before is not None and not before.particle & P.relative:
        if own.cue_kinds & AS_MASDAR and before.word[0].isalnum():
            return True  # بعد وصفه …: the verbal noun
    if not form.conjunction and form.tense == "pr" and form.agreement == "fs" and before is not None:
        if before.particle & P.preposition and not before.conj:
            return True  # التهرب من تحمل المسؤولية: the verbal noun
    if not form.conjunction:
        if own.cue_kinds & AS_MASDAR and (_behind_a_verb(before) or _is_reiterated(marked, before)):
            return True  # اختار وصف الاتفاق ب…, وجدد وصف الاتفاق ب…: the verbal noun
        plain = form.tense == "pa" and form.agreement == "ms" and not raw.endswith("ى")  # نفى; نفي is the noun
        if own.flags & MASDAR and plain and _in_construct(marked, i, before):
            return True  # شركات نقل الحجاج
        if before is not None and before.base in marked.classes["absence"] and form.tense == "pa" and not form.clitic:
            return True  # عدم ذكر الاسم: the noun
        if before is not None and before.base in marked.classes["absence"] and form.agreement == "fs":
            return True  # عدم تحملها المسؤولية
        if frame.rule.nominal and not _surely_a_verb(marked, frame, before):
            return True
        if before is not None and own.word in marked.classes["elatives"]:
            if before.base in ("من", "بين") or _compares(marked, i):
                return True  # من أبرز المرشحين, قدم سالم العمري أبرز النقاط
        if own.particle & P.preposition and not (
            _after_break(marked, frame, before) and _reads_on_as_a_verb(marked, frame, raw)
        ):
            return True  # بين, عبر, عقب, دون: the preposition, in mid-clause or before what it governs
        if before is not None and before.word in _GOVERNING and not form.clitic and form.tense == "pa":
            return True  # في علم الجريمة, في حث الدول على …: a noun
        if own.particle & P.prepositional_pronoun:
            return True  # من بينها
    elif own.cue_kinds & AS_MASDAR and form.tense == "pa" and form.agreement == "ms":
        if _joins_topic(marked, i) or _joins_purpose(marked, frame):
            return True  # اعتبر أن انتقاد الخطة ووصفها …: the verbal noun
    if form.conjunction and own.base == "بين" and _second_between(marked, frame, raw):
        return True
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else own
    if form.conjunction and own.base == "عقب" and after.flags & MASDAR and not after.flags & PERSONAL:
        return not after.definite  # وعقب صدور النتائج، سارع …
    # دون أن: "without", عقب أن: "after"
    return marked.words[i] in ("دون", "عقب") and _clause_follows(marked, frame) and "\u0651" not in raw


def _second_between(marked: MarkedText, frame: Frame, raw: str) -> bool:
    """التفريق بين ضعف القدرات [وبين] الإخفاق …: the preposition again, behind a first one that has no second side yet."""
    first = marked.doc.segments.sentences[frame.sentence].first
    between = next((k for k in range(frame.cue - 1, first - 1, -1) if marked.infos[k].base == "بين"), -1)
    if between < 0 or "\u0651" in raw or marked.infos[between].conj:
        return False
    whose = marked.start_of[frame.cue_last] if frame.cue_last < len(marked.words) else None
    told = whose is not None and not whose.skip and whose.last < len(marked.words)
    if told and whose is not None and marked.infos[whose.last].particle & COMPLEMENTISER:
        return False  # عقد اجتماع بين الطرفين [وبين الوزير أن] …
    return not any(marked.infos[k].conj or not marked.words[k][0].isalnum() for k in range(between + 1, frame.cue))


def _compares(marked: MarkedText, i: int) -> bool:
    """[أبرز] النقاط, behind who does something with them: a definite noun of things that cannot be the subject."""
    if i + 1 >= len(marked.infos) or marked.inside[i - 1] is None:
        return False
    after = marked.infos[i + 1]
    if not after.definite or after.prep or marked.start_of[i + 1] is not None or after.base.endswith("ون"):
        return False
    return not is_person_noun(marked, i + 1) and after.core not in marked.classes["body_heads"]


def _unsaid(marked: MarkedText, frame: Frame, before: WordInfo, sentence: Sentence) -> bool:
    """The word before the verb makes it no report, or, with a ``status`` of its own, one of what was not said (yet)."""
    form, particle = frame.form, before.particle
    if before.core in marked.classes["in_case"] and frame.cue > 1 and marked.infos[frame.cue - 2].base == "في":
        return True  # في حال دعا الرئيس إلى …
    if before.word in _NOT or before.base in ("لم", "لا", "لن"):
        if _under_condition(marked, frame.cue - 2, sentence.first):
            return True
        if frame.rule.speech_act not in ("deny", "reject") or form.tense == "pa":
            frame.status = "not_said"
    elif before.word == "الا" and form.tense == "pr" and marked.doc.raw(frame.cue - 1).startswith("أ"):
        return True  # عليهم ألا يتوقعوا …: what is asked of them
    elif frame.rule.strict and form.tense == "pr" and _of_oneself(marked, before):
        return True  # إنه يقدر …, لكنها تأمل …: what the speaker says of himself, no report of its own
    elif (
        particle & P.future
        or (particle & P.perhaps and form.tense == "pr" and not particle & P.qad)
        or (particle & P.qad and form.tense == "pr")
    ):
        frame.status = "expected"
    elif particle & P.question or (particle & P.condition and before.base not in ("ان", "اذ")):
        return True
    elif (
        before.base in marked.classes["whenever"] and form.tense == "pr" and frame.rule.speech_act == "opine"
        and (frame.cue < 2 or marked.words[frame.cue - 2] != "في")
    ):  # fmt: skip
        return True  # عندما يرى المواطنون أن الحكومة تعمل …: what may come to be
    elif particle & P.complementiser and form.tense == "pr" and not particle & P.complementiser_pronoun:
        # أن يعلن: not factual; إن with a verb does not occur.
        two = marked.infos[frame.cue - 2].word if frame.cue - 2 >= sentence.first else ""
        if two in _NOT_YET:
            frame.status = "expected"
            return False
        return two not in ("قبل", "الي")
    return False


def _under_condition(marked: MarkedText, k: int, first: int) -> bool:
    """إذا لم تلتزم …, في حال لم تلتزم …: what might not be done, and nothing that was not said."""
    return k >= first and bool(
        marked.infos[k].particle & P.condition or marked.infos[k].base in marked.classes["in_case"]
    )


def _of_oneself(marked: MarkedText, before: WordInfo) -> bool:
    pronoun = before.word.removeprefix("و") in marked.classes["links_with_pronoun"]
    return pronoun or bool(before.particle & P.complementiser_pronoun)


def _takes_clitic(frame: Frame, before: WordInfo | None) -> bool:
    """A pronoun on the verb is an addressee or what is spoken of (أبلغه, وصفه), or stands for a relative (ما قاله)."""
    if "object" in frame.rule.addressee or frame.rule.target:
        return True
    return before is not None and (bool(before.particle & P.relative) or before.base == "لما")


def _surely_a_verb(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    """طلب الوزير من …, not على طلب موريتانيا: the start of a clause, its subject before it, or an ending."""
    form = frame.form
    if form.tense != "pa" or form.agreement != "ms" or form.clitic:
        return True
    subject = marked.inside[frame.cue - 1] if before is not None else None
    return (
        before is None
        or not before.word[0].isalnum()
        or bool(before.particle & _BEFORE_A_VERB and not before.particle & (P.preposition | P.auxiliary))
        or before.base in marked.classes["breaks"]
        or _predicated_of_him(marked, frame, before)
        or (
            subject is not None
            and (subject.kind == "person" or _clause_follows(marked, frame) or _asks_of_somebody(marked, frame))
            and topic_fits(marked, frame, subject)
        )
    )


def _predicated_of_him(marked: MarkedText, frame: Frame, before: WordInfo) -> bool:
    """إنه [طلب] من الوفد تأجيل …, إنه [رفض] المشاركة: what he did; not إنه طلب مشروع, a noun with its adjective."""
    if not before.particle & P.complementiser_pronoun or not before.word.endswith("ه"):
        return False
    after = marked.infos[frame.cue_last] if frame.cue_last < len(marked.infos) else None
    return after is not None and (after.base == "من" or after.definite or bool(after.flags & MASDAR)) and not after.prep


def _asks_of_somebody(marked: MarkedText, frame: Frame) -> bool:
    """أن المغرب [طلب رسميا من كينيا] تأجيل …: who is asked stands under من right behind the verb, or behind one adverb."""
    i = frame.cue_last
    if i < len(marked.words) and marked.words[i].endswith("ا") and marked.start_of[i] is None:
        i += 1
    if "من" not in frame.rule.addressee or i + 1 >= len(marked.words) or marked.words[i] != "من":
        return False
    return marked.start_of[i + 1] is not None


def _clause_follows(marked: MarkedText, frame: Frame) -> bool:
    """رد بأن …: the complementiser that the verb governs stands right behind it."""
    i = frame.cue_last
    return i < len(marked.infos) and bool(marked.infos[i].particle & COMPLEMENTISER)


def _after_break(marked: MarkedText, frame: Frame, before: WordInfo | None) -> bool:
    raw = marked.doc.raw(frame.cue)
    if "\u0651" in raw or before is None or not before.word[0].isalnum() or before.base in marked.classes["breaks"]:
        return True
    if before.particle & P.qad:
        return True  # وكان الوزير قد عبر عن …
    # … الوزير عبر عن قلقه, بدوره عبر النائب عن …: the preposition that the verb governs tells it from its homograph.
    subject = marked.start_of[frame.cue_last] if frame.cue_last < len(marked.words) else None
    after = subject.last if subject is not None and subject.kind == "person" else frame.cue_last
    return after < len(marked.words) and marked.words[after] in frame.rule.object


def _joins_topic(marked: MarkedText, i: int) -> bool:
    """أكد أن نقد الخطة [ووصف] الأمر بالفضيحة خطأ: no verb has come yet behind the complementiser and its verbal noun."""
    if not marked.words[i].startswith("و"):
        return False
    for k in range(i - 1, max(i - _NEAR_TOPIC, 0), -1):
        info = marked.infos[k]
        if info.particle & P.complementiser and marked.inside[k] is None:
            return bool(marked.infos[k + 1].flags & MASDAR) and marked.start_of[k + 1] is None
        verb = info.flags & VERB and not info.flags & (NOUN | MASDAR | PERSONAL)
        if verb or not info.word[0].isalnum() or info.particle & COMPLEMENTISER:
            return False
    return False


def _joins_purpose(marked: MarkedText, frame: Frame) -> bool:
    """بهدف نشر الوعي [وحث] الشباب على العمل: a second purpose, with no verb of saying since the first."""
    first = marked.doc.segments.sentences[frame.sentence].first
    whose = marked.start_of[frame.cue_last] if frame.cue_last < len(marked.words) else None
    if whose is not None and whose.kind in ("person", "organisation") and not whose.skip:
        return False  # بهدف نشر الوعي. … وحث [الوزير] الشباب
    for k in range(frame.cue - 1, max(first - 1, frame.cue - _NEAR_PURPOSE), -1):
        info = marked.infos[k]
        if info.reports or not info.word[0].isalnum():
            return False
        if info.base in marked.classes["purpose_words"]:
            return not info.verbal or "الي" in marked.words[k + 1 : frame.cue]  # تهدف الحملة [إلى] نشر …
    return False


def _behind_a_verb(before: WordInfo | None) -> bool:
    return (
        before is not None
        and bool(before.flags & VERB)
        and not before.flags & (NOUN | PERSONAL)
        and not before.particle
    )


def _resumes_noun(marked: MarkedText, frame: Frame) -> bool:
    """في خطوة عدتها الوزارة خطأ, الخطوة التي عدتها …: the pronoun of the verb stands for what is before it."""
    before = marked.infos[frame.cue - 1]
    relative = bool(before.particle & P.relative) or _judges(marked, frame, before)
    return frame.cue > 0 and bool(frame.form.clitic) and relative


def _judges(marked: MarkedText, frame: Frame, before: WordInfo) -> bool:
    """في خطوة وصفها الوزير ب…: the clause of an indefinite noun, with its own subject behind a verb of calling."""
    if (not frame.form.clitic and not frame.form.agreement) or not frame.rule.target or frame.form.conjunction:
        return False
    if before.definite or before.particle or before.prep or not before.flags & NOUN:
        return False
    found = marked.start_of[frame.cue_last] if frame.cue_last < len(marked.words) else None
    return found is not None and not found.skip and found.kind in ("person", "country", "organisation", "group")


def _is_reiterated(marked: MarkedText, before: WordInfo | None) -> bool:
    """جدد [وصف] …, تواصل [حث] …: said again, or still."""
    rules = marked.doc.lexicon.cue_rules
    return before is not None and any(
        c.kind == "v" and rules[c.rule].speech_act in ("reiterate", "continue") for c in before.cues
    )


def _in_construct(marked: MarkedText, i: int, before: WordInfo | None) -> bool:
    """Right behind a noun without the article, which it completes."""
    named = marked.inside[i - 1] is not None and before is not None and not before.prep
    if before is None or before.definite or named or before.particle:
        return False
    plain = before.flags & NOUN and not before.flags & (VERB | PERSONAL | MASDAR)
    return bool(plain) and not marked.doc.raw(i - 1).endswith(("ه", "ها", "هم", "ً", "ا"))


def _reads_on_as_a_verb(marked: MarkedText, frame: Frame, raw: str) -> bool:
    """عبر الوزير عن …, بين أن …: who speaks or what the verb governs; not عقب اللقاء, عبر حسابه, the preposition."""
    i = frame.cue_last
    if "\u0651" in raw or i >= len(marked.infos):
        return True
    info, found = marked.infos[i], marked.start_of[i]
    if found is not None:
        return found.kind != "place"
    if not info.word[0].isalnum() or info.particle & (COMPLEMENTISER | P.prepositional_pronoun | P.quantifier):
        return True
    if info.word in frame.rule.object or info.base.endswith("ون") or is_person_noun(marked, i):
        return True
    own = any(w in frame.rule.object for w in marked.words[i : i + _NEAR])
    return own or bool(info.flags & (PERSONAL | UNKNOWN) and not info.flags & (NOUN | MASDAR))


def _is_predicate(marked: MarkedText, frame: Frame, before: WordInfo) -> bool:
    """قال إن الحكومة ملتزمة بتعهداتها, باتت القرى مهددة بالعطش: what is said of the noun before it, no report."""
    if frame.form.conjunction or not before.word[0].isalnum():
        return False
    was = before.particle & P.auxiliary or before.base in marked.classes["been"]
    if was and not before.conj and frame.form.agreement == "ms":
        return True  # لم يكن مستغربا أن تنتهي …: nobody is surprised
    if _clause_follows(marked, frame):
        return False
    if before.particle & P.complementiser_pronoun or _topic_adjoins(marked, frame):
        return True
    if before.base.removeprefix("س") in marked.classes["remains"]:
        return True  # وستظل ملتزمة بتعهداتها
    if frame.rule.speech_act in ("demand", "commit", "request") and _behind_relative(marked, frame):
        return True
    after = marked.infos[frame.cue_last] if frame.cue_last < len(marked.infos) else None
    return frame.rule.speech_act == "threaten" and after is not None and after.prep == "ب"


def _behind_relative(marked: MarkedText, frame: Frame) -> bool:
    """أن القرية التي أصيب سكانها مطالبة ب…: behind a topic's relative clause the predicate of the topic."""
    relative = False
    for k in range(frame.cue - 1, max(frame.cue - _REACH, 0), -1):
        info = marked.infos[k]
        if marked.words[k] in COMMAS or marked.words[k] in QUOTE_MARKS:
            return False
        if info.particle & P.relative_pronoun:
            relative = True
        elif relative and info.particle & P.complementiser and marked.inside[k] is None:
            return True
        elif relative and not (info.definite or marked.inside[k] is not None):
            return False
    return False


def _topic_adjoins(marked: MarkedText, frame: Frame) -> bool:
    """أن [الحكومة الكينية] ملتزمة: nothing but one definite noun phrase stands between the complementiser and the word."""
    k = frame.cue - 1
    while k >= max(frame.cue - _NEAR, 0):
        named, info = marked.inside[k], marked.infos[k]
        if named is not None:
            k = named.first - 1
        elif info.definite and not info.prep and not info.conj:
            k -= 1
        else:
            return k < frame.cue - 1 and bool(info.particle & P.complementiser)
    return k >= 0 and k < frame.cue - 1 and bool(marked.infos[k].particle & P.complementiser)


def _qualifies(marked: MarkedText, frame: Frame, before: WordInfo) -> bool:
    """فرضية مستبعدة, حصارا مشددا: an adjective of the indefinite noun before it, where no clause follows."""
    if frame.form.conjunction or _clause_follows(marked, frame) or before.definite or not before.flags & NOUN:
        return False
    if (
        (marked.inside[frame.cue - 1] is not None and not frame.rule.strict)
        or before.particle
        or marked.words[frame.cue - 1][0].isdigit()
    ):
        return False
    after = marked.infos[frame.cue_last] if frame.cue_last < len(marked.infos) else None
    if frame.form.agreement == ("fs" if before.base.endswith("ات") else "mp") and before.base.endswith(("ات", "ين")):
        return after is not None and after.word[0].isalpha()  # عقوبات مشددة على …, مرشحين مقترحين ل…
    if after is None or after.word[0] in '"“”«»:' or (frame.form.agreement == "fs") != before.base.endswith("ه"):
        return False
    if after.flags & MASDAR and not after.definite:
        return False  # معلنا تشكيل لجنة
    if marked.infos[frame.cue].flags & MASDAR and frame.form.agreement == "fs" and after.flags & NOUN:
        return True  # لجنة متابعة الأسعار: the verbal noun
    ends = marked.doc.raw(frame.cue - 1).rstrip("\u064b").endswith(("ة", "ا"))
    return ends and not (after.particle & P.preposition and after.base in frame.rule.object)
