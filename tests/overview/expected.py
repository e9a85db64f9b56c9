"""The numbers of two chairmanships and of all, worked out in pandas from the tables."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from tests.oracle import BEHIND, Record

Marks = list[dict[str, Any]]
Rows = list[dict[str, Any]]
FULFILLED = ("adopted", "realised")
COUNTS: dict[str, tuple[str, str, str, Callable[[dict[str, Any]], bool]]] = {
    "documents counted": ("documents", "document_id", "adopted_on", lambda row: row["is_counted"]),
    "documents counted and dated to the day": (
        "documents", "document_id", "adopted_on", lambda row: row["is_counted"] and row["date_precision"] == "day" and row["adopted_on"] is not None,
    ),
    "documents recorded": ("documents", "document_id", "adopted_on", lambda _: True),
    "events announced": ("events", "event_id", "start_on", lambda row: row["held"] == "announced"),
    "events held": ("events", "event_id", "start_on", lambda row: row["held"] == "held"),
    "events held and dated to the day": (
        "events", "event_id", "start_on", lambda row: row["held"] == "held" and row["date_precision"] == "day" and row["start_on"] is not None,
    ),
    "events recorded": ("events", "event_id", "start_on", lambda _: True),
    "meetings recorded": ("meetings", "meeting_id", "start_on", lambda _: True),
    "priorities adopted or realised": ("priorities", "priority_id", "stated_on", lambda row: row["outcome"] in FULFILLED),
    "priorities stated": ("priorities", "priority_id", "stated_on", lambda _: True),
}  # fmt: skip


def rows_of(tables: Mapping[str, pd.DataFrame], name: str) -> Rows:
    return tables[name].to_dict("records")


def terms(tables: Mapping[str, pd.DataFrame]) -> Rows:
    """Chairmanships in the order of their first days, one without a first day first."""
    return sorted(rows_of(tables, "chairmanships"), key=lambda term: (term["start_on"] or date.min, term["chairmanship_id"]))


def counted(tables: Mapping[str, pd.DataFrame], thing: str, term: str) -> dict[Record, date | None]:
    table, key, on, kept = COUNTS[thing]
    return {(table, row[key]): row[on] for row in rows_of(tables, table) if row["chairmanship_id"] == term and kept(row)}


def counts(tables: Mapping[str, pd.DataFrame], _: Mapping[str, Any]) -> Marks:
    """Every count of every chairmanship, by name. A count of which the whole dataset has no record is not named."""
    named = [thing for thing, (table, _, _, kept) in sorted(COUNTS.items()) if any(kept(row) for row in rows_of(tables, table))]
    return [
        {"chairmanship_id": term["chairmanship_id"], "chairmanship": term["label"], "thing": thing, "n": len(behind), BEHIND: behind}
        for term in terms(tables)
        for thing in named
        for behind in [counted(tables, thing, term["chairmanship_id"])]
    ]


def members(tables: Mapping[str, pd.DataFrame], day: date | None) -> dict[Record, date | None]:
    """The steps on which membership rests at the end of a day."""
    if day is None:
        return {}
    steps = sorted((row for row in rows_of(tables, "membership_steps") if row["is_effective"]), key=lambda row: (row["on_date"], row["step_id"]))
    last = {step["iso3"]: step for step in steps if step["on_date"] <= day}
    return {("membership_steps", step["step_id"]): step["on_date"] for step in last.values() if step["status"] == "member"}


def carried(tables: Mapping[str, pd.DataFrame], later: str, earlier: str) -> dict[Record, date | None]:
    """The priorities of a term from which a line of continuations leads to one of the earlier term."""
    by_id = {row["priority_id"]: row for row in rows_of(tables, "priorities")}

    def descends(row: dict[str, Any]) -> bool:
        while (before := row["continues_priority_id"]) is not None:
            row = by_id[before]
            if row["chairmanship_id"] == earlier:
                return True
        return False

    return {("priorities", key): row["stated_on"] for key, row in by_id.items() if row["chairmanship_id"] == later and descends(row)}


def headlines(tables: Mapping[str, pd.DataFrame], values: Mapping[str, Any]) -> Marks:
    """Seven figures, each for the two compared chairmanships (for one, where it is compared with itself)."""
    pair = [term for term in terms(tables) if term["chairmanship_id"] in (values["first"], values["second"])]
    return [mark for place in range(7) for position, term in enumerate(pair) for mark in [_mark(tables, place, position, term, pair, values["first"])]]


NAMES = {
    "Priorities stated": "goals, proposals and plans voiced for the term",
    "Priorities adopted or realised": "of those stated, by the close of the term",
    "Priorities carried on from the other": "continuing one of the earlier term",
    "Documents counted": "adopted, signed or approved in the term, as far as a source was found",
    "Events held": "with a source that says so",
    "Members on the first day": "with full membership at the end of that day",
    "Members on the last day": "with full membership at the end of that day",
}


def _mark(tables: Mapping[str, pd.DataFrame], place: int, position: int, term: dict[str, Any], pair: Rows, first: str) -> dict[str, Any]:
    figure, key = list(NAMES)[place], term["chairmanship_id"]
    is_coded = bool(counted(tables, "priorities stated", key))
    day = {5: term["start_on"], 6: term["end_on"]}.get(place)
    behind: dict[Record, date | None] = {}
    known = True
    if place in (0, 1, 3, 4):
        behind = counted(tables, figure.lower(), key)
        known = is_coded if place < 2 else place == 3 or bool(counted(tables, "events recorded", key))
    elif place == 2:
        known = is_coded and position == 1
        behind = carried(tables, key, pair[0]["chairmanship_id"]) if known else {}
    else:
        known, behind = day is not None, members(tables, day)
    return {
        "figure": figure, "chairmanship_id": key, "chairmanship": term["label"], "is_first": key == first,
        "value": len(behind) if known else None, "day": day, "definition": NAMES[figure], BEHIND: behind,
    }  # fmt: skip


def reach(tables: Mapping[str, pd.DataFrame], _: Mapping[str, Any]) -> Marks:
    events = rows_of(tables, "events")
    took_place = [row["adopted_on"] for row in rows_of(tables, "documents")] + [row["on_date"] for row in rows_of(tables, "membership_steps")]
    took_place += [row["start_on"] for row in events if row["held"] == "held"]
    announced = [row["start_on"] for row in events if row["held"] == "announced"]
    last, expected = (max((day for day in days if day is not None), default=None) for days in (took_place, announced))
    coded = {row["chairmanship_id"] for row in rows_of(tables, "priorities")}
    return [{"last_on": last, "announced_on": expected, "n_coded": len(coded), "n_terms": len(rows_of(tables, "chairmanships"))}]
