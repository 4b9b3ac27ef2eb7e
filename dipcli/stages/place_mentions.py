"""Where a city or a country is named as a place: في باريس, مطار بيروت, بحر الصين. Its state is not meant there."""

from collections.abc import Iterable
from typing import Final

from dipcli.stages.document import Document
from dipcli.stages.found import Found

_CAPITAL: Final = "table_K"


def of_states(doc: Document, founds: Iterable[Found]) -> list[Found]:
    """The mentions that mean the state; all of them where none does (an entity has one mention at least)."""
    every = list(founds)
    return [f for f in every if f.kind != "country" or not is_place(doc, f)] or every


def is_place(doc: Document, found: Found) -> bool:
    """في [باريس], بـ[الرياض], مدينة [تونس]: a capital where something is; بحر [الصين]: what bears a land's name; and
    اللجنة المشتركة [السعودية] الفرنسية, an adjective that is spelled like the land.
    """
    i, classes = found.first, doc.lexicon.word_classes
    before = doc.infos[i - 1] if i else None
    if found.rule == _CAPITAL and found.skip and doc.words[i][found.skip - 1] == "ب":
        return True
    if before is None or found.skip:
        return False
    if before.core in classes["waters"] or (found.last - i == 1 and _is_adjective(doc, found)):
        return True
    if found.rule != _CAPITAL:
        return False
    return (
        before.base in classes["inside"]
        or before.core in classes["place_heads"]
        or before.core in classes["parts_of_town"]
    )


def _is_adjective(doc: Document, found: Found) -> bool:
    """السعودية behind a definite noun in the feminine or the plural, or before another adjective of its kind."""
    word = doc.infos[found.first]
    if not (word.definite and word.base.endswith("يه")):
        return False
    before = doc.infos[found.first - 1]
    if not before.definite or before.conj or before.cues:
        return False
    return before.base.endswith(("ه", "ات")) and before.base not in doc.lexicon.word_classes["ends_of_lands"]
