"""Arabic letters as presentation forms: joining by joining types, and the mandatory lam-alef ligatures."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .columns import kinds
from .ucd import table

LAM = "\u0644"
_ALEFS = "\u0622\u0623\u0625\u0627"
# Arabic Presentation Forms A, the part that has letters, and B.
_FORMS = (range(0xFB50, 0xFC00), range(0xFE70, 0xFEFD))
# Vowel signs and Quranic marks. Not maddah and hamza above and below (U+0653-0655): they make another letter.
TASHKEEL = re.compile(
    "[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_LAM_ALEF = re.compile(f"{LAM}[{_ALEFS}]")


class Shaped(NamedTuple):
    """Text with letters in their forms, still in logical order."""

    text: str
    sources: Sequence[int]
    """The source index of each character, rising. Left out are the alef of a ligature before, and joiners that have done their work."""


class _Forms(NamedTuple):
    letters: dict[str, dict[str, str]]
    """For each form its letters, and the character that shows the letter in the form."""
    ligatures: dict[str, str]
    """Lam and alef in the forms that they have beside each other, and their ligature."""
    ligature: re.Pattern[str]
    """Any of these."""


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
    ligatures = {
        letters[lam][LAM] + letters["final"][alef]: pairs[form, alef]
        for lam, form in (("initial", "isolated"), ("medial", "final"))
        for alef in _ALEFS
    }
    return _Forms(letters, ligatures, re.compile("|".join(ligatures)))


class _Joining(dict[int, str]):
    """Joining types; ``U`` for what joins nothing."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = table().joining.get(code, "U")
        return kind


class _Shapes(dict[tuple[str, str, str], str]):
    """The form of a character between two joining types, as it is met."""

    def __missing__(self, context: tuple[str, str, str]) -> str:
        before, character, after = context
        kind = table().joining.get(ord(character), "U")
        joins_before = kind in "DRC" and before in "DC"
        joins_after = kind in "DC" and after in "DRC"
        form = ("isolated", "final", "initial", "medial")[joins_before + 2 * joins_after]
        shape = self[context] = _forms().letters[form].get(character, character) if kind in "DR" else character
        return shape


_JOINING = _Joining()
_SHAPES = _Shapes()


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
    joining = text.translate(_JOINING)
    shaped = "".join(map(_SHAPES.__getitem__, zip("U" + joining, text, joining[1:] + "U", strict=False)))
    if LAM not in text:
        return Shaped(shaped, range(len(text)))
    forms = _forms()
    found = [m.start() for m in forms.ligature.finditer(shaped)]
    if not found:
        return Shaped(shaped, range(len(text)))
    sources = list(range(len(text)))
    for at in reversed(found):
        del sources[at + 1]
    return Shaped(forms.ligature.sub(lambda m: forms.ligatures[m[0]], shaped), sources)


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
    if "n" in kinds or "j" in kinds:
        joining = letters.translate(_JOINING)
        for joiners in _JOINERS.finditer(letters):
            if _beside_letter(joining, *joiners.span()):
                for at in range(*joiners.span()):
                    out[places[at]] = ""
    return Shaped("".join(out), [at for at, c in enumerate(out) if c])


def _beside_letter(joining: str, start: int, end: int) -> bool:
    """Whether a letter that joins stands before ``start`` or at ``end``."""
    return joining[max(start - 1, 0)] in "DR" or joining[end : end + 1] in ("D", "R")
