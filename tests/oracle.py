"""Answers worked out a second time, in pandas and straight from the tables, and the queries held against them.

An expected mark is a dict of its columns with one entry more: `BEHIND`, the records behind it, each with the day that puts it in order.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd

import data
import queries
from queries import FIELDS, Filters, Vocabulary

BEHIND = "records behind the mark"
WORDS = ("security", "trade programme", "plan", "summit", "agreement cooperation", "Astana", "zzqx", "2017")
Record = tuple[str, str]


@contextmanager
def serving(database: data.Database) -> Iterator[Vocabulary]:
    """The dataset that all queries ask while this lasts, and what may be chosen in it."""
    with patch.object(data, "current", lambda: database):
        yield queries.vocabulary()


def tables(database: data.Database, names: Iterable[str] = data.TABLES) -> dict[str, pd.DataFrame]:
    """The tables as they stand in the files: coded values as text, empty cells as None, days as dates."""
    with database.cursor() as cursor:
        found = {}
        for name in names:
            rows = cursor.execute(f"select * from {name}")
            found[name] = pd.DataFrame(rows.fetchall(), columns=[column[0] for column in rows.description], dtype=object)
    return found


def widened(folder: Path, more: Mapping[str, Iterable[str]]) -> data.Database:
    """The tiny dataset with further lines by table, made in `folder`; facts among them rest on one of its sources."""
    facts = {"chairmanships", "meetings", "documents", "priorities", "events", "membership_steps", "reported_figures"}
    more = {table: list(lines) for table, lines in more.items()}
    more["chairmanships"] = [_with_depth(line, more.get("priorities", [])) for line in more.get("chairmanships", [])]
    found = [
        f"{table},{line.partition(',')[0]},statement,news-2017,para {place}," for table in more if table in facts for place, line in enumerate(more[table])
    ]
    for path in (Path(__file__).parent / "tiny").iterdir():
        lines = [*more.get(path.stem, []), *(found if path.stem == "evidence" else [])]
        (folder / path.name).write_text(path.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return data.connect(folder)


def _with_depth(line: str, priorities: list[str]) -> str:
    """The line of a term with how its list was gathered, where it has priorities; the two cells stand before its note."""
    *cells, note = line.split(",")
    is_coded = any(priority.split(",")[1] == cells[0] for priority in priorities)
    return ",".join([*cells, *(("partial", "Some pages were read.") if is_coded else ("", "")), note])


def generated(vocabulary: Vocabulary, seed: str, n: int) -> list[Filters]:
    """`n` sets of filters, the first with nothing chosen; the same for the same seed."""
    made, luck = [Filters()], random.Random(seed)
    while len(made) < n:
        made.append(Filters(**{name: _picked(vocabulary, name, luck) for name in FIELDS if luck.random() < 0.5}))
    return made


def _picked(vocabulary: Vocabulary, name: str, luck: random.Random) -> Any:
    match FIELDS[name].kind:
        case "many":
            values = list(vocabulary.choices[name])
            some = set(luck.sample(values, min(len(values), luck.choice([1, 1, 2, 3, max(1, len(values) // 2), max(1, len(values) - 1)]))))
            return tuple(value for value in values if value in some)
        case "one":
            return luck.choice(list(vocabulary.choices[name]))
        case "years":
            return tuple(sorted(luck.randint(*vocabulary.years) for _ in "ab"))
        case "day":
            low, high = vocabulary.days
            return low + timedelta(days=luck.randint(0, (high - low).days))
        case _:
            return luck.choice(WORDS)


def different(name: str, sets: Iterable[Filters], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """The values of sets of filters, those alone that differ for a query."""
    bound, every = queries.QUERIES[name].parameters, [one.parameters(vocabulary) for one in sets]
    return list({str({key: values.get(key) for key in sorted(bound)}): values for values in every}.values())


def hold(name: str, parameters: Mapping[str, Any], expected: Iterable[Mapping[str, Any]]) -> None:
    """The marks of a query, their order, the records behind each and behind all, and how many there are, against what is expected."""
    wanted = list(expected)
    frame = queries.run(name, parameters)
    assert len(frame) == len(wanted), (name, parameters, len(frame), len(wanted))
    if wanted:
        assert set(frame.columns) == set(wanted[0]) - {BEHIND}, name
    for place, (row, mark) in enumerate(zip(frame.to_dict("records"), wanted, strict=True)):
        differing = {column: (row[column], mark[column]) for column in row if not same(row[column], mark[column])}
        assert not differing, (name, parameters, place, differing)
    if queries.QUERIES[name].has_behind:
        _hold_records(name, parameters, frame, wanted)


def same(one: Any, other: Any) -> bool:
    """Whether two cells say the same: nothing is nothing, days are days, and numbers are equal but for the last bits."""
    one, other = (None if pd.isna(value) else pd.Timestamp(value) if isinstance(value, date) else value for value in (one, other))
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and abs(one - other) < 1e-9 * max(1, abs(one))
    return one == other


def _hold_records(name: str, parameters: Mapping[str, Any], frame: pd.DataFrame, wanted: list[Mapping[str, Any]]) -> None:
    keys = queries.keys(name, parameters)
    assert not frame[list(keys)].isna().any().any(), (name, "a key is empty")
    assert not frame.duplicated(list(keys)).any(), (name, "two marks of one key")
    links = [row for part in queries.links(name, parameters) for row in part.to_dict("records")]
    told: dict[tuple[Any, ...], list[Record]] = {}
    for row in links:
        told.setdefault(tuple(row[key] for key in keys), []).append((row["record_table"], row["record_id"]))
    days: dict[Record, date | None] = {}
    for row, mark in zip(frame.to_dict("records"), wanted, strict=True):
        found = told.pop(tuple(row[key] for key in keys), [])
        assert sorted(found) == sorted(mark[BEHIND]), (name, parameters, row)
        for record, day in mark[BEHIND].items():
            days[record] = min((known for known in (days.get(record), day) if known is not None), default=None)
    assert not told, (name, parameters, "records of marks that are not there")
    order = sorted(days, key=lambda record: (record[0], days[record] is None, days[record] or date.min, record[1]))
    page = queries.behind(name, parameters, rows=len(order) + 1)
    assert list(zip(page.rows["record_table"], page.rows["record_id"], strict=True)) == order, (name, parameters)
    assert page.total == len(order) and queries.count(name, parameters) == queries.Counted(len(order), len(wanted)), (name, parameters)


def hold_order(name: str, parameters: Mapping[str, Any], expected: Iterable[Mapping[str, Any]]) -> None:
    """The records of single marks in the order of their days: of the first mark with several, and of the one with most."""
    several = [mark for mark in expected if len(mark.get(BEHIND, ())) > 1]
    for mark in [*several[:1], *sorted(several, key=lambda mark: -len(mark[BEHIND]))[:1]]:
        order = sorted(mark[BEHIND], key=lambda record: (record[0], (mark[BEHIND][record] or date.max), record[1]))
        page = queries.behind(name, parameters, mark, rows=len(order))
        assert list(zip(page.rows["record_table"], page.rows["record_id"], strict=True)) == order, (name, parameters, mark)
