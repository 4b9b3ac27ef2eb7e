"""A subject that stands before its verb: the topic of the clause, and whether it agrees."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, GIVEN, LISTED, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import adjunct_end, noun_phrase_end, preposition_before, second_of_two, within_phrase
from dipcli.stages.framing.signs import MASCULINE_COUNTRIES, SAME, WHO_IS
from dipcli.stages.framing.unlisted import has_clause_behind, is_unlisted_speaker, joined_topic
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.stages.names import name_end
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_OPENING: Final = (
    P.auxiliary
    | P.qad
    | P.time
    | P.adverb
    | P.conjunction
    | P.subordinator
    | P.negation
    | P.future
    | P.relative_pronoun
    | P.demonstrative
)
_SHORTEST_PLURAL: Final = 4  # letters
_FAR: Final = 20  # tokens from سبق to its verb
_PASSING: Final = P.qad | P.negation | P.future | P.time | P.adverb | P.auxiliary


def find_subject_before(marked: MarkedText, frame: Frame, sentence: Sentence) -> None:
    """A topic before the verb, at the start of its clause (كان, أما, a headline, أن الرئيس السيسي أكد)."""
    if is_resumed(marked, frame, sentence):
        return
    if (told := _whose_clause(marked, frame, sentence)) is not None:
        frame.subjects, frame.subject_side = [told], "before"
        return
    _find_topic(marked, frame, sentence)
    if frame.subject_side == "none" and (joined := joined_topic(marked, frame, sentence.first)) is not None:
        frame.noun_phrase, frame.subject_side = (joined, frame.cue), "before"


def resumes_noun(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """قال [فيه] إن …, أعرب [في مستهلها] عن …: a pronoun right behind the verb, alone or on a noun of a part of what was said."""
    i = frame.cue_last
    if i >= sentence.last:
        return False
    if marked.words[i] in marked.classes["resumptives"]:
        return True
    return i + 1 < sentence.last and marked.words[i] == "في" and marked.words[i + 1] in marked.classes["parts_of_it"]


def is_resumed(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """أدلى الوزير [بتصريح] قال فيه إن …: the pronoun takes up the indefinite noun before the verb, which is no subject then."""
    if frame.form.kind != "v" or frame.form.conjunction or frame.cue == sentence.first:
        return False
    if not resumes_noun(marked, frame, sentence):
        return False
    at = frame.cue - 1
    inside = marked.inside[at]
    if inside is not None and inside.kind == "person" and inside.first > sentence.first and not inside.skip:
        paper = marked.infos[inside.first - 1]  # مقتطفا من خطاب الملك قال فيه
        return paper.core in marked.classes["told_in"] and not paper.definite
    if marked.infos[at].base.endswith(("ي", "يا", "يه")) and not marked.infos[at - 1].definite and at > sentence.first:
        at -= 1  # مؤتمرا صحفيا
    info = marked.infos[at]
    thing = inside is None or inside.rule == "unnamed_document" or (inside.kind == "unnamed" and at < frame.cue - 1)
    return (
        thing
        and bool(info.flags & NOUN)
        and not (info.definite or marked.infos[frame.cue - 1].definite or info.particle)
    )


def _whose_clause(marked: MarkedText, frame: Frame, sentence: Sentence) -> Found | None:
    """بسبب [تقارير] أفادت بأن …, رد على [مسؤول كيني] قال إن …: an indefinite noun right before a verb of saying has it for its clause."""
    if frame.form.conjunction or frame.cue == sentence.first or not has_clause_behind(marked, frame):
        return None
    found = marked.inside[frame.cue - 1]
    if found is None or found.last != frame.cue or found.kind not in ("unnamed", "group") or found.conj:
        return None
    head = marked.infos[found.first]
    if head.definite or any(t.definite for t in found.titles):
        return None
    agreement, paper = frame.form.agreement, found.rule == "unnamed_document"
    noun = marked.infos[found.first - 1] if found.first > sentence.first else head
    if (paper and frame.rule.target) or (not paper and noun.flags & NOUN and not (noun.particle or noun.definite)):
        return None  # اتفاقية وصفت بأنها …: in the passive; انتقادات [برلمانية]: an adjective
    feminine = head.core.endswith("ه") or (paper and found.number != "sg")
    if agreement[1:] == "p":
        return found if found.number == "pl" and not paper else None
    return found if agreement == ("fs" if feminine else "ms") and (paper or found.number == "sg") else None


def _find_topic(marked: MarkedText, frame: Frame, sentence: Sentence) -> None:
    topic = _topic_ahead(marked, frame, sentence)
    if topic < 0 and frame.form.conjunction:
        return
    if topic >= 0 and _take_framed_topic(marked, frame, topic + 1):
        return
    if frame.cue > sentence.first and marked.words[frame.cue - 1] == "ما":
        return  # ما سماه …: its subject is who speaks already
    if _take_quoted_topic(marked, frame, sentence):
        return
    if (at := _who_did_before(marked, frame, sentence)) >= 0:
        _take_governed(marked, frame, at)
        return
    i, first = _clause_begins(marked, frame.cue, sentence), True
    while i < frame.cue:
        info = marked.infos[i]
        found = marked.start_of[i]
        if found is not None:
            if topic_fits(marked, frame, found) and (first or _begins_new_clause(marked, found)):
                frame.subjects = _joined_after(marked, found, frame.cue)
                frame.subject_side = "before"
                return
            first = False
            i = found.last
            continue
        if not first:
            i += 1
            continue
        if info.particle & _OPENING or marked.words[i] in COMMAS or not info.word[0].isalnum():
            i += 1
            continue
        if info.base[0] == "ب" and info.base in marked.classes["turns"]:
            i += 1  # وبدوره، الوزير … قال
            continue
        if info.base == "كل" and i + 1 < frame.cue and marked.start_of[i + 1] is not None:
            i += 1  # [كل] الوزراء قالوا إن …
            continue
        if info.particle & P.each_of and marked.words[i + 1] == "من":
            i += 2  # أن [كلا من] فرنسا وإيطاليا أكدتا …
            continue
        if info.particle & P.preposition or info.prep:
            i += not info.prep and i + 1 < frame.cue and marked.words[i + 1] in SAME  # وفي ذات السياق أفادت …
            i = max(adjunct_end(marked, i + (0 if info.prep else 1), frame.cue), i + 1)
            continue
        _take_noun_topic(marked, frame, i)
        return


def _who_did_before(marked: MarkedText, frame: Frame, sentence: Sentence) -> int:
    """وسبق [للوزير] أن أعلن …, وسبق [له] وأن قال …: the token of who stands under ل; -1 where nobody does."""
    if frame.cue - 3 < sentence.first or marked.words[frame.cue - 1] not in ("ان", "وان"):
        return -1
    for k in range(frame.cue - 3, max(sentence.first, frame.cue - _FAR) - 1, -1):
        if marked.infos[k].base == "سبق":
            found = marked.start_of[k + 1]
            if found is None:
                return k + 1 if marked.infos[k + 1].prep == "ل" else -1
            governed = found.kind != "place" and preposition_before(marked, k, k + 1, found) == "ل"
            return k + 1 if governed else -1
    return -1


def _take_governed(marked: MarkedText, frame: Frame, i: int) -> None:
    """Who stands under ل at ``i`` is the subject: who is named there, or the words up to أن."""
    found = marked.start_of[i]
    if found is not None:
        frame.subjects = _joined_after(marked, found, frame.cue)
    else:
        frame.noun_phrase = (i, noun_phrase_end(marked, i, frame.cue - 1))
    frame.subject_side = "before"


_ADJUNCT: Final = 3  # words of a phrase between a pronoun and its verb
_NAME: Final = 3  # words of a quotation that is a paper's name


def _take_quoted_topic(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """وكانت "الأفق" قد أشارت إلى أن …: a paper by its name in marks, between كان and its verb."""
    k = frame.cue - 1
    while k > sentence.first and marked.infos[k].particle & P.qad:
        k -= 1
    if k == frame.cue - 1 or k not in marked.closing:
        return False
    first = next((o for o in range(k - 1, max(sentence.first, k - _NAME - 2), -1) if o in marked.quote_at), -1)
    if first <= sentence.first or marked.quote_at[first].close != k:
        return False
    if not marked.infos[first - 1].particle & P.auxiliary:
        return False
    frame.noun_phrase, frame.subject_side = (first, k + 1), "before"
    return True


def pronoun_subject(marked: MarkedText, frame: Frame) -> bool:
    """لكنه ذكر المجلس, لكنه في المقابل ذكر; لكنها تأمل goes on what is said."""
    info = marked.infos[_past_adjunct(marked, frame.cue)]
    pronoun = bool(info.particle & P.complementiser_pronoun) or info.base in marked.classes["but_pronoun"]
    return pronoun and frame.form.tense == "pa"


def _past_adjunct(marked: MarkedText, cue: int) -> int:
    """Token before the verb at ``cue``; لكنه also where one phrase under a preposition stands between the two."""
    for k in range(cue - 2, max(cue - 2 - _ADJUNCT, 0), -1):
        info = marked.infos[k]
        if not info.word[0].isalpha() or info.verbal:
            break
        if info.particle & P.preposition:
            but = marked.infos[k - 1].base in marked.classes["but_pronoun"]
            return k - 1 if but and adjunct_end(marked, k + 1, cue) == cue else cue - 1
    return cue - 1


def adjoins(marked: MarkedText, frame: Frame) -> bool:
    """The topic stands right before the verb, with nothing but قد, a negation, an adverb or its holder's name between."""
    end = frame.subject_end()
    title = frame.subjects[-1] if frame.subjects else None
    if title is not None and title.titles and title.name is None:
        end = _unknown_name_end(marked, end, frame.cue)
    last = frame.cue - (marked.words[frame.cue - 1] in ("ان", "وان"))  # وسبق للوزير [أن] أعلن …
    if _is_told_aside(marked, end, last):
        return True
    return all(marked.infos[k].particle & _PASSING or marked.words[k] in COMMAS for k in range(end, last))


def _is_told_aside(marked: MarkedText, end: int, last: int) -> bool:
    """إن كينيا[، وهي من خمس دول،] أبلغت …: what the topic is stands between two commas right behind it and before the verb."""
    if last - end < _PHRASE_ASIDE or marked.words[end] not in COMMAS or marked.words[last - 1] not in COMMAS:
        return False
    opens = marked.words[end + 1] in WHO_IS or bool(marked.infos[end + 1].particle & P.relative_pronoun)
    return opens and not any(marked.words[k] in ".؛:" for k in range(end, last))


_PHRASE_ASIDE: Final = 4  # tokens of an aside with its commas


def _unknown_name_end(marked: MarkedText, i: int, cue: int) -> int:
    """المتحدث باسم الجيش [فيليب أغير] نفى …: token behind the name, which no table knows, of a title's holder."""
    j = i
    while j < min(cue, i + _NAME) and marked.infos[j].flags & (PERSONAL | UNKNOWN):
        info = marked.infos[j]
        if not info.word[0].isalpha() or info.flags & (NOUN | MASDAR) or info.particle or info.prep or info.conj:
            break
        j += 1
    return j


def adjoins_verb(marked: MarkedText, end: int, cue: int) -> bool:
    """Between a topic that ends at ``end`` and its verb stands nothing but قد, a negation or an adverb."""
    return all(marked.infos[k].particle & _PASSING for k in range(end, cue))


def _begins_new_clause(marked: MarkedText, found: Found) -> bool:
    """و or a comma before a mention: with a verb right behind it, it opens a clause of its own."""
    return (found.conj and found.skip > 0) or marked.words[found.first - 1] in COMMAS


def _clause_begins(marked: MarkedText, cue: int, sentence: Sentence) -> int:
    """First token of the clause that the verb at ``cue`` stands in."""
    i = cue - 1
    while i >= sentence.first:
        info = marked.infos[i]
        if marked.inside[i] is None:
            if (
                (info.particle & (COMPLEMENTISER | P.subordinator) and not _behind_its_topic(marked, i, cue))
                or marked.words[i] in ":/"  # شؤون دولية / الأمير يهنئ …
                or (i in marked.quote_at and i < cue - 1 and not _is_a_name(marked, i, cue))  # not الوزير «عبر عن …»
            ):
                return i + 1
            if info.base in ("اما", "لكن", "فيما", "بينما", "كما", "حيث") or i in marked.dots:
                return i + 1
            if info.base in marked.classes["but_pronoun"]:
                return i + 1  # …، لكنه نفى: the pronoun is the subject
            if info.conj and not info.particle and (info.reports or info.verbal):
                return i + 1
        i -= 1
    return sentence.first


def _is_a_name(marked: MarkedText, i: int, cue: int) -> bool:
    """ضد «الحركة»، قال …: marks that close before the verb, around a name under a preposition."""
    quote = marked.quote_at[i]
    return quote.closed and quote.close < cue and i > 0 and bool(marked.infos[i - 1].particle & P.preposition)


def _behind_its_topic(marked: MarkedText, i: int, cue: int) -> bool:
    """أن الوزير [كان] قد أشار …, where كان folds like كأن: only what a verb's parts are parted by stands before the cue."""
    info = marked.infos[i]
    if not info.particle & P.auxiliary or info.conj or marked.words[i - 1] in COMMAS:
        return False
    return all(marked.infos[k].particle & _PASSING for k in range(i + 1, cue))


def topic_fits(marked: MarkedText, frame: Frame, found: Found) -> bool:
    """Can the mention be the topic of the verb: under no preposition, in agreement, with no other verb between?"""
    governed = (found.skip and not found.conj) or marked.infos[found.first].prep
    if found.kind == "place" or governed or not agrees(marked, frame, found):
        return False
    if found.conj and second_of_two(marked, found):
        return False  # وحول الاتفاق بين إيران [والدول الغربية] ذكر …
    if within_phrase(marked, 0, found.first):
        return False  # وفي ختام زيارة الوزير هنأت …
    if (
        found.kind == "country"
        and found.first
        and marked.infos[found.first - 1].core in marked.classes["named_for_places"]
    ):
        return False  # إعلان القاهرة يؤكد …
    if found.rule == "unnamed_document" and found.conj and found.skip and frame.form.tense == "pr":
        return marked.doc.in_headline(frame.sentence)  # أفكار ورسائل تحض على …: a clause of the indefinite noun
    # Between topic and verb no other verb may stand: it would be the clause's own.
    for j in range(found.last, frame.cue):
        if (
            marked.inside[j] is None
            and marked.infos[j].verbal
            and not marked.infos[j].particle
            and not _in_relative(marked, found.last, j)
        ):
            return False
    return True


def _in_relative(marked: MarkedText, i: int, j: int) -> bool:
    return any(marked.infos[k].particle & P.relative_pronoun for k in range(i, j))


def _joined_after(marked: MarkedText, found: Found, cue: int) -> list[Found]:
    """Those up to the cue that و joins to the mention, a place behind it and what follows left out."""
    joined = marked.joined(found, cue)
    return joined[: next((n for n, f in enumerate(joined) if n and f.kind == "place"), len(joined))]


def _take_noun_topic(marked: MarkedText, frame: Frame, i: int) -> None:
    """A topic that is no mention: only people and papers that can speak (مصدر في الكونغرس … أكد, بعض المحللين يقولون)."""
    own = marked.words[i] in marked.classes["own_side"] and frame.rule.speech_act != "continue"
    if own and adjoins_verb(marked, i + 1, frame.cue):
        frame.noun_phrase, frame.subject_side = (i, i + 1), "before"  # قال إن بلاده ترى أن …
        return
    if marked.words[i].isdigit() and (stop := _counted_topic(marked, frame, i)) > i:
        frame.noun_phrase, frame.subject_side = (i, stop), "before"
        return
    surname = marked.words[i] in marked.surnames
    counted = bool(marked.infos[i].particle & P.quantifier) and i + 1 < frame.cue
    if (surname or is_person_noun(marked, i + counted) or _is_accusative_people(marked, frame, i)) and not marked.infos[
        i
    ].prep:
        stop = i + 1 if surname else _body_end(marked, i + counted, frame.cue)
        frame.noun_phrase = (i, stop)
        frame.subject_side = "before"
    elif _is_body(marked, frame, i):
        frame.noun_phrase, frame.subject_side = (i, _body_end(marked, i, frame.cue)), "before"
    elif (qad := _before_qad(marked, frame, i)) > i:
        frame.noun_phrase, frame.subject_side = (i, qad), "before"
    elif is_unlisted_speaker(marked, frame, i):
        named = marked.inside[frame.cue - 1]
        whole = named is not None and named.kind == "person" and named.name and not named.skip
        frame.subjects, frame.noun_phrase = ([named], None) if named is not None and whole else ([], (i, frame.cue))
        frame.subject_side = "before"


def _body_end(marked: MarkedText, i: int, cue: int) -> int:
    """الهيئة الدائمة المستقلة [لحقوق الإنسان] تدعو …: with what a body is for, where nothing else stands before the verb."""
    end = noun_phrase_end(marked, i, cue)
    body = marked.infos[i].core in marked.classes["body_heads"]
    if body and end + 1 < cue and marked.infos[end].prep == "ل" and not marked.infos[end].conj:
        if all(_is_nominal(marked, k) and not marked.infos[k].particle for k in range(end + 1, cue)):
            return cue
    return end


def _before_qad(marked: MarkedText, frame: Frame, i: int) -> int:
    """وكان [منفذ الهجوم رودريك تارنتو] قد عبر عن …: between كان and قد stands the subject and nothing else; ``i`` for none."""
    qad = frame.cue - 1
    if qad - i < 1 or qad - i > _COUNTED or not marked.infos[qad].particle & P.qad or i == 0:
        return i
    if not marked.infos[i - 1].particle & P.auxiliary or marked.infos[i - 1].base not in ("كان", "كانت"):
        return i
    last = marked.infos[qad - 1]
    named = not last.flags & LISTED or bool(last.flags & PERSONAL and not last.flags & (NOUN | MASDAR))
    info = marked.infos[i]
    noun = (
        qad - i > 1 and info.flags & NOUN and not (info.prep or info.particle)
    )  # وكان [قسم حقوق الإنسان في المنظمة] قد دعا …
    within = (_is_nominal(marked, k) or (noun and marked.words[k] == "في") for k in range(i + 1, qad))
    return qad if (named or noun) and all(within) else i


def _is_nominal(marked: MarkedText, k: int) -> bool:
    info = marked.infos[k]
    return info.word[0].isalpha() and not info.prep and not (info.verbal and info.flags & LISTED)


def _counted_topic(marked: MarkedText, frame: Frame, i: int) -> int:
    """وكان [27 عضوا من مجلس الشيوخ] طالبوا …: token behind people with their number, and of whom they are; ``i`` for none."""
    core = marked.infos[i + 1].core.removesuffix("ا")
    people = core in marked.classes["sources"] or core in marked.classes["peoples"] or core in marked.classes["seated"]
    if i + 1 >= frame.cue or not people or frame.cue - i > _COUNTED:
        return i
    nominal = (marked.words[k][0].isalpha() and not marked.infos[k].verbal for k in range(i + 2, frame.cue))
    return frame.cue if all(nominal) else i


_COUNTED: Final = 9  # tokens of people with their number and of whom they are


def _is_body(marked: MarkedText, frame: Frame, i: int) -> bool:
    """[الحكومة] رحبت بالاتفاق: the noun of a body with the article, in the gender of the verb."""
    info = marked.infos[i]
    if not info.definite or info.prep or info.core not in marked.classes["body_heads"]:
        return False
    return frame.form.agreement == ("fs" if marked.doc.raw(i).endswith("ة") else "ms")


def _is_accusative_people(marked: MarkedText, frame: Frame, i: int) -> bool:
    """لكن [سكانا] قالوا, أن [المسلحين] طلبوا: people with the ending of an accusative behind a word that governs it."""
    info = marked.infos[i]
    if i == 0 or marked.infos[i - 1].base not in ("لكن", "ان"):
        return False
    if frame.form.agreement == "mp" and info.base.endswith("ين") and len(info.core) > _SHORTEST_PLURAL:
        return not info.prep and adjoins_verb(marked, noun_phrase_end(marked, i, frame.cue), frame.cue)
    if info.definite or not info.base.endswith("ا"):
        return False
    core = info.base[:-1]
    return core in marked.classes["sources"] or core in marked.classes["peoples"]


def _topic_ahead(marked: MarkedText, frame: Frame, sentence: Sentence) -> int:
    """[أما] الرئيس الفنزويلي فكتب, [أما] المواطن فقد أشار: where the topic begins whose verb has ف; -1 where there is none."""
    if not (frame.form.conjunction and marked.words[frame.cue].startswith("ف")) and not _has_qad_with_fa(marked, frame):
        return -1
    last = max(sentence.first, frame.cue - 25)
    return next((k for k in range(frame.cue - 1, last - 1, -1) if marked.infos[k].base == "اما"), -1)


def _has_its_own_subject(marked: MarkedText, frame: Frame) -> bool:
    """أما اللاعب الجديد فقد أعلن [النادي] أنه مصاب: of whom it is said, not who says it; أبلغ البرلمان أن … has an object."""
    i, rule = frame.cue_last, frame.rule
    if not _has_qad_with_fa(marked, frame) or i + 1 >= len(marked.words) or "object" in rule.addressee or rule.target:
        return False
    found, info = marked.start_of[i], marked.infos[i]
    if found is not None:
        speaks = found.kind in ("person", "organisation", "country") and not found.skip
        return speaks and found.last < len(marked.words) and bool(marked.infos[found.last].particle & COMPLEMENTISER)
    noun = info.definite and not info.prep and info.core in marked.classes["body_heads"]
    return noun and bool(marked.infos[i + 1].particle & COMPLEMENTISER)


def _has_qad_with_fa(marked: MarkedText, frame: Frame) -> bool:
    qad = frame.cue - 1
    return (
        frame.form.kind == "v" and qad >= 0 and bool(marked.infos[qad].particle & P.qad) and marked.words[qad][0] == "ف"
    )


def _take_framed_topic(marked: MarkedText, frame: Frame, first: int) -> bool:
    """أما المعارضة الكينية، فتقول إنها …: a definite noun phrase that no table knows, whole between أما and its verb."""
    last = frame.cue - _has_qad_with_fa(marked, frame)
    while last > first and marked.words[last - 1] in COMMAS:
        last -= 1
    person = is_person_noun(marked, first) or marked.infos[first].core in marked.classes["actors"]
    person = person or bool(first + 1 < last and marked.infos[first + 1].flags & GIVEN)  # أما الطالب [سلمان] …
    things = frame.rule.id in marked.classes["said_of_things"] and not person
    if first >= last or things or _has_its_own_subject(marked, frame):
        return False
    info, found = marked.infos[first], marked.start_of[first]
    if found is not None and (found.kind != "unnamed" or found.titles or found.last >= last or not info.definite):
        return False
    if (end := _name_set_in_front(marked, frame, first, last)) > first:
        frame.noun_phrase, frame.subject_side = (first, end), "before"
        return True
    stop = noun_phrase_end(marked, first, last)
    if stop < last and person:
        stop = max(stop, name_end(marked.doc, stop, last, trusted=True))  # الطفلة [سلمى] التي …
    if not info.definite or info.prep or (stop < last and not _sets_aside(marked, frame, stop)):
        return False
    feminine = info.core.endswith(("ه", "ات"))
    if frame.form.agreement in ("ms", "fs") and feminine != (frame.form.agreement == "fs"):
        return False
    frame.noun_phrase, frame.subject_side = (first, stop), "before"
    return True


def _sets_aside(marked: MarkedText, frame: Frame, i: int) -> bool:
    """أما الطفلة سلمى [التي لم تتجاوز …،] فقالت, أما رعد [(36 سنة)] الموظف في …، فقال: what tells more of who speaks, up to a comma."""
    if marked.words[frame.cue - 1 - _has_qad_with_fa(marked, frame)] not in COMMAS:
        return False
    return marked.words[i] in "(،," or bool(marked.infos[i].particle & P.relative_pronoun)


def _name_set_in_front(marked: MarkedText, frame: Frame, first: int, last: int) -> int:
    """أما [سالم] فقال …, أما [العلمي]، الذي …، فقال …: token behind one word of names; ``first`` where it is none."""
    info, end = marked.infos[first], first + 1
    whole_name = name_end(marked.doc, first, last, trusted=True)
    if whole_name > end and not (info.prep or info.particle or info.definite) and marked.start_of[first] is None:
        known = all(marked.infos[k].flags & (PERSONAL | UNKNOWN | NOUN) for k in range(first, whole_name))
        if known and (whole_name == last or _sets_aside(marked, frame, whole_name)):
            return whole_name  # أما [رعد جاسم] (36 سنة) الموظف في …، فقال
    unknown = info.flags & UNKNOWN and not info.flags & (NOUN | MASDAR | VERB)
    named = (unknown or info.flags & PERSONAL) and not info.prep and not info.particle and not info.definite
    if not named and marked.words[first] not in marked.surnames:
        return first
    relative = end + 1 < last and marked.words[end] in COMMAS and marked.words[frame.cue - 1] in COMMAS
    whole = end == last or (relative and bool(marked.infos[end + 1].particle & P.relative_pronoun))
    return end if whole else first


def agrees(marked: MarkedText, frame: Frame, found: Found) -> bool:
    """A person or a country and the verb agree in gender, as far as both are known."""
    gender = frame.form.agreement[:1]
    if frame.form.agreement[1:] == "d" and len(_joined_after(marked, found, frame.cue)) > 1:
        return True  # قطر والأردن يدينان …: of two, one masculine
    if found.rule == "table_C" and found.country and frame.form.kind == "v":
        # المملكة المغربية, دولة الكويت: the head noun is feminine though the country's name is not.
        masculine = found.country in MASCULINE_COUNTRIES and not marked.infos[found.first].core.endswith("ه")
        return gender != ("f" if masculine else "m")
    plural = found.kind != "person" and marked.infos[found.first].core in marked.classes["speaking_plurals"]
    if plural and frame.form.agreement == "ms":
        return False  # الدول … تذكر, not يذكر
    if gender == "f" and found.kind == "person" and found.gender == "m":
        return False
    if gender == "m" and found.kind == "person" and found.gender == "f":
        return False
    return True
