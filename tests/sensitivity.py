"""What a share of outcomes would be under the values of each coder, and without the closing day, worked out from the tables."""

from collections import defaultdict
from typing import Any

Rows = list[dict[str, Any]]
Tables = dict[str, Any]


def sensitivity(tables: Tables, every: Rows, outcome: str) -> dict[str, Any]:
    """The least and most per cent of some priorities with an outcome by coder, the number of coders, and the per cent without the closing day.

    `tables["codings"]` holds the rows as a list, for they have no id.
    """
    shares = [100 * values.count(outcome) / len(values) for values in _given(tables, every).values()]
    early = [row["outcome"] for row in every if not _at_close(tables, row)]
    return {
        "share_least": min(shares, default=None),
        "share_most": max(shares, default=None),
        "n_coders": len(shares),
        "share_before_close": 100 * early.count(outcome) / len(early) if early else None,
    }


def apart(tables: Tables, every: Rows) -> dict[str, Any]:
    """The least and most per cent of some priorities that were adopted or realised, by coder."""
    shares = [100 * sum(value in ("adopted", "realised") for value in values) / len(values) for values in _given(tables, every).values()]
    return {"done_least": min(shares, default=None), "done_most": max(shares, default=None)}


def _given(tables: Tables, every: Rows) -> dict[str, list[str]]:
    """The outcomes that each coder gave to some priorities."""
    own = {row["priority_id"] for row in every}
    given: dict[str, list[str]] = defaultdict(list)
    for coding in tables["codings"]:
        if coding["variable"] == "outcome" and coding["row_id"] in own and coding["rule"] is not None:
            given[coding["coder"]].append(coding["value"])
    return given


def _at_close(tables: Tables, row: dict[str, Any]) -> bool:
    end = tables["chairmanships"][row["chairmanship_id"]]["end_on"]
    return row["date_precision"] == "day" and end is not None and row["stated_on"] == end
