"""The questions of the search worked out in Python, from the tables and the words alone."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from queries.words import fold

# Kind, table, key, day, how precisely it is known, and the column of each field under its name; what is put together is a record's title.
SEARCHED = (
    ("priorities", "priorities", "priority_id", "stated_on", "date_precision", {"Title": "title", "Description": "description", "Stated by": "actor", "Outcome": "outcome_note"}),
    ("documents", "documents", "document_id", "adopted_on", "date_precision", {"Title": "title", "Adopted by": "body", "Place": "place", "Note": "note"}),
    ("events", "events", "event_id", "start_on", "date_precision", {"Title": "title", "Kind": "kind", "Place": "place", "Note": "note"}),
    ("meetings", "meetings", "meeting_id", "start_on", "date_precision", {"Title": "title", "Body": "body", "Place": "place", "Note": "note"}),
    ("chairmanships", "chairmanships", "chairmanship_id", "start_on", None, {"Title": "label", "Summit in": "summit_city", "Motto": "motto", "Note": "note"}),
    ("states", "countries", "iso3", None, None, {"Name": "name"}),
    ("states", "membership_steps", "step_id", "on_date", "date_precision", {"Title": "put together", "Note": "note"}),
    ("figures", "reported_figures", "figure_id", "as_of", "date_precision", {"Title": "put together", "Measure": "measure", "Note": "note"}),
    ("bodies", "bodies", "body_id", None, None, {"Name": "label"}),
    ("bodies", "themes", "theme_id", None, None, {"Name": "label", "Definition": "definition"}),
    ("conflicts", "conflicts", "conflict_id", None, None, {"Subject": "subject", "First claim": "claim_a", "Second claim": "claim_b", "Reason": "reason"}),
    ("gaps", "gaps", "gap_id", None, None, {"Description": "description"}),
    ("sources", "sources", "source_id", "published_on", "published_precision", {"Title": "title", "Publisher": "publisher", "Author": "author"}),
)
APART = "\x1f"
Row = dict[str, Any]


@dataclass(frozen=True)
class Searched:
    """One record as it is searched."""

    kind: str
    table: str
    row_id: str
    day: date | None
    precision: str | None
    fields: tuple[str, ...]
    texts: tuple[str, ...]

    @cached_property
    def folded(self) -> str:
        """All its texts, in the form in which they are searched."""
        return fold(APART.join(self.texts))


@dataclass(frozen=True)
class Known:
    """The tables of a dataset, and its records as they are searched; `made_up` has titles and days of what is put together, by table and id."""

    tables: Mapping[str, pd.DataFrame]
    made_up: Mapping[tuple[str, str], tuple[str, date | None, str | None]]

    @cached_property
    def records(self) -> list[Searched]:
        """Every record that can be searched."""
        shares = [Searched("shares", table, row_id, day, precision, ("Title",), (title,)) for (table, row_id), (title, day, precision) in self.made_up.items() if table == "world_shares"]
        return [*shares, *self._of_tables()]

    def _of_tables(self) -> Iterator[Searched]:
        bodies = {row["body_id"]: row["label"] for row in self.tables["bodies"].to_dict("records")}
        for kind, table, key, day, precision, fields in SEARCHED:
            for row in self.tables[table].to_dict("records"):
                cells = row | {"body": bodies.get(row.get("body_id")), "put together": self.made_up.get((table, row[key]), ("",))[0]}
                known = cells[precision] if precision else "day" if day and cells[day] else None
                yield Searched(kind, table, row[key], cells[day] if day else None, known, tuple(fields), tuple(cells[column] or "" for column in fields.values()))

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the records."""
        return Counter(word for record in self.records for word in re.findall(r"[^\W_]+", record.folded))


def kinds(known: Known, values: Mapping[str, Any]) -> list[Row]:
    """How many records there are of each kind."""
    return [{"kind": kind, "n": n} for kind, n in sorted(Counter(record.kind for record in known.records).items())]


def fields(known: Known, values: Mapping[str, Any]) -> list[Row]:
    """What the wanted records say, by name of field, and when."""
    wanted = sorted((record for record in known.records if f"{record.table} {record.row_id}" in values["keys"]), key=lambda record: (record.table, record.row_id))
    return [
        {
            "table_name": record.table,
            "row_id": record.row_id,
            "on_date": record.day,
            "date_precision": record.precision,
            "fields": ", ".join(record.fields),
            "texts": APART.join(record.texts),
        }
        for record in wanted
    ]


def found(known: Known, values: Mapping[str, Any]) -> list[Row]:
    """A page of each kind of the records that match all patterns: those with more of them in the title first, then the words as typed, then the newest."""
    patterns = [values[f"q_{place}"] for place in range(1, 9) if values[f"q_{place}"]]
    held = [record for record in known.records if record.kind in values["kinds"] and all(_matches(pattern, record.folded) for pattern in patterns)]
    shown: list[Row] = []
    for kind in sorted({record.kind for record in held}):
        own = [record for record in held if record.kind == kind]
        own.sort(key=lambda record: (record.table, record.row_id))
        own.sort(key=lambda record: record.day or date.min, reverse=True)
        own.sort(key=lambda record: _weight(record, patterns, values), reverse=True)
        rows = [{"kind": kind, "place": place, "total": len(own), "table_name": record.table, "row_id": record.row_id} for place, record in enumerate(own, 1)]
        shown += rows[values["page_start"] : values["page_start"] + values["page_rows"]]
    return shown


def _weight(record: Searched, patterns: list[str], values: Mapping[str, Any]) -> tuple[int, int]:
    title = record.folded.split(APART)[0]
    phrase = values["q_phrase"]
    typed = 3 if title == values["q_typed"] else 2 if _matches(phrase, title) else 1 if _matches(phrase, record.folded) else 0
    return sum(_matches(pattern, title) for pattern in patterns), typed


def _matches(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.ASCII) is not None


def words(known: Known, values: Mapping[str, Any]) -> list[Row]:
    """The words that begin with one of some openings."""
    return [{"word": word} for word in sorted(known.words) if word.startswith(tuple(values["openings"]))]


def near_words(known: Known, values: Mapping[str, Any]) -> list[Row]:
    """At most 50 words within some changes of letters of a word, the nearest first, of these the most frequent."""
    most, word = values["most"], values["word"]
    near = [(_changes(each, word), -n, each) for each, n in known.words.items() if each != word and abs(len(each) - values["letters"]) <= most]
    return [{"word": each, "n": -n, "distance": changes} for changes, n, each in sorted(near)[:50] if changes <= most]


def _changes(one: str, other: str) -> int:
    """How many letters are to be put in, left out or replaced to make one word of another (Levenshtein)."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for place, each in enumerate(other, 1):
            now.append(min(before[place] + 1, now[-1] + 1, before[place - 1] + (letter != each)))
        before = now
    return before[-1]
