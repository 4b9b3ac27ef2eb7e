"""Forms that two things share, which must be declared; and what a table refers to that is not there."""

from collections.abc import Iterator
from typing import Any

from dipcli.rules.compile_cues import cue_forms
from dipcli.rules.compile_names import Named, body_names, country_names, office_names, person_names
from dipcli.rules.match import FUNCTION, GIVEN, PERSONAL, Lexicon
from dipcli.rules.own.rows import country_row, leader_rows, organisation_row, title_row
from dipcli.rules.own.shape import near
from dipcli.rules.own.table import Problem, Table, problem
from dipcli.rules.source import key_of

# A spelling of one word that is this frequent (ten times its Zipf value) and no name of a person says nothing of one.
_FREQUENT = 48


def names_of(table: Table) -> list[Named]:
    """Forms of a table of names, each with what it names; nothing for cues and themes."""
    if table.kind == "leader":
        return [n for row in leader_rows(table)[:1] for n in person_names(row)]
    if table.kind == "organisation":
        return list(body_names(organisation_row(table), "o"))
    if table.kind == "title":
        return list(office_names(title_row(table)))
    return list(country_names(country_row(table))) if table.kind == "country" else []


class Known:
    """The built-in rules, and what the user's sound tables add to them."""

    def __init__(self, lexicon: Lexicon, cue_codes: dict[str, str], tables: list[Table]) -> None:
        self._lexicon = lexicon
        self._rules = [lexicon.cue_rules[n].id for n in range(len(lexicon.cue_rules))]
        self._cue_codes = cue_codes
        facts = lexicon.facts
        self._offices = {*facts["offices"].ids(), *(t.id for t in tables if t.kind == "title")}
        self._countries = {*facts["countries"].ids(), "UN", "EU", *(t.id for t in tables if t.kind == "country")}
        self._cues: dict[str, set[str]] = {}
        self._names: dict[str, set[tuple[str, str]]] = {}
        for t in tables:
            for key, what in _own_forms(t):
                self._names.setdefault(key, set()).add(what)
            if t.kind == "cue":
                for form, _ in cue_forms(t.values):
                    self._cues.setdefault(key_of(form), set()).add(t.id)

    def problems(self, table: Table) -> Iterator[Problem]:
        """What is wrong with a table in the company of the others."""
        reasons = self._of_cue(table) if table.kind == "cue" else self._of_names(table)
        for reason in dict.fromkeys((*self._references(table), *reasons)):
            yield problem(table, reason)

    def _references(self, table: Table) -> Iterator[str]:
        terms: list[dict[str, Any]] = table.values.get("office", []) if table.kind == "leader" else []
        for n, term in enumerate(terms, 1):
            if term["office"] not in self._offices:
                yield f'office {n}: no office is called "{term["office"]}"{near(term["office"], self._offices)}'
            if term.get("country") and term["country"] not in self._countries:
                yield f'office {n}: no country has the code "{term["country"]}"'
        for name in table.values.get("heads", []):
            if name not in self._lexicon.word_classes:
                yield f'heads: no class of words is called "{name}"{near(name, self._lexicon.word_classes)}'
        country = table.values.get("country") if table.kind == "organisation" else None
        if country and country not in self._countries:
            yield f'no country has the code "{country}"'

    def _of_cue(self, table: Table) -> Iterator[str]:
        shares = set(table.values.get("shares", [])) | {table.id}
        every = {*self._rules, *(i for ids in self._cues.values() for i in ids)}
        for other in sorted(shares - every):
            yield f'shares: no rule is called "{other}"{near(other, every)}'
        shared: dict[str, set[str]] = {}
        for form, _ in cue_forms(table.values):
            for other in self._others(key_of(form), table.id) - shares:
                shared.setdefault(other, set()).add(form)
        for other, forms in sorted(shared.items()):
            shown = ", ".join(sorted(forms)[:3]) + (" …" if len(forms) > 3 else "")
            yield f'{shown}: also a form of {other}; say shares = ["{other}"], or leave it out with not_forms'

    def _others(self, key: str, own: str) -> set[str]:
        """Rules with this form, but for those that share it with the built-in rule which this one replaces."""
        built_in = {self._rules[int(c.split(":")[0])] for c in self._cue_codes.get(key, "").split()}
        return (set() if own in built_in else built_in) | self._cues.get(key, set()) - {own}

    def _of_names(self, table: Table) -> Iterator[str]:
        shares = set(table.values.get("shares", [])) | {table.id}
        for key, (code, _) in dict.fromkeys(_own_forms(table)):
            words = key.split(" ")
            one = len(words) == 1
            if one and (reason := self._ordinary(key, code)):
                yield f"{key}: {reason}"
            found = self._lexicon.match(words, 0, len(words), "pqCDKSomrtc")
            named = (
                {(n.code, n.value.split(" ")[0]) for n in found[2]} if found and found[:2] == (len(words), 0) else set()
            )
            for kind, other in sorted(named | self._names.get(key, set())):
                if other in shares or (one and not _excludes(code, kind)):
                    continue
                if kind == code == "t":
                    yield f'{key}: also a form of the office {other}; say shares = ["{other}"] if it is both'
                elif kind != "t":
                    yield f'{key}: also names {other}; say shares = ["{other}"] if it names both'

    def _ordinary(self, word: str, code: str) -> str | None:
        flags, frequency = self._lexicon.entry_of(word)
        if code not in "pqo":
            return None
        if flags & FUNCTION:
            return "a function word, not a name"
        if frequency >= _FREQUENT and not flags & (PERSONAL | GIVEN) and code != "o":
            return "a frequent word, not a name"
        return None


def _excludes(code: str, other: str) -> bool:
    """Can a single word not be both? Short names of people are shared by many; a country is nobody's."""
    return other in "CDKS" if code in "pq" else other == code


def _own_forms(table: Table) -> Iterator[tuple[str, tuple[str, str]]]:
    for form, rest in names_of(table):
        code, _, value = rest.partition("\t")
        if key := key_of(form):
            yield key, (code, value.split(" ")[0])
