"""Two cues that claim one content: which of them has it."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import NOUN
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.inna import is_inna, takes_inna
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.marks import COMMAS

_JOINED: Final = 25  # tokens from what is reported to a second noun of it


def claimed_once(marked: MarkedText, frames: list[Frame]) -> list[Frame]:
    """Two cues that claim one complement: the nearer has it, but in وأضاف قائلا the first, and a parenthesis none."""
    dropped: set[int] = set()
    for n, frame in enumerate(frames):
        if n and frame.cue == frames[n - 1].cue:
            dropped.add(n - 1)  # وأضاف مؤكدا نية «الوزارة»: what the second word of the cue governs is said
        for m in range(n + 1, len(frames)):
            other = frames[m]
            if other.sentence != frame.sentence or other.cue >= max(frame.content_start, frame.cue + 1):
                break
            if frame.opener == "before":
                continue
            if (
                (other.form.kind == "s" and other.opener == "before" and not _differs(marked, other))
                or (other.form.kind in "pm" and marked.words[other.cue] in marked.classes["second_cue"])
                or _in_his_words(marked, frame, other)
            ):
                dropped.add(m)
            elif other.content_start == frame.content_start and other.form.kind != "s":
                inner = (
                    _in_parenthesis(marked, other)
                    or _in_setting(marked, frame, other)
                    or _of_saying(marked, frame, other)
                )
                dropped.add(m if inner else n)
        for m in range(n + 1, len(frames)):
            if frames[m].cue >= frame.content_start + _JOINED:
                break
            # أعرب عن شكره ل…: the noun that is expressed is no second report.
            form = frames[m].form
            if frames[m].cue == frame.content_start and frame.frame == "np":
                noun = form.kind == "m" and not _own_report(marked, frames[m])
                if noun or (form.kind == "v" and form.clitic) or (form.kind == "p" and frame.opener == "object"):
                    dropped.add(m)
            if _joined_to(marked, frame, frames[m]):
                dropped.add(m)
        if frame.form.kind == "s" and frame.opener == "comp" and _only_relays(frames, n):
            dropped.add(n)
    return [f for n, f in enumerate(frames) if n not in dropped]


def _joined_to(marked: MarkedText, frame: Frame, other: Frame) -> bool:
    """أعرب عن اعتزازه … وشكره ل…: a second noun of what one cue reports, with the same pronoun."""
    if frame.frame != "np" or other.form.kind != "m" or other.sentence != frame.sentence or not other.form.agreement:
        return False
    first, second = marked.infos[frame.content_start], marked.infos[other.cue]
    if not second.conj or not 0 < other.cue - frame.content_start < _JOINED:
        return False
    return any(first.base.endswith(c) and second.base.endswith(c) for c in ("ه", "ها", "هم", "هما"))


def _in_his_words(marked: MarkedText, frame: Frame, other: Frame) -> bool:
    """وأضاف الوزير قوله إن …: قوله only takes the verb up; in نقلت عن الوزير قوله the verb is that of an agency."""
    told = marked.infos[other.cue].base in ("قوله", "قولها", "قولهم") and not marked.infos[other.cue].conj
    if not told or frame.form.kind != "v" or other.content_start != frame.content_start:
        return False
    return all(marked.infos[k].base != "عن" for k in range(frame.cue, other.cue))


def _own_report(marked: MarkedText, frame: Frame) -> bool:
    """أشار إلى مطالبة المغرب ب…: another's words. In جدد دعوة المغرب إلى … the genitive is who is called on."""
    noun = marked.infos[frame.cue].base
    return bool(frame.subjects) and noun in marked.classes["own_masdars"]


def _of_saying(marked: MarkedText, frame: Frame, other: Frame) -> bool:
    """وقال الوزير، بحسب ما نقلته الوكالة، إن …: إن is the verb's that it goes with, also where another stands nearer."""
    if other.form.kind != "v" or not takes_inna(marked, frame) or takes_inna(marked, other):
        return False
    at = frame.content_start
    return frame.opener == "comp" and (is_inna(marked, at) or (at > 0 and is_inna(marked, at - 1)))


def _in_parenthesis(marked: MarkedText, frame: Frame) -> bool:
    """ونفى الوزير، الذي اعتبر من المتشددين، أن …: a relative between commas does not take the clause."""
    i, at = frame.cue, frame.content_start
    if i < 2 or not marked.infos[i - 1].particle & P.relative_pronoun or marked.words[i - 2] not in COMMAS:
        return False
    return frame.opener == "comp" and any(marked.words[k] in COMMAS for k in (at - 1, at - 2) if k > i)


def _in_setting(marked: MarkedText, frame: Frame, other: Frame) -> bool:
    """وأكدت الهيئة في إعلانها أن …, قال شاهد يدعى سالم، إن …: the nearer cue belongs to where it was said or to who said it."""
    if frame.opener != "comp" or frame.form.kind != "v" or other.form.conjunction:
        return False
    before = marked.infos[other.cue - 1]
    if other.form.kind == "m":
        return bool(other.form.agreement) and before.base in ("في", "خلال", "ضمن")
    if other.form.kind != "v":
        return False
    what = bool(before.particle & P.relative)
    according = marked.classes["according"]
    if (what and marked.infos[other.cue - 2].base in according) or before.base in according:
        return True  # أفاد اللاعب وفق ما ذكرته الصحيفة أنه …, وأضاف، بحسب ما أورد الموقع، أن …
    told = other.form.clitic and what  # تعليقا على ما أعلنه الناطق، إن …
    if other.form.clitic and before.flags & NOUN and not before.definite and not before.particle:
        return True  # قال عنصر سألته الوكالة إن …
    closes = any(marked.words[k] in COMMAS for k in (frame.content_start - 1, frame.content_start - 2) if k > other.cue)
    plain = before.word[0].isalnum() and not before.particle & ~P.relative_pronoun
    of_them = before.word in COMMAS and other.form.agreement == "mp" and other.form.tense == "pa"
    return closes and bool(plain or told or of_them)


def _differs(marked: MarkedText, frame: Frame) -> bool:
    """A parenthesis that splits what it reports, and not by a paper or an agency, which only relays it."""
    relayed = any(marked.infos[f.first].base.removeprefix("ل") in marked.classes["media_heads"] for f in frame.subjects)
    return len(frame.content) > 1 and not relayed and not any(f.rule == "table_m" for f in frame.subjects)


def _only_relays(frames: list[Frame], n: int) -> bool:
    """بحسب مراسل …، فإن الوزير قال إن …: the one who is quoted inside is the source."""
    start = frames[n].content_start
    return any(
        g.sentence == frames[n].sentence
        and start <= g.cue <= start + 8
        and g.form.kind == "v"
        and (g.opener == "comp" or (g.opener in ("quote", "colon") and g.cue == start and g.subjects))
        for g in frames[n + 1 : n + 3]
    )
