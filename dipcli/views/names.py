"""How people, countries and places in the article are called in rows and on screens."""

from collections.abc import Iterable

from dipcli.model import Entity, Report, Span
from dipcli.rules.load import Rules
from dipcli.views.labels import label, listed


class Directory:
    """Entities of one report by id."""

    def __init__(self, report: Report) -> None:
        self._by_id = {e.id: e for e in report.entities}

    def get(self, entity_id: str | None) -> Entity | None:
        """The entity, or None for an open source."""
        return self._by_id.get(entity_id) if entity_id else None

    def name(self, entity_id: str | None) -> str | None:
        """Name as the article writes it, on one line."""
        entity = self.get(entity_id)
        return one_line(entity.name) if entity else None

    def name_en(self, entity_id: str | None) -> str | None:
        """English name from the rules."""
        entity = self.get(entity_id)
        return entity.name_en if entity else None

    def short(self, entity_id: str | None, lang: str) -> str:
        """The short form for arrows and margins, in the language of the labels where it is known."""
        entity = self.get(entity_id)
        if entity is None:
            return "؟" if lang == "ar" else "?"
        return short_of(entity, lang)

    def shorts(self, ids: Iterable[str | None], lang: str) -> str:
        """Several short forms, joined by a comma."""
        return listed([self.short(i, lang) for i in ids], lang)

    def names(self, ids: Iterable[str | None], lang: str) -> str:
        """Several names, joined by a comma; open ones are called unknown."""
        return listed([self.name(i) or label("unknown", lang) for i in ids], lang)


def short_of(e: Entity, lang: str) -> str:
    """The short form for arrows, margins and pictures, in the language of the labels where it is known."""
    if lang == "ar":
        return e.short or one_line(e.name)
    return e.short_en or e.name_en or e.short or one_line(e.name)


def one_line(text: str) -> str:
    """A name that the article breaks over two lines, on one."""
    return " ".join(text.split())


class World:
    """Names of countries and themes from the rules, by their code and id."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._themes = {theme: (en, ar) for theme, (ar, en) in rules.theme_labels().items()}

    def country(self, code: str | None, lang: str) -> str | None:
        """Name in the language of the labels; the code itself where the rules have none (EU, UN)."""
        if code is None:
            return None
        entry = self._rules.lexicon.facts["countries"].get(code)
        return str(entry["ar" if lang == "ar" else "en"]) if entry else code

    def theme(self, theme: str, lang: str) -> str:
        """Label in the language of the labels; the id in words where the rules have none."""
        labels = self._themes.get(theme)
        return labels[lang == "ar"] if labels else theme.replace("_", " ")


def office_words(office: str | None, office_en: str | None, country: str | None, lang: str) -> str:
    """Office and country as one phrase: ``President, China``."""
    title = office_en[:1].upper() + office_en[1:] if lang != "ar" and office_en else one_line(office or "")
    return listed([x for x in (title, country) if x], lang)


def arrow(lang: str) -> str:
    """Points the way people read."""
    return "←" if lang == "ar" else "→"


def line_of(report: Report, span: Span) -> int:
    """Line on which a stretch begins, counted from 1."""
    return report.article.text.count("\n", 0, span.start) + 1


def place(report: Report, line: int) -> str:
    """``file:line``, which an editor opens."""
    return f"{report.article.source}:{line}"
