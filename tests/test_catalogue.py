"""Every figure of the catalogue: rows with their records behind them, words, and a drawing on every ground."""

import dataclasses
import json

import plotly.graph_objects as go
import pytest

import queries
from charts.catalogue import FIGURES
from charts.figure import Figure, rows_behind
from charts.look import DARK, LIGHT, PRINT
from exports.view import View
from queries import FIELDS, QUERIES, Filters

LOOKS = [LIGHT, DARK, PRINT, dataclasses.replace(LIGHT, narrow=True), dataclasses.replace(DARK, narrow=True)]


@pytest.fixture(params=FIGURES.values(), ids=FIGURES)
def figure(request: pytest.FixtureRequest) -> Figure:
    return request.param


def view(figure: Figure, **chosen: object) -> View:
    return View.of(figure.name, Filters(**chosen))  # type: ignore[arg-type]


def emptied(figure: Figure) -> View:
    """The view with no rows at all."""
    full = dataclasses.replace(view(figure))  # a view of its own: the kept ones are shared
    full.__dict__["frame"] = full.frame.iloc[0:0]
    return full


def test_table_columns_stand_in_the_rows(figure: Figure) -> None:
    frame = view(figure).frame
    assert len(frame)
    assert not [column for column in [*figure.columns, "record_table", "record_ids"] if column not in frame.columns]
    assert list(view(figure).table().columns) == list(figure.columns.values())


def test_every_record_behind_a_row_exists(figure: Figure) -> None:
    for table, ids in rows_behind(view(figure).frame):
        found = queries.run("common/records", {"table": table, "ids": ids})
        assert sorted(found["row_id"]) == sorted(ids)


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
    known = set(FIELDS) | {"year_from", "year_to"}
    assert taken <= known
