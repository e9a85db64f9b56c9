"""What the lists of the data page must hold, worked out in pandas from the tables: one function a query, named as its file is."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from tests.dataset.expected import FACTS, Marks, Tables, coded

FACTS_IN_ORDER = ("chairmanships", "meetings", "documents", "priorities", "events", "membership_steps", "reported_figures")
CLAIMED = {"documents": "documents", "documents at the heads-of-government meeting": "documents", "events held": "events"}


def evidence(tables: Tables) -> pd.DataFrame:
    """Every place in a source that supports a row, those of the shares of the world among them."""
    shares = tables["world_shares"]
    ids = [f"{indicator}-{year}" for indicator, year in zip(shares["indicator"], shares["year"], strict=True)]
    of_shares = pd.DataFrame({"table_name": "world_shares", "row_id": ids, "role": "statement", "source_id": shares["source_id"]})
    places = pd.concat([tables["evidence"], of_shares], ignore_index=True)
    return places.merge(tables["sources"], on="source_id")


def answers(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """The numbers of the first section."""
    own = evidence(tables)
    own = own[own["table_name"] != "world_shares"]
    by_fact = own.groupby(["table_name", "row_id"])
    sources, coded_rows = tables["sources"], set(zip(tables["codings"]["table_name"], tables["codings"]["row_id"], strict=True))
    return [
        {
            "n_documents": len(tables["documents"]),
            "n_counted": int(tables["documents"]["is_counted"].sum()),
            "n_facts": len(by_fact),
            "n_one_source": int((by_fact["source_id"].nunique() == 1).sum()),
            "n_news_alone": int(by_fact["kind"].agg(lambda kinds: set(kinds) == {"news"}).sum()),
            "n_sources": len(sources),
            "n_publishers": len(set(sources["publisher"]) - {"not stated"}),
            "n_languages": sources["language"].nunique(),
            "n_seeds": int(sources["is_seed"].sum()),
            "n_gaps": len(tables["gaps"]),
            "n_conflicts": len(tables["conflicts"]),
            "n_coded": len(coded_rows),
            "n_codable": len(tables["documents"]) + len(tables["priorities"]),
            "newest_source": max(day for day in sources["published_on"] if day),
        }
    ]


def sources(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """What rests on each source."""
    places = evidence(tables)
    n_sources = places.groupby(["table_name", "row_id"])["source_id"].nunique()
    uses: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in places.itertuples():
        uses[str(row.source_id)][str(row.table_name), str(row.row_id)].add(str(row.role))
    found = []
    for source in tables["sources"].to_dict("records"):
        own = uses[source["source_id"]]
        with_role = {role: sum(role in roles for roles in own.values()) for role in ("statement", "outcome", "corroboration")}
        day, precision = source["published_on"], source["published_precision"]
        found.append(
            source
            | {
                "published": str(day)[: {"year": 4, "month": 7}.get(precision, 10)] if day else None,
                "n_facts": len(own),
                "n_statements": with_role["statement"],
                "n_outcomes": with_role["outcome"],
                "n_corroborations": with_role["corroboration"],
                "n_alone": sum(n_sources[fact] == 1 for fact in own),
                "tables": ", ".join(sorted({table.replace("_", " ") for table, _ in own})),
            }
        )
    return sorted(found, key=lambda row: (-row["n_facts"], row["title"], row["source_id"]))


def gaps(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """The gaps of the chosen chairmanships, a gap of a meeting with the chairmanship of the meeting."""
    meetings = tables["meetings"].set_index("meeting_id").to_dict("index")
    terms = tables["chairmanships"].set_index("chairmanship_id").to_dict("index")
    found = []
    for gap in tables["gaps"].to_dict("records"):
        meeting = meetings.get(gap["meeting_id"], {})
        chair = gap["chairmanship_id"] or meeting.get("chairmanship_id")
        if (chair or "none") not in values["chairmanships"]:
            continue
        term = terms.get(chair, {})
        start = term.get("start_on")
        told = {"chairmanship": term.get("label", ""), "meeting": meeting.get("title", "")}
        row = {"gap_id": gap["gap_id"], **told, "table_name": gap["table_name"], "description": gap["description"]}
        found.append(((start is None, start or date.min, FACTS_IN_ORDER.index(gap["table_name"]), gap["gap_id"]), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def claims_and_rows(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """Claimed numbers of documents and events beside the rows."""
    claims = defaultdict(list)
    for row in tables["reported_figures"].to_dict("records"):
        subject = ("meetings", row["meeting_id"]) if row["meeting_id"] else ("chairmanships", row["chairmanship_id"])
        kind = CLAIMED.get(row["measure"])
        if kind and subject[1] and not (row["meeting_id"] and kind == "events") and (row["chairmanship_id"] or "none") in values["chairmanships"]:
            claims[*subject, kind].append(row["value"])
    found = []
    for (table, row_id, kind), told in claims.items():
        key, day = FACTS[table]
        record = tables[table].set_index(key).loc[row_id]
        rows = [row for row in tables[kind].to_dict("records") if row[key] == row_id]
        counted = sum(row["is_counted"] if kind == "documents" else row["held"] == "held" for row in rows)
        title, on = record["title" if table == "meetings" else "label"], record[day]
        last = record["end_on"] or on
        numbers = {"n_claims": len(told), "lowest": min(told), "highest": max(told), "n_rows": len(rows), "n_counted": counted}
        mark = {"title": title, "year": last.year if last else None, "measure": kind, **numbers, "record_table": table, "record_id": row_id}
        found.append(((on is None, -on.toordinal() if on else 0, title, kind), mark))
    return [mark for _, mark in sorted(found, key=lambda pair: pair[0])]


def coded_rows(tables: Tables, values: Mapping[str, Any]) -> Marks:
    """Rows on which coders differed, with the value that stands in the dataset."""
    found = []
    for (table, row_id, variable), by in coded(tables).items():
        if len(set(by.values())) == 1:
            continue
        key, day = FACTS[table]
        record = tables[table].set_index(key).loc[row_id]
        told = {coder: by.get(coder) for coder in ("first", "blind_1", "blind_2", "blind_3")}
        final = record["outcome" if variable == "outcome" else "theme_id"]
        note = record["outcome_note" if table == "priorities" else "note"]
        own = {"table_name": table, "row_id": row_id, "variable": variable, "what": f"{variable.capitalize()}s of {table}", "title": record["title"]}
        order = (table == "documents", variable, record[day] is None, record[day] or date.min, row_id)
        found.append((order, own | told | {"final": final, "note": note}))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def dictionary(tables: Tables, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Table and column of every column, in the order of the tables."""
    return [(table, column) for table, frame in tables.items() for column in frame.columns]
