"""What the questions about chains of documents should answer, worked out from the tables; a function a question, named as its file."""

from datetime import date
from typing import Any

from tests.documents.expected import Rows, Tables, Values, capital, chosen, in_years, record, year
from tests.oracle import BEHIND

ROOM = 100  # chains that the picture draws


def chains_of(tables: Tables) -> dict[str, list[str]]:
    """The earliest document of each chain -> all documents that follow it, itself first; a document without links is a chain by itself."""
    found: dict[str, list[str]] = {}
    for name, row in tables["documents"].items():
        first = name
        while row["predecessor_id"]:
            first, row = row["predecessor_id"], tables["documents"][row["predecessor_id"]]
        found.setdefault(first, []).append(name)
    return found


def validity(tables: Tables, values: Values) -> Rows:
    """The texts of all chains with stated years of which one text passes and runs in the chosen years, the longest chains first."""
    documents = tables["documents"]
    passing = {row["document_id"] for row in chosen(tables, values) if _runs(row, values)}
    lines = {
        first: names for first, names in chains_of(tables).items() if passing & set(names) and any(documents[name]["valid_from_year"] is not None for name in names)
    }
    begins = {first: min(since for name in names if (since := _since(documents[name])) is not None) for first, names in lines.items()}
    drawn = set(sorted(lines, key=lambda first: (-len(lines[first]), -begins[first], first))[:ROOM])

    def place(first: str) -> tuple[Any, ...]:
        return first not in drawn, tables["themes"][_oldest(tables, lines[first])["theme_id"]]["sort_order"], begins[first], first

    found = []
    for first in sorted(lines, key=place):
        rows = sorted((documents[name] for name in lines[first]), key=lambda row: (_last(_since(row)), row["adopted_on"] or date.max, row["document_id"]))
        found += [_line(tables, first, rows, row, first in drawn) for row in rows]
    return found


def _line(tables: Tables, first: str, rows: Rows, row: dict[str, Any], is_drawn: bool) -> dict[str, Any]:
    theme = tables["themes"][_oldest(tables, [other["document_id"] for other in rows])["theme_id"]]
    youngest = max(rows, key=lambda other: (_last(_since(other)), other["document_id"]))
    before = tables["documents"].get(row["predecessor_id"])
    return {
        "chain_id": first,
        "line_kind": "chain" if len(rows) > 1 else "series" if row["document_type"] in ("report", "decision") else "single",
        "chain": youngest["title"],
        "theme": theme["label"],
        "theme_place": theme["sort_order"],
        "document_id": row["document_id"],
        "title": row["title"],
        "type": capital(row["document_type"]),
        "adopted_on": row["adopted_on"],
        "date_precision": row["date_precision"],
        "adopted_year": year(row),
        "valid_from_year": row["valid_from_year"],
        "valid_to_year": row["valid_to_year"],
        "predecessor_id": row["predecessor_id"],
        "predecessor": before["title"] if before else None,
        "is_drawn": is_drawn,
        "record_table": "documents",
        "record_id": row["document_id"],
        BEHIND: record(row),
    }


def chains(tables: Tables, values: Values) -> Rows:
    """One page of the chains without stated years of which one text passes, each from its oldest text to its youngest."""
    documents = tables["documents"]
    passing = {row["document_id"] for row in chosen(tables, values) if in_years(row, values)}
    lines = {
        first: names
        for first, names in chains_of(tables).items()
        if len(names) > 1 and passing & set(names) and all(documents[name]["valid_from_year"] is None for name in names)
    }
    order = sorted(lines, key=lambda first: (-len(lines[first]), first))
    found = []
    for first in order[values["page_start"] : values["page_start"] + values["page_rows"]]:
        for row in sorted((documents[name] for name in lines[first]), key=lambda row: (row["adopted_on"] or date.max, row["document_id"])):
            told = {name: row[name] for name in ("document_id", "title", "adopted_on", "date_precision")}
            found.append({"chain_id": first, "n_in_chain": len(lines[first]), **told, "total": len(order)})
    return found


def _oldest(tables: Tables, names: list[str]) -> dict[str, Any]:
    return min((tables["documents"][name] for name in names), key=lambda row: (_last(_since(row)), row["document_id"]))


def _since(row: dict[str, Any]) -> int | None:
    return row["valid_from_year"] if row["valid_from_year"] is not None else year(row)


def _last(since: int | None) -> float:
    """A year by which rows are put in order, those without one at the end."""
    return float("inf") if since is None else since


def _runs(row: dict[str, Any], values: Values) -> bool:
    """Whether some year of a text is chosen; what is not known of its years may be any."""
    since, until = _since(row), row["valid_to_year"] if row["valid_to_year"] is not None else _since(row)
    return (since is None or since <= values["year_to"]) and (until is None or until >= values["year_from"])
