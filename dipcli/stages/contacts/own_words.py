"""Contacts of which somebody tells in his own words: «التقيت الوزير», قالت إن الرئيس اتصل بها."""

from typing import Final

from dipcli.rules.match import ContactRule
from dipcli.stages.contacts.clauses import Clause, read_clause
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.making import can_be_other, make_contacts
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.sides import Governed
from dipcli.text.segment import Sentence

_NEAR: Final = 2  # sentences behind a speaker in which a verb without a subject is still his


def report_around(story: Story, i: int) -> Frame | None:
    """The innermost report in which token ``i`` is said."""
    return max((f for f in story.frames if f.says(i)), key=lambda f: f.cue, default=None)


def speaker_of(story: Story, frame: Frame) -> list[Found]:
    """Who speaks; where the verb has no subject of its own, who spoke last (وتابعت أن …)."""
    for before in reversed(story.frames[: story.frames.index(frame) + 1]):
        if frame.sentence - before.sentence > _NEAR or before.noun_phrase is not None:
            break
        if before.subjects:
            one = len(before.subjects) == 1 and (
                before is frame or story.topics.agrees(before.subjects[0], frame.form.agreement, frame.cue)
            )
            return before.subjects if one else []
    return []


def with_speaker(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """وأضاف أن الملك قال له في أول لقاء [بينهما] …: the only person named before ``i`` in what is said, and who says it."""
    frame = report_around(story, i)
    speaker = [f for f in speaker_of(story, frame) if f.kind == "person"] if frame is not None else []
    if frame is None or not speaker:
        return []
    named = [
        f for k in range(frame.content_start, i) if (f := story.marked.start_of[k]) is not None and f.kind == "person"
    ]
    others = story.sides.entities(named)
    return [*named[:1], *speaker] if len(others) == 1 and others != story.sides.entities(speaker) else []


def told_in_first_person(story: Story, i: int, rule: ContactRule, sentence: Sentence, n: int) -> list[Contact]:
    """قال الوزير: «التقيت في باريس نظيري X»: the subject is he who speaks."""
    frame = report_around(story, i)
    if frame is None or (_is_she(story, i) and frame.quote is None):
        return []
    subject = [f for f in speaker_of(story, frame) if f.kind == "person"]
    if not subject or ("" not in rule.noun and not _has_noun(story, i, rule, sentence)):
        return []
    clause = read_clause(story, i, rule, sentence)
    if _is_she(story, i) and not _goes_on_at_once(rule, clause):
        return []  # «ناقشت اللجنة مع …»: she, and not I
    other = next((g for g in clause.mentions if _is_met(story, g, subject, rule)), None)
    if other is None:
        return []
    met = story.sides.joint(other.found, sentence.last, listed=True)
    return make_contacts(story, rule.kind, subject, met, i, n, rule)


def _is_she(story: Story, i: int) -> bool:
    """اجتمعت, ناقشت: spelled like the feminine of the third person, which التقيت and زرنا are not."""
    return any(code[0] == "v" and code[2] == "fs" for code in story.infos[i].contacts)


def _goes_on_at_once(rule: ContactRule, clause: Clause) -> bool:
    """No noun that could be its subject stands before the other side (اجتمعت أمس مع …)."""
    if not clause.mentions or clause.unnamed or "object" in rule.other:
        return False
    return clause.mentions[0].preposition in rule.other


def _is_met(story: Story, g: Governed, subject: list[Found], rule: ContactRule) -> bool:
    if not can_be_other(story, g, subject, rule):
        return False
    bare = not g.preposition and not g.genitive and not g.found.conj
    return g.preposition in rule.other or (bare and "object" in rule.other)


def _has_noun(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> bool:
    """تلقيت [اتصالا] من …"""
    behind = range(i + 1, min(sentence.last, i + 4))
    return any(not rule.noun.isdisjoint((story.infos[k].core, story.infos[k].core.rstrip("ا"))) for k in behind)
