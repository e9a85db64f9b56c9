"""Where each state stands on the tile map: equal tiles without borders, at the places that the dataset gives them.

The places measure nothing. States without a place stand in rows beneath.
"""

from collections.abc import Mapping, Sequence

COLUMNS = 8  # at least, so that a few tiles do not fill the width
Place = tuple[int, int]


def places(countries: Sequence[str], known: Mapping[str, Place]) -> dict[str, Place]:
    """Column and row of each country (iso3), starting at 0; those without a known place in rows of their own beneath, in the order given."""
    found = {iso3: known[iso3] for iso3 in countries if iso3 in known}
    first_row = min((row for _, row in found.values()), default=0)
    placed = {iso3: (column, row - first_row) for iso3, (column, row) in found.items()}
    below = max((row for _, row in placed.values()), default=-1) + 1
    strangers = [iso3 for iso3 in dict.fromkeys(countries) if iso3 not in placed]
    across = columns(placed)
    return placed | {iso3: (i % across, below + i // across) for i, iso3 in enumerate(strangers)}


def columns(placed: Mapping[str, Place]) -> int:
    """How many tiles stand side by side."""
    return max([COLUMNS, *(column + 1 for column, _ in placed.values())])
