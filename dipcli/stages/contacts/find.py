"""Finds every telling of a contact: each word that can tell of one is tried as a verb, a visit or a noun."""

from typing import Final

from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.nouns import told_as_answer, told_by_cue, told_by_noun
from dipcli.stages.contacts.story import Story
from dipcli.stages.contacts.tours import told_by_tour
from dipcli.stages.contacts.unreal import is_to_come, is_unreal
from dipcli.stages.contacts.verbs import told_by_verb
from dipcli.stages.contacts.visits import told_by_visit
from dipcli.stages.framing.find import UNREAD_LINES
from dipcli.text.segment import Sentence


def find_contacts(story: Story) -> list[Contact]:
    """All tellings in text order."""
    for n, sentence in enumerate(story.doc.segments.sentences):
        if story.doc.segments.lines[sentence.line].kind in UNREAD_LINES:
            continue
        for i in [k for k in range(sentence.first, sentence.last) if story.infos[k].contacts]:
            if story.marked.inside[i] is not None and story.marked.start_of[i] is None:
                continue
            for code in story.infos[i].contacts:
                made = _contacts_at(story, i, code, sentence, n)
                if made:
                    story.told += made
                    break
    return story.told


_TOUR: Final = "contact.jawla"
_SUBHEADING: Final = 5  # words


def _is_subheading(story: Story, i: int, sentence: Sentence) -> bool:
    """لقاء مع الرئيس, as a line of its own within the article: what the paragraphs below are about."""
    line = story.doc.segments.lines[sentence.line]
    whole = (line.first, line.last) == (sentence.first, sentence.last) and line.kind == "body"
    return whole and i == line.first and line.last - line.first <= _SUBHEADING


def _contacts_at(story: Story, i: int, code: tuple[str, int, str], sentence: Sentence, n: int) -> list[Contact]:
    kind, number, agreement = code
    rule = story.doc.lexicon.contact_rules[number]
    if kind == "v":
        return told_by_verb(story, i, rule, agreement, sentence, n)
    if _is_subheading(story, i, sentence):
        return []
    if rule.id == _TOUR:
        told = [] if is_unreal(story, i, sentence) else told_by_tour(story, i, rule, sentence, n)
        return [] if told and is_to_come(story, told[0].end, 4) else told
    if is_unreal(story, i, sentence):
        if rule.kind == "visit":
            story.planned += told_by_visit(story, i, rule, agreement, sentence, n)
        return []
    if rule.kind == "visit":
        told = told_by_visit(story, i, rule, agreement, sentence, n)
        return [] if told and is_to_come(story, told[0].end, 4) else told
    told = told_by_noun(story, i, rule, agreement, sentence, n)
    if told:
        for contact in told:
            contact.certain = True
        return [] if is_to_come(story, told[0].end) else told
    return told_as_answer(story, i, rule, agreement, sentence, n) or told_by_cue(story, i, rule, sentence, n)
