"""A topic before its verb that no table lists: a name alone, words that end in one, whoever a headline names."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, NOUN, PERSONAL, UNKNOWN, WordInfo
from dipcli.stages.framing.asides import aside_end
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.word_kinds import is_said_noun

_LONGEST: Final = 7
_HEADLINE: Final = 5
_QUOTED: Final = 4  # tokens of a quotation that is more than a name
_REACH: Final = 7  # tokens from the verb to the complementiser of its clause


def is_unlisted_speaker(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Can the words from ``i`` to the verb be who speaks, though no table knows them?"""
    infos = marked.infos[i : frame.cue]
    if not 0 < len(infos) <= _LONGEST or not _is_nominal(infos) or not _agrees(frame, infos):
        return False
    if marked.doc.in_headline(frame.sentence):
        return frame.form.tense == "pr" and len(infos) <= _HEADLINE
    if not (has_clause_behind(marked, frame) or _quotes_behind(marked, frame, i)):
        return _is_body(marked, infos) and _governs_behind(marked, frame)
    if _like_name(infos[-1]) or (len(infos) > 2 and _given(infos[-2])):
        return True
    if _is_body(marked, infos):
        return True
    definite = infos[0].definite or (len(infos) > 1 and infos[1].definite)
    return definite and frame.rule.id not in marked.classes["said_of_things"]


def _is_body(marked: MarkedText, infos: list[WordInfo]) -> bool:
    """حكومة الجنوب, الجانب الكيني, البحرية الكينية: a head of bodies, or a definite noun with its nationality."""
    head, after = infos[0], infos[1] if len(infos) > 1 else None
    if head.core in marked.classes["bodies_speaking"]:
        return True
    if after is None:
        return False
    return head.core in marked.classes["body_heads"] or (
        head.definite and bool(marked.doc.lexicon.single(after.base, "D"))
    )


def _governs_behind(marked: MarkedText, frame: Frame) -> bool:
    """What the verb governs stands right behind it, past a time or an adverb."""
    rule = frame.rule
    if rule.strict or rule.needs or frame.cue_last >= len(marked.words):
        return False
    i = aside_end(marked, frame, frame.cue_last, len(marked.words))  # أعلنت، في وقت سابق، رفضها …
    while i < min(frame.cue_last + 2, len(marked.infos)) and marked.infos[i].particle & (P.time | P.adverb):
        i += 1
    if i + 1 >= len(marked.infos):
        return False
    info = marked.infos[i]
    if info.particle & P.preposition:
        return info.base in rule.object
    if info.prep:
        return info.prep in rule.object and info.base not in marked.classes["b_adverbs"]
    if rule.target and info.definite and info.flags & NOUN:
        return True  # منظمات حقوق الإنسان انتقدت الملاحقة
    bare = "" in rule.object and not rule.addressee
    return bare and (info.word == "ذلك" or is_said_noun(marked, info))


def joined_topic(marked: MarkedText, frame: Frame, first: int) -> int | None:
    """Where و begins a clause of its own in a headline (الهدنة تنهار [وحكومة الجنوب] تناشد …)."""
    if not marked.doc.in_headline(frame.sentence) or frame.form.tense != "pr" or frame.form.conjunction:
        return None
    for k in range(frame.cue - 1, max(first, frame.cue - _HEADLINE) - 1, -1):
        info = marked.infos[k]
        if info.conj and marked.words[k].startswith("و"):
            return k if is_unlisted_speaker(marked, frame, k) else None
        if marked.inside[k] is not None or not _is_nominal([info]):
            return None
    return None


def _is_nominal(infos: list[WordInfo]) -> bool:
    """Nouns and names alone: no verb, no particle, no preposition, no mark."""
    return all(x.word[0].isalpha() and not x.particle and not x.prep and not x.verbal for x in infos)


def _agrees(frame: Frame, infos: list[WordInfo]) -> bool:
    feminine = infos[0].core.endswith(("ه", "ات", "اء"))
    agreement = frame.form.agreement
    if agreement == "fs":
        return (
            feminine or _like_name(infos[0]) or (len(infos) > 1 and infos[1].definite and infos[1].base.endswith("ه"))
        )
    return agreement in ("mp", "md") or not feminine or _like_name(infos[0])


def _like_name(info: WordInfo) -> bool:
    return bool(info.flags & (PERSONAL | UNKNOWN)) and not info.flags & NOUN and not info.definite


def _given(info: WordInfo) -> bool:
    return bool(info.flags & PERSONAL) and not info.definite


def _quotes_behind(marked: MarkedText, frame: Frame, i: int) -> bool:
    """أن الجانب الكيني يقترح «العمل على …»: a quotation right behind the verb of a topic that itself stands behind no verb."""
    quote = marked.quote_at.get(frame.cue_last)
    if quote is None or quote.close - quote.open <= _QUOTED:
        return False
    return i == 0 or not marked.infos[i - 1].reports


def has_clause_behind(marked: MarkedText, frame: Frame) -> bool:
    """A complementiser follows the verb, with nothing but an adjunct between."""
    for k in range(frame.cue_last, min(frame.cue_last + _REACH, len(marked.words))):
        info = marked.infos[k]
        if info.particle & COMPLEMENTISER and marked.inside[k] is None:
            return not info.conj
        if not info.word[0].isalnum() or (info.conj and not info.particle & P.preposition):
            return False
    return False
