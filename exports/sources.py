"""The sources behind the marks of a view, in the words of readers."""

import pandas as pd

from charts.words import number
from exports.plain_text import readable
from exports.view import View
from queries import Order, Page

COLUMNS = ("Source", "Publisher", "Published", "Kind", "Records", "Where", "Address", "source_id")
MOST_PLACES = 200  # as parts/sources.sql lists
MOST_LISTED = 5_000  # of a file; the data API holds all


def used(view: View, page: int = 1, order: Order | None = None, words: str = "") -> Page:
    """One row a source: title, publisher, date, kind, records resting on it, locators, address, id; the most used first, or in another order, those that hold the words."""
    found = view.sources(page=page, order=order, words=words)
    return Page(pd.DataFrame([_told(row) for row in found.rows.to_dict("records")], columns=list(COLUMNS)), found.total)


def of_file(view: View) -> Page:
    """The same for a file, which is not read page by page: all sources, or the first 5,000, with their number."""
    found = [used(view)]
    pages = -(-min(found[0].total, MOST_LISTED) // max(len(found[0].rows), 1))
    found += [used(view, page) for page in range(2, pages + 1)]
    return Page(pd.concat([page.rows for page in found], ignore_index=True).head(MOST_LISTED), found[0].total)


def listed(view: View) -> list[dict]:
    """The sources of a file as plain dicts; a source without an address has ""."""
    return _plain(of_file(view))


def numbered(view: View) -> list[str]:
    """The list of sources as a file of text has it: its heading with their number, a line each, and how many it has no room for."""
    found = of_file(view)
    lines = [f"{place}. {in_words(row)}" for place, row in enumerate(_plain(found), 1)]
    return [line for line in (f"Sources ({found.total})", *lines, _more(found)) if line]


def left_out(view: View) -> str:
    """How many sources a file has no room for, as a sentence, "" when it holds all."""
    return _more(of_file(view))


def in_words(row: dict) -> str:
    """One source as a line: title, publisher, date, locators, address."""
    when = f", {row['Published']}" if row["Published"] else ""
    where = f" {row['Address']}" if row["Address"] else ""
    return f"{row['Source']}. {row['Publisher']}{when}. {row['Where']}.{where}"


def _plain(found: Page) -> list[dict]:
    return [{**row, "Address": row["Address"] if isinstance(row["Address"], str) else ""} for row in found.rows.to_dict("records")]


def _more(found: Page) -> str:
    return f"And {number(found.total - len(found.rows))} more, which the data API holds." if found.total > len(found.rows) else ""


def _told(row: dict) -> dict:
    return {
        "Source": row["title"],
        "Publisher": row["publisher"],
        "Published": _published(row),
        "Kind": row["kind"],
        "Records": row["n_records"],
        "Where": "; ".join(dict.fromkeys(row["locators"].split("; "))) + (f"; and {row['n_locators'] - MOST_PLACES} more" if row["n_locators"] > MOST_PLACES else ""),
        "Address": readable(row["url"]) if isinstance(row["url"], str) and row["url"].startswith("http") else None,
        "source_id": row["source_id"],
    }


def _published(row: dict) -> str:
    if pd.isna(row["published_on"]):
        return ""
    text = str(row["published_on"])[:10]
    return {"year": text[:4], "month": text[:7]}.get(row["published_precision"], text)
