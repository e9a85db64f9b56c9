"""What each question of the timeline should answer, worked out from the tables; a function a question, named as its file.

Tables are given as their rows by id. A dated record is a dict of what all lanes share: lane, id, title, kind, sort, days, precision, term, theme.
"""

from calendar import monthrange
from collections import Counter
from datetime import date
from typing import Any

from tests.oracle import BEHIND

Rows = list[dict[str, Any]]
Values = dict[str, Any]
Tables = dict[str, dict[str, dict[str, Any]]]
LANES = {
    "meetings": "Meetings",
    "documents": "Documents",
    "events": "Events",
    "membership_steps": "Membership",
    "priorities": "Priorities",
}
LEVELS = {"summit": "heads of state", "government": "heads of government"}
KEPT = "one occasion"  # worked out once for each dataset
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
AIMS = ("goal", "partnership", "reform")


def dated(tables: Tables) -> Rows:
    """All records with a date, each with its first and last day as far as they are known."""
    made = []
    for row in tables["meetings"].values():
        body = tables["bodies"][row["body_id"]]
        sort = "announced" if _is_announced(tables, row) else body["level"] if body["level"] in ("summit", "government") else "other"
        made.append(_one("meetings", row, "meeting_id", "start_on", body["label"] + (", announced" if sort == "announced" else ""), sort))
    for row in tables["documents"].values():
        made.append(_one("documents", row, "document_id", "adopted_on", row["document_type"], row["legal_force"]))
    for row in tables["events"].values():
        kind = row["kind"] + (", announced" if row["held"] == "announced" else "")
        made.append(_one("events", row, "event_id", "start_on", kind, row["held"]))
    for row in tables["membership_steps"].values():
        status = {"sco partner": "SCO partner", "shanghai five": "Shanghai Five"}.get(row["status"], row["status"])
        title = f"{tables['countries'][row['iso3']]['name']}: {status}, {row['step']}"
        made.append(_one("membership_steps", row | {"title": title}, "step_id", "on_date", row["step"], "effective" if row["is_effective"] else "path"))
    for row in tables["priorities"].values():
        made.append(_one("priorities", row, "priority_id", "stated_on", row["kind"], "aim" if row["kind"] in AIMS else "proposal"))
    found = [row for row in made if row["first"]]
    for row in found:
        row["last"] = last_day(row["first"], row["precision"], row["last"])
        if row["lane"] == "membership_steps":
            row["term"] = _term(tables, row)
    return found


def occasions(tables: Tables) -> dict[str, str]:
    """Meetings and the event that is the same occasion: same term, days and place, and a passage that is evidence of both; none where a second one fits."""
    if KEPT in tables:
        return tables[KEPT]  # type: ignore[return-value]
    passages: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in tables["evidence"]:
        passages.setdefault((row["table_name"], row["row_id"]), set()).add((row["source_id"], row["locator"]))
    fitting = [
        (meeting, event)
        for meeting, held in tables["meetings"].items()
        for event, one in tables["events"].items()
        if held["start_on"] and _days_and_place(held) == _days_and_place(one)
        and passages.get(("meetings", meeting), set()) & passages.get(("events", event), set())
    ]
    meetings, events = Counter(meeting for meeting, _ in fitting), Counter(event for _, event in fitting)
    tables[KEPT] = {meeting: event for meeting, event in fitting if meetings[meeting] == events[event] == 1}  # type: ignore[assignment]
    return tables[KEPT]  # type: ignore[return-value]


def _days_and_place(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["chairmanship_id"], row["start_on"], row["end_on"] or row["start_on"], row["date_precision"], row["place"]


def _is_announced(tables: Tables, row: dict[str, Any]) -> bool:
    """Whether a meeting is known from an announcement alone: its event is, or it ends after the newest source."""
    event = occasions(tables).get(row["meeting_id"])
    newest = max((source["published_on"] for source in tables["sources"].values() if source["published_on"]), default=LAST)
    ahead = row["start_on"] is not None and last_day(row["start_on"], row["date_precision"], row["end_on"]) > newest
    return ahead or event is not None and tables["events"][event]["held"] == "announced"


def _one(lane: str, row: dict[str, Any], name: str, day: str, kind: str, sort: str) -> dict[str, Any]:
    term, theme, last = row.get("chairmanship_id") or "none", row.get("theme_id"), row.get("end_on")
    precision = row["date_precision"]
    return {"lane": lane, "id": row[name], "title": row["title"], "kind": kind, "sort": sort, "first": row[day], "last": last, "precision": precision, "term": term, "theme": theme}


def last_day(first: date, precision: str, last: date | None) -> date:
    """The last day on which a record may be or may have ended."""
    match precision:
        case "month":
            return first.replace(day=monthrange(first.year, first.month)[1])
        case "year":
            return date(first.year, 12, 31)
    return last or first


def _term(tables: Tables, row: dict[str, Any]) -> str:
    """The chairmanship in whose days a step falls; the day of the closing summit belongs to the state that hands over."""
    terms = [term for term in tables["chairmanships"].values() if term["start_on"] and term["start_on"] < row["first"] and row["last"] <= (term["end_on"] or LAST)]
    return terms[0]["chairmanship_id"] if terms else "none"


def chosen(tables: Tables, values: Values) -> Rows:
    """The dated records that the filters choose, of the years in which they begin."""
    return [
        row
        for row in dated(tables)
        if row["lane"] in values["lanes"]
        and row["term"] in values["chairmanships"]
        and (row["theme"] is None or row["theme"] in values["themes"])
        and values["year_from"] <= row["first"].year <= values["year_to"]
    ]


def days(tables: Tables, values: Values) -> tuple[date, date]:
    """The first and the last day of the axis."""
    every, terms = dated(tables), tables["chairmanships"]
    begin, end = [date(values["year_from"], 1, 1)], [date(values["year_to"], 12, 31)]
    own = [row for row in every if row["term"] in set(values["chairmanships"]) - {"none"}]
    if own and "none" not in values["chairmanships"]:
        begin.append(min(min(row["first"], terms[row["term"]]["start_on"] or LAST) for row in own))
        end.append(max(max(row["last"], terms[row["term"]]["end_on"] or LAST) for row in own))
    if values["period"] == "recent":
        begin.append(date(max(row["first"].year for row in every) - 4, 1, 1))
    if period := terms.get(values["period"]):
        begin.append(period["start_on"] or FIRST)
        end.append(period["end_on"] or LAST)
    return max(begin), min(end)


def on_axis(tables: Tables, values: Values) -> Rows:
    """The chosen records that touch the days of the axis; a meeting and an event that are one occasion in one entry."""
    begin, end = days(tables, values)
    rows = [row | {"twin": None} for row in chosen(tables, values) if row["first"] <= end and row["last"] >= begin]
    there = {(row["lane"], row["id"]) for row in rows}
    both = {meeting: event for meeting, event in occasions(tables).items() if {("meetings", meeting), ("events", event)} <= there}
    kept = [row for row in rows if row["lane"] != "events" or row["id"] not in both.values()]
    return [row | {"twin": both.get(row["id"])} if row["lane"] == "meetings" else row for row in kept]


def behind(rows: Rows) -> dict[tuple[str, str], date]:
    """The records of entries, both of those that are one occasion."""
    return {(row["lane"], row["id"]): row["first"] for row in rows} | {("events", row["twin"]): row["first"] for row in rows if row["twin"]}


def axis(tables: Tables, values: Values, most: int = 5_000) -> Rows:
    """One mark a record, or of more than `most` one for those of a lane, sort and precision in the same bins, as small as may be."""
    rows = on_axis(tables, values)
    for size in ("record", "day", "month", "quarter", "year"):
        marks: dict[tuple[Any, ...], Rows] = {}
        for row in rows:
            alone = row["id"] if size == "record" else ""
            marks.setdefault((row["lane"], row["sort"], row["precision"], begins(row["first"], size), begins(row["last"], size), alone), []).append(row)
        if len(marks) <= most:
            break
    begin, end = days(tables, values)
    made = [_mark(tables, key, held) | {"from_day": begin, "to_day": end} for key, held in marks.items()]
    ordered = sorted(made, key=lambda mark: (mark["first_day"], mark["last_day"], mark["lane"], mark["sort"], mark["order"]))
    return [{name: value for name, value in mark.items() if name != "order"} for mark in ordered]


def begins(day: date, size: str) -> date:
    """The first day of the bin in which a day falls."""
    match size:
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case "year":
            return date(day.year, 1, 1)
    return day


def _mark(tables: Tables, key: tuple[Any, ...], held: Rows) -> dict[str, Any]:
    lane, sort, precision, begin, end, alone = key
    named = min(held, key=lambda row: row["id"])
    kinds, terms = {row["kind"] for row in held}, {row["term"] for row in held}
    term = tables["chairmanships"].get(named["term"])
    place = tables["meetings"][named["id"]]["place"] if sort == "summit" and len(held) == 1 else None
    summit = f"{place} {named['first'].year}" if place else None
    several = "several kinds" + (", announced" if sort == "announced" else "")
    return {
        "lane": lane,
        "only_id": alone,
        "begins": begin,
        "ends": end,
        "lane_label": LANES[lane],
        "level_words": LEVELS.get(sort, "") if lane == "meetings" else "",
        "sort": sort,
        "kind": named["kind"] if len(kinds) == 1 else several,
        "title": named["title"] + (f" and {len(held) - 1} more" if len(held) > 1 else ""),
        "first_day": min(row["first"] for row in held),
        "last_day": max(row["last"] for row in held),
        "date_precision": precision,
        "chairmanship": "Several chairmanships" if len(terms) > 1 else term["label"] if term else "Outside a chairmanship",
        "n": len(held),
        "n_twins": sum(row["twin"] is not None for row in held),
        "summit": summit,
        "order": (named["title"], named["id"]),
        BEHIND: behind(held),
    }


def density(tables: Tables, values: Values) -> Rows:
    """Each chosen lane and year of the axis with the records that begin on it, as long as there is any."""
    begin, end = days(tables, values)
    rows, found = [row for row in on_axis(tables, values) if row["first"].year >= begin.year], []
    for lane in (lane for lane in LANES if rows and lane in values["lanes"]):
        for year in range(begin.year, end.year + 1):
            held = [row for row in rows if (row["lane"], row["first"].year) == (lane, year)]
            vague = sum(row["precision"] != "day" for row in held)
            found.append({"lane": lane, "year": year, "n": len(held), "n_imprecise": vague, BEHIND: behind(held)})
    return found


def listed(tables: Tables, values: Values) -> Rows:
    """One page of the records on the axis, the newest or the oldest first."""
    way = 1 if values["sort"] == "oldest" else -1
    rows = sorted(
        on_axis(tables, values),
        key=lambda row: (way * row["first"].toordinal(), way * row["last"].toordinal(), row["lane"], row["sort"], row["title"], row["id"]),
    )
    page = rows[values["page_start"] : values["page_start"] + values["page_rows"]]
    names = {"lane": "lane", "row_id": "id", "title": "title", "kind": "kind", "first_day": "first", "last_day": "last", "date_precision": "precision", "twin_id": "twin"}
    return [{name: row[own] for name, own in names.items()} for row in page]
