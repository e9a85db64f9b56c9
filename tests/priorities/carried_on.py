"""What the questions on links between priorities should answer, worked out from the tables; a function a question, named as its file."""

from datetime import date
from typing import Any

from tests.oracle import BEHIND
from tests.priorities.expected import OUTCOMES, Rows, Tables, Values, chosen, in_years, place, record, records

DONE = ("adopted", "realised")
LATER = ("taken up again", "fulfilled, not taken up", "neither fulfilled nor taken up")


def _first_of(chair: dict[str, Any]) -> date:
    return chair["start_on"] or date.min


def _continued_by(tables: Tables, row: dict[str, Any]) -> str:
    """The priorities that continue one, each with its chairmanship, in the order of time."""
    chairs = tables["chairmanships"]
    later = [other for other in tables["priorities"].values() if other["continues_priority_id"] == row["priority_id"]]
    later.sort(key=lambda other: (_first_of(chairs[other["chairmanship_id"]]), other["title"]))
    return "; ".join(f"{other['title']} ({chairs[other['chairmanship_id']]['label']})" for other in later)


def tracker(tables: Tables, values: Values) -> Rows:
    """Each chosen priority with what it became and what it is linked to."""
    chairs, documents, events, priorities = (tables[name] for name in ("chairmanships", "documents", "events", "priorities"))
    found = []
    for row in chosen(tables, values):
        became = documents.get(row["outcome_document_id"]) or events.get(row["outcome_event_id"]) or {"title": ""}
        before = priorities.get(row["continues_priority_id"])
        mark = {name: row[name] for name in ("priority_id", "title", "kind", "outcome", "actor", "stated_on", "outcome_on", "outcome_precision")}
        mark |= {"words": row["description"], "theme": tables["themes"][row["theme_id"]]["label"], "theme_place": place(tables, row)}
        mark |= {"chairmanship": chairs[row["chairmanship_id"]]["label"], "stated_precision": row["date_precision"], "became": became["title"]}
        mark |= {"continues": f"{before['title']} ({chairs[before['chairmanship_id']]['label']})" if before else ""}
        mark |= {"continued_by": _continued_by(tables, row), "record_table": "priorities", "record_id": row["priority_id"]}
        found.append(mark | {BEHIND: record(row)})
    return sorted(
        found,
        key=lambda mark: (mark["theme_place"], OUTCOMES.index(mark["outcome"]), mark["stated_on"] or date.max, mark["title"], mark["priority_id"]),
    )


def survival(tables: Tables, values: Values) -> Rows:
    """Each chosen priority of a chairmanship after which another one with priorities began, taken up again or not."""
    chairs = tables["chairmanships"]
    coded = {row["chairmanship_id"] for row in tables["priorities"].values()}
    begun = [chairs[name]["start_on"] for name in coded if chairs[name]["start_on"]]
    found = []
    for row in chosen(tables, values):
        chair = chairs[row["chairmanship_id"]]
        if chair["end_on"] and any(day >= chair["end_on"] for day in begun):
            mark = {name: row[name] for name in ("title", "outcome", "stated_on")} | {"stated_precision": row["date_precision"]}
            mark |= {"theme": tables["themes"][row["theme_id"]]["label"], "theme_place": place(tables, row), "chairmanship": chair["label"]}
            words = _continued_by(tables, row)
            mark |= {"later": LATER[0 if words else 1 if row["outcome"] in DONE else 2], "continued_by": words}
            found.append(mark | {"record_table": "priorities", "record_id": row["priority_id"], BEHIND: record(row)})
    for mark in found:
        mark |= {"n_all": len(found), "n_gone": sum(other["later"] == LATER[2] for other in found)}
    return sorted(
        found,
        key=lambda mark: (mark["theme_place"], LATER.index(mark["later"]), OUTCOMES.index(mark["outcome"]), mark["title"], mark["record_id"]),
    )


def continuity(tables: Tables, values: Values) -> Rows:
    """Each link of which either end lies in the chosen chairmanships and either in the chosen years; the theme is that of the earlier one."""
    chairs, priorities = tables["chairmanships"], tables["priorities"]
    pairs = [(priorities[row["continues_priority_id"]], row) for row in priorities.values() if row["continues_priority_id"]]
    pairs = [pair for pair in pairs if pair[0]["theme_id"] in values["themes"]]
    pairs = [pair for pair in pairs if any(end["chairmanship_id"] in values["chairmanships"] for end in pair) and any(in_years(end, values) for end in pair)]
    pairs.sort(key=lambda pair: _order(tables, *pair))
    found = []
    for earlier, later in pairs:
        mark = {"theme": tables["themes"][earlier["theme_id"]]["label"], BEHIND: records([earlier, later])}
        for side, row in (("earlier", earlier), ("later", later)):
            mark |= {f"{side}_id": row["priority_id"], f"{side}_title": row["title"], f"{side}_outcome": row["outcome"]}
            mark |= {f"{side}_chairmanship": chairs[row["chairmanship_id"]]["label"]}
        found.append(mark | {"n_pairs": len(pairs), "n_open": sum(pair[0]["outcome"] not in DONE for pair in pairs)})
    return found


def _order(tables: Tables, earlier: dict[str, Any], later: dict[str, Any]) -> tuple[Any, ...]:
    chairs = tables["chairmanships"]
    begun = (_first_of(chairs[row["chairmanship_id"]]) for row in (earlier, later))
    return (*begun, place(tables, earlier), earlier["title"], earlier["priority_id"], later["title"], later["priority_id"])
