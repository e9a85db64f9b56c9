"""What the two questions that set one chairmanship against the other should answer, worked out from the tables."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.compare.expected import DAYS, OUTCOMES, Rows, Tables, Values, depth, pair, records, rows_of
from tests.oracle import BEHIND


def flow(tables: Tables, values: Values) -> Rows:
    """Each priority of both, with those of the other that it continues or that continue it, however many links lie between."""
    chairs = sorted(pair(tables, values), key=lambda chair: (chair["start_on"] or date.min, chair["chairmanship_id"]))
    if len(chairs) < 2 or not all(rows_of(tables, "priorities", chair) for chair in chairs):
        return []
    earlier, later = (chair["chairmanship_id"] for chair in chairs)
    links = [
        (row["priority_id"], before)
        for row in tables["priorities"].values()
        if row["chairmanship_id"] == later
        for before in _ancestors(tables, row)
        if tables["priorities"][before]["chairmanship_id"] == earlier
    ]
    links += [(before, after) for after, before in links]
    found = []
    for chair in chairs:
        first = chair is chairs[0]
        for row in rows_of(tables, "priorities", chair, values["themes"]):
            others = sorted(tables["priorities"][other]["title"] for own, other in links if own == row["priority_id"])
            mark = {"chairmanship": chair["label"], "is_earlier": first, "is_first": chair["is_first"], "title": row["title"], "outcome": row["outcome"]}
            mark |= {"flow": "continued" if others else "not taken up" if first else "new", "counterpart": "; ".join(others)}
            mark |= {"theme": tables["themes"][row["theme_id"]]["label"], "record_table": "priorities", "record_id": row["priority_id"]}
            found.append((tables["themes"][row["theme_id"]]["sort_order"], mark | {BEHIND: records("priorities", [row])}))
    found.sort(key=lambda pair: (not pair[1]["is_earlier"], pair[1]["flow"], pair[0], pair[1]["title"], pair[1]["record_id"]))
    return _totals([mark for _, mark in found])


def _ancestors(tables: Tables, row: dict[str, Any]) -> Iterator[str]:
    while row["continues_priority_id"]:
        yield row["continues_priority_id"]
        row = tables["priorities"][row["continues_priority_id"]]


def _totals(rows: Rows) -> Rows:
    """The rows with the numbers of all of them."""
    sides = {name: [row for row in rows if row["is_earlier"] == (name == "earlier")] for name in ("earlier", "later")}
    told: dict[str, Any] = {name: own[0]["chairmanship"] if own else None for name, own in sides.items()}
    named = (
        ("n_taken_up", "earlier", "continued"),
        ("n_not_taken_up", "earlier", "not taken up"),
        ("n_continuing", "later", "continued"),
        ("n_new", "later", "new"),
    )
    told |= {column: sum(row["flow"] == flow for row in sides[name]) for column, name, flow in named}
    return [row | told for row in rows]


def key_figures(tables: Tables, values: Values) -> Rows:
    """Each key figure of both and the difference; no number where nothing was collected or coded."""
    first, second = (*pair(tables, values), None)[:2]
    found = []
    for label, missing, table, number, own in _figures():
        one, other = (number(tables, chair) if chair else None for chair in (first, second))
        mark = {"label": label, "missing": missing, "first_value": one, "second_value": other, "first_label": first["label"] if first else None}
        mark |= {"second_label": second and second["label"], "difference": None if one is None or other is None else other - one}
        if label.startswith("Priorities") and depth(tables, values, first)["depths_differ"]:
            mark["difference"] = None
        behind = [row for chair in (first, second) if chair for row in own(tables, chair)]
        found.append(mark | {BEHIND: records(table, behind) if table in DAYS else {}})
    return found


def _figures() -> Iterator[tuple[Any, ...]]:
    """Label, what stands where there is no number, table of the records, number of a chairmanship, its records."""

    def counted(tables: Tables, chair: dict[str, Any]) -> Rows:
        return [row for row in rows_of(tables, "documents", chair) if row["is_counted"]]

    def of(table: str) -> Any:
        return lambda tables, chair: rows_of(tables, table, chair)

    def done(tables: Tables, chair: dict[str, Any]) -> Rows:
        return [row for row in rows_of(tables, "priorities", chair) if row["outcome"] in OUTCOMES[:2]]

    def term(tables: Tables, chair: dict[str, Any]) -> int | None:
        return (chair["end_on"] - chair["start_on"]).days if chair["start_on"] and chair["end_on"] else None

    yield "Days in the chair", "not known", "chairmanships", term, lambda tables, chair: [tables["chairmanships"][chair["chairmanship_id"]]]
    yield "Documents counted", "not coded", "documents", lambda *asked: len(counted(*asked)), counted
    yield "Events recorded", "not collected", "events", lambda *asked: len(of("events")(*asked)) or None, of("events")
    yield "Meetings recorded", "not coded", "meetings", lambda *asked: len(of("meetings")(*asked)), of("meetings")
    yield "Priorities stated", "not coded", "priorities", lambda *asked: len(of("priorities")(*asked)) or None, of("priorities")
    coded = of("priorities")
    yield "Priorities adopted or realised", "not coded", "priorities", lambda *asked: len(done(*asked)) if coded(*asked) else None, done
