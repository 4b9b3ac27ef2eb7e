"""Finds who is named, titled or described, line by line, longest and most certain reading first."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import (
    AS_PREPOSITION,
    BY_HEAD,
    BY_MOTHER,
    BY_QUOTE,
    BY_TABLE,
    BY_WORDS,
    GIVEN,
    MASDAR,
    MASKS,
    NOUN,
)
from dipcli.stages.apposition import principal
from dipcli.stages.bodies import from_table, medium_in_marks, quoted_medium
from dipcli.stages.bodies_by_head import body_by_head, named_body
from dipcli.stages.document import Document
from dipcli.stages.family_names import is_family_name
from dipcli.stages.found import Found, Title
from dipcli.stages.name_at_the_end import with_name_at_the_end
from dipcli.stages.named import actor_by_name, described, from_name, ids_meant, of_nationality, told_by_office, untitled
from dipcli.stages.names import name_end
from dipcli.stages.standing import with_standing
from dipcli.stages.subject_slot import in_subject_slot
from dipcli.stages.title_complements import is_named_after
from dipcli.stages.titled import from_titles
from dipcli.stages.titles import title_phrase
from dipcli.stages.unnamed import group_ahead, group_at
from dipcli.stages.whereof import with_whereof, with_whereof_ahead
from dipcli.text.marks import COMMAS, QUOTE_MARKS

_NATIONALITIES: Final = MASKS["D"]
_UNTITLED: Final = BY_WORDS | BY_MOTHER
_WITHIN_BODIES: Final = frozenset({"person", "place", "group", "unnamed"})
_BESIDE_OTHERS: Final = frozenset({"adviser"})
_OF_ONE: Final = frozenset(
    {"spokesperson", "government_spokesperson", "ambassador"}
)  # المديرة العامة … [والسفيرة السابقة …] فلانة
_WITHIN: Final = frozenset({"party", "parliament"})  # القيادي في الائتلاف [ورئيس أمانته]
_JOINED: Final = frozenset(
    {"parliament", "party", "media", "academic", "organisation", "judiciary", "military", "religious", "security"}
)


def find_mentions(doc: Document) -> list[Found]:
    """All mentions but later short forms of names (``find_short_forms``), in text order, none overlapping."""
    out: list[Found] = []
    infos = doc.infos
    for line in doc.segments.lines:
        if line.kind == "tail":
            continue
        i = line.first
        while i < line.last:
            info = infos[i]
            speaker = i == line.first or infos[i - 1].before_speaker or _is_told(doc, i) or _is_passed_on(doc, i)
            joined = info.conj and bool(out) and (out[-1].last == i or _is_listed(doc, i, out[-1]))
            if not info.opens and not speaker and not joined:
                i += 1
                continue
            found: Found | None = mention_at(doc, i, line.last) if info.opens else None
            if info.opens & BY_HEAD and (
                found is None or found.kind in _WITHIN_BODIES or _is_of_more(doc, found, line.last)
            ):
                joins = info.conj and bool(out) and out[-1].last == i and _is_side(doc, out)
                body = named_body(doc, i, line.last) if joins else body_by_head(doc, i, line.last)
                if body is not None and (found is None or found.last < body.last):
                    found = body
            if found is not None:
                found = with_standing(doc, found, line.last)
            if speaker:
                found = _speaker_at(doc, i, line.last, found)
            if (
                found is not None
                and i > line.first
                and (_bears_the_name(doc, i - 1, found) or _is_credited(doc, i, found))
            ):
                found = Found(first=found.first, last=found.last, skip=0, kind="place", rule="named_after")
            if found is not None:
                found = with_whereof_ahead(doc, found, line.last)
            if info.conj and out and out[-1].last == i:
                found = _coordinated(doc, i, line.last, out, found)
                while found is not None and len(out) > 1 and found.first == out[-1].first == out[-2].last:
                    out.pop()  # المحلل والخبير [وعضو المجلس فلان]: three offices of one
                    found = _coordinated(doc, found.first, line.last, out, found)
            elif joined and found is None:
                found = _coordinated(doc, i, line.last, out, found)
            if found is not None and out and out[-1].last == i and not found.titles:
                _with_office_within(doc, out[-1], found)
            if found is None:
                i += 1
            else:
                if out and found.first == out[-1].first:
                    out.pop()
                out.append(found)
                i = found.last
    return out


def _is_told(doc: Document, i: int) -> bool:
    """Who speaks may stand at token ``i``: behind a verb that reports, or behind it and what may part the two."""
    return i > 0 and (doc.infos[i - 1].reports or _is_first_of_each(doc, i) or _is_behind_that(doc, i))


def _is_first_of_each(doc: Document, i: int) -> bool:
    """أعلن كل من [«هيئة التنسيق»] و…: the first of several who speak, behind a verb that reports."""
    each = i > 2 and doc.words[i - 1] == "من" and doc.infos[i - 2].particle & P.each_of
    return bool(each) and doc.infos[i - 3].reports


def _is_behind_that(doc: Document, i: int) -> bool:
    """أوضح ذلك [رئيس اللجنة] …, صرح بذلك [رئيس اللجنة] …: what he says stands before him, as one word."""
    return i > 1 and doc.words[i - 1] in ("ذلك", "بذلك") and doc.infos[i - 2].reports


def _is_passed_on(doc: Document, i: int) -> bool:
    """نقلت الوكالة عن [بدر جاموس]، عضو …، قوله إن …: whose words a paper passes on stands under عن."""
    if doc.words[i - 1] != "عن" or i < 2:
        return False
    rules = doc.lexicon.cue_rules
    near = (c for k in range(max(0, i - _PASSED_ON), i - 1) for c in doc.infos[k].cues)
    return any(rules[c.rule].speech_act == "relay" for c in near)


_PASSED_ON: Final = 7  # tokens from the verb of passing on to whose words they are


def _is_of_its_kind(doc: Document, found: Found) -> bool:
    """حزب الشعب [الديموقراطي]: a listed body and an adjective that tells another of its noun; no nationality."""
    what, classes = doc.infos[found.last], doc.lexicon.word_classes
    kind = what.definite and what.base.endswith(("ي", "يه")) and not (what.prep or what.conj or what.cues)
    if not kind or doc.infos[found.first].core not in classes["movement_heads"]:
        return False
    if what.flags & MASDAR or what.core in classes["nouns_in_iyya"] or what.core in classes["speech"]:
        return False  # أعلنت حركة النور [المسؤولية] عن الهجوم
    if what.base.endswith("ه") != doc.infos[found.first].core.endswith("ه"):
        return False  # حركة حماس [الأسبوعي]
    return not doc.infos[found.first].definite and doc.match(found.last, found.last + 1, "Dt") is None


def _is_of_more(doc: Document, found: Found, last: int) -> bool:
    """المجلس الأعلى [للإفتاء]: a listed body of a noun and an adjective is another one where ل tells what for."""
    i, end = found.first, found.last
    if found.kind != "organisation" or end >= last:
        return False
    if _is_of_its_kind(doc, found):
        return True
    if end - i != 2 or not doc.infos[i].definite:
        return False
    what, classes = doc.infos[end], doc.lexicon.word_classes
    if what.prep == "ل" and what.core in classes["body_heads"]:
        return True  # الأمانة العامة [لهيئة] كبار العلماء
    field = what.base.startswith("لل") and what.flags & (NOUN | MASDAR) and not what.base.endswith(("ين", "ون"))
    told = ("publics_of", "media_heads", "body_heads", "peoples", "sides", "crowds", "speaking_plurals")
    return bool(field) and not any(what.core[1:] in classes[name] for name in told)


def _speaker_at(doc: Document, i: int, last: int, found: Found | None) -> Found | None:
    """What stands right behind a verb that reports, where it reaches further than what was found there."""
    told = _is_told(doc, i)
    if told and doc.words[i] in QUOTE_MARKS and (medium := medium_in_marks(doc, i, last)) is not None:
        return medium
    actor = actor_by_name(doc, i, last) if told else None
    group = group_at(doc, i, last) if told else group_ahead(doc, i, last)
    for other in (told_by_office(doc, i, last), actor, group):
        if other is not None and (found is None or found.last < other.last):
            found = other
            break
    if told:
        found = in_subject_slot(doc, i, last, found)
        found = with_name_at_the_end(doc, i, last, found)
    one = found is not None and found.kind == "unnamed" and found.rule.startswith(("descriptor", "unnamed_one"))
    if told and found is not None:
        return with_whereof(doc, described(doc, found, last) if one else found, last)
    return found


def _with_office_within(doc: Document, before: Found, found: Found) -> None:
    """مستشار الرئيس الكيني [أوهورو كينياتا]: the office within the title before a name that is not its holder's."""
    if found.kind != "person" or found.name is None or (before.name and before.last == before.name[1]):
        return
    inner = principal(doc, before.titles)
    office = title_phrase(doc, inner, found.first, first_only=True) if inner >= 0 else None
    if office is not None and office.last == found.first:
        found.titles, found.country = tuple(office.titles), office.country


def _bears_the_name(doc: Document, head: int, found: Found) -> bool:
    """مطار [الملك فهد], شارع [سامي العمري]: who gave a place its name is nobody of the article."""
    if found.kind != "person" or found.name is None or found.skip:
        return False
    if head and doc.words[head - 1] == "عن" and doc.words[head] == "طريق":
        return False  # عن طريق الرئيس …
    return is_named_after(doc, head)


def _is_credited(doc: Document, i: int, found: Found) -> bool:
    """تصوير: [سالم العمري], ترجمة: [هدى السعدي]: who made what the page shows."""
    behind = i > 1 and doc.words[i - 1] == ":" and found.kind == "person" and found.name is not None
    return behind and doc.words[i - 2] in doc.lexicon.word_classes["credited"]


def _coordinated(doc: Document, i: int, last: int, out: list[Found], found: Found | None) -> Found | None:
    """الرئيسان حازم العمري [وماهر السعدي]: a name after a name, with the title that both share."""
    before = out[-1]
    if found is not None and _further_title(doc, out, found):
        found.titles = (*before.titles, *found.titles)
        found.first, found.skip, found.conj = before.first, before.skip, before.conj
        return found
    if before.kind != "person" or before.name is None or before.name[1] != before.last:
        return found
    if found is None and doc.lexicon.info(doc.words[i][1:]).flags & GIVEN:
        end = name_end(doc, i + 1, last, trusted=i + 1 < last and doc.infos[i + 1].definite)
        if end == i + 1 < last and is_family_name(doc, i, end, last, trusted=True):
            end += 1  # سالم العمري [وفهد الشهري] أن …: an adjective that only here is a name
        if end - i in (2, 3, 4):
            found = Found(
                first=i, last=end, skip=1, kind="person", rule="name_by_its_words", name=(i, end, 1), conj=True
            )
    if found is not None and found.name and not found.titles and any(t.number == "du" for t in before.titles):
        own = found.country  # الرئيسان الأميركي … والروسي …
        found.titles = tuple(t._replace(country=own) for t in before.titles) if own else before.titles
        found.gender = before.gender
    return found


def _is_listed(doc: Document, i: int, before: Found) -> bool:
    """سالم العمري، [وإدريس أحمد], سالم العمري (تونسي)، [وإدريس أحمد]: a comma and a bracket at most stand between."""
    k = before.last
    if k + 2 < i and doc.words[k] == "(" and doc.words[k + 2] == ")":
        k += 3
    return k + 1 == i and doc.words[k] in COMMAS


def _is_side(doc: Document, out: list[Found]) -> bool:
    """قالت [الوزارة] ومنظمة …, طالب النائب [الوزارة] وغرفة …: a body right behind a verb that reports, or behind its subject."""
    first = out[-1].first
    if out[-1].kind != "organisation" or out[-1].skip:
        return False
    if len(out) > 1 and out[-2].last == first and not out[-2].skip:
        first = out[-2].first
    return first > 0 and doc.infos[first - 1].reports and not doc.infos[first - 1].particle  # not بين الوزارة و…


def _further_title(doc: Document, out: list[Found], found: Found) -> bool:
    """النائب [والزعيم الدرزي وليد جنبلاط]: a title and one more with the name are one person; الملك والرئيس are two."""
    before = out[-1]
    if len(before.titles) != 1 or found.name is None or not found.titles:
        return False
    one, other = before.titles[0], found.titles[0]
    if one.number != "sg" or other.number != "sg":
        return False
    same_land = before.country in (None, found.country) or found.country is None
    if doc.infos[one.first].core in doc.lexicon.word_classes["deputies"]:
        if other.kind == "minister" or other.office.endswith("spokesperson"):
            return same_land  # نائب رئيس الوزراء ووزير الخارجية فلان
    if (
        before.rule == "title_alone"
        and doc.infos[other.first].core == "عضو"
        and same_land
        and _speaks_alone(doc, one.first)
    ):
        return True  # قال نائب رئيس الجمعية [وعضو] اللجنة فلان
    if before.rule == "title_alone" and other.kind == "minister" and same_land and _held(doc, found, one):
        return True
    if before.rule == "indefinite_title":
        return same_land and _shares_genitive(doc, one, other)
    if before.rule != "title_alone":
        return False
    if same_land and _was_and_is(doc, before, found):
        return True
    if not same_land or not (one.kind in _JOINED or one.office in _BESIDE_OTHERS or not one.office):
        return False
    if not (other.kind in _JOINED or not other.office or other.office in _OF_ONE):
        return False
    bare = one.last - one.first == 1 or (one.kind in _WITHIN and not other.office)
    root = len(out) - 1
    while root and out[root - 1].last == out[root].first and doc.infos[out[root].first].conj:
        root -= 1
    return bare or _speaks_alone(doc, out[root].first)


def _held(doc: Document, found: Found, title: Title) -> bool:
    """[ولي ولي العهد] ووزير الدفاع محمد بن سلمان: the rules know that who is named held the first office too."""
    terms = [t for k in found.known for t in doc.lexicon.person(k).terms]
    return bool(title.office) and any(t.office == title.office for t in terms)


def _was_and_is(doc: Document, before: Found, found: Found) -> bool:
    """[الرئيس السابق] وعضو الشرف الحالي فلان: what he was and what he is."""
    classes, within = doc.lexicon.word_classes, doc.words[found.first : found.last]
    return doc.words[before.last - 1] in classes["held_once"] and not classes["current"].isdisjoint(within)


def _shares_genitive(doc: Document, one: Title, other: Title) -> bool:
    """[رئيس وزراء] ووزير خارجية فنلندا السابق فلان: two offices without the article, of what stands behind the second."""
    bare = not doc.infos[one.first].definite and not doc.infos[one.last - 1].definite
    return bare and one.country is None and one.last - one.first > 1 and one.leader and other.leader and other.definite


def _speaks_alone(doc: Document, i: int) -> bool:
    """أوضح [المستشار القانوني والمحامي فلان] أن …: behind a verb of saying in the singular."""
    before = doc.infos[i - 1] if i else None
    if before is None or before.contacts:
        return False
    return before.reports or bool(before.cue_kinds & AS_PREPOSITION)


def mention_at(doc: Document, i: int, last: int) -> Found | None:
    """The mention that starts at token ``i``, if any."""
    info = doc.infos[i]
    opens = info.opens
    if opens & BY_QUOTE:
        quoted = quoted_medium(doc, i, last)
        if quoted is not None:
            return quoted
    if not opens & BY_TABLE or not (doc.names_at(i) or info.possessed is not None):
        return untitled(doc, i, last) if opens & _UNTITLED else None  # most: they begin longer names alone
    person = doc.match(i, last, "p")
    if info.kinds & _NATIONALITIES and (named := of_nationality(doc, i, last)) is not None:
        return named
    titled = title_phrase(doc, i, last)
    other = doc.match(i, last, "CKSormuc")
    # الشيخ محمد بن زايد, listed as a name
    leads = bool(person and titled) and info.definite and doc.match(i, i + 1, "th") is not None
    if titled is not None and (person is None or titled.last > person[0] or leads):
        found = from_titles(doc, titled, last)
        if leads and person is not None and found is not None and not found.known:
            found.known = ids_meant(doc, person, found.name[1] if found.name else person[0])
        if found is not None and (other is None or found.last >= other[0]):
            return found
    if other is not None and (person is None or other[0] > person[0]):
        found = from_table(doc, i, last, other)
        if found is not None:
            return found
    if person is not None:
        return from_name(doc, i, last, person)
    return untitled(doc, i, last)
