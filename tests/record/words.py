"""The sentences that say what a record is, worked out in Python from its row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.record.shapes import SHAPES, Known, Tables, whole

ADOPTIONS = {
    "not stated": " of the ",
    "approved by decision": ", approved by decision of the ",
    "noted": ", noted by the ",
    "adopted without signing": ", adopted without signing by the ",
    "signed": ", signed by the ",
}


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def after(words: str, cell: Any) -> str:
    """The words and the cell; nothing where the cell is empty."""
    return f"{words}{cell}" if cell not in (None, "") else ""


def record_words(known: Known, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sentences of one record, or none where its table states no fact."""
    table, row_id = values["table"], values["id"]
    if table not in WORDS:
        return []
    tables = known.tables
    rows = [row for row in tables[table].to_dict("records") if row[str(SHAPES[table][0])] == row_id]
    told = [WORDS[table](row, tables) for row in rows]
    return [{"table_name": table, "row_id": row_id, "words": words} for words in told if words]


def name_of(tables: Tables, table: str, row_id: str) -> str:
    key, label = SHAPES[table][:2]
    return str(tables[table].set_index(key)[label][row_id])


def of_document(row: dict[str, Any], tables: Tables) -> str:
    words = row["document_type"].capitalize() + ADOPTIONS[row["adoption"]] + name_of(tables, "bodies", row["body_id"]) + after(" in ", row["place"])
    words += ". A treaty" if row["legal_force"] == "treaty" else ". A political text"
    words += after(", in force since ", row["in_force_on"] and day(row["in_force_on"]))
    if row["valid_from_year"]:
        words += f". Runs from {row['valid_from_year']}" + after(" to ", row["valid_to_year"])
    return words + ("." if row["is_counted"] else ". Not added to counts of documents; the note says why.")


def of_priority(row: dict[str, Any], tables: Tables) -> str:
    return f"{row['kind'].capitalize()} stated by {row['actor']}. {row['description']} Outcome at the close of the chairmanship: {row['outcome']}."


def of_event(row: dict[str, Any], tables: Tables) -> str:
    words = row["kind"][:1].upper() + row["kind"][1:]
    if row["held"] == "held":
        words += ", held" + after(" in ", row["place"])
    else:
        words += ", announced; no source says that it took place" + after("; place: ", row["place"])
    return words + (f" until {day(row['end_on'])}." if row["end_on"] and row["end_on"] > row["start_on"] else ".")


def of_meeting(row: dict[str, Any], tables: Tables) -> str:
    words = f"Meeting of the {name_of(tables, 'bodies', row['body_id'])}" + after(", number ", row["ordinal"]) + after(", in ", row["place"])
    if row["end_on"] and row["end_on"] > row["start_on"]:
        words += f", {row['start_on'].day} {row['start_on']:%B} to {day(row['end_on'])}"
    return words + "."


def of_step(row: dict[str, Any], tables: Tables) -> str:
    counts = ". The status counts from this step." if row["is_effective"] else ". A step on the path; the status does not count from it."
    return f"{name_of(tables, 'countries', row['iso3'])}: {row['step']} concerning the status {row['status']}{counts}"


def of_figure(row: dict[str, Any], tables: Tables) -> str:
    who = f" by {row['claimed_by']}" if row["claimed_by"] else "; by whom is not stated"
    measure = "" if row["measure"] == row["unit"] else f" ({row['measure']})"
    return f"Claimed{who}: {row['qualifier']} {whole(row['value'])} {row['unit']}{measure}. A claim, not a count of this dataset."


def of_term(row: dict[str, Any], tables: Tables) -> str:
    words = f"{name_of(tables, 'countries', row['iso3'])} in the chair"
    words += after(" from ", row["start_on"] and day(row["start_on"])) + after(" to ", row["end_on"] and day(row["end_on"]))
    return words + f"; summit number {row['summit_ordinal']} in {row['summit_city']}." + (f" Motto: {row['motto']}." if row["motto"] else "")


def of_state(row: dict[str, Any], tables: Tables) -> str:
    steps = [step for step in tables["membership_steps"].to_dict("records") if step["iso3"] == row["iso3"]]
    steps = [step for step in steps if step["is_effective"] and step["date_precision"] == "day"]
    last = max(steps, key=lambda step: (step["on_date"], step["step_id"]), default=None)
    return f"Status after the last recorded change: {last['status']}, since {day(last['on_date'])}." if last else ""


WORDS = {
    "documents": of_document,
    "priorities": of_priority,
    "events": of_event,
    "meetings": of_meeting,
    "membership_steps": of_step,
    "reported_figures": of_figure,
    "chairmanships": of_term,
    "countries": of_state,
}
