"""Every figure of the catalogue: rows with their records behind them, words, and a drawing on every ground."""

import dataclasses
import json

import pandas as pd
import plotly.graph_objects as go
import pytest

import data
import queries
from charts.catalogue import FIGURES
from charts.figure import Figure
from charts.look import DARK, LIGHT, PRINT
from exports.view import View
from queries import FIELDS, QUERIES, Filters
from queries.words import slots
from tests.shown import holding

pytestmark = pytest.mark.broad

LOOKS = [LIGHT, DARK, PRINT, dataclasses.replace(LIGHT, narrow=True), dataclasses.replace(DARK, narrow=True)]


@pytest.fixture(params=FIGURES.values(), ids=FIGURES)
def figure(request: pytest.FixtureRequest) -> Figure:
    return request.param


def view(figure: Figure, **chosen: object) -> View:
    return View.of(figure.name, Filters(**chosen))  # type: ignore[arg-type]


def emptied(figure: Figure) -> View:
    """The view with no rows at all."""
    return holding(view(figure), view(figure).frame.iloc[0:0])


def test_table_columns_stand_in_the_rows(figure: Figure) -> None:
    frame = view(figure).frame
    assert len(frame)
    assert not [column for column in figure.columns if column not in frame.columns]
    assert "record_ids" not in frame.columns, "ids travel when somebody asks for them"
    assert list(view(figure).table().columns) == list(figure.columns.values())


def test_keys_tell_the_marks_apart(figure: Figure) -> None:
    shown = view(figure)
    assert shown.keys, "records stand behind every figure"
    assert not shown.frame[list(shown.keys)].isna().any().any()
    assert not shown.frame.duplicated(list(shown.keys)).any()
    assert len(set(shown.ids())) == len(shown.frame)


def test_every_record_behind_a_row_exists(figure: Figure) -> None:
    linked = pd.concat(view(figure).links())
    for table, found in linked.groupby("record_table"):
        ids = sorted(set(found["record_id"]))
        assert sorted(queries.run("common/records", {"table": table, "ids": ids})["row_id"]) == ids


def test_records_of_the_marks_are_those_of_the_view(figure: Figure) -> None:
    shown = view(figure)
    linked = pd.concat(shown.links())
    every = set(zip(linked["record_table"], linked["record_id"], strict=True))
    assert shown.n == shown.records().total == len(every) > 0
    for row in {0, len(shown.frame) // 2, len(shown.frame) - 1}:
        mark = shown.mark(row)
        own = linked[(linked[list(shown.keys)] == pd.Series(mark)).all(axis=1)]
        found = shown.records(mark)
        assert found.total == len(own)
        assert set(zip(found.rows["record_table"], found.rows["record_id"], strict=True)) <= set(zip(own["record_table"], own["record_id"], strict=True))
        assert not found.rows.duplicated().any()


def test_records_come_a_page_at_a_time(figure: Figure) -> None:
    shown = view(figure)
    asked = (shown.figure.query, shown.parameters)
    pages = [queries.behind(*asked, page=page, rows=40) for page in (1, 2)]
    assert [len(page.rows) for page in pages] == [min(40, shown.n), max(0, min(40, shown.n - 40))]
    assert not pd.concat([page.rows for page in pages]).duplicated().any()


def test_sources_are_those_of_the_records(figure: Figure) -> None:
    shown = view(figure)
    linked = pd.concat(shown.links())[["record_table", "record_id"]].drop_duplicates()
    with data.current().cursor() as cursor:
        evidence = cursor.table("evidence").df()[["table_name", "row_id", "source_id"]].astype(str)
        shares = cursor.table("world_shares").df()
    shares = pd.DataFrame({"table_name": "world_shares", "row_id": shares["indicator"] + "-" + shares["year"].astype(str), "source_id": shares["source_id"]})
    places = pd.concat([evidence, shares]).merge(linked, left_on=["table_name", "row_id"], right_on=["record_table", "record_id"])
    wanted = places.drop_duplicates(["table_name", "row_id", "source_id"])["source_id"].value_counts()
    found = queries.sources(shown.figure.query, shown.parameters, rows=10_000)
    assert found.rows.set_index("source_id")["n_records"].to_dict() == wanted.to_dict()
    assert found.total == len(wanted) and found.rows["n_records"].is_monotonic_decreasing


def test_words_come_from_the_rows(figure: Figure) -> None:
    shown = view(figure)
    assert shown.title and len(shown.title) < 140
    assert len(shown.alt) > 20 and "nan" not in shown.alt.lower().split()
    assert figure.method.endswith(".") and len(figure.method) > 40
    assert figure.noun in shown.sentence or "1 " in shown.sentence


@pytest.mark.parametrize("look", LOOKS, ids=[f"{look.name}{'-narrow' if look.narrow else ''}" for look in LOOKS])
def test_draws_on_every_ground_without_touching_its_rows(figure: Figure, look) -> None:
    shown = view(figure)
    before = shown.frame.to_json(date_format="iso")
    drawn = json.loads(shown.plot(look).to_json())
    go.Figure(drawn)  # raises where Plotly knows no such property
    assert shown.frame.to_json(date_format="iso") == before
    assert drawn["layout"]["paper_bgcolor"] if "paper_bgcolor" in drawn["layout"] else drawn["layout"]["template"]["layout"]["paper_bgcolor"] == look.paper
    assert drawn["layout"]["height"] >= 120
    marks = [point for trace in drawn["data"] for point in trace.get("customdata") or []]
    rows = [point[0] if isinstance(point, list) else point for point in marks if point is not None]
    assert all(0 <= row < len(shown.frame) for row in rows)
    assert not figure.clickable or rows, "marks of a clickable figure name their row"


def test_a_chart_is_kept_for_each_size_of_letters() -> None:
    shown = View.of("documents-by-year", Filters())
    larger = dataclasses.replace(LIGHT, scale=2.0)
    assert shown.plot(LIGHT) is shown.plot(LIGHT)
    assert shown.plot(larger).to_dict()["layout"]["height"] == 2 * shown.plot(LIGHT).to_dict()["layout"]["height"]


def test_says_so_when_there_is_nothing_to_draw(figure: Figure) -> None:
    shown = emptied(figure)
    drawn = json.loads(shown.plot(LIGHT).to_json())
    assert drawn["layout"]["height"] == figure.height
    assert figure.empty in json.dumps(drawn["layout"]["annotations"])
    assert shown.title == figure.measure
    assert figure.empty in shown.alt


def test_names_only_filters_its_query_uses(figure: Figure) -> None:
    shown = view(figure, themes=("security",), chairmanships=("kz-2016",), years=(2015, 2019))
    parameters = QUERIES[figure.query].parameters
    assert ("Security" in shown.sentence) == ("themes" in parameters)
    assert ("2015–2019" in shown.sentence) == ("year_from" in parameters)
    assert shown.n <= shown.n_all


def test_file_names_say_what_and_when(figure: Figure) -> None:
    name = view(figure, themes=("security",)).file_name("csv")
    assert name.startswith(figure.name) and name.endswith(f"_r{view(figure).release}.csv")
    assert ("_security_" in name) == ("themes" in QUERIES[figure.query].parameters)


def test_figures_use_known_queries_and_filters() -> None:
    for figure in FIGURES.values():
        assert figure.query in QUERIES
        assert figure.backdrop is None or figure.backdrop in QUERIES
    taken = set().union(*(QUERIES[f.query].parameters for f in FIGURES.values()))
    known = set(FIELDS) | {"year_from", "year_to"} | slots("").keys()
    assert taken <= known


def test_what_the_dataset_adds_to_a_method_stands_in_it() -> None:
    added = data.about().methods
    assert set(added) <= set(FIGURES)
    assert View.of("country-year", Filters()).method.endswith(" ".join(added["country-year"]))
    assert View.of("timeline", Filters()).method == FIGURES["timeline"].method


@pytest.mark.parametrize("name", ["facts-by-source-kind", "compared-growth", "reported-documents"])
def test_thousands_along_an_axis_stand_apart_as_in_words(name: str) -> None:
    layout = View.of(name, Filters()).plot(LIGHT).to_dict()["layout"]
    numbers = [axis for axis in layout if axis.startswith(("xaxis", "yaxis")) and layout[axis].get("separatethousands")]
    assert numbers and layout["template"]["layout"]["separators"] == ".\u202f"
