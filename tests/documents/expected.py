"""What each question of the documents page should answer, worked out from the tables; a function a question, named as its file.

Tables are given as their rows by id, the texts of chains in `tests/documents/succession.py`.
"""

import re
import unicodedata
from collections import Counter
from datetime import date
from typing import Any

from tests.oracle import BEHIND

Rows = list[dict[str, Any]]
Values = dict[str, Any]
Tables = dict[str, dict[str, dict[str, Any]]]
FACETS = {"types": "document_type", "bodies": "body_id", "forces": "legal_force"}
FIELDS = ("Title", "Body", "Place", "Note")
_DAY_ONE = date(1, 1, 1)


def fold(text: str) -> str:
    """Small letters without accents and apostrophes."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    return re.sub("['’‘ʼ]", "", bare)


def wanted(values: Values) -> list[str]:
    """The patterns of the searched words; that they find the right words is held by `tests/search`."""
    return [values[f"q_{place}"] for place in range(1, 9) if values[f"q_{place}"]]


def holds(text: str, pattern: str) -> bool:
    """Whether a text holds what a pattern stands for."""
    return re.search(pattern, fold(text), re.ASCII) is not None


def record(row: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """A document as a record behind a mark, with its day."""
    return {("documents", row["document_id"]): row["adopted_on"]}


def year(row: dict[str, Any]) -> int | None:
    """The year of a document, None where no date is known."""
    return row["adopted_on"] and row["adopted_on"].year


def fields(tables: Tables, row: dict[str, Any]) -> dict[str, str]:
    """The texts of a document that are searched."""
    return {"Title": row["title"], "Body": tables["bodies"][row["body_id"]]["label"], "Place": row["place"] or "", "Note": row["note"] or ""}


def texts(tables: Tables, values: Values) -> Rows:
    """The documents that hold all words and pass the filters other than years and facets."""

    def holds_all(row: dict[str, Any]) -> bool:
        return all(any(holds(text, pattern) for text in fields(tables, row).values()) for pattern in wanted(values))

    every = tables["documents"].values()
    return [row for row in every if (row["chairmanship_id"] or "none") in values["chairmanships"] and row["theme_id"] in values["themes"] and holds_all(row)]


def chosen(tables: Tables, values: Values) -> Rows:
    """The documents that pass all filters but the years."""
    return [row for row in texts(tables, values) if all(row[column] in values[name] for name, column in FACETS.items())]


def in_years(row: dict[str, Any], values: Values) -> bool:
    """Whether a document is of the chosen years; one without a date always is."""
    return year(row) is None or values["year_from"] <= year(row) <= values["year_to"]


def by_year(tables: Tables, values: Values) -> Rows:
    """Counted documents by year and group, the eight groups with most by themselves, and the known gaps of each year."""
    rows = [row for row in chosen(tables, values) if row["is_counted"] and year(row) and in_years(row, values)]

    def label(row: dict[str, Any]) -> str:
        match values["by"]:
            case "type":
                return capital(row["document_type"])
            case "body":
                return tables["bodies"][row["body_id"]]["label"]
        return tables["themes"][row["theme_id"]]["label"]

    counts = Counter(label(row) for row in rows)
    places = {group: place for place, group in enumerate(sorted(counts, key=lambda group: (-counts[group], group)), start=1)}
    orders = {theme["label"]: theme["sort_order"] for theme in tables["themes"].values()} if values["by"] == "theme" else {}
    known = gaps(tables, values) if rows else {}
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for row in rows:
        group = label(row)
        place = min(places[group], 9)
        shown, theme = (group, orders.get(group)) if place <= 8 else ("Other", None)
        new = {"year": year(row), "label": shown, "place": place, "theme_place": theme, "n": 0, "gaps": known.get(year(row), ""), "grouped_by": values["by"], BEHIND: {}}
        mark = found.setdefault((year(row), place), new)
        mark["n"] += 1
        mark[BEHIND] |= record(row)
    for gap_year in set(known) - {mark["year"] for mark in found.values()}:
        found[gap_year, 10] = {
            "year": gap_year, "label": "None recorded", "place": 10, "theme_place": None, "n": 0, "gaps": known[gap_year], "grouped_by": values["by"], BEHIND: {},
        }  # fmt: skip
    return [found[key] for key in sorted(found)]


def gaps(tables: Tables, values: Values) -> dict[int, str]:
    """What is known to be missing of the documents of each year."""
    told: dict[int, list[str]] = {}
    for gap in sorted(tables["gaps"].values(), key=lambda gap: gap["gap_id"]):
        meeting = tables["meetings"].get(gap["meeting_id"])
        if gap["table_name"] != "documents" or not meeting or not meeting["start_on"]:
            continue
        term = meeting["chairmanship_id"] or gap["chairmanship_id"] or "none"
        if term in values["chairmanships"] and values["year_from"] <= meeting["start_on"].year <= values["year_to"]:
            told.setdefault(meeting["start_on"].year, []).append(gap["description"])
    return {at: " ".join(words) for at, words in told.items()}


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def facets(tables: Tables, values: Values) -> Rows:
    """Each value of each facet with its documents under all filters but that facet."""
    rows = [row for row in texts(tables, values) if in_years(row, values)]
    found = []
    for facet in sorted(FACETS):
        others = [(name, column) for name, column in FACETS.items() if name != facet]
        counts = Counter(row[FACETS[facet]] for row in rows if all(row[column] in values[name] for name, column in others))
        found += [{"facet": facet, "value": value, "n": n} for value, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    return found


def register(tables: Tables, values: Values) -> Rows:
    """The documents in the chosen order, each with where the words stand in it."""
    rows = [row for row in chosen(tables, values) if in_years(row, values)]
    rows.sort(key=lambda row: row["document_id"])
    rows.sort(key=lambda row: row["title"])
    rows.sort(key=lambda row: (row["adopted_on"] is None, -(row["adopted_on"] or _DAY_ONE).toordinal()))
    match values["sort"]:
        case "oldest":
            rows.sort(key=lambda row: (row["adopted_on"] is None, row["adopted_on"] or _DAY_ONE))
        case "title":
            rows.sort(key=lambda row: fold(row["title"]))
        case "match" if wanted(values):
            rows.sort(key=lambda row: -as_typed(tables, row, values["q_phrase"]))
            rows.sort(key=lambda row: -sum(holds(row["title"], pattern) for pattern in wanted(values)))
    return [_registered(tables, row, values) for row in rows]


def as_typed(tables: Tables, row: dict[str, Any], phrase: str) -> int:
    """Whether the title has the very words, or else another field."""
    return 2 if holds(row["title"], phrase) else 1 if any(holds(text, phrase) for text in fields(tables, row).values()) else 0


def listed(tables: Tables, values: Values) -> Rows:
    """One page of the register."""
    page = register(tables, values)[values["page_start"] : values["page_start"] + values["page_rows"]]
    return [{name: value for name, value in row.items() if name not in ("record_table", "record_id", BEHIND)} for row in page]


def _registered(tables: Tables, row: dict[str, Any], values: Values) -> dict[str, Any]:
    theme, term = tables["themes"][row["theme_id"]], tables["chairmanships"].get(row["chairmanship_id"])
    first, last = row["valid_from_year"], row["valid_to_year"]
    letters = {"year": 4, "month": 7, "day": 10}[row["date_precision"]]
    searched = fields(tables, row)
    having = [name for name in FIELDS if any(holds(searched[name], pattern) for pattern in wanted(values))]
    return {
        "document_id": row["document_id"],
        "title": row["title"],
        "dated": str(row["adopted_on"])[:letters] if row["adopted_on"] else None,
        "type": capital(row["document_type"]),
        "body": searched["Body"],
        "theme": theme["label"],
        "theme_place": theme["sort_order"],
        "legal_force": capital(row["legal_force"]),
        "chairmanship": term["label"] if term else "Outside a chairmanship",
        "place": row["place"],
        "runs": "" if first is None else str(first) if first == last else f"{first}–{'' if last is None else last}",
        "is_counted": row["is_counted"],
        "found_in": ", ".join(having),
        "note": row["note"],
        "adopted_on": row["adopted_on"],
        "date_precision": row["date_precision"],
        "record_table": "documents",
        "record_id": row["document_id"],
        BEHIND: record(row),
    }
