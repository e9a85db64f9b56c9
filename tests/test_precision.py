"""A date known to the month is nowhere told as a day: every figure, drawn, described and written, on the dataset with all its days taken away."""

import csv
import dataclasses
import json
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

import data
from charts.catalogue import FIGURES
from charts.look import LIGHT
from charts.words import precision_beside
from exports import table_text
from exports.native.reading import editable
from exports.show.captions import filled
from exports.view import View
from queries import Filters
from tests.conftest import ROOT
from tests.oracle import serving

pytestmark = pytest.mark.broad

# Table -> the dates that lose their day, with the column that says so.
DATES = {
    "meetings": {"start_on": "date_precision", "end_on": "date_precision"},
    "documents": {"adopted_on": "date_precision"},
    "priorities": {"stated_on": "date_precision", "outcome_on": "outcome_precision"},
    "events": {"start_on": "date_precision", "end_on": "date_precision"},
    "membership_steps": {"on_date": "date_precision"},
    "reported_figures": {"as_of": "date_precision"},
}
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
DAY = re.compile(rf"\b1 (?:{MONTHS})[a-z]* \d{{4}}|\b\d{{4}}-\d\d-01\b")
TOLD = {"hovertext", "text", "ticktext", "label", "name", "title"}
# What the sources or we call a row is no date of it.
NAMES = {"title", "note", "predecessor", "chain", "explanation", "why", "source", "document_id", "chain_id", "predecessor_id", "record_id", "only_id"}


@pytest.fixture(scope="module")
def vague(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The real dataset, known to the month alone where it was known to the day. Chairmanships keep their days."""
    folder = tmp_path_factory.mktemp("vague")
    for path in (ROOT / "data").iterdir():
        if path.suffix in (".csv", ".toml"):
            shutil.copy(path, folder)
    for table, dates in DATES.items():
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in [column for column, known in dates.items() if row[known] in ("day", "month") and row[column]]:
                row[column] = row[column][:8] + "01"
            row.update({known: "month" for known in dates.values() if row[known] == "day"})
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    database = data.connect(folder)
    with serving(database):
        yield database
    database.close()


@pytest.fixture(scope="module")
def known_days(vague: data.Database) -> set[str]:
    """Days that are known, as texts: those of terms, and the first of the years that a page can show."""
    days = pd.read_csv(vague.folder / "chairmanships.csv")[["start_on", "end_on", "summit_on"]].stack().dropna().unique().tolist()
    stamps = [pd.Timestamp(day) for day in (*days, "1996-01-01")]
    return {text for stamp in stamps for text in (f"{stamp:%Y-%m-%d}", f"{stamp.day} {stamp:%B %Y}", f"{stamp.day} {stamp:%b %Y}")}


def told(drawn: Any) -> Iterator[str]:
    """Every text of a drawn figure that a reader sees."""
    for key, value in drawn.items() if isinstance(drawn, dict) else enumerate(drawn):
        if key in TOLD:
            yield json.dumps(value, ensure_ascii=False)
        elif isinstance(value, dict | list):
            yield from told(value)


def texts(view: View) -> Iterator[str]:
    """What is said of a view beside its files: title, description, chart at both widths, table for readers without the names of rows."""
    yield from (view.title, view.alt, view.above)
    for look in (LIGHT, dataclasses.replace(LIGHT, narrow=True)):
        yield from told(json.loads(view.plot(look).to_json()))
    _, rows = table_text.cells(view)
    kept = [place for place, column in enumerate(view.figure.columns) if column not in NAMES]
    yield from (row[place] for row in rows for place in kept)


@pytest.mark.parametrize("name", FIGURES)
def test_no_month_is_told_as_a_day(name: str, known_days: set[str]) -> None:
    view = View.of(name, Filters())
    assert not {day for text in texts(view) for day in DAY.findall(text)} - known_days


@pytest.mark.parametrize("name", FIGURES)
def test_beside_each_date_of_rows_and_files_stands_how_far_it_is_known(name: str, known_days: set[str]) -> None:
    view = View.of(name, Filters())
    for column in view.frame.columns.difference(list(NAMES)):
        if not precision_beside(str(column), view.frame.columns):
            values = view.frame[column].dropna().astype(str).unique()
            assert not {day for value in values for day in DAY.findall(value)} - known_days, column
    headings = list(view.figure.columns)
    for place, column in enumerate(headings):
        if pd.api.types.is_datetime64_any_dtype(view.frame[column]) and (beside := precision_beside(column, view.frame.columns)):
            assert beside in headings[place + 1 : place + 3], f"{beside} stands beside {column} in the table"
    linked = next(view.links())
    place = list(linked.columns).index("record_on")
    assert linked.columns[place + 1] == "record_precision"
    dated = linked[linked["record_on"].notna()]
    assert dated["record_precision"].isin(["day", "month", "year"]).all()


def test_no_editable_chart_puts_a_month_on_a_day(vague: data.Database) -> None:
    assert View.of("membership-growth", Filters()).frame["date_precision"].isin(["month", "year"]).any()
    assert editable(View.of("membership-growth", Filters())) is None


def test_a_caption_names_a_date_as_far_as_it_is_known() -> None:
    rows = pd.DataFrame({"on_date": pd.to_datetime(["2017-06-01", "2017-01-01", "2017-06-09"]), "date_precision": ["month", "year", "day"], "iso3": ["A", "B", "C"]})
    assert [filled(f"{{on_date where iso3={state}}}", rows) for state in "ABC"] == ["June 2017", "2017", "9 June 2017"]
    assert filled("{least on_date}", rows) == "2017"
