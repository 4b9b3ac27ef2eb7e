"""Tours: one traveller, and a visit to each state that the tour takes in."""

from typing import Final

from dipcli.rules.match import ContactRule
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.making import make_contacts
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_REACH: Final = 14  # tokens from the noun to the verb that tells what it takes in
_NEAR: Final = 4  # tokens between that verb, or one state, and the next


def told_by_tour(story: Story, i: int, rule: ContactRule, sentence: Sentence, n: int) -> list[Contact]:
    """بدأ الوزير جولة تشمل تونس والجزائر, جولة تقوده إلى تونس ثم الجزائر: a visit to each of the states in the list.

    None where the tour is of something else (جولة في المصنع, جولة المفاوضات) or a state is told to have been left out.
    """
    behind = _past_its_verb(story, i, sentence)
    if behind < 0:
        return []
    hosts = _states(story, behind, sentence)
    guests = [f for f in story.topics.topic(i, sentence, "") if f.kind == "person"]
    if not hosts or len(guests) != 1:
        return []
    return make_contacts(story, "visit", guests, hosts, i, n, rule)


def _past_its_verb(story: Story, i: int, sentence: Sentence) -> int:
    """The token behind the last verb that tells what the tour takes in; -1 where none does."""
    behind = -1
    for k in range(i + 1, min(sentence.last, i + _REACH)):
        found = story.marked.start_of[k]
        if story.infos[k].base in story.lists["takes_in"]:
            behind = k + 1
        elif (behind < 0 and story.words[k] in COMMAS) or (
            behind >= 0 and found is not None and found.kind == "country"
        ):
            break
    return behind


def _states(story: Story, first: int, sentence: Sentence) -> list[Found]:
    """The states from ``first`` on, joined by و, ثم or a comma."""
    out: list[Found] = []
    last = k = first
    while k < sentence.last and k - last < _NEAR:
        found = story.marked.start_of[k]
        if found is not None and found.kind == "country":
            joined = (
                not out
                or found.conj
                or story.words[k - 1] in COMMAS
                or story.infos[k - 1].base in story.lists["and_then"]
            )
            if not joined:
                break
            out.append(found)
            last = k = found.last
            continue
        info = story.infos[k]
        passed = info.base in story.lists["and_then"] or story.words[k] in COMMAS or story.words[k].isdigit()
        if found is not None or (out and not passed) or info.verbal:
            break
        k += 1
    return out
