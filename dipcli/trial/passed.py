"""What is passed over in a text, and why: forms of cues that report nothing, names that name nobody.

The finder of cues decides by the functions of ``stages/framing/find.py``; here they are asked again, one by one.
"""

from collections.abc import Iterator

from dipcli.model import Article, Passed, PassedReason, Report
from dipcli.pipeline import prepare
from dipcli.rules.load import Rules
from dipcli.rules.match import FUNCTION, CueForm
from dipcli.stages.framing.find import UNREAD_LINES, fill, is_other_word, is_quoted, readings
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.vetoes import is_vetoed
from dipcli.stages.framing.word_kinds import has_needed
from dipcli.text.segment import Sentence

_NAMES = "pqCKomr"


def passed_over(article: Article, rules: Rules, report: Report) -> list[Passed]:
    """Candidates of the article that ``report``, made of it by the same rules, leaves out; in text order."""
    marked = prepare(article, rules).marked
    fired = {(s.cue.span.start, s.rule.rpartition(".")[0]) for s in report.statements if s.cue}
    out: list[Passed] = []
    for n, sentence in enumerate(marked.doc.segments.sentences):
        for i in range(sentence.first, sentence.last):
            if marked.infos[i].may_be_cue:
                out += _cues(marked, i, sentence, n, fired)
            out += _names(marked, i, sentence)
    return out


def _cues(marked: MarkedText, i: int, sentence: Sentence, n: int, fired: set[tuple[int, str]]) -> Iterator[Passed]:
    seen = set()
    for length, form in readings(marked, i, sentence.last):
        rule = marked.doc.lexicon.cue_rules[form.rule]
        span = marked.doc.span(i, i + length)
        if rule.id in seen or (span.start, rule.id) in fired:
            continue
        seen.add(rule.id)
        yield Passed(span=span, kind="cue", rule=rule.id, reason=_why(marked, i, length, form, sentence, n))


def _why(marked: MarkedText, i: int, length: int, form: CueForm, sentence: Sentence, n: int) -> PassedReason:
    rule = marked.doc.lexicon.cue_rules[form.rule]
    frame = Frame(i, i + length, form, rule, n, sentence.line)
    if marked.doc.segments.lines[sentence.line].kind in UNREAD_LINES:
        return "line"
    if is_quoted(marked, i):
        return "quoted"
    if is_other_word(marked, i, sentence):
        return "other_word"
    if form.kind == "f":
        return "formula"
    if is_vetoed(marked, frame, sentence):
        return "vetoed"
    if fill(marked, frame, sentence):
        return "outdone"
    if not has_needed(marked, frame, sentence):
        return "needs"
    return "strict" if rule.strict and frame.opener not in ("comp", "quote", "colon") else "unfilled"


def _names(marked: MarkedText, i: int, sentence: Sentence) -> Iterator[Passed]:
    info = marked.infos[i]
    if marked.start_of[i] is not None or info.particle or info.flags & FUNCTION:
        return
    if marked.inside[i] is not None:
        return  # a part of a longer name, which is there
    found = marked.doc.lexicon.match(marked.words, i, sentence.last, _NAMES, info)
    if found is None:
        return
    end, skip, names = found
    ids = ", ".join(sorted({n.value.split(" ")[0] for n in names}))
    reason: PassedReason = "short" if all(n.code == "q" for n in names) else "passed"
    yield Passed(span=marked.doc.span(i, end, skip), kind="name", rule=ids, reason=reason)
