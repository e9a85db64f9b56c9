"""Columns that had another name in earlier releases: a kept file is read under the names of today."""

from collections.abc import Sequence

# Table -> name in an earlier release -> name today.
RENAMED = {"world_shares": {"sco_value": "organisation_value"}}


def named_today(table: str, header: Sequence[str]) -> list[str]:
    """The header of a kept file with the names that its columns have today."""
    return [RENAMED.get(table, {}).get(name, name) for name in header]
