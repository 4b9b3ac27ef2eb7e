"""Tasks whose process dies, time after time."""

import os
from functools import partial
from pathlib import Path

from dipcli.batch.formats import PartFormat
from dipcli.batch.local import LocalEngine
from dipcli.batch.plan import Part, Piece
from dipcli.batch.task import MOST_ATTEMPTS, Done, GivenUp, Job
from dipcli.inputs.options import ReadOptions
from dipcli.rules.load import Rules, load_rules


def rules_that_kill(folder: Path, lives: int) -> Rules:
    """Kills the process that asks for them, so many times, counted by files."""
    for n in range(lives):
        try:
            (folder / f"killed-{n}").touch(exist_ok=False)
        except FileExistsError:
            continue
        os.kill(os.getpid(), 9)
    return load_rules()


def _job(folder: Path) -> Job:
    return Job(str(folder), PartFormat("ndjson", "none"), ReadOptions())


def _parts(folder: Path, count: int) -> list[Part]:
    out = []
    for n in range(count):
        (folder / f"{n}.txt").write_text("قال الوزير إن الجسر جاهز.", encoding="utf-8")
        size = (folder / f"{n}.txt").stat().st_size
        out.append(Part(n, (Piece(str(folder / f"{n}.txt"), size, size),)))
    return out


def _results(folder: Path, lives: int, parts: int) -> list[object]:
    engine = LocalEngine(_job(folder), partial(rules_that_kill, folder, lives), 2)
    return list(engine.run(_parts(folder, parts)))


def test_a_part_is_made_by_another_process(tmp_path: Path) -> None:
    results = _results(tmp_path, 3, 4)
    assert sorted(r.record["part"] for r in results if isinstance(r, Done)) == [0, 1, 2, 3]


def test_a_part_that_kills_every_process_is_given_up(tmp_path: Path) -> None:
    (result,) = _results(tmp_path, 100, 1)
    assert isinstance(result, GivenUp)
    assert (
        result.reason
        == f"the process that read it was killed (signal 9), as when memory runs out, {MOST_ATTEMPTS} times"
    )
    assert not list(tmp_path.glob("part-*"))
