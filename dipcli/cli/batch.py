"""``dip batch``"""

import os
from typing import Annotated, Any

import typer

from dipcli.cli.options import FILES, INPUT, LONG, NO_TEXT, Group, Settings, takes
from dipcli.cli.session import NONE_READ, OK, SOME_FAILED, Session
from dipcli.inputs.errors import InputError
from dipcli.records import Record

_OUT = Annotated[str | None, typer.Option("--out", metavar="DIR", help="Write the parts and their manifest into this folder.")]  # fmt: skip
_FORMAT = Annotated[str, typer.Option("--format", "-f", metavar="ndjson|parquet", help="What parts are: a report a line, or nested columns (dipcli[parquet]).")]  # fmt: skip
_COMPRESS = Annotated[str, typer.Option(metavar="gzip|zstd|none", help="How parts are packed.")]
_SIZE = Annotated[str, typer.Option(metavar="SIZE", help="Inputs of a part, in bytes as they are stored (500K, 8M, 1G); larger files are cut.")]  # fmt: skip
_RESUME = Annotated[bool, typer.Option("--resume", help="Go on with the batch in DIR; begin one where there is none.")]
_VERIFY = Annotated[str | None, typer.Option(metavar="DIR", help="Only check every part in DIR by its manifest.")]
_ENGINE = Annotated[str, typer.Option(metavar="local|spark", help="Who works: processes of this machine (--jobs), or Apache Spark (dipcli[spark], Java 17).")]  # fmt: skip
_MASTER = Annotated[str | None, typer.Option(metavar="MASTER", help="Spark's master: local[N] (usual: N of --jobs), spark://HOST:PORT, yarn, k8s://HOST:PORT.")]  # fmt: skip
_CONF = Annotated[
    list[str] | None, typer.Option("--conf", metavar="KEY=VALUE", help="A setting of Spark (repeatable).")
]
_JSON = Annotated[bool, typer.Option("--json", help="What was done as JSON.")]
_OWN = Group("The batch", (
    ("out", _OUT, None), ("part_format", _FORMAT, "ndjson"), ("compress", _COMPRESS, "gzip"), ("part_size", _SIZE, "8M"),
    ("resume", _RESUME, False), ("verify", _VERIFY, None), ("json", _JSON, False), ("engine", _ENGINE, "local"), ("master", _MASTER, None),
    ("conf", _CONF, None),
))  # fmt: skip
COLUMNS = ("schema", "parts", "bytes", "articles", "statements", "messages", "undated", "failed")


class Asked(Record):
    """Options of this command."""

    out: str | None
    part_format: str
    compress: str
    part_size: str
    resume: bool
    verify: str | None
    json: bool
    engine: str
    master: str | None
    conf: list[str] | None


@takes(FILES, NO_TEXT, INPUT, LONG, own=_OWN)
def command(settings: Settings, **own: Any) -> int:
    """Reports of many articles as numbered parts, each there whole or not at all; what a kill leaves undone, --resume does.

    \b
    dip batch samples/ --out out --jobs auto
    dip batch --verify out
    """
    asked = Asked(**own)
    if asked.verify is not None:
        return _verify(Session(settings), asked.verify)
    from dipcli.cli.batching import Batch

    return Batch(settings._replace(json=asked.json), asked).run()


def _verify(session: Session, folder: str) -> int:
    """Check a batch; the exit status."""
    from dipcli.batch.manifest import problems, read_manifest
    from dipcli.cli.batching import local_path

    folder = local_path(folder)
    written = read_manifest(folder)
    wrong = 0
    for name, why in problems(folder, written):
        wrong += 1
        session.fail(InputError(os.path.join(folder, name), why))
    parts = len(written.parts)
    if not wrong:
        session.print_line(f"{folder}: {parts:,} parts as the manifest says")
        return OK
    return SOME_FAILED if parts else NONE_READ
