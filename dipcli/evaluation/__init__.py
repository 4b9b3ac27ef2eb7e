"""How right reports are: reports against articles that somebody annotated, the scorer behind ``dip score``.

``annotations`` and ``reported`` read the two sides, ``comparison`` lays one article's beside the other, ``figures`` adds
the articles up. ``docs/accuracy.md`` says what each figure means, ``docs/annotating.md`` how annotations are written.
"""
