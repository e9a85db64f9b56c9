"""The one table that `python -m bench.sizes` prints: a column a size, a line a measurement."""

import math
import statistics
from collections.abc import Sequence

from bench.sizes.measure import Size
from bench.sizes.visit import Seen

WIDTH = 22


def table(sizes: Sequence[Size]) -> str:
    """One column a size, one line a measurement; visits also as ratios to those of the first size in the same round."""
    names = [f"{size.documents:,} documents" if size.documents else "real dataset" for size in sizes]
    pages = sizes[0].pages
    lines = [
        ("check", [f"{size.check:.1f} s" for size in sizes]),
        ("start until the data are there", [f"{size.start:.1f} s" for size in sizes]),
        ("memory of the server, all pages seen", [f"{size.memory:,.0f} MB" for size in sizes]),
        *((f"{pages[name][0].what}, {name}, first visit", [_told(size.pages[name][:1], pages[name][:1]) for size in sizes]) for name in pages),
        *((f"{pages[name][0].what}, {name}, later visits", [_told(size.pages[name][1:], pages[name][1:]) for size in sizes]) for name in pages),
        *((f"sent by {name}", [f"{size.sent[name]:,.0f} kB" for size in sizes]) for name in pages),
        ("CSV of all documents", [f"{size.csv_seconds:.1f} s, {size.csv_megabytes:,.0f} MB" for size in sizes]),
    ]
    width = max(len(what) for what, _ in lines)
    rows = [("", names), *lines]
    return "\n".join("  ".join([what.ljust(width), *(value.rjust(WIDTH) for value in values)]).rstrip() for what, values in rows)


def _told(seen: Sequence[Seen], beside: Sequence[Seen]) -> str:
    """The median of the visits in seconds, and in brackets the median of their ratios."""
    pairs = [(one.seconds, other.seconds) for one, other in zip(seen, beside, strict=False)]
    if not pairs or not all(math.isfinite(one) for one, _ in pairs):
        return seen[-1].what if seen else "not visited"
    return f"{statistics.median(one for one, _ in pairs):.2f} s ({statistics.median(one / other for one, other in pairs):.2f})"
