"""What the page's script filters by, and the reasons that it shows, as one JSON value: columns, not records."""

from typing import Any

from dipcli.views.labels import label
from dipcli.views.page import Collector
from dipcli.views.page_records import Choices, Said


def columns(page: Collector, choices: Choices) -> dict[str, Any]:
    """Columns over statements, messages and articles by their numbers; words that come again stand once."""
    words = _Words()
    said = page.statements
    why = [_why(s, words, page.lang) for s in said]
    return {
        "spelling": {**page.spelling._asdict(), "letters": dict(page.spelling.letters)},
        "dates": [p.date for p in page.papers],
        "titles": [p.title for p in page.papers],
        "messages": {"kind": [m.kind for m in page.messages], "pairs": [[f"{a}-{b}" for a, b in m.pairs] for m in page.messages]},
        "statements": {
            "article": [s.article for s in said],
            "who": [[w.number for w in s.speakers] for s in said],
            "whom": [[w.number for w in s.to] for s in said],
            "by": choices.kept_by,
            "to": choices.kept_to,
            "theme": [s.themes for s in said],
            "medium": [s.medium for s in said],
            "status": [s.status for s in said],
            "message": [s.message for s in said],
        },
        "why": why,
        "words": words.all,
        "names": [page.who(n).name for n in range(len(page.people))],
        "labels": {key: label(key, page.lang) for key in ("of", "page_chip_message", "page_bad_date", "page_bad_text")},
        "kinds": {kind: label(kind, page.lang) for kind in sorted({m.kind for m in page.messages})},
        "arrow": "←" if page.lang == "ar" else "→",
    }  # fmt: skip


class _Words:
    """Strings by number, each once."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Where the text stands in ``all``."""
        if text not in self._numbers:
            self._numbers[text] = len(self.all)
            self.all.append(text)
        return self._numbers[text]


def _why(s: Said, words: _Words, lang: str) -> list[list[int]]:
    """Rows of label, answer, reason and what was rejected; then the rule."""
    rows = [
        [words.number(label(r.part, lang)), words.number(r.answer), words.number(r.why)]
        + [words.number(f"{label('rejected', lang)}: {x}") for x in r.lost]
        for r in s.reasons
    ]
    return [*rows, [words.number(label("rule", lang)), words.number(s.rule)]]
