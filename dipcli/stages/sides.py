"""Who the two sides of a contact can be: mentions with what governs them, topics, and people that no table names."""

from typing import NamedTuple

from dipcli.rules.match import MASDAR, NOUN, VERB, P
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_STOPS = frozenset(".!؟؛…:;")
_NO_SIDE = frozenset(
    {"unnamed_document", "table_m", "quoted_medium", "table_S", "unnamed_analyst", "unnamed_witness", "unnamed_source"}
)
_SIDE_KINDS = ("person", "country", "organisation", "group", "unnamed")
_CASELESS = P["time"] | P["adverb"] | P["demonstrative"] | P["quantifier"] | P["prepositional_pronoun"]
_CLAUSE = P["complementiser"] | P["complementiser_pronoun"] | P["subordinator"]


class Governed(NamedTuple):
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
        self._phrases: dict[int, Found | None] = {}

    # -- mentions ------------------------------------------------------------------------------------------------------

    def at(self, j: int, last: int) -> Found | None:
        """The mention that starts at ``j``, or people whom no table names (طلبة الكلية)."""
        found = self.marked.start_of[j]
        if found is not None and not (found.kind in ("group", "unnamed") and not found.name):
            return found
        if found is None and self.marked.inside[j] is not None:
            return None
        return self._phrase(j, last) or found

    def _phrase(self, j: int, last: int) -> Found | None:
        if j not in self._phrases:
            self._phrases[j] = self.people(j, last) if self.core(j) in self._words["people"] else None
        return self._phrases[j]

    def people(self, j: int, last: int) -> Found | None:
        """A noun of people with what belongs to it; a delegation stands for who leads it."""
        core = self.core(j)
        end = noun_phrase_end(self.marked, j, last)
        if core in self._words["delegations"]:
            leader = self._leader(j, last)
            if leader is not None:
                return leader
        for k in range(j + 1, end):  # وزراء الخليج ونظيرهم الأميركي: another side
            known = self.marked.start_of[k]
            if known is not None and known.kind == "person" and self.infos[k].conj:
                end = k
                break
        if not any(self.infos[k].definite or self.marked.inside[k] is not None for k in range(j, end)):
            return None  # مسؤولين كبارا: nobody in particular
        info = self.infos[j]
        whole = info.base.startswith("لل") and info.base[1:] not in self._words["people"]  # للسفراء: ل and the article
        skip = self.words[j].index(info.base) + (1 if info.prep and not whole else 0)
        known = self.marked.start_of[j]
        if known is not None and known.last >= end:
            return None
        words = [self.words[j][skip:], *self.words[j + 1 : end]]
        key = "U " + " ".join(words)
        cluster = self.clusters.by_key.get(key) or self.clusters.new("group", key)
        cluster.number = "pl"
        found = Found(first=j, last=end, skip=skip, kind="group", rule="side_noun_phrase", number="pl", conj=info.conj)
        self.clusters.add(cluster, found, "side_noun_phrase")
        return found

    def _leader(self, j: int, last: int) -> Found | None:
        """وفدا … برئاسة X"""
        for k in range(j + 1, min(last, j + 7)):
            if self.words[k] in self._words["led_by"] and k + 1 < last:
                found = self.marked.start_of[k + 1]
                return found if found is not None and found.kind == "person" else None
        return None

    def core(self, j: int) -> str:
        """A word without و, an attached preposition, the article and the ا of the accusative."""
        info = self.infos[j]
        word = info.base
        if word.startswith("لل"):
            word = word[1:] if word[1:] in self._words["people"] else word[2:]  # للجنة, للسفراء
        else:
            word = word[len(info.prep) :].removeprefix("ال")
        return word if word in self._words["people"] else word.removesuffix("ا")

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
        while k > stop and (
            (self.words[k] in ("كل", "من") and self.words[k - 1] in ("كل", "مع", "الي", "من"))
            or self.words[k] in COMMAS
        ):
            k -= 1
        if k > stop and self.words[k] == "كل" and k - 1 > stop:
            k -= 1
        if k > stop and self.marked.inside[k] is None:
            before = self.infos[k]
            if before.particle & P["preposition"] and not self._is_verb(k):
                return before.base
        return ""

    def _is_verb(self, k: int) -> bool:
        """عبّر, بيّن at the start of a clause: the verb that is spelled like a preposition."""
        if not any(c.kind == "v" for c in self.infos[k].cues):
            return False
        first = k == 0 or not self.words[k - 1][0].isalnum() or self.infos[k].conj
        return first or "\u0651" in self.doc.raw(k)

    def _genitive(self, stop: int, j: int, found: Found) -> bool:
        """After an indefinite noun that is no time word, or كل and the like after one."""
        if found.skip and self.infos[j].conj:
            return False
        k = j - 1
        while k > stop and self.infos[k].particle & P["quantifier"]:
            k -= 1
        if k <= stop or self.marked.inside[k] is not None:
            return False
        info = self.infos[k]
        if info.definite or info.particle or not info.word[0].isalpha() or info.contacts:
            return False
        if info.base[len(info.prep) :] in self._words["honorifics"]:
            return False
        if any(c.kind == "v" for c in info.cues) or info.word.endswith(("ها", "هم", "هما", "يا")):
            return False
        if self.doc.raw(k).endswith("ه"):
            return False  # في قصره: the pronoun is its genitive
        if info.word.endswith("ي") and len(info.word) > 4 and k > stop and self.infos[k - 1].flags & NOUN:
            return False  # اتصال هاتفي: an adjective
        opens = k == 0 or not self.words[k - 1][0].isalnum()
        return bool(info.flags & (NOUN | MASDAR)) and not (info.flags & VERB and (opens or info.conj))

    # -- sides -----------------------------------------------------------------------------------------------------------

    def may_be(self, found: Found) -> bool:
        """Not a place, not a document, medium or interview."""
        if found.last == found.first + 1 and self.words[found.first] in self._words["press"]:
            return False
        return found.kind in _SIDE_KINDS and found.rule not in _NO_SIDE

    def joint(self, found: Found, last: int, *, listed: bool = False) -> list[Found]:
        """A mention and those coordinated with it; ``listed`` lets a comma stand before the و (من لافروف، وكيري)."""
        out = [found]
        j = found.last
        while j < last:
            if listed and self.words[j] in COMMAS and j + 1 < last:
                j += 1
            each = self.words[j : j + 2] == ["وكل", "من"]  # تركيا وكل من السويد وفنلندا
            apart = each or (self.words[j] == "و" and j + 1 < last)  # رئيس المالديف و رئيسة ليبيريا
            if each:
                j += 1
            if j + 1 >= last and apart:
                break
            nxt = self.at(j + 1 if apart else j, last)
            if nxt is None or nxt.kind == "place":
                break
            if not apart and (not self.infos[j].conj or not (nxt.conj and (nxt.skip or nxt.titles))):
                break
            if nxt.rule == "side_noun_phrase":
                break  # والوفد المرافق له: those who came along
            second = (
                not nxt.name and out[-1].name is not None and any(t.first > out[-1].name[0] for t in out[-1].titles)
            )
            if not (second and nxt.kind == "person" and not apart and nxt.first == out[-1].last):
                out.append(nxt)  # but X رئيس الوزراء ووزير الداخلية is one person
            j = nxt.last
        return out

    def entities(self, founds: list[Found]) -> list[Cluster]:
        """Who the mentions are, each once, without those that are no side."""
        out: list[Cluster] = []
        for f in founds:
            c = self.clusters.of.get(id(f))
            if c is not None and c.kind in _SIDE_KINDS and c not in out and f.rule not in _NO_SIDE:
                out.append(c)
        return out

    # -- topics ------------------------------------------------------------------------------------------------------------

    def topic(self, i: int, sentence: Sentence, agreement: str, *, elided: bool = False) -> list[Found]:
        """Who the verb or pronoun at ``i`` means: the antecedent of its relative clause, the nearest subject before it."""
        if i - 1 > sentence.first and self.infos[i - 1].particle & P["relative_pronoun"]:
            antecedent = self.antecedent(i)
            if antecedent is None and self.words[i].endswith(("ها", "ه")):
                return self.main(i, sentence, agreement)  # المباحثات التي أجراها مع …
            if antecedent is None or not self.may_be(antecedent) or not self._agrees(antecedent, agreement, i - 1):
                return []
            return [antecedent]
        before = self._subjects(sentence, i, agreement)
        people = [f for f in before if f.kind == "person"]
        if before:
            after_that = self.infos[i - 1].particle & P["complementiser_pronoun"]  # مشيرا إلى أنه استقبل …: who speaks
            return self._with_those_before((people or before)[0 if after_that else -1], sentence)
        return self._earlier(sentence, agreement) if elided else []

    def antecedent(self, i: int) -> Found | None:
        """The mention before the relative pronoun before ``i`` (الوزير، الذي التقى …)."""
        if i < 2 or not self.infos[i - 1].particle & P["relative_pronoun"]:
            return None
        k = i - 2
        while k > 0 and self.words[k] in COMMAS | {"-", "–"}:
            k -= 1
        return self.marked.inside[k]

    def main(self, i: int, sentence: Sentence, agreement: str) -> list[Found]:
        """The first person before ``i`` who is a subject of the sentence, else of the one before."""
        people = [f for f in self._subjects(sentence, i, agreement) if f.kind == "person"]
        return people[:1] or self._earlier(sentence, agreement)

    def _subjects(self, sentence: Sentence, stop: int, agreement: str) -> list[Found]:
        out = []
        j = sentence.first
        while j < stop:
            found = self.marked.start_of[j]
            if found is None:
                j += 1
                continue
            place = self.governed(sentence.first - 1, j, found)
            if self.may_be(found) and not place.preposition and not place.genitive and found.last <= stop:
                if self._agrees(found, agreement, stop) or (found.conj and found.skip):
                    out.append(found)
            j = found.last
        return out

    def _with_those_before(self, found: Found, sentence: Sentence) -> list[Found]:
        founds = [found]
        while founds[0].conj and founds[0].skip and founds[0].first > sentence.first:
            before = self.marked.inside[founds[0].first - 1]
            if before is None or before.kind == "place":
                break
            founds.insert(0, before)
        if self.preposition(sentence.first - 1, founds[0].first, founds[0]):
            return []
        return founds

    def _earlier(self, sentence: Sentence, agreement: str) -> list[Found]:
        """The person whom the sentences right before are about: their first subject."""
        sentences = self.doc.segments.sentences
        n = sentences.index(sentence)
        for earlier in reversed(sentences[max(0, n - 2) : n]):
            if self.doc.segments.lines[earlier.line].kind == "headline" or sentence.line - earlier.line > 2:
                return []
            people = [f for f in self._subjects(earlier, earlier.last, agreement) if f.kind == "person"]
            if people:
                return [people[0]]
        return []

    @staticmethod
    def _agrees(found: Found, agreement: str, stop: int) -> bool:
        if agreement == "ms":
            return not (found.kind == "person" and found.gender == "f") and found.kind != "country"
        if agreement == "fs":
            return found.kind != "person" or found.gender == "f" or (found.gender is None and found.last == stop)
        return True

    # -- clauses -------------------------------------------------------------------------------------------------------------

    def ends_clause(self, j: int) -> bool:
        """A full stop, a complementiser, or و with a verb."""
        info = self.infos[j]
        if self.marked.inside[j] is not None:
            return False
        if self.words[j] in _STOPS or info.particle & _CLAUSE:
            return True
        return info.conj and (
            any(c.kind == "v" for c in info.cues) or bool(info.flags & VERB and not info.flags & NOUN)
        )

    def is_bare_noun(self, j: int) -> bool:
        """A noun under no preposition that is no time word."""
        info = self.infos[j]
        return bool(
            self.marked.inside[j] is None
            and info.flags & (NOUN | MASDAR)
            and not info.prep
            and not info.conj
            and not info.particle & (_CASELESS | P["preposition"] | P["conjunction"])
            and not info.particle
        )
