"""Tokens: words and single punctuation marks of the folded text."""

import re
from itertools import accumulate
from typing import Final

_TOKEN: Final = re.compile(r"([^\W_]+|[^\w\s]|_)")


class Tokens:
    """Parallel lists over the tokens of an article: folded ``words`` and their half-open folded offsets.

    Parallel lists and not a record a token: a record cost more than twice the time when it was measured.
    """

    __slots__ = ("ends", "starts", "words")

    def __init__(self, text: str) -> None:
        parts = _TOKEN.split(text)  # what stands between two tokens, if only "", then a token, and so on
        places = list(accumulate(map(len, parts)))  # where each of them ends
        self.words: list[str] = parts[1::2]
        self.starts: list[int] = places[:-1:2]
        self.ends: list[int] = places[1::2]

    def __len__(self) -> int:
        return len(self.words)
