"""One run of ``dip batch``: from files to a plan, from the plan to parts, each noted in the manifest when it is done."""

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property, partial
from io import BytesIO
from typing import TYPE_CHECKING, cast, get_args

from dipcli import __version__
from dipcli.batch.formats import PartFormat
from dipcli.batch.manifest import NAME, Manifest, is_begun
from dipcli.batch.plan import Piece, Plan, measured, planned, to_cut
from dipcli.batch.task import Cuts, Cutting, Done, GivenUp, Job, Result, Task
from dipcli.cli.amounts import bytes_of, jobs_of
from dipcli.cli.app import complain
from dipcli.cli.batch import COLUMNS, Asked
from dipcli.cli.checks import one_of
from dipcli.cli.options import Settings
from dipcli.cli.progress import Progress
from dipcli.cli.run import LOCKED
from dipcli.cli.session import Session
from dipcli.inputs.errors import InputError
from dipcli.model import DipError
from dipcli.outputs.shapes import PartCompression, PartForm
from dipcli.outputs.wire import batch_record
from dipcli.rules.load import rules_data

if TYPE_CHECKING:
    from dipcli.batch.engine import Engine
    from dipcli.inputs.ranges import Range
    from dipcli.outputs.shapes import BatchWire, PartWire, TotalWire


class BatchSession(Session):
    """Counts for a run of a batch."""

    lists_failures = NAME

    @property
    def how_to_go_on(self) -> str:
        """A batch knows itself where it was."""
        return "--resume goes on"

    def count(self, part: "PartWire") -> None:
        """A part that is done."""
        self.done += part["articles"]
        self.undated += part["undated"]
        self.statements += part["statements"]
        self.messages += part["messages"]


class Batch:
    """One batch, by its options. Raises DipError for what cannot be."""

    def __init__(self, settings: Settings, asked: Asked) -> None:
        self._settings, self._asked = settings, asked
        one_of("--format", asked.part_format, get_args(PartForm))
        one_of("--compress", asked.compress, get_args(PartCompression))
        one_of("--engine", asked.engine, ("local", "spark"))
        if asked.engine == "local" and (asked.master or asked.conf):
            raise DipError("--master and --conf go with --engine spark")
        self._part_bytes = bytes_of("--part-size", asked.part_size)
        if asked.out is None:
            raise DipError("where to? --out DIR names the folder of the parts")
        if settings.start_after is not None:
            raise DipError("dip batch goes on with --resume: leave out --start-after")
        if settings.errors_as_records and asked.part_format == "parquet":
            raise DipError("--errors-as-records goes with --format ndjson; the manifest lists what failed in any case")
        self._out = local_path(asked.out)
        self._session = BatchSession(settings)

    def run(self) -> int:
        """Make all parts that are not there; the exit status."""
        files = self._files()
        self._job.format.writer(BytesIO())  # a library that is missing is said before anything is done
        with _held(self._out) as held:
            if not held:
                complain(f"{self._out}: another run works on this batch; nothing was done")
                return LOCKED
            if not self._asked.resume and is_begun(self._out):
                raise DipError(f"{self._out}: a batch is in it: --resume goes on with it, or name another folder")
            with closing(self._engine()) as engine:
                plan = self._plan(files, engine)
                if plan is not None:
                    self._work(plan, engine)
        return self._session.status()

    @cached_property
    def _job(self) -> Job:
        s = self._settings
        form = PartFormat(cast(PartForm, self._asked.part_format), cast(PartCompression, self._asked.compress))
        return Job(
            out=os.path.abspath(self._out), format=form, options=self._session.reading.options(),
            with_text=not s.no_text, errors_as_records=s.errors_as_records,
        )  # fmt: skip

    def _engine(self) -> "Engine":
        if self._asked.engine == "spark":
            return self._spark()
        from dipcli.batch.local import LocalEngine

        return LocalEngine(self._job, self._session.load_rules, jobs_of(self._settings.jobs))

    def _spark(self) -> "Engine":
        from dipcli.batch.spark import SparkEngine

        s = self._settings
        return SparkEngine(
            self._job, partial(rules_data, s.without, s.rules),
            master=self._asked.master or f"local[{jobs_of(s.jobs)}]", conf=dict(map(_pair, self._asked.conf or [])),
            verbose=s.verbose,
        )  # fmt: skip

    def _files(self) -> list[Piece]:
        """What is read, with its sizes."""
        names = [local_path(n) for n in self._session.reading.names()]
        if "-" in names:
            raise DipError("a batch must be able to read its inputs again: name files, not standard input")
        inside = next((n for n in names if os.path.isdir(n) and _is_below(self._out, n)), None)
        if inside is not None:
            raise DipError(f"--out {self._out} lies in {inside}, which is read: name a folder elsewhere")
        return measured(self._session.reading.files(names))

    def _plan(self, files: list[Piece], engine: "Engine") -> Plan | None:
        """What is in which part; None where the time was over before that was known."""
        cut: dict[str, tuple[Range, ...]] = {}
        large = to_cut(files, self._part_bytes)
        for result in self._results(engine, [Cutting(file, parts) for file, parts in large.items()]):
            if isinstance(result, Cuts):
                cut[result.file] = result.ranges
            elif isinstance(result, GivenUp):
                raise DipError(f"{cast(Cutting, result.task).file}: cannot be cut: {result.reason}")
        return planned(files, self._part_bytes, cut) if len(cut) == len(large) else None

    def _results(self, engine: "Engine", tasks: Sequence[Task]) -> Generator[Result, None, None]:
        run = self._settings.run
        results = engine.run(tasks)
        with closing(results):
            yield from run.while_time(results) if run else results

    def _record(self, plan: Plan) -> "BatchWire":
        job = self._job
        return batch_record(
            dip=__version__, rules=self._session.rules.id, form=job.format.form, compression=job.format.compression,
            options={**job.options._asdict(), "with_text": job.with_text, "errors_as_records": job.errors_as_records},
            part_bytes=plan.part_bytes, files=plan.files, size=plan.size, parts=len(plan.parts), plan=plan.digest,
        )  # fmt: skip

    def _work(self, plan: Plan, engine: "Engine") -> None:
        session = self._session
        shown = Progress.for_run(self._settings._replace(output=self._out), [])
        with Manifest(self._out, self._record(plan)) as manifest, shown as progress:
            for part in manifest.done.values():
                session.count(part)
                session.failed += len(part["failed"])
            missing = [p for p in plan.parts if p.number not in manifest.done]
            progress.expect(sum(p.weight for p in missing))
            with closing(self._results(engine, missing)) as results:
                for result in results:
                    progress.clear()
                    self._note(result, manifest)
                    if isinstance(result, Done):
                        progress.part(result.record["articles"], result.weight)
                    if session.failed and self._settings.strict:
                        break
            total = manifest.finish()
            if total is not None:
                self._tell(total)

    def _note(self, result: Result, manifest: Manifest) -> None:
        """A part is done, or given up."""
        if isinstance(result, Done) and result.record["part"] not in manifest.done:
            manifest.add(result.record)
            self._session.count(result.record)
            for error in result.record["failed"]:
                self._session.fail(InputError(error["file"], error["error"]))
        elif isinstance(result, GivenUp):
            first = result.task.file if isinstance(result.task, Cutting) else result.task.pieces[0].file
            number = "" if isinstance(result.task, Cutting) else f"part {result.task.number} "
            self._session.fail(InputError(first, f"{number}was given up: {result.reason}; --resume tries it again"))

    def _tell(self, total: "TotalWire") -> None:
        if self._settings.json:
            self._session.write_records([total], COLUMNS, "json")
            return
        failed = f", {total['failed']:,} failed" if total["failed"] else ""
        self._session.print_line(
            f"{self._out}: {total['parts']:,} parts, {total['articles']:,} articles{failed}, {total['bytes']:,} bytes"
        )


def local_path(name: str) -> str:
    """The path that a name or a ``file:`` URI means. Raises DipError for URIs of other kinds, which nothing here opens."""
    from urllib.parse import unquote, urlsplit

    scheme, mark, _ = name.partition(":")
    if not mark or "/" in scheme or os.path.exists(name):
        return name
    if scheme == "file":
        parts = urlsplit(name)
        if parts.netloc not in ("", "localhost"):
            raise DipError(f"{name}: a file on another machine: mount its folder here and on all workers")
        return unquote(parts.path)
    if name.startswith(f"{scheme}://"):
        raise DipError(f"{name}: {scheme}: is not read: mount it as a folder, here and on all workers (docs/scale.md)")
    return name


def _is_below(path: str, folder: str) -> bool:
    own, other = os.path.realpath(path), os.path.realpath(folder)
    return own == other or own.startswith(other.rstrip(os.sep) + os.sep)


def _pair(setting: str) -> tuple[str, str]:
    """(key, value) of a setting of Spark. Raises DipError."""
    key, mark, value = setting.partition("=")
    if not mark or not key.startswith("spark."):
        raise DipError(f'--conf is a setting like spark.executor.memory=4g, not "{setting}"')
    return key, value


@contextmanager
def _held(folder: str) -> Iterator[bool]:
    """Hold the folder for this run, made where it is missing; False where another run has it."""
    try:
        os.makedirs(folder, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as e:
        raise DipError(f"{folder}: cannot be written: {e.strerror}") from None
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    except ImportError:  # no Unix: nobody is kept out
        yield True
    finally:
        os.close(handle)
