"""What ``dip leaders`` corrects of who is one person in an archive."""

from collections.abc import Callable, Iterable
from contextlib import closing

from dipcli.archive.connection import Database, open_to_write, opened, transaction
from dipcli.archive.corrections import (
    Correction,
    CorrectionError,
    Someone,
    corrections,
    forms_of_person,
    is_form,
    people_called,
    someone,
)
from dipcli.archive.corrections import (
    merge as merge_persons,
)
from dipcli.archive.corrections import (
    split as split_person,
)
from dipcli.archive.corrections import (
    undo as undo_correction,
)
from dipcli.cli.reading import archive_needed, archive_path
from dipcli.cli.session import OK, TABLE, Session
from dipcli.model import DipError
from dipcli.views.corrections import CorrectionRow

_MOST = 10  # people that are listed where a name is of several


def corrected(
    session: Session,
    *,
    merge: tuple[str, str] | None,
    split: tuple[str, list[str]] | None,
    listed: bool,
    undo: int | None,
) -> int:
    """Do what was asked, one thing a run; ``split``: a person, and in which form he is another. The exit status."""
    if sum((merge is not None, split is not None, listed, undo is not None)) > 1:
        raise DipError("one at a time: --merge, --split, --corrections or --undo")
    path = archive_needed(archive_path(session.settings), "people are corrected in one")
    if listed:
        return _list(session, path)
    done = _change(path, lambda db: _done(db, merge, split, undo))
    session.print_line(done)
    return OK


def _done(db: Database, merge: tuple[str, str] | None, split: tuple[str, list[str]] | None, undo: int | None) -> str:
    from dipcli.cli.clock import now

    if merge is not None:
        person, other = (_person(db, name) for name in merge)
        merge_persons(db, person.number, other.number, now())
    elif split is not None:
        if len(split[1]) != 1:
            raise DipError(
                "over an archive: --split A FORM, a person and the name, office or country that is another's"
            )
        (wanted,) = split[1]
        person = _person(db, split[0])
        forms = forms_of_person(db, person.number)
        chosen = [f.profile for f in forms if is_form(wanted, f)]
        if not chosen:
            ways = "; ".join(dict.fromkeys(_described(f.name, f.office, f.country) for f in forms))
            raise DipError(f'{person.name} has no form, office or country "{wanted}", but: {ways}')
        split_person(db, person.number, chosen, now())
    else:
        assert undo is not None
        return f"{_told(undo_correction(db, undo))}: taken back"
    last = corrections(db)[-1]
    return f"{_told(last)} (--undo {last.number} takes it back)"


def _told(c: Correction) -> str:
    return f"{c.other_name} is {'' if c.kind == 'merge' else 'not the same as '}{c.name}"


def _change(path: str, change: Callable[[Database], str]) -> str:
    with closing(open_to_write(path)) as db, transaction(db, path):
        try:
            return change(db)
        except CorrectionError as e:
            raise DipError(str(e)) from None


def _person(db: Database, name: str) -> Someone:
    """Who is meant, by number or by name. Raises DipError where that is nobody or several."""
    number = name.removeprefix("#")
    if number.isascii() and number.isdigit():
        found = someone(db, int(number))
        if found is None:
            raise DipError(f"there is no person {number}")
        return found
    people = people_called(db, name)
    if not people:
        raise DipError(f'nobody is called "{name}" in this archive')
    if len(people) > 1:
        raise DipError(f'"{name}" is the name of several, take a number: {_listed(people)}')
    return people[0]


def _listed(people: Iterable[Someone]) -> str:
    shown = [
        f"{p.number} {_described(p.name, p.office, p.country)} in {p.articles} article{'' if p.articles == 1 else 's'}"
        for p in people
    ]
    return "; ".join(shown[:_MOST]) + ("; ..." if len(shown) > _MOST else "")


def _described(name: str, office: str | None, country: str | None) -> str:
    facts = ", ".join(x for x in (office, country) if x)
    return f"{name} ({facts})" if facts else name


def _list(session: Session, path: str) -> int:
    from dipcli.outputs.wire import row_columns, row_to_wire

    name = session.format()
    with opened(path) as db:
        rows = [
            CorrectionRow(
                number=c.number, kind=c.kind, person=c.name, person_number=c.person, other=c.other_name,
                other_number=c.other, made=c.made,
            )
            for c in corrections(db)
        ]  # fmt: skip
    if name != TABLE:
        session.write_records(map(row_to_wire, rows), row_columns(CorrectionRow), name)
        return OK
    from dipcli.cli.show import show
    from dipcli.views.corrections import corrections_grid
    from dipcli.views.labels import label
    from dipcli.views.screen import Cell, Paragraph

    lang = session.language
    empty = Paragraph((Cell(label("none_corrections", lang), "dim"),), 1, ui=True)
    show(session, [corrections_grid(rows, lang) if rows else empty])
    return OK
