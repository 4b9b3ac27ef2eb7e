"""The shared annotated articles, and reports laid beside annotations, for the tools that measure and train."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from dipcli.evaluation.annotations import annotated_names, read_annotation
from dipcli.evaluation.comparison import Comparison, compare
from dipcli.evaluation.reported import reported
from dipcli.model import Article
from dipcli.outputs.wire import report_to_wire
from dipcli.pipeline import parse
from dipcli.rules.load import Rules

ROOT = Path(__file__).resolve().parent.parent


def shared_articles(hint: str = "") -> Path:
    """Folder of the annotated articles in DIP_SHARED, else ../shared. Exits with status 2 where it is not there."""
    folder = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared") / "gold" / "dev"
    if not folder.is_dir():
        sys.stderr.write(f"{folder} is not there: DIP_SHARED names the shared material{hint}\n")
        raise SystemExit(2)
    return folder


def compared(folder: Path, rules: Rules) -> Iterator[Comparison]:
    """For each annotated article, in the order of ``annotated_names``, its report laid beside the annotation."""
    for name in annotated_names(folder):
        a = read_annotation(folder, name)
        record = report_to_wire(parse(Article(text=a.text, source=f"{name}.txt"), rules))
        yield compare(a, reported(record, a.text, name))
