"""All forms of a word as articles write them: number, gender, what is written before and behind it.

Forms are listed and not stripped: a stemmer takes the same letters off where they belong to the word (تعاون is no plural)
and so loses forms of it. What stands behind the article is told from what does not: pronouns, and the endings of a
genitive, only stand without one, so that الدولي is no form of دول. Spelling is folded but for ة, which tells دورة from
دوره; plurals that change the word itself are looked up in ``plurals.tsv``.
"""

from functools import cache
from pathlib import Path
from typing import Final, Literal

from dipcli.records import Record
from dipcli.text.clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS, PRONOUNS
from dipcli.text.fold import Folded, fold

TA_MARBUTA: Final = (
    "ٹ"  # what stands for ة where it is kept: a letter that Arabic does not have and folding leaves alone
)
_PRONOUNS: Final = tuple(p for p in PRONOUNS if p != "ي")
_DUALS: Final = ("ان", "ين")
_SOUND: Final = ("ون", "ين")
_FEMININE_DUALS: Final = ("تان", "تين")
# What may stand before a word: with the article, and without. ل and the article are written لل.
_WITH_ARTICLE: Final = ("لل", *(p + ARTICLE for p in ("", "ب", "ك")))
_WITHOUT: Final = ("", *(p for p in PREPOSITIONS if p != "لل"))
_ARTICLES: Final = tuple(c + a for c in ("", *CONJUNCTIONS) for a in _WITH_ARTICLE)

Kind = Literal["plain", "dual", "feminine", "plural", "sound"]


class Forms(Record):
    """Forms behind an article, and forms without one; ة is ``TA_MARBUTA``."""

    definite: frozenset[str]
    indefinite: frozenset[str]


class _Stem(Record):
    """Letters that endings are written onto; ``plain`` takes all of them, ``dual`` those of two alone (its plural is
    another word), ``feminine`` stands before ة, ``plural`` takes pronouns alone, ``sound`` the endings ون and ين.
    """

    letters: str
    kind: Kind


def fold_keeping(text: str) -> Folded:
    """``fold``, but ة stays apart from ه, as ``TA_MARBUTA``."""
    return fold(text.replace("ة", TA_MARBUTA))


@cache
def forms_of(word: str) -> Forms:
    """All forms of a word as somebody writes it. A word of another script, or of one letter, has itself alone."""
    folded = fold_keeping(word).text
    if folded.isascii() or len(folded) < 2:
        return Forms(definite=frozenset(), indefinite=frozenset((folded,)))
    definite: set[str] = set()
    indefinite: set[str] = set()
    bases = _without_article(word, folded)
    for noun in _nouns(bases):
        for stem in noun.stems:
            one, other = _endings(stem)
            definite.update(f for f in one - noun.never if ARTICLE + f not in noun.never)
            indefinite |= other - noun.never
    return Forms(definite=frozenset(definite), indefinite=frozenset(indefinite.union(bases)))


@cache
def spellings_of(word: str) -> frozenset[str]:
    """Every way in which a text may write the word, with conjunction, preposition and article; folded but for ة."""
    forms = forms_of(word)
    if not forms.definite:
        return forms.indefinite
    starts = [c + p for c in ("", *CONJUNCTIONS) for p in _WITHOUT]
    return frozenset(
        [a + f for a in _ARTICLES for f in forms.definite] + [s + f for s in starts for f in forms.indefinite]
    )


# -- stems -------------------------------------------------------------------------------------------------------------


class _Noun(Record):
    """Stems of one noun, and forms that are none of its; with an article, behind one alone."""

    stems: frozenset[_Stem]
    never: frozenset[str] = frozenset()


def _nouns(bases: list[str]) -> list[_Noun]:
    """What a word may be a form of."""
    return [
        noun for base in bases for one in (base, *_without_pronoun(base)) for noun in _listed(one) or _unlisted(one)
    ]


def _without_article(word: str, folded: str) -> list[str]:
    """The word without article; where a conjunction or preposition stands before it, also as it is: it may be its own."""
    if word.startswith(("أل", "إل", "آل")):
        return [folded]
    for article in sorted(_ARTICLES, key=len, reverse=True):
        rest = folded.removeprefix(article)
        if rest != folded and len(rest) > 2:
            return [rest] if article == ARTICLE else [rest, folded]
    return [folded]


def _without_pronoun(word: str) -> list[str]:
    for pronoun in ("هما", "ها", "هم", "هن"):
        rest = word.removesuffix(pronoun)
        if rest != word and len(rest) > 3:
            opened = rest.endswith("ت") and not rest.endswith("ات")
            return [rest[:-1] + TA_MARBUTA, rest] if opened else [rest]
    return []


def _unlisted(word: str) -> list[_Noun]:
    """The word itself, and what is left without an ending that is surely one; that may be listed (الرئيسان)."""
    size = len(word)
    if word.endswith(TA_MARBUTA):
        return [_Noun(frozenset([_Stem(word[:-1], "feminine")]))]
    shorter: list[_Stem] = []
    if word.endswith("ه") and size > 3:  # ة without its dots, as many write it
        shorter.append(_Stem(word[:-1], "feminine"))
    if word.endswith("ات") and size > 4:
        shorter.append(_Stem(word[:-2], "feminine"))
        if size > 5:
            shorter.append(_Stem(word[:-2], "plain"))
    if word.endswith(_FEMININE_DUALS) and size > 5:
        shorter.append(_Stem(word[:-3], "feminine"))
    elif word.endswith((*_DUALS, *_SOUND)) and size > 5:
        shorter.append(_Stem(word[:-2], "plain"))
    out = [_Noun(frozenset([_Stem(word, "plain")]))]
    for stem in shorter:
        singular = stem.letters + (TA_MARBUTA if stem.kind == "feminine" else "")
        out += _listed(singular) or [_Noun(frozenset([stem]))]
    return out


def _listed(word: str) -> tuple[_Noun, ...]:
    return _table().get(word, ())


@cache
def _table() -> dict[str, tuple[_Noun, ...]]:
    """Listed nouns, each under its singular and its plurals."""
    out: dict[str, tuple[_Noun, ...]] = {}
    for line in (Path(__file__).parent / "plurals.tsv").read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith(("#", "word\t")):
            continue
        word, further, other = (_folded_words(cell) for cell in line.split("\t"))
        stems = [_listed_stem(w, singular=True) for w in word] + [_listed_stem(w, singular=False) for w in further]
        noun = _Noun(frozenset(stems), frozenset(other))
        for w in dict.fromkeys((*word, *further)):
            out[w] = (*out.get(w, ()), noun)
    return out


def _folded_words(cell: str) -> list[str]:
    return [fold_keeping(w.strip()).text for w in cell.split(";") if w.strip()]


def _listed_stem(word: str, *, singular: bool) -> _Stem:
    if word.endswith(TA_MARBUTA):
        return _Stem(word[:-1], "feminine")
    if not singular and word.endswith("ون"):
        return _Stem(word[:-2], "sound")
    return _Stem(word, "dual" if singular else "plural")


# -- endings -----------------------------------------------------------------------------------------------------------


def _endings(stem: _Stem) -> tuple[set[str], set[str]]:
    """Forms of a stem behind an article, and without one."""
    if stem.kind == "feminine":
        return _feminine(stem.letters)
    if stem.kind == "sound":
        return _sound(stem.letters, construct=True)
    definite, indefinite = _bare(stem.letters)
    if stem.kind == "plural":
        return definite, indefinite
    more = [_dual(stem.letters)] if len(stem.letters) > 2 else []
    if stem.kind == "plain" and len(stem.letters) > 3:
        more += [_sound(stem.letters, construct=_is_participle(stem.letters)), _many(stem.letters)]
        if _has_feminine(stem.letters):
            more.append(_of_women(stem.letters))
    for one, other in more:
        definite |= one
        indefinite |= other
    return definite, indefinite


def _bare(s: str) -> tuple[set[str], set[str]]:
    """The stem alone, in the accusative, with pronouns."""
    pronouns = [p for p in _PRONOUNS if p != "ك" or len(s) > 3]
    out = {s, s + "ا", *(s + p for p in pronouns)}
    if s.endswith("ء"):  # its seat changes: لقاؤه, لقائه
        out |= {s[:-1] + seat + p for seat in "وي" for p in pronouns}
    if s.endswith("ي") and len(s) > 3:  # ى opens into ا: مستواه
        out |= {s[:-1] + "ا" + p for p in pronouns}
    return {s}, out


def _dual(s: str) -> tuple[set[str], set[str]]:
    out = {s + e for e in _DUALS}
    return out, out | {s + "ي" + p for p in _PRONOUNS} | ({s + "ا" + p for p in _PRONOUNS} if len(s) > 3 else set())


def _sound(s: str, *, construct: bool) -> tuple[set[str], set[str]]:
    """ون and ين; with ``construct`` also what they lose before a genitive (مسؤولو, مسؤولي)."""
    out = {s + e for e in _SOUND}
    if not construct:
        return out, out
    return out, out | {s + e + p for e in ("و", "ي") for p in ("", *_PRONOUNS)}


def _is_participle(s: str) -> bool:
    """Has the word the shape of a participle or a relative adjective (مسؤول, لاجئ, وزير, دبلوماسي)?

    Of these مسؤولي is the plural; of others what looks so is mostly a relative adjective (اقتصادي, لبناني).
    """
    return s.startswith("م") or s[1] == "ا" or s[2:3] == "ي" or s.endswith("ي")


def _many(s: str) -> tuple[set[str], set[str]]:
    return {s + "ات"}, {s + "ات" + p for p in ("", *_PRONOUNS)}


def _has_feminine(s: str) -> bool:
    """Is a word of this shape one that has a feminine (فعيل, a relative adjective, a long participle)?

    Of shorter ones the feminine is mostly another word: مكتب and مكتبة, دور and دورة.
    """
    return len(s) > 4 or s.endswith("ي") or s[2] == "ي"


def _of_women(s: str) -> tuple[set[str], set[str]]:
    out = {s + TA_MARBUTA, *(s + e for e in _FEMININE_DUALS)}
    return out, out | {s + "تا", s + "تي"}


def _feminine(s: str) -> tuple[set[str], set[str]]:
    """Forms of a word in ة, of which ``s`` is what stands before it."""
    out = {s + e for e in (TA_MARBUTA, "ه", "ات", *_FEMININE_DUALS)}
    return out, out | {s + e + p for e in ("ت", "ات", "تا", "تي") for p in _PRONOUNS} | {s + "تا", s + "تي"}
