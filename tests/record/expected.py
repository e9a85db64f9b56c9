"""What the queries of records must give, worked out in pandas from the tables: one function a query, named as its file is."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.record.shapes import SHAPES, Known, Row

Rows = list[Row]
ROLES = ("statement", "outcome", "corroboration")
EARLY = date.min


def by_day(day: date | None) -> tuple[bool, date]:
    """Days in order, nothing last."""
    return day is None, day or EARLY


def record_head(known: Known, values: Mapping[str, Any]) -> Rows:
    asked = (values["table"], values["id"])
    return [{"table_name": asked[0], "row_id": asked[1]} | row for record, row in known.records.items() if record == asked]


def record_relations(known: Known, values: Mapping[str, Any]) -> Rows:
    every = known.records
    found = []
    for relation, other in known.links[values["table"], values["id"]]:
        told = {name: every[other][name] for name in ("title", "on_date", "date_precision")}
        found.append({"relation": relation, "other_table": other[0], "other_id": other[1]} | told)
    return sorted(found, key=lambda row: (row["relation"], by_day(row["on_date"]), row["title"], row["other_id"]))


def related(known: Known, values: Mapping[str, Any]) -> Rows:
    """Of each relation, or of the one asked for, the rows of one page."""
    found: Rows = []
    every = record_relations(known, values)
    for relation in sorted({row["relation"] for row in every}):
        own = [row for row in every if row["relation"] == relation]
        if values["relation"] in ("", relation):
            found += [row | {"n": len(own), "end_on": known.records[row["other_table"], row["other_id"]]["end_on"]} for row in own[values["page_start"] : values["page_start"] + values["page_rows"]]]
    return found


def record_sources(known: Known, values: Mapping[str, Any]) -> Rows:
    every = known.records
    found = []
    for place in known.places:
        if place["table_name"] == values["table"] and place["row_id"] in values["ids"]:
            source, record = place["source"], every[place["table_name"], place["row_id"]]
            of_source = {name: source[name] for name in ("source_id", "publisher", "published_on", "published_precision", "language", "url")}
            told = {name: place[name] for name in ("role", "locator", "note", "table_name", "row_id")}
            row = of_source | told | {"source_title": source["title"], "source_kind": source["kind"], "record_title": record["title"]}
            order = (by_day(record["on_date"]), row["row_id"], ROLES.index(row["role"]), by_day(row["published_on"]), row["source_id"], row["locator"])
            found.append((order, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def first_sources(known: Known, values: Mapping[str, Any]) -> Rows:
    """As `common/records`: each record with its first source and the number of its sources."""
    every, found = known.records, []
    for row_id in values["ids"]:
        record = every.get((values["table"], row_id))
        if record is None:
            continue
        own = record_sources(known, values | {"ids": [row_id]})
        first = own[0] if own else dict.fromkeys(("source_title", "publisher", "locator", "url"))
        told = {name: first[name] for name in ("source_title", "publisher", "locator", "url")} | {"n_sources": len({row["source_id"] for row in own}) or None}
        found.append({"table_name": values["table"], "row_id": row_id} | {name: record[name] for name in ("title", "on_date", "date_precision", "end_on")} | told)
    return sorted(found, key=lambda row: (by_day(row["on_date"]), row["title"], row["row_id"]))


def source_uses(known: Known, values: Mapping[str, Any]) -> Rows:
    every, found = known.records, []
    for place in known.places:
        if place["source_id"] == values["id"]:
            record = every[place["table_name"], place["row_id"]]
            told = {name: place[name] for name in ("table_name", "row_id", "role", "locator")}
            found.append(told | {name: record[name] for name in ("title", "on_date", "date_precision")})
    return sorted(found, key=lambda row: (row["table_name"], by_day(row["on_date"]), row["row_id"], row["role"], row["locator"]))


def uses(known: Known, values: Mapping[str, Any]) -> Rows:
    every = source_uses(known, values)
    counts = {"n_facts": len({(row["table_name"], row["row_id"]) for row in every}), "total": len(every)}
    return [row | counts for row in every[values["page_start"] : values["page_start"] + values["page_rows"]]]


def conflicts(known: Known, values: Mapping[str, Any]) -> Rows:
    titles = dict(zip(known.tables["sources"]["source_id"], known.tables["sources"]["title"], strict=True))
    found = []
    for row in known.tables["conflicts"].sort_values("conflict_id").to_dict("records"):
        if (row["table_name"], row["row_id"]) == (values["table"], values["id"]):
            told = {name: row[name] for name in ("conflict_id", "subject", "claim_a", "claim_b", "followed", "reason")}
            found.append(told | {"source_a": titles[row["source_a"]], "source_b": titles.get(row["source_b"])})
    return found


def all_conflicts(known: Known, values: Mapping[str, Any]) -> Rows:
    """As `common/conflicts`: every contradiction with its two sources and the record it is about."""
    every, sources = known.records, {row["source_id"]: row for row in known.tables["sources"].to_dict("records")}
    order = ("chairmanships", "meetings", "documents", "priorities", "events", "membership_steps", "reported_figures")
    found = []
    for row in known.tables["conflicts"].to_dict("records"):
        record, a, b = every.get((row["table_name"], row["row_id"]), {}), sources[row["source_a"]], sources.get(row["source_b"], {})
        told = {"title_a": a["title"], "publisher_a": a["publisher"], "title_b": b.get("title"), "publisher_b": b.get("publisher")}
        place = (order.index(row["table_name"]), by_day(record.get("on_date")), row["subject"], row["conflict_id"])
        found.append((place, row | told | {"record_title": record.get("title")}))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def statements(known: Known, values: Mapping[str, Any]) -> Rows:
    left_out = ("table_name", "row_id", "subject", "record_title")
    found = [row for row in all_conflicts(known, values) if row["conflict_id"] == values["id"]]
    return [{name: cell for name, cell in row.items() if name not in left_out} for row in found]


def row(known: Known, values: Mapping[str, Any]) -> Rows:
    """Table, id and the cells as an object."""
    found = []
    for cells in known.tables[values["table"]].to_dict("records") if values["table"] in known.tables else []:
        row_id = f"{cells['indicator']}-{cells['year']}" if values["table"] == "world_shares" else cells[str(SHAPES[values["table"]][0])]
        if row_id == values["id"]:
            plain = {name: str(cell) if isinstance(cell, date) else cell for name, cell in cells.items()}
            found.append({"table_name": values["table"], "row_id": row_id, "cells": json.loads(json.dumps(plain))})
    return found
