"""The records that hold the searched words: by kind, the best first, with where the words stand in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from queries import words
from queries.loader import run
from queries.passages import Passage, passages

# Kinds of record in the order in which they are shown.
KINDS = {
    "priorities": "Priorities",
    "documents": "Documents",
    "events": "Events",
    "meetings": "Meetings",
    "chairmanships": "Chairmanships",
    "states": "States and membership steps",
    "figures": "Reported figures",
    "shares": "Shares of the world",
    "bodies": "Bodies and themes",
    "conflicts": "Conflicts between sources",
    "gaps": "Known gaps",
    "sources": "Sources",
}
FIRST_OF_A_KIND = 5
A_PAGE = 25
LONGEST = 100


@dataclass(frozen=True)
class Hit:
    """One record found: table and id, its day with its precision (NaT and None where there is none), its title, and where else the words stand in it."""

    table: str
    row_id: str
    on_date: pd.Timestamp
    date_precision: str | None
    title: Passage
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Group:
    """The records of one kind: some of them, and how many there are in all."""

    kind: str
    hits: tuple[Hit, ...]
    total: int

    @property
    def label(self) -> str:
        """The name of the kind."""
        return KINDS[self.kind]


def search(text: str) -> list[Group]:
    """The first records of every kind that hold all the words; kinds without any are left out.

    A kind that holds a record of just this title comes first: whoever types the name of a state looks for the state.
    """
    typed = words.fold(" ".join(text.split()))
    return sorted(_groups(text, tuple(KINDS), 1, FIRST_OF_A_KIND), key=lambda group: words.fold(group.hits[0].title.text) != typed)


def page(text: str, kind: str, number: int) -> Group:
    """One page of the records of a kind, from 1; the first where there is no such page. Raises KeyError for an unknown kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    for place in (number, 1):
        if found := _groups(text, (kind,), place, A_PAGE):
            return found[0]
    return Group(kind, (), 0)


def total(text: str) -> int:
    """How many records hold all the words."""
    return sum(group.total for group in search(text))


def searchable() -> dict[str, int]:
    """Kind -> how many of its records can be searched, in the order in which they are shown."""
    n = dict(run("search/kinds").itertuples(index=False, name=None))
    return {kind: n[kind] for kind in KINDS if kind in n}


def _groups(text: str, kinds: Sequence[str], number: int, rows: int) -> list[Group]:
    values = words.slots(text)
    if not values["q_1"]:
        return []
    found = run("search/found", values | {"kinds": list(kinds), "page_start": (number - 1) * rows, "page_rows": rows})
    hits = _hits(found, [term.pattern for term in words.terms(text)])
    return [
        Group(kind, tuple(hits[row.table_name, row.row_id] for row in own.itertuples()), int(own["total"].iloc[0]))
        for kind in kinds
        if len(own := found[found["kind"] == kind])
    ]


def _hits(found: pd.DataFrame, patterns: Sequence[str]) -> dict[tuple[Any, Any], Hit]:
    """The records found with what they say, by table and id."""
    keys = (found["table_name"] + " " + found["row_id"]).tolist()
    hits = {}
    for row in run("search/fields", {"keys": keys}).itertuples() if keys else ():
        title, others = passages(row.fields.split(", "), row.texts.split("\x1f"), patterns)
        precision = row.date_precision if isinstance(row.date_precision, str) else None
        hits[row.table_name, row.row_id] = Hit(row.table_name, row.row_id, row.on_date, precision, title, others)
    return hits
