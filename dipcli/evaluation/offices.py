"""Are two titles the same office?"""

from dipcli.evaluation.words import name_of
from dipcli.text.fold import fold_word

# Words that make another office of a title: one side alone may not have them.
_TELLING = frozenset(
    map(
        fold_word,
        (
            "وزراء", "حكومة", "برلمان", "مجلس", "نواب", "نائب", "خارجية", "دفاع", "داخلية", "مالية", "سابق", "أسبق", "أول",
            "عهد", "ولي", "مساعد", "وكيل", "متحدث", "ناطق", "سفير",
        ),
    )
)  # fmt: skip
_ALIKE = 0.5


def same_office(a: str, b: str) -> bool:
    """Most words shared (Dice 1945), and none on one side alone that tells one office from another.

    الرئيس and رئيس الجمهورية are one, الرئيس and نائب الرئيس are two.
    """
    one, other = set(name_of(a)), set(name_of(b))
    if not one or not other:
        return False
    alike = 2 * len(one & other) / (len(one) + len(other))
    return alike >= _ALIKE and not (one ^ other) & _TELLING
