"""Every row that can be looked up, in one shape, and what belongs together, worked out in pandas from the tables."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

Tables = dict[str, pd.DataFrame]
Row = dict[str, Any]
# Table -> columns of id, title, day, precision, last day, chairmanship, theme, note; None where it has none.
SHAPES: dict[str, tuple[str | None, ...]] = {
    "chairmanships": ("chairmanship_id", "label", "start_on", None, "end_on", "chairmanship_id", None, "note"),
    "meetings": ("meeting_id", "title", "start_on", "date_precision", "end_on", "chairmanship_id", None, "note"),
    "documents": ("document_id", "title", "adopted_on", "date_precision", None, "chairmanship_id", "theme_id", "note"),
    "priorities": ("priority_id", "title", "stated_on", "date_precision", None, "chairmanship_id", "theme_id", "outcome_note"),
    "events": ("event_id", "title", "start_on", "date_precision", "end_on", "chairmanship_id", "theme_id", "note"),
    "membership_steps": ("step_id", None, "on_date", "date_precision", None, None, None, "note"),
    "reported_figures": ("figure_id", None, "as_of", "date_precision", None, "chairmanship_id", None, "note"),
    "sources": ("source_id", "title", "published_on", "published_precision", None, None, None, None),
    "countries": ("iso3", "name", None, None, None, None, None, None),
    "bodies": ("body_id", "label", None, None, None, None, None, None),
    "themes": ("theme_id", "label", None, None, None, None, "theme_id", "definition"),
    "conflicts": ("conflict_id", "subject", None, None, None, None, None, "reason"),
    "gaps": ("gap_id", "description", None, None, None, "chairmanship_id", None, None),
}
COLUMNS = ("title", "on_date", "date_precision", "end_on", "chairmanship_id", "theme_id", "note")
INDICATORS = {"gdp_current_usd": "GDP at current prices", "gdp_ppp": "GDP at purchasing power parity"}
# Table, column of the other id, relation, relation back, other table.
LINKS = [
    ("documents", "meeting_id", "adopted at", "adopted there", "meetings"),
    ("documents", "chairmanship_id", "during the chairmanship", "document of the term", "chairmanships"),
    ("documents", "body_id", "adopted by", "adopted", "bodies"),
    ("documents", "predecessor_id", "renews or replaces", "renewed or replaced by", "documents"),
    ("priorities", "outcome_document_id", "outcome document", "outcome of the priority", "documents"),
    ("priorities", "outcome_event_id", "outcome event", "outcome of the priority", "events"),
    ("priorities", "continues_priority_id", "continues", "continued by", "priorities"),
    ("priorities", "chairmanship_id", "voiced for the chairmanship", "priority of the term", "chairmanships"),
    ("events", "chairmanship_id", "during the chairmanship", "event of the term", "chairmanships"),
    ("meetings", "chairmanship_id", "during the chairmanship", "meeting of the term", "chairmanships"),
    ("meetings", "body_id", "meeting of", "meeting", "bodies"),
    ("membership_steps", "iso3", "step of", "membership step", "countries"),
    ("chairmanships", "iso3", "chaired by", "chairmanship", "countries"),
    ("reported_figures", "chairmanship_id", "figure about the chairmanship", "reported figure", "chairmanships"),
    ("reported_figures", "meeting_id", "figure about the meeting", "reported figure", "meetings"),
    ("conflicts", "row_id", "disagreement about", "sources disagree", ""),
    ("conflicts", "source_a", "first claim in", "first claim of a disagreement", "sources"),
    ("conflicts", "source_b", "second claim in", "second claim of a disagreement", "sources"),
    ("gaps", "chairmanship_id", "missing from the chairmanship", "known gap", "chairmanships"),
    ("gaps", "meeting_id", "missing from the meeting", "known gap", "meetings"),
]


def whole(value: float) -> str:
    """A number as it is written: without decimals where it has none."""
    return str(int(value)) if value == int(value) else str(value)


def records(tables: Tables) -> dict[tuple[str, str], Row]:
    """Title, days, chairmanship, theme and note of every record, by table and id."""
    states = dict(zip(tables["countries"]["iso3"], tables["countries"]["name"], strict=True))
    found: dict[tuple[str, str], Row] = {}
    for table, (key, *shape) in SHAPES.items():
        for row in tables[table].to_dict("records"):
            told = {name: row[column] if column else None for name, column in zip(COLUMNS, shape, strict=True)}
            if table == "chairmanships":
                told["date_precision"] = "day" if row["start_on"] else None
            if table == "membership_steps":
                status = row["status"].replace("sco partner", "SCO partner").replace("shanghai five", "Shanghai Five")
                told["title"] = f"{states[row['iso3']]}: {status}, {row['step']}"
            if table == "reported_figures":
                who = f", {row['claimed_by']}" if row["claimed_by"] else ""
                told["title"] = f"{whole(row['value'])} {row['unit']} ({row['qualifier']}){who}"
            found[table, row[str(key)]] = told
    for row in tables["world_shares"].to_dict("records"):
        name = INDICATORS.get(row["indicator"], row["indicator"].replace("_", " ").capitalize())
        day = {"on_date": date(row["year"], 1, 1), "date_precision": "year"}
        found["world_shares", f"{row['indicator']}-{row['year']}"] = dict.fromkeys(COLUMNS) | day | {"title": f"{name} {row['year']}"}
    return found


def links(tables: Tables) -> Iterator[tuple[tuple[str, str], str, tuple[str, str]]]:
    """Every link between two records in both directions: record, relation, other record."""
    for table, column, relation, back, other in LINKS:
        for row in tables[table].to_dict("records"):
            if row[column]:
                one, two = (table, row[str(SHAPES[table][0])]), (other or row["table_name"], row[column])
                yield one, relation, two
                yield two, back, one


class Known:
    """The tables of one dataset, with what is worked out from them once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    @cached_property
    def records(self) -> dict[tuple[str, str], Row]:
        """Every record by table and id."""
        return records(self.tables)

    @cached_property
    def links(self) -> dict[tuple[str, str], list[tuple[str, tuple[str, str]]]]:
        """Relation and other record of every link, by record."""
        found = defaultdict(list)
        for one, relation, other in links(self.tables):
            found[one].append((relation, other))
        return found

    @cached_property
    def places(self) -> list[Row]:
        """Every place in a source that supports a record, with the source beside it."""
        sources = {row["source_id"]: row for row in self.tables["sources"].to_dict("records")}
        rows = self.tables["evidence"].to_dict("records")
        for share in self.tables["world_shares"].to_dict("records"):
            told = {"role": "statement", "locator": f"{share['indicator']}, {share['year']}", "note": None, "source_id": share["source_id"]}
            rows.append({"table_name": "world_shares", "row_id": f"{share['indicator']}-{share['year']}"} | told)
        return [row | {"source": sources[row["source_id"]]} for row in rows]

    @cached_property
    def uses(self) -> Counter[tuple[str, str]]:
        """How many links and places each record has."""
        return Counter({one: len(found) for one, found in self.links.items()}) + Counter(("sources", place["source_id"]) for place in self.places)
