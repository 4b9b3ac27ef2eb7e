"""What single words are to a cue: needed by its rule, nouns of people, nouns of speech, pointing words."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, NOUN, PERSONAL, VERB, CueRule, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.segment import Sentence

_SHORTEST_PLURAL: Final = 4  # letters


def preposition_of(info: WordInfo) -> str:
    """The preposition that a word is or begins with; empty for none."""
    return info.base if info.particle & P.preposition else info.prep


def is_needed(marked: MarkedText, rule: CueRule, i: int) -> bool:
    """One of the words without which the rule's cue is no report."""
    info = marked.infos[i]
    return not rule.needs.isdisjoint((marked.words[i], info.base, info.base[len(info.prep) :], info.core))


def has_needed(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """One of the words that the rule needs stands within reach, or it needs none."""
    i = frame.cue_last
    return not frame.rule.needs or any(is_needed(marked, frame.rule, k) for k in range(i, min(sentence.last, i + 16)))


def is_person_noun(marked: MarkedText, i: int) -> bool:
    """A noun of people, or of a paper or an agency, that can speak."""
    return marked.infos[i].core in marked.classes.get("sources", ())


def is_nominative_plural(info: WordInfo) -> bool:
    """المجتمعون: a plural of people with the article, whose ending is that of a subject; الشؤون is too short to be one."""
    return info.definite and info.base.endswith("ون") and len(info.core) > _SHORTEST_PLURAL


def is_only_verb(marked: MarkedText, k: int) -> bool:
    """A word that is a verb and nothing else, as it stands."""
    info = marked.infos[k]
    return bool(info.flags & VERB and not info.flags & (NOUN | MASDAR | PERSONAL)) and not info.particle


_CLITICS: Final = ("هما", "ها", "هم", "ه", "نا", "ا")
_CLITIC_ENDS: Final = frozenset(c[-1] for c in _CLITICS)


def stem_in(marked: MarkedText, core: str, name: str) -> bool:
    """Is the word, with or without a pronoun at its end, in the word class ``name``?"""
    words = marked.classes.get(name, frozenset())
    if core in words:
        return True
    if core[-1:] not in _CLITIC_ENDS:
        return False
    for clitic in _CLITICS:
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


def is_said_noun(marked: MarkedText, info: WordInfo) -> bool:
    """A noun of what is expressed (دعمه, الالتزام), with nothing attached but the article or a pronoun."""
    return stem_in(marked, info.base if info.prep else info.core, "speech")


def points(marked: MarkedText, word: str) -> bool:
    """هذه الرغبة, كل الجهود: a demonstrative or a quantifier, with its noun behind it."""
    if len(word) < 2 or word == "ذلك":
        return False
    return bool(marked.doc.lexicon.info(word).particle & (P.demonstrative | P.quantifier))


def is_feast(marked: MarkedText, i: int) -> bool:
    """هنأه بعيد الفطر, where بعيد is not "shortly after" or "far"."""
    return marked.infos[i].base == "بعيد" and i + 1 < len(marked.infos) and marked.infos[i + 1].definite


def resumes(marked: MarkedText, k: int) -> bool:
    """ف before a verb or a complementiser takes the clause up again (… ، فإن الوزير)."""
    return marked.words[k] in ("فان", "فقد", "فانه", "فانها") or bool(
        marked.words[k].startswith("ف") and marked.infos[k].conj and marked.infos[k].flags & VERB
    )


def withheld_end(marked: MarkedText, i: int) -> int:
    """Token behind what a source does not want told of itself (عدم نشر أسمائهم), or ``i`` where it is something else."""
    k, last = i, min(i + 5, len(marked.infos))
    while k < last and marked.infos[k].base in marked.classes["withholding"]:
        k += 1
    return k + 1 if k < last and marked.infos[k].core in marked.classes["identity"] else i


def asked_to_be_unnamed(marked: MarkedText, i: int) -> int:
    """Token behind مصدر [طلب (من الصحيفة) عدم ذكر اسمه], told of a source by the way; ``i`` where something else begins."""
    if marked.infos[i].base not in marked.classes["withholds"]:
        return i
    for k in range(i + 1, min(i + _ASKED, len(marked.infos))):
        past = withheld_end(marked, k)
        if past > k:
            return past
    return i


_ASKED: Final = 4  # tokens from the verb to what a source asks: whom it asks may stand between
