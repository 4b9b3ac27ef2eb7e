"""Finds reporting cues with their frame: subject, addressee, and where the content begins.

One left-to-right walk from the cue (ARABIC.md, frames 1 to 10): the subject is the noun phrase between verb and
complementiser, less prepositional phrases, times and addressee; what opens the content is a complementiser, a
quotation mark, a colon, a governed preposition, or a bare object.
"""

from collections.abc import Sequence
from typing import Literal

from dipcli.model import Status
from dipcli.rules.match import FUNCTION, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB, CueForm, CueRule, P, WordInfo
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.names import is_stop, is_verbal
from dipcli.text.quotes import Quote
from dipcli.text.segment import Sentence

Opener = Literal["comp", "quote", "colon", "prep", "object", "before", "none"]
_COMMAS = frozenset("،,")
_SAME = frozenset({"ذات", "نفس", "لذات", "لنفس"})
_DASHES = frozenset("-–—ـ")
_QUOTE_MARKS = frozenset('"“”«»„‟')
_REACH = 70
_COMP = P["complementiser"] | P["complementiser_pronoun"]
_OPENING = (
    P["auxiliary"]
    | P["qad"]
    | P["time"]
    | P["adverb"]
    | P["conjunction"]
    | P["subordinator"]
    | P["negation"]
    | P["future"]
    | P["relative_pronoun"]
    | P["demonstrative"]
)
_SKIPPABLE = P["time"] | P["adverb"] | P["demonstrative"] | P["quantifier"] | P["prepositional_pronoun"]


# Countries whose Arabic name is masculine in the press (Ryding 2005, 124).
_MASCULINE = frozenset({"IQ", "MA", "LB", "JO", "YE", "SD", "SO", "KW", "VA", "SS"})


class Frame:
    """A cue that reports, and what belongs to it. Token ranges are half-open."""

    __slots__ = (
        "addressees",
        "content",
        "content_start",
        "cue",
        "cue_last",
        "form",
        "frame",
        "line",
        "noun_phrase",
        "object_range",
        "opener",
        "quote",
        "rule",
        "sentence",
        "status",
        "subject_side",
        "subjects",
        "vetoes",
    )  # fmt: skip

    def __init__(self, cue: int, cue_last: int, form: CueForm, rule: CueRule, sentence: int, line: int) -> None:
        self.cue = cue
        self.cue_last = cue_last
        self.form = form
        self.rule = rule
        self.sentence = sentence
        self.line = line
        self.subjects: list[Found] = []
        self.noun_phrase: tuple[int, int] | None = None  # subject that is no mention
        self.subject_side: Literal["after", "before", "none"] = "none"
        self.addressees: list[tuple[str, Found]] = []
        self.content_start = -1
        self.opener: Opener = "none"
        self.frame: Literal["clause", "np"] = "clause"
        self.quote: Quote | None = None
        self.status: Status = rule.status or "said"
        self.content: list[tuple[int, int]] = []
        self.object_range: tuple[int, int] | None = None
        self.vetoes: list[str] = []


class FrameFinder:
    """Walks an article's sentences and makes a frame of every cue that has one."""

    def __init__(self, doc: Document, founds: Sequence[Found], quotes: Sequence[Quote]) -> None:
        self.doc = doc
        self.words = doc.words
        self.infos = doc.infos
        n = len(doc.words)
        self.start_of: list[Found | None] = [None] * n
        self.inside: list[Found | None] = [None] * n
        for f in founds:
            self.start_of[f.first] = f
            for i in range(f.first, f.last):
                self.inside[i] = f
        self.quote_at: dict[int, Quote] = {q.open: q for q in quotes}
        self.closing: dict[int, Quote] = {q.close: q for q in quotes}
        self.quoted = bytearray(n + 1)
        for q in quotes:
            if q.closed and q.close - q.open > 3:
                self.quoted[q.open + 1 : q.close] = b"\1" * (q.close - q.open - 1)
        self._dots = frozenset(i for i in range(n - 1) if doc.words[i] == "." and doc.words[i + 1] == ".")
        self.classes = doc.lexicon.word_classes

    def frames(self) -> list[Frame]:
        """Frames in text order of their cues."""
        out: list[Frame] = []
        for n, sentence in enumerate(self.doc.segments.sentences):
            line = self.doc.segments.lines[sentence.line]
            if line.kind in ("caption", "tail", "dateline"):
                continue
            i = sentence.first
            while i < sentence.last:
                if (
                    self.infos[i].cues
                    or self.words[i] in self.doc.lexicon.phrases
                    or self.infos[i].base in self.doc.lexicon.phrases
                ) and not (self.quoted[i] and not self._quoted_verb(i)):
                    frame = self._at(i, sentence, n)
                    if frame is not None:
                        out.append(frame)
                        i = max(i + 1, frame.cue_last)
                        continue
                i += 1
        return self._claimed_once(out)

    def _quoted_verb(self, i: int) -> bool:
        """أضاف أن الوزير «تمنى أن …»: the marks begin at the verb, its subject stands before them."""
        if i < 2 or i - 1 not in self.quote_at:
            return False
        subject = self.inside[i - 2]
        return subject is not None and subject.kind != "place" and any(c.kind == "v" for c in self.infos[i].cues)

    def _claimed_once(self, frames: list[Frame]) -> list[Frame]:
        """Two cues that claim one complement: the nearer has it, but in وأضاف قائلا the first, and a parenthesis none."""
        dropped: set[int] = set()
        for n, frame in enumerate(frames):
            for m in range(n + 1, len(frames)):
                other = frames[m]
                if other.sentence != frame.sentence or other.cue >= max(frame.content_start, frame.cue + 1):
                    break
                if frame.opener == "before":
                    continue
                if (other.form.kind == "s" and other.opener == "before" and not self._differs(other)) or (
                    other.form.kind in "pm" and self.words[other.cue] in self.classes["second_cue"]
                ):
                    dropped.add(m)
                elif other.content_start == frame.content_start and other.form.kind != "s":
                    dropped.add(m if self._in_parenthesis(other) else n)
            for m in range(n + 1, len(frames)):
                # أعرب عن شكره ل…: the noun that is expressed is no second report.
                inner = frames[m].form
                if frames[m].cue == frame.content_start and frame.frame == "np":
                    if (inner.kind == "m" and not self._own_report(frames[m])) or (inner.kind == "v" and inner.clitic):
                        dropped.add(m)
            if frame.form.kind == "s" and frame.opener == "comp" and self._only_relays(frames, n):
                dropped.add(n)
        return [f for n, f in enumerate(frames) if n not in dropped]

    def _own_report(self, frame: Frame) -> bool:
        """أشار إلى مطالبة المغرب ب…: another's words. In جدد دعوة المغرب إلى … the genitive is who is called on."""
        noun = self.infos[frame.cue].base
        return bool(frame.subjects) and noun in self.classes["own_masdars"]

    def _in_parenthesis(self, frame: Frame) -> bool:
        """ونفى الوزير، الذي اعتبر من المتشددين، أن …: a relative between commas does not take the clause."""
        i, at = frame.cue, frame.content_start
        if i < 2 or not self.infos[i - 1].particle & P["relative_pronoun"] or self.words[i - 2] not in _COMMAS:
            return False
        return frame.opener == "comp" and any(self.words[k] in _COMMAS for k in (at - 1, at - 2) if k > i)

    def _differs(self, frame: Frame) -> bool:
        """A parenthesis that splits what it reports, and not by a paper or an agency, which only relays it."""
        relayed = any(self.infos[f.first].base.removeprefix("ل") in self.classes["media_heads"] for f in frame.subjects)
        return len(frame.content) > 1 and not relayed and not any(f.rule == "table_m" for f in frame.subjects)

    def _only_relays(self, frames: list[Frame], n: int) -> bool:
        """بحسب مراسل …، فإن الوزير قال إن …: the one who is quoted inside is the source."""
        start = frames[n].content_start
        return any(
            g.sentence == frames[n].sentence
            and start <= g.cue <= start + 8
            and g.form.kind == "v"
            and g.opener == "comp"
            for g in frames[n + 1 : n + 3]
        )

    # -- one cue -------------------------------------------------------------------------------------------------------

    def _at(self, i: int, sentence: Sentence, n: int) -> Frame | None:
        within = self.inside[i]
        if within is not None and not (
            within.first == i and within.rule in ("table_o", "table_m", "short_form") and within.last == i + 1
        ):
            if within.rule != "indefinite_title" or not self._reads_on(i):
                return None
        if self.infos[i].particle & P["adverb"] and not self.doc.raw(i).endswith(("أ", "ئ")):
            if not self._renews(i, sentence):
                return None  # هنا, هناك: the adverb; هنأ has its hamza
        best: Frame | None = None
        for length, form in self._readings(i, sentence.last):
            rule = self.doc.lexicon.cue_rules[form.rule]
            frame = Frame(i, i + length, form, rule, n, sentence.line)
            if self._vetoed(frame, sentence):
                continue
            if not self._fill(frame, sentence):
                continue
            if best is None or self._better(frame, best):
                best = frame
        return best

    def _renews(self, i: int, sentence: Sentence) -> bool:
        """…، مجددا تقديره لذلك: no adverb behind a comma and before a noun of what is expressed."""
        if i + 1 >= sentence.last or not any(c.kind == "p" for c in self.infos[i].cues):
            return False
        breaks = i == sentence.first or self.words[i - 1] in _COMMAS or self.infos[i].conj
        return breaks and self._stem_in(self.infos[i + 1].base.removeprefix("ال"), "speech")

    def _reads_on(self, i: int) -> bool:
        """مشيرة إلى …: a participle spelled like a rank, with what it governs right behind it."""
        after = self.infos[i + 1] if i + 1 < len(self.infos) else None
        return after is not None and any(
            c.kind == "p" and (after.base in self.doc.lexicon.cue_rules[c.rule].object or after.particle & _COMP)
            for c in self.infos[i].cues
        )

    def _readings(self, i: int, last: int) -> list[tuple[int, CueForm]]:
        out: list[tuple[int, CueForm]] = []
        for start, conj in ((self.words[i], False), (self.infos[i].base, True)):
            for length, words, form in self.doc.lexicon.phrases.get(start, ()):
                if i + length <= last and tuple(self.words[i + 1 : i + length]) == words[1:]:
                    out.append((length, form))
            if conj or self.infos[i].base == self.words[i]:
                break
        out.sort(key=lambda x: -x[0])
        return out or [(1, c) for c in self.infos[i].cues]

    @staticmethod
    def _better(a: Frame, b: Frame) -> bool:
        order = {"comp": 5, "quote": 4, "colon": 4, "prep": 3, "object": 2, "before": 2, "none": 0}

        def rank(x: Frame) -> tuple[int, bool, bool]:
            return order[x.opener], x.rule.transitive and x.form.kind == "v", bool(x.subjects)

        return rank(a) > rank(b)

    def _vetoed(self, frame: Frame, sentence: Sentence) -> bool:
        """Not a report at all: a condition, a question, a formula; sets ``status`` for what was not said yet."""
        form, i = frame.form, frame.cue
        if form.kind == "f":
            return True
        before = self.infos[i - 1] if i > sentence.first else None
        if form.kind == "v":
            return self._verb_vetoed(frame, before, sentence)
        if form.kind == "p" and before is not None:
            # عن أمله: a circumstance (آملة) never stands under a preposition.
            return before.word in ("غير", "ليس") or bool(before.particle & P["preposition"] and not form.conjunction)
        return False

    def _verb_vetoed(self, frame: Frame, before: WordInfo | None, sentence: Sentence) -> bool:
        form, i = frame.form, frame.cue
        if "َ" in (raw := self.doc.raw(i)) or "ُ" in raw:
            letters = raw.lstrip("وف")
            if len(letters) > 1 and letters[1] == "ُ" and form.tense == "pa":
                return True  # أُعلن: passive
        if "\u064b" in raw or (
            form.agreement == "md"
            and form.tense == "pa"
            and self.words[i].lstrip("وف") in self.classes.get("accusatives", ())
        ):
            return True  # ردًا على, عرضا: an accusative noun
        if form.clitic and not self._takes_clitic(frame, before):
            return True
        if form.clitic and not form.conjunction and before is not None and not before.particle & P["relative"]:
            if any(c.kind == "m" for c in self.infos[i].cues) and before.word[0].isalnum():
                return True  # بعد وصفه …: the verbal noun
        if frame.rule.nominal and not form.conjunction and not self._surely_a_verb(frame, before, sentence):
            return True
        if self.infos[i].particle & P["preposition"] and not form.conjunction and not self._after_break(frame, before):
            return True  # بين, عبر, عقب, دون: the preposition, in mid-clause
        if self.infos[i].particle & P["prepositional_pronoun"] and not form.conjunction:
            return True  # من بينها
        if self.words[i] == "دون" and self._clause_follows(frame) and "\u0651" not in raw:
            return True  # دون أن: "without"
        if form.future:
            frame.status = "expected"
        if frame.rule.status == "not_said" and (before is None or not before.particle & P["negation"]):
            return True
        if before is None:
            return False
        particle = before.particle
        if before.word in ("لم", "ولم", "فلم", "لا", "ولا", "لن", "ولن") or before.base in ("لم", "لا", "لن"):
            if frame.rule.speech_act not in ("deny", "reject") or form.tense == "pa":
                frame.status = "not_said"
        elif frame.rule.strict and form.tense == "pr" and self._of_oneself(before):
            return True  # إنه يقدر …, لكنها تأمل …: what the speaker says of himself, no report of its own
        elif (
            particle & P["future"]
            or (particle & P["perhaps"] and form.tense == "pr" and not particle & P["qad"])
            or (particle & P["qad"] and form.tense == "pr")
        ):
            frame.status = "expected"
        elif particle & P["question"] or (particle & P["condition"] and before.word not in ("ان",)):
            return True
        elif particle & P["complementiser"] and form.tense == "pr" and not particle & P["complementiser_pronoun"]:
            # أن يعلن: not factual; إن with a verb does not occur.
            two = self.infos[i - 2].word if i - 2 >= sentence.first else ""
            if two in ("المتوقع", "المقرر", "المنتظر", "المرتقب", "المزمع"):
                frame.status = "expected"
                return False
            return two not in ("قبل", "الي")
        return False

    def _of_oneself(self, before: WordInfo) -> bool:
        pronoun = before.word.removeprefix("و") in self.classes["links_with_pronoun"]
        return pronoun or bool(before.particle & P["complementiser_pronoun"])

    def _takes_clitic(self, frame: Frame, before: WordInfo | None) -> bool:
        """A pronoun on the verb is an addressee or what is spoken of (أبلغه, وصفه), or stands for a relative (ما قاله)."""
        if "object" in frame.rule.addressee or frame.rule.target:
            return True
        return before is not None and (bool(before.particle & P["relative"]) or before.base == "لما")

    def _surely_a_verb(self, frame: Frame, before: WordInfo | None, sentence: Sentence) -> bool:
        """طلب الوزير من …, not على طلب موريتانيا: the start of a clause, its subject before it, or an ending."""
        form = frame.form
        if form.tense != "pa" or form.agreement != "ms" or form.clitic:
            return True
        opens = P["relative"] | P["qad"] | P["time"] | P["conjunction"] | P["subordinator"]
        subject = self.inside[frame.cue - 1] if before is not None else None
        return (
            before is None
            or not before.word[0].isalnum()
            or bool(before.particle & opens and not before.particle & (P["preposition"] | P["auxiliary"]))
            or before.base in self.classes["breaks"]
            or (
                subject is not None
                and (subject.kind == "person" or self._clause_follows(frame))
                and self._topic_fits(frame, subject, sentence.first, 0)
            )
        )

    def _clause_follows(self, frame: Frame) -> bool:
        """رد بأن …: the complementiser that the verb governs stands right behind it."""
        i = frame.cue_last
        return i < len(self.infos) and bool(self.infos[i].particle & _COMP)

    def _after_break(self, frame: Frame, before: WordInfo | None) -> bool:
        raw = self.doc.raw(frame.cue)
        if "\u0651" in raw or before is None or not before.word[0].isalnum() or before.base in self.classes["breaks"]:
            return True
        # … الوزير عبر عن قلقه, بدوره عبر النائب عن …: the preposition that the verb governs tells it from its homograph.
        subject = self.start_of[frame.cue_last] if frame.cue_last < len(self.words) else None
        after = subject.last if subject is not None and subject.kind == "person" else frame.cue_last
        return after < len(self.words) and self.words[after] in frame.rule.object

    def _fill(self, frame: Frame, sentence: Sentence) -> bool:
        kind = frame.form.kind
        if kind == "s":
            return self._according_to(frame, sentence)
        if kind == "m":
            return self._masdar(frame, sentence)
        if kind == "v" and not frame.form.conjunction:
            if frame.cue > sentence.first and self.infos[frame.cue - 1].particle & P["relative_pronoun"]:
                return self._relative(frame, sentence)
            if self._parenthetic(frame, sentence):
                return True
            self._subject_before(frame, sentence)
            if frame.subject_side == "before" and not self._adjoins(frame):
                frame.subjects, frame.noun_phrase, frame.subject_side = [], None, "none"
        ok = self._walk(frame, sentence)
        if kind == "v":
            if ok and self._ahead(frame, sentence):
                ok = False  # the content stands before the cue
            self._object_alone(frame)
            ok = self._with_target(frame, ok)
            if frame.form.agreement in ("md", "fd") and frame.form.tense == "pa" and not frame.form.conjunction:
                # The dual looks like an accusative noun (ردا على, عرضا): it needs its two subjects before it.
                self._subject_before(frame, sentence)
                if len(frame.subjects) < 2 and not any(x.number != "sg" for x in frame.subjects):
                    return False
            if frame.subject_side == "none":
                self._subject_before(frame, sentence)
            if not ok and self._has_needed(frame, sentence):
                ok = self._content_before(frame, sentence) or self._greeted(frame, sentence)
        elif kind == "p" and not ok:
            ok = self._greeted(frame, sentence)
        if ok and frame.rule.speech_act == "hope" and frame.opener == "object":
            if self.infos[frame.cue_last].prep == "ل" and frame.cue_last < frame.content_start:
                frame.content_start = frame.cue_last  # متمنيا للضيوف النجاح: who is wished well is part of the wish
        if ok and frame.rule.source is not None and frame.rule.status and not frame.subjects:
            self._source_within(frame, sentence)
        return ok and self._plausible(frame, sentence)

    def _source_within(self, frame: Frame, sentence: Sentence) -> None:
        """لم يرد تعليق من الوزارة: who did not speak stands inside what was not said."""
        for k in range(frame.content_start, min(sentence.last - 1, frame.content_start + 6)):
            found = self.start_of[k + 1]
            if self.words[k] == frame.rule.source and found is not None and found.kind != "place":
                frame.subjects, frame.subject_side = [found], "after"
                return

    def _parenthetic(self, frame: Frame, sentence: Sentence) -> bool:
        """…، يضيف البيان، …: a verb and its subject between commas or dashes; what stands around them is said."""
        i = frame.cue
        rule = frame.rule
        if frame.form.tense != "pr" or not rule.quote or not rule.clause or i - sentence.first < 3:
            return False
        if self.words[i - 1] not in _COMMAS | _DASHES or frame.cue_last >= sentence.last:
            return False
        j = frame.cue_last + (self.words[frame.cue_last] in _SAME)
        found = self.start_of[j] if j < sentence.last else None
        if found is not None and found.kind != "place" and not found.skip:
            stop, phrase = found.last, None
        elif j < sentence.last and self._person_noun(j):
            stop = self.noun_phrase_end(j, sentence.last)
            phrase = (j, stop)
        else:
            return False
        if stop < sentence.last and self.infos[stop].base in ("ذاته", "ذاتها", "نفسه", "نفسها"):
            stop += 1
        if stop < sentence.last and self.words[stop] not in _COMMAS | _DASHES | {"."}:
            return False
        frame.subjects, frame.noun_phrase = [found] if found and not phrase else [], phrase
        frame.subject_side = "after"
        self._both_sides(frame, sentence, stop)
        return bool(frame.content)

    def _both_sides(self, frame: Frame, sentence: Sentence, stop: int) -> None:
        """What is said stands before the parenthesis, or after it, or goes on behind it."""
        first, last = sentence.first, frame.cue
        while last > first and self.words[last - 1] in _COMMAS | _DASHES | {"("}:
            last -= 1
        k = stop = self._parenthesis_end(stop, sentence.last)
        while k < sentence.last and self.words[k] in _COMMAS | _DASHES | {")"}:
            k += 1
        goes_on = sentence.last - k >= 3 and self._completes(k, stop)
        opens = self.infos[first]
        adjunct = bool(opens.particle & P["preposition"] or opens.prep) and not any(
            self.infos[m].flags & VERB and not self.infos[m].flags & (NOUN | MASDAR) for m in range(first, last)
        )
        ranges = []
        if last - first >= (3 if not goes_on else 2) and not (adjunct and goes_on):
            ranges.append((first, last))
        if goes_on:
            ranges.append((k, sentence.last))
        frame.content = ranges
        frame.content_start, frame.opener = (ranges[0][0] if ranges else first), "before"

    def _parenthesis_end(self, stop: int, last: int) -> int:
        """The comma or dash that closes a parenthesis, past adjuncts of the source's words; ``stop`` where none is near."""
        for k in range(stop, min(last, stop + 12)):
            if self.words[k] in _COMMAS | _DASHES:
                return k
            if self.infos[k].particle & _COMP or is_verbal(self.infos[k]) or not self.words[k][0].isalnum():
                break
        return stop

    def _completes(self, k: int, stop: int) -> bool:
        """Does the clause before the parenthesis go on at ``k`` with no link, no report and no new clause?"""
        info = self.infos[k]
        linked = info.conj or info.particle & (P["relative_pronoun"] | P["conjunction"] | P["subordinator"])
        if linked or info.word.removeprefix("و") in self.classes["links"]:
            return False
        if any(c.kind in "ps" for c in info.cues):
            return False
        quoted = self.words[k] in _QUOTE_MARKS and k in self.quote_at
        return quoted or (k > stop and info.word[0].isalnum())

    def _greeted(self, frame: Frame, sentence: Sentence) -> bool:
        """الأمير يهنئ رئيس بنين: with no occasion told, who is greeted is what is said."""
        if frame.rule.speech_act not in ("congratulate", "condole", "thank"):
            return False
        objects = [f.first for prep, f in frame.addressees if prep == "object"]
        start = objects[0] if objects else frame.object_range[0] if frame.object_range else -1
        breaks = frame.form.conjunction or frame.cue == sentence.first or self.words[frame.cue - 1] in _COMMAS
        if frame.form.kind == "p" and frame.form.agreement == "fs" and not breaks:
            return False  # آلية مهنية: an adjective that is spelled like مهنئة
        alone = frame.subject_side == "none" and not frame.form.conjunction and frame.form.kind == "v"
        if start < frame.cue_last or alone:
            return False
        self._open(frame, start, "object", "np")
        return True

    def _ahead(self, frame: Frame, sentence: Sentence) -> bool:
        """…، وفق ما أعلنت الوزارة في بيان: nothing behind the cue is its content, unless a clause or a quotation is."""
        at = self._according_start(frame, sentence)
        if at is None or self.infos[at].base == "كما" or frame.opener in ("comp", "quote"):
            return False
        frame.opener, frame.content_start, frame.frame = "none", -1, "clause"
        return True

    def _object_alone(self, frame: Frame) -> None:
        """وحث الحكومة على …: a verb that always has an object, with one noun phrase, leaves out its subject and not that."""
        subjunctive = frame.form.tense == "pr" and frame.cue > 0 and self.words[frame.cue - 1] in ("ان", "بان")
        subjunctive = subjunctive and frame.rule.target  # قبل أن يتهم الجانب الآخر ب…
        if frame.subject_side != "after" or not (subjunctive or (frame.rule.transitive and frame.form.conjunction)):
            return
        if frame.object_range is not None or any(prep == "object" for prep, _ in frame.addressees):
            return
        if frame.opener not in ("comp", "prep") or len(frame.subjects) > 1:
            return
        end = frame.subjects[0].last if frame.subjects else frame.noun_phrase[1] if frame.noun_phrase else -1
        if not 0 <= frame.content_start - end <= 2:
            return  # something stands between, which may be the object
        if frame.subjects:
            found = frame.subjects[0]
            frame.object_range = (found.first, found.last)
            if "object" in frame.rule.addressee:
                frame.addressees.append(("object", found))
        else:
            frame.object_range = frame.noun_phrase
        if frame.rule.target and frame.object_range is not None:
            self._open(frame, frame.object_range[0], "object", "np")
        frame.subjects, frame.noun_phrase, frame.subject_side = [], None, "none"

    def _with_target(self, frame: Frame, ok: bool) -> bool:
        """ووصف الاتفاق بالتاريخي: what is spoken of belongs to what is said, also where no subject stands before it."""
        at = frame.object_range
        if not frame.rule.target or at is None or frame.opener not in ("prep", "none") or frame.rule.needs:
            return ok
        if ok and not 0 <= frame.content_start - at[1] < 4:
            return ok
        if not ok and (frame.subjects or frame.noun_phrase):
            return False
        self._open(frame, at[0], "object", "np")
        return True

    def _relative(self, frame: Frame, sentence: Sentence) -> bool:
        """الوزير الذي أكد أن …: the antecedent speaks; without one that can, only a subject of the verb's own counts."""
        k = frame.cue - 2
        if k > sentence.first and self.words[k] in _COMMAS:
            k -= 1
        antecedent = self.inside[k] if k >= sentence.first else None
        ok = self._walk(frame, sentence)
        if antecedent is None and frame.subject_side == "after" and frame.opener not in ("comp", "quote"):
            return self._told_before(frame, sentence)
        if ok and self._object_of_relative(frame, antecedent):
            frame.subjects, frame.subject_side = [], "none"
        if frame.subject_side == "after":
            in_words = self.words[frame.cue_last] in ("فيه", "فيها")  # البيان الذي تعهدت فيه تونس ب…
            openers = ("comp", "quote", "prep") if in_words else ("comp", "quote")
            return ok and frame.opener in openers and self._plausible(frame, sentence)
        if antecedent is None or antecedent.kind == "place" or not self._agrees(frame, antecedent):
            return False
        if antecedent.kind != "person" and frame.opener not in ("comp", "quote"):
            return False
        frame.subjects, frame.subject_side = [antecedent], "before"
        return ok

    def _told_before(self, frame: Frame, sentence: Sentence) -> bool:
        """الهدنة التي دعت إليها المملكة: the pronoun behind the verb stands for the antecedent, which is what is said."""
        found = frame.subjects[0] if frame.subjects else None
        rule = frame.rule
        deed = rule.strict or rule.target or rule.needs or not rule.clause or rule.lemma == "كشف"
        if found is None or deed or frame.form.agreement not in ("ms", "fs"):
            return False  # the aid that was given, the base that was uncovered: things, not words
        resumed = frame.cue_last < sentence.last and self.words[frame.cue_last] in self.classes["antecedent_pronouns"]
        right_behind = found.first == frame.cue_last + resumed
        if not right_behind or not (resumed or (frame.form.clitic and "" in rule.object)):
            return False
        stop = frame.cue - 1
        start = self._antecedent_start(stop, sentence.first)
        if start is None:
            return False
        frame.content, frame.content_start, frame.opener, frame.frame = [(start, stop)], start, "before", "np"
        return True

    def _antecedent_start(self, stop: int, first: int) -> int | None:
        """First token of the definite noun phrase that ends at ``stop``; None where it may be a name."""
        i = stop
        while i > first and self.infos[i - 1].definite and self.inside[i - 1] is None and not self.infos[i - 1].conj:
            i -= 1
            if self.infos[i].prep:
                return i
        if i == stop:
            return None
        before = self.infos[i - 1] if i > first else None
        named = self.inside[i - 1] if i > first else None
        if before is None or (named is not None and named.kind == "person") or before.conj or before.particle:
            return i
        construct = before.flags & NOUN and (before.word.endswith("ه") or not before.flags & VERB)
        return i - 1 if construct else i

    def _object_of_relative(self, frame: Frame, antecedent: Found | None) -> bool:
        """الوزير الذي اتهم إيران ب…: a person is spoken of by the relative, and what stands behind is the object."""
        if antecedent is None or antecedent.kind != "person" or not self._agrees(frame, antecedent):
            return False
        takes = frame.rule.target or "object" in frame.rule.addressee
        if not takes or len(frame.subjects) != 1 or frame.form.clitic or frame.opener != "prep":
            return False
        found = frame.subjects[0]
        frame.object_range = (found.first, found.last)
        if frame.rule.target:
            self._open(frame, found.first, "object", "np")
        else:
            frame.addressees.append(("object", found))
        return True

    # -- the walk ------------------------------------------------------------------------------------------------------

    def _walk(self, frame: Frame, sentence: Sentence) -> bool:
        """From the cue to what opens its content; True when something does."""
        i = frame.cue_last
        end = min(sentence.last, i + _REACH)
        # A verb in the dual or plural has its subject before it or none: one behind it stands after a singular verb.
        takes_subject = frame.form.kind == "v" and frame.form.agreement in ("ms", "fs", "")
        if frame.cue and self._pronoun_subject(frame) and not frame.form.conjunction:
            # لكنه ذكر المجلس بأن …: the pronoun is the subject, the noun behind the verb its object.
            takes_subject = False
        needed = not frame.rule.needs or any(self._is_needed(frame.rule, k) for k in range(i, min(end, i + 16)))
        while i < end:
            word, info = self.words[i], self.infos[i]
            if word in _QUOTE_MARKS:
                step = self._quote(frame, i, needed)
                if step < 0:
                    return True
                i += max(step, 1)
                continue
            if word == ":" and not (i + 1 < end and self.words[i + 1].isdigit() and self.words[i - 1].isdigit()):
                return needed and self._colon(frame, i, sentence)
            if info.particle & _COMP and self.inside[i] is None and not self._is_except(i):
                opened = self._complement(frame, i, sentence) if needed else 0
                if opened > 0:
                    return True
                i += 1
                continue
            found = self.start_of[i]
            if found is not None and frame.subject_side != "none" and self.opens_clause(found):
                return False
            if found is not None and found.first != frame.cue:
                step = self._mention(frame, i, found, takes_subject, needed)
                if step < 0:
                    return True
                i += step
                continue
            step = self._word(frame, i, end, takes_subject, needed)
            if step < 0:
                return frame.opener != "none"
            i += step
        return False

    def _pronoun_subject(self, frame: Frame) -> bool:
        """لكنه ذكر المجلس; لكنها تأمل goes on what is said."""
        info = self.infos[frame.cue - 1]
        pronoun = bool(info.particle & P["complementiser_pronoun"]) or info.base in self.classes["but_pronoun"]
        return pronoun and frame.form.tense == "pa"

    def opens_clause(self, found: Found) -> bool:
        """… ونيروبي تريد: with و and a verb behind it, a mention begins a clause of its own."""
        if not (found.conj and found.skip) or found.last >= len(self.infos):
            return False
        after = self.infos[found.last]
        verb = after.flags & VERB and not after.flags & (NOUN | MASDAR | PERSONAL | FUNCTION)
        return bool(verb) and not after.cues and not after.word.startswith("ل")

    def _is_except(self, i: int) -> bool:
        """إلا, which folds like ألا."""
        return self.words[i] == "الا" and "أ" not in self.doc.raw(i)

    def _has_needed(self, frame: Frame, sentence: Sentence) -> bool:
        """One of the words that the rule needs stands within reach, or it needs none."""
        i = frame.cue_last
        return not frame.rule.needs or any(self._is_needed(frame.rule, k) for k in range(i, min(sentence.last, i + 16)))

    def _is_needed(self, rule: CueRule, i: int) -> bool:
        info = self.infos[i]
        core = info.base[len(info.prep) :]
        return not rule.needs.isdisjoint((self.words[i], info.base, core, core.removeprefix("ال")))

    def _quote(self, frame: Frame, i: int, needed: bool) -> int:
        quote = self.quote_at.get(i)
        if quote is None:
            return 1
        size = quote.close - i - 1
        if frame.form.kind == "p" and "object" in frame.rule.addressee and i == frame.cue_last:
            frame.object_range = (i, quote.close + quote.closed)  # شاكرا «الرفيق»
        if not needed or not (frame.rule.quote or frame.rule.clause):
            if needed and size > 1 and self._takes_quoted(frame, i):
                self._open(frame, i, "object", "np")
                return -1
            return size + 2 if size <= 4 else 1
        words_said = frame.rule.quote and self._verb_within(i + 1, quote.close)
        if needed and (size > 1 or frame.form.clitic) and not words_said and self._takes_quoted(frame, i):
            self._open(frame, i, "object", "np")
            return -1
        nothing_yet = i == frame.cue_last and frame.form.kind == "v" and not frame.subjects
        within = self.start_of[i + 1] if i + 1 < len(self.words) else None
        if nothing_yet and within is not None and within.last == quote.close and within.kind != "place":
            frame.subjects, frame.subject_side = [within], "after"  # وقال "السعدي" إن …
            return size + 2
        named = size <= 3 and not self._verb_within(i + 1, quote.close) and not self._quoted_words(frame, quote)
        if not named and nothing_yet and size <= 4 and self._goes_on(frame, quote):
            named = not self._verb_within(i + 1, quote.close)
        if named:  # a name in guillemets, which may be the subject (وعلمت «الأفق» أن …)
            if nothing_yet and frame.noun_phrase is None and quote.closed:
                frame.noun_phrase, frame.subject_side = (i, quote.close + 1), "after"
            return size + 2
        frame.quote = quote
        self._open(frame, i, "quote", "clause")
        return -1

    def _takes_quoted(self, frame: Frame, i: int) -> bool:
        """A bare object in quotation marks: تنفي «وساطة», معلنة «تشكيل لجنة»."""
        if "" not in frame.rule.object and not frame.rule.target:
            return False
        if frame.form.kind == "p" or frame.subject_side == "before" or frame.form.clitic:
            return i == frame.cue_last
        spoken, after = self.inside[i - 1], self.quote_at[i].close + 1
        if after < len(self.words) and self.words[after][0].isalnum():
            info = self.infos[after]
            if not (info.particle or info.prep or info.conj):
                return False  # محمود عباس «أبو مازن» الحكومة …: a nickname
        return spoken is not None and spoken in frame.subjects and spoken.kind == "person"

    def _quoted_words(self, frame: Frame, quote: Quote) -> bool:
        """A short quotation is what is said only when it ends its sentence and is no name after صحيفة, حركة …"""
        if not frame.subjects and frame.noun_phrase is None and frame.form.kind == "v":
            return False
        before = self.infos[quote.open - 1]
        if (self.inside[quote.open - 1] is None and before.flags & NOUN) or before.prep:
            return False
        after = quote.close + 1
        return after >= len(self.words) or self.words[after] in ".!؟؛…"

    def _goes_on(self, frame: Frame, quote: Quote) -> bool:
        """The sentence goes on after the closing mark with more than punctuation."""
        after = quote.close + 1
        if after < len(self.words) and self.words[after] in _COMMAS and not frame.rule.quote:
            # وشددت «الشركة»، بعد ساعات …، على …
            return any(w in frame.rule.object for w in self.words[after : after + 20] if w)
        return after < len(self.words) and self.words[after][0].isalnum()

    def _verb_within(self, i: int, j: int) -> bool:
        return any(self.infos[k].flags & VERB and not self.infos[k].flags & NOUN for k in range(i, j))

    def _colon(self, frame: Frame, i: int, sentence: Sentence) -> bool:
        if i + 1 >= sentence.last and i + 1 >= len(self.words):
            return False
        frame.quote = self.quote_at.get(i + 1)
        self._open(frame, i + 1, "quote" if frame.quote else "colon", "clause")
        return i + 1 < self.doc.segments.lines[frame.line].last

    def _complement(self, frame: Frame, i: int, sentence: Sentence) -> int:
        """1 when the complementiser at ``i`` opens the content of this cue."""
        rule, info = frame.rule, self.infos[i]
        if not rule.clause or i + 1 >= self.doc.segments.lines[frame.line].last:
            return 0
        before = self.words[i - 1]
        if before == "كما" or info.conj:
            return 0
        word = info.base
        if i > frame.cue_last and self.infos[i - 1].particle & P["preposition"]:
            pair = f"{self.infos[i - 1].base} {_plain(word)}"
            governed = pair in rule.clause or self.infos[i - 1].base in rule.object
            if not governed and not self._told_of(frame, self.infos[i - 1].base):
                return 0
        elif (
            (info.base.startswith("ب") and not any(c in ("بان", "ان") for c in rule.clause))
            or (i - 1 >= frame.cue_last and before in ("بد", "شك", "ريب"))
            or self._belongs_to_noun(frame, i)
        ):
            return 0
        bare = word in ("ان", "بان")
        self._open(frame, i + 1 if bare else i, "comp", "clause")
        return 1

    def _belongs_to_noun(self, frame: Frame, i: int) -> bool:
        """من المقرر أن, يجب أن …: the complementiser is another word's."""
        before = self.infos[i - 1]
        if i - 1 < frame.cue_last:
            return False
        if self.words[i - 1] in self.classes.get("an_governors", ()):
            return True
        return bool(
            before.flags & VERB
            and not before.flags & (NOUN | PERSONAL | UNKNOWN)
            and not before.cues
            and i - 1 > frame.cue_last
        )

    def _open(self, frame: Frame, at: int, opener: Opener, kind: Literal["clause", "np"]) -> None:
        frame.content_start, frame.opener, frame.frame = at, opener, kind

    # -- mentions on the way -------------------------------------------------------------------------------------------

    def _mention(self, frame: Frame, i: int, found: Found, takes_subject: bool, needed: bool) -> int:
        """Steps to go on by, or -1 when the content opens here."""
        length = found.last - i
        info = self.infos[i]
        prep = self._preposition_before(frame, i, found)
        rule = frame.rule
        if rule.source is not None and prep == rule.source and not frame.subjects:
            frame.subjects, frame.subject_side = [found], "after"
            return length
        if prep:
            if needed and self._governed(frame, prep, i, found):
                return -1
            if prep in rule.addressee or (
                prep in ("ل", "الي", "مع", "امام") and found.kind == "person" and rule.clause
            ):
                frame.addressees.append((prep, found))
            return length
        if (
            found.conj
            and found.skip
            and frame.subjects
            and self.words[i - 1][0].isalpha()
            and self.inside[i - 1] in frame.subjects
        ):
            frame.subjects.append(found)
            return length
        if frame.subject_side == "after" and len(frame.subjects) == 1 and self._names(frame.subjects[0], found):
            frame.subjects = [found]
            return length
        if takes_subject and not frame.subjects and frame.noun_phrase is None:
            if not found.conj and rule.source is None and self._may_speak(frame, found):
                frame.subjects.append(found)
                frame.subject_side = "after"
                return self._with_adjectives(frame, found) - i
        if found.conj and found.skip:
            return length
        if not needed:
            return length
        if "object" in rule.addressee:
            frame.addressees.append(("object", found))
            frame.object_range = (i, found.last)
            return length
        if (rule.target or "" in rule.object) and (frame.subjects or frame.noun_phrase or frame.form.kind != "v"):
            if not rule.strict and not rule.status and not info.particle & P["time"]:
                self._open(frame, i, "object", "np")
                return -1
        return length

    def _names(self, title: Found, found: Found) -> bool:
        """وزير خارجيتها حازم العلمي: a title with a noun of its own, and the name of its holder."""
        between = range(title.last, found.first)
        return (
            title.rule == "indefinite_title"
            and found.kind == "person"
            and not found.skip
            and len(between) == 1
            and self.infos[between[0]].base.endswith(("ها", "ه", "هم", "هما"))
        )

    def _with_adjectives(self, frame: Frame, found: Found) -> int:
        """Token after a subject; an unnamed one takes its indefinite adjectives along (مسؤول تجاري هندي رفيع المستوى)."""
        j = found.last
        if found.kind not in ("unnamed", "group") or self.infos[found.first].base.startswith("ال"):
            return j
        while j < len(self.words):
            info = self.infos[j]
            if (
                not info.word[0].isalpha()
                or info.conj
                or info.prep
                or (self.start_of[j] is not None and not self.doc.lexicon.single(info.base, "D"))
            ):
                break
            if (
                is_stop(self.doc, j)
                or is_verbal(info)
                or info.cues
                or info.flags & MASDAR
                or self._stem_in(info.base, "speech")
                or not info.flags & NOUN
            ):
                break
            j += 1
        return j

    def _may_speak(self, frame: Frame, found: Found) -> bool:
        if found.kind == "place":
            return False
        agreement = frame.form.agreement
        takes_object = "object" in frame.rule.addressee or frame.rule.target
        if takes_object and frame.form.conjunction and found.kind in ("country", "organisation"):
            # ودعا تركيا إلى …: what disagrees with the verb is its object.
            if (agreement == "ms" and found.gender == "f" and found.country not in _MASCULINE) or (
                agreement == "fs" and found.gender == "m"
            ):
                return False
        if agreement in ("fs", "fd", "fp") and found.gender == "m" and found.kind == "person" and found.number == "sg":
            # قالت عضو المجلس رشيدة …: many offices have no feminine; the verb tells the person's gender.
            if found.name is None or found.first != frame.cue_last or self._known_man(found):
                return False
            found.gender = "f"
        return True

    def _known_man(self, found: Found) -> bool:
        return any(self.doc.lexicon.person(k).gender == "m" for k in found.known)

    def _preposition_before(self, frame: Frame, i: int, found: Found) -> str:
        """The preposition that governs the mention at ``i``: attached, or the word before."""
        word = self.words[i]
        if found.skip:
            letter = word[found.skip - 1]
            if letter in "بلك":
                return letter
        if word.startswith(("لل", "ولل", "فلل")) and self.infos[i].prep == "ل":
            return "ل"
        if i - 1 >= frame.cue_last and self.inside[i - 1] is None:
            before = self.infos[i - 1]
            if before.particle & P["preposition"]:
                return before.base
            if (before.prep and before.flags & (NOUN | MASDAR)) or (before.word == "كل" and i - 2 >= frame.cue_last):
                return self._preposition_before_word(frame, i - 1)
        return ""

    def _preposition_before_word(self, frame: Frame, i: int) -> str:
        info = self.infos[i]
        if info.prep:
            return info.prep
        if i - 1 >= frame.cue_last and self.infos[i - 1].particle & P["preposition"]:
            return self.infos[i - 1].base
        return ""

    def _governed(self, frame: Frame, prep: str, i: int, found: Found) -> bool:
        """The mention under a governed preposition is the content (أشاد بالرئيس, ندد بإسرائيل)."""
        rule = frame.rule
        if prep not in rule.object or prep in rule.addressee or rule.strict:
            return False
        self._open(frame, i, "prep", "np")
        return True

    # -- other words on the way ----------------------------------------------------------------------------------------

    def _word(self, frame: Frame, i: int, end: int, takes_subject: bool, needed: bool) -> int:
        info, rule = self.infos[i], frame.rule
        word = self.words[i]
        if not word[0].isalnum():
            return self._punctuation(frame, i)
        if word in self.classes["first_person"] and rule.quote and (frame.subjects or frame.noun_phrase):
            self._open(frame, i, "colon", "clause")  # قال الوزير نحن مستعدون
            return -1
        if rule.lemma == "قال" and word in self.classes["negations"] and self._says_at_once(frame, i):
            self._open(frame, i, "colon", "clause")  # وقال لا يوجد خلاف
            return -1
        if (
            word == "ما"
            and needed
            and ("" in rule.object or rule.target)
            and not rule.strict
            and not rule.heads
            and (frame.subjects or frame.noun_phrase or self._leaves_out_subject(frame, i))
        ):
            self._open(frame, i, "object", "np")
            return -1
        if word in ("ب", "ل") and needed and word in rule.object and word not in rule.addressee and i + 1 < end:
            self._open(frame, i, "prep", "np")  # بـ«…»: the preposition apart from its noun
            return -1
        governs = bool(info.particle & P["preposition"]) and not ("ب" in rule.object and self._feast(i))
        if governs and (not info.conj or info.base in rule.object):
            return self._preposition(frame, i, end, needed)
        if info.conj and i > frame.cue_last and any(c.kind in ("v", frame.form.kind) for c in info.cues):
            return -1
        if (info.prep or info.base[0] in "بل") and needed and self._attached_object(frame, i):
            return -1
        quantified = info.particle & P["quantifier"] and not (rule.status and rule.needs)
        if quantified and takes_subject and not frame.subjects and frame.noun_phrase is None:
            step = self._quantified(frame, i, end)
            if step:
                return step
        if word in ("ذلك", "هذا") and needed and "" in rule.object and self._points_alone(frame, i):
            self._open(frame, i, "object", "np")  # استبعد المتحدث ذلك
            return -1
        if info.prep or info.particle & _SKIPPABLE or (info.flags & 1 and not info.flags & (NOUN | PERSONAL)):
            return 1
        if info.particle & (
            P["relative_pronoun"] | P["auxiliary"] | P["qad"] | P["negation"] | P["conjunction"] | P["pronoun"]
        ):
            return 1
        if any(c.kind == "p" for c in info.cues) and i > frame.cue_last and frame.form.kind == "v":
            return self._second_cue(frame, i)
        return self._noun(frame, i, end, takes_subject, needed)

    def _points_alone(self, frame: Frame, i: int) -> bool:
        """A demonstrative that is itself the object: a subject stands before it, no noun and no clause behind it."""
        if not (frame.subjects or frame.noun_phrase) or frame.rule.strict:
            return False
        after = self.infos[i + 1] if i + 1 < len(self.infos) else None
        return after is None or (not (after.definite and not after.prep) and not after.particle & _COMP)

    def _leaves_out_subject(self, frame: Frame, i: int) -> bool:
        """ونفى ما نشرته الصحف, but not ونفي ما سواه, the verbal noun that folds like it."""
        return frame.form.conjunction and i == frame.cue_last and not self.doc.raw(frame.cue).endswith("ي")

    def _says_at_once(self, frame: Frame, i: int) -> bool:
        """Nothing but its subject, or a comma, stands between the verb and ``i``."""
        end = frame.subjects[-1].last if frame.subjects else frame.cue_last
        return i == end or self.words[i - 1] in _COMMAS

    def _quantified(self, frame: Frame, i: int, end: int) -> int:
        """عدد كبير من المحللين, أحد أعضاء الائتلاف, بعض الدول: the noun behind is the subject."""
        for j in range(i + 1, min(end, i + 4)):
            found = self.start_of[j]
            if found is not None:
                if found.kind == "place":
                    return 0
                frame.subjects, frame.subject_side = [found], "after"
                return found.last - i
            if self._person_noun(j):
                stop = self.noun_phrase_end(j, end)
                frame.noun_phrase, frame.subject_side = (i, stop), "after"
                return stop - i
            if self.words[j] != "من" and not self.infos[j].flags & NOUN:
                return 0
        return 0

    def _second_cue(self, frame: Frame, i: int) -> int:
        """وأضاف قائلا: the participle belongs to the verb; مؤكدا أن after a subject is a cue of its own."""
        if self.words[i] in self.classes.get("second_cue", ()) and frame.rule.quote:
            return 1
        return -1

    def _punctuation(self, frame: Frame, i: int) -> int:
        return 1

    def _preposition(self, frame: Frame, i: int, end: int, needed: bool) -> int:
        info, rule = self.infos[i], frame.rule
        prep = info.base
        if i + 1 < end and self.infos[i + 1].particle & _COMP and self.inside[i + 1] is None:
            return 1
        if self._told_of(frame, prep) and i + 1 < end and self._takes_object(frame, i + 1):
            self._open(frame, i + 1, "prep", "np")
            return -1
        if needed and prep in rule.object and i + 1 < end and self._takes_object(frame, i + 1):
            # هنأه [بمناسبة …]: a preposition made of a noun belongs to what is said.
            self._open(frame, i if len(prep) > 3 and prep[0] in "بل" else i + 1, "prep", "np")
            return -1
        if prep == rule.source and not frame.subjects:
            return 1
        return self._adjunct_end(i + 1, end) - i

    def _told_of(self, frame: Frame, prep: str) -> bool:
        """ما أوردته الصحيفة عن …, ما كشفه الحزب من …: what the relative's verb tells of stands under عن or من."""
        named = frame.form.clitic and frame.rule.clause and (frame.subjects or frame.noun_phrase)
        if not named or prep not in ("عن", "من", "بشان"):
            return False
        return frame.cue > 0 and self.words[frame.cue - 1] == "ما" and not frame.rule.target

    def _adjunct_end(self, i: int, end: int) -> int:
        """End of the noun phrase under a preposition: its noun, adjectives and genitives, but no subject behind it."""
        j = i
        while j < end:
            info = self.infos[j]
            found = self.start_of[j]
            if found is not None:
                construct = (
                    j > i
                    and not self.infos[j - 1].definite
                    and self.infos[j - 1].flags & NOUN
                    and self.start_of[j - 1] is None
                )
                if j > i and not construct and found.kind != "place" and not (found.kind == "country" and j == i):
                    break
                j = found.last
                if j < end and self.infos[j].conj and self.start_of[j] is not None:
                    continue
                break
            if (
                not info.word[0].isalnum()
                or info.conj
                or (info.prep and j > i)
                or (is_stop(self.doc, j) and not info.particle & (P["demonstrative"] | P["quantifier"]))
            ):
                break
            if info.particle & (_COMP | P["relative_pronoun"]) or (
                j > i and (is_verbal(info) or (any(c.kind in "vp" for c in info.cues) and not info.definite))
            ):
                break
            if j > i and self.infos[j - 1].definite and not info.definite and not self.words[j].isdigit():
                break
            j += 1
        return max(j, i)

    def _takes_object(self, frame: Frame, j: int) -> bool:
        """Is the noun after a governed preposition what is expressed, rather than place, time or medium?"""
        info, rule = self.infos[j], frame.rule
        found = self.start_of[j]
        prep = self.infos[j - 1].base
        if found is not None:
            if prep in rule.addressee and found.kind in ("person", "country", "organisation"):
                return False
            return not rule.strict and (found.kind != "place")
        if (info.particle & P["time"] and len(prep) <= 3) or self.words[j].isdigit():
            return False  # but بمناسبة اليوم الوطني
        core = info.base.removeprefix("ال")
        if prep in ("في", "خلال", "مع") and core in self.classes.get("medium", ()):
            return False
        if rule.heads:
            return self._stem_in(core, "speech") or bool(info.flags & MASDAR)
        return True

    def _stem_in(self, core: str, name: str) -> bool:
        words = self.classes.get(name, frozenset())
        if core in words:
            return True
        for clitic in ("هما", "ها", "هم", "ه", "نا", "ا"):
            if core.endswith(clitic) and len(core) - len(clitic) >= 2:
                stem = core[: -len(clitic)]
                if (
                    stem in words
                    or stem + "ه" in words
                    or (stem.endswith("ت") and stem[:-1] + "ه" in words)
                    or stem[:-1] + "ء" in words
                ):
                    return True
        return False

    def _hidden_preposition(self, info: WordInfo, rule: CueRule) -> str:
        """بدور, برد: a word by itself, but after a verb that governs ب rather ب and a commoner noun."""
        letter = info.base[0]
        if letter in "بل" and letter in rule.object and len(info.base) > 2:
            flags, frequency = self.doc.lexicon.entry_of(info.base[1:])
            if (flags & NOUN and frequency > info.frequency) or self._points(info.base[1:]):
                return letter
        return ""

    def _feast(self, i: int) -> bool:
        """هنأه بعيد الفطر, where بعيد is not "shortly after" or "far"."""
        return self.infos[i].base == "بعيد" and i + 1 < len(self.infos) and self.infos[i + 1].definite

    def _attached_object(self, frame: Frame, i: int) -> bool:
        info, rule = self.infos[i], frame.rule
        feast = self._feast(i)
        letter = "ب" if feast else info.prep or self._hidden_preposition(info, rule)
        if letter not in rule.object or letter in rule.addressee:
            return False
        core = info.base[1:]
        if core in self.classes.get("manner", ()) and not self._points(core):
            return False
        if self._points(core) and i + 1 < len(self.words):
            if self.infos[i + 1].base in self.classes["matter"] or (
                core in ("هذا", "هذه") and not self.infos[i + 1].definite
            ):
                return False  # بهذا الشأن, بهذه المناسبة
        elif feast:
            pass
        elif info.base in self.classes.get("b_adverbs", ()) or info.flags & FUNCTION:
            return False
        speaks = rule.object[0] != letter  # a verb that governs ب first (رحب بالزيارة) has no medium behind ب
        if letter == "ب" and speaks and core.removeprefix("ال") in self.classes.get("medium", ()):
            return False
        if rule.strict and not self._stem_in(core.removeprefix("ال"), "speech") and not rule.needs:
            return False
        self._open(frame, i, "prep", "np")
        return True

    def _points(self, word: str) -> bool:
        """هذه الرغبة, كل الجهود: a demonstrative or a quantifier, with its noun behind it."""
        if len(word) < 2 or word == "ذلك":
            return False
        return bool(self.doc.lexicon.info(word).particle & (P["demonstrative"] | P["quantifier"]))

    def _noun(self, frame: Frame, i: int, end: int, takes_subject: bool, needed: bool) -> int:
        info, rule = self.infos[i], frame.rule
        core = info.base.removeprefix("ال")
        speech = self._stem_in(core, "speech") or bool(info.flags & MASDAR and not info.flags & PERSONAL)
        speech = speech or (bool(rule.heads) and frame.object_range is not None and self._masdar_shaped(i, end))
        has_subject = bool(frame.subjects or frame.noun_phrase)
        if frame.form.agreement == "fs" and not has_subject and i == frame.cue_last and not info.definite:
            # واستنكرت استغلال …: a masculine verbal noun is no subject of a feminine verb.
            speech = speech or bool(self.doc.lexicon.masdar_shape.fullmatch(core))
        if needed and ("" in rule.object or rule.target) and self._bare_object(frame, i, has_subject, speech):
            counted = i > frame.cue_last and self.infos[i - 1].particle & P["quantifier"] and bool(rule.status)
            self._open(frame, i - 1 if counted else i, "object", "np")
            return -1
        stop = self._without_object(frame, i, self.noun_phrase_end(i, end))
        if takes_subject and not has_subject and not self._can_be_subject(frame, i):
            takes_object = "object" in rule.addressee or rule.target
            if frame.form.conjunction and takes_object and info.definite and frame.object_range is None:
                frame.object_range = (i, stop)
            return max(stop - i, 1)
        adjacent = all(self.infos[k].particle & _SKIPPABLE for k in range(frame.cue_last, i))
        if (
            takes_subject
            and not has_subject
            and (adjacent or self._person_noun(i))
            and not is_verbal(info)
            and not info.conj
            and (not speech or "" not in rule.object or not rule.object)
        ):
            frame.noun_phrase = (i, stop)
            frame.subject_side = "after"
        elif (
            needed
            and "object" in rule.addressee
            and (has_subject or (frame.form.kind == "p" and frame.object_range is None))
        ):
            frame.object_range = (i, stop)
        return max(stop - i, 1)

    def _masdar_shaped(self, i: int, end: int) -> bool:
        """A word that no list knows, with the shape of a verbal noun and a noun behind it (ناشدهم تغليب العقل)."""
        info = self.infos[i]
        unknown = info.flags & UNKNOWN and not info.flags & (NOUN | VERB | PERSONAL)
        return bool(
            unknown
            and self.doc.lexicon.masdar_shape.fullmatch(info.base)
            and i + 1 < end
            and self.infos[i + 1].flags & NOUN
        )

    def _can_be_subject(self, frame: Frame, i: int) -> bool:
        """Agreement of a bare noun with its verb, and no object taken for a subject (ودعا الأحزاب إلى …)."""
        info, rule = self.infos[i], frame.rule
        if info.word[0].isdigit():
            return False
        core = info.base.removeprefix("ال")
        agreement = frame.form.agreement
        feminine = core.endswith(("ه", "ات")) and core not in self.classes.get("masculine_in_ta", ())
        if agreement == "ms" and feminine and not self._person_noun(i):
            return False
        if agreement == "fs" and core.endswith(("ون", "ين", "ان")) and not info.flags & UNKNOWN:
            return False
        if agreement == "fs" and feminine and info.definite and i == frame.cue_last:
            return True
        if (
            frame.form.conjunction
            and ("object" in rule.addressee or rule.target)
            and not self._person_noun(i)
            and not info.flags & (PERSONAL | UNKNOWN)
        ):
            return False
        return True

    def _without_object(self, frame: Frame, i: int, stop: int) -> int:
        """A subject's noun phrase without the object behind it (أكد الهين الأهمية, ثمن الضيف البلجيكي المسار)."""
        if ("" in frame.rule.object or frame.rule.target) and self.infos[i].definite:
            if (
                i + 1 < stop
                and self._person_noun(i)
                and self.infos[i + 1].definite
                and not self.infos[i + 1].conj
                and self.words[i + 1] not in self.doc.lexicon.title_adjectives
                and not self.doc.lexicon.single(self.infos[i + 1].base, "D")
            ):
                return i + 1
            for k in range(i + 2, stop):
                if (
                    self.infos[k].definite
                    and not self.infos[k].conj
                    and self.doc.lexicon.single(self.infos[k - 1].base, "D")
                ):
                    return k
            for k in range(i + 1, stop):
                if self._stem_in(self.infos[k].base.removeprefix("ال"), "speech") and not self.infos[k].conj:
                    return k
        return stop

    def _bare_object(self, frame: Frame, i: int, has_subject: bool, speech: bool) -> bool:
        info, rule = self.infos[i], frame.rule
        if info.conj or (is_verbal(info) and not speech) or info.particle:
            return False
        if rule.status and rule.needs:
            return self._is_needed(rule, i)
        if "object" in rule.addressee and not speech:
            return False
        if rule.strict and not frame.form.clitic and not (frame.form.kind == "p" and speech):
            return False
        if rule.heads:
            return speech
        if has_subject or frame.form.kind == "p":
            return True
        # ما سماه الصمت الدولي: the pronoun is the relative's, the noun the name that is given.
        return speech or bool(frame.form.clitic and rule.target and not self._person_noun(i))

    def noun_phrase_end(self, i: int, end: int) -> int:
        """End of the noun phrase at ``i``: nouns, adjectives, genitives, coordinated nouns, relative clauses left out."""
        j = i
        while j < end:
            info = self.infos[j]
            found = self.start_of[j]
            if found is not None and j > i:
                after_definite = self.infos[j - 1].definite and found.kind != "person" and not found.conj
                if after_definite and info.definite and self.doc.lexicon.single(info.base, "D") and not info.prep:
                    j += 1  # القيادة السعودية: the country's adjective
                    continue
                if (found.skip and not found.conj) or info.prep or after_definite:
                    break
                j = found.last
                continue
            if j > i and self.infos[j - 1].definite and not info.definite and not info.conj:
                break
            if not info.word[0].isalnum() or is_stop(self.doc, j) or info.particle & (_COMP | P["relative_pronoun"]):
                break
            if j > i and (
                info.prep or is_verbal(info) or (any(c.kind in "vp" for c in info.cues) and not info.definite)
            ):
                break
            if info.conj and j > i and not info.flags & (NOUN | MASDAR | UNKNOWN):
                break
            j += 1
        return max(j, i + 1)

    # -- subject before, content before ----------------------------------------------------------------------------------

    def _subject_before(self, frame: Frame, sentence: Sentence) -> None:
        """A topic before the verb, at the start of its clause (كان, أما, a headline, أن الرئيس السيسي أكد)."""
        if frame.form.conjunction and not self._after_topic(frame, sentence):
            return
        if frame.cue > sentence.first and self.words[frame.cue - 1] == "ما":
            return  # ما سماه …: its subject is who speaks already
        start = self._clause_begins(frame.cue, sentence)
        i, first = start, True
        while i < frame.cue:
            info = self.infos[i]
            found = self.start_of[i]
            if found is not None:
                if self._topic_fits(frame, found, start, i) and (first or self._new_clause(found)):
                    frame.subjects = self._joined_after(found, frame.cue)
                    frame.subject_side = "before"
                    return
                first = False
                i = found.last
                continue
            if not first:
                i += 1
                continue
            if info.particle & _OPENING or self.words[i] in _COMMAS or not info.word[0].isalnum():
                i += 1
                continue
            if info.particle & P["preposition"] or info.prep:
                i = max(self._adjunct_end(i + (0 if info.prep else 1), frame.cue), i + 1)
                continue
            self._noun_topic(frame, i)
            return

    def _adjoins(self, frame: Frame) -> bool:
        """The topic stands right before the verb, with nothing but قد, a negation or an adverb between."""
        end = frame.subjects[-1].last if frame.subjects else frame.noun_phrase[1] if frame.noun_phrase else -1
        passing = P["qad"] | P["negation"] | P["future"] | P["time"] | P["adverb"] | P["auxiliary"]
        return all(self.infos[k].particle & passing or self.words[k] in _COMMAS for k in range(end, frame.cue))

    def _new_clause(self, found: Found) -> bool:
        """و or a comma before a mention: with a verb right behind it, it opens a clause of its own."""
        return (found.conj and found.skip > 0) or self.words[found.first - 1] in _COMMAS

    def _clause_begins(self, cue: int, sentence: Sentence) -> int:
        """First token of the clause that the verb at ``cue`` stands in."""
        i = cue - 1
        while i >= sentence.first:
            info = self.infos[i]
            if self.inside[i] is None:
                if (
                    info.particle & (_COMP | P["subordinator"])
                    or self.words[i] in ":"
                    or (self.words[i] in _QUOTE_MARKS and i in self.quote_at)
                ):
                    return i + 1
                if info.base in ("اما", "لكن", "فيما", "بينما", "كما", "حيث") or i in self._dots:
                    return i + 1
                if info.conj and not info.particle and (any(c.kind == "v" for c in info.cues) or is_verbal(info)):
                    return i + 1
            i -= 1
        return sentence.first

    def _topic_fits(self, frame: Frame, found: Found, start: int, i: int) -> bool:
        governed = (found.skip and not found.conj) or self.infos[found.first].prep
        if found.kind == "place" or governed or not self._agrees(frame, found):
            return False
        # Between topic and verb no other verb may stand: it would be the clause's own.
        for j in range(found.last, frame.cue):
            if (
                self.inside[j] is None
                and is_verbal(self.infos[j])
                and not self.infos[j].particle
                and not self._in_relative(found.last, j)
            ):
                return False
        return True

    def _in_relative(self, i: int, j: int) -> bool:
        return any(self.infos[k].particle & P["relative_pronoun"] for k in range(i, j))

    def _joined_after(self, found: Found, cue: int) -> list[Found]:
        out = [found]
        j = found.last
        while j < cue and (nxt := self.start_of[j]) is not None and nxt.conj and nxt.skip and nxt.kind != "place":
            out.append(nxt)
            j = nxt.last
        return out

    def _noun_topic(self, frame: Frame, i: int) -> None:
        """A topic that is no mention: only people and papers that can speak (مصدر في الكونغرس … أكد)."""
        if self._person_noun(i) and not self.infos[i].prep:
            stop = self.noun_phrase_end(i, frame.cue)
            frame.noun_phrase = (i, stop)
            frame.subject_side = "before"

    def _after_topic(self, frame: Frame, sentence: Sentence) -> bool:
        """أما الرئيس الفنزويلي فكتب: ف after a topic with أما."""
        return self.words[frame.cue].startswith("ف") and any(
            self.infos[k].base == "اما" for k in range(max(sentence.first, frame.cue - 25), frame.cue)
        )

    def _agrees(self, frame: Frame, found: Found) -> bool:
        gender = frame.form.agreement[:1]
        if gender == "f" and found.kind == "person" and found.gender == "m":
            return False
        if gender == "m" and found.kind == "person" and found.gender == "f":
            return False
        return True

    def _content_before(self, frame: Frame, sentence: Sentence) -> bool:
        """«…»، قال الوزير: a quotation right before the verb; كما قال, حسبما أفاد: the clause before."""
        i = frame.cue - 1
        while i >= sentence.first and self.words[i] in _COMMAS | {"-", "–"}:
            i -= 1
        quote = self.closing.get(i)
        named = (
            quote is not None and i == frame.cue - 1 and frame.subject_side != "after" and quote.close - quote.open < 5
        )
        if (
            quote is not None
            and not named
            and quote.close - quote.open > 2
            and frame.rule.quote
            and not frame.form.conjunction
        ):
            frame.quote = quote
            frame.content = [(quote.open + 1, quote.close)]
            frame.content_start, frame.opener = quote.open, "before"
            return True
        stop = self._according_start(frame, sentence)
        if stop is not None and stop - sentence.first < 2 and self.infos[stop].base != "كما":
            return self._fronted(frame, sentence)
        if stop is not None and self.infos[stop].base == "كما" and not self._said_so(frame, sentence):
            return False
        if stop is not None:
            start = sentence.first
            while stop > start and self.words[stop - 1] in _COMMAS | {"-", "–"}:
                stop -= 1
            told = self.words[start : start + 2] == ["جاء", "ذلك"]  # the narrator's own words
            if stop - start >= 3 and (frame.subjects or frame.noun_phrase) and not told:
                frame.content = [(start, stop)]
                frame.content_start, frame.opener = start, "before"
                return True
        return False

    def _said_so(self, frame: Frame, sentence: Sentence) -> bool:
        """كما قال الوزير closes its clause; كما نقل الوزير تهنئة …, with more behind it, adds another."""
        if frame.rule.source is not None:
            return True
        stop = frame.subjects[-1].last if frame.subjects else frame.noun_phrase[1] if frame.noun_phrase else -1
        if not 0 < stop < sentence.last:
            return True
        after = self.infos[stop]
        return bool(not after.word[0].isalnum() or after.particle or after.prep)

    def _fronted(self, frame: Frame, sentence: Sentence) -> bool:
        """ووفقا لما أعلنته الوزارة، فإن …: the content is the clause that follows the comma."""
        if frame.subjects:
            stop = frame.subjects[-1].last
        elif frame.noun_phrase:
            stop = frame.noun_phrase[1]
        else:
            return False
        k = stop
        while k < sentence.last and self.words[k] not in _COMMAS and not self._resumes(k) and k - stop < 25:
            k += 1
        while k < sentence.last and (self.words[k] in _COMMAS or self.words[k] in ("فان", "ان")):
            k += 1
        if sentence.last - k < 3:
            return False
        self._open(frame, k, "comp", "clause")
        return True

    def _according_start(self, frame: Frame, sentence: Sentence) -> int | None:
        """Where كما, حسبما, وفق ما, وفقا لما stands before the cue, or None."""
        i = frame.cue - 1
        if i < sentence.first:
            return None
        word = self.infos[i].base
        if word in ("كما", "حسبما", "وفقما"):
            return i
        ahead = self.words[i - 1] if i > sentence.first else ""
        if word in ("ما", "لما") and not self.classes["according"].isdisjoint((ahead, ahead[1:])):
            return i - 1
        return None

    def _plausible(self, frame: Frame, sentence: Sentence) -> bool:
        """Last checks on a frame whose content was found."""
        rule = frame.rule
        if frame.form.kind == "v" and frame.opener in ("object", "prep") and rule.not_before:
            if self.infos[frame.content_start].base in rule.not_before:
                return False
        if self._like_a_preposition(frame) and not (
            frame.opener == "comp" or (frame.opener == "prep" and self.words[frame.content_start - 1] in rule.object)
        ):
            return False
        if (
            rule.strict
            and frame.opener in ("object", "prep")
            and not rule.needs
            and not rule.object
            and not frame.form.clitic
        ):
            return False
        if (
            frame.form.kind == "v"
            and not frame.form.conjunction
            and frame.subject_side == "none"
            and frame.opener != "before"
        ):
            before = self.infos[frame.cue - 1] if frame.cue > sentence.first else None
            inside_message = (
                frame.cue_last < sentence.last and self.words[frame.cue_last] in self.classes["resumptives"]
            )
            if (
                before is not None
                and before.word[0].isalnum()
                and not self._clause_start(before)
                and not self._pronoun_subject(frame)
                and not inside_message
            ):
                return False
        return True

    def _like_a_preposition(self, frame: Frame) -> bool:
        """بين, عبر with no mark that tells the verb: only its own complement can."""
        own = frame.form.kind == "v" and self.infos[frame.cue].particle & P["preposition"]
        return bool(own) and not frame.form.conjunction and "\u0651" not in self.doc.raw(frame.cue)

    def _clause_start(self, info: WordInfo) -> bool:
        opening = (
            P["conjunction"]
            | P["auxiliary"]
            | P["qad"]
            | P["negation"]
            | P["complementiser"]
            | P["complementiser_pronoun"]
            | P["future"]
            | P["time"]
            | P["subordinator"]
            | P["adverb"]
            | P["relative"]
        )
        linked = info.word.removeprefix("و") in self.classes["links"]
        return bool(info.particle & opening) or linked or info.base == "لما"

    # -- masdars and prepositions ----------------------------------------------------------------------------------------

    def _masdar(self, frame: Frame, sentence: Sentence) -> bool:
        form, i = frame.form, frame.cue
        pronoun = bool(form.agreement)
        found = self.start_of[frame.cue_last] if frame.cue_last < sentence.last else None
        if not pronoun:
            offered = frame.form.preposition == "ب" and frame.rule.needs and frame.cue_last < sentence.last
            if offered:
                if not self._is_needed(frame.rule, frame.cue_last):
                    return False  # بتقديم التعازي: who acts speaks
            elif self.words[i] in self.classes["second_cue"] or self._borne(i, sentence):
                pass  # واكتفى بالقول إن …: who acts speaks
            elif self.infos[i].definite:
                return False
            elif found is None and frame.cue_last < sentence.last and self._genitive_speaker(frame.cue_last):
                stop = self.noun_phrase_end(frame.cue_last, sentence.last)
                frame.noun_phrase = (frame.cue_last, stop)
                frame.subject_side = "after"
                frame.cue_last = stop
            elif found is None or found.skip or found.kind == "place":
                return False
            else:
                frame.subjects = [found]
                frame.subject_side = "after"
                frame.cue_last = found.last
        ok = self._walk_masdar(frame, sentence)
        frame.cue_last = i + 1
        return ok

    def _borne(self, i: int, sentence: Sentence) -> bool:
        """وتم التأكيد على …, مع التشديد على …: a verbal noun with the article whose speaker is the clause's own."""
        if self.infos[i].base not in self.classes["borne_masdars"] or i == sentence.first:
            return False
        before = self.infos[i - 1].base
        if before in ("عن", "الي"):
            return i - 2 >= sentence.first and self.infos[i - 2].base in ("فضلا", "اضافه", "بالاضافه")
        return before in self.classes["bearers"]

    def _genitive_speaker(self, i: int) -> bool:
        """A definite noun of people behind a verbal noun (ترحيب القيادة الفلسطينية ب…)."""
        return self.infos[i].definite and not self.infos[i].prep and self._person_noun(i)

    def _walk_masdar(self, frame: Frame, sentence: Sentence) -> bool:
        """The content of a masdar must open at once: complementiser, governed preposition, quotation."""
        i = frame.cue_last
        end = min(sentence.last, i + 14)
        while i < end:
            word, info = self.words[i], self.infos[i]
            if word in _QUOTE_MARKS and i in self.quote_at and (frame.rule.quote or frame.rule.clause):
                frame.quote = self.quote_at[i]
                self._open(frame, i, "quote", "clause")
                return True
            if word == ":" and frame.rule.quote:
                return self._colon(frame, i, sentence)
            if info.particle & _COMP and self.inside[i] is None:
                return bool(self._complement(frame, i, sentence))
            if info.particle & P["preposition"] and info.base in frame.rule.object and i + 1 < end:
                if self.infos[i + 1].particle & _COMP:
                    i += 1
                    continue
                self._open(frame, i + 1, "prep", "np")
                return True
            if word in ("ب", "ل") and word in frame.rule.object and i + 1 < end:
                self._open(frame, i, "prep", "np")
                return True
            if info.prep and info.prep in frame.rule.object and info.base not in self.classes.get("b_adverbs", ()):
                self._open(frame, i, "prep", "np")
                return True
            found = self.start_of[i]
            if frame.rule.target and found is not None and not found.skip:
                self._open(frame, i, "object", "np")
                return True
            if info.particle & (P["time"] | P["adverb"]):
                i += 1
                continue
            if i == frame.cue_last and "" in frame.rule.object and self._said_noun(frame, i):
                self._open(frame, i, "object", "np")
                return True
            step = self._epithet(frame, i, end) or self._setting(frame, i, end)
            if step:
                i += step
                continue
            return False
        return False

    def _said_noun(self, frame: Frame, i: int) -> bool:
        """The bare object of a verbal noun: a noun of what is expressed, or one with a pronoun (إعلان الجيش عزله)."""
        info = self.infos[i]
        if self._stem_in(info.base.removeprefix("ال"), "speech"):
            return True
        speaker = bool(frame.subjects or frame.noun_phrase)
        return speaker and not info.definite and not info.prep and not info.conj and bool(info.flags & MASDAR)

    def _setting(self, frame: Frame, i: int, end: int) -> int:
        """تأكيداته في الأيام السابقة أنه …: a time or place before the clause of a verbal noun with a pronoun."""
        if self.words[i] != "في" or not frame.form.agreement:
            return 0
        for k in range(i + 2, min(end, i + 5)):
            if self.infos[k].particle & _COMP:
                return k - i
        return 0

    def _epithet(self, frame: Frame, i: int, end: int) -> int:
        """Words that belong to the speaker of a verbal noun: his adjectives, his office's field, his name in dashes."""
        if not frame.subjects:
            return 0
        info, found = self.infos[i], self.start_of[i]
        if self.words[i] in _DASHES:
            return 1
        if found is not None:
            dashed = self.words[i - 1] in _DASHES and found.last < end and self.words[found.last] in _DASHES
            return found.last - i if dashed or (info.prep == "ل" and "ل" not in frame.rule.object) else 0
        adjective = info.definite and not info.prep and not info.conj and info.flags & (NOUN | UNKNOWN)
        return 1 if adjective and self.infos[i - 1].definite and i - frame.cue_last < 3 else 0

    def _according_to(self, frame: Frame, sentence: Sentence) -> bool:
        """بحسب خبراء، …: source after the preposition, content the rest; at the end: content is what stands before."""
        i = frame.cue_last
        while i + 1 < sentence.last and (self.words[i].isdigit() or self.words[i] in _SAME):
            i += 1  # بحسب 3 مصادر, وفقا لذات المصدر
        if (
            i >= sentence.last
            or self.infos[i].base.removeprefix("ال") in frame.rule.not_before
            or self.infos[i].word == "ما"
        ):
            return False
        found = self.start_of[i]
        if found is not None and found.kind != "place":
            frame.subjects = [found]
            stop = found.last
            while stop < sentence.last and (nxt := self.start_of[stop]) is not None and nxt.conj and nxt.skip:
                frame.subjects.append(nxt)
                stop = nxt.last
        else:
            stop = self.noun_phrase_end(i, sentence.last)
            if not self._person_noun(i):
                return False
            frame.noun_phrase = (i, stop)
        frame.subject_side = "after"
        return self._around(frame, sentence, stop)

    def _person_noun(self, i: int) -> bool:
        info = self.infos[i]
        core = info.base[len(info.prep) :].removeprefix("ال")
        return core in self.classes.get("sources", ())

    def _around(self, frame: Frame, sentence: Sentence, stop: int) -> bool:
        if self._opens_clause(frame, sentence):
            k = stop
            while k < sentence.last and self.words[k] not in _COMMAS and not self._resumes(k) and k - stop < 25:
                if self.words[k] == "ان" and k - stop < 2:
                    break
                k += 1
            if k >= sentence.last:
                return False
            while k < sentence.last and (self.words[k] in _COMMAS or (self._resumes(k) and self.words[k] == "فان")):
                k += 1
            if k < sentence.last and self.infos[k].particle & _COMP and self.words[k] == "ان":
                k += 1
            if sentence.last - k < 3:
                return False
            self._open(frame, k, "comp", "clause")
            return True
        for k in range(stop, min(sentence.last - 3, stop + 8)):
            if not self.words[k][0].isalnum() or is_verbal(self.infos[k]):
                break
            if self.words[k] == "ان" and self.inside[k] is None:
                self._open(frame, k + 1, "comp", "clause")  # ذكرت الصحيفة نقلا عن مصادر أن …
                return True
        self._both_sides(frame, sentence, stop)
        return bool(frame.content)

    def _resumes(self, k: int) -> bool:
        return self.words[k] in ("فان", "فقد", "فانه", "فانها") or bool(
            self.words[k].startswith("ف") and self.infos[k].conj and self.infos[k].flags & VERB
        )

    def _opens_clause(self, frame: Frame, sentence: Sentence) -> bool:
        if frame.cue == sentence.first or frame.cue - sentence.first <= 1:
            return True
        return not self.words[frame.cue - 1][0].isalnum() and self.infos[frame.cue].conj


def _plain(word: str) -> str:
    """A complementiser without ب or و: بأن → أن."""
    return word[1:] if word.startswith("ب") and len(word) > 2 else word
