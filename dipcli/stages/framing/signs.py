"""Marks and particles that every part of the framing looks for."""

from dipcli.rules.match import P

SAME = frozenset({"ذات", "نفس", "لذات", "لنفس"})
DASHES = frozenset("-–—ـ")
SKIPPABLE = P["time"] | P["adverb"] | P["demonstrative"] | P["quantifier"] | P["prepositional_pronoun"]

# Countries whose Arabic name is masculine in the press (Ryding 2005, 124).
MASCULINE_COUNTRIES = frozenset({"IQ", "MA", "LB", "JO", "YE", "SD", "SO", "KW", "VA", "SS"})
