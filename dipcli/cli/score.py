"""``dip score``"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dipcli.cli.options import MISTAKES, OUTPUT, RULES, Group, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.inputs.errors import InputError

if TYPE_CHECKING:
    from dipcli.evaluation.annotations import Annotation
    from dipcli.evaluation.comparison import Comparison
    from dipcli.evaluation.reported import Reported
    from dipcli.outputs.wire import Json
    from dipcli.views.score import MistakeRow, ScoreRow

_GOLD = Annotated[
    str, typer.Argument(metavar="GOLD", help="Folder of annotated articles: texts/NAME.txt, annotations/NAME.json.")
]
_REPORTS = Annotated[
    str | None,
    typer.Argument(
        metavar="[REPORTS]", help="What dip report wrote (- for standard input); else the texts are read anew."
    ),
]


@takes(RULES, MISTAKES, OUTPUT, own=Group("Arguments", (("gold", _GOLD, ...), ("reports", _REPORTS, None))))
def command(settings: Settings, gold: str, reports: str | None) -> int:
    """How right reports are, measured on articles that somebody annotated; with --mistakes what is wrong in them.

    An article without a report counts as one in which nothing was found.

    \b
    dip score tests/gold/dev
    dip score tests/gold/dev --mistakes --format csv -o mistakes.csv
    """
    session = Session(settings)
    name = session.format()
    scoring = _Scoring(session, Path(gold))
    scoring.read(reports)
    if session.failed and (settings.strict or not session.done):
        return session.status()
    if name == TABLE:
        _show(session, scoring)
    else:
        _write(session, scoring, name)
    return session.status()


def _show(session: Session, scoring: "_Scoring") -> None:
    from dipcli.cli.show import show
    from dipcli.views.score import mistake_blocks, score_blocks

    lang = session.language
    mistakes = session.settings.mistakes
    show(session, mistake_blocks(scoring.mistakes(), lang) if mistakes else score_blocks(scoring.figures(), lang))


def _write(session: Session, scoring: "_Scoring", name: str) -> None:
    from dipcli.outputs.wire import row_columns, row_to_wire
    from dipcli.views.score import MistakeRow, ScoreRow

    mistakes = session.settings.mistakes
    rows: list[Any] = scoring.mistakes() if mistakes else scoring.figures()
    records: list[Json | InputError] = [*scoring.failed, *map(row_to_wire, rows)]
    session.write_records(records, row_columns(MistakeRow if mistakes else ScoreRow), name)


class _Scoring:
    """Reads annotations and reports; what cannot be read goes to ``failed``, and the rest is scored."""

    def __init__(self, session: Session, folder: Path) -> None:
        self._session, self._folder = session, folder
        self._annotations: dict[str, Annotation] = {}
        self._reports: dict[str, Reported] = {}
        self._others = 0
        self.failed: list[InputError] = []

    def read(self, reports: str | None) -> None:
        """Read both sides; ``reports`` is a file, ``-``, or None to read the texts."""
        self._read_annotations()
        if self._stopped() or not self._annotations:
            return
        for place, record in self._read_texts() if reports is None else self._read_records(reports):
            taken = self._take(place, record)
            if taken and reports is not None:
                self._session.done += 1  # texts were counted when they were read
            if self._stopped():
                return
        if self._others:
            self._session.warn(f"{_of(self._others, 'report')} no annotated article: not counted")
        missing = len(self._annotations) - len(self._reports)
        if missing and self._session.done:
            self._session.warn(
                f"{missing:,} of {len(self._annotations):,} articles have no report: nothing is found in them"
            )

    def figures(self) -> "list[ScoreRow]":
        """A row each figure."""
        from dipcli.evaluation.figures import figures
        from dipcli.views.score import ScoreRow

        made = figures([c.tally for c in self._comparisons()])
        articles = len(self._annotations)
        return [
            ScoreRow(
                figure=f.name, measure=f.measure, value=_rounded(f.value), low=_rounded(f.low), high=_rounded(f.high),
                right=f.right, reported=f.reported, annotated=f.annotated, articles=articles,
                missing=articles - len(self._reports),
            )
            for f in made
        ]  # fmt: skip

    def mistakes(self) -> "list[MistakeRow]":
        """A row each mistake."""
        from dipcli.evaluation.annotations import text_path
        from dipcli.views.score import MistakeRow

        return [
            MistakeRow(
                file=str(text_path(self._folder, m.article)), line=m.line, kind=m.kind, cue=m.cue, annotated=list(m.annotated),
                reported=list(m.reported), form=m.form, frame=m.frame, subject=m.subject, cause=m.cause,
                text=m.text,
            )
            for c in self._comparisons()
            for m in c.mistakes
        ]  # fmt: skip

    def _comparisons(self) -> "Iterator[Comparison]":
        from dipcli.evaluation.comparison import compare
        from dipcli.evaluation.reported import NOTHING

        return (compare(a, self._reports.get(name, NOTHING)) for name, a in self._annotations.items())

    def _stopped(self) -> bool:
        return self._session.failed > 0 and self._session.settings.strict

    def _read_annotations(self) -> None:
        from dipcli.evaluation.annotations import annotated_names, read_annotation
        from dipcli.evaluation.errors import EvaluationError

        themes = frozenset(t[0] for t in self._session.rules.themes)
        try:
            names = annotated_names(self._folder)
        except EvaluationError as e:
            self._fail(e.source, e.reason)
            return
        for name in names:
            try:
                self._annotations[name] = read_annotation(self._folder, name, themes)
            except EvaluationError as e:
                self._fail(e.source, e.reason)
                if self._stopped():
                    return

    def _read_texts(self) -> Iterator[tuple[str, Any]]:
        """Reports of the annotated texts, made now."""
        from dipcli.evaluation.annotations import text_path
        from dipcli.outputs.wire import report_to_wire

        files = [str(text_path(self._folder, name)) for name in self._annotations]
        self._session.settings = self._session.settings._replace(files=files)
        for outcome in self._session.outcomes():
            if isinstance(outcome, InputError):
                self.failed.append(outcome)
            else:
                yield outcome.article.source, report_to_wire(outcome)

    def _read_records(self, path: str) -> Iterator[tuple[str, Any]]:
        """Reports of a file, JSON lines or an array."""
        from dipcli.outputs.json_bytes import loads

        try:
            data = _bytes(path)
            if data.lstrip()[:1] == b"[":
                yield from ((f"{path}#{n}", record) for n, record in enumerate(loads(data), 1))
                return
        except (OSError, ValueError) as e:
            self._fail(path, f"cannot be read: {getattr(e, 'strerror', None) or e}")
            return
        lines = [(n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip()]
        if not lines:
            self._fail(path, "empty: no report in it")
        for n, line in lines:
            try:
                record = loads(line)
            except ValueError as e:
                self._fail(path, f"line {n}: not JSON: {e}")
            else:
                yield f"{path}#{n}", record

    def _take(self, place: str, record: Any) -> bool:
        """Keep a report for the article that it is of; False where it is of none or cannot be scored."""
        from dipcli.evaluation.errors import EvaluationError
        from dipcli.evaluation.reported import article_name, reported

        try:
            name = article_name(record, place)
            if name not in self._annotations:
                self._others += 1
                return False
            if name in self._reports:
                raise EvaluationError(place, f"a second report of {name}")
            self._reports[name] = reported(record, self._annotations[name].text, place)
            return True
        except EvaluationError as e:
            self._fail(e.source, e.reason)
            return False

    def _fail(self, source: str, reason: str) -> None:
        self.failed.append(InputError(source, reason))
        self._session.fail(self.failed[-1])


def _bytes(path: str) -> bytes:
    if path == "-":
        if sys.stdin is None:
            raise ValueError("standard input is closed")
        return sys.stdin.buffer.read()
    return Path(path).read_bytes()


def _of(count: int, what: str) -> str:
    return f"1 {what} is of" if count == 1 else f"{count:,} {what}s are of"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
