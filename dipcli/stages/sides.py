"""Who the two sides of a contact can be: mentions, with what governs them and who is coordinated with them."""

from typing import Final

from dipcli.records import Record
from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN, UNKNOWN, VERB
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.people import People
from dipcli.text.marks import COMMAS

_STOPS: Final = frozenset(".!؟؛…:;")
_NO_SIDE: Final = frozenset(
    {"unnamed_document", "table_m", "quoted_medium", "table_S", "unnamed_analyst", "unnamed_witness", "unnamed_source"}
)
_SIDE_KINDS: Final = ("person", "country", "organisation", "group", "unnamed")
_EACH: Final = {"كلا": "", "بكل": "ب", "لكل": "ل"}  # التقى كلا من X وY, اجتمع بكل من …
_CLAUSE: Final = COMPLEMENTISER | P.subordinator


class Governed(Record):
    """A mention at ``token``, the preposition that governs it ("" = none), and whether a noun has it as genitive."""

    token: int
    found: Found
    preposition: str
    genitive: bool


class Sides:
    """Finds mentions that can be a side, walking the words of one article."""

    def __init__(self, doc: Document, marked: MarkedText, clusters: Clusters) -> None:
        self.doc = doc
        self.marked = marked
        self.clusters = clusters
        self.words = doc.words
        self.infos = doc.infos
        self._words = doc.lexicon.contact_words
        self.people = People(doc, marked, clusters)

    # -- mentions ------------------------------------------------------------------------------------------------------

    def at(self, j: int, last: int) -> Found | None:
        """The mention that starts at ``j``, or people whom no table names (طلبة الكلية)."""
        if j >= last:
            return None
        found = self.marked.start_of[j]
        if found is not None and not (found.kind in ("group", "unnamed") and not found.name):
            return found
        if found is None and self.marked.inside[j] is not None:
            return None
        return self.people.at(j, last) or found

    # -- what governs a mention ------------------------------------------------------------------------------------------

    def governed(self, stop: int, j: int, found: Found) -> Governed:
        """What stands over the mention at ``j``, looking back no further than ``stop``."""
        return Governed(j, found, self.preposition(stop, j, found), self._genitive(stop, j, found))

    def preposition(self, stop: int, j: int, found: Found) -> str:
        word = self.words[j]
        base = self.infos[j].base
        if found.skip and word[found.skip - 1] in "بلك":
            return word[found.skip - 1]
        if found.first == j and base.startswith("لل") and self.infos[j].prep == "ل":
            return "ل"
        k = j - 1
        if k > stop and self.infos[k].base in self._words["kin"]:  # رسالة من أخيه الرئيس
            k -= 1
        elif k > stop and self.infos[k].base[1:] in self._words["kin"] and self.infos[k].base[0] in "بل":
            return self.infos[k].base[0]  # اتصال بشقيقه الملك
        while k > stop and (
            (self.words[k] in ("كل", "من") and self.words[k - 1] in ("كل", "مع", "الي", "من"))
            or self.words[k] in COMMAS
        ):
            k -= 1
        if k > stop and self.words[k] == "كل" and k - 1 > stop:
            k -= 1
        if k - 1 > stop and self.words[k] == "من" and self.words[k - 1] in _EACH:
            return _EACH[self.words[k - 1]]
        if k > stop and self.marked.inside[k] is None:
            before = self.infos[k]
            if before.base == "من" and self._is_amount(k - 1, stop) and self._are_somebody(found):
                amount = self.infos[k - 1]
                return amount.prep or self.preposition(stop, k - 1, found)
            if before.particle & P.preposition and not self._is_verb(k):
                return before.base
        return ""

    def _is_amount(self, k: int, stop: int) -> bool:
        """عددا من …, مجموعة من …"""
        return k > stop and self.infos[k].core.rstrip("ا") in self._words["amounts"]

    def _are_somebody(self, found: Found) -> bool:
        """أعضاء الوفد, not المسؤولين: those of whom there is a number are known."""
        return found.last - found.first >= 2 and self.people.core(found.first) not in self._words["vague"]

    def _is_verb(self, k: int) -> bool:
        """عبّر, بيّن at the start of a clause: the verb that is spelled like a preposition."""
        if not self.infos[k].reports:
            return False
        return self.infos[k].conj or self._opens_clause(k) or "\u0651" in self.doc.raw(k)

    def _opens_clause(self, k: int) -> bool:
        """First in its line, or behind a mark."""
        return k == 0 or not self.words[k - 1][0].isalnum() or self.doc.line_at(k).first == k

    def _genitive(self, stop: int, j: int, found: Found) -> bool:
        """After an indefinite noun that is no time word, or كل and the like after one."""
        if found.skip and self.infos[j].conj:
            return False
        k = j - 1
        while k > stop and self.infos[k].particle & P.quantifier:
            k -= 1
        if k <= stop or self.marked.inside[k] is not None:
            return False
        info = self.infos[k]
        if info.definite or info.particle or not info.word[0].isalpha():
            return False
        if info.contacts:
            return found.kind == "country" and bool(info.prep)  # [منسق الاتحاد] لمفاوضات فيينا
        if info.base[len(info.prep) :] in self._words["honorifics"]:
            return False
        if info.reports or info.word.endswith(("ها", "هم", "هما", "يا")):
            return False
        if self.doc.raw(k).endswith("ه"):
            return False  # في قصره: the pronoun is its genitive
        if info.word.endswith("ي") and len(info.word) > 4 and k > stop and self.infos[k - 1].flags & NOUN:
            return False  # اتصال هاتفي: an adjective
        how = self.infos[k - 1] if k - 1 > stop else info
        if how.prep == "ب" and how.core in self.doc.lexicon.word_classes["manner"]:
            return False  # دعا بشكل صريح [الجزائر] إلى …
        noun = bool(info.flags & (NOUN | MASDAR))
        return noun and not (info.flags & VERB and (info.conj or self._opens_clause(k)))

    # -- sides -----------------------------------------------------------------------------------------------------------

    def may_be(self, found: Found) -> bool:
        """Not a place, not a document, medium or interview."""
        if found.last == found.first + 1 and self.words[found.first] in self._words["press"]:
            return False
        return found.kind in _SIDE_KINDS and found.rule not in _NO_SIDE

    def joint(self, found: Found, last: int, *, listed: bool = False) -> list[Found]:
        """A mention and those coordinated with it; ``listed`` lets a comma stand before the و (من لافروف، وكيري)."""
        out = self._named_members(found)
        j = out[-1].last
        while j < last:
            apposition = any(self.words[k] in COMMAS for k in range(out[-1].first, out[-1].last))  # X، رئيس كذا، وY
            nxt, joined = self._coordinated(j, last, out, listed=listed or apposition)
            if nxt is None and self._is_adjective_of(out[-1], j, last):
                nxt, joined = self._coordinated(j + 1, last, out, listed=listed)
            if nxt is None:
                break
            if joined and self._is_deputy_of_both(out[-1], nxt):
                out[-1] = nxt
            elif joined:
                out += self._named_members(nxt)
            j = max(nxt.last, out[-1].last)
        return out

    def pair(self, found: Found, last: int) -> list[Found]:
        """بين X وY: both, also where a comma stands before the و (بين X، رئيس …، وY)."""
        both = self.joint(found, last)
        return both if len(both) > 1 else self.joint(found, last, listed=True)

    def _named_members(self, found: Found) -> list[Found]:
        """نظيريه الروسي X والأميركي Y: the names behind a title of several stand for it."""
        several = found.number == "du" or (found.number == "pl" and any(t.kind == "counterpart" for t in found.titles))
        if not several or found.name is not None or found.last >= len(self.words):
            return [found]
        first = self.marked.start_of[found.last]
        return (
            [first] if first is not None and first.kind == "person" and not first.conj and not first.skip else [found]
        )

    def _coordinated(self, j: int, last: int, before: list[Found], *, listed: bool) -> tuple[Found | None, bool]:
        """The mention that goes on the list at ``j``, and whether it is another one than the last."""
        if listed and self.words[j] in COMMAS and j + 1 < last:
            j = self._behind_apposition(j, last) + 1
        if listed and self.words[j : j + 2] == ["الي", "جانب"] and j + 2 < last:
            nxt = self.at(j + 2, last)
            return (nxt, True) if nxt is not None and nxt.kind == "person" else (None, False)
        each = self.words[j : j + 2] == ["وكل", "من"]  # تركيا وكل من السويد وفنلندا
        also = self.words[j] in ("وكذلك", "وايضا") and j + 1 < last
        if also and self.infos[j + 1].particle & P.preposition and j + 2 < last:
            j += 1  # وكذلك مع X
        apart = each or also or (self.words[j] == "و" and j + 1 < last)  # رئيس المالديف و رئيسة ليبيريا
        again = self.words[j] == "ومن" and j + 1 < last and self.words[before[0].first - 1] == "من"
        all_of = bool(self.infos[j].conj and self.infos[j].particle & P.quantifier)  # الوزير وجميع النواب
        if again or (all_of and j + 1 < last):  # رسائل من X [ومن Y]
            apart = True
        if each:
            j += 1
        if j + 1 >= last and apart:
            return None, False
        his = self._of_the_first(j, last)
        nxt = his or self.at(j + 1 if apart else j, last) or self._of_nation(j, last)
        if nxt is None or nxt.kind == "place" or self.people.core(nxt.first) in self._words["delegations"]:
            return None, False  # والوفد المرافق له: those who came along
        if nxt.rule == "side_noun_phrase" and before[-1].rule == "side_noun_phrase":
            return None, False  # طلبة الكلية وطلبة المعهد: one group
        if not (apart or his) and (
            not self.infos[j].conj
            or self.infos[j].particle & P.pronoun
            or not (nxt.first > j or (nxt.conj and (nxt.skip or nxt.titles)))
        ):
            return None, False
        second = (
            not nxt.name
            and before[-1].name is not None
            and any(t.first > before[-1].name[0] for t in before[-1].titles)
        )
        # X رئيس الوزراء ووزير الداخلية is one person
        return nxt, not (second and nxt.kind == "person" and not apart and nxt.first == before[-1].last)

    def _is_adjective_of(self, title: Found, j: int, last: int) -> bool:
        """المستشار [الملكي] وسفيرة كذا: a title is longer than the tables know it."""
        info = self.infos[j]
        return (
            title.kind == "person"
            and title.name is None
            and j + 1 < last
            and self.infos[j + 1].conj
            and info.definite
            and not (info.conj or info.prep or info.particle)
            and info.base.endswith(("ي", "يه"))
        )

    def _behind_apposition(self, j: int, last: int) -> int:
        """X، رئيس كذا، وY: the second comma, where an office stands between it and the one at ``j``."""
        office = self.apposed(j)
        if office is None:
            return j
        for k in range(office.last, min(last, j + 9)):
            if self.words[k] in COMMAS:
                return k
            if self.ends_clause(k):
                break
        return j

    def apposed(self, j: int) -> Found | None:
        """X، [رئيس كذا]، …: the office without a name right behind the comma at ``j``."""
        office = self.marked.start_of[j + 1]
        return (
            office if office and office.kind in ("person", "unnamed") and not office.name and not office.conj else None
        )

    def _is_deputy_of_both(self, office: Found, nxt: Found) -> bool:
        """نائب رئيس الوزراء ووزير الخارجية X: one person of two offices."""
        deputy = (
            office.name is None and office.kind == "person" and self.infos[office.first].core in self._words["deputies"]
        )
        minister = nxt.name is not None and bool(nxt.titles) and nxt.titles[0].kind == "minister"
        return deputy and minister and nxt.first == office.last

    def _of_nation(self, j: int, last: int) -> Found | None:
        """نظيريه الروسي X [والأميركي Y]: the office of the one before goes for the other too."""
        info = self.infos[j]
        if not info.conj or not info.definite or j + 1 >= last or not self.doc.lexicon.single(info.base, "D"):
            return None
        found = self.marked.start_of[j + 1]
        return (
            found
            if found is not None and found.kind == "person" and found.name is not None and not found.conj
            else None
        )

    def _of_the_first(self, j: int, last: int) -> Found | None:
        """الملك X [وولي عهده الأمير Y], رئيسة المجلس X [ونائبتها التي تدير اللجنة Y]: somebody of the first's, by name."""
        unknown = self.words[j].startswith("و") and self.infos[j].flags & UNKNOWN  # ونائبتها
        if not (self.infos[j].conj or unknown):
            return None
        title = self.marked.start_of[j]
        if title is not None and title.name is None and self.doc.raw(title.last - 1).endswith(("ه", "ها")):
            return self._holder(title.last, last) if title.last < last else None
        if not self._is_companion(j):
            return None
        k = j
        while k < min(j + 3, last - 1) and self.marked.inside[k] is None and self.words[k].isalpha():
            k += 1
            if self.doc.raw(k - 1).endswith(("ه", "ها")) and (found := self._holder(k, last)) is not None:
                return found
        return None

    def _is_companion(self, j: int) -> bool:
        """وولي [عهده], ونائبته, وعقيلته: a noun of somebody who belongs to another."""
        word = self.infos[j].base.removeprefix("و") if not self.infos[j].conj else self.infos[j].base
        stems = {word, *(word.removesuffix(clitic) for clitic in ("ه", "ها", "ته", "تها"))}
        return not stems.isdisjoint(self._words["companions"])

    def _holder(self, k: int, last: int) -> Found | None:
        """Who is named at ``k``, or behind the relative clause that begins there."""
        reach = k + 6 if self.infos[k].particle & P.relative_pronoun else k + 1
        for x in range(k, min(reach, last)):
            found = self.marked.start_of[x]
            if found is not None and found.kind == "person" and found.name is not None:
                return None if found.conj or found.skip else found
        return None

    def entities(self, founds: list[Found]) -> list[Cluster]:
        """Who the mentions are, each once, without those that are no side."""
        out: list[Cluster] = []
        for f in founds:
            of = self.clusters.of.get(id(f))
            for c in self.clusters.members.get(id(f)) or ((of,) if of is not None else ()):
                if c.kind in _SIDE_KINDS and c not in out and f.rule not in _NO_SIDE:
                    out.append(c)
        return out

    # -- clauses -------------------------------------------------------------------------------------------------------------

    def ends_clause(self, j: int) -> bool:
        """A full stop, a complementiser, or و with a verb."""
        info = self.infos[j]
        if self.marked.inside[j] is not None:
            return False
        if self.words[j] in _STOPS or info.particle & _CLAUSE:
            return True
        return info.conj and (info.reports or bool(info.flags & VERB and not info.flags & NOUN))

    def is_bare_noun(self, j: int) -> bool:
        """A noun under no preposition that is no time word."""
        info = self.infos[j]
        return bool(
            self.marked.inside[j] is None
            and info.flags & (NOUN | MASDAR)
            and not info.prep
            and not info.conj
            and not info.particle
        )
