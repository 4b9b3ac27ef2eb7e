"""The meeting of a joint committee of two states: عقد الاجتماع الأول للجنة المشتركة السعودية الفرنسية."""

from typing import Final

from dipcli.stages.contacts.noun_sides import states_by_adjective
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.text.segment import Sentence

_REACH: Final = 7  # tokens from the meeting to what tells that its committee is joint


def states_of_committee(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """The two states of the joint committee whose meeting the noun at ``i`` is."""
    for k in range(i + 1, min(sentence.last, i + _REACH)):
        if story.sides.ends_clause(k) or not story.words[k][0].isalnum():
            break
        joint = story.infos[k].core in story.lists["joint"]
        if joint and any(_is_committee(story, x) for x in range(max(i + 1, k - 3), k)):
            return states_by_adjective(story, k, sentence)
    return []


def _is_committee(story: Story, k: int) -> bool:
    core = story.infos[k].core
    return core in story.lists["committees"] or core.removeprefix("ل") in story.lists["committees"]
