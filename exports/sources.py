"""The sources behind the marks of a view, in the words of readers."""

import pandas as pd

from exports.view import View
from queries import Page

COLUMNS = ("Source", "Publisher", "Published", "Kind", "Records", "Where", "Address", "source_id")
MOST_PLACES = 200  # as parts/sources.sql lists


def used(view: View, page: int = 1) -> Page:
    """One row a source: title, publisher, date, kind, records resting on it, locators, address, id; the most used first."""
    found = view.sources(page=page)
    return Page(pd.DataFrame([_told(row) for row in found.rows.to_dict("records")], columns=list(COLUMNS)), found.total)


def listed(view: View) -> list[dict]:
    """The same as plain dicts; a source without an address has ""."""
    return [{**row, "Address": row["Address"] if isinstance(row["Address"], str) else ""} for row in used(view).rows.to_dict("records")]


def in_words(row: dict) -> str:
    """One source as a line: title, publisher, date, locators, address."""
    when = f", {row['Published']}" if row["Published"] else ""
    where = f" {row['Address']}" if row["Address"] else ""
    return f"{row['Source']}. {row['Publisher']}{when}. {row['Where']}.{where}"


def _told(row: dict) -> dict:
    return {
        "Source": row["title"],
        "Publisher": row["publisher"],
        "Published": _published(row),
        "Kind": row["kind"],
        "Records": row["n_records"],
        "Where": "; ".join(dict.fromkeys(row["locators"].split("; "))) + (f"; and {row['n_locators'] - MOST_PLACES} more" if row["n_locators"] > MOST_PLACES else ""),
        "Address": row["url"] if isinstance(row["url"], str) and row["url"].startswith("http") else None,
        "source_id": row["source_id"],
    }


def _published(row: dict) -> str:
    if pd.isna(row["published_on"]):
        return ""
    text = str(row["published_on"])[:10]
    return {"year": text[:4], "month": text[:7]}.get(row["published_precision"], text)
