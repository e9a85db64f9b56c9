"""The difference between a kept release and the served one, computed once a pair."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

import data
from charts.words import number, plural
from data.difference import Change, since

KINDS = ("added", "changed", "removed")


def of(release_id: str) -> tuple[Change, ...]:
    """The changes from a kept release to the served one. Raises data.kept.KeptError when it cannot be read."""
    return _between(release_id, data.current().release)


@lru_cache(maxsize=8)
def _between(earlier: str, served: str) -> tuple[Change, ...]:
    return tuple(since(data.current(), earlier))


def counts(changes: Sequence[Change]) -> pd.DataFrame:
    """Rows added, changed and removed by table, tables without changes left out."""
    rows = {(change.table, change.row, change.kind) for change in changes}
    found = Counter((table, kind) for table, _, kind in rows)
    tables = [table for table in data.TABLES if any(found[table, kind] for kind in KINDS)]
    return pd.DataFrame([(table, *[found[table, kind] for kind in KINDS]) for table in tables], columns=["table", *KINDS])


def in_words(changes: Sequence[Change]) -> str:
    """ "128 rows added, 62 changed, 6 removed"."""
    totals = counts(changes)[list(KINDS)].sum()
    return f"{plural(int(totals['added']), 'rows')} added, {number(int(totals['changed']))} changed, {number(int(totals['removed']))} removed"
