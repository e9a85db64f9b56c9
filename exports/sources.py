"""The sources behind the rows of a view."""

import pandas as pd

import queries
from exports.view import View

COLUMNS = ("Source", "Publisher", "Published", "Kind", "Records", "Where", "Address", "source_id")


def used(view: View) -> pd.DataFrame:
    """One row a source: title, publisher, date, kind, records resting on it, locators, address, id; the most used first."""
    parts = [queries.run("common/record_sources", {"table": table, "ids": tuple(ids)}) for table, ids in view.records()]
    evidence = pd.concat(parts) if parts else pd.DataFrame()
    if evidence.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    found: dict[str, dict] = {}
    for row in evidence.to_dict("records"):
        entry = found.setdefault(row["source_id"], {"row": row, "records": set(), "locators": {}})
        entry["records"].add((row["table_name"], row["row_id"]))
        entry["locators"].update(dict.fromkeys(row["locator"].split("; ")))
    made = pd.DataFrame([_told(entry) for entry in found.values()], columns=list(COLUMNS))
    return made.sort_values(["Records", "Source"], ascending=[False, True], kind="stable").reset_index(drop=True)


def listed(view: View) -> list[dict]:
    """The same as plain dicts; a source without an address has ""."""
    return [{**row, "Address": row["Address"] if isinstance(row["Address"], str) else ""} for row in used(view).to_dict("records")]


def in_words(row: dict) -> str:
    """One source as a line: title, publisher, date, locators, address."""
    when = f", {row['Published']}" if row["Published"] else ""
    where = f" {row['Address']}" if row["Address"] else ""
    return f"{row['Source']}. {row['Publisher']}{when}. {row['Where']}.{where}"


def _told(entry: dict) -> dict:
    row = entry["row"]
    return {
        "Source": row["source_title"],
        "Publisher": row["publisher"],
        "Published": _published(row),
        "Kind": row["source_kind"],
        "Records": len(entry["records"]),
        "Where": "; ".join(entry["locators"]),
        "Address": row["url"] if isinstance(row["url"], str) and row["url"].startswith("http") else None,
        "source_id": row["source_id"],
    }


def _published(row: dict) -> str:
    if pd.isna(row["published_on"]):
        return ""
    text = str(row["published_on"])[:10]
    return {"year": text[:4], "month": text[:7]}.get(row["published_precision"], text)
