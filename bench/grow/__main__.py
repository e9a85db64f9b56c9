"""`python -m bench.grow DIR --documents N` writes a dataset of that size, for SCO_DATA to name."""

import argparse
import sys
from pathlib import Path

from bench.grow import FORMATS, grow
from data.faults import DataError
from data.live import data_folder


def main(arguments: list[str] | None = None) -> int:
    """Grow the dataset that SCO_DATA names, else the one that comes with the dashboard. Gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.grow", description=__doc__)
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--documents", type=int, required=True, help="how many documents; the other tables grow in proportion")
    parser.add_argument("--seed", type=int, default=1, help="another seed moves other days and fills the last copy with other rows (default: 1)")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="format of the tables (default: csv)")
    asked = parser.parse_args(arguments)
    try:
        counts = grow(data_folder(), asked.folder, asked.documents, asked.seed, asked.format)
    except (ValueError, DataError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(f"{table:<18}{rows:>11,}" for table, rows in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
