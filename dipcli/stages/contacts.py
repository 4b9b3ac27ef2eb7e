"""Letters, calls, meetings and visits that the article tells of, with their two sides."""

from collections.abc import Sequence

from dipcli.rules.match import ContactRule, P
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.frames import FrameFinder
from dipcli.text.segment import Sentence

_REACH = 40
_COMMAS = frozenset("،,")
_NO_SIDE = frozenset(
    {"unnamed_document", "table_m", "quoted_medium", "table_S", "unnamed_analyst", "unnamed_witness", "unnamed_source"}
)
_SIDE_KINDS = ("person", "country", "organisation", "group", "unnamed")


class Contact:
    """One contact: ``senders`` and ``receivers`` are entities, ``token`` is where it is told."""

    __slots__ = (
        "end",
        "evidence",
        "explicit",
        "inverted",
        "kind",
        "receivers",
        "rule",
        "senders",
        "sentence",
        "serial",
        "token",
    )

    def __init__(
        self, kind: str, senders: list[Cluster], receivers: list[Cluster], token: int, sentence: int, rule: str
    ) -> None:
        self.kind = kind
        self.senders = senders
        self.receivers = receivers
        self.token = token
        self.end = token + 1
        self.sentence = sentence
        self.rule = rule
        self.explicit = True
        self.inverted = False
        self.evidence = (token, token + 1)
        self.serial = -1


class ContactFinder:
    """Finds every telling of a contact; tellings of one contact are merged by ``merge``."""

    def __init__(self, doc: Document, finder: FrameFinder, clusters: Clusters) -> None:
        self.doc = doc
        self.finder = finder
        self.clusters = clusters
        self.words = doc.words
        self.infos = doc.infos
        self._told: list[Contact] = []

    def find(self) -> list[Contact]:
        """All tellings in text order."""
        out = self._told
        for n, sentence in enumerate(self.doc.segments.sentences):
            if self.doc.segments.lines[sentence.line].kind in ("caption", "tail", "dateline"):
                continue
            for i in range(sentence.first, sentence.last):
                if self.finder.inside[i] is not None and self.finder.start_of[i] is None:
                    continue
                for code in self.infos[i].contacts:
                    made = self._at(i, code, sentence, n) or self._answer(i, code, sentence, n, out)
                    if made:
                        out += made
                        break
        return out

    def _at(self, i: int, code: tuple[str, int, str], sentence: Sentence, n: int) -> list[Contact]:
        kind, number, agreement = code
        rule = self.doc.lexicon.contact_rules[number]
        if kind == "v":
            return self._verb(i, rule, agreement, sentence, n)
        return self._noun(i, rule, agreement, sentence, n)

    def _answer(
        self, i: int, code: tuple[str, int, str], sentence: Sentence, n: int, before: list[Contact]
    ) -> list[Contact]:
        """وفي رسالته، قال توقاييف …: the recipient is the one whose letters with him were told before."""
        kind, number, agreement = code
        rule = self.doc.lexicon.contact_rules[number]
        if kind != "m" or rule.kind != "letter" or not agreement:
            return []
        own = self._clusters(self._owner(i, sentence))
        if len(own) != 1:
            return []
        for contact in reversed(before):
            if contact.kind == "letter" and own[0] in (*contact.senders, *contact.receivers):
                other = contact.receivers if own[0] in contact.senders else contact.senders
                made = Contact("letter", own, list(other), i, n, rule.id)
                made.evidence, made.end = (i, i + 1), i + 1
                return [made]
        return []

    # -- verbs ---------------------------------------------------------------------------------------------------------

    def _planned(self, i: int, sentence: Sentence) -> bool:
        before = self.infos[i - 1] if i > sentence.first else None
        if self.infos[i].future:
            return True
        if before is not None and (
            before.base in ("لم", "لن", "لا", "سوف")
            or (before.particle & P["complementiser"] and self.words[i][0] in "يت" and before.word == "ان")
        ):
            return True
        return False

    def _verb(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        if self._planned(i, sentence):
            return []
        noun_at = self._noun_after(i, rule, sentence)
        if noun_at < 0:
            return []
        subject = self._subject(i, sentence, agreement)
        other = self._other(i, rule, sentence, subject)
        if not other and rule.mutual and len(subject) >= 2:
            subject, other = subject[:1], subject[1:]
        if subject and not other and rule.kind == "letter" and not rule.inverted:
            return self._similar(i, noun_at, rule, subject, n)
        if not subject or not other:
            return []
        kind = rule.kind
        return self._made(kind, subject, other, i, n, rule)

    def _similar(self, i: int, noun_at: int, rule: ContactRule, subject: list[Found], n: int) -> list[Contact]:
        """كما بعث ولي العهد برقية مماثلة: to whom the letter before it went."""
        before = next((c for c in reversed(self._told) if c.kind == "letter"), None)
        if before is None or self.doc.lexicon.similar.isdisjoint(self.words[noun_at + 1 : noun_at + 4]):
            return []
        out = []
        for sender in self._clusters(subject):
            if sender not in before.receivers:
                contact = Contact("letter", [sender], list(before.receivers), i, n, rule.id)
                contact.evidence, contact.end = (i, noun_at + 2), noun_at + 2
                out.append(contact)
        return out

    def _made(
        self, kind: str, subject: list[Found], other: list[Found], i: int, n: int, rule: ContactRule
    ) -> list[Contact]:
        a, b = self._clusters(subject), self._clusters(other)
        b = [x for x in b if x not in a]
        if not a or not b or not self._plausible(kind, a, b):
            return []
        if rule.inverted:
            a, b = b, a
        last = max(f.last for f in [*subject, *other])
        first = min([i, *(f.first for f in subject)])
        out = []
        pairs = (
            [(a, b)]
            if kind == "meeting"
            else [([x], [y]) for x in a for y in b]
            if rule.reciprocal or kind in ("call", "letter") or len(b) > 1
            else [(a, b)]
        )
        for s, r in pairs:
            contact = Contact(kind, s, r, i, n, rule.id)
            contact.evidence = (first, max(last, i + 1))
            contact.end = max(last, i + 1)
            contact.inverted = rule.inverted
            out.append(contact)
            if rule.reciprocal:
                back = Contact(kind, r, s, i, n, rule.id)
                back.evidence = contact.evidence
                back.explicit = contact.explicit = False
                out.append(back)
        return out

    @staticmethod
    def _plausible(kind: str, a: Sequence[Cluster], b: Sequence[Cluster]) -> bool:
        """People meet people: a country is a side only of a country, or as host of a visit."""
        kinds = {x.kind for x in (*a, *b)}
        if kind == "visit":
            return "person" in kinds and not kinds & {"group", "unnamed"}
        if "country" in kinds:
            return kinds == {"country"}
        return "person" in kinds or kinds == {"organisation"}

    def _clusters(self, founds: Sequence[Found]) -> list[Cluster]:
        out: list[Cluster] = []
        for f in founds:
            c = self.clusters.of.get(id(f))
            if c is not None and c.kind in _SIDE_KINDS and c not in out and f.rule not in _NO_SIDE:
                out.append(c)
        return out

    def _noun_after(self, i: int, rule: ContactRule, sentence: Sentence) -> int:
        if "" in rule.noun:
            return i
        for j in range(i + 1, min(sentence.last, i + 26)):
            info = self.infos[j]
            core = info.base[len(info.prep) :].removeprefix("ال")
            if (
                core in rule.noun
                or info.base in rule.noun
                or self.words[j] in rule.noun
                or core.rstrip("ا") in rule.noun
            ):
                return j
        if i - 2 >= sentence.first and self.infos[i - 1].particle & P["relative_pronoun"]:
            # اللقاء الذي جمع …: the noun stands before.
            for j in range(i - 2, max(sentence.first - 1, i - 5), -1):
                if self.infos[j].base[len(self.infos[j].prep) :].removeprefix("ال") in rule.noun:
                    return j
        return -1

    def _subject(self, i: int, sentence: Sentence, agreement: str) -> list[Found]:
        """After the verb (first mention under no preposition), else before it."""
        j = i + 1
        while j < min(sentence.last, i + 14):
            found = self.finder.start_of[j]
            if found is None:
                if self.words[j] in _COMMAS and j > i + 8:
                    break
                j += 1
                continue
            if (
                found.kind != "place"
                and not self._prep(i, j, found)
                and not (found.conj and found.skip)
                and found.rule != "unnamed_document"
            ):
                return self._joint(found)
            if found.rule != "unnamed_document" and not (found.kind == "country" and self._prep(i, j, found) == "في"):
                break
            j = found.last
        return self._subject_before(i, sentence)

    def _subject_before(self, i: int, sentence: Sentence) -> list[Found]:
        for j in range(i - 1, max(sentence.first - 1, i - 30), -1):
            found = self.finder.inside[j]
            if found is None or found.first != j:
                continue
            if (
                found.kind in ("person", "organisation", "country", "unnamed", "group")
                and not self._prep(sentence.first - 1, j, found)
                and found.rule != "unnamed_document"
            ):
                founds = [found]
                while founds[0].conj and founds[0].skip and founds[0].first > sentence.first:
                    before = self.finder.inside[founds[0].first - 1]
                    if before is None or before.kind == "place":
                        break
                    founds.insert(0, before)
                return founds
        return []

    def _joint(self, found: Found, *, listed: bool = False) -> list[Found]:
        """A mention and those coordinated with it; ``listed`` lets a comma stand before the و (من لافروف، وكيري)."""
        out = [found]
        j = found.last
        while j < len(self.words):
            if listed and self.words[j] in _COMMAS and j + 1 < len(self.words):
                j += 1
            nxt = self.finder.start_of[j]
            if nxt is None or not (nxt.conj and (nxt.skip or nxt.titles)) or nxt.kind == "place":
                break
            out.append(nxt)
            j = nxt.last
        return out

    def _prep(self, i: int, j: int, found: Found) -> str:
        word = self.words[j]
        if found.skip and word[found.skip - 1] in "بلك":
            return word[found.skip - 1]
        if word.startswith(("لل", "ولل")) and self.infos[j].prep == "ل":
            return "ل"
        k = j - 1
        while k > i and (
            (self.words[k] in ("كل", "من") and self.words[k - 1] in ("كل", "مع", "الي", "من"))
            or self.words[k] in _COMMAS
        ):
            k -= 1
        if k > i and self.finder.inside[k] is None:
            before = self.infos[k]
            if before.word == "كل" and k - 1 > i:
                before = self.infos[k - 1]
            if before.particle & P["preposition"]:
                return before.base
        return ""

    def _other(self, i: int, rule: ContactRule, sentence: Sentence, subject: list[Found]) -> list[Found]:
        j = i + 1
        while j < min(sentence.last, i + _REACH):
            found = self.finder.start_of[j]
            if found is None:
                info = self.infos[j]
                if info.conj and any(c.kind == "v" for c in info.cues):
                    break
                j += 1
                continue
            if found in subject or found.kind == "place" or found.rule == "unnamed_document":
                j = found.last
                continue
            prep = self._prep(i, j, found)
            if found.kind == "country" and prep in ("ب", "في") and not any(f.kind == "country" for f in subject):
                j = found.last  # اليوم بالقاهرة: where they met
                continue
            if prep in rule.other or (
                not prep and "object" in rule.other and not (found.conj and found.skip and found in subject)
            ):
                return self._joint(found, listed=rule.inverted)
            j = found.last
        return []

    # -- nouns with a clitic or genitive -------------------------------------------------------------------------------

    def _noun(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        """خلال لقائه الوزير, في رسالته إلى توقاييف, اجتماع الرئيس مع الملك."""
        if any(w in self.doc.lexicon.planned for w in self.words[i + 1 : i + 3]):
            return []
        own: list[Found] = []
        j = i + 1
        if agreement:
            own = self._owner(i, sentence)
        else:
            between = self._between(i, sentence) if rule.kind == "meeting" else []
            if between:
                return self._made(rule.kind, between[:1], between[1:], i, n, rule)
            sender = self._from_whom(i, rule, sentence)
            if sender:
                own, j = sender, sender[-1].last
            found = self.finder.start_of[j] if j < sentence.last and not own else None
            if own:
                pass
            elif (
                found is not None
                and not self._prep(i, j, found)
                and found.kind in ("person", "country", "organisation")
            ):
                own = self._joint(found)
                j = own[-1].last
            else:
                own = self._owner(i, sentence)
        other = self._other_of_noun(i, j, rule, sentence, own)
        if not other and len(own) >= 2 and rule.kind != "letter":
            own, other = own[:1], own[1:]
        if not own or not other:
            return []
        return self._made(rule.kind, own, other, i, n, rule)

    def _between(self, i: int, sentence: Sentence) -> list[Found]:
        """اجتماع … بين X وY"""
        for j in range(i + 1, min(sentence.last, i + 8)):
            if self.words[j] == "بين" and j + 1 < sentence.last:
                found = self.finder.start_of[j + 1]
                sides = self._joint(found) if found is not None and found.kind != "place" else []
                return sides if len(sides) >= 2 else []
            if (self.infos[j].cues and self.infos[j].conj) or not self.words[j][0].isalnum():
                break
        return []

    def _from_whom(self, i: int, rule: ContactRule, sentence: Sentence) -> list[Found]:
        """رسالة من X إلى Y"""
        if rule.kind != "letter":
            return []
        for j in range(i + 1, min(sentence.last, i + 5)):
            found = self.finder.start_of[j]
            if found is not None:
                return self._joint(found) if self._prep(i, j, found) == "من" and found.kind == "person" else []
        return []

    def _owner(self, i: int, sentence: Sentence) -> list[Found]:
        before = self._subject_before(i, sentence)
        if before:
            return before
        for j in range(i + 1, min(sentence.last, i + 30)):
            found = self.finder.start_of[j]
            if (
                found is not None
                and any(c.kind == "v" for c in self.infos[found.first - 1].cues)
                and found.kind == "person"
            ):
                return [found]
        return []

    def _other_of_noun(self, i: int, j: int, rule: ContactRule, sentence: Sentence, own: list[Found]) -> list[Found]:
        received = "object" in rule.other and j > i + 1 and not rule.mutual
        limit = min(sentence.last, j + (9 if rule.kind == "letter" or received else 6))
        while j < limit:
            found = self.finder.start_of[j]
            if found is None:
                info = self.infos[j]
                if not info.word[0].isalnum() or (info.cues and info.conj) or any(c.kind == "v" for c in info.cues):
                    break
                j += 1
                continue
            if found.kind == "place" or found in own or found.rule == "unnamed_document":
                j = found.last
                continue
            prep = self._prep(i, j, found)
            if found.kind == "country" and prep in ("ب", "في") and not any(f.kind == "country" for f in own):
                j = found.last
                continue
            if prep in rule.other or (not prep and "object" in rule.other and (j <= i + 3 or received)):
                return self._joint(found)
            break
        return []


def merge(contacts: Sequence[Contact]) -> list[Contact]:
    """One contact per kind and pair of sides (letters: per direction); a visit only where no meeting is told."""
    kept: dict[tuple[object, ...], Contact] = {}
    for c in contacts:
        a = tuple(sorted(x.serial for x in c.senders))
        b = tuple(sorted(x.serial for x in c.receivers))
        key = (c.kind, a, b) if c.kind == "letter" or a <= b else (c.kind, b, a)
        known = kept.get(key)
        if known is None:
            kept[key] = c
        else:
            known.explicit = known.explicit or c.explicit
    met = {frozenset([*key[1], *key[2]]) for key in kept if key[0] == "meeting"}  # type: ignore[misc]
    out = [c for key, c in kept.items() if key[0] != "visit" or frozenset([*key[1], *key[2]]) not in met]  # type: ignore[misc]
    out = [c for c in out if not _stands_for_people(c, out)]
    out.sort(key=lambda c: c.token)
    for n, c in enumerate(out):
        c.serial = n
    for c in contacts:
        a = tuple(sorted(x.serial for x in c.senders))
        b = tuple(sorted(x.serial for x in c.receivers))
        key = (c.kind, a, b) if c.kind == "letter" or a <= b else (c.kind, b, a)
        c.serial = kept[key].serial
    return out


def _stands_for_people(contact: Contact, others: Sequence[Contact]) -> bool:
    """«الصين وكازاخستان» يتبادلان: the headline's countries stand for the people who wrote to each other."""
    if any(x.kind != "country" for x in (*contact.senders, *contact.receivers)):
        return False
    pair = {x.country for x in (*contact.senders, *contact.receivers)}
    return any(
        o.kind == contact.kind and all(x.kind == "person" for x in (*o.senders, *o.receivers))
        and {x.country for x in (*o.senders, *o.receivers)} == pair
        for o in others
    )  # fmt: skip
