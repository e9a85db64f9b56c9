"""What the two questions that set one chairmanship against the other should answer, worked out from the tables."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.compare.expected import DAYS, OUTCOMES, Rows, Tables, Values, depth, pair, records, rows_of, side
from tests.oracle import BEHIND

EARLIER = ("taken up again", "fulfilled, not taken up", "neither fulfilled nor taken up")
LATER = ("continues an earlier one", "new")


def flow(tables: Tables, values: Values) -> Rows:
    """Each part of the priorities of both, by whether the other continues them or they continue the other, however many links lie between."""
    if not (terms := _in_time(tables, values)):
        return []
    linked = {name for link in _links(tables, terms) for name in link}
    found = []
    for chair in terms:
        first = chair is terms[0]
        every = rows_of(tables, "priorities", chair, values["themes"])
        parts: dict[str, Rows] = {name: [] for name in (EARLIER if first else LATER)}
        for row in every:
            known = row["priority_id"] in linked
            parts[EARLIER[0 if known else 1 if row["outcome"] in OUTCOMES[:2] else 2] if first else LATER[0 if known else 1]].append(row)
        mark = side(chair) | {"is_earlier": first, "n_all": len(every), "earlier": terms[0]["label"], "later": terms[1]["label"]}
        found += [mark | {"flow": part, "n": len(rows), BEHIND: records("priorities", rows)} for part, rows in parts.items() if rows]
    return found


def pairs(tables: Tables, values: Values) -> Rows:
    """Each linked pair of which either priority has a chosen theme, with the words of both."""
    terms = _in_time(tables, values)
    ends = [(tables["priorities"][before], tables["priorities"][after]) for before, after in (_links(tables, terms) if terms else ())]
    kept = [both for both in ends if {row["theme_id"] for row in both} & set(values["themes"])]
    open_ = sum(before["outcome"] not in OUTCOMES[:2] for before, _ in kept)
    found = []
    for before, after in sorted(kept, key=lambda both: (tables["themes"][both[0]["theme_id"]]["sort_order"], *(row[name] for row in both for name in ("title", "priority_id")))):
        mark = {"theme": tables["themes"][before["theme_id"]]["label"], "n_pairs": len(kept), "n_later": len({after["priority_id"] for _, after in kept}), "n_open": open_, BEHIND: records("priorities", [before, after])}
        for name, row, chair in (("earlier", before, terms[0]), ("later", after, terms[1])):
            mark |= {f"{name}_{column}": row[own] for column, own in (("title", "title"), ("words", "description"), ("outcome", "outcome"), ("id", "priority_id"))}
            mark[f"{name}_chairmanship"] = chair["label"]
        found.append(mark)
    return found


def _in_time(tables: Tables, values: Values) -> Rows:
    """The two chairmanships, the earlier one first; none where one of them has no priorities."""
    chairs = sorted(pair(tables, values), key=lambda chair: (chair["start_on"] or date.min, chair["chairmanship_id"]))
    return chairs if len(chairs) == 2 and all(rows_of(tables, "priorities", chair) for chair in chairs) else []


def _links(tables: Tables, terms: Rows) -> list[tuple[str, str]]:
    """(earlier priority, later priority) of the two chairmanships, however many links lie between."""
    earlier, later = (chair["chairmanship_id"] for chair in terms)
    return [
        (before, row["priority_id"])
        for row in tables["priorities"].values()
        if row["chairmanship_id"] == later
        for before in _ancestors(tables, row)
        if tables["priorities"][before]["chairmanship_id"] == earlier
    ]


def _ancestors(tables: Tables, row: dict[str, Any]) -> Iterator[str]:
    while row["continues_priority_id"]:
        yield row["continues_priority_id"]
        row = tables["priorities"][row["continues_priority_id"]]


def key_figures(tables: Tables, values: Values) -> Rows:
    """Each key figure of both and the difference; no number where nothing was collected or coded."""
    first, second = (*pair(tables, values), None)[:2]
    found = []
    for label, missing, table, number, own in _figures():
        one, other = (number(tables, chair) if chair else None for chair in (first, second))
        if label == "Days in the chair":
            missing = without_days([chair for chair in (first, second) if chair]) or missing
        mark = {"label": label, "missing": missing, "first_value": one, "second_value": other, "first_label": first["label"] if first else None}
        mark |= {"second_label": second and second["label"], "difference": None if one is None or other is None else other - one}
        is_open = any(chair and chair["start_on"] and not chair["end_on"] for chair in (first, second))
        if is_open or label.startswith("Priorities") and depth(tables, values, first)["depths_differ"]:
            mark["difference"] = None
        behind = [row for chair in (first, second) if chair for row in own(tables, chair)]
        found.append(mark | {BEHIND: records(table, behind) if table in DAYS else {}})
    return found


def without_days(chairs: Rows) -> str:
    """Why terms have no number of days; "" where all have one."""
    unknown = [chair for chair in chairs if not (chair["start_on"] and chair["end_on"])]
    return " or ".join(sorted({"still open" if chair["start_on"] and not chair["end_on"] else "not known" for chair in unknown}, reverse=True))


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
