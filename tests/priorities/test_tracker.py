"""The tracker: days that sort as days, a chosen row that is kept by its record, page by page where there are many."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from exports.view import View
from queries import Filters
from tests.shown import real
from tests.test_pages import fail_words, visit
from ui.priorities import tracker


def shown(at: AppTest) -> pd.DataFrame:
    """The rows of the tracker on the page."""
    return next(table.value for table in at.dataframe if "Known to the" in table.value.columns)


def test_days_sort_as_days_and_say_how_exactly_they_are_known() -> None:
    frame = real("priority-tracker")
    table = tracker.table(frame)
    assert table["Stated"].tolist() == frame["stated_on"].tolist() and str(table["Stated"].dtype).startswith("datetime64")
    assert table["Known to the"].tolist() == frame["stated_precision"].tolist()
    assert {"day", "month", "year"} <= set(table["Known to the"])


def test_no_day_is_known_to_nothing() -> None:
    frame = real("priority-tracker").head(2).assign(stated_on=[pd.NaT, pd.Timestamp(2016, 1, 1)], stated_precision="year")
    assert tracker.table(frame)["Known to the"].tolist() == ["", "year"]


def test_the_chosen_row_is_kept_by_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    lists: list[tuple[list[str], str]] = []
    opened: list[str] = []
    monkeypatch.setattr(tracker.choice, "chosen", lambda frame, ids, name, **shown: (lists.append((ids, name)), 2)[1])
    monkeypatch.setattr(tracker, "_chosen", lambda row: opened.append(row["priority_id"]))
    assert not fail_words(visit("priorities"))
    ids = real("priority-tracker")["priority_id"].tolist()
    assert lists == [(ids, "tracker-rows")] and opened == [ids[2]]


@pytest.fixture
def paged(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page with a tracker that takes twenty rows a page."""
    monkeypatch.setattr(tracker, "MOST_WHOLE", 30)
    monkeypatch.setattr(tracker, "A_PAGE", 20)
    return visit("priorities")


def test_many_priorities_come_page_by_page(paged: AppTest) -> None:
    assert not fail_words(paged)
    total = queries.count("priorities/tracker", View.of("priority-tracker", Filters()).parameters).records
    assert len(shown(paged)) == 20
    assert any(f"1 to 20 of {total}" in caption.value for caption in paged.caption)


def test_pages_are_cut_from_all_rows_in_the_chosen_order(paged: AppTest) -> None:
    days = real("priority-tracker")["stated_on"].sort_values()
    paged.selectbox(key="sort-tracker").select("stated_on").run()
    assert shown(paged)["Stated"].tolist() == days.head(20).tolist()
    paged.segmented_control(key="order-tracker").set_value([True]).run()
    assert shown(paged)["Stated"].tolist() == days.tail(20).tolist()[::-1]


def test_words_are_searched_in_all_rows(paged: AppTest) -> None:
    frame = real("priority-tracker")
    wanted = frame["title"].iloc[-1]
    assert wanted not in shown(paged)["Priority"].tolist()
    paged.text_input(key="search-tracker").set_value(wanted.upper()).run()
    assert wanted in shown(paged)["Priority"].tolist()
    paged.text_input(key="search-tracker").set_value("zzqx").run()
    assert any("No priority holds these words" in caption.value for caption in paged.caption)
    assert not [table for table in paged.dataframe if "Known to the" in table.value.columns]
