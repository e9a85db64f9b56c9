"""What a reader should know of a comparison of shares, in one line computed from its rows."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from charts.marks import each
from charts.words import plural, rounded

FOUND = "The lists are what was found, not samples. "
LISTS = "These are lists that were found, not samples."
Name = Callable[[Any], str]


def by_coder(frame: pd.DataFrame, name: Name, what: str, share: str = "adopted or realised") -> str:
    """How far a share of each group lies apart over the coders, and that the lists are no samples.

    frame: rows with `done_least`, `done_most` (per cent) and `n_coders`, the same in every row of a group; groups without these are left out.
    Where there are fewer than two coders, no range is told.
    name: the group of a row; what: a group ("theme with 5 priorities or more"). Two groups are both told, of more the one that lies furthest apart.
    """
    groups = {name(row): row for row in each(frame) if pd.notna(row.done_least)}
    n = max((int(row.n_coders) for row in groups.values()), default=0)
    if n < 2:  # one coder has no range
        return LISTS
    coders = plural(n, "coders")
    if len(groups) <= 2:
        return f"As {coders} see it, {share}: " + " and ".join(f"{_range(row)} in {group}" for group, row in groups.items()) + f". {LISTS}"
    widest = max(groups, key=lambda group: groups[group].done_most - groups[group].done_least)
    apart = groups[widest].done_most - groups[widest].done_least
    if apart < 0.05:
        return f"The {coders} agree on the share {share} for each {what}. {LISTS}"  # not that the groups have one share
    return f"As {coders} see it, the share {share} of a {what} differs by up to {rounded(apart, 1)} points ({widest}: {_range(groups[widest])}). {LISTS}"


def _range(row: Any) -> str:
    low, high = rounded(row.done_least, 1), rounded(row.done_most, 1)
    return f"{low} %" if low == high else f"{low} to {high} %"
