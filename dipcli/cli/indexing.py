"""``dip index --from``: the parts of a batch taken into an archive."""

import hashlib
import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dipcli.batch.manifest import read_manifest
from dipcli.batch.parts import reports_of
from dipcli.cli.batching import local_path
from dipcli.cli.session import Session
from dipcli.inputs.errors import InputError
from dipcli.model import DipError, Report
from dipcli.outputs.reread import report_of

if TYPE_CHECKING:
    from dipcli.archive.indexing import FileState, Index
    from dipcli.outputs.shapes import PartWire


def take_in(folder: str, session: Session, index: "Index") -> None:
    """Bring in the parts that are done and not there yet, in their order; one that is damaged has failed.

    To the archive a part is a file: its path and sum tell whether it is there. Raises DipError where DIR holds no batch.
    """
    folder = local_path(folder)
    written = read_manifest(folder)
    if not written.batch["options"].get("with_text"):
        raise DipError(f"{folder}: the batch was made with --no-text: an archive needs the texts")
    missing = written.batch["parts"] - len(written.parts)
    if missing:
        session.warn(
            f"{folder}: {missing:,} of {written.batch['parts']:,} parts are not done: once they are, run this again"
        )
    run = session.settings.run
    reports = _Parts(folder, session, index).taken_in(p for _, p in sorted(written.parts.items()))
    for report in run.while_time(reports) if run else reports:
        session.done += 1
        session.last = report.article.source


class _Parts:
    """Takes parts of a folder into an archive."""

    def __init__(self, folder: str, session: Session, index: "Index") -> None:
        self._folder, self._session, self._index = folder, session, index

    def taken_in(self, parts: "Iterator[PartWire]") -> Iterator[Report]:
        """Each report when it is in the archive."""
        for part in parts:
            try:
                state = self._state(part)
                if state.complete:
                    self._index.tally.unchanged += 1
                else:
                    yield from self._records(part, state)
            except InputError as e:
                self._session.fail(e)

    def _records(self, part: "PartWire", state: "FileState") -> Iterator[Report]:
        index = self._index
        records = enumerate(reports_of(self._folder, part))
        for n, record in islice(records, state.done, None):
            try:
                report = report_of(record)
            except ValueError as e:
                raise InputError(state.path, f"record {n + 1}: {e}") from None
            index.add(report, index.begin(state), n)
            yield report
        number = index.begin(state)
        for n in range(part["articles"], part["articles"] + len(part["failed"])):
            index.fail(number, n)
        index.finish(state)

    def _state(self, part: "PartWire") -> "FileState":
        """What there is of a part. Raises InputError where the part is not what the manifest says."""
        path = os.path.join(self._folder, part["file"])
        try:
            with open(path, "rb") as stream:
                digest = hashlib.file_digest(stream, "sha256")
        except OSError as e:
            raise InputError(path, f"cannot be read: {e.strerror}") from None
        if digest.hexdigest() != part["sha256"]:
            raise InputError(
                path, "its SHA-256 is not that of the manifest: remove it, and dip batch --resume makes it again"
            )
        return self._index.state_of(path, os.path.abspath(path), digest.digest())
