"""Where each country stands on the tile map: equal tiles, west to east and north to south, without borders.

The places keep neighbours near each other; they measure nothing. Countries without a place stand in rows beneath.
"""

from collections.abc import Sequence

PLACES: dict[str, tuple[int, int]] = {
    "BLR": (1, 0),
    "RUS": (4, 0),
    "KAZ": (4, 1),
    "MNG": (6, 1),
    "TUR": (0, 2),
    "ARM": (1, 2),
    "AZE": (2, 2),
    "UZB": (4, 2),
    "KGZ": (5, 2),
    "CHN": (6, 2),
    "KWT": (1, 3),
    "IRN": (3, 3),
    "AFG": (4, 3),
    "TJK": (5, 3),
    "NPL": (6, 3),
    "EGY": (0, 4),
    "SAU": (1, 4),
    "BHR": (2, 4),
    "PAK": (4, 4),
    "IND": (5, 4),
    "MMR": (6, 4),
    "LAO": (7, 4),
    "QAT": (2, 5),
    "ARE": (3, 5),
    "MDV": (4, 5),
    "LKA": (5, 5),
    "KHM": (7, 5),
}
COLUMNS = 8


def places(countries: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Column and row of each country (iso3), starting at 0; unknown ones in rows of their own beneath, in the order given."""
    known = {iso3: PLACES[iso3] for iso3 in countries if iso3 in PLACES}
    first_row = min((row for _, row in known.values()), default=0)
    placed = {iso3: (column, row - first_row) for iso3, (column, row) in known.items()}
    below = max((row for _, row in placed.values()), default=-1) + 1
    strangers = [iso3 for iso3 in dict.fromkeys(countries) if iso3 not in known]
    return placed | {iso3: (i % COLUMNS, below + i // COLUMNS) for i, iso3 in enumerate(strangers)}
