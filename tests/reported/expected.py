"""What each question of the page of reported figures should answer, worked out from the tables; a function a question, named as its file."""

from datetime import date
from typing import Any

from tests.membership.steps import on, spells
from tests.oracle import BEHIND
from tests.reported.claims import CLAIMS, Rows, Tables, Values, claims, days_first, gaps, grouped, inside, joined, latest, of_claims, of_count, said

STATUSES = {"member states": "member", "observers": "observer", "dialogue partners": "dialogue partner", "sco partners": "sco partner"}
SPOKEN = {"sco partners": "SCO partners"}
DOCUMENTS = {"documents", "documents at the heads-of-government meeting"}
EVENTS = {"events held", "events planned"}
MEASURES = (
    *("documents", "documents at the heads-of-government meeting", "decisions", "statements", "events held", "events planned"),
    *("member states", "observers", "dialogue partners", "sco partners", "states represented", "share of world population"),
    *("share of world GDP", "share of Eurasia's area", "population", "treaties to join", "trade growth", "trade turnover"),
    *("tourist territories", "other"),
)
COUNTED = {*STATUSES, *DOCUMENTS, *EVENTS, "decisions", "statements"}


def counted_records(tables: Tables, table: str, subject: str) -> dict[tuple[str, str], date | None]:
    """What counts for a meeting or term, with its day."""
    if table == "events":
        own = tables["events"]
        own = own[(own["held"] == "held") & (own["chairmanship_id"] == subject)]
        return {("events", id_): day for id_, day in zip(own["event_id"], own["start_on"], strict=True)}
    own = tables["documents"]
    own = own[own["is_counted"].astype(bool) & ((own["meeting_id"] == subject) | (own["chairmanship_id"] == subject))]
    return {("documents", id_): day for id_, day in zip(own["document_id"], own["adopted_on"], strict=True)}


def adopted(tables: Tables, meeting: str) -> Rows:
    """The texts of a meeting."""
    return tables["documents"][tables["documents"]["meeting_id"] == meeting].to_dict("records")


def beside(tables: Tables, own: Rows, count: dict[str, Any], reasons: list[tuple[int, str, str]], names: tuple[str, ...]) -> Rows:
    """All marks of one subject: its count, then its claims by number and qualifier; each with what explains a difference."""
    first = own[0]
    shared = {name: first[name] for name in (*names, "subject_id", "subject", "scope")} | {"subject_on": latest(own)}
    shared["explanation"] = joined(reasons + [reason for claim in own for reason in said(tables, claim)])
    numbers = [of_claims(marked, days_first) for _, marked in sorted(grouped(own, "value", "qualifier").items())]
    return [shared | mark for mark in (count, *numbers)]


def in_order(blocks: list[Rows]) -> Rows:
    """The blocks by day, the newest first and those without a day last, then by subject and measure."""
    blocks.sort(key=lambda rows: (rows[0]["subject_id"], rows[0].get("measure", "")))
    blocks.sort(key=lambda rows: rows[0]["subject_on"] or date.min, reverse=True)
    return [{name: value for name, value in row.items() if name != "subject_on"} | {"subject_year": row["subject_on"] and row["subject_on"].year} for rows in blocks for row in rows]


def spoken(tables: Tables, values: Values, measures: set[str], *names: str) -> dict[tuple[Any, ...], Rows]:
    """The claims on some measures whose meeting or term lies in the chosen years, by subject."""
    rows = [claim for claim in claims(tables, values) if claim["measure"] in measures and inside(values, claim["subject_on"])]
    return grouped(rows, "subject_id", *names)


def documents(tables: Tables, values: Values) -> Rows:
    """Claims on documents beside what counts; texts left out and gaps explain the rest."""
    blocks = []
    for (subject,), own in spoken(tables, values, DOCUMENTS).items():
        records = counted_records(tables, "documents", subject)
        apart = [row for row in adopted(tables, subject) if not row["is_counted"]]
        left_out = [(3, row["document_id"], f"Not counted: {row['title']}. {row['note']}") for row in apart]
        blocks.append(beside(tables, own, of_count(len(records) or None, records), left_out + gaps(tables, "documents", subject), ()))
    return in_order(blocks)


def decisions(tables: Tables, values: Values) -> Rows:
    """Claims on decisions and statements beside the texts of that kind; no count where the dataset has no text of the meeting."""
    blocks = []
    for (subject, measure), own in spoken(tables, values, {"decisions", "statements"}, "measure").items():
        texts = [row for row in adopted(tables, subject) if row["is_counted"]]
        statements = [row for row in texts if row["document_type"] == "statement"]
        others = [row for row in texts if row["document_type"] != "statement"]
        decided = [row for row in others if row["document_type"] == "decision" or row["adoption"] == "approved by decision"]
        fitting = statements if measure == "statements" else decided
        count = of_count(len(fitting) if texts else None, {("documents", row["document_id"]): row["adopted_on"] for row in fitting})
        blocks.append(beside(tables, own, count, gaps(tables, "documents", subject), ("measure",)))
    return in_order(blocks)


def events(tables: Tables, values: Values) -> Rows:
    """Claims on events beside those held; plans have no count, and a term without any event has the gaps of the whole table."""
    blocks = []
    recorded = set(tables["events"]["chairmanship_id"])
    for (subject, measure), own in spoken(tables, values, EVENTS, "measure").items():
        records = counted_records(tables, "events", subject) if measure == "events held" else {}
        wide = [row for row in tables["gaps"].to_dict("records") if row["table_name"] == "events" and not row["meeting_id"] and not row["chairmanship_id"]]
        reasons = [] if subject in recorded else [(5, row["gap_id"], f"Known gap: {row['description']}") for row in wide]
        blocks.append(beside(tables, own, of_count(len(records) or None, records), reasons + gaps(tables, "events", subject), ("measure",)))
    return in_order(blocks)


def states(tables: Tables, values: Values) -> Rows:
    """Claims on states by status and day beside the statuses held on that day."""
    rows = [claim for claim in claims(tables, values) if claim["measure"] in STATUSES and claim["as_of"] and inside(values, claim["as_of"])]
    found, held = [], spells(tables)
    for (measure, day, precision), own in grouped(rows, "measure", "as_of", "date_precision").items():
        records = {("membership_steps", spell["step_id"]): spell["start"] for spell in held if spell["status"] == STATUSES[measure] and on(spell, day)}
        words = {"year": f"{day:%Y}", "month": f"{day:%B %Y}", "day": f"{day.day} {day:%B %Y}"}[precision]
        shared = {"subject": words, "scope": measure, "scope_label": SPOKEN.get(measure, measure), "as_of": day, "date_precision": precision}
        shared["explanation"] = joined(reason for claim in own for reason in said(tables, claim))
        numbers = [of_claims(marked, lambda claim: claim["figure_id"]) for _, marked in sorted(grouped(own, "value", "qualifier").items())]
        found.append([shared | mark for mark in (of_count(len(records), records), *numbers)])
    found.sort(key=lambda block: block[0]["date_precision"])
    found.sort(key=lambda block: block[0]["as_of"], reverse=True)
    found.sort(key=lambda block: list(STATUSES).index(block[0]["scope"]))
    return [row for block in found for row in block]


def sources_of(tables: Tables) -> dict[str, str]:
    """Titles of the sources in which each claim stands, each once, by title."""
    titles = dict(zip(tables["sources"]["source_id"], tables["sources"]["title"], strict=True))
    found: dict[str, set[str]] = {}
    for row in tables["evidence"].to_dict("records"):
        if (row["table_name"], row["role"]) == (CLAIMS, "statement"):
            found.setdefault(row["row_id"], set()).add(row["source_id"])
    return {figure: "; ".join(titles[source] for source in sorted(own, key=lambda source: (titles[source], source))) for figure, own in found.items()}


def measures(tables: Tables, values: Values) -> Rows:
    """Every claim, by measure in the order of the schema, unit and day."""
    places = {measure: place for place, measure in enumerate(MEASURES)}
    names = ("figure_id", "measure", "value", "unit", "qualifier", "as_of", "date_precision", "claimed_by", "subject", "scope")
    found, sources = [], sources_of(tables)
    for claim in claims(tables, values):
        if inside(values, claim["as_of"]):
            row = {name: claim[name] for name in names} | {
                "measure_label": SPOKEN.get(claim["measure"], claim["measure"]),
                "source": sources.get(claim["figure_id"], ""),
                "why": joined(said(tables, claim)),
                "is_counted_elsewhere": claim["measure"] in COUNTED,
            }
            row |= {"record_table": CLAIMS, "record_id": claim["figure_id"]}
            found.append(row | {BEHIND: {(CLAIMS, claim["figure_id"]): claim["as_of"]}})
    totals = {"n_all": len(found), "n_exact": sum(row["qualifier"] == "exactly" for row in found)}
    return sorted((row | totals for row in found), key=lambda row: (places[row["measure"]], row["unit"], row["as_of"] or date.max, row["value"], row["figure_id"]))


def claims_of(tables: Tables, values: Values) -> Rows:
    """The claims asked for, by day."""
    every = claims(tables, {"chairmanships": [*tables["chairmanships"]["chairmanship_id"], "none"]})
    names = ("figure_id", "value", "unit", "qualifier", "as_of", "date_precision", "claimed_by")
    found = [{name: claim[name] for name in names} for claim in every if claim["figure_id"] in values["ids"]]
    return sorted(found, key=lambda row: (row["as_of"] is None, row["as_of"] or date.max, row["value"], row["figure_id"]))
