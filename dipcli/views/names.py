"""How an entity is called in rows and on screens."""

from dipcli.model import Entity, Report


class Directory:
    """Entities of one report by id."""

    def __init__(self, report: Report) -> None:
        self._by_id = {e.id: e for e in report.entities}

    def get(self, entity_id: str | None) -> Entity | None:
        """The entity, or None for an open source."""
        return self._by_id.get(entity_id) if entity_id else None

    def name(self, entity_id: str | None) -> str | None:
        """Name as the article writes it."""
        entity = self.get(entity_id)
        return entity.name if entity else None

    def name_en(self, entity_id: str | None) -> str | None:
        """English name from the rules."""
        entity = self.get(entity_id)
        return entity.name_en if entity else None

    def short(self, entity_id: str | None, lang: str) -> str:
        """The short form for arrows and margins, in the language of the labels where it is known."""
        entity = self.get(entity_id)
        if entity is None:
            return "؟" if lang == "ar" else "?"
        if lang == "ar":
            return entity.short or entity.name
        return entity.short_en or entity.name_en or entity.short or entity.name


def arrow(lang: str) -> str:
    """Points the way people read."""
    return "←" if lang == "ar" else "→"
