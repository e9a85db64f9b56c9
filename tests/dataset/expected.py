"""What the figures of the data page must show, worked out in pandas from the tables: one function a query, named as its file is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from tests.oracle import BEHIND, Record

Tables = dict[str, pd.DataFrame]
Marks = list[dict[str, Any]]
FACTS = {
    "documents": ("document_id", "adopted_on"),
    "priorities": ("priority_id", "stated_on"),
    "events": ("event_id", "start_on"),
    "meetings": ("meeting_id", "start_on"),
    "chairmanships": ("chairmanship_id", "start_on"),
    "membership_steps": ("step_id", "on_date"),
    "reported_figures": ("figure_id", "as_of"),
}
KINDS = ("official document", "official website", "news", "analysis", "encyclopedia", "dataset")
OUTCOMES = ("adopted", "realised", "in progress", "not achieved", "no evidence found")
COVERED = ("documents", "events", "meetings", "priorities", "reported_figures")


def facts(tables: Tables) -> Iterator[tuple[Record, date | None, str]]:
    """Table and id of every fact, its day, and the chairmanship it names ("none" where it names none)."""
    for table, (key, day) in FACTS.items():
        for row in tables[table].to_dict("records"):
            yield (table, row[key]), row[day], row.get("chairmanship_id") or "none"


def chosen(tables: Tables, values: Mapping[str, Any]) -> dict[Record, date | None]:
    """The facts of the chosen chairmanships that rest on evidence, each with its day."""
    based = set(zip(tables["evidence"]["table_name"], tables["evidence"]["row_id"], strict=True))
    return {record: day for record, day, chair in facts(tables) if chair in values["chairmanships"] and record in based}


def facts_by_sources(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """Number of sources of each fact, three and more in one class."""
    sources = defaultdict(set)
    for row in tables["evidence"].itertuples():
        sources[row.table_name, row.row_id].add(row.source_id)
    held = chosen(tables, values)
    marks: Marks = []
    for table in FACTS:
        own = [record for record in held if record[0] == table]
        for place, support in enumerate(("one source", "two sources", "three or more"), 1):
            part = {record: held[record] for record in own if min(len(sources[record]), 3) == place}
            share = 100 * len(part) / len(own) if own else 0
            counts = {"n": len(part), "n_all": len(own), "share": share}
            marks += [{"record_table": table, "fact": table.capitalize().replace("_", " "), "support": support, **counts, BEHIND: part}] if own else []
    return marks


def facts_by_source_kind(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """Facts by the kinds of their sources, and whether a fact rests on one kind alone."""
    kind_of = dict(zip(tables["sources"]["source_id"], tables["sources"]["kind"], strict=True))
    kinds = defaultdict(set)
    for row in tables["evidence"].itertuples():
        kinds[row.table_name, row.row_id].add(kind_of[row.source_id])
    held = chosen(tables, values)
    cells: dict[tuple[str, str, str], dict[Record, date | None]] = defaultdict(dict)
    for record, day in held.items():
        for kind in kinds[record]:
            cells[kind, "this kind alone" if len(kinds[record]) == 1 else "with other kinds", record[0]][record] = day
    order = sorted(cells, key=lambda cell: (KINDS.index(cell[0]), cell[1] != "this kind alone", cell[2]))
    return [
        {
            "source_kind": kind,
            "support": support,
            "record_table": table,
            "fact": table.capitalize().replace("_", " "),
            "n": len(cells[kind, support, table]),
            "n_facts": len(held),
            BEHIND: cells[kind, support, table],
        }
        for kind, support, table in order
    ]


def confusion(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """Values of two coders on the rows that both coded."""
    table, variable = values["coding"].split(" ")
    coders = values["coders"].split(" / ")
    given: dict[str, dict[str, str]] = defaultdict(dict)
    for row in tables["codings"].itertuples():
        if (row.table_name, row.variable) == (table, variable):
            given[str(row.row_id)][str(row.coder)] = str(row.value)
    pairs = {row_id: tuple(by[coder] for coder in coders) for row_id, by in given.items() if set(coders) <= set(by)}
    themes = tables["themes"].sort_values("sort_order")
    labels = dict(zip(themes["theme_id"], themes["label"], strict=True)) if variable == "theme" else {value: value.capitalize() for value in OUTCOMES}
    used = [value for value in labels if any(value in pair for pair in pairs.values())]
    marks: Marks = []
    for one in used:
        for other in used:
            part: dict[Record, date | None] = {(table, row_id): None for row_id, pair in pairs.items() if pair == (one, other)}
            told = {"coders": values["coders"], "one": labels[one], "other": labels[other], "n": len(part), "is_same": one == other}
            marks.append({"one_id": one, "other_id": other, **told, "variable": variable, "record_table": table, BEHIND: part})
    return marks


def coverage(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """Rows and known gaps by chairmanship and table."""
    terms = [row for row in tables["chairmanships"].to_dict("records") if row["chairmanship_id"] in values["chairmanships"]]
    held: dict[tuple[str, str], dict[Record, date | None]] = defaultdict(dict)
    for record, day, chair in facts(tables):
        held[chair, record[0]][record] = day
    gaps = defaultdict(list)
    for gap in tables["gaps"].sort_values("gap_id").itertuples():
        gaps[gap.chairmanship_id, gap.table_name].append(gap.description)
    marks: Marks = []
    for term in sorted(terms, key=lambda term: (term["start_on"] is not None, term["start_on"] or date.min, term["chairmanship_id"])):
        chair = term["chairmanship_id"]
        for table in COVERED:
            part = held[chair, table]
            n = len(part)
            state = "empty" if not n else "thin" if n < 10 else "filled"
            told = {"chairmanship_id": chair, "chairmanship": term["label"], "table_name": table, "n": n, "coverage": state}
            marks.append({**told, "n_gaps": len(gaps[chair, table]), "gaps": " ".join(gaps[chair, table]), BEHIND: part})
    return marks


def coded(tables: Tables) -> dict[tuple[str, str, str], dict[str, str]]:
    """The value that each coder gave, by table, row and variable."""
    given: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for row in tables["codings"].itertuples():
        given[str(row.table_name), str(row.row_id), str(row.variable)][str(row.coder).replace("-", "_")] = str(row.value)
    return given


def coded_patterns(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """How often the coders gave which values together."""
    coders = ("first", "blind_1", "blind_2", "blind_3")
    counts = Counter((table, variable, *(by.get(coder) for coder in coders)) for (table, _, variable), by in coded(tables).items())
    order = sorted(counts, key=lambda line: (line[0] == "documents", line[1], *((value is None, value or "") for value in line[2:])))
    return [dict(zip(("table_name", "variable", *coders), line, strict=True)) | {"n": counts[line]} for line in order]
