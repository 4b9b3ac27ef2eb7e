"""Contacts that a verb tells of: التقى الرئيس الوزير, بعث ببرقية إلى الملك."""

from collections.abc import Sequence

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, NOUN, PERSONAL, UNKNOWN, VERB, ContactRule
from dipcli.stages.contacts.clauses import Clause, read_clause
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.making import make_contacts
from dipcli.stages.contacts.own_words import told_in_first_person
from dipcli.stages.contacts.story import Story
from dipcli.stages.contacts.unreal import is_future, is_imperfect, is_unreal, verb_is_unreal
from dipcli.stages.contacts.verb_sides import in_relative, is_during, verb_sides
from dipcli.stages.found import Found
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence


def told_by_verb(story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
    """The contacts that the verb at ``i`` tells of; one to come is noted in the story and told of nowhere."""
    if _is_noun_here(story, i, rule, sentence) or _is_of_unknown(story, i, rule, sentence):
        return []
    first = agreement in ("1s", "1p")
    if not verb_is_unreal(story, i, sentence):
        told = (
            told_in_first_person(story, i, rule, sentence, n)
            if first
            else _told(story, i, rule, agreement, sentence, n)
        )
        for contact in told:
            contact.certain = not is_imperfect(story, i)
        return told
    if is_future(story, i) and not first:
        story.planned += _told(story, i, rule, agreement, sentence, n)
    return []


def _told(story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
    headline = story.doc.segments.lines[sentence.line].kind == "headline"
    bare_visit = "" in rule.noun and (rule.kind == "visit" or (rule.kind == "call" and rule.talk))
    if bare_visit and is_imperfect(story, i) and not headline and not in_relative(story, i):
        return []  # يزور الرئيس …: mostly what is to come
    noun_at = _noun_after(story, i, rule, sentence)
    if noun_at < 0 or (noun_at < i and is_unreal(story, noun_at, sentence)):
        return []
    if not rule.never.isdisjoint(story.words[i + 1 : min(sentence.last, i + 30)]):
        return []
    clause = read_clause(story, i, rule, sentence)
    subject, other = verb_sides(story, i, rule, agreement, sentence, clause)
    if not other and (rule.mutual or rule.joins) and len(subject) >= 2:
        if agreement in ("ms", "fs") and not rule.joins and subject[0].first < i and subject[-1].last <= i:
            return []  # the one of two named before who acts alone
        if rule.talk and subject[0].kind == "country" and subject[0].first > i + 2:
            return []  # ناقش ملفات … والعراق وسوريا: what it was about
        if _are_counterparts(story, subject[0]) or _is_with_unknown(story, i, rule, sentence):
            return []
        subject, other = subject[:1], subject[1:]
    if subject and not other and rule.kind == "letter" and not rule.inverted:
        return _similar(story, i, noun_at, rule, subject, n)
    if not other and _met_each_other(story, i, rule, subject, clause, sentence):
        return make_contacts(story, rule.kind, subject, [], min(i, noun_at), n, rule)
    if not subject or not other or (rule.talk and not rule.mutual and not _is_spoken_to(story, i, rule, other[0])):
        return []
    if _are_signals(story, noun_at, subject, other):
        return []
    return make_contacts(story, rule.kind, subject, other, min(i, noun_at), n, rule)


def _met_each_other(
    story: Story, i: int, rule: ContactRule, subject: Sequence[Found], clause: Clause, sentence: Sentence
) -> bool:
    """وكان الوزيران التقيا في كينيا: with nobody else told, the two met each other; not التقى الوزيران عددا من …"""
    dual = len(subject) == 1 and subject[0].number == "du" and subject[0].name is None
    if not dual or not rule.mutual or rule.talk or rule.kind == "letter":
        return False
    return not clause.nouns and "مع" not in story.words[i : min(sentence.last, i + 14)]


def _are_counterparts(story: Story, first: Found) -> bool:
    """نظيريه الروسي X والكيني Y: both are one side, and the other is he whose counterparts they are."""
    before = story.marked.inside[first.first - 1] if first.first else None
    own = first if before is None else before
    return any(t.kind == "counterpart" for t in own.titles) and (before is not None or own.number != "sg")


def _is_with_unknown(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> bool:
    """X وY … التقيا بنافي رانسي: behind the preposition of the other side stands a name that nobody knows."""
    for k in range(i + 1, min(sentence.last - 1, i + 9)):
        info, behind = story.infos[k], story.infos[k + 1]
        if story.marked.inside[k] is not None or info.prep not in rule.other or info.definite:
            continue
        if behind.flags & (PERSONAL | UNKNOWN) and not behind.flags & NOUN and story.words[k + 1].isalpha():
            return story.marked.inside[k + 1] is None
    return False


def _are_signals(story: Story, noun_at: int, subject: Sequence[Found], other: Sequence[Found]) -> bool:
    """الرسائل التي وجهتها الرباط إلى مدريد: what states tell each other in several messages are signs and no letters."""
    several = story.infos[noun_at].core in story.lists["signals"]
    return several and all(f.kind == "country" for f in (*subject, *other))


def _is_spoken_to(story: Story, i: int, rule: ContactRule, other: Found) -> bool:
    """تحدث X أمس مع Y, not تحدث X عن علاقته مع Y: no other preposition stands between."""
    between = [k for k in range(i + 1, other.first) if story.marked.inside[k] is None]
    return story.sides.preposition(i, other.first, other) in rule.other and not any(
        story.infos[k].prep or (story.infos[k].particle & P.preposition and story.infos[k].base not in rule.noun_other)
        for k in between
    )


def _is_noun_here(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> bool:
    """تم بحث …, إلى عقد …: a verb that reads like its masdar begins a clause or follows its subject."""
    if not story.infos[i].flags & NOUN or story.infos[i].conj or i == sentence.first:
        return False
    before = story.infos[i - 1]
    if not rule.talk:
        return bool(before.particle & P.preposition) or before.base in story.lists["purpose"]
    if before.word in story.lists["earlier"]:
        return False  # وفي وقت سابق بحث الوزير مع …
    opens = P.conjunction | P.relative | P.qad | COMPLEMENTISER | P.time
    return bool(
        before.word[0].isalnum() and story.marked.inside[i - 1] is None and not before.particle & opens
    ) or bool(before.particle & P.preposition)


def _is_of_unknown(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> bool:
    """هيئة الموانئ تتباحث …, وفدا برلمانيا، يزور …: the noun before is its subject or antecedent, and no mention."""
    if story.infos[i].conj or i == sentence.first or story.marked.inside[i - 1] is not None or is_during(story, i):
        return False
    if story.words[i - 1] in COMMAS:
        return is_imperfect(story, i) and i - sentence.first > 6
    if any(story.infos[k].particle & P.preposition for k in range(max(sentence.first, i - 3), i)):
        return False  # على صعيد آخر يلتقي …
    noun_before = any(_names(story, k, rule) for k in range(max(sentence.first, i - 4), i))
    return story.sides.is_bare_noun(i - 1) and ("" in rule.noun or not noun_before)


def _noun_after(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> int:
    if "" in rule.noun:
        return i
    for j in range(i + 1, min(sentence.last, i + (4 if rule.joins else 40))):
        if _names(story, j, rule) and not _is_beside(story, j, rule):
            return j
        if story.sides.ends_clause(j) or story.infos[j].base in story.lists["purpose"]:
            break  # يقوم بجولة لعقد مباحثات
    for j in range(i - 1, max(sentence.first - 1, i - 6), -1):
        # اللقاء الذي جمع …, رسالة بعث بها …, محادثات أجراها …: the noun stands before.
        if _names(story, j, rule) and (
            story.infos[i - 1].particle & P.relative_pronoun
            or story.words[i + 1 : i + 2] in (["بها"], ["به"])
            or _is_of_owner(story, j, i)
            or all(
                story.sides.is_bare_noun(k) or _is_adjective(story, k) or (k == i - 1 and story.words[k] in COMMAS)
                for k in range(j, i)
            )
        ):
            return j
    return -1


def _is_of_owner(story: Story, j: int, i: int) -> bool:
    """رسالة [له] وجهها إلى …: nothing but whose it is stands before the verb with its pronoun."""
    return j + 2 == i and story.words[j + 1] in story.lists["of_it"] and story.words[i].endswith(("ها", "ه"))


def _is_adjective(story: Story, k: int) -> bool:
    """لقاء ثلاثيا جمعه …: an indefinite word that tells what kind of contact it was."""
    info = story.infos[k]
    return not (info.particle or info.prep or info.conj or info.definite or info.flags & VERB) and info.word.isalpha()


def _is_beside(story: Story, j: int, rule: ContactRule) -> bool:
    """عقد مؤتمرا في ختام الاجتماع: under a preposition the noun is not what the verb held; but تسلم نسخة من أوراق …"""
    before = story.infos[j - 1]
    if rule.kind != "meeting" or rule.joins or story.infos[j - 2].core in story.lists["copies"]:
        return False
    return bool(before.particle & P.preposition) or before.base in story.lists["phases"]


def _names(story: Story, j: int, rule: ContactRule) -> bool:
    info = story.infos[j]
    attached = info.core[1:] if info.core[:1] in ("ب", "ل") and info.contacts else ""  # بلقاءات
    return not rule.noun.isdisjoint((info.core, info.base, story.words[j], info.core.rstrip("ا"), attached))


def _similar(story: Story, i: int, noun_at: int, rule: ContactRule, subject: list[Found], n: int) -> list[Contact]:
    """كما بعث ولي العهد برقية مماثلة: to whom the letter before it went."""
    before = next((c for c in reversed(story.told) if c.kind == "letter"), None)
    if before is None or story.lists["similar"].isdisjoint(story.words[noun_at + 1 : noun_at + 4]):
        return []
    out = []
    for sender in story.sides.entities(subject):
        if sender not in before.receivers:
            contact = Contact("letter", [sender], list(before.receivers), i, n, rule.id)
            contact.evidence, contact.end = (i, noun_at + 2), noun_at + 2
            out.append(contact)
    return out
