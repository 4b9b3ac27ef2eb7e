"""What workers on other machines need: the package with its libraries as one archive, and the rules."""

import gc
import importlib.metadata
import importlib.util
import pickle
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

from dipcli.batch.task import MOST_ATTEMPTS, GivenUp, Job, TaskWorker
from dipcli.model import DipError
from dipcli.records import Record
from dipcli.rules.load import Rules

RULES = "rules.bin"
PACKAGE = Path(__file__).resolve().parent.parent
# Libraries, whose modules have their names: those that reading needs and that some inputs need, and what writes Parquet.
_LIBRARIES = ("orjson", "pyarabic", "trafilatura", "warcio", "backports.zstd")
_PARQUET = ("pyarrow",)
# Of the package, what no worker reads.
_NOT_SHIPPED = (
    "__pycache__",
    "rules/data",
    "rules/compiled.bin",
    "archive",
    "terminal",
    "outputs/page",
    "outputs/pictures",
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Shipment(Record):
    """What a worker is told: the job, where the rules lie (None: beside the package), the modules that must be there."""

    job: Job
    rules: str | None
    modules: tuple[str, ...]


def modules_here(job: Job) -> tuple[str, ...]:
    """The libraries that reading may use, as far as they are here: what is not on a worker would fail inputs there."""
    wanted = _LIBRARIES + _PARQUET if job.format.form == "parquet" else _LIBRARIES
    return tuple(m for m in wanted if _is_here(m))


def _is_here(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ImportError:  # of a package that is not there
        return False


def pack(path: Path, rules: Path, modules: tuple[str, ...]) -> None:
    """Write an archive that has the package, these libraries with what they need, and the rules."""
    with tarfile.open(path, "w") as archive:
        archive.add(rules, RULES)
        for file in sorted(PACKAGE.rglob("*")):
            inside = file.relative_to(PACKAGE).as_posix()
            if file.is_file() and not any(f"/{n}/" in f"/{inside}/" for n in _NOT_SHIPPED):
                archive.add(file, f"dipcli/{inside}")
        for inside, place in sorted(_files_of(modules)):
            archive.add(place, inside)


def _files_of(distributions: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(place in the archive, place here) of the files of distributions, and of all that these require."""
    seen: set[str] = set()
    waiting = list(distributions)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # required on other systems only
        waiting += [m[0] for r in found.requires or () if "extra ==" not in r and (m := _NAME.match(r))]
        for file in found.files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                yield file.as_posix(), str(found.locate_file(file))


# -- on the worker -----------------------------------------------------------------------------------------------------


def answered(shipment: bytes, task: bytes, attempt: int) -> bytes:
    """The pickled answer to a pickled task; ``attempt`` counts from 0."""
    worker = _worker(shipment)
    asked = pickle.loads(task)
    if attempt >= MOST_ATTEMPTS:
        return pickle.dumps(GivenUp(asked, f"{attempt} workers ended while they read it"))
    return pickle.dumps(worker(asked))


@cache
def _worker(shipment: bytes) -> Callable[[object], object]:
    """What does the tasks of a run, with rules that are loaded once in a process."""
    gc.disable()  # as in the process that was called: see __main__
    told: Shipment = pickle.loads(shipment)
    missing = [m for m in told.modules if not _is_here(m)]
    if missing:
        error = DipError(f"a worker has no {', '.join(missing)}, which the driver has: install it there")
        return lambda _: error
    place = Path(told.rules) if told.rules is not None else PACKAGE.parent / RULES
    return TaskWorker(told.job, lambda: _rules(place)).answer  # type: ignore[return-value]


def _rules(place: Path) -> Rules:
    with place.open("rb") as f:
        return Rules(mmap(f.fileno(), 0, access=ACCESS_READ))
