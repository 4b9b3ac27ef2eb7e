"""Visits: who is the guest, and which country the host."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, ContactRule
from dipcli.stages.contacts.clauses import core_of
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.making import make_contacts
from dipcli.stages.contacts.noun_sides import genitive_of, is_adjunct, owner
from dipcli.stages.contacts.story import Story
from dipcli.stages.contacts.unreal import is_imperfect
from dipcli.stages.found import Found
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_NEAR: Final = 8  # tokens from the start of a sentence within which a pronoun still means who the one before is about


def told_by_visit(story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
    """زيارة الرئيس X لموسكو, زيارته إلى كيغالي, الزيارة التي قام بها X للصين: the visitor and the country."""
    guests = _only_person(story, i, agreement, sentence) if agreement else genitive_of(story, i, sentence)
    hosts: list[Found] = []
    made = False
    j = guests[-1].last if guests and not agreement else i + 1
    while j < min(sentence.last, i + 25):
        found = story.marked.start_of[j]
        if story.words[j] in COMMAS and guests and not hosts and (behind := _behind_apposition(story, j, sentence)):
            j = behind
            continue
        if found is None:
            if story.words[j] in COMMAS or not story.words[j][0].isalnum() or story.sides.ends_clause(j):
                break
            same = story.infos[j].definite == story.infos[i].definite
            adjective = same and story.infos[i].definite and story.infos[j].base.endswith("ه")  # الزيارة التاريخية
            away = (story.infos[j].flags & MASDAR and not adjective) or not same
            if story.sides.is_bare_noun(j) and away and not (_makes_visit(story, i, j + 1) or _tells_when(story, j)):
                break
            j += 1
            continue
        g = story.sides.governed(i, j, found)
        own_object = j == i + 1 and not g.preposition and not found.conj  # بزيارة قطر
        if found.kind == "country" and not hosts and (g.preposition in rule.other or own_object):
            hosts = [f for f in story.sides.joint(found, sentence.last, listed=True) if f.kind == "country"]
        elif found.kind == "person" and not guests and not hosts and g.preposition == "ل" and not agreement:
            guests = [found]  # الزيارة التاريخية للأمير … إلى …, آخر زيارة للوزير إلى …
        elif (
            found.kind == "person" and not guests and not g.preposition and not g.genitive and _makes_visit(story, i, j)
        ):
            guests = story.sides.joint(found, sentence.last)
            made = any(
                code[0] == "v" and not is_imperfect(story, k)
                for k in range(i + 1, j)
                for code in story.infos[k].contacts
            )
        j = found.last
    if not guests and hosts and is_adjunct(story, i, sentence):
        guests = story.topics.topic(i, sentence, "")
    if not hosts or not guests or any(f.kind != "person" for f in guests) or _is_planned(story, i, sentence):
        return []
    told = make_contacts(story, "visit", guests, hosts, i, n, rule)
    for contact in told:
        contact.certain = made
    return told


def _behind_apposition(story: Story, j: int, sentence: Sentence) -> int:
    """زيارة وفد … برئاسة X، رئيس …، إلى …: the token behind an office between two commas."""
    before = story.marked.inside[j - 1]
    if before is not None and any(story.words[k] in COMMAS for k in range(before.first, before.last)):
        return j + 1
    office = story.sides.apposed(j) if j + 1 < sentence.last else None
    if office is None or office.last >= sentence.last or story.words[office.last] not in COMMAS:
        return 0
    return office.last + 1


def _only_person(story: Story, i: int, agreement: str, sentence: Sentence) -> list[Found]:
    """The owner of زيارته, when nobody else stands before it in the sentence."""
    own = owner(story, i, agreement, sentence)[-1:]
    if own and own[0].last <= sentence.first and i - sentence.first > _NEAR:
        return []  # somebody else, whom no table names, may have come between
    people = {
        c.serial for k in range(sentence.first, i)
        if (f := story.marked.start_of[k]) is not None and f.kind == "person" and (c := story.sides.clusters.of.get(id(f)))
    }  # fmt: skip
    return own if len(people) <= 1 else []


def _makes_visit(story: Story, i: int, j: int) -> bool:
    """… التي قام بها X, … يقوم بها X, … أداها X"""
    return any(
        story.words[k] in ("بها", "بهما")
        or story.infos[k].particle & P.relative_pronoun
        or story.words[k].endswith("ها")
        for k in range(i + 1, j)
    ) and not (j < len(story.infos) and story.infos[j].conj)


def _tells_when(story: Story, j: int) -> bool:
    """زيارة نهاية الأسبوع الماضي إلى …"""
    return j + 1 < len(story.infos) and bool(story.infos[j + 1].particle & P.time)


def _is_planned(story: Story, i: int, sentence: Sentence) -> bool:
    """تحضيرات لزيارة …, دعوة إلى زيارة …"""
    return any(
        core_of(story, k) in story.lists["wished"] or story.infos[k].base in story.lists["wished"]
        for k in range(max(sentence.first, i - 4), i)
    )
