"""Whom a verb without a subject or a pronoun means: who is spoken of before it."""

from dipcli.rules import particles as P
from dipcli.stages.clusters import Cluster
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.sides import Sides
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence


class Topics:
    """Looks for subjects in a sentence and in those before it."""

    def __init__(self, doc: Document, sides: Sides) -> None:
        self.doc = doc
        self.sides = sides
        self.marked = sides.marked
        self.words = doc.words
        self.infos = doc.infos
        self.lists = doc.lexicon.contact_words

    def as_mention(self, cluster: Cluster, i: int, agreement: str) -> list[Found]:
        """The last mention of an entity before ``i``, where a verb can agree with it."""
        before = [f for f in cluster.founds if f.last <= i]
        return before[-1:] if before and self.agrees(before[-1], agreement, i) else []

    # -- topics ------------------------------------------------------------------------------------------------------------

    def topic(self, i: int, sentence: Sentence, agreement: str, *, elided: bool = False) -> list[Found]:
        """Who the verb or pronoun at ``i`` means: the antecedent of its relative clause, the nearest subject before it."""
        relative = self._relative_before(i)
        if relative > sentence.first:
            antecedent = self.antecedent(i)
            if antecedent is None and self.words[i].endswith(("ها", "ه")):
                return self.main(i, sentence, agreement)  # المباحثات التي أجراها مع …
            if antecedent is None or not self.sides.may_be(antecedent):
                return []
            return [antecedent] if self.agrees(antecedent, agreement, relative) else []
        before = self._subjects(sentence, i, agreement)
        people = [f for f in before if f.kind == "person"]
        if before and before[-1].last == i and before[-1].kind == "organisation":
            return [before[-1]]  # وفد من الشركة يؤدي زيارة
        if before:
            after_that = self.infos[i - 1].particle & P.complementiser_pronoun  # مشيرا إلى أنه استقبل …: who speaks
            several = agreement in ("md", "fd", "mp")
            return self._with_those_before((people or before)[0 if after_that else -1], sentence, listed=several)
        return self._earlier(sentence, agreement) if elided else []

    def two(self, i: int, sentence: Sentence) -> list[Found]:
        """مؤتمر صحفي مع نظيره عقب مباحثاتهما: the only two people before ``i`` in the sentence, else who did what with whom."""
        people: dict[int, Found] = {}
        with_whom: tuple[int, int] | None = None  # among the people: the nearest before مع, who stands under it
        for j in range(sentence.first, i):
            found = self.marked.start_of[j]
            cluster = self.sides.clusters.of.get(id(found)) if found is not None and found.kind == "person" else None
            if found is None or cluster is None:
                continue
            place = self.sides.governed(sentence.first - 1, j, found)
            if place.preposition == "مع" and people:
                with_whom = (list(people)[-1], cluster.serial)
            people.setdefault(cluster.serial, found)
        if len(people) == 2:
            return list(people.values())
        return [people[x] for x in with_whom] if with_whom is not None and with_whom[0] != with_whom[1] else []

    def the_two(self, i: int, sentence: Sentence) -> list[Found]:
        """والتقى الاثنان …: the two people of the sentence, else the only two of the one before."""
        here = self.two(i, sentence)
        n = self.doc.segments.sentences.index(sentence)
        if here or not n:
            return here
        before = self.doc.segments.sentences[n - 1]
        near = sentence.line - before.line <= 1 and not self.doc.in_headline(n - 1)
        return self.two(before.last, before) if near else []

    def antecedent(self, i: int) -> Found | None:
        """The mention before the relative pronoun before ``i`` (الوزير، الذي التقى …)."""
        k = self._relative_before(i) - 1
        while k > 0 and self.words[k] in COMMAS | {"-", "–"}:
            k -= 1
        return self.marked.inside[k] if k >= 0 else None

    def _relative_before(self, i: int) -> int:
        """The relative pronoun right before ``i``, or before its auxiliary (الوزير الذي كان يقوم بزيارة); -1 where none is."""
        k = i - 1
        if k > 0 and self.infos[k].particle & P.auxiliary:
            k -= 1
        return k if k >= 0 and self.infos[k].particle & P.relative_pronoun else -1

    def main(self, i: int, sentence: Sentence, agreement: str) -> list[Found]:
        """The first person before ``i`` who is a subject of the sentence, else of the one before."""
        people = [f for f in self._subjects(sentence, i, agreement) if f.kind == "person"]
        return people[:1] or self.named_later(i, sentence) or self._earlier(sentence, agreement)

    def named_later(self, i: int, sentence: Sentence) -> list[Found]:
        """وعن المباحثات التي أجراها مع …، أوضح X: whom the verb of the sentence has as subject, where it begins so."""
        if i - sentence.first > 12 or not self.infos[sentence.first].particle & P.preposition:
            return []
        for j in range(i + 1, min(sentence.last, i + 40)):
            found = self.marked.start_of[j]
            if found is not None and found.kind == "person" and self.infos[j - 1].reports:
                return [found]
        return []

    def _subjects(self, sentence: Sentence, stop: int, agreement: str) -> list[Found]:
        out = []
        j = sentence.first
        inner = 0  # (فرنسا وألمانيا): who is named in brackets acts in nothing
        while j < stop:
            if self.words[j] in ("(", ")"):
                inner = 1 if self.words[j] == "(" else 0
            if inner:
                j += 1
                continue
            found = self.marked.start_of[j]
            if found is None and self.sides.people.core(j) in self.lists["delegations"]:
                out += self._delegation(j, sentence, stop)
            if found is None:
                j += 1
                continue
            place = self.sides.governed(sentence.first - 1, j, found)
            if self.sides.may_be(found) and not place.preposition and not place.genitive and found.last <= stop:
                if self.agrees(found, agreement, stop) or (found.conj and found.skip):
                    out.append(found)
            j = found.last
        return out

    def _delegation(self, j: int, sentence: Sentence, stop: int) -> list[Found]:
        """وفد من حركة كذا برئاسة X، التقى …: who leads it, or the body that sent it."""
        found = self.sides.people.at(j, stop)
        if found is None or self.sides.governed(sentence.first - 1, j, found).preposition:
            return []
        return [found] if self.sides.may_be(found) else []

    def _with_those_before(self, found: Found, sentence: Sentence, *, listed: bool = False) -> list[Found]:
        """Those coordinated before it; ``listed`` (before a dual or plural verb) lets a comma stand before the و."""
        founds = [found]
        while founds[0].conj and founds[0].skip and founds[0].first > sentence.first:
            k = founds[0].first - 1
            if listed and self.words[k] in COMMAS and k > sentence.first:
                k -= 1
            before = self.marked.inside[k]
            if before is None or before.kind == "place":
                break
            founds.insert(0, before)
        if self.sides.preposition(sentence.first - 1, founds[0].first, founds[0]):
            return []
        return founds

    def earlier(self, sentence: Sentence) -> list[Found]:
        """Who the sentences before are about."""
        return self._earlier(sentence, "")

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

    def agrees(self, found: Found, agreement: str, stop: int) -> bool:
        if agreement == "ms":
            if found.kind == "organisation" and self.infos[found.first].base.endswith("ه"):
                return False  # الحكومة … التقى
            return not (found.kind == "person" and found.gender == "f") and found.kind != "country"
        if agreement == "fs":
            return found.kind != "person" or found.gender == "f" or (found.gender is None and found.last == stop)
        return True
