"""Messages of the report, and which statement was made in which of them to whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dipcli.model import Medium, Message
from dipcli.records import Record
from dipcli.rules import particles as P
from dipcli.stages.addressees import Addressees, Speech
from dipcli.stages.clusters import Cluster
from dipcli.stages.contacts.contact import SUMMONS, Contact
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.stages.speakers.context import Attribution
from dipcli.stages.statements import Addressed

_WHEN: Final = 6  # tokens behind a verb in which it is told when
# sentences after which a contact is over when something else was said since; when nothing was
_FAR: Final = 3
_FARTHER: Final = 6
_NEAR_HEADLINE: Final = (
    4  # sentences behind the headline in which its contact is told, where the text does not repeat what was said
)
_NEAR: Final = 2  # paragraphs after which a contact that nobody has spoken in yet is over


class _State:
    """What holds at a statement: the contact that is open, since when contacts are over, who speaks before a body."""

    __slots__ = ("at", "body", "closed", "contact", "last", "others", "over", "speakers")

    def __init__(self) -> None:
        self.contact: Contact | None = None
        self.at = -1  # sentence of the last statement in it
        self.others = 0  # statements since
        self.over = -1  # contacts told before this token are over for all
        self.closed: dict[int, int] = {}  # … and for one speaker
        self.body: list[Cluster] = []
        self.speakers: tuple[Cluster, ...] = ()
        self.last: tuple[Frame, Attribution, _Scope] | None = None


class _Scope(Record):
    """Where a statement was made: a contact or before a body; ``told`` when the words at the cue say so themselves."""

    contact: Contact | None = None
    body: tuple[Cluster, ...] = ()
    told: bool = False
    press: bool = False


_NOWHERE: Final = _Scope()


class Linker:
    """Gives statements their message and addressee; a scope lasts until another contact or the press."""

    def __init__(self, doc: Document, contacts: Sequence[Contact], addressees: Addressees) -> None:
        self.doc = doc
        self.contacts = [c for c in contacts if c.serial >= 0 and c.kind != "visit"]
        self.addressees = addressees
        self.words = doc.words
        self.infos = doc.infos
        self.lists = doc.lexicon.contact_words
        self.of_sentence: dict[int, list[Contact]] = {}
        self.of_side: dict[Cluster, list[int]] = {}  # places in ``contacts``
        self.of_sides: dict[frozenset[int], list[Contact]] = {}
        for n, c in enumerate(self.contacts):
            self.of_sentence.setdefault(c.sentence, []).append(c)
            for side in {*c.senders, *c.receivers}:
                self.of_side.setdefault(side, []).append(n)
        self.tokens = {c.token for c in self.contacts}
        self.frames: Sequence[Frame] = ()
        self.beside: dict[int, list[Frame]] = {}  # by sentence
        self.in_clause: set[int] = set()  # contacts that are told within a clause that somebody says
        self.reporters: dict[int, tuple[Cluster, ...]] = {}  # by contact: who tells of it within a statement

    def link(self, frames: Sequence[Frame], attributions: Sequence[Attribution]) -> list[Addressed]:
        """One ``Addressed`` a frame."""
        self.frames = frames
        for frame in frames:
            self.beside.setdefault(frame.sentence, []).append(frame)
        by_token = sorted(self.contacts, key=lambda c: c.token)
        tokens = [c.token for c in by_token]
        for frame, attribution in zip(frames, attributions, strict=True):
            for a, b in frame.content:
                for c in by_token[bisect_left(tokens, a) : bisect_left(tokens, b)]:
                    if self._is_where(frame, c) and self._side(c, attribution.sources):
                        continue
                    self.reporters[id(c)] = attribution.sources
                    if frame.frame == "clause":
                        self.in_clause.add(id(c))
        speeches = self._speeches()
        scopes = self._scopes(attributions, speeches)
        self._lead(scopes, attributions, speeches)
        self._in_headline(scopes, attributions)
        return [self._addressed(f, a, s) for f, a, s in zip(frames, attributions, scopes, strict=True)]

    def _addressed(self, frame: Frame, attribution: Attribution, scope: _Scope) -> Addressed:
        to = Addressed()
        self.addressees.named(frame, attribution, to)
        if scope.contact is not None:
            to.message = f"m{scope.contact.serial + 1}"
            to.medium = _medium(self.doc, scope.contact)
            self._other_side(scope.contact, attribution, to)
        elif scope.body and not to.clusters:
            self._address(scope.body, attribution.sources, to)
        elif self._headline(frame):
            self._to_all(frame, attribution, to)
        return to

    # -- which contact -----------------------------------------------------------------------------------------------------

    def _scopes(self, attributions: Sequence[Attribution], speeches: Sequence[Speech]) -> list[_Scope]:
        out: list[_Scope] = []
        state = _State()
        tokens = [s.token for s in speeches]
        for frame, attribution in zip(self.frames, attributions, strict=True):
            n = bisect_left(tokens, frame.cue) - 1
            if n >= 0 and (state.last is None or state.last[0].cue < tokens[n]):
                state.body, state.speakers = [speeches[n].body], (speeches[n].speaker,)
            scope = self._scope(frame, attribution, state) if attribution.sources else _NOWHERE
            out.append(scope)
            state.others = 0 if scope.contact is not None else state.others + (not self._relays(frame))
            state.last = (frame, attribution, scope)
        return out

    def _relays(self, frame: Frame) -> bool:
        """ذكر المتحدث أن الوزير أكد …: within what he says it is told what another said."""
        return frame.frame == "clause" and any(frame.says(other.cue) for other in self.beside[frame.sentence])

    def _scope(self, frame: Frame, attribution: Attribution, state: _State) -> _Scope:
        sides = attribution.sources
        if self._headline(frame):
            headline = self._of(sides)
            return _Scope(headline[0]) if len({c.serial for c in headline}) == 1 else _NOWHERE
        zone = self._zone(frame)
        body = self.addressees.body(frame, zone, sides)
        if body:
            state.body, state.speakers, state.contact = body, sides, None
            return _Scope(body=tuple(body), told=True)
        told = self._of(sides)
        referred = self._referred(frame, told, zone)
        if (self._press(zone) and not self._within(zone, referred)) or self._after(zone) or self._earlier(zone):
            end = max(zone, default=frame.cue)
            if any(self.words[i] in self.lists["conference"] for i in zone):
                state.over = end
            state.closed.update((s.serial, end) for s in sides)
            if state.contact is not None and self._side(state.contact, sides):
                state.contact = None
            if set(sides) & set(state.speakers):
                state.body = []
            return _Scope(press=True)
        if referred is None and self._had_said(frame):
            return _NOWHERE
        goes_on = state.last is not None and self._goes_on(frame, attribution, state.last)
        if state.last is not None and goes_on and referred is None and not self._told_in(zone):
            return state.last[2]._replace(told=False)
        beside = self._of_sentence(frame, sides, zone) or referred
        scope = beside or self._open(frame, sides, told, state)
        answers = self._in_turn(frame) and self._to_the_press(state) and not self._told_since(scope, told, state)
        if scope is not None and beside is None and (answers or self._tells_of(frame, sides)):
            state.closed.update((s.serial, frame.cue) for s in sides)
            return _Scope(press=True)
        if scope is not None:
            state.contact, state.body, state.at = scope, [], frame.sentence
            if referred is not None:
                for side in (*scope.senders, *scope.receivers):
                    state.closed.pop(side.serial, None)  # وفي ختام اللقاء …: both are in it again
            return _Scope(scope, told=beside is not None)
        if state.body and set(sides) <= set(state.speakers):
            return _Scope(body=tuple(state.body))
        return _NOWHERE

    def _speeches(self) -> list[Speech]:
        if "امام" not in self.doc.folded.text:
            return []  # no sentence tells before whom
        return [x for s in self.doc.segments.sentences if (x := self.addressees.speech(s)) is not None]

    def _lead(self, scopes: list[_Scope], attributions: Sequence[Attribution], speeches: Sequence[Speech]) -> None:
        """What opens the article before its contact is told (أكد الوزير أن …. وأضاف خلال لقائه …, جاء ذلك خلال …)."""
        leads: dict[tuple[Cluster, ...], _Scope] = {}
        begun: set[tuple[Cluster, ...]] = set()
        for n, (frame, attribution) in enumerate(zip(self.frames, attributions, strict=True)):
            sources = attribution.sources
            if self._headline(frame) or not sources:
                continue
            if scopes[n] != _NOWHERE:
                begun.add(sources)
            elif sources in leads and sources not in begun:
                scopes[n] = leads[sources]
            elif sources not in begun:
                scopes[n] = self._announced(frame, attribution, speeches) or self._told_next(n, scopes, attributions)
                if scopes[n] != _NOWHERE:
                    leads[sources] = scopes[n]

    def _in_headline(self, scopes: list[_Scope], attributions: Sequence[Attribution]) -> None:
        """A headline repeats what the text tells: it was said where the text has its words, or in a contact told at once."""
        said: dict[tuple[Cluster, ...], list[int]] = {}
        for n, (frame, attribution) in enumerate(zip(self.frames, attributions, strict=True)):
            if attribution.sources and not self._headline(frame):
                said.setdefault(attribution.sources, []).append(n)
        for n, (frame, attribution) in enumerate(zip(self.frames, attributions, strict=True)):
            contact = scopes[n].contact
            if contact is None or not self._headline(frame) or self._tells_contact(frame, contact):
                continue
            told = said.get(attribution.sources)
            if told is None:
                open_at_once = contact.sentence - frame.sentence <= _NEAR_HEADLINE
            else:
                same = self._same_words(frame, told)
                serials = {c.serial for k in same or told if (c := scopes[k].contact) is not None}
                open_at_once = contact.serial in serials
            if not open_at_once:
                scopes[n] = _NOWHERE

    def _tells_contact(self, frame: Frame, contact: Contact) -> bool:
        """X يلتقي Y ويؤكد …: the headline tells of the contact too."""
        beside = self.of_sentence.get(frame.sentence, ())
        return any(c.serial == contact.serial and not self._over(c) for c in beside)

    def _same_words(self, headline: Frame, told: Sequence[int]) -> list[int]:
        """The statement that shares half of the headline's words or more, where one does."""
        words = self._content_words(headline)
        shared = [(len(words & self._content_words(self.frames[k])), -k) for k in told]
        most, first = max(shared)
        return [-first] if words and 2 * most >= len(words) else []

    def _content_words(self, frame: Frame) -> set[str]:
        """Its nouns and verbs without what is attached to them."""
        return {
            self.infos[i].core.rstrip("ا") for a, b in frame.content for i in range(a, b) if not self.infos[i].particle
        }

    def _announced(self, frame: Frame, attribution: Attribution, speeches: Sequence[Speech]) -> _Scope | None:
        """جاء ذلك خلال لقائه …, وجاء حديث الوزير خلال استقباله …: the paragraph before was said there."""
        sentences = self.doc.segments.sentences
        for n, sentence in enumerate(sentences[frame.sentence + 1 : frame.sentence + 5], frame.sentence + 1):
            came, what = sentence.first, self.infos[min(sentence.first + 1, sentence.last - 1)]
            if self.words[came] not in self.lists["came"] or what.core not in self.lists["came_about"]:
                continue
            words = range(came + 2, sentence.last)
            for c in self.of_sentence.get(n, ()):
                ahead = range(came + 2, c.token + 1)
                if self._side(c, attribution.sources) and not self._press(ahead) and not self._after(ahead):
                    return _Scope(c)
            for x in speeches:
                if x.token in words and attribution.sources[0] in (x.speaker, x.represents):
                    return _Scope(body=(x.body,))
            return None
        return None

    def _told_next(self, n: int, scopes: Sequence[_Scope], attributions: Sequence[Attribution]) -> _Scope:
        """The next statements of the speaker say where they were made, at most two paragraphs on."""
        sentences = self.doc.segments.sentences
        line = sentences[self.frames[n].sentence].line
        for m in range(n + 1, len(self.frames)):
            if (
                sentences[self.frames[m].sentence].line - line > _NEAR
                or self.frames[m].sentence - self.frames[n].sentence > _FAR
            ):
                break
            if attributions[m].sources != attributions[n].sources:
                continue
            if scopes[m].press:
                return _NOWHERE
            if scopes[m].told:
                return scopes[m]._replace(told=False)
            if scopes[m] != _NOWHERE:
                return _NOWHERE
        return _NOWHERE

    def _headline(self, frame: Frame) -> bool:
        return self.doc.segments.lines[frame.line].kind == "headline"

    def _zone(self, frame: Frame) -> list[int]:
        """Words that belong to the cue and not to what is said: from the report before it to the content, and behind it."""
        sentence = self.doc.segments.sentences[frame.sentence]
        first, last = max(sentence.first, frame.cue - 25), sentence.last
        for other in self.beside[frame.sentence]:
            if other.cue < frame.cue:
                within = other.says(frame.cue)
                first = max(first, other.content_start if within else other.cue + 1)
            if other.cue > frame.cue:
                last = min(last, other.cue)
        if frame.opener == "before":
            return list(range(max(first, frame.content[0][1]), last))
        behind = frame.content[-1][1] if frame.content else last
        said = [o for o in self.beside[frame.sentence] if o.cue < frame.cue and not o.says(frame.cue)]
        ahead: Iterable[int] = range(first, max(frame.content_start, frame.cue))
        if said:
            ahead = [i for i in ahead if not any(o.says(i) for o in said)]
        return [*ahead, *range(behind, last)]

    def _press(self, zone: Sequence[int]) -> bool:
        """Said to the press, in a speech, on the web; not وبحسب بيان للرئاسة أكد …, وفقا لوكالة الأنباء."""
        according = self.doc.lexicon.word_classes["according"]
        press, words = self.lists["press"], self.words
        for i in zone:
            if words[i] in press or ("ل" in words[i][:2] and self.addressees.is_to_medium(i)):
                if according.isdisjoint((words[i - 1], words[i - 1][1:])):
                    return True
        return False

    def _within(self, zone: Sequence[int], referred: Contact | None) -> bool:
        """في حديث له أثناء اللقاء: no press but the meeting, unless there was a press conference."""
        during = any(self.infos[i].base in self.lists["while"] and self._is_contact(i + 1) for i in zone[:-1])
        return referred is not None and during and all(self.words[i] not in self.lists["conference"] for i in zone)

    def _after(self, zone: Sequence[int]) -> bool:
        """عقب لقائه …, بعد انتهاء الاجتماع: said when the contact was over; not وفي ختام اللقاء …, its last words."""
        after, last = self.lists["after"], len(self.words) - 1
        return any(
            self._is_contact(i + 1)
            or (self.infos[i + 1].core in self.lists["stages"] and self._is_contact(min(i + 2, last)))
            for i in zone
            if self.infos[i].base in after and i < last and not self._is_last_part(i)
        )

    def _is_last_part(self, i: int) -> bool:
        """وفي [ختام] اللقاء, في نهاية الاجتماع: still within it."""
        return i > 0 and self.infos[i].base in self.lists["phases"] and self.infos[i - 1].base == "في"

    def _earlier(self, zone: Sequence[int]) -> bool:
        """وقال في وقت سابق السبت …: said before, and not in the contact that is told."""
        return any(self.words[i] == "وقت" and self.words[i + 1 : i + 2] == ["سابق"] for i in zone)

    def _had_said(self, frame: Frame) -> bool:
        """وكان الوزير أعلن الشهر الماضي أن …: before the contact that is told, where a time besides says when."""
        first = self.doc.segments.sentences[frame.sentence].first
        behind = self.infos[first + 1 : frame.cue] if first + 1 < frame.cue else []
        if frame.form.kind != "v" or frame.form.tense != "pa" or frame.form.conjunction:
            return False
        had = self.infos[first].particle & P.background_auxiliary and not any(x.verbal for x in behind)
        near = self.infos[frame.cue + 1 : frame.cue + 1 + _WHEN]
        return bool(had) and any(x.base in self.lists["long_past"] for x in [*behind, *near])

    def _is_contact(self, i: int) -> bool:
        """The noun of a contact, which no letter is (في ختام رسالته)."""
        rules = self.doc.lexicon.contact_rules
        return any(code[0] == "m" and rules[code[1]].kind != "letter" for code in self.infos[i].contacts)

    def _in_turn(self, frame: Frame) -> bool:
        """من جانبه، قال …: behind what another said to the press, this was said there too."""
        first = self.doc.segments.sentences[frame.sentence].first
        return any(self.infos[i].core in self.lists["in_turn"] for i in range(first, min(first + 3, frame.cue)))

    @staticmethod
    def _to_the_press(state: _State) -> bool:
        """Who spoke last spoke to the press, or has spoken to others since he did."""
        if state.last is None or state.last[2].contact is not None:
            return False
        return state.last[2].press or any(s.serial in state.closed for s in state.last[1].sources)

    def _told_since(self, scope: Contact | None, told: Sequence[Contact], state: _State) -> bool:
        """The contact is told, or told again, behind what was said to the press."""
        last = state.last[0].cue if state.last is not None else -1
        return scope is not None and any(
            c.serial == scope.serial and c.token > last and not self._own_words(c) for c in told
        )

    def _told_in(self, zone: Sequence[int]) -> bool:
        return not self.tokens.isdisjoint(zone)

    @staticmethod
    def _goes_on(frame: Frame, attribution: Attribution, last: tuple[Frame, Attribution, _Scope]) -> bool:
        """A participle or further report in the sentence of the same speaker."""
        before, by, _ = last
        return before.sentence == frame.sentence and set(by.sources) == set(attribution.sources)

    def _of_sentence(self, frame: Frame, sides: Sequence[Cluster], zone: Sequence[int]) -> Contact | None:
        """A contact told beside the cue, not within what is said."""
        same = [
            c for c in self.of_sentence.get(frame.sentence, ())
            if self._side(c, sides) and (not frame.says(c.token) or self._is_where(frame, c))
            and not self._over(c) and not self._in_parenthesis(c)
            and not (self._own_words(c) and (c.token not in zone or id(c) in self.in_clause))
        ]  # fmt: skip
        return min(same, key=lambda c: (c.token not in zone, abs(c.token - frame.cue)), default=None)

    def _is_where(self, frame: Frame, contact: Contact) -> bool:
        """ندد بالهجوم خلال لقائه X, انتقد القرار في رسالة إلى X: behind what a noun phrase says, it tells where that was said."""
        k = contact.token
        if frame.frame != "np" or not frame.says(k) or k <= frame.content_start + 1:
            return False
        written = contact.kind == "letter" and self.words[k - 1] == "في"
        return written or self.infos[k - 1].base in self.lists["while"]

    def _in_parenthesis(self, contact: Contact) -> bool:
        """الوزير -الذي التقى نظيره أمس-: who speaks, and not where he does."""
        before = contact.token - 1
        return before > 0 and bool(self.infos[before].particle & P.relative_pronoun) and self.words[before - 1] in "-–—"

    def _over(self, contact: Contact) -> bool:
        """عقب لقائه, بعد أن التقى: the noun of the contact, or its verb, follows a preposition of after."""
        k = contact.token - 1
        if k > 0 and self.words[k] == "ان":
            k -= 1
        return k >= 0 and self.infos[k].base in self.lists["after"]

    def _referred(self, frame: Frame, told: Sequence[Contact], zone: Sequence[int]) -> Contact | None:
        """خلال اللقاء, في الاتصال: the last contact of the speaker, whatever came between."""
        for i in zone:
            if (
                i > zone[0]
                and self.infos[i].contacts
                and any(code[0] == "m" and (self.infos[i].definite or code[2]) for code in self.infos[i].contacts)
                and (self.infos[i - 1].base in self.lists["during"] or self.infos[i - 1].base in self.lists["phases"])
            ):
                kinds = {self.doc.lexicon.contact_rules[code[1]].kind for code in self.infos[i].contacts}
                return next((c for c in self._before(frame, told) if c.kind in kinds), None)
        return None

    def _open(self, frame: Frame, sides: Sequence[Cluster], told: Sequence[Contact], state: _State) -> Contact | None:
        """The last contact told before, when the press has not been spoken to since nor the subject changed."""
        sentences = self.doc.segments.sentences
        over = max([state.over, self._turned(frame), *(state.closed.get(s.serial, -1) for s in sides)])
        last = next(
            (
                c for c in self._before(frame, told, over)
                if not self._over(c) and not self.doc.in_headline(c.sentence)
                and (c is state.contact or not self._own_words(c))
            ),
            None,
        )  # fmt: skip
        if last is None:
            return None
        if self._is_letter_story(last, sides):
            return last
        again = state.contact is not None and last.serial == state.contact.serial
        near = max(last.sentence, state.at) if again else last.sentence
        far = _FAR if state.others and not self._in_turn(frame) else _FARTHER
        if frame.sentence - near > far:
            return None
        if again:
            return state.contact
        if state.contact is None and sentences[frame.sentence].line - sentences[last.sentence].line > _NEAR:
            return None
        return None if self._in_public(frame, sides, last) else last

    def _is_letter_story(self, last: Contact, sides: Sequence[Cluster]) -> bool:
        """An article that begins with a letter, and tells of nothing else, is about it: what its sender says stands there."""
        first = last.kind == "letter" and last.sentence <= _FAR and all(s in last.senders for s in sides)
        return first and all(c.kind == "letter" for c in self.contacts)

    def _in_public(self, frame: Frame, sides: Sequence[Cluster], last: Contact) -> bool:
        """استدعت الوزارة السفير …. وقالت الوزارة إن …: in the next sentence the body, named again, speaks to all."""
        named = bool(frame.subjects) and frame.sentence != last.sentence
        return named and last.rule in SUMMONS and any(s.kind == "organisation" for s in sides)

    def _before(self, frame: Frame, told: Sequence[Contact], over: int = -1) -> Iterator[Contact]:
        """Of contacts in text order those between the token ``over`` and the cue, the last one first."""
        sentences = self.doc.segments.sentences
        for n in range(bisect_right(told, frame.sentence, key=lambda c: c.sentence) - 1, -1, -1):
            if sentences[told[n].sentence].last <= over:
                break
            if over < told[n].token < frame.cue:
                yield told[n]

    def _tells_of(self, frame: Frame, sides: Sequence[Cluster]) -> bool:
        """قال إنه بحث مع X …, إن لقاءه مع X كان …: of a contact of his own he tells others, not X."""
        return any(self._side(c, sides) and frame.says(c.token) for c in self.of_sentence.get(frame.sentence, ()))

    def _own_words(self, contact: Contact) -> bool:
        """One of the sides tells of it: what was said there is another matter."""
        return self._side(contact, self.reporters.get(id(contact), ()))

    def _turned(self, frame: Frame) -> int:
        """Start of the sentence when it turns to something else (إلى ذلك, من ناحية أخرى, على صعيد آخر)."""
        sentences = self.doc.segments.sentences
        for sentence in reversed(sentences[max(0, frame.sentence - 3) : frame.sentence + 1]):
            words = self.words[sentence.first : sentence.first + 3]
            if any(" ".join(words[:k]) in self.lists["turns"] for k in (2, 3)):
                return sentence.first
        return -1

    def _of(self, sources: Sequence[Cluster]) -> list[Contact]:
        """The contacts of which one of the sources is a side, in text order."""
        key = frozenset(s.serial for s in sources)
        if key not in self.of_sides:
            places = sorted({n for s in sources for n in self.of_side.get(s, ())})
            self.of_sides[key] = [self.contacts[n] for n in places]
        return self.of_sides[key]

    @staticmethod
    def _side(contact: Contact, sources: Sequence[Cluster]) -> bool:
        return any(s in contact.senders or s in contact.receivers for s in sources)

    # -- to whom -----------------------------------------------------------------------------------------------------------

    def _other_side(self, contact: Contact, attribution: Attribution, to: Addressed) -> None:
        if to.clusters:
            return
        sources = attribution.sources
        if any(s in contact.senders for s in sources):
            other = [x for c in self._told_as_one(contact) if c.senders == contact.senders for x in c.receivers]
        elif contact.kind == "letter":
            to.message = None
            to.medium = None
            return
        else:
            other = [x for c in self._told_as_one(contact) if c.receivers == contact.receivers for x in c.senders]
        self._address(other, sources, to)

    def _told_as_one(self, contact: Contact) -> list[Contact]:
        """تلقى اتصالين من X وY: the contacts of one telling; what is said in them is said to all."""
        beside = self.of_sentence.get(contact.sentence, ())
        return [c for c in beside if c.token == contact.token and c.kind == contact.kind]

    def _to_all(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        """A headline of congratulation or sympathy over letters alone: all who are written to are addressed."""
        if to.clusters or "object" not in frame.rule.addressee or frame.subject_side == "none":
            return
        if self.contacts and all(c.kind == "letter" and c.explicit for c in self.contacts):
            self._address([r for c in self.contacts for r in c.receivers], attribution.sources, to)

    def _address(self, other: Sequence[Cluster], sources: Sequence[Cluster], to: Addressed) -> None:
        chosen: list[Cluster] = []
        for c in other:
            if self.addressees.is_press(c):
                continue
            if (
                c.kind in ("person", "country", "organisation", "unnamed", "group")
                and c not in sources
                and c not in chosen
            ):
                chosen.append(c)
        if chosen:
            to.clusters = chosen
            to.resolution = "message"
            to.reason = "addressee_message"


def _medium(doc: Document, contact: Contact) -> Medium | None:
    """What is said on a visit is said in no medium that is told."""
    kind = _kind(doc, contact)
    return None if kind == "visit" else Medium(kind=kind, span=None)  # type: ignore[arg-type]


def _kind(doc: Document, contact: Contact) -> str:
    """A letter whose sentence calls it a cable (برقية) and no letter is one."""
    if contact.kind != "letter":
        return contact.kind
    first, last, _ = doc.segments.sentences[contact.sentence]
    told = {doc.lexicon.media.kind_of(doc.infos[i].base) for i in range(first, last)}
    return "cable" if "cable" in told and "letter" not in told else "letter"


def build_messages(
    doc: Document, merged: Sequence[Contact], ids: dict[int, str], links: Sequence[Addressed]
) -> tuple[Message, ...]:
    """Records in text order, ids m1, m2, …"""
    out = []
    said: dict[str, list[str]] = {}
    for n, to in enumerate(links):
        if to.message is not None:
            said.setdefault(to.message, []).append(f"s{n + 1}")
    for c in merged:
        mid = f"m{c.serial + 1}"
        out.append(
            Message(
                id=mid,
                kind=_kind(doc, c),  # type: ignore[arg-type]
                from_=tuple(ids[x.serial] for x in c.senders),
                to=tuple(ids[x.serial] for x in c.receivers),
                direction="explicit" if c.explicit else "inferred",
                occasion=None,
                evidence=doc.span(*c.evidence),
                statements=tuple(said.get(mid, ())),
                themes=(),
            )
        )
    return tuple(out)
