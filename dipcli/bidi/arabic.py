"""Arabic letters as presentation forms: joining by joining types, and the mandatory lam-alef ligatures."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dipcli.bidi.columns import kinds
from dipcli.bidi.ucd import table

LAM = "\u0644"
_ALEFS = "\u0622\u0623\u0625\u0627"
# Arabic Presentation Forms A, the part that has letters, and B.
_FORMS = (range(0xFB50, 0xFC00), range(0xFE70, 0xFEFD))
# Vowel signs and Quranic marks. Not maddah and hamza above and below (U+0653-0655): they make another letter.
TASHKEEL = re.compile(
    "[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff]"
)
_LAM_ALEF = re.compile(f"{LAM}[{_ALEFS}]")


class Shaped(NamedTuple):
    """Text with letters in their forms, still in logical order."""

    text: str
    sources: Sequence[int]
    """The source index of each character, rising. Left out are the alef of a ligature before, and joiners that have done their work."""


class _Forms(NamedTuple):
    isolated: dict[str, str]
    initial: dict[str, str]
    medial: dict[int, str]
    final: dict[str, str]
    ligatures: dict[str, str]
    joined: re.Pattern[str]
    """Letters that join each other, as many as there are."""
    ligature: re.Pattern[str]
    """The forms of lam and alef that are one ligature."""
    joiners: re.Pattern[str]
    """ZWJ and ZWNJ beside a letter that joins: they have done their work when letters have forms."""


@cache
def _forms() -> _Forms:
    """Read from the compatibility decompositions of the presentation forms (``<initial> 0628``)."""
    letters: dict[str, dict[str, str]] = {"isolated": {}, "initial": {}, "medial": {}, "final": {}}
    pairs: dict[tuple[str, str], str] = {}
    for code in (c for block in _FORMS for c in block):
        tag, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        source = "".join(chr(int(c, 16)) for c in codes)
        form = tag.strip("<>")
        if form in letters and len(source) == 1:
            letters[form].setdefault(source, chr(code))
        elif form in letters and len(source) == 2 and source[0] == LAM and source[1] in _ALEFS:
            pairs[form, source[1]] = chr(code)
    isolated, initial, medial, final = letters.values()
    ligatures = {
        lam[LAM] + final[alef]: pairs[form, alef]
        for lam, form in ((initial, "isolated"), (medial, "final"))
        for alef in _ALEFS
    }
    both, right, causing = (table().joining[kind] for kind in "DRC")
    return _Forms(
        isolated,
        initial,
        {ord(c): form for c, form in medial.items()},
        final,
        ligatures,
        re.compile(f"[{both}{causing}]*[{both}{causing}{right}]"),
        re.compile(f"[{initial[LAM]}{medial[LAM]}][{''.join(final[a] for a in _ALEFS)}]"),
        re.compile(f"(?<=[{both}{right}])[\u200c\u200d]+|[\u200c\u200d]+(?=[{both}{right}])"),
    )


def shape(text: str) -> Shaped:
    """The text with Arabic letters in the form that their neighbours give them; lam-alef becomes one character.

    Marks and other transparent characters stay where they are and do not part letters; those between lam and alef follow the
    ligature. ZWJ and ZWNJ beside letters that join are heeded and left out. Letters without presentation forms stay as they are,
    and so do bidi formatting characters.
    """
    if text.isascii():
        return Shaped(text, range(len(text)))
    known = kinds(text)
    if "m" in known or "n" in known or "j" in known:
        return _shape_among_marks(text, known)
    return _shape_letters(text)


def leave_out(shaped: Shaped, pattern: re.Pattern[str]) -> Shaped:
    """Without the characters that a pattern of single characters matches."""
    if not pattern.search(shaped.text):
        return shaped
    kept = [(c, at) for c, at in zip(shaped.text, shaped.sources, strict=True) if not pattern.match(c)]
    return Shaped("".join([c for c, _ in kept]), [at for _, at in kept])


def lam_alefs(text: str, kinds: str) -> int:
    """How many ligatures of lam and alef ``shape`` would make.

    :param kinds: the kinds of the characters of ``text``.
    """
    if LAM not in text:
        return 0
    if "m" in kinds:
        text = "".join([c for c, kind in zip(text, kinds, strict=True) if kind != "m"])
    return len(_LAM_ALEF.findall(text))


def _shape_letters(text: str) -> Shaped:
    """Text without transparent characters."""
    forms = _forms()
    shaped = forms.joined.sub(_form, text)
    if LAM not in text or not forms.ligature.search(shaped):
        return Shaped(shaped, range(len(text)))
    sources = list(range(len(text)))
    for found in reversed(list(forms.ligature.finditer(shaped))):
        del sources[found.start() + 1]
    return Shaped(forms.ligature.sub(lambda m: forms.ligatures[m[0]], shaped), sources)


def _form(joined: re.Match[str]) -> str:
    forms = _forms()
    letters = joined[0]
    first, last = letters[0], letters[-1]
    if len(letters) == 1:
        return forms.isolated.get(first, first)
    inner = letters[1:-1].translate(forms.medial) if len(letters) > 2 else ""
    return forms.initial.get(first, first) + inner + forms.final.get(last, last)


def _shape_among_marks(text: str, kinds: str) -> Shaped:
    """The letters are shaped as if nothing transparent stood between them, then put back."""
    places = [at for at, kind in enumerate(kinds) if kind != "m"]
    letters = "".join([text[at] for at in places])
    shaped = _shape_letters(letters)
    out = list(text)
    for at in places:
        out[at] = ""
    for character, source in zip(shaped.text, shaped.sources, strict=True):
        out[places[source]] = character
    for found in _forms().joiners.finditer(letters):
        for at in range(*found.span()):
            out[places[at]] = ""
    return Shaped("".join(out), [at for at, c in enumerate(out) if c])
