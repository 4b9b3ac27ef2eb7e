"""Last checks on a frame whose content was found."""

from dipcli.rules.match import P, WordInfo
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.topics import pronoun_subject
from dipcli.text.segment import Sentence

_OPENING = (
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


def is_plausible(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """Last checks on a frame whose content was found."""
    rule = frame.rule
    if frame.form.kind == "v" and frame.opener in ("object", "prep") and rule.not_before:
        if marked.infos[frame.content_start].base in rule.not_before:
            return False
    if _like_a_preposition(marked, frame) and not (
        frame.opener == "comp" or (frame.opener == "prep" and marked.words[frame.content_start - 1] in rule.object)
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
        before = marked.infos[frame.cue - 1] if frame.cue > sentence.first else None
        inside_message = (
            frame.cue_last < sentence.last and marked.words[frame.cue_last] in marked.classes["resumptives"]
        )
        if (
            before is not None
            and before.word[0].isalnum()
            and not _clause_start(marked, before)
            and not pronoun_subject(marked, frame)
            and not inside_message
        ):
            return False
    return True


def _like_a_preposition(marked: MarkedText, frame: Frame) -> bool:
    """بين, عبر with no mark that tells the verb: only its own complement can."""
    own = frame.form.kind == "v" and marked.infos[frame.cue].particle & P["preposition"]
    return bool(own) and not frame.form.conjunction and "\u0651" not in marked.doc.raw(frame.cue)


def _clause_start(marked: MarkedText, info: WordInfo) -> bool:
    linked = info.word.removeprefix("و") in marked.classes["links"]
    return bool(info.particle & _OPENING) or linked or info.base == "لما"
