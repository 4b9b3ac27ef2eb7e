"""Tasks done by Apache Spark: on this machine, a standalone cluster, YARN or Kubernetes.

Spark hands out tasks and starts them again where a worker is lost. What is read and written, and when a part is done, is
not left to it: see docs/decisions/0008-batch.md.
"""

import hashlib
import os
import pickle
import re
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Self

from dipcli.batch.shipped import PACKAGE, RULES, Shipment, modules_here, pack
from dipcli.batch.task import MOST_ATTEMPTS, Done, Job, Result, Task
from dipcli.model import DipError
from dipcli.records import Record

_LOCAL = re.compile(r"local(?:\[(\d+|\*)\])?")
# Of "local[N]" Spark gives up at the first failure if it is not told otherwise.
_FAILURES = 2 * MOST_ATTEMPTS
# Spark only hands out tasks here: its machine is to start soon and leave the cores to the readers.
_JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
# Seconds until a file that another machine has written must be seen here.
_SEEN_WITHIN = 10.0
_LOG = """rootLogger.level = {level}
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %d{{HH:mm:ss}} %p %c{{1}}: %m%n
"""


class _End(Record):
    """All tasks are done, or will not be, for this reason."""

    error: BaseException | None = None


class _Arrivals:
    """Takes what tasks add to an accumulator, which Spark hands over once for each task that is done."""

    def __init__(self, queue: "SimpleQueue[bytes | _End]") -> None:
        self._queue = queue

    def __iadd__(self, results: list[bytes]) -> Self:
        for result in results:
            self._queue.put(result)
        return self


@contextmanager
def _quiet() -> Iterator[None]:
    """What PySpark says of other libraries' versions is not for who runs a batch."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        yield


class SparkEngine:
    """Does tasks on the cluster of ``master``; ``conf`` are settings of Spark, ``rules`` gives the compiled rules.

    Spark is started with the first task. Raises DipError where it cannot be.
    """

    def __init__(self, job: Job, rules: Callable[[], Any], *, master: str, conf: dict[str, str], verbose: bool) -> None:
        self._job, self._rules = job, rules
        self._local = _LOCAL.fullmatch(master)
        self._master = f"local[{self._local[1] or 1},{_FAILURES}]" if self._local else master
        self._conf, self._verbose = conf, verbose
        self._context: Any = None
        self._folder: str | None = None
        self._home: str | None = None
        try:
            import pyspark  # noqa: F401
        except ImportError:
            raise DipError("--engine spark needs PySpark and Java 17: install 'dipcli[spark]'") from None

    def run(self, tasks: Sequence[Task]) -> Generator[Result, None, None]:
        """A result a task, in the order in which they are done; closing the iterator cancels what is under way."""
        if not tasks:
            return
        context = self._started()
        queue: SimpleQueue[bytes | _End] = SimpleQueue()
        rows = context.parallelize([pickle.dumps(t, pickle.HIGHEST_PROTOCOL) for t in tasks], len(tasks))
        work = self._work(queue)
        Thread(target=_run, args=(rows, work, queue), daemon=True).start()
        try:
            for _ in tasks:
                yield self._result(queue.get())
        finally:
            context.cancelAllJobs()

    def close(self) -> None:
        """End Spark and everything that it was given."""
        from pyspark import SparkContext

        if self._context is not None:
            gateway: Any = SparkContext._gateway
            self._context.stop()
            gateway.shutdown()
            SparkContext._gateway = SparkContext._jvm = None
            gateway.proc.stdin.close()  # what it ends by
            gateway.proc.wait(30)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _result(self, arrived: bytes | _End) -> Result:
        if isinstance(arrived, _End):
            raise DipError(f"Spark gave up: {_reason(arrived.error)}; --resume goes on with what is done")
        result = pickle.loads(arrived)
        if isinstance(result, DipError):
            raise result
        if isinstance(result, Done):
            self._see(result)
        return result  # type: ignore[no-any-return]

    def _see(self, done: Done) -> None:
        """Raise DipError where a part that a worker has written does not lie here."""
        path = os.path.join(self._job.out, done.record["file"])
        end = time.monotonic() + _SEEN_WITHIN
        while not (os.path.exists(path) and os.path.getsize(path) == done.record["bytes"]):
            if time.monotonic() > end:
                raise DipError(f"{path}: a worker wrote it, but it is not here: --out must be shared by all machines")
            time.sleep(0.1)

    def _work(self, queue: "SimpleQueue[bytes | _End]") -> Callable[[bytes], None]:
        """What is done with a task on a worker.

        A function within a function is sent whole: on the worker nothing of this package is there before it runs.
        """
        from pyspark.accumulators import AddingAccumulatorParam

        results = self._context.accumulator(_Arrivals(queue), AddingAccumulatorParam([]))
        home, base = self._home, os.getcwd()
        here = None if home else str(PACKAGE.parent)
        rules = None if home else os.path.join(self._folder or "", RULES)
        shipment = pickle.dumps(Shipment(self._job, rules, modules_here(self._job)))

        def work(task: bytes) -> None:
            import os
            import sys

            from pyspark import SparkFiles, TaskContext

            place = here or next((p for p in sys.path if os.path.basename(p) == home), None) or SparkFiles.get(home)
            if place not in sys.path:
                sys.path.insert(0, place)
                os.chdir(base)  # names of inputs count from there
            from dipcli.batch.shipped import answered

            context = TaskContext.get()
            results.add([answered(shipment, task, context.attemptNumber() if context else 0)])

        return work

    def _started(self) -> Any:
        if self._context is None:
            self._folder = tempfile.mkdtemp(prefix="dip-spark-")
            rules = Path(self._folder, RULES)
            rules.write_bytes(bytes(self._rules()))
            with _quiet():
                self._context = self._start(Path(self._folder))
            if not self._local:
                self._ship(Path(self._folder), rules)
        return self._context

    def _ship(self, folder: Path, rules: Path) -> None:
        pack(folder / "dip.tar", rules, modules_here(self._job))
        digest = hashlib.sha256((folder / "dip.tar").read_bytes()).hexdigest()[:16]
        self._home = f"dip-{digest}.tar"
        (folder / "dip.tar").rename(folder / self._home)
        self._context.addArchive(str(folder / self._home))

    def _start(self, folder: Path) -> Any:
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkException
        from pyspark.java_gateway import launch_gateway

        log = folder / "log4j2.properties"
        log.write_text(_LOG.format(level="warn" if self._verbose else "error"))
        conf = SparkConf(loadDefaults=False)
        for key, value in {**self._defaults(log), **self._conf}.items():
            conf.set(key, value)
        conf.setMaster(self._master).setAppName("dip batch")
        try:
            with (folder / "spark.log").open("wb") as out:
                gateway = launch_gateway(conf, {} if self._verbose else {"stdout": out, "stderr": out})
            context = SparkContext(gateway=gateway, conf=conf)
        except PySparkException as e:
            raise DipError(f"Spark does not start: is Java 17 or later there (java -version)? {_reason(e)}") from None
        except Exception as e:
            raise DipError(f"Spark does not start with --master {self._master}: {_reason(e)}") from None
        python = self._conf.get("spark.pyspark.python")
        if python or self._local:
            context.pythonExec = python or sys.executable
        return context

    def _defaults(self, log: Path) -> dict[str, str]:
        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.task.maxFailures": str(_FAILURES),
            "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={log} {_JAVA}",
            "spark.executor.extraJavaOptions": _JAVA,
        }
        if self._local:  # nothing of it is for other machines
            settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        return settings


def _run(rows: Any, work: Callable[[bytes], None], queue: "SimpleQueue[bytes | _End]") -> None:
    try:
        rows.foreach(work)
    except BaseException as e:
        queue.put(_End(e))
    else:
        queue.put(_End())


def _reason(error: BaseException | None) -> str:
    """The line of a long story that says most: the last error of Python's, else Spark's first."""
    lines = [line.strip(": \t") for line in str(error).splitlines() if line.strip(": \t")]
    told = [line for line in lines if re.match(r"(?:[\w.]+\.)?\w*(?:Error|Exception): ", line)]
    return (told or lines or ["for no reason that is told"])[0][:300]
