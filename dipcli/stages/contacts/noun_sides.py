"""Who the two sides of a noun are: its owner or genitive, and the other behind it."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN, VERB, ContactRule
from dipcli.stages.contacts.making import can_be_other
from dipcli.stages.contacts.story import Story
from dipcli.stages.found import Found
from dipcli.stages.framing.signs import DASHES
from dipcli.stages.sides import Governed
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence


def owner(story: Story, i: int, agreement: str, sentence: Sentence) -> list[Found]:
    """Whom the pronoun of a noun (لقائه, رسالته) stands for."""
    for k in range(i - 1, max(sentence.first, i - 4), -1):
        if story.infos[k].particle & P.relative_pronoun:  # الجمعية التي قدمت في لقائها …
            whose = story.topics.antecedent(k + 1)
            if whose is not None and story.sides.may_be(whose):
                return [whose]
    before = story.topics.topic(i, sentence, agreement)
    if before:
        return before
    if i - sentence.first <= 3:
        for j in range(i + 1, min(sentence.last, i + 40)):
            found = story.marked.start_of[j]
            if found is not None and story.infos[found.first - 1].reports and found.kind == "person":
                return [found]
    return story.topics.topic(i, sentence, agreement, elided=True)


def is_adjunct(story: Story, i: int, sentence: Sentence) -> bool:
    """في لقاء مع …, خلال اتصال هاتفي ب…, عقد اجتماعا مع …: the subject of the clause takes part."""
    if i == sentence.first or story.infos[i].conj:
        return i == sentence.first
    if story.infos[i].prep and not story.doc.lexicon.is_contact(story.words[i]):
        opened = any(story.infos[k].base in story.lists["opened"] for k in range(max(sentence.first, i - 30), i))
        return opened and story.infos[i].prep == "ب" and not story.infos[i - 1].particle
    before = story.infos[i - 1]
    if before.core in story.lists["stages"] and not story.infos[i].definite and i - 2 >= sentence.first:
        ahead = story.infos[i - 2]  # في أول لقاء …, خلال جولة مباحثات …
        before = ahead if ahead.particle & P.preposition else before
    if before.particle & P.preposition:
        return before.base in story.lists["during"] or before.base in story.lists["after"]
    if before.particle & P.complementiser:
        after = story.words[i + 1] if i + 1 < sentence.last else ""
        return story.infos[i].definite and after in ("مع", "الذي", "التي")
    return before.base in story.lists["phases"] or before.base in story.lists["chairing"]


def spoken_of_with(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> bool:
    """نوه [بالمباحثات] مع X, كشف عن [لقاء] مع X: nothing but its adjectives stands between the noun and مع with a person."""
    before = story.infos[i - 1] if i > sentence.first else None
    of_it = story.infos[i].definite and story.infos[i].prep == "ب"
    about = before is not None and before.base == "عن"
    of_what = before is not None and before.core in story.lists["outcomes"] and story.infos[i].definite
    asked = any(story.infos[k].base in story.lists["asked"] for k in range(max(sentence.first, i - _LETTER), i))
    if rule.kind == "letter" or asked or not (of_it or about or of_what):
        return False
    j = i + 1
    while j < min(sentence.last, i + 4) and story.words[j] != "مع" and _agrees(story, i, j):
        j += 1
    found = story.sides.at(j + 1, sentence.last) if j + 1 < sentence.last and story.words[j] == "مع" else None
    return found is not None and found.kind == "person"


def answered_by(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """رد الرئيس على [رسالة] الملك, وفي ردها على رسالة الملك، قالت X: who got the letter that is answered."""
    to_others = any(story.infos[k].base == "الي" for k in range(i + 1, min(sentence.last, i + _LETTER)))
    if i - 2 < sentence.first or story.infos[i - 1].base != "علي" or to_others:
        return []
    for k in range(i - 2, max(sentence.first - 1, i - 12), -1):
        if story.infos[k].core in story.lists["answers"] or story.infos[k].base in ("رد", "ردت"):
            inside = [f for x in range(k + 1, i) if (f := story.marked.start_of[x]) is not None and f.kind == "person"]
            agreement = "fs" if story.infos[k].base.endswith(("ها", "ت")) else "ms"
            return inside[:1] or owner(story, i, agreement, sentence)[-1:]
    return []


def genitive_of(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """اجتماع الرئيس …: the mention right behind an indefinite noun."""
    if i + 1 >= sentence.last or story.infos[i].definite:
        return []
    found = story.sides.at(i + 1, sentence.last)
    if (
        found is None
        or story.sides.preposition(i, i + 1, found)
        or found.conj
        or found.kind not in ("person", "country", "organisation", "group")
    ):
        return []
    return story.sides.joint(found, sentence.last)


def sides_between(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """اجتماع … بين X وY, الاجتماع الذي جرى … برئاسة X وY: only what belongs to the noun stands between it and بين."""
    j = i + 1
    while j < min(sentence.last, i + 12):
        if story.words[j] in ("بينه", "بينها") and story.words[j + 1 : j + 2] == ["وبين"]:
            return _between_him_and(story, i, j, sentence)
        if story.words[j] in ("بين", "برياسه") and j + 1 < sentence.last:
            found = story.sides.at(j + 1, sentence.last)
            founds = story.sides.pair(found, sentence.last) if found is not None and found.kind != "place" else []
            return founds if len(founds) >= 2 else _between_and_with(story, founds, sentence)
        if story.infos[j].particle & P.preposition and story.infos[j].base not in story.lists["around"]:
            break  # محادثات بشأن اتفاق بين …
        if story.infos[j].particle & P.relative_pronoun and _takes_place(story, j + 1):
            j = _behind_host(story, j + 1, sentence)
            continue
        if story.words[j] in COMMAS and j + 1 < sentence.last and story.words[j + 1] == "بين":
            j += 1
            continue
        if not _takes_place(story, j) and not _may_stand_before_between(story, i, j):
            break
        j += 1
    return []


def _between_him_and(story: Story, i: int, j: int, sentence: Sentence) -> list[Found]:
    """اللقاء الذي جرى [بينه] وبين X: he of whom is spoken, and the other."""
    if j + 2 >= sentence.last:
        return []
    found = story.sides.at(j + 2, sentence.last)
    own = story.topics.topic(j, sentence, "fs" if story.words[j].endswith("ها") else "ms", elided=True)[-1:]
    if not own or found is None or found.kind == "place":
        return []
    return [*own, *story.sides.joint(found, sentence.last)]


def _between_and_with(story: Story, founds: list[Found], sentence: Sentence) -> list[Found]:
    """المباحثات بين وزراء الخليج مع الوزير الأميركي: مع where و is meant."""
    j = founds[-1].last if founds else sentence.last
    if j + 1 < sentence.last and story.words[j] in COMMAS:
        j += 1
    if j + 1 >= sentence.last or story.words[j] != "مع":
        return []
    other = story.sides.at(j + 1, sentence.last)
    return (
        [*founds[:1], *story.sides.joint(other, sentence.last)] if other is not None and other.kind != "place" else []
    )


def _behind_host(story: Story, verb: int, sentence: Sentence) -> int:
    """المباحثات التي شهدتها [العاصمة القطرية الدوحة] بين …: the token behind the place that is the subject of ``verb``."""
    k = verb + 1
    while story.words[verb].endswith(("ها", "ه")) and k < min(sentence.last, verb + 6):
        inside = story.marked.inside[k]
        of_place = inside.kind in ("place", "country") if inside is not None else story.infos[k].definite
        if not of_place or story.infos[k].particle:
            break
        k += 1
    return k


def _takes_place(story: Story, j: int) -> bool:
    """… الذي جرى, … تجري, … الذي كان"""
    return j < len(story.words) and story.infos[j].base in story.lists["takes_place"]


def _may_stand_before_between(story: Story, i: int, j: int) -> bool:
    """An adjective of the noun at ``i``, a time, or a place under a preposition; no other noun that بين could belong to."""
    info = story.infos[j]
    if story.sides.ends_clause(j) or not info.word[0].isalnum() or info.contacts:
        return False
    under = info.prep or _is_under(story, j, i)
    inside = story.marked.inside[j]
    if inside is not None:
        return bool(under) or (j == i + 1 and inside.kind in ("country", "place"))  # لقاءات الدوحة بين …
    if info.flags & VERB and not info.flags & NOUN:
        return False
    return bool(under) or not story.sides.is_bare_noun(j) or _agrees(story, i, j)


def _agrees(story: Story, i: int, j: int) -> bool:
    """An adjective in the state and gender of the noun at ``i``, or the genitive of one (رفيعة [المستوى])."""
    noun, other = story.infos[i], story.infos[j]
    if j - 1 > i and other.definite and story.sides.is_bare_noun(j - 1) and not story.infos[j - 1].definite:
        return True
    feminine = noun.base.endswith(("ه", "ات"))
    return noun.definite == other.definite and other.base.endswith("ه") == feminine and not other.base.endswith("ات")


def _is_under(story: Story, j: int, i: int) -> bool:
    return any(story.infos[k].particle & P.preposition or story.infos[k].prep for k in range(i + 1, j))


def states_by_adjective(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """المباحثات [الأميركية الروسية], القمة [السعودية - اليمنية]: the two states, where the article names both somewhere."""
    lands: list[str] = []
    j = i + 1
    while j < min(sentence.last, i + _ADJECTIVES):
        info, match = story.infos[j], story.doc.match(j, j + 1, "D")
        if match is not None and info.definite == story.infos[i].definite and not info.prep:
            code = match[2][0].value.split()[0]
            lands += [code] if code not in lands else []
        elif story.words[j] not in DASHES and not _agrees(story, i, j):
            break
        j += 1
    founds = [_named_nearest(story, i, code) for code in lands] if len(lands) == _TWO else []
    return [f for f in founds if f is not None] if all(founds) else []


# tokens of the adjectives of a meeting, and its states
_ADJECTIVES: Final = 6
_TWO: Final = 2


def _named_nearest(story: Story, i: int, code: str) -> Found | None:
    """The mention of a state that is nearest to token ``i``, before it or behind it."""
    named = [f for f in story.marked.start_of if f is not None and f.kind == "country" and f.country == code]
    return min(named, key=lambda f: abs(f.first - i)) if named else None


def from_whom(story: Story, i: int, rule: ContactRule, sentence: Sentence) -> list[Found]:
    """رسالة من X إلى Y"""
    if rule.kind == "meeting":
        return []
    for j in range(i + 1, min(sentence.last, i + 7)):
        found = story.marked.start_of[j]
        if found is not None:
            from_him = story.sides.preposition(i, j, found) == "من" and found.kind == "person"
            return story.sides.joint(found, sentence.last) if from_him else []
    return []


def to_and_from(story: Story, i: int, sentence: Sentence) -> tuple[list[Found], list[Found]]:
    """رسالة إلى X من Y: sender and receiver, each empty where it is told otherwise."""
    j = i + 1
    to: Found | None = None
    while j < min(sentence.last, i + _LETTER):
        found = story.marked.start_of[j]
        if found is None:
            if story.sides.ends_clause(j):
                break
            j += 1
            continue
        preposition = story.sides.preposition(i, j, found)
        if to is not None:
            named = preposition == "من" and found.kind == "person"
            return (story.sides.joint(found, sentence.last), [to]) if named else ([], [])
        if preposition not in ("الي", "ل") or found.kind != "person":
            break
        to, j = found, found.last
    return [], []


_LETTER: Final = 16  # tokens from a letter to its sender, from what is asked for to who asks


def handed_to(story: Story, i: int, sentence: Sentence) -> list[Found]:
    """سلم السفير الوزير رسالة من …, نقل إلى الوزير رسالة من …: who gets the letter, before its noun."""
    verb = next(
        (k for k in range(i - 1, max(sentence.first - 1, i - 16), -1) if story.infos[k].base in story.lists["handing"]),
        -1,
    )
    if verb < 0:
        return []
    bare: list[Found] = []
    j = verb + 1
    while j < i:
        found = story.sides.at(j, i)
        if found is None:
            j += 1
            continue
        g = story.sides.governed(verb, j, found)
        if g.preposition in ("الي", "ل"):
            return [found]
        if not g.preposition and not g.genitive and story.sides.may_be(found):
            bare.append(found)
        j = found.last
    carried = story.topics.antecedent(verb) is not None  # الذي سلم الرئيس رسالة
    return bare[-1:] if len(bare) >= (1 if carried else 2) else []


def together_with(story: Story, i: int, own: list[Found]) -> list[Found]:
    """اتفق X مع Y خلال اتصال هاتفي: who stands under مع between the one and the noun."""
    j = own[-1].last
    while j < i:
        found = story.marked.start_of[j]
        if found is None:
            if story.sides.ends_clause(j):
                return []
            j += 1
            continue
        if found.kind == "person" and story.sides.preposition(own[-1].last - 1, j, found) == "مع":
            return story.sides.joint(found, i)
        j = found.last
    return []


def other_of_noun(
    story: Story, i: int, j: int, rule: ContactRule, sentence: Sentence, own: list[Found], *, owned: bool
) -> list[Found]:
    """The other side, behind the noun and its own side: under a preposition of the rule, or a bare object."""
    limit = min(sentence.last, j + 14)
    plain = not (rule.id == "contact.istaqbala" and story.infos[i - 1].base == "في")  # وكان في استقباله …
    depth = 0
    while j < limit:
        word, info = story.words[j], story.infos[j]
        if word in ("(", ")"):
            depth += 1 if word == "(" else -1
            j += 1
            continue
        if owned and j > i and (behind := behind_place(story, j, sentence)):
            j = behind
            continue
        found = story.sides.at(j, sentence.last)
        if found is None or depth > 0:
            if _ends_noun(story, j) or info.base in story.lists["needed"]:
                break  # شدد خلال الجلسة على ضرورة التفاوض مع …
            if (
                info.particle & P.preposition
                and info.base not in story.lists["around"]
                and info.base not in rule.noun_other
            ):
                break
            plain = plain and not (info.particle & P.preposition and info.base != "في")
            if story.sides.is_bare_noun(j) and not _is_under(story, j, i):
                if info.flags & MASDAR and j > i + 1:
                    break
                plain = plain and info.definite == story.infos[i].definite and not owned
            j += 1
            continue
        if found in own:
            j = found.last
            continue
        g = story.sides.governed(i, j, found)
        of_body = _is_body(story, i, g, rule) and not owned
        passive = story.words[found.first - 2 : found.first] == ["من", "قبل"] and "object" in rule.noun_other
        brother = not g.preposition and story.infos[found.first - 1].base in story.lists["kin"]  # في مكالمة أخاه الرئيس
        of_masdar = g.preposition not in rule.other and story.infos[i].definite  # رفع خلال الاستقبال تعازيه ل…
        if (
            (g.preposition in rule.noun_other and not of_masdar)
            or of_body
            or passive
            or (brother and rule.kind == "call")
        ):
            if can_be_other(story, g, own, rule):
                return story.sides.joint(found, sentence.last, listed=True)
        elif (
            not g.preposition and "object" in rule.noun_other and owned and plain and not g.genitive and not found.conj
        ):
            if found.kind != "country" and story.sides.may_be(found):
                return story.sides.joint(found, sentence.last, listed=True)
        elif not g.preposition and not g.genitive:
            break
        j = found.last
    return []


def behind_place(story: Story, j: int, sentence: Sentence) -> int:
    """لقائه [بمقر بعثة بلاده لدى المنظمة،] الوزيرة X: the token behind the comma that ends where they met; 0 where none does."""
    info = story.infos[j]
    if info.core.removeprefix("ب") not in story.lists["where"]:
        return 0
    if info.prep != "ب" and not (story.infos[j - 1].base in ("في", "ب") and not info.definite):
        return 0
    for k in range(j + 1, min(sentence.last - 1, j + _PLACE)):
        if story.words[k] in COMMAS:
            found = story.sides.at(k + 1, sentence.last)
            free = found is not None and not found.conj and not story.sides.preposition(k, k + 1, found)
            return k + 1 if free else 0
        if story.sides.ends_clause(k) or story.infos[k].reports:
            break
    return 0


_PLACE: Final = 12  # tokens of the words that tell where


def _is_body(story: Story, i: int, g: Governed, rule: ContactRule) -> bool:
    """في اجتماع لوزراء …, خلال جلسة للجنة …: whoever speaks there meets the body."""
    return (
        rule.kind == "meeting"
        and g.preposition == "ل"
        and g.found.kind in ("group", "organisation")
        and not story.infos[i].definite
        and not any(story.infos[k].prep == "ل" for k in range(i + 1, g.token))
        and not any(story.infos[k].base in story.lists["attends"] for k in range(max(0, i - 12), i))
        and (story.infos[i - 1].base in story.lists["during"] or story.infos[i - 1].base in story.lists["chairing"])
    )


def _ends_noun(story: Story, j: int) -> bool:
    info = story.infos[j]
    if story.sides.ends_clause(j) or (not info.word[0].isalnum() and story.words[j] not in COMMAS):
        return True
    if info.reports or info.particle & (P.relative_pronoun | P.pronoun):
        return True
    return bool(info.flags & VERB and not info.flags & NOUN and not info.particle)
