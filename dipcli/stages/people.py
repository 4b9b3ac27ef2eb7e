"""People that no table names: a group by its noun (طلبة الكلية), a delegation by who leads it or the body that sent it."""

from typing import Final, Literal

from dipcli.rules.match import FUNCTION, NOUN
from dipcli.stages.clusters import Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import noun_phrase_end

_BEFORE: Final = 80  # tokens from a delegation to where it is told of again


class People:
    """Finds them in one article; a group becomes an entity when it is first asked for."""

    def __init__(self, doc: Document, marked: MarkedText, clusters: Clusters) -> None:
        self.doc = doc
        self.marked = marked
        self.clusters = clusters
        self.words = doc.words
        self.infos = doc.infos
        self.lists = doc.lexicon.contact_words
        self._known: dict[int, Found | None] = {}

    def at(self, j: int, last: int) -> Found | None:
        """Those whose noun stands at ``j``."""
        if j not in self._known:
            of_people = self.core(j) in self.lists["people"] or self._is_relative_of(j, last)
            self._known[j] = self.people(j, last) if of_people else None
        return self._known[j]

    def _is_relative_of(self, j: int, last: int) -> bool:
        """شقيق الصحفية X, والد الرئيس X: somebody told by whose relative he is."""
        info = self.infos[j]
        if info.definite or info.core not in self.lists["relatives"] or j + 1 >= last:
            return False
        return self.infos[j + 1].definite or self.marked.start_of[j + 1] is not None

    def people(self, j: int, last: int) -> Found | None:
        """A noun of people with what belongs to it; a delegation stands for who leads it, else for the body that sent it."""
        core = self.core(j)
        if self.clusters.members and self.infos[j].definite and (listed := self._listed_before(j)) is not None:
            return listed
        end = self._behind_definite(j, self._end(j, last))
        if core in self.lists["delegations"] and self.infos[j].definite and end == j + 1:
            again = self._told_before(j)
            if again is not None:
                return again
        sent_by = self._sent_by(j, end, last)
        if core in self.lists["delegations"]:
            stands = self._leader(j, last) or (
                sent_by if sent_by is not None and sent_by.kind == "organisation" else None
            )
            if stands is not None:
                return stands
        if sent_by is not None:
            end = max(end, sent_by.last)
        for k in range(j + 1, end):  # وزراء الخليج ونظيرهم الأميركي: another side
            known = self.marked.start_of[k]
            if known is not None and known.kind == "person" and self.infos[k].conj:
                end = k
                break
        if not any(self.infos[k].definite or self.marked.inside[k] is not None for k in range(j, end)):
            return None  # مسؤولين كبارا: nobody in particular
        info = self.infos[j]
        if info.definite and end == j + 1 and core in self.lists["organs"] and core in self.lists["delegations"]:
            return None  # البعثة: one that was told of before
        whole = info.base.startswith("لل") and info.base[1:] not in self.lists["people"]  # للسفراء: ل and the article
        skip = self.words[j].index(info.base) + (1 if info.prep and not whole else 0)
        known = self.marked.start_of[j]
        if known is not None and known.last >= end:
            return None
        words = [self.words[j][skip:], *self.words[j + 1 : end]]
        key = "U " + " ".join(words)
        one = core in self.lists["relatives"] or core in self.lists["delegations"]
        return self._entity(j, end, skip, key, "sg" if one else "pl")

    def _behind_definite(self, j: int, end: int) -> int:
        """التقى [الوفد] وزير …: a noun with the article has no genitive, so that the mention behind it is another one."""
        if not self.infos[j].definite or not self.infos[j].base.removeprefix(self.infos[j].prep).startswith(
            ("ال", "لل")
        ):
            return end
        for k in range(j + 1, end):
            known = self.marked.start_of[k]
            if known is not None and known.kind == "person" and not known.skip and not self.infos[k].conj:
                return k
        return end

    def _listed_before(self, j: int) -> Found | None:
        """سفراء تونس والأردن … [السفراء]: the list of the same noun that was told last, where it is known who they are."""
        for k in range(j - 1, -1, -1):
            found = self.marked.start_of[k]
            members = self.clusters.members.get(id(found)) if found is not None and found.kind == "group" else None
            if members is not None and self.core(k) == self.core(j):
                info = self.infos[j]
                again = Found(
                    first=j, last=j + 1, skip=len(info.prep), kind="group", rule="side_noun_phrase", number="pl", conj=info.conj
                )  # fmt: skip
                self.clusters.members[id(again)] = members
                return again
        return None

    def _told_before(self, j: int) -> Found | None:
        """[الوفد], where a delegation was told of before: it stands for whom that stood for."""
        for k in range(j - 1, max(-1, j - _BEFORE), -1):
            if self.core(k) not in self.lists["delegations"] or self.infos[k].definite or self.marked.inside[k]:
                continue
            told = self.at(k, self.doc.line_at(k).last)
            cluster = self.clusters.of.get(id(told)) if told is not None else None
            if told is None or cluster is None:
                return None
            info = self.infos[j]
            found = Found(
                first=j, last=j + 1, skip=0, kind=told.kind, rule="side_noun_phrase", number="sg", conj=info.conj
            )
            self.clusters.of[id(found)] = cluster  # no mention: the word does not name him who leads it
            return found
        return None

    def body(self, first: int, last: int) -> Found:
        """A body that no table names (هيئة الطرق الوطنية), with the words from ``first`` to ``last``."""
        return self._entity(first, last, 0, "U " + " ".join(self.words[first:last]), "sg", "organisation")

    def _entity(
        self,
        j: int,
        end: int,
        skip: int,
        key: str,
        number: Literal["sg", "pl"],
        of: Literal["organisation"] | None = None,
    ) -> Found:
        kind: Literal["unnamed", "group", "organisation"] = of or ("unnamed" if number == "sg" else "group")
        cluster = self.clusters.by_key.get(key) or self.clusters.new(kind, key)
        cluster.number = number
        found = Found(
            first=j, last=end, skip=skip, kind=kind, rule="side_noun_phrase", number=number, conj=self.infos[j].conj
        )
        self.clusters.add(cluster, found, "side_noun_phrase")
        return found

    def speaker(self, first: int, last: int) -> Found:
        """Who speaks and is no mention (جماعات حقوقية), under the key by which the statement's source is made."""
        skip = len(self.infos[first].word) - len(self.infos[first].base) if self.infos[first].conj else 0
        words = [self.words[first][skip:], *self.words[first + 1 : last]]
        plural = words[0].endswith(("ون", "ين", "ات"))
        return self._entity(first, last, skip, "U " + " ".join(words), "pl" if plural else "sg")

    def _end(self, j: int, last: int) -> int:
        """End of the noun phrase: ذوي [شهداء الواجب], اللجنة العليا [للإغاثة]."""
        end = noun_phrase_end(self.marked, j, last)
        behind = self.infos[j + 1] if end == j + 1 and end < last else None
        if behind is not None and self.infos[j].flags & FUNCTION and behind.flags & NOUN and not behind.prep:
            end = noun_phrase_end(self.marked, j + 1, last)
        of = self.words[end].startswith("لل") if end < last else False
        of = of or (end < last and self.infos[end - 1].core in self.lists["belongs"] and self.infos[end].prep == "ل")
        if self.core(j) in self.lists["organs"] and of:
            named = self.marked.start_of[end]
            end = named.last if named is not None else end + 1
        return end

    def _sent_by(self, j: int, end: int, last: int) -> Found | None:
        """وفدا [من حزب …], مسؤولين [من الوزارة], أعضاء [في الكونغرس]: the known body of people who are not known."""
        for k in range(j + 1, min(end, j + 3)):
            known = self.marked.start_of[k]
            if known is not None and not known.skip and known.kind in ("organisation", "country"):
                return known
        if end + 1 < last and self.words[end] in self.lists["of_body"]:
            known = self.marked.start_of[end + 1]
            kinds = ("organisation",) if self.words[end] == "في" else ("organisation", "country")
            if known is not None and known.kind in kinds and not known.skip:
                return known
        return None

    def _leader(self, j: int, last: int) -> Found | None:
        """وفدا … برئاسة X"""
        for k in range(j + 1, min(last, j + 9)):
            if self.words[k] in self.lists["led_by"] and k + 1 < last:
                found = self.marked.start_of[k + 1]
                return found if found is not None and found.kind == "person" else None
        return None

    def core(self, j: int) -> str:
        """A word without و, an attached preposition, the article and the ا of the accusative."""
        info = self.infos[j]
        word = info.base
        if word.startswith("لل"):
            word = word[1:] if word[1:] in self.lists["people"] else word[2:]  # للجنة, للسفراء
        else:
            word = word[len(info.prep) :].removeprefix("ال")
        return word if word in self.lists["people"] else word.removesuffix("ا")
