"""Contacts that a noun tells of: خلال لقائه الوزير, في رسالته إلى توقاييف, اجتماع الرئيس مع الملك."""

from collections.abc import Sequence

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN, ContactRule
from dipcli.stages.contacts.committees import states_of_committee
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.contacts.making import make_contacts
from dipcli.stages.contacts.noun_sides import (
    answered_by,
    from_whom,
    genitive_of,
    handed_to,
    is_adjunct,
    other_of_noun,
    owner,
    sides_between,
    spoken_of_with,
    states_by_adjective,
    to_and_from,
    together_with,
)
from dipcli.stages.contacts.own_words import with_speaker
from dipcli.stages.contacts.passives import told_by_summons
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.text.segment import Sentence


def told_by_noun(story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
    """خلال لقائه الوزير, في رسالته إلى توقاييف, اجتماع الرئيس مع الملك."""
    if agreement in ("mp", "fp"):
        return []
    if rule.summons:
        return told_by_summons(story, i, rule, sentence, n)
    held = _held_by_all(story, i, sentence) if rule.kind == "meeting" and not agreement else []
    if held:
        return make_contacts(story, rule.kind, held[:1], held[1:], i, n, rule)
    if agreement == "md" or _between_both(story, i, sentence):
        two = story.topics.two(i, sentence) or with_speaker(story, i, sentence)
        return make_contacts(story, rule.kind, two[:1], two[1:], i, n, rule) if two and rule.kind != "letter" else []
    if rule.id == "contact.istaqbala" and story.infos[i - 1].base == "في" and i - sentence.first >= 2:
        return _welcomed(story, i, rule, agreement, sentence, n)
    states = (
        states_by_adjective(story, i, sentence) or states_of_committee(story, i, sentence)
        if rule.kind == "meeting" and not agreement
        else []
    )
    if states and _takes_place(story, i, rule, sentence):
        return make_contacts(story, rule.kind, states[:1], states[1:], i, n, rule, parties=True)
    own: list[Found] = []
    j = i + 1
    if agreement:
        own = owner(story, i, agreement, sentence)[-1:]
    else:
        between = (
            sides_between(story, i, sentence)
            if rule.kind != "letter" and _takes_place(story, i, rule, sentence)
            else []
        )
        if between:
            return make_contacts(story, rule.kind, between[:1], between[1:], i, n, rule, parties=True)
        if rule.kind == "letter":
            sender, receiver = to_and_from(story, i, sentence)
            if sender:
                return make_contacts(story, rule.kind, sender, receiver, i, n, rule)
        own = from_whom(story, i, rule, sentence) or genitive_of(story, i, sentence)
        met = own if rule.id == "contact.iltaqa" and _is_met(story, i, own) else []
        if met and (guest := story.topics.topic(i, sentence, "")):
            return make_contacts(story, rule.kind, guest[-1:], met, i, n, rule)
        if own:
            j = own[-1].last
        elif spoken_of_with(story, i, rule, sentence):
            own = [f for f in owner(story, i, agreement, sentence) if f.kind == "person"][-1:]
        elif is_adjunct(story, i, sentence) and not (rule.kind == "letter" and story.infos[i].definite):
            own = _speaker_before(story, i, n) or _who_says(story, i, n, rule) or owner(story, i, agreement, sentence)
    other = other_of_noun(
        story, i, j, rule, sentence, own, owned=bool(agreement) or (j > i + 1 and own[0].kind == "person")
    )
    if own and not other and not agreement:
        by_own = own[-1].last <= i and rule.kind in ("meeting", "call")
        other = together_with(story, i, own) if by_own else []
        other = other or (handed_to(story, i, sentence) if rule.kind == "letter" else [])
        other = other or (answered_by(story, i, sentence) if rule.kind == "letter" else [])
    if len(own) >= 2 and all(f.kind == "organisation" for f in own):
        return []  # اجتماعات الصندوق والبنك: held by both
    together = j > i + 1 or (rule.kind == "call" and i - own[-1].last <= 5) if len(own) >= 2 else False
    if not other and together and rule.kind != "letter":
        own, other = own[:1], own[1:]
    if not own or not other:
        return []
    return make_contacts(story, rule.kind, own, other, i, n, rule)


def _between_both(story: Story, i: int, sentence: Sentence) -> bool:
    """في أول اتصال هاتفي بينهما: both were named before."""
    return is_adjunct(story, i, sentence) and not story.lists["between_both"].isdisjoint(story.words[i + 1 : i + 4])


def _held_by_all(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """مؤتمر صحفي للوزير مع نظيره X … عقب لقاء [عقداه] في …: the one before مع, and those under it."""
    verb = next((k for k in range(i + 1, min(sentence.last, i + 6)) if story.words[k] in story.lists["held"]), -1)
    if verb < 0:
        return []
    one: Found | None = None
    for k in range(sentence.first, i):
        found = story.marked.start_of[k]
        if found is None:
            continue
        if one is not None and story.sides.preposition(sentence.first - 1, k, found) == "مع":
            return [one, *story.sides.joint(found, i)]
        one = found if found.kind == "person" and found.number == "sg" else one
    return []


def _speaker_before(story: Story, i: int, n: int) -> list[Found]:
    """قال X إن Y …، وذلك في رسالة إلى …: who said it, not who is spoken of."""
    if i < 2 or story.words[i - 2] not in story.lists["this_in"]:
        return []
    for frame in story.frames:
        if frame.sentence == n and frame.cue < i:
            named = story.marked.inside[frame.cue - 1] if frame.cue else None  # نقلت عن X قوله
            said_by = frame.subjects[:1] or ([named] if named is not None and named.kind == "person" else [])
            if said_by:
                return said_by
    return []


def _welcomed(story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
    """وكان في استقباله X, كان في استقبال Y لدى وصوله … X: the subject of كان welcomes."""
    if story.infos[i - 2].base not in ("كان", "كانت"):
        return []
    guest = owner(story, i, agreement, sentence)[-1:] if agreement else genitive_of(story, i, sentence)[:1]
    for j in range(guest[-1].last if guest and not agreement else i + 1, min(sentence.last, i + 25)):
        found = story.marked.start_of[j]
        if found is None and story.sides.is_bare_noun(j) and not story.infos[j - 1].particle & P.preposition:
            if story.infos[j].core not in story.lists["honorifics"]:
                return []  # كان في استقبال الوفد [سكرتير] نادي …: somebody whom no table names
        if found is None or found.kind != "person" or found in guest:
            continue
        g = story.sides.governed(i, j, found)
        if not g.preposition and not g.genitive and (found.titles or found.known):
            return make_contacts(
                story, rule.kind, story.sides.joint(found, sentence.last, listed=True), guest, i, n, rule
            )
    return []


def _who_says(story: Story, i: int, n: int, rule: ContactRule) -> list[Found]:
    """قالت جماعات حقوقية في رسالة إلى …: the subject of a report, between which and what it says the noun stands."""
    for frame in story.frames:
        if frame.sentence == n and frame.cue < i < frame.content_start:
            if frame.subjects:
                return frame.subjects if frame.subjects[-1].last <= i else []
            at = frame.noun_phrase
            if rule.kind == "letter" and at is not None and at[1] <= i and _are_people(story, at[0]):
                return [story.sides.people.speaker(*at)]
    return []


def _are_people(story: Story, k: int) -> bool:
    """جماعات حقوقية, المشرعون; not الوزارة, which may stand for one that was told before."""
    info = story.infos[k]
    return not info.definite or info.base.endswith(("ون", "ين"))


def _is_met(story: Story, i: int, own: list[Found]) -> bool:
    """بدأ نهاره بلقاء X: X is met by the subject, unless another side follows (بلقاء X مع Y)."""
    if not own or story.infos[i].base[0] != "ب":
        return False
    after = story.infos[own[-1].last] if own[-1].last < len(story.words) else None
    return after is None or not (after.prep == "ب" or after.base in ("مع", "ب"))


def told_by_cue(story: Story, i: int, rule: ContactRule, sentence: Sentence, n: int) -> list[Contact]:
    """هنأ الرئيس في اتصال هاتفي الملك …: who says it and to whom are the sides."""
    if story.infos[i].definite or not is_adjunct(story, i, sentence):
        return []
    for frame in story.frames:
        if frame.sentence != n or not -16 < i - frame.cue < 20 or _is_said(story, i, frame):
            continue
        own = frame.subjects or story.topics.topic(frame.cue, sentence, frame.form.agreement, elided=True)
        near = max([frame.cue_last, *(f.last for f in frame.subjects)]) + 3
        other = [f for how, f in frame.addressees if how == "object" or (how in ("ل", "الي") and f.first <= near)]
        if not other and "object" in frame.rule.addressee:
            other = _object_after(story, max(i, frame.cue), frame.content_start, own)
            other = other or _meant_by_clitic(story, frame, sentence, own)
        press = bool(other) and _is_press(story, other[0])
        beside = story.marked.start_of[i + 1] if i + 1 < sentence.last else None
        of_body = rule.kind == "meeting" and beside is not None and beside.kind == "organisation"  # جلسة محكمة …
        if own and other and not press and not of_body:
            return make_contacts(story, rule.kind, own, story.sides.joint(other[0], sentence.last), i, n, rule)
    return []


def _is_press(story: Story, found: Found) -> bool:
    """قال لصحيفة كذا في مقابلة: a medium by its noun, whose name may be read as a mention of its own."""
    before = story.infos[found.first - 1] if found.first else None
    under = before is not None and before.prep == "ل" and before.core in story.lists["stations"]
    return under or story.infos[found.first].core in story.lists["stations"]


def _is_said(story: Story, i: int, frame: Frame) -> bool:
    """Within what is said; but هنأه بالخطوة خلال اتصال … tells in what it was said."""
    said = frame.says(i)
    return said and not (frame.frame == "np" and story.infos[i - 1].base in ("خلال", "اثناء"))


def told_as_answer(
    story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int
) -> list[Contact]:
    """وفي رسالته، قال توقاييف …: the recipient is the one whose letters with him were told before."""
    if rule.kind != "letter" or not agreement:
        return []
    own = story.sides.entities(owner(story, i, agreement, sentence)[-1:])
    if len(own) != 1:
        return []
    for contact in reversed(story.told):
        if contact.kind == "letter" and (own[0] in contact.senders or own[0] in contact.receivers):
            other = contact.receivers if own[0] in contact.senders else contact.senders
            made = Contact("letter", own, list(other), i, n, rule.id)
            made.evidence, made.end = (i, i + 1), i + 1
            return [made]
    return []


def _object_after(story: Story, i: int, last: int, own: Sequence[Found]) -> list[Found]:
    """هنأ … في اتصال هاتفي الملك بـ…: the mention between the noun and what is said."""
    for j in range(i + 1, last):
        found = story.marked.start_of[j]
        if found is not None and found not in own:
            g = story.sides.governed(i, j, found)
            return [found] if not g.preposition and not g.genitive and story.sides.may_be(found) else []
    return []


def _meant_by_clitic(story: Story, frame: Frame, sentence: Sentence, own: Sequence[Found]) -> list[Found]:
    """وأعرب الملك في برقية إلى X …، فيما أبلغه Y في مكالمة …: the nearest person before the verb whom its pronoun fits."""
    agreement = {"ه": "ms", "ها": "fs"}.get(frame.form.clitic or "")
    for j in range(frame.cue - 1, sentence.first - 1, -1):
        found = story.marked.start_of[j]
        if agreement and found is not None and found.kind == "person" and found not in own:
            return [found] if story.topics.agrees(found, agreement, frame.cue) else []
    return []


def _takes_place(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> bool:
    """Not إحياء المفاوضات بين …, دعم المحادثات بين …: the noun is no genitive of another."""
    if rule.kind == "call" or i == sentence.first or story.infos[i].prep or story.infos[i].conj:
        return True
    before = story.infos[i - 1]
    part = before.core in story.lists["stages"]  # بدء المحادثات بين …
    behind = story.infos[i + 1] if i + 2 < sentence.last else None
    if behind is not None and behind.particle & P.relative_pronoun and not story.words[i + 2].startswith("ي"):
        part = part or story.infos[i + 2].base in story.lists["takes_place"]  # أهمية المباحثات التي جرت بين …
    return part or before.definite or not before.flags & (NOUN | MASDAR) or bool(before.particle or before.contacts)
