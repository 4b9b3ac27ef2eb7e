"""Who is passed on where only a pronoun tells of him (ونقلت عنه الوكالة قوله إن …)."""

from dipcli.stages.clusters import Cluster
from dipcli.stages.framing.frame import Frame
from dipcli.stages.speakers.context import Attribution, Context


def source_relayed_by_pronoun(context: Context, frame: Frame) -> Attribution | None:
    """The pronoun under عن is who spoke last and agrees with it, else the person named last; the paper passes on his words."""
    doc = context.doc
    if frame.form.kind != "v" or frame.rule.speech_act != "relay" or frame.cue_last >= len(doc.words):
        return None
    pronouns, at = doc.lexicon.word_classes["from_him"], frame.cue_last
    if doc.words[at] not in pronouns and frame.subject_side == "after":
        at = min(frame.subject_end(at), len(doc.words) - 1)  # ونقل التلفزيون [عنه] قوله إن …
    pronoun = doc.words[at]
    if pronoun not in pronouns:
        return None
    last = next((a.sources for a in reversed(context.done) if not a.nested and _agree(pronoun, a.sources)), None)
    if last is None:
        named = [c for c in context.clusters.all if c.kind == "person" and c.before(frame.cue) >= 0]
        fit = [c for c in named if _agree(pronoun, (c,))]
        last = (max(fit, key=lambda c: c.before(frame.cue)),) if fit else None
    if last is None:
        return None
    return Attribution("source_relayed_by_pronoun", "pronoun", last, (), (at, at + 1))


def _agree(pronoun: str, sources: tuple[Cluster, ...]) -> bool:
    """عنه: one man; عنها: one woman, a body, a state; عنهما, عنهم: two or more, a group."""
    if not sources:
        return False
    several = len(sources) > 1 or sources[0].number != "sg" or sources[0].kind == "group"
    if pronoun.endswith("م") or pronoun.endswith("ما"):
        return several
    feminine = sources[0].gender == "f" or sources[0].kind in ("country", "organisation")
    return not several and feminine == pronoun.endswith("ا")
