"""Formulas that open background: يذكر أن, تجدر الإشارة إلى أن. They are the narrator's."""

from dipcli.rules import particles as P
from dipcli.rules.match import AS_FORMULA, COMPLEMENTISER
from dipcli.stages.document import Document


def begins_formula(doc: Document, i: int) -> bool:
    """Does a formula of background begin at token ``i``?"""
    rules = doc.lexicon.cue_rules
    if doc.infos[i].cue_kinds & AS_FORMULA:
        return True
    return any(
        rules[form.rule].kind == "formula" and tuple(doc.words[i + 1 : i + length]) == words
        for length, words, form in doc.infos[i].phrases
    )


def past_formula(doc: Document, first: int, last: int) -> int:
    """يذكر أن …، بحسب ما أفادت الوزارة: where what the ministry says begins, behind the formula; else ``first``."""
    if not begins_formula(doc, first):
        return first
    for k in range(first + 1, min(first + 5, last - 2)):
        particle = doc.infos[k].particle
        if particle & COMPLEMENTISER:
            return k + 1 if particle & P.complementiser else k
    return first
