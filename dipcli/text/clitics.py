"""What Arabic writes before and behind a word without a space, in folded spelling."""

from typing import Final

CONJUNCTIONS: Final = ("و", "ف")
PREPOSITIONS: Final = ("ب", "ك", "ل", "لل")  # ل and the article are written لل
ARTICLE: Final = "ال"
PRONOUNS: Final = ("ها", "هما", "هم", "هن", "ه", "كما", "كم", "ك", "كن", "نا", "ي")


def bare(word: str) -> str:
    """A folded word without the article, where more than two letters are left."""
    return word.removeprefix(ARTICLE) if len(word) > 4 else word
