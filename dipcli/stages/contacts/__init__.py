"""Letters, calls, meetings and visits that the article tells of, with their two sides.

``find`` tries every word that can tell of a contact, by ``verbs``, ``nouns`` and ``visits``; ``merging`` makes one of
several tellings of the same. ``contact`` is what comes out.
"""
