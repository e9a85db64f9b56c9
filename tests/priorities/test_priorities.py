"""The page of priorities: exact rows on the tiny dataset, parts that add up on the real one, what its charts draw."""


import json
import re
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

import data
from charts.catalogue import FIGURES
from charts.look import LIGHT
from charts.outcome_scale import OUTCOMES, badge
from charts.words import sentence_case
from exports.view import View
from queries import Filters
from tests import oracle
from tests.shown import asked, drawn, holding, real
from tests.test_pages import fail_words, visit

NAMES = [name for name, figure in FIGURES.items() if figure.page == "priorities"]
TINY = {
    "chairmanships": ["kz-2016", "cn-2017", "kz-2023"],
    "themes": ["security", "economy", "culture"],
    "outcomes": list(OUTCOMES),
    "kinds": ["goal", "document proposal", "institution proposal", "event plan", "partnership", "reform"],
    "year_from": 2001,
    "year_to": 2026,
}


def rows(tiny: data.Database, name: str, **chosen: object) -> list[dict]:
    """The rows of a query on the tiny dataset, everything chosen but for what is given."""
    return asked(tiny, name, TINY | chosen)


def all_priorities() -> pd.DataFrame:
    return data.current().cursor().execute("select * from priorities").df()


def test_tracker_names_what_a_priority_became_and_what_it_continues(tiny: data.Database) -> None:
    found = {row["priority_id"]: row for row in rows(tiny, "priorities/tracker")}
    assert len(found) == 5
    trade = found["kz23-trade"]
    assert trade["became"] == "Trade programme 2025-2030"
    assert trade["continues"] == "Trade programme (Kazakhstan 2016-2017)"
    assert found["kz16-trade"]["continued_by"] == "New trade programme (Kazakhstan 2023-2024)"
    assert found["kz23-security"]["became"] == "Ministers of defence"
    assert found["kz16-university"]["became"] == ""


def test_a_chairmanship_that_said_all_on_its_closing_day_has_shares_and_none_without_that_day(tmp_path: Path) -> None:
    more = {
        "chairmanships": ["kz-2030,KAZ,Kazakhstan 2030,2030-01-01,2030-12-31,Astana,2030-12-31,day,9,,"],
        "priorities": ["kz30-plan,kz-2030,culture,Plan,New.,goal,President,2030-12-31,day,in progress,,,,,,"],
    }
    with closing(oracle.widened(tmp_path, more)) as database:
        for name in ("priorities/chairs", "priorities/outcomes"):
            (row,) = rows(database, name, chairmanships=["kz-2030"], year_to=2030)
            assert (row["n"], row["share"]) == (1, 100.0) and pd.isna(row["share_before_close"])


def test_shares_by_theme_on_the_tiny_dataset(tiny: data.Database) -> None:
    found = [(row["theme"], row["outcome"], row["n"], row["n_all"], row["share"]) for row in rows(tiny, "priorities/outcomes")]
    assert found == [
        ("Security", "realised", 1, 2, 50.0),
        ("Security", "in progress", 1, 2, 50.0),
        ("Economy", "adopted", 2, 2, 100.0),
        ("Culture", "no evidence found", 1, 1, 100.0),
    ]


def test_a_chosen_outcome_keeps_the_whole_in_the_share(tiny: data.Database) -> None:
    (row,) = rows(tiny, "priorities/outcomes", outcomes=["realised"])
    assert (row["n"], row["n_all"], row["share"]) == (1, 2, 50.0)



def test_a_priority_of_two_speakers_counts_for_each(tiny: data.Database) -> None:
    found = {(row["stated_by"], row["outcome"]): row["n"] for row in rows(tiny, "priorities/actors")}
    assert found[("President", "adopted")] == 1
    assert found[("Foreign Minister", "adopted")] == 2
    assert sum(found.values()) == 6


def test_pairs_and_what_vanished(tiny: data.Database) -> None:
    pairs = [(row["earlier_title"], row["later_title"], row["earlier_outcome"], row["later_outcome"]) for row in rows(tiny, "priorities/continuity")]
    assert pairs == [
        ("Strengthen security", "Strengthen security", "in progress", "realised"),
        ("Trade programme", "New trade programme", "adopted", "adopted"),
    ]
    later = {row["title"]: row["later"] for row in rows(tiny, "priorities/survival")}
    assert later == {"Strengthen security": "taken up again", "Trade programme": "taken up again", "University network": "neither fulfilled nor taken up"}


@pytest.mark.slow
@pytest.mark.parametrize("chosen", [{}, {"themes": ("security", "culture")}, {"chairmanships": ("kz-2023",)}, {"kinds": ("goal",)}, {"outcomes": ("adopted",)}])
def test_the_flow_adds_up(chosen: dict) -> None:
    flow = real("priority-flow", **chosen)
    n = len(real("priority-tracker", **chosen))
    first, second = (flow[flow["step"] == step] for step in ("theme to kind", "kind to outcome"))
    assert first["n"].sum() == second["n"].sum() == n
    assert first.groupby("target")["n"].sum().to_dict() == second.groupby("origin")["n"].sum().to_dict()
    view = View.of("priority-flow", Filters(**chosen))
    assert [view.records(view.mark(place)).total for place in range(len(flow))] == flow["n"].tolist()


def test_the_flow_stands_within_its_chart() -> None:
    layout = json.loads(View.of("priority-flow", Filters()).plot(LIGHT).to_json())["layout"]
    boxes = sorted({(shape["x0"], shape["x1"]) for shape in layout["shapes"] if shape["type"] == "rect"})
    assert len(boxes) == 3 and [boxes[0][0], boxes[-1][1]] == layout["xaxis"]["range"], "the columns at the edges end with the chart"


def test_parts_add_up_to_all_priorities() -> None:
    everything = set(all_priorities()["priority_id"])
    shares = real("outcomes-by-theme")
    assert shares["n"].sum() == len(everything) == len(real("priority-tracker"))
    assert shares.groupby("theme")["share"].sum().round(6).eq(100).all()
    assert shares.groupby("theme")["n"].sum().to_dict() == shares.groupby("theme")["n_all"].first().to_dict()
    assert set(pd.concat(View.of("priorities-by-actor", Filters()).links())["record_id"]) == everything


def test_every_priority_has_one_fate() -> None:
    priorities = all_priorities()
    continued = set(priorities["continues_priority_id"].dropna())
    survival = real("priority-survival")
    assert survival["record_id"].is_unique
    assert set(survival[survival["later"] == "taken up again"]["record_id"]) == continued
    assert len(real("priority-continuity")) == priorities["continues_priority_id"].notna().sum()


def test_shares_are_drawn_as_they_are_counted() -> None:
    frame = real("outcomes-by-theme")
    found = {row: x for trace in drawn("outcomes-by-theme")["data"] for row, x in zip(trace["customdata"], trace["x"], strict=True)}
    assert found == pytest.approx(frame["share"].to_dict())



def test_bands_are_as_thick_as_their_priorities() -> None:
    flow = real("priority-flow")
    layout = drawn("priority-flow")["layout"]
    bands = [shape for shape in layout["shapes"] if shape["type"] == "path"]
    nodes = [shape for shape in layout["shapes"] if shape["type"] == "rect"]
    assert len(bands) == len(flow)
    columns = {x: sum(node["y1"] - node["y0"] for node in nodes if node["x0"] == x) for x in {node["x0"] for node in nodes}}
    assert len(columns) == 3
    assert max(columns.values()) == pytest.approx(min(columns.values()))


def test_findings_come_from_the_rows() -> None:
    shares = real("outcomes-by-theme")
    done = shares[shares["outcome"].isin(["adopted", "realised"])]["n"].sum()
    assert View.of("outcomes-by-theme", Filters()).title.startswith(f"{done} of {shares['n'].sum()} priorities")
    assert View.of("outcomes-by-theme", Filters(outcomes=("adopted",))).title == FIGURES["outcomes-by-theme"].measure



@pytest.mark.parametrize(("numbers", "told"), [((5, 3), True), ((5, 5), False), ((5,), False), ((5, 3, 3), True)], ids=["two", "two alike", "one", "three"])
def test_who_stated_most_is_told_where_one_did(numbers: tuple[int, ...], told: bool) -> None:
    row = real("priorities-by-actor").head(1)
    frame = pd.concat([row.assign(place=place, n=n, n_all=n, n_actors=1, stated_by=f"Actor {place}") for place, n in enumerate(numbers)])
    assert bool(FIGURES["priorities-by-actor"].finding(frame)) == told  # type: ignore[misc]


def test_page_shows_its_figures_and_the_tracker() -> None:
    at = visit("priorities")
    assert not fail_words(at)
    assert len(at.get("plotly_chart")) == len(NAMES) - 1, "the list comes as a list"
    assert at.header[0].value == "What came of them" and [folded for folded in at.expander if folded.label.startswith("Evidence for")]


def test_page_without_rows_says_so() -> None:
    at = visit("priorities")
    at.session_state["years"] = (1997, 1998)
    at.run()
    assert not fail_words(at)
    assert sum(button.label == "Reset the filters" for button in at.button) == len(NAMES)
    assert any("No priorities" in caption.value for caption in at.caption)


def test_page_obeys_filters_of_a_link() -> None:
    at = visit("priorities", outcomes="Adopted", kinds="Document proposal", chairmanships="Kazakhstan 2016-2017", themes="Rubbish")
    assert not fail_words(at)
    chosen = real("priority-tracker", outcomes=("adopted",), kinds=("document proposal",), chairmanships=("kz-2016",))
    total = len(all_priorities())
    assert any(f"{len(chosen)} of {total} priorities" in caption.value.replace("\\", "").replace("\u00a0", " ") for caption in at.caption)


def test_both_lines_of_a_chairmanship_end_at_one_edge() -> None:
    names = drawn("outcomes-by-chairmanship")["layout"]["yaxis"]["ticktext"]
    assert names and all(len({len(line) - len(line.rstrip()) for line in name.split("<br>")}) == 1 for name in names)


def test_parts_of_three_priorities_and_more_are_numbered_by_who_stated_them() -> None:
    shown = View.of("priorities-by-actor", Filters())
    told = {row: text for trace in json.loads(shown.plot(LIGHT).to_json())["data"] for row, text in zip(trace["customdata"], trace["text"], strict=True)}
    numbered = shown.frame[shown.frame["n"] >= 3]
    assert (numbered["n"] == 3).any() and [told[row] for row in numbered.index] == [str(n) for n in numbered["n"]]


def test_bands_go_from_one_column_to_the_next() -> None:
    shapes = json.loads(View.of("priority-flow", Filters()).plot(LIGHT).to_json())["layout"]["shapes"]
    columns = sorted({(shape["x0"], shape["x1"]) for shape in shapes if shape["type"] == "rect"})
    assert sum(columns[1]) / 2 == pytest.approx(0.5), "kinds stand in the middle"
    ends = {tuple(map(float, re.findall(r"M (\S+) .* L (\S+)", shape["path"])[0])) for shape in shapes if shape["type"] == "path"}
    assert sorted(ends) == [pytest.approx((left[1], right[0]), abs=1e-4) for left, right in pairwise(columns)]


def test_the_flow_says_how_many_of_all_are_of_the_most_frequent_kind() -> None:
    kinds = all_priorities()["kind"].value_counts()
    assert View.of("priority-flow", Filters()).title.startswith(f"{kinds.iloc[0]} of {kinds.sum()} priorities ")


def test_themes_of_the_flow_have_their_own_colours() -> None:
    frame = real("priority-flow")
    first = frame[frame["step"] == "theme to kind"].drop_duplicates("origin").sort_values("origin_place")
    shapes = drawn("priority-flow")["layout"]["shapes"]
    left = sorted((shape for shape in shapes if shape["type"] == "rect" and shape["x0"] == 0), key=lambda shape: shape["y0"])
    assert [shape["fillcolor"] for shape in left] == [LIGHT.theme(int(place) - 1) for place in first["origin_place"]]


def test_nobody_is_told_to_have_stated_most_where_two_share_the_first_place() -> None:
    view = View.of("priorities-by-actor", Filters())
    first, second, *_ = view.frame["place"].unique()
    assert "is named with" in view.title
    shared = view.frame.assign(n_all=view.frame["n_all"].mask(view.frame["place"] == second, view.frame.loc[view.frame["place"] == first, "n_all"].iloc[0]))
    assert holding(view, shared).title == view.figure.measure


def test_bands_of_the_flow_say_from_where_to_where_they_go() -> None:
    frame = real("priority-flow")
    (hits,) = drawn("priority-flow")["data"]
    for row, text in zip(hits["customdata"], hits["hovertext"], strict=True):
        target = frame["target"][row]
        assert f"{sentence_case(frame['origin'][row])} → {badge(target) if target in OUTCOMES else sentence_case(target)}" in text
