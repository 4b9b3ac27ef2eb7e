"""Who says it: an ordered tuple of sieves, each named as a sentence, each answering with a source and its reasons."""

from collections.abc import Callable, Sequence
from typing import Final

from dipcli.rules import particles as P
from dipcli.stages.clusters import all_standing
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.signs import MASCULINE_COUNTRIES
from dipcli.stages.headlines import ANSWER
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.elided import (
    source_elided_in_sentence,
    source_elided_last_speaker,
    source_elided_message_scope,
    source_of_the_report_around,
)
from dipcli.stages.speakers.interviewees import source_of_an_answer
from dipcli.stages.speakers.named import source_named_with_the_cue, source_of_resumptive_clause
from dipcli.stages.speakers.noun_phrases import source_is_a_noun_phrase
from dipcli.stages.speakers.papers import source_of_a_paper
from dipcli.stages.speakers.participles import source_of_masdar_ahead, source_of_participle
from dipcli.stages.speakers.relayed import source_relayed_by_pronoun

Sieve = Callable[[Context, Frame], Attribution | None]


def attribute(context: Context) -> list[Attribution]:
    """One attribution a frame, in order; ``resolution`` none where no sieve could name anybody."""
    for frame in context.frames:
        for sieve in SIEVES:
            answer = sieve(context, frame)
            if answer is not None:
                break
        else:
            answer = Attribution("nobody", "none", ())
        answer.nested = answer.nested or context.is_nested(frame) or _of_an_antecedent(context, frame, answer)
        context.done.append(answer)
        _learn_gender(context, frame, answer)
    for answer in context.done:  # who was told by an office alone may have turned out to be somebody named before
        if any(not c.founds for c in answer.sources):
            answer.sources = tuple(all_standing(answer.sources))
    return context.done


def _learn_gender(context: Context, frame: Frame, answer: Attribution) -> None:
    """رحب [العراق] ب…. ودعا إلى …: a state or body that was once the subject of a masculine verb goes on to be one."""
    if frame.form.kind != "v" or frame.form.agreement != "ms" or answer.resolution != "explicit" or answer.document:
        return
    if len(answer.sources) != 1 or answer.span is None:
        return
    source, head = answer.sources[0], context.doc.infos[answer.span[0]]
    masculine = head.definite and not head.core.endswith("ه") and answer.span[1] - answer.span[0] > 1
    if source.kind == "country" and (source.country in MASCULINE_COUNTRIES or masculine):
        source.masculine = True


def _of_an_antecedent(context: Context, frame: Frame, answer: Attribution) -> bool:
    """الهيئة التي أشادت ب…: told by the way, so that the body is not the one who goes on to speak."""
    before = context.doc.infos[frame.cue - 1] if frame.cue else None
    relative = before is not None and before.particle & P.relative_pronoun and frame.subject_side == "before"
    return bool(relative) and all(c.kind != "person" for c in answer.sources)


def without_orphans(
    marked: MarkedText, frames: Sequence[Frame], answers: Sequence[Attribution]
) -> tuple[list[Frame], list[Attribution]]:
    """Participles and verbal nouns that nobody can be the subject of are no reports: they are dropped.

    مرحبا بالزوار; تعليم الشباب وتحذيرهم من الغلو, where the pronoun is the object.
    """
    both = list(zip(frames, answers, strict=True))
    spoken = {f.sentence for f, a in both if f.opener != "before" and a.sources and not a.nested}
    kept = [(f, a) for f, a in both if (a.sources or not _has_no_subject(marked, f)) and not _relays(f, a, spoken)]
    kept = [(f, a) for f, a in kept if f.form.kind not in "sv" or not _told_again(f, a, kept)]
    return [f for f, _ in kept], [a for _, a in kept]


def _has_no_subject(marked: MarkedText, frame: Frame) -> bool:
    """A participle, a verbal noun with a pronoun, an answer; not وحثهم على …, where the verb with its object is spelled alike."""
    owned = frame.form.kind == "m" and bool(frame.form.agreement)
    return frame.form.kind == "p" or frame.rule.id == ANSWER.id or (owned and not marked.infos[frame.cue].reports)


def _told_again(frame: Frame, answer: Attribution, both: list[tuple[Frame, Attribution]]) -> bool:
    """قال الوزير إن …، على حد تعبير الوزير: the speaker of the words, told once more."""
    if frame.form.kind == "s" and any(
        a.sources == answer.sources and f.content == frame.content and f is not frame for f, a in both
    ):
        return True  # ونقلت الوكالة نقلا عن مصدر أن …: the verb has told it
    return frame.opener == "before" and any(
        a.sources == answer.sources and f.opener != "before" and f.sentence == frame.sentence and frame.says(f.cue)
        for f, a in both
    )


def _relays(frame: Frame, answer: Attribution, spoken: set[int]) -> bool:
    """… قال الوزير إن …، وفق ما نقلت الوكالة: who only passes on what a named speaker said is no source of it."""
    if frame.form.kind not in "sv" or frame.opener != "before" or frame.sentence not in spoken:
        return False
    return bool(answer.sources) and all(any(f.rule == "table_m" for f in c.founds) for c in answer.sources)


SIEVES: Final[tuple[Sieve, ...]] = (
    source_of_an_answer,
    source_of_resumptive_clause,
    source_relayed_by_pronoun,
    source_named_with_the_cue,
    source_of_a_paper,
    source_is_a_noun_phrase,
    source_of_participle,
    source_of_masdar_ahead,
    source_of_the_report_around,
    source_elided_in_sentence,
    source_elided_message_scope,
    source_elided_last_speaker,
)
