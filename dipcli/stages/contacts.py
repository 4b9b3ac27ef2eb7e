"""Letters, calls, meetings and visits that the article tells of, with their two sides."""

from collections.abc import Iterable, Sequence

from dipcli.rules.match import MASDAR, NOUN, VERB, ContactRule, P
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.sides import COMMAS, Governed, Sides
from dipcli.text.segment import Sentence

_REACH = 45


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
        "talk",
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
        self.talk = False
        self.evidence = (token, token + 1)
        self.serial = -1


class _Clause:
    """The mentions after a verb up to the end of its clause; ``unnamed`` when a noun that nobody knows is its subject."""

    __slots__ = ("mentions", "nouns", "unnamed")

    def __init__(self) -> None:
        self.mentions: list[Governed] = []
        self.nouns: list[int] = []
        self.unnamed = False


class ContactFinder:
    """Finds every telling of a contact; tellings of one contact are merged by ``merge``."""

    def __init__(self, doc: Document, marked: MarkedText, sides: Sides, frames: Sequence[Frame]) -> None:
        self.doc = doc
        self.marked = marked
        self.sides = sides
        self.frames = frames
        self.words = doc.words
        self.infos = doc.infos
        self.lists = doc.lexicon.contact_words
        self._told: list[Contact] = []

    def find(self) -> list[Contact]:
        """All tellings in text order."""
        for n, sentence in enumerate(self.doc.segments.sentences):
            if self.doc.segments.lines[sentence.line].kind in ("caption", "tail", "dateline"):
                continue
            for i in range(sentence.first, sentence.last):
                if self.marked.inside[i] is not None and self.marked.start_of[i] is None:
                    continue
                for code in self.infos[i].contacts:
                    made = self._at(i, code, sentence, n)
                    if made:
                        self._told += made
                        break
        return self._told

    def _at(self, i: int, code: tuple[str, int, str], sentence: Sentence, n: int) -> list[Contact]:
        kind, number, agreement = code
        rule = self.doc.lexicon.contact_rules[number]
        if kind == "v":
            return self._verb(i, rule, agreement, sentence, n)
        if self._unreal(i, sentence):
            return []
        if rule.kind == "visit":
            return self._visit(i, rule, agreement, sentence, n)
        return (
            self._noun(i, rule, agreement, sentence, n)
            or self._answer(i, rule, agreement, sentence, n)
            or self._by_cue(i, rule, agreement, sentence, n)
        )

    def _by_cue(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        """هنأ الرئيس في اتصال هاتفي الملك …: who says it and to whom are the sides."""
        if rule.kind == "meeting" or self.infos[i].definite or not self._is_adjunct(i, sentence):
            return []
        for frame in self.frames:
            if frame.sentence != n or not -16 < i - frame.cue < 20 or any(a <= i < b for a, b in frame.content):
                continue
            own = frame.subjects or self.sides.topic(frame.cue, sentence, frame.form.agreement, elided=True)
            near = max([frame.cue_last, *(f.last for f in frame.subjects)]) + 3
            other = [f for how, f in frame.addressees if how == "object" or (how in ("ل", "الي") and f.first <= near)]
            if not other and "object" in frame.rule.addressee:
                other = self._object_after(max(i, frame.cue), frame.content_start, own)
            if own and other:
                return self._made(rule.kind, own, self.sides.joint(other[0], sentence.last), i, n, rule)
        return []

    def _answer(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        """وفي رسالته، قال توقاييف …: the recipient is the one whose letters with him were told before."""
        if rule.kind != "letter" or not agreement:
            return []
        own = self.sides.entities(self._owner(i, agreement, sentence)[-1:])
        if len(own) != 1:
            return []
        for contact in reversed(self._told):
            if contact.kind == "letter" and own[0] in (*contact.senders, *contact.receivers):
                other = contact.receivers if own[0] in contact.senders else contact.senders
                made = Contact("letter", own, list(other), i, n, rule.id)
                made.evidence, made.end = (i, i + 1), i + 1
                return [made]
        return []

    def _object_after(self, i: int, last: int, own: Sequence[Found]) -> list[Found]:
        """هنأ … في اتصال هاتفي الملك بـ…: the mention between the noun and what is said."""
        for j in range(i + 1, last):
            found = self.marked.start_of[j]
            if found is not None and found not in own:
                g = self.sides.governed(i, j, found)
                return [found] if not g.preposition and not g.genitive and self.sides.may_be(found) else []
        return []

    # -- contacts that did not take place --------------------------------------------------------------------------------

    def _is_future(self, i: int) -> bool:
        """سيلتقي, ستعقد: no verb of the tables begins with س before a letter of the imperfect."""
        info = self.infos[i]
        if self.marked.inside[i] is not None:
            return False
        return info.future or (bool(info.contacts) and info.base[0] == "س" and info.base[1] in "يتن")

    def _verb_unreal(self, i: int, sentence: Sentence) -> bool:
        info = self.infos[i]
        if self._is_future(i) or info.prep:
            return True
        if self._imperfect(i) and any(
            self.words[k] in self.lists["planned"] for k in range(i + 1, min(sentence.last, i + 14))
        ):
            return True
        if i == sentence.first:
            return False
        ahead = range(max(sentence.first, i - 6), i)
        if not info.conj and any(self.infos[k].base in self.lists["planned"] for k in ahead):
            return True
        before = self.infos[i - 1]
        if before.base in self.lists["negations"]:
            return True
        if self._imperfect(i) and (
            before.word == "ان"
            or before.particle & (P["qad"] | P["time"] | P["condition"])
            or before.base in self.lists["when"]
        ):
            return True
        return self._denied(i, sentence)

    def _imperfect(self, i: int) -> bool:
        base = self.infos[i].base
        return base[0] in "ي" or (
            base[0] == "ت" and not base.startswith(("تلق", "تسلم", "تباد", "توج", "تحدث", "تباحث"))
        )

    def _unreal(self, i: int, sentence: Sentence) -> bool:
        """A noun of a contact that is planned, asked for or denied (سيعقد اجتماعا, نفى أي لقاء, طلب لقاء)."""
        if self.infos[i].word.startswith("س"):
            return True
        for k in range(i + 1, min(sentence.last, i + 9)):
            if self.sides.ends_clause(k):
                break
            if self.words[k] in self.lists["planned"] or (k < i + 6 and self._is_future(k)):
                return True
        for k in range(i - 1, max(sentence.first - 1, i - 12), -1):
            if self._is_future(k) or (k > i - 7 and self.words[k] in self.lists["planned"]):
                return True
            if k > i - 4 and self.infos[k].base in self.lists["wished"]:
                return True
            if self.sides.ends_clause(k):
                to_be = self.words[k] == "ان" and self.words[k + 1][0] in "يت" and self.infos[k + 1].flags & VERB
                if to_be and not self.infos[k + 1].flags & NOUN:
                    return True
                break
        return self._denied(i, sentence)

    def _denied(self, i: int, sentence: Sentence) -> bool:
        """After a denial, or among the tags of a web page."""
        return any(self.infos[k].base in self.lists["denied"] for k in range(max(sentence.first, i - 20), i))

    # -- verbs ---------------------------------------------------------------------------------------------------------

    def _verb(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        if (
            self._verb_unreal(i, sentence)
            or self._is_noun_here(i, rule, sentence)
            or self._of_unknown(i, rule, sentence)
        ):
            return []
        headline = self.doc.segments.lines[sentence.line].kind == "headline"
        if rule.kind == "visit" and self._imperfect(i) and not headline and not self._in_relative(i):
            return []  # يزور الرئيس …: mostly what is to come
        noun_at = self._noun_after(i, rule, sentence)
        if noun_at < 0 or (noun_at < i and self._unreal(noun_at, sentence)):
            return []
        clause = self._clause(i, rule, sentence)
        subject, other = self._verb_sides(i, rule, agreement, sentence, clause)
        if rule.mutual and clause.mentions and clause.mentions[0].preposition == "بين":
            subject, other = self.sides.joint(clause.mentions[0].found, sentence.last), []
        if not other and rule.mutual and len(subject) >= 2:
            subject, other = subject[:1], subject[1:]
        if subject and not other and rule.kind == "letter" and not rule.inverted:
            return self._similar(i, noun_at, rule, subject, n)
        if not subject or not other:
            return []
        return self._made(rule.kind, subject, other, min(i, noun_at), n, rule)

    def _is_noun_here(self, i: int, rule: ContactRule, sentence: Sentence) -> bool:
        """تم بحث …, على بحث …: a verb that reads like its masdar begins a clause or follows its subject."""
        if not rule.talk or not self.infos[i].flags & NOUN or self.infos[i].conj or i == sentence.first:
            return False
        before = self.infos[i - 1]
        opens = (
            P["conjunction"] | P["relative"] | P["qad"] | P["complementiser"] | P["complementiser_pronoun"] | P["time"]
        )
        return bool(
            before.word[0].isalnum() and self.marked.inside[i - 1] is None and not before.particle & opens
        ) or bool(before.particle & P["preposition"])

    def _of_unknown(self, i: int, rule: ContactRule, sentence: Sentence) -> bool:
        """هيئة الموانئ تتباحث …, وفدا برلمانيا، يزور …: the noun before is its subject or antecedent, and no mention."""
        if self.infos[i].conj or i == sentence.first or self.marked.inside[i - 1] is not None or self._during(i):
            return False
        if self.words[i - 1] in COMMAS:
            return self._imperfect(i) and i - sentence.first > 6
        if any(self.infos[k].particle & P["preposition"] for k in range(max(sentence.first, i - 3), i)):
            return False  # على صعيد آخر يلتقي …
        noun_before = any(self._names(k, rule) for k in range(max(sentence.first, i - 4), i))
        return self.sides.is_bare_noun(i - 1) and ("" in rule.noun or not noun_before)

    def _clause(self, i: int, rule: ContactRule, sentence: Sentence) -> _Clause:
        out = _Clause()
        under = False
        j = i + 1
        while j < min(sentence.last, i + _REACH):
            if self.sides.ends_clause(j):
                break
            found = self.sides.at(j, sentence.last)
            if found is not None:
                out.mentions.append(self.sides.governed(i, j, found))
                under = False
                j = found.last
                continue
            info = self.infos[j]
            if (
                out.mentions
                and info.base[0] in "يت"
                and info.flags & VERB
                and not info.flags & (NOUN | MASDAR)
                and not info.particle
            ):
                break  # … على هامش قمة تستضيفها …: another clause
            if self.words[j] in COMMAS:
                under = False
            elif info.prep or info.particle & P["preposition"]:
                under = True
            elif self.words[j : j + 2] == ["اول", "من"]:
                pass  # أول من أمس
            elif not under and self.sides.is_bare_noun(j) and self._core(j) not in rule.noun and not self._adjective(j):
                out.nouns.append(j)
                out.unnamed = out.unnamed or not out.mentions
            j += 1
        return out

    def _adjective(self, j: int) -> bool:
        """Not the first of two nouns that agree in definiteness (جلسة مغلقة)."""
        before = self.infos[j - 1]
        return bool(
            before.flags & NOUN
            and not before.particle
            and before.definite == self.infos[j].definite
            and not before.contacts
        ) or bool(before.contacts and before.definite == self.infos[j].definite and "" not in self._nouns_of(j - 1))

    def _nouns_of(self, j: int) -> frozenset[str]:
        return frozenset(
            x
            for kind, number, _ in self.infos[j].contacts
            if kind == "v"
            for x in self.doc.lexicon.contact_rules[number].noun
        )

    def _core(self, j: int) -> str:
        info = self.infos[j]
        return info.base[len(info.prep) :].removeprefix("ال").rstrip("ا")

    def _verb_sides(
        self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, clause: _Clause
    ) -> tuple[list[Found], list[Found]]:
        bare = self._bare(rule, clause)
        last = sentence.last
        if self._in_relative(i) and not self.words[i].endswith(("ه", "ها")):
            subject = self.sides.topic(i, sentence, agreement)
            return subject, self._other(rule, clause, subject, bare, last)
        plural = agreement in ("md", "fd", "mp", "fp")
        if plural or clause.unnamed or not bare:
            subject = [] if clause.unnamed and not plural else self._elided(i, rule, agreement, sentence)
            return subject, self._other(rule, clause, subject, bare, last)
        subject = self.sides.joint(bare[0].found, last, listed=rule.kind == "letter")
        other = self._other(rule, clause, subject, bare[1:], last)
        if not other and "object" in rule.other and len(subject) == 1 and not self._noun_beside(i, bare[0], clause):
            before = self._elided(i, rule, agreement, sentence)
            if before and before[0] is not subject[0]:
                return before, subject
        return subject, other

    def _noun_beside(self, i: int, g: Governed, clause: _Clause) -> bool:
        """A noun that nobody knows stands between verb and mention or right behind it: it may be the other side."""
        return any(i < k < g.token or (k == g.found.last and not self.infos[k].flags & VERB) for k in clause.nouns)

    def _bare(self, rule: ContactRule, clause: _Clause) -> list[Governed]:
        """Mentions under no preposition and in no genitive, up to the other side's preposition; joined ones left out."""
        out: list[Governed] = []
        for g in clause.mentions:
            if g.preposition in rule.other and self._governs(g, ()):
                break
            joined = g.found.conj and self.marked.inside[g.token - 1] is not None
            loose = bool(out) and g.found.kind in ("organisation", "country") and g.token > out[-1].found.last + 2
            if not g.preposition and not g.genitive and not joined and not loose and self.sides.may_be(g.found):
                out.append(g)
        return out

    def _elided(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence) -> list[Found]:
        if self._imperfect(i) and self.infos[i].conj:
            return []
        if self._during(i):
            return self._visitor(i, sentence)
        return self.sides.topic(i, sentence, agreement, elided=self._may_elide(i, sentence))

    def _in_relative(self, i: int) -> bool:
        """الوزير الذي التقى …: the mention before is the subject."""
        return self.sides.antecedent(i) is not None

    def _during(self, i: int) -> bool:
        """زيارة … التقى خلالها …"""
        return self.words[i + 1 : i + 2] in (["خلالها"], ["خلاله"])

    def _visitor(self, i: int, sentence: Sentence) -> list[Found]:
        """Whose visit it was: the last person before the verb."""
        for k in range(i - 1, sentence.first - 1, -1):
            found = self.marked.start_of[k]
            if found is not None and found.kind == "person":
                return [found]
        return []

    def _may_elide(self, i: int, sentence: Sentence) -> bool:
        """و, كما or أنه before the verb: its subject may stand in the sentence before."""
        return (
            self.infos[i].conj
            or i - 1 <= sentence.first
            or bool(self.infos[i - 1].particle & P["complementiser_pronoun"])
        )

    def _other(
        self, rule: ContactRule, clause: _Clause, subject: list[Found], bare: Sequence[Governed], last: int
    ) -> list[Found]:
        if "object" in rule.other:
            named = [g for g in bare if g.found not in subject and not (g.found.conj and g.found.skip)]
            chosen = next((g for g in named if g.found.name or g.found.kind != "person"), named[0] if named else None)
            if chosen is not None:
                return self.sides.joint(chosen.found, last, listed=True)
        for g in clause.mentions:
            if g.preposition in rule.other and g.found not in subject and self._governs(g, subject):
                return self.sides.joint(g.found, last, listed=True)
        return []

    def _governs(self, g: Governed, subject: Sequence[Found]) -> bool:
        """Not where they met (بالقاهرة, بوزارة الخارجية), not a place, not a document."""
        if g.found.kind == "place" or not self.sides.may_be(g.found):
            return False
        if g.preposition == "ب" and g.found.kind in ("country", "organisation"):
            return g.found.kind == "country" and any(f.kind == "country" for f in subject)
        return True

    def _similar(self, i: int, noun_at: int, rule: ContactRule, subject: list[Found], n: int) -> list[Contact]:
        """كما بعث ولي العهد برقية مماثلة: to whom the letter before it went."""
        before = next((c for c in reversed(self._told) if c.kind == "letter"), None)
        if before is None or self.lists["similar"].isdisjoint(self.words[noun_at + 1 : noun_at + 4]):
            return []
        out = []
        for sender in self.sides.entities(subject):
            if sender not in before.receivers:
                contact = Contact("letter", [sender], list(before.receivers), i, n, rule.id)
                contact.evidence, contact.end = (i, noun_at + 2), noun_at + 2
                out.append(contact)
        return out

    def _made(
        self, kind: str, subject: list[Found], other: list[Found], i: int, n: int, rule: ContactRule
    ) -> list[Contact]:
        a, b = self._both(self.sides.entities(subject)), self.sides.entities(other)
        b = [x for x in b if x not in a and not (x.number == "du" and not x.names)]
        if not a or not b or not self._plausible(kind, a, b):
            return []
        if rule.inverted:
            a, b = b, a
        last = max(f.last for f in [*subject, *other])
        first = min([i, *(f.first for f in subject)])
        out = []
        for s, r in [(a, b)] if kind == "meeting" else [([x], [y]) for x in a for y in b]:
            contact = Contact(kind, s, r, i, n, rule.id)
            contact.evidence = (first, max(last, i + 1))
            contact.end = max(last, i + 1)
            contact.inverted = rule.inverted
            contact.talk = rule.talk
            out.append(contact)
            if rule.reciprocal:
                back = Contact(kind, r, s, i, n, rule.id)
                back.evidence = contact.evidence
                back.explicit = contact.explicit = False
                out.append(back)
        return out

    def _only_person(self, i: int, agreement: str, sentence: Sentence) -> list[Found]:
        """The owner of زيارته, when nobody else stands before it in the sentence."""
        own = self._owner(i, agreement, sentence)[-1:]
        people = {
            c.serial for k in range(sentence.first, i)
            if (f := self.marked.start_of[k]) is not None and f.kind == "person" and (c := self.sides.clusters.of.get(id(f)))
        }  # fmt: skip
        return own if len(people) <= 1 else []

    def _does(self, i: int, j: int) -> bool:
        """… التي قام بها X, … يقوم بها X, … أداها X"""
        return (
            any(
                self.words[k] in ("بها", "بهما")
                or self.infos[k].particle & P["relative_pronoun"]
                or self.words[k].endswith("ها")
                for k in range(i + 1, j)
            )
            and not self.infos[j].conj
        )

    def _both(self, clusters: list[Cluster]) -> list[Cluster]:
        """الوزيران, الرئيسان: the two of the contact told last; nobody where none is."""
        if not any(c.number == "du" and not c.names for c in clusters):
            return clusters
        last = self._told[-1] if self._told else None
        people = [x for x in (*last.senders, *last.receivers) if x.kind == "person"] if last is not None else []
        return people if len(people) == 2 else []

    def _planned_visit(self, i: int, sentence: Sentence) -> bool:
        """تحضيرات لزيارة …, دعوة إلى زيارة …"""
        return any(
            self._core(k) in self.lists["wished"] or self.infos[k].base in self.lists["wished"]
            for k in range(max(sentence.first, i - 4), i)
        )

    @staticmethod
    def _plausible(kind: str, a: Sequence[Cluster], b: Sequence[Cluster]) -> bool:
        """People meet people: a country is a side only of a country, or as host of a visit by a foreigner."""
        kinds = {x.kind for x in (*a, *b)}
        if kind == "visit":
            return kinds == {"person", "country"} and not {x.country for x in a} & {x.country for x in b}
        if kind == "call":
            return "person" in kinds
        if "country" in kinds:
            return kinds == {"country"}
        return "person" in kinds or kinds == {"organisation"}

    def _noun_after(self, i: int, rule: ContactRule, sentence: Sentence) -> int:
        if "" in rule.noun:
            return i
        for j in range(i + 1, min(sentence.last, i + 40)):
            if self._names(j, rule):
                return j
            if self.sides.ends_clause(j):
                break
        for j in range(i - 1, max(sentence.first - 1, i - 6), -1):
            # اللقاء الذي جمع …, رسالة بعث بها …, محادثات أجراها …: the noun stands before.
            if self._names(j, rule) and (
                self.infos[i - 1].particle & P["relative_pronoun"]
                or self.words[i + 1 : i + 2] in (["بها"], ["به"])
                or all(self.sides.is_bare_noun(k) for k in range(j, i))
            ):
                return j
        return -1

    def _names(self, j: int, rule: ContactRule) -> bool:
        info = self.infos[j]
        core = info.base[len(info.prep) :].removeprefix("ال")
        return not rule.noun.isdisjoint((core, info.base, self.words[j], core.rstrip("ا")))

    # -- nouns with a clitic or genitive -------------------------------------------------------------------------------

    def _noun(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        """خلال لقائه الوزير, في رسالته إلى توقاييف, اجتماع الرئيس مع الملك."""
        if agreement in ("md", "mp", "fp"):
            return []
        own: list[Found] = []
        j = i + 1
        if agreement:
            own = self._owner(i, agreement, sentence)[-1:]
        else:
            between = (
                self._between(i, sentence) if rule.kind != "letter" and self._takes_place(i, rule, sentence) else []
            )
            if between:
                return self._made(rule.kind, between[:1], between[1:], i, n, rule)
            own = self._from_whom(i, rule, sentence) or self._genitive(i, sentence)
            if own:
                j = own[-1].last
            elif self._is_adjunct(i, sentence):
                own = self._owner(i, agreement, sentence)
        other = self._other_of_noun(
            i, j, rule, sentence, own, owned=bool(agreement) or (j > i + 1 and own[0].kind == "person")
        )
        together = j > i + 1 or (rule.kind == "call" and i - own[-1].last <= 5) if len(own) >= 2 else False
        if not other and together and rule.kind != "letter":
            own, other = own[:1], own[1:]
        if not own or not other:
            return []
        return self._made(rule.kind, own, other, i, n, rule)

    def _is_adjunct(self, i: int, sentence: Sentence) -> bool:
        """في لقاء مع …, خلال اتصال هاتفي ب…, عقد اجتماعا مع …: the subject of the clause takes part."""
        if i == sentence.first or self.infos[i].conj:
            return i == sentence.first
        if self.infos[i].prep:
            return False
        before = self.infos[i - 1]
        if before.particle & P["preposition"]:
            return before.base in self.lists["during"] or before.base in self.lists["after"]
        if before.particle & P["complementiser"]:
            return self.infos[i].definite and self.words[i + 1] in ("مع", "الذي", "التي")
        return before.base in self.lists["phases"] or before.base in self.lists["chairing"]

    def _genitive(self, i: int, sentence: Sentence) -> list[Found]:
        """اجتماع الرئيس …: the mention right behind an indefinite noun."""
        if i + 1 >= sentence.last or self.infos[i].definite:
            return []
        found = self.sides.at(i + 1, sentence.last)
        if (
            found is None
            or self.sides.preposition(i, i + 1, found)
            or found.conj
            or found.kind not in ("person", "country", "organisation", "group")
        ):
            return []
        return self.sides.joint(found, sentence.last)

    def _between(self, i: int, sentence: Sentence) -> list[Found]:
        """اجتماع … بين X وY: only adjectives, times and places between the noun and بين."""
        for j in range(i + 1, min(sentence.last, i + 10)):
            info = self.infos[j]
            if self.words[j] == "بين" and j + 1 < sentence.last:
                found = self.sides.at(j + 1, sentence.last)
                founds = self.sides.joint(found, sentence.last) if found is not None and found.kind != "place" else []
                return founds if len(founds) >= 2 else []
            if self.sides.ends_clause(j) or (info.flags & VERB and not info.flags & NOUN) or info.contacts:
                break
            if not info.word[0].isalnum():
                break
            other_state = info.definite != self.infos[i].definite
            if self.sides.is_bare_noun(j) and other_state and not self._under(j, i) and not self._of_adjective(j, i):
                break
        return []

    def _of_adjective(self, j: int, i: int) -> bool:
        """رفيعة المستوى, متعددة الأطراف: the genitive of an adjective."""
        return j - 1 > i and self.infos[j].definite and self.sides.is_bare_noun(j - 1)

    def _takes_place(self, i: int, rule: ContactRule, sentence: Sentence) -> bool:
        """Not إحياء المفاوضات بين …, دعم المحادثات بين …: the noun is no genitive of another."""
        if rule.kind == "call" or i == sentence.first or self.infos[i].prep or self.infos[i].conj:
            return True
        before = self.infos[i - 1]
        return before.definite or not before.flags & (NOUN | MASDAR) or bool(before.particle) or bool(before.contacts)

    def _under(self, j: int, i: int) -> bool:
        return any(self.infos[k].particle & P["preposition"] or self.infos[k].prep for k in range(i + 1, j))

    def _from_whom(self, i: int, rule: ContactRule, sentence: Sentence) -> list[Found]:
        """رسالة من X إلى Y"""
        if rule.kind == "meeting":
            return []
        for j in range(i + 1, min(sentence.last, i + 5)):
            found = self.marked.start_of[j]
            if found is not None:
                from_him = self.sides.preposition(i, j, found) == "من" and found.kind == "person"
                return self.sides.joint(found, sentence.last) if from_him else []
        return []

    def _owner(self, i: int, agreement: str, sentence: Sentence) -> list[Found]:
        before = self.sides.topic(i, sentence, agreement)
        if before:
            return before
        if i - sentence.first <= 3:
            for j in range(i + 1, min(sentence.last, i + 40)):
                found = self.marked.start_of[j]
                if (
                    found is not None
                    and any(c.kind == "v" for c in self.infos[found.first - 1].cues)
                    and found.kind == "person"
                ):
                    return [found]
        return self.sides.topic(i, sentence, agreement, elided=True)

    def _other_of_noun(
        self, i: int, j: int, rule: ContactRule, sentence: Sentence, own: list[Found], *, owned: bool
    ) -> list[Found]:
        limit = min(sentence.last, j + 14)
        plain = not (rule.id == "contact.istaqbala" and self.infos[i - 1].base == "في")  # وكان في استقباله …
        depth = 0
        while j < limit:
            word, info = self.words[j], self.infos[j]
            if word in ("(", ")"):
                depth += 1 if word == "(" else -1
                j += 1
                continue
            found = self.sides.at(j, sentence.last)
            if found is None or depth > 0:
                if self._ends_noun(j):
                    break
                if (
                    info.particle & P["preposition"]
                    and info.base not in self.lists["around"]
                    and info.base not in rule.other
                ):
                    break
                plain = plain and not (info.particle & P["preposition"] and info.base != "في")
                if self.sides.is_bare_noun(j) and not self._under(j, i):
                    if info.flags & MASDAR and j > i + 1:
                        break
                    plain = plain and info.definite == self.infos[i].definite and not owned
                j += 1
                continue
            if found in own:
                j = found.last
                continue
            g = self.sides.governed(i, j, found)
            of_body = self._of_body(i, g, rule) and not owned
            if g.preposition in rule.other or of_body:
                if self._governs(g, own):
                    return self.sides.joint(found, sentence.last, listed=True)
            elif not g.preposition and "object" in rule.other and owned and plain and not g.genitive and not found.conj:
                if found.kind != "country" and self.sides.may_be(found):
                    return self.sides.joint(found, sentence.last, listed=True)
            elif not g.preposition and not g.genitive:
                break
            j = found.last
        return []

    def _of_body(self, i: int, g: Governed, rule: ContactRule) -> bool:
        """في اجتماع لوزراء …, خلال جلسة للجنة …: whoever speaks there meets the body."""
        return (
            rule.kind == "meeting"
            and g.preposition == "ل"
            and g.found.kind in ("group", "organisation")
            and not self.infos[i].definite
            and not any(self.infos[k].prep == "ل" for k in range(i + 1, g.token))
            and (self.infos[i - 1].base in self.lists["during"] or self.infos[i - 1].base in self.lists["chairing"])
        )

    def _ends_noun(self, j: int) -> bool:
        info = self.infos[j]
        if self.sides.ends_clause(j) or (not info.word[0].isalnum() and self.words[j] not in COMMAS):
            return True
        if any(c.kind == "v" for c in info.cues) or info.particle & P["relative_pronoun"]:
            return True
        return bool(info.flags & VERB and not info.flags & NOUN and not info.particle)

    # -- visits ------------------------------------------------------------------------------------------------------------

    def _visit(self, i: int, rule: ContactRule, agreement: str, sentence: Sentence, n: int) -> list[Contact]:
        """زيارة الرئيس X لموسكو, زيارته إلى كيغالي, الزيارة التي قام بها X للصين: the visitor and the country."""
        guests = self._only_person(i, agreement, sentence) if agreement else self._genitive(i, sentence)
        host: Found | None = None
        j = guests[-1].last if guests and not agreement else i + 1
        while j < min(sentence.last, i + 25):
            found = self.marked.start_of[j]
            if found is None:
                if self.words[j] in COMMAS or not self.words[j][0].isalnum() or self.sides.ends_clause(j):
                    break
                away = self.infos[j].flags & MASDAR or self.infos[j].definite != self.infos[i].definite
                if self.sides.is_bare_noun(j) and away and not self._does(i, j + 1):
                    break
                j += 1
                continue
            g = self.sides.governed(i, j, found)
            if found.kind == "country" and g.preposition in rule.other and host is None:
                host = found
            elif found.kind == "person" and not guests and not g.preposition and not g.genitive and self._does(i, j):
                guests = self.sides.joint(found, sentence.last)
            j = found.last
        if not guests and host is not None and self._is_adjunct(i, sentence):
            guests = self.sides.topic(i, sentence, "")
        if host is None or not guests or any(f.kind != "person" for f in guests) or self._planned_visit(i, sentence):
            return []
        return self._made("visit", guests, [host], i, n, rule)


def merge(contacts: Sequence[Contact]) -> list[Contact]:
    """One contact per kind and pair of sides (letters: per direction); a visit only where no meeting is told.

    A talk (بحث معه …) is no contact of its own when a call or meeting of the same sides is told.
    """
    kept: dict[tuple[object, ...], Contact] = {}
    alias: dict[tuple[object, ...], tuple[object, ...]] = {}
    for c in contacts:
        key = _key(c)
        known = kept.get(key)
        if known is None:
            kept[key] = c
        else:
            known.explicit = known.explicit or c.explicit
            known.talk = known.talk and c.talk
    for key, c in list(kept.items()):
        call = ("call", *key[1:])
        if c.talk and key[0] == "meeting" and call in kept:
            alias[key] = call
            del kept[key]
    out = [
        c
        for c in kept.values()
        if not _is_told_as_meeting(c, kept.values()) and not _stands_for_people(c, kept.values())
    ]
    out.sort(key=lambda c: c.token)
    for n, c in enumerate(out):
        c.serial = n
    for c in contacts:
        c.serial = kept[alias.get(_key(c), _key(c))].serial
    return out


def _key(c: Contact) -> tuple[object, ...]:
    a = tuple(sorted(x.serial for x in c.senders))
    b = tuple(sorted(x.serial for x in c.receivers))
    return (c.kind, a, b) if c.kind == "letter" or a <= b else (c.kind, b, a)


def _is_told_as_meeting(contact: Contact, others: Iterable[Contact]) -> bool:
    """A visit during which the guest meets somebody of the host country."""
    if contact.kind != "visit":
        return False
    sides = (*contact.senders, *contact.receivers)
    people = [x for x in sides if x.kind == "person"]
    hosts = {x.country for x in sides if x.kind == "country"}
    for o in others:
        met = (*o.senders, *o.receivers)
        if (
            o.kind == "meeting"
            and any(p in met for p in people)
            and any(x.country in hosts for x in met if x not in people)
        ):
            return True
    return False


def _stands_for_people(contact: Contact, others: Iterable[Contact]) -> bool:
    """«الصين وكازاخستان» يتبادلان: the headline's countries stand for the people who wrote to each other."""
    if any(x.kind != "country" for x in (*contact.senders, *contact.receivers)):
        return False
    pair = {x.country for x in (*contact.senders, *contact.receivers)}
    return any(
        o.kind == contact.kind and all(x.kind == "person" for x in (*o.senders, *o.receivers))
        and {x.country for x in (*o.senders, *o.receivers)} == pair
        for o in others
    )  # fmt: skip
