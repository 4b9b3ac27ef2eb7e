"""Who answers in an interview: who was quoted most before its first question."""

from dipcli.stages.clusters import Cluster
from dipcli.stages.framing.frame import Frame
from dipcli.stages.headlines import ANSWER
from dipcli.stages.speakers.context import Attribution, Context


def source_of_an_answer(context: Context, frame: Frame) -> Attribution | None:
    """The source of the answer before; of the first one the person whose words open the article, most of them.

    Nobody where no person spoke before: whose answers they are the article does not tell.
    """
    if frame.rule.id != ANSWER.id:
        return None
    spoken: dict[int, list[Cluster]] = {}
    for earlier, answer in zip(context.frames, context.done, strict=False):
        if earlier.rule.id == ANSWER.id:
            return Attribution("source_of_an_answer", answer.resolution, answer.sources)
        if not answer.nested and len(answer.sources) == 1 and answer.sources[0].kind == "person":
            spoken.setdefault(answer.sources[0].serial, []).append(answer.sources[0])
    if not spoken:
        return Attribution("nobody", "none", ())
    most = max(spoken.values(), key=len)  # of equals who spoke first
    return Attribution("source_of_an_answer", "elided", most[:1])
