"""From the two sides that were found to a contact between entities."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules.match import ContactRule
from dipcli.stages.clusters import Cluster
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.stages.sides import Governed


def make_contacts(
    story: Story, kind: str, subject: list[Found], other: list[Found], i: int, n: int, rule: ContactRule, *,
    parties: bool = False,
) -> list[Contact]:  # fmt: skip
    """The contacts between two sides: a meeting is one, letters and calls are one for each pair; none where it is absurd.

    ``parties``: the sides stand behind بين, so that bodies and groups meet as parties do.
    """
    if kind == "meeting" and _by_phone(story, i, n):
        kind = "call"
    a, b = _the_two(story, story.sides.entities(subject), i, n), story.sides.entities(other)
    if not b and rule.mutual and len(a) == 2:
        a, b = a[:1], a[1:]  # وكان الوزيران التقيا في …
    b = [x for x in b if x not in a and not (x.number == "du" and not x.names)]
    summoned = rule.summons and {x.kind for x in b} == {"person"}  # تركيا تستدعي السفير
    if (
        not a
        or not b
        or (rule.talk and kind == "call" and {x.kind for x in (*a, *b)} != {"person"})
        or not (summoned or _is_plausible(kind, a, b) or (parties and kind == "meeting" and _are_parties(a, b)))
    ):
        return []
    agents = a
    headline = story.doc.in_headline(n)
    if rule.inverted:
        a, b = b, a
    last = max(f.last for f in [*subject, *other])
    opens = story.doc.segments.sentences[n].first  # a subject of an earlier sentence is no part of the evidence
    first = min([i, *(f.first for f in subject if f.first >= opens)])
    out = []
    together = kind == "meeting" and not _one_by_one(story, last)
    for s, r in [(a, b)] if together else [([x], [y]) for x in a for y in b]:
        contact = Contact(kind, s, r, i, n, rule.id)
        contact.evidence = (first, max(last, i + 1))
        contact.end = max(last, i + 1)
        contact.agents = agents
        contact.headline = headline
        contact.inverted = rule.inverted
        contact.talk = rule.talk
        out.append(contact)
        if rule.reciprocal:
            back = Contact(kind, r, s, i, n, rule.id)
            back.evidence = contact.evidence
            back.explicit = contact.explicit = False
            out.append(back)
    return out


_PHONE: Final = 12  # tokens from the verb or noun of a talk to the adjective that tells how it was held


def _by_phone(story: Story, i: int, n: int) -> bool:
    """أجرى الوزير ونظيره محادثات [هاتفية], تباحث الوزير [هاتفيا] مع …: talks that are no meeting."""
    last = min(story.doc.segments.sentences[n].last, i + _PHONE)
    return any(
        story.words[k] in story.lists["by_phone"]
        and (story.infos[k - 1].core in story.lists["talks"] or _is_how(story, i, k))
        for k in range(i + 1, last)
    )


def _is_how(story: Story, i: int, k: int) -> bool:
    """تباحث الوزير سامر النجار [هاتفيا] مع …: the adverb behind the verb at ``i``, with nothing but its subject between."""
    if not story.words[k].endswith("ا") or not any(code[0] == "v" for code in story.infos[i].contacts):
        return False
    return all(story.marked.inside[j] is not None for j in range(i + 1, k))


def _the_two(story: Story, clusters: list[Cluster], i: int, n: int) -> list[Cluster]:
    """الوزيران, الرئيسان: the two of the contact told last, else the only two people named right before; nobody where none is."""
    if not any(c.number == "du" and not c.names for c in clusters):
        return clusters
    last = story.told[-1] if story.told else None
    people = [x for x in (*last.senders, *last.receivers) if x.kind == "person"] if last is not None else []
    if len(people) != 2:
        named = story.sides.entities(story.topics.the_two(i, story.doc.segments.sentences[n]))
        people = [x for x in named if x.names]
    if len(people) != 2:
        people = _of_that_title(story, clusters, i)
    return people if len(people) == 2 else []


def _of_that_title(story: Story, clusters: list[Cluster], i: int) -> list[Cluster]:
    """الوزيران: those whom the article has named with that title."""
    dual = next(c for c in clusters if c.number == "du" and not c.names)
    word = story.infos[dual.founds[0].first].core.removesuffix("ين").removesuffix("ان")
    return [
        c for c in story.sides.clusters.all
        if c.kind == "person" and c.names and 0 <= c.before(i) < i and any(o[1].split(" ")[0] == word for o in c.offices)
    ]  # fmt: skip


def _is_plausible(kind: str, a: Sequence[Cluster], b: Sequence[Cluster]) -> bool:
    """People meet people: a country is a side only of a country, or as host of a visit by a foreigner."""
    kinds = {x.kind for x in (*a, *b)}
    if kind == "visit":
        return kinds == {"person", "country"} and not {x.country for x in a} & {x.country for x in b}
    if "country" in kinds:
        return kinds == {"country"} and kind != "call"
    return "person" in kinds or (kinds == {"organisation"} and kind != "call")


def _one_by_one(story: Story, i: int) -> bool:
    """اجتمع الوزير بالسفراء [كل على حدة]: as many meetings as there are others."""
    behind = range(i, min(i + _BEHIND, len(story.words)))
    return any(" ".join(story.words[k : k + 3]) in story.lists["apart"] for k in behind)


_BEHIND: Final = 4  # tokens from the other side to the words that tell that each was met alone


def _are_parties(a: Sequence[Cluster], b: Sequence[Cluster]) -> bool:
    """المفاوضات بين حكومة … والمعارضة, بين إيران ومجموعة …"""
    return {x.kind for x in (*a, *b)} <= {"organisation", "group", "country"}


def can_be_other(story: Story, g: Governed, subject: Sequence[Found], rule: ContactRule) -> bool:
    """Not where they met (بالقاهرة, بوزارة الخارجية), not a place, not a document; people do not meet a country."""
    if g.found.kind == "country" and subject and rule.kind != "visit" and all(f.kind != "country" for f in subject):
        return False
    if g.found.kind == "place" or not story.sides.may_be(g.found):
        return False
    if g.preposition == "ب" and g.found.rule == "table_r":
        return False  # بالمنطقة
    if g.preposition == "ب" and g.found.kind in ("country", "organisation"):
        return g.found.kind == "country" and any(f.kind == "country" for f in subject)
    return True
