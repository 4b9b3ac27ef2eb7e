"""Marks and particles that every part of the framing looks for."""

from dipcli.rules.match import P

COMMAS = frozenset("،,")
SAME = frozenset({"ذات", "نفس", "لذات", "لنفس"})
DASHES = frozenset("-–—ـ")
QUOTE_MARKS = frozenset('"“”«»„‟')
COMPLEMENTISER = P["complementiser"] | P["complementiser_pronoun"]
SKIPPABLE = P["time"] | P["adverb"] | P["demonstrative"] | P["quantifier"] | P["prepositional_pronoun"]
