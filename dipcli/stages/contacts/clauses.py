"""The mentions and nouns in the clause of a verb that tells of a contact."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN, VERB, ContactRule
from dipcli.stages.contacts.story import Story
from dipcli.stages.sides import Governed
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_REACH: Final = 45


class Clause:
    """The mentions after a verb up to the end of its clause; ``unnamed`` when a noun that nobody knows is its subject."""

    __slots__ = ("first", "last", "mentions", "nouns", "unnamed")

    def __init__(self, first: int) -> None:
        self.first = self.last = first
        self.mentions: list[Governed] = []
        self.nouns: list[int] = []
        self.unnamed = False


def read_clause(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> Clause:
    """What stands from the verb at ``i`` to the end of its clause."""
    out = Clause(i + 1)
    under = False
    j = i + 1
    while j < min(sentence.last, i + _REACH):
        if story.sides.ends_clause(j):
            break
        found = story.sides.at(j, sentence.last)
        if found is not None:
            out.mentions.append(story.sides.governed(i, j, found))
            under = False
            j = found.last
            continue
        info = story.infos[j]
        if (
            out.mentions
            and info.base[0] in "يت"
            and info.flags & VERB
            and not info.flags & (NOUN | MASDAR)
            and not info.particle
        ):
            break  # … على هامش قمة تستضيفها …: another clause
        if story.words[j] in COMMAS:
            under = False
        elif info.prep or info.particle & P.preposition:
            under = True
        elif story.words[j : j + 2] == ["اول", "من"]:
            pass  # أول من أمس
        elif (
            not under
            and story.sides.is_bare_noun(j)
            and core_of(story, j) not in rule.noun
            and not any(code[0] == "v" for code in info.contacts)
            and not _is_adjective(story, j)
        ):
            out.nouns.append(j)
            so_many = core_of(story, j) in story.lists["amounts"] and story.words[j + 1 : j + 2] == ["من"]
            out.unnamed = out.unnamed or not (out.mentions or so_many)
        j += 1
    out.last = j
    return out


def _is_adjective(story: Story, j: int) -> bool:
    """Not the first of two nouns that agree in definiteness (جلسة مغلقة)."""
    before = story.infos[j - 1]
    return bool(
        before.flags & NOUN
        and not before.particle
        and before.definite == story.infos[j].definite
        and not before.contacts
    ) or bool(before.contacts and before.definite == story.infos[j].definite and "" not in _nouns_of(story, j - 1))


def _nouns_of(story: Story, j: int) -> frozenset[str]:
    return frozenset(
        x
        for kind, number, _ in story.infos[j].contacts
        if kind == "v"
        for x in story.doc.lexicon.contact_rules[number].noun
    )


def core_of(story: Story, j: int) -> str:
    """A word without preposition, article and the ending of the accusative."""
    return story.infos[j].core.rstrip("ا")
