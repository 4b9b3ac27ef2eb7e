"""Themes that a user names by their terms. The built-in ones come from a trained classifier; these do not.

A term is found in any inflection (by the stems that the classifier counts), its words side by side. A statement that
holds one has the theme; an article has it as a main theme when a term stands in the headline or in three places.
"""

from collections.abc import Sequence
from typing import Any, Final

from dipcli.model import Statement, ThemeHit
from dipcli.records import Record
from dipcli.rules.load import Rules
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.stages.themes import theme_stem

MAIN_PLACES: Final = 3


class OwnTheme(Record):
    """A user's theme: id, labels, IPTC code."""

    id: str
    ar: str
    en: str
    medtop: str | None


class OwnThemes:
    """The user's themes, their terms by first stem."""

    __slots__ = ("_terms", "themes")

    def __init__(self, themes: Sequence[dict[str, Any]]) -> None:
        self.themes = tuple(OwnTheme(t["id"], t["ar"], t["en"], t["medtop"]) for t in themes)
        self._terms: dict[str, list[tuple[list[str], int]]] = {}
        for n, theme in enumerate(themes):
            for term in theme["terms"]:
                first, *rest = map(theme_stem, term)
                self._terms.setdefault(first, []).append((rest, n))

    def places(self, words: Sequence[str]) -> dict[int, int]:
        """In how many places of these folded words a term of each theme stands, by number of the theme."""
        found: dict[int, int] = {}
        stems = list(map(theme_stem, words))
        for i, stem in enumerate(stems):
            here = {n for rest, n in self._terms.get(stem, ()) if stems[i + 1 : i + 1 + len(rest)] == rest}
            for n in here:
                found[n] = found.get(n, 0) + 1
        return found


def own_themes(rules: Rules) -> OwnThemes | None:
    """The user's themes, made once; None when there are none."""
    if not rules.own_themes:
        return None
    own = rules.cache.get("own_themes")
    if not isinstance(own, OwnThemes):
        own = rules.cache["own_themes"] = OwnThemes(rules.own_themes)
    return own


def with_own_themes(
    doc: Document,
    own: OwnThemes | None,
    frames: Sequence[Frame],
    statements: tuple[Statement, ...],
    themes: tuple[ThemeHit, ...],
) -> tuple[tuple[Statement, ...], tuple[ThemeHit, ...]]:
    """Statements and article with the user's themes before those of the classifier."""
    if own is None:
        return statements, themes
    out: list[Statement] = []
    said: dict[int, list[str]] = {}
    for statement, frame in zip(statements, frames, strict=True):
        numbers = own.places([w for a, b in frame.content for w in doc.words[a:b] if w[0].isalpha()])
        for n in numbers:
            said.setdefault(n, []).append(statement.id)
        ids = (*(own.themes[n].id for n in sorted(numbers)), *statement.themes)
        out.append(statement._replace(themes=tuple(dict.fromkeys(ids))))
    title, body = _words(doc, ("headline",)), _words(doc, ("headline", "body"))
    in_title, places = own.places(title), own.places(body)
    for n in said:
        places.setdefault(n, 1)
    by_id = {t.id: t for t in themes}
    for n in sorted(places):
        main = n in in_title or places[n] >= MAIN_PLACES
        if main or n in said:
            hit = _hit(own.themes[n], main, places[n], said.get(n, []))
            by_id[hit.id] = _joined(by_id[hit.id], hit) if hit.id in by_id else hit
    return tuple(out), tuple(sorted(by_id.values(), key=lambda t: not t.main))


def _words(doc: Document, kinds: tuple[str, ...]) -> list[str]:
    lines = (line for line in doc.segments.lines if line.kind in kinds)
    return [w for line in lines for w in doc.words[line.first : line.last] if w[0].isalpha()]


def _hit(theme: OwnTheme, main: bool, places: int, statements: list[str]) -> ThemeHit:
    score = round(1 - 0.5**places, 3)
    return ThemeHit(
        id=theme.id, main=main, score=score, statements=tuple(statements), medtop=theme.medtop, label_ar=theme.ar,
        label_en=theme.en,
    )  # fmt: skip


def _joined(known: ThemeHit, own: ThemeHit) -> ThemeHit:
    """A built-in theme that the user gave terms of their own."""
    numbers = sorted({*known.statements, *own.statements}, key=lambda s: int(s[1:]))
    return known._replace(main=known.main or own.main, score=max(known.score, own.score), statements=tuple(numbers))
