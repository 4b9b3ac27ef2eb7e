"""Which entities of many reports go under a name: what ``--by NAME`` and ``--to NAME`` find, for many names at once."""

from collections import defaultdict

from dipcli.model import Entity, Report
from dipcli.query import Aliases, name_words, within

Profile = int
"""Number of an entity of a report."""


class Called:
    """An index over entities; ``find`` answers as ``dipcli.query.Selection`` does in each report."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases
        self._ids: list[tuple[str, bool]] = []
        self._forms: list[tuple[str, ...]] = []
        self._profile_of_form: list[Profile] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_mention: dict[tuple[str, ...], set[Profile]] = defaultdict(set)
        self._by_id: dict[str, set[Profile]] = defaultdict(set)

    def add(self, report: Report, e: Entity) -> Profile:
        """Take an entity with its names, and all that the article calls it."""
        profile = len(self._ids)
        self._ids.append((e.id, e.known))
        self._by_id[e.id].add(profile)
        for form in {e.name, e.name_en, e.short, e.short_en}:
            if form:
                self._add_form(profile, name_words(form))
        text = report.article.text
        for mention in {text[m.span.start : m.span.end] for m in e.mentions}:
            self._by_mention[name_words(mention)].add(profile)
        return profile

    def _add_form(self, profile: Profile, words: tuple[str, ...]) -> None:
        for word in words:
            self._by_word[word].add(len(self._forms))
        self._forms.append(words)
        self._profile_of_form.append(profile)

    def find(self, name: str) -> set[Profile]:
        """Everybody who goes under the name."""
        wanted = name_words(name)
        found = set(self._by_mention.get(wanted, ()))
        if wanted:
            found |= self._by_id.get(name.strip().lower(), set())
            forms = set.intersection(*(self._by_word.get(w, set()) for w in wanted))
            found |= {self._profile_of_form[f] for f in forms if within(wanted, self._forms[f])}
        for known in self._aliases(name):
            found |= {p for p in self._by_id.get(known, ()) if self._ids[p][1]}
        return found
