"""Marks and particles that every part of the framing looks for."""

from typing import Final

from dipcli.rules import particles as P

SAME: Final = frozenset({"ذات", "نفس", "لذات", "لنفس"})
DASHES: Final = frozenset("-–—ـ")
TAKEN_UP: Final = frozenset({"فان", "فانه", "فانها"})  # what is said, taken up behind its source and a pause
SKIPPABLE: Final = P.time | P.adverb | P.demonstrative | P.quantifier | P.prepositional_pronoun
WHO_IS: Final = frozenset({"وهو", "وهي", "وهم", "وهما"})  # before what somebody named is

# Countries whose Arabic name is masculine in the press (Ryding 2005, 124).
MASCULINE_COUNTRIES: Final = frozenset({"IQ", "MA", "LB", "JO", "YE", "SD", "SO", "KW", "VA", "SS"})
