"""Reported figures as pandas reads them from the tables: of what a claim speaks, what it says itself, and the marks made of claims and counts."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pandas as pd

from tests.oracle import BEHIND

Tables = dict[str, pd.DataFrame]
Rows = list[dict[str, Any]]
Values = dict[str, Any]
CLAIMS = "reported_figures"


def claims(tables: Tables, values: Values) -> Rows:
    """The claims of the chosen chairmanships, each with the meeting or term that it speaks of, its day and its scope."""
    meetings = {row["meeting_id"]: row for row in tables["meetings"].to_dict("records")}
    terms = {row["chairmanship_id"]: row for row in tables["chairmanships"].to_dict("records")}
    bodies = {row["body_id"]: row for row in tables["bodies"].to_dict("records")}
    found = []
    for claim in tables[CLAIMS].to_dict("records"):
        meeting, term = meetings.get(claim["meeting_id"]), terms.get(claim["chairmanship_id"])
        about = {"subject_id": "none", "subject": "No meeting or chairmanship named", "scope": "whole term", "subject_on": None, "of": "none"}
        if term:
            about |= {"subject_id": term["chairmanship_id"], "subject": term["label"], "subject_on": term["end_on"] or term["start_on"]}
            about["of"] = term["chairmanship_id"]
        if meeting:
            body = bodies[meeting["body_id"]]
            day = meeting["end_on"] or meeting["start_on"]
            about |= {"subject_id": meeting["meeting_id"], "subject_on": day or about["subject_on"], "of": meeting["chairmanship_id"] or about["of"]}
            about["subject"] = f"{meeting['place']} {meeting['start_on'].year}" if meeting["place"] and meeting["start_on"] else meeting["title"]
            about["scope"] = {"summit": "summit", "government": "heads of government"}.get(body["level"], body["label"])
        claimant = claim["claimed_by"] or "claimant not stated"
        if about["of"] in values["chairmanships"]:
            found.append(claim | about | {"claimed_by": claimant})
    return found


def inside(values: Values, day: date | None) -> bool:
    """Whether a day lies in the chosen years; what has no day is never left out."""
    return day is None or values["year_from"] <= day.year <= values["year_to"]


def said(tables: Tables, claim: dict[str, Any]) -> Rows:
    """The reasons that a claim itself gives: conflicts between sources, then its note."""
    found = []
    titles = dict(zip(tables["sources"]["source_id"], tables["sources"]["title"], strict=True))
    for row in tables["conflicts"].to_dict("records"):
        if row["table_name"] == CLAIMS and row["row_id"] == claim["figure_id"]:
            other = f" ({titles[row['source_a']]}); {row['claim_b']}" + (f" ({titles[row['source_b']]})" if row["source_b"] else "") if row["claim_b"] else ""
            found.append((1, row["conflict_id"], f"{row['subject']}: {row['claim_a']}{other}. {row['reason']}"))
    return found + ([(2, claim["figure_id"], f"{claim['claimed_by']}: {claim['note']}")] if claim["note"] else [])


def gaps(tables: Tables, table: str, subject: str) -> list[tuple[int, str, str]]:
    """The known gaps of a table that name a meeting or term."""
    rows = [row for row in tables["gaps"].to_dict("records") if row["table_name"] == table]
    return [(4, row["gap_id"], f"Known gap: {row['description']}") for row in rows if (row["meeting_id"] or row["chairmanship_id"]) == subject]


def joined(reasons: Iterable[tuple[int, str, str]]) -> str:
    """The reasons in words, in their order."""
    return " / ".join(words for *_, words in sorted(reasons))


def days_first(claim: dict[str, Any]) -> tuple[bool, date, str]:
    """Claims by day, those without one last."""
    return claim["as_of"] is None, claim["as_of"] or date.max, claim["figure_id"]


def of_claims(own: Rows, order: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """The mark of claims of one number."""
    told = sorted(own, key=order)
    mark = {"side": "claimed", "claimed": told[0]["value"], "value": told[0]["value"], "qualifier": told[0]["qualifier"], "n_claims": len(told)}
    records = {(CLAIMS, claim["figure_id"]): claim["as_of"] for claim in told}
    return mark | {"claimed_by": "; ".join(claim["claimed_by"] for claim in told), BEHIND: records}


def of_count(n: int | None, records: dict[tuple[str, str], date | None]) -> dict[str, Any]:
    """The mark of our count."""
    return {"side": "counted", "claimed": 0, "value": n, "qualifier": "", "n_claims": 0, "claimed_by": "", BEHIND: records}


def grouped(rows: Rows, *names: str) -> dict[tuple[Any, ...], Rows]:
    """Rows by some of their columns."""
    found: dict[tuple[Any, ...], Rows] = defaultdict(list)
    for row in rows:
        found[tuple(row[name] for name in names)].append(row)
    return found


def latest(own: Rows) -> date | None:
    """The day of a subject: the last, where its claims name several terms beside a meeting without days."""
    return max((claim["subject_on"] for claim in own if claim["subject_on"]), default=None)
