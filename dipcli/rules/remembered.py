"""What is worked out of a word once, and kept while the word is met again: a reader of millions of articles stays small."""

from collections.abc import Callable
from typing import Final, TypeVar

Value = TypeVar("Value")

# Most words of a year of news are met again within so many others.
MOST: Final = 50_000


class Remembered(dict[str, Value]):
    """Values by word, made when they are first asked for.

    When there are ``most``, they become the older half, of which is kept what is asked for again: at no time are there
    more than twice as many. The same word may be made anew later, so values must not be told apart by identity.
    """

    __slots__ = ("_make", "_most", "_older")

    def __init__(self, make: Callable[[str], Value], most: int = MOST) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._older: dict[str, Value] = {}

    def __missing__(self, word: str) -> Value:
        made = self._older.pop(word, None)
        if made is None:
            made = self._make(word)
        if len(self) >= self._most:
            self._older = dict(self)
            self.clear()
        self[word] = made
        return made
