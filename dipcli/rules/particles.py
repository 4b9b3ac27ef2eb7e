"""Classes of particles: bits of ``WordInfo.particle``, called as in the tables."""

from typing import Final

complementiser: Final = 1 << 0
complementiser_pronoun: Final = 1 << 1
negation: Final = 1 << 2
negation_past: Final = 1 << 3
future: Final = 1 << 4
perhaps: Final = 1 << 5
question: Final = 1 << 6
condition: Final = 1 << 7
relative: Final = 1 << 8
relative_pronoun: Final = 1 << 9
auxiliary: Final = 1 << 10
background_auxiliary: Final = 1 << 11
qad: Final = 1 << 12
preposition: Final = 1 << 13
conjunction: Final = 1 << 14
subordinator: Final = 1 << 15
pronoun: Final = 1 << 16
demonstrative: Final = 1 << 17
quantifier: Final = 1 << 18
each_of: Final = 1 << 19
time: Final = 1 << 20
adverb: Final = 1 << 21
name_link: Final = 1 << 22
name_opens: Final = 1 << 23
theophoric_end: Final = 1 << 24
prepositional_pronoun: Final = 1 << 25
