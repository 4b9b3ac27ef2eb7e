"""A subject behind the phrase that its verb governs (ورحب بالقرار وزير الخارجية كمال العلمي): verb, object, subject."""

from dipcli.rules.match import MASDAR
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import adjunct_end
from dipcli.stages.framing.topics import agrees
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.text.segment import Sentence


def take_subject_behind(marked: MarkedText, frame: Frame, sentence: Sentence) -> None:
    """Who is named right behind a governed phrase that is whole is no part of it: the subject of a verb without one."""
    if frame.opener != "prep" or frame.frame != "np" or frame.subject_side != "none" or frame.form.clitic:
        return
    if frame.form.agreement not in ("ms", "fs") or frame.addressees or frame.object_range is not None:
        return
    end = adjunct_end(marked, frame.content_start, sentence.last)
    found = marked.start_of[end] if end < sentence.last else None
    if found is None or end == frame.content_start or not _may_act(marked, frame, found) or not _is_whole(marked, end):
        return
    frame.subjects, frame.subject_side = [found], "after"
    frame.content = [(frame.content_start, end)]


def _may_act(marked: MarkedText, frame: Frame, found: Found) -> bool:
    """A person with an office and a name, or, behind a verbal noun, with a name alone."""
    governed = found.skip or marked.infos[found.first].prep
    if found.kind != "person" or found.name is None or governed or not agrees(marked, frame, found):
        return False
    head = frame.content_start
    if is_person_noun(marked, head):
        return False  # أشاد بالفنان سامر العلمي
    return bool(found.titles) or bool(marked.infos[head].flags & MASDAR)


def _is_whole(marked: MarkedText, end: int) -> bool:
    """The phrase closes with the article or with a name that is no person's, so that no genitive follows."""
    before = marked.inside[end - 1]
    if before is not None and before.rule == "unnamed_document":
        return marked.infos[end - 1].definite  # وأشار إلى تصريح [الوزير كمال العلمي]: whose it is
    return before.kind != "person" if before is not None else marked.infos[end - 1].definite
