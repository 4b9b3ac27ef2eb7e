"""The walk at a mention: subject, addressee, object, or nothing to the cue."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR
from dipcli.stages.found import Found
from dipcli.stages.framing.adjectives import with_adjectives
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import preposition_before
from dipcli.stages.framing.signs import MASCULINE_COUNTRIES
from dipcli.stages.framing.walk_prepositions import adjunct_within, is_relayed
from dipcli.text.marks import COMMAS

_APPOSED: Final = 14  # tokens of a title with all that it governs
_PLACE: Final = 6  # tokens of where a role is held
_RANKS: Final = frozenset({"rank", "honorific", "academic", "military"})


def pass_mention(marked: MarkedText, frame: Frame, i: int, found: Found, takes_subject: bool, needed: bool) -> int:
    """Steps to go on by, or -1 when the content opens here."""
    prep = preposition_before(marked, frame.cue_last, i, found)
    rule = frame.rule
    paper = prep == rule.source or (rule.source == "في" and prep == "ضمن")  # وورد ضمن البلاغ أن …
    if rule.source is not None and paper and not frame.subjects:
        frame.subjects, frame.subject_side = [found], "after"
        return found.last - i
    if _holds_the_office(marked, frame, i, found):
        frame.apposed = frame.subjects[0]
        frame.subjects = [found]
        return found.last - i
    if is_relayed(marked, frame, prep, found) and found.kind != "place" and not _is_relayed_already(marked, frame):
        frame.subjects, frame.noun_phrase, frame.subject_side = [found], None, "after"
        return with_adjectives(marked, frame, found) - i
    if not prep and i > frame.cue_last and marked.words[i - 1] in marked.classes["addressing"]:
        frame.addressees.append(("object", found))  # وقال مخاطبا [الوزيرة]: …
        return found.last - i
    if prep and (within := adjunct_within(marked, frame, i, len(marked.words))) > i:
        return max(within, found.last) - i
    if prep:
        return _pass_governed(frame, i, found, prep, needed)
    if issues(marked, frame, i):
        return found.last - i
    if (apposed := _apposition_end(marked, frame, i, found)) > i:
        return apposed - i
    if _one_more_title(marked, frame, i, found):
        frame.apposed = frame.subjects[0]
        frame.subjects = [found]
        return found.last - i
    if (
        found.conj
        and found.skip
        and frame.subjects
        and marked.words[i - 1][0].isalpha()
        and marked.inside[i - 1] in frame.subjects
    ):
        frame.subjects.append(found)
        return found.last - i
    if _listed(marked, frame, i, found) or _joins_the_first(marked, frame, i, found):
        frame.subjects.append(found)
        return found.last - i
    if (
        frame.subject_side == "after"
        and len(frame.subjects) == 1
        and (_names_holder(marked, frame.subjects[0], found) or _names_the_first(frame.subjects[0], found))
    ):
        frame.subjects = [found]
        return found.last - i
    if takes_subject and not frame.subjects and frame.noun_phrase is None:
        if not found.conj and rule.source is None and _may_speak(marked, frame, found):
            frame.subjects.append(found)
            frame.subject_side = "after"
            return with_adjectives(marked, frame, found) - i
    if not needed or (found.conj and found.skip):
        return found.last - i
    if _is_judged(marked, frame, i, found):
        frame.open(i, "object", "np")
        return -1
    return _pass_object(marked, frame, i, found)


def _is_judged(marked: MarkedText, frame: Frame, i: int, found: Found) -> bool:
    """وانتقد بشدة [فنزويلا] التي …: behind a verb without a subject, a state that disagrees with it is what it is about."""
    if not frame.form.conjunction or frame.form.kind != "v" or frame.form.agreement != "ms" or frame.rule.strict:
        return False
    if "object" in frame.rule.addressee or frame.subjects or frame.noun_phrase:
        return False
    if not frame.rule.target and "" not in frame.rule.object:
        return False
    disagrees = found.rule == "table_C" and found.gender == "f" and found.country not in MASCULINE_COUNTRIES
    return disagrees and all(marked.infos[k].base in marked.classes["b_adverbs"] for k in range(frame.cue_last, i))


def _one_more_title(marked: MarkedText, frame: Frame, i: int, found: Found) -> bool:
    """ويرى الدبلوماسي [والرئيس السابق للمعهد، دنيس بوشار]، أن …: two titles of him whose name stands behind a comma."""
    first = frame.subjects[0] if len(frame.subjects) == 1 and frame.subject_side == "after" else None
    if first is None or first.name is not None or not first.titles or first.number != "sg" or first.last != i:
        return False
    if not (found.conj and found.skip) or found.kind != "person" or found.name is None or not found.titles:
        return False
    return marked.words[found.name[0] - 1] in COMMAS


def _listed(marked: MarkedText, frame: Frame, i: int, found: Found) -> bool:
    """وتتهم السعودية، [ومصر]، …: one more of those who speak, between commas."""
    if not (found.conj and found.skip and frame.subjects and frame.subject_side == "after") or i < 2:
        return False
    last = frame.subjects[-1]
    closed = found.last < len(marked.words) and marked.words[found.last] in COMMAS
    first = frame.subjects[0].first
    each = first > 1 and marked.words[first - 1] == "من" and bool(marked.infos[first - 2].particle & P.each_of)
    each = each or _both_named(marked, last, found)
    alike = last.kind == found.kind and (each or found.kind != "person")  # كل من الوزير، [والسفير]، …
    return closed and marked.words[i - 1] in COMMAS and last.last == i - 1 and alike


def _both_named(marked: MarkedText, one: Found, other: Found) -> bool:
    """أكد الوزير سالم العمري، [والنائب خالد الشمري]، أن …: two by office and name, and behind the comma the clause."""
    behind = marked.infos[other.last + 1] if other.last + 1 < len(marked.infos) else None
    named = all(f.kind == "person" and f.name is not None and f.name[0] > f.first for f in (one, other))
    return named and behind is not None and bool(behind.particle & COMPLEMENTISER)


def _joins_the_first(marked: MarkedText, frame: Frame, i: int, found: Found) -> bool:
    """قال مصدر مطلع على المفاوضات [ومسؤول كيني] إن …: a second one who is not named, behind what the first knows of."""
    first = frame.subjects[0] if len(frame.subjects) == 1 and frame.subject_side == "after" else None
    if first is None or not (found.conj and found.skip) or first.kind != "unnamed" or found.kind != "unnamed":
        return False
    if "unnamed_document" in (first.rule, found.rule) or marked.infos[found.first].definite:
        return False
    between = range(first.last, i)
    opens = bool(between) and marked.infos[first.last].particle & P.preposition
    return bool(opens) and all(marked.words[k][0].isalpha() and not marked.infos[k].verbal for k in between)


def _is_relayed_already(marked: MarkedText, frame: Frame) -> bool:
    """نقلت الوكالة عن الرئيس قوله في ذكرى الاستقلال عن فرنسا إن …: who stood under عن first speaks."""
    first = frame.subjects[0] if frame.subjects else None
    return first is not None and preposition_before(marked, frame.cue_last, first.first, first) == "عن"


def _apposition_end(marked: MarkedText, frame: Frame, i: int, found: Found) -> int:
    """أكد سامر النجار [رئيس لجنة متابعة الأسعار] أن …, وكيل الوزارة [ورئيس اللجنة] أن …: a title behind its holder's name.

    Token behind it, which opens the clause; ``i`` where the title may be somebody else's.
    """
    person = frame.subjects[-1] if len(frame.subjects) == 1 else None
    if person is None or person.last != i or person.name is None or found.name is not None or not found.titles:
        return i
    name_end = person.name[1]
    goes_on = found.conj and any(title.first >= name_end for title in person.titles)
    if found.conj and not goes_on:
        return i  # أكد سامر النجار ورئيس اللجنة أن …: two; سامر النجار مدير المصنع [وعضو المجلس] is one
    j = found.last
    while j < len(marked.words) and j - i < _APPOSED and marked.words[j][0].isalnum():
        info = marked.infos[j]
        if info.particle or (info.verbal and not info.flags & MASDAR):
            break
        j += 1
    k = j + (j + 1 < len(marked.words) and marked.words[j] in COMMAS)
    closes = k < len(marked.words) and marked.infos[k].particle & COMPLEMENTISER and not marked.infos[k].conj
    return j if closes and frame.rule.clause else found.last if goes_on else i


def issues(marked: MarkedText, frame: Frame, i: int) -> bool:
    """وأكد بيان [الوزارة] أن …, تقرير [منظمة …]: behind a document without the article stands who issued it, no object."""
    if frame.subject_side != "after" or len(frame.subjects) != 1:
        return False
    document = frame.subjects[0]
    definite = marked.infos[document.first].definite or marked.infos[i].prep or marked.infos[i].conj
    return document.rule == "unnamed_document" and document.last == i and not definite


def _pass_governed(frame: Frame, i: int, found: Found, prep: str, needed: bool) -> int:
    """A mention under a preposition: the content where the cue governs it (أشاد بالرئيس), an addressee, or neither."""
    rule = frame.rule
    to_addressee = prep in rule.addressee
    if needed and prep in rule.object and not to_addressee and not rule.strict and found.kind != "place":
        frame.open(i, "prep", "np")
        return -1
    if to_addressee or (prep in ("ل", "الي", "مع", "امام") and found.kind == "person" and rule.clause):
        frame.addressees.append((prep, found))
    return found.last - i


def _pass_object(marked: MarkedText, frame: Frame, i: int, found: Found) -> int:
    """A mention that is the bare object of its cue: who is spoken to, or the content."""
    rule = frame.rule
    if "object" in rule.addressee:
        frame.addressees.append(("object", found))
        frame.object_range = (i, found.last)
    elif (rule.target or "" in rule.object) and (frame.subjects or frame.noun_phrase or frame.form.kind != "v"):
        if not rule.strict and not rule.status and not marked.infos[i].particle & P.time:
            frame.open(i, "object", "np")
            return -1
    return found.last - i


def _names_holder(marked: MarkedText, title: Found, found: Found) -> bool:
    """وزير خارجيتها حازم العلمي: a title with a noun of its own, and the name of its holder."""
    between = range(title.last, found.first)
    return (
        title.rule == "indefinite_title"
        and found.kind == "person"
        and not found.skip
        and len(between) == 1
        and marked.infos[between[0]].base.endswith(("ها", "ه", "هم", "هما"))
    )


def _names_the_first(title: Found, found: Found) -> bool:
    """وزيرا الداخلية السعودي [الأمير سعد بن خالد] ونظيره …: behind the title of two stand both of them by name."""
    two = title.number == "du" and title.name is None and bool(title.titles)
    return two and found.kind == "person" and found.name is not None and not found.skip and title.last == found.first


def is_accusative_plural(marked: MarkedText, frame: Frame, i: int) -> bool:
    """ودعا [المتظاهرين] إلى …: the object of a verb that takes one, and no genitive (أعلن جميع [المرشحين])."""
    info, rule = marked.infos[i], frame.rule
    asks = "object" in rule.addressee
    if not info.definite or not info.base.endswith("ين") or not (asks or rule.target or "" in rule.object):
        return False
    return asks or i == 0 or not marked.infos[i - 1].particle & P.quantifier


def _may_speak(marked: MarkedText, frame: Frame, found: Found) -> bool:
    if found.kind == "place":
        return False
    agreement = frame.form.agreement
    takes_object = "object" in frame.rule.addressee or frame.rule.target
    head = marked.infos[found.first]
    if found.kind == "group" and is_accusative_plural(marked, frame, found.first):
        return False  # ودعا المتظاهرين إلى …, واتهم الغربيين ب…: no nominative
    if (
        found.rule == "unnamed_document"
        and takes_object
        and agreement == "ms"
        and marked.infos[found.first].core.endswith("ه")
    ):
        return False  # واعتبر اتفاقية التجارة خطوة
    if agreement == "ms" and found.rule == "table_C" and found.first > frame.cue_last:
        if found.gender == "f" and found.country not in MASCULINE_COUNTRIES:
            return False  # وقال ردا على سؤال عما إذا كانت [السعودية] مستعدة إن …
    if takes_object and agreement == "ms" and frame.cue and marked.words[frame.cue - 1] == "ان":
        if found.kind != "person" and marked.infos[found.first].core.endswith("ه"):
            return False  # قبل أن يهاجم الجهة …
    if (
        found.rule == "unnamed_document"
        and agreement == "fs"
        and not frame.rule.source
        and found.last - found.first == 1
    ):
        word = marked.infos[found.first].core
        if not word.endswith(("ه", "ات")) and found.number == "sg":
            return False  # وتعتبر الاتفاق «خطأ»
    joined = frame.form.conjunction or (frame.cue > 0 and marked.infos[frame.cue - 1].base == "كما")
    if takes_object and joined and agreement == "fs" and _is_masculine_body(marked, found):
        return False  # كما طالبت [مكتب المفوضية] ب…
    if takes_object and frame.form.conjunction and found.kind in ("country", "organisation"):
        # ودعا تركيا إلى …: what disagrees with the verb is its object.
        if (agreement == "ms" and found.gender == "f" and found.country not in MASCULINE_COUNTRIES) or (
            agreement == "fs" and found.gender == "m"
        ):
            return False
    if agreement == "fs" and takes_object and found.titles and head.definite and found.titles[0].first == found.first:
        # ودعت [السفير كمال العلمي] إلى …: with the article a woman's title is feminine.
        if found.titles[0].gender == "m" and not any(marked.doc.lexicon.person(k).gender == "f" for k in found.known):
            return False
    if agreement in ("fs", "fd", "fp") and found.gender == "m" and found.kind == "person" and found.number == "sg":
        # قالت عضو المجلس رشيدة …: many offices have no feminine; the verb tells the person's gender.
        if found.name is None or found.first != frame.cue_last or _known_man(marked, found):
            return False
        if any(c.kind == "v" and c.agreement == "ms" for c in marked.infos[frame.cue].cues):
            return False  # توجه الرئيس سالم …: he went, and not: she directs
        found.gender = "f"
    return True


def _is_masculine_body(marked: MarkedText, found: Found) -> bool:
    """مكتب المفوضية, البرلمان: by the noun that is its head, and not by what the head is of."""
    if found.kind != "organisation" or found.skip:
        return False
    return marked.infos[found.first].core in marked.classes["masculine_bodies"]


def _known_man(marked: MarkedText, found: Found) -> bool:
    return any(marked.doc.lexicon.person(k).gender == "m" for k in found.known)


def _in_apposition(marked: MarkedText, title: Found, i: int, found: Found) -> bool:
    """وقال مراسل القناة في نيروبي، [سالم العمري]، إن …: a name between commas behind a role and where it is held."""
    if found.kind != "person" or found.name is None or found.titles or found.skip or marked.words[i - 1] not in COMMAS:
        return False
    if found.last >= len(marked.words) or marked.words[found.last] not in COMMAS or title.last == i - 1:
        return False
    between = [marked.infos[k] for k in range(title.last, i - 1)]
    plain = all(
        x.word[0].isalnum() and not x.verbal and not x.conj and not x.particle & COMPLEMENTISER for x in between
    )
    return plain and len(between) <= _PLACE


def _holds_the_office(marked: MarkedText, frame: Frame, i: int, found: Found) -> bool:
    """المتحدث الرسمي للمركز [رأفت العلمي], وزير الخارجية، [كمال العلمي]،: the name of whose title stands before it."""
    if frame.subject_side != "after" or len(frame.subjects) != 1 or frame.form.kind != "v" or frame.addressees:
        return False
    title = frame.subjects[0]
    if title.name is not None or not title.titles or title.number != "sg":
        return False
    if not title.titles[0].definite:
        return _in_apposition(marked, title, i, found)
    if found.kind != "person" or found.name is None or found.skip or found.number != "sg":
        return False
    if any(t.kind not in _RANKS for t in found.titles):
        return False
    before = marked.infos[i - 1]
    if marked.words[i - 1] in COMMAS:
        after = marked.words[found.last] if found.last < len(marked.words) else ""
        return title.last == i - 1 and after in COMMAS
    if "object" in frame.rule.addressee or frame.rule.target:
        return False
    inside = marked.inside[i - 1]
    return title.last < i and (
        before.definite or (inside is not None and inside.kind in ("place", "country", "organisation"))
    )
