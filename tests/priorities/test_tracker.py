"""The list of priorities: every promise in words, several open at once, all of them sorted and searched, some a page."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

import queries
from charts.form import SLIDE
from charts.look import LIGHT
from charts.outcome_scale import badge
from charts.priorities.tracker import MOST, MOST_LARGE
from exports.view import View
from queries import Filters
from tests.shown import drawn, real
from tests.test_pages import fail_words, visit
from ui.priorities import tracker
from ui.text import plain

pytestmark = pytest.mark.broad


def titles(at: AppTest) -> list[str]:
    """The priorities of the list on the page, as their folds name them."""
    return [fold.label.removeprefix("Evidence for: ") for fold in at.expander if fold.label.startswith("Evidence for: ")]


def opened(at: AppTest, *names: str) -> AppTest:
    """The page with the priorities of these ids open."""
    for name in names:
        at.session_state[f"priority-{name}"] = True
    return at.run()


def test_every_promise_is_told_in_words_with_its_outcome() -> None:
    at = visit("priorities")
    assert not fail_words(at)
    told = [block.value for block in at.markdown]
    frame = real("priority-tracker").set_index("priority_id")
    page = queries.page("priorities/tracker", View.of("priority-tracker", Filters()).parameters, queries.Order("theme_place"), rows=tracker.A_PAGE).rows
    assert titles(at) == [plain(title) for title in page["title"]] and len(page) == tracker.A_PAGE
    for row in page.itertuples():
        assert f"**{plain(row.title)}** · {plain(badge(row.outcome))}  \n{plain(frame.loc[row.priority_id, 'words'])}" in told


def test_several_priorities_are_open_at_once() -> None:
    page = queries.page("priorities/tracker", View.of("priority-tracker", Filters()).parameters, queries.Order("theme_place"), rows=tracker.A_PAGE).rows
    at = visit("priorities")
    closed = len(at.markdown)
    ids = page["priority_id"].tolist()[:3]
    opened(at, ids[0], ids[2])
    assert not fail_words(at)
    assert sum(block.value.startswith("**Stated** ") for block in at.markdown) == 2 and len(at.markdown) > closed
    evidence = queries.run("common/record_sources", {"table": "priorities", "ids": (ids[0], ids[2])})
    told = " ".join(block.value for block in at.markdown)
    assert all(plain(locator) in told for locator in evidence["locator"])


def test_all_priorities_are_sorted_and_searched() -> None:
    frame = real("priority-tracker")
    at = visit("priorities")
    at.selectbox(key="sort-tracker").select("title").run()
    at.segmented_control(key="order-tracker").set_value([True]).run()
    assert titles(at) == [plain(title) for title in frame["title"].sort_values(ascending=False, key=lambda column: column.map(lambda title: title.encode())).head(10)]
    wanted = frame.iloc[-1]
    at.text_input(key="search-tracker").set_value(wanted["words"].upper()).run()
    assert plain(wanted["title"]) in titles(at)
    at.text_input(key="search-tracker").set_value("zzqx").run()
    assert any("None of the priorities holds these words" in caption.value for caption in at.caption) and not titles(at)


def test_the_list_says_how_many_there_are() -> None:
    total = len(real("priority-tracker"))
    assert any(f"1 to 10 of {total}" in caption.value for caption in visit("priorities").caption)


@pytest.mark.parametrize(("look", "most"), [(LIGHT, MOST), (LIGHT.shaped(SLIDE), MOST_LARGE["slide"]), (replace(LIGHT, narrow=True), MOST)])
def test_a_picture_draws_the_first_and_says_so(look, most: int) -> None:
    figure = drawn("priority-tracker", look)
    marks = [row for trace in figure["data"] for row in trace["customdata"]]
    assert sorted(marks) == list(range(most))
    assert any(f"the first {most} of {len(real('priority-tracker'))} priorities" in note["text"] for note in figure["layout"]["annotations"])
    few = drawn("priority-tracker", look, themes=("energy",), chairmanships=("kz-2023",))
    assert not any("Drawn are" in note["text"] for note in few["layout"]["annotations"])
