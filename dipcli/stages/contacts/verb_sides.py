"""Who the two sides of a verb are: its subject and the other."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import VERB, ContactRule
from dipcli.stages.contacts.clauses import Clause
from dipcli.stages.contacts.making import can_be_other
from dipcli.stages.contacts.noun_sides import owner
from dipcli.stages.contacts.own_words import speaker_of
from dipcli.stages.contacts.passives import by_agent
from dipcli.stages.contacts.story import Story
from dipcli.stages.contacts.unreal import is_imperfect
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.sides import Governed
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence


def verb_sides(
    story: Story, i: int, rule: ContactRule, agreement: str, sentence: Sentence, clause: Clause
) -> tuple[list[Found], list[Found]]:
    """Subject and other side, each empty where it is not known."""
    last = sentence.last
    if (rule.mutual or rule.joins) and clause.mentions and clause.mentions[0].preposition == "بين":
        return story.sides.pair(clause.mentions[0].found, last), []
    bare = _bare_mentions(story, rule, clause)
    agent = by_agent(story, clause) if rule.other == ("object",) else []
    if agent:
        patient = bare[:1] if bare and bare[0].token < agent[0].first else []
        met = story.sides.joint(patient[0].found, last) if patient else _elided_subject(story, i, agreement, sentence)
        return agent, met
    if rule.mutual and not rule.talk and i + 1 < last and story.words[i + 1] in story.lists["both"]:
        two = story.topics.the_two(i, sentence)
        other = _find_other(story, rule, clause, two, bare, last)
        return (two, other) if other else (two[:1], two[1:])
    if rule.joins:
        behind = story.words[i + 1] if i + 1 < len(story.words) else ""
        if behind in story.lists["between_both"] or story.words[i].endswith("هما"):
            return story.topics.two(i, sentence), []
        one = _joined(story, i, sentence, bare)
        return one, _find_other(story, rule, clause, one, [], last) or _other_meant(story, i, sentence, one)
    if in_relative(story, i) and not story.words[i].endswith(("ه", "ها")):
        subject = story.topics.topic(i, sentence, agreement)
        return subject, _find_other(story, rule, clause, subject, bare, last)
    plural = agreement in ("md", "fd", "mp", "fp")
    if plural or clause.unnamed or not bare:
        stands = plural or not clause.unnamed or _is_right_before(story, i, sentence)
        subject = _elided_subject(story, i, agreement, sentence) if stands else []
        other = _find_other(story, rule, clause, subject, bare, last)
        return subject, other or _by_pronoun(story, i, rule, sentence, subject)
    if "object" in rule.other and _is_so_many(story, bare[0].token):
        met = story.sides.joint(bare[0].found, last, listed=True)
        return _elided_subject(story, i, agreement, sentence), met
    if is_during(story, i) and "object" in rule.other:
        subject = _visitor(story, i, sentence)
        return subject, _find_other(story, rule, clause, subject, bare, last)
    subject = story.sides.joint(bare[0].found, last, listed=rule.kind == "letter")
    other = _find_other(story, rule, clause, subject, bare[1:], last)
    other = other or _by_pronoun(story, i, rule, sentence, subject)
    if not other and rule.mutual and len(subject) == 1:
        subject = story.sides.pair(bare[0].found, last)  # المحادثات التي أجراها X، وY
    where = i > sentence.first and story.words[i - 1] == "حيث"  # …، حيث التقى X، وY: both are met
    if where and not other and len(subject) == 1:
        subject = story.sides.joint(bare[0].found, last, listed=True)
    alone = len(subject) == 1 or where or (rule.kind != "visit" and _follows_subject(story, i, sentence))
    the_two = subject[0].number == "du" and subject[0].name is None and rule.mutual  # والتقى الوزيران في …
    if (
        not other
        and "object" in rule.other
        and alone
        and not the_two
        and not _has_noun_beside(story, i, bare[0], clause)
    ):
        before = _elided_subject(story, i, agreement, sentence)
        if before and before[0] is not subject[0]:
            return before, subject
    return subject, other


def _is_so_many(story: Story, i: int) -> bool:
    """التقى [عددا من] ممثلي الحكومة: an accusative, so that they are the object."""
    amount = story.words[i - 2] if i > 1 and story.words[i - 1] == "من" else ""
    return amount.endswith("ا") and amount.removesuffix("ا") in story.lists["amounts"]


def _by_pronoun(story: Story, i: int, rule: ContactRule, sentence: Sentence, subject: list[Found]) -> list[Found]:
    """اتصل بها الرئيس, اجتمع معه: whom the pronoun means; the speaker, where he tells of it himself."""
    if rule.kind == "letter" and "object" in rule.other and story.words[i].endswith(("ه", "ها")):
        return _met_before(story, subject)
    agreement = ""
    for k in range(i + 1, min(sentence.last, i + 3)):
        for clitic, gender in (("ها", "fs"), ("ه", "ms")):
            if story.words[k].removesuffix(clitic) in rule.other and story.words[k].endswith(clitic):
                agreement = agreement or gender
    if not agreement or not subject:
        return []
    greeted = next((f for f in _greetings(story, i, sentence) if f.subjects[0] is subject[0]), None)
    if greeted is not None and rule.kind == "letter":
        return _greeted(greeted)[:1]
    own = {c.serial for c in story.sides.entities(subject)}
    for frame in story.frames:
        speaker = speaker_of(story, frame) if frame.says(i) else []
        c = story.sides.clusters.of.get(id(speaker[0])) if speaker else None
        if (
            c is not None
            and c.serial not in own
            and c.kind == "person"
            and story.topics.agrees(speaker[0], agreement, i)
        ):
            return speaker
    return []


def _greetings(story: Story, i: int, sentence: Sentence) -> list[Frame]:
    """هنأ X Y … في برقية بعثها له: the reports before ``i`` with a speaker and an object who is addressed."""
    before = [f for f in story.frames if sentence.first <= f.cue < i and len(f.subjects) == 1]
    return [f for f in before if _greeted(f)]


def _greeted(frame: Frame) -> list[Found]:
    return [f for how, f in frame.addressees if how == "object"]


def _met_before(story: Story, subject: list[Found]) -> list[Found]:
    """استدعت الوزارة السفير وسلمته مذكرة: the other side of the contact that the subject was told to have had."""
    last, own = story.told[-1] if story.told else None, story.sides.entities(subject)
    other = last.receivers if last is not None and last.agents == own else []
    return [f for c in other for f in c.founds[-1:]]


def _is_right_before(story: Story, i: int, sentence: Sentence) -> bool:
    """الرئيس ناقش [التحضيرات] مع …: with its subject before it, a verb has the noun behind it as object."""
    before = story.marked.inside[i - 1] if i > sentence.first else None
    if before is None or story.infos[i].conj or before.kind not in ("person", "organisation", "unnamed"):
        return False
    place = story.sides.governed(sentence.first - 1, before.first, before)
    return not place.preposition and not place.genitive


def _follows_subject(story: Story, i: int, sentence: Sentence) -> bool:
    """الوزير يلتقي X وY: a sentence that begins with its subject."""
    before = story.marked.inside[i - 1] if i > sentence.first else None
    return before is not None and before.first == sentence.first and not story.infos[i].conj


def _joined(story: Story, i: int, sentence: Sentence, bare: list[Governed]) -> list[Found]:
    """اللقاء الذي جمع الوزير بنظيره, لقاء جمعه مع نظيره: the object, or whom the pronoun on the verb means."""
    for clitic, agreement in (("ته", "ms"), ("ها", "fs"), ("ه", "ms")):
        if story.words[i].endswith(clitic):
            return owner(story, i, agreement, sentence)[-1:]
    return story.sides.joint(bare[0].found, sentence.last) if bare else []


def _other_meant(story: Story, i: int, sentence: Sentence, one: list[Found]) -> list[Found]:
    """لقاء جمعه [به], جمعته [معه]: the nearest person before who is not the one whom the pronoun on the verb means."""
    if story.words[i + 1 : i + 2] not in (["به"], ["بها"], ["معه"], ["معها"]) or not one:
        return []
    own = story.sides.entities(one)
    for k in range(i - 1, sentence.first - 1, -1):
        found = story.marked.start_of[k]
        if found is not None and found.kind == "person" and not set(story.sides.entities([found])) & set(own):
            return [found]
    return []


def _has_noun_beside(story: Story, i: int, g: Governed, clause: Clause) -> bool:
    """A noun that nobody knows stands between verb and mention or behind it: it may be the other side."""
    people = story.lists["people"] | story.lists["delegations"]
    return any(
        i < k < g.token
        or (g.found.last <= k and not story.infos[k].flags & VERB and _goes_on(story, g.found.last, k))
        or (k > g.token and story.sides.people.core(k) in people)
        for k in clause.nouns
    )


def _goes_on(story: Story, first: int, last: int) -> bool:
    """استقبلت الدول الأعضاء في الحلف [طلب …]: near, and no comma between."""
    return last - first <= 4 and not any(story.words[k] in COMMAS for k in range(first, last))


def _bare_mentions(story: Story, rule: ContactRule, clause: Clause) -> list[Governed]:
    """Mentions under no preposition and in no genitive, up to the other side's preposition; joined ones left out."""
    out: list[Governed] = []
    unknown = _unknown_other(story, rule, clause)
    for g in clause.mentions:
        if unknown < g.token:
            break
        if g.preposition in rule.other and can_be_other(story, g, (), rule):
            break
        joined = g.found.conj and story.marked.inside[g.token - 1] is not None
        body = g.found.kind in ("organisation", "country") and g.token == g.found.first
        loose = bool(out) and body and g.token > out[-1].found.last + 2
        if not g.preposition and not g.genitive and not joined and not loose and story.sides.may_be(g.found):
            out.append(g)
    return _without_apposition(out)


def _unknown_other(story: Story, rule: ContactRule, clause: Clause) -> int:
    """التقى مع أكثر من 30 نائبا … X: behind مع stands somebody whom no table names; whoever follows is no other side."""
    if "مع" not in rule.other or not clause.first:
        return len(story.words)
    for k in range(clause.first, clause.last - 1):
        if story.words[k] == "مع" and story.marked.inside[k] is None and story.sides.at(k + 1, clause.last) is None:
            if story.words[k + 1] not in ("كل", "كلا") and not story.infos[k + 1].base.endswith("ه"):
                return k
    return len(story.words)


def _without_apposition(bare: list[Governed]) -> list[Governed]:
    """استقبل الأمير X أمير منطقة كذا … Y: an office right behind a name is his, where another mention follows."""
    if len(bare) < 3:
        return bare
    office = bare[1].found
    his = (
        office.kind in ("person", "unnamed")
        and office.name is None
        and not office.conj
        and office.first == bare[0].found.last
    )
    return [bare[0], *bare[2:]] if his and bare[0].found.name is not None else bare


def _elided_subject(story: Story, i: int, agreement: str, sentence: Sentence) -> list[Found]:
    if is_imperfect(story, i) and story.infos[i].conj:
        return []
    if is_during(story, i):
        return _visitor(story, i, sentence)
    letter = not story.infos[i].conj and story.infos[i - 1].core in story.doc.lexicon.word_classes["letters"]
    greeting = _greetings(story, i, sentence) if letter else []
    if greeting:
        return greeting[-1].subjects
    again = _agent_before(story, i, agreement, sentence) or _guest_of_visit(story, i, agreement, sentence)
    if again:
        return again
    if story.words[i].endswith(("ه", "ها")) and not story.infos[i].conj:
        later = story.topics.named_later(i, sentence)
        if later and story.topics.agrees(later[0], agreement, i):
            return later  # وخلال اتصال هاتفي تلقاه من …، أكد الرئيس …
    return story.topics.topic(i, sentence, agreement, elided=_may_elide(story, i, sentence)) or _relayed(
        story, i, sentence
    )


def _relayed(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """نقلت الوكالة عن X قوله في برقية وجهها إلى Y: whose words they are, for a verb with a pronoun behind its noun."""
    if not story.words[i].endswith(("ه", "ها")) or story.infos[i].conj:
        return []
    for k in range(i - 1, max(sentence.first, i - _TOLD), -1):
        named = story.marked.inside[k - 1]
        if story.words[k] in story.lists["his_words"] and named is not None and named.kind == "person":
            return [named]
    return []


_TOLD: Final = 8  # tokens from قوله to the verb


def _agent_before(story: Story, i: int, agreement: str, sentence: Sentence) -> list[Found]:
    """استقبل الرئيس …، والتقى …, كما استقبل …: who acted in the contact told right before acts again."""
    follows = story.infos[i].conj or (i > sentence.first and story.infos[i - 1].base in story.lists["again"])
    last = story.told[-1] if follows and story.told else None
    if (
        last is None
        or len(last.agents) != 1
        or not 0 <= story.doc.segments.sentences.index(sentence) - last.sentence <= 1
        or story.doc.in_headline(last.sentence)
    ):
        return []
    return story.topics.as_mention(last.agents[0], i, agreement)


def _guest_of_visit(story: Story, i: int, agreement: str, sentence: Sentence) -> list[Found]:
    """زيارة X إلى كينيا حيث التقى …: whose visit it was, the genitive of its noun."""
    if i <= sentence.first or story.words[i - 1] != "حيث":
        return []
    for k in range(i - 2, sentence.first - 1, -1):
        rules = (story.doc.lexicon.contact_rules[code[1]] for code in story.infos[k].contacts if code[0] == "m")
        found = story.marked.start_of[k + 1]
        if any(rule.kind == "visit" for rule in rules) and found is not None and found.kind == "person":
            return [found] if story.topics.agrees(found, agreement, i) else []
    return []


def in_relative(story: Story, i: int) -> bool:
    """الوزير الذي التقى …: the mention before is the subject."""
    return story.topics.antecedent(i) is not None


def is_during(story: Story, i: int) -> bool:
    """زيارة … التقى خلالها …, زيارة … التقى فيها …"""
    return story.words[i + 1 : i + 2] in (["خلالها"], ["خلاله"], ["فيها"])


def _visitor(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """Whose visit it was: the last person before the verb."""
    for k in range(i - 1, sentence.first - 1, -1):
        found = story.marked.start_of[k]
        if found is not None and found.kind == "person":
            beside = story.words[k - 2 : k] == ["الي", "جانب"]  # زيارة قام بها إلى جانب X …: with him who is spoken of
            return [*(story.topics.earlier(sentence) if beside else []), found]
    return []


def _may_elide(story: Story, i: int, sentence: Sentence) -> bool:
    """و, كما or أنه before the verb: its subject may stand in the sentence before."""
    return (
        story.infos[i].conj or i - 1 <= sentence.first or bool(story.infos[i - 1].particle & P.complementiser_pronoun)
    )


def _find_other(
    story: Story, rule: ContactRule, clause: Clause, subject: list[Found], bare: Sequence[Governed], last: int
) -> list[Found]:
    if "object" in rule.other:
        named = [g for g in bare if g.found not in subject and not (g.found.conj and g.found.skip)]
        chosen = next((g for g in named if g.found.name or g.found.kind != "person"), named[0] if named else None)
        if chosen is not None:
            return story.sides.joint(chosen.found, last, listed=True)
    if "genitive" in rule.other:
        known = [g for g in clause.mentions if g.found.kind == "person" or g.found.last - g.found.first > 1]
        chosen = next((g for g in known if g.genitive and g.found not in subject), None)  # not ثلاثة سفراء
        return story.sides.joint(chosen.found, last, listed=True) if chosen is not None else []
    for g in clause.mentions:
        if g.preposition in rule.other and g.found not in subject and can_be_other(story, g, subject, rule):
            return story.sides.joint(g.found, last, listed=True)
    return []
