"""Marks of punctuation that the parts of the program look for, as sets of single characters."""

COMMAS = frozenset("،,")
QUOTE_MARKS = frozenset('"“”«»„‟')
