"""A light stem for counting words: proclitics and the article off, nothing else. Names and roots stay whole."""

from typing import Final

_PROCLITICS: Final = ("وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")


def light_stem(word: str) -> str:
    """A folded word without و/ف, ب/ك/ل and ال where at least three letters are left."""
    if word.startswith(_PROCLITICS):
        for p in _PROCLITICS:
            if word.startswith(p) and len(word) - len(p) >= 3:
                return word[len(p) :]
    if word[0] == "و" and len(word) > 4:
        return word[1:]
    return word
