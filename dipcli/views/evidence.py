"""What the report holds around a statement that a sentence about it can point to: its message, earlier words, edges."""

from dipcli.model import Candidate, Message, Report, Span, Statement
from dipcli.views.labels import label
from dipcli.views.names import Directory, line_of, one_line

_ENDS = {
    ".": ("to the full stop", "حتى النقطة"), "!": ("to the exclamation mark", "حتى علامة التعجب"),
    "؟": ("to the question mark", "حتى علامة الاستفهام"), "?": ("to the question mark", "حتى علامة الاستفهام"),
    "؛": ("to the semicolon", "حتى الفاصلة المنقوطة"), "،": ("to the comma", "حتى الفاصلة"), ",": ("to the comma", "حتى الفاصلة"),
    "»": ("to the closing mark", "حتى علامة الإغلاق"), "”": ("to the closing mark", "حتى علامة الإغلاق"),
    '"': ("to the closing mark", "حتى علامة الإغلاق"), "…": ("to the ellipsis", "حتى علامة الحذف"),
}  # fmt: skip
_QUOTES = "»”\"'"
_SENTENCE_ENDS = ".!؟?…"
_NO_SUBJECT = ("elided", "pronoun", "none")


def facts_of(report: Report, s: Statement, lang: str) -> dict[str, str]:
    """Facts by name for the wordings of ``reasons.py``; what the report does not hold is left out."""
    names = Directory(report)
    facts: dict[str, str] = {}
    if s.cue:
        facts["cue"] = one_line(_slice(report, s.cue.span))
    if s.sources and s.sources[0].entity:
        facts["source"] = names.names([x.entity for x in s.sources], lang)
    facts |= _neighbours(report, s)
    facts |= _message(report, s, names, lang)
    facts |= _edges(report, s, lang)
    return facts


def _slice(report: Report, span: Span) -> str:
    return report.article.text[span.start : span.end]


def _neighbours(report: Report, s: Statement) -> dict[str, str]:
    """The last earlier statement of the same speaker, and the next one in the line."""
    at = report.statements.index(s)
    who = {x.entity for x in s.sources if x.entity}
    out: dict[str, str] = {}
    for earlier in reversed(report.statements[:at]):
        if who & {x.entity for x in earlier.sources}:
            out |= {"previous": earlier.id, "previous_line": str(earlier.line)}
            if s.message and earlier.message == s.message:
                out["in_message"] = earlier.id
            break
    if at + 1 < len(report.statements) and report.statements[at + 1].line == s.line:
        out["following"] = report.statements[at + 1].id
    return out


def _message(report: Report, s: Statement, names: Directory, lang: str) -> dict[str, str]:
    message = next((m for m in report.messages if m.id == s.message), None)
    if message is None:
        return {}
    words = message_words(message, names, lang)
    out = {
        "message": words,
        "message_line": str(line_of(report, message.evidence)),
        "message_open": str(_open_since(report, s, line_of(report, message.evidence))),
        "message_words": one_line(_slice(report, message.evidence)),
    }
    return out | {"letter": words} if message.kind in ("letter", "cable") else out


def _open_since(report: Report, s: Statement, told: int) -> int:
    """Line of the first statement of the run in the same message; where there is none before, where the message is told."""
    line = told
    for earlier in reversed(report.statements[: report.statements.index(s)]):
        if earlier.message != s.message:
            break
        line = earlier.line
    return line


def message_words(message: Message, names: Directory, lang: str) -> str:
    """``the letter to Tokayev``, ``the call of Xi and Putin``."""
    kind = label(message.kind, lang)
    to = names.shorts(message.to, lang)
    if message.kind in ("letter", "cable"):
        return f"{kind} إلى {to}" if lang == "ar" else f"the {kind} to {to}"
    of = names.shorts(message.from_, lang)
    return f"{kind} {of} و{to}" if lang == "ar" else f"the {kind} of {of} and {to}"


def _edges(report: Report, s: Statement, lang: str) -> dict[str, str]:
    """The first word of what is said, and where and why it ends."""
    if not s.content:
        return {}
    words = _slice(report, s.content[0]).split()
    if not words:
        return {}
    return {"first": words[0], "until": _until(report, s, lang)}


def _until(report: Report, s: Statement, lang: str) -> str:
    text, end = report.article.text, s.content[-1].end
    after = text[end : end + 1]
    arabic = lang == "ar"
    cut = _cut_by(report, s)
    if cut is not None and after not in _QUOTES + _SENTENCE_ENDS:
        cue = one_line(_slice(report, cut.cue.span)) if cut.cue else ""
        return f"حتى القول التالي ({cut.id} «{cue}»)" if arabic else f"to the next report, {cut.id} «{cue}»"
    edge = _ENDS.get(after)
    words = edge[arabic] if edge else ("حتى نهاية الفقرة" if arabic else "to the end of the paragraph")
    if after not in _SENTENCE_ENDS and not (after == "" or after == "\n"):
        return words
    return words + ("؛ ولا يقطعه قول آخر" if arabic else "; no later report cuts it")


def _cut_by(report: Report, s: Statement) -> Statement | None:
    """The next statement whose cue follows the content in the same sentence."""
    text, end = report.article.text, s.content[-1].end
    later = [x for x in report.statements if x.cue and x.cue.span.start >= end]
    first = min(later, key=lambda x: x.cue.span.start if x.cue else 0, default=None)
    if first is None or first.cue is None:
        return None
    between = text[end : first.cue.span.start]
    return None if any(c in between for c in _SENTENCE_ENDS + "\n") else first


def losers(report: Report, s: Statement, given: tuple[Candidate, ...]) -> list[tuple[str, str]]:
    """Who else was looked at or stands near, and the reason why it is not them: (entity id, reason).

    The trace's own rejected candidates count. Where it has none and the source is not written, the persons named in the
    statement's line are told apart by what the report says of them.
    """
    own = [(c.entity, c.reason) for c in given if not c.taken and c.entity]
    if own or not s.sources or s.sources[0].resolution not in _NO_SUBJECT:
        return own
    taken = {x.entity for x in s.sources}
    to = {a.entity for a in s.addressees}
    out = []
    for e in report.entities:
        if e.kind != "person" or e.id in taken:
            continue
        if any(c.start <= m.span.start < c.end for m in e.mentions for c in s.content):
            out.append((e.id, "rejected_inside_content"))
        elif e.id in to:
            out.append((e.id, "rejected_addressee"))
    return out
