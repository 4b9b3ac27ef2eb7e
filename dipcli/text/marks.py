"""Marks of punctuation that the parts of the program look for, as sets of single characters."""

from typing import Final

COMMAS: Final = frozenset("،,")
QUOTE_MARKS: Final = frozenset('"“”«»„‟')
