"""Looks words and names up in the compiled rules. What is known of a word type is worked out once and kept."""

import re
from typing import TYPE_CHECKING, Any, Final

import orjson

from dipcli.model import OccasionKind, Status
from dipcli.records import Record
from dipcli.rules import particles as P
from dipcli.rules.lines import Rows, Sections
from dipcli.rules.media import MediumTable
from dipcli.rules.remembered import Remembered
from dipcli.rules.stems import Stem
from dipcli.rules.word_table import WordTable
from dipcli.text.stem import light_stem

if TYPE_CHECKING:
    from collections.abc import Sequence

# Codes of names: p full name of a person, q short form of a person, C country, D demonym, K capital or city that
# speaks for its country, S seat of a government, c city, o organisation, m medium, r group of countries, t office,
# h honorific or rank, d modifier of an office, u unnamed source.

# Final: the compiled stages have these numbers in their code and look up no name.
FUNCTION: Final = 1
NOUN: Final = 2
VERB: Final = 4
MASDAR: Final = 8
GIVEN: Final = 16
SURNAME: Final = 32
CITY: Final = 64
UNKNOWN: Final = 128
_LETTERS: Final = {"f": FUNCTION, "n": NOUN, "v": VERB, "m": MASDAR, "g": GIVEN, "s": SURNAME, "c": CITY, "x": UNKNOWN}
LISTED: Final = 256  # stands in the word table
PERSONAL: Final = GIVEN | SURNAME
AS_VERB: Final = 1
AS_PARTICIPLE: Final = 2
AS_MASDAR: Final = 4
AS_PREPOSITION: Final = 8
AS_FORMULA: Final = 16
_CUE_KINDS: Final = {"v": AS_VERB, "p": AS_PARTICIPLE, "m": AS_MASDAR, "s": AS_PREPOSITION, "f": AS_FORMULA}
BY_TABLE: Final = 1
BY_QUOTE: Final = 2
BY_WORDS: Final = 4
BY_HEAD: Final = 8
BY_MOTHER: Final = 16


COMPLEMENTISER: Final = P.complementiser | P.complementiser_pronoun  # أن, إن, أنه …
_ENDS_NAMES: Final = (
    COMPLEMENTISER | P.negation | P.question | P.relative | P.auxiliary
    | P.qad | P.preposition | P.conjunction | P.pronoun | P.demonstrative | P.quantifier | P.time
    | P.adverb
)  # fmt: skip


class _Masks(dict[str, int]):
    """Strings of name codes to the bits that stand for them."""

    def __missing__(self, codes: str) -> int:
        mask = self[codes] = sum(1 << "pqCDKScomrthdu".index(c) for c in set(codes))
        return mask


MASKS: Final = _Masks()


class Name(Record):
    """What a form names: ``code`` as above, ``value`` an id or space-separated features."""

    code: str
    value: str


# شقيقه, زميلتها before a name: as what others of an office are read, and no office.
KIN_M: Final = Name("t", "kin rank 0 m sg -")
KIN_F: Final = Name("t", "kin rank 0 f sg -")


class _Flags(dict[str, int]):
    """Letters of the word table to the flags that they stand for."""

    def __missing__(self, letters: str) -> int:
        flags = LISTED
        for letter in letters:
            flags |= _LETTERS.get(letter, 0)
        self[letters] = flags
        return flags


_FLAGS: Final = _Flags()


Names = tuple[int, list[Name]]
"""Names, behind the bits of their kinds."""


class Start:
    """Names that begin with a word. Of the longer ones each is made when a text first has it: a word may begin thousands."""

    __slots__ = ("_longer", "_made", "alone", "base", "kinds", "kinds_alone", "lengths")

    def __init__(self, base: str, lines: "Sequence[str]") -> None:
        self.base = base
        alone: list[str] = []
        self._longer: dict[str, list[str]] = {}  # code and value, as lines have them
        for line in lines:
            key, _, rest = line.partition("\t")
            (alone if key == base else self._longer.setdefault(key, [])).append(rest)
        self._made: dict[str, Names] = {}
        self.kinds_alone, self.alone = _names_of(alone)  # what the word names by itself
        codes = {rest[0] for names in self._longer.values() for rest in names}
        self.kinds = self.kinds_alone | MASKS["".join(sorted(codes))]  # of all of them
        # Second words of the longer ones: to how many tokens these have, the longest first.
        self.lengths: dict[str, list[int]] = {}
        for key in self._longer:
            known = self.lengths.setdefault(key.split(" ", 2)[1], [])
            if (length := key.count(" ") + 1) not in known:
                known.append(length)
                known.sort(reverse=True)

    def longer(self, key: str) -> Names | None:
        """What these words name, the first of them included."""
        names = self._made.get(key)
        if names is None and key in self._longer:
            names = self._made[key] = _names_of(self._longer[key])
        return names


def _names_of(rests: list[str]) -> Names:
    names = [Name(*rest.split("\t")) for rest in rests]
    return MASKS["".join([name.code for name in names])], names


NamesAt = tuple[int, int, int, list[Name]]
"""What tokens name: how many, how many letters of the first are proclitics, bits of the kinds, the names."""
_NO_NAMES: Final[list[NamesAt]] = []
_NO_LENGTHS: Final[list[int]] = []


def fitting(names: "Sequence[NamesAt]", i: int, last: int, codes: str) -> tuple[int, int, list[Name]] | None:
    """The first of those at ``i`` that ends by ``last`` and is of the kinds in ``codes``: (end, skip, what it may be)."""
    mask = MASKS[codes]
    for length, skip, kinds, found in names:
        if kinds & mask and i + length <= last:
            return i + length, skip, [n for n in found if n.code in codes] if kinds & ~mask else found
    return None


def _shorter(names: NamesAt) -> int:
    return -names[0]


class CueForm(Record):
    """A reading of a word as a form of a cue rule."""

    rule: int
    kind: str  # v verb, p participle, m masdar, s preposition, f formula
    tense: str  # pa, pr, ju or empty
    agreement: str  # ms, fs, md, fd, mp, fp or empty
    conjunction: bool  # carries و or ف
    future: bool  # carries سـ
    clitic: str  # object or possessive pronoun, or empty
    preposition: str  # ب or ل before a masdar


Phrase = tuple[int, tuple[str, ...], CueForm]
"""A cue of several words: how many, those behind the first, what they are a form of."""


class WordInfo:
    """All that is known of a word type."""

    __slots__ = (
        "alone",
        "base",
        "before_speaker",
        "conj",
        "conj_sure",
        "contacts",
        "core",
        "cue_kinds",
        "cues",
        "definite",
        "flags",
        "frequency",
        "future",
        "kinds",
        "may_be_cue",
        "opens",
        "particle",
        "phrases",
        "possessed",
        "prep",
        "reports",
        "starts",
        "stops",
        "term",
        "theme",
        "verbal",
        "word",
    )

    def __init__(self, word: str) -> None:
        self.word = word
        self.base = word  # without و/ف
        self.conj = False  # begins with a و or ف that is no letter of its own
        self.conj_sure = False  # … and what is left is a word or a name that is known
        self.prep = ""  # attached ب, ل, ك
        self.core = word  # ``base`` without ``prep`` and the article
        self.definite = False
        self.flags = 0
        self.frequency = 0  # ten times the Zipf value of the word table; 0 when not listed
        self.particle = 0
        self.possessed: Name | None = None  # office that the word names with a possessive pronoun (رئيستها)
        self.future = False  # reads as سـ + imperfect
        self.cues: tuple[CueForm, ...] = ()
        self.cue_kinds = 0  # AS_VERB … of the cues
        self.reports = False  # one of the cues is a verb
        self.before_speaker = False  # a verb that reports or a full stop: behind it stands who speaks
        self.phrases: tuple[Phrase, ...] = ()  # cues of several words that begin with it
        self.may_be_cue = False  # has cues, or begins a phrase that is one
        self.stops = False  # a word that no name holds: a particle, a function word
        self.verbal = False  # reads as a finite verb or a reporting participle rather than as a name
        self.starts: tuple[tuple[int, Start], ...] = ()  # each behind how many letters of proclitics
        self.alone: list[NamesAt] = _NO_NAMES  # what the word names by itself
        self.term = ""  # light stem of a word that tells what a text is about; empty for particles and reporting verbs
        self.theme: Stem | None = None  # what the themes know of it, once they were asked
        self.opens = 0  # which mentions can begin here: BY_TABLE, BY_QUOTE, BY_WORDS, BY_HEAD, BY_MOTHER
        self.kinds = 0  # of the names in ``starts``: bits of their codes
        self.contacts: tuple[tuple[str, int, str], ...] = ()  # (v or m, number of the contact rule, agreement)


class Occasions:
    """Words that link an occasion, and what kind a noun tells."""

    __slots__ = ("_kinds", "links")

    def __init__(self, links: frozenset[str], kinds: dict[str, OccasionKind]) -> None:
        self.links = links
        self._kinds = kinds

    def kind_of(self, word: str) -> OccasionKind | None:
        """The kind of occasion that a folded word tells."""
        return self._kinds.get(word)


class CueRule(Record):
    """A cue rule as the stages use it; see docs/rules.md for the fields."""

    id: str
    lemma: str
    kind: str
    clause: tuple[str, ...]
    object: tuple[str, ...]
    addressee: tuple[str, ...]
    needs: frozenset[str]
    not_before: tuple[str, ...]
    heads: tuple[str, ...]
    quote: bool
    target: bool
    strict: bool
    status: Status | None
    source: str | None  # preposition that governs the source (جاء في البيان), where it is not the subject
    speech_act: str | None
    cameo: str | None
    plover: str | None
    transitive: bool = False
    nominal: bool = False


class Term(Record):
    """A person's time in an office; ``start`` and ``end`` are ISO months or years, empty when open."""

    office: str
    country: str
    start: str
    end: str
    title: str


class Person(Record):
    """A known person."""

    id: str
    name: str
    short: str
    name_en: str
    short_en: str
    gender: str
    terms: tuple[Term, ...]


class ContactRule(Record):
    """A verb or noun of a contact; see data/contacts.toml."""

    id: str
    kind: str
    noun: frozenset[str]
    other: tuple[str, ...]
    noun_other: tuple[str, ...]
    never: frozenset[str]
    inverted: bool
    mutual: bool
    reciprocal: bool
    joins: bool
    talk: bool
    summons: bool


class CueRules:
    """Cue rules by number, each made when it is first asked for: an article needs few."""

    __slots__ = ("_made", "_rows")

    def __init__(self, rows: list[bytes]) -> None:
        self._rows = rows  # JSON
        self._made: list[CueRule | None] = [None] * len(rows)

    def __getitem__(self, number: int) -> CueRule:
        rule = self._made[number]
        if rule is None:
            rule = self._made[number] = _rule(orjson.loads(self._rows[number]))
        return rule

    def __len__(self) -> int:
        return len(self._rows)


def _rule(d: dict[str, Any]) -> CueRule:
    fields: dict[str, Any] = {k: tuple(d.get(k, ())) for k in ("clause", "object", "addressee", "not_before", "heads")}
    fields["needs"] = frozenset(d.get("needs", ()))
    fields |= {k: d.get(k) or None for k in ("status", "source", "speech_act", "cameo", "plover")}
    fields |= {k: bool(d.get(k)) for k in ("quote", "target", "strict", "transitive", "nominal")}
    return CueRule(id=d["id"], lemma=d["lemma"], kind=d.get("kind", "verb"), **fields)


FACTS: Final = ("countries", "bodies", "regions", "offices", "papers")
"""Facts of which an article asks few: sections of rows, looked up by id."""


_OFTEN: Final = 45  # Zipf 4.5: a word that a newspaper has every day
_CLITICS: Final = ("هما", "ها", "هم", "هن", "نا", "كم", "ه", "ك")


def _owned(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns as they are and with each pronoun (التزام, التزامه)."""
    return frozenset(noun + clitic for noun in nouns for clitic in ("", *_CLITICS))


class Lexicon:
    """The compiled rules, looked up by folded word."""

    def __init__(self, sections: Sections) -> None:
        cues = orjson.loads(sections["cues"])
        self.cue_rules = CueRules(sections.rows("cue_rules"))
        self._forms: dict[str, str] = cues["forms"]
        self._phrases: dict[str, list[Phrase]] = {}
        for form, codes in cues["phrases"].items():
            words = tuple(form.split(" "))
            for code in codes.split(" "):
                made = self._cue_form(code, False, False, "", "")
                self._phrases.setdefault(words[0], []).append((len(words), words[1:], made))
        contacts = orjson.loads(sections["contacts"])
        self.contact_rules = tuple(
            ContactRule(
                **{
                    **d,
                    **{k: frozenset(d[k]) for k in ("noun", "never")},
                    **{k: tuple(d[k]) for k in ("other", "noun_other")},
                }
            )
            for d in contacts["rules"]
        )
        self._contact_forms: dict[str, str] = contacts["forms"]
        self.contact_words: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in contacts["words"].items()}
        self.lists: dict[str, Any] = orjson.loads(sections["lists"])
        self._particles: dict[str, int] = self.lists["particles"]
        self.word_classes: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in self.lists["classes"].items()}
        self.title_adjectives = self.word_classes.get("title_adjectives", frozenset())
        self.title_ranks = self.word_classes.get("title_ranks", frozenset())
        self._masdar_shape: re.Pattern[str] | None = None
        self._verb_shape: re.Pattern[str] | None = None
        self._kinds_of_people: dict[str, tuple[str, bool]] | None = None
        self._media_heads = self.word_classes.get("media_heads", frozenset())
        self._titles_and_names = self.word_classes.get("titles_and_names", frozenset())
        self._verbs_and_names = self.word_classes.get("verbs_and_names", frozenset())
        self._kin = self.word_classes.get("kin", frozenset())
        self._mothers = self.word_classes.get("mothers", frozenset())
        self._body_heads = self.word_classes.get("body_heads", frozenset())
        self._no_article = self.word_classes.get("no_article", frozenset()) | _owned(
            self.word_classes.get("nouns_in_al", frozenset())
        )
        self.not_titles = self.word_classes.get("not_titles", frozenset())
        occasions = self.lists["occasions"]
        self.occasions = Occasions(frozenset(occasions["links"]), occasions["kinds"])
        self._names = sections.lines("names")
        self._words = WordTable(sections.lines("words"), _FLAGS)
        self._people = sections.lines("people")
        self._sections = sections
        self._facts: dict[str, Any] | None = None
        self._media: MediumTable | None = None
        self._infos = Remembered(self._make)
        self._starts: dict[str, Start] = {}
        self._persons: dict[str, Person] = {}

    @property
    def verb_shape(self) -> re.Pattern[str]:
        """Folded words in the shape of a verb that no name has (يستبق)."""
        if self._verb_shape is None:
            self._verb_shape = re.compile("|".join(sorted(self.word_classes.get("verb_shapes", ()))) or "$.")
        return self._verb_shape

    @property
    def masdar_shape(self) -> re.Pattern[str]:
        """What a word shaped like a masdar matches whole; made when the first word asks for it."""
        if self._masdar_shape is None:
            self._masdar_shape = re.compile("|".join(sorted(self.word_classes.get("masdar_shapes", ()))) or "$.")
        return self._masdar_shape

    @property
    def kinds_of_people(self) -> dict[str, tuple[str, bool]]:
        """Nouns for people: the one that stands for all of the kind, and whether it is a plural (before the bar)."""
        if self._kinds_of_people is None:
            self._kinds_of_people = {}
            for row in sorted(self.word_classes["one_kind"]):
                plurals, _, others = row.partition("|")
                kind = row.split()[0]
                self._kinds_of_people |= dict.fromkeys(others.split(), (kind, False))
                self._kinds_of_people |= dict.fromkeys(plurals.split(), (kind, True))
        return self._kinds_of_people

    @property
    def media(self) -> MediumTable:
        """Nouns that tell in what something was said; read when a statement asks for them."""
        if self._media is None:
            self._media = MediumTable(orjson.loads(self._sections["media"]))
        return self._media

    @property
    def office_classes(self) -> dict[str, str]:
        """Offices to their class, where several are one (king, president: head of state)."""
        classes: dict[str, str] = self.facts["office_classes"]
        return classes

    @property
    def facts(self) -> dict[str, Any]:
        """Countries, bodies, regions, offices by id; what is known of forms."""
        if self._facts is None:
            rows = {name: Rows(self._sections.lines(name)) for name in FACTS}
            self._facts = {**orjson.loads(self._sections["facts"]), **rows}
            self._facts["serving"] = frozenset([key.partition(" ")[0] for key in self._facts.get("serves", ())])
        return self._facts

    def info(self, word: str) -> WordInfo:
        """What is known of a folded word (kept for the next time)."""
        return self._infos[word]

    def infos(self, words: list[str]) -> list[WordInfo]:
        """What is known of each word."""
        return list(map(self._infos.__getitem__, words))

    def flags_of(self, word: str) -> int:
        """Flags of the word table for exactly this spelling; 0 when it is not listed."""
        return self._words.flags(word)

    def entry_of(self, word: str) -> tuple[int, int]:
        """(flags, ten times the Zipf frequency) of exactly this spelling; (0, 0) when it is not listed."""
        return self._words.both(word)

    def person(self, who: str) -> Person:
        """Facts of a known person by id; KeyError when there is none."""
        found = self._persons.get(who)
        if found is None:
            for line in self._people.starting(who):
                key, name, short, name_en, short_en, gender, terms = line.split("\t")
                parts = tuple(Term(*t.split("~")) for t in terms.split("|"))
                found = Person(key, name, short, name_en, short_en, gender, parts)
                break
            if found is None:
                raise KeyError(who)
            self._persons[who] = found
        return found

    def single(self, word: str, codes: str) -> list[Name]:
        """What exactly this folded word names by itself, among the kinds in ``codes``."""
        start = self._starting(word)
        if start is None or not start.kinds_alone & MASKS[codes]:
            return []
        return [n for n in start.alone if n.code in codes]

    def match(
        self, words: list[str], i: int, last: int, codes: str, info: WordInfo | None = None
    ) -> tuple[int, int, list[Name]] | None:
        """The longest name that starts at token ``i`` and ends by ``last``, among the kinds in ``codes``.

        Returns (token after it, proclitic letters skipped, what it may be), or None. ``info`` is that of the token,
        where it is at hand.
        """
        if i >= last:
            return None
        if info is None:
            info = self._infos[words[i]]
        return fitting(self.names_at(words, i, info), i, last, codes) if info.kinds & MASKS[codes] else None

    def names_at(self, words: list[str], i: int, info: WordInfo) -> list[NamesAt]:
        """All names that start at token ``i``, the longest first; not to be changed."""
        room = len(words) - i
        second = words[i + 1] if room > 1 else ""
        out: list[NamesAt] = []
        for skip, start in info.starts:
            for length in start.lengths.get(second, _NO_LENGTHS):
                if length > room:
                    continue
                longer = start.longer(start.base + " " + " ".join(words[i + 1 : i + length]))
                if longer is not None:
                    out.append((length, skip, *longer))
        if not out:
            return info.alone  # the same for every token of the type: most have no more
        out += info.alone
        if len(out) > 1:
            out.sort(key=_shorter)
        return out

    # -- making a word's record ---------------------------------------------------------------------------------------

    def _make(self, word: str) -> WordInfo:
        info = WordInfo(word)
        forms = self._segmentations(word)
        info.particle = self._particles.get(word, 0)
        info.flags, info.frequency = self._words.both(word)
        info.starts = tuple(
            [
                (skip, start)
                for skip, base in forms
                if (start := self._starting(base)) is not None and (base == word or not self._rather_whole(info, base))
            ]
        )
        for skip, start in info.starts:
            info.kinds |= start.kinds
            if start.alone and (not skip or len(word) > 3):
                info.alone = [*info.alone, (1, skip, start.kinds_alone, start.alone)]
        if word[0] in "وف" and len(word) > 2:
            self._try_conjunction(info, word)
        if not info.particle and not info.flags & FUNCTION:
            self._try_preposition(info)
        core = info.base[len(info.prep) :]
        bare = core in self._no_article
        info.core = core if bare else core.removeprefix("ال")
        info.definite = not bare and (core.startswith("ال") or (info.prep == "ل" and core.startswith("ل")))
        if (
            info.base[0] == "س"
            and len(info.base) > 4
            and info.base[1] in "يتنا"
            and (not info.flags or info.flags & UNKNOWN)
        ):
            info.future = bool(self.flags_of(info.base[1:]) & VERB or info.base[1:] in self._forms)
        if not info.flags:
            info.flags = VERB if info.future else self._inherited_flags(info, core)
        info.cues = tuple(self._cues(word))
        for cue in info.cues:
            if cue.kind != "v" or not cue.preposition:
                info.cue_kinds |= _CUE_KINDS[cue.kind]
        info.reports = bool(info.cue_kinds & AS_VERB)
        info.before_speaker = info.reports or word == "."
        info.stops = self._stops(info)
        info.verbal = self._verbal(info)
        if word in self._phrases or info.base in self._phrases:
            starts = dict.fromkeys((word, info.base))
            info.phrases = tuple([phrase for start in starts for phrase in self._phrases.get(start, ())])
        info.may_be_cue = bool(info.cues or info.phrases)
        if len(word) > 2 and word[0].isalpha() and not info.particle and not info.flags & FUNCTION and not info.cues:
            info.term = light_stem(word)
        info.contacts = self._contacts(word, info)
        if (
            (not info.starts or info.base.endswith("ه"))
            and info.base.endswith(("ه", "ها", "هم", "هما"))
            and len(info.base) > 4
            and info.flags & NOUN
        ):
            info.possessed = self._possessed(info.base)
        info.opens = self._opens(info)
        return info

    def _rather_whole(self, info: WordInfo, base: str) -> bool:
        """كبيرا, لافتا: an ordinary word, oftener met than the name (بيرا, إفتا) that is left without its first letter."""
        return bool(info.flags & (NOUN | VERB | MASDAR)) and self._words.frequency(base) < info.frequency

    def _stops(self, info: WordInfo) -> bool:
        if info.particle & P.name_link:
            return False
        return bool(info.particle & _ENDS_NAMES or (info.flags & FUNCTION and not info.flags & PERSONAL))

    def _verbal(self, info: WordInfo) -> bool:
        if (info.flags & PERSONAL and not info.conj) or info.flags & FUNCTION or info.particle & _ENDS_NAMES:
            return False
        if info.cue_kinds & (AS_VERB | AS_PARTICIPLE):
            return True
        if info.flags & VERB:
            return not info.flags & (NOUN | PERSONAL | UNKNOWN)
        return info.future and not info.flags & PERSONAL

    def _opens(self, info: WordInfo) -> int:
        """A name or title of the tables; a noun whose name may stand in quotation marks; a name by its own words; a body's head."""
        opens = BY_TABLE if info.starts or info.possessed is not None else 0
        if info.core in self._media_heads:
            opens |= BY_QUOTE
        if info.core in self._body_heads:
            opens |= BY_HEAD
        bare = not info.conj and not info.prep and not info.definite and not info.contacts
        nominal = not info.cue_kinds & ~AS_MASDAR or info.word in self._verbs_and_names
        if bare and info.word[0].isalpha() and info.flags & (GIVEN | UNKNOWN) and nominal:
            opens |= BY_WORDS
        if info.word in self._titles_and_names:
            opens |= BY_WORDS
        governed = not info.conj and info.prep in ("ل", "ب") and not info.definite
        if governed and (given := self.flags_of(info.base[1:])) & GIVEN and not given & NOUN:
            opens |= BY_WORDS  # لحسين شيخ
        if opens and info.word in self._mothers:
            opens |= BY_MOTHER
        return opens

    def _possessed(self, base: str) -> Name | None:
        for clitic in ("هما", "ها", "هم", "ه"):
            stem = base.removesuffix(clitic)
            if stem == base or len(stem) < 3:
                continue
            for form in (stem[:-1] + "ه" if stem.endswith("ت") else stem,):
                if form in self._kin:
                    return KIN_F if form != stem else KIN_M
                for name in self.single(form, "t"):
                    kind, number = name.value.split()[1], name.value.split()[4]
                    if number == "sg" and kind in ("state_office", "minister", "organisation", "royal", "party"):
                        return name
        return None

    def is_contact(self, word: str) -> bool:
        """A folded word as a whole, nothing attached, is one of a contact."""
        return word in self._contact_forms

    def _contacts(self, word: str, info: WordInfo) -> tuple[tuple[str, int, str], ...]:
        forms, base = self._contact_forms, info.base
        codes = forms.get(word) or forms.get(base)
        if not codes and base[0] in "بل":
            codes = forms.get(("ا" if base.startswith("لل") else "") + base[1:]) or forms.get(base[1:])  # للمحادثات
        if not codes and word[0] in "وفس" and not (info.flags & PERSONAL and not info.flags & VERB):  # فيصل
            codes = forms.get(word[1:])
        if not codes:
            return ()
        out = []
        for code in codes.split(" "):
            rule, rest = code.split(":")
            kind, agreement = rest.split(",")
            out.append((kind, int(rule), agreement))
        return tuple(out)

    def _try_conjunction(self, info: WordInfo, word: str) -> None:
        rest = word[1:]
        if self._particles.get(rest, 0):
            info.particle |= self._particles[rest]
            info.conj, info.conj_sure, info.base = True, True, rest
            return
        own = any(not skip for skip, _ in info.starts) or (info.flags & LISTED and not info.flags & UNKNOWN)
        own = own or bool(info.flags & LISTED and info.flags & SURNAME and word[0] == "و")
        if own:
            return
        # و is a conjunction when what is left is a word or a name that we know, or begins like one; ف the same.
        known = bool(self.flags_of(rest) or self._starting(rest) or rest in self._forms)
        if not known and rest.startswith(("ال", "لل", "بال", "كال")):
            known = len(rest) > 4
        info.conj_sure = known
        if not known and word[0] == "و" and not info.flags and len(rest) > 3:
            known = rest[0] in "يتس" or (rest[0] in "بل" and bool(self.flags_of(rest[1:])))
        if known:
            info.conj, info.base = True, rest

    def _try_preposition(self, info: WordInfo) -> None:
        base = info.base
        if base[0] not in "بلك" or (len(base) < 4 and not self._is_with_short_noun(base)):
            return
        rest = base[1:]
        if base.startswith("لل") or rest.startswith("ال"):
            info.prep = base[0]
            return
        if self.flags_of(base) & ~(UNKNOWN | LISTED) or any(skip == (1 if info.conj else 0) for skip, _ in info.starts):
            return
        known = self.flags_of(rest) & ~UNKNOWN or self._starting(rest) or rest in self._forms
        # لجمهوريتي …: the dual in construct of a noun in ة.
        dual = len(rest) > 4 and rest.endswith(("تي", "تا")) and self.flags_of(rest[:-2] + "ه") & NOUN
        if known or dual:
            info.prep = base[0]

    def _is_with_short_noun(self, base: str) -> bool:
        """بحي, لحي: no word of the table, before a noun of two letters that is met often."""
        if len(base) != 3 or self._words.entry(base):
            return False
        flags, frequency = self._words.both(base[1:])
        return bool(flags & NOUN) and frequency >= _OFTEN

    def _inherited_flags(self, info: WordInfo, core: str) -> int:
        forms = (info.base, core, "ا" + core if core.startswith("ل") else core, core.removeprefix("ال"))
        for form in dict.fromkeys(forms):
            if form != info.word and (flags := self.flags_of(form)):
                return flags & ~LISTED
        for clitic in _CLITICS if core.endswith(_CLITICS) else ():
            if core.endswith(clitic) and len(core) - len(clitic) >= 3:
                stem = core[: -len(clitic)]
                flags = self.flags_of(stem) or (self.flags_of(stem[:-1] + "ه") if stem.endswith("ت") else 0)
                if flags & (NOUN | VERB | MASDAR):
                    return flags & (NOUN | VERB | MASDAR)
        return UNKNOWN

    def _segmentations(self, word: str) -> list[tuple[int, str]]:
        """(proclitic letters, rest): the word itself first, then without و/ف, then without ب/ل/ك."""
        out = [(0, word)]
        rest, skip = word, 0
        if word[0] in "وف" and (len(word) > 3 or self._begins_longer_names(word)):
            rest, skip = word[1:], 1
            out.append((1, rest))
        if rest.startswith("لل") and len(rest) > 4:
            out.append((skip, "ال" + rest[2:]))
        elif rest[0] in "بلك" and len(rest) > 3:
            out.append((skip + 1, rest[1:]))
        if skip and word[1:2] != "ا" and word.startswith(("بال", "كال")):
            out.append((skip, rest))
        return out

    def _begins_longer_names(self, word: str) -> bool:
        """وجو [بايدن], وشي [جين بينغ]: two letters behind و that are no particle and begin names."""
        if len(word) != 3 or word[0] != "و" or self._particles.get(word[1:]) or self._particles.get(word):
            return False
        return self._starting(word[1:]) is not None

    def _starting(self, base: str) -> Start | None:
        """The names that begin with ``base``; None where there are none."""
        if self._names.indexed and not self._names.starting(base):
            return None  # most words begin none
        start = self._starts.get(base)
        if start is None and (lines := self._names.starting(base)):
            start = self._starts[base] = Start(base, lines)
        return start

    def _cue_form(self, code: str, conjunction: bool, future: bool, clitic: str, preposition: str) -> CueForm:
        rule, rest = code.split(":")
        kind, tense, agreement = rest.split(",")
        return CueForm(int(rule), kind, tense, agreement, conjunction, future, clitic, preposition)

    def _cues(self, word: str) -> list[CueForm]:
        out = self._cue_readings(word, False, "")
        if word[0] in "وف" and len(word) > 2:
            out += self._cue_readings(word[1:], True, "")
        rest = word[1:] if word[0] in "وف" and len(word) > 4 else word
        if rest[0] in "بل" and len(rest) > 4:
            out += [c for c in self._cue_readings(rest[1:], rest is not word, rest[0]) if c.kind == "m"]
        if word[0] == "ل" and word[1:2] in ("ي", "ت") and len(word) > 4:  # …، ليضيف أن …: what came next
            out += [
                c
                for c in self._cue_readings(word[1:], False, "ل")
                if c.kind == "v" and c.tense == "pr" and not c.clitic
            ]
        return out

    def _cue_readings(self, word: str, conjunction: bool, preposition: str) -> list[CueForm]:
        codes = self._forms.get(word)
        if codes:
            made = [self._cue_form(c, conjunction, False, "", preposition) for c in codes.split(" ")]
            if all(c.kind == "m" and c.agreement for c in made):  # وصفه: "his describing", and "he described it"
                made += self._with_pronoun(word, conjunction, preposition)
            return made
        if word.startswith("س") and len(word) > 4 and word[1] in "يتن":
            codes = self._forms.get(word[1:])
            if codes:
                made = [self._cue_form(c, conjunction, True, "", "") for c in codes.split(" ")]
                return [c for c in made if c.tense == "pr"]
        return self._with_pronoun(word, conjunction, preposition)

    def _with_pronoun(self, word: str, conjunction: bool, preposition: str) -> list[CueForm]:
        if not word.endswith(_CLITICS):
            return []
        forms = self._forms
        for clitic in _CLITICS:
            if not word.endswith(clitic) or len(word) - len(clitic) < 3:
                continue
            stem = word[: -len(clitic)]
            codes = forms.get(stem)
            if not codes and stem[-1] == "و":
                codes = forms.get(stem + "ا")
            elif not codes and stem[-1] == "ا":
                codes = forms.get(stem[:-1] + "ي")
            if codes:
                made = [self._cue_form(c, conjunction, False, clitic, preposition) for c in codes.split(" ")]
                return [c for c in made if c.kind == "v"]
        return []
