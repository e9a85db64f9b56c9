"""`python -m bench.sizes`: the dashboard with 10,000, 100,000 and 1,000,000 documents beside the real dataset, in one table."""

import argparse
import sys
from pathlib import Path

from bench.browser import browser
from bench.sizes.measure import measure
from bench.sizes.table import table

SIZES = (0, 10_000, 100_000, 1_000_000)


def main() -> int:
    """Measure the sizes asked for, side by side, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.sizes", description=__doc__)
    parser.add_argument("--up-to", type=int, default=SIZES[-1], help="largest number of documents")
    parser.add_argument("--kept", type=Path, help="a folder that holds grown-<number> from an earlier run of bench.grow")
    asked = parser.parse_args()
    with browser() as running:
        print(table(measure([documents for documents in SIZES if documents <= asked.up_to], asked.kept, running)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
