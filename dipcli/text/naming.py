"""When two written names can be one person's."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dipcli.text.clitics import bare

_LINKS: Final = frozenset({"بن", "ابن", "بنت", "-", ".", "'"})
SONS: Final = frozenset({"بن", "ابن", "بنت"})
_JOINED: Final = frozenset({"عبد", "ابو", "ابي", "ابا", "ال", "بو"})
_ROOT: Final = 3  # consonants
_PATTERNS: Final = frozenset({"فافف", "ففيف", "ففاف", "ففوف", "فففف", "فففوف"})  # فاعل, فعيل, فعال, فعول, مفعل, مفعول
_SOUNDS: Final = str.maketrans(
    {"غ": "ج", "ڤ": "ف", "ط": "ت", "ص": "س", "ث": "ت", "ض": "د", "ظ": "ز", "ذ": "د", "ق": "ك"}
)


def name_key(words: Sequence[str]) -> tuple[str, ...]:
    """A name's tokens for comparison: links (بن, hyphens) left out, عبد, أبو and آل joined to what follows."""
    out: list[str] = []
    held = ""
    for w in words:
        if w in _LINKS:
            continue
        if w in _JOINED:
            held = "ابو" if w in ("ابي", "ابا") else w
            continue
        out.append(held + w if held else bare(w))
        held = ""
    return tuple(out)


def fathers(words: Sequence[str]) -> set[str]:
    """سالم of زايد بن سالم آل حمود: the words of a name's key that a link stands before."""
    behind = (name_key(words[i + 1 : i + 3])[:1] for i in range(1, len(words)) if words[i] in SONS)
    return {word for key in behind for word in key}


def same_word(a: str, b: str) -> bool:
    """One word in two spellings: equal, the same sounds in another transliteration, or one letter off when long."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < 4 or _of_two_patterns(a, b):
        return False
    sa, sb = skeleton(a), skeleton(b)
    if sa == sb and len(sa) >= 3:
        return True
    return min(len(a), len(b)) >= 6 and a[0] == b[0] and one_letter_off(a, b)


def _of_two_patterns(a: str, b: str) -> bool:
    """سالم and سليم, محمد and محمود, العامري and العمري: of one root, and each of an Arabic pattern of its own."""
    first, second = pattern(a), pattern(b)
    return bool(first) and bool(second) and first != second


@lru_cache(maxsize=2048)  # every name of an article is held against every other one
def pattern(word: str) -> str:
    """The Arabic pattern of a name by its long vowels, ف for each consonant (فافف for سالم); empty for other words."""
    stem = word[:-1] if len(word) > _ROOT and word[-1] in "يه" else word
    shape = "ف" + "".join(c if c in "اوي" else "ف" for c in stem[1:])
    if shape in _PATTERNS or (shape == "ففف" and stem != word):
        return shape
    return "فعلان" if stem.endswith("ان") and shape == "فففاف" else "فعيلان" if shape == "ففيفاف" else ""


@lru_cache(maxsize=2048)
def skeleton(word: str) -> str:
    """A word by its consonants and first letter, letters that transliterations interchange taken for one."""
    sounds = word.translate(_SOUNDS)
    return sounds[0] + sounds[1:].replace("ا", "").replace("و", "").replace("ي", "")


def one_letter_off(a: str, b: str) -> bool:
    """Edit distance of at most one."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    for i, c in enumerate(a):
        if c != b[i]:
            return a[i + 1 :] == b[i + 1 :] if len(a) == len(b) else a[i:] == b[i + 1 :]
    return True


def contains(long: Sequence[str], short: Sequence[str]) -> bool:
    """``short`` is ``long`` with words left out, in order (شي جين بينغ ⊇ شي; محمد بن نايف بن عبد العزيز ⊇ محمد بن نايف)."""
    at = 0
    for word in short:
        while at < len(long) and not same_word(long[at], word):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True
