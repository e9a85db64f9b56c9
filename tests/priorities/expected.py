"""What each question of the priorities page should answer, worked out from the tables; a function a question, named as its file.

Tables are given as their rows by id.
"""

from collections import defaultdict
from datetime import date
from typing import Any

from tests.oracle import BEHIND
from tests.sensitivity import apart, sensitivity

Rows = list[dict[str, Any]]
Values = dict[str, Any]
Tables = dict[str, dict[str, dict[str, Any]]]
OUTCOMES = ("adopted", "realised", "in progress", "not achieved", "no evidence found")
KINDS = ("goal", "document proposal", "institution proposal", "event plan", "partnership", "reform")
STANDS_ALONE = 10


def record(row: dict[str, Any]) -> dict[tuple[str, str], date | None]:
    """A priority as a record behind a mark, with its day."""
    return {("priorities", row["priority_id"]): row["stated_on"]}


def records(rows: Rows) -> dict[tuple[str, str], date | None]:
    """Several priorities as records behind a mark."""
    return {key: day for row in rows for key, day in record(row).items()}


def in_years(row: dict[str, Any], values: Values) -> bool:
    """Whether a priority was stated in the chosen years; one without a date always was."""
    return row["stated_on"] is None or values["year_from"] <= row["stated_on"].year <= values["year_to"]


def of_any_outcome(tables: Tables, values: Values) -> Rows:
    """The priorities that the filters choose, whatever came of them."""
    asked = (("chairmanships", "chairmanship_id"), ("themes", "theme_id"), ("kinds", "kind"))
    every = tables["priorities"].values()
    return [row for row in every if in_years(row, values) and all(row[column] in values[name] for name, column in asked)]


def chosen(tables: Tables, values: Values) -> Rows:
    """The priorities that all filters choose."""
    return [row for row in of_any_outcome(tables, values) if row["outcome"] in values["outcomes"]]


def place(tables: Tables, row: dict[str, Any]) -> int:
    """The place of a priority's theme in the display order."""
    return tables["themes"][row["theme_id"]]["sort_order"]


def outcomes(tables: Tables, values: Values) -> Rows:
    """Each theme and chosen outcome that has priorities, with the priorities of the theme as the whole."""
    every, found = of_any_outcome(tables, values), []
    for theme in sorted(tables["themes"].values(), key=lambda theme: theme["sort_order"]):
        own = [row for row in every if row["theme_id"] == theme["theme_id"]]
        for outcome in OUTCOMES:
            here = [row for row in own if row["outcome"] == outcome]
            if here and outcome in values["outcomes"]:
                mark = {"theme_id": theme["theme_id"], "theme": theme["label"], "theme_place": theme["sort_order"], "outcome": outcome}
                found.append(mark | {"n": len(here), "n_all": len(own), "share": 100 * len(here) / len(own)} | sensitivity(tables, own, outcome) | apart(tables, own) | {BEHIND: records(here)})
    return found


def chairs(tables: Tables, values: Values) -> Rows:
    """Each chairmanship, the first in time first, and chosen outcome that has priorities, with all its priorities as the whole."""
    every, found = of_any_outcome(tables, values), []
    for chair in sorted(tables["chairmanships"].values(), key=lambda chair: (chair["start_on"] or date.min, chair["chairmanship_id"])):
        own = [row for row in every if row["chairmanship_id"] == chair["chairmanship_id"]]
        for outcome in OUTCOMES:
            here = [row for row in own if row["outcome"] == outcome]
            if here and outcome in values["outcomes"]:
                mark = {"chairmanship_id": chair["chairmanship_id"], "chairmanship": chair["label"], "list_depth": chair["list_depth"], "outcome": outcome}
                mark |= {"n": len(here), "n_all": len(own), "share": 100 * len(here) / len(own)}
                found.append(mark | sensitivity(tables, own, outcome) | apart(tables, own) | {BEHIND: records(here)})
    return found


def flow(tables: Tables, values: Values) -> Rows:
    """Each pair of theme and kind, then each of kind and outcome, with its priorities."""
    rows, found = chosen(tables, values), []
    for theme in sorted(tables["themes"].values(), key=lambda theme: theme["sort_order"]):
        for kind in KINDS:
            here = [row for row in rows if (row["theme_id"], row["kind"]) == (theme["theme_id"], kind)]
            band = {"step": "theme to kind", "origin_id": theme["theme_id"], "origin": theme["label"], "origin_place": theme["sort_order"]}
            found.append(band | {"target": kind, "target_place": KINDS.index(kind) + 1, "n": len(here), BEHIND: records(here)})
    for kind in KINDS:
        for outcome in OUTCOMES:
            here = [row for row in rows if (row["kind"], row["outcome"]) == (kind, outcome)]
            band = {"step": "kind to outcome", "origin_id": kind, "origin": kind, "origin_place": KINDS.index(kind) + 1}
            found.append(band | {"target": outcome, "target_place": OUTCOMES.index(outcome) + 1, "n": len(here), BEHIND: records(here)})
    return [band for band in found if band["n"]]


def actors(tables: Tables, values: Values) -> Rows:
    """Each of the ten most often named and all others together, by outcome; a priority counts once for each who is named."""
    rows = chosen(tables, values)
    named: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for actor in row["actor"].split("; "):
            named[actor].add(row["priority_id"])
    ranked = sorted(named, key=lambda actor: (-len(named[actor]), actor))
    alone = [[actor] for actor in ranked[:STANDS_ALONE]]
    groups = alone + ([sorted(ranked[STANDS_ALONE:])] if ranked[STANDS_ALONE:] else [])
    found = []
    for number, people in enumerate(groups, start=1):
        own = [row for row in rows if any(row["priority_id"] in named[actor] for actor in people)]
        for outcome in OUTCOMES:
            here = [row for row in own if row["outcome"] == outcome]
            mark = {"place": number, "stated_by": people[0] if len(people) == 1 else "All others", "n_actors": len(people), "names": "; ".join(people)}
            found.append(mark | {"outcome": outcome, "n": len(here), "n_all": len(own), "n_priorities": len(rows), BEHIND: records(here)})
    return [mark for mark in found if mark["n"]]
