"""``dip search``"""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from dipcli.cli.answer import Answer, Found, Item
from dipcli.cli.options import ARCHIVE, DATES, OUTPUT, ROWS, Group, Settings, takes
from dipcli.cli.reading import archive_needed, archive_path
from dipcli.cli.session import Session
from dipcli.inputs.errors import InputError
from dipcli.model import DipError, Span
from dipcli.views.screen import Block
from dipcli.views.search import FoundIn, HitRow

if TYPE_CHECKING:
    from dipcli.archive.finding import Order
    from dipcli.archive.reading import Reader
    from dipcli.archive.search import FoundText
    from dipcli.query import Aliases
    from dipcli.text.phrases import Phrase

_TEXT = Annotated[
    list[str],
    typer.Argument(metavar="TEXT...", help="Words in any form, or a phrase; all must stand in an article."),
]


@takes(DATES, ROWS, OUTPUT, ARCHIVE, own=Group("Arguments", (("text", _TEXT, ...),)))
def command(settings: Settings, text: list[str]) -> int:
    """Sentences of an archive with these words: all forms of each (رئيس finds والرئيسان and رؤسائهم), phrases where a TEXT
    has several words. Latin letters also find who is called so: putin, "xi jinping".

    \b
    dip search الوزراء المياه --db news.db
    dip search "وزير الخارجية" --db news.db --sort rank --limit 20
    """
    from dipcli.text.phrases import phrases_of

    session = Session(settings)
    try:
        phrases = phrases_of(text)
    except ValueError as e:
        raise DipError(f'there is no word to look for in "{e}"') from None
    if settings.sort == "confidence":
        raise DipError("hits are sorted by date, newest, place or rank")
    path = archive_needed(archive_path(settings), "dip index makes one")
    return _Search(session, path, phrases).run(lambda found: _footer(found, session.language))


class _Search(Answer):
    """Answers from the texts of an archive alone: no report is opened but where a name in Latin letters is asked for."""

    def __init__(self, session: Session, path: str, phrases: "tuple[Phrase, ...]") -> None:
        super().__init__(session, HitRow, lambda _: iter(()))
        self._path = path
        self._phrases = phrases
        self._last = ""

    def _status(self) -> int:
        if not self.found.rows:
            words = ", ".join(f'"{p.text}"' for p in self._phrases)
            self.session.warn(f"nothing in {self._path} has {words}")
        return self.session.status(self.found.rows > 0)

    def _sorted(self) -> Iterator[Item | InputError]:
        return self._all() if self.session.settings.sort == "rank" else super()._sorted()

    def _all(self) -> Iterator[Item | InputError]:
        from dipcli.archive.connection import opened
        from dipcli.archive.reading import Reader

        with opened(self._path) as db:
            reader = Reader(db, self._path)
            query = self.session.query
            if query.since or query.until:
                self.session.undated = reader.undated(reprints=self.session.settings.reprints)
            for found in self._texts(reader):
                self.found.matched += 1
                yield from self._items_of(reader, found)

    def _texts(self, reader: "Reader") -> "Iterator[FoundText]":
        from dipcli.archive.finding import Wanted
        from dipcli.archive.search import score, search

        settings = self.session.settings
        orders: dict[str | None, Order] = {"date": "date", "place": "place"}
        order = orders.get(settings.sort, "newest")
        wanted = Wanted(order, settings.reprints, first_ones=settings.sort != "rank" and not settings.count_only)
        texts = search(reader, self._phrases, self.session.query, self._aliases, wanted)
        if settings.sort != "rank":
            return texts
        usual = reader.usual_length()
        return iter(sorted(texts, key=lambda found: -score(found, usual)))

    @cached_property
    def _aliases(self) -> "Aliases":
        from dipcli.query import aliases_from

        return aliases_from(self.session.rules) if any(p.foreign for p in self._phrases) else lambda _: frozenset()

    def _items_of(self, reader: "Reader", found: "FoundText") -> Iterator[Item]:
        from dipcli.text.phrases import sentences_with
        from dipcli.views.search import hit_row

        prints = reader.reprints(found.story)
        article = FoundIn(
            file=found.source, published=found.published, title=found.title, outlet=found.outlet,
            others=list(dict.fromkeys(outlet or source for key, source, outlet in prints if key != found.id)),
            text=found.text, article=f"sha256:{found.digest.hex()}",
        )  # fmt: skip
        for sentence in sentences_with(found.text, (p for places in found.places for p in places)):
            row = hit_row(article, Span(sentence.start, sentence.end), sentence.places)
            yield Item(row, lambda row=row: self._blocks_of(row))  # type: ignore[misc]

    def _blocks_of(self, row: HitRow) -> Iterator[Block]:
        """What people see of a hit: ahead of the first of an article its head."""
        from dipcli.views.screen import Gap
        from dipcli.views.search import hit_blocks

        place = f"{row.article} {row.file}"
        head, first = place != self._last, not self._last
        self._last = place
        if head and not first:
            yield Gap()
        yield from hit_blocks(row, self.session.language, head=head)


def _footer(found: Found, lang: str) -> Block:
    from dipcli.views.labels import counted, label
    from dipcli.views.screen import Cell, Paragraph

    words = f"{counted(found.rows, 'sentence', lang)} {label('in', lang)} {counted(found.matched, 'article', lang)}"
    return Paragraph((Cell(words, "strong"),), 1, ui=True)
