"""Contacts whose agent is told behind them, or nowhere: تم استدعاء السفير, استُقبل الوزير من قبل الملك."""

from typing import Final

from dipcli.rules.match import ContactRule
from dipcli.stages.contacts.clauses import Clause, core_of
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.making import make_contacts
from dipcli.stages.contacts.own_words import report_around, speaker_of
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.text.segment import Sentence

_REACH: Final = 16  # tokens from who is summoned to who summons him
_BEFORE: Final = 8  # tokens from قامت to باستدعاء
_BODIES: Final = ("organisation", "country")
_SUMMONING: Final = ("organisation", "country", "person")


def by_agent(story: Story, clause: Clause) -> list[Found]:
    """استُقبل الوزير [من قبل الملك]: who did it."""
    for g in clause.mentions:
        if is_agent(story, g.token):
            return story.sides.joint(g.found, clause.last)
    return []


def is_agent(story: Story, k: int) -> bool:
    """Does من قبل, من طرف or من جانب stand before token ``k``?"""
    return k > 1 and story.words[k - 2] == "من" and story.words[k - 1] in story.lists["agents"]


def told_by_summons(story: Story, i: int, rule: ContactRule, sentence: Sentence, n: int) -> list[Contact]:
    """تم استدعاء السفير X, أعلنت الوزارة استدعاء السفير, استدعاء الخارجية السفير X."""
    reach = range(i + 1, min(sentence.last, i + 30))
    if _is_asked_for(story, i) or any(story.words[k] in rule.never for k in reach):
        return []
    genitive = story.sides.at(i + 1, sentence.last)
    own = [genitive] if genitive is not None and genitive.kind in _BODIES and not genitive.conj else []
    at = own[0].last if own else i + 1
    guest = story.sides.at(at, sentence.last)
    if guest is None or guest.kind not in ("person", "unnamed") or not _is_envoy(story, at, rule):
        return []
    own = own or _who_summons(story, i, guest, sentence)
    return make_contacts(story, rule.kind, own, [guest], i, n, rule) if own else []


def _is_asked_for(story: Story, i: int) -> bool:
    """طالبوا باستدعاء السفير, لاستدعاء …; not قامت باستدعاء …"""
    info = story.infos[i]
    if info.prep == "ب":
        return not any(story.infos[k].base in story.lists["did"] for k in range(max(0, i - _BEFORE), i))
    return bool(info.prep)


def _is_envoy(story: Story, k: int, rule: ContactRule) -> bool:
    """السفير, القائم بالأعمال"""
    return not rule.noun.isdisjoint((core_of(story, k), story.infos[k].base))


def _who_summons(story: Story, i: int, guest: Found, sentence: Sentence) -> list[Found]:
    """Who is told as agent, the subject before, the body to which he was called, else the body that tells of it."""
    called_to: list[Found] = []
    for k in range(guest.last, min(sentence.last, guest.last + _REACH)):
        found = story.marked.start_of[k]
        if story.sides.ends_clause(k):
            break
        if found is None or found.kind not in _BODIES:
            continue
        if is_agent(story, k):
            return [found]
        if not called_to and _is_called_to(story, k, found):
            called_to = [found]
    before = [f for f in story.topics.topic(i, sentence, "") if f.kind in _SUMMONING]
    frame = report_around(story, i)
    told = [f for f in speaker_of(story, frame) if f.kind in _BODIES] if frame is not None else []
    return before[-1:] or called_to or told


def _is_called_to(story: Story, k: int, found: Found) -> bool:
    """إلى وزارة الخارجية, إلى مقر الوزارة"""
    k -= 1 if story.infos[k - 1].core in story.lists["where"] else 0
    return found.kind == "organisation" and story.infos[k - 1].base == "الي"
