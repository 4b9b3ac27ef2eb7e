"""What a worker is asked to do: find where a file can be cut, or make a part."""

import gc
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dipcli.batch.attempt import Attempt
from dipcli.batch.formats import PartFormat
from dipcli.batch.outcome import Item, internal_error, outcome_of
from dipcli.batch.plan import Part, Piece
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.ranges import Range, ranges, read_range
from dipcli.inputs.sources import read
from dipcli.model import DipError, Report
from dipcli.outputs.wire import error_record, part_record, report_to_wire
from dipcli.records import Record
from dipcli.rules.load import Rules

if TYPE_CHECKING:
    from dipcli.outputs.shapes import PartWire


class Job(Record):
    """What holds for all tasks of a batch: the folder that the parts are written to, how inputs are read and records written."""

    out: str
    format: PartFormat
    options: ReadOptions
    with_text: bool = True
    errors_as_records: bool = False


class Cutting(Record):
    """Find at most so many ranges of a file."""

    file: str
    parts: int


class Cuts(Record):
    """The ranges of a file."""

    file: str
    ranges: tuple[Range, ...]


Task = Cutting | Part


class Done(Record):
    """A part that is made: its line of the manifest, and how much of the inputs it was."""

    record: "PartWire"
    weight: int


class GivenUp(Record):
    """A task that its worker did not live to end, time after time."""

    task: Task
    reason: str


Result = Cuts | Done | GivenUp

# A task whose worker has died so many times is given up.
MOST_ATTEMPTS = 8


class TaskWorker:
    """Does tasks; the rules are loaded when the first part is to be made."""

    def __init__(self, job: Job, load: Callable[[], Rules]) -> None:
        self._job, self._load = job, load
        self._rules: Rules | None = None

    def __call__(self, task: Task) -> Cuts | Done:
        """Do a task. Raises DipError where the part cannot be written."""
        if isinstance(task, Cutting):
            return Cuts(task.file, ranges(task.file, self._job.options, task.parts))
        if self._rules is None:
            self._rules = self._load()
        done = make_part(task, self._job, self._rules)
        gc.collect()  # it is switched off while articles are read: see __main__
        return done

    def answer(self, task: Task) -> Cuts | Done | DipError:
        """The same, with what goes wrong as an answer for another process."""
        try:
            return self(task)
        except DipError as e:
            return e


def part_name(number: int, form: PartFormat) -> str:
    """Name of a part's file."""
    return f"part-{number:05}{form.ending}"


def make_part(part: Part, job: Job, rules: Rules) -> Done:
    """Read what is in a part, write it, commit it. An input that fails is in the record; the part does not fail with it."""
    name = part_name(part.number, job.format)
    articles = statements = messages = undated = 0
    first = last = None
    failed = []
    with Attempt(job.out, name) as out:
        writer = job.format.writer(out)
        for item in _items(part, job.options):
            outcome = outcome_of(item, rules)
            last = item.source
            first = last if first is None else first
            if isinstance(outcome, Report):
                writer.write(report_to_wire(outcome, with_text=job.with_text))
                articles += 1
                statements += len(outcome.statements)
                messages += len(outcome.messages)
                undated += outcome.article.published is None
                continue
            error = error_record(outcome.source, outcome.reason)
            failed.append(error)
            if job.errors_as_records:
                writer.write(error)
        writer.close()
    record = part_record(
        part=part.number, file=name, sha256=out.sha256, size=out.size, articles=articles, statements=statements,
        messages=messages, undated=undated, first=first, last=last, failed=failed,
    )  # fmt: skip
    return Done(record, part.weight)


def _items(part: Part, options: ReadOptions) -> Iterator[Item]:
    for piece in part.pieces:
        try:
            yield from _of_piece(piece, options)
        except InputError as e:
            yield e
        except Exception as e:
            yield internal_error(piece.file, e)


def _of_piece(piece: Piece, options: ReadOptions) -> Iterator[Item]:
    if piece.error is not None:
        raise InputError(piece.file, piece.error)
    if piece.size and os.path.exists(piece.file) and os.path.getsize(piece.file) != piece.size:
        raise InputError(piece.file, "has changed since the batch was planned: begin a new batch")
    if piece.range is None:
        yield from read(piece.file, options)
    else:
        yield from read_range(piece.file, options, piece.range)
