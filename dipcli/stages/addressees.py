"""To whom a cue itself says that something is said: by name, by a pronoun, or a body that is spoken before."""

from collections.abc import Sequence
from typing import Final

from dipcli.records import Record
from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN, VERB
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.sides import Sides
from dipcli.stages.speakers.context import Attribution
from dipcli.stages.statements import Addressed
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_KINDS: Final = ("person", "country", "organisation")
_PRONOUNS: Final = {
    "له": "ms",
    "لها": "fs",
    "لهم": "mp",
    "لهما": "md",
    "اليه": "ms",
    "اليها": "fs",
    "معه": "ms",
    "معها": "fs",
    "اياه": "ms",
    "اياها": "fs",
}
_APART: Final = "ايا"  # the object's pronoun as a word of its own
_MEDIA: Final = frozenset({"table_m", "quoted_medium"})
_STATE: Final = frozenset({"state_office", "minister", "royal"})
_BODIES: Final = frozenset({"organisation", "group"})
_FOR_WHAT: Final = frozenset({"علي", "في", "عن", "من", "مع"})  # behind a courtesy: what it is for, no longer to whom
_BESIDE: Final = 8  # tokens before a verb within which its pronoun may stand for a state
_COURTESY: Final = 20  # tokens within which it is said to whom a courtesy goes
_ASKING: Final = frozenset({"request", "demand", "accuse"})
_HIS: Final = ("ه", "ها", "هم", "هما")
_NEAR: Final = 16  # tokens before a cue within which it is told whom it answers


class Speech(Record):
    """A speech before a body, told at ``token``; ``represents`` is the speaker's state where the article has it."""

    token: int
    body: Cluster
    speaker: Cluster
    represents: Cluster | None


class Addressees:
    """Reads the words of one cue."""

    def __init__(self, doc: Document, clusters: Clusters, sides: Sides) -> None:
        self.doc = doc
        self.clusters = clusters
        self.sides = sides
        self.words = doc.words
        self.infos = doc.infos
        self.lists = doc.lexicon.contact_words

    def named(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """Who stands as object or under ل, إلى; who is thanked or condoled with; whom a pronoun means."""
        for how, found in frame.addressees:
            if how == "ل" and self._of_noun(frame, found):
                continue
            apposed = self._is_apposed(frame, found) or self._is_adjective(frame, found)
            if how == "object" and (apposed or self._is_genitive(frame, found)):
                continue
            press = how == "object" and frame.rule.speech_act in _ASKING
            chosen = self._spoken_to(found.first, found.last, attribution, press=press, groups=how == "object")
            if chosen:
                to.clusters, to.span, to.reason = chosen, (found.first, found.last), "addressee_named"
                return
        self._unnamed_body(frame, attribution, to)
        if to.clusters:
            return
        self._of_courtesy(frame, attribution, to)
        if not to.clusters:
            self._called_on(frame, attribution, to)
        if not to.clusters:
            self._answered(frame, attribution, to)
        if not to.clusters:
            self._pronoun(frame, attribution, to)

    def _unnamed_body(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """طالب النائب [هيئة الطرق الوطنية] ب…, دعا [السلطات الكينية] إلى …: a body that no table names, with what it is of."""
        at = frame.object_range
        noun = frame.form.kind == "m" or frame.form.agreement == "fp"  # مطالبات الحكومة ب…
        if at is None or "object" not in frame.rule.addressee or noun or not frame.cue_last <= at[0]:
            return
        first, last = at
        if last > frame.content_start:
            return
        if self.words[first] in QUOTE_MARKS:
            first, last = first + 1, last - 1
            known = self.sides.marked.start_of[first]
            if known is not None and known.last == last:
                self._speak_to(known, attribution, to)
            named = 1 < last - first <= 4
        else:
            last = next((k for k in range(first + 1, last) if self.infos[k].conj), last)
            named = self.infos[first].core in self.doc.lexicon.word_classes["body_heads"] and last - first > 1
            named = named or self._is_body_alone(first, last)
        if self.sides.marked.inside[first] is not None or self.infos[first].conj:
            return
        people = None if named or self.words[at[0]] in QUOTE_MARKS else self._people_called(frame, first)
        if not named and people is None:
            return
        found = people or self.sides.people.body(first, last)
        cluster = self.clusters.of[id(found)]
        if cluster not in attribution.sources:
            to.clusters, to.span, to.reason = [cluster], (found.first, found.last), "addressee_named"

    def _is_body_alone(self, first: int, last: int) -> bool:
        """طالب الوزير سامي كامو [البرلمان] ب…: one word with the article that the tables have as a body."""
        match = self.doc.match(first, last, "o") if last - first == 1 and self.infos[first].definite else None
        return match is not None and match[0] == last and not match[1]

    def _people_called(self, frame: Frame, first: int) -> Found | None:
        """أبلغت [زعماء الإقليم] أن …: people in the plural with what they are of; not دعا السكان إلى …, the public."""
        core = self.sides.people.core(first)
        if core in self.lists["vague"] or self.infos[first].definite:
            return None
        if self._completes_a_title(first):
            return None
        found = self.sides.people.at(first, frame.content_start)
        return found if found is not None and found.kind in ("group", "organisation") else None

    def _of_noun(self, frame: Frame, found: Found) -> bool:
        """الأمانة العامة لهيئة …, الحاكم السابق لولاية …, الاجتماع الوزاري للتحالف: ل belongs to the noun before it."""
        k = found.first - 1
        if found.kind == "person" or k <= frame.cue_last - 1 or not self.words[k][0].isalpha():
            return False
        needs = frame.rule.needs
        if any(self.infos[i].base in needs or self.infos[i].core in needs for i in range(frame.cue_last, found.first)):
            return False  # وجه تحذيرا شديدا لتركيا: the noun without which the verb is no speech
        inside = self.sides.marked.inside[k]
        if inside is not None:
            offices = {t.kind for t in inside.titles}
            organ = self.infos[inside.first].core in self.lists["organs"]
            part = organ or (offices.isdisjoint(_STATE) if offices else inside.kind == "group")
            return inside in frame.subjects and inside.name is None and part
        if k == frame.cue_last:
            return False  # وصرحت شاهدة للمنظمة, قالت الحكومة للبرلمان
        return self._is_another_noun(k)

    def _is_another_noun(self, k: int) -> bool:
        """A noun or adjective at ``k`` that tells of no speech, courtesy or contact: what follows it belongs to it."""
        info = self.infos[k]
        spoken = info.core in self.lists["speeches"] or info.core in self.lists["courtesies"] or bool(info.contacts)
        noun = info.flags & (NOUN | MASDAR) or (info.definite and not info.flags & VERB)
        return bool(noun) and not info.particle and not info.prep and not spoken and self.words[k][0].isalpha()

    def _is_genitive(self, frame: Frame, found: Found) -> bool:
        """وزراء خارجية دول [مجموعة السبع], ردا على خطاب [الرئيس]: no object but the genitive of what stands before it."""
        k = found.first - 1
        if found.kind == "person" and k - 1 > frame.cue and self.infos[k - 1].particle & P.preposition:
            noun, within = self.infos[k], self.sides.marked.inside[k]
            alone = within is None or within.rule == "unnamed_document"
            return bool(noun.flags & NOUN) and alone and not (noun.definite or noun.particle)
        return found.kind != "person" and self.sides.governed(frame.cue, found.first, found).genitive

    def _is_apposed(self, frame: Frame, found: Found) -> bool:
        """حذر X، [المستشار القانوني]، من …: an office between commas right behind the subject is his."""
        named = frame.subjects[-1] if frame.subjects else None
        comma = found.first - 1
        office = found.kind == "person" and found.name is None
        return office and named is not None and bool(named.name) and named.last == comma and self.words[comma] in COMMAS

    def _is_adjective(self, frame: Frame, found: Found) -> bool:
        """طالب حزب اليسار [المعارض] ب…: one definite word right behind the subject that describes it."""
        subject = frame.subjects[-1] if frame.subjects else None
        return found.rule == "descriptor" and subject is not None and subject.last == found.first == found.last - 1

    def _spoken_to(
        self,
        first: int,
        last: int,
        attribution: Attribution,
        *,
        listed: bool = False,
        press: bool = False,
        groups: bool = False,
    ) -> list[Cluster]:
        """The mention and those coordinated with it; ``listed`` lets a comma stand before the و (شكره لX، ولY).

        ``press``: a medium is one too (طالبت الوزارة الصحيفة ب…); ``groups``: so are people in the plural with what they
        are of (أبلغت زعماء الإقليم أن …), and not the public (دعا المواطنين إلى …).
        """
        found = self.sides.marked.start_of[first]
        if found is None:
            return []
        out: list[Cluster] = []
        for f in self.sides.joint(found, len(self.words), listed=listed):
            cluster = self.clusters.of.get(id(f))
            stations = self.lists["stations"]
            before = self.infos[f.first - 1] if f.first else None
            radio = before is not None and before.prep == "ل" and before.core in stations  # لراديو فرنسا
            station = self.infos[f.first].core in stations and f.rule != "table_o"
            if not press and (radio or station or f.rule in ("table_m", "quoted_medium")):
                continue
            if (
                cluster is not None
                and (cluster.kind in _KINDS or (groups and self._is_of_office(f)))
                and cluster not in attribution.sources
                and cluster not in out
            ):
                out.append(cluster)
        return out

    def _is_of_office(self, found: Found) -> bool:
        """[زعماء الإقليم], [وزراء خارجية الحلف]: holders of one office, told with what they are of."""
        held = found.kind == "group" and found.number == "pl" and bool(found.titles)
        return held and found.last - found.first > 1 and not self._completes_a_title(found.first)

    def _completes_a_title(self, i: int) -> bool:
        """المتحدث باسم انتخابات [أعضاء المجالس]: the genitive of a noun without the article that ends a title before it."""
        inside = self.sides.marked.inside[i - 1]
        before = self.infos[i - 1]
        return inside is not None and bool(inside.titles) and bool(before.flags & NOUN) and not before.definite

    def _of_courtesy(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """أعرب عن شكره ل…, قدم تعازيه إلى …, نقل تحيات الملك إلى …: who is under the preposition of a noun of courtesy."""
        if frame.frame != "np" or not frame.content or frame.rule.speech_act == "request":
            return
        first, last = frame.content[0]
        i, start, stop = first, first - 1, min(last, first + _COURTESY)
        if not any(self._is_courtesy(k) for k in range(i, min(stop, i + 4))):
            return
        while i < stop:
            found = self.sides.marked.start_of[i]
            if found is None:
                if i > first and self._is_no_longer_to_whom(i):
                    return
                i += 1
                continue
            under = self.sides.preposition(start, i, found)
            if under in ("ل", "الي"):
                self._speak_to(found, attribution, to, listed=True)
            theirs = not under and (found.conj or self._is_courtesy(i - 1))  # تحيات [الملك وولي العهد] إلى …
            if not theirs and found.kind != "place" and under != "ب":
                return
            i = found.last

    def _is_no_longer_to_whom(self, i: int) -> bool:
        """Behind a mark or a preposition; تقديره للجهود …, a thing; not تعازيه لأسرة الفقيد ولكينيا."""
        apart = not self.words[i][0].isalnum() or self.words[i] in _FOR_WHAT
        core = self.sides.people.core(i)
        people = core in self.lists["relatives"] or core in self.lists["people"]
        return apart or (self.infos[i].prep == "ل" and not people)

    def _is_courtesy(self, i: int) -> bool:
        return self.infos[i].core in self.lists["courtesies"]

    def _speak_to(self, found: Found, attribution: Attribution, to: Addressed, *, listed: bool = False) -> None:
        chosen = self._spoken_to(found.first, found.last, attribution, listed=listed)
        if chosen:
            to.clusters, to.span, to.reason = chosen, (found.first, found.last), "addressee_named"

    def _called_on(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """جدد مطالبته [الحكومة] بنشر …: the object of a verbal noun of calling on somebody, behind the speaker's pronoun."""
        if frame.frame != "np" or not frame.content or not self.infos[frame.content[0][0]].core.endswith(_HIS):
            return
        first, last = frame.content[0]
        found = self.sides.marked.start_of[first + 1] if first + 2 < last else None
        if found is None or self.infos[first].core not in self.lists["calls"]:
            return
        if self.sides.preposition(first, first + 1, found) in ("", "ل") and self._is_governed(found.last):
            self._speak_to(found, attribution, to)

    def _is_governed(self, i: int) -> bool:
        """Behind whom one calls on stands what for (ب…, إلى …)."""
        return i < len(self.words) and (self.infos[i].prep == "ب" or self.words[i] in ("الي", "ب"))

    def _answered(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """وقال الوزير، ردا على سؤال [النائبة ليلى سالم]، إن …: who asked is told."""
        if frame.frame != "clause" or (frame.form.kind == "v" and "object" in frame.rule.addressee):
            return  # أبلغ الصحفيين، ردا على سؤال …: they are told
        first = max(self.doc.segments.sentences[frame.sentence].first, frame.cue - _NEAR)
        for i in range(first, frame.content_start - 3):
            if self.infos[i].core not in self.lists["answers"] or self.words[i + 1] != "علي" or frame.says(i):
                continue
            if self.infos[i + 2].core not in self.lists["questions"]:
                continue
            found = self._asker(i + 3, frame.content_start)
            if found is not None and not self._is_reporter(i + 3, found.last):
                self._speak_to(found, attribution, to)
            return

    def _asker(self, first: int, last: int) -> Found | None:
        """سؤال [النائبة X], أسئلة [نائبة الحزب X], سؤال من [X]: who is named right behind, with the title before the name."""
        for k in range(first, min(first + 6, last)):
            found = self.sides.marked.start_of[k]
            if found is not None and found.kind == "person" and found.name is not None:
                return found
            if self.words[k] in COMMAS or self.words[k] in QUOTE_MARKS or (k > first and self.infos[k].particle):
                return None
        return None

    def _is_reporter(self, first: int, last: int) -> bool:
        """سؤال الصحفية …, سؤال مراسل …: the public is told."""
        return any(self.sides.people.core(k) in self.lists["reporters"] for k in range(first, last))

    def _pronoun(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """وقال له إن …, أبلغه أن …: the last person before who is not the speaker and agrees."""
        behind = frame.cue_last < len(self.words) and frame.cue_last < frame.content_start
        word = self.words[frame.cue_last] if behind else ""
        apart = word.startswith(_APART)
        of_whom = apart and "object" not in frame.rule.addressee  # واصفا إياه بأنه …
        agreement = "" if of_whom else _PRONOUNS.get(word, "")
        if not agreement and frame.form.clitic and "object" in frame.rule.addressee:
            agreement = {"ه": "ms", "ها": "fs"}.get(frame.form.clitic, "")
        if agreement not in ("ms", "fs") or self.doc.segments.lines[frame.line].kind == "headline":
            return
        if self._means_thing(frame.cue - 1) or not attribution.sources:
            return
        nearest = self._meant(frame, agreement[0], attribution, apart=apart)
        if nearest is not None:
            to.clusters, to.reason = [nearest], "addressee_named"
            to.resolution = "pronoun"

    def _meant(self, frame: Frame, gender: str, attribution: Attribution, *, apart: bool) -> Cluster | None:
        """The nearest person before the cue whom the pronoun fits, or a state behind him (انتقد X كينيا وحذرها من …).

        ``apart``: the pronoun is a word of its own (داعيا إياه), which means nobody far away.
        """
        sentence = self.doc.segments.sentences[frame.sentence]
        nearest: tuple[int, Cluster] | None = None
        for c in self.clusters.all:
            at = c.before(frame.cue)
            near = at >= frame.cue - _BESIDE
            state = c.kind == "country" and gender == "f" and near and (apart or frame.form.kind == "v")
            if (
                not (state or (c.kind == "person" and (near or not apart)))
                or c in attribution.sources
                or at < sentence.first - 60
            ):
                continue
            if c.gender in (None, gender) and (nearest is None or at > nearest[0]):
                nearest = (at, c)
        return nearest[1] if nearest is not None else None

    def _means_thing(self, k: int) -> bool:
        """ما أشار إليه X, المقال الذي كتبه X: behind a relative pronoun at ``k`` the pronoun means what stands before it."""
        if k < 1 or not (self.words[k] in ("ما", "مما") or self.infos[k].particle & P.relative_pronoun):
            return False
        j = k - 2 if self.words[k - 1] in COMMAS else k - 1
        before = self.sides.marked.inside[j] if j >= 0 else None
        return before is None or before.kind != "person"

    def body(self, frame: Frame, zone: Sequence[int], sources: Sequence[Cluster]) -> list[Cluster]:
        """قال أمام مجلس الأمن …, في كلمة أمام اجتماع المانحين: the body that is spoken before."""
        for i in zone:
            if self._others_speak(i, frame):
                continue
            if self.infos[i].base == "امام" and i + 1 < len(self.words) and not self._stands_before(i, sources):
                cluster = self._body_at(i + 1)
                if cluster is not None:
                    return [cluster]
            if (
                self.infos[i].core in self.lists["speeches"]
                and i + 1 < len(self.words)
                and self.infos[i + 1].prep == "ل"
            ):
                cluster = self._body_at(i + 1)  # في إحاطة لمجلس الأمن
                if cluster is not None:
                    return [cluster]
        return []

    def _others_speak(self, i: int, frame: Frame) -> bool:
        """تعرض الوزير لانتقادات أمام لجنة … حيث [قال الأعضاء] …: behind حيث another speaks than who stood before the body."""
        return frame.subject_side == "after" and i < frame.cue - 1 and self.words[frame.cue - 1] == "حيث"

    def _stands_before(self, i: int, sources: Sequence[Cluster]) -> bool:
        """الفرص أمام رجال الأعمال, خطاب X أمام الكونغرس: أمام belongs to a noun that tells of no speech or of another's."""
        inside = self.sides.marked.inside[i - 1] if i else None
        if inside is not None and inside.kind == "person":
            return self.clusters.of.get(id(inside)) not in sources
        return i > 0 and inside is None and self._is_another_noun(i - 1)

    def _body_at(self, j: int) -> Cluster | None:
        last = min(len(self.words), j + 5 if self.infos[j].contacts else j + 1)
        for k in range(j, last):
            found = self.sides.at(k, len(self.words))
            if found is None and self.infos[k].core == "مجموعه":
                found = self.sides.people.people(k, len(self.words))
            if found is None or found.kind not in _BODIES:
                continue
            cluster = self.clusters.of.get(id(found))
            core = self.sides.people.core(k)
            public = found.kind == "group" and found.rule != "side_noun_phrase" and core not in self.lists["people"]
            vague = core in self.lists["vague"] and found.last == found.first + 1
            if public or vague or self.infos[k].core in self.lists["forums"]:
                return None
            return cluster if cluster is not None and cluster.kind in _BODIES else None
        return None

    def speech(self, sentence: Sentence) -> Speech | None:
        """جاء ذلك في كلمة ألقاها الوزير أمام …: a speech that is told of, with who held it."""
        bases = [info.base for info in self.infos[sentence.first : sentence.last]]
        if "امام" not in bases:
            return None
        before = sentence.first + bases.index("امام")
        said = next((i for i in range(sentence.first, before) if self.infos[i].core in self.lists["speeches"]), None)
        if said is None or before + 1 >= sentence.last:
            return None
        body = self._body_at(before + 1)
        found = next(
            (
                f for i in range(said, before)
                if (f := self.sides.marked.start_of[i]) is not None and f.kind == "person"
                and not self.sides.preposition(said, i, f)
            ),
            None,
        )  # fmt: skip
        speaker = self.clusters.of.get(id(found)) if found is not None else None
        if body is None or speaker is None:
            return None
        represents = next((c for c in self.clusters.all if c.kind == "country" and c.country == speaker.country), None)
        return Speech(before, body, speaker, represents)

    def is_to_medium(self, i: int) -> bool:
        """قال لرويترز, لمراسلة إذاعة …, لـ«الخليج الجديد»: a medium under the ل that the word at ``i`` has first or second."""
        info = self.infos[i]
        if info.base == "ل" and i + 2 < len(self.words) and self.words[i + 1] in QUOTE_MARKS:
            found = self.sides.marked.start_of[i + 2]
            return found is None or found.rule in _MEDIA or found.rule == "table_r"
        found = self.sides.marked.start_of[i]
        under = info.prep == "ل" or (found is not None and found.skip and self.words[i].startswith("ل"))
        return bool(under) and (info.core in self.lists["stations"] or (found is not None and found.rule in _MEDIA))

    def is_press(self, cluster: Cluster) -> bool:
        """Editors, reporters: what they are told is told to the public."""
        return cluster.kind in ("group", "unnamed", "organisation") and any(
            self.words[i] in self.lists["press"] or self.words[i] in self.lists["editors"]
            for f in cluster.founds[:1]
            for i in range(f.first, f.last)
        )
