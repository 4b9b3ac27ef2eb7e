"""Writes the months of the Umm al-Qura calendar (dipcli/rules/data/hijri.tsv) from the package hijridate (MIT).

Needs ``pip install hijridate``. A row is a year; ``months`` has a figure for each month: how many days more than 28 it
has (the calendar as it was published, with a month of 28 and some of 31 days in its first years).
"""

import datetime
import sys
from pathlib import Path

from hijridate import Hijri, ummalqura  # type: ignore[import-not-found]

OUT = Path(__file__).resolve().parent.parent / "dipcli/rules/data/hijri.tsv"


def main() -> int:
    """Write the table."""
    first, last = ummalqura.HIJRI_RANGE[0][0], ummalqura.HIJRI_RANGE[1][0]
    rows = ["year\tbegins\tmonths"]
    for year in range(first, last + 1):
        begins = datetime.date(*Hijri(year, 1, 1).to_gregorian().datetuple())
        rows.append(f"{year}\t{begins}\t{''.join(str(Hijri(year, m, 1).month_length() - 28) for m in range(1, 13))}")
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
