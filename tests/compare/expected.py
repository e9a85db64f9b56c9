"""What each question of the page of two chairmanships should answer, worked out from the tables; a function a question, named as its file.

Tables are given as their rows by id.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.oracle import BEHIND
from tests.sensitivity import apart, sensitivity

Rows = list[dict[str, Any]]
Values = dict[str, Any]
Tables = dict[str, dict[str, dict[str, Any]]]
OUTCOMES = ("adopted", "realised", "in progress", "not achieved", "no evidence found")
DAYS = {"documents": "adopted_on", "events": "start_on", "meetings": "start_on", "priorities": "stated_on", "chairmanships": "start_on"}


def pair(tables: Tables, values: Values) -> Rows:
    """The chairmanships that are compared, the first one first; one alone where it is chosen twice."""
    chosen = dict.fromkeys((values["first"], values["second"]))
    return [tables["chairmanships"][name] | {"is_first": name == values["first"]} for name in chosen]


def depth(tables: Tables, values: Values, chair: dict[str, Any]) -> dict[str, Any]:
    """How deep the list of a chairmanship goes, and whether those of the two differ; a missing list differs from none."""
    return {"list_depth": chair["list_depth"], "depths_differ": len({one["list_depth"] for one in pair(tables, values)} - {None}) > 1}


def held(tables: Tables, values: Values) -> Rows:
    """What the dataset holds of each chairmanship, and how deep its list goes."""
    chairs = sorted(tables["chairmanships"].values(), key=lambda chair: (chair["start_on"] or date.min, chair["chairmanship_id"]))
    parts = ("priorities", "events")
    return [{name: chair[name] for name in ("chairmanship_id", "label", "list_depth", "list_basis")} | {f"n_{part}": len(rows_of(tables, part, chair)) for part in parts} for chair in chairs]


def side(chair: dict[str, Any]) -> dict[str, Any]:
    """The columns by which a mark tells its chairmanship."""
    return {"chairmanship_id": chair["chairmanship_id"], "chairmanship": chair["label"], "is_first": chair["is_first"]}


def rows_of(tables: Tables, table: str, chair: dict[str, Any], themes: Iterable[str] | None = None) -> Rows:
    """The rows of a table that belong to a chairmanship, of some themes or of all."""
    own = [row for row in tables[table].values() if row["chairmanship_id"] == chair["chairmanship_id"]]
    return [row for row in own if themes is None or row["theme_id"] in themes]


def records(table: str, rows: Rows) -> dict[tuple[str, str], date | None]:
    """Rows of a table as records behind a mark, with their days."""
    return {(table, next(iter(row.values()))): row[DAYS[table]] for row in rows}


def sorted_themes(tables: Tables, values: Values) -> Rows:
    """The chosen themes in display order."""
    return sorted((theme for theme in tables["themes"].values() if theme["theme_id"] in values["themes"]), key=lambda theme: theme["sort_order"])


def outcomes(tables: Tables, values: Values) -> Rows:
    """Each chairmanship and outcome with priorities of the chosen themes."""
    found = []
    for chair in pair(tables, values):
        every = rows_of(tables, "priorities", chair, values["themes"])
        for outcome in OUTCOMES:
            if here := [row for row in every if row["outcome"] == outcome]:
                mark = side(chair) | {"outcome": outcome, "n": len(here), "n_all": len(every), "share": 100 * len(here) / len(every)}
                mark |= sensitivity(tables, every, outcome) | apart(tables, every) | {"list_depth": chair["list_depth"]}
                found.append(mark | {BEHIND: records("priorities", here)})
    return found


def themes(tables: Tables, values: Values) -> Rows:
    """Each chosen theme and each chairmanship that has priorities in any of them."""
    found = []
    for theme in sorted_themes(tables, values):
        for chair in pair(tables, values):
            every = rows_of(tables, "priorities", chair, values["themes"])
            here = [row for row in every if row["theme_id"] == theme["theme_id"]]
            if every:
                mark = side(chair) | {"theme_id": theme["theme_id"], "theme": theme["label"], "n": len(here)} | depth(tables, values, chair)
                share = mark["depths_differ"] if values["measure"] == "fitting" else values["measure"] == "share"
                mark |= {"measure": "share" if share else "count"} | _themes_by_coder(tables, every, theme["theme_id"])
                found.append(mark | {"n_all": len(every), "share": 100 * len(here) / len(every), BEHIND: records("priorities", here)})
    return found


def _themes_by_coder(tables: Tables, every: Rows, theme: str) -> dict[str, Any]:
    """The least and the most per cent of some priorities that a coder gave to a theme, and the number of coders."""
    own, given = {row["priority_id"] for row in every}, dict[str, list[bool]]()
    for coding in tables["codings"]:
        if coding["table_name"] == "priorities" and coding["variable"] == "theme" and coding["row_id"] in own:
            given.setdefault(coding["coder"], []).append(coding["value"] == theme)
    shares = [100 * sum(values) / len(values) for values in given.values()]
    return {"share_least": min(shares, default=None), "share_most": max(shares, default=None), "n_coders": len(shares)}


def theme_outcomes(tables: Tables, values: Values) -> Rows:
    """Each chosen theme, chairmanship and outcome with priorities."""
    found = []
    for theme in sorted_themes(tables, values):
        for chair in pair(tables, values):
            every = rows_of(tables, "priorities", chair, [theme["theme_id"]])
            for outcome in OUTCOMES:
                if here := [row for row in every if row["outcome"] == outcome]:
                    mark = side(chair) | {"theme_id": theme["theme_id"], "theme": theme["label"], "outcome": outcome, "n": len(here), "n_all": len(every)}
                    mark |= {"share": 100 * len(here) / len(every), "is_few": len(every) < 5, "n_coders": sensitivity(tables, every, outcome)["n_coders"]}
                    found.append(mark | apart(tables, every) | {BEHIND: records("priorities", here)})
    return found


def calendar(tables: Tables, values: Values) -> Rows:
    """Each month of each term with the events of the chosen themes that began in it; a term that runs on ends with its last event."""
    found = []
    for chair in pair(tables, values):
        every = rows_of(tables, "events", chair)
        begun = [row["start_on"] for row in every if row["start_on"]]
        start, end = chair["start_on"], chair["end_on"] or max(begun, default=chair["start_on"])
        for number, month in enumerate(_months(start, end) if start else [], start=1):
            here = [
                row
                for row in every
                if row["theme_id"] in values["themes"]
                and row["date_precision"] in ("day", "month")
                and row["start_on"]
                and row["start_on"].replace(day=1) == month
            ]
            mark = side(chair) | {"month": f"{month:%Y-%m}", "month_of_term": number, "n": len(here)}
            found.append(mark | {"n_announced": sum(row["held"] == "announced" for row in here), BEHIND: records("events", here)})
    return found


def _months(start: date, end: date) -> list[date]:
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]


def growth(tables: Tables, values: Values) -> Rows:
    """Each series, chairmanship with a first day, and day on which something of the chosen themes is dated, with what had come by then."""
    found = []
    for series in ("documents", "events"):
        for chair in pair(tables, values):
            if not chair["start_on"]:
                continue
            own = [row for row in rows_of(tables, series, chair, values["themes"]) if row["date_precision"] == "day" and row[DAYS[series]]]
            own = [row for row in own if (row["is_counted"] if series == "documents" else row["held"] == "held")]
            term = (chair["end_on"] - chair["start_on"]).days if chair["end_on"] else 0
            for day in sorted({row[DAYS[series]] for row in own}):
                new = [row for row in own if row[DAYS[series]] == day]
                mark = side(chair) | {"series": series, "days": term, "day": day, "day_of_term": (day - chair["start_on"]).days}
                mark |= {"n_new": len(new), "n": sum(row[DAYS[series]] <= day for row in own)}
                found.append(mark | {BEHIND: records(series, new)})
    return found


def documents(tables: Tables, values: Values) -> Rows:
    """Each body, type and legal force of the counted documents of both terms, with the number of each term."""
    chairs = pair(tables, values)
    own = {chair["chairmanship_id"]: [row for row in rows_of(tables, "documents", chair, values["themes"]) if row["is_counted"]] for chair in chairs}
    facets = {
        "Body": lambda row: tables["bodies"][row["body_id"]]["label"],
        "Type": lambda row: row["document_type"],
        "Legal force": lambda row: row["legal_force"],
    }
    found = []
    for facet, value_of in facets.items():
        every = [value_of(row) for rows in own.values() for row in rows]
        named = {value: value if facet == "Body" else value[:1].upper() + value[1:] for value in every}
        for value in sorted(named, key=lambda value: (-every.count(value), named[value])):
            for chair in chairs:
                here = [row for row in own[chair["chairmanship_id"]] if value_of(row) == value]
                mark = side(chair) | {"facet": facet, "value_id": value, "value": named[value], "n": len(here)}
                found.append(mark | {BEHIND: records("documents", here)})
    return found
