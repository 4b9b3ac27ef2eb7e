"""Nothing found is an answer: what was looked for, and the nearest thing that exists."""

import re
from collections.abc import Iterator

from dipcli.model import Report
from dipcli.query import Query, is_called
from dipcli.text.fold import fold_word
from dipcli.views.names import one_line

_WORD = re.compile(r"\w{3,}")
# Enough to find a neighbour in; a large run need not remember every name it saw.
_MOST = 20_000
_MOST_LETTERS = 1_000_000  # of what was said, kept to take words from


class Nearest:
    """Remembers names and words while reports go by, for a query that in the end matches nothing."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._unmet = set(query.by + query.to)
        self._names: dict[str, str] = {}  # as they are written: they are folded when somebody asks, which is seldom
        self._contents: list[str] = []  # whole, for the same reason
        self._letters = 0
        self._files = 0

    def see(self, report: Report) -> None:
        """Remember one report's names, and its words where words are looked for."""
        from dipcli.views.statements import content_text

        self._files += 1
        self._unmet -= {n for n in self._unmet if any(is_called(n, e) for e in report.entities)}
        if self._unmet and len(self._names) < _MOST:
            for e in report.entities:
                shown = (
                    f"{e.short_en or e.name_en or e.id} ({one_line(e.name)})"
                    if e.kind == "person"
                    else one_line(e.name)
                )
                for form in (e.name, e.name_en, e.short, e.short_en, e.id, *_parts(e.name), *_parts(e.name_en or "")):
                    if form:
                        self._names.setdefault(form, shown)
        if self._query.text and self._letters < _MOST_LETTERS:
            contents = [content_text(report, s) for s in report.statements]
            self._contents += contents
            self._letters += sum(map(len, contents))

    def _words(self) -> dict[str, None]:
        """Words of what was said, in their order."""
        words: dict[str, None] = {}
        for content in self._contents:
            words |= dict.fromkeys(_WORD.findall(content))
            if len(words) >= _MOST:
                break
        return words

    def lines(self) -> Iterator[str]:
        """What to tell who found nothing."""
        import difflib

        names = _by_spelling(self._names) if self._unmet else {}
        for name in sorted(self._unmet):
            near = difflib.get_close_matches(fold_word(name), list(names), n=1)
            hint = f": did you mean {names[near[0]]}?" if near else f" in {_files(self._files)}"
            yield f'nobody is called "{name}"{hint}'
        if self._query.text and not self._unmet:
            words = _by_spelling({word: word for word in self._words()})
            near = difflib.get_close_matches(fold_word(self._query.text), list(words), n=1, cutoff=0.7)
            hint = f"; the nearest word there is {words[near[0]]}" if near else ""
            yield f'no statement speaks of "{self._query.text}" in {_files(self._files)}{hint}'
        elif not self._unmet:
            yield f"nothing in {_files(self._files)} fits all that was asked"


def _by_spelling(shown: dict[str, str]) -> dict[str, str]:
    """The same by the folded form; of several that fold alike the first."""
    folded: dict[str, str] = {}
    for form, text in shown.items():
        folded.setdefault(fold_word(form), text)
    return folded


def _parts(name: str) -> list[str]:
    return [w for w in name.split() if len(w) > 3]


def _files(n: int) -> str:
    return f"{n:,} article" if n == 1 else f"{n:,} articles"
